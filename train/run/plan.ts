/** @file The parts of a run with their expected costs, from the size of the experiment. */

import { LARGEST_DENSE_BLOCKS } from '../../src/generative/block-chain-infidelity.ts';
import { type GenerativeNetwork, siteDimensions } from '../../src/generative/generative-network.ts';
import { sizeOf } from '../../src/linalg/complex.ts';
import { plannedSteps } from '../training.ts';
import type { Experiment } from './experiment.ts';
import { controlCount } from './price.ts';
import type { Part } from './time-left.ts';

/** What is done for each state, in this order unless the training starts along the geodesic. */
export const STAGES = ['target', 'training', 'geodesic', 'fisher', 'bulk', 'shape', 'gravity'] as const;

/** Whether the training starts along the geodesic, which is then searched first. */
export const startsAlongGeodesic = ({ model, geodesic }: Experiment): boolean =>
  geodesic !== false && model.name === 'block-circuit' && model.start === 'geodesic';

/** The stages in the order of the experiment. */
export function stagesOf(experiment: Experiment): readonly (typeof STAGES)[number][] {
  const others = STAGES.filter((stage) => stage !== 'target' && stage !== 'geodesic');
  return startsAlongGeodesic(experiment) ? ['target', 'geodesic', ...others] : STAGES;
}

/**
 * The plan of a run: all stages of each state, and for a curve the geodesics that are followed backwards from the last
 * state.
 *
 * The costs are seconds of one slow core, fitted to Ising chains of 3 to 8 qubits with brickwalls; larger experiments
 * may be off by several times, until something is measured.
 *
 * @param points - number of states
 * @param network - of the first state
 */
export function planOf(experiment: Experiment, points: number, network: GenerativeNetwork): readonly Part[] {
  const costs = costsOf(experiment, network);
  const state = stagesOf(experiment).map((kind) => ({ kind, cost: costs[kind] }));
  const following = { kind: 'following', cost: costs.geodesic / 2 };
  return [...Array.from({ length: points }, () => state).flat(), ...Array(points - 1).fill(following)];
}

/** Index in the plan of a stage of a state. */
export const partOf = (
  point: number,
  stage: (typeof STAGES)[number],
  order: readonly (typeof STAGES)[number][] = STAGES,
): number => point * order.length + order.indexOf(stage);

/** Index in the plan of the geodesic of a state that is followed backwards from the next state. */
export const followingPart = (point: number, points: number): number => points * STAGES.length + points - 2 - point;

/**
 * Typical fraction of its maximal number of steps that a training takes: its phases end when nothing is gained any
 * more.
 */
const STEPS_TAKEN = 1 / 3;
/** Most amplitudes that enter a cost: larger states are handled as networks, or left out. */
const MOST_AMPLITUDES = 2 ** 16;
/** Most numbers in the tangents of a network for which Fisher information is computed. */
const MOST_TANGENTS = 2 ** 27;

function costsOf(
  experiment: Experiment,
  network: GenerativeNetwork,
): Readonly<Record<(typeof STAGES)[number], number>> {
  const dimensions = siteDimensions(network);
  const sites = dimensions.length;
  const amplitudes = Math.min(sizeOf(dimensions), MOST_AMPLITUDES);
  const { parameters } = network;
  const { fisher, bulk, gravity, training } = experiment;
  const isInformed = 2 * sizeOf(dimensions) * parameters <= MOST_TANGENTS;
  const information = isInformed ? parameters ** 2 * amplitudes : 0; // beyond it these stages are left out
  return {
    target: 0.1 + 1e-6 * sites * amplitudes,
    training: STEPS_TAKEN * plannedSteps(training) * stepCost(network, amplitudes),
    geodesic: geodesicCost(experiment, dimensions),
    fisher: fisher ? 0.01 + 6e-8 * information : 0,
    bulk: bulk ? 0.02 + 1.4e-5 * sites ** 2 * amplitudes : 0,
    shape: bulk ? 0.5 + 7e-7 * information : 0,
    gravity: bulk && gravity ? 0.02 + 9e-7 * information : 0,
  };
}

/** Cost of a step of the training; circuits of blocks beside long targets are run on chains. */
function stepCost(network: GenerativeNetwork, amplitudes: number): number {
  const isOnChain = network.kind === 'block-circuit' && sizeOf(siteDimensions(network)) > LARGEST_DENSE_BLOCKS;
  return isOnChain ? 5e-4 * network.gates.length : 1.2e-3 + 5e-8 * network.parameters * amplitudes;
}

/** Targets that are symmetric under all permutations of qubits, whatever their options. */
const SYMMETRIC: readonly unknown[] = ['symmetric', 'squeezed', 'spin-cat', 'lipkin', 'ghz', 'w', 'dicke', 'product'];

/** Cost of the search among all paths, among Gaussian ones, or in sectors of symmetric states. */
function geodesicCost(experiment: Experiment, dimensions: readonly number[]): number {
  const { geodesic, target, metric } = experiment;
  const sites = dimensions.length;
  if (geodesic === false) return 0;
  if (geodesic.ring !== undefined) return ringCost(geodesic, sites);
  if (sites <= geodesic.largest) return searchCost(geodesic, controlCount(experiment, dimensions), sites);
  const { sectors, starts, slices, maxSteps, largestGaussian } = geodesic;
  if (target?.name.startsWith('gaussian') && sites <= largestGaussian) {
    return isLongChain(sites) ? 1e-5 * sites ** 4 : 2.5e-6 * starts * slices * maxSteps * sites ** 2;
  }
  const isSearched = sectors && metric.maxRange === 'infinite' && SYMMETRIC.includes(target?.name);
  return isSearched ? 7e-4 * starts * slices * maxSteps * sites : 0;
}

/** Cost of the search in the sector of a ring, with words of neighbours. */
function ringCost({ starts, slices, maxSteps }: Exclude<Experiment['geodesic'], false>, sites: number): number {
  return starts * slices * maxSteps * (2e-4 + 2e-6 * 2 ** sites);
}

/** Whether the search for a Gaussian path weights its end, with some n² unknowns. */
const isLongChain = (sites: number): boolean => sites > 12;

/** Cost of the search for a geodesic with that many words as controls. */
function searchCost(
  { starts, slices, maxSteps }: Exclude<Experiment['geodesic'], false>,
  words: number,
  qubits: number,
): number {
  return starts * slices * maxSteps * (5e-4 + 2.8e-7 * words * 2 ** qubits);
}
