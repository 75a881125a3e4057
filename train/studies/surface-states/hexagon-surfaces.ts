/** @file Closed surfaces in a plane of perfect tensors: entropies of their pieces against cuts inside, and convexity. */

import { bulkGraph } from '../../../src/bulk/bulk-graph.ts';
import type { Tiling } from '../../../src/geometry/tiling.ts';
import { edgeLeg } from '../../../src/geometry/tiling-graph.ts';
import { type RandomStream, randomStream } from '../../../src/linalg/random.ts';
import { entropiesOfStabiliserNetwork } from '../../../src/network/stabiliser-network.ts';
import type { TensorNetwork } from '../../../src/network/tensor-network.ts';
import { ryuTakayanagi } from '../../../src/systems/holography/ryu-takayanagi.ts';
import { surfaceConvexity, surfaceState } from '../../../src/systems/holography/surface-state.ts';
import { holographicCode } from '../../../src/systems/tiling/holographic-code.ts';
import type { PartStep } from '../../study.ts';

/** The tiling {6, 4} and perfect tensors on it. */
export function hexagonPlane(layers: number): { readonly plane: Tiling; readonly network: TensorNetwork } {
  const { tiling: plane, network } = holographicCode({ p: 6, layers });
  return { plane, network };
}

/** A closed surface, what is inside, and what was found of it. */
export interface Surface {
  readonly name: string;
  readonly tiles: readonly number[];
  readonly legs: number;
  readonly background: string;
  readonly convex: boolean;
  /** Of the surface, and of the least surface around it, in bits. */
  readonly area: number;
  readonly least: number;
  readonly shortcut: readonly string[];
  /** Whether the map from the surface to the boundary is an isometry. */
  readonly isometric: boolean;
  /** Contiguous pieces, those with entropy equal to the least cut inside, and the greatest and the least deficit, in nats. */
  readonly pieces: number;
  readonly equal: number;
  readonly greatest: number;
  readonly smallest: number;
}

/** Whole rings, horseshoes, then connected sets of tiles without holes, of all sizes, every second around a gap. */
export function* hexagonSurfaces(layers: number, count: number, seed: number): Generator<PartStep, readonly Surface[]> {
  const { plane, network } = hexagonPlane(layers);
  const within = plane.tiles.flatMap(({ layer }, tile) => (layer < layers ? [tile] : []));
  const found: Surface[] = [];
  for (let rings = 0; rings < layers; rings++) {
    const tiles = within.filter((tile) => plane.tiles[tile]!.layer <= rings);
    found.push(measured(plane, network, tiles, ['the central tile', 'one ring', 'two rings', 'three rings'][rings]!));
  }
  const shoes = layers < 3 ? [] : [3, 4, 5].map((sides) => horseshoe(plane, sides));
  for (const tiles of shoes) found.push(measured(plane, network, tiles, `horseshoe of ${tiles.length} tiles`));
  const stream = randomStream(seed, 'surfaces');
  for (let k = 0; k < count; k++) {
    const size = 2 + Math.floor((Math.min(within.length, 24) - 2) * ((k + 0.5) / count));
    const shoe = k % 2 === 1 ? shoes[1 + ((k >> 1) % 2)] : undefined;
    // A gap stays open: its tile is left out, and with it the centre of the horseshoe.
    const allowed = shoe === undefined ? within : within.filter((tile) => tile !== 0);
    found.push(measured(plane, network, grown(plane, allowed, shoe ?? [0], size, stream), 'random'));
    if (k % 20 === 19) yield { message: `${k + 1} surfaces`, progress: (k + 1) / count };
  }
  return found;
}

/** The tiles along some sides of the central one and at the corners between: a line with the centre in its gap. */
function horseshoe(plane: Tiling, sides: number): readonly number[] {
  const along = plane.tiles[0]!.edges.slice(0, sides).map(
    (edge) => plane.edges[edge]!.tiles.find((tile) => tile !== 0)!,
  );
  const corners = along.slice(1).map((tile, k) => {
    const both = [along[k]!, tile].map((one) => neighboursOf(plane, [one]));
    return both[0]!.find((other) => other !== 0 && !along.includes(other) && both[1]!.includes(other))!;
  });
  return [...along, ...corners];
}

function measured(plane: Tiling, network: TensorNetwork, tiles: readonly number[], name: string): Surface {
  const legs = around(plane, tiles);
  const state = surfaceState(network, legs);
  const { convex, area, least, shortcut } = surfaceConvexity(state);
  const entropies = entropiesOfStabiliserNetwork(state.inside.network);
  const n = legs.length;
  const pieces = [1, 2, 3, 4, 5, 6, 8, 10, 12]
    .filter((length) => length <= n / 2)
    .flatMap((length) => Array.from({ length: n }, (_, start) => piece(n, start, length)));
  const { regions, equality } = ryuTakayanagi(entropies, bulkGraph(state.inside.network), pieces);
  const deficits = regions.map(({ deficit }) => deficit);
  const outer = entropiesOfStabiliserNetwork(state.outside.network);
  const inputs = Array.from({ length: n }, (_, k) => outer.boundary + k);
  return {
    name,
    tiles,
    legs: n,
    background: state.background,
    convex,
    area: Math.round(area / Math.LN2),
    least: Math.round(least / Math.LN2),
    shortcut,
    isometric: outer.entropy(inputs) > area - 1e-9,
    pieces: pieces.length,
    equal: Math.round(equality * pieces.length),
    greatest: Math.max(...deficits),
    smallest: Math.min(...deficits),
  };
}

const piece = (n: number, start: number, length: number): readonly number[] =>
  Array.from({ length }, (_, k) => (start + k) % n);

/** A connected set of tiles whose edge is one closed line. */
function grown(
  plane: Tiling,
  within: readonly number[],
  start: readonly number[],
  size: number,
  stream: RandomStream,
): readonly number[] {
  const allowed = new Set(within);
  let tiles = start;
  for (let tries = 0; tiles.length < size && tries < 50 * size; tries++) {
    const next = neighboursOf(plane, tiles).filter((tile) => allowed.has(tile) && !tiles.includes(tile));
    const more = [...tiles, next[Math.floor(stream.uniform() * next.length)]!];
    if (around(plane, more).length === openEdges(plane, more).length) tiles = more;
  }
  return tiles;
}

function neighboursOf({ tiles, edges }: Tiling, set: readonly number[]): readonly number[] {
  return set.flatMap((tile) => tiles[tile]!.edges.flatMap((edge) => edges[edge]!.tiles));
}

/** Edges between a set of tiles and all others. */
function openEdges({ edges }: Tiling, set: readonly number[]): readonly number[] {
  const inside = new Set(set);
  return edges.flatMap(({ tiles }, edge) => (tiles.filter((tile) => inside.has(tile)).length === 1 ? [edge] : []));
}

/** The legs around a set of tiles in order; not all of them if its edge is more than one line or meets itself. */
function around(plane: Tiling, set: readonly number[]): readonly string[] {
  const open = openEdges(plane, set);
  const at = new Map<number, number[]>();
  for (const edge of open) {
    for (const vertex of plane.edges[edge]!.vertices) at.set(vertex, [...(at.get(vertex) ?? []), edge]);
  }
  if ([...at.values()].some((meeting) => meeting.length !== 2)) return [];
  const line = [open[0]!];
  let vertex = plane.edges[open[0]!]!.vertices[1];
  for (;;) {
    const next = at.get(vertex)!.find((edge) => edge !== line.at(-1)!)!;
    if (next === line[0]) return line.map((edge) => edgeLeg(plane, edge));
    line.push(next);
    const [a, b] = plane.edges[next]!.vertices;
    vertex = a === vertex ? b : a;
  }
}
