/** @file Passages of a sweep from one end of the chain to the other: pairs of neighbours are optimised, or tensors one by one. */

import { type ChainSweep, pairAround, passLeft, passRight, setPair, siteAround } from './chain-sweep.ts';
import { mergedPair } from './effective-operator.ts';
import { halfPerturbation } from './half-perturbation.ts';
import { type LocalEffort, lowestTensor } from './lowest-tensor.ts';
import { moveCentreLeft, moveCentreRight } from './one-site-moves.ts';
import { penaltyVectors } from './penalised-states.ts';

/** How every local eigenproblem is solved, and how pairs are split. */
export interface PassageOptions extends LocalEffort {
  /** Weight of the states to be avoided. */
  readonly penalty: number;
  readonly bond: number;
  readonly tolerance: number;
  readonly noise: number;
}

/** What a passage has reached: the last local eigenvalue, and the greatest Schmidt weight dropped. */
export interface Passed {
  readonly value: number;
  readonly discarded: number;
}

/**
 * Optimises all pairs; the centre ends at the last site, or the first.
 *
 * @param last - the last pair rightwards; default n − 2, one less where the way back begins with that one
 */
export function pairPassage(
  sweep: ChainSweep,
  rightwards: boolean,
  options: PassageOptions,
  last = sweep.chain.length - 2,
): Passed {
  let reached: Passed = { value: Infinity, discarded: 0 };
  for (let step = 0; step <= last; step++) {
    const k = rightwards ? step : last - step;
    const { value, discarded } = improvePair(sweep, k, rightwards, options);
    reached = { value, discarded: Math.max(reached.discarded, discarded) };
    if (rightwards) passRight(sweep, k);
    else passLeft(sweep, k + 1);
  }
  return reached;
}

function improvePair(sweep: ChainSweep, k: number, rightwards: boolean, options: PassageOptions): Passed {
  const { operator, chain, left, right, others } = sweep;
  const around = pairAround(sweep, k, mergedPair(chain[k]!, chain[k + 1]!));
  const { value, tensor } = lowestTensor(around, penaltyVectors(others, k, 2), options.penalty, options);
  const [environment, site] = rightwards ? [left[k]!, operator[k]!] : [right[k + 2]!, operator[k + 1]!];
  const { noise } = options;
  const perturbation = noise > 0 ? halfPerturbation(tensor, rightwards, environment, site, noise) : undefined;
  return { value, discarded: setPair(sweep, k, tensor, rightwards, options, perturbation) };
}

/** Optimises all tensors one by one but the last, to which the centre goes: bonds stay as they are, and the energy can only fall. */
export function sitePassage(sweep: ChainSweep, rightwards: boolean, options: PassageOptions): Passed {
  const { chain, others } = sweep;
  const n = chain.length;
  let value = Infinity;
  for (let step = 0; step + 1 < n; step++) {
    const k = rightwards ? step : n - 1 - step;
    const found = lowestTensor(siteAround(sweep, k), penaltyVectors(others, k, 1), options.penalty, options);
    value = found.value;
    chain[k] = found.tensor;
    if (rightwards) moveCentreRight(sweep, k);
    else moveCentreLeft(sweep, k);
  }
  return { value, discarded: 0 };
}
