/**
 * @file One run at a time in a folder: a lock that names its process, and that the next run removes if the process is
 * gone.
 */

import { randomUUID } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '../src/errors.ts';

/** The process that holds a folder. */
export interface Holder {
  readonly pid: number;
  /** When the process began, in the system's own units; null where unavailable. */
  readonly began: string | null;
  readonly host: string;
  readonly since: string;
  /** A name that outlives the process, such as that of a job that is begun again elsewhere. */
  readonly owner?: string | undefined;
  /** Whether it touches the lock as long as it lives. */
  readonly beats?: boolean | undefined;
}

/** How a lock that the holder's machine cannot be asked about is taken over. */
export interface LockOptions {
  /** A lock of the same owner is taken over: there is one process of that name at a time. */
  readonly owner?: string;
  /** Makes a lock that is to be touched, and takes over one of another machine that was not touched for long, as this tells. */
  readonly isSilent?: (path: string) => boolean;
  /** Called when a lock was taken over. */
  readonly onTakeOver?: () => void;
}

/** Who holds a folder at present, as far as can be seen; null if nobody does. */
export function holderOf(folder: string): Holder | null {
  const text = readIfThere(lockPath(folder));
  const holder = text === null ? null : holderIn(text);
  return holder !== null && isHeld(holder, lockPath(folder)) ? holder : null;
}

export const lockPath = (folder: string): string => join(folder, 'run.lock');

/** Files that a killed process may have left half written: see `writeAtomically` and `prepareFolder`. */
const HALF_WRITTEN = /^(?:checkpoint\.json|record\.json|report\.html|run\.lock|)\.[0-9a-f]{8}\.tmp$/;

/**
 * Takes a folder for this process. The lock of a process that is gone (killed, or ended by a restart of the machine) is
 * taken over, and files that it left half written are removed.
 *
 * @param tell - called with a line for each takeover and removal
 * @returns a function that releases the folder
 * @throws {DomainError} another process, or one on another machine, holds it
 */
export function lockFolder(folder: string, tell: (line: string) => void, options: LockOptions = {}): () => void {
  const { owner, isSilent } = options;
  const path = lockPath(folder);
  const own: Holder = {
    ...{ owner, beats: isSilent && true },
    pid: process.pid,
    began: beginningOf(process.pid),
    host: hostname(),
    since: new Date().toISOString(),
  };
  const text = JSON.stringify({ ...own, key: randomUUID() });
  while (!isCreated(path, text)) {
    const found = readIfThere(path);
    if (found === null) continue; // released in the meantime
    const holder = holderIn(found);
    if (holder !== null && isHeld(holder, path, options)) throw new DomainError(heldMessage(folder, holder));
    if (isMoved(path, found)) {
      tell(takenOver(path, holder));
      options.onTakeOver?.();
    }
  }
  for (const name of readdirSync(folder).filter((file) => HALF_WRITTEN.test(file))) {
    rmSync(join(folder, name), { force: true });
    tell(`${join(folder, name)}: left half written by a run that was killed; removed\n`);
  }
  return () => {
    if (readIfThere(path) === text) rmSync(path, { force: true });
  };
}

const heldMessage = (folder: string, { pid, host, since }: Holder): string =>
  `${folder}: a folder in which no run is going on required, got one held by process ${pid} on ${host} since ${since}` +
  (host === hostname() ? '; choose another with --out' : `; if that is gone, remove ${lockPath(folder)}`);

const takenOver = (path: string, holder: Holder | null): string =>
  `${path}: left by ${holder === null ? 'an unknown process' : `process ${holder.pid}, begun ${holder.since}, which is gone`}; taken over\n`;

/** Whether the process still runs, as far as can be seen; one on another machine is assumed to, unless its lock tells otherwise. */
function isHeld({ pid, began, host, ...other }: Holder, path: string, { owner, isSilent }: LockOptions = {}): boolean {
  if (owner !== undefined && other.owner === owner) return false;
  if (host !== hostname()) return !(other.beats === true && isSilent?.(path) === true);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false; // EPERM: it runs, and belongs to another user
  }
  return beginningOf(pid) === began; // otherwise its number has been given to a new process
}

/** Clock ticks from the start of the machine to that of the process; null without /proc. */
function beginningOf(pid: number): string | null {
  const status = readIfThere(`/proc/${pid}/stat`);
  return status?.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

/** Creates the file with its whole contents at once, unless it exists. */
function isCreated(path: string, text: string): boolean {
  const neighbour = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    writeFileSync(neighbour, text);
    linkSync(neighbour, path);
    return true;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (syscall !== 'link') throw error;
    if (code === 'ENOENT') return false; // another process has just taken the folder, and tidied it up
    return isWritten(path, text); // a file system without links
  } finally {
    rmSync(neighbour, { force: true });
  }
}

/** Writes the file unless it exists. */
function isWritten(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the stale lock away; false, leaving it as it is, if another process has taken it over in the meantime. */
function isMoved(path: string, stale: string): boolean {
  const aside = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    renameSync(path, aside);
  } catch {
    return false; // another process was faster
  }
  const moved = readIfThere(aside);
  const isStale = moved === null || moved === stale; // null: the next holder has tidied it up
  if (!isStale) linkSync(aside, path);
  rmSync(aside, { force: true });
  return isStale;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function holderIn(text: string): Holder | null {
  try {
    const { pid, began, host, since, owner, beats } = JSON.parse(text) as Holder;
    if (!(Number.isInteger(pid) && pid > 0 && typeof host === 'string')) return null;
    return { pid, began, host, since, owner, beats };
  } catch {
    return null;
  }
}
