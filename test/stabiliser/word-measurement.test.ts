import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureWord } from '../../src/circuit/measure-word.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { normSquared } from '../../src/linalg/vector.ts';
import { expectation } from '../../src/operator/pauli-sum.ts';
import { stabiliserOverlap } from '../../src/stabiliser/stabiliser-overlap.ts';
import { stabiliserVector } from '../../src/stabiliser/stabiliser-vector.ts';
import { stabiliserGroupOfWords } from '../../src/stabiliser/stabiliser-words.ts';
import {
  certainPower,
  expectationOfWord,
  measureStabilisers,
  outcomesOfWord,
  sampledDigits,
} from '../../src/stabiliser/word-measurement.ts';
import { projector } from '../../src/state/reduced-density-matrix.ts';
import { largestDifference } from '../helpers/largest-difference.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

const anyWord = fc.string({ unit: fc.constantFrom('I', 'X', 'Y', 'Z'), minLength: 4, maxLength: 4 });

describe('measuring words', () => {
  test('of qubits has the outcomes, expectations and states of the amplitudes', () => {
    fc.assert(
      fc.property(fc.nat(1000), anyWord, (seed, word) => {
        const group = randomStabiliserCode(seed, 2, 4);
        const psi = stabiliserVector(group);
        const mean = expectation({ qubits: 4, terms: [{ word, coefficient: 1 }] }, psi);
        expect(expectationOfWord(group, word)[0]).toBeCloseTo(mean, 12);
        const possible = measureWord(psi, word).filter(({ probability }) => probability > 1e-9);
        const outcomes = outcomesOfWord(group, word);
        expect(outcomes.map(({ power }) => 1 - 2 * power)).toEqual(possible.map(({ value }) => value));
        outcomes.forEach(({ probability, group: after }, k) => {
          expect(probability).toBeCloseTo(possible[k]!.probability, 12);
          const dense = projector(possible[k]!.state).interleaved;
          expect(largestDifference(projector(stabiliserVector(after)).interleaved, dense)).toBeLessThan(1e-13);
        });
      }),
      { seed: 13, numRuns: 60 },
    );
  });

  test('of qudits leaves eigenstates whose overlap with the state is the probability', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(3, 5),
        fc.nat(1000),
        fc.array(fc.nat(24), { minLength: 3, maxLength: 3 }),
        (prime, seed, digits) => {
          const group = randomStabiliserCode(seed, prime, 3);
          const word = digits.map((digit) => `X${digit % 5}Z${Math.floor(digit / 5)}`).join(' ');
          const outcomes = outcomesOfWord(group, word);
          expect(outcomes.length === 1 || outcomes.length === prime).toBe(true);
          for (const { power, probability, group: after } of outcomes) {
            expect(certainPower(after, word)).toBe(power);
            expect(stabiliserOverlap(group, after)).toBeCloseTo(probability, 12);
          }
        },
      ),
      { seed: 14, numRuns: 30 },
    );
  });

  test('that are certain finds products of generators, with their phases', () => {
    const pair = stabiliserGroupOfWords(['X X', 'w Z Z2'], 3);
    expect(certainPower(pair, 'X2 X2')).toBe(0);
    expect(certainPower(pair, 'Z Z2')).toBe(2); // ω ZZ² = 1
    expect(certainPower(pair, 'w Z Z2')).toBe(0);
    expect(certainPower(pair, 'Z I')).toBeNull();
    expect(expectationOfWord(pair, 'Z Z2')[1]).toBeCloseTo(Math.sin((4 * Math.PI) / 3), 14);
    expect(outcomesOfWord(pair, 'w^2 I I')).toEqual([{ power: 2, probability: 1, group: pair }]);
  });

  test('of a mixed state adds what has been learned', () => {
    const code = stabiliserGroupOfWords(['XX']);
    const [plus, minus] = outcomesOfWord(code, 'ZZ');
    expect([plus!.probability, minus!.probability]).toEqual([0.5, 0.5]);
    expect(expectationOfWord(minus!.group, 'YY')[0]).toBe(1);
  });

  test('is sampled by a stream', () => {
    const stream = randomStream(1, 'shots');
    const plus = stabiliserGroupOfWords(['X']);
    const powers = Array.from({ length: 400 }, () => measureStabilisers(plus, 'Z', stream).power);
    expect(Math.abs(powers.reduce((a, b) => a + b) - 200)).toBeLessThan(40);
    expect(measureStabilisers(plus, '-X', stream)).toEqual({ power: 1, probability: 1, group: plus });
    const once = measureStabilisers(plus, 'Y', stream);
    expect(measureStabilisers(once.group, 'Y', stream).power).toBe(once.power);
  });

  test('needs words that fit', () => {
    expect(() => certainPower(stabiliserGroupOfWords(['XX']), 'X')).toThrow("2 letters required, got 'X' with 1");
    expect(() => sampledDigits(stabiliserGroupOfWords(['XX']), randomStream(1, 'shots'), -1)).toThrow('got -1');
    expect(() => sampledDigits(stabiliserGroupOfWords(['XX']), randomStream(1, 'shots'), 1e12)).toThrow(
      'at most 67108864 digits possible, got 1000000000000 × 2',
    );
  });
});

test.each([2, 3])('samples of all qudits have the probabilities of the amplitudes, p = %i', (prime) => {
  const stream = randomStream(2, 'shots');
  for (let seed = 0; seed < 8; seed++) {
    const group = randomStabiliserCode(seed, prime, 3);
    const psi = stabiliserVector(group);
    const support = [...Array(psi.length).keys()].filter((k) => psi.interleaved[2 * k] || psi.interleaved[2 * k + 1]);
    const samples = sampledDigits(group, stream, 60 * support.length);
    const counts = new Map<number, number>();
    for (const digits of samples) {
      const index = digits.reduce((sum, digit) => sum * prime + digit, 0);
      counts.set(index, (counts.get(index) ?? 0) + 1);
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual(support);
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - 60) ** 2 / 60, 0);
    expect(chi).toBeLessThan(support.length + 5 * Math.sqrt(2 * support.length));
  }
  expect(normSquared(stabiliserVector(randomStabiliserCode(1, prime, 3)))).toBeCloseTo(1, 12);
});
