/** @file Where the command line interface reads and writes: the only door to the process. */

import type { Variables } from './environment.ts';

/** The world of a command; tests bring their own. */
export interface Terminal {
  readonly environment: Variables;
  /** Writes text to standard output. */
  readonly out: (text: string) => void;
  /** Writes text to standard error. */
  readonly err: (text: string) => void;
  /** Whether a person watches standard error, so that a line may be drawn again and again. */
  readonly isTerminal: boolean;
  readonly columns: () => number;
  /** Seconds since some beginning. */
  readonly seconds: () => number;
  /** Calls the listener when the user asks to stop (Ctrl-C, SIGTERM); returns what takes the listener back. */
  readonly onInterrupt: (listener: () => void) => () => void;
}

/** The terminal of this process. */
export const processTerminal: Terminal = {
  environment: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true && process.env.CI === undefined && process.env.TERM !== 'dumb',
  columns: () => process.stderr.columns || 80,
  seconds: () => performance.now() / 1000,
  onInterrupt: (listener) => {
    process.on('SIGINT', listener);
    process.on('SIGTERM', listener);
    return () => {
      process.off('SIGINT', listener);
      process.off('SIGTERM', listener);
    };
  },
};
