/** @file The bound by an observable with every rounding error accounted for. */

import { type ComplexMatrix, type ComplexVector, identityMatrix, zeroMatrix } from '../linalg/complex.ts';
import { eigenvalueCeiling, roundingFactor } from '../linalg/eigenvalue-ceiling.ts';
import { addScaledMatrix, frobeniusNorm, imaginaryPart, multiply, realPart } from '../linalg/matrix.ts';
import { type PauliSum, pauliSumMatrix } from '../operator/pauli-sum.ts';
import type { Controls } from './controls.ts';
import { reciprocalRootIntegral } from './reciprocal-root-integral.ts';
import { hermitianAsSymmetric } from './symmetric-blocks.ts';
import { onCopies } from './symmetric-power.ts';
import { addSymmetricSquare, symmetricSquare } from './symmetric-square.ts';
import { transposedSquare } from './transposed-square.ts';
import {
  cellEnds,
  cellOperator,
  checkObservableBound,
  endExpectations,
  type GivenCell,
  observableForms,
} from './verified-observable-bound.ts';

/**
 * `verifiedObservableBound` with outward rounding in place of the 10⁻⁹ that it adds: a proof in floating-point arithmetic for
 * the observable, the states and the cells as the doubles that they are given by.
 *
 * Errors, with γ_k = ku/(1 − ku) for k roundings, u = 2⁻⁵³:
 *
 * 1. The operator M = Q − bT − νV + Y^Γ. Each entry is a sum of products, by at most k roundings one after the other, so that its
 *    error is at most γ_k times the same sum of absolute values, M̄, which is computed, too; ‖ΔM‖ ≤ 2√2 γ_k‖M̄‖_F, the 2 for the
 *    rounding of M̄ itself. k counts terms of A, words, entries of the vectors y and copies, generously.
 * 2. λ_max(M) by `eigenvalueCeiling`: Cholesky's factorisation, with Rump's bound.
 * 3. ⟨A⟩ at the ends is uncertain by δ ≤ γ Σ|coefficients|; the first and the last cell are made shorter by δ. As x₀ and x₁ may be
 *    any numbers in the proof, those of the other ends are exact.
 * 4. c + bx at the ends is rounded up by 8u of its terms, and 10⁻¹³ is taken off the time of each cell, for Math.sqrt, atan and
 *    atanh, which are trusted to 10⁻¹⁴.
 *
 * The proof that the exact number is a bound is that of `verifiedObservableBound`. A reader needs no optimiser.
 *
 * @returns a little less than the exact bound, for three qubits by 10⁻⁷ or less
 * @throws {ShapeError | DomainError} as `verifiedObservableBound`
 *
 * Twice the cost of `verifiedObservableBound`, and Cholesky factorisations of real matrices of twice the dimension.
 */
export function provenObservableBound(
  controls: Controls,
  from: ComplexVector,
  to: ComplexVector,
  observable: PauliSum,
  cells: readonly GivenCell[],
  copies = 2,
): number {
  checkObservableBound('provenObservableBound', controls, from, to, observable, cells, copies);
  const [start, end] = endExpectations(observable, from, to);
  const d = 2 ** controls.qubits;
  const terms = observable.terms.length;
  const size = observable.terms.reduce((sum, { coefficient }) => sum + Math.abs(coefficient), 0);
  const uncertain = 2 * roundingFactor(2 * terms + 4 * d + 16) * size;
  const A = pauliSumMatrix(observable);
  const [forms, absolute] = [observableForms(controls, A, copies), absoluteForms(controls, observable, copies)];
  const direction = Math.sign(end - start);
  const grid = cellEnds(cells.length).map((u) => start + (end - start) * u);
  return cells.reduce((sum, cell, k) => {
    const [x0, x1] = [grid[k]!, grid[k + 1]!];
    const M = cellOperator(forms, cell, x0, x1);
    const rank = cell.transposed?.length ?? 0;
    const roundings = 2 * terms + 4 * controls.words.length + d * d + 2 * d + rank + copies ** 3 + 64;
    const error = 2 * Math.SQRT2 * roundingFactor(roundings) * frobeniusNorm(absoluteOperator(absolute, cell, x0, x1));
    const real = imaginaryPart(M).data.every((x) => x === 0);
    const c = eigenvalueCeiling(real ? realPart(M) : hermitianAsSymmetric(realPart(M), imaginaryPart(M))) + error;
    const [first, last] = [
      k === 0 ? x0 + direction * uncertain : x0,
      k === cells.length - 1 ? x1 - direction * uncertain : x1,
    ];
    const time = (last - first) * direction > 0 ? leastTime(cell, c, [x0, x1], [first, last]) : 0;
    return sum + time * (1 - 1e-13);
  }, 0);
}

/** ∫ dx/√q over a part of a cell, with q rounded up. */
function leastTime(
  { b, nu }: GivenCell,
  c: number,
  [x0, x1]: readonly [number, number],
  [first, last]: readonly [number, number],
): number {
  const above = (x: number): number => {
    const inside = nu * (x - x0) * (x - x1);
    const terms = Math.abs(c) + Math.abs(b * x) + Math.abs(nu) * (Math.abs(x) + Math.abs(x0) + Math.abs(x1)) ** 2;
    return c + b * x + inside + 8 * Number.EPSILON * terms;
  };
  return reciprocalRootIntegral(Math.abs(last - first), above(first), above(last), nu).value;
}

/** Sums of absolute values with the shape of the forms; real and imaginary parts add up. */
function absoluteForms({ words, weights, qubits }: Controls, observable: PauliSum, copies: number) {
  const d = 2 ** qubits;
  const A = observable.terms.reduce(
    (sum, { word, coefficient }) =>
      addScaledMatrix(sum, [Math.abs(coefficient), 0], absoluteValues(pauliMatrix(qubits, word))),
    zeroMatrix(d, d),
  );
  const one = identityMatrix(d);
  const pairs = (d * (d + 1)) / 2;
  const speeds = zeroMatrix(pairs, pairs);
  words.forEach((word, p) => {
    const P = absoluteValues(pauliMatrix(qubits, word));
    const rate = addScaledMatrix(multiply(P, A), [1, 0], multiply(A, P));
    addSymmetricSquare(speeds, 2 / weights[p]!, rate, rate); // 2 as products of complex numbers have two terms
  });
  const [Q, T, W, identity] = [speeds, symmetricSquare(A, one), symmetricSquare(A, A), symmetricSquare(one, one)].map(
    (M) => onCopies(M, d, copies),
  );
  return { Q: Q!, T: T!, W: W!, identity: identity!, dimension: d, copies };
}

function absoluteOperator(
  { Q, T, W, identity, dimension, copies }: ReturnType<typeof absoluteForms>,
  { b, nu, transposed = [] }: GivenCell,
  x0: number,
  x1: number,
): ComplexMatrix {
  const vectors = transposed.map((y) => Float64Array.from(y, Math.abs));
  const added = vectors.length === 0 ? undefined : onCopies(transposedSquare(vectors, dimension), dimension, copies);
  return [
    [Math.abs(nu) * (Math.abs(x0) + Math.abs(x1)) + Math.abs(b), T] as const,
    [2 * Math.abs(nu), W] as const,
    [Math.abs(nu * x0 * x1), identity] as const,
    ...(added === undefined ? [] : [[1, added] as const]),
  ].reduce((sum, [s, part]) => addScaledMatrix(sum, [s, 0], part), Q);
}

const pauliMatrix = (qubits: number, word: string): ComplexMatrix =>
  pauliSumMatrix({ qubits, terms: [{ word, coefficient: 1 }] });

/** |re| + |im| of each entry. */
function absoluteValues({ rows, cols, interleaved }: ComplexMatrix): ComplexMatrix {
  const out = zeroMatrix(rows, cols);
  for (let at = 0; at < interleaved.length; at += 2) {
    out.interleaved[at] = Math.abs(interleaved[at]!) + Math.abs(interleaved[at + 1]!);
  }
  return out;
}
