/** @file How good a model of data is: likelihoods of data held out, and distances of distributions. */

import { DomainError, ShapeError } from '../errors.ts';
import { sizeOf } from '../linalg/complex.ts';
import { type DiscreteRows, rowsIn } from './discrete-rows.ts';
import type { LikelihoodModel } from './likelihood-model.ts';

/** The likelihood of data in the usual units. */
export interface LikelihoodScore {
  /** Mean negative log-likelihood of a row in nats. */
  readonly nats: number;
  /** Standard error of the mean over the rows, in nats. */
  readonly standardError: number;
  /** The same for each site, in bits. */
  readonly bitsPerSite: number;
  /** e^{nats / n}: as uncertain as a choice among so many values at each site. */
  readonly perplexity: number;
}

/**
 * Scores a model by rows; only rows that it was not trained on tell how good it is.
 *
 * @throws {ShapeError | DomainError} rows that do not fit the model
 */
export function likelihoodScore(model: LikelihoodModel, theta: Float64Array, rows: DiscreteRows): LikelihoodScore {
  const logs = model.logProbabilities(theta, rows.digits);
  const n = model.dimensions.length;
  const nats = -logs.reduce((sum, x) => sum + x, 0) / logs.length;
  const variance = logs.reduce((sum, x) => sum + (x + nats) ** 2, 0) / Math.max(1, logs.length - 1);
  return {
    nats,
    standardError: Math.sqrt(variance / logs.length),
    bitsPerSite: nats / n / Math.LN2,
    perplexity: Math.exp(nats / n),
  };
}

/** Most rows of an enumeration. */
const MOST_ROWS = 2 ** 20;

/**
 * All rows of n variables, the last one fastest.
 *
 * @throws {DomainError} more than 2^20 of them
 */
export function allRows(dimensions: readonly number[]): DiscreteRows {
  const count = sizeOf(dimensions);
  if (count > MOST_ROWS) throw new DomainError(`allRows: at most ${MOST_ROWS} rows required, got ${count}`);
  const n = dimensions.length;
  const digits = new Uint8Array(count * n);
  for (let row = 0; row < count; row++) {
    let rest = row;
    for (let k = n - 1; k >= 0; k--) {
      digits[row * n + k] = rest % dimensions[k]!;
      rest = Math.floor(rest / dimensions[k]!);
    }
  }
  return { dimensions, count, digits };
}

/** The distribution of a model over all rows, in the order of `allRows`. @throws {DomainError} more than 2^20 rows */
export function distributionOf(model: LikelihoodModel, theta: Float64Array): Float64Array {
  return model.logProbabilities(theta, allRows(model.dimensions).digits).map(Math.exp);
}

/** The shares of all rows among those given, in the order of `allRows`. @throws {DomainError} more than 2^20 rows */
export function empiricalDistribution({ dimensions, count, digits }: DiscreteRows): Float64Array {
  const shares = new Float64Array(allRows(dimensions).count);
  rowsIn('empiricalDistribution', dimensions, digits);
  const n = dimensions.length;
  for (let row = 0; row < count; row++) {
    let place = 0;
    for (let k = 0; k < n; k++) place = place * dimensions[k]! + digits[row * n + k]!;
    shares[place]! += 1 / count;
  }
  return shares;
}

/** Distances of two distributions, in nats but for the last. */
export interface DistributionDistances {
  /** Kullback–Leibler divergence Σ p log(p/q); Infinity where q misses something of p. */
  readonly kullbackLeibler: number;
  /** Jensen–Shannon divergence, between 0 and ln 2. */
  readonly jensenShannon: number;
  /** Total variation ½ Σ |p − q|, between 0 and 1. */
  readonly totalVariation: number;
}

/**
 * Distances of q from p.
 *
 * @throws {ShapeError} lists of different length
 */
export function distributionDistances(p: Float64Array, q: Float64Array): DistributionDistances {
  if (p.length !== q.length)
    throw new ShapeError(`distributionDistances: ${p.length} entries required, got ${q.length}`);
  const middle = p.map((x, k) => (x + q[k]!) / 2);
  return {
    kullbackLeibler: divergence(p, q),
    jensenShannon: (divergence(p, middle) + divergence(q, middle)) / 2,
    totalVariation: p.reduce((sum, x, k) => sum + Math.abs(x - q[k]!), 0) / 2,
  };
}

function divergence(p: Float64Array, q: Float64Array): number {
  return p.reduce((sum, x, k) => (x > 0 ? sum + x * Math.log(x / q[k]!) : sum), 0);
}

/** What samples have of a set of valid rows. */
export interface SampleScore {
  /** Share of the samples that are valid. */
  readonly valid: number;
  /** Share of the valid rows that occur among the samples. */
  readonly coverage: number;
}

/** Compares samples, shape (count, n), with all valid rows. */
export function sampleScore(samples: Uint8Array, validRows: DiscreteRows): SampleScore {
  const n = validRows.dimensions.length;
  const keyOf = (digits: Uint8Array, row: number): string => digits.subarray(row * n, (row + 1) * n).join();
  const valid = new Set(Array.from({ length: validRows.count }, (_, row) => keyOf(validRows.digits, row)));
  const seen = new Set<string>();
  let hits = 0;
  const count = rowsIn('sampleScore', validRows.dimensions, samples);
  for (let row = 0; row < count; row++) {
    const key = keyOf(samples, row);
    if (!valid.has(key)) continue;
    hits++;
    seen.add(key);
  }
  return { valid: hits / count, coverage: seen.size / valid.size };
}
