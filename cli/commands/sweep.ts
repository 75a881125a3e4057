/** @file bulkweave sweep FILE: many experiments or requests of one kind, carried out, gathered, and gone on with. */

import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DomainError } from '../../src/errors.ts';
import { type ExpandedSweep, expandedSweep } from '../../train/sweep/expand.ts';
import type { PartSum } from '../../train/sweep/part-sums.ts';
import { lostColumns } from '../../train/sweep/sweep-table.ts';
import { prepareFolder } from '../atomic-file.ts';
import { backendOf } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { issuesMessage } from '../issues-message.ts';
import { readJson } from '../json-file.ts';
import { announcement } from '../package-root.ts';
import { readingFrom } from '../reading.ts';
import { checkpointPath } from '../run-folder.ts';
import { executorOf } from '../sweep/executor.ts';
import { gather } from '../sweep/gather.ts';
import { statusLines } from '../sweep/status.ts';
import {
  failurePath,
  loadSweep,
  manifestPath,
  type SweepManifest,
  saveSweep,
  shortAddress,
  taskFolder,
} from '../sweep/sweep-folder.ts';
import { isOver } from '../sweep/task-state.ts';
import type { Terminal } from '../terminal.ts';

/** Options of the command, as commander hands them over. */
export interface SweepOptions {
  readonly out?: string;
  readonly backend?: string;
  readonly executor?: string;
  readonly workers?: string;
  readonly redis?: string;
  readonly queue?: string;
  readonly slurm?: string;
  readonly perElement?: string;
  /** False with --no-wait. */
  readonly wait?: boolean;
  readonly plan?: boolean;
  readonly status?: boolean;
  readonly gather?: boolean;
  readonly retry?: boolean;
}

/**
 * Begins a sweep, or goes on with it: from a file, whose tasks that are finished in the folder are kept, or from the folder.
 *
 * @returns 0 if all tasks are finished and reached what they were to reach, 1 if not, 130, 143 or 129 after a signal
 */
export async function sweepCommand(path: string, options: SweepOptions, terminal: Terminal): Promise<ExitCode> {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  if (options.plan === true) return await plan(path, isFolder, options, terminal);
  const execute = await executorOf(options, terminal);
  const out = isFolder ? path : undefined;
  if (options.status === true || options.gather === true) {
    const folder = out ?? options.out ?? join('runs', nameIn(path));
    const manifest = loadSweep(folder);
    if (options.status === true) {
      terminal.out(`${statusLines(folder, manifest, await slurmStates(folder, terminal)).join('\n')}\n`);
    }
    return options.gather === true ? gathered(folder, manifest, terminal) : EXIT.success;
  }
  const { folder, manifest } = isFolder
    ? { folder: path, manifest: loadSweep(path) }
    : await begun(path, options, terminal);
  terminal.err(announcement(manifest.sweep.name));
  if (options.retry === true) forget(folder, manifest);
  const open = unfinished(folder, manifest);
  const unique = new Set(manifest.tasks.map(({ address }) => address)).size;
  terminal.err(`${unique} tasks, ${unique - open.length} of them over; ${folder}\n`);
  if (open.length > 0) {
    const code = await execute(folder, open);
    if (code === 'submitted') return EXIT.success;
    if (code !== EXIT.success) {
      terminal.err(`to go on: bulkweave sweep ${folder}${options.executor ? ` --executor ${options.executor}` : ''}\n`);
      return code;
    }
  }
  return gathered(folder, manifest, terminal);
}

/** What Slurm says of the tasks; nothing, with a warning, where it cannot be asked, as on a machine outside of the cluster. */
async function slurmStates(folder: string, terminal: Terminal): Promise<ReadonlyMap<string, string>> {
  const { statesInSlurm } = await import('../sweep/slurm.ts');
  try {
    return await statesInSlurm(folder);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    terminal.err(`${error.message}\n`);
    return new Map();
  }
}

/** The tasks that are not over, each once. */
function unfinished(folder: string, { tasks }: SweepManifest) {
  const unique = new Map(tasks.map((task) => [task.address, task]));
  return [...unique.values()].filter(({ address }) => !isOver(taskFolder(folder, address)));
}

/** Forgets failures, so that their tasks are tried again. */
function forget(folder: string, { tasks }: SweepManifest): void {
  for (const { address } of tasks) rmSync(failurePath(taskFolder(folder, address)), { force: true });
}

function gathered(folder: string, manifest: SweepManifest, terminal: Terminal): ExitCode {
  const { table, sums, paths } = gather(folder, manifest);
  const { rows, best } = table;
  const failed = rows.filter(({ status }) => status === 'failed');
  for (const { name, message } of failed) terminal.err(`failed: ${name}: ${message}\n`);
  for (const lost of lostColumns(manifest.sweep, table)) terminal.err(`warning: ${lost}\n`);
  const counts = [...new Set(rows.map(({ status }) => status))]
    .map((status) => `${rows.filter((row) => row.status === status).length} ${status}`)
    .join(', ');
  const lines = (best?.rows ?? []).map(
    ({ name, value, of, reached }) => `best ${best!.of}: ${value} in ${name}, reached by ${reached} of ${of}`,
  );
  const totals = sums.map(sumLine);
  terminal.out(`${[counts, ...lines, ...totals, ...paths].join('\n')}\n`);
  return rows.every(({ status }) => status === 'finished') ? EXIT.success : EXIT.failed;
}

/** A contraction that was put together, or how much of it there is. */
function sumLine({ fields, contracted, slices, value, exponent }: PartSum): string {
  const of = Object.keys(fields).length === 0 ? '' : ` at ${JSON.stringify(fields)}`;
  if (value === null || contracted < slices) return `contraction${of}: ${contracted} of ${slices} slices`;
  const [re, im] = value.interleaved;
  const shown = value.shape.length === 0 ? `${re} ${im! < 0 ? '−' : '+'} ${Math.abs(im!)} i` : `shape (${value.shape})`;
  return `contraction${of}: ${shown}${exponent === 0 ? '' : ` × 2^${exponent}`}, all ${slices} slices`;
}

async function expanded(path: string): Promise<{ readonly json: unknown; readonly found: ExpandedSweep }> {
  const json = readJson(path);
  const { read } = readingFrom(dirname(resolve(path)));
  const found = await expandedSweep(json, (name) => {
    try {
      return read(name);
    } catch {
      return null;
    }
  });
  if ('issues' in found) throw new DomainError(issuesMessage(path, found.issues));
  return { json, found };
}

const nameIn = (path: string): string => String((readJson(path) as { readonly name?: unknown } | null)?.name ?? '');

/** Reads the file and writes its tasks to the folder, beside those that are there. */
async function begun(path: string, options: SweepOptions, terminal: Terminal) {
  const backend = backendOf(options.backend, terminal.environment);
  const { json, found } = await expanded(path);
  const folder = options.out ?? join('runs', found.sweep.name);
  const before = existsSync(manifestPath(folder)) ? loadSweep(folder) : null;
  if (before !== null && before.sweep.name !== found.sweep.name) {
    throw new DomainError(
      `${folder}: a free folder, or that of the sweep '${found.sweep.name}' required, got '${before.sweep.name}'`,
    );
  }
  if (before === null && (existsSync(checkpointPath(folder)) || existsSync(join(folder, 'record.json')))) {
    throw new DomainError(`${folder}: a free folder required, got a run; choose another with --out`);
  }
  prepareFolder(folder);
  const manifest = saveSweep(folder, found, { source: json, folder: dirname(resolve(path)), backend });
  return { folder, manifest };
}

/** Prints the tasks, and begins nothing. */
async function plan(path: string, isFolder: boolean, _: SweepOptions, terminal: Terminal): Promise<ExitCode> {
  const tasks = isFolder ? loadSweep(path).tasks : (await expanded(path)).found.tasks;
  for (const { address, name, fields } of tasks) {
    terminal.out(`${shortAddress(address)}  ${name}  ${JSON.stringify(fields)}\n`);
  }
  terminal.err(`${tasks.length} tasks\n`);
  return EXIT.success;
}
