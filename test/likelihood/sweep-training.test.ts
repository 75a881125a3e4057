import { expect, test } from 'vitest';
import { barsAndStripesRows } from '../../datasets/index.ts';
import { schmidtValues } from '../../src/chain/matrix-product-state.ts';
import { bornMachine } from '../../src/likelihood/born-machine.ts';
import { sampleScore } from '../../src/likelihood/scores.ts';
import { networkOfStep, type SweepTrainingStep, sweepTraining } from '../../src/likelihood/sweep-training.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { solution } from '../../src/optimise/minimise.ts';

/** The last step of sweeps that end early where the entropy of the data is reached. */
function trained(side: number, bond: number, seed: number, sweeps = 20): SweepTrainingStep {
  const rows = barsAndStripesRows(side, side);
  let last: SweepTrainingStep | undefined;
  for (const step of sweepTraining(rows, randomStream(seed, 'start'), { bond, sweeps, tolerance: 1e-12 })) {
    last = step;
    if (step.negativeLogLikelihood - Math.log(rows.count) < 1e-7) break;
  }
  return last!;
}

test.each([
  [3, 8, 1],
  [4, 16, 1],
  [5, 32, 1],
])('bars and stripes %i × %i are learned to their exact entropy at the exact Schmidt rank %i', (side, bond, seed) => {
  const rows = barsAndStripesRows(side, side);
  const step = trained(side, bond, seed);
  const { network, theta } = networkOfStep(step);
  const model = bornMachine(network, { real: true });
  const nats = -model.logLikelihood(theta, rows.digits).value;
  expect(Math.abs(nats - Math.log(2 ** (side + 1) - 2))).toBeLessThan(1e-6);
  expect(step.negativeLogLikelihood).toBeCloseTo(nats, 8);
  expect(sampleScore(model.sample(theta, randomStream(2, 'samples'), 2000), rows)).toEqual({ valid: 1, coverage: 1 });
});

test('below the exact Schmidt rank the entropy is not reached', () => {
  expect(trained(3, 7, 1, 20).negativeLogLikelihood).toBeGreaterThan(Math.log(14) + 1e-2);
});

test('bonds grow to the rank that the data have, and no further', () => {
  const rows = barsAndStripesRows(3, 3);
  const options = { bond: 32, sweeps: 20, tolerance: 1e-9 };
  const { value } = solution(sweepTraining(rows, randomStream(1, 'start'), options));
  expect(Math.max(...schmidtValues(value.chain).map((p) => p.filter((x) => x > 1e-3).length))).toBe(8);
});

test.each([true, false])('sweeps that are interrupted go on with the same numbers (real: %s)', (real) => {
  const rows = barsAndStripesRows(2, 3);
  const steps = [...sweepTraining(rows, randomStream(4, 'start'), { bond: 3, sweeps: 4, real })];
  const again = [...sweepTraining(rows, steps[1]!, { bond: 3, sweeps: 4, real })];
  expect(again).toEqual(steps.slice(2));
});

test('weights count rows more than once', () => {
  const rows = barsAndStripesRows(2, 2);
  const weights = Float64Array.from({ length: rows.count }, (_, row) => row + 1);
  const options = { bond: 4, sweeps: 30, weights, tolerance: 1e-12 };
  const { value } = solution(sweepTraining(rows, randomStream(1, 'start'), options));
  const entropy = -weights.reduce((sum, w) => sum + (w / 21) * Math.log(w / 21), 0);
  expect(value.negativeLogLikelihood).toBeCloseTo(entropy, 6);
});

test('what does not fit is named', () => {
  const rows = barsAndStripesRows(2, 2);
  const start = randomStream(1, 'x');
  const first = (...args: Parameters<typeof sweepTraining>) => sweepTraining(...args).next();
  expect(() => first(rows, start, { bond: 0 })).toThrow('a bond dimension and sweeps of 1 or more required, got 0');
  expect(() => first({ dimensions: [2], count: 1, digits: Uint8Array.of(1) }, start, { bond: 2 })).toThrow('two sites');
  expect(() => first(rows, [{ shape: [1, 3, 1], interleaved: new Float64Array(6) }], { bond: 2 })).toThrow(
    'a chain of sites [2,2,2,2] required, got [3]',
  );
});
