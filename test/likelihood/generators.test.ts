import { expect, test } from 'vitest';
import { adversarialOptimum, adversarialValue } from '../../src/likelihood/adversarial-optimum.ts';
import { gaussianTransport } from '../../src/likelihood/gaussian-transport.ts';
import { linearPrior, linearPriorError } from '../../src/likelihood/linear-prior.ts';
import { pathGeometry, residualPath } from '../../src/likelihood/residual-path.ts';
import { distributionDistances } from '../../src/likelihood/scores.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { multiplyReal } from '../../src/linalg/real-product.ts';

/** Cells of a Gaussian density on a grid. */
const gaussian = (mean: number, deviation: number): Float64Array =>
  Float64Array.from({ length: 4000 }, (_, k) => {
    const x = -10 + k * 0.005;
    return (0.005 * Math.exp(-((x - mean) ** 2) / (2 * deviation ** 2))) / (deviation * Math.sqrt(2 * Math.PI));
  });

test('the best discriminator is p/(p + q), worth −ln 4 + 2 JSD; any other is worth less', () => {
  const [p, q] = [gaussian(1.2, 0.7), gaussian(0, 1)];
  const { discriminator, value } = adversarialOptimum(p, q);
  expect(value).toBeCloseTo(-Math.log(4) + 2 * distributionDistances(p, q).jensenShannon, 10);
  // Between Gaussians its logit is a quadratic, ln p/q.
  const logit = Math.log(discriminator[2500]! / (1 - discriminator[2500]!));
  const x = 2.5;
  expect(logit).toBeCloseTo(x ** 2 / 2 - (x - 1.2) ** 2 / (2 * 0.49) - Math.log(0.7), 10);
  for (const shift of [-0.1, 0.1]) {
    const other = discriminator.map((d) => 1 / (1 + Math.exp(-Math.log(d / (1 - d)) - shift) || 1));
    expect(adversarialValue(p, q, other)).toBeLessThan(value);
  }
  expect(adversarialOptimum(p, p).value).toBeCloseTo(-Math.log(4), 10);
  expect(adversarialOptimum(Float64Array.of(1, 0, 0), Float64Array.of(0, 1, 0))).toEqual({
    discriminator: Float64Array.of(1, 0, 0.5),
    value: 0,
  });
});

test('a linear prior is the limit of gradient descent, mode by mode', () => {
  const stream = randomStream(1, 'linear prior');
  for (const [rows, cols] of [
    [5, 3],
    [3, 5],
  ] as const) {
    const A = { rows, cols, data: Float64Array.from({ length: 15 }, stream.normal) };
    const y = Float64Array.from({ length: rows }, stream.normal);
    const rate = 1e-4;
    const column = (data: Float64Array) => ({ rows: data.length, cols: 1, data });
    let w = new Float64Array(cols);
    for (let step = 0; step < 4000; step++) {
      const miss = multiplyReal(A, column(w)).data.map((x, k) => y[k]! - x);
      const slope = multiplyReal(A, column(miss), { transposeA: true }).data;
      w = w.map((x, k) => x + rate * slope[k]!);
    }
    const { weights, output, residuals, singularValues } = linearPrior(A, y, 0.4);
    expect([...weights]).toEqual([...w].map((x) => expect.closeTo(x, 3)));
    const start = linearPrior(A, y, 0).residuals;
    expect(multiplyReal(A, column(weights)).data.every((x, k) => Math.abs(x - output[k]!) < 1e-12)).toBe(true);
    const expected = start.map((r, i) => r * Math.exp(-0.4 * singularValues[i]! ** 2));
    expect([...residuals]).toEqual([...expected].map((x) => expect.closeTo(x, 12)));
  }
});

test('at infinite time a linear prior is least squares', () => {
  const A = { rows: 3, cols: 2, data: Float64Array.of(1, 0, 0, 2, 0, 0) };
  const { weights, output } = linearPrior(A, Float64Array.of(3, 4, 5), Infinity);
  expect([...weights, ...output]).toEqual([3, 2, 3, 4, 0].map((x) => expect.closeTo(x, 12)));
});

test('the expected error of a linear prior is the mean over noise', () => {
  const stream = randomStream(2, 'noise');
  const A = { rows: 4, cols: 4, data: Float64Array.from({ length: 16 }, stream.normal) };
  const clean = Float64Array.from({ length: 4 }, stream.normal);
  const draws = 500;
  let [sum, squares] = [0, 0];
  for (let k = 0; k < draws; k++) {
    const noisy = clean.map((x) => x + 0.5 * stream.normal());
    const error = linearPrior(A, noisy, 0.3).output.reduce((total, x, i) => total + (x - clean[i]!) ** 2, 0) / 4;
    sum += error / draws;
    squares += error ** 2 / draws;
  }
  const deviation = Math.sqrt((squares - sum ** 2) / draws);
  expect(Math.abs(linearPriorError(A, clean, 0.25, 0.3) - sum)).toBeLessThan(4 * deviation);
});

test('paths: lengths, energies, straightness', () => {
  const corner = pathGeometry([Float64Array.of(0, 0), Float64Array.of(3, 0), Float64Array.of(3, 4)]);
  expect(corner).toEqual({ length: 7, energy: 25, straightness: 5 / 7 });
  expect(pathGeometry([Float64Array.of(1), Float64Array.of(1)]).straightness).toBe(1);
  const { length, energy } = pathGeometry([0, 1, 3].map((x) => Float64Array.of(x)));
  expect(energy).toBeGreaterThan(length ** 2 / 2);
});

test('a residual network is of order 1 in its depth', () => {
  const turn = ([x, y]: Float64Array): Float64Array => Float64Array.of(-y!, x!);
  const errors = [64, 128, 256].map((layers) => {
    const { points, length } = residualPath(turn, Float64Array.of(1, 0), layers);
    const [x, y] = points.at(-1)!;
    return [Math.hypot(x! - Math.cos(1), y! - Math.sin(1)), Math.abs(length - 1)] as const;
  });
  for (const k of [0, 1] as const) {
    expect(Math.log2(errors[0]![k] / errors[1]![k])).toBeCloseTo(1, 1);
    expect(Math.log2(errors[1]![k] / errors[2]![k])).toBeCloseTo(1, 1);
  }
});

test('optimal transport of Gaussians goes straight, exactly at any depth, at W₂² = Δμ² + Δσ²', () => {
  const [from, to] = [
    { mean: [0.5, -1], deviation: [1, 0.5] },
    { mean: [2, 1], deviation: [0.25, 2] },
  ];
  const { squaredDistance, field } = gaussianTransport(from, to);
  expect(squaredDistance).toBeCloseTo(1.5 ** 2 + 2 ** 2 + 0.75 ** 2 + 1.5 ** 2, 12);
  const stream = randomStream(1, 'points');
  let mean = 0;
  for (let k = 0; k < 100; k++) {
    const z = [stream.normal(), stream.normal()] as const;
    // Points and their mirror images: sample means are exact.
    for (const sign of [1, -1]) {
      const x = Float64Array.from(from.mean, (m, i) => m + sign * from.deviation[i]! * z[i]!);
      const { points, energy, straightness } = residualPath(field, x, 3);
      expect(straightness).toBeCloseTo(1, 12);
      const goal = to.mean.map((m, i) => m + sign * to.deviation[i]! * z[i]!);
      expect([...points.at(-1)!]).toEqual(goal.map((y) => expect.closeTo(y, 10)));
      const shift = to.mean.map((m, i) => m - from.mean[i]! + sign * (to.deviation[i]! - from.deviation[i]!) * z[i]!);
      mean += (2 * energy - shift[0]! ** 2 - shift[1]! ** 2) / 200;
    }
  }
  expect(mean).toBeCloseTo(0, 12);
});

test('mistakes are told', () => {
  expect(() => adversarialValue(Float64Array.of(1), Float64Array.of(1), Float64Array.of(2))).toThrow('got 2');
  expect(() => adversarialOptimum(Float64Array.of(1), Float64Array.of(0.5, 0.5))).toThrow('lists of one length');
  expect(() => residualPath((x) => x, Float64Array.of(1), 0)).toThrow('positive number of layers');
  expect(() => pathGeometry([])).toThrow('lengths none');
  expect(() => gaussianTransport({ mean: [0], deviation: [0] }, { mean: [0], deviation: [1] })).toThrow('got 0');
  const A = { rows: 2, cols: 1, data: Float64Array.of(1, 1) };
  expect(() => linearPrior(A, Float64Array.of(1), 1)).toThrow('2 numbers y required, got 1');
  expect(() => linearPrior(A, Float64Array.of(1, 1), -1)).toThrow('a time ≥ 0');
});
