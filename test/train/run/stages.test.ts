import { expect, test } from 'vitest';
import { ghz } from '../../../datasets/ghz.ts';
import { parametrised } from '../../../src/circuit/circuit.ts';
import { type Experiment, parseExperiment } from '../../../train/run/experiment.ts';
import { gravityStage, targetStage } from '../../../train/run/stages.ts';
import type { Trained } from '../../../train/train.ts';

const experiment = (more: object): Experiment => {
  const parsed = parseExperiment({
    name: 'x',
    target: { name: 'ghz', qubits: 4 },
    model: { name: 'staircase' },
    ...more,
  });
  if ('issues' in parsed) throw new Error(JSON.stringify(parsed.issues));
  return parsed.experiment as Experiment;
};

test('the response of the geometry is switched off by itself, or with the bulk', () => {
  const network = parametrised(2, ['XY']);
  const trained = { network, theta: Float64Array.of(1) } as unknown as Trained;
  expect(gravityStage(experiment({}), trained).value).not.toBeNull();
  expect(gravityStage(experiment({ gravity: false }), trained)).toEqual({ value: null, notes: [] });
  expect(gravityStage(experiment({ bulk: false }), trained).value).toBeNull();
});

test('the geometry of the target is its own: every region of GHZ has entropy log 2', () => {
  const target = ghz(4);
  const problem = { target } as Parameters<typeof targetStage>[1];
  const { regions, distances } = targetStage(experiment({}), problem)!;
  expect(regions).toHaveLength(9);
  for (const { entropy } of regions) expect(entropy).toBeCloseTo(Math.LN2, 12);
  expect(distances[0]![3]).toBeCloseTo(Math.LN2, 12); // I = log 2 of at most 2 log 2
  expect(targetStage(experiment({ bulk: false }), problem)).toBeNull();
});
