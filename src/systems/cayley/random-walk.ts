/** @file Random circuits as a random walk on the group, exactly: the distribution over all elements after every gate. */

import { DomainError } from '../../errors.ts';
import { dot } from '../../linalg/real-vector.ts';
import { type GroupTable, neighbourSum } from './group-table.ts';

export interface WalkOptions {
  /**
   * Probability that nothing is applied in a step; default 0. Where all generators are odd permutations the walk
   * alternates between two halves of the group and settles only with rest.
   */
  readonly rest?: number;
}

/** Where a walk begins. */
export interface WalkStart extends WalkOptions {
  /** Number of the element in the table; default 0, the identity. */
  readonly start?: number;
}

/**
 * The probabilities of all elements after 0, 1, 2, … random gates, each generator with the same probability,
 *
 *     p_{t+1}(U) = rest·p_t(U) + (1 − rest)·(1/|S|) Σ_k p_t(g_k U).
 *
 * Endless; each p_t has shape (elements,). Cost O(edges) a step.
 *
 * @throws {DomainError} a rest outside [0, 1), a start that does not exist
 */
export function* randomWalk(table: GroupTable, options: WalkStart = {}): Generator<Float64Array, never> {
  const { rest = 0, start = 0 } = options;
  if (!(rest >= 0 && rest < 1)) throw new DomainError(`randomWalk: a rest from 0 to below 1 required, got ${rest}`);
  if (!(Number.isInteger(start) && start >= 0 && start < table.elements)) {
    throw new DomainError(`randomWalk: a start below ${table.elements} required, got ${start}`);
  }
  let p = new Float64Array(table.elements);
  p[start] = 1;
  for (;;) {
    yield p;
    const sums = neighbourSum(table, p);
    p = p.map((value, k) => rest * value + ((1 - rest) * sums[k]!) / table.generators);
  }
}

/** A quantity along a walk. */
export interface WalkGrowth {
  /** Mean after 0, 1, 2, … gates. */
  readonly mean: readonly number[];
  /** Standard deviation. */
  readonly deviation: readonly number[];
  /** Probability to be at the identity. */
  readonly returned: readonly number[];
  /** Mean over the whole group, to which the walk settles. */
  readonly plateau: number;
  /** Number of gates at which the mean reaches nine tenths of the plateau, interpolated; null if it does not. */
  readonly nineTenths: number | null;
}

/**
 * How a quantity grows along a random walk.
 *
 * @param quantity - a function on the group, shape (elements,); default the distance from the identity
 * @param steps - number of gates
 * @throws {DomainError} a quantity of another shape, or steps that are no whole number
 */
export function walkGrowth(
  table: GroupTable,
  steps: number,
  options: WalkStart & { readonly quantity?: Float64Array } = {},
): WalkGrowth {
  const { quantity = Float64Array.from(table.distances) } = options;
  if (!(Number.isInteger(steps) && steps >= 0) || quantity.length !== table.elements) {
    throw new DomainError(
      `walkGrowth: whole steps and ${table.elements} values required, got ${steps} and ${quantity.length}`,
    );
  }
  const squares = quantity.map((value) => value * value);
  const [mean, deviation, returned]: [number[], number[], number[]] = [[], [], []];
  for (const p of randomWalk(table, options)) {
    const own = dot(p, quantity);
    mean.push(own);
    deviation.push(Math.sqrt(Math.max(0, dot(p, squares) - own * own)));
    returned.push(p[0]!);
    if (mean.length > steps) break;
  }
  const plateau = quantity.reduce((sum, value) => sum + value, 0) / table.elements;
  return { mean, deviation, returned, plateau, nineTenths: crossing(mean, 0.9 * plateau) };
}

/** The first place, between whole numbers by a straight line, where rising values reach a level. */
function crossing(values: readonly number[], level: number): number | null {
  const after = values.findIndex((value) => value >= level);
  if (after < 0) return null;
  if (after === 0) return 0;
  const [below, above] = [values[after - 1]!, values[after]!];
  return after - 1 + (level - below) / (above - below);
}
