import { expect, test } from 'vitest';
import { refinedSlices } from '../../../src/geodesic/sector/refined-slices.ts';
import { randomSlices } from '../../../src/geodesic/sector/sector-search.ts';
import { runSlices } from '../../../src/geodesic/sector/sliced-evolution.ts';
import { youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { length, plus } from '../../../src/linalg/real-vector.ts';
import { refinedVector } from '../../../src/state/symmetric-vector.ts';

test.each([
  [[5], [2, 3]],
  [
    [2, 3],
    [1, 1, 1, 2],
  ],
])('a path in blocks %j is as long, and leads to the same state, in %j', (blocks, finer) => {
  const [from, to] = [blocks, finer].map((sizes) => youngSector(sizes, { sizeWeights: [1.3, 0.7] }));
  const coordinates = randomSlices(from!, 3, randomStream(1, 'path'));
  const psi = randomVector(from!.dimension, randomStream(2, 'state'));
  const refined = refinedSlices(from!, to!, { slices: 3, coordinates });
  expect(length(refined.coordinates)).toBeCloseTo(length(coordinates), 12);
  const end = runSlices(from!, psi, 3, coordinates).end;
  const there = runSlices(to!, refinedVector(from!, to!, psi), 3, refined.coordinates).end;
  expect(length(plus(refinedVector(from!, to!, end).interleaved, -1, there.interleaved))).toBeLessThan(1e-13);
});

test('blocks that are no parts, and other numbers of controls, are refused', () => {
  const [one, two] = [[4], [1, 2]].map((blocks) => youngSector(blocks, { sizeWeights: [1] }));
  expect(() => refinedSlices(one!, two!, { slices: 1, coordinates: new Float64Array(3) })).toThrow(
    'refinedSlices: parts of the blocks 4 required, got 1,2',
  );
  expect(() => refinedSlices(one!, one!, { slices: 2, coordinates: new Float64Array(3) })).toThrow(
    '3 controls required, got 1.5',
  );
});
