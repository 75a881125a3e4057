import { expect, test } from 'vitest';
import { chain, complete, type Lattice, ring, star } from '../../src/operator/lattice.ts';
import { cayleyDistances } from '../../src/systems/cayley/breadth-first.ts';
import { cliffordGroup } from '../../src/systems/cayley/clifford.ts';
import { linearGroup } from '../../src/systems/cayley/general-linear.ts';

const spheres = [1, 20, 260, 2570, 19680, 117860, 540470, 1769710, 3571175, 3225310, 736540, 15740, 24];

test.each<readonly [string, Lattice, number, number]>([
  ['all pairs', complete(5), 12, 8.14483],
  ['a chain', chain(5), 24, 15.50446],
  ['a ring', ring(5), 16, 11.43296],
  ['a star', star(5), 16, 11.23501],
])('GL(5,2) with %s: 9 999 360 elements, diameter and mean', (name, coupling, diameter, mean) => {
  // Christensen et al., arXiv:2503.01467, for all pairs.
  const distances = cayleyDistances(linearGroup(coupling));
  expect(distances.spheres.reduce((sum, size) => sum + size, 0)).toBe(9_999_360);
  expect(distances.diameter).toBe(diameter);
  expect(distances.mean).toBeCloseTo(mean, 5);
  if (name === 'all pairs') expect(distances.spheres).toEqual(spheres);
});

test('Clifford gates on 3 qubits with free one-qubit gates, all pairs and a chain', () => {
  expect(cayleyDistances(cliffordGroup(complete(3))).spheres).toEqual([216, 5832, 93312, 601344, 657072, 93312, 432]);
  expect(cayleyDistances(cliffordGroup(chain(3))).spheres).toEqual([
    216, 3888, 33048, 181224, 651240, 530712, 50976, 216,
  ]);
});
