/** @file The stages after training in sequence; finished stages are recorded, so that a run can be resumed. */

import type { Noted } from '../../src/noted.ts';
import type { GeodesicRecord, RunPoint } from '../../src/record/run-record.ts';
import { type SearchEntries, searchJournal } from '../../src/search-journal.ts';
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
  /** What the search for the geodesic has found so far, where it has come further; else null. */
  readonly searching: SearchEntries | null;
}

/** What an earlier run has left of the stages: those that were finished, and of the search for the geodesic. */
export interface LeftOfStages {
  readonly finished: FinishedStages;
  readonly searching: SearchEntries | undefined;
}

/**
 * The geodesic, the Fisher information and the geometry of a trained network, yielding after every step.
 *
 * @param before - the geodesic to the previous state of a curve: a further start
 * @param path - the geodesic, where the training started along it
 * @param left - what an earlier run had found
 */
export function* stageSequence(
  experiment: Experiment,
  problem: Problem,
  trained: Trained,
  { before, path }: { readonly before: GeodesicRecord | null; readonly path: Noted<GeodesicRecord | null> | null },
  left: LeftOfStages,
): Generator<SequenceStep, StageFindings & { readonly notes: readonly string[] }> {
  let { finished } = left;
  const journal = searchJournal(left.searching);
  const notes: string[] = [];

  function* stage<Name extends Stage>(
    name: Name,
    message: string,
    work: () => Noted<StageFindings[Name]> | Generator<StageStep, Noted<StageFindings[Name]>>,
  ): Generator<SequenceStep, StageFindings[Name]> {
    let found: Noted<StageFindings[Name]> | undefined = finished[name];
    if (found === undefined) {
      yield { stage: name, message, finished: null, searching: null };
      const begun = work();
      found = 'next' in begun ? yield* steps(name, begun) : begun;
      finished = { ...finished, [name]: found };
      yield { stage: name, message: `${message}: finished`, finished, searching: null };
    }
    notes.push(...found.notes);
    return found.value;
  }

  function* steps<Value>(name: Stage, work: Generator<StageStep, Value>): Generator<SequenceStep, Value> {
    let told = journal.store.entries;
    for (;;) {
      const next = work.next();
      if (next.done) return next.value;
      const { entries } = journal.store;
      yield { stage: name, message: next.value.message, finished: null, searching: entries === told ? null : entries };
      told = entries;
    }
  }

  const geodesic = yield* stage('geodesic', 'geodesic', () => {
    if (path === null) return geodesicStage(experiment, problem, trained, before, journal);
    return { ...path, value: path.value && withLearned(path.value, problem, trained) };
  });
  const fisher = yield* stage('fisher', 'Fisher information', () => fisherStage(experiment, trained));
  const bulk = yield* stage('bulk', 'bulk geometry', () => bulkStage(experiment, problem, trained));
  const shape = yield* stage('shape', 'shape of boundary and bulk', () => shapeStage(bulk, trained, geodesic));
  const gravity = yield* stage('gravity', 'response of the geometry', () => gravityStage(experiment, trained));
  return { geodesic, fisher, bulk, shape, gravity, notes };
}
