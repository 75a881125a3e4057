/** @file bulkweave work: a worker for sweeps, on any machine that sees the folder of one, or a queue on Redis. */

import { readFileSync } from 'node:fs';
import { DomainError } from '../../src/errors.ts';
import { settingsOf } from '../environment.ts';
import type { ExitCode } from '../exit-code.ts';
import { type QueueOptions, queuePlace } from '../sweep/queue.ts';
import { loadSweep } from '../sweep/sweep-folder.ts';
import { type WorkOrder, workInFolder } from '../sweep/work-in-folder.ts';
import type { Terminal } from '../terminal.ts';

/** Options of the command, as commander hands them over. */
export interface WorkOptions extends QueueOptions {
  readonly tasks?: string;
  readonly owner?: string;
  readonly once?: boolean;
}

/** Takes tasks, from a folder until all are over, or from a queue until it is stopped. */
export async function workCommand(
  folder: string | undefined,
  options: WorkOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { engine: kind, threads, memory, redis } = settingsOf(terminal.environment);
  const isQueue = options.redis !== undefined || (folder === undefined && redis !== undefined);
  if (isQueue === (folder !== undefined)) {
    throw new DomainError('work: either the folder of a sweep or --redis required');
  }
  const place = isQueue ? queuePlace(options, redis) : null;
  const order = folder === undefined ? null : orderIn(folder, options);
  const runner = await terminal.startTasks({ kind, threads, memory });
  try {
    if (order !== null) return await workInFolder(order, runner, terminal);
    const { workOnQueue } = await import('../sweep/work-on-queue.ts');
    return await workOnQueue(place!, options.once === true, runner, terminal);
  } finally {
    runner.end();
  }
}

function orderIn(folder: string, { tasks, owner }: WorkOptions): WorkOrder {
  const { tasks: all } = loadSweep(folder);
  return { folder, tasks: tasks === undefined ? all : chosen(all, tasks), owner };
}

/** The tasks whose addresses, or beginnings of them, a file lists on its lines. */
function chosen<Task extends { readonly address: string }>(all: readonly Task[], path: string): readonly Task[] {
  const wanted = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const found = all.filter(({ address }) => wanted.some((beginning) => address.startsWith(beginning)));
  if (found.length > 0) return found;
  throw new DomainError(`${path}: addresses of tasks of the sweep required, got none`);
}
