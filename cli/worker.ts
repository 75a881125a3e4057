/** @file Entry of the thread that works. */

import { parentPort, workerData } from 'node:worker_threads';
import type { Assignment } from './assignment.ts';
import { carryOut } from './carry-out.ts';

/**
 * The data with which the thread is started: its assignment, and a shared number that is nonzero once it is to stop.
 */
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
