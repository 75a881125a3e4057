/** @file Pruning: what is small is removed from a network, and the rest retrained. */

import { byKind } from '../src/by-kind.ts';
import type { WordCost } from '../src/circuit/clifford-angles.ts';
import { withoutIdleBlocks } from '../src/circuit/idle-blocks.ts';
import { simplified } from '../src/circuit/simplify.ts';
import { penaltyWeight } from '../src/complexity/penalty-metric.ts';
import type { GenerativeNetwork } from '../src/generative/generative-network.ts';
import type { TensorNetwork } from '../src/network/tensor-network.ts';
import { truncateBonds } from '../src/network/truncate-bonds.ts';
import type { NetworkPoint } from '../src/network-point.ts';
import type { Candidate, TrainingStep } from './phase.ts';
import { LBFGS, polished, type Training } from './training.ts';
import type { TrainingOptions } from './training-options.ts';

/**
 * The candidate without its small angles (circuits) or Schmidt weights (tensor networks), as far as retraining can
 * compensate for it: each threshold is tried in turn, until the rest does worse than `tolerated`.
 */
export async function* pruned(
  training: Training,
  candidate: Candidate,
  label: string,
): AsyncGenerator<TrainingStep, Candidate> {
  const { problem, options, run } = training;
  if (options.prune === false) return candidate;
  const { thresholds, maxSteps } = options.prune;
  const cost: WordCost = (word) => Math.sqrt(penaltyWeight(problem.metric, word));
  let current = candidate;
  for (const threshold of thresholds) {
    const smaller = reduced(current.network, current.theta, threshold, cost);
    if (smaller === undefined) continue;
    const weight = weightAfter(smaller.network, options);
    const name = `${label}prune ${threshold}`;
    const shorter = yield* run({ name, ...smaller, optimiser: LBFGS, maxSteps, weight });
    const retrained = weight === 0 ? shorter : yield* polished(training, shorter, `${name}, `);
    if (retrained.infidelity > tolerated(options, current.infidelity)) break;
    current = retrained;
  }
  return current;
}

/** Blocks are kept short while they are trained again: their number says nothing of their length. */
const weightAfter = ({ kind }: GenerativeNetwork, { complexity }: TrainingOptions): number =>
  kind === 'block-circuit' ? (complexity.weights.at(-1) ?? 0) : 0;

/**
 * The largest infidelity that may replace the present one: the tolerance times the greater of the present one and the
 * target.
 */
export function tolerated(
  { prune, targetInfidelity }: Pick<TrainingOptions, 'prune' | 'targetInfidelity'>,
  infidelity: number,
): number {
  return (prune === false ? 1 : prune.tolerance) * Math.max(targetInfidelity, infidelity);
}

/** The network without its small angles or Schmidt weights; undefined if there are none. */
const reduced = byKind<
  GenerativeNetwork,
  [theta: Float64Array, threshold: number, cost: WordCost],
  NetworkPoint<GenerativeNetwork> | undefined
>({
  circuit: (network, theta, threshold, cost) => {
    const smaller = simplified({ network, theta }, threshold, cost);
    return smaller.network.gates.length < network.gates.length ? smaller : undefined;
  },
  'block-circuit': (network, theta, threshold) => {
    const smaller = withoutIdleBlocks(network, theta, threshold);
    return smaller.network.gates.length < network.gates.length ? smaller : undefined;
  },
  network: (network, theta, threshold) => {
    const smaller = truncateBonds(network, theta, threshold);
    return totalBond(smaller.network) < totalBond(network) ? smaller : undefined;
  },
});

const totalBond = ({ dimensions }: TensorNetwork): number => Object.values(dimensions).reduce((sum, d) => sum + d, 0);
