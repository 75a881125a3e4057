/** @file A worker: takes one task after the other from the folder of a sweep until nothing is left to be taken. */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../../src/errors.ts';
import { writeAtomically } from '../atomic-file.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';
import { checkpointPath } from '../run-folder.ts';
import { lockFolder, lockPath } from '../run-lock.ts';
import type { Terminal } from '../terminal.ts';
import { beating, silenceWatch } from './heartbeat.ts';
import { failurePath, jsonIfThere, type ListedTask, taskFolder } from './sweep-folder.ts';
import type { TaskRunner } from './task-runner.ts';
import { isOver } from './task-state.ts';
import { tasksInHand } from './tasks-in-hand.ts';

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
  const hand = tasksInHand(runner, terminal);
  let look = FIRST_LOOK;
  try {
    for (;;) {
      let taken = 0;
      for (const [address, { name }] of open) {
        if (signals.code() !== null) break;
        const own = taskFolder(order.folder, address);
        if (hand.holds(own)) continue;
        if (!isOver(own)) {
          const giveBack = taking(own, order.owner, isSilent);
          if (giveBack === null) continue;
          taken++;
          if (isOver(own)) giveBack();
          else await hand.take({ own, address, name, giveBack });
        }
        if (isOver(own)) open.delete(address);
      }
      await hand.empty();
      for (const address of open.keys()) if (isOver(taskFolder(order.folder, address))) open.delete(address);
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
