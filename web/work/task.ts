/** @file A task that is being carried out in a worker. */

import type { TaskName, Tasks } from './tasks.ts';

/** Steps of the work, and what they have come to since it was last asked. */
export interface Task<Name extends TaskName> {
  readonly steps: AsyncGenerator<void, Tasks[Name]['found']> | Generator<void, Tasks[Name]['found']>;
  /** null where there is nothing new to tell. */
  readonly news: () => Tasks[Name]['news'] | null;
}

/** A task whose news are those of its last step. */
export function toldTask<Name extends TaskName>(
  work: Generator<Tasks[Name]['news'], Tasks[Name]['found']>,
): Task<Name> {
  let latest: Tasks[Name]['news'] | null = null;
  function* steps(): Generator<void, Tasks[Name]['found']> {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      latest = step.value;
      yield;
    }
  }
  return { steps: steps(), news: () => latest };
}
