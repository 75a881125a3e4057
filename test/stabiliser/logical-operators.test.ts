import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areSameGroup } from '../../src/stabiliser/canonical-form.ts';
import { stabiliserGroup } from '../../src/stabiliser/given-generators.ts';
import { fiveQubitCode, fourQubitCode, steaneCode } from '../../src/stabiliser/known-codes.ts';
import { encodingState, logicalOperators, normaliser } from '../../src/stabiliser/logical-operators.ts';
import { partialTrace } from '../../src/stabiliser/stabiliser-contraction.ts';
import { stabiliserEntropy } from '../../src/stabiliser/stabiliser-entropy.ts';
import { generatorRows, isPureGroup, type StabiliserGroup } from '../../src/stabiliser/stabiliser-group.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

const form = (prime: number, a: readonly number[], b: readonly number[]): number => {
  const n = a.length / 2;
  let sum = 0;
  for (let q = 0; q < n; q++) sum += a[n + q]! * b[q]! - a[q]! * b[n + q]!;
  return ((sum % prime) + prime) % prime;
};

const anyCode = fc
  .tuple(fc.constantFrom(2, 3, 5), fc.nat(1000), fc.integer({ min: 0, max: 5 }))
  .map(([prime, seed, rank]) => randomStabiliserCode(seed, prime, 5, rank));

describe('logical operators', () => {
  test('commute with the group and with other pairs, and are conjugate within each', () => {
    fc.assert(
      fc.property(anyCode, (group) => {
        const { prime, qudits } = group;
        const { generators } = generatorRows(group);
        const pairs = logicalOperators(group);
        expect(pairs.length).toBe(qudits - generators.length);
        const words = pairs.flatMap(({ x, z }) => [x, z]);
        for (const word of words) for (const generator of generators) expect(form(prime, word, generator)).toBe(0);
        words.forEach((a, i) => {
          words.forEach((b, j) => {
            const conjugate = Math.floor(i / 2) === Math.floor(j / 2);
            expect(form(prime, a, b)).toBe(!conjugate || i === j ? 0 : i > j ? 1 : prime - 1);
          });
        });
      }),
      { seed: 16, numRuns: 40 },
    );
  });

  test('and the group span the normaliser', () => {
    fc.assert(
      fc.property(anyCode, (group) => {
        const words = normaliser(group);
        const { generators } = generatorRows(group);
        expect(words.length).toBe(2 * group.qudits - generators.length);
        for (const word of words) for (const g of generators) expect(form(group.prime, word, g)).toBe(0);
      }),
      { seed: 17, numRuns: 20 },
    );
  });

  test('with references make a pure state, of which the code is a part', () => {
    fc.assert(
      fc.property(anyCode, (group) => {
        const state = encodingState(group);
        const { generators, phases } = generatorRows(state);
        expect(stabiliserGroup(group.prime, state.qudits, generators, phases)).toEqual(state);
        expect(isPureGroup(state)).toBe(true);
        expect(areSameGroup(partialTrace(state, [0, 1, 2, 3, 4]), group)).toBe(true);
      }),
      { seed: 18, numRuns: 30 },
    );
  });
});

/** Whether the encoded qudits can be recovered when these qudits are lost: I(reference : lost) = 0. */
const isCorrectable = (code: StabiliserGroup, lost: readonly number[]): boolean => {
  const state = encodingState(code);
  const references = Array.from({ length: state.qudits - code.qudits }, (_, k) => code.qudits + k);
  const S = (region: readonly number[]): number => stabiliserEntropy(state, region);
  return S(references) + S(lost) - S([...references, ...lost]) < 1e-9;
};
const subsets = (n: number, size: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** n }, (_, k) => [...Array(n).keys()].filter((q) => (k >> q) & 1)).filter(
    (s) => s.length === size,
  );

describe('codes of the textbook', () => {
  test('[[5, 1, 3]] with its reference is a perfect tensor: 3 ln 2 in all ten cuts', () => {
    const state = encodingState(fiveQubitCode());
    const cuts = subsets(6, 3).filter((region) => region.includes(0));
    expect(cuts.length).toBe(10);
    for (const region of cuts) expect(stabiliserEntropy(state, region)).toBeCloseTo(3 * Math.LN2, 14);
  });

  test.each([
    ['[[5, 1, 3]]', fiveQubitCode(), 1, 3],
    ['[[7, 1, 3]]', steaneCode(), 1, 3],
    ['[[4, 2, 2]]', fourQubitCode(), 2, 2],
  ])(
    '%s corrects every loss of fewer qubits than its distance, and not every one of as many',
    (_, code, encoded, distance) => {
      expect(logicalOperators(code).length).toBe(encoded);
      expect(subsets(code.qudits, distance - 1).every((lost) => isCorrectable(code, lost))).toBe(true);
      expect(subsets(code.qudits, distance).every((lost) => isCorrectable(code, lost))).toBe(false);
    },
  );
});
