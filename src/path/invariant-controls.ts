/** @file Controls that are sums of words, as symmetric paths have them: their coefficients, and those of the words. */

import type { Controls } from '../complexity/controls.ts';

/** A real direction in the space of 2ⁿ amplitudes, interleaved, by its entries other than 0. */
export interface SparseDirection {
  readonly places: Int32Array;
  readonly values: Float64Array;
}

/** Controls O_a = Σ_P sign_P·P, each word in one of them, and the states to which they lead from symmetric ones. */
export interface InvariantControls {
  /** All words that occur, and their own weights: those of a control weigh the same. */
  readonly controls: Controls;
  /** The control a of each word, shape (#words,). */
  readonly controlOf: Int32Array;
  /** ±1, shape (#words,). */
  readonly signs: Float64Array;
  /** An orthonormal basis over the real numbers of the symmetric states. */
  readonly states: readonly SparseDirection[];
}

/** v·x of each direction v. */
export const alongDirections = (directions: readonly SparseDirection[], x: Float64Array): Float64Array =>
  Float64Array.from(directions, ({ places, values }) => {
    let sum = 0;
    for (let k = 0; k < places.length; k++) sum += values[k]! * x[places[k]!]!;
    return sum;
  });

/** Σ_v c_v·v, shape (size,). */
export function combinedDirections(
  directions: readonly SparseDirection[],
  coordinates: Float64Array,
  size: number,
): Float64Array {
  const sum = new Float64Array(size);
  directions.forEach(({ places, values }, v) => {
    for (let k = 0; k < places.length; k++) sum[places[k]!] = sum[places[k]!]! + values[k]! * coordinates[v]!;
  });
  return sum;
}
