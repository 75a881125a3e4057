/**
 * @file The main task as a whole: ρ → TN(ρ) → Geo(TN(ρ)). A target, or each state of a curve in turn, is learned by a
 * generative network; the network is compared with the geodesic on the same metric and read as a geometry.
 */

import { arrayOfFile } from '../../datasets/file.ts';
import { loadHdf5For } from '../../datasets/formats/hdf5.ts';
import { CURVES, DATASETS } from '../../datasets/index.ts';
import { MODELS, type ModelContext, startOf } from '../../models/index.ts';
import { built } from '../../src/catalogue.ts';
import { DomainError, ShapeError } from '../../src/errors.ts';
import type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
import type { StateCurve, TargetState } from '../../src/generative/target-state.ts';
import type { NetworkPoint } from '../../src/network-point.ts';
import type { Noted } from '../../src/noted.ts';
import type { GeodesicRecord, HistoryRow, RunPoint } from '../../src/record/run-record.ts';
import { type SearchEntries, searchJournal } from '../../src/search-journal.ts';
import { withInput, withReference } from '../input.ts';
import { metricOfSpec } from '../metric-spec.ts';
import { emptyJournal, type Journal } from '../phase.ts';
import { type Trained, train } from '../train.ts';
import type { SeededProblem } from '../training.ts';
import { alongGeodesic } from './along-geodesic.ts';
import type { Experiment } from './experiment.ts';
import { checkFit } from './fit.ts';
import { followedGeodesic, geodesicSearch } from './geodesic-stage.ts';
import { likenessStage } from './likeness-stage.ts';
import { mappedSteps } from './mapped-steps.ts';
import { followingPart, partOf, planOf, type STAGES, stagesOf, startsAlongGeodesic } from './plan.ts';
import { priceIssues } from './price.ts';
import { type FinishedStages, stageSequence } from './stage-sequence.ts';
import { comparisonNotes, orderNotes, pictureStage, targetStage, trainingRecord, truncationNotes } from './stages.ts';
import { type Part, type Place, shareDone } from './time-left.ts';

/** What a run needs from its surroundings. */
export interface RunContext {
  /** The bytes of a file named in the experiment. */
  readonly read: (path: string) => Uint8Array;
}

/** A run so far, as plain data: the points that are finished, and how far the present one is. */
export interface RunCheckpoint {
  readonly points: readonly RunPoint[];
  readonly warmStart: Float64Array | null;
  readonly journal: Journal;
  /** What the search for a geodesic that is running has found so far. */
  readonly searching?: SearchEntries;
  /** The geodesic of the present point, where its training starts along it. */
  readonly path?: Noted<GeodesicRecord | null>;
  /** Once the present point is trained: the outcome, and what the stages after training have found so far. */
  readonly trained?: { readonly training: Trained; readonly stages: FinishedStages };
  /** Once all points are finished: the first of those whose geodesic need not be followed from the next point. */
  readonly followed?: number;
}

/** One step of a run. */
export interface RunStep {
  /** Index of the state on the curve, from 0, and the number of states. */
  readonly point: number;
  readonly points: number;
  readonly stage: (typeof STAGES)[number];
  /** What is being done, in words. */
  readonly message: string;
  readonly row: HistoryRow | null;
  /** The network that is being trained and the parameters at which the row was measured; null where there is no row. */
  readonly network: NetworkPoint<GenerativeNetwork> | null;
  /** Where the run stands in its plan; null before the first target is built. */
  readonly place: Place | null;
  /** Estimated fraction of the run that is done, in [0, 1]. */
  readonly fraction: number;
  /** Checkpoint from which the run can be resumed; null on most steps. */
  readonly checkpoint: RunCheckpoint | null;
}

/**
 * Runs an experiment, yielding after every step.
 *
 * @param from - where an earlier run stopped; the numbers are the same as without the interruption
 * @returns one point for each state
 * @throws {ShapeError | DomainError} the target, model and metric do not fit each other, or a file is wrong
 */
export async function* run(
  experiment: Experiment,
  context: RunContext,
  from: RunCheckpoint = { points: [], warmStart: null, journal: emptyJournal() },
): AsyncGenerator<RunStep, readonly RunPoint[]> {
  const building = { stage: 'target', message: 'building it', row: null, network: null, checkpoint: null } as const;
  yield { ...building, point: from.points.length, points: from.points.length + 1, place: null, fraction: 0 };
  await loadHdf5For(experiment);
  const { times, at } = statesOf(experiment, context);
  const points = [...from.points];
  let { warmStart } = from;
  let plan: readonly Part[] | null = null;
  const order = stagesOf(experiment);
  for (let point = points.length; point < times.length; point++) {
    const resumed: Resumed = point === from.points.length ? from : { journal: emptyJournal() };
    const state: StateStep = (stage, message, progress, { row, network }, checkpoint) => {
      const place = plan && { plan, part: partOf(point, stage, order), progress };
      const fraction = place === null ? 0 : shareDone(place);
      const whole = checkpoint && { points: [...points], warmStart, journal: emptyJournal(), ...checkpoint };
      return { point, points: times.length, stage, message, row, network, place, fraction, checkpoint: whole };
    };
    if (plan !== null) yield state('target', 'building it', 0, UNMEASURED, null);
    const target = at(times[point]!);
    checkPrice(experiment, target);
    const { network, metric, start = warmStart } = modelOf(experiment, target, context);
    const problem = { network, target, metric, seed: experiment.seed, ...(start && { warmStart: start }) };

    checkFit(experiment, problem);

    plan ??= planOf(experiment, times.length, network);
    const before = points.at(-1)?.geodesic ?? null;
    const { path, training: trained } = yield* learnedPoint(experiment, { problem, before, resumed }, state);
    const found = path === null ? {} : { path };
    const left = { finished: resumed.trained?.stages ?? {}, searching: resumed.searching };
    let { finished } = left;
    const stages = stageSequence(experiment, problem, trained, { before, path }, left);
    const { notes, ...results } = yield* mappedSteps(stages, ({ stage, message, searching, ...step }) => {
      finished = step.finished ?? finished;
      const known = { trained: { training: trained, stages: finished }, ...found, ...(searching && { searching }) };
      const isNew = step.finished !== null || searching !== null;
      return state(stage, message, step.finished === null ? 0 : 1, UNMEASURED, isNew ? known : null);
    });

    const { name, kind, dimensions } = target;
    const training = trainingRecord(problem, trained);
    points.push({
      time: experiment.curve === undefined ? null : times[point]!,
      target: { name, kind, dimensions },
      training,
      ...results,
      targetGeometry: targetStage(experiment, problem),
      likeness: likenessStage(experiment, problem, trained, context),
      picture: pictureStage(problem, trained),
      notes: [...comparisonNotes(problem), ...truncationNotes(training), ...orderNotes(training), ...notes],
    });
    warmStart = trained.unpruned;
    yield state('gravity', `${name} finished`, 1, UNMEASURED, {});
  }
  return yield* withGeodesicsFromAfter(experiment, context, points, plan, { ...from, warmStart });
}

/** What a step outside the training measures. */
const UNMEASURED = { row: null, network: null } as const;

/** A step at a state of the experiment; its checkpoint is what has changed in that of the run. */
type StateStep = (
  stage: RunStep['stage'],
  message: string,
  progress: number,
  measured: Pick<RunStep, 'row' | 'network'>,
  checkpoint: Partial<RunCheckpoint> | null,
) => RunStep;

/** A state to be learned, the geodesic to the one before, and what an earlier run has left of it. */
interface PointToLearn {
  readonly problem: SeededProblem;
  readonly before: GeodesicRecord | null;
  readonly resumed: Resumed;
}

/** What an earlier run has left of a state. */
type Resumed = Pick<RunCheckpoint, 'journal' | 'trained' | 'path' | 'searching'>;

/** The trained network, and the geodesic if the training starts along it; it is then searched first. */
async function* learnedPoint(
  experiment: Experiment,
  { problem, before, resumed }: PointToLearn,
  state: StateStep,
): AsyncGenerator<RunStep, { readonly training: Trained; readonly path: Noted<GeodesicRecord | null> | null }> {
  let path = resumed.path ?? null;
  if (startsAlongGeodesic(experiment) && path === null) {
    const journal = searchJournal(resumed.searching);
    path = yield* mappedSteps(geodesicSearch(experiment, problem, before, journal), ({ message }) =>
      state('geodesic', message, 0, UNMEASURED, { searching: journal.store.entries }),
    );
    yield state('geodesic', 'finished', 1, UNMEASURED, { path });
  }
  const found = path === null ? {} : { path };
  yield state('training', 'beginning', 0, UNMEASURED, null);
  if (resumed.trained !== undefined) return { training: resumed.trained.training, path };
  const steps = train(alongGeodesic(problem, path?.value ?? null), experiment.training, { ...resumed.journal });
  const training = yield* mappedSteps(steps, ({ row, network, progress, checkpoint }) =>
    state('training', row.phase, progress, { row, network }, checkpoint && { journal: checkpoint, ...found }),
  );
  yield state('training', 'finished', 1, UNMEASURED, { trained: { training, stages: {} }, ...found });
  return { training, path };
}

/** The points of a curve, with the geodesic of each also followed from the next state, where that is shorter. */
async function* withGeodesicsFromAfter(
  experiment: Experiment,
  context: RunContext,
  found: readonly RunPoint[],
  known: readonly Part[] | null,
  { warmStart, followed = found.length - 1, ...left }: Pick<RunCheckpoint, 'warmStart' | 'followed' | 'searching'>,
): AsyncGenerator<RunStep, readonly RunPoint[]> {
  const { times, at } = statesOf(experiment, context);
  const points = [...found];
  let plan = known;
  let { searching } = left; // of the first that is followed
  for (let point = followed - 1; point >= 0; point--) {
    const [here, after] = [points[point]!, points[point + 1]!];
    if (here.geodesic === null || after.geodesic === null) continue;
    const target = at(times[point]!);
    const { network, metric } = modelOf(experiment, target, context);
    plan ??= planOf(experiment, points.length, network);
    const place = { plan, part: followingPart(point, points.length) };
    const state = (message: string, progress: number, more: Partial<RunCheckpoint>): RunStep => {
      const now = { ...place, progress };
      const head = { point, points: points.length, stage: 'geodesic', message, ...UNMEASURED } as const;
      const checkpoint = { points: [...points], warmStart, journal: emptyJournal(), ...more };
      return { ...head, place: now, fraction: shareDone(now), checkpoint };
    };
    const trained = { network: here.training.network, theta: Float64Array.from(here.training.theta) };
    const journal = searchJournal(searching);
    searching = {};
    const ends = [here.geodesic, after.geodesic] as const;
    const search = followedGeodesic(experiment, { network, target, metric }, trained, ...ends, journal);
    const geodesic = yield* mappedSteps(search, ({ message }) =>
      state(message, 0, { followed: point + 1, searching: journal.store.entries }),
    );
    points[point] = { ...here, geodesic };
    yield state('followed from the next state', 1, { followed: point });
  }
  return points;
}

/** The states of the experiment: its curve, or its one target at a nominal time. */
function statesOf({ target, curve }: Experiment, context: RunContext): Pick<StateCurve, 'times' | 'at'> {
  if (curve !== undefined) {
    const { times, at } = underKey('curve', () => built<StateCurve>(CURVES, curve, context));
    return { times, at: (time) => underKey('curve', () => at(time)) };
  }
  const state = underKey('target', () => built<TargetState>(DATASETS, target!, context));
  return { times: [0], at: () => state };
}

/** What a key of the experiment stands for. @throws {DomainError} with that key, where a mistake is found only in building it */
function underKey<Value>(key: string, build: () => Value): Value {
  try {
    return build();
  } catch (error) {
    if (!(error instanceof DomainError || error instanceof ShapeError)) throw error;
    const isKeyed = (line: string): boolean => line.startsWith(`${key}.`) || line.startsWith(`${key}:`);
    const lines = error.message.split('\n').map((line) => (isKeyed(line) ? line : `${key}: ${line}`));
    throw new DomainError(lines.join('\n'));
  }
}

/** @throws {DomainError} the experiment costs more than a run may, see `priceIssues` */
function checkPrice(experiment: Experiment, { dimensions }: TargetState): void {
  const issues = priceIssues(experiment, dimensions);
  if (issues.length === 0) return;
  throw new DomainError(
    issues.map(({ path, expected, received }) => `${path}: ${expected} required, got ${received}`).join('\n'),
  );
}

/** The network to train for a target, on the experiment's metric, and where the model would have it start. */
function modelOf(experiment: Experiment, target: TargetState, { read }: RunContext) {
  const { dimensions } = target;
  const metric = underKey('metric.lattice', () => metricOfSpec(experiment.metric, dimensions.length));
  const array: ModelContext['array'] = (path, key) => arrayOfFile(read(path), path, key);
  const context: ModelContext = { dimensions, metric, target, read, array };
  const network = underKey('model', () => built<GenerativeNetwork>(MODELS, experiment.model, context));
  const begun = withReference(withInput(network, target), target, experiment.reference);
  return { metric, network: begun, start: startOf(experiment.model, context) };
}
