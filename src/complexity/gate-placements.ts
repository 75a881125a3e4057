/** @file Where the two-qubit gates of a circuit stand: lists of pairs of qubits, each class of equivalent ones once. */

import { place } from '../operator/pauli.ts';
import type { PenaltyMetric } from './penalty-metric.ts';
import { penaltyWeight } from './penalty-metric.ts';

/** Two qubits that a gate may join, the lower number first. */
export type Pair = readonly [a: number, b: number];

/** The pairs of the two-qubit gates, in the order in which they act. */
export type Placement = readonly Pair[];

/** A symmetry of the family of circuits and of the target. */
export interface PlacementSymmetry {
  /** Qubit q is renamed permutation[q]. */
  readonly permutation: readonly number[];
  /** Whether the order of the gates is reversed, too. */
  readonly reversed: boolean;
}

const LETTERS = [...'XYZ'];

/** The pairs on which a metric allows a two-qubit word. */
export function coupledPairs(metric: PenaltyMetric, qubits: number): readonly Pair[] {
  const pairs = Array.from({ length: qubits }, (_, a) =>
    Array.from({ length: qubits - a - 1 }, (_, k): Pair => [a, a + k + 1]),
  ).flat();
  const isAllowed = ([a, b]: Pair, x: string, y: string): boolean =>
    penaltyWeight(metric, place(qubits, { [a]: x, [b]: y })) < Infinity;
  return pairs.filter((pair) => LETTERS.some((x) => LETTERS.some((y) => isAllowed(pair, x, y))));
}

/**
 * One representative for each class of placements that differ by exchanging gates on disjoint qubits and by symmetries.
 * Gates are sorted into the earliest layers that they fit in (Foata's normal form); of the symmetric images the first
 * in alphabetical order is taken.
 */
export function normalPlacement(placement: Placement, symmetries: readonly PlacementSymmetry[]): Placement {
  const images = symmetries.map(({ permutation, reversed }) => {
    const renamed = placement.map(([a, b]) => sorted(permutation[a]!, permutation[b]!));
    return layered(reversed ? renamed.reverse() : renamed);
  });
  return images.reduce((first, image) => (placementKey(image) < placementKey(first) ? image : first));
}

/** The placement as text: '01 12 01'. */
export const placementKey = (placement: Placement): string => placement.map(([a, b]) => `${a}${b}`).join(' ');

/**
 * Whether fewer gates do the same: more than `most` gates on one pair follow each other without another gate on either
 * qubit. Three CNOTs on a pair make every two-qubit gate, and so does a single gate of SU(4).
 */
export function isReducible(placement: Placement, most: number): boolean {
  const last = new Map<number, number>(); // the last gate on each qubit
  const run: number[] = [];
  return placement.some(([a, b], g) => {
    const [before, other] = [last.get(a), last.get(b)];
    const follows = before !== undefined && before === other && placementKey([placement[before]!]) === `${a}${b}`;
    run.push(follows ? run[before]! + 1 : 1);
    last.set(a, g).set(b, g);
    return run[g]! > most;
  });
}

const sorted = (a: number, b: number): Pair => (a < b ? [a, b] : [b, a]);

function layered(placement: Placement): Placement {
  const depth = new Map<number, number>();
  const placed = placement.map(([a, b]) => {
    const layer = Math.max(depth.get(a) ?? 0, depth.get(b) ?? 0);
    depth.set(a, layer + 1).set(b, layer + 1);
    return { pair: [a, b] as const, layer };
  });
  return placed.sort((x, y) => x.layer - y.layer || x.pair[0] - y.pair[0]).map(({ pair }) => pair);
}
