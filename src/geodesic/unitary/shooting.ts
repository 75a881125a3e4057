/**
 * @file Geodesics to a given unitary by shooting: the initial momentum is corrected by Newton's method, damped where it
 * must be (Levenberg–Marquardt), and followed from one metric to another.
 */

import type { GlobalPhase } from '../../complexity/bi-invariant-length.ts';
import type { RightInvariantMetric } from '../../complexity/right-invariant-metric.ts';
import type { Complex, ComplexMatrix } from '../../linalg/complex.ts';
import { denseMatrix, Matrix, solveReal } from '../../linalg/dense-real.ts';
import { hermitianEigenvalues } from '../../linalg/hermitian-eigen.ts';
import { multiply, type RealMatrix, scaledMatrix, trace } from '../../linalg/matrix.ts';
import { unitaryLogarithm } from '../../linalg/normal-eigen.ts';
import { length } from '../../linalg/real-vector.ts';
import { coordinatesOf, matrixOf } from '../../operator/pauli-coordinates.ts';
import { type UnitaryFlow, unitaryFlow } from './exponential-map.ts';
import { jacobiFields } from './jacobi-fields.ts';
import { oneParameterGroup } from './nested-geodesic.ts';

/** A geodesic and how far from the target it ends. */
export interface Shot {
  /** L(0), shape (4ⁿ,). */
  readonly momentum: Float64Array;
  readonly flow: UnitaryFlow;
  /** Vk†, with the free rotation k that brings it nearest to U(1); V where no rotation is free. */
  readonly target: ComplexMatrix;
  /**
   * √Σ z_P² for the traceless Z with V†U(1) ∼ exp(−iZ): the bi-invariant distance from the target. With its trace where the
   * phase is kept, without free words.
   */
  readonly residual: number;
  /** Newton steps taken. */
  readonly steps: number;
}

/** What the end point has to meet. */
export interface EndPoint {
  /** Numbers of the words whose rotations are free at the end, closed under commutators; the momentum has none. Default none. */
  readonly free?: readonly number[];
  /** Default 'free'. */
  readonly phase?: GlobalPhase;
}

/** When to stop. */
export interface ShootingOptions extends EndPoint {
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
  options: ShootingOptions,
): Shot {
  const { tolerance, maxSteps, free = [] } = options;
  const start = momentum.map((l, p) => (free.includes(p) ? 0 : l));
  let at = shotAt(metric, target, start, { ...options, steps: 0 });
  let jacobian: RealMatrix | undefined;
  for (let step = 0; step < maxSteps && at.residual > tolerance; step++) {
    const fresh = jacobian === undefined;
    jacobian ??= jacobianOf(metric, at);
    const next = improved(metric, at, jacobian, { ...options, dampings: fresh ? DAMPINGS : [0] });
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
  let end = target;
  let before: { readonly share: number; readonly momentum: Float64Array } | undefined;
  while (step >= SMALLEST_SHARE && steps < MOST_STEPS) {
    const next = Math.min(1, share + step);
    const metric = next === 1 ? to : blendedMetric(from, to, next);
    const guess = before === undefined ? at : extrapolated(before, { share, momentum: at }, next);
    const tolerance = next === 1 ? options.tolerance : COARSE_TOLERANCE;
    const maxSteps = next === 1 ? options.maxSteps : 6;
    const shot = polishedShot(metric, end, guess, { ...options, tolerance, maxSteps });
    steps += shot.steps;
    if (shot.residual > tolerance) {
      step /= 2;
      continue;
    }
    if (next === 1) return { ...shot, steps };
    before = { share, momentum: at };
    share = next;
    at = shot.momentum;
    end = shot.target;
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

/** Steps in which the free rotation is found, for the Z of a nearby end. */
const ALIGNMENTS = 12;

/** The geodesic with this momentum and its distance from the target. */
export function shotAt(
  metric: RightInvariantMetric,
  target: ComplexMatrix,
  momentum: Float64Array,
  { free = [], phase = 'free', steps }: EndPoint & { readonly steps: number },
): Shot & { readonly miss: Float64Array } {
  const flow = unitaryFlow(metric, momentum);
  const end = flow.unitaryAt(1);
  let near = target;
  let miss = missOf(near, end, phase);
  // V†U = exp(−iZ): the free part of Z is taken off, V ← V·exp(−iZ_free), until there is none.
  for (let turn = 0; turn < ALIGNMENTS && Math.hypot(...free.map((p) => miss[p]!)) > ALIGNED; turn++) {
    const rotation = new Float64Array(miss.length);
    for (const p of free) rotation[p] = miss[p]!;
    near = multiply(near, oneParameterGroup(rotation)(1));
    miss = missOf(near, end, phase);
  }
  for (const p of free) miss[p] = 0;
  return { momentum, flow, target: near, residual: length(miss), steps, miss };
}

/** A free part of Z that is rounding. */
const ALIGNED = 1e-13;

/** Z with V†U ∼ exp(−iZ), shape (4ⁿ,): traceless, up to the phase; or with V†U = exp(−iZ). */
export function missOf(target: ComplexMatrix, unitary: ComplexMatrix, phase: GlobalPhase = 'free'): Float64Array {
  const turned = multiply(target, unitary, { adjointA: true });
  const [re, im] = phase === 'kept' ? [1, 0] : trace(turned);
  const modulus = Math.hypot(re, im);
  const turn: Complex = modulus > 0 ? [re / modulus, -im / modulus] : [1, 0];
  const miss = coordinatesOf(unitaryLogarithm(scaledMatrix(turn, turned))).map((z) => -z);
  if (phase === 'free') miss[0] = 0;
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
  at: MeasuredShot,
  jacobian: RealMatrix,
  { dampings, ...end }: EndPoint & { readonly dampings: readonly number[] },
): MeasuredShot | undefined {
  const { free = [] } = end;
  // Equations and unknowns of the words that are not free: the rotation of the end follows.
  const kept = Array.from({ length: jacobian.rows }, (_, i) => i).filter((i) => !free.includes(i + 1));
  // A light word turns fast: its velocity is the unknown, not its small momentum.
  const scales = kept.map((i) => Math.min(1, 1 / metric.inverseWeights[i + 1]!));
  const J = denseMatrix(jacobian).selection(kept, kept).mulRowVector(scales);
  const z = Matrix.columnVector(kept.map((i) => at.miss[i + 1]!));
  const square = J.norm() ** 2 / J.rows;
  const places = new Map(kept.map((i, k) => [i + 1, k]));
  for (const damping of dampings) {
    const step = damping === 0 ? solvedOrNothing(J, z) : dampedStep(J, z, damping * square);
    if (!step?.every(Number.isFinite)) continue;
    const momentum = at.momentum.map((l, p) =>
      places.has(p) ? l - scales[places.get(p)!]! * step[places.get(p)!]! : 0,
    );
    if (length(momentum) > 3 * length(at.momentum) + LARGEST_GROWTH) continue;
    const next = shotAt(metric, at.target, momentum, { ...end, steps: at.steps + 1 });
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
