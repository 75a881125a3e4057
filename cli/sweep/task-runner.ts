/** @file A thread for one task after the other, begun anew where one has to be broken off or has left too much memory behind. */

import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { Report, RunningWork, StartWork } from '../assignment.ts';
import { explain } from '../exit-code.ts';
import type { RequestAssignment, RequestReport } from './answer-request.ts';
import type { NumberedReport, Order, TaskThreadData } from './task-thread.ts';

/** Carries out tasks, one after the other: one may be started while another goes on. */
export interface TaskRunner {
  readonly startWork: StartWork;
  /** Starts to answer a request; the last report is `answered`, `stopped` or `failed`. */
  readonly startRequest: (asked: RequestAssignment, onReport: (report: RequestReport) => void) => RunningWork;
  /** Seconds of the last task in the thread, without what it takes to get there and back; null where unknown. */
  readonly spent: () => number | null;
  readonly end: () => void;
}

/** Bytes of the process beyond which the thread is begun anew: memory of the engine is given back in no other way. */
const MOST_BYTES = 3 * 2 ** 30;

/** A runner in a thread of its own, which is begun at once: it loads while the first task is sought. */
export function taskRunner(options: Omit<TaskThreadData, 'stopped'>): TaskRunner {
  const stopped = new Int32Array(new SharedArrayBuffer(4));
  let worker: Worker | null = null;
  let [count, underway] = [0, 0];
  let spent: number | null = null;
  const begin = (): Worker => {
    const workerData: TaskThreadData = { ...options, stopped };
    const begun = new Worker(new URL('./task-thread.js', import.meta.url), { workerData, env: SHARE_ENV });
    begun.on('error', () => {}); // told by the order that meets it
    begun.on('exit', () => {
      if (underway === 0 && worker === begun) worker = null;
    });
    return begun;
  };
  const ended = new WeakSet<Worker>();
  worker = begin();
  const discard = (): void => {
    if (worker === null) return;
    ended.add(worker);
    void worker.terminate();
    worker = null;
  };

  const start = <Own extends Report | RequestReport>(
    order: (number: number) => Order,
    isLast: (report: Own) => boolean,
    onReport: (report: Own) => void,
  ): RunningWork => {
    if (underway === 0 && process.memoryUsage().rss > MOST_BYTES) discard();
    underway++;
    worker ??= begin();
    const own = worker;
    const number = ++count;
    const leave = listening<Own>(own, number, isLast, (report, seconds) => {
      spent = seconds;
      if (isLast(report)) underway--;
      // Of a thread that dies, the order that it was at has failed; those behind it have not been begun.
      const isBehind = seconds === null && ended.has(own);
      if (seconds === null && worker === own) discard();
      onReport(isBehind ? ({ kind: 'stopped', checkpoint: null } as Own) : report);
    });
    own.postMessage(order(number));
    return {
      stop: () => void Atomics.store(stopped, 0, Math.max(number, Atomics.load(stopped, 0))),
      end: () => {
        if (!leave()) return;
        underway--;
        if (worker === own) discard();
      },
    };
  };

  return {
    startWork: (assignment, onReport) =>
      start<Report>(
        (number) => ({ number, assignment }),
        ({ kind }) => !isUnderway(kind),
        onReport,
      ),
    startRequest: (asked, onReport) =>
      start<RequestReport>(
        (number) => ({ number, asked }),
        ({ kind }) => kind !== 'message',
        onReport,
      ),
    spent: () => spent,
    end: discard,
  };
}

const isUnderway = (kind: Report['kind']): boolean => kind === 'equipped' || kind === 'step';

/**
 * Listens to a thread until the last report of an order, or its end.
 *
 * @param onReport - called with each report and the seconds since the order came; null if the thread has died, which is the last report
 * @returns a function that stops to listen; true if the last report had not come
 */
function listening<Own extends Report | RequestReport>(
  worker: Worker,
  number: number,
  isLast: (report: Own) => boolean,
  onReport: (report: Own, seconds: number | null) => void,
): () => boolean {
  let isOver = false;
  const leave = (): boolean => {
    const wasUnderway = !isOver;
    isOver = true;
    worker.off('message', onMessage).off('messageerror', fail).off('error', fail).off('exit', onExit);
    return wasUnderway;
  };
  const onMessage = (message: NumberedReport): void => {
    if (message.number !== number) return;
    if (isLast(message.report as Own)) leave();
    onReport(message.report as Own, message.seconds);
  };
  const fail = (error: unknown): void => {
    leave();
    const stack = error instanceof Error ? error.stack : undefined;
    onReport({ kind: 'failed', explanation: explain(error), stack } as Own, null);
  };
  const onExit = (code: number): void => fail(new Error(`the working thread ended (${code})`));
  worker.on('message', onMessage).on('messageerror', fail).on('error', fail).on('exit', onExit);
  return leave;
}
