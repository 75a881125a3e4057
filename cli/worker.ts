/** @file Entry of the thread that works. */

import { parentPort, workerData } from 'node:worker_threads';
import { carryOut } from './carry-out.ts';
import type { Assignment } from './labour.ts';

/** What the thread is started with: its assignment, and a shared number that is not 0 once it is to stop. */
export interface WorkerData {
  readonly assignment: Assignment;
  readonly stopped: Int32Array;
}

const { assignment, stopped } = workerData as WorkerData;
await carryOut(
  assignment,
  (report) => parentPort!.postMessage(report),
  () => Atomics.load(stopped, 0) !== 0,
);
