/** @file Optimised metrics that depend on the depth alone: half planes and strips. */

import { DomainError } from '../../errors.ts';
import type { Solution } from '../../solution.ts';

/** e^{2φ(z)}(dx² + dz²) at depths in geometric progression. */
export interface LayeredMetric {
  /** z_k = z₀ q^k, shape (n,), ascending. */
  readonly depths: Float64Array;
  /** Shape (n,). */
  readonly phi: Float64Array;
  /** Whether the deepest layer is the middle of a strip, where φ' = 0, and not an end with a given value. */
  readonly isMirror: boolean;
}

export interface LayersOptions {
  /** Cutoff ε > 0: e^φ = 1/ε at the boundary, z = ε. */
  readonly epsilon: number;
  /**
   * Inverse temperature β: two boundaries, at z = ε and at z = β/2 − ε, of a strip of width β/2 that makes the thermofield double
   * state; must exceed 8ε. Default Infinity: the half plane, the vacuum.
   */
  readonly beta?: number;
  /**
   * Circumference N of a ring: a half-infinite cylinder, or the disk that it covers, which makes the vacuum of the ring; must
   * exceed 8ε. Default Infinity: the vacuum of a line.
   */
  readonly circumference?: number;
  /** Greatest depth of the half plane, where e^φ = 1/z; default 10⁴ε. A strip ends at its middle, z = β/4, a cylinder at 3N. */
  readonly depth?: number;
  /** Number of layers, 8 to 100000; default 4000. */
  readonly layers?: number;
}

/** Newton step max |δφ| at which to stop, the longest step, and most steps. */
const TOLERANCE = 1e-12;
const LONGEST_STEP = 2;
const MOST_STEPS = 60;

/**
 * The minimum over φ(z) of the Liouville functional per unit of x,
 *
 *     ∫ (φ'² + e^{2φ}) dz,     φ'' = e^{2φ},
 *
 * with e^φ = 1/ε at the boundary. On the half plane e^φ = 1/z; on a cylinder, a disk without a cone at its middle, φ' → −2π/N deep inside, and
 * e^φ = k/sinh(kz + δ), k = 2π/N, sinh(kε + δ) = kε; on a strip e^φ = k/sin(kz + δ), with k regulated by the cutoff:
 * k/cos k(β/4 − ε) = 1/ε, which is 2π/β for small ε. Newton's method with linear elements on layers of geometric spacing.
 *
 * @returns 'converged' if the last Newton step was at most 1e-12
 * @throws {DomainError} a cutoff, temperature, depth or number of layers outside of its range
 *
 * O(layers) for each of some ten Newton steps; the error is about (log q)²/10, 1e-6 for 4000 layers over four decades.
 */
export function optimiseLayers(options: LayersOptions): Solution<LayeredMetric> {
  const { epsilon, beta = Infinity, circumference = Infinity, layers = 4000 } = options;
  const [isMirror, isCylinder] = [beta < Infinity, circumference < Infinity];
  const depth = isMirror ? beta / 4 : isCylinder ? 3 * circumference : (options.depth ?? 1e4 * epsilon);
  if (!(epsilon > 0 && beta > 8 * epsilon)) {
    throw new DomainError(`optimiseLayers: 0 < ε < β/8 required, got ε = ${epsilon} and β = ${beta}`);
  }
  if (!(circumference > 8 * epsilon)) {
    throw new DomainError(`optimiseLayers: a circumference > 8ε required, got ${circumference} at ε = ${epsilon}`);
  }
  const given = Object.entries({ β: options.beta, circumference: options.circumference, depth: options.depth }).flatMap(
    ([name, value]) => (value !== undefined && value < Infinity ? [`${name} = ${value}`] : []),
  );
  if (given.length > 1) {
    throw new DomainError(
      `optimiseLayers: either a temperature, a circumference or a depth required, got ${given.join(' and ')}`,
    );
  }
  if (!(depth > 2 * epsilon && depth < Infinity)) {
    throw new DomainError(`optimiseLayers: a finite depth beyond 2ε = ${2 * epsilon} required, got ${depth}`);
  }
  if (!(Number.isInteger(layers) && layers >= 8 && layers <= 1e5)) {
    throw new DomainError(`optimiseLayers: 8 to 100000 layers required, got ${layers}`);
  }
  const ratio = Math.log(depth / epsilon) / (layers - 1);
  if (!(Math.expm1(ratio) <= 1 / 4)) {
    throw new DomainError(
      `optimiseLayers: layers that resolve the cutoff, the first of at most ε/4, required, got ${layers}, the first of ${Math.expm1(ratio)}ε`,
    );
  }
  const depths = Float64Array.from({ length: layers }, (_, k) => epsilon * Math.exp(ratio * k));
  return newton(depths, isMirror, isMirror ? 0 : isCylinder ? (-2 * Math.PI) / circumference : null);
}

/** @param slope - φ' at the deepest layer; null if φ is given there */
function newton(depths: Float64Array, isMirror: boolean, slope: number | null): Solution<LayeredMetric> {
  const n = depths.length;
  const phi = depths.map((z) => -Math.log(z)); // exact for the half plane, and the start for a strip
  const last = slope === null ? n - 2 : n - 1;
  const springs = Float64Array.from({ length: n - 1 }, (_, k) => 1 / (depths[k + 1]! - depths[k]!));
  const widths = depths.map((z, k) => ((depths[k + 1] ?? z) - (depths[k - 1] ?? z)) / 2);
  if (slope === null) for (let k = 1; k < n - 1; k++) phi[k] = phi[0]!; // not to begin at the answer
  for (let steps = 1; ; steps++) {
    const [diagonal, right] = [new Float64Array(n), new Float64Array(n)];
    for (let k = 1; k <= last; k++) {
      const [before, after] = [springs[k - 1]!, springs[k] ?? 0];
      const volume = widths[k]! * Math.exp(2 * phi[k]!);
      diagonal[k] = before + after + 2 * volume;
      right[k] = before * (phi[k - 1]! - phi[k]!) + after * ((phi[k + 1] ?? 0) - phi[k]!) - volume;
      if (k === n - 1) right[k] = right[k]! + slope!;
    }
    for (let k = 2; k <= last; k++) {
      const share = springs[k - 1]! / diagonal[k - 1]!;
      diagonal[k] = diagonal[k]! - share * springs[k - 1]!;
      right[k] = right[k]! + share * right[k - 1]!;
    }
    const step = new Float64Array(n + 1);
    let longest = 0;
    for (let k = last; k >= 1; k--) {
      step[k] = (right[k]! + (k < last ? springs[k]! * step[k + 1]! : 0)) / diagonal[k]!;
      longest = Math.max(longest, Math.abs(step[k]!));
    }
    const share = Math.min(1, LONGEST_STEP / longest);
    for (let k = 1; k <= last; k++) phi[k] = phi[k]! + share * step[k]!;
    if (longest <= TOLERANCE) return { value: { depths, phi, isMirror }, result: 'converged', steps };
    if (!(longest < Infinity)) return { value: { depths, phi, isMirror }, result: 'diverged', steps };
    if (steps >= MOST_STEPS) return { value: { depths, phi, isMirror }, result: 'max-steps', steps };
  }
}

/**
 * The k of the strip e^φ = k/cos k(z − β/4) with e^φ = 1/ε at z = ε: the solution of cos k(β/4 − ε) = kε, just below 2π/β.
 *
 * @throws {DomainError} unless 0 < ε < β/8
 */
export function regulatedWaveNumber(epsilon: number, beta: number): number {
  if (!(epsilon > 0 && beta > 8 * epsilon && beta < Infinity)) {
    throw new DomainError(`regulatedWaveNumber: 0 < ε < β/8 required, got ε = ${epsilon} and β = ${beta}`);
  }
  const half = beta / 4 - epsilon;
  let [low, high] = [0, Math.PI / (2 * half)];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (Math.cos(middle * half) > middle * epsilon) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
