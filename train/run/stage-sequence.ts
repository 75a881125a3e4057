/** @file The stages after training in sequence; finished stages are recorded, so that a run can be resumed. */

import type { Noted } from '../../src/noted.ts';
import type { GeodesicRecord, RunPoint } from '../../src/record/run-record.ts';
import type { Problem } from '../loss.ts';
import type { Trained } from '../train.ts';
import type { Experiment } from './experiment.ts';
import { geodesicStage, withLearned } from './geodesic-stage.ts';
import type { STAGES } from './plan.ts';
import { bulkStage, fisherStage, gravityStage, type StageStep, shapeStage } from './stages.ts';

/** The stages after training. */
export type Stage = Exclude<(typeof STAGES)[number], 'target' | 'training'>;

/** What the stages find: each the field of the record that has its name. */
export type StageFindings = Required<Pick<RunPoint, Stage>>;

/** The results of the finished stages: plain data. */
export type FinishedStages = { readonly [Name in Stage]?: Noted<StageFindings[Name]> };

/** One step of the stages. */
export interface SequenceStep {
  readonly stage: Stage;
  readonly message: string;
  /** The stages that are finished, after each of them; else null. */
  readonly finished: FinishedStages | null;
}

/**
 * The geodesic, the Fisher information and the geometry of a trained network, yielding after every step.
 *
 * @param before - the geodesic to the previous state of a curve: a further start
 * @param path - the geodesic, where the training started along it
 * @param from - the stages that an earlier run had finished
 */
export function* stageSequence(
  experiment: Experiment,
  problem: Problem,
  trained: Trained,
  { before, path }: { readonly before: GeodesicRecord | null; readonly path: Noted<GeodesicRecord | null> | null },
  from: FinishedStages,
): Generator<SequenceStep, StageFindings & { readonly notes: readonly string[] }> {
  let finished = from;
  const notes: string[] = [];

  function* stage<Name extends Stage>(
    name: Name,
    message: string,
    work: () => Noted<StageFindings[Name]> | Generator<StageStep, Noted<StageFindings[Name]>>,
  ): Generator<SequenceStep, StageFindings[Name]> {
    let found: Noted<StageFindings[Name]> | undefined = finished[name];
    if (found === undefined) {
      yield { stage: name, message, finished: null };
      const begun = work();
      found = 'next' in begun ? yield* steps(name, begun) : begun;
      finished = { ...finished, [name]: found };
      yield { stage: name, message: `${message}: finished`, finished };
    }
    notes.push(...found.notes);
    return found.value;
  }

  const geodesic = yield* stage('geodesic', 'geodesic', () => {
    if (path === null) return geodesicStage(experiment, problem, trained, before);
    return { ...path, value: path.value && withLearned(path.value, problem, trained) };
  });
  const fisher = yield* stage('fisher', 'Fisher information', () => fisherStage(experiment, trained));
  const bulk = yield* stage('bulk', 'bulk geometry', () => bulkStage(experiment, problem, trained));
  const shape = yield* stage('shape', 'shape of boundary and bulk', () => shapeStage(bulk, trained, geodesic));
  const gravity = yield* stage('gravity', 'response of the geometry', () => gravityStage(experiment, trained));
  return { geodesic, fisher, bulk, shape, gravity, notes };
}

function* steps<Value>(stage: Stage, work: Generator<StageStep, Value>): Generator<SequenceStep, Value> {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    yield { stage, message: next.value.message, finished: null };
  }
}
