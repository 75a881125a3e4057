/** @file Steps of a sampling as steps of a part of the study. */

import type { PathSamples, PathSamplesStep } from '../../../src/systems/path-ensemble/index.ts';
import type { PartStep } from '../../study.ts';

/** Steps that are told, out of all. */
const TOLD = 50;

/** Tells some fifty of the steps, evenly. */
function* told<Step, Found>(
  steps: Generator<Step, Found>,
  partStep: (step: Step) => PartStep,
): Generator<PartStep, Found> {
  let last = -1;
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    const step = partStep(next.value);
    if (Math.floor(TOLD * step.progress) === last) continue;
    last = Math.floor(TOLD * step.progress);
    yield step;
  }
}

/** Steps that are shares of a sampling, which is some of the part. */
export const toldSteps = <Found>(
  steps: Generator<number, Found>,
  message: string,
  [from, until]: readonly [number, number] = [0, 1],
): Generator<PartStep, Found> => told(steps, (share) => ({ message, progress: from + (until - from) * share }));

/** Steps of a sampling of paths. */
export const toldPaths = (
  steps: Generator<PathSamplesStep, PathSamples>,
  name: string,
): Generator<PartStep, PathSamples> =>
  told(steps, ({ beta, progress }) => ({ message: `${name}, β = ${beta}`, progress }));
