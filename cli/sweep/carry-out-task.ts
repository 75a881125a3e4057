/** @file One task in its folder, from where an earlier process left it to its record or answer. */

import { existsSync, rmSync } from 'node:fs';
import { DomainError } from '../../src/errors.ts';
import { sha256 } from '../../src/sha-256.ts';
import { issuesLines } from '../../train/compute/compute.ts';
import { parseExperiment } from '../../train/run/experiment.ts';
import type { TaskContent } from '../../train/sweep/expand.ts';
import { writeAtomically } from '../atomic-file.ts';
import { execute, type Job } from '../execute.ts';
import { EXIT, explain, explained } from '../exit-code.ts';
import { type FilesInMemory, readingFrom } from '../reading.ts';
import { forgetRequest } from '../request-checkpoint.ts';
import { checkpointPath, loadCheckpoint, recordPath } from '../run-folder.ts';
import type { Terminal } from '../terminal.ts';
import type { RequestReport } from './answer-request.ts';
import { answerPath, failurePath, type StoredTask } from './sweep-folder.ts';
import type { TaskRunner } from './task-runner.ts';
import type { Session } from './task-state.ts';

/** How a task ended, and in words why, where it failed or was left. */
export interface Outcome {
  readonly ended: Session['ended'];
  readonly message?: string;
  /** Seconds in the thread that computes. */
  readonly workSeconds?: number | null;
  /** Writes the result, where that is left to the caller, who may begin another task before. */
  readonly write?: () => void;
}

/** Milliseconds before a request that does not stop is broken off. */
const PATIENCE = 300;

/**
 * Carries out a task in its folder, or goes on with it from its checkpoint. What goes wrong is written to failure.json.
 *
 * @param files - in place of those on the disk
 */
export async function carryOutTask(
  load: () => StoredTask,
  own: string,
  runner: TaskRunner,
  terminal: Terminal,
  files?: FilesInMemory,
): Promise<Outcome> {
  try {
    const task = load();
    const inMemory = files ?? checkedFiles(task);
    return task.content.kind === 'experiment'
      ? await ranExperiment(task, task.content, own, runner, terminal, inMemory)
      : await answeredRequest(task, task.content, own, runner, terminal, inMemory);
  } catch (error) {
    const { message, code } = explain(error);
    writeAtomically(failurePath(own), JSON.stringify({ message, code }));
    return { ended: 'failed', message };
  }
}

/**
 * The files that a task names.
 *
 * @throws {DomainError} one is missing, or was changed since the sweep was made
 */
function checkedFiles({ files, folder }: StoredTask): FilesInMemory {
  const { read } = readingFrom(folder);
  return Object.fromEntries(
    Object.entries(files).map(([path, expected]) => {
      const bytes = read(path);
      if (sha256(bytes) === expected) return [path, bytes];
      throw new DomainError(
        `${path}: the contents with which the sweep began required, got others: 'bulkweave sweep' with its file takes the new ones`,
      );
    }),
  );
}

async function ranExperiment(
  task: StoredTask,
  { experiment }: Extract<TaskContent, { readonly kind: 'experiment' }>,
  own: string,
  runner: TaskRunner,
  terminal: Terminal,
  files: FilesInMemory,
): Promise<Outcome> {
  const parsed = parseExperiment(experiment);
  if ('issues' in parsed) throw new DomainError(issuesLines(parsed.issues));
  const begun: Omit<Job, 'out' | 'source' | 'folder'> = {
    ...{ experiment: parsed.experiment, backend: task.backend, inputs: [] },
    ...{ startedAt: new Date().toISOString(), seconds: 0, checkpoint: null },
  };
  const job: Job = { ...(earlier(own) ?? begun), folder: task.folder, files, out: own, source: task.name };
  let said = '';
  const silent: Terminal = {
    ...terminal,
    startWork: runner.startWork,
    isTerminal: false,
    out: () => {},
    err: (text) => {
      said = text;
    },
  };
  const code = await execute(job, silent);
  const workSeconds = runner.spent();
  if (code === EXIT.success) return { ended: 'finished', workSeconds };
  if (code !== EXIT.failed) return { ended: 'stopped', workSeconds, message: said.trim() };
  if (existsSync(recordPath(own))) return { ended: 'missed', workSeconds };
  throw explained({ message: said.trim(), code: EXIT.failed }, undefined);
}

/** What an earlier process has left; null if nothing of use, and the task is begun again. */
function earlier(own: string) {
  if (!existsSync(checkpointPath(own))) return null;
  try {
    const { schema: _, ...saved } = loadCheckpoint(own);
    return saved;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    rmSync(checkpointPath(own), { force: true });
    return null;
  }
}

function answeredRequest(
  task: StoredTask,
  { request }: Extract<TaskContent, { readonly kind: 'compute' }>,
  own: string,
  runner: TaskRunner,
  terminal: Terminal,
  files: FilesInMemory,
): Promise<Outcome> {
  return new Promise<Outcome>((resolve, reject) => {
    let patience: NodeJS.Timeout | undefined;
    const onReport = (report: RequestReport): void => {
      if (report.kind === 'message') return;
      leave();
      if (report.kind === 'stopped') resolve({ ended: 'stopped' });
      else if (report.kind === 'failed') reject(explained(report.explanation, report.stack));
      else {
        const write = (): void => {
          writeAtomically(answerPath(own), report.text);
          forgetRequest(checkpointPath(own));
        };
        resolve({ ended: 'finished', workSeconds: runner.spent(), write });
      }
    };
    const work = runner.startRequest(
      { request, folder: task.folder, files, checkpoint: checkpointPath(own) },
      onReport,
    );
    const stopListening = terminal.onInterrupt(() => {
      work.stop();
      patience ??= setTimeout(() => {
        leave();
        work.end();
        resolve({ ended: 'stopped' });
      }, PATIENCE);
    });
    const leave = (): void => {
      clearTimeout(patience);
      stopListening();
    };
  });
}
