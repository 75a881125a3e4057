/** @file A worker as the page sees it. */

import { trustedScript } from '../page/trusted.ts';
import type { FromWorker, TaskName, Tasks, ToWorker, Turn } from './tasks.ts';
import workerUrl from './worker.ts?worker&url';

/** What a turn has come to: news, and the result with the last one. */
export interface TurnResult<Name extends TaskName> {
  readonly steps: number;
  readonly news: Tasks[Name]['news'] | null;
  readonly found?: Tasks[Name]['found'];
}

/** A task that is being carried out. */
export interface RunningTask<Name extends TaskName> {
  /** Lets the task go on. @throws {Error} it has failed, or was ended */
  readonly turn: (limits: Turn) => Promise<TurnResult<Name>>;
  readonly end: () => void;
}

/** A worker that carries out tasks, several of them in turns. */
export interface WorkerClient {
  readonly begin: <Name extends TaskName>(name: Name, asked: Tasks[Name]['asked']) => RunningTask<Name>;
  /** Ends the worker at once, in the middle of a step. */
  readonly close: () => void;
}

/** The error of a task that was ended. */
export class Ended extends Error {}

interface Waiting {
  readonly resolve: (reply: never) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a worker. */
export function startWorker(): WorkerClient {
  const worker = new Worker(trustedScript(workerUrl), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const say = (message: ToWorker): void => worker.postMessage(message);
  const settle = (id: number, act: (one: Waiting) => void): void => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (one !== undefined) act(one);
  };
  const failAll = (error: Error): void => {
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(error));
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) =>
    settle(data.id, ({ resolve, reject }) => {
      if (data.kind === 'failed') reject(new Error(data.message));
      else resolve(data as never);
    }),
  );
  worker.addEventListener('error', ({ message }) => failAll(new Error(`the worker has failed: ${message}`)));
  return {
    begin: (name, asked) => {
      last += 1;
      const id = last;
      say({ kind: 'begin', id, name, asked });
      return {
        turn: (turn) =>
          new Promise((resolve, reject) => {
            waiting.set(id, { resolve, reject });
            say({ kind: 'turn', id, turn });
          }),
        end: () => {
          say({ kind: 'end', id });
          settle(id, ({ reject }) => reject(new Ended('ended')));
        },
      };
    },
    close: () => {
      worker.terminate();
      failAll(new Ended('ended'));
    },
  };
}

/** Most milliseconds of a turn in which nothing is drawn. */
const TURN = 40;

/** Lets a task go on to its end. */
export async function finished<Name extends TaskName>(
  task: RunningTask<Name>,
  onNews: (news: Tasks[Name]['news']) => void = () => {},
): Promise<Tasks[Name]['found']> {
  for (;;) {
    const { news, found } = await task.turn({ steps: Infinity, milliseconds: TURN });
    if (news !== null) onNews(news);
    if (found !== undefined) return found;
  }
}
