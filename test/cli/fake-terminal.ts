/** @file A terminal that remembers: for tests of commands without a process. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { StartWork } from '../../cli/assignment.ts';
import { carryOut } from '../../cli/carry-out.ts';
import type { Variables } from '../../cli/environment.ts';
import { program } from '../../cli/program.ts';
import { serve } from '../../cli/served-request.ts';
import { answerRequest } from '../../cli/sweep/answer-request.ts';
import type { TaskRunner } from '../../cli/sweep/task-runner.ts';
import type { RunningProcess, Signal, Terminal } from '../../cli/terminal.ts';
import { currentEngine, useEngine } from '../../src/engine/engine.ts';

interface FakeOptions {
  readonly environment?: Variables;
  readonly isTerminal?: boolean;
  readonly columns?: number;
  /** What comes by standard input. */
  readonly input?: string | Uint8Array;
}

/** Does the work in the thread of the test, and gives the tests after it their engine back. */
const startWork: StartWork = (assignment, onReport) => {
  let stopped = false;
  const engine = currentEngine();
  void carryOut(assignment, onReport, () => stopped).finally(() => useEngine(engine));
  const stop = (): void => {
    stopped = true;
  };
  return { stop, end: stop };
};

/** Answers a request in the thread of the test. */
const startRequest: TaskRunner['startRequest'] = (asked, onReport) => {
  let stopped = false;
  void answerRequest(asked, onReport, () => stopped);
  const stop = (): void => {
    stopped = true;
  };
  return { stop, end: stop };
};

/** Runs the program in this process, as if it were one of its own. */
function startProgram(args: readonly string[], environment: Variables, onLine: (line: string) => void): RunningProcess {
  const { terminal, written, interrupt } = fakeTerminal({ environment });
  const out = (text: string): void => {
    for (const line of text.trimEnd().split('\n')) onLine(line);
  };
  const ended = program(args, { ...terminal, out }).then((code) => {
    return { code, killedBy: null, said: written.err.trimEnd().split('\n').at(-1) ?? '' };
  });
  return { ended, stop: () => interrupt('SIGTERM') };
}

/** A terminal with its output, a clock that the test sets, and a key that interrupts. */
export function fakeTerminal(options: FakeOptions = {}) {
  const written = { out: '', err: '' };
  const clock = { seconds: 0 };
  const listeners = new Set<(signal: Signal) => void>();
  const terminal: Terminal = {
    environment: options.environment ?? {},
    input: async function* () {
      const { input = '' } = options;
      yield typeof input === 'string' ? new TextEncoder().encode(input) : input;
    },
    outBytes: (bytes) => {
      written.out += new TextDecoder('latin1').decode(bytes);
    },
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    isTerminal: options.isTerminal ?? false,
    columns: () => options.columns ?? 80,
    seconds: () => clock.seconds,
    onInterrupt: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    startWork,
    startComputer: async () => ({
      reply: (request, _, onStep) => serve(request, ({ message }) => onStep(message)),
      end: () => {},
    }),
    program: ['bulkweave'],
    startTasks: async () => ({ startWork, startRequest, spent: () => null, end: () => {} }),
    startProcess: (args, environment, onLine) => startProgram(args, { ...options.environment, ...environment }, onLine),
  };
  const interrupt = (signal: Signal = 'SIGINT'): void => {
    for (const listener of listeners) listener(signal);
  };
  return { terminal, written, clock, interrupt, listeners };
}

/** Runs a command line and returns its exit code and output. */
export const command = (...args: readonly string[]) => commandIn({}, ...args);

/** The same in an environment. */
export async function commandIn(environment: Variables, ...args: readonly string[]) {
  const { terminal, written } = fakeTerminal({ environment });
  const code = await program(args, terminal);
  return { code, ...written };
}

/** The same with something on standard input. */
export async function commandFrom(input: string | Uint8Array, ...args: readonly string[]) {
  const { terminal, written } = fakeTerminal({ input });
  const code = await program(args, terminal);
  return { code, ...written };
}

/** A folder for the current test, removed after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bulkweave-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
