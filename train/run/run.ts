/**
 * @file The main job, whole: ρ → TN(ρ) → Geo(TN(ρ)). A target, or each state of a curve in turn, is learned by a
 * generative network; the network is set against the geodesic on the same metric and read as a geometry.
 */

import { CURVES, DATASETS } from '../../datasets/index.ts';
import { MODELS } from '../../models/index.ts';
import { built } from '../../src/catalogue.ts';
import type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
import type { StateCurve, TargetState } from '../../src/generative/target-state.ts';
import type { HistoryRow, RunPoint } from '../../src/record/run-record.ts';
import { withInput } from '../input.ts';
import { metricOfSpec } from '../metric-spec.ts';
import { emptyJournal, type Journal } from '../phase.ts';
import { train } from '../train.ts';
import type { Experiment } from './experiment.ts';
import { followedGeodesic, geodesicStage } from './geodesic-stage.ts';
import { bulkStage, fisherStage, gravityStage, pictureStage, shapeStage, trainingRecord } from './stages.ts';

/** What a run needs from outside. */
export interface RunContext {
  /** The bytes of a file named in the experiment. */
  readonly read: (path: string) => Uint8Array;
}

/** A run so far, as plain data: the points that are finished and the journal of the one in training. */
export interface RunCheckpoint {
  readonly points: readonly RunPoint[];
  readonly warmStart: Float64Array | null;
  readonly journal: Journal;
}

/** One step of a run. */
export interface RunStep {
  /** Which state of the curve, from 0, and how many there are. */
  readonly point: number;
  readonly points: number;
  readonly stage: 'training' | 'geodesic' | 'fisher' | 'bulk' | 'shape' | 'gravity';
  /** What is being done, in words. */
  readonly message: string;
  readonly row: HistoryRow | null;
  /** Estimate of the part of the run that is done, in [0, 1]. */
  readonly fraction: number;
  /** From here the run can be resumed; null on most steps. */
  readonly checkpoint: RunCheckpoint | null;
}

/** Part of a point's time that training is taken to need, for the estimate. */
const TRAINING_SHARE = 0.6;

/**
 * Runs an experiment, yielding after every step.
 *
 * @param from - where an earlier run stopped; the numbers end up the same as without the stop
 * @returns one point for each state
 * @throws {ShapeError | DomainError} the target, model and metric do not fit each other, or a file is wrong
 */
export async function* run(
  experiment: Experiment,
  context: RunContext,
  from: RunCheckpoint = { points: [], warmStart: null, journal: emptyJournal() },
): AsyncGenerator<RunStep, readonly RunPoint[]> {
  const { times, at } = statesOf(experiment, context);
  const points = [...from.points];
  let { warmStart } = from;
  for (let point = points.length; point < times.length; point++) {
    const journal = point === from.points.length ? { ...from.journal } : emptyJournal();
    const state = (
      stage: RunStep['stage'],
      message: string,
      done: number,
      row: HistoryRow | null = null,
      checkpoint: RunCheckpoint | null = null,
    ): RunStep => {
      const fraction = (point + done) / times.length;
      return { point, points: times.length, stage, message, row, fraction, checkpoint };
    };
    const target = at(times[point]!);
    const { network, metric } = modelOf(experiment, target, context);
    const problem = { network, target, metric, seed: experiment.seed, ...(warmStart && { warmStart }) };

    const training = train(problem, experiment.training, journal);
    let step = await training.next();
    while (!step.done) {
      const { row, progress, checkpoint } = step.value;
      const saved = checkpoint && { points: [...points], warmStart, journal: checkpoint };
      yield state('training', row.phase, TRAINING_SHARE * progress, row, saved);
      step = await training.next();
    }
    const trained = step.value;

    const notes: string[] = [];
    const geodesics = geodesicStage(experiment, problem, trained, notes, points.at(-1)?.geodesic);
    let sweep = geodesics.next();
    while (!sweep.done) {
      const { message, progress } = sweep.value;
      yield state('geodesic', message, TRAINING_SHARE + (0.95 - TRAINING_SHARE) * progress);
      sweep = geodesics.next();
    }
    yield state('fisher', 'Fisher information', 0.95);
    const fisher = fisherStage(experiment, trained, notes);
    yield state('bulk', 'bulk geometry', 0.98);
    const bulk = bulkStage(experiment, trained, notes);
    yield state('shape', 'shape of boundary and bulk', 0.99);
    const shape = shapeStage(bulk, trained, sweep.value, notes);
    yield state('gravity', 'response of the geometry', 0.995);
    const gravity = gravityStage(experiment, trained, notes);

    const { name, kind, dimensions } = target;
    points.push({
      time: experiment.curve === undefined ? null : times[point]!,
      target: { name, kind, dimensions },
      training: trainingRecord(trained),
      geodesic: sweep.value,
      fisher,
      bulk,
      shape,
      gravity,
      picture: pictureStage(problem, trained),
      notes,
    });
    warmStart = trained.unpruned;
    const checkpoint = { points: [...points], warmStart, journal: emptyJournal() };
    yield state('bulk', `${name} finished`, 1, null, checkpoint);
  }
  return yield* withGeodesicsFromAfter(experiment, context, points);
}

/** The points of a curve with the geodesic of each followed also from the state after, where that is shorter. */
async function* withGeodesicsFromAfter(
  experiment: Experiment,
  context: RunContext,
  found: readonly RunPoint[],
): AsyncGenerator<RunStep, readonly RunPoint[]> {
  const { times, at } = statesOf(experiment, context);
  const points = [...found];
  for (let point = points.length - 2; point >= 0; point--) {
    const [here, after] = [points[point]!, points[point + 1]!];
    if (here.geodesic === null || after.geodesic === null) continue;
    const target = at(times[point]!);
    const { network, metric } = modelOf(experiment, target, context);
    const trained = { network: here.training.network, theta: Float64Array.from(here.training.theta) };
    const search = followedGeodesic(experiment, { network, target, metric }, trained, here.geodesic, after.geodesic);
    let step = search.next();
    while (!step.done) {
      const { message } = step.value;
      yield { point, points: points.length, stage: 'geodesic', message, row: null, fraction: 1, checkpoint: null };
      step = search.next();
    }
    points[point] = { ...here, geodesic: step.value };
  }
  return points;
}

/** The states of the experiment: its curve, or its one target at a nominal time. */
function statesOf({ target, curve }: Experiment, context: RunContext): Pick<StateCurve, 'times' | 'at'> {
  if (curve !== undefined) return built<StateCurve>(CURVES, curve, context);
  const state = built<TargetState>(DATASETS, target!, context);
  return { times: [0], at: () => state };
}

/** The network to train for a target, on the experiment's metric. */
function modelOf(experiment: Experiment, target: TargetState, { read }: RunContext) {
  const { dimensions } = target;
  const metric = metricOfSpec(experiment.metric, dimensions.length);
  const network = built<GenerativeNetwork>(MODELS, experiment.model, { dimensions, metric, read });
  return { metric, network: withInput(network, target) };
}
