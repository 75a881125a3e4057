/**
 * @file The Holevo bound: how precisely several parameters can be estimated by measuring many copies of a state at
 * once.
 */

import { DomainError } from '../errors.ts';
import { type ComplexMatrix, identityMatrix } from '../linalg/complex.ts';
import { hermitianEigen, hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import { addScaledMatrix, complexOf, multiply, type RealMatrix } from '../linalg/matrix.ts';
import { solve } from '../linalg/solve.ts';
import { withEigenvalues } from '../linalg/spectral-matrix.ts';
import type { Solution } from '../solution.ts';
import type { DensityTangent } from './density-tangent.ts';
import { estimationProblem, type InnerMinimum, innerMinimum, timesI } from './logarithmic-derivatives.ts';
import { monotoneMetric } from './monotone-metrics.ts';

/** The Holevo bound between two numbers that duality proves. */
export interface HolevoBound {
  /** The value that the operators reach: an upper bound of C_H, equal to it up to the gap. */
  readonly bound: number;
  /** A lower bound of C_H, from a point of the dual programme. */
  readonly atLeast: number;
  /** Hermitian operators Y_k with Tr ∂_iρ Y_k = (√W)_ik: what to measure, jointly, for √W θ. */
  readonly operators: readonly ComplexMatrix[];
}

/** How the programme is solved. */
export interface HolevoOptions {
  /**
   * W, shape (P, P), symmetric positive semidefinite: 0 for parameters that need not be known; default the identity.
   */
  readonly weight?: RealMatrix;
  /** Greatest gap between both numbers, relative to the bound; default 1e-9. */
  readonly tolerance?: number;
  /** Most Newton steps; default 200. */
  readonly maxSteps?: number;
}

/**
 * The Holevo bound of the weighted error Tr W·cov(θ̂) per copy, reached by measurements of many copies together:
 *
 *     C_H = min { Tr Re Z + ‖Im Z‖₁ : Tr ∂_iρ Y_k = (√W)_ik },    Z_jk = Tr ρ Y_j Y_k,
 *
 * over Hermitian operators Y. Because ‖N‖₁ = max Σ A_jk N_jk over antisymmetric A of norm at most 1, and the minimum
 * over Y is known in closed form for every A, C_H = max_A g(A) with a concave g of P(P − 1)/2 variables. Newton's
 * method with the barrier ½ log det(1 + A²) follows its central path; each A gives a lower bound, and operators that
 * give an upper one, so the result carries its own proof. A = 0 gives the bound of the symmetric logarithmic
 * derivative. Pure and mixed states; the part of ∂ρ inside the kernel of ρ is left out.
 *
 * @throws {DomainError} a combination of the parameters that cannot be estimated at all, or a weight that is not
 *   positive semidefinite
 *
 * Cost O(P³·D² + P⁶) for each of about 30 steps.
 *
 * @see Holevo, Probabilistic and Statistical Aspects of Quantum Theory (1982); Nagaoka, IEICE Tech. Rep. IT 89-42
 *   (1989), for this form; Albarelli, Friel & Datta, Phys. Rev. Lett. 123, 200503 (2019), for it as a convex programme
 */
export function holevoBound(
  tangent: DensityTangent,
  { weight, tolerance = 1e-9, maxSteps = 200 }: HolevoOptions = {},
): Solution<HolevoBound> {
  const size = tangent.derivatives.length;
  const information = hermitianEigenvalues(complexOf(monotoneMetric(tangent, 'SLD')));
  if (!(information[0]! > 1e-10 * information[size - 1]!)) {
    throw new DomainError(`holevoBound: independent parameters required, got least eigenvalue ${information[0]} of F`);
  }
  const problem = estimationProblem(tangent, rootOf(weight === undefined ? identityMatrix(size) : complexOf(weight)));
  let A: RealMatrix = { rows: size, cols: size, data: new Float64Array(size * size) };
  let inner = innerMinimum(problem, A);
  let [above, below] = [inner, inner.value];
  let mu = inner.value;
  let steps = 0;
  const open = (): boolean => above.above - below > tolerance * above.above;
  for (; open() && steps < maxSteps; steps++) {
    const { direction, decrement } = newtonStep(A, inner, mu);
    // The damped step stays inside the unit ball, where the barrier is finite.
    const data = A.data.map((x, k) => x + direction[k]! / (1 + decrement));
    A = { ...A, data };
    inner = innerMinimum(problem, A);
    if (inner.above < above.above) above = inner;
    below = Math.max(below, inner.value);
    if (decrement < 0.5) mu /= 10;
  }
  const { basis } = problem;
  const operators = above.operators.map(({ interleaved }) =>
    multiply(multiply(basis, { rows: basis.rows, cols: basis.rows, interleaved }), basis, { adjointB: true }),
  );
  const value = { bound: above.above, atLeast: Math.min(below, above.above), operators };
  return { value, result: open() ? 'max-steps' : 'converged', steps };
}

/** Newton's step of g + μ·½ log det(1 + A²), shape (P, P), and its length in the norm of the Hessian over μ. */
function newtonStep(A: RealMatrix, inner: InnerMinimum, mu: number) {
  const size = A.rows;
  const pairs = Array.from({ length: size }, (_, j) => Array.from({ length: j }, (_, k) => [k, j] as const)).flat();
  const H = timesI(A);
  const unit = identityMatrix(size);
  const slope = solve(addScaledMatrix(unit, [-1, 0], multiply(H, H)), H).interleaved; // H(1 − H²)⁻¹
  const gradient = pairs.map(
    ([j, k]) => 2 * (inner.commutators.data[j * size + k]! - mu * slope[2 * (j * size + k) + 1]!),
  );
  const pole = solve(addScaledMatrix(unit, [-1, 0], H), unit); // (1 − H)⁻¹
  const product = (M: ComplexMatrix, a: number, b: number, N: ComplexMatrix, c: number, d: number): number => {
    const [x, y] = [2 * (a * size + b), 2 * (c * size + d)];
    return M.interleaved[x]! * N.interleaved[y]! - M.interleaved[x + 1]! * N.interleaved[y + 1]!;
  };
  const projectors = inner.forms.map(({ vector: { interleaved, length } }) =>
    multiply({ rows: length, cols: 1, interleaved }, { rows: length, cols: 1, interleaved }, { adjointB: true }),
  );
  const curvature = (j: number, k: number, p: number, q: number): number => {
    const curved = inner.forms.reduce((sum, { form }, m) => {
      const u = projectors[m]!; // u_j ū_p
      return (
        sum +
        product(u, j, p, form, k, q) -
        product(u, j, q, form, k, p) -
        product(u, k, p, form, j, q) +
        product(u, k, q, form, j, p)
      );
    }, 0);
    const bent =
      product(pole, k, p, pole, q, j) -
      product(pole, k, q, pole, p, j) -
      product(pole, j, p, pole, q, k) +
      product(pole, j, q, pole, p, k);
    return curved - mu * bent;
  };
  const hessian = { rows: pairs.length, cols: pairs.length, data: new Float64Array(pairs.length ** 2) };
  pairs.forEach(([j, k], row) => {
    pairs.forEach(([p, q], col) => {
      hessian.data[row * pairs.length + col] = curvature(j, k, p, q);
    });
  });
  const right = complexOf({ rows: pairs.length, cols: 1, data: Float64Array.from(gradient) });
  const step = solve(complexOf(hessian), right).interleaved;
  const direction = new Float64Array(size * size);
  let slopeAlong = 0;
  pairs.forEach(([j, k], row) => {
    direction[j * size + k] = step[2 * row]!;
    direction[k * size + j] = -step[2 * row]!;
    slopeAlong += gradient[row]! * step[2 * row]!;
  });
  return { direction, decrement: Math.sqrt(Math.max(0, slopeAlong) / mu) };
}

/** √W of a positive semidefinite matrix. */
function rootOf(weight: ComplexMatrix): ComplexMatrix {
  const { values, vectors } = hermitianEigen(weight);
  const least = values[0] ?? 0;
  if (least < -1e-12 * Math.max(...values)) {
    throw new DomainError(`holevoBound: a positive semidefinite weight required, got eigenvalue ${least}`);
  }
  return withEigenvalues(
    vectors,
    values.map((x) => Math.sqrt(Math.max(0, x))),
  );
}
