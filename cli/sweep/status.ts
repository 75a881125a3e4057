/** @file How far a sweep is, in words. */

import { duration } from '../../src/number-format.ts';
import { checkpointPath } from '../run-folder.ts';
import { holderOf } from '../run-lock.ts';
import { jsonIfThere, type SweepManifest, shortAddress, taskFolder } from './sweep-folder.ts';
import { failureOf, sessionsOf, stateOf, TASK_STATES } from './task-state.ts';

/**
 * Counts by state, and a line for every task that runs, was interrupted or failed.
 *
 * @param inSlurm - what Slurm says of tasks, by their short addresses
 */
export function statusLines(
  folder: string,
  { sweep, tasks }: SweepManifest,
  inSlurm: ReadonlyMap<string, string>,
): readonly string[] {
  const unique = [...new Map(tasks.map((task) => [task.address, task])).values()];
  const states = unique.map((task) => {
    const own = taskFolder(folder, task.address);
    return { ...task, own, state: stateOf(own) };
  });
  const counts = TASK_STATES.flatMap((state) => {
    const count = states.filter((one) => one.state === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  const spent = states.flatMap(({ own }) => sessionsOf(own)).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
  return [
    `${sweep.name}: ${unique.length} tasks, ${counts.join(', ')}; ${duration(spent)} of processor time`,
    ...slurmLines(states.map(({ address }) => inSlurm.get(shortAddress(address)))),
    ...states.flatMap(({ address, name, own, state }) => {
      const about = detail(own, state);
      return about === null ? [] : [`  ${shortAddress(address)}  ${state.padEnd(11)}  ${name}${about}`];
    }),
  ];
}

/** What Slurm has of the tasks. */
function slurmLines(states: readonly (string | undefined)[]): readonly string[] {
  const known = [...new Set(states.filter((state) => state !== undefined))];
  if (known.length === 0) return [];
  return [`  in Slurm: ${known.map((state) => `${states.filter((one) => one === state).length} ${state}`).join(', ')}`];
}

function detail(own: string, state: string): string | null {
  if (state === 'running') {
    const holder = holderOf(own);
    return holder === null ? '' : `: process ${holder.pid} on ${holder.host} since ${holder.since}`;
  }
  if (state === 'interrupted') {
    const { seconds = 0 } = (jsonIfThere(checkpointPath(own)) ?? {}) as { readonly seconds?: number };
    return `: ${duration(seconds)} are kept`;
  }
  return state === 'failed' ? `: ${failureOf(own)?.message.replaceAll('\n', '; ') ?? ''}` : null;
}
