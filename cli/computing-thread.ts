/** @file A thread that computes, ended and begun anew where a request takes too long. */

import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { EngineOptions } from '../src/engine/engine.ts';
import type { WorkerReport } from './compute-worker.ts';
import { EXIT } from './exit-code.ts';
import { type EncodedReply, encodedReply, type ServedRequest } from './served-request.ts';

/** Computes one request after another. */
export interface Computer {
  /**
   * The reply to a request.
   *
   * @param seconds - of computing, after which it is broken off; the beginning of the thread is not counted
   */
  readonly reply: (request: ServedRequest, seconds: number, onStep: (message: string) => void) => Promise<EncodedReply>;
  readonly end: () => void;
}

/** What the engine is made with. */
export type ComputerOptions = Pick<EngineOptions, 'kind' | 'threads' | 'memory'>;

/** Most milliseconds that a timer counts. */
const LONGEST = 2 ** 31 - 1;

const idOf = (json: unknown): { readonly id?: unknown } => {
  const { id } = Object(json) as { readonly id?: unknown };
  return id === undefined ? {} : { id };
};

/** A computer in a thread of its own. */
export function computingThread(options: ComputerOptions): Computer {
  let isReady = false;
  const begin = (): Worker => {
    isReady = false;
    const begun = new Worker(new URL('./compute-worker.js', import.meta.url), { workerData: options, env: SHARE_ENV });
    begun.once('message', () => {
      isReady = begun === worker;
    });
    return begun;
  };
  let worker = begin();
  const reply: Computer['reply'] = (request, seconds, onStep) =>
    new Promise((resolve) => {
      const failed = (message: string, isLate = false): void => {
        finish({ ...idOf(request.json), error: { message, code: EXIT.failed, ...(isLate && { isLate }) } });
        void worker.terminate();
        worker = begin();
      };
      let late: ReturnType<typeof setTimeout> | undefined;
      const count = (): void => {
        const message = `at most ${seconds} s for a request required, it took longer`;
        late = setTimeout(() => failed(message, true), Math.min(1000 * seconds, LONGEST));
      };
      const onMessage = (report: WorkerReport): void => {
        if (report.kind === 'ready') count();
        else if (report.kind === 'step') onStep(report.message);
        else finish(report.reply);
      };
      const onError = (error: Error): void => failed(`the computing thread ended: ${error.message}`);
      const finish = (found: EncodedReply | Parameters<typeof encodedReply>[0]): void => {
        clearTimeout(late);
        worker.off('message', onMessage).off('error', onError);
        resolve('line' in found ? found : encodedReply(found));
      };
      worker.on('message', onMessage).on('error', onError);
      if (isReady) count();
      worker.postMessage(request);
    });
  return { reply, end: () => void worker.terminate() };
}
