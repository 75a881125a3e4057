/** @file The lines of a network in its layout, and the names of its sites. */

import type { GraphEdge as NetworkEdge } from '../geometry/capacity-graph.ts';
import { textWidth } from './axes.ts';
import type { Place } from './clearance.ts';
import { MUTED } from './colours.ts';
import type { GraphLayout } from './graph-layout.ts';
import { element, label } from './markup.ts';

/** A leg with its line: straight, or bent where several join the same two tensors. */
export interface BondLine<Edge> {
  readonly edge: Edge;
  readonly from: Place;
  readonly to: Place;
  readonly bend: number;
}

/**
 * The lines of all legs, moved by the margins. Legs that join the same two tensors fan out. A leg from a tensor to
 * itself has no line.
 */
export function bondLines<Edge extends Pick<NetworkEdge, 'leg' | 'from' | 'to'>>(
  { nodes, ends, bend }: GraphLayout,
  edges: readonly Edge[],
  moved: (place: Place) => Place,
): readonly BondLine<Edge>[] {
  const key = ({ leg, from, to }: Edge): string => (to === null ? leg : JSON.stringify([from, to].sort()));
  const beside = new Map<string, Edge[]>();
  for (const edge of edges) beside.set(key(edge), [...(beside.get(key(edge)) ?? []), edge]);
  return edges.flatMap((edge): readonly BondLine<Edge>[] => {
    const [start, end] = [nodes.get(edge.from), edge.to === null ? ends.get(edge.leg) : nodes.get(edge.to)];
    if (start === undefined || end === undefined || edge.to === edge.from) return [];
    const group = beside.get(key(edge))!;
    const share = group.length === 1 ? 0 : (2 * group.indexOf(edge)) / (group.length - 1) - 1;
    const forward = edge.to === null || edge.from <= edge.to ? 1 : -1;
    return [{ edge, from: moved(start), to: moved(end), bend: forward * share * bend }];
  });
}

/** Numbers of the sites beyond the ends of their legs. */
export function siteNumbers(
  layout: GraphLayout,
  graph: { readonly edges: readonly Pick<NetworkEdge, 'leg' | 'from' | 'to'>[]; readonly boundary: readonly string[] },
  moved: (place: Place) => Place,
): string {
  const owner = new Map(graph.edges.map(({ leg, from }) => [leg, from]));
  const stride = layout.shape === 'layers' || layout.shape === 'rows' ? strideOf(layout, graph.boundary) : 1;
  const numbers = graph.boundary.flatMap((leg, site) => {
    if (site % stride !== 0) return [];
    const [end, root] = [layout.ends.get(leg), layout.nodes.get(owner.get(leg) ?? '')];
    if (end === undefined) return [];
    const out = layout.shape === 'layers' || root === undefined ? { x: 0, y: -1 } : direction(root, end);
    const { x, y } = moved(end);
    return [label(x + 13 * out.x, y + 13 * out.y + 4, String(site), { 'text-anchor': 'middle', fill: MUTED })];
  });
  return element('g', {}, numbers);
}

/** Every how many-th number is written so that neighbours keep clear of each other. */
function strideOf({ ends }: GraphLayout, boundary: readonly string[]): number {
  const places = boundary.flatMap((leg) => ends.get(leg) ?? []);
  const gap = places.slice(1).reduce((least, { x, y }, k) => {
    return Math.min(least, Math.hypot(x - places[k]!.x, y - places[k]!.y));
  }, Infinity);
  const stride = Math.ceil((1.2 * textWidth(String(boundary.length - 1)) + 6) / Math.max(gap, 1e-3));
  return [1, 2, 5, 10, 20, 50, 100].find((step) => step >= stride) ?? stride;
}

function direction(from: Place, to: Place): Place {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const size = Math.hypot(dx, dy) || 1;
  return { x: dx / size, y: dy / size };
}
