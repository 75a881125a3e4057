/** @file A term of neighbours between the tensors of a chain without end: on both sides of a site, and summed over all places. */

import { currentEngine } from '../engine/engine.ts';
import { type ComplexMatrix, identityMatrix } from '../linalg/complex.ts';
import { gmres } from '../linalg/gmres.ts';
import { addScaledMatrix, kronecker, multiply, trace, transpose } from '../linalg/matrix.ts';
import { length, plus } from '../linalg/real-vector.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import { leftTransfer, lent, rightTransfer, sameTensor } from './transfer-programs.ts';
import { tall, type UniformTensors, wide, withOperator } from './uniform-tensors.ts';

/** Share of the largest factor below which others are rounding. */
const ROUNDING = 1e-15;

/** h = Σ_k O_k ⊗ P_k with as few products as possible. */
export interface TermFactors {
  readonly first: readonly ComplexMatrix[];
  readonly second: readonly ComplexMatrix[];
}

/** The factors of a term of two sites, by the singular values of h_{(s's),(t't)}. */
export function termFactors({ rows, interleaved }: ComplexMatrix): TermFactors {
  const d = Math.round(Math.sqrt(rows));
  const moved = currentEngine().permute(interleaved, [d, d, d, d], [0, 2, 1, 3]);
  const { u, values, v } = singularValueDecomposition({ rows, cols: rows, interleaved: moved });
  const kept = values.filter((value, k) => k === 0 || value > ROUNDING * values[0]!);
  const column = ({ interleaved: all }: ComplexMatrix, k: number, [re, im]: readonly [number, number]) => {
    const out = new Float64Array(2 * rows);
    for (let i = 0; i < rows; i++) {
      out[2 * i] = re * all[2 * (i * rows + k)]!;
      out[2 * i + 1] = im * all[2 * (i * rows + k) + 1]!;
    }
    return { rows: d, cols: d, interleaved: out };
  };
  return {
    first: [...kept].map((value, k) => column(u, k, [value, value])),
    second: [...kept].map((_, k) => column(v, k, [1, -1])),
  };
}

/** Σ_s A_L^s† (O_k A_L)^s for each factor, bra bond × ket bond. */
export const factorsOnLeft = ({ left }: UniformTensors, { first }: TermFactors): readonly ComplexMatrix[] =>
  first.map((factor) => multiply(tall(left), tall(withOperator(left, factor)), { adjointA: true }));

/** Σ_s (P_k A_R)^s A_R^s† for each factor, ket bond × bra bond. */
export const factorsOnRight = ({ right }: UniformTensors, { second }: TermFactors): readonly ComplexMatrix[] =>
  second.map((factor) => multiply(wide(withOperator(right, factor)), wide(right), { adjointB: true }));

/** Sums of all terms to the left and to the right of a bond, without their mean; (bra, ket) and (ket, bra). */
export interface UniformEnvironments {
  /** Of a bond. */
  readonly energy: number;
  readonly left: ComplexMatrix;
  readonly right: ComplexMatrix;
  /** The term that meets a site, from its left, on (left bond, site), and from its right, on (site, right bond). */
  readonly meetsLeft: ComplexMatrix;
  readonly meetsRight: ComplexMatrix;
}

/**
 * Energy of a bond and the sums of all other terms, Σ_k T^k(h − e), by solving (1 − T + |1)(ρ|) X = h − e.
 *
 * @param tolerance - ‖residual‖ relative to ‖h − e‖
 * @param guess - sums that are nearly right, as those of the last iteration
 */
export function uniformEnvironments(
  tensors: UniformTensors,
  factors: TermFactors,
  tolerance: number,
  guess?: Pick<UniformEnvironments, 'left' | 'right'>,
): UniformEnvironments {
  const { left, right, centre } = tensors;
  const meetsLeft = kroneckerSum(factorsOnLeft(tensors, factors), factors.second);
  const meetsRight = kroneckerSum(factors.first.map(transpose), factorsOnRight(tensors, factors));
  const hLeft = multiply(tall(left), multiply(meetsLeft, tall(left)), { adjointA: true });
  const hRight = multiply(multiply(wide(right), meetsRight), wide(right), { adjointB: true });
  const onLeft = multiply(centre, centre, { adjointB: true }); // fixed point on the right of A_L
  const onRight = multiply(centre, centre, { adjointA: true }); // on the left of A_R
  return {
    energy: trace(multiply(hLeft, onLeft))[0],
    left: summed(leftTransfer(left.shape, 2), sameTensor(left), hLeft, onLeft, tolerance, guess?.left),
    right: summed(rightTransfer(right.shape, 2), sameTensor(right), hRight, onRight, tolerance, guess?.right),
    meetsLeft,
    meetsRight,
  };
}

/** Σ_k A_k ⊗ B_k. */
function kroneckerSum(a: readonly ComplexMatrix[], b: readonly ComplexMatrix[]): ComplexMatrix {
  return a.map((factor, k) => kronecker(factor, b[k]!)).reduce((sum, part) => addScaledMatrix(sum, [1, 0], part));
}

function summed(
  program: Parameters<typeof lent>[0],
  tensors: readonly [Float64Array, Float64Array],
  h: ComplexMatrix,
  rho: ComplexMatrix,
  tolerance: number,
  guess: ComplexMatrix | undefined,
): ComplexMatrix {
  const inputs = [h.interleaved, ...tensors, rho.interleaved, (guess ?? h).interleaved];
  return lent(program, inputs, ({ arithmetic, apply, packed, unpacked }) => {
    const { dot, addTo } = arithmetic;
    const [weight, one] = [packed(rho.interleaved), packed(identityMatrix(h.rows).interleaved)];
    /** X − T(X) + Tr(ρX)·1. */
    const equation = (x: Float64Array): Float64Array => {
      const out = plus(x, -1, apply(x));
      addTo(out, ...dot(weight, x), one);
      return out;
    };
    const b = packed(h.interleaved).slice();
    const [re, im] = dot(weight, b);
    addTo(b, -re, -im, one);
    const start = guess === undefined ? new Float64Array(b.length) : packed(guess.interleaved);
    const rest = guess === undefined ? b : plus(b, -1, equation(start));
    const relative = (tolerance * length(b)) / length(rest);
    const x =
      relative < 1
        ? plus(start, 1, gmres(equation, rest, { tolerance: relative, isComplex: !arithmetic.real }).value.x)
        : start;
    return { ...h, interleaved: unpacked(x) };
  });
}
