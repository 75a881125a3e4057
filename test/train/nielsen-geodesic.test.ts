/** @file A geodesic finder that is nothing but a model: the Nielsen path under the ordinary trainer finds what the solver finds. */

import { beforeAll, describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { haarRandom } from '../../datasets/haar-random.ts';
import { w } from '../../datasets/w.ts';
import { nielsenPath } from '../../models/nielsen-path.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { stateGeodesic } from '../../src/geodesic/state/state-geodesic.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { circuitPath, pathLength } from '../../src/path/sliced-path.ts';
import { initBackend } from '../../src/tensorflow/backend.ts';
import { emptyJournal } from '../../train/phase.ts';
import { type Trained, train } from '../../train/train.ts';
import { trainingOptions } from '../../train/training-options.ts';

const metric = { maxSize: 2, maxRange: 1, penalty: Infinity };
const SLICES = 4;

async function trained(target: ReturnType<typeof ghz>, weights: readonly number[]): Promise<Trained> {
  const network = nielsenPath(3, metric, { slices: SLICES, steps: 4 });
  const complexity = { term: 'energy' as const, weights: [...weights], maxSteps: 150 };
  const options = trainingOptions.parse({ starts: 2, maxSteps: 100, complexity });
  const steps = train({ network, target, metric, seed: 1 }, options, emptyJournal());
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}

const lengthOf = ({ network, theta }: Trained): number =>
  pathLength(metric, circuitPath(network as Circuit, theta, SLICES));

beforeAll(async () => {
  await initBackend({ prefer: process.env.BULKWEAVE_BACKEND });
});

describe.each([ghz(3), w(3), haarRandom(3, 1)])('$name', (target) => {
  test('trained with a falling weight of the energy, the path is as long as the geodesic in as many slices', async () => {
    const geodesic = solution(stateGeodesic(metric, target.amplitudes, { slices: SLICES, starts: 2 })).value;
    const found = await trained(target, [1e-3, 1e-4, 1e-5]);
    expect(found.infidelity).toBeLessThan(1e-10);
    expect(Math.abs(lengthOf(found) - geodesic.length)).toBeLessThan(5e-4);
  });
});

test('without the energy in the loss it reaches the state by a longer way', async () => {
  const geodesic = solution(stateGeodesic(metric, ghz(3).amplitudes, { slices: SLICES, starts: 2 })).value;
  expect(lengthOf(await trained(ghz(3), []))).toBeGreaterThan(geodesic.length + 0.2);
});
