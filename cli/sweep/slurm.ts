/**
 * @file The executor `slurm`: tasks as the elements of job arrays. An element is one process that needs the folder of the sweep and
 * nothing else of the others; requeued, it goes on from its checkpoints.
 */

import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { DomainError } from '../../src/errors.ts';
import { writeAtomically } from '../atomic-file.ts';
import { jsonIfThere, type ListedTask, shortAddress } from './sweep-folder.ts';

const run = promisify(execFile);

/** Arrays that were handed over, and the tasks of each of their elements. */
export interface SlurmArray {
  readonly job: string;
  readonly submitted: string;
  /** Short addresses, by the number of the element. */
  readonly elements: readonly (readonly string[])[];
}

/** What is to be submitted. */
export interface SlurmOrder {
  readonly out: string;
  /** Those that are not over, and in no array that waits or runs. */
  readonly tasks: readonly ListedTask[];
  /** Tasks of one element, and most elements at the same time; null: as many as Slurm lets run. */
  readonly perElement: number;
  readonly atOnce: number | null;
  /** Options of sbatch, such as --partition=long, --time=2:00:00, --cpus-per-task=4. */
  readonly options: readonly string[];
  /** What starts this program. */
  readonly program: readonly string[];
}

/** Workers of an element that may be killed, one after the other. */
const MOST_DEATHS = 10;

const slurmFolder = (out: string): string => join(resolve(out), 'slurm');
const arraysPath = (out: string): string => join(slurmFolder(out), 'arrays.json');

/** The arrays of a sweep, in the order in which they were submitted. */
export function arraysOf(out: string): readonly SlurmArray[] {
  const json = jsonIfThere(arraysPath(out));
  return Array.isArray(json) ? json : [];
}

/**
 * Submits the tasks: an array, or several where Slurm takes no more elements in one (MaxArraySize).
 *
 * @throws {DomainError} there is no Slurm, or it refuses the options
 */
export async function submit(order: SlurmOrder): Promise<readonly SlurmArray[]> {
  const { out, tasks, perElement } = order;
  const folder = slurmFolder(out);
  mkdirSync(folder, { recursive: true });
  const most = await mostElements();
  const elements: string[][] = [];
  for (let at = 0; at < tasks.length; at += perElement) {
    elements.push(tasks.slice(at, at + perElement).map(({ address }) => shortAddress(address)));
  }
  const submitted: SlurmArray[] = [];
  for (let at = 0; at < elements.length; at += most) {
    const array = await submitArray(order, folder, elements.slice(at, at + most));
    submitted.push(array);
    writeAtomically(arraysPath(out), JSON.stringify([...arraysOf(out), array]));
  }
  return submitted;
}

async function submitArray(order: SlurmOrder, folder: string, elements: readonly (readonly string[])[]) {
  const number = arraysOf(order.out).length + 1;
  const lists = join(folder, `array-${number}`);
  mkdirSync(lists, { recursive: true });
  for (const [k, tasks] of elements.entries()) writeAtomically(join(lists, String(k)), `${tasks.join('\n')}\n`);
  const script = join(folder, `array-${number}.sh`);
  writeAtomically(script, arrayScript(order, lists, folder, elements.length));
  chmodSync(script, 0o755);
  const answer = await slurm('sbatch', ['--parsable', ...order.options, script]);
  return { job: answer.trim().split(';')[0]!, submitted: new Date().toISOString(), elements };
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * The script of an array. Slurm sends SIGTERM before it takes an element off a node (preemption, end of the time limit); the worker then
 * leaves its task with a checkpoint, and the element goes back to the queue, as it does where the worker was killed (137). One that a failing
 * node takes along is requeued by Slurm.
 */
export function arrayScript(
  { out, atOnce, program }: Pick<SlurmOrder, 'out' | 'atOnce' | 'program'>,
  lists: string,
  folder: string,
  elements: number,
): string {
  const work = [...program, 'work', resolve(out), '--tasks'].map(quoted).join(' ');
  return `#!/bin/bash
#SBATCH --job-name=bulkweave
#SBATCH --array=0-${elements - 1}${atOnce === null ? '' : `%${atOnce}`}
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=${join(folder, '%A_%a.log')}
#SBATCH --signal=B:TERM@60
element="\${SLURM_ARRAY_JOB_ID}_\${SLURM_ARRAY_TASK_ID}"
export BULKWEAVE_THREADS="\${BULKWEAVE_THREADS:-\${SLURM_CPUS_PER_TASK:-1}}"
${work} ${quoted(`${lists}/`)}"$SLURM_ARRAY_TASK_ID" --owner "slurm $element" &
worker=$!
trap 'kill -TERM $worker' TERM
wait $worker; code=$?
while kill -0 $worker 2>/dev/null; do wait $worker; code=$?; done
again=0
if [ $code -eq 143 ]; then again=1; fi
if [ $code -eq 137 ] && [ "\${SLURM_RESTART_COUNT:-0}" -lt ${MOST_DEATHS} ]; then again=1; fi
if [ $again -eq 1 ]; then scontrol requeue "$element"; fi
exit $code
`;
}

/** Most elements of an array: MaxArraySize counts from 0. */
async function mostElements(): Promise<number> {
  const found = /^MaxArraySize\s*=\s*(\d+)/m.exec(await slurm('scontrol', ['show', 'config']));
  return Math.max(1, Number(found?.[1] ?? 1001) - 1);
}

/** The state of every element of the arrays that Slurm still knows of, PENDING, RUNNING, …, by the short addresses of its tasks. */
export async function statesInSlurm(out: string): Promise<ReadonlyMap<string, string>> {
  const arrays = arraysOf(out);
  if (arrays.length === 0) return new Map();
  const states = await elementStates(arrays);
  const found = new Map<string, string>();
  for (const { job, elements } of arrays) {
    for (const [k, tasks] of elements.entries()) {
      const state = states.get(`${job}_${k}`);
      if (state !== undefined) for (const task of tasks) found.set(task, state);
    }
  }
  return found;
}

/** squeue lists what waits and runs, element by element; it ends with an error where it knows none of the jobs any more. */
async function elementStates(arrays: readonly SlurmArray[]): Promise<ReadonlyMap<string, string>> {
  const jobs = arrays.map(({ job }) => job).join(',');
  let text: string;
  try {
    text = await slurm('squeue', ['--noheader', '--array', `--jobs=${jobs}`, '--format=%F_%K %T']);
  } catch (error) {
    if (error instanceof DomainError && /Invalid job id/.test(error.message)) return new Map();
    throw error;
  }
  const lines = text.trim().split('\n').filter(Boolean);
  return new Map(lines.map((line) => line.trim().split(/\s+/) as [string, string]));
}

/** @throws {DomainError} the command is not there, or refuses */
async function slurm(command: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(command, [...args], { maxBuffer: 2 ** 28 });
    return stdout;
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: string };
    if (code === 'ENOENT')
      throw new DomainError(`the executor slurm: the command ${command} of Slurm required, got none`);
    throw new DomainError(`${command}: ${(stderr ?? String(error)).trim()}`);
  }
}
