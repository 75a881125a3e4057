/** @file bulkweave work DIR: a worker for a sweep, on any machine that sees its folder. */

import { readFileSync } from 'node:fs';
import { DomainError } from '../../src/errors.ts';
import { settingsOf } from '../environment.ts';
import type { ExitCode } from '../exit-code.ts';
import { loadSweep } from '../sweep/sweep-folder.ts';
import { workInFolder } from '../sweep/work-in-folder.ts';
import type { Terminal } from '../terminal.ts';

/** Options of the command, as commander hands them over. */
export interface WorkOptions {
  readonly tasks?: string;
  readonly owner?: string;
}

/** Takes tasks until all are over. */
export async function workCommand(
  folder: string,
  { tasks, owner }: WorkOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { tasks: all } = loadSweep(folder);
  const own = tasks === undefined ? all : chosen(all, tasks);
  const { threads, memory } = settingsOf(terminal.environment);
  const runner = await terminal.startTasks({ threads, memory });
  try {
    return await workInFolder({ folder, tasks: own, owner }, runner, terminal);
  } finally {
    runner.end();
  }
}

/** The tasks whose addresses, or beginnings of them, a file lists on its lines. */
function chosen<Task extends { readonly address: string }>(all: readonly Task[], path: string): readonly Task[] {
  const wanted = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const found = all.filter(({ address }) => wanted.some((beginning) => address.startsWith(beginning)));
  if (found.length > 0) return found;
  throw new DomainError(`${path}: addresses of tasks of the sweep required, got none`);
}
