/** @file How far a task is, as its files tell. */

import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { checkpointPath, recordPath } from '../run-folder.ts';
import { holderOf } from '../run-lock.ts';
import { answerPath, failurePath, jsonIfThere, sessionsPath } from './sweep-folder.ts';

/**
 * - finished: record or answer are there;
 * - missed: the record is there, but a state did not reach its target, or a check of a study failed;
 * - failed: it ended with an error, or its workers died too often;
 * - running: a process that lives, or one on another machine, holds it;
 * - interrupted: a checkpoint is there;
 * - waiting: none of these.
 */
export type TaskState = (typeof TASK_STATES)[number];

export const TASK_STATES = ['finished', 'missed', 'failed', 'running', 'interrupted', 'waiting'] as const;

/** One process at a task, from taking it to leaving it; a killed one leaves none. */
export interface Session {
  readonly host: string;
  readonly pid: number;
  /** When it began. */
  readonly at: string;
  /** From taking the task to leaving it, and of processor time of all threads. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Of it in the thread that computes. */
  readonly workSeconds: number | null;
  readonly ended: 'finished' | 'missed' | 'failed' | 'stopped';
}

/** What went wrong with a task. */
export interface Failure {
  readonly message: string;
  readonly code: number;
}

/** Whether there is nothing left to be done. */
export const isOver = (task: string): boolean => isAnswered(task) || existsSync(failurePath(task));

/** Whether the result is there. */
export const isAnswered = (task: string): boolean => existsSync(recordPath(task)) || existsSync(answerPath(task));

export const sessionsOf = (task: string): readonly Session[] => {
  const json = jsonIfThere(sessionsPath(task));
  return Array.isArray(json) ? json : [];
};

/** Adds a session to those of a task. */
export function addSession(task: string, session: Session): void {
  const path = sessionsPath(task);
  const neighbour = `${path}.${process.pid}.tmp`;
  writeFileSync(neighbour, JSON.stringify([...sessionsOf(task), session])); // not forced to the disk: nothing depends on it
  renameSync(neighbour, path);
}

export const failureOf = (task: string): Failure | null => jsonIfThere(failurePath(task)) as Failure | null;

export function stateOf(task: string): TaskState {
  if (isAnswered(task)) return sessionsOf(task).at(-1)?.ended === 'missed' ? 'missed' : 'finished';
  if (existsSync(failurePath(task))) return 'failed';
  if (holderOf(task) !== null) return 'running';
  return existsSync(checkpointPath(task)) ? 'interrupted' : 'waiting';
}
