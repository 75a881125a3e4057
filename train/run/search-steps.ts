/** @file The steps of a search for geodesics, as those of a stage. */

import type { GeodesicStep } from '../../src/geodesic/state/state-geodesic.ts';
import type { Solution } from '../../src/solution.ts';
import type { StageStep } from './stages.ts';

/** The steps of a search from the given number of starts. */
export function* searchSteps<Value>(
  search: Generator<GeodesicStep, Solution<Value>>,
  starts: number,
): Generator<StageStep, Solution<Value>> {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
    const { phase, length } = step.value;
    yield { message: `${phase.replace(/^start \d+/, `$& of ${starts}`)}, length ${length.toFixed(4)}` };
  }
}
