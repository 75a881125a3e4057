import { describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { haarRandom } from '../../datasets/haar-random.ts';
import { w } from '../../datasets/w.ts';
import { emptyCircuit } from '../../models/empty-circuit.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { staircase } from '../../models/staircase.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import type { TargetState } from '../../src/generative/target-state.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { exactJson, parseExactJson } from '../../src/record/exact-json.ts';
import { emptyJournal, type Journal } from '../../train/phase.ts';
import { train } from '../../train/train.ts';
import { trainingOptions } from '../../train/training-options.ts';
import { PAIRS, trained } from '../helpers/trained.ts';

const grow = { starts: 1, grow: {} };

describe('a circuit that grows from nothing', () => {
  test.each([
    ['GHZ of three qubits, which begins on a plateau', ghz(3), 12],
    ['W of four qubits', w(4), 30],
    ['a Haar-random state of three qubits', haarRandom(3, 4), 30],
  ])('reaches %s', async (_name, target, most) => {
    const { infidelity, network, theta, growth, gates } = await trained(
      emptyCircuit(target.dimensions.length),
      target,
      grow,
      2,
    );
    expect(infidelity).toBeLessThan(1e-10);
    expect(growth!.length).toBe(gates!.before);
    expect(growth!.map(({ gates: count }) => count)).toEqual(growth!.map((_, k) => k + 1));
    expect(growth!.length).toBeLessThanOrEqual(most);
    for (const [k, row] of growth!.entries()) {
      expect(row.infidelity).toBeLessThanOrEqual((growth![k - 1]?.infidelity ?? 1) + (row.perCost === 0 ? 1 : 1e-12));
    }
    if (network.kind !== 'circuit' || target.kind !== 'pure') throw new Error('unreachable');
    const [re, im] = innerProduct(target.amplitudes, runCircuit(network, theta));
    expect(re * re + im * im).toBeCloseTo(1, 9);
  });

  test('at the best place inside needs no more gates than at the end, for W of four qubits', async () => {
    const end = await trained(emptyCircuit(4), w(4), grow, 2);
    const best = await trained(emptyCircuit(4), w(4), { starts: 1, grow: { position: 'best' } }, 2);
    expect(best.infidelity).toBeLessThan(1e-10);
    expect(best.growth!.some(({ position, gates }) => position < gates - 1)).toBe(true);
    expect(best.gates!.before).toBeLessThanOrEqual(end.gates!.before);
  });

  test('uses only words that the metric allows', async () => {
    const steps = train(
      { network: emptyCircuit(3), target: w(3), metric: { maxSize: 2, maxRange: 1, penalty: Infinity }, seed: 1 },
      trainingOptions.parse(grow),
      emptyJournal(),
    );
    let step = await steps.next();
    while (!step.done) step = await steps.next();
    expect(step.value.infidelity).toBeLessThan(1e-10);
    for (const { word } of step.value.growth!) expect(word).not.toMatch(/^[XYZ].[XYZ]$/);
  });

  test('is pruned at the end', async () => {
    const { gates, infidelity } = await trained(emptyCircuit(3), w(3), { ...grow, prune: {} }, 1);
    expect(infidelity).toBeLessThan(1e-9);
    expect(gates!.after).toBeLessThanOrEqual(gates!.before);
  });
});

test('a given circuit grows by what it lacks, and hands on the parameters it was given', async () => {
  const network = staircase(3, { block: 'so4' });
  const { gates, infidelity, unpruned, growth } = await trained(network, haarRandom(3, 2), grow, 1);
  expect(infidelity).toBeLessThan(1e-10);
  expect(gates!.before).toBe(network.gates.length + growth!.length);
  expect(growth!.length).toBeGreaterThan(0);
  expect(unpruned.length).toBe(network.parameters);
});

test('growth ends at the number of gates allowed', async () => {
  const { gates, infidelity } = await trained(emptyCircuit(3), haarRandom(3, 4), {
    starts: 1,
    grow: { mostGates: 4 },
  });
  expect(gates!.before).toBe(4);
  expect(infidelity).toBeGreaterThan(1e-3);
});

test('starts from a circuit without parameters differ', async () => {
  const { starts } = await trained(emptyCircuit(3), haarRandom(3, 4), {
    starts: 2,
    candidates: 2,
    grow: { mostGates: 4 },
    polish: 0,
  });
  expect(starts.length).toBe(2);
  expect(starts[0]).not.toBeCloseTo(starts[1]!, 6);
});

test('a training that was killed while growing continues to bit-identical numbers', async () => {
  const problem = { network: emptyCircuit(4), target: w(4) as TargetState, metric: PAIRS, seed: 3 };
  const options = trainingOptions.parse({ ...grow, checkpointEvery: 5 });
  const toTheEnd = async (journal: Journal, most = Infinity) => {
    const steps = train(problem, options, journal);
    const checkpoints: string[] = [];
    for (;;) {
      const step = await steps.next();
      if (step.done) return { trained: step.value, checkpoints };
      if (step.value.checkpoint !== null) checkpoints.push(exactJson(step.value.checkpoint));
      if (checkpoints.length >= most) return { trained: undefined, checkpoints };
    }
  };
  const whole = await toTheEnd(emptyJournal());
  for (const kills of [1, Math.floor(whole.checkpoints.length / 2), whole.checkpoints.length]) {
    const { checkpoints } = await toTheEnd(emptyJournal(), kills);
    const { trained: again } = await toTheEnd(parseExactJson(checkpoints.at(-1)!) as Journal);
    expect([...again!.theta]).toEqual([...whole.trained!.theta]);
    expect(again!.growth).toEqual(whole.trained!.growth);
    expect(again!.history).toEqual(whole.trained!.history);
  }
});

test('a tensor network cannot grow', async () => {
  await expect(trained(matrixProductState([2, 2, 2]), w(3), grow)).rejects.toThrow(/training.grow: a circuit required/);
});

test('off a plateau leads the half turn that gains most for its length √w, not for its weight', async () => {
  // From |00⟩ the word IX gains 1/4 at weight 1, XX gains 3/4 at weight 4: 3/8 for its length, 3/16 for its weight.
  const amplitudes = complexVector([0, 0.5, 0, Math.sqrt(0.75)]);
  const target = { kind: 'pure', name: 'target', dimensions: [2, 2], amplitudes } as const;
  const known = (theta: number[], infidelity: number) =>
    ({ theta: Float64Array.from(theta), loss: infidelity, infidelity, result: 'converged' }) as const;
  const journal: Journal = {
    ...emptyJournal(),
    completed: { 'start 1': known([], 1), 'start 1, grow 1': known([Math.PI], 0.25) },
  };
  const steps = train(
    { network: emptyCircuit(2), target, metric: { maxSize: 1, penalty: 4 }, seed: 1 },
    trainingOptions.parse({ starts: 1, polish: 0, grow: { mostGates: 1 } }),
    journal,
  );
  const { value, done } = await steps.next();
  if (!done) throw new Error('unreachable');
  expect(value.growth!.map(({ word, perCost }) => [word, perCost])).toEqual([['XX', 0]]);
});
