/** @file Entry of the thread that carries out the tasks of a sweep, one after the other: what it has loaded once it need not load again. */

import { parentPort, workerData } from 'node:worker_threads';
import { createEngine, type EngineOptions, useEngine } from '../../src/engine/engine.ts';
import type { Assignment, Report } from '../assignment.ts';
import type { RequestAssignment, RequestReport } from './answer-request.ts';

/** What the thread is asked to do; the number is that of the order. */
export type Order =
  | { readonly number: number; readonly assignment: Assignment }
  | { readonly number: number; readonly asked: RequestAssignment };

/** A report with the number of its order, and the seconds since it was begun. */
export interface NumberedReport {
  readonly number: number;
  readonly seconds: number;
  readonly report: Report | RequestReport;
}

/** The data with which the thread is started; orders up to the shared number are to stop. */
export interface TaskThreadData extends Pick<EngineOptions, 'kind' | 'threads' | 'memory'> {
  readonly stopped: Int32Array;
}

const { stopped, ...options } = workerData as TaskThreadData;
const engine = createEngine(options);
useEngine(engine);

/** One order after the other, whenever they come. */
let last: Promise<void> = Promise.resolve();
parentPort!.on('message', (order: Order) => {
  last = last.then(() => carriedOut(order));
});

async function carriedOut(order: Order): Promise<void> {
  const { number } = order;
  const begun = performance.now();
  const say = (report: Report | RequestReport): void => {
    const numbered: NumberedReport = { number, seconds: (performance.now() - begun) / 1000, report };
    parentPort!.postMessage(numbered);
  };
  const isStopped = (): boolean => Atomics.load(stopped, 0) >= number;
  // Loaded when they are needed: experiments and requests have little in common.
  if ('assignment' in order) {
    const { carryOut } = await import('../carry-out.ts');
    await carryOut(order.assignment, say, isStopped, engine);
  } else {
    const { answerRequest } = await import('./answer-request.ts');
    await answerRequest(order.asked, say, isStopped);
  }
}
