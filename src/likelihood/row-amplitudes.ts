/** @file Amplitudes of rows of data by contraction, a batch at a time, with their derivative. */

import { type ContractionPlan, contract, contractionPlan, contractPullback } from '../contraction/contract.ts';
import type { ComplexArray } from '../linalg/complex.ts';
import { isTrainable, networkTensors, pullbackTensors } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { fittingPath } from './fitting-path.ts';

/** Most rows that are contracted at once, and most entries of an intermediate tensor for all of them. */
const [MOST_ROWS, BATCH_ENTRIES] = [256, 2 ** 21];

/** Amplitudes ψ(v) · 2^−exponent of a batch of rows. */
export interface RowAmplitudes {
  /** The number of the first row. */
  readonly first: number;
  /** Shape (rows,), interleaved. */
  readonly values: Float64Array;
  readonly exponent: number;
  /** From a cotangent of `values` to the gradient, shape (P,). */
  readonly pullback: (cotangent: Float64Array) => Float64Array;
}

/**
 * The amplitudes of rows of a network without environment, batch by batch: one contraction for each, in which the row is a leg of
 * every site.
 *
 * @throws {DomainError} an intermediate tensor that is too large, see `fittingPath`
 *
 * Cost for a PEPS of L × L sites: rows · L² χ^{L+1}.
 */
export function rowAmplitudes(
  network: TensorNetwork,
): (theta: Float64Array, digits: Uint8Array) => Generator<RowAmplitudes> {
  const { nodes, boundary, dimensions } = network;
  const legs = [...nodes.map((node) => node.legs), ...boundary.map((leg) => ['row', leg])];
  // The path for one row serves all: rows never meet.
  const { path, peak } = fittingPath(legs, { ...dimensions, row: 1 }, ['row']);
  const batch = Math.max(1, Math.min(MOST_ROWS, Math.floor(BATCH_ENTRIES / peak)));
  const plans = new Map<number, ContractionPlan>();
  const planOf = (rows: number): ContractionPlan => {
    const plan = plans.get(rows) ?? contractionPlan(legs, { ...dimensions, row: rows }, ['row'], path);
    plans.set(rows, plan);
    return plan;
  };
  const wanted = [...nodes.map(isTrainable), ...boundary.map(() => false)];
  const n = boundary.length;
  return function* (theta, digits) {
    const tensors = networkTensors(network, theta);
    for (let first = 0; first * n < digits.length; first += batch) {
      const part = digits.subarray(first * n, (first + batch) * n);
      const plan = planOf(part.length / n);
      const contraction = contract(plan, [
        ...tensors,
        ...boundary.map((leg, site) => chosen(part, n, site, dimensions[leg]!)),
      ]);
      const pullback = (cotangent: Float64Array): Float64Array =>
        pullbackTensors(network, theta, contractPullback(plan, contraction, cotangent, wanted));
      yield { first, values: contraction.value.interleaved, exponent: contraction.exponent, pullback };
    }
  };
}

/** For each row a 1 at the digit of a site: shape (rows, d). */
function chosen(digits: Uint8Array, sites: number, site: number, d: number): ComplexArray {
  const count = digits.length / sites;
  const interleaved = new Float64Array(2 * count * d);
  for (let row = 0; row < count; row++) interleaved[2 * (row * d + digits[row * sites + site]!)] = 1;
  return { shape: [count, d], interleaved };
}
