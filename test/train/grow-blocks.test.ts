import { expect, test } from 'vitest';
import { w } from '../../datasets/w.ts';
import { blockCircuitModel } from '../../models/block-circuit.ts';
import { blockCircuit } from '../../src/circuit/block-circuit.ts';
import { runBlockCircuit } from '../../src/circuit/run-block-circuit.ts';
import { withNextLayer } from '../../train/grow-blocks.ts';
import { emptyJournal } from '../../train/phase.ts';
import { type Trained, train } from '../../train/train.ts';
import { trainingOptions } from '../../train/training-options.ts';

const metric = { maxSize: 2, maxRange: 1, penalty: Infinity };

async function trained(layers: number, mostGates: number): Promise<Trained> {
  const problem = { network: blockCircuitModel(4, metric, { layers }), target: w(4), metric, seed: 1 };
  const options = trainingOptions.parse({
    starts: 1,
    amplitude: 0.12,
    maxSteps: 60,
    energyWeights: [0.025, 0.005],
    complexity: { weights: [0.005, 0.00005], maxSteps: 120 },
    grow: { mostGates, maxSteps: 100 },
    targetInfidelity: 1e-8,
  });
  const steps = train(problem, options, emptyJournal());
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}

test('the next layer is the one whose turn it is, and does nothing yet', () => {
  const bricks = blockCircuitModel(4, metric, { layers: 3 });
  const theta = Float64Array.from({ length: bricks.parameters }, (_, k) => 0.2 * Math.cos(k));
  const { network, theta: padded } = withNextLayer(bricks, theta);
  expect(network.gates.slice(bricks.gates.length).map(({ sites }) => sites)).toEqual([[1, 2]]);
  expect(runBlockCircuit(network, padded)).toEqual(runBlockCircuit(bricks, theta));
  const once = blockCircuit(3, [[0, 1], [2], [1, 2]]);
  const more = withNextLayer(once, new Float64Array(once.parameters)).network.gates.slice(3);
  expect(more.map(({ sites }) => sites)).toEqual([[0, 1], [2]]); // no layer has come twice yet: from the first again
});

test('from two layers the circuit of W grows to those that it needs, and is as short as if they had been given', async () => {
  const { growth, complexity, infidelity, front } = await trained(2, 20);
  expect(growth!.map(({ word }) => word)[0]).toBe('layer 01 23');
  expect(infidelity).toBeLessThan(1e-8);
  expect(complexity.value).toBeCloseTo(1.579, 2);
  expect(front!.at(-1)!.gates).toBeGreaterThanOrEqual(3);
}, 20_000);

test('it stops at the most gates', async () => {
  const { growth } = await trained(2, 5);
  expect(growth!.map(({ gates }) => gates)).toEqual([5]);
});
