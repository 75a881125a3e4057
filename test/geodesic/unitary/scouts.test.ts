import { expect, test } from 'vitest';
import { logarithmicMap } from '../../../src/geodesic/unitary/logarithmic-map.ts';
import { fourier } from './unitaries.ts';

test('a short sheet that one random path of twelve leads to is found by scouts, with any seed', () => {
  const options = { starts: 1, branches: 0, conjugatePoints: false, slicedLengths: false } as const;
  const find = (seed: number, scouts: number): number =>
    logarithmicMap({ maxSize: 2, penalty: 10 }, fourier(8), { ...options, seed, scouts }).value.length;
  expect(Math.abs(find(1, 1) - 2.25456)).toBeLessThan(1e-5); // where most lead
  for (const seed of [0, 1]) expect(Math.abs(find(seed, 48) - 1.967817)).toBeLessThan(1e-6);
});
