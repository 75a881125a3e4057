import { describe, expect, test } from 'vitest';
import type { RunPoint } from '../../../src/record/run-record.ts';
import { type Experiment, isStudy, parseExperiment } from '../../../train/run/experiment.ts';
import { type RunCheckpoint, run } from '../../../train/run/run.ts';

const read = (path: string): Uint8Array => {
  throw new Error(`no file ${path}`);
};

const chainMetric = { maxSize: 2, maxRange: 1, penalty: 'infinite' };
const given = {
  name: 'long-blocks',
  target: { name: 'ghz', qubits: 20, symmetric: true },
  model: { name: 'block-circuit', layers: 11, start: 'disentangled' },
  metric: chainMetric,
  training: {
    starts: 1,
    maxSteps: 3,
    energyWeights: [0.0001],
    complexity: { weights: [0.00001], maxSteps: 3 },
    prune: false,
    polish: 0,
    checkpointEvery: 2,
    targetInfidelity: 1e-3,
  },
  gravity: false,
};

function experimentOf(json: object): Experiment {
  const parsed = parseExperiment(json);
  if ('issues' in parsed || isStudy(parsed.experiment)) throw new Error(JSON.stringify(parsed));
  return parsed.experiment;
}

async function ran(from?: RunCheckpoint) {
  const checkpoints: RunCheckpoint[] = [];
  const steps = run(experimentOf(given), { read }, from);
  for (;;) {
    const step = await steps.next();
    if (step.done) return { points: step.value as readonly RunPoint[], checkpoints };
    if (step.value.stage === 'training' && step.value.checkpoint)
      checkpoints.push(structuredClone(step.value.checkpoint));
  }
}

describe('a run of a circuit of blocks to twenty qubits', () => {
  test('tells length, infidelity and truncation; and goes on bit for bit', async () => {
    const { points, checkpoints } = await ran();
    const { training, notes, bulk, geodesic } = points[0]!;
    expect(training.infidelity).toBeLessThan(1e-3);
    expect(training.complexity.name).toBe('block-length');
    expect(training.complexity.value).toBeLessThan(15);
    const { truncation } = training;
    expect(truncation!.infidelity).toBeCloseTo(training.infidelity, 9);
    expect(truncation!.upperBound).toBeGreaterThanOrEqual(truncation!.infidelity);
    expect(truncation!.limits).toEqual({ bond: 64, tolerance: 1e-13 });
    expect(truncation!.lowerBound).toBeGreaterThan((Math.PI / 4 / Math.SQRT2) * Math.sqrt(19) - 1e-6);
    expect(truncation!.lowerBound).toBeLessThan(training.complexity.value!);
    expect(training.front!.length).toBeGreaterThan(0);
    expect(notes.join('\n')).toMatch(/matrix-product state of bonds up to \d+ of 64; .* infidelity is at most/);
    expect(geodesic).toBeNull();
    expect(bulk!.edges.filter(({ leg }) => /^\d+ 0$/.test(leg)).every(({ entropy }) => entropy < 1e-12)).toBe(true);
    const again = await ran(checkpoints[0]);
    expect(again.points[0]!.training.theta).toEqual(training.theta);
    expect(again.points[0]!.training.truncation).toEqual(truncation);
  }, 240_000);

  test('is refused where it is too large, or its start has no meaning', async () => {
    const parsed = parseExperiment({ ...given, model: { name: 'block-circuit', layers: 1e6 } });
    expect('issues' in parsed && parsed.issues.map(({ path }) => path)).toContain('model.layers');
    const begun = async (changes: object): Promise<unknown> => {
      const steps = run(experimentOf({ ...given, ...changes }), { read });
      for (let step = await steps.next(); !step.done; step = await steps.next()) {
        if (step.value.stage === 'training') return steps.return([]);
      }
      return null;
    };
    await expect(begun({ reference: 'plus' })).rejects.toThrow(
      "model.start: no reference beside 'disentangled' required",
    );
    await expect(
      begun({
        metric: { maxRange: 'infinite' },
        model: { name: 'block-circuit', layout: [[0, 2]] },
        target: { name: 'ghz', qubits: 30 },
      }),
    ).rejects.toThrow(
      /^model: .*blocks on neighbours of a chain in ascending order, required for a target as long as 'ghz\(30\)'/,
    );
    const mixed = { name: 'thermal', qubits: 3, beta: 1, hamiltonian: { name: 'transverse-field-ising' } };
    await expect(begun({ target: mixed, model: { ...given.model, layers: 2 } })).rejects.toThrow(
      "model.start: for 'disentangled' a pure target given by amplitudes or as a matrix-product state required",
    );
  });
});
