/** @file Experiments of every kind as one kind of work: steps that can be shown and saved, and a record at the end. */

import type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
import type { NetworkPoint } from '../../src/network-point.ts';
import { infidelityText } from '../../src/number-format.ts';
import {
  type HistoryRow,
  type InputFile,
  RECORD_SCHEMA,
  type RecordHead,
  type RunRecord,
} from '../../src/record/run-record.ts';
import { STUDY_SCHEMA, type StudyRecord } from '../../src/record/study-record.ts';
import type { StudyCheckpoint, StudyStep } from '../study.ts';
import { type Experiment, isStudy, type StudyExperiment } from './experiment.ts';
import { checkInputs, type InputReader, inputReader } from './inputs.ts';
import { mappedSteps } from './mapped-steps.ts';
import { type RunCheckpoint, type RunContext, type RunStep, run } from './run.ts';
import { runStudy } from './run-study.ts';
import { overTimeStage } from './stages.ts';
import type { Part, Place } from './time-left.ts';

/** A point from which work can be resumed. */
export type Checkpoint = RunCheckpoint | StudyCheckpoint;

/** The state of a run at a moment. */
export interface Moment {
  /** The stage of a run; 'study' in a study. */
  readonly stage: RunStep['stage'] | 'study' | 'report';
  /** Where the work stands in its plan; null before there is one. */
  readonly place: Place | null;
  /** What is being done, in words. */
  readonly message: string;
  /** Heading of a line in a log; a new one marks another state or stage. */
  readonly chapter: string;
}

/** A line of the training curve, and the network of which it was measured. */
export interface Measured {
  readonly row: HistoryRow;
  readonly network: NetworkPoint<GenerativeNetwork>;
}

/** One step of the work. */
export interface WorkStep {
  readonly moment: Moment;
  readonly checkpoint: Checkpoint | null;
  /** The line of the training curve, and the network at it; null outside of a training. */
  readonly measured: Measured | null;
  /** The files that were read so far. */
  readonly inputs: readonly InputFile[];
}

/** What an earlier run has left: the files that it had read, and its checkpoint, if it reached one. */
export interface Earlier {
  readonly inputs?: readonly InputFile[] | undefined;
  readonly checkpoint: Checkpoint | null;
}

/** The results, once it is known how long they took. */
export type Recorder = (head: Omit<RecordHead, 'inputs'>) => RunRecord | StudyRecord;

/**
 * The work that an experiment asks for.
 *
 * @param from - what an earlier run has left, if it is resumed or repeated
 * @throws {DomainError} a file that the earlier run had read is missing or was changed
 */
export function workOf(
  experiment: Experiment | StudyExperiment,
  context: RunContext,
  { inputs = [], checkpoint }: Earlier = { checkpoint: null },
): AsyncGenerator<WorkStep, Recorder> {
  const reader = inputReader(context, inputs);
  checkInputs(reader, inputs);
  return isStudy(experiment)
    ? studying(experiment, reader, (checkpoint as StudyCheckpoint | null) ?? undefined)
    : training(experiment, reader, (checkpoint as RunCheckpoint | null) ?? undefined);
}

async function* training(
  experiment: Experiment,
  context: InputReader,
  from: RunCheckpoint | undefined,
): AsyncGenerator<WorkStep, Recorder> {
  const report = reportAdded();
  const points = yield* mappedSteps(run(experiment, context, from), (step) => ({
    moment: momentOf(step, step.place && report.after(step.place)),
    checkpoint: step.checkpoint,
    measured: step.row && step.network && { row: step.row, network: step.network },
    inputs: context.inputs(),
  }));
  yield { moment: report.moment(), checkpoint: null, measured: null, inputs: context.inputs() };
  const overTime = overTimeStage(experiment, points, context);
  return (head) => ({ schema: RECORD_SCHEMA, ...head, ...inputsOf(context), points, overTime });
}

async function* studying(
  experiment: StudyExperiment,
  context: InputReader,
  from: StudyCheckpoint | undefined,
): AsyncGenerator<WorkStep, Recorder> {
  const steps = runStudy(experiment, context, from);
  const report = reportAdded();
  const placeOf = studyPlaces();
  const findings = yield* mappedSteps(steps, ({ message, checkpoint, ...step }) => ({
    moment: { stage: 'study' as const, message, place: report.after(placeOf(step)), chapter: experiment.study.name },
    checkpoint,
    measured: null,
    inputs: context.inputs(),
  }));
  yield { moment: report.moment(), checkpoint: null, measured: null, inputs: context.inputs() };
  return (head) => ({ schema: STUDY_SCHEMA, ...head, ...inputsOf(context), findings });
}

/** The part of a record that names the files that were read; empty if there were none. */
function inputsOf(reader: InputReader): Pick<RecordHead, 'inputs'> {
  const inputs = reader.inputs();
  return inputs.length === 0 ? {} : { inputs };
}

/** The last part of all work: the record as a page. */
const REPORT: Part = { kind: 'report', cost: 0.5 };

/** Appends the report to the plans of other work; identical plans stay identical. */
function reportAdded() {
  let [plan, whole]: readonly (readonly Part[])[] = [[], [REPORT]];
  const after = (place: Place): Place => {
    if (place.plan !== plan) [plan, whole] = [place.plan, [...place.plan, REPORT]];
    return { ...place, plan: whole! };
  };
  const moment = (): Moment => {
    const place = { plan: whole!, part: whole!.length - 1, progress: 0 };
    return { stage: 'report', message: 'drawing it', place, chapter: 'report' };
  };
  return { after, moment };
}

/** Expected seconds of a study, before anything is measured. */
const STUDY_COST = 60;

/** Places of the steps of a study, whose plan is known only in part: the parts so far, and the rest as one part. */
function studyPlaces(): (step: Pick<StudyStep, 'span' | 'progress'>) => Place {
  const parts: Part[] = [];
  let plan: readonly Part[] = [];
  let end = 0;
  return ({ span: [from, until], progress }) => {
    const partOf = (share: number): Part => ({ kind: 'part', cost: STUDY_COST * share });
    if (until !== end || parts.length === 0) {
      parts.push(partOf(until - from));
      plan = [...parts, partOf(1 - until)];
      end = until;
    }
    return { plan, part: parts.length - 1, progress };
  };
}

function momentOf({ message, stage, point, points, row }: RunStep, place: Place | null): Moment {
  const chapter = points > 1 && place !== null ? `state ${point + 1} of ${points}, ${stage}` : stage;
  const infidelity = row === null ? '' : `, infidelity ${infidelityText(row.infidelity, 2)}`;
  return { stage, place, chapter, message: `${message}${infidelity}` };
}
