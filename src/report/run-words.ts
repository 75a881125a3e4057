/** @file A run in words: what was asked, what is certain, what is open, each a sentence that the record bears out. */

import { brief, significant } from '../number-format.ts';
import type { GeodesicRecord, RunPoint, RunRecord } from '../record/run-record.ts';
import type { Result } from '../solution.ts';
import { type Goal, goalOf } from './accepted-infidelity.ts';
import { metricPhrase } from './metric-phrase.ts';
import { type NextStep, nextSteps, optionOf } from './next-steps.ts';
import { geodesicReading, isShortened, rankReading } from './reading.ts';

/** What a run says about itself, in sentences. */
export interface RunWords {
  readonly asked: readonly string[];
  readonly certain: readonly string[];
  /** What has not converged, was not reached, or is not known. */
  readonly open: readonly string[];
  readonly next: readonly NextStep[];
}

/** The words of a run on a single state. */
export function runWords(point: RunPoint, experiment: RunRecord['experiment']): RunWords {
  const goal = goalOf(experiment);
  return {
    asked: [askedSentence(point, experiment, goal)],
    certain: [...trainingCertain(point), ...lengthCertain(point.geodesic), ...geometryCertain(point)],
    open: [...trainingOpen(point, goal), ...lengthOpen(point.geodesic), ...geometryOpen(point)],
    next: nextSteps(point, experiment, goal),
  };
}

/** The Hamiltonian of the target as words; '' without one. */
export function hamiltonianPhrase(hamiltonian: unknown): string {
  if (typeof hamiltonian !== 'object' || hamiltonian === null || !('name' in hamiltonian)) return '';
  const { name, lattice, ...numbers } = hamiltonian as Readonly<Record<string, unknown>>;
  const values = Object.entries(numbers).flatMap(([key, value]) =>
    typeof value === 'number' ? [`${key} ${brief(value)}`] : [],
  );
  const where = typeof lattice === 'string' ? `, ${lattice}` : '';
  return `‘${name}’${values.length === 0 ? '' : ` (${values.join(', ')}${where})`}`;
}

function askedSentence({ target }: RunPoint, experiment: RunRecord['experiment'], goal: Goal): string {
  const model = optionOf(experiment, 'model.name');
  const hamiltonian = hamiltonianPhrase(optionOf(experiment, 'target.hamiltonian'));
  const wanted = [
    `to be generated ${typeof model !== 'string' ? 'by a network' : `by the model ‘${model}’`} to infidelity ${significant(goal.asked, 1)}`,
    ...(experiment.geodesic === false || experiment.geodesic === undefined
      ? []
      : ['to be compared with a shortest path on the complexity metric']),
    ...(experiment.bulk === true ? ['its network to be read as a geometry'] : []),
  ];
  return (
    `The ${target.kind === 'gaussian' ? 'Gaussian' : target.kind} state “${target.name}”${hamiltonian === '' ? '' : ` of the Hamiltonian ${hamiltonian}`} ` +
    `${wanted.length === 1 ? wanted[0] : `${wanted.slice(0, -1).join(', ')}, and ${wanted.at(-1)}`}.`
  );
}

/** The metric of the experiment as a sentence; '' where no length is measured. */
export function metricSentence({ experiment, points }: RunRecord): string {
  const isUsed = points.some(({ training, geodesic }) => training.network.kind !== 'network' || geodesic !== null);
  return isUsed ? metricPhrase(experiment.metric) : '';
}

function trainingCertain({ training, target, notes }: RunPoint): readonly string[] {
  const isApproximate = notes.some((note) => note.startsWith('The infidelity is that from'));
  if (!Number.isFinite(training.infidelity) || isApproximate) return [];
  const of = target.kind === 'pure' || target.kind === 'network' ? 'overlap' : 'fidelity';
  return [`The infidelity is computed from the ${of} of learned state and target in double precision, not sampled.`];
}

/** What remains to be said of a training that ended so, where the target was reached and where it was missed. */
const TRAINING_ENDS: Readonly<
  Record<Exclude<Result, 'converged'>, { readonly reached: string; readonly missed: string }>
> = {
  'max-steps': {
    reached: 'The training stopped at its step limit: the target was reached, but the loss may still fall.',
    missed: 'The training stopped at its step limit, before it converged.',
  },
  stalled: {
    reached: 'The training ended where no step lowered the loss any more, usually the rounding floor.',
    missed: 'The training stalled: no step lowered the loss any more.',
  },
  diverged: {
    reached: 'The training diverged after the target was reached.',
    missed: 'The training diverged: its loss became infinite or undefined.',
  },
};

function trainingOpen({ training }: RunPoint, { accepted }: Goal): readonly string[] {
  const { infidelity, result, network } = training;
  const reached = infidelity <= accepted;
  const missed = `The target was not reached: infidelity ${significant(infidelity)}, where at most ${significant(accepted, 1)} counts as reached. Lengths and geometry describe the learned state, not the target.`;
  const ends =
    network.parameters === 0 || result === 'converged' ? [] : [TRAINING_ENDS[result][reached ? 'reached' : 'missed']];
  return [...(reached ? [] : [missed]), ...ends];
}

/** Relative gap between length and lower bound below which the path is a shortest one. */
const NO_GAP = 1e-6;
/** Infidelity up to which the end of a path counts as the target. */
const AT_TARGET = 1e-9;

const shortestOf = ({ length, polished }: GeodesicRecord): number => Math.min(length, polished?.length ?? Infinity);

function lengthCertain(geodesic: GeodesicRecord | null): readonly string[] {
  if (geodesic === null || geodesic.status.startsWith('unreachable')) return [];
  const { lowerBound, infidelity, status, mixed, sector, gaussian } = geodesic;
  const shortest = shortestOf(geodesic);
  const end = infidelity <= AT_TARGET ? '' : ` to a state at infidelity ${significant(infidelity, 2)} from the target`;
  const from = mixed == null ? '' : ' from a diagonal state with its eigenvalues in this order';
  const isLeast = shortest > 0 && shortest - lowerBound <= NO_GAP * shortest;
  const bounds = isLeast
    ? `The path found is a shortest one: its length ${significant(shortest, 4)} meets the lower bound.`
    : (isShortened(geodesic)
        ? `The geodesic found by shooting is a path of length ${significant(shortest, 4)}${end}`
        : `A path of length ${significant(shortest, 4)}${end} is known`) +
      (lowerBound > 0 ? `, and none to the target${from} is shorter than ${significant(lowerBound, 3)}.` : '.');
  return [
    bounds,
    ...(status.startsWith('certified local minimum')
      ? [
          'The geodesic near it, found by shooting, has no conjugate point before its end: no path close to it is shorter.',
        ]
      : []),
    ...(sector?.index?.index === 0 && sector.shortest
      ? ['The symmetric path is a local minimum among all paths: its Morse index is 0.']
      : []),
    ...(gaussian === undefined
      ? []
      : [
          `No Gaussian path in these words is shorter than ${significant(gaussian.lowerBound, 4)}.`,
          ...(gaussian.negative === 0 ? ['No Gaussian path close to the one found is shorter.'] : []),
        ]),
  ];
}

function lengthOpen(geodesic: GeodesicRecord | null): readonly string[] {
  if (geodesic === null) return [];
  const { status, lowerBound, polished, sector, gaussian, ring } = geodesic;
  if (status.startsWith('unreachable')) return [`The search found no path to the target: ${status}.`];
  const { caveat } = geodesicReading(geodesic);
  const shortest = shortestOf(geodesic);
  const isProved = !(shortest - lowerBound > NO_GAP * shortest);
  const factor =
    lowerBound > 0 ? `: its length may be up to ${significant(shortest / lowerBound, 2)} times too great` : '';
  return [
    ...(caveat === null ? [] : [`The length of the path is not certain: ${caveat}.`]),
    ...(isProved ? [] : [`That no shorter path exists is not proved${factor}.`]),
    ...(isProved ? [] : stationarity(polished, gaussian, sector, ring, status)),
  ];
}

/** Whether the path was shown to be a geodesic and a local minimum. */
function stationarity(
  polished: GeodesicRecord['polished'],
  gaussian: GeodesicRecord['gaussian'],
  sector: GeodesicRecord['sector'],
  ring: GeodesicRecord['ring'],
  status: string,
): readonly string[] {
  if (polished != null && polished.conjugatePoints === null) {
    return ['Conjugate points of the geodesic were not counted: whether paths close to it are shorter is not known.'];
  }
  if (polished != null && polished.conjugatePoints! > 0) {
    return ['The geodesic has conjugate points before its end: paths close to it are shorter.'];
  }
  if (polished != null) {
    return status.startsWith('certified')
      ? []
      : [`Whether the geodesic is a local minimum is not certain; its status is “${status}”.`];
  }
  if (sector?.shortest === true) {
    if (sector.index === null) return ['Whether paths close to the symmetric one are shorter was not counted.'];
    return sector.index.index > 0
      ? [`Paths close to the symmetric one are shorter: its Morse index is ${sector.index.index}.`]
      : [];
  }
  if (gaussian !== undefined) {
    if (gaussian.negative === null)
      return ['Whether Gaussian paths close to the one found are shorter was not counted.'];
    return gaussian.negative > 0 ? ['Gaussian paths close to the one found are shorter.'] : [];
  }
  if (ring?.polished === true)
    return [`Whether paths that break the symmetry of the ring are shorter was not counted.`];
  return [`The path was not polished to a geodesic; its status is “${status}”.`];
}

/** Entropies and cuts agree up to this, in nats. */
const ROUNDING = 1e-6;

function geometryCertain({ fisher, bulk }: RunPoint): readonly string[] {
  const isRanked = fisher !== null && rankReading(fisher).caveat === null;
  return [
    ...(isRanked
      ? [
          `The state determines ${fisher.rank} of ${fisher.parameters} directions of the parameters; no eigenvalue of the Fisher information is near the threshold.`,
        ]
      : []),
    ...(bulk !== null && bulk.cuts.length > 0 && bulk.cuts.every(({ entropy, cut }) => entropy <= cut + ROUNDING)
      ? ['Entropies and minimal cuts are computed from learned state and network; no entropy exceeds its cut.']
      : []),
  ];
}

function geometryOpen({ fisher, notes }: RunPoint): readonly string[] {
  const caveat = fisher === null ? null : rankReading(fisher).caveat;
  return [
    ...(caveat === null ? [] : [`The rank of the Fisher information depends on the threshold: ${caveat}.`]),
    ...(notes.length === 0 ? [] : ['What was left out or approximated stands in the notes below the numbers.']),
  ];
}
