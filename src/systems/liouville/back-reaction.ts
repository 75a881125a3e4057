/** @file What a weak source does to the optimised metric: the linear response, and its sum over several sources. */

import { DomainError } from '../../errors.ts';
import type { ConicalSource } from './conical-source.ts';
import type { PlanarPoint } from './planar-domain.ts';

/** Arguments from which the series in 1/x is better than the logarithm. */
const LARGE = 2;

/**
 * The Legendre function of the second kind,
 *
 *     Q₁(x) = (x/2) log((x + 1)/(x − 1)) − 1 = Σ_{k≥1} x^{−2k}/(2k + 1),     x > 1,
 *
 * Q₁(cosh σ)/2π is Green's function of −Δ + 2 on the hyperbolic plane: −log σ near 0, e^{−2σ} far away.
 *
 * @throws {DomainError} unless x > 1
 */
export function legendreQ1(x: number): number {
  if (!(x > 1)) throw new DomainError(`legendreQ1: an argument > 1 required, got ${x}`);
  if (x < LARGE) return (x / 2) * Math.log1p(2 / (x - 1)) - 1;
  const square = 1 / (x * x);
  let [sum, power] = [0, square];
  for (let k = 1; power > 1e-18 * sum; k++) {
    sum += power / (2 * k + 1);
    power *= square;
  }
  return sum;
}

/** cosh of the distance of two points of the half plane y > 0 with the metric (dx² + dy²)/y². */
export function hyperbolicCosine([x, y]: PlanarPoint, [u, v]: PlanarPoint): number {
  return 1 + ((x - u) ** 2 + (y - v) ** 2) / (2 * y * v);
}

/**
 * The linear response of φ = −log y on the half plane to sources, added up:
 *
 *     δφ(w) = Σ_j (1 − a_j) Q₁(cosh σ(w, w_j)),     1 − a = 12h/c,
 *
 * the solution of (−Δ + 2)δφ = 2π(1 − a)δ on the hyperbolic plane. The nonlinear solution differs from it by terms of second order
 * in all 1 − a.
 *
 * @param point - (x, y), y > 0, not a source
 * @throws {DomainError} the point or a source is not in the half plane, or the point is a source
 */
export function superposedResponse(sources: readonly ConicalSource[], point: PlanarPoint): number {
  for (const place of [point, ...sources.map(({ at }) => at)]) {
    if (!(place[1] > 0)) throw new DomainError(`superposedResponse: points with y > 0 required, got (${place})`);
  }
  return sources.reduce((sum, { at, a }) => sum + (1 - a) * legendreQ1(hyperbolicCosine(point, at)), 0);
}
