/** @file A terminal that remembers: for tests of commands without a process. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { program } from '../../cli/program.ts';
import type { Terminal } from '../../cli/terminal.ts';

/** A terminal with its output, a clock that the test sets, and a key that interrupts. */
export function fakeTerminal(options: { readonly isTerminal?: boolean; readonly columns?: number } = {}) {
  const written = { out: '', err: '' };
  const clock = { seconds: 0 };
  const listeners = new Set<() => void>();
  const terminal: Terminal = {
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
  };
  const interrupt = (): void => {
    for (const listener of listeners) listener();
  };
  return { terminal, written, clock, interrupt, listeners };
}

/** Runs a command line and returns its exit code and output. */
export async function command(...args: readonly string[]) {
  const { terminal, written } = fakeTerminal();
  const code = await program(args, terminal);
  return { code, ...written };
}

/** A folder for the current test, removed after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bulkweave-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
