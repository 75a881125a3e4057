import { beforeAll, describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { w } from '../../datasets/w.ts';
import { werner } from '../../datasets/werner.ts';
import { allToAll } from '../../models/all-to-all.ts';
import { blockCircuitModel } from '../../models/block-circuit.ts';
import { brickwall } from '../../models/brickwall.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { staircase } from '../../models/staircase.ts';
import { parametrised } from '../../src/circuit/circuit.ts';
import { exactJson, parseExactJson } from '../../src/record/exact-json.ts';
import { initBackend } from '../../src/tensorflow/backend.ts';
import { withInput } from '../../train/input.ts';
import type { Problem } from '../../train/loss.ts';
import { emptyJournal, type Journal, type PhaseResult } from '../../train/phase.ts';
import { type Trained, train } from '../../train/train.ts';
import { type TrainingOptions, trainingOptions } from '../../train/training-options.ts';

const local = { maxSize: 2, maxRange: 1, penalty: Infinity };
const ghz3: Problem & { seed: number } = {
  network: staircase(3, { block: 'so4' }),
  target: ghz(3),
  metric: local,
  seed: 3,
};

/** Runs a training to its end, or to the given number of checkpoints, through the text of its checkpoints. */
async function trained(
  problem: typeof ghz3,
  options: TrainingOptions,
  journal: Journal = emptyJournal(),
  most = Infinity,
) {
  const steps = train(problem, options, journal);
  const checkpoints: string[] = [];
  for (;;) {
    const step = await steps.next();
    if (step.done) return { result: step.value as Trained | undefined, checkpoints };
    if (step.value.checkpoint !== null) checkpoints.push(exactJson(step.value.checkpoint));
    if (checkpoints.length >= most) {
      await steps.return(undefined as never);
      return { result: undefined, checkpoints };
    }
  }
}

beforeAll(async () => {
  await initBackend({ prefer: process.env.BULKWEAVE_BACKEND });
});

describe('the order of contraction', () => {
  const wide = { ...ghz3, network: brickwall(12, { depth: 2, block: 'su4' }), target: ghz(12) };
  const few = { starts: 1, maxSteps: 1, polish: 0 };

  test('may improve: the numbers are those of the fixed order up to rounding, and the order is told', async () => {
    const fixed = await trained(wide, trainingOptions.parse(few));
    const { result } = await trained(wide, trainingOptions.parse({ ...few, order: 'improving' }));
    expect(result!.contraction!.order).toMatch(/^(two halves|closed network)/);
    expect(result!.contraction!.improvements).toBeGreaterThanOrEqual(0);
    expect(result!.infidelity).toBeCloseTo(fixed.result!.infidelity, 9);
    expect(fixed.result).not.toHaveProperty('contraction');
  });

  test('improves of circuits of rotations only', async () => {
    const chain = { ...ghz3, network: matrixProductState([2, 2, 2], { bond: 2 }) };
    await expect(trained(chain, trainingOptions.parse({ ...few, order: 'improving' }))).rejects.toThrow(
      'training.order: fixed, or a circuit of rotations, required, got a tensor network',
    );
  });
});

describe('training of circuits of blocks', () => {
  const w4 = { network: blockCircuitModel(4, local, { layers: 3 }), target: w(4), metric: local, seed: 1 };
  const recipe = {
    starts: 1,
    amplitude: 0.12,
    maxSteps: 100,
    energyWeights: [0.025, 0.005],
    complexity: { weights: [0.005, 0.0005, 0.00005], maxSteps: 150 },
    prune: {},
    targetInfidelity: 1e-9,
  };

  test('in float64, energy first and then length, ends at the shortest known, an eighth above the geodesic of W', async () => {
    const { result } = await trained(w4, trainingOptions.parse(recipe));
    expect(result!.infidelity).toBeLessThan(1e-9);
    expect(result!.complexity.name).toBe('block-length');
    expect(result!.complexity.value).toBeCloseTo(1.579, 3); // that of an independent program; the geodesic has 1.41
    expect(result!.gates!.after).toBeLessThan(result!.gates!.before);
  });

  test('in variables of TensorFlow.js comes as near with its first phases, and goes on from a checkpoint at the same bits', async () => {
    const adam = { name: 'tensorflow-adam', learningRate: 0.03 };
    const options = trainingOptions.parse({
      ...recipe,
      optimiser: adam,
      complexity: { weights: [0.005], maxSteps: 50 },
      prune: false,
      checkpointEvery: 60,
    });
    const whole = await trained(w4, options);
    expect(whole.result!.infidelity).toBeLessThan(1e-9);
    expect(whole.result!.complexity.value).toBeLessThan(1.05 * 1.579);
    const [first] = (await trained(w4, options, emptyJournal(), 1)).checkpoints;
    const resumed = await trained(w4, options, parseExactJson(first!) as unknown as Journal);
    expect(resumed.result!.theta).toEqual(whole.result!.theta);
  });

  test('reach a mixed state from the diagonal state with its spectrum', async () => {
    const target = werner(0.5);
    const network = withInput(blockCircuitModel(2, local, { layers: 1 }), target);
    const { result } = await trained({ network, target, metric: local, seed: 1 }, trainingOptions.parse(recipe));
    expect(result!.infidelity).toBeLessThan(1e-9);
    expect(result!.complexity.value).toBeCloseTo(1.11072, 3); // the geodesic of docs/comparison.md
  });
});

describe('training', () => {
  test('learns GHZ, then shortens the circuit by pruning without losing it', async () => {
    const options = trainingOptions.parse({
      starts: 4,
      maxSteps: 200,
      complexity: { weights: [0.01], maxSteps: 100 },
      prune: {},
    });
    const { result } = await trained(ghz3, options);
    expect(result!.infidelity).toBeLessThan(1e-9);
    expect(result!.gates!.after).toBeLessThan(result!.gates!.before);
    expect(result!.complexity.value).toBeGreaterThan(Math.PI / 4); // no shorter than the way to |+00⟩
    expect(result!.complexity.value).toBeLessThan((5 * Math.PI) / 4 + 0.01); // Y, then ZY-like and Y for each further qubit
  });

  test.each([
    { name: 'lbfgs' },
    { name: 'conjugate-gradient' },
    { name: 'natural-gradient' },
    { name: 'adam', learningRate: 0.05 },
    { name: 'rmsprop', learningRate: 0.01 },
    { name: 'tensorflow-adam', learningRate: 0.05 },
    { name: 'tensorflow-rmsprop', learningRate: 0.01 },
    { name: 'gradient-descent', learningRate: 0.5 },
  ])('$name brings W within 1e-3, polish to 1e-10', async (optimiser) => {
    const options = trainingOptions.parse({ optimiser, starts: 3, maxSteps: 300 });
    const problem = { network: brickwall(3, { depth: 4, block: 'so4' }), target: w(3), metric: local, seed: 2 };
    const { result } = await trained(problem, options);
    const rough = result!.history.filter(({ phase }) => !phase.includes('polish'));
    expect(Math.min(...rough.map(({ infidelity }) => infidelity))).toBeLessThan(1e-3);
    expect(result!.infidelity).toBeLessThan(1e-10);
  });

  test('reaches a mixed state from the diagonal state with its spectrum', async () => {
    const target = werner(0.6);
    const network = withInput(allToAll(2), target);
    const { result } = await trained({ network, target, metric: local, seed: 1 }, trainingOptions.parse({}));
    expect(result!.infidelity).toBeLessThan(1e-10);
  });

  test('a warm start is used first', async () => {
    const options = trainingOptions.parse({ starts: 1, maxSteps: 300 });
    const { result: first } = await trained(ghz3, options);
    const { result: again } = await trained({ ...ghz3, warmStart: first!.theta } as typeof ghz3, options);
    expect(again!.history.length).toBeLessThanOrEqual(2);
  });
});

describe('a training that was killed', () => {
  const schedule = {
    maxSteps: 60,
    polish: 40,
    checkpointEvery: 7,
    complexity: { weights: [0.003], maxSteps: 30 },
    prune: {},
  };

  test.each(['tensorflow-adam', 'tensorflow-rmsprop', 'adam', 'lbfgs', 'conjugate-gradient', 'natural-gradient'])(
    'continues to bit-identical numbers with %s',
    async (name) => {
      const options = trainingOptions.parse({ optimiser: { name }, starts: 2, ...schedule });
      const whole = await trained(ghz3, options);
      expect(whole.checkpoints.length).toBeGreaterThan(2);
      for (const kills of [1, Math.floor(whole.checkpoints.length / 2), whole.checkpoints.length]) {
        const { checkpoints } = await trained(ghz3, options, emptyJournal(), kills);
        const { result } = await trained(ghz3, options, parseExactJson(checkpoints.at(-1)!) as Journal);
        expect([...result!.theta]).toEqual([...whole.result!.theta]);
        expect(result!.history).toEqual(whole.result!.history);
      }
    },
  );

  test('keeps the best point, also one that it met before it was killed', async () => {
    const optimiser = { name: 'adam', learningRate: 5 }; // leaps about: the best point is not the last
    const options = trainingOptions.parse({ optimiser, starts: 1, maxSteps: 30, polish: 0, checkpointEvery: 5 });
    const whole = await trained(ghz3, options);
    const losses = whole.result!.history.map(({ loss }) => loss);
    expect(losses.indexOf(Math.min(...losses))).toBeLessThan(25);
    const { checkpoints } = await trained(ghz3, options, emptyJournal(), whole.checkpoints.length);
    const { result } = await trained(ghz3, options, parseExactJson(checkpoints.at(-1)!) as Journal);
    expect([...result!.theta]).toEqual([...whole.result!.theta]);
    expect(result!.infidelity).toBe(whole.result!.infidelity);
  });

  test('the same seed gives the same numbers, another seed others', async () => {
    const options = trainingOptions.parse({ starts: 1, maxSteps: 30, polish: 0 });
    const { result: a } = await trained(ghz3, options);
    const { result: b } = await trained(ghz3, options);
    const { result: c } = await trained({ ...ghz3, seed: 4 }, options);
    expect([...a!.theta]).toEqual([...b!.theta]);
    expect([...a!.theta]).not.toEqual([...c!.theta]);
  });
});

describe('what does not fit is refused before the first step', () => {
  const first = (problem: typeof ghz3, options: object) =>
    train(problem, trainingOptions.parse(options), emptyJournal()).next();

  test('a penalty on words that the metric forbids', async () => {
    const longRange = { ...ghz3, network: allToAll(3) };
    await expect(first(longRange, { complexity: { weights: [0.1] } })).rejects.toThrow(
      /words of finite weight required/,
    );
    await expect(first(longRange, {})).resolves.toBeTruthy();
  });

  test('isometries under an optimiser that would not keep them', async () => {
    const isometric = { ...ghz3, network: matrixProductState([2, 2, 2], { form: 'isometric' }) };
    await expect(first(isometric, { optimiser: { name: 'tensorflow-adam' } })).rejects.toThrow(/keeps isometries/);
  });
});

test('the candidate of least complexity is kept', async () => {
  const options = { starts: 8, candidates: 3, complexity: { weights: [0.01], maxSteps: 100 }, amplitude: 1 };
  const { result } = await trained(ghz3, trainingOptions.parse(options));
  const ends = result!.history.filter(({ phase }, k, all) => phase.includes('penalty') && all[k + 1]?.phase !== phase);
  expect(ends.length).toBe(3);
  const least = Math.min(...ends.map(({ complexity }) => complexity!));
  expect(result!.complexity.value! / least).toBeCloseTo(1, 1);
  expect(Math.max(...ends.map(({ complexity }) => complexity!))).toBeGreaterThan(1.1 * least);
});

describe('a gate is removed for good', () => {
  // Phases that the journal knows as completed return at once: the numbers that decide are given.
  const network = parametrised(2, ['XI', 'IX']);
  const phase = (theta: number[], infidelity: number): PhaseResult => ({
    theta: Float64Array.from(theta),
    loss: infidelity,
    infidelity,
    result: 'converged',
  });
  const gatesAfter = async (before: number, after: number): Promise<number> => {
    const journal: Journal = {
      ...emptyJournal(),
      completed: { 'start 1': phase([0.01, 1], before), 'prune 0.1': phase([1], after) },
    };
    const options = { starts: 1, polish: 0, targetInfidelity: 1e-6, prune: { thresholds: [0.1], tolerance: 10 } };
    const problem = { network, target: ghz(2), metric: local, seed: 1 };
    const { result } = await trained(problem, trainingOptions.parse(options), journal);
    return result!.gates!.after;
  };

  test('where the infidelity stays below tolerance times the target, however small it was', async () => {
    expect(await gatesAfter(1e-12, 5e-6)).toBe(1);
    expect(await gatesAfter(1e-12, 2e-5)).toBe(2);
  });

  test('where it stays below tolerance times what it was, if that missed the target', async () => {
    expect(await gatesAfter(1e-3, 5e-3)).toBe(1);
    expect(await gatesAfter(1e-3, 2e-2)).toBe(2);
  });
});
