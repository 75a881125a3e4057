/** @file Entry of a worker: carries out tasks turn by turn, so that it can be paused, and listens between them. */

import '../page/without-eval.ts';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { geometryTask, networkTask, reportTask, requestTask, targetTask } from './answer-tasks.ts';
import { geodesicTask } from './geodesic-task.ts';
import type { Task } from './task.ts';
import type { FromWorker, TaskName, Tasks, ToWorker, Turn } from './tasks.ts';
import { trainTask } from './train-task.ts';

const BEGIN: { readonly [Name in TaskName]: (asked: Tasks[Name]['asked']) => Task<Name> } = {
  experiment: trainTask,
  geodesic: geodesicTask,
  target: targetTask,
  geometry: geometryTask,
  network: networkTask,
  request: requestTask,
  report: reportTask,
};

/** Tasks that have begun, and those that begin with their first turn. */
const running = new Map<number, Task<TaskName>>();
const asked = new Map<number, () => Task<TaskName>>();
const reply = (message: FromWorker): void => postMessage(message);

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  const { id } = data;
  try {
    if (data.kind === 'begin') asked.set(id, () => BEGIN[data.name](data.asked as never) as Task<TaskName>);
    else if (data.kind === 'end') forget(id);
    else await take(id, data.turn);
  } catch (error) {
    forget(id);
    reply({ kind: 'failed', id, message: messageOf(error) });
  }
});

function forget(id: number): void {
  running.delete(id);
  asked.delete(id);
}

/** One turn of a task, unless it was ended. */
async function take(id: number, { steps: most, milliseconds }: Turn): Promise<void> {
  const task = running.get(id) ?? asked.get(id)?.();
  if (task === undefined) return;
  asked.delete(id);
  running.set(id, task);
  const until = performance.now() + milliseconds;
  let steps = 0;
  do {
    const step = await task.steps.next();
    if (step.done) {
      forget(id);
      return reply({ kind: 'found', id, steps, news: task.news(), found: step.value });
    }
    steps++;
  } while (steps < most && performance.now() < until);
  reply({ kind: 'news', id, steps, news: task.news() });
}

const messageOf = (error: unknown): string =>
  error instanceof DomainError || error instanceof ShapeError
    ? error.message
    : `unexpected: ${error instanceof Error ? error.message : String(error)}`;

reply({ kind: 'news', id: 0, steps: 0, news: null }); // it listens
