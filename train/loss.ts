/** @file The loss: infidelity plus λ times complexity, and the two quantities of which it consists. */

import { byKind } from '../src/by-kind.ts';
import { placed } from '../src/circuit/block-circuit.ts';
import type { ContractionOrder } from '../src/circuit/circuit-contraction.ts';
import { blockEnergy, blockLength } from '../src/complexity/block-length.ts';
import { circuitEnergy, circuitLength, gateCount } from '../src/complexity/circuit-length.ts';
import { layeredLength } from '../src/complexity/layered-length.ts';
import { type PenaltyMetric, penaltyWeight } from '../src/complexity/penalty-metric.ts';
import { DomainError } from '../src/errors.ts';
import { blockNegativeLog } from '../src/generative/block-chain-infidelity.ts';
import { fermionNegativeLog } from '../src/generative/fermion-infidelity.ts';
import {
  environmentDimension,
  type GenerativeNetwork,
  KIND_WORDS,
  type Kind,
  siteDimensions,
} from '../src/generative/generative-network.ts';
import { infidelity } from '../src/generative/infidelity.ts';
import { stabiliserInfidelity } from '../src/generative/stabiliser-infidelity.ts';
import { networkPointOf } from '../src/generative/state-rules.ts';
import type { TargetState } from '../src/generative/target-state.ts';
import { sizeOf } from '../src/linalg/complex.ts';
import type { Truncation } from '../src/linalg/kept-values.ts';
import { bondDimensionSurrogate, bondEntropy } from '../src/network/bond-entropy.ts';
import { LARGEST_CYCLIC_STATE } from '../src/network/contiguous-entropy.ts';
import { negativeLogFidelity } from '../src/network/network-overlap.ts';
import type { TensorNetwork } from '../src/network/tensor-network.ts';
import { isTree } from '../src/network/tree-messages.ts';
import { type Evaluation, type Objective, weightedSum } from '../src/optimise/objective.ts';
import type { TrainingOptions } from './training-options.ts';

/** What is to be learned, and on which metric its complexity is measured. */
export interface Problem {
  readonly network: GenerativeNetwork;
  readonly target: TargetState;
  readonly metric: PenaltyMetric;
  /** Of the states of circuits of blocks beside long targets. */
  readonly truncation?: Truncation;
  /** How circuits of rotations are contracted with the target; default `fixed`. */
  readonly order?: ContractionOrder;
}

/** Angles in rad: below SMOOTHING the length is a parabola; a gate of angle GATE_WIDTH counts one half. */
const SMOOTHING = 1e-3;
const GATE_WIDTH = 0.1;

/** A differentiable loss together with the two quantities of which it is made. */
export interface Loss {
  readonly objective: Objective;
  readonly parts: (x: Float64Array, evaluation: Evaluation) => { infidelity: number; complexity: number | null };
}

export type ComplexityTerm = NonNullable<TrainingOptions['complexity']['term']>;

/**
 * infidelity + weight · complexity. Tensor networks, circuits of free fermions, and circuits of blocks beside long targets, are trained on −log F in place of 1 − F: it has a gradient even
 * where the overlap is 10⁻²⁰, as for random states of many sites, and fewer traps; both vanish together.
 *
 * @param shown - the term that `parts` tells, where it is not the one in the loss
 */
export function lossOf(problem: Problem, weight: number, term: ComplexityTerm, shown: ComplexityTerm = term): Loss {
  const { distance, infidelityAt } = distanceFrom(problem.network, problem.target, problem);
  const complexity = weight === 0 ? null : remembered(complexityObjective(problem, term));
  const other = complexity === null || shown === term ? null : complexityObjective(problem, shown);
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
      const complexityShown = other === null ? part : other(x).value;
      return { infidelity: infidelityAt(value - weight * (part ?? 0)), complexity: complexityShown };
    },
  };
}

interface Distance {
  readonly distance: Objective;
  /** The infidelity at a value of the distance. */
  readonly infidelityAt: (value: number) => number;
}

const distanceFrom = byKind<
  GenerativeNetwork,
  [target: TargetState, how: Pick<Problem, 'truncation' | 'order'>],
  Distance
>({
  circuit: (circuit, target, { order }) => {
    const negativeLog = fermionNegativeLog(circuit, target);
    if (negativeLog !== null) return { distance: negativeLog, infidelityAt: fromNegativeLog };
    return { distance: infidelity(circuit, target, { order }), infidelityAt: (value) => value };
  },
  'block-circuit': (circuit, target, { truncation }) => {
    const negativeLog = blockNegativeLog(circuit, target, truncation);
    if (negativeLog !== null) return { distance: negativeLog, infidelityAt: fromNegativeLog };
    return { distance: infidelity(circuit, target), infidelityAt: (value) => value };
  },
  network: (network, target) => ({
    distance: negativeLog(network, target),
    infidelityAt: fromNegativeLog,
  }),
});

/** 1 − F at a value of −log F. */
const fromNegativeLog = (value: number): number => -Math.expm1(-value);

/** −log F. */
function negativeLog(network: TensorNetwork, target: TargetState): Objective {
  const point = networkPointOf(target);
  if (point !== null && stabiliserInfidelity(network, target) === null) return negativeLogFidelity(point, network);
  const objective = infidelity(network, target);
  return (theta) => {
    const { value, gradient } = objective(theta);
    return { value: -Math.log1p(-value), gradient: gradient.map((slope) => slope / (1 - value)) };
  };
}

/** The terms that measure the complexity of each kind; lengths are smoothed below an angle, in rad. */
export const complexityTerms = byKind<
  GenerativeNetwork,
  [metric: PenaltyMetric, smoothing: number],
  Partial<Record<ComplexityTerm, () => Objective>>
>({
  circuit: (circuit, metric, smoothing) => ({
    length: () => circuitLength(circuit, metric, { smoothing }),
    'layered-length': () => layeredLength(circuit, metric, { smoothing }),
    energy: () => circuitEnergy(circuit, metric),
    'gate-count': () => gateCount(circuit, GATE_WIDTH),
  }),
  'block-circuit': (circuit, metric, smoothing) => ({
    'block-length': () => blockLength(circuit, metric, { smoothing }),
    energy: () => blockEnergy(circuit, metric),
  }),
  network: (network) => ({
    'bond-entropy': () => bondEntropy(network),
    'bond-dimension': () => bondDimensionSurrogate(network),
  }),
});

/**
 * The complexity term as a function of θ.
 *
 * @param smoothing - angle in rad below which a length is a parabola; 0 for the length itself
 * @throws {DomainError} the network's kind has no such term
 */
export function complexityObjective(
  { network, metric }: Problem,
  term: ComplexityTerm,
  smoothing = SMOOTHING,
): Objective {
  const terms = complexityTerms(network, metric, smoothing);
  const objective = terms[term];
  if (objective === undefined) {
    const known = Object.keys(terms).join(', ');
    throw new DomainError(`complexity: a term of ${KIND_WORDS[network.kind]} (${known}) required, got '${term}'`);
  }
  return objective();
}

/**
 * The complexity of the network at θ, lengths without the smoothing that training needs; null if one of its gates is forbidden by the metric, or if it is a network with
 * cycles too large for its bond entropies.
 */
export function complexityOf(problem: Problem, term: ComplexityTerm, theta: Float64Array): number | null {
  return isMeasurable(problem.network, problem.metric) ? complexityObjective(problem, term, 0)(theta).value : null;
}

const isMeasurable = byKind<GenerativeNetwork, [metric: PenaltyMetric], boolean>({
  circuit: ({ gates }, metric) => gates.every(({ word }) => penaltyWeight(metric, word) < Infinity),
  'block-circuit': ({ qubits, gates }, metric) =>
    gates.every(({ sites, words }) =>
      words.every((word) => penaltyWeight(metric, placed(word, sites, qubits)) < Infinity),
    ),
  network: (network) =>
    isTree(network) || sizeOf(siteDimensions(network)) * environmentDimension(network) <= LARGEST_CYCLIC_STATE,
});

/** The complexity term of an experiment that names none. */
export function defaultTerm(network: GenerativeNetwork): ComplexityTerm {
  return DEFAULT_TERM[network.kind];
}

const DEFAULT_TERM: Readonly<Record<Kind, ComplexityTerm>> = {
  circuit: 'length',
  'block-circuit': 'block-length',
  network: 'bond-entropy',
};

/** The objective, with its values remembered as long as their points are in use. */
function remembered(objective: Objective): Objective {
  const known = new WeakMap<Float64Array, Evaluation>();
  return (x) => {
    const evaluation = known.get(x) ?? objective(x);
    known.set(x, evaluation);
    return evaluation;
  };
}
