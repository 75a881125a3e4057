import { expect, test } from 'vitest';
import { complexVector } from '../../src/linalg/complex.ts';
import { informationTable, mutualInformation, regionInformation } from '../../src/state/mutual-information.ts';
import type { RegionEntropies } from '../../src/state/region-entropies.ts';

/** Sites with entropies of their own, and unequal correlation between neighbours. */
const entropies: RegionEntropies = {
  boundary: 3,
  references: 0,
  capacities: [1, 1, 1],
  kind: 'exact',
  entropy: (sites) => sites.reduce((sum, site) => sum + 2 ** site, 0) - (sites.length > 1 ? 0.1 * sites[0]! + 0.3 : 0),
};

test('a table holds S(a) + S(b) − S(ab), and 2S(a) on its diagonal', () => {
  expect(informationTable(entropies)).toEqual(
    [
      [2, 0.3, 0.3],
      [0.3, 4, 0.4],
      [0.3, 0.4, 8],
    ].map((row) => row.map((value) => expect.closeTo(value, 14))),
  );
  expect(regionInformation(entropies, [1], [0])).toBeCloseTo(0.4, 14); // the sites of A come first
});

test('a table that there is a better way to is taken as it is', () => {
  expect(informationTable({ ...entropies, information: () => [[7]] })).toEqual([[7]]);
});

test('of a triple GHZ state is log 2 between two qubits, and 1 in bits', () => {
  const ghz = complexVector([Math.SQRT1_2, 0, 0, 0, 0, 0, 0, Math.SQRT1_2]);
  expect(mutualInformation(ghz, [2, 2, 2], [0], [1])).toBeCloseTo(Math.LN2, 13);
  expect(mutualInformation(ghz, [2, 2, 2], [0], [1, 2], { base: 2 })).toBeCloseTo(2, 13);
});
