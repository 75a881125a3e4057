/** @file The speed of an observable on two copies of a system, by commutators. */

import type { RealMatrix } from '../linalg/matrix.ts';
import { addReal, multiplyReal, transposeReal } from '../linalg/real-product.ts';
import { dot } from '../linalg/real-vector.ts';

/** Quadratic forms Q and W and the linear form T of the coefficients a of an observable, in one block. */
export interface SpeedBlock {
  readonly size: number;
  /** Q, W = A ⊗ A and T = A ⊗ 1, symmetric, row-major. */
  sums(a: Float64Array): SpeedSums;
  /** A ⊗ 1 alone. */
  mean(a: Float64Array): Float64Array;
  /** (A ⊗ B + B ⊗ A)/2 of two observables. */
  product(a: Float64Array, b: Float64Array): Float64Array;
  /** The gradient in a of Tr R_Q Q + Tr R_W W + Tr R_T T with symmetric R; those left out are 0. */
  derivatives(a: Float64Array, R: Partial<SpeedSums>): Float64Array;
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
    mean: (a) => combined(a).T.data,
    product: (a, b) => {
      const [first, second] = [combined(a), combined(b)];
      const both = multiplyReal(first.T, second.T, { transposeB: true });
      const rest = odd === 0 ? both : addReal(both, -1, multiplyReal(first.D, second.D, { transposeB: true }));
      const mirrored = transposeReal(rest).data;
      return rest.data.map((x, at) => (x + mirrored[at]!) / 2);
    },
    derivatives: (a, R) => {
      const { T, D } = combined(a);
      const { byT, byD } = byParts(pairs, T, D, R);
      let trace = 0;
      for (let v = 0; v < size; v++) trace += byT[v * (size + 1)]!;
      return a.map(
        (_, m) => product(byT, pairs.means[m]?.data) + product(byD, pairs.differences[m]?.data) - shifts[m]! * trace,
      );
    },
  };
}

/** The derivatives of Tr R_Q Q + Tr R_W W + Tr R_T T by T and by D; empty where that has no entries or nothing depends on it. */
function byParts(
  { size, odd, evenCoupling, oddCoupling }: CopyPairs,
  T: RealMatrix,
  D: RealMatrix,
  R: Partial<SpeedSums>,
): { readonly byT: Float64Array; readonly byD: Float64Array } {
  const square = (data: Float64Array): RealMatrix => ({ rows: size, cols: size, data });
  const RQ = R.Q && square(R.Q);
  const turned = RQ && multiplyReal(RQ, evenCoupling);
  let RW = square(R.W ?? new Float64Array(size * size));
  if (turned !== undefined) RW = addReal(addReal(RW, -1, turned), -1, transposeReal(turned));
  else if (R.W === undefined) return { byT: R.T ?? new Float64Array(size * size), byD: new Float64Array(0) };
  /** R_Q X Ω + ½R_W X. */
  const around = (X: RealMatrix, coupling: RealMatrix): RealMatrix => {
    const second = multiplyReal(RW, X);
    if (RQ === undefined) return { ...second, data: second.data.map((x) => x / 2) };
    return addReal(multiplyReal(multiplyReal(RQ, X), coupling), 0.5, second);
  };
  const first = around(T, evenCoupling);
  const mirrored = transposeReal(first).data;
  return {
    byT: first.data.map((x, at) => 2 * (x + mirrored[at]!) + (R.T?.[at] ?? 0)),
    byD: odd === 0 ? new Float64Array(0) : around(D, oddCoupling).data.map((x) => -4 * x),
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
  y === undefined || x.length === 0 ? 0 : dot(x, y);
