/** @file Gauss's quadrature for products of two Taylor series, with as few points as the sizes of their terms allow. */

import { gaussLegendre } from '../linalg/gauss-legendre.ts';

/** A rule for ∫₀¹. */
export interface Quadrature {
  readonly points: readonly number[];
  readonly weights: readonly number[];
}

/** Error relative to the product of the first terms that counts as rounding. */
const TOLERANCE = 2 ** -50;
/** Most points: exact for powers below 64. */
const MOST_POINTS = 32;

const rules = new Map<number, Quadrature>();

/**
 * The Gauss rule with the fewest points that integrates (Σ_a u_a(1 − s)^a)·(Σ_b v_b s^b) to rounding accuracy, whatever
 * the signs, where only the sizes of the coefficients are known. p points leave at most
 *
 *     Σ_{k ≥ 2p} c_k·min(1, (p!)⁴/((2p + 1)·(2p)!³) · k!/(k − 2p)!),     c_k = Σ_{a+b=k} |u_a||v_b|,
 *
 * as the derivative of order 2p of s^b(1 − s)^a is at most k!/(k − 2p)!, by Leibniz's rule and Vandermonde's identity.
 *
 * @param first, second - |u_a| and |v_b|
 *
 * @see Davis & Rabinowitz, Methods of Numerical Integration, 2nd ed., sect. 2.7
 */
export function productQuadrature(first: readonly number[], second: readonly number[]): Quadrature {
  const products = new Float64Array(first.length + second.length - 1);
  first.forEach((u, a) => {
    second.forEach((v, b) => {
      products[a + b] = products[a + b]! + u * v;
    });
  });
  let points = 1;
  // Written so that NaN ends the search.
  while (points < MOST_POINTS && errorOf(points, products) > TOLERANCE * products[0]!) points += 1;
  return ruleOf(points);
}

/** The bound above for p points. */
function errorOf(p: number, products: Float64Array): number {
  let unit = 1 / (2 * p + 1); // (p!)⁴/((2p + 1)·(2p)!²)
  for (let j = 1; j <= p; j++) unit *= (j / (p + j)) ** 2;
  let [error, binomial] = [0, 1]; // k!/((k − 2p)!·(2p)!)
  for (let k = 2 * p; k < products.length; k++) {
    error += products[k]! * Math.min(1, unit * binomial);
    binomial *= (k + 1) / (k + 1 - 2 * p);
  }
  return error;
}

function ruleOf(count: number): Quadrature {
  const rule = rules.get(count);
  if (rule !== undefined) return rule;
  const [points, weights] = gaussLegendre(count);
  const made = { points: Array.from(points, (x) => (1 + x) / 2), weights: Array.from(weights, (w) => w / 2) };
  rules.set(count, made);
  return made;
}
