/** @file The correlation length of a chain without end from the energies of its particles. */

import { DomainError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import type { Solution } from '../solution.ts';
import type { UniformChain } from './uniform-chain.ts';
import { type Excitation, uniformExcitations } from './uniform-excitations.ts';

/** How the dispersion is sampled. */
export interface DispersionOptions {
  /** Momenta; default 17. */
  readonly points?: number;
  /** Between which momenta the lowest level is one particle, within [0, π]; default all. */
  readonly between?: readonly [from: number, to: number];
  /** The ground state on the right of a kink. */
  readonly right?: UniformChain;
}

/** A correlation length, with what it was read from. */
export interface DispersionLength {
  /** ξ = 1/κ in sites: 0 where the particle does not move, ∞ without a gap. */
  readonly correlationLength: number;
  /** The error of the series, not of the bond dimension: how much up to three more coefficients would change ξ, or what is odd in k. */
  readonly error: number;
  /** Momentum q of ⟨A_0 B_r⟩ ∼ e^{iqr − r/ξ}, in [0, π]. */
  readonly momentum: number;
  /** Lowest ε. */
  readonly gap: number;
  /** a_j of ε² = Σ_j a_j cos jϑ; those kept. */
  readonly coefficients: Float64Array;
  readonly dispersion: readonly Excitation[];
}

/** Coefficients below this multiple of the last ones are taken for noise. */
const ABOVE_NOISE = 8;
/** Largest share of ε that may be odd in k. */
const ODD = 1e-3;
/** Steps of ϑ from zero to π among which minima are looked for. */
const GRID = 64;

/**
 * The correlation length of the ground state from the dispersion ε(k) of its lowest particle. In imaginary time the particle decays as e^{−ετ}, in
 * space as e^{−κr}, where its energy vanishes:
 *
 *     ε²(k) = Σ_j a_j cos jϑ,    ε²(q + i/ξ) = 0,    cos k = c + h cos ϑ,
 *
 * where c ± h are the cosines of the greatest and least momentum: ϑ = k over all momenta, Chebyshev polynomials of cos k on part of them.
 * ε² is analytic about the real axis, so its series converges exponentially, and so does ε(k) with the bond dimension; the transfer matrix,
 * whose eigenvalues have to form a branch cut, converges as a power of it. It is the length of operators that make a single particle. Where ground
 * states are degenerate and `right` is another than `chain`, operators make kinks in pairs: their length is half of this.
 *
 * @param chain - a ground state, converged to a gradient of 1e-8 or better; the error of ξ is of the order of that of ε
 * @returns `converged` where all levels did
 * @throws {DomainError} fewer than 5 points; momenta that are not ascending within [0, π]; ε(k) ≠ ε(−k); the particle has no gap; as
 *   `uniformExcitations`
 *
 * Right where the lowest level is a particle at all momenta in question. Where two particles together have less energy, as those of Haldane's chain
 * at small momenta, ε² has a corner: then `coefficients` fall slowly, and `error` says so. Leave these momenta out by `between`.
 *
 * @see Zauner, Draxler, Vanderstraeten, Degroote, Haegeman, Rams, Stojevic, Schuch & Verstraete, New J. Phys. 17, 053002 (2015)
 */
export function correlationLengthFromDispersion(
  term: ComplexMatrix,
  chain: UniformChain,
  { points = 17, between: [from, to] = [0, Math.PI], right = chain }: DispersionOptions = {},
): Solution<DispersionLength> {
  if (!(Number.isInteger(points) && points >= 5)) {
    throw new DomainError(`correlationLengthFromDispersion: at least 5 points required, got ${points}`);
  }
  if (!(0 <= from && from < to && to <= Math.PI)) {
    throw new DomainError(
      `correlationLengthFromDispersion: momenta 0 ≤ from < to ≤ π required, got from ${from} to ${to}`,
    );
  }
  const window = { middle: (Math.cos(from) + Math.cos(to)) / 2, half: (Math.cos(from) - Math.cos(to)) / 2 };
  const angles = Array.from({ length: points }, (_, m) => (Math.PI * m) / (points - 1));
  const inner = angles.slice(1, -1).map((angle) => Math.acos(window.middle + window.half * Math.cos(angle)));
  const momenta = [from, ...inner, to];
  const aside = from + (to - from) / 3;
  const found = uniformExcitations(term, chain, [...momenta, -aside, aside], { right });
  const energies = found.value.map((level) => level.energies[0]!);
  const odd = oddShare(energies.at(-2)!, energies.at(-1)!, aside);
  const dispersion = found.value.slice(0, points);
  const series = cosineSeries(energies.slice(0, points).map((energy) => energy * Math.abs(energy)));
  const noise = series.slice(-Math.ceil(points / 4)).reduce((most, a) => Math.max(most, Math.abs(a)), 0);
  const order = series.findLastIndex((a) => Math.abs(a) > ABOVE_NOISE * noise);
  const own = nearestZero(series.slice(0, order + 1), window);
  const further = [2, 3, 4].map((more) => 1 / nearestZero(series.slice(0, order + more), window).decay);
  const value: DispersionLength = {
    correlationLength: 1 / own.decay,
    error: further.reduce((most, length) => Math.max(most, Math.abs(length - 1 / own.decay)), odd / own.decay),
    momentum: own.momentum,
    gap: Math.min(...energies.slice(0, points)),
    coefficients: series.slice(0, order + 1),
    dispersion,
  };
  return { ...found, value };
}

/** Momenta whose cosines are middle ± half. */
interface Window {
  readonly middle: number;
  readonly half: number;
}

/** |ε(k) − ε(−k)|/ε(k). */
function oddShare(one: number, other: number, momentum: number): number {
  const share = Math.abs(one - other) / Math.abs(one);
  if (share <= ODD) return share;
  throw new DomainError(
    `correlationLengthFromDispersion: ε(k) = ε(−k) required, got ${one} and ${other} at momenta ∓${momentum}`,
  );
}

/** a_j of Σ_j a_j cos jk through values at k = 0 … π (type I). */
function cosineSeries(values: readonly number[]): Float64Array {
  const last = values.length - 1;
  const half = (j: number): number => (j === 0 || j === last ? 0.5 : 1);
  return Float64Array.from(values, (_, j) => {
    const sum = values.reduce((total, y, m) => total + half(m) * y * Math.cos((Math.PI * j * m) / last), 0);
    return (2 * half(j) * sum) / last;
  });
}

/** The zero of Σ a_j cos jϑ whose momentum is nearest to the real axis, sought by Newton's method from above all minima on it. */
function nearestZero(series: Float64Array, window: Window): { readonly decay: number; readonly momentum: number } {
  if (series.length < 2) return { decay: Infinity, momentum: 0 };
  const at = Array.from({ length: GRID + 1 }, (_, m) => valueAt(series, (Math.PI * m) / GRID, 0).value[0]);
  const zeros = at.flatMap((y, m) => {
    if (y > (at[m - 1] ?? Infinity) || y > (at[m + 1] ?? Infinity)) return [];
    if (y <= 0) return [momentumAt((Math.PI * m) / GRID, 0, window)];
    return zeroAbove(series, (Math.PI * m) / GRID).map(([x, height]) => momentumAt(x, height, window));
  });
  return zeros.reduce((best, zero) => (zero.decay < best.decay ? zero : best), { decay: Infinity, momentum: 0 });
}

/** The k of cos k = middle + half·cos(x + iy), by the ellipse with foci ±1 on which its cosine lies. */
function momentumAt(x: number, y: number, { middle, half }: Window) {
  const re = middle + half * Math.cos(x) * Math.cosh(y);
  const im = half * Math.sin(x) * Math.sinh(y);
  const decay = Math.acosh(Math.max(1, (Math.hypot(re - 1, im) + Math.hypot(re + 1, im)) / 2));
  const sine = decay === 0 ? Math.sqrt(Math.max(0, 1 - re * re)) : Math.abs(im) / Math.sinh(decay);
  return { decay, momentum: Math.atan2(sine, re / Math.cosh(decay)) };
}

function zeroAbove(series: Float64Array, start: number): readonly (readonly [x: number, y: number])[] {
  const curvature = -series.reduce((sum, a, j) => sum + a * j * j * Math.cos(j * start), 0);
  let [x, y] = [start, Math.sqrt(Math.abs((2 * valueAt(series, start, 0).value[0]) / curvature))];
  for (let step = 0; step < 100; step++) {
    const { value, slope } = valueAt(series, x, y);
    const size = slope[0] ** 2 + slope[1] ** 2;
    const dx = (value[0] * slope[0] + value[1] * slope[1]) / size;
    const dy = (value[1] * slope[0] - value[0] * slope[1]) / size;
    [x, y] = [x - dx, y - dy];
    if (Math.hypot(dx, dy) <= 1e-14 * Math.max(1, y)) return [[x, y]];
  }
  return [];
}

/** Σ a_j cos jϑ and its derivative at ϑ = x + iy. */
function valueAt(series: Float64Array, x: number, y: number) {
  const [value, slope]: [[number, number], [number, number]] = [
    [0, 0],
    [0, 0],
  ];
  series.forEach((a, j) => {
    const [c, s, ch, sh] = [Math.cos(j * x), Math.sin(j * x), Math.cosh(j * y), Math.sinh(j * y)];
    value[0] += a * c * ch;
    value[1] -= a * s * sh;
    slope[0] -= a * j * s * ch;
    slope[1] -= a * j * c * sh;
  });
  return { value, slope };
}
