/** @file A sweep on Slurm, from its submission to the end of its arrays. */

import { EXIT, type ExitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';
import type { Terminal } from '../terminal.ts';
import { type SlurmOrder, statesInSlurm, submit } from './slurm.ts';
import { type ListedTask, shortAddress, taskFolder } from './sweep-folder.ts';
import { isOver } from './task-state.ts';

/** Seconds between two questions to Slurm. */
const [FIRST_LOOK, LAST_LOOK] = [1, 30];
/** Seconds for which files of another node may come late. */
const GRACE = 60;

/** What is to be done; tasks that are in an array already are left there. */
export interface SlurmSweep extends Omit<SlurmOrder, 'program'> {
  /** Whether to wait for the end. */
  readonly waits: boolean;
}

/**
 * Submits what is in no array, and waits until nothing of the sweep waits or runs any more.
 *
 * @returns 0 when all are over, 1 if Slurm has let some go that are not, 130, 143 or 129 after a signal: the arrays go on
 */
export async function runOnSlurm(sweep: SlurmSweep, terminal: Terminal): Promise<ExitCode | 'submitted'> {
  const { out, tasks, waits } = sweep;
  const before = await statesInSlurm(out);
  const fresh = tasks.filter(({ address }) => !before.has(shortAddress(address)));
  if (fresh.length > 0) {
    const arrays = await submit({ ...sweep, tasks: fresh, program: terminal.program });
    for (const { job, elements } of arrays) terminal.err(`array ${job} of ${elements.length} elements submitted\n`);
  }
  if (!waits) {
    terminal.err(`state: bulkweave sweep ${out} --status; at the end: bulkweave sweep ${out} --gather\n`);
    return 'submitted';
  }
  return await finished(out, tasks, terminal);
}

async function finished(out: string, tasks: readonly ListedTask[], terminal: Terminal): Promise<ExitCode> {
  const signals = interruption(terminal);
  let [shown, look] = ['', FIRST_LOOK];
  let gone: number | null = null;
  try {
    for (;;) {
      const states = await statesInSlurm(out); // before the files: what ends in between is seen as over
      const open = tasks.filter(({ address }) => !isOver(taskFolder(out, address)));
      if (open.length === 0) return EXIT.success;
      const text = `${tasks.length - open.length} of ${tasks.length}${wording([...states.values()])}\n`;
      if (text !== shown) terminal.err(text);
      look = text === shown ? Math.min(LAST_LOOK, 1.5 * look) : FIRST_LOOK;
      shown = text;
      const isGone = open.every(({ address }) => !states.has(shortAddress(address)));
      gone = isGone ? (gone ?? terminal.seconds()) : null;
      if (gone !== null && terminal.seconds() - gone > GRACE) {
        terminal.err(`${open.length} tasks are neither over nor in Slurm\n`);
        return EXIT.failed;
      }
      await signals.pause(1000 * look);
      const code = signals.code();
      if (code !== null) return code;
    }
  } finally {
    signals.end();
  }
}

const wording = (states: readonly string[]): string =>
  [...new Set(states)].map((state) => `, ${states.filter((one) => one === state).length} ${state}`).join('');
