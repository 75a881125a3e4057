/** @file Optimal transport between Gaussian distributions with independent coordinates, in closed form. */

import { DomainError, ShapeError } from '../errors.ts';
import type { VelocityField } from './residual-path.ts';

/** A Gaussian with independent coordinates. */
export interface IndependentGaussian {
  /** Shape (n,). */
  readonly mean: readonly number[];
  /** Standard deviations, positive, shape (n,). */
  readonly deviation: readonly number[];
}

/** The cheapest way to carry one distribution to another. */
export interface GaussianTransport {
  /** W₂², the least mean of ‖T(x) − x‖². */
  readonly squaredDistance: number;
  /** The velocity of the straight lines x + t(T(x) − x): constant along each of them. */
  readonly field: VelocityField;
}

/**
 * Optimal transport between Gaussians,
 *
 *     W₂² = Σ_k (Δμ_k)² + (Δσ_k)²,    T(x)_k = μ′_k + (σ′_k/σ_k)(x_k − μ_k).
 *
 * No map to a distribution with these means and deviations, Gaussian or not, costs less.
 *
 * @throws {ShapeError} not one mean and deviation for each of n ≥ 1 coordinates
 * @throws {DomainError} deviations that are not positive
 * @see Gelbrich, Math. Nachr. 147, 185 (1990)
 *
 * @example
 * ```ts
 * import { gaussianTransport, residualPath } from 'bulkweave/likelihood';
 *
 * const to = { mean: [3], deviation: [2] };
 * const { squaredDistance, field } = gaussianTransport({ mean: [0], deviation: [1] }, to);
 * console.log(squaredDistance, residualPath(field, Float64Array.of(-1), 3).points.at(-1)); // 10, [1.000]
 * ```
 */
export function gaussianTransport(from: IndependentGaussian, to: IndependentGaussian): GaussianTransport {
  const lists = [from.mean, from.deviation, to.mean, to.deviation];
  const [n] = lists.map((list) => list.length) as [number];
  if (n === 0 || lists.some((list) => list.length !== n)) {
    const lengths = lists.map((list) => list.length).join(', ');
    throw new ShapeError(`gaussianTransport: means and deviations of one length required, got lengths ${lengths}`);
  }
  const wrong = [...from.deviation, ...to.deviation].find((sigma) => !(sigma > 0 && sigma < Infinity));
  if (wrong !== undefined) throw new DomainError(`gaussianTransport: positive deviations required, got ${wrong}`);
  const squares = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, x, k) => sum + (x - b[k]!) ** 2, 0);
  const ratio = from.deviation.map((sigma, k) => to.deviation[k]! / sigma);
  const shift = to.mean.map((mean, k) => mean - ratio[k]! * from.mean[k]!);
  return {
    squaredDistance: squares(from.mean, to.mean) + squares(from.deviation, to.deviation),
    field: (x, t) =>
      x.map((value, k) => {
        const start = (value - t * shift[k]!) / (1 - t + t * ratio[k]!);
        return shift[k]! + (ratio[k]! - 1) * start;
      }),
  };
}
