/** @file What a sample from Markov chains is worth: means with errors that know of the correlation between draws. */

import { DomainError } from '../errors.ts';

/** Statistics of one quantity over the draws of several chains. */
export interface SeriesStatistics {
  readonly mean: number;
  readonly standardDeviation: number;
  /** Standard error of the mean, σ/√(effective samples). */
  readonly error: number;
  /** How many independent draws the sample is worth. */
  readonly effectiveSamples: number;
  /** Integrated autocorrelation time τ = 1 + 2Σρ_t in draws: draws/effective samples. */
  readonly autocorrelation: number;
  /** R̂, the root of the variance of all draws over that within a chain: 1 where the chains agree. */
  readonly shrinkage: number;
}

const LEAST_DRAWS = 8;

/**
 * Mean, standard error, effective sample size and R̂ of chains of equal length. Each chain is cut into halves, so that a drift
 * counts as disagreement; with W the mean variance within the halves and V that of all draws,
 *
 *     R̂ = √(V/W),    ρ_t = 1 − (W − c_t)/V,    τ = 1 + 2 Σ ρ_t,    error² = V·τ/draws,
 *
 * c_t the mean autocovariance at lag t, where the sum ends with Geyer's initial monotone sequence. Chains that
 * disagree have large ρ_t at all lags, hence large errors.
 *
 * @param chains - draws after the burn-in, one list for each chain
 * @throws {DomainError} no chain, chains of different length or of fewer than 8 draws, or values that are not finite
 *
 * Cost O(draws · τ).
 *
 * @see Vehtari, Gelman, Simpson, Carpenter & Bürkner, Bayesian Anal. 16, 667 (2021)
 * @see Geyer, Statist. Sci. 7, 473 (1992)
 */
export function seriesStatistics(chains: readonly ArrayLike<number>[]): SeriesStatistics {
  checkChains(chains);
  const half = Math.floor(chains[0]!.length / 2);
  const parts = chains.flatMap((chain) => {
    const all = Float64Array.from(chain);
    return [all.subarray(0, half), all.subarray(all.length - half)];
  });
  const draws = half * parts.length;
  const means = parts.map(meanOf);
  const mean = meanOf(means);
  const variances = parts.map((part, k) => autocovariance(part, means[k]!, 0));
  const within = (half / (half - 1)) * meanOf(variances);
  const between = means.reduce((sum, own) => sum + (own - mean) ** 2, 0) / (means.length - 1);
  const variance = ((half - 1) / half) * within + between;
  if (variance <= 1e-30 * (1 + mean * mean)) {
    return { mean, standardDeviation: 0, error: 0, effectiveSamples: draws, autocorrelation: 1, shrinkage: 1 };
  }
  const correlation = (lag: number): number => {
    const covariance = meanOf(parts.map((part, k) => (half / (half - 1)) * autocovariance(part, means[k]!, lag)));
    return 1 - (within - covariance) / variance;
  };
  // Antithetic chains may be worth more than their draws, but not without bound.
  const autocorrelation = Math.max(integrated(correlation, half), 1 / Math.log10(draws));
  const effectiveSamples = draws / autocorrelation;
  return {
    mean,
    standardDeviation: Math.sqrt(variance),
    error: Math.sqrt(variance / effectiveSamples),
    effectiveSamples,
    autocorrelation,
    shrinkage: within > 0 ? Math.sqrt(variance / within) : Infinity,
  };
}

function checkChains(chains: readonly ArrayLike<number>[]): void {
  const length = chains[0]?.length ?? 0;
  if (length < LEAST_DRAWS || chains.some((chain) => chain.length !== length)) {
    throw new DomainError(
      `seriesStatistics: chains of equal length, at least ${LEAST_DRAWS} draws, required, got ${chains.map((chain) => chain.length)}`,
    );
  }
  const wrong = chains.flatMap((chain) => Array.from(chain)).find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new DomainError(`seriesStatistics: finite values required, got ${wrong}`);
}

const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k]!;
  return sum / values.length;
};

function autocovariance(series: Float64Array, mean: number, lag: number): number {
  let sum = 0;
  for (let k = lag; k < series.length; k++) sum += (series[k]! - mean) * (series[k - lag]! - mean);
  return sum / series.length;
}

/** 1 + 2Σρ_t over Geyer's initial monotone sequence: the pairs ρ_2k + ρ_2k+1 while they are positive, none above the one before. */
function integrated(correlation: (lag: number) => number, length: number): number {
  let sum = -1;
  let before = Infinity;
  for (let lag = 0; lag + 1 < length; lag += 2) {
    const pair = (lag === 0 ? 1 : correlation(lag)) + correlation(lag + 1);
    if (pair <= 0) break;
    before = Math.min(before, pair);
    sum += 2 * before;
  }
  return sum;
}
