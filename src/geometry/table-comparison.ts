/** @file Are two tables of distances between the same points alike? */

import { DomainError, ShapeError } from '../errors.ts';
import { randomStream } from '../linalg/random.ts';

/** Distances, null where infinite, shape (points, points). */
export type OpenTable = readonly (readonly (number | null)[])[];

/** Mantel's test. */
export interface MantelTest {
  /** Pearson's correlation of the distances of all pairs that are finite in both tables. */
  readonly correlation: number;
  /** Share of the relabellings of the points with as great a correlation, the given one included. */
  readonly probability: number;
}

/**
 * Mantel's test: the correlation of two tables of distances, and how often it is as great when the points of the second
 * are exchanged at random.
 *
 * @param permutations - default 999
 * @returns null for fewer than three pairs that are finite in both, or if one table is constant on them
 * @throws {ShapeError} tables of different sizes
 * @throws {DomainError} a number of permutations that is none
 *
 * O(permutations · points²).
 *
 * @see Mantel, Cancer Res. 27, 209 (1967)
 */
export function mantelTest(a: OpenTable, b: OpenTable, permutations = 999, seed = 1): MantelTest | null {
  checkAlike('mantelTest', a, b);
  if (!(Number.isInteger(permutations) && permutations >= 0)) {
    throw new DomainError(`mantelTest: a number of permutations required, got ${permutations}`);
  }
  const identity = a.map((_, site) => site);
  const correlation = correlated(a, b, identity);
  if (correlation === null) return null;
  const { integer } = randomStream(seed, 'Mantel permutations');
  let asGreat = 1;
  for (let k = 0; k < permutations; k++) {
    const other = correlated(a, b, permuted(identity, integer));
    if (other !== null && other >= correlation - 1e-12) asGreat++;
  }
  return { correlation, probability: asGreat / (permutations + 1) };
}

/** The same numbers in random order. */
export function permuted(sites: readonly number[], integer: (below: number) => number): readonly number[] {
  const order = [...sites];
  for (let k = order.length - 1; k > 0; k--) {
    const other = integer(k + 1);
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}

function correlated(a: OpenTable, b: OpenTable, order: readonly number[]): number | null {
  let [count, x, y, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [rowA, rowB] = [a[i]!, b[order[i]!]!];
    for (let j = 0; j < i; j++) {
      const [p, q] = [rowA[j]!, rowB[order[j]!]!];
      if (p === null || q === null) continue;
      count++;
      x += p;
      y += q;
      xx += p * p;
      yy += q * q;
      xy += p * q;
    }
  }
  const [varianceX, varianceY] = [count * xx - x * x, count * yy - y * y];
  const isConstant = varianceX <= 1e-12 * count * xx || varianceY <= 1e-12 * count * yy;
  return count < 3 || isConstant ? null : (count * xy - x * y) / Math.sqrt(varianceX * varianceY);
}

/** How far two tables are from being proportional. */
export interface Distortion {
  /** min_λ max|d₁ − λd₂|/max d₁: 0 if they are the same up to a factor. */
  readonly distortion: number;
  /** The factor λ. */
  readonly factor: number;
}

/**
 * The distortion of the second table of distances against the first, over the pairs that are finite in both.
 *
 * @returns null if there are none
 * @throws {ShapeError} tables of different sizes
 */
export function distortionBetween(a: OpenTable, b: OpenTable): Distortion | null {
  checkAlike('distortionBetween', a, b);
  const pairs = a.flatMap((row, i) =>
    row.slice(0, i).flatMap((p, j) => {
      const q = b[i]![j]!;
      return p === null || q === null ? [] : [[p, q] as const];
    }),
  );
  const greatest = pairs.reduce((most, [p]) => Math.max(most, p), 0);
  if (!(greatest > 0)) return null;
  const at = (factor: number): number => pairs.reduce((most, [p, q]) => Math.max(most, Math.abs(p - factor * q)), 0);
  // Convex in the factor, and the best is between the least and the greatest ratio.
  const ratios = pairs.flatMap(([p, q]) => (q > 0 ? [p / q] : []));
  let [low, high] = [0, Math.max(0, ...ratios)];
  for (let step = 0; step < 200 && high - low > 1e-14 * high; step++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (at(left) <= at(right)) high = right;
    else low = left;
  }
  const factor = (low + high) / 2;
  return { distortion: at(factor) / greatest, factor };
}

/**
 * Edges of the relative neighbourhood graph: pairs that no third point is nearer to than they are to each other,
 *
 *     d(a,b) ≤ max(d(a,c), d(c,b))    for all c.
 *
 * It needs no threshold, and does not change when distances are rescaled, by whatever growing function.
 *
 * @returns pairs a < b at finite distance
 *
 * O(points³).
 *
 * @see Toussaint, Pattern Recognit. 12, 261 (1980)
 */
export function relativeNeighbours(distances: OpenTable): readonly (readonly [number, number])[] {
  const far = distances.map((row) => Float64Array.from(row, (d) => d ?? Infinity));
  const edges: (readonly [number, number])[] = [];
  far.forEach((row, b) => {
    for (let a = 0; a < b; a++) {
      const own = row[a]!;
      if (own === Infinity) continue;
      const other = far[a]!;
      const isBetween = row.some((d, c) => c !== a && c !== b && Math.max(d, other[c]!) < own);
      if (!isBetween) edges.push([a, b]);
    }
  });
  return edges;
}

/** Jaccard's index |A ∩ B|/|A ∪ B| of two sets of edges; null if both are empty. */
export function jaccardIndex(
  a: readonly (readonly [number, number])[],
  b: readonly (readonly [number, number])[],
): number | null {
  const name = ([x, y]: readonly [number, number]): string => `${Math.min(x, y)} ${Math.max(x, y)}`;
  const [one, other] = [new Set(a.map(name)), new Set(b.map(name))];
  const both = [...one].filter((edge) => other.has(edge)).length;
  const all = one.size + other.size - both;
  return all === 0 ? null : both / all;
}

function checkAlike(caller: string, a: OpenTable, b: OpenTable): void {
  const n = a.length;
  const isSquare = (table: OpenTable): boolean => table.length === n && table.every((row) => row.length === n);
  if (!(isSquare(a) && isSquare(b))) throw new ShapeError(`${caller}: two square tables of ${n} rows required`);
}
