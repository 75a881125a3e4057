/** @file A tensor network as it is drawn on a blackboard: tensors as dots, bonds as lines, the boundary on top. */

import type { BulkGeometry } from '../bulk/bulk-geometry.ts';
import type { NetworkNode, TensorNetwork } from '../network/tensor-network.ts';
import { BLUE, GREEN, INK, MUTED, PURPLE, VERMILION } from './colours.ts';
import { type GraphEdge, graphDrawing, siteNames } from './graph-drawing.ts';
import { counted } from './number-format.ts';

const COLOURS: Readonly<Record<NetworkNode['tensor']['kind'], string>> = {
  free: BLUE,
  isometry: GREEN,
  rotation: VERMILION,
  constant: PURPLE,
};

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * The network as SVG. Places come from the bulk geometry if there is one, otherwise from the distance to the
 * boundary (depth) and the mean position of the sites below which a tensor hangs.
 */
export function networkDrawing(network: TensorNetwork, bulk: BulkGeometry | null): string {
  const { nodes, boundary, dimensions } = network;
  const places =
    bulk === null
      ? layeredPlaces(network)
      : new Map(bulk.nodes.map(({ id, site, depth }) => [id, { x: site, y: depth }]));
  const located = nodes.map((node, k) => ({ node, place: places.get(node.id) ?? { x: k, y: 1 } }));
  const deepest = Math.max(1, ...located.map(({ place }) => place.y));
  const shallowest = Math.min(1, ...located.map(({ place }) => place.y));
  const sites = Math.max(1, boundary.length - 1);
  const width = Math.min(1160, 90 + 88 * sites);
  const [dx, dy] = [(width - 90) / sites, Math.min(72, 620 / (deepest - shallowest + 1))];
  const at = ({ x, y }: Place): Place => ({ x: 45 + x * dx, y: 34 + (y - shallowest + 1) * dy });
  const top = (leg: string): Place => ({ x: 45 + boundary.indexOf(leg) * dx, y: 34 });
  const owners = new Map<string, Place[]>();
  for (const { node, place } of located)
    for (const leg of node.legs) owners.set(leg, [...(owners.get(leg) ?? []), at(place)]);
  const edges = [...owners].map(([leg, [first, second]]): GraphEdge => {
    const dimension = dimensions[leg] ?? 1;
    const onBoundary = boundary.includes(leg);
    const below = { x: first!.x + 14, y: first!.y + 24 };
    const to = second ?? (onBoundary ? top(leg) : below);
    const told = `${second !== undefined ? 'bond' : onBoundary ? 'boundary leg' : 'open leg'} ${leg}, dimension ${dimension}`;
    return { from: first!, to, width: 1 + 1.1 * Math.log2(Math.max(1, dimension)), colour: MUTED, hint: told };
  });
  return graphDrawing({
    title: `Tensor network of ${counted(nodes.length, 'tensor')} and ${counted(boundary.length, 'boundary site')}`,
    width,
    height: 34 + (deepest - shallowest + 1) * dy + 34,
    edges,
    nodes: located.map(({ node, place }) => ({
      ...at(place),
      radius: Math.min(9, Math.max(3.5, dx / 7)),
      colour: COLOURS[node.tensor.kind] ?? INK,
      hint: `${node.id}: ${node.tensor.kind} tensor, shape ${node.legs.map((leg) => dimensions[leg]).join(' × ')}`,
    })),
    underlay: [
      siteNames(
        boundary.map((leg, site) => ({ x: top(leg).x, name: String(site) })),
        22,
      ),
    ],
  });
}

/** Depth = bonds to the nearest boundary leg; horizontal place = mean of the neighbours nearer to the boundary. */
function layeredPlaces({ nodes, boundary }: TensorNetwork): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let known = new Map(boundary.map((leg, site) => [leg, site]));
  for (let depth = 1; places.size < nodes.length; depth++) {
    const reached = nodes.filter(({ id, legs }) => !places.has(id) && legs.some((leg) => known.has(leg)));
    const next = new Map(known);
    for (const { id, legs } of reached) {
      const above = legs.flatMap((leg) => known.get(leg) ?? []);
      const x = above.reduce((sum, site) => sum + site, 0) / above.length;
      places.set(id, { x, y: depth });
      for (const leg of legs) if (!next.has(leg)) next.set(leg, x);
    }
    if (reached.length === 0) break; // what is left is not connected to the boundary
    known = next;
  }
  return places;
}
