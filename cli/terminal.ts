/** @file Where the command line interface reads and writes: the only door to the process. */

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { StartWork } from './assignment.ts';
import type { Computer, ComputerOptions } from './computing-thread.ts';
import type { Variables } from './environment.ts';
import type { TaskRunner } from './sweep/task-runner.ts';
import type { TaskThreadData } from './sweep/task-thread.ts';
import { startWorkThread } from './work-thread.ts';

/** Signals that ask to stop: Ctrl-C, the system, the end of the terminal. */
export type Signal = (typeof SIGNALS)[number];

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A process that runs this program. */
export interface RunningProcess {
  /** Its exit code, or the signal that killed it, and the last line that it wrote to standard error. */
  readonly ended: Promise<{ readonly code: number | null; readonly killedBy: string | null; readonly said: string }>;
  /** Asks it to stop. */
  readonly stop: () => void;
}

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
  /** Begins a thread for the tasks of a sweep. */
  readonly startTasks: (options: Omit<TaskThreadData, 'stopped'>) => Promise<TaskRunner>;
  /** The command that starts this program, in other processes. */
  readonly program: readonly string[];
  /** Runs this program with other arguments; `onLine` is called with each line of its standard output. */
  readonly startProcess: (
    args: readonly string[],
    environment: Variables,
    onLine: (line: string) => void,
  ) => RunningProcess;
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
  startTasks: async (options) => (await import('./sweep/task-runner.ts')).taskRunner(options),
  program: [process.execPath, process.argv[1] ?? ''],
  startProcess,
};

function startProcess(args: readonly string[], environment: Variables, onLine: (line: string) => void): RunningProcess {
  const child = spawn(process.execPath, [process.argv[1]!, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  createInterface(child.stdout).on('line', onLine);
  let said = '';
  createInterface(child.stderr).on('line', (line) => {
    said = line.trim() || said;
  });
  const ended = new Promise<Awaited<RunningProcess['ended']>>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, killedBy) => resolve({ code, killedBy, said }));
  });
  return { ended, stop: () => void child.kill('SIGTERM') };
}
