/** @file The spectrum of the transfer matrix of a chain without end, and how well its tensors determine it. */

import { DomainError } from '../errors.ts';
import { arnoldi, realArnoldi } from '../linalg/arnoldi.ts';
import type { ComplexArray, ComplexVector } from '../linalg/complex.ts';
import { randomStream } from '../linalg/random.ts';
import type { Solution } from '../solution.ts';
import { leftTransfer, lent, sameTensor } from './transfer-programs.ts';
import type { UniformChain } from './uniform-chain.ts';

/** The largest eigenvalues of the transfer matrix, and the length that follows. */
export interface TransferSpectrum {
  /** By modulus, descending; the first is 1. */
  readonly values: ComplexVector;
  /** ‖TX − λX‖ of each. */
  readonly residuals: Float64Array;
  /** How far each is from the nearest eigenvalue of the other canonical form, which in exact arithmetic is the same matrix in another basis. */
  readonly errors: Float64Array;
  /** ξ = −1/ln|λ₂|, in sites: how far connected correlations reach; ∞ for a degenerate state. */
  readonly correlationLength: number;
}

/**
 * The spectrum of X ↦ Σ_s A_L^s† X A_L^s of a uniform chain: connected correlations at distance r are sums of λ_k^{r−1}. ξ grows with the
 * bond dimension towards that of the ground state.
 *
 * Columns of A_L = A_C C⁻¹ that belong to a Schmidt value s are determined to rounding divided by s, and eigenvalues that live on them
 * no better. A_R has other errors: hence `errors`.
 *
 * @param count - how many; default 4
 * @returns `converged` where all residuals are below 1e-12; the steps of both forms together
 * @throws {DomainError} a count that is not a whole number from 1 to D²
 */
export function transferSpectrum({ tensors }: UniformChain, count = 4): Solution<TransferSpectrum> {
  const { left, right, centre } = tensors;
  const most = centre.rows ** 2;
  if (!(Number.isInteger(count) && count >= 1)) {
    throw new DomainError(`transferSpectrum: a whole number of eigenvalues from 1 required, got ${count}`);
  }
  const wanted = Math.min(count, most);
  const own = dominant(left, wanted);
  const other = dominant(right, Math.min(most, wanted + 2)); // two more, lest one of a pair be missed
  const { values, residuals } = own.value;
  const errors = Float64Array.from({ length: wanted }, (_, k) => distanceTo(values, k, other.value.values));
  const second = wanted === 1 ? 0 : Math.hypot(values.interleaved[2]!, values.interleaved[3]!);
  const value = { values, residuals, errors, correlationLength: -1 / Math.log(Math.min(1, second)) };
  const result = own.result === 'converged' ? other.result : own.result;
  return { value, result, steps: own.steps + other.steps };
}

function dominant(tensor: ComplexArray, count: number) {
  const [D] = tensor.shape as [number];
  const stream = randomStream(1, 'transfer spectrum');
  const start = Float64Array.from({ length: 2 * D * D }, (_, k) => (k % 2 === 0 ? stream.normal() : 0));
  return lent(leftTransfer(tensor.shape), [start, ...sameTensor(tensor)], ({ arithmetic, apply, packed }) =>
    arithmetic.real
      ? realArnoldi(apply, packed(start), { count })
      : arnoldi(
          ({ length, interleaved }) => ({ length, interleaved: apply(interleaved) }),
          { length: D * D, interleaved: start },
          { count },
        ),
  );
}

function distanceTo({ interleaved: a }: ComplexVector, k: number, { length, interleaved: b }: ComplexVector): number {
  let least = Infinity;
  for (let j = 0; j < length; j++) {
    least = Math.min(least, Math.hypot(a[2 * k]! - b[2 * j]!, a[2 * k + 1]! - b[2 * j + 1]!));
  }
  return least;
}
