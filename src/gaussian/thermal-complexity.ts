/** @file Complexity of thermal oscillators: of their thermofield double, and of the simplest purification. */

import { DomainError } from '../errors.ts';
import { fubiniStudyLength } from './gaussian-geodesic.ts';
import { checkPositive } from './oscillator-complexity.ts';

/** Complexities of a thermal state of oscillators, each as a Fubini–Study length and as f2 and f1 in normal modes. */
export interface ThermalComplexity {
  /** Of the thermofield double from uncoupled oscillators, as many again. */
  readonly double: NormalModeLengths;
  /** Of the purification of least Fubini–Study length. */
  readonly minimised: NormalModeLengths;
  /** Of two copies of the ground state. */
  readonly vacua: NormalModeLengths;
  /** Squeezing η_k of each purifying mode of the minimised state, ½ log(ω_R/ω_k) of the thermofield double; shape (n,). */
  readonly purifying: Float64Array;
}

/** Lengths of the shortest path of quadratic gates, in normal modes. */
export interface NormalModeLengths {
  readonly fubiniStudy: number;
  readonly f2: number;
  readonly f1: number;
}

/**
 * Complexity of the thermal state of oscillators with frequencies ω_k, purified by as many again, from uncoupled ones of frequency
 * ω_R on both sides. With ξ = ½ log(ω_R/ω), ν = coth(βω/2), and a purifying mode of squeezing η the normal modes of the pair have
 *
 *     r_± = ½(ξ + η ± δ),    cosh δ = ν cosh(ξ − η);
 *
 * η = ξ is the thermofield double, with r_± = ½ log(ω_R/ω tanh^{±1}(βω/4)). Squared, the Fubini–Study length is a distance from
 * a totally geodesic surface of a space of no positive curvature: so the least of all purifications is unique, has the
 * symmetries of the state, hence is found mode by mode, and gains nothing from more purifying modes.
 *
 * @param frequencies - ω_k > 0, shape (n,)
 * @param beta - inverse temperature, positive and finite
 * @param options - `reference`: ω_R, default 1
 * @throws {DomainError} numbers that are not positive and finite
 *
 * O(n), 10⁴ modes in some 10 ms. `purificationComplexity` is the same for any mixed state.
 *
 * @see Chapman, Eisert, Hackl, Heller, Jefferson, Marrochio & Myers, arXiv:1810.05151 (2018), on thermofield doubles
 */
export function thermalComplexity(
  frequencies: ArrayLike<number>,
  beta: number,
  { reference = 1 }: { readonly reference?: number } = {},
): ThermalComplexity {
  checkPositive('thermalComplexity', 'frequencies', frequencies);
  checkPositive('thermalComplexity', 'a reference frequency', [reference]);
  if (!(beta > 0 && beta < Infinity)) {
    throw new DomainError(`thermalComplexity: a finite inverse temperature > 0 required, got ${beta}`);
  }
  const modes = Array.from(frequencies, (omega) => ({ xi: Math.log(reference / omega) / 2, x: beta * omega }));
  const purifying = Float64Array.from(modes, ({ xi, x }) => simplestSqueezing(xi, x));
  return {
    double: lengthsOf(modes.flatMap(({ xi, x }) => pairOf(xi, x, xi))),
    minimised: lengthsOf(modes.flatMap(({ xi, x }, k) => pairOf(xi, x, purifying[k]!))),
    vacua: lengthsOf(modes.flatMap(({ xi }) => [xi, xi])),
    purifying,
  };
}

/** δ with cosh δ = ν cosh(ξ − η), by sinh²δ = (1/sinh²(x/2))·cosh²(ξ − η) + sinh²(ξ − η). */
function splitting(xi: number, x: number, eta: number): number {
  return Math.asinh(Math.hypot(Math.cosh(xi - eta) / Math.sinh(x / 2), Math.sinh(xi - eta)));
}

/** The squeezings of the normal modes of a pair. */
function pairOf(xi: number, x: number, eta: number): readonly [number, number] {
  const delta = splitting(xi, x, eta);
  return [(xi + eta + delta) / 2, (xi + eta - delta) / 2];
}

/** The η at which (ξ + η)² + δ² is least: its derivative rises from −ξ to ξ, and bisection finds its zero. */
function simplestSqueezing(xi: number, x: number): number {
  const slope = (eta: number): number => {
    const delta = splitting(xi, x, eta);
    const ratio = delta < 1e-8 ? 1 : delta / Math.sinh(delta);
    return xi + eta - (ratio * Math.sinh(xi - eta)) / Math.tanh(x / 2);
  };
  let [below, above] = [-Math.abs(xi), Math.abs(xi)];
  for (let step = 0; step < 60; step++) {
    const middle = (below + above) / 2;
    if (slope(middle) < 0) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}

function lengthsOf(squeezings: readonly number[]): NormalModeLengths {
  const angles = Float64Array.from(squeezings, Math.abs);
  const fubiniStudy = fubiniStudyLength('boson', angles);
  return { fubiniStudy, f2: Math.SQRT2 * fubiniStudy, f1: angles.reduce((total, r) => total + r, 0) };
}
