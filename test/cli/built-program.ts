/** @file The command line as a process, joined from the sources into files that Node runs. */

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { packageRoot } from '../../cli/package-root.ts';

/** A program, and what removes it. */
export interface BuiltProgram {
  readonly start: (...args: readonly string[]) => ChildProcessWithoutNullStreams;
  readonly remove: () => void;
}

/** Builds it into a folder of its own below `dist`, from where it finds the packages. */
export async function builtProgram(): Promise<BuiltProgram> {
  const dist = join(packageRoot(), 'dist');
  mkdirSync(dist, { recursive: true });
  const folder = mkdtempSync(join(dist, 'test-'));
  const bundle = await rolldown({
    input: {
      main: 'cli/main.ts',
      worker: 'cli/worker.ts',
      'compute-worker': 'cli/compute-worker.ts',
      'task-thread': 'cli/sweep/task-thread.ts',
    },
    platform: 'node',
    external: /^[^./]/,
  });
  await bundle.write({ dir: folder, format: 'esm' });
  return {
    start: (...args) => spawn(process.execPath, [join(folder, 'main.js'), ...args]),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A process that has ended: its exit code, and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Waits for the end of a process. */
export function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const written = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    written.out += text;
  });
  child.stderr.on('data', (text) => {
    written.err += text;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...written })));
}

/** Waits until a process has written a text to standard error; false if it ends before. */
export function said(child: ChildProcessWithoutNullStreams, text: string): Promise<boolean> {
  let heard = '';
  return new Promise((resolve) => {
    child.on('close', () => resolve(false));
    child.stderr.on('data', (part) => {
      heard += part;
      if (heard.includes(text)) resolve(true);
    });
  });
}
