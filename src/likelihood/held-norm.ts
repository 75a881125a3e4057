/** @file Probabilities of some digits by contraction of a norm, and rows drawn digit by digit. */

import { type ContractionPlan, contract, contractionPlan, contractPullback } from '../contraction/contract.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { DomainError } from '../errors.ts';
import type { ComplexArray } from '../linalg/complex.ts';
import type { RandomStream } from '../linalg/random.ts';
import { networkTensors } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { fittingPath } from './fitting-path.ts';

/** What a norm with some digits held tells. */
export interface HeldNorm {
  /** log ⟨ψ|Π|ψ⟩, Π the projector on the digits that are held. */
  readonly log: number;
  /** Proportional to the probabilities of the values of one more digit, shape (d,). */
  readonly shares: Float64Array;
}

/**
 * ⟨ψ|Π|ψ⟩ of a network without environment with digits held, and what of it belongs to each value of a site: the derivatives
 * by the weights of the values there, in which it is linear.
 *
 * @returns of θ, the digits held (−1 where free) and the site
 * @throws {DomainError} an intermediate tensor that is too large, see `fittingPath`
 *
 * Cost for a PEPS of L × L sites: L² χ^{2L+2}.
 */
export function heldNorm(network: TensorNetwork): (theta: Float64Array, held: Int16Array, site: number) => HeldNorm {
  const plan = normPlan(network);
  const sizes = network.boundary.map((leg) => network.dimensions[leg]!);
  return (theta, held, site) => {
    const ket = networkTensors(network, theta);
    const layers = [...ket, ...ket.map(conjugated)];
    const contraction = contract(plan, [...layers, ...sizes.map((d, k) => indicator(d, held[k]!))]);
    const needed = [...layers.map(() => false), ...sizes.map((_, k) => k === site)];
    const slopes = contractPullback(plan, contraction, Float64Array.of(1, 0), needed)[layers.length + site]!;
    return {
      log: Math.log(Math.max(0, contraction.value.interleaved[0]!)) + contraction.exponent * Math.LN2,
      shares: Float64Array.from({ length: sizes[site]! }, (_, v) => Math.max(0, slopes[2 * v]!)),
    };
  };
}

/** The contraction ⟨ψ|Π|ψ⟩: ket, bra, and a vector of weights on the leg that both share at each site. */
function normPlan({ nodes, boundary, dimensions }: TensorNetwork): ContractionPlan {
  const sites = new Set(boundary);
  const bra = (leg: Leg): Leg => (sites.has(leg) ? leg : `bra ${leg}`);
  const legs = [
    ...nodes.map((node) => node.legs),
    ...nodes.map((node) => node.legs.map(bra)),
    ...boundary.map((leg) => [leg]),
  ];
  const sizes = { ...dimensions, ...Object.fromEntries(Object.entries(dimensions).map(([leg, d]) => [bra(leg), d])) };
  return contractionPlan(legs, sizes, [], fittingPath(legs, sizes, []).path);
}

/** 1 for a value that is allowed, 0 for the others; −1 allows all. */
function indicator(d: number, value: number): ComplexArray {
  const interleaved = new Float64Array(2 * d);
  for (let v = 0; v < d; v++) interleaved[2 * v] = Number(value < 0 || value === v);
  return { shape: [d], interleaved };
}

const conjugated = ({ shape, interleaved }: ComplexArray): ComplexArray => ({
  shape,
  interleaved: interleaved.map((x, k) => (k % 2 === 0 ? x : -x)),
});

/**
 * Draws rows digit by digit; rows that begin alike share the distribution of their next digit.
 *
 * @param given - digits that are held, −1 where free
 * @param sharesOf - proportional to the probabilities of a digit, those before it held
 * @throws {DomainError} given digits of probability 0
 */
export function drawnByDigit(
  given: Int16Array,
  stream: RandomStream,
  count: number,
  sharesOf: (held: Int16Array, site: number) => Float64Array,
): Uint8Array {
  const n = given.length;
  const rows = Array.from({ length: count }, () => given.slice());
  for (let site = 0; site < n; site++) {
    if (given[site]! >= 0) continue;
    const known = new Map<string, Float64Array>();
    for (const row of rows) {
      const key = row.join();
      const shares = known.get(key) ?? sharesOf(row, site);
      known.set(key, shares);
      row[site] = pick(shares, stream.uniform());
    }
  }
  return Uint8Array.from(rows.flatMap((row) => [...row]));
}

/** The value at which the cumulated shares pass u times their sum. */
function pick(shares: Float64Array, u: number): number {
  const total = shares.reduce((sum, p) => sum + p, 0);
  if (!(total > 0)) throw new DomainError('sample: given values of positive probability required, got probability 0');
  let upTo = 0;
  const value = shares.findIndex((p) => {
    upTo += p;
    return upTo > u * total;
  });
  return value >= 0 ? value : shares.findLastIndex((p) => p > 0);
}
