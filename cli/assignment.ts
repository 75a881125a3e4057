/** @file Work in a thread beside the one that talks to the user: its assignment, its reports, and how it is ended. */

import type { EngineKind } from '../src/engine/engine-kind.ts';
import type { Engine } from '../src/engine/kernels.ts';
import type { InputFile, RunRecord } from '../src/record/run-record.ts';
import type { StudyRecord } from '../src/record/study-record.ts';
import type { BackendReport } from '../src/tensorflow/backend.ts';
import type { Experiment, StudyExperiment } from '../train/run/experiment.ts';
import type { Checkpoint, WorkStep } from '../train/run/work.ts';
import type { Explanation } from './exit-code.ts';

/** Everything that the work depends on; plain data, since it crosses to another thread. */
export interface Assignment {
  readonly experiment: Experiment | StudyExperiment;
  /** Folder to which the experiment's file names are relative. */
  readonly folder: string;
  /** Files by the names that the experiment has for them, in place of those on the disk. */
  readonly files?: Readonly<Record<string, Uint8Array>> | undefined;
  /** TensorFlow.js backend that is asked for, or 'auto'. */
  readonly backend: string;
  /** Kind of the engine, and its threads and MiB, if they are limited. */
  readonly engine: EngineKind | undefined;
  readonly threads: number | undefined;
  readonly memory: number | undefined;
  readonly startedAt: string;
  /** Seconds that were spent before an interruption. */
  readonly seconds: number;
  /** The files that were read before an interruption. */
  readonly inputs: readonly InputFile[] | undefined;
  readonly checkpoint: Checkpoint | null;
}

/** A report from the work. `found`, `stopped` and `failed` are the last. */
export type Report =
  | {
      readonly kind: 'equipped';
      readonly backend: BackendReport;
      readonly engine: Pick<Engine, 'name' | 'description'>;
    }
  | ({ readonly kind: 'step' } & Omit<WorkStep, 'measured'>)
  | { readonly kind: 'found'; readonly record: RunRecord | StudyRecord; readonly page: string }
  | { readonly kind: 'stopped'; readonly checkpoint: Checkpoint | null }
  | { readonly kind: 'failed'; readonly explanation: Explanation; readonly stack: string | undefined };

/** Work that is running. */
export interface RunningWork {
  /** Asks it to stop after its step. */
  readonly stop: () => void;
  /** Ends it at once, in the middle of a step. */
  readonly end: () => void;
}

/** Starts the work; `onReport` is called with each of its reports, but not before this returns. */
export type StartWork = (assignment: Assignment, onReport: (report: Report) => void) => RunningWork;
