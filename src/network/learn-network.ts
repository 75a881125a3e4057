/**
 * @file Learning one network from another, in stages: before each the model is brought into balanced gauge, where L-BFGS
 * needs hundreds of steps instead of tens of thousands.
 */

import { lbfgs } from '../optimise/lbfgs.ts';
import { minimise, solution } from '../optimise/minimise.ts';
import type { Result, Solution } from '../solution.ts';
import { balancedGauge, scaledObjective } from './balanced-gauge.ts';
import { type NetworkPoint, negativeLogFidelity } from './network-overlap.ts';
import type { TensorNetwork } from './tensor-network.ts';
import type { GaugedNetwork } from './tree-gauge.ts';

/** How to learn. */
export interface LearningOptions {
  /** Stop at this infidelity; default 1e-12. */
  readonly target?: number;
  /** Steps of L-BFGS between two changes of gauge; default 60. */
  readonly stage?: number;
  /** Most stages; default 20. */
  readonly stages?: number;
  /** Stop when a stage lowers the infidelity by less than this fraction; default 1e-3. */
  readonly progress?: number;
}

/** A learned network, of norm 1 up to the last stage's steps, and its infidelity. */
export interface LearnedNetwork extends GaugedNetwork {
  readonly infidelity: number;
}

/** What a stage leaves behind, for progress reports and checkpoints. */
export interface LearningStage extends LearnedNetwork {
  readonly stage: number;
}

/**
 * Minimises −log F of a network of free tensors without cycles against a target network, from θ, by L-BFGS in balanced
 * coordinates. Schmidt values below √infidelity are not resolved yet and not scaled up further.
 *
 * @param target - pure network with the model's sites
 * @param model - matrix-product state or tree with free tensors
 * @param theta - start, e.g. `initialParameters`
 * @returns `converged` at the target infidelity; `stalled` if a stage brings no progress; `max-steps`
 *
 * Critical Ising chain of 64 sites, χ = 16 against χ = 32: about 300 evaluations from a random start.
 */
export function* learnNetwork(
  target: NetworkPoint,
  model: TensorNetwork,
  theta: Float64Array,
  options: LearningOptions = {},
): Generator<LearningStage, Solution<LearnedNetwork>> {
  const { target: goal = 1e-12, stage: steps = 60, stages = 20, progress = 1e-3 } = options;
  let at: LearnedNetwork = { network: model, theta, infidelity: 1 };
  const ended = (result: Result, stage: number): Solution<LearnedNetwork> => ({ value: at, result, steps: stage });
  for (let stage = 1; stage <= stages; stage++) {
    const { network, theta: start, scales } = balancedGauge(at.network, at.theta, Math.sqrt(at.infidelity));
    const objective = scaledObjective(negativeLogFidelity(target, network), scales);
    const y = start.map((x, k) => x * scales[k]!);
    const { value, result } = solution(
      minimise(objective, lbfgs({ memory: 30 }), y, { maxSteps: steps, target: -Math.log1p(-goal) }),
    );
    const before = at.infidelity;
    const infidelity = -Math.expm1(-value.evaluation.value);
    at = { network, theta: value.x.map((x, k) => x / scales[k]!), infidelity };
    yield { ...at, stage };
    if (result === 'diverged') return ended('diverged', stage);
    if (infidelity <= goal) return ended('converged', stage);
    if (infidelity > (1 - progress) * before && stage > 1) return ended('stalled', stage);
  }
  return ended('max-steps', stages);
}
