/**
 * @file The heat kernel of the complexity metrics of one qubit: the sum over all paths from 1 to U, of which the shortest
 * is what remains as the time goes to 0.
 */

import { DomainError, ShapeError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { type FixedPoint, fixedPoint } from '../linalg/fixed-point.ts';
import type { GlobalPhase } from './bi-invariant-length.ts';

export interface HeatKernelOptions {
  /** Weight of Z, where X and Y weigh 1; default 1. Infinity: Z is no control. */
  readonly weight?: number;
  /** 'kept': the kernel of SU(2), for det U = 1; 'free' (default): that of SO(3), over all e^{iφ}U. */
  readonly phase?: GlobalPhase;
}

/** Times below this take seconds. */
const LEAST_TIME = 1e-3;

/**
 * The heat kernel of the right-invariant metric on one qubit with weights 1, 1, q, relative to the Haar measure of total
 * mass 1: the solution of ∂p/∂t = Δp from a point source at 1,
 *
 *     p_t(U) = Σ_j (2j + 1) Σ_m Re D^j_mm(U) e^{−4t[j(j+1) − m² + m²/q]},
 *
 * over j = 0, ½, 1, … on SU(2), over whole j on SO(3). By Varadhan's theorem −4t log p_t(U) → C(U)², the squared length of
 * the shortest path. The terms are of order t^{−3/2} and cancel down to e^{−C²/4t}: they are summed in integers of as many bits
 * as that takes, so that the result is right to 12 digits.
 *
 * @param unitary - U, shape (2, 2)
 * @param time - t from 10⁻³ on
 * @throws {ShapeError} U is not 2 × 2
 * @throws {DomainError} U is not unitary, a time below 10⁻³, a weight that is not positive, a phase that is kept and det U ≠ 1
 *
 * Cost O(1/t²) terms of 4/t bits: 10 ms at t = 0.1, 1 s at 0.01.
 *
 * @see Varadhan, Commun. Pure Appl. Math. 20, 431 (1967)
 */
export function heatKernel(unitary: ComplexMatrix, time: number, options: HeatKernelOptions = {}): number {
  const { weight = 1, phase = 'free' } = options;
  const [re, im] = diagonalEntry(unitary, phase);
  if (!(time >= LEAST_TIME && Number.isFinite(time))) {
    throw new DomainError(`heatKernel: a time from ${LEAST_TIME} on required, got ${time}`);
  }
  if (!(weight > 0)) throw new DomainError(`heatKernel: a weight above 0 required, got ${weight}`);
  // C ≤ π, or ≤ √q π where the weight is below 1: e^{−C²/4t} has at most this many bits.
  const real = fixedPoint(160 + Math.ceil((Math.PI ** 2 / (4 * time)) * Math.LOG2E));
  return real.number(characters(real, { re, im, time, weight }, phase === 'kept' ? 1 : 2));
}

/** U₀₀ of U/√(det U). */
function diagonalEntry(unitary: ComplexMatrix, phase: GlobalPhase): readonly [number, number] {
  const { rows, cols, interleaved: u } = unitary;
  if (rows !== 2 || cols !== 2) throw new ShapeError(`heatKernel: a 2 × 2 matrix required, got ${rows} × ${cols}`);
  const overlap = (a: number, b: number): number =>
    Math.hypot(u[a]! * u[b]! + u[a + 1]! * u[b + 1]! + u[a + 4]! * u[b + 4]! + u[a + 5]! * u[b + 5]!, u[a + 1]! * u[b]! - u[a]! * u[b + 1]! + u[a + 5]! * u[b + 4]! - u[a + 4]! * u[b + 5]!); // biome-ignore format: both parts of ⟨a|b⟩
  if (!(Math.abs(overlap(0, 0) - 1) < 1e-9 && Math.abs(overlap(2, 2) - 1) < 1e-9 && overlap(0, 2) < 1e-9)) {
    throw new DomainError('heatKernel: a unitary matrix required');
  }
  const determinant = [
    u[0]! * u[6]! - u[1]! * u[7]! - u[2]! * u[4]! + u[3]! * u[5]!,
    u[0]! * u[7]! + u[1]! * u[6]! - u[2]! * u[5]! - u[3]! * u[4]!,
  ] as const;
  const half = Math.atan2(determinant[1], determinant[0]) / 2;
  if (phase === 'kept' && Math.abs(half) > 1e-9) {
    throw new DomainError('heatKernel: a matrix of determinant 1 required where the phase is kept');
  }
  const [c, s] = phase === 'kept' ? [1, 0] : [Math.cos(half), Math.sin(half)];
  return [u[0]! * c + u[1]! * s, u[1]! * c - u[0]! * s];
}

interface Point {
  readonly re: number;
  readonly im: number;
  readonly time: number;
  readonly weight: number;
}

/**
 * The sum over 2m = 0, `step`, 2·step, … of Re D^m_mm = Re a^{2m}, a = U₀₀, times the sum over j = m, m + 1, … of Jacobi
 * polynomials P_{j−m}^{(0,2m)}(2|a|² − 1).
 */
function characters(real: FixedPoint, { re, im, time, weight }: Point, step: 1 | 2): bigint {
  const { one, of, over, times, decay } = real;
  const [a, b, t] = [of(re), of(im), of(time)];
  const x = 2n * (times(a, a) + times(b, b)) - one;
  const inWeight = weight === Infinity ? 0n : over(t, of(weight));
  const eighth = decay(8n * t);
  let [powerRe, powerIm] = [one, 0n];
  let sum = 0n;
  for (let twice = 0n; ; twice++) {
    if (twice % BigInt(step) === 0n) {
      // e^{−4t[j(j+1) − m²]} at j = m, and its ratio from j to j + 1.
      const first = decay(2n * twice * t + twice * twice * inWeight);
      if (first === 0n) return sum;
      const inner = overSpins(real, x, twice, first, decay((4n * twice + 8n) * t), eighth);
      sum += (twice === 0n ? 1n : 2n) * times(powerRe, inner);
    }
    [powerRe, powerIm] = [times(powerRe, a) - times(powerIm, b), times(powerRe, b) + times(powerIm, a)];
  }
}

/** Σ_k (2j + 1) P_k^{(0,2m)}(x) e^{−4t[…]} with j = m + k, by the recurrence of Jacobi polynomials in k. */
function overSpins(
  { times, one }: FixedPoint,
  x: bigint,
  twice: bigint,
  first: bigint,
  firstRatio: bigint,
  ratioOfRatios: bigint,
): bigint {
  let [before, own, factor, ratio, sum] = [0n, one, first, firstRatio, 0n];
  for (let k = 0n; factor !== 0n; k++) {
    sum += (twice + 2n * k + 1n) * times(own, factor);
    const n = k + 1n;
    const s = 2n * n + twice;
    const next =
      k === 0n
        ? one + ((twice + 2n) * (x - one)) / 2n
        : ((s - 1n) * (s * (s - 2n) * times(x, own) - twice * twice * own) - 2n * k * (k + twice) * s * before) /
          (2n * n * (n + twice) * (s - 2n));
    [before, own] = [own, next];
    [factor, ratio] = [times(factor, ratio), times(ratio, ratioOfRatios)];
  }
  return sum;
}

/**
 * The same at equal weights as a sum over geodesics: exp(−iθ n·σ) is reached at the angles θ + 2πn of the great circle
 * through it, and
 *
 *     p_t = (√π/4) t^{−3/2} e^t Σ_n [(θ + 2πn)/sin θ] e^{−(θ + 2πn)²/4t}
 *
 * is exact on SU(2): the path integral is the sum over its classical paths, with the volume factor of each. Over SO(3) it is the mean
 * of the kernels at U and −U.
 *
 * @param angle - θ, in radians
 * @throws {DomainError} an angle that is not finite, or a time that is not positive
 */
export function heatKernelByGeodesics(
  angle: number,
  time: number,
  options: Pick<HeatKernelOptions, 'phase'> = {},
): number {
  if (!(Number.isFinite(angle) && time > 0)) {
    throw new DomainError(
      `heatKernelByGeodesics: a finite angle and a time above 0 required, got ${angle} and ${time}`,
    );
  }
  if (options.phase !== 'kept') {
    const both = [angle, angle + Math.PI].map((own) => heatKernelByGeodesics(own, time, { phase: 'kept' }));
    return (both[0]! + both[1]!) / 2;
  }
  const reduced = angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
  const windings = Math.ceil(Math.sqrt(4 * time * 750) / (2 * Math.PI)) + 1;
  const sine = Math.sin(reduced);
  const atPole = Math.abs(sine) < 1e-8; // 1 or −1: sin θ → 0 with the sum, and their slopes remain
  let sum = 0;
  for (let n = -windings; n <= windings; n++) {
    const length = reduced + 2 * Math.PI * n;
    const factor = atPole ? (1 - length ** 2 / (2 * time)) / Math.cos(reduced) : length / sine;
    sum += factor * Math.exp(-(length ** 2) / (4 * time));
  }
  return (Math.sqrt(Math.PI) / 4) * time ** -1.5 * Math.exp(time) * sum;
}
