/** @file How precisely several parameters can be estimated at once: the bounds, and which measurements reach them. */

import { DomainError } from '../errors.ts';
import { type ComplexMatrix, identityMatrix } from '../linalg/complex.ts';
import { hermitianEigen, hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import { addScaledMatrix, adjoint, complexOf, multiply, type RealMatrix, trace } from '../linalg/matrix.ts';
import { solve } from '../linalg/solve.ts';
import { positiveRoot, withEigenvalues } from '../linalg/spectral-matrix.ts';
import type { MeasurementShare } from './classical-fisher.ts';
import type { DensityTangent } from './density-tangent.ts';
import { symmetricLogarithmicDerivative } from './symmetric-logarithmic-derivative.ts';

/** Bounds on the weighted error Tr W·cov(θ̂) per copy of the state, for unbiased estimators. */
export interface EstimationBounds {
  /** Tr W F⁻¹ with the symmetric logarithmic derivative. Attained for a single parameter. */
  readonly symmetric: number;
  /** Tr W Re F_R⁻¹ + ‖√W Im F_R⁻¹ √W‖₁ with the right logarithmic derivative; null unless the state has full rank. */
  readonly right: number | null;
  /**
   * R in [0, 1], the greatest |eigenvalue| of i F⁻¹ D: 0 if all parameters can be estimated as well together as alone.
   */
  readonly incompatibility: number;
  /** The Holevo bound, reached by measurements of many copies at once, lies between these two: see `holevoBound`. */
  readonly holevoAtLeast: number;
  readonly holevoAtMost: number;
}

/**
 * Bounds for the joint estimation of all parameters: the symmetric and the right logarithmic derivative bound, and the
 * limits between which the Holevo bound C_H lies,
 *
 *     max(C_S, C_R) ≤ C_H ≤ (1 + R)·C_S ≤ 2·C_S,    D_ij = Im Tr ρ L_i L_j,  R = ‖i F⁻¹ D‖.
 *
 * R = 0 (weak commutativity, Tr ρ[L_i, L_j] = 0) makes all of them equal.
 *
 * @param weight - W, shape (P, P), symmetric positive definite; default the identity
 * @throws {DomainError} F is singular: a combination of the parameters cannot be estimated at all
 *
 * Cost O(P·D³).
 *
 * @see Holevo, Probabilistic and Statistical Aspects of Quantum Theory (1982); Carollo, Spagnolo, Dubkov & Valenti,
 *   J. Stat. Mech. 094010 (2019)
 */
export function estimationBounds(tangent: DensityTangent, weight?: RealMatrix): EstimationBounds {
  const { rho, derivatives } = tangent;
  const parameters = derivatives.length;
  const unit = (k: number): Float64Array => Float64Array.from(derivatives, (_, i) => (i === k ? 1 : 0));
  const operators = derivatives.map((_, k) => symmetricLogarithmicDerivative(tangent, unit(k)));
  const correlations = tableOf(parameters, (i, j) => trace(multiply(multiply(rho, operators[i]!), operators[j]!)));
  const real = withPart(correlations, 0);
  const { values, vectors } = hermitianEigen(real);
  if (!(values[0]! > 1e-10 * values[parameters - 1]!)) {
    throw new DomainError(`estimationBounds: independent parameters required, got least eigenvalue ${values[0]} of F`);
  }
  const W = weight === undefined ? identityMatrix(parameters) : complexOf(weight);
  const symmetric = trace(multiply(W, solve(real, identityMatrix(parameters))))[0];
  const rootInverse = withEigenvalues(
    vectors,
    values.map((x) => 1 / Math.sqrt(x)),
  );
  // i·D is Hermitian; so is F^{−½} iD F^{−½}, with the eigenvalues of iF⁻¹D.
  const turned = multiply(multiply(rootInverse, withPart(correlations, 1)), rootInverse);
  const settled = addScaledMatrix(turned, [1, 0], adjoint(turned)); // where D vanishes, all of it is rounding
  const incompatibility = Math.max(...hermitianEigenvalues(settled).map((x) => Math.abs(x) / 2));
  const right = rightBound(tangent, W);
  return {
    symmetric,
    right,
    incompatibility,
    holevoAtLeast: Math.max(symmetric, right ?? 0),
    holevoAtMost: (1 + incompatibility) * symmetric,
  };
}

/**
 * The Gill–Massar inequality Tr F^Q⁺ F^C ≤ D − 1: no measurement of single copies of a state of dimension D learns more
 * than D − 1 parameters' worth in total. Slack D − 1 − Tr F^Q⁺F^C, not negative.
 *
 * @see Gill & Massar, Phys. Rev. A 61, 042312 (2000)
 */
export function gillMassarSlack({ total }: MeasurementShare, dimension: number): number {
  return dimension - 1 - total;
}

/** Tr W Re F_R⁻¹ + ‖√W Im F_R⁻¹ √W‖₁ with (F_R)_ij = Tr ∂_iρ ρ⁻¹ ∂_jρ. */
function rightBound({ rho, derivatives }: DensityTangent, W: ComplexMatrix): number | null {
  const spectrum = hermitianEigenvalues(rho);
  if (!(spectrum[0]! > 1e-10)) return null;
  const divided = derivatives.map((derivative) => solve(rho, derivative));
  const fisher = tableOf(derivatives.length, (i, j) => trace(multiply(derivatives[i]!, divided[j]!)));
  const inverse = solve(fisher, identityMatrix(derivatives.length));
  const half = positiveRoot(W);
  const turned = multiply(multiply(half, inverse), half);
  const imaginary = hermitianEigenvalues(withPart(turned, 1));
  return trace(turned)[0] + imaginary.reduce((sum, value) => sum + Math.abs(value), 0);
}

/** The matrix with these entries. */
function tableOf(size: number, entryAt: (i: number, j: number) => readonly [number, number]): ComplexMatrix {
  const interleaved = new Float64Array(2 * size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) interleaved.set(entryAt(i, j), 2 * (i * size + j));
  }
  return { rows: size, cols: size, interleaved };
}

/** The real part (0), or i times the imaginary part (1), of a Hermitian matrix: both Hermitian. */
function withPart(matrix: ComplexMatrix, part: 0 | 1): ComplexMatrix {
  return { ...matrix, interleaved: matrix.interleaved.map((x, at) => ((at & 1) === part ? x : 0)) };
}
