/** @file The tasks that a worker holds: the one in its thread, behind short ones another, and the one whose result is being written. */

import { hostname } from 'node:os';
import { duration } from '../../src/number-format.ts';
import type { Terminal } from '../terminal.ts';
import { carryOutTask, type Outcome } from './carry-out-task.ts';
import { loadTask, shortAddress } from './sweep-folder.ts';
import type { TaskRunner } from './task-runner.ts';
import { addSession } from './task-state.ts';

/** A task that this process has locked. */
export interface TakenTask {
  /** Its folder. */
  readonly own: string;
  readonly address: string;
  readonly name: string;
  readonly giveBack: () => void;
}

/** The tasks in hand. */
export interface TasksInHand {
  readonly holds: (own: string) => boolean;
  /** Begins a task, and waits until another one may be taken. */
  readonly take: (task: TakenTask) => Promise<void>;
  /** Waits until all are written and given back. */
  readonly empty: () => Promise<void>;
}

/**
 * Seconds of a request below which the next one is handed to the thread before it ends: the thread then need not wait for this one. It
 * might wait in vain behind a long one, while other workers have nothing to do; so it is done only where that costs little.
 */
const QUICK = 2;

/** A moment, on the clocks of which a session is the difference of two. */
interface Mark {
  readonly seconds: number;
  readonly used: NodeJS.CpuUsage;
  readonly at: Date;
}

/** No tasks, of a runner that carries out one after the other. */
export function tasksInHand(runner: TaskRunner, terminal: Terminal): TasksInHand {
  const held: { readonly task: TakenTask; readonly begun: Mark; readonly outcome: Promise<Outcome> }[] = [];
  const mark = (): Mark => ({ seconds: terminal.seconds(), used: process.cpuUsage(), at: new Date() });
  let last: Mark | null = null;
  let isQuick = false;
  let write = (): void => {};

  /** Waits for the first; what is to be written of it is left until the thread has something else to do. */
  const settle = async (): Promise<void> => {
    const { task, begun, outcome } = held[0]!;
    const ended = await outcome;
    held.shift();
    const from = last !== null && last.seconds > begun.seconds ? last : begun;
    last = mark();
    const seconds = last.seconds - from.seconds;
    isQuick = ended.write !== undefined && seconds < QUICK;
    const [user, system] = [last.used.user - from.used.user, last.used.system - from.used.system];
    const spent = { seconds, cpuSeconds: (user + system) / 1e6, workSeconds: ended.workSeconds ?? null };
    write();
    write = () => {
      write = () => {};
      addSession(task.own, {
        host: hostname(),
        pid: process.pid,
        at: from.at.toISOString(),
        ...spent,
        ended: ended.ended,
      });
      ended.write?.();
      task.giveBack();
      terminal.out(
        `${shortAddress(task.address)} ${ended.ended} ${task.name} after ${duration(seconds)}${reason(ended)}\n`,
      );
    };
  };

  return {
    holds: (own) => held.some(({ task }) => task.own === own),
    take: async (task) => {
      terminal.out(`${shortAddress(task.address)} begun ${task.name}\n`);
      const begun = mark();
      held.push({ task, begun, outcome: carryOutTask(() => loadTask(task.own), task.own, runner, terminal) });
      write();
      while (held.length > (isQuick ? 1 : 0)) await settle();
    },
    empty: async () => {
      while (held.length > 0) await settle();
      write();
    },
  };
}

const reason = ({ message }: Outcome): string => (message === undefined ? '' : `: ${message.replaceAll('\n', '; ')}`);
