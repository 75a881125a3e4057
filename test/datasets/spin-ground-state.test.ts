import { expect, test } from 'vitest';
import { spinGroundState } from '../../datasets/spin-ground-state.ts';
import { identityMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { hermitianEigen } from '../../src/linalg/hermitian-eigen.ts';
import { addScaledMatrix, kronecker } from '../../src/linalg/matrix.ts';
import { chain } from '../../src/operator/lattice.ts';
import type { OperatorSum } from '../../src/operator/operator-sum.ts';
import { heisenbergSpins } from '../../src/operator/spin-models.ts';

/** The lowest eigenvalue of the whole matrix. */
function lowestLevel({ dimensions, terms }: OperatorSum): number {
  const size = dimensions.reduce((a, b) => a * b, 1);
  const whole = terms.reduce(
    (sum, { coefficient, factors }) => {
      const matrices = dimensions.map((d, k) => factors.find(({ site }) => site === k)?.matrix ?? identityMatrix(d));
      return addScaledMatrix(sum, [coefficient, 0], matrices.reduce(kronecker));
    },
    zeroMatrix(size, size),
  );
  return hermitianEigen(whole).values.reduce((least, value) => Math.min(least, value), Infinity);
}

test.each([
  ['1', 1, {}],
  ['3/2', 1.5, {}],
  ['1, with D and β', 1, { uniaxial: 0.4, biquadratic: -0.2 }],
])('spins %s: the energy is the lowest of the whole matrix', (_, spin, more) => {
  const sum = heisenbergSpins(chain(4), { spin, ...more });
  const { swept, dimensions } = spinGroundState(sum, { bond: 16 });
  expect(dimensions).toEqual(new Array(4).fill(2 * spin + 1));
  expect(swept.value.energy).toBeCloseTo(lowestLevel(sum), 9);
});

test('two spins 1: −2, −1 and 1 with total spin 0, 1, 2', () => {
  const sum = heisenbergSpins(chain(2), { spin: 1 });
  const energies = [0, 1, 2].map((magnetisation) => spinGroundState(sum, { magnetisation }).swept.value.energy);
  for (const [k, energy] of [-2, -1, 1].entries()) expect(energies[k]).toBeCloseTo(energy, 11);
});

test('magnetisations that no state has, and spins of several lengths, are refused', () => {
  const sum = heisenbergSpins(chain(3), { spin: 1.5 });
  for (const magnetisation of [5, 0, -5.5]) {
    expect(() => spinGroundState(sum, { magnetisation })).toThrow(
      `a magnetisation of 4.5, 3.5 … −4.5 required, got ${magnetisation}`,
    );
  }
  const uneven: OperatorSum = { dimensions: [2, 3], terms: [] };
  expect(() => spinGroundState(uneven)).toThrow(/one length required, got sites of dimensions \[2,3\]/);
});
