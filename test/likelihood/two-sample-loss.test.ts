import { expect, test } from 'vitest';
import { barsAndStripesRows } from '../../datasets/index.ts';
import { staircase } from '../../models/index.ts';
import { empiricalDistribution } from '../../src/likelihood/scores.ts';
import { sampledTwoSampleLoss, twoSampleLoss } from '../../src/likelihood/two-sample-loss.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { checkGradient } from '../../src/optimise/check-gradient.ts';
import { lbfgs } from '../../src/optimise/lbfgs.ts';
import { minimised } from '../../src/optimise/minimise.ts';

const rows = barsAndStripesRows(2, 2);
const circuit = staircase(4, { block: 'so4' });
const stream = randomStream(1, 'angles');
const theta = Float64Array.from({ length: circuit.parameters }, () => stream.normal());

test('the loss is the kernel distance by its definition, with its gradient', () => {
  const loss = twoSampleLoss(circuit, rows, { bandwidths: [1, 3] });
  // At θ = 0 the circuit gives 0000 only.
  const difference = empiricalDistribution(rows).map((q, k) => Number(k === 0) - q);
  const bits = (x: number): number => x.toString(2).replaceAll('0', '').length;
  let expected = 0;
  for (let x = 0; x < 16; x++) {
    for (let y = 0; y < 16; y++) {
      const kernel = (Math.exp(-bits(x ^ y)) + Math.exp(-bits(x ^ y) / 3)) / 2;
      expected += difference[x]! * kernel * difference[y]!;
    }
  }
  expect(loss(new Float64Array(circuit.parameters)).value).toBeCloseTo(expected, 12);
  const { relativeError, taylorOrder } = checkGradient(loss, theta);
  expect(relativeError).toBeLessThan(1e-8);
  expect(taylorOrder).toBeGreaterThan(1.9);
});

test('samples estimate value and gradient without bias, by the parameter shift', () => {
  const exact = twoSampleLoss(circuit, rows)(theta);
  const sampled = sampledTwoSampleLoss(circuit, rows, randomStream(2, 'shots'), { shots: 150 });
  const runs = Array.from({ length: 12 }, () => sampled(theta));
  const z = (list: readonly number[], mean: number): number => {
    const average = list.reduce((sum, x) => sum + x, 0) / list.length;
    const variance = list.reduce((sum, x) => sum + (x - average) ** 2, 0) / (list.length - 1);
    return Math.abs(average - mean) / Math.sqrt(variance / list.length);
  };
  expect(
    z(
      runs.map(({ value }) => value),
      exact.value,
    ),
  ).toBeLessThan(4);
  const deviations = [...exact.gradient].map((slope, k) =>
    z(
      runs.map(({ gradient }) => gradient[k]!),
      slope,
    ),
  );
  expect(Math.sqrt(deviations.reduce((sum, x) => sum + x * x, 0) / deviations.length)).toBeLessThan(1.8);
});

test('a circuit comes nearer to bars and stripes by it', () => {
  const loss = twoSampleLoss(circuit, rows);
  const { value } = minimised(loss, lbfgs(), theta, { maxSteps: 150 });
  expect(value.evaluation.value).toBeLessThan(0.1 * loss(theta).value);
});

test('rows of other bits, bandwidths and shots that cannot be are named', () => {
  expect(() => twoSampleLoss(circuit, barsAndStripesRows(2, 3))).toThrow('rows of 4 bits required');
  const mixed = { ...circuit, reference: { spectrum: new Array<number>(16).fill(1 / 16) } };
  expect(() => twoSampleLoss(mixed, rows)).toThrow('a circuit on a pure state required');
  expect(() => twoSampleLoss(circuit, rows, { bandwidths: [0] })).toThrow('bandwidths > 0 required, got [0]');
  expect(() => sampledTwoSampleLoss(circuit, rows, stream, { shots: 1 })).toThrow('two shots or more required, got 1');
});
