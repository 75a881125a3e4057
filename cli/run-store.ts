/** @file Keeping the results of a run: on the disk or, where that fails, in memory until it succeeds. */

import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { duration } from '../src/number-format.ts';
import type { RunRecord } from '../src/record/run-record.ts';
import type { StudyRecord } from '../src/record/study-record.ts';
import { reasonOf } from './exit-code.ts';
import { checkpointPath, recordPath, type SavedRun, saveCheckpoint, saveRecord } from './run-folder.ts';

/** Access to the disk; tests bring their own. */
export interface Disk {
  readonly saveCheckpoint: typeof saveCheckpoint;
  readonly saveRecord: typeof saveRecord;
  readonly wait: (seconds: number) => Promise<void>;
}

export const realDisk: Disk = {
  saveCheckpoint,
  saveRecord,
  wait: (seconds) => new Promise((waited) => setTimeout(waited, 1000 * seconds)),
};

/** The store of a run's results. */
export interface RunStore {
  /** Writes the checkpoint, or says why not; trying again is up to the caller. */
  readonly keep: (saved: Omit<SavedRun, 'schema'>) => boolean;
  /** Writes record and report page. @returns the folder where they are; null if they could not be written anywhere */
  readonly finish: (record: RunRecord | StudyRecord, page: string) => Promise<string | null>;
  /** What the last checkpoint on the disk holds, and how to go on from it, in words. */
  readonly kept: () => string;
}

/** Seconds before each further attempt to write the record. */
const PAUSES = [1, 4, 15, 40];

/**
 * The store of a run in its folder. A folder that was deleted is created again. Where the disk is full, a checkpoint is
 * left out with a warning; writing the record is tried for a minute, and then it is written to the system's folder for
 * temporary files.
 *
 * @param before - time spent on what the folder already holds; null for a new run
 */
export function runStore(
  out: string,
  before: number | null,
  tell: (text: string) => void,
  disk: Disk = realDisk,
): RunStore {
  let isFailing = false;
  let keptSeconds = before;

  const keep = (saved: Omit<SavedRun, 'schema'>): boolean => {
    const reason = failure(() => disk.saveCheckpoint(out, saved), out, tell);
    if (reason === null) {
      if (isFailing) tell(`${checkpointPath(out)}: written again\n`);
      keptSeconds = saved.seconds;
    } else if (!isFailing) {
      tell(`${checkpointPath(out)}: not written: ${reason}; the run goes on and tries again. ${kept()}\n`);
    }
    isFailing = reason !== null;
    return !isFailing;
  };

  const kept = (): string =>
    keptSeconds === null
      ? 'Nothing is kept on the disk yet.'
      : `The state after ${duration(keptSeconds)} is kept on the disk; to go on from it: bulkweave resume ${out}`;

  const finish = async (record: RunRecord | StudyRecord, page: string): Promise<string | null> => {
    for (const pause of [...PAUSES, null]) {
      const reason = failure(() => disk.saveRecord(out, record, page), out, tell);
      if (reason === null) return out;
      const next = pause === null ? 'it is written elsewhere' : `another attempt follows in ${duration(pause)}`;
      tell(`${recordPath(out)}: not written: ${reason}; the finished run is kept in memory, ${next}\n`);
      if (pause !== null) await disk.wait(pause);
    }
    const elsewhere = mkdtempSync(join(tmpdir(), `bulkweave-${record.experiment.name}-`));
    const reason = failure(() => disk.saveRecord(elsewhere, record, page), elsewhere, tell);
    if (reason === null) return elsewhere;
    tell(`${recordPath(elsewhere)}: not written: ${reason}. ${kept()}\n`);
    return null;
  };

  return { keep, finish, kept };
}

/** Why files could not be written; null if they were. */
function failure(write: () => void, folder: string, tell: (text: string) => void): string | null {
  try {
    try {
      write();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      mkdirSync(folder, { recursive: true });
      write();
      tell(`${folder}: was deleted while the run went on; created again\n`);
    }
    return null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error; // not an error of the disk
    return reasonOf(error);
  }
}
