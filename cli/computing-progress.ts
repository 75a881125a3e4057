/** @file The progress of a computation on standard error; what takes no time shows none in a log. */

import type { ComputeStep } from '../train/compute/request.ts';
import { startProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** Seconds of a computation before a log tells of it. */
const SILENT = 1;

/** Shows the steps of a computation under its name; `end` before other lines are printed. */
export function computingProgress(terminal: Terminal) {
  const progress = startProgress(terminal);
  const begun = terminal.seconds();
  const show = (name: string, { message }: ComputeStep): void => {
    if (!terminal.isTerminal && terminal.seconds() - begun < SILENT) return;
    progress.show({ stage: 'study', place: null, message, chapter: name });
  };
  return { show, end: progress.end };
}
