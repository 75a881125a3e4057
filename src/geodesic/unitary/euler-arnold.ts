/**
 * @file Geodesics of a right-invariant metric by integration of the Euler–Arnold equation. The momentum is kept in its
 * exact form L(t) = U(t) L(0) U(t)†, so that all conserved quantities are as exact as U is unitary.
 */

import { type RightInvariantMetric, velocityOf } from '../../complexity/right-invariant-metric.ts';
import { DomainError } from '../../errors.ts';
import { type ComplexMatrix, identityMatrix } from '../../linalg/complex.ts';
import { addScaledMatrix, adjoint, frobeniusNorm, multiply, scaledMatrix } from '../../linalg/matrix.ts';
import { coordinatesOf, matrixOf } from '../../operator/pauli-coordinates.ts';

/** How the equation is integrated. */
export interface FlowOptions {
  /** Order of the Taylor series, default 16. */
  readonly order?: number;
  /** Number of steps of equal length; default: as many as rounding accuracy needs. */
  readonly steps?: number;
}

/** A geodesic from 1, integrated up to some time. */
export interface IntegratedFlow {
  /** U at a time within the range integrated. */
  readonly at: (time: number) => ComplexMatrix;
  readonly steps: number;
  /** max |L_s − U L(0) U†| / |L(0)| over the steps, L_s integrated independently of U: the local error. */
  readonly momentumResidual: number;
}

/** Coefficients of U and L in powers of the time since `start`. */
interface TaylorStep {
  readonly start: number;
  readonly unitary: readonly ComplexMatrix[];
}

/** Accuracy of a step, relative to the size of U and L. */
const PRECISION = 1e-16;

/**
 * Integrates U' = −iHU with H = G⁻¹L and L = U L(0) U†, by Taylor series of the equivalent system
 *
 *     U' = −i H U,    L' = i[L, H],    H = G⁻¹L,
 *
 * whose right sides are quadratic, so that the coefficients follow from each other. After each step U is made unitary
 * again by U ← U(3 − U†U)/2, and L is computed from U. With an infinite penalty all of L is kept and H is projected.
 *
 * @param momentum - L(0), shape (4ⁿ,)
 * @throws {DomainError} momentum or time not finite
 *
 * Cost order² products of 2ⁿ × 2ⁿ matrices per step.
 *
 * @see Jorba & Zou, Exp. Math. 14, 99 (2005), for the length of the steps
 */
export function integratedFlow(
  metric: RightInvariantMetric,
  momentum: Float64Array,
  time: number,
  options: FlowOptions = {},
): IntegratedFlow {
  const { order = 16, steps } = options;
  if (!(Number.isFinite(time) && momentum.every(Number.isFinite))) {
    throw new DomainError(`Euler–Arnold flow: a finite momentum and time required, got time ${time}`);
  }
  const first = matrixOf(momentum);
  const size = frobeniusNorm(first);
  const taken: TaylorStep[] = [];
  let unitary = identityMatrix(first.rows);
  let momentumResidual = 0;
  for (let at = 0, done = false; !done; ) {
    const current = multiply(multiply(unitary, first), unitary, { adjointB: true });
    const series = taylorSeries(metric, unitary, current, order);
    const wanted = steps === undefined ? safeStep(series, size, order) : Math.abs(time) / steps;
    const left = Math.abs(time) - Math.abs(at);
    done = wanted * (1 + 1e-9) >= left;
    const next = done ? time : at + Math.sign(time) * wanted;
    taken.push({ start: at, unitary: series.unitary });
    unitary = reunitarised(polynomialAt(series.unitary, next - at));
    const exact = multiply(multiply(unitary, first), unitary, { adjointB: true });
    const integrated = polynomialAt(series.momentum, next - at);
    if (size > 0) {
      momentumResidual = Math.max(momentumResidual, frobeniusNorm(addScaledMatrix(integrated, [-1, 0], exact)) / size);
    }
    at = next;
  }
  const end = unitary;
  const stepAt = (t: number): TaylorStep => taken.findLast(({ start }) => Math.abs(start) <= Math.abs(t)) ?? taken[0]!;
  return {
    at: (t) => {
      if (t === time) return end;
      const { start, unitary: coefficients } = stepAt(t);
      return reunitarised(polynomialAt(coefficients, t - start));
    },
    steps: taken.length,
    momentumResidual,
  };
}

interface Series {
  readonly unitary: readonly ComplexMatrix[];
  readonly momentum: readonly ComplexMatrix[];
}

/** (k+1) U_{k+1} = −i Σ_j H_j U_{k−j} and (k+1) L_{k+1} = i Σ_j [L_j, H_{k−j}]. */
function taylorSeries(
  metric: RightInvariantMetric,
  unitary: ComplexMatrix,
  momentum: ComplexMatrix,
  order: number,
): Series {
  const U = [unitary];
  const L = [momentum];
  const H: ComplexMatrix[] = [];
  for (let k = 0; k < order; k++) {
    H.push(matrixOf(velocityOf(metric, coordinatesOf(L[k]!))));
    const flow = convolution(H, U, k);
    const turn = convolution(L, H, k);
    U.push(scaledMatrix([0, -1 / (k + 1)], flow));
    // L and H are Hermitian, so that the commutator is turn − turn†.
    L.push(scaledMatrix([0, 1 / (k + 1)], addScaledMatrix(turn, [-1, 0], adjoint(turn))));
  }
  return { unitary: U, momentum: L };
}

/** Σ_{j = 0…k} A_j B_{k−j}. */
function convolution(a: readonly ComplexMatrix[], b: readonly ComplexMatrix[], k: number): ComplexMatrix {
  const size = a[0]!.rows;
  const out = new Float64Array(2 * size * size);
  for (let j = 0; j <= k; j++) addProduct(out, a[j]!.interleaved, b[k - j]!.interleaved, size);
  return { rows: size, cols: size, interleaved: out };
}

/** out ← out + A·B. */
function addProduct(out: Float64Array, a: Float64Array, b: Float64Array, size: number): void {
  const width = 2 * size;
  for (let i = 0; i < out.length; i += width) {
    for (let l = 0; l < width; l += 2) {
      const re = a[i + l]!;
      const im = a[i + l + 1]!;
      const from = l * size;
      for (let j = 0; j < width; j += 2) {
        const x = b[from + j]!;
        const y = b[from + j + 1]!;
        out[i + j] = out[i + j]! + re * x - im * y;
        out[i + j + 1] = out[i + j + 1]! + re * y + im * x;
      }
    }
  }
}

/** The length at which the last two terms of each series are below the precision wanted. */
function safeStep({ unitary, momentum }: Series, size: number, order: number): number {
  const dimension = Math.sqrt(unitary[0]!.rows);
  const allowed = (coefficients: readonly ComplexMatrix[], scale: number, k: number): number => {
    const last = frobeniusNorm(coefficients[k]!);
    return last > 0 ? ((PRECISION * scale) / last) ** (1 / k) : Infinity;
  };
  const orders = [order - 1, order].filter((k) => k > 0);
  return Math.min(...orders.flatMap((k) => [allowed(unitary, dimension, k), allowed(momentum, size, k)]));
}

/** Horner's scheme. */
function polynomialAt(coefficients: readonly ComplexMatrix[], t: number): ComplexMatrix {
  return coefficients.reduceRight((sum, coefficient) => addScaledMatrix(coefficient, [t, 0], sum));
}

/** The nearest unitary, by one step of the Newton–Schulz iteration: exact for deviations up to 10⁻⁸. */
function reunitarised(u: ComplexMatrix): ComplexMatrix {
  const square = multiply(u, u, { adjointA: true });
  const correction = addScaledMatrix(scaledMatrix([1.5, 0], identityMatrix(u.rows)), [-0.5, 0], square);
  return multiply(u, correction);
}
