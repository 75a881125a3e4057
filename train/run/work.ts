/** @file Experiments of every kind as one kind of work: steps to be shown and saved, and a record at the end. */

import { infidelityText } from '../../src/drawing/number-format.ts';
import { RECORD_SCHEMA, type RecordHead, type RunRecord } from '../../src/record/run-record.ts';
import { STUDY_SCHEMA, type StudyRecord } from '../../src/record/study-record.ts';
import type { StudyCheckpoint } from '../study.ts';
import { type Experiment, isStudy, type StudyExperiment } from './experiment.ts';
import { type RunCheckpoint, type RunContext, type RunStep, run } from './run.ts';
import { runStudy } from './run-study.ts';
import { overTimeStage } from './stages.ts';

/** Where work can be taken up again. */
export type Checkpoint = RunCheckpoint | StudyCheckpoint;

/** What is known of a run at a moment. */
export interface Moment {
  /** Part that is done, in [0, 1]. */
  readonly fraction: number;
  /** What is being done, in words. */
  readonly message: string;
  /** Beginning of a new line of a log: another state or stage. */
  readonly chapter: string;
}

/** One step of the work. */
export interface WorkStep {
  readonly moment: Moment;
  readonly checkpoint: Checkpoint | null;
}

/** What was found, once it is known how long it took. */
export type Recorder = (head: RecordHead) => RunRecord | StudyRecord;

/**
 * The work that an experiment asks for.
 *
 * @param from - its own checkpoint, if it is taken up again
 */
export function workOf(
  experiment: Experiment | StudyExperiment,
  context: RunContext,
  from: Checkpoint | null,
): AsyncGenerator<WorkStep, Recorder> {
  return isStudy(experiment)
    ? studying(experiment, context, (from as StudyCheckpoint | null) ?? undefined)
    : training(experiment, context, (from as RunCheckpoint | null) ?? undefined);
}

async function* training(
  experiment: Experiment,
  context: RunContext,
  from: RunCheckpoint | undefined,
): AsyncGenerator<WorkStep, Recorder> {
  const steps = run(experiment, context, from);
  let step = await steps.next();
  while (!step.done) {
    yield { moment: momentOf(step.value), checkpoint: step.value.checkpoint };
    step = await steps.next();
  }
  const points = step.value;
  const overTime = overTimeStage(experiment, points, context);
  return (head) => ({ schema: RECORD_SCHEMA, ...head, points, overTime });
}

async function* studying(
  experiment: StudyExperiment,
  context: RunContext,
  from: StudyCheckpoint | undefined,
): AsyncGenerator<WorkStep, Recorder> {
  const steps = runStudy(experiment, context, from);
  let step = await steps.next();
  while (!step.done) {
    const { message, fraction, checkpoint } = step.value;
    yield { moment: { message, fraction, chapter: experiment.study.name }, checkpoint };
    step = await steps.next();
  }
  const findings = step.value;
  return (head) => ({ schema: STUDY_SCHEMA, ...head, findings });
}

function momentOf({ fraction, message, stage, point, points, row }: RunStep): Moment {
  const chapter = points > 1 ? `state ${point + 1} of ${points}, ${stage}` : stage;
  const infidelity = row === null ? '' : `, infidelity ${infidelityText(row.infidelity, 2)}`;
  return { fraction, chapter, message: `${message}${infidelity}` };
}
