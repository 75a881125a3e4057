import { expect, test } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { multiply, trace } from '../../src/linalg/matrix.ts';
import {
  type RandomState,
  randomStream,
  randomStreamOf,
  randomUnitary,
  randomVector,
} from '../../src/linalg/random.ts';
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

const throughJson = (state: RandomState): RandomState => JSON.parse(JSON.stringify(state));

test('a stream goes on from its state, kept as JSON, to the same bits, also between the two numbers of a pair', () => {
  const stream = randomStream(7, 'interrupted');
  for (let k = 0; k < 12; k++) {
    const state = stream.state();
    expect(stream.state()).toEqual(state); // asking advances nothing
    const [again, other] = [randomStreamOf(throughJson(state)), randomStreamOf(throughJson(state))];
    expect(again.state()).toEqual(state);
    for (let draw = 0; draw < 5; draw++) expect(again.normal()).toBe(other.normal());
    const next = randomStreamOf(state);
    expect([stream.normal(), stream.integer(10), stream.uniform()].slice(0, 1 + (k % 3))).toEqual(
      [next.normal(), next.integer(10), next.uniform()].slice(0, 1 + (k % 3)),
    );
  }
});

test('the state moves as xoroshiro128+ does, two steps for a uniform number', () => {
  // Blackman & Vigna, ACM Trans. Math. Softw. 47, 36 (2021), with 64-bit words and the constants 24, 16, 37.
  const mask = 2n ** 64n - 1n;
  const rotated = (x: bigint, by: bigint): bigint => ((x << by) | (x >> (64n - by))) & mask;
  const stepped = ([s0, s1]: readonly [bigint, bigint]): [bigint, bigint] => {
    const sum = s0 ^ s1;
    return [rotated(s0, 24n) ^ sum ^ ((sum << 16n) & mask), rotated(sum, 37n)];
  };
  const wide = ({ words }: RandomState): [bigint, bigint] => {
    const [a, b, c, d] = words.map((word) => BigInt.asUintN(32, BigInt(word))) as [bigint, bigint, bigint, bigint];
    return [(a << 32n) | b, (c << 32n) | d];
  };
  const stream = randomStream(8, 'xoroshiro');
  for (let k = 0; k < 20; k++) {
    const [first, second] = [wide(stream.state()), stepped(wide(stream.state()))];
    const [high, low] = [first, second].map(([s0, s1]) => (s0 + s1) & 0xffffffffn) as [bigint, bigint];
    expect(stream.uniform()).toBe(Number(((high & (2n ** 26n - 1n)) << 27n) | (low & (2n ** 27n - 1n))) / 2 ** 53);
    expect(wide(stream.state())).toEqual(stepped(second));
  }
});

test.each([
  [{ words: [1, 2, 3], spare: null }, 'words of four 32-bit integers, not all 0, required, got [1,2,3]'],
  [{ words: [0, 0, 0, 0], spare: null }, 'got [0,0,0,0]'],
  [{ words: [1, 2, 3, 2 ** 40], spare: null }, 'got [1,2,3,1099511627776]'],
  [{ words: [1, 2, 3, 4], spare: Number.NaN }, 'a finite spare number or null required, got NaN'],
  [{ words: '1234', spare: null } as unknown as RandomState, 'got [1234]'],
])('a state that is none is refused: %j', (state, message) => {
  expect(() => randomStreamOf(state)).toThrow(message);
});
