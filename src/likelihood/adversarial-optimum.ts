/** @file What an adversarial pair plays for: the best discriminator of two distributions, and the value of the game. */

import { DomainError, ShapeError } from '../errors.ts';

/** The best answer of a discriminator to a generator. */
export interface AdversarialOptimum {
  /** D* = p/(p + q), shape (N,); ½ where both vanish. */
  readonly discriminator: Float64Array;
  /** V(D*) in nats, from −ln 4 for p = q to 0 for distributions that do not overlap. */
  readonly value: number;
}

/**
 * The value of the game between a discriminator D, which tells data p from generated q, and the generator of q,
 *
 *     V(D) = Σ_x p ln D + q ln(1 − D),
 *
 * in nats.
 *
 * @param data, generated - probabilities, or densities times the widths of the cells, shape (N,)
 * @param discriminator - probability that x is data, shape (N,)
 * @throws {ShapeError} lists of different length
 * @throws {DomainError} a D outside of [0, 1]
 */
export function adversarialValue(data: Float64Array, generated: Float64Array, discriminator: Float64Array): number {
  if (generated.length !== data.length || discriminator.length !== data.length) {
    const lengths = [data, generated, discriminator].map((list) => list.length);
    throw new ShapeError(`adversarialValue: lists of one length required, got ${lengths.join(', ')}`);
  }
  const wrong = discriminator.find((d) => !(d >= 0 && d <= 1));
  if (wrong !== undefined) throw new DomainError(`adversarialValue: a discriminator in [0, 1] required, got ${wrong}`);
  const term = (weight: number, x: number): number => (weight > 0 ? weight * Math.log(x) : 0);
  return discriminator.reduce((sum, d, x) => sum + term(data[x]!, d) + term(generated[x]!, 1 - d), 0);
}

/**
 * The discriminator that no other surpasses, and what it reaches,
 *
 *     D* = p/(p + q),    V(D*) = −ln 4 + 2 JSD(p, q),
 *
 * so a generator that lowers V against the best discriminator lowers the Jensen–Shannon divergence.
 *
 * @throws {ShapeError} lists of different length
 * @see Goodfellow et al., NeurIPS 2014, arXiv:1406.2661
 *
 * @example
 * ```ts
 * import { adversarialOptimum, distributionDistances } from 'bulkweave/likelihood';
 *
 * const [p, q] = [Float64Array.of(0.5, 0.5, 0), Float64Array.of(0.25, 0.5, 0.25)];
 * const { value } = adversarialOptimum(p, q);
 * console.log(value + Math.log(4) - 2 * distributionDistances(p, q).jensenShannon); // 0.000000
 * ```
 */
export function adversarialOptimum(data: Float64Array, generated: Float64Array): AdversarialOptimum {
  const discriminator = data.map((p, x) => (p + generated[x]! > 0 ? p / (p + generated[x]!) : 0.5));
  return { discriminator, value: adversarialValue(data, generated, discriminator) };
}
