import { expect, test } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { multiply, trace } from '../../src/linalg/matrix.ts';
import { randomStream, randomUnitary, randomVector } from '../../src/linalg/random.ts';
import { norm } from '../../src/linalg/vector.ts';
import { isometryError } from './compare.ts';

const draws = (seed: number, name: string, count: number): readonly number[] => {
  const stream = randomStream(seed, name);
  return Array.from({ length: count }, stream.uniform);
};

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

test('a seed and a name fix every number', () => {
  expect(draws(5, 'start', 50)).toEqual(draws(5, 'start', 50));
  const [a, b] = [randomStream(5, 'start'), randomStream(5, 'start')];
  for (let k = 0; k < 50; k++) expect(a.normal()).toBe(b.normal());
});

test('drawing from one stream does not advance another', () => {
  const a = randomStream(5, 'start');
  randomStream(5, 'noise').uniform();
  expect(a.uniform()).toBe(draws(5, 'start', 1)[0]);
});

test.each([
  [5, 'start', 5, 'Start'],
  [5, 'start', 6, 'start'],
  [1, '1', 11, ''],
  [0, 'a', 2 ** 32, 'a'],
  [0.5, 'a', 0, 'a'],
  [-1, 'a', 1, 'a'],
])('streams (%d, %s) and (%d, %s) are uncorrelated', (seed1, name1, seed2, name2) => {
  const count = 20000;
  const a = draws(seed1, name1, count);
  const b = draws(seed2, name2, count);
  const correlation = 12 * mean(a.map((x, k) => (x - 0.5) * (b[k]! - 0.5)));
  expect(Math.abs(correlation)).toBeLessThan(5 / Math.sqrt(count));
});

test('uniform numbers fill [0, 1) evenly', () => {
  const values = draws(1, 'uniform', 50000);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  for (let bin = 0; bin < 10; bin++) {
    const count = values.filter((x) => Math.floor(10 * x) === bin).length;
    expect(Math.abs(count - 5000)).toBeLessThan(5 * Math.sqrt(4500));
  }
});

test('normal numbers have the moments 0, 1, 0, 3 and independent successors', () => {
  const stream = randomStream(2, 'normal');
  const count = 100000;
  const values = Array.from({ length: count }, stream.normal);
  const moment = (power: number): number => mean(values.map((x) => x ** power));
  expect(Math.abs(moment(1))).toBeLessThan(5 / Math.sqrt(count));
  expect(Math.abs(moment(2) - 1)).toBeLessThan(5 * Math.sqrt(2 / count));
  expect(Math.abs(moment(3))).toBeLessThan(5 * Math.sqrt(15 / count));
  expect(Math.abs(moment(4) - 3)).toBeLessThan(5 * Math.sqrt(96 / count));
  const successors = mean(values.slice(1).map((x, k) => x * values[k]!));
  expect(Math.abs(successors)).toBeLessThan(5 / Math.sqrt(count));
});

test('integers below a bound appear equally often', () => {
  const stream = randomStream(3, 'integer');
  const counts = new Array<number>(6).fill(0);
  for (let k = 0; k < 60000; k++) counts[stream.integer(6)]!++;
  for (const count of counts) expect(Math.abs(count - 10000)).toBeLessThan(5 * Math.sqrt(60000 * (1 / 6) * (5 / 6)));
});

test('random states are normalised, with |amplitude|² as for the Haar measure', () => {
  const stream = randomStream(4, 'states');
  const dimension = 5;
  const samples = Array.from({ length: 5000 }, () => randomVector(dimension, stream));
  expect(norm(samples[0]!)).toBeCloseTo(1, 14);
  const weights = samples.map(({ interleaved }) => interleaved[0]! ** 2 + interleaved[1]! ** 2);
  expect(mean(weights)).toBeCloseTo(1 / dimension, 1);
  expect(Math.abs(mean(weights.map((w) => w * w)) - 2 / (dimension * (dimension + 1)))).toBeLessThan(0.005);
});

// Diaconis & Shahshahani, J. Appl. Probab. 31A, 49 (1994): E Tr Uᵏ = 0, E|Tr Uᵏ|² = min(k, n) for the Haar measure.
test('random unitaries have the traces of the Haar measure', () => {
  const stream = randomStream(5, 'unitaries');
  const count = 4000;
  const samples = Array.from({ length: count }, () => randomUnitary(3, stream));
  expect(isometryError(samples[0]!)).toBeLessThan(1e-14);
  let power = samples;
  for (const k of [1, 2, 3, 4]) {
    const traces = power.map(trace);
    const expected = Math.min(k, 3);
    expect(Math.abs(mean(traces.map(([re]) => re)))).toBeLessThan(5 * Math.sqrt(expected / count));
    expect(Math.abs(mean(traces.map(([re, im]) => re * re + im * im)) - expected)).toBeLessThan(
      5 * expected * Math.sqrt(2 / count),
    );
    power = power.map((p, i) => multiply(p, samples[i]!));
  }
});

test('a seed that is not a number is named', () => {
  expect(() => randomStream(Number.NaN, 'start')).toThrow(DomainError);
});
