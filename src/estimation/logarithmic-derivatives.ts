/**
 * @file The convex programme behind the Holevo bound, solved in its operators: what remains is to maximise a concave
 * function of one small antisymmetric matrix. It unites the left and the right logarithmic derivative, and all that lie
 * between.
 */

import type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
import { hermitianEigen, hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import { columnOf, gramMatrix, multiply, type RealMatrix } from '../linalg/matrix.ts';
import { solve } from '../linalg/solve.ts';
import type { DensityTangent } from './density-tangent.ts';

/** A state and its derivatives in the eigenbasis of ρ, every operator as a vector of D² entries, with √W. */
export interface EstimationProblem {
  /** Eigenvalues λ of ρ, shape (D,). */
  readonly spectrum: Float64Array;
  /** Its eigenvectors, as columns. */
  readonly basis: ComplexMatrix;
  /** ∂_iρ. */
  readonly derivatives: readonly ComplexVector[];
  /** √W, shape (P, P), symmetric. */
  readonly root: ComplexMatrix;
}

/** The inner minimum at one A, with its first and second derivatives with respect to A. */
export interface InnerMinimum {
  /** g(A) ≤ C_H. */
  readonly value: number;
  /** Tr Re Z + ‖Im Z‖₁ ≥ C_H of the operators Y. */
  readonly above: number;
  /** Minimisers Y_k, in the eigenbasis of ρ. */
  readonly operators: readonly ComplexVector[];
  /** N = Im Z, Z_jk = Tr ρY_jY_k, so that dg = Σ N_jk dA_jk; shape (P, P). */
  readonly commutators: RealMatrix;
  /** For each eigenvector u of iA the form T with d²g = −Σ_u v†T v, v_k = Σ_j dA_jk ū_j; shapes (P, P). */
  readonly forms: readonly { readonly vector: ComplexVector; readonly form: ComplexMatrix }[];
}

/** The state's eigenbasis; λ_α + λ_β below the tolerance count as zero. */
export function estimationProblem({ rho, derivatives }: DensityTangent, root: ComplexMatrix): EstimationProblem {
  const { values, vectors } = hermitianEigen(rho);
  const turned = derivatives.map((derivative) => {
    const { interleaved } = multiply(multiply(vectors, derivative, { adjointA: true }), vectors);
    return { length: rho.rows ** 2, interleaved };
  });
  return { spectrum: values.map((x) => Math.max(0, x)), basis: vectors, derivatives: turned, root };
}

/**
 * The least value of the quadratic form
 *
 *     Tr Re Z + Σ_jk A_jk (Im Z)_jk,    Z_jk = Tr ρY_jY_k,    Tr ∂_iρ Y_k = (√W)_ik,
 *
 * over Hermitian Y. In the eigenvectors u of iA, with eigenvalue a, the condition of the minimum is that of a
 * logarithmic derivative between the left and the right one, (1 + a)ρY + (1 − a)Yρ = Σ_i Λ_i ∂_iρ, so that with
 *
 *     Φ_ij(a) = Σ_αβ (∂_iρ)_βα(∂_jρ)_αβ / ((1 + a)λ_α + (1 − a)λ_β)
 *
 * it is ½ Σ_u u†√W Φ(a)⁻¹√W u (up to conjugation).
 *
 * @param A - shape (P, P), antisymmetric, of norm below 1
 *
 * Cost O(P³·D²).
 */
export function innerMinimum(problem: EstimationProblem, A: RealMatrix): InnerMinimum {
  const { spectrum, derivatives, root } = problem;
  const size = spectrum.length;
  const { values, vectors } = hermitianEigen(timesI(A));
  const modes = Array.from(values, (a, m) => {
    const vector = columnOf(vectors, m);
    const weights = Float64Array.from({ length: size * size }, (_, at) => {
      const [left, right] = [spectrum[Math.floor(at / size)]!, spectrum[at % size]!];
      return left + right > TOLERANCE ? 1 / Math.sqrt((1 + a) * left + (1 - a) * right) : 0;
    });
    const slopes = derivatives.map((derivative) => weighted(derivative, weights));
    const metric = gramMatrix(slopes);
    const goal = multiply(root, conjugateColumn(vector));
    const multipliers = solve(metric, goal);
    return { vector, weights, slopes, metric, goal, multipliers };
  });
  const operators = derivatives.map((_, k) => {
    const sum = new Float64Array(2 * size * size);
    for (const { vector, weights, slopes, multipliers } of modes) {
      const [re, im] = [vector.interleaved[2 * k]!, vector.interleaved[2 * k + 1]!];
      slopes.forEach(({ interleaved }, i) => {
        const [x, y] = [multipliers.interleaved[2 * i]!, multipliers.interleaved[2 * i + 1]!];
        add(sum, [re * x - im * y, re * y + im * x], interleaved, weights);
      });
    }
    return { length: size * size, interleaved: sum };
  });
  const value = modes.reduce(
    (sum, { goal, multipliers }) =>
      sum + goal.interleaved.reduce((s, x, k) => s + x * multipliers.interleaved[k]!, 0) / 2,
    0,
  );
  const rows = Float64Array.from({ length: size * size }, (_, at) => Math.sqrt(spectrum[Math.floor(at / size)]!));
  const correlations = gramMatrix(operators.map((operator) => weighted(operator, rows))); // Z, conjugated
  const parameters = derivatives.length;
  const imaginary = (i: number, j: number): number => correlations.interleaved[2 * (i * parameters + j) + 1]!;
  const data = Float64Array.from({ length: parameters ** 2 }, (_, at) => {
    const [i, j] = [Math.floor(at / parameters), at % parameters];
    return (imaginary(j, i) - imaginary(i, j)) / 2; // exactly antisymmetric, rounding or not
  });
  const commutators = { rows: parameters, cols: parameters, data };
  const trace = operators.reduce((sum, _, k) => sum + correlations.interleaved[2 * k * (parameters + 1)]!, 0);
  const above = hermitianEigenvalues(timesI(commutators)).reduce((sum, x) => sum + Math.abs(x), trace);
  const turns = operators.map((operator) => commutatorWithState(operator, spectrum));
  const forms = modes.map(({ vector, weights, slopes, metric }) => {
    const moved = turns.map((turn) => weighted(turn, weights));
    return { vector, form: projectedForm(slopes, moved, metric) };
  });
  return { value, above, operators, commutators, forms };
}

/** Least λ_α + λ_β that counts, for Tr ρ = 1. */
const TOLERANCE = 1e-12;

/** Gram matrix of the turns without their parts along the slopes. */
function projectedForm(
  slopes: readonly ComplexVector[],
  turns: readonly ComplexVector[],
  metric: ComplexMatrix,
): ComplexMatrix {
  const parameters = slopes.length;
  const all = gramMatrix([...slopes, ...turns]);
  const block = (row: number, col: number): ComplexMatrix => ({
    rows: parameters,
    cols: parameters,
    interleaved: Float64Array.from({ length: 2 * parameters ** 2 }, (_, at) => {
      const [i, j] = [Math.floor((at >> 1) / parameters), (at >> 1) % parameters];
      return all.interleaved[2 * ((row + i) * all.cols + col + j) + (at & 1)]!;
    }),
  });
  const across = block(0, parameters);
  const along = multiply(across, solve(metric, across), { adjointA: true }).interleaved;
  const whole = block(parameters, parameters);
  return { ...whole, interleaved: whole.interleaved.map((x, k) => x - along[k]!) };
}

/** i[ρ, Y] for a diagonal ρ. */
function commutatorWithState({ length, interleaved }: ComplexVector, spectrum: Float64Array): ComplexVector {
  const size = spectrum.length;
  const turned = new Float64Array(2 * length);
  for (let at = 0; at < length; at++) {
    const gap = spectrum[Math.floor(at / size)]! - spectrum[at % size]!;
    turned[2 * at] = -gap * interleaved[2 * at + 1]!;
    turned[2 * at + 1] = gap * interleaved[2 * at]!;
  }
  return { length, interleaved: turned };
}

function weighted({ length, interleaved }: ComplexVector, weights: Float64Array): ComplexVector {
  return { length, interleaved: interleaved.map((x, at) => weights[at >> 1]! * x) };
}

function add(sum: Float64Array, [re, im]: readonly [number, number], z: Float64Array, weights: Float64Array): void {
  for (let k = 0; k < z.length; k += 2) {
    const weight = weights[k >> 1]!;
    sum[k] = sum[k]! + weight * (re * z[k]! - im * z[k + 1]!);
    sum[k + 1] = sum[k + 1]! + weight * (re * z[k + 1]! + im * z[k]!);
  }
}

function conjugateColumn({ length, interleaved }: ComplexVector): ComplexMatrix {
  return { rows: length, cols: 1, interleaved: interleaved.map((x, k) => ((k & 1) === 1 ? -x : x)) };
}

/** iA, Hermitian for an antisymmetric A. */
export function timesI({ rows, cols, data }: RealMatrix): ComplexMatrix {
  const interleaved = new Float64Array(2 * data.length);
  data.forEach((x, k) => {
    interleaved[2 * k + 1] = x;
  });
  return { rows, cols, interleaved };
}
