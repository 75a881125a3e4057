/** @file The queue of tasks on Redis: what a job holds, and how its name, its worker and its sweep find each other. */

import { DomainError } from '../../src/errors.ts';
import { withoutPassword } from './redis-store.ts';
import type { StoredTask } from './sweep-folder.ts';

/** Where a queue is. */
export interface QueuePlace {
  /** redis://[user:password@]host:port[/database] */
  readonly url: string;
  readonly queue: string;
  /** Seconds after which a worker that gives no sign of life is taken for dead. */
  readonly patience: number;
}

/** The place that options and environment name. */
export function queuePlace(
  { redis, queue = 'bulkweave', patience = '30' }: QueueOptions,
  fromEnvironment: string | undefined,
): QueuePlace {
  const url = redis ?? fromEnvironment ?? 'redis://127.0.0.1:6379';
  const mistakes: string[] = [];
  if (!/^rediss?:\/\/\S+$/.test(url)) {
    mistakes.push(`--redis: an address redis://host:port required, got '${withoutPassword(url)}'`);
  }
  if (!/^[\w.-]+$/.test(queue)) {
    mistakes.push(`--queue: a name of letters, digits, dot, dash, underscore required, got '${queue}'`);
  }
  const seconds = Number(patience);
  if (!(seconds >= 1 && seconds <= 3600)) {
    mistakes.push(`--patience: 1 to 3600 seconds required, got '${patience}'`);
  }
  if (mistakes.length > 0) throw new DomainError(mistakes.join('\n'));
  return { url, queue, patience: seconds };
}

/** Options that name a queue, as commander hands them over. */
export interface QueueOptions {
  readonly redis?: string;
  readonly queue?: string;
  readonly patience?: string;
}

/** What a job holds; the folder in it is that of the sweep's machine. */
export type QueuedTask = StoredTask;

/** Workers that may die at a job, and attempts after an unexpected error. */
export const [MOST_DEATHS, ATTEMPTS] = [10, 3];

/** How often locks are renewed and lost jobs are looked for, in milliseconds. */
export const livenessOf = ({ patience }: QueuePlace) => ({
  lockDuration: 1000 * patience,
  stalledInterval: 500 * patience,
  maxStalledCount: MOST_DEATHS,
});
