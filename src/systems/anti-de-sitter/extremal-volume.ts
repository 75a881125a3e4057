/** @file How the volume behind a horizon grows: slices of greatest volume of the two-sided BTZ black hole. */

import { DomainError } from '../../errors.ts';
import { type Integral, integral, principalValue } from '../../linalg/quadrature.ts';
import { checkPositive } from './background.ts';

/** A slice of greatest volume between the boundary at t_L on the left and t_R on the right. */
export interface ExtremalSlice {
  /** t = t_L + t_R, both running upwards. */
  readonly time: number;
  /** r_min, the radius of its waist behind the horizon: between r_h/√2 at late times and r_h at t = 0. */
  readonly waist: number;
  /** E, which is constant along it: E² = r_min²(r_h² − r_min²). */
  readonly energy: number;
  /** dV/dt = 2πE. */
  readonly rate: number;
  /** πr_h² − dV/dt, by which it is below its late value, without cancellation. */
  readonly deficit: number;
  /** V less that of two slices of the vacuum, with the same cut-off, as it is removed. */
  readonly formation: number;
  /** Estimated error of `time` and `formation`. */
  readonly error: number;
}

/** The least δ that is searched, at r_h·t of about 100. */
const LEAST_DEPTH = 1e-30;

/**
 * The slice of greatest volume whose waist has the depth δ, r_min² = r_h²(1 + δ)/2, E = r_h²√(1 − δ²)/2:
 *
 *     t = 2 |PV ∫ E dr/(f √(f r² + E²))|,    V = 4π ∫ r² dr/√(f r² + E²),    f = r² − r_h²,
 *
 * both from r_min on, with r = r_min + s², in which the integrands are smooth. The vacuum has twice 2π(R − 1).
 *
 * @param horizon - r_h > 0
 * @param depth - δ, 0 < δ ≤ 1; late times are −log δ ∝ t
 * @throws {DomainError} a horizon or a depth out of range
 *
 * Relative error about 1e-12. @see Carmi, Chapman, Marrochio, Myers & Sugishita, arXiv:1709.10184
 */
export function sliceOfDepth(horizon: number, depth: number): ExtremalSlice {
  checkPositive('sliceOfDepth', 'a horizon r_h', horizon);
  if (!(depth > 0 && depth <= 1)) throw new DomainError(`sliceOfDepth: a depth 0 < δ ≤ 1 required, got ${depth}`);
  // In units of r_h: t(E; r_h) = t(E/r_h²; 1)/r_h, and V = r_h·V(1) + 4π(1 − r_h) of the vacuum.
  const waist = Math.sqrt((1 + depth) / 2);
  const beyond = (1 - depth) / 2 / (1 + waist); // 1 − r_min
  const energy = Math.sqrt((1 - depth) * (1 + depth)) / 2;
  /** √(f r² + E²)/s, with f r² + E² = (r² − r_min²)(r² − r_min² + δ) and r² − r_min² = s²(2r_min + s²). */
  const root = (s: number): number => Math.sqrt((2 * waist + s * s) * (s * s * (2 * waist + s * s) + depth));
  const time = depth === 1 ? null : timeOf(energy, waist, Math.sqrt(beyond), root);
  const excess = integral(
    (s) => {
      const r = waist + s * s;
      const flat = s * root(s);
      return ((r * r - energy * energy) / (flat * (r * r + flat))) * 2 * s; // r²/√(r⁴ − r² + E²) − 1
    },
    0,
    Infinity,
  );
  const deficit = ((Math.PI * depth * depth) / (1 + 2 * energy)) * horizon ** 2;
  return {
    time: time === null ? 0 : Math.abs(2 * time.value) / horizon,
    waist: waist * horizon,
    energy: energy * horizon ** 2,
    rate: 2 * Math.PI * energy * horizon ** 2,
    deficit,
    formation: 4 * Math.PI * (horizon * (excess.value - waist) + 1),
    error: Math.max(time === null ? 0 : (2 * time.error) / horizon, 4 * Math.PI * horizon * excess.error),
  };
}

/** PV ∫ E dr/(f √(f r² + E²)) of r_h = 1: with r − 1 = s² − p², the pole is at s = p. */
function timeOf(
  energy: number,
  waist: number,
  pole: number,
  root: (s: number) => number,
): Pick<Integral, 'value' | 'error'> {
  const regular = (s: number): number => (2 * energy) / ((s + pole) * (waist + s * s + 1) * root(s));
  const near = principalValue(regular, pole / 2, (3 * pole) / 2, pole);
  const [below, above] = [
    [0, pole / 2],
    [(3 * pole) / 2, Infinity],
  ].map(([from, to]) => integral((s) => regular(s) / (s - pole), from!, to!));
  return {
    value: near.value + below!.value + above!.value,
    error: near.error + below!.error + above!.error,
  };
}

/**
 * The slice of greatest volume at the time t = t_L + t_R, the same for every division of t. At small t dV/dt = 2r_h³t,
 * at late times πr_h² − dV/dt ∝ e^{−√2 r_h t}.
 *
 * @param time - t ≥ 0
 * @throws {DomainError} a horizon that is not positive, a time that is negative, or too late, r_h·t above 103
 *
 * Cost about 50 integrals.
 */
export function extremalSlice(horizon: number, time: number): ExtremalSlice {
  checkPositive('extremalSlice', 'a horizon r_h', horizon);
  const latest = sliceOfDepth(horizon, LEAST_DEPTH).time;
  if (!(time >= 0 && time <= latest)) {
    throw new DomainError(`extremalSlice: a time between 0 and ${latest} required, got ${time}`);
  }
  // δ = 2/(1 + cosh y): t is linear in y for small and for large y.
  let [low, high] = [0, Math.acosh(2 / LEAST_DEPTH - 1)];
  for (;;) {
    const middle = (low + high) / 2;
    const slice = sliceOfDepth(horizon, Math.min(1, 2 / (1 + Math.cosh(middle))));
    if (slice.time === time || middle === low || middle === high) return slice;
    if (slice.time < time) low = middle;
    else high = middle;
  }
}
