/** @file The bulk graph: tensors coloured by what the boundary knows of them, legs as wide as their areas. */

import type { RegionCut } from '../bulk/boundary-geometry.ts';
import type { BulkGeometry } from '../bulk/bulk-geometry.ts';
import { significant } from '../number-format.ts';
import { bondLines, siteNumbers } from './bond-lines.ts';
import type { Place } from './clearance.ts';
import { MUTED, PAPER, VERMILION } from './colours.ts';
import { type GraphEdge, type GraphNode, graphDrawing } from './graph-drawing.ts';
import { type GraphLayout, graphLayout } from './graph-layout.ts';

const MARGIN = { left: 34, right: 96, top: 44, bottom: 26 } as const;
/** Greatest sum of the widths of all lines that cross each other freely. */
const MOST_INK = 200;
/** Room for the colour scale. */
const LEAST_HEIGHT = 190;

/**
 * The layout of a bulk graph, see `graphLayout`.
 *
 * @param layered - whether depth is time, as in a circuit
 */
export function bulkLayout(bulk: BulkGeometry, layered: boolean): GraphLayout {
  const nodes = bulk.nodes.filter(({ site, depth }) => Number.isFinite(site) && Number.isFinite(depth));
  return graphLayout({ ...bulk, nodes }, layered);
}

/** Whether the boundary knows anything of a tensor, so that there is something to colour. */
export const isInformative = ({ nodes }: Pick<BulkGeometry, 'nodes'>): boolean =>
  nodes.some(({ information }) => information !== null && information > 0);

/**
 * The bulk as SVG.
 *
 * @param cut - region whose minimal cut is marked; null marks none
 */
export function bulkDrawing(bulk: BulkGeometry, cut: RegionCut | null, layout = bulkLayout(bulk, false)): string {
  const { edges, boundary } = bulk;
  const isColoured = isInformative(bulk);
  const moved = ({ x, y }: Place): Place => ({ x: x + MARGIN.left, y: y + MARGIN.top });
  const marked = new Set(cut?.legs ?? []);
  const areaOf = (entropy: number): number => (Number.isFinite(entropy) ? Math.max(0, entropy) : 0);
  const widest = Math.max(1e-9, ...edges.map(({ entropy }) => areaOf(entropy)));
  const crowd = layout.shape === 'layers' || layout.shape === 'rows' ? Infinity : MOST_INK / edges.length;
  const thickest = Math.max(1.2, Math.min(5.3, 1.2 * layout.radius, crowd));
  const lines = bondLines(layout, edges, moved).map(({ edge, from, to, bend }): GraphEdge => {
    const { leg, entropy, capacity, length } = edge;
    const isCut = marked.has(leg);
    return {
      from,
      to,
      bend,
      width: 0.7 + (thickest * areaOf(entropy)) / widest,
      colour: isCut ? VERMILION : MUTED,
      hint: `${leg}: entropy ${significant(entropy)} of at most ${significant(capacity)} nats${length == null ? '' : `, length ${significant(length)} rad`}${isCut ? ', in the minimal cut' : ''}`,
    };
  });
  const tensors = bulk.nodes.flatMap((node): readonly GraphNode[] => {
    const place = layout.nodes.get(node.id);
    if (place === undefined) return [];
    const { information, depth } = node;
    const known = isColoured && information !== null && Number.isFinite(information);
    return [
      {
        ...moved(place),
        radius: layout.radius,
        colour: known ? information : PAPER,
        hint: `${node.id}: information ${known ? significant(information) : 'unknown'}, depth ${significant(depth)}`,
      },
    ];
  });
  const sites = boundary.flatMap((leg, site): readonly GraphNode[] => {
    const end = layout.ends.get(leg);
    if (end === undefined) return [];
    return [{ ...moved(end), radius: Math.min(4, layout.radius), colour: PAPER, hint: `site ${site}, leg ${leg}` }];
  });
  return graphDrawing({
    title: `Bulk graph of ${tensors.length} tensors under ${boundary.length} boundary sites`,
    width: layout.width + MARGIN.left + (isColoured ? MARGIN.right : MARGIN.left),
    height: Math.max(layout.height + MARGIN.top + MARGIN.bottom, isColoured ? LEAST_HEIGHT : 0),
    nodes: [...tensors, ...sites],
    edges: lines,
    ...(isColoured && { quantity: 'Σ\u2009F_{kk}' }),
    underlay: [siteNumbers(layout, bulk, moved)],
  });
}
