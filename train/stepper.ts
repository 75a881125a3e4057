/** @file One step at a time, whatever the optimiser: float64 methods and TensorFlow.js variables alike. */

import { fubiniStudyMetric } from '../src/fisher/quantum-geometric-tensor.ts';
import { asTensors, type GenerativeNetwork } from '../src/generative/generative-network.ts';
import { balancedLbfgs, isBalanceable } from '../src/network/balanced-lbfgs.ts';
import { manifoldOf } from '../src/network/network-manifold.ts';
import { adam } from '../src/optimise/adam.ts';
import { conjugateGradient } from '../src/optimise/conjugate-gradient.ts';
import { gradientDescent } from '../src/optimise/gradient-descent.ts';
import { lbfgs } from '../src/optimise/lbfgs.ts';
import { flatSpace } from '../src/optimise/manifold.ts';
import { naturalGradient } from '../src/optimise/natural-gradient.ts';
import type { Evaluation } from '../src/optimise/objective.ts';
import type { Iterate, Optimiser } from '../src/optimise/optimiser.ts';
import { rmsprop } from '../src/optimise/rmsprop.ts';
import { productManifold } from '../src/optimise/stiefel.ts';
import type { TensorTrainingState } from '../src/tensorflow/tensor-optimiser.ts';
import type { Loss } from './loss.ts';
import type { OptimiserOption } from './training-options.ts';

type TensorOption = Extract<OptimiserOption, { name: `tensorflow-${string}` }>;
type Float64Option = Exclude<OptimiserOption, TensorOption>;

/** What is minimised, how, and from where. */
export interface Descent {
  readonly network: GenerativeNetwork;
  readonly loss: Loss;
  readonly optimiser: OptimiserOption;
  readonly start: Float64Array;
}

/** The state from which a stepper can continue: plain data. */
export type StepperState = Iterate<unknown> | TensorTrainingState;

/** A minimisation in progress. */
export interface Stepper {
  /** Advances by one step and returns the last point evaluated; undefined if no decrease was found. */
  readonly step: () => { readonly x: Float64Array; readonly evaluation: Evaluation } | undefined;
  readonly snapshot: () => Promise<StepperState>;
  readonly dispose: () => void;
}

/**
 * A stepper for a descent, from its start or from where a snapshot left it. TensorFlow.js is loaded if it is needed.
 */
export async function startStepper(descent: Descent, state: StepperState | null): Promise<Stepper> {
  const { optimiser } = descent;
  return optimiser.name === 'tensorflow-adam' || optimiser.name === 'tensorflow-rmsprop'
    ? tensorStepper(descent, optimiser, state as TensorTrainingState | null)
    : floatStepper(descent, float64Optimiser(optimiser, descent), state as Iterate<unknown> | null);
}

async function tensorStepper(
  { loss, start }: Descent,
  { name, learningRate }: TensorOption,
  state: TensorTrainingState | null,
): Promise<Stepper> {
  const { startTensorTraining } = await import('../src/tensorflow/tensor-optimiser.ts');
  const method = name === 'tensorflow-adam' ? 'adam' : 'rmsprop';
  const training = startTensorTraining(loss.objective, { method, learningRate }, state ?? start);
  return {
    step: () => {
      const x = training.theta();
      return { x, evaluation: training.step() };
    },
    snapshot: training.snapshot,
    dispose: training.dispose,
  };
}

function floatStepper(
  { loss, start }: Descent,
  optimiser: Optimiser<unknown>,
  state: Iterate<unknown> | null,
): Stepper {
  let at = state;
  return {
    step: () => {
      if (at === null) {
        const evaluation = loss.objective(start);
        at = { x: start, evaluation, state: optimiser.init(start, evaluation) };
        return at;
      }
      const next = optimiser.step(loss.objective, at);
      if (next !== undefined) at = next;
      return next;
    },
    snapshot: async () => at!,
    dispose: () => {},
  };
}

function float64Optimiser(option: Float64Option, { network }: Descent): Optimiser<unknown> {
  const tensors = asTensors(network);
  const manifold = tensors === null ? flatSpace : productManifold(manifoldOf(tensors));
  switch (option.name) {
    case 'adam':
      return adam({ ...option, manifold }) as Optimiser<unknown>;
    case 'rmsprop':
      return rmsprop({ ...option, manifold }) as Optimiser<unknown>;
    case 'gradient-descent':
      return gradientDescent({ ...option, manifold }) as Optimiser<unknown>;
    case 'conjugate-gradient':
      return conjugateGradient({ manifold }) as Optimiser<unknown>;
    case 'natural-gradient': {
      const metric = (theta: Float64Array) => fubiniStudyMetric(network, theta);
      return naturalGradient(metric, { ...option, manifold }) as Optimiser<unknown>;
    }
    case 'lbfgs': {
      const balanced = tensors !== null && isBalanceable(tensors);
      return (balanced ? balancedLbfgs(tensors, option) : lbfgs({ ...option, manifold })) as Optimiser<unknown>;
    }
  }
}
