/** @file The speed of an observable on two copies of a system, by commutators. */

import type { RealMatrix } from '../linalg/matrix.ts';
import { addReal, multiplyReal, transposeReal } from '../linalg/real-product.ts';
import { dot } from '../linalg/real-vector.ts';

/** Quadratic forms Q and W and the linear form T of the coefficients a of an observable, in one block. */
export interface SpeedBlock {
  readonly size: number;
  /** Q, W = A ⊗ A and T = A ⊗ 1, symmetric, row-major. */
  sums(a: Float64Array): SpeedSums;
  /** The gradient in a of Tr R_Q Q + Tr R_W W + Tr R_T T with symmetric R. */
  derivatives(a: Float64Array, R: SpeedSums): Float64Array;
}

/** Three matrices of one block, row-major. */
export interface SpeedSums {
  readonly Q: Float64Array;
  readonly W: Float64Array;
  readonly T: Float64Array;
}

/**
 * A subspace of two copies that A ⊗ 1, 1 ⊗ A and Ω = Σ_P P ⊗ P/w_P keep, for A = Σ_m a_m B_m, in a basis of states that
 * exchange of the copies leaves (even, first) or turns (odd).
 */
export interface CopyPairs {
  /** Even states. */
  readonly size: number;
  readonly odd: number;
  /** Ω among even, and among odd states. */
  readonly evenCoupling: RealMatrix;
  readonly oddCoupling: RealMatrix;
  /** B_m ⊗ 1 among even states; null if it vanishes. */
  readonly means: readonly (RealMatrix | null)[];
  /** B_m ⊗ 1 from odd to even states, shape (size, odd). */
  readonly differences: readonly (RealMatrix | null)[];
}

/**
 * The forms of B_m − s_m by commutators: as P ⊗ 1 commutes with 1 ⊗ A,
 *
 *     Σ_P i[P, A] ⊗ i[P, A]/w_P = −[A ⊗ 1, [1 ⊗ A, Ω]],   Ω = Σ_P P ⊗ P/w_P.
 *
 * With T = (A ⊗ 1 + 1 ⊗ A)/2 among even states and D = A ⊗ 1 from odd to even ones, where Ω is Ω₊ and Ω₋,
 *
 *     W = T² − DDᵀ,   Q = 2(TΩ₊T − DΩ₋Dᵀ) − (Ω₊W + WΩ₊).
 *
 * O(size³), whatever the number of words and of unknowns, but for sums over the latter.
 */
export function speedBlock(pairs: CopyPairs, shifts: Float64Array): SpeedBlock {
  const { size, odd, evenCoupling, oddCoupling } = pairs;
  const combined = (a: Float64Array): { readonly T: RealMatrix; readonly D: RealMatrix } => {
    const T = { rows: size, cols: size, data: new Float64Array(size * size) };
    const D = { rows: size, cols: odd, data: new Float64Array(size * odd) };
    a.forEach((factor, m) => {
      addTo(T.data, factor, pairs.means[m]?.data);
      addTo(D.data, factor, pairs.differences[m]?.data);
    });
    const shift = dot(a, shifts);
    for (let v = 0; v < size; v++) T.data[v * (size + 1)] = T.data[v * (size + 1)]! - shift;
    return { T, D };
  };
  return {
    size,
    sums: (a) => {
      const { T, D } = combined(a);
      const W = addReal(multiplyReal(T, T), -1, squared(D));
      const turned = multiplyReal(evenCoupling, W);
      const first = multiplyReal(multiplyReal(T, evenCoupling), T);
      const second =
        odd === 0 ? W.data.map(() => 0) : multiplyReal(multiplyReal(D, oddCoupling), D, { transposeB: true }).data;
      const mirrored = transposeReal(turned).data;
      const Q = first.data.map((x, at) => 2 * (x - second[at]!) - turned.data[at]! - mirrored[at]!);
      return { Q, W: W.data, T: T.data };
    },
    derivatives: (a, R) => {
      const { T, D } = combined(a);
      const RQ = { rows: size, cols: size, data: R.Q };
      const turned = multiplyReal(RQ, evenCoupling);
      const RW = addReal(addReal({ rows: size, cols: size, data: R.W }, -1, turned), -1, transposeReal(turned));
      const around = addReal(multiplyReal(multiplyReal(RQ, T), evenCoupling), 0.5, multiplyReal(RW, T));
      const mirrored = transposeReal(around).data;
      const byT = around.data.map((x, at) => 2 * (x + mirrored[at]!) + R.T[at]!);
      const byD =
        odd === 0
          ? new Float64Array(0)
          : addReal(multiplyReal(multiplyReal(RQ, D), oddCoupling), 0.5, multiplyReal(RW, D)).data.map((x) => -4 * x);
      let trace = 0;
      for (let v = 0; v < size; v++) trace += byT[v * (size + 1)]!;
      return a.map(
        (_, m) => product(byT, pairs.means[m]?.data) + product(byD, pairs.differences[m]?.data) - shifts[m]! * trace,
      );
    },
  };
}

/** DDᵀ. */
function squared(D: RealMatrix): RealMatrix {
  if (D.cols === 0) return { rows: D.rows, cols: D.rows, data: new Float64Array(D.rows ** 2) };
  return multiplyReal(D, D, { transposeB: true });
}

function addTo(out: Float64Array, s: number, part: Float64Array | undefined): void {
  if (part === undefined || s === 0) return;
  for (let at = 0; at < out.length; at++) out[at] = out[at]! + s * part[at]!;
}

const product = (x: Float64Array, y: Float64Array | undefined): number =>
  y === undefined || y.length === 0 ? 0 : dot(x, y);
