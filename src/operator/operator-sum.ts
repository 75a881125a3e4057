/** @file Sums of products of operators on sites of any dimension: spins 1 and 3/2, bosons, fermions, and qubits. */

import { DomainError, ShapeError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { support } from './pauli.ts';
import { checkPauliSum, type PauliSum, pauliSumMatrix } from './pauli-sum.ts';

/** An operator on one site, shape (d, d). */
export interface SiteFactor {
  readonly site: number;
  readonly matrix: ComplexMatrix;
}

/** A real multiple of a product of operators on different sites; no factors: of the identity. */
export interface OperatorTerm {
  readonly coefficient: number;
  readonly factors: readonly SiteFactor[];
}

/** The operator Σ_k c_k Π_j M_kj on sites of the given dimensions, Hermitian as a whole. */
export interface OperatorSum {
  readonly dimensions: readonly number[];
  readonly terms: readonly OperatorTerm[];
}

/** Relative size below which a coefficient of H − H† is rounding. */
const HERMITIAN = 1e-10;

/**
 * Checks an operator sum: sites that exist, once in a term, matrices that fit them, finite numbers, H = H†.
 *
 * @throws {ShapeError | DomainError} naming the first term that is wrong, or a matrix element ⟨a|H − H†|b⟩ that is not 0
 *
 * Cost of the last O(Σ Π nonzero entries of the factors).
 */
export function checkOperatorSum({ dimensions, terms }: OperatorSum): void {
  if (dimensions.length === 0 || dimensions.some((d) => !(Number.isInteger(d) && d >= 1))) {
    throw new ShapeError(`operator sum: at least one site, of dimension 1 or more, required, got [${dimensions}]`);
  }
  terms.forEach(({ coefficient, factors }, k) => {
    if (!Number.isFinite(coefficient)) {
      throw new DomainError(`operator sum: finite coefficients required, got ${coefficient} in term ${k}`);
    }
    const sites = factors.map(({ site }) => site);
    if (new Set(sites).size < sites.length || sites.some((site) => dimensions[site] === undefined)) {
      throw new ShapeError(
        `operator sum: different sites of 0 … ${dimensions.length - 1} required, got [${sites}] in term ${k}`,
      );
    }
    for (const { site, matrix } of factors) {
      const d = dimensions[site]!;
      if (matrix.rows !== d || matrix.cols !== d) {
        throw new ShapeError(
          `operator sum: a matrix ${d}×${d} at site ${site} required, got ${matrix.rows}×${matrix.cols} in term ${k}`,
        );
      }
      if (!matrix.interleaved.every(Number.isFinite)) {
        throw new DomainError(`operator sum: finite matrices required, got others at site ${site} in term ${k}`);
      }
    }
  });
  checkHermitian(terms);
}

/** Compares the coefficient of every product of matrix units |i⟩⟨j| with that of its adjoint. */
function checkHermitian(terms: readonly OperatorTerm[]): void {
  const coefficients = new Map<string, [re: number, im: number]>();
  let largest = 0;
  for (const { coefficient, factors } of terms) {
    const ordered = factors.toSorted((a, b) => a.site - b.site);
    const extend = (depth: number, unit: string, re: number, im: number): void => {
      const factor = ordered[depth];
      if (factor === undefined) {
        const known = coefficients.get(unit) ?? [0, 0];
        coefficients.set(unit, [known[0] + re, known[1] + im]);
        largest = Math.max(largest, Math.hypot(re, im));
        return;
      }
      const { site, matrix } = factor;
      for (let at = 0; at < matrix.rows * matrix.cols; at++) {
        const [x, y] = [matrix.interleaved[2 * at]!, matrix.interleaved[2 * at + 1]!];
        if (x === 0 && y === 0) continue;
        const [i, j] = [Math.floor(at / matrix.cols), at % matrix.cols];
        extend(depth + 1, `${unit}${site}:${i},${j};`, re * x - im * y, re * y + im * x);
      }
    };
    extend(0, '', coefficient, 0);
  }
  for (const [unit, [re, im]] of coefficients) {
    const [a, b] = coefficients.get(unit.replaceAll(/:(\d+),(\d+);/g, ':$2,$1;')) ?? [0, 0];
    if (Math.hypot(re - a, im + b) > HERMITIAN * largest) {
      throw new DomainError(
        `operator sum: H = H† required, got the coefficient ${re} + ${im}i of ${unit || '1'} and ${a} + ${b}i of its adjoint`,
      );
    }
  }
}

/**
 * A Pauli sum as an operator sum on qubits.
 *
 * @throws {ShapeError | DomainError} the sum is not valid, see `checkPauliSum`
 */
export function operatorSumOfPauli(sum: PauliSum): OperatorSum {
  checkPauliSum(sum);
  const letters = Object.fromEntries(
    ['X', 'Y', 'Z'].map((word) => [word, pauliSumMatrix({ qubits: 1, terms: [{ word, coefficient: 1 }] })]),
  );
  return {
    dimensions: new Array<number>(sum.qubits).fill(2),
    terms: sum.terms.map(({ word, coefficient }) => ({
      coefficient,
      factors: support(word).map((site) => ({ site, matrix: letters[word[site]!]! })),
    })),
  };
}
