/** @file The loss: infidelity plus λ times complexity, and what to read off it. */

import { circuitEnergy, circuitLength, gateCount } from '../src/complexity/circuit-length.ts';
import { layeredLength } from '../src/complexity/layered-length.ts';
import { type PenaltyMetric, penaltyWeight } from '../src/complexity/penalty-metric.ts';
import { DomainError } from '../src/errors.ts';
import { environmentDimension, type GenerativeNetwork, siteDimensions } from '../src/generative/generative-network.ts';
import { infidelity } from '../src/generative/infidelity.ts';
import type { TargetState } from '../src/generative/target-state.ts';
import { sizeOf } from '../src/linalg/complex.ts';
import { bondDimensionSurrogate, bondEntropy } from '../src/network/bond-entropy.ts';
import { LARGEST_CYCLIC_STATE } from '../src/network/contiguous-entropy.ts';
import { negativeLogFidelity } from '../src/network/network-overlap.ts';
import { isTree } from '../src/network/tree-messages.ts';
import { type Evaluation, type Objective, weightedSum } from '../src/optimise/objective.ts';
import type { TrainingOptions } from './training-options.ts';

/** What is to be learned, and on which metric its complexity is measured. */
export interface Problem {
  readonly network: GenerativeNetwork;
  readonly target: TargetState;
  readonly metric: PenaltyMetric;
}

/** Angles, in rad: below SMOOTHING the length is a parabola; a gate of angle GATE_WIDTH counts one half. */
const SMOOTHING = 1e-3;
const GATE_WIDTH = 0.1;

/** A differentiable loss together with the two quantities of which it is made. */
export interface Loss {
  readonly objective: Objective;
  readonly parts: (x: Float64Array, evaluation: Evaluation) => { infidelity: number; complexity: number | null };
}

export type ComplexityTerm = NonNullable<TrainingOptions['complexity']['term']>;

/**
 * infidelity + weight · complexity. Tensor networks are trained on −log F in place of 1 − F: it has a gradient even
 * where the overlap is 10⁻²⁰, as for random states of many sites, and fewer traps; both vanish together.
 */
export function lossOf(problem: Problem, weight: number, term: ComplexityTerm): Loss {
  const { network } = problem;
  const logarithmic = network.kind === 'network';
  const distance = distanceOf(problem);
  const complexity = weight === 0 ? null : remembered(complexityObjective(problem, term));
  return {
    objective:
      complexity === null
        ? distance
        : weightedSum([
            [1, distance],
            [weight, complexity],
          ]),
    parts: (x, { value }) => {
      const part = complexity === null ? null : complexity(x).value;
      const left = value - weight * (part ?? 0);
      return { infidelity: logarithmic ? -Math.expm1(-left) : left, complexity: part };
    },
  };
}

function distanceOf({ network, target }: Problem): Objective {
  if (network.kind === 'circuit') return infidelity(network, target);
  if (target.kind === 'network') return negativeLogFidelity(target, network);
  const objective = infidelity(network, target);
  return (theta) => {
    const { value, gradient } = objective(theta);
    return { value: -Math.log1p(-value), gradient: gradient.map((slope) => slope / (1 - value)) };
  };
}

/** The complexity term as a function of θ. */
export function complexityObjective({ network, metric }: Problem, term: ComplexityTerm): Objective {
  switch (term) {
    case 'length':
    case 'layered-length':
    case 'energy':
    case 'gate-count': {
      if (network.kind !== 'circuit')
        throw new DomainError(`complexity: '${term}' needs a circuit, got a tensor network`);
      if (term === 'gate-count') return gateCount(network, GATE_WIDTH);
      if (term === 'energy') return circuitEnergy(network, metric);
      const length = term === 'length' ? circuitLength : layeredLength;
      return length(network, metric, { smoothing: SMOOTHING });
    }
    case 'bond-entropy':
    case 'bond-dimension': {
      if (network.kind !== 'network')
        throw new DomainError(`complexity: '${term}' needs a tensor network, got a circuit`);
      return { 'bond-entropy': bondEntropy, 'bond-dimension': bondDimensionSurrogate }[term](network);
    }
  }
}

/**
 * The complexity of the network at θ; null if one of its gates is forbidden by the metric, or if it is a network with
 * cycles too large for its bond entropies.
 */
export function complexityOf(problem: Problem, term: ComplexityTerm, theta: Float64Array): number | null {
  const { network, metric } = problem;
  const finite =
    network.kind === 'circuit'
      ? network.gates.every(({ word }) => penaltyWeight(metric, word) < Infinity)
      : isTree(network) || sizeOf(siteDimensions(network)) * environmentDimension(network) <= LARGEST_CYCLIC_STATE;
  return finite ? complexityObjective(problem, term)(theta).value : null;
}

/** The complexity term of an experiment that names none. */
export function defaultTerm(network: GenerativeNetwork): ComplexityTerm {
  return network.kind === 'circuit' ? 'length' : 'bond-entropy';
}

/** The objective, with its last values kept for as long as their points are alive. */
function remembered(objective: Objective): Objective {
  const known = new WeakMap<Float64Array, Evaluation>();
  return (x) => {
    const evaluation = known.get(x) ?? objective(x);
    known.set(x, evaluation);
    return evaluation;
  };
}
