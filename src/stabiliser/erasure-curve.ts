/** @file How much loss does a code survive? The erasure channel, by sampling. */

import { DomainError } from '../errors.ts';
import type { RandomStream } from '../linalg/random.ts';
import { recoveredInputs, type StabiliserCode } from './stabiliser-code.ts';

/** A share of random erasures, with its standard error √(s(1 − s)/N). */
export interface SampledShare {
  readonly share: number;
  readonly error: number;
}

/** What is recovered after erasures of one probability. */
export interface ErasurePoint {
  /** Probability with which each site is lost. */
  readonly probability: number;
  readonly samples: number;
  /** For each input, how often it is recovered. */
  readonly inputs: readonly SampledShare[];
  /** How often all inputs are. */
  readonly all: SampledShare;
}

/**
 * The logical inputs that survive the loss of sites, each lost independently with some probability: for each sample one
 * test of ranks tells exactly which inputs are recovered, see `recoveredInputs`. In a sample the sites that are lost at
 * one probability are lost at all higher ones, so that a curve falls without noise of its own.
 *
 * @param probabilities - of loss, in [0, 1]
 * @param samples - default 1000
 * @throws {DomainError} a probability outside of [0, 1], or no sample
 *
 * A millisecond for each sample and probability, for 145 sites and 61 inputs.
 */
export function erasureCurve(
  code: StabiliserCode,
  probabilities: readonly number[],
  stream: RandomStream,
  { samples = 1000 }: { readonly samples?: number } = {},
): readonly ErasurePoint[] {
  const wrong = probabilities.find((probability) => !(probability >= 0 && probability <= 1));
  if (wrong !== undefined) throw new DomainError(`erasureCurve: probabilities from 0 to 1 required, got ${wrong}`);
  if (!(Number.isInteger(samples) && samples >= 1)) {
    throw new DomainError(`erasureCurve: at least one sample required, got ${samples}`);
  }
  const counts = probabilities.map(() => new Uint32Array(code.inputs.length + 1));
  for (let sample = 0; sample < samples; sample++) {
    const fates = code.sites.map(() => stream.uniform());
    probabilities.forEach((probability, k) => {
      const recovered = recoveredInputs(
        code,
        [...fates.keys()].filter((site) => fates[site]! >= probability),
      );
      const row = counts[k]!;
      for (const input of recovered) row[input] = row[input]! + 1;
      if (recovered.length === code.inputs.length) row[recovered.length] = row[recovered.length]! + 1;
    });
  }
  const shareOf = (count: number): SampledShare => {
    const share = count / samples;
    return { share, error: Math.sqrt((share * (1 - share)) / samples) };
  };
  return probabilities.map((probability, k) => {
    const shares = Array.from(counts[k]!, shareOf);
    return { probability, samples, inputs: shares.slice(0, -1), all: shares.at(-1)! };
  });
}
