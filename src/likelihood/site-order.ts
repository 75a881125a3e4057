/** @file In which order variables should stand on a chain. */

import { ShapeError } from '../errors.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';
import { type DiscreteRows, type DividedRows, discreteRows } from './discrete-rows.ts';

/**
 * An order in which variables that know much of each other are near: a local minimum of
 *
 *     Σ I(a, b) · |place of a − place of b|
 *
 * under moves of single variables, from the given order and from that of the second eigenvector of the Laplacian of I (Fiedler);
 * the better one.
 *
 * @param information - n × n, symmetric, entries ≥ 0, see `mutualInformation`; the diagonal does not enter
 * @returns the variable at each place
 *
 * O(n³) for each pass over all variables.
 */
export function siteOrder(information: RealMatrix): readonly number[] {
  const given = Array.from({ length: information.rows }, (_, k) => k);
  const [a, b] = [given, fiedlerOrder(information)].map((order) => improvedOrder(information, order)) as [
    number[],
    number[],
  ];
  return orderCost(information, b) < orderCost(information, a) ? b : a;
}

/** Σ I(a, b) · distance along the order, what `siteOrder` makes small. */
export function orderCost({ rows: n, data }: RealMatrix, order: readonly number[]): number {
  let cost = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) cost += data[order[i]! * n + order[j]!]! * (i - j);
  return cost;
}

/** Rows whose variables stand in another order: place k has variable order[k]. */
export function reorderedRows({ dimensions, count, digits }: DiscreteRows, order: readonly number[]): DiscreteRows {
  const n = dimensions.length;
  if (order.length !== n || new Set(order).size !== n || order.some((k) => !(dimensions[k]! >= 1))) {
    throw new ShapeError(`reorderedRows: each of ${n} variables once required, got [${order}]`);
  }
  const moved = new Uint8Array(digits.length);
  for (let row = 0; row < count; row++) for (let k = 0; k < n; k++) moved[row * n + k] = digits[row * n + order[k]!]!;
  return discreteRows(
    order.map((k) => dimensions[k]!),
    moved,
  );
}

/** Both parts of divided data with their variables in another order, see `reorderedRows`. */
export function reorderedDivision({ training, heldOut }: DividedRows, order: readonly number[]): DividedRows {
  return { training: reorderedRows(training, order), heldOut: reorderedRows(heldOut, order) };
}

/**
 * The pixels of a square picture by quadrants, and these by quadrants again (Morton's order): the leaves of a binary tree that
 * halves the picture across and down in turn.
 *
 * @param side - a power of two
 * @throws {ShapeError} another side
 */
export function quadOrder(side: number): readonly number[] {
  const bits = Math.log2(side);
  if (!Number.isInteger(bits)) throw new ShapeError(`quadOrder: a side that is a power of two required, got ${side}`);
  return Array.from({ length: side * side }, (_, place) => {
    let [row, column] = [0, 0];
    for (let b = 0; b < bits; b++) {
      column |= ((place >> (2 * b)) & 1) << b;
      row |= ((place >> (2 * b + 1)) & 1) << b;
    }
    return row * side + column;
  });
}

function fiedlerOrder({ rows: n, data }: RealMatrix): readonly number[] {
  const laplacian = data.map((x, at) => (Math.floor(at / n) === at % n ? 0 : -x));
  for (let a = 0; a < n; a++) {
    let degree = 0;
    for (let b = 0; b < n; b++) degree -= laplacian[a * n + b]!;
    laplacian[a * (n + 1)] = degree;
  }
  const { vectors } = symmetricEigen({ rows: n, cols: n, data: laplacian });
  const second = Math.min(1, n - 1);
  return Array.from({ length: n }, (_, k) => k).sort(
    (a, b) => vectors.data[a * n + second]! - vectors.data[b * n + second]! || a - b,
  );
}

/** The order after all moves of single variables that lower the cost. */
function improvedOrder(information: RealMatrix, start: readonly number[]): number[] {
  const order = [...start];
  const n = order.length;
  for (let improved = true; improved; ) {
    improved = false;
    for (const variable of start) {
      const from = order.indexOf(variable);
      let [best, gain] = [from, 1e-12];
      for (const step of [1, -1] as const) {
        const trial = [...order];
        let change = 0;
        for (let at = from; at + step >= 0 && at + step < n; at += step) {
          change += swapGain(information, trial, Math.min(at, at + step));
          [trial[at], trial[at + step]] = [trial[at + step]!, trial[at]!];
          if (change > gain) [best, gain] = [at + step, change];
        }
      }
      if (best === from) continue;
      order.splice(from, 1);
      order.splice(best, 0, variable);
      improved = true;
    }
  }
  return order;
}

/** By how much the cost falls if the variables at places i and i + 1 change places. */
function swapGain({ data }: RealMatrix, order: readonly number[], i: number): number {
  const n = order.length;
  const [x, y] = [order[i]! * n, order[i + 1]! * n];
  let gain = 0;
  for (let p = 0; p < i; p++) gain += data[y + order[p]!]! - data[x + order[p]!]!;
  for (let p = i + 2; p < n; p++) gain += data[x + order[p]!]! - data[y + order[p]!]!;
  return gain;
}
