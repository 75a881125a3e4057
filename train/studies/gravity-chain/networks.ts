/** @file ρ → TN: the network of a target state, learned, made of gates or of matrices, beside the shortest path to the state. */

import { blockCircuitModel } from '../../../models/block-circuit.ts';
import { chainOfVector, networkOfChain } from '../../../src/chain/matrix-product-state.ts';
import { localCircuitOfGaussian } from '../../../src/circuit/local-fermion-circuit.ts';
import { nearPath } from '../../../src/comparison/block-search.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import { isPure } from '../../../src/gaussian/entropies.ts';
import { type GenerativeNetwork, tensorNetworkOf } from '../../../src/generative/generative-network.ts';
import { infidelity as infidelityTo } from '../../../src/generative/infidelity.ts';
import { asPure, fermionsOf, networkPointOf } from '../../../src/generative/state-rules.ts';
import type { PureState, TargetState } from '../../../src/generative/target-state.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import type { NetworkPoint } from '../../../src/network-point.ts';
import { ring } from '../../../src/operator/lattice.ts';
import { lbfgs } from '../../../src/optimise/lbfgs.ts';
import { minimise } from '../../../src/optimise/minimise.ts';
import type { GivenPath } from '../../../src/path/given-path.ts';
import { initialTheta } from '../../initial-theta.ts';
import { complexityOf, lossOf, type Problem } from '../../loss.ts';
import type { PartStep } from '../../study.ts';
import { shortestPath } from '../shortest-path.ts';
import type { Options } from './options.ts';

/** The network that was found for a state. */
export interface StateNetwork extends NetworkPoint<GenerativeNetwork> {
  readonly kind: string;
  /** 1 − F. */
  readonly infidelity: number;
  readonly tensors: number;
  /** Length Σ|a|/2 of a learned circuit. */
  readonly length: number | null;
}

/** The shortest path found to a state. */
export interface StatePath extends GivenPath {
  readonly length: number;
  readonly lowerBound: number;
  readonly infidelity: number;
  readonly status: string;
}

/** Most qubits of a learned circuit and of a path. */
export const MOST_LEARNED = 8;
/** An infidelity with which learning ends; penalties on the length on the way; spread of coefficients at a random start. */
const LEARNED = 1e-7;
const PENALTIES = [1e-3, 1e-4, 1e-5];
const AMPLITUDE = 0.3;
/** Neighbouring modes among which the circuit of a Gaussian state looks for a pure one. */
const BLOCK = 24;

/** Neighbours act on each other, at weight 1. */
export const neighbourMetric = (qubits: number, isRing: boolean): PenaltyMetric => ({
  maxSize: 2,
  maxRange: 1,
  penalty: Infinity,
  ...(isRing && { lattice: ring(qubits) }),
});

/** The network of a state; null, with the reason, where none is made. */
export function* networkOfState(
  target: TargetState,
  isRing: boolean,
  path: GivenPath | null,
  options: Options,
  seed: number,
): Generator<PartStep, StateNetwork | string> {
  const point = networkPointOf(target);
  if (point !== null) return described(point, 'the network that it is given by', 0);
  const fermions = fermionsOf(target);
  if (fermions !== null) {
    if (!isPure(fermions.state)) return 'a mixed Gaussian state has no circuit';
    const { infidelity, ...circuit } = localCircuitOfGaussian(fermions.state, {
      block: BLOCK,
      string: fermions.string,
    });
    return described(circuit, 'circuit of Gaussian gates', infidelity);
  }
  const pure = asPure(target);
  if (pure === null) return 'networks are made of pure states given by their amplitudes';
  const isQubits = pure.dimensions.every((dimension) => dimension === 2);
  if (isQubits && pure.dimensions.length <= MOST_LEARNED && pure.dimensions.length >= 3) {
    return yield* learnedCircuit(pure, isRing, path, options, seed);
  }
  const chain = chainOfVector(pure.amplitudes, pure.dimensions, { bond: options.bond, tolerance: 1e-14 });
  const network = networkOfChain(chain);
  return described(
    network,
    `matrix-product state, bond ${options.bond} at most`,
    infidelityTo(network.network, target)(network.theta).value,
  );
}

export const described = (
  { network, theta }: NetworkPoint<GenerativeNetwork>,
  kind: string,
  infidelity: number,
  length: number | null = null,
): StateNetwork => ({ network, theta, kind, infidelity, length, tensors: tensorNetworkOf(network).nodes.length });

/**
 * A brickwork of blocks on neighbours that begins near the shortest path, or at random, is learned by L-BFGS, and shortened under a
 * penalty on its length that falls to nothing.
 */
function* learnedCircuit(
  target: PureState,
  isRing: boolean,
  path: GivenPath | null,
  { layers, steps }: Options,
  seed: number,
): Generator<PartStep, StateNetwork> {
  const metric = neighbourMetric(target.dimensions.length, isRing);
  const network = blockCircuitModel(target.dimensions.length, metric, { layers });
  const problem: Problem = { network, target, metric };
  const stream = randomStream(seed, 'learned circuit');
  let theta = path === null ? initialTheta(network, stream, AMPLITUDE) : nearPath(network, path, stream);
  let infidelity = 1;
  const weights = [0, ...PENALTIES, 0];
  for (const [k, weight] of weights.entries()) {
    const loss = lossOf(problem, weight, 'block-length');
    for (const { x, evaluation, step } of minimise(loss.objective, lbfgs(), theta, {
      maxSteps: steps,
      valueTolerance: 1e-10,
    })) {
      infidelity = loss.parts(x, evaluation).infidelity;
      theta = x;
      const progress = (k + step / steps) / weights.length;
      if (step % 20 === 0) yield { message: `penalty ${weight}, infidelity ${infidelity.toExponential(1)}`, progress };
      if (weight === 0 && infidelity < LEARNED) break;
    }
  }
  const kind = `learned circuit of ${layers} layers of blocks`;
  return described({ network, theta }, kind, infidelity, complexityOf(problem, 'block-length', theta));
}

/** The shortest path found from |0…0⟩ on the metric of neighbours, with its bound from below. */
export function* pathOfState(
  target: PureState,
  isRing: boolean,
  { slices }: Options,
  seed: number,
): Generator<PartStep, StatePath> {
  const { words, velocity, length, lowerBound, infidelity, status } = yield* shortestPath(
    neighbourMetric(target.dimensions.length, isRing),
    target.amplitudes,
    {
      slices,
      starts: 1,
      maxSteps: 60,
      seed,
    },
  );
  return { words, velocity, length, lowerBound, infidelity, status };
}
