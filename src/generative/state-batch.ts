/** @file Many parameter vectors, and many targets, at once: what training on batches differentiates. */

import { ShapeError } from '../errors.ts';
import { sizeOf } from '../linalg/complex.ts';
import { rowCount } from '../optimise/batch.ts';
import type { Objective } from '../optimise/objective.ts';
import {
  differentiableState,
  environmentDimension,
  type GenerativeNetwork,
  rulesOf,
  siteDimensions,
} from './generative-network.ts';
import { checkSites, infidelity, stateInfidelity } from './infidelity.ts';
import { networkPointOf, purification } from './state-rules.ts';
import type { TargetState } from './target-state.ts';

/** States at B points together with their reverse-mode derivative. */
export interface DifferentiableStates {
  /** Row by row, shape (B, D·E), interleaved. */
  readonly states: Float64Array;
  /** Carries cotangents of the same shape back to ∂L/∂θ of shape (B, P). */
  readonly pullback: (cotangents: Float64Array) => Float64Array;
}

/**
 * The generated states at B points, each as `stateVector` gives it.
 *
 * @param points - θ_b, shape (B, P), row by row
 * @throws {ShapeError} the points are not rows of P entries
 *
 * Cost of B runs; the states are kept for the pullback.
 */
export function differentiableStates(network: GenerativeNetwork, points: Float64Array): DifferentiableStates {
  const { parameters } = network;
  const count = rowCount('differentiableStates', points, parameters);
  const size = 2 * sizeOf(siteDimensions(network)) * environmentDimension(network);
  const states = new Float64Array(count * size);
  const pullbacks = Array.from({ length: count }, (_, b) => {
    const { state, pullback } = differentiableState(network, points.slice(b * parameters, (b + 1) * parameters));
    states.set(state.interleaved, b * size);
    return pullback;
  });
  return {
    states,
    pullback: (cotangents) => {
      if (cotangents.length !== states.length) {
        throw new ShapeError(`differentiableStates: ${states.length} numbers required, got ${cotangents.length}`);
      }
      const gradients = new Float64Array(points.length);
      pullbacks.forEach((pullback, b) => {
        const interleaved = cotangents.slice(b * size, (b + 1) * size);
        gradients.set(pullback({ length: size / 2, interleaved }), b * parameters);
      });
      return gradients;
    },
  };
}

/** Infidelities from T targets and the derivative of any function of them. */
export interface InfidelityVector {
  /** Shape (T,). */
  readonly values: Float64Array;
  /** Carries ∂L/∂values, shape (T,), back to ∂L/∂θ, shape (P,). */
  readonly pullback: (cotangent: Float64Array) => Float64Array;
}

/**
 * Infidelities of one generated state from T targets, see `infidelity`: the state is made once, and the derivative of
 * any function of them takes one pass back, whatever T.
 *
 * @returns θ ↦ the infidelities with their pullback
 * @throws {ShapeError} sites of network and targets differ
 *
 * Where network and target are both networks, one contraction and its pullback for each target instead.
 */
export function infidelityVector(
  network: GenerativeNetwork,
  targets: readonly TargetState[],
): (theta: Float64Array) => InfidelityVector {
  for (const target of targets) checkSites(network, target);
  if (rulesOf(network).infidelityFromNetwork !== null && targets.some((target) => networkPointOf(target) !== null)) {
    return separately(targets.map((target) => infidelity(network, target)));
  }
  const purifications = targets.map(purification);
  return (theta) => {
    const { state, pullback } = differentiableState(network, theta);
    return {
      values: Float64Array.from(purifications, (b) => stateInfidelity(b, state).value),
      pullback: (weights) => {
        checkWeights(weights, targets.length);
        const sum = new Float64Array(2 * state.length);
        purifications.forEach((b, t) => {
          const { interleaved } = stateInfidelity(b, state).cotangent;
          for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + weights[t]! * interleaved[i]!;
        });
        return pullback({ length: state.length, interleaved: sum });
      },
    };
  };
}

function separately(objectives: readonly Objective[]): (theta: Float64Array) => InfidelityVector {
  return (theta) => {
    const terms = objectives.map((objective) => objective(theta));
    return {
      values: Float64Array.from(terms, ({ value }) => value),
      pullback: (weights) => {
        checkWeights(weights, terms.length);
        return theta.map((_, k) => terms.reduce((sum, { gradient }, t) => sum + weights[t]! * gradient[k]!, 0));
      },
    };
  };
}

function checkWeights({ length }: Float64Array, targets: number): void {
  if (length !== targets) throw new ShapeError(`infidelityVector: ${targets} derivatives required, got ${length}`);
}
