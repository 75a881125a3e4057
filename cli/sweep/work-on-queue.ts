/** @file A worker of the queue on Redis: it needs nothing but that, keeps checkpoints there, and sends results back by it. */

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from 'bullmq';
import { duration } from '../../src/number-format.ts';
import { writeAtomically } from '../atomic-file.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { ENDED } from '../interruption.ts';
import type { FilesInMemory } from '../reading.ts';
import { checkpointPath } from '../run-folder.ts';
import type { Signal, Terminal } from '../terminal.ts';
import type { QueueResult } from './bullmq.ts';
import { carryOutTask } from './carry-out-task.ts';
import { livenessOf, type QueuedTask, type QueuePlace } from './queue.ts';
import { queuePackages, type RedisStore, redisStore } from './redis-store.ts';
import { shortAddress } from './sweep-folder.ts';
import type { TaskRunner } from './task-runner.ts';
import { addSession, failureOf } from './task-state.ts';

/** Most milliseconds between two checkpoints that are sent; at least two are sent before a silent worker is taken for dead. */
const SEND_EVERY = 5000;

/** Files of a task that its sweep gets. */
const SENT = ['record.json', 'report.html', 'circuit.qasm', 'answer.json', 'sessions.json'];

/**
 * Works until a signal comes, or, with `once`, until the queue is empty. A line on standard output for every task.
 *
 * @returns 0, or 130, 143 or 129 after a signal: the task in hand goes back to the queue with its checkpoint
 */
export async function workOnQueue(
  place: QueuePlace,
  once: boolean,
  runner: TaskRunner,
  terminal: Terminal,
): Promise<ExitCode> {
  const { bullmq, connect } = await queuePackages();
  const store = redisStore(await connect(place.url), place.queue);
  const scratch = mkdtempSync(join(tmpdir(), 'bulkweave-work-'));
  const work = async (job: Job<QueuedTask>, token?: string): Promise<void> => {
    const own = join(scratch, shortAddress(job.data.address));
    const left = await session(job.data, own, { store, place, runner }, terminal);
    if (left.kind === 'failed')
      throw left.isFinal ? new bullmq.UnrecoverableError(left.message) : new Error(left.message);
    if (left.kind === 'over') return;
    await job.moveToWait(token);
    throw new bullmq.WaitingError();
  };
  const options = { connection: { url: place.url, maxRetriesPerRequest: null }, concurrency: 1, ...livenessOf(place) };
  const worker = new bullmq.Worker<QueuedTask>(place.queue, work, options);
  worker.on('error', () => {}); // a connection that is lost is made again
  let stopListening = (): void => {};
  try {
    const ended = await new Promise<Signal | null>((resolve) => {
      stopListening = terminal.onInterrupt(resolve);
      if (once) worker.on('drained', () => resolve(null));
    });
    await worker.close();
    return ended === null ? EXIT.success : ENDED[ended];
  } finally {
    stopListening();
    store.end();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** How a worker leaves a job: done, to go back to the queue, or failed, and for good where the task itself is wrong. */
type Left =
  | { readonly kind: 'over' | 'stopped' }
  | { readonly kind: 'failed'; readonly message: string; readonly isFinal: boolean };

/** Carries out a task from where another worker left it. */
async function session(
  task: QueuedTask,
  own: string,
  { store, place, runner }: { readonly store: RedisStore; readonly place: QueuePlace; readonly runner: TaskRunner },
  terminal: Terminal,
): Promise<Left> {
  const short = shortAddress(task.address);
  if (await store.has('result', task.address)) return { kind: 'over' };
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  const files = await filesOf(task, store);
  const kept = await store.find('checkpoint', task.address);
  if (kept !== null) writeAtomically(checkpointPath(own), kept);
  terminal.out(`${short} begun ${task.name}${kept === null ? '' : ' from its checkpoint'}\n`);
  const [start, used, at] = [terminal.seconds(), process.cpuUsage(), new Date().toISOString()];
  const sender = checkpointSender(task.address, own, store, Math.min(SEND_EVERY, 400 * place.patience));
  const {
    ended,
    message,
    write,
    workSeconds = null,
  } = await carryOutTask(() => ({ ...task, folder: own }), own, runner, terminal, files);
  write?.();
  const seconds = terminal.seconds() - start;
  const { user, system } = process.cpuUsage(used);
  const spent = { seconds, cpuSeconds: (user + system) / 1e6, workSeconds };
  addSession(own, { host: hostname(), pid: process.pid, at, ...spent, ended });
  const reason = message === undefined ? '' : `: ${message.replaceAll('\n', '; ')}`;
  terminal.out(`${short} ${ended} ${task.name} after ${duration(seconds)}${reason}\n`);
  await sender.end(ended === 'stopped');
  if (ended === 'stopped') return { kind: 'stopped' };
  if (ended === 'failed') {
    return { kind: 'failed', message: message ?? 'unknown', isFinal: failureOf(own)?.code === EXIT.badInput };
  }
  const sent = readdirSync(own).filter((name) => SENT.includes(name));
  const result: QueueResult = {
    ended,
    files: Object.fromEntries(sent.map((name) => [name, readFileSync(join(own, name), 'utf8')])),
  };
  const refused = await store.put('result', task.address, JSON.stringify(result));
  if (refused !== null) return { kind: 'failed', message: `the result has ${refused}`, isFinal: true };
  await store.remove('checkpoint', task.address);
  rmSync(own, { recursive: true, force: true });
  return { kind: 'over' };
}

/** The files that a task names, from Redis. */
async function filesOf({ files }: QueuedTask, store: RedisStore): Promise<FilesInMemory> {
  const found = await Promise.all(
    Object.entries(files).map(async ([path, checksum]) => {
      const bytes = await store.find('file', checksum);
      if (bytes === null) throw new Error(`${path}: the file is no longer in Redis`);
      return [path, bytes] as const;
    }),
  );
  return Object.fromEntries(found);
}

/** Sends the checkpoint of a task as it changes; one that is too large is left out. */
function checkpointSender(address: string, own: string, store: RedisStore, every: number) {
  const path = checkpointPath(own);
  let sentAt = -1;
  let sending: Promise<void> = Promise.resolve();
  const send = async (): Promise<void> => {
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (changed === undefined || changed === sentAt) return;
    sentAt = changed;
    try {
      await store.put('checkpoint', address, readFileSync(path));
    } catch {
      sentAt = -1; // removed meanwhile, or Redis is away: the next one is sent
    }
  };
  const timer = setInterval(() => {
    sending = sending.then(send);
  }, every);
  const end = async (withLast: boolean): Promise<void> => {
    clearInterval(timer);
    await sending;
    if (withLast && existsSync(path)) await send();
  };
  return { end };
}
