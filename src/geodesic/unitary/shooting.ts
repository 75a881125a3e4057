/**
 * @file Geodesics to a given unitary by shooting: the initial momentum is corrected by Newton's method, damped where it
 * must be (Levenberg–Marquardt), and followed from one metric to another.
 */

import type { RightInvariantMetric } from '../../complexity/right-invariant-metric.ts';
import type { ComplexMatrix } from '../../linalg/complex.ts';
import { denseMatrix, Matrix, solveReal } from '../../linalg/dense-real.ts';
import { hermitianEigenvalues } from '../../linalg/hermitian-eigen.ts';
import { multiply, type RealMatrix } from '../../linalg/matrix.ts';
import { unitaryLogarithm } from '../../linalg/normal-eigen.ts';
import { length } from '../../linalg/real-vector.ts';
import { coordinatesOf, matrixOf } from '../../operator/pauli-coordinates.ts';
import { type UnitaryFlow, unitaryFlow } from './exponential-map.ts';
import { jacobiFields } from './jacobi-fields.ts';

/** A geodesic and how far from the target it ends. */
export interface Shot {
  /** L(0), shape (4ⁿ,). */
  readonly momentum: Float64Array;
  readonly flow: UnitaryFlow;
  /** √Σ z_P² for the traceless Z with V†U(1) ∼ exp(−iZ): the bi-invariant distance from the target. */
  readonly residual: number;
  /** Newton steps taken. */
  readonly steps: number;
}

/** When to stop. */
export interface ShootingOptions {
  /** Residual that is good enough. */
  readonly tolerance: number;
  readonly maxSteps: number;
}

/** Damping relative to the mean square of the Jacobian, tried in turn until the residual falls. */
const DAMPINGS = [0, 1e-5, 1e-3, 1e-1];
/** A step that makes the momentum more than three times as large, and larger by this amount, is rejected. */
const LARGEST_GROWTH = 5;

/**
 * Corrects the momentum until the geodesic ends at V, by the Levenberg–Marquardt method. The Jacobian, that of the
 * Jacobi fields, is integrated to a percent only and kept while the residual falls tenfold in each step.
 *
 * @returns the best shot found; its residual tells how far it misses
 *
 * Cost a few Jacobians, O(64ⁿ) each.
 */
export function polishedShot(
  metric: RightInvariantMetric,
  target: ComplexMatrix,
  momentum: Float64Array,
  { tolerance, maxSteps }: ShootingOptions,
): Shot {
  let at = shotAt(metric, target, momentum, 0);
  let jacobian: RealMatrix | undefined;
  for (let step = 0; step < maxSteps && at.residual > tolerance; step++) {
    const fresh = jacobian === undefined;
    jacobian ??= jacobianOf(metric, at);
    const next = improved(metric, target, at, jacobian, fresh ? DAMPINGS : [0]);
    if (next === undefined && fresh) break;
    if (next === undefined || next.residual > at.residual / 10) jacobian = undefined;
    at = next ?? at;
  }
  return at;
}

/**
 * Follows a geodesic to V from one metric to another: the inverse weights are moved along a straight line, so that
 * infinite penalties are ends like any other, and the momentum is corrected after every step. Steps are halved where the
 * correction fails and doubled where it is easy.
 *
 * @returns the shot under the last metric, or `undefined` where the family of geodesics could not be followed
 */
export function continuedShot(
  from: RightInvariantMetric,
  to: RightInvariantMetric,
  target: ComplexMatrix,
  momentum: Float64Array,
  options: ShootingOptions,
): Shot | undefined {
  let share = 0;
  let step = 0.25;
  let steps = 0;
  let at = momentum;
  let before: { readonly share: number; readonly momentum: Float64Array } | undefined;
  while (step >= SMALLEST_SHARE && steps < MOST_STEPS) {
    const next = Math.min(1, share + step);
    const metric = next === 1 ? to : blendedMetric(from, to, next);
    const guess = before === undefined ? at : extrapolated(before, { share, momentum: at }, next);
    const tolerance = next === 1 ? options.tolerance : COARSE_TOLERANCE;
    const shot = polishedShot(metric, target, guess, { tolerance, maxSteps: next === 1 ? options.maxSteps : 6 });
    steps += shot.steps;
    if (shot.residual > tolerance) {
      step /= 2;
      continue;
    }
    if (next === 1) return { ...shot, steps };
    before = { share, momentum: at };
    share = next;
    at = shot.momentum;
    if (shot.steps <= 4) step *= 2;
  }
  return undefined;
}

const SMALLEST_SHARE = 1 / 64;
const MOST_STEPS = 60;
const COARSE_TOLERANCE = 1e-5;

/** 1/w = (1 − share)/w_from + share/w_to. */
function blendedMetric(from: RightInvariantMetric, to: RightInvariantMetric, share: number): RightInvariantMetric {
  const inverseWeights = from.inverseWeights.map((a, p) => (1 - share) * a + share * to.inverseWeights[p]!);
  return { qubits: from.qubits, inverseWeights };
}

/** The geodesic with this momentum and its distance from the target. */
export function shotAt(
  metric: RightInvariantMetric,
  target: ComplexMatrix,
  momentum: Float64Array,
  steps: number,
): Shot & { readonly miss: Float64Array } {
  const flow = unitaryFlow(metric, momentum);
  const miss = missOf(target, flow.unitaryAt(1));
  return { momentum, flow, residual: length(miss), steps, miss };
}

/** Z, traceless, with V†U ∼ exp(−iZ); shape (4ⁿ,). */
export function missOf(target: ComplexMatrix, unitary: ComplexMatrix): Float64Array {
  const turned = multiply(target, unitary, { adjointA: true });
  let [re, im] = [0, 0];
  for (let i = 0; i < turned.rows; i++) {
    re += turned.interleaved[2 * i * (turned.rows + 1)]!;
    im += turned.interleaved[2 * i * (turned.rows + 1) + 1]!;
  }
  const modulus = Math.hypot(re, im);
  const [cos, sin] = modulus > 0 ? [re / modulus, im / modulus] : [1, 0];
  const interleaved = new Float64Array(turned.interleaved.length);
  for (let k = 0; k < interleaved.length; k += 2) {
    const [x, y] = [turned.interleaved[k]!, turned.interleaved[k + 1]!];
    interleaved[k] = cos * x + sin * y;
    interleaved[k + 1] = cos * y - sin * x;
  }
  const miss = coordinatesOf(unitaryLogarithm({ ...turned, interleaved })).map((z) => -z);
  miss[0] = 0;
  return miss;
}

type MeasuredShot = ReturnType<typeof shotAt>;

/** J(1), to a percent. */
function jacobianOf(metric: RightInvariantMetric, { flow, momentum }: Shot): RealMatrix {
  const steps = jacobiSteps(metric, momentum, 1.2);
  return jacobiFields(metric, flow, momentum, steps).maps[steps]!;
}

/** Steps in which the fastest rotation of the Jacobi fields turns by at most `angle`; 3 to 128. */
export function jacobiSteps(metric: RightInvariantMetric, momentum: Float64Array, angle: number): number {
  const energies = hermitianEigenvalues(matrixOf(momentum));
  const spread = energies[energies.length - 1]! - energies[0]!;
  const lightest = metric.inverseWeights.reduce((most, x) => Math.max(most, x), 0);
  return Math.min(128, Math.max(3, Math.ceil((spread * lightest) / angle)));
}

/** The first damped Newton step that lowers the residual, if any. */
function improved(
  metric: RightInvariantMetric,
  target: ComplexMatrix,
  at: MeasuredShot,
  jacobian: RealMatrix,
  dampings: readonly number[],
): MeasuredShot | undefined {
  const J = denseMatrix(jacobian);
  const z = Matrix.columnVector(Array.from(at.miss.subarray(1)));
  const square = length(jacobian.data) ** 2 / jacobian.rows;
  for (const damping of dampings) {
    const step = damping === 0 ? solvedOrNothing(J, z) : dampedStep(J, z, damping * square);
    if (!step?.every(Number.isFinite)) continue;
    const momentum = at.momentum.map((l, p) => (p === 0 ? 0 : l - step[p - 1]!));
    if (length(momentum) > 3 * length(at.momentum) + LARGEST_GROWTH) continue;
    const next = shotAt(metric, target, momentum, at.steps + 1);
    if (next.residual < 0.9 * at.residual) return next;
  }
  return undefined;
}

/** J⁻¹z, or nothing if J is singular. */
function solvedOrNothing(J: Matrix, z: Matrix): readonly number[] | undefined {
  try {
    return solveReal(J, z).to1DArray();
  } catch {
    return undefined;
  }
}

function dampedStep(J: Matrix, z: Matrix, damping: number): readonly number[] | undefined {
  const transposed = J.transpose();
  const normal = transposed.mmul(J);
  for (let i = 0; i < normal.rows; i++) normal.set(i, i, normal.get(i, i) + damping);
  return solvedOrNothing(normal, transposed.mmul(z));
}

/** Linear extrapolation in the share. */
function extrapolated(
  a: { readonly share: number; readonly momentum: Float64Array },
  b: { readonly share: number; readonly momentum: Float64Array },
  share: number,
): Float64Array {
  const factor = (share - b.share) / (b.share - a.share);
  return b.momentum.map((l, p) => l + factor * (l - a.momentum[p]!));
}
