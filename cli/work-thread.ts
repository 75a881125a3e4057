/** @file A thread for the work, so that this one can react to the user during a long step of the work. */

import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { Report, StartWork } from './assignment.ts';
import { explain } from './exit-code.ts';
import type { WorkerData } from './worker.ts';

/**
 * Starts the work in a thread of its own. The environment is shared, because a native backend reads the variables of
 * the process.
 */
export const startWorkThread: StartWork = (assignment, onReport) => {
  const stopped = new Int32Array(new SharedArrayBuffer(4));
  const workerData: WorkerData = { assignment, stopped };
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData, env: SHARE_ENV });
  let silent = false;
  const forward = (report: Report): void => {
    if (silent) return;
    silent = report.kind !== 'equipped' && report.kind !== 'step';
    onReport(report);
  };
  const fail = (error: unknown): void => {
    forward({ kind: 'failed', explanation: explain(error), stack: error instanceof Error ? error.stack : undefined });
  };
  worker.on('message', forward);
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
