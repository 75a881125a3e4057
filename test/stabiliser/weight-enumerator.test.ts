import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitAt } from '../../src/stabiliser/digit-matrix.ts';
import { stabiliserGroupOfWords } from '../../src/stabiliser/stabiliser-words.ts';
import { leastWeight, macWilliamsTransform, weightEnumerator } from '../../src/stabiliser/weight-enumerator.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

const five = stabiliserGroupOfWords(['XZZXI', 'IXZZX', 'XIXZZ', 'ZXIXZ']);
const steane = stabiliserGroupOfWords(['XXXIXII', 'IXXXIXI', 'IIXXXIX', 'ZZZIZII', 'IZZZIZI', 'IIZZZIZ']);

describe('weight enumerators', () => {
  test('of the five-qubit and the Steane code are those of Shor and Laflamme', () => {
    expect(weightEnumerator(five)).toEqual([1n, 0n, 0n, 0n, 15n, 0n]);
    expect(macWilliamsTransform(weightEnumerator(five), 2)).toEqual([1n, 0n, 0n, 30n, 15n, 18n]);
    expect(weightEnumerator(steane)).toEqual([1n, 0n, 0n, 0n, 21n, 0n, 42n, 0n]);
    expect(macWilliamsTransform(weightEnumerator(steane), 2)).toEqual([1n, 0n, 0n, 21n, 21n, 126n, 42n, 45n]);
    expect(leastWeight(weightEnumerator(five), macWilliamsTransform(weightEnumerator(five), 2))).toBe(3);
    expect(leastWeight([1n, 0n], [1n, 0n])).toBe(null);
  });

  test('of what commutes with a group follow by the MacWilliams identity, which is its own inverse', () => {
    fc.assert(
      fc.property(
        fc.constantFrom([2, 5], [3, 3], [5, 2]),
        fc.integer({ min: 0, max: 6 }),
        fc.nat(100),
        ([prime, qudits], rank, seed) => {
          const group = randomStabiliserCode(seed, prime!, qudits!, Math.min(rank, qudits!));
          const counts = weightEnumerator(group);
          expect(counts.reduce((sum, count) => sum + count, 0n)).toBe(BigInt(prime!) ** BigInt(group.phases.length));
          const dual = macWilliamsTransform(counts, prime!);
          expect(dual).toEqual(commutantWeights(group));
          expect(macWilliamsTransform(dual, prime!)).toEqual(counts);
        },
      ),
      { seed: 1, numRuns: 20 },
    );
  });

  test('count the sites on which a word acts, not its qudits', () => {
    const sites = [[0, 1], [2, 3], [4]];
    const { x, z } = five;
    const expected = [0n, 0n, 0n, 0n];
    for (let mask = 0; mask < 16; mask++) {
      const acts = (q: number): boolean =>
        [x, z].some(
          (half) => [0, 1, 2, 3].reduce((sum, row) => sum + ((mask >> row) & 1) * digitAt(half, row, q), 0) % 2,
        );
      const weight = sites.filter((site) => site.some(acts)).length;
      expected[weight] = expected[weight]! + 1n;
    }
    expect(weightEnumerator(five, sites)).toEqual(expected);
  });

  test('are refused where they are too long, or no enumerators', () => {
    expect(() => weightEnumerator(randomStabiliserCode(1, 2, 30))).toThrow('got 2^30');
    expect(() => macWilliamsTransform([1n, 1n], 2)).not.toThrow();
    expect(() => macWilliamsTransform([1n, 0n, 2n], 2)).toThrow('the enumerator of a stabiliser group');
  });
});

/** Words on few qudits that commute with all generators, one by one. */
function commutantWeights(group: ReturnType<typeof randomStabiliserCode>): readonly bigint[] {
  const { prime, qudits, x, z, phases } = group;
  const counts = new Array<bigint>(qudits + 1).fill(0n);
  for (let index = 0; index < prime ** (2 * qudits); index++) {
    const digit = (k: number): number => Math.floor(index / prime ** k) % prime;
    const commutes = [...phases.keys()].every((row) => {
      let form = 0;
      for (let q = 0; q < qudits; q++)
        form += digit(2 * q) * digitAt(z, row, q) - digit(2 * q + 1) * digitAt(x, row, q);
      return form % prime === 0;
    });
    const weight = [...Array(qudits).keys()].filter((q) => digit(2 * q) + digit(2 * q + 1) > 0).length;
    if (commutes) counts[weight] = counts[weight]! + 1n;
  }
  return counts;
}
