import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entropiesOfStabilisers, regionRank, stabiliserEntropy } from '../../src/stabiliser/stabiliser-entropy.ts';
import { stabiliserDensity, stabiliserVector } from '../../src/stabiliser/stabiliser-vector.ts';
import { stabiliserGroupOfWords } from '../../src/stabiliser/stabiliser-words.ts';
import { entanglementEntropy } from '../../src/state/entropy.ts';
import { informationTable } from '../../src/state/mutual-information.ts';
import { contiguousEntropies, sitesOf } from '../../src/state/region-entropies.ts';
import { largestDifference } from '../helpers/largest-difference.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

const LARGEST = { 2: 8, 3: 5, 5: 3 } as const;

describe('entropies of stabiliser states', () => {
  test('are those of the amplitudes, for p = 2, 3, 5 and any region', () => {
    fc.assert(
      fc.property(fc.constantFrom(2, 3, 5), fc.nat(1000), fc.nat(255), (prime, seed, subset) => {
        const qudits = LARGEST[prime as 2];
        const group = randomStabiliserCode(seed, prime, qudits);
        const region = [...Array(qudits).keys()].filter((q) => (subset >> q) & 1);
        const dense = entanglementEntropy(stabiliserVector(group), new Array(qudits).fill(prime), region);
        expect(stabiliserEntropy(group, region)).toBeCloseTo(dense, 10);
      }),
      { seed: 3, numRuns: 40 },
    );
  });

  test('of mixed groups are those of the density matrix', () => {
    fc.assert(
      fc.property(fc.constantFrom(2, 3), fc.nat(1000), fc.nat(3), fc.nat(15), (prime, seed, rank, subset) => {
        const group = randomStabiliserCode(seed, prime, 4, rank);
        const region = [0, 1, 2, 3].filter((q) => (subset >> q) & 1);
        const dense = entanglementEntropy(stabiliserDensity(group), new Array(4).fill(prime), region);
        expect(stabiliserEntropy(group, region)).toBeCloseTo(dense, 10);
      }),
      { seed: 4, numRuns: 40 },
    );
  });

  test('count ranks in the words that are left on a region', () => {
    const bell = stabiliserGroupOfWords(['XX', 'ZZ']);
    expect([regionRank(bell, [0]), regionRank(bell, [])]).toEqual([2, 0]);
    expect(stabiliserEntropy(bell, [0])).toBeCloseTo(Math.LN2, 15);
    expect(() => regionRank(bell, [2])).toThrow('different sites below 2 required, got [2]');
    expect(() => stabiliserEntropy(bell, [1, 1])).toThrow('different sites');
  });

  test('of sites of several qudits, references and environment go by their qudits', () => {
    const group = randomStabiliserCode(7, 2, 7);
    const dimensions = new Array(7).fill(2);
    const entropies = entropiesOfStabilisers(group, { sites: [[5, 0], [2], [1, 6]], boundary: 2 });
    expect([entropies.boundary, entropies.references, entropies.kind]).toEqual([2, 1, 'exact']);
    expect(entropies.capacities).toEqual([2, 1, 2].map((qudits) => qudits * Math.LN2));
    const psi = stabiliserVector(group);
    expect(entropies.entropy([2, 0])).toBeCloseTo(entanglementEntropy(psi, dimensions, [0, 1, 5, 6]), 12);
    expect(entropies.entropy([0, 1, 2])).toBeCloseTo(entanglementEntropy(psi, dimensions, [3, 4]), 12);
    expect(entropiesOfStabilisers(group).capacities.length).toBe(7);
    expect(() => entropiesOfStabilisers(group, { sites: [[0], [0, 1]] })).toThrow('different sites');
    expect(() => entropiesOfStabilisers(group, { boundary: 8 })).toThrow('at most 7 boundary sites possible, got 8');
  });

  test('of pairs of sites give their mutual information, mixed states and sites of several qudits included', () => {
    fc.assert(
      fc.property(fc.constantFrom(2, 3), fc.nat(1000), fc.integer({ min: 0, max: 8 }), (prime, seed, rank) => {
        const group = randomStabiliserCode(seed, prime, 8, rank);
        for (const sites of [undefined, [[3], [1, 0], [2, 4, 5], [7]]]) {
          const entropies = entropiesOfStabilisers(group, sites && { sites, boundary: 3 });
          const { information: _, ...plain } = entropies;
          const [fast, slow] = [informationTable(entropies), informationTable(plain)];
          expect(largestDifference(fast.flat(), slow.flat())).toBeLessThan(1e-12);
        }
      }),
      { seed: 24, numRuns: 20 },
    );
  });

  test('of all intervals are those of each, also with sites of several qudits and some traced out', () => {
    fc.assert(
      fc.property(fc.constantFrom(2, 3), fc.nat(1000), fc.integer({ min: 0, max: 12 }), (prime, seed, rank) => {
        const group = randomStabiliserCode(seed, prime, 12, rank);
        for (const sites of [undefined, [[3], [1, 0], [2, 4, 5], [7], [11, 6]]]) {
          const entropies = entropiesOfStabilisers(group, sites && { sites, boundary: 4 });
          const n = entropies.boundary;
          const intervals = contiguousEntropies(entropies);
          expect(intervals.length).toBe((n * (n + 1)) / 2 - 1);
          for (const interval of intervals) {
            expect(interval.entropy).toBeCloseTo(entropies.entropy(sitesOf(interval)), 12);
          }
        }
      }),
      { seed: 5, numRuns: 20 },
    );
  });
});
