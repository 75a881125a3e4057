/** @file Whether the shortest Gaussian path to a target is searched for, and in which words. */

import { controlWords } from '../src/complexity/controls.ts';
import type { PenaltyMetric } from '../src/complexity/penalty-metric.ts';
import { isPure } from '../src/gaussian/entropies.ts';
import { bipartiteBlock } from '../src/gaussian/majorana-form.ts';
import { gaussianParity } from '../src/gaussian/parity.ts';
import { chainOfTarget } from '../src/generative/block-chain-infidelity.ts';
import { fermionsOfChain } from '../src/generative/fermions-of-chain.ts';
import type { FermionState, TargetState } from '../src/generative/target-state.ts';
import { gaussianLowerBounds } from '../src/geodesic/gaussian/gaussian-lower-bounds.ts';
import { metricControls } from '../src/geodesic/gaussian/majorana-controls.ts';
import type { StateLowerBounds } from '../src/geodesic/state/state-lower-bounds.ts';

/** The state, if a Gaussian path to it is searched for; or why not. */
export type GaussianCase =
  | { readonly state: FermionState; readonly reason: null }
  | { readonly state: null; readonly reason: string };

/** Least parity of a pure state that is even: rounding apart it is ±1. */
const EVEN = 0.5;

/** Whether the target is a pure Gaussian state of even parity within reach, one mode to a qubit; it may be given as a matrix-product state. */
export function gaussianCase(given: TargetState, metric: PenaltyMetric, largest: number): GaussianCase {
  const none = (reason: string): GaussianCase => ({ state: null, reason });
  const target = fermionsOf(given, largest);
  if (target === null) return none('the target is no Gaussian state');
  if (!isPure(target.state)) return none('the target is mixed');
  if (target.dimensions.length > largest) return none(`it has more than ${largest} qubits`);
  if (target.state.modes !== target.dimensions.length) return none('it has several modes on a site');
  if (gaussianParity(target.state) < EVEN) {
    return none(`it has odd parity, which no Gaussian path from the state ${referenceName(target.string)} reaches`);
  }
  if (metric.sizeWeights?.[0] === 0) return none('rotations of one qubit are free');
  if (controlsOf(target, metric).controls.length === 0)
    return none('the metric allows no word of two Majorana operators');
  return { state: target, reason: null };
}

/** The target as a Gaussian state; null if it is none, or a matrix-product state of too many qubits to find out. */
function fermionsOf(target: TargetState, largest: number): FermionState | null {
  if (target.kind === 'gaussian') return target;
  const chain = target.dimensions.length <= largest ? chainOfTarget(target) : null;
  return chain && (fermionsOfChain(target.name, chain)?.fermions ?? null);
}

/** Whether a state has real amplitudes by its covariance alone, so that real paths lead to it. */
export const isRealState = ({ state }: FermionState): boolean => bipartiteBlock(state.covariance) !== undefined;

/** The words of a metric for a target; of a real state those that keep states real. */
export const controlsOf = (target: FermionState, metric: PenaltyMetric) =>
  metricControls(metric, target.state.modes, { string: target.string, real: isRealState(target) });

/** The product state with S = 1 on every qubit. */
export const referenceName = (string: FermionState['string']): string =>
  ({ Z: '|0…0⟩', X: '|+…+⟩', Y: '|+i…+i⟩' })[string];

/** Lower bounds of all paths to the state, Gaussian or not; null where the words of the metric are too many to list. */
export function lowerBoundsOf({ state }: FermionState, metric: PenaltyMetric): StateLowerBounds | null {
  try {
    return gaussianLowerBounds(controlWords(metric, state.modes), state);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
