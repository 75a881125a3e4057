/** @file A run from its first to its last step: progress shown, checkpoints written, interruptions obeyed. */

import { duration } from '../src/drawing/number-format.ts';
import { createEngine, useEngine } from '../src/engine/engine.ts';
import type { RunRecord } from '../src/record/run-record.ts';
import type { StudyRecord } from '../src/record/study-record.ts';
import { type BackendReport, initBackend } from '../src/tensorflow/backend.ts';
import { type Recorder, workOf } from '../train/run/work.ts';
import { settingsOf } from './environment.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { contextOf } from './experiment-file.ts';
import { packageVersion } from './package-root.ts';
import { startProgress } from './progress.ts';
import { recordPath, reportPath, type SavedRun } from './run-folder.ts';
import { type Disk, realDisk, runStore } from './run-store.ts';
import { summaryOf } from './summary.ts';
import type { Terminal } from './terminal.ts';

/** Seconds between two checkpoints on disk, and between two looks at the keyboard. */
const [SAVE_EVERY, LISTEN_EVERY] = [2, 0.05];

/** A run to be carried out. */
export interface Job extends Omit<SavedRun, 'schema'> {
  readonly out: string;
}

/** Makes the engine, chooses the backend, and says which ones they are, and why not the others. */
export async function chooseBackend(prefer: string | undefined, terminal: Terminal): Promise<BackendReport> {
  const { backend, threads, memory } = settingsOf(terminal.environment);
  const engine = createEngine({ threads, memory });
  useEngine(engine);
  const report = await initBackend({ prefer: prefer ?? backend });
  const skipped = report.skipped.map(({ name, reason }) => `\n  not ${name}: ${reason}`).join('');
  terminal.err(`backend: ${report.name} (TensorFlow.js ${report.version})${skipped}\nengine: ${engine.description}\n`);
  return report;
}

/**
 * Carries out a run in its folder.
 *
 * @returns 0 if every state reached its target infidelity (every check of a study was passed), 1 if not or if the folder
 *          could not be written to at the end, 130 if interrupted
 * @throws {DomainError | ShapeError} parts of the experiment do not fit each other; nothing was written
 */
export async function execute(
  job: Job,
  backend: BackendReport,
  terminal: Terminal,
  disk: Disk = realDisk,
): Promise<ExitCode> {
  const start = terminal.seconds();
  const spent = (): number => job.seconds + terminal.seconds() - start;
  const progress = startProgress(terminal);
  let interrupted = false;
  const stopListening = terminal.onInterrupt(() => {
    if (interrupted) process.exit(EXIT.interrupted); // asked twice: the last checkpoint on disk must do
    interrupted = true;
    terminal.err('\nstopping after this step …\n');
  });
  const store = runStore(
    job.out,
    job.checkpoint === null ? null : job.seconds,
    (text) => {
      progress.end();
      terminal.err(text);
    },
    disk,
  );
  let { checkpoint, inputs } = job;
  let [savedAt, heardAt] = [-Infinity, start];
  const save = (): boolean => {
    const { experiment, folder, startedAt } = job;
    const head = { experiment, folder, backend: backend.name, startedAt, seconds: spent() };
    const isKept = store.keep({ ...head, inputs, checkpoint });
    savedAt = terminal.seconds();
    return isKept;
  };
  try {
    const steps = workOf(job.experiment, contextOf(job.folder), job);
    for (;;) {
      const step = await steps.next();
      if (step.done) {
        const record = recordOf(job, backend, step.value, spent());
        const folder = await store.finish(record);
        progress.end();
        return folder === null ? EXIT.failed : told(record, folder, job.out, terminal);
      }
      checkpoint = step.value.checkpoint ?? checkpoint;
      inputs = step.value.inputs;
      if (terminal.seconds() - savedAt > SAVE_EVERY) save();
      progress.show(step.value.moment);
      if (terminal.seconds() - heardAt > LISTEN_EVERY) {
        await new Promise((heard) => setImmediate(heard)); // signals arrive only when the event loop turns
        heardAt = terminal.seconds();
      }
      if (!interrupted) continue;
      await steps.return(undefined as never);
      const isKept = save();
      progress.end();
      const advice = isKept ? `to go on: bulkweave resume ${job.out}` : store.kept();
      terminal.err(`interrupted after ${duration(spent())}; ${advice}\n`);
      return EXIT.interrupted;
    }
  } catch (error) {
    progress.end();
    throw error;
  } finally {
    stopListening();
  }
}

function recordOf(job: Job, { name, version }: BackendReport, recorded: Recorder, seconds: number) {
  const { experiment, startedAt } = job;
  const versions = { bulkweave: packageVersion(), node: process.versions.node, 'TensorFlow.js': version };
  return recorded({ versions, backend: name, startedAt, seconds, experiment });
}

/** Says what was found and where it is. */
function told(record: RunRecord | StudyRecord, folder: string, out: string, terminal: Terminal): ExitCode {
  const { text, reached } = summaryOf(record);
  terminal.out(`${text}record  ${recordPath(folder)}\nreport  ${reportPath(folder)}\n`);
  terminal.err(`finished in ${duration(record.seconds)}\n`);
  return reached && folder === out ? EXIT.success : EXIT.failed;
}
