/** @file A graph with a boundary as an exhibit by scale: each tensor above its sites, at its depth. */

import type { CapacityGraph, GraphNode } from '../geometry/capacity-graph.ts';
import type { ScaleExhibit, ScaleNode } from './study-record.ts';

/** What is drawn into a graph. */
export interface ScaleMarks {
  readonly caption: string;
  /** Default 'tensor'. */
  readonly shapeOf?: (node: GraphNode) => ScaleNode['shape'];
  readonly ring?: boolean;
  /** Names of nodes that are shaded. */
  readonly cone?: { readonly name: string; readonly nodes: readonly string[] };
  readonly region?: { readonly name: string; readonly sites: readonly number[] };
  /** A quantity by the names of the nodes. */
  readonly values?: { readonly quantity: string; readonly at: Readonly<Record<string, number>> };
}

/** The exhibit of a graph. Legs that are not at the boundary are left out. */
export function graphScale(
  { nodes, edges, boundary }: CapacityGraph,
  { caption, shapeOf = () => 'tensor', ring, cone, region, values }: ScaleMarks,
): ScaleExhibit {
  const index = new Map(nodes.map(({ id }, k) => [id, k]));
  const site = new Map(boundary.map((leg, k) => [leg, k]));
  return {
    kind: 'scale',
    caption,
    sites: boundary.length,
    ...(ring !== undefined && { ring }),
    nodes: nodes.map((node) => ({
      name: node.id,
      shape: shapeOf(node),
      site: node.site,
      depth: node.depth,
      ...(values && { value: values.at[node.id] ?? null }),
    })),
    bonds: edges.flatMap(({ from, to }) => (to === null ? [] : [[index.get(from)!, index.get(to)!] as const])),
    legs: edges.flatMap(({ leg, from, to }) => {
      const at = site.get(leg);
      return to === null && at !== undefined ? [[index.get(from)!, at] as const] : [];
    }),
    ...(cone && {
      cone: {
        name: cone.name,
        nodes: cone.nodes.flatMap((id) => (index.has(id) ? [index.get(id)!] : [])),
      },
    }),
    ...(region && { region }),
    ...(values && { quantity: values.quantity }),
  };
}

/** The nodes above the given sites: all that a way upwards leads to. */
export function coneAbove({ edges, boundary }: CapacityGraph, sites: readonly number[]): readonly string[] {
  const legs = new Set(sites.map((site) => boundary[site]!));
  const cone = new Set(edges.flatMap(({ leg, from }) => (legs.has(leg) ? [from] : [])));
  for (const node of cone) for (const { from, to } of edges) if (from === node && to !== null) cone.add(to);
  return [...cone];
}
