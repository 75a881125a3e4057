/** @file The slice of greatest volume as a polygon: the volume itself, made as large as it can be. */

import { DomainError } from '../../errors.ts';
import type { Solution } from '../../solution.ts';
import { checkPositive } from './background.ts';

/** Points of half a slice, from the middle (x = 0) to the cut-off. */
export interface DiscretisedSlice {
  readonly x: Float64Array;
  readonly tau: Float64Array;
  /** r = r_h √(1 + x²) cos τ. */
  readonly radius: Float64Array;
  /** V less that of two slices of the vacuum up to the same cut-off. */
  readonly formation: number;
}

const MOST_POINTS = 100_000;
const MOST_STEPS = 100;
/** Change of τ at which Newton's method ends. */
const SETTLED = 1e-13;

/**
 * The slice of greatest volume of the two-sided BTZ black hole for t_L = t_R = t/2 by Newton's method on its points. In
 * coordinates in which all of the spacetime is covered,
 *
 *     ds² = −(1 + x²)dτ² + dx²/(1 + x²) + r²dφ²,    r = r_h √(1 + x²) cos τ,    τ = ±π/2 the singularities,
 *
 * the volume 2π ∫ r √(1/(1 + x²) − (1 + x²)τ′²) dx becomes a sum over segments, with values in their middles, and the
 * points at the cut-off r = R stay where t has them, tanh(r_h t/2) = √(1 + x²) sin τ/x. It knows nothing of E.
 *
 * @param horizon - r_h > 0
 * @param time - t ≥ 0
 * @param points - segments of half of the slice; default 400
 * @param radius - R > r_h, the cut-off; default 1000 r_h
 * @returns 'converged', or 'stalled' with what was reached. The error of `formation` is O(points⁻²) + O(R⁻¹)
 * @throws {DomainError} numbers out of range
 *
 * O(points) for each step.
 */
export function discretisedSlice(
  horizon: number,
  time: number,
  { points = 400, radius = 1000 * horizon }: { readonly points?: number; readonly radius?: number } = {},
): Solution<DiscretisedSlice> {
  checkPositive('discretisedSlice', 'a horizon r_h', horizon);
  if (!(time >= 0 && time < Infinity)) throw new DomainError(`discretisedSlice: a time t ≥ 0 required, got ${time}`);
  if (!(Number.isInteger(points) && points >= 2 && points <= MOST_POINTS)) {
    throw new DomainError(`discretisedSlice: 2 to ${MOST_POINTS} segments required, got ${points}`);
  }
  if (!(radius > horizon && radius < Infinity)) {
    throw new DomainError(`discretisedSlice: a cut-off R > r_h = ${horizon} required, got ${radius}`);
  }
  const tanh = Math.tanh((horizon * time) / 2);
  const end = Math.sqrt((radius / horizon) ** 2 - 1) * Math.cosh((horizon * time) / 2);
  const depth = Math.asinh(end);
  const x = Float64Array.from({ length: points + 1 }, (_, i) => Math.sinh((depth * i) / points));
  let tau: Float64Array = new Float64Array(points + 1).fill(Math.asin((end / Math.hypot(1, end)) * tanh));
  let volume = volumeOf(x, tau);
  let [steps, change] = [0, Infinity];
  while (steps < MOST_STEPS && change > SETTLED) {
    const move = newtonStep(x, tau);
    const largest = move.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    let share = 1;
    let next = moved(tau, move, share);
    while (share > SETTLED && !(volumeOf(x, next) >= volume * (1 - 4 * Number.EPSILON))) {
      share /= 2;
      next = moved(tau, move, share);
    }
    if (share <= SETTLED) break;
    [tau, volume, change] = [next, volumeOf(x, next), share * largest];
    steps++;
  }
  const formation = 4 * Math.PI * (horizon * volume - Math.hypot(1, radius) + 1);
  const value = { x, tau, radius: x.map((at, i) => horizon * Math.hypot(1, at) * Math.cos(tau[i]!)), formation };
  return { value, result: change <= SETTLED ? 'converged' : 'stalled', steps };
}

/** Σ Δx cos τ √(1 − m²(Δτ/Δx)²) with m = 1 + x² in the middle; NaN where it is not spacelike. */
function volumeOf(x: Float64Array, tau: Float64Array): number {
  let sum = 0;
  for (let i = 0; i + 1 < x.length; i++) {
    const { width, slope, mean, m } = segment(x, tau, i);
    sum += width * Math.cos(mean) * Math.sqrt(1 - (m * slope) ** 2);
  }
  return sum;
}

function segment(x: Float64Array, tau: Float64Array, i: number) {
  const width = x[i + 1]! - x[i]!;
  const m = 1 + ((x[i]! + x[i + 1]!) / 2) ** 2;
  return { width, m, slope: (tau[i + 1]! - tau[i]!) / width, mean: (tau[i]! + tau[i + 1]!) / 2 };
}

const moved = (tau: Float64Array, move: Float64Array, share: number): Float64Array =>
  tau.map((value, i) => value + share * (move[i] ?? 0));

/** The step of Newton's method for all points but the last: a tridiagonal system, eliminated from the middle outwards. */
function newtonStep(x: Float64Array, tau: Float64Array): Float64Array {
  const n = x.length - 1;
  const [gradient, diagonal, beside] = [new Float64Array(n + 1), new Float64Array(n + 1), new Float64Array(n + 1)];
  for (let i = 0; i < n; i++) {
    // L(mean, slope)·width with L = cos(mean)·√(1 − m² slope²), mean = (τ_i + τ_i+1)/2, slope = (τ_i+1 − τ_i)/width
    const { width, slope, mean, m } = segment(x, tau, i);
    const [cos, sin, w] = [Math.cos(mean), Math.sin(mean), Math.sqrt(1 - (m * slope) ** 2)];
    const [byMean, bySlope] = [-sin * w * width, (-cos * m * m * slope) / w];
    const meanMean = -cos * w * width;
    const meanSlope = (sin * m * m * slope) / w;
    const slopeSlope = (-cos * m * m) / w ** 3 / width;
    gradient[i]! += byMean / 2 - bySlope;
    gradient[i + 1]! += byMean / 2 + bySlope;
    diagonal[i]! += meanMean / 4 - meanSlope + slopeSlope;
    diagonal[i + 1]! += meanMean / 4 + meanSlope + slopeSlope;
    beside[i] = meanMean / 4 - slopeSlope;
  }
  const step = new Float64Array(n);
  for (let i = 1; i < n; i++) {
    const factor = beside[i - 1]! / diagonal[i - 1]!;
    diagonal[i]! -= factor * beside[i - 1]!;
    gradient[i]! -= factor * gradient[i - 1]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    step[i] = (-gradient[i]! - (i + 1 < n ? beside[i]! * step[i + 1]! : 0)) / diagonal[i]!;
  }
  return step;
}
