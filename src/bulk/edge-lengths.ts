/** @file Lengths for the lines of a network's graph, by Fisher information, and paths through the bulk along them. */

import { byKind } from '../by-kind.ts';
import { anglesAt } from '../circuit/circuit.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { isTreeOfEntries } from '../fisher/fisher-forms.ts';
import { quantumFisherInformation } from '../fisher/quantum-fisher-information.ts';
import { tangentAngle } from '../fisher/tangent-angle.ts';
import { treeAngles } from '../fisher/tree-angles.ts';
import {
  asTensors,
  environmentDimension,
  type GenerativeNetwork,
  siteDimensions,
  tensorNetworkOf,
} from '../generative/generative-network.ts';
import type { CapacityGraph } from '../geometry/capacity-graph.ts';
import { sizeOf } from '../linalg/complex.ts';
import { isTrainable, parametersOf } from '../network/node-tensor.ts';
import type { NetworkPoint } from '../network-point.ts';
import type { Radians } from '../units.ts';

/** Most multiply-adds for which the Fisher matrix of all tensors is computed: some seconds. */
const LARGEST_WORK = 2 ** 30;

/**
 * Length of every line between two tensors: the angle between the changes of the boundary state that the two can make,
 * see `tangentAngle`. It is 0 if the boundary cannot tell which of the two was changed, π/2 if it can tell perfectly.
 *
 * - Circuits: every gate counts by its own angle, even where angles are shared or constant; every block by the
 *   coefficients of its generator.
 * - Trees of free tensors and isometries: in balanced gauge, see `treeAngles`, whatever the number of sites.
 * - Other networks: by the entries of the tensors as they are; bonds inside cycles have no gauge of their own.
 *
 * Lines to open legs, and to tensors that cannot change or that the boundary does not see, have no length: null.
 *
 * @returns by leg; null if the Fisher matrix of all tensors is out of reach
 *
 * Cost of circuits and of networks with cycles that of their Fisher matrix, O(P²·D) for D amplitudes.
 */
export function edgeLengths(
  network: GenerativeNetwork,
  theta: Float64Array,
  { edges }: Pick<CapacityGraph, 'edges'>,
): Readonly<Record<Leg, Radians | null>> | null {
  const pure = environmentDimension(network) === 1;
  const tree = asTensors(network);
  if (pure && tree !== null && isTreeOfEntries(tree) && tree.nodes.every(isTrainable)) {
    return { ...Object.fromEntries(edges.map(({ leg }) => [leg, null])), ...treeAngles(tree, theta) };
  }
  const own = withOwnParameters(network, theta);
  const [size, P] = [sizeOf(siteDimensions(network)), own.theta.length];
  const work = P * P * size * environmentDimension(network);
  if (P === 0 || work > LARGEST_WORK || (!pure && size > 64)) return null;
  const fisher = quantumFisherInformation(own.network, own.theta);
  const tensors = tensorNetworkOf(own.network);
  const parameters = new Map(tensors.nodes.map((node) => [node.id, parametersOf(node, tensors)]));
  return Object.fromEntries(
    edges.map(({ leg, from, to }) => {
      return [leg, to === null ? null : tangentAngle(fisher, parameters.get(from)!, parameters.get(to)!)];
    }),
  );
}

/** The network with parameters for every tensor: for circuits an angle of its own for every gate. */
const withOwnParameters = byKind<GenerativeNetwork, [theta: Float64Array], NetworkPoint<GenerativeNetwork>>({
  circuit: (circuit, theta) => {
    const gates = circuit.gates.map(({ word }, parameter) => ({ word, angle: { parameter } }));
    return { network: { ...circuit, parameters: gates.length, gates }, theta: anglesAt(circuit, theta) };
  },
  'block-circuit': (network, theta) => ({ network, theta }),
  network: (network, theta) => ({ network, theta }),
});

/**
 * Length of the shortest path through the bulk between all pairs of boundary sites, along the lines of the graph; a
 * line without a length counts π/2, a boundary leg 0. Null where there is no path.
 *
 * @param lengths - by leg, not negative
 *
 * By Dijkstra's algorithm, O(sites · nodes²).
 */
export function bulkGeodesics(
  { nodes, edges, boundary }: CapacityGraph,
  lengths: Readonly<Record<Leg, Radians | null>>,
): readonly (readonly (Radians | null)[])[] {
  const index = new Map(nodes.map(({ id }, k) => [id, k]));
  const near: { readonly to: number; readonly length: number }[][] = nodes.map(() => []);
  const homes = new Map<Leg, number>();
  for (const { leg, from, to } of edges) {
    const a = index.get(from)!;
    if (to === null) homes.set(leg, a);
    else {
      const [b, length] = [index.get(to)!, lengths[leg] ?? Math.PI / 2];
      near[a]!.push({ to: b, length });
      near[b]!.push({ to: a, length });
    }
  }
  const sites = boundary.map((leg) => homes.get(leg)!);
  return sites.map((start) => {
    const reached = waysFrom(start, near);
    return sites.map((end) => (reached[end]! < Infinity ? reached[end]! : null));
  });
}

function waysFrom(start: number, near: readonly (readonly { to: number; length: number }[])[]): Float64Array {
  const reached = new Float64Array(near.length).fill(Infinity);
  const open = new Set(near.keys());
  reached[start] = 0;
  while (open.size > 0) {
    let nearest = -1;
    for (const node of open) if (nearest < 0 || reached[node]! < reached[nearest]!) nearest = node;
    open.delete(nearest);
    for (const { to, length } of near[nearest]!) reached[to] = Math.min(reached[to]!, reached[nearest]! + length);
  }
  return reached;
}

/**
 * Spearman's rank correlation of two lists, ties sharing their mean rank: 1 if one rises with the other, −1 if it
 * falls. Null if either list is constant.
 *
 * @param a - same length as b
 */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number | null {
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (a.length - 1) / 2;
  const sum = (of: (k: number) => number): number => x.reduce((total, _, k) => total + of(k), 0);
  const [xx, yy] = [sum((k) => (x[k]! - mean) ** 2), sum((k) => (y[k]! - mean) ** 2)];
  return xx > 0 && yy > 0 ? sum((k) => (x[k]! - mean) * (y[k]! - mean)) / Math.sqrt(xx * yy) : null;
}

/** Differences below this fraction of the greatest value are ties. */
const TIE = 1e-9;

function ranks(values: readonly number[]): readonly number[] {
  const order = [...values.keys()].sort((i, j) => values[i]! - values[j]!);
  const scale = TIE * Math.max(1e-300, ...values.map(Math.abs));
  const result = new Array<number>(values.length).fill(0);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]!]! - values[order[last]!]! <= scale) last++;
    for (let k = first; k <= last; k++) result[order[k]!] = (first + last) / 2;
    first = last + 1;
  }
  return result;
}
