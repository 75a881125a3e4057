/**
 * @file The methods that find a path to a state, as a table. Another method is another row: whether it applies, and how it
 * searches.
 */

import { greatestLowerBound } from '../../../src/complexity/best-lower-bound.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import { asMixed, asPure } from '../../../src/generative/state-rules.ts';
import type { TargetState } from '../../../src/generative/target-state.ts';
import { orbitGeodesic } from '../../../src/geodesic/gaussian/orbit-geodesic.ts';
import { mixedGeodesic } from '../../../src/geodesic/mixed/mixed-geodesic.ts';
import { checkParts, symmetricGeodesic } from '../../../src/geodesic/sector/symmetric-geodesic.ts';
import { symmetricProblem } from '../../../src/geodesic/sector/symmetric-problem.ts';
import type { GeodesicStep } from '../../../src/geodesic/state/sliced-search.ts';
import { type GeodesicOptions, stateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import { significant } from '../../../src/number-format.ts';
import type { Solution } from '../../../src/solution.ts';
import { controlsOf, gaussianCase, isRealState, lowerBoundsOf, referenceName } from '../../gaussian-problem.ts';
import type { PartStep } from '../../study.ts';
import type { Options } from './options.ts';

/** A state whose complexity is asked for. */
export interface StateProblem {
  readonly target: TargetState;
  readonly metric: PenaltyMetric;
  readonly options: Omit<Options, 'targets' | 'metric'>;
  readonly seed: number;
  /** How thoroughly paths are searched; default as `stateGeodesic` does, and in sectors with slices doubled. */
  readonly search?: Pick<GeodesicOptions, 'polished' | 'conjugatePoints' | 'observable'>;
}

/** What a method has found. */
export interface FoundLength {
  /** Of a path to the target; an upper bound of the complexity. */
  readonly length: number;
  /** 1 − F at the end of the path. */
  readonly infidelity: number;
  /** What the length is worth, in words. */
  readonly status: string;
  /** A lower bound of all paths, and its argument. */
  readonly lowerBound: number;
  readonly argument: string;
}

/** A row of the table. */
export interface Method {
  readonly name: string;
  /** Why it does not apply to a problem; null if it does. */
  readonly obstacle: (problem: StateProblem) => string | null;
  readonly search: (problem: StateProblem) => Generator<PartStep, FoundLength>;
}

/** Most qubits of a mixed state. */
const LARGEST_MIXED = 5;

const allPaths: Method = {
  name: 'all paths',
  obstacle: ({ target, options }) => {
    const qubits = target.dimensions.length;
    if (target.dimensions.some((dimension) => dimension !== 2)) return 'the target is no state of qubits';
    if (qubits > options.largest) return `${qubits} qubits are more than ${options.largest} (option largest)`;
    return asPure(target) === null ? 'the target is not pure' : null;
  },
  search: function* ({ target, metric, options: { slices, starts, maxSteps }, seed, search: how }) {
    const search = stateGeodesic(metric, asPure(target)!.amplitudes, { slices, starts, maxSteps, seed, ...how });
    const { complexity, infidelity, certificate } = (yield* steps(search)).value;
    const { bound, by } = greatestLowerBound(certificate.lowerBounds);
    return { length: complexity, infidelity, status: certificate.status, lowerBound: bound, argument: by };
  },
};

/** Most qubits of a symmetric state whose path is made shorter in more slices without being asked for. */
const MOST_DOUBLED = 16;

const symmetricSectors: Method = {
  name: 'symmetric sectors',
  obstacle: ({ target, metric, options: { sector } }) => {
    const { problem, reason } = symmetricProblem(target, metric);
    if (problem === null || sector === undefined) return reason;
    checkParts(problem.form.blocks, sector);
    return null;
  },
  search: function* ({ target, metric, options, seed, search: how }) {
    const { form, weights } = symmetricProblem(target, metric).problem!;
    const isQuick = how !== undefined && target.dimensions.length > MOST_DOUBLED;
    const { slices, starts, maxSteps, real, parity, sector } = options;
    const search = symmetricGeodesic(form, {
      ...weights,
      ...{ slices, starts, maxSteps, real, parity, seed },
      ...(sector && { sector }),
      ...(isQuick && { doublings: 0 }),
    });
    const { searched, shortest, words, lowerBounds } = (yield* steps(search)).value;
    const { length, residual } = searched[shortest]!.geodesic;
    const { bound, by } = greatestLowerBound({ ...lowerBounds, observable: null });
    return { length, infidelity: residual ** 2, status: words, lowerBound: bound, argument: by };
  },
};

const mixedPaths: Method = {
  name: 'mixed states',
  obstacle: ({ target }) => {
    if (target.dimensions.some((dimension) => dimension !== 2)) return 'the target is no state of qubits';
    if (asMixed(target) === null) return 'the target is not given as a density matrix';
    const qubits = target.dimensions.length;
    return qubits > LARGEST_MIXED ? `${qubits} qubits are more than ${LARGEST_MIXED}` : null;
  },
  search: function* ({ target, metric, options: { slices, starts, maxSteps }, seed }) {
    const search = mixedGeodesic(metric, asMixed(target)!.density, { slices, starts, maxSteps, seed });
    const { length, infidelity, status, lowerBound, geodesic } = (yield* steps(search)).value;
    const shortest = Math.min(length, geodesic?.length ?? Infinity);
    return { length: shortest, infidelity, status, lowerBound, argument: 'mixed states' };
  },
};

/** Most modes of a Gaussian state. */
const LARGEST_GAUSSIAN = 100;

const gaussianPaths: Method = {
  name: 'Gaussian paths',
  obstacle: ({ target, metric }) => {
    const { state, reason } = gaussianCase(target, metric, LARGEST_GAUSSIAN);
    if (state === null) return reason;
    return state.string === 'Z' ? null : `its modes are empty in ${referenceName(state.string)}, not in |0…0⟩`;
  },
  search: function* ({ target, metric, options: { slices, starts, maxSteps }, seed }) {
    const state = gaussianCase(target, metric, LARGEST_GAUSSIAN).state!;
    const controls = controlsOf(state, metric);
    const search = orbitGeodesic(controls, state.state, { slices: Math.ceil(slices / 2), starts, maxSteps, seed });
    const { value, result } = yield* steps(search);
    const { length, residual, uncertainty } = value;
    const end = result === 'converged' ? 'an upper bound' : 'which ends short of the target';
    const status = `shortest ${isRealState(state) ? 'real ' : ''}Gaussian path found, ${end}, ± ${significant(uncertainty, 2)} by its miss`;
    const bounds = lowerBoundsOf(state, metric);
    const { bound, by } = bounds === null ? { bound: 0, by: 'none' } : greatestLowerBound(bounds);
    return { length, infidelity: residual ** 2, status, lowerBound: bound, argument: by };
  },
};

/** All methods. */
export const METHODS: readonly Method[] = [allPaths, symmetricSectors, gaussianPaths, mixedPaths];

/** The steps of a search as those of a part. */
function* steps<Value>(search: Generator<GeodesicStep, Solution<Value>>): Generator<PartStep, Solution<Value>> {
  const phases = new Set<string>();
  for (;;) {
    const next = search.next();
    if (next.done) return next.value;
    const { phase, length } = next.value;
    phases.add(phase);
    yield { message: `${phase}, length ${length.toFixed(4)}`, progress: 1 - 1 / (1 + phases.size / 4) };
  }
}
