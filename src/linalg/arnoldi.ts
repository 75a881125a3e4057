/** @file The dominant eigenvalues of an operator that is known only by its action and need not be Hermitian. */

import { ShapeError } from '../errors.ts';
import type { Solution } from '../solution.ts';
import { type ComplexVector, identityMatrix } from './complex.ts';
import { type DominantOptions, dominantEigenpairs, type RealLinearMap } from './dominant-eigenpairs.ts';
import type { LinearMap } from './krylov.ts';
import { COMPLEX_ARITHMETIC, type KrylovArithmetic, REAL_ARITHMETIC } from './krylov-arithmetic.ts';
import { columnOf, matrixOfColumns, multiply } from './matrix.ts';
import { solve } from './solve.ts';

export interface ArnoldiOptions<Map> extends DominantOptions {
  /** x ↦ A†x. Where given, left eigenvectors are found as well, by as many applications of it. */
  readonly adjoint?: Map;
}

/** A·right[k] = values[k]·right[k] and left[k]†·A = values[k]·left[k]†. */
export interface DominantEigenpairs {
  readonly values: ComplexVector;
  /** Unit vectors. */
  readonly right: readonly ComplexVector[];
  /** ‖A·right[k] − values[k]·right[k]‖. */
  readonly residuals: Float64Array;
  /** ⟨left[j]|right[k]⟩ = δ_jk; none without `adjoint`. */
  readonly left: readonly ComplexVector[];
  /** ‖A†·left[k] − values[k]*·left[k]‖/‖left[k]‖. */
  readonly leftResiduals: Float64Array;
}

/**
 * The dominant eigenvalues and eigenvectors of a general operator A by the Krylov–Schur method: Arnoldi's recursion in
 * bounded memory, restarted with the wanted Schur vectors. Right for transfer matrices of chains, scaling superoperators
 * and channels, whose dominant eigenvalues are apart in modulus. Inner eigenvalues are not found this way.
 * O(basisSize·dimension) on top of each application of A.
 *
 * A multiplet is found as far as `completeMultiplets` searches for it. A defective eigenvalue has fewer eigenvectors
 * than its multiplicity: then some of `right` are parallel within rounding, and `left` are large.
 *
 * @param apply - x ↦ Ax
 * @param start - any vector that is not zero; take a random one where nothing better is known
 * @returns `converged` if all residuals are within tolerance, `stalled` if rounding prevents that, `max-steps`
 * @throws {DomainError} the start is zero, or the start or the operator is not finite
 * @throws {ShapeError} more eigenvalues are wanted than exist
 *
 * @see Stewart, SIAM J. Matrix Anal. Appl. 23, 601 (2001)
 */
export function arnoldi(
  apply: LinearMap,
  start: ComplexVector,
  options: ArnoldiOptions<LinearMap> = {},
): Solution<DominantEigenpairs> {
  const { adjoint, ...rest } = options;
  return bothSides(COMPLEX_ARITHMETIC, plain(apply), start.interleaved, rest, adjoint && plain(adjoint));
}

/**
 * `arnoldi` for a real operator, all in real arithmetic: vectors of half the memory and applications of a quarter of
 * the operations. Complex eigenvalues come in conjugate pairs; imaginary parts within the tolerance are zero.
 *
 * @throws {DomainError} the start is zero, or the start or the operator is not finite
 * @throws {ShapeError} more eigenvalues are wanted than exist
 */
export function realArnoldi(
  apply: RealLinearMap,
  start: Float64Array,
  options: ArnoldiOptions<RealLinearMap> = {},
): Solution<DominantEigenpairs> {
  const { adjoint, ...rest } = options;
  return bothSides(REAL_ARITHMETIC, apply, start, rest, adjoint);
}

const plain =
  (apply: LinearMap): RealLinearMap =>
  (x) =>
    apply({ length: x.length / 2, interleaved: x }).interleaved;

function bothSides(
  arithmetic: KrylovArithmetic,
  apply: RealLinearMap,
  start: Float64Array,
  options: DominantOptions,
  adjoint: RealLinearMap | undefined,
): Solution<DominantEigenpairs> {
  const dimension = arithmetic.real ? start.length : start.length / 2;
  const { count = 1 } = options;
  if (!(Number.isInteger(count) && count >= 1 && count <= dimension)) {
    throw new ShapeError(`arnoldi: between 1 and ${dimension} eigenvalues required, got ${count}`);
  }
  const right = dominantEigenpairs(arithmetic, apply, start, options, count);
  const { values, vectors, residuals } = right.value;
  if (adjoint === undefined) {
    return { ...right, value: { values, right: vectors, residuals, left: [], leftResiduals: new Float64Array() } };
  }
  // Two more, lest the last wanted value be one of a pair of which the other side keeps the other member.
  const other = dominantEigenpairs(arithmetic, adjoint, start, options, Math.min(dimension, count + 2));
  const partners = partnersOf(values, other.value.values);
  const left = biorthogonal(
    partners.map((k) => other.value.vectors[k]!),
    vectors,
  );
  const leftResiduals = Float64Array.from(partners, (k) => other.value.residuals[k]!);
  const result = right.result === 'converged' ? other.result : right.result;
  return {
    value: { values, right: vectors, residuals, left, leftResiduals },
    result,
    steps: right.steps + other.steps,
  };
}

/** For every value the index of the nearest complex conjugate among the others, each taken once. */
function partnersOf(
  { length, interleaved: a }: ComplexVector,
  { length: many, interleaved: b }: ComplexVector,
): number[] {
  const free = new Set(Array.from({ length: many }, (_, j) => j));
  return Array.from({ length }, (_, k) => {
    const distance = (j: number): number => Math.hypot(a[2 * k]! - b[2 * j]!, a[2 * k + 1]! + b[2 * j + 1]!);
    const nearest = [...free].reduce((best, j) => (distance(j) < distance(best) ? j : best));
    free.delete(nearest);
    return nearest;
  });
}

/** Combinations W·M⁻† of the left vectors with ⟨w_j|v_k⟩ = δ_jk, M_jk = ⟨w_j|v_k⟩. */
function biorthogonal(left: readonly ComplexVector[], right: readonly ComplexVector[]): readonly ComplexVector[] {
  const w = matrixOfColumns(left);
  const overlaps = multiply(w, matrixOfColumns(right), { adjointA: true });
  const turned = multiply(w, solve(overlaps, identityMatrix(left.length)), { adjointB: true });
  return left.map((_, k) => columnOf(turned, k));
}
