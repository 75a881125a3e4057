/** @file A thread for the work, so that this one hears the user also while the work is in the middle of a long step. */

import { SHARE_ENV, Worker } from 'node:worker_threads';
import { explain } from './exit-code.ts';
import type { Report, StartLabour } from './labour.ts';
import type { WorkerData } from './worker.ts';

/**
 * Starts the work in a thread of its own. The environment is shared, because a native backend reads the variables of
 * the process.
 */
export const startWorkThread: StartLabour = (assignment, hear) => {
  const stopped = new Int32Array(new SharedArrayBuffer(4));
  const workerData: WorkerData = { assignment, stopped };
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData, env: SHARE_ENV });
  let silent = false;
  const tell = (report: Report): void => {
    if (silent) return;
    silent = report.kind !== 'equipped' && report.kind !== 'step';
    hear(report);
  };
  const fail = (error: unknown): void => {
    tell({ kind: 'failed', explanation: explain(error), stack: error instanceof Error ? error.stack : undefined });
  };
  worker.on('message', tell);
  worker.on('messageerror', fail);
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`the working thread ended (${code})`)));
  return {
    stop: () => void Atomics.store(stopped, 0, 1),
    end: () => {
      silent = true;
      void worker.terminate();
    },
  };
};
