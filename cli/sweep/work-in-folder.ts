/** @file A worker: takes one task after the other from the folder of a sweep until nothing is left to be taken. */

import { rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '../../src/errors.ts';
import { duration } from '../../src/number-format.ts';
import { writeAtomically } from '../atomic-file.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';
import { checkpointPath } from '../run-folder.ts';
import { lockFolder, lockPath } from '../run-lock.ts';
import type { Terminal } from '../terminal.ts';
import { carryOutTask } from './carry-out-task.ts';
import { beating, silenceWatch } from './heartbeat.ts';
import { failurePath, jsonIfThere, type ListedTask, loadTask, shortAddress, taskFolder } from './sweep-folder.ts';
import type { TaskRunner } from './task-runner.ts';
import { addSession, isOver } from './task-state.ts';

/** Processes that may die at a task, without its checkpoint having come further, before it counts as failed. */
const MOST_DEATHS = 5;
/** Milliseconds between two looks at tasks that others hold: the first, and the longest. */
const [FIRST_LOOK, LAST_LOOK] = [100, 2000];

/** What a worker is to do. */
export interface WorkOrder {
  /** The folder of the sweep. */
  readonly folder: string;
  readonly tasks: readonly Pick<ListedTask, 'address' | 'name'>[];
  /** A name that outlives the process, see `LockOptions`. */
  readonly owner?: string | undefined;
}

/**
 * Works until all tasks are over, those of other workers included: where one of them dies, its task is taken over. A line on
 * standard output for every task begun and left.
 *
 * @returns 0 when all are over; 130, 143 or 129 if a signal came: the task in hand is left with its checkpoint
 */
export async function workInFolder(order: WorkOrder, runner: TaskRunner, terminal: Terminal): Promise<ExitCode> {
  const signals = interruption(terminal);
  const isSilent = silenceWatch();
  const open = new Map(order.tasks.map((task) => [task.address, task]));
  let look = FIRST_LOOK;
  let close = (): void => {}; // writes what the task before has found, while the thread is at the next one
  try {
    for (;;) {
      let taken = 0;
      for (const [address, { name }] of open) {
        if (signals.code() !== null) break;
        const own = taskFolder(order.folder, address);
        if (!isOver(own)) {
          const giveBack = taking(own, order.owner, isSilent);
          if (giveBack === null) continue;
          taken++;
          if (isOver(own)) giveBack();
          else {
            const running = session(own, address, name, runner, terminal);
            close();
            const finish = await running;
            close = () => {
              close = () => {};
              finish();
              giveBack();
              if (isOver(own)) open.delete(address);
            };
            continue;
          }
        }
        if (isOver(own)) open.delete(address);
      }
      close();
      if (open.size === 0) return EXIT.success;
      const code = signals.code();
      if (code !== null) return code;
      look = taken > 0 ? FIRST_LOOK : Math.min(LAST_LOOK, 1.5 * look);
      await signals.pause(look);
    }
  } finally {
    signals.end();
  }
}

/** Takes a task; null if another process holds it. */
function taking(own: string, owner: string | undefined, isSilent: (path: string) => boolean): (() => void) | null {
  let isLeft = false;
  const onTakeOver = (): void => {
    isLeft = true;
  };
  let giveBack: () => void;
  try {
    giveBack = lockFolder(own, () => {}, { ...(owner !== undefined && { owner }), isSilent, onTakeOver });
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
  if (isLeft) countDeath(own);
  const stopBeating = beating(lockPath(own));
  return () => {
    stopBeating();
    giveBack();
  };
}

/** Counts a process that died at the task; too many deaths without any progress are a failure. */
function countDeath(own: string): void {
  const path = join(own, 'deaths.json');
  const before = (jsonIfThere(path) ?? { count: 0, seconds: 0 }) as {
    readonly count: number;
    readonly seconds: number;
  };
  const { seconds = 0 } = (jsonIfThere(checkpointPath(own)) ?? {}) as { readonly seconds?: number };
  const count = seconds > before.seconds ? 1 : before.count + 1;
  writeAtomically(path, JSON.stringify({ count, seconds }));
  if (count < MOST_DEATHS) return;
  const message = `${count} processes died at it without any progress; 'bulkweave sweep' with --retry tries again`;
  writeAtomically(failurePath(own), JSON.stringify({ message, code: EXIT.failed }));
  rmSync(path, { force: true });
}

/** Carries out a task that this process holds. @returns a function that writes what is still to be written of it */
async function session(
  own: string,
  address: string,
  name: string,
  runner: TaskRunner,
  terminal: Terminal,
): Promise<() => void> {
  const short = shortAddress(address);
  terminal.out(`${short} begun ${name}\n`);
  const [start, used, at] = [terminal.seconds(), process.cpuUsage(), new Date().toISOString()];
  const { ended, message, write } = await carryOutTask(() => loadTask(own), own, runner, terminal);
  const seconds = terminal.seconds() - start;
  const { user, system } = process.cpuUsage(used);
  const spent = { seconds, cpuSeconds: (user + system) / 1e6, workSeconds: runner.spent() };
  return () => {
    addSession(own, { host: hostname(), pid: process.pid, at, ...spent, ended });
    write?.();
    const reason = message === undefined ? '' : `: ${message.replaceAll('\n', '; ')}`;
    terminal.out(`${short} ${ended} ${name} after ${duration(seconds)}${reason}\n`);
  };
}
