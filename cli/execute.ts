/** @file A run from its first to its last step: progress shown, checkpoints written, interruptions obeyed. */

import { duration } from '../src/number-format.ts';
import type { Report, RunningWork } from './assignment.ts';
import { settingsOf } from './environment.ts';
import { EXIT, type ExitCode, explained, inFile } from './exit-code.ts';
import { ENDED } from './interruption.ts';
import { startProgress } from './progress.ts';
import { recordPath, reportPath, type SavedRun } from './run-folder.ts';
import { type Disk, realDisk, runStore } from './run-store.ts';
import type { Signal, Terminal } from './terminal.ts';

/**
 * Seconds between two checkpoints on disk (the first is written at once), between two looks at the clock, and before a
 * step is interrupted.
 */
const [SAVE_EVERY, LOOK_EVERY, PATIENCE] = [2, 0.1, 0.3];

/** A run to be carried out. */
export interface Job extends Omit<SavedRun, 'schema'> {
  readonly out: string;
  /** Where the experiment was read, for what is found wrong with it. */
  readonly source: string;
  /** Backend to be used in place of the one on which the run began. */
  readonly prefer?: string | undefined;
  /** Whether progress and end are lines of JSON on standard output; default false. */
  readonly asJson?: boolean | undefined;
  /** Files by the names that the experiment has for them, in place of those on the disk. */
  readonly files?: Readonly<Record<string, Uint8Array>> | undefined;
}

type LastWord = Extract<Report, { readonly kind: 'found' | 'stopped' | 'failed' }>;

/**
 * Carries out a run in its folder.
 *
 * The work is asked to stop at the first signal. If it does not answer, being in the middle of a long step, or at the
 * second signal, it is terminated; the last checkpoint that it has handed over is saved.
 *
 * @returns 0 if every state reached its target infidelity (every check of a study was passed), 1 if not or if the
 *   folder could not be written to at the end, 130 if interrupted, 143 if terminated, 129 if the terminal was closed
 * @throws parts of the experiment do not fit each other; nothing was written
 */
export async function execute(job: Job, terminal: Terminal, disk: Disk = realDisk): Promise<ExitCode> {
  const start = terminal.seconds();
  const spent = (): number => job.seconds + terminal.seconds() - start;
  const progress = startProgress(terminal, job.seconds, job.asJson);
  const looking = setInterval(progress.look, 1000 * LOOK_EVERY);
  const tell = (text: string): void => {
    progress.end();
    terminal.err(text);
  };
  const store = runStore(job.out, job.checkpoint === null ? null : job.seconds, tell, disk);
  let { backend, engine, checkpoint, inputs } = job;
  let savedAt = -Infinity;
  let isUnsaved = true;
  let isEquipped = false; // before that a file or the backend may turn out to be wrong, and nothing must be left behind
  const save = (): boolean => {
    const { experiment, folder, startedAt } = job;
    const isKept = store.keep({ experiment, folder, backend, engine, startedAt, seconds: spent(), inputs, checkpoint });
    savedAt = terminal.seconds();
    isUnsaved = !isKept;
    return isKept;
  };
  const handle = (report: Exclude<Report, LastWord>): void => {
    if (report.kind === 'equipped') {
      tell(equipment(report, job));
      backend = report.backend.name;
      engine = report.engine.name;
      isEquipped = true;
      return;
    }
    const isFirst = checkpoint === null && report.checkpoint !== null;
    checkpoint = report.checkpoint ?? checkpoint;
    isUnsaved ||= report.checkpoint !== null;
    inputs = report.inputs;
    if (isEquipped && isUnsaved && (isFirst || terminal.seconds() - savedAt > SAVE_EVERY)) save();
    progress.show(report.moment);
  };
  const work = begin(job, terminal, tell, handle, () => checkpoint);
  try {
    const last = await work.lastWord;
    work.stopListening(); // from here on a signal ends the process in the ordinary way
    progress.end();
    if (last.kind === 'failed') throw explained(inFile(job.source, last.explanation), last.stack);
    if (last.kind === 'found') {
      const folder = await store.finish(last.record, last.page);
      return folder === null ? EXIT.failed : await summarise(last.record, folder, job, terminal);
    }
    checkpoint = last.checkpoint;
    const advice = save() ? `to go on: bulkweave resume ${job.out}` : store.kept();
    terminal.err(`interrupted after ${duration(spent())}; ${advice}\n`);
    return ENDED[work.askedBy()!];
  } finally {
    progress.end();
    clearInterval(looking);
    work.end();
  }
}

/** Work under way. */
interface BegunWork {
  readonly lastWord: Promise<LastWord>;
  /** The signal by which it was asked to stop. */
  readonly askedBy: () => Signal | null;
  readonly stopListening: () => void;
  readonly end: () => void;
}

/**
 * Begins the work and listens for signals. It is asked to stop at the first; if it does not answer, or at the second,
 * its last word is that it stopped at the checkpoint in hand.
 */
function begin(
  job: Job,
  terminal: Terminal,
  tell: (text: string) => void,
  handle: (report: Exclude<Report, LastWord>) => void,
  inHand: () => Job['checkpoint'],
): BegunWork {
  let signal: Signal | null = null;
  let patience: NodeJS.Timeout | undefined;
  let stopListening = (): void => {};
  let work: RunningWork | undefined;
  const lastWord = new Promise<LastWord>((resolve, reject) => {
    const begun = terminal.startWork(assignmentOf(job, terminal), (report) => {
      try {
        if (isLast(report)) resolve(report);
        else handle(report);
      } catch (error) {
        reject(error);
      }
    });
    work = begun;
    const breakOff = (): void => resolve({ kind: 'stopped', checkpoint: inHand() });
    stopListening = terminal.onInterrupt((asked) => {
      if (signal !== null) return breakOff();
      signal = asked;
      tell('stopping after this step …\n');
      begun.stop();
      patience = setTimeout(breakOff, 1000 * PATIENCE);
    });
  });
  return {
    lastWord,
    askedBy: () => signal,
    stopListening: () => stopListening(),
    end: () => {
      clearTimeout(patience);
      stopListening();
      work?.end();
    },
  };
}

const isLast = (report: Report): report is LastWord => report.kind !== 'equipped' && report.kind !== 'step';

function assignmentOf(job: Job, { environment }: Terminal) {
  const { experiment, folder, files, startedAt, seconds, inputs, checkpoint } = job;
  const { engine, threads, memory } = settingsOf(environment);
  const backend = job.prefer ?? job.backend;
  return { experiment, folder, files, startedAt, seconds, inputs, checkpoint, backend, engine, threads, memory };
}

/** Which engine and backend compute, and why others do not. */
function equipment({ backend, engine }: Extract<Report, { kind: 'equipped' }>, job: Job): string {
  const { name, version, skipped } = backend;
  const reasons = skipped.map((other) => `\n  not ${other.name}: ${other.reason}`).join('');
  const before = [job.seconds > 0 && job.backend !== 'auto' ? job.backend : name, job.engine ?? engine.name];
  const warnings = [name, engine.name].map((now, k) =>
    before[k] === now ? '' : `the run began on ${before[k]}; on ${now} the last digits may differ\n`,
  );
  return `backend: ${name} (TensorFlow.js ${version})${reasons}\nengine: ${engine.description}\n${warnings.join('')}`;
}

/** Prints what was found and where it is stored. */
async function summarise(
  record: Extract<Report, { kind: 'found' }>['record'],
  folder: string,
  { out, asJson }: Job,
  terminal: Terminal,
): Promise<ExitCode> {
  const { summaryOf } = await import('./summary.ts');
  const { text, reached } = summaryOf(record);
  const { seconds } = record;
  if (asJson) terminal.out(`${JSON.stringify({ finished: { folder, reached, seconds, summary: text.trimEnd() } })}\n`);
  else terminal.out(`${text}record  ${recordPath(folder)}\nreport  ${reportPath(folder)}\n`);
  terminal.err(`finished in ${duration(seconds)}\n`);
  return reached && folder === out ? EXIT.success : EXIT.failed;
}
