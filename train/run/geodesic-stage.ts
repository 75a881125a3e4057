/** @file The geodesic of the target on the metric of the training, and the learned circuit beside it. */

import { byKind } from '../../src/by-kind.ts';
import { type BlockCircuit, placed } from '../../src/circuit/block-circuit.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { referenceState } from '../../src/circuit/run-circuit.ts';
import { pathComparison } from '../../src/comparison/path-comparison.ts';
import { type PenaltyMetric, penaltyWeight } from '../../src/complexity/penalty-metric.ts';
import { type GenerativeNetwork, siteDimensions } from '../../src/generative/generative-network.ts';
import { asMixed, asPure, symmetricOf } from '../../src/generative/state-rules.ts';
import { mixedGeodesic } from '../../src/geodesic/mixed/mixed-geodesic.ts';
import type { GeodesicOptions, SlicedGeodesic, StateGeodesic } from '../../src/geodesic/state/state-geodesic.ts';
import { type ComplexMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { equivalentCircuit } from '../../src/network/equivalent-circuit.ts';
import { isIsometric } from '../../src/network/tensor-sources.ts';
import { isTree } from '../../src/network/tree-messages.ts';
import type { NetworkPoint } from '../../src/network-point.ts';
import type { Noted } from '../../src/noted.ts';
import { geodesicPath } from '../../src/path/sliced-path.ts';
import type { GeodesicRecord, MixedRecord } from '../../src/record/run-record.ts';
import type { SearchJournal } from '../../src/search-journal.ts';
import { gaussianCase } from '../gaussian-problem.ts';
import type { Problem } from '../loss.ts';
import type { Experiment } from './experiment-schema.ts';
import { gaussianSearch, learnedBeside } from './gaussian-stage.ts';
import { withAskedBound } from './lower-bound-stage.ts';
import { outOfReach } from './out-of-reach.ts';
import { pureSearch } from './pure-search.ts';
import { searchSteps } from './search-steps.ts';
import type { Uncompared } from './sector-stage.ts';
import type { StageStep } from './stages.ts';
import { symmetricSearch, UNASKED } from './symmetric-search.ts';

/**
 * Searches for the geodesic and compares the learned circuit with it.
 *
 * @param before - the geodesic to the previous state of a curve: a further start
 * @param journal - where the search writes what it has found, with what an interrupted one has left
 * @returns null if the stage is left out, with a note why
 */
export function* geodesicStage(
  experiment: Experiment,
  problem: Problem,
  trained: NetworkPoint<GenerativeNetwork>,
  before: GeodesicRecord | null = null,
  journal?: SearchJournal,
): Generator<StageStep, Noted<GeodesicRecord | null>> {
  return yield* boundedGeodesic(experiment, problem, trained, { before, journal });
}

/** The search alone, for a training that starts along the geodesic. */
export function* geodesicSearch(
  experiment: Experiment,
  problem: Problem,
  before: GeodesicRecord | null,
  journal: SearchJournal,
): Generator<StageStep, Noted<GeodesicRecord | null>> {
  return yield* boundedGeodesic(experiment, problem, null, { before, journal });
}

function* boundedGeodesic(
  experiment: Experiment,
  problem: Problem,
  trained: NetworkPoint<GenerativeNetwork> | null,
  { before, journal }: { readonly before: GeodesicRecord | null; readonly journal: SearchJournal | undefined },
): Generator<StageStep, Noted<GeodesicRecord | null>> {
  const from = { journal, ...(before !== null && { paths: [before] }) };
  const { value, notes } = yield* geodesicFrom(experiment, problem, trained, from);
  return { value: value && (yield* withAskedBound(experiment, problem, value)), notes };
}

/** The geodesic with the learned circuit beside it. */
export function withLearned(
  geodesic: GeodesicRecord,
  { metric }: Problem,
  trained: NetworkPoint<GenerativeNetwork>,
): GeodesicRecord {
  const { gaussian, length, mixed } = geodesic;
  if (gaussian != null) return { ...geodesic, learned: learnedBeside(trained, metric, gaussian.string, length) };
  return { ...geodesic, ...compared(trained, metric, geodesic, mixed?.spectrum ?? null) };
}

/**
 * The geodesic to a state of a curve, followed from the geodesic to the next state; the known one, if that is no
 * longer.
 *
 * @param after - the geodesic to the next state
 */
export function* followedGeodesic(
  experiment: Experiment,
  problem: Problem,
  trained: NetworkPoint<GenerativeNetwork>,
  known: GeodesicRecord,
  after: GeodesicRecord,
  journal: SearchJournal,
): Generator<StageStep, GeodesicRecord> {
  const start = { paths: [after], starts: 0, observable: false, journal };
  const { value: followed } = yield* geodesicFrom(experiment, problem, trained, start);
  if (followed === null || followed.result !== 'converged') return known;
  if (known.result === 'converged' && followed.length >= known.length - LEAST_GAIN) return known;
  return { ...followed, lowerBound: known.lowerBound, lowerBounds: known.lowerBounds ?? null, sector: null };
}

/** Least difference of lengths that makes a path shorter. */
const LEAST_GAIN = 1e-6;

function* geodesicFrom(
  { geodesic, seed }: Experiment,
  { target, metric, network }: Problem,
  trained: NetworkPoint<GenerativeNetwork> | null,
  from: Pick<GeodesicOptions, 'paths' | 'starts' | 'observable' | 'journal'>,
): Generator<StageStep, Noted<GeodesicRecord | null>> {
  if (geodesic === false) return { value: null, notes: [] };
  const isFollowed = from.starts === 0; // along a curve, from the next state
  const problem = { target, metric, network };
  const { inSector, reason: lacking } = isFollowed
    ? UNASKED
    : yield* symmetricSearch(geodesic, problem, seed, from.journal);
  const reason =
    inSector !== null && target.dimensions.length > MOST_BOTH
      ? `from ${MOST_BOTH + 1} qubits on a symmetric target is searched for in sectors only`
      : outOfReach(target, metric, geodesic.largest);
  const [pure, mixedState] = [asPure(target), asMixed(target)];
  const isLeftOut = lacking !== null && (geodesic.ring !== undefined || symmetricOf(target) !== null);
  const sectorNotes = isLeftOut ? [`No search in sectors of symmetric states: ${lacking}.`] : [];
  if (reason !== null) {
    if (inSector === null && (target.kind === 'gaussian' || target.kind === 'network')) {
      const { state, reason: other } = gaussianCase(target, metric, geodesic.largestGaussian);
      if (state === null) return { value: null, notes: [`No geodesic: ${reason}; no Gaussian path: ${other}.`] };
      return {
        value: yield* gaussianSearch(geodesic, state, metric, trained, { seed, journal: from.journal }),
        notes: [],
      };
    }
    if (inSector === null) return { value: null, notes: [`No geodesic: ${reason}.`, ...sectorNotes] };
    return { value: { ...inSector, ...compared(trained, metric, inSector, null) }, notes: [] };
  }
  const { slices, starts, maxSteps, sorted } = geodesic;
  const paths = [
    ...(from.paths ?? []).filter(({ words }) => words.length > 0),
    ...(inSector === null ? [] : [inSector]),
  ];
  const unbounded = geodesic.lowerBound.observable === 'none' && { observable: false };
  const options = { slices, starts, maxSteps, seed, ...unbounded, ...from, paths };
  if (mixedState !== null) {
    const search = mixedGeodesic(metric, mixedState.density, { ...options, sorted });
    const { value, result } = yield* searchSteps(search, starts);
    const { spectrum, eigenspaces, gap, distance, costateResidual, orderings, geodesic: shot, ...path } = value;
    const mixed: MixedRecord = { spectrum, eigenspaces, gap, distance, costateResidual, orderings };
    const polished = shot && {
      length: shot.length,
      residual: shot.residual,
      uncertainty: shot.uncertainty,
      conjugatePoints: null,
    };
    return {
      value: { ...path, result, polished, mixed, lowerBounds: null, ...compared(trained, metric, path, spectrum) },
      notes: [],
    };
  }
  const reference = network.kind === 'network' ? {} : { reference: referenceState(network) };
  const search = { ...options, ...reference };
  const { value, result } = yield* pureSearch(
    { ...geodesic, real: geodesic.real && inSector === null },
    problem,
    pure!.amplitudes,
    search,
  );
  const { geodesic: shot, certificate, complexity: _, freeRotation, ...sliced } = value;
  const path = freeRotation === null ? sliced : { ...sliced, ...withRotation(sliced, freeRotation) };
  const { conjugatePoints, lowerBounds, uncertainty } = certificate;
  const polished = shot && { length: shot.length, residual: shot.residual, uncertainty, conjugatePoints };
  const full = { ...path, result, polished, mixed: null, lowerBounds };
  const chosen = shorterOf(inSector, full);
  return { value: { ...chosen, ...compared(trained, metric, chosen, null) }, notes: sectorNotes };
}

/** Most qubits for which all paths are searched beside those in sectors. */
const MOST_BOTH = 6;

/** The shorter of a path in a sector and one among all paths; the latter, if they are equal. */
function shorterOf(inSector: Uncompared | null, full: Uncompared): Uncompared {
  if (inSector === null) return { ...full, sector: null };
  const [own, other] = [inSector, full].map(({ length, polished }) => Math.min(length, polished?.length ?? Infinity));
  if (inSector.result === 'converged' && (full.result !== 'converged' || own! < other! - LEAST_GAIN)) {
    const { lowerBound, lowerBounds = null } = full; // by an observable, too
    return { ...inSector, lowerBound, lowerBounds };
  }
  const shortest = other! > own! - LEAST_GAIN;
  const { sector, ring } = inSector;
  return { ...full, sector: sector ? { ...sector, shortest } : null, ...(ring && { ring: { ...ring, shortest } }) };
}

/** The path with a rotation that costs nothing as its last slice. */
function withRotation(
  { words, velocity }: Pick<SlicedGeodesic, 'words' | 'velocity'>,
  rotation: NonNullable<StateGeodesic['freeRotation']>,
): Pick<SlicedGeodesic, 'words' | 'velocity' | 'slices'> {
  const slices = velocity.length + 1;
  const scale = slices / velocity.length; // the same rotation in less time
  const none = rotation.words.map(() => 0);
  const last = [...words.map(() => 0), ...rotation.coefficients.map((a) => slices * a)];
  return {
    words: [...words, ...rotation.words],
    velocity: [...velocity.map((h) => [...h.map((coefficient) => scale * coefficient), ...none]), last],
    slices,
  };
}

/**
 * The learned circuit, or the circuit equivalent to the learned network, beside the geodesic; null if there is none yet, if
 * it is no path of the metric, or if it starts from another order of the spectrum.
 */
function compared(
  trained: NetworkPoint<GenerativeNetwork> | null,
  metric: PenaltyMetric,
  geodesic: Pick<SlicedGeodesic, 'words' | 'velocity'>,
  spectrum: readonly number[] | null,
): Pick<GeodesicRecord, 'learned' | 'comparison'> {
  const none = { learned: null, comparison: null };
  if (geodesic.words.length * geodesic.velocity.length === 0) return none;
  const learned = trained && circuitOf(trained.network, trained.theta);
  const start = learned && startOf(learned.network, spectrum);
  const allowed = learned && isAllowed(learned.network, metric);
  if (learned === null || start === null || !allowed) return none;
  const { network: circuit, theta: at } = learned;
  const comparison = pathComparison(metric, geodesicPath(geodesic), { circuit, theta: at }, start);
  const { lengths, excess } = comparison;
  return { learned: { length: lengths.gates, layeredLength: lengths.layers, excess: excess.layers }, comparison };
}

/** The state that circuit and geodesic both start from, as columns √λ_b|b⟩ if it is mixed; null if they differ. */
function startOf(circuit: Circuit | BlockCircuit, spectrum: readonly number[] | null): ComplexMatrix | null {
  const { reference = [] } = circuit;
  if (spectrum === null) {
    const { length, interleaved } = referenceState(circuit);
    return 'spectrum' in reference ? null : { rows: length, cols: 1, interleaved };
  }
  if (!('spectrum' in reference) || spectrum.some((value, b) => Math.abs(value - reference.spectrum[b]!) > 1e-6)) {
    return null;
  }
  const occupied = [...spectrum.keys()].filter((b) => spectrum[b]! > 0);
  const columns = zeroMatrix(spectrum.length, occupied.length);
  occupied.forEach((b, k) => {
    columns.interleaved[2 * (b * occupied.length + k)] = Math.sqrt(spectrum[b]!);
  });
  return columns;
}

/** Whether the metric allows all words of the circuit. */
const isAllowed = byKind<Circuit | BlockCircuit, [metric: PenaltyMetric], boolean>({
  circuit: ({ gates }, metric) => gates.every(({ word }) => penaltyWeight(metric, word) < Infinity),
  'block-circuit': ({ gates, qubits }, metric) =>
    gates.every(({ words, sites }) =>
      words.every((word) => penaltyWeight(metric, placed(word, sites, qubits)) < Infinity),
    ),
});

/** The circuit that makes the network's state; null for networks that have none. */
const circuitOf = byKind<GenerativeNetwork, [theta: Float64Array], NetworkPoint<Circuit | BlockCircuit> | null>({
  circuit: (network, theta) => ({ network, theta }),
  'block-circuit': (network, theta) => ({ network, theta }),
  network: (network, theta) => {
    const qubits = siteDimensions(network).every((dimension) => dimension === 2);
    const pure = network.environment.length === 0;
    if (!qubits || !pure || !(isIsometric(network) || isTree(network))) return null;
    return { network: equivalentCircuit(network, theta), theta: new Float64Array(0) };
  },
});
