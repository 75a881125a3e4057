/** @file The executor `bullmq`: tasks as jobs of a queue on Redis, for workers on any machines, and their results brought home. */

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Queue } from 'bullmq';
import { DomainError } from '../../src/errors.ts';
import { sha256 } from '../../src/sha-256.ts';
import { writeAtomically } from '../atomic-file.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';
import { readingFrom } from '../reading.ts';
import type { Terminal } from '../terminal.ts';
import { ATTEMPTS, type QueuedTask, type QueuePlace } from './queue.ts';
import { queuePackages, type RedisStore, redisStore, type TextFiles } from './redis-store.ts';
import { failurePath, type ListedTask, loadTask, taskFolder } from './sweep-folder.ts';

/** Milliseconds between two looks for results: the first, and the longest. */
const [FIRST_LOOK, LAST_LOOK] = [100, 2000];
/** Jobs of which each look finds out whether they are still in the queue. */
const AT_ONCE = 100;

/** What is to be done. */
export interface QueueOrder {
  readonly out: string;
  /** Those that are not over. */
  readonly tasks: readonly ListedTask[];
  readonly place: QueuePlace;
}

/**
 * Hands the tasks to the queue, and waits for their results, which are written to the folder. What was handed over before is found
 * again: going on after an interruption computes nothing twice.
 *
 * @returns 0 when all are over; 130, 143 or 129 when a signal came: the workers go on
 */
export async function runOnQueue({ out, tasks, place }: QueueOrder, terminal: Terminal): Promise<ExitCode> {
  const { bullmq, connect } = await queuePackages();
  const redis = await connect(place.url);
  const store = redisStore(redis, place.queue);
  const connection = { url: place.url, maxRetriesPerRequest: null };
  const queue: Queue<QueuedTask> = new bullmq.Queue(place.queue, { connection });
  queue.on('error', () => {}); // a connection that is lost is made again
  const signals = interruption(terminal);
  try {
    const open = new Map(tasks.map((task) => [task.address, task]));
    const total = open.size;
    const over = ({ address, name }: ListedTask, how: string, why = ''): void => {
      open.delete(address);
      terminal.err(`${total - open.size} of ${total}  ${how} ${name}${why}\n`);
    };
    let look = FIRST_LOOK;
    for (let round = 0; open.size > 0; round++) {
      const before = open.size;
      for (const task of [...open.values()]) {
        if (signals.code() !== null) break;
        const ended = await broughtHome(task, out, store);
        if (ended !== null) over(task, ended);
      }
      for (const task of round === 0 ? [...open.values()] : turn([...open.values()], round)) {
        if (signals.code() !== null) break;
        const failure = await handedOver(task, out, queue, store);
        if (failure !== null) over(task, 'failed', `: ${failure}`);
      }
      if (round === 0) terminal.err(`${open.size} tasks in the queue '${place.queue}'\n`);
      look = open.size < before ? FIRST_LOOK : Math.min(LAST_LOOK, 1.5 * look);
      if (open.size > 0) await signals.pause(look);
      const code = signals.code();
      if (code !== null) return code;
    }
    return EXIT.success;
  } finally {
    signals.end();
    await queue.close();
    store.end();
  }
}

/** Some of the tasks, others in each round. */
const turn = (tasks: readonly ListedTask[], round: number): readonly ListedTask[] =>
  Array.from({ length: Math.min(AT_ONCE, tasks.length) }, (_, k) => tasks[(round * AT_ONCE + k) % tasks.length]!);

/** Writes the result of a task to its folder, if it is there; null if not. */
async function broughtHome({ address }: ListedTask, out: string, store: RedisStore): Promise<string | null> {
  const bytes = await store.find('result', address);
  if (bytes === null) return null;
  const { ended, files } = JSON.parse(new TextDecoder().decode(bytes)) as QueueResult;
  const own = taskFolder(out, address);
  mkdirSync(own, { recursive: true });
  // The record or answer last: with it the task is over.
  const names = Object.keys(files).sort((a, b) => Number(isResult(a)) - Number(isResult(b)));
  for (const name of names) if (/^[\w.-]+$/.test(name)) writeAtomically(join(own, name), files[name]!);
  rmSync(join(own, 'checkpoint.json'), { force: true });
  await store.remove('result', address);
  await store.remove('checkpoint', address);
  return ended;
}

const isResult = (name: string): boolean => name === 'record.json' || name === 'answer.json';

/** What a worker leaves of a task that it finished. */
export interface QueueResult {
  readonly ended: string;
  readonly files: TextFiles;
}

/**
 * Makes sure that a task is in the queue.
 *
 * @returns why it failed for good; null otherwise
 */
async function handedOver(
  { address }: ListedTask,
  out: string,
  queue: Queue<QueuedTask>,
  store: RedisStore,
): Promise<string | null> {
  const job = await queue.getJob(address);
  const state = job === undefined ? 'unknown' : await job.getState();
  const failed = (message: string): string => {
    writeAtomically(failurePath(taskFolder(out, address)), JSON.stringify({ message, code: EXIT.failed }));
    return message;
  };
  if (job !== undefined && state === 'failed') {
    await job.remove();
    return failed(job.failedReason);
  }
  if (state === 'completed') await job!.remove(); // its result was fetched, or forgotten
  if (state !== 'unknown' && state !== 'completed') return null;
  if (await store.has('result', address)) return null;
  const task = loadTask(taskFolder(out, address));
  try {
    await sendFiles(task, store);
  } catch (error) {
    if (error instanceof DomainError) return failed(error.message);
    throw error;
  }
  await queue.add('task', task, {
    jobId: address,
    attempts: ATTEMPTS,
    backoff: { type: 'exponential', delay: 1000 },
    removeOnComplete: true,
  });
  return null;
}

/** @throws {DomainError} a file was changed since the sweep was made, or is too large */
async function sendFiles({ files, folder }: QueuedTask, store: RedisStore): Promise<void> {
  const { read } = readingFrom(folder);
  for (const [path, expected] of Object.entries(files)) {
    if (await store.has('file', expected)) continue;
    const bytes = read(path);
    if (sha256(bytes) !== expected)
      throw new DomainError(`${path}: the contents with which the sweep began required, got others`);
    const refused = await store.put('file', expected, bytes);
    if (refused !== null) throw new DomainError(`${path}: ${refused}`);
  }
}
