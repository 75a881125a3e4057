/** @file The executors: what carries out the tasks of a sweep. */

import { availableParallelism } from 'node:os';
import { DomainError } from '../../src/errors.ts';
import { settingsOf } from '../environment.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import type { QueueOptions } from './queue.ts';
import type { ListedTask } from './sweep-folder.ts';

/**
 * Carries out tasks that are not over, until they are.
 *
 * @returns 0 when all are over, another code if not; 'submitted' where somebody else carries them out meanwhile
 */
export type Executor = (out: string, tasks: readonly ListedTask[]) => Promise<ExitCode | 'submitted'>;

/** Options that choose and set up an executor, as commander hands them over. */
export interface ExecutorOptions extends QueueOptions {
  readonly executor?: string;
  readonly workers?: string;
  readonly slurm?: string;
  readonly perElement?: string;
  readonly wait?: boolean;
}

/** @throws {DomainError} no such executor, or options that are wrong */
export async function executorOf(options: ExecutorOptions, terminal: Terminal): Promise<Executor> {
  const { executor = 'local' } = options;
  const workers = options.workers === undefined ? null : countIn(options.workers, '--workers', 256);
  switch (executor) {
    case 'local': {
      const { runLocally } = await import('./local.ts');
      const cores = availableParallelism();
      return (out, tasks) => runLocally({ out, tasks, workers: workers ?? cores, cores }, terminal);
    }
    case 'slurm': {
      const { runOnSlurm } = await import('./run-on-slurm.ts');
      const perElement = countIn(options.perElement ?? '1', '--per-element', 1e6);
      const sbatch = (options.slurm ?? '').split(/\s+/).filter(Boolean);
      const order = { perElement, atOnce: workers, options: sbatch, waits: options.wait !== false };
      return (out, tasks) => runOnSlurm({ out, tasks, ...order }, terminal);
    }
    case 'bullmq': {
      const [{ queuePlace }, { runOnQueue }] = await Promise.all([import('./queue.ts'), import('./bullmq.ts')]);
      const place = queuePlace(options, settingsOf(terminal.environment).redis);
      return (out, tasks) => runOnQueue({ out, tasks, place }, terminal);
    }
    default:
      throw new DomainError(`--executor: one of local, slurm, bullmq required, got '${executor}'`);
  }
}

function countIn(text: string, option: string, most: number): number {
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  throw new DomainError(`${option}: a whole number from 1 to ${most} required, got '${text}'`);
}
