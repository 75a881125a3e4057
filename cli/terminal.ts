/** @file Where the command line interface reads and writes: the only door to the process. */

import type { StartWork } from './assignment.ts';
import type { Computer, ComputerOptions } from './computing-thread.ts';
import type { Variables } from './environment.ts';
import { startWorkThread } from './work-thread.ts';

/** Signals that ask to stop: Ctrl-C, the system, the end of the terminal. */
export type Signal = (typeof SIGNALS)[number];

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The surroundings of a command; tests bring their own. */
export interface Terminal {
  readonly environment: Variables;
  /** What comes by standard input. */
  readonly input: () => AsyncIterable<Uint8Array>;
  /** Writes text to standard output. */
  readonly out: (text: string) => void;
  /** Writes bytes to standard output. */
  readonly outBytes: (bytes: Uint8Array) => void;
  /** Writes text to standard error. */
  readonly err: (text: string) => void;
  /** Whether a person watches standard error, so that a line may be drawn again and again. */
  readonly isTerminal: boolean;
  readonly columns: () => number;
  /** Seconds since an arbitrary origin. */
  readonly seconds: () => number;
  /** Calls the listener when the user asks to stop; returns a function that removes the listener. */
  readonly onInterrupt: (listener: (signal: Signal) => void) => () => void;
  /** Starts the work elsewhere, so that this thread remains free to listen. */
  readonly startWork: StartWork;
  /** Begins a computer of requests, elsewhere for the same reason. */
  readonly startComputer: (options: ComputerOptions) => Promise<Computer>;
}

/** The terminal of this process. */
export const processTerminal: Terminal = {
  environment: process.env,
  input: () => process.stdin,
  out: (text) => void process.stdout.write(text),
  outBytes: (bytes) => void process.stdout.write(bytes),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true && process.env.CI === undefined && process.env.TERM !== 'dumb',
  columns: () => process.stderr.columns || 80,
  seconds: () => performance.now() / 1000,
  onInterrupt: (listener) => {
    for (const signal of SIGNALS) process.on(signal, listener);
    return () => {
      for (const signal of SIGNALS) process.off(signal, listener);
    };
  },
  startWork: startWorkThread,
  startComputer: async (options) => (await import('./computing-thread.ts')).computingThread(options),
};
