/** @file Geodesics between boundary points of a metric that depends on the depth alone, by Clairaut's relation; entropies from them. */

import { DomainError } from '../../errors.ts';
import { gaussLegendre } from '../../linalg/gauss-legendre.ts';
import type { Nats } from '../../units.ts';
import { hermiteWeights, splineSlopes } from './cubic-spline.ts';
import type { LayeredMetric } from './layered-metric.ts';

/** A geodesic between two points of the boundary. */
export interface LayeredGeodesic {
  readonly length: number;
  /** Depth at which it turns. */
  readonly turningDepth: number;
}

/** Panels of the quadrature, each half as long as the one before, and halvings of the interval of turning depths. */
const PANELS = 26;
const BISECTIONS = 70;
/** Log of the distance of the turning depth from the deepest layer, at most. */
const CLOSEST = 36;
/** Distance from the turning depth, in layers, up to which φ − φ(z*) is a Taylor sum and not a difference. */
const NEAR = 0.01;
const [NODES, WEIGHTS] = gaussLegendre(16);

/**
 * Geodesics between points of the boundary at given distances. By Clairaut's relation e^φ cos α = p is constant, p = e^{φ(z*)} at the
 * turning depth z*, so that
 *
 *     separation = 2∫ p dz/√(e^{2φ} − p²),    length = 2∫ e^{2φ} dz/√(e^{2φ} − p²)    from ε to z*.
 *
 * The turning depth is found by bisection. φ is a cubic spline of log z.
 *
 * @param separations - distances in x, > 0
 * @throws {DomainError} a metric that does not fall with the depth, a separation that is not positive, or one whose geodesic reaches
 *   the deepest layer
 *
 * Cost about 1 ms each.
 */
export function layeredGeodesics(metric: LayeredMetric, separations: readonly number[]): readonly LayeredGeodesic[] {
  const reach = reachOf(metric);
  const deepest = reach(CLOSEST).separation;
  return separations.map((separation) => {
    if (!(separation > 0 && separation < deepest)) {
      throw new DomainError(
        `layeredGeodesics: separations between 0 and ${deepest}, whose geodesics turn above the deepest layer, required, got ${separation}`,
      );
    }
    let [low, high] = [0, CLOSEST];
    for (let k = 0; k < BISECTIONS; k++) {
      const middle = (low + high) / 2;
      if (reach(middle).separation < separation) low = middle;
      else high = middle;
    }
    const { length, turningDepth } = reach((low + high) / 2);
    return { length, turningDepth };
  });
}

export interface GeodesicEntropyOptions {
  /** c > 0; default 1. */
  readonly centralCharge?: number;
  /**
   * The constant s₀ of S = (c/3) log ℓ + s₀ in the vacuum, in nats, with which entropies no longer depend on ε where it is small;
   * default (c/3) log 1/ε, the length alone.
   */
  readonly constant?: Nats;
}

/**
 * Entropies of intervals from geodesics between their ends: the areas of an optimised metric,
 *
 *     S = (c/6)·length,     or with a constant     S = (c/6)·(length + 2 log ε) + s₀.
 *
 * @param lengths - of the intervals, in the units of ε, > 0
 * @returns nats, one for each length
 * @throws {DomainError} as `layeredGeodesics`, or a central charge that is not positive, or a constant that is not finite
 *
 * @see Caputa, Kundu, Miyaji, Takayanagi & Watanabe, arXiv:1706.07056
 */
export function geodesicEntropies(
  metric: LayeredMetric,
  lengths: readonly number[],
  { centralCharge = 1, constant }: GeodesicEntropyOptions = {},
): readonly Nats[] {
  checkEntropyOptions('geodesicEntropies', centralCharge, constant);
  const offset = constant === undefined ? 0 : constant + (centralCharge / 3) * Math.log(metric.depths[0]!);
  return layeredGeodesics(metric, lengths).map(({ length }) => (centralCharge / 6) * length + offset);
}

/** @throws {DomainError} a central charge that is not positive, or a constant that is not finite */
export function checkEntropyOptions(caller: string, centralCharge: number, constant: number | undefined): void {
  if (!(centralCharge > 0 && centralCharge < Infinity) || !Number.isFinite(constant ?? 0)) {
    throw new DomainError(
      `${caller}: a positive central charge and a finite constant required, got ${centralCharge} and ${constant}`,
    );
  }
}

/** Separation and length by the turning depth s* = s₀ + (s₁ − s₀)(1 − e^{−τ}), s = log z. */
function reachOf({
  depths,
  phi,
  isMirror,
}: LayeredMetric): (tau: number) => LayeredGeodesic & { readonly separation: number } {
  const n = depths.length;
  if (n < 2 || phi.length !== n || !phi.every((value, k) => k === 0 || value < phi[k - 1]!)) {
    throw new DomainError('layeredGeodesics: at least two layers with φ that falls with the depth required');
  }
  const slopes = splineSlopes(phi, isMirror ? 0 : undefined);
  const start = Math.log(depths[0]!);
  const ratio = (Math.log(depths[n - 1]!) - start) / (n - 1);
  if (!depths.every((z, k) => Math.abs(Math.log(z) - start - k * ratio) <= 1e-6 * ratio)) {
    throw new DomainError('layeredGeodesics: depths in geometric progression required');
  }
  const valueAt = (place: number, derivative: 0 | 1 | 2 = 0): number => {
    const k = Math.min(n - 2, Math.max(0, Math.floor(place)));
    const [a, b, c, d] = hermiteWeights(place - k, derivative);
    return a * phi[k]! + b * phi[k + 1]! + c * slopes[k]! + d * slopes[k + 1]!;
  };
  return (tau) => {
    const turn = -Math.expm1(-tau) * (n - 1); // in layers
    const [least, slope, bend] = [valueAt(turn), valueAt(turn, 1), valueAt(turn, 2)];
    const rise = (x: number): number => (x < NEAR ? x * (bend * (x / 2) - slope) : valueAt(turn - x) - least); // φ − φ(z*)
    const range = Math.sqrt(turn * ratio);
    let [separation, length] = [0, 0];
    for (let panel = 0; panel < PANELS; panel++) {
      const to = range * 2 ** -panel;
      const from = panel === PANELS - 1 ? 0 : to / 2;
      NODES.forEach((node, k) => {
        const t = (from + to + (to - from) * node) / 2; // s = s* − t², in which the integrand is smooth
        const excess = Math.expm1(2 * rise((t * t) / ratio)); // e^{2φ}/p² − 1
        const z = Math.exp(start + ratio * turn - t * t);
        const share = ((to - from) * WEIGHTS[k]! * 2 * t * z) / Math.sqrt(excess);
        separation += share;
        length += share * (1 + excess);
      });
    }
    return { separation, length: Math.exp(least) * length, turningDepth: Math.exp(start + ratio * turn) };
  };
}
