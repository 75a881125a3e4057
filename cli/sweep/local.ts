/** @file The executor `local`: some processes of this machine that take tasks from the folder, replaced where one dies. */

import { duration } from '../../src/number-format.ts';
import { settingsOf } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { ENDED } from '../interruption.ts';
import type { RunningProcess, Signal, Terminal } from '../terminal.ts';
import type { ListedTask } from './sweep-folder.ts';

/** Processes that may die in a row, none of their tasks having ended, before the sweep is given up. */
const MOST_DEATHS = 8;

/** Least seconds between two lines of progress; the last, and what failed, is always shown. */
const SHOW_EVERY = 0.5;

/** A line of a worker: what it did to which task. */
const EVENT = /^([0-9a-f]{16}) (begun|finished|missed|failed|stopped) (.*)$/;

/** What the processes are to do. */
export interface LocalOrder {
  readonly out: string;
  /** Those that are not over. */
  readonly tasks: readonly ListedTask[];
  readonly workers: number;
  readonly cores: number;
}

/**
 * Carries out the tasks in processes of this machine. A process that is killed is replaced; its task goes on from its checkpoint.
 *
 * @returns 0 when all are over, 130, 143 or 129 when a signal came, 1 if processes die again and again
 */
export async function runLocally(order: LocalOrder, terminal: Terminal): Promise<ExitCode> {
  const { out, tasks, workers, cores } = order;
  const unfinished = new Set(tasks.map(({ address }) => address.slice(0, 16)));
  const total = unfinished.size;
  const begun = terminal.seconds();
  const count = Math.min(workers, total);
  const threads = settingsOf(terminal.environment).threads ?? Math.max(1, Math.floor(cores / count));
  let signal: Signal | null = null;
  let deaths = 0;
  let shownAt = -Infinity;
  const running = new Set<RunningProcess>();
  const hear = (line: string): void => {
    const [, address, event, rest] = EVENT.exec(line) ?? [];
    if (address === undefined || event === 'begun') return;
    deaths = 0;
    if (event === 'stopped') return;
    unfinished.delete(address);
    const done = total - unfinished.size;
    const now = terminal.seconds();
    if (event !== 'failed' && unfinished.size > 0 && now - shownAt < SHOW_EVERY) return;
    shownAt = now;
    const left = ((now - begun) * unfinished.size) / done;
    terminal.err(
      `${done} of ${total}  ${event} ${rest}${unfinished.size > 0 ? `; about ${duration(left)} left` : ''}\n`,
    );
  };
  const worker = async (): Promise<ExitCode> => {
    for (;;) {
      const child = terminal.startProcess(['work', out], { BULKWEAVE_THREADS: String(threads) }, hear);
      running.add(child);
      const { code, killedBy, said } = await child.ended;
      running.delete(child);
      if (signal !== null || code === EXIT.success) return EXIT.success;
      deaths++;
      terminal.err(`a worker ended by ${killedBy ?? `exit code ${code}`}${said === '' ? '' : `: ${said}`}; `);
      const isLost = code === EXIT.badInput || deaths >= MOST_DEATHS;
      terminal.err(isLost ? 'it is not replaced\n' : 'another one takes its place\n');
      if (isLost) return EXIT.failed;
    }
  };
  const stopListening = terminal.onInterrupt((asked) => {
    if (signal === null) terminal.err('stopping after these steps …\n');
    signal ??= asked;
    for (const child of running) child.stop();
  });
  try {
    const codes = await Promise.all(Array.from({ length: count }, worker));
    if (signal !== null) return ENDED[signal as Signal];
    return codes.some((code) => code === EXIT.success) ? EXIT.success : EXIT.failed;
  } finally {
    stopListening();
  }
}
