/** @file The bulk graph: sites to the right, depth downwards, the boundary on top. */

import type { RegionCut } from '../bulk/boundary-geometry.ts';
import type { BulkGeometry, InformedNode } from '../bulk/bulk-geometry.ts';
import { MUTED, PAPER, VERMILION } from './colours.ts';
import { type GraphEdge, type GraphNode, graphDrawing, siteNames } from './graph-drawing.ts';
import { significant } from './number-format.ts';
import { extent } from './scale.ts';

const WIDTH = 1160;
const LEFT = 40;
const TOP = 44;

/**
 * The bulk as SVG.
 *
 * @param cut - region whose minimal cut is marked; null marks none
 */
export function bulkDrawing(bulk: BulkGeometry, cut: RegionCut | null): string {
  const { edges, boundary } = bulk;
  const nodes = bulk.nodes.filter(({ site, depth }) => Number.isFinite(site) && Number.isFinite(depth));
  const [shallowest, deepest] = extent(nodes.map(({ depth }) => depth)) ?? [1, 1];
  const first = Math.min(1, shallowest); // the boundary's row lies one above the first row of tensors
  const levels = deepest - first + 1;
  const dy = Math.min(58, Math.max(9, 760 / levels));
  const dx = (WIDTH - LEFT - 110) / Math.max(1, boundary.length - 1);
  const height = TOP + dy * levels + 30;
  const siteAt = (site: number) => ({ x: LEFT + site * dx, y: TOP });
  const place = ({ site, depth }: InformedNode) => ({ x: LEFT + site * dx, y: TOP + (depth - first + 1) * dy });
  const places = new Map(nodes.map((node) => [node.id, place(node)]));
  const marked = new Set(cut?.legs ?? []);
  const widest = Math.max(1e-9, ...edges.map(({ entropy }) => (Number.isFinite(entropy) ? entropy : 0)));
  const drawn = edges.flatMap(({ leg, from, to, entropy, capacity, length }): readonly GraphEdge[] => {
    const start = places.get(from);
    const end = to === null ? siteAt(boundary.indexOf(leg)) : places.get(to);
    if (start === undefined || end === undefined || (to === null && !boundary.includes(leg))) return [];
    const isCut = marked.has(leg);
    return [
      {
        from: start,
        to: end,
        width: 0.7 + (5.3 * Math.max(0, Number.isFinite(entropy) ? entropy : 0)) / widest,
        colour: isCut ? VERMILION : MUTED,
        hint: `${leg}: entropy ${significant(entropy)} of at most ${significant(capacity)} nats${length == null ? '' : `, length ${significant(length)} rad`}${isCut ? ', in the minimal cut' : ''}`,
      },
    ];
  });
  const radius = Math.min(11, Math.max(3.2, dy / 3.2));
  const tensors = nodes.map(
    (node): GraphNode => ({
      ...place(node),
      radius,
      colour: Number.isFinite(node.information) ? node.information : 0,
      hint: `${node.id}: information ${significant(node.information)}, depth ${significant(node.depth)}`,
    }),
  );
  const sites = boundary.map(
    (leg, site): GraphNode => ({ ...siteAt(site), radius: 4, colour: PAPER, hint: `site ${site}, leg ${leg}` }),
  );
  return graphDrawing({
    title: `Bulk graph of ${nodes.length} tensors under ${boundary.length} boundary sites`,
    width: WIDTH,
    height: Math.max(height, 190),
    nodes: [...tensors, ...sites],
    edges: drawn,
    quantity: 'Σ\u2009F_{kk}',
    underlay: [
      siteNames(
        boundary.map((_, site) => ({ x: siteAt(site).x, name: String(site) })),
        TOP - 14,
      ),
    ],
  });
}
