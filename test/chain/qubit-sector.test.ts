import { expect, test } from 'vitest';
import { qubitSector } from '../../src/chain/qubit-sector.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { lanczos } from '../../src/linalg/lanczos.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { frustratedHeisenberg, transverseFieldIsing, xxz } from '../../src/operator/hamiltonian.ts';
import { chain, ring } from '../../src/operator/lattice.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { hubbard } from '../../src/operator/spin-models.ts';

/** All levels of a sector, by Lanczos vectors as many as it has states. */
const levels = ({ apply, dimension }: ReturnType<typeof qubitSector>): readonly number[] => {
  const start = randomVector(dimension, randomStream(1, 'test'));
  return [...lanczos(apply, start, { count: dimension, tolerance: 1e-10 }).value.values];
};

test.each([
  ['excitations', xxz(chain(6), { anisotropy: 0.4, field: 0.3 }), [0, 1, 2, 3, 4, 5, 6]],
  ['parity-x', transverseFieldIsing(chain(5), { field: 0.7 }), [0, 1]],
  [
    'parity-z',
    {
      qubits: 4,
      terms: [
        { word: 'XYII', coefficient: 1 },
        { word: 'IIZI', coefficient: 0.6 },
        { word: 'IYXI', coefficient: 0.3 },
        { word: 'IIYY', coefficient: 0.7 },
      ],
    },
    [0, 1],
  ],
  ['two-species', hubbard(chain(2)), [0, 1, 2].flatMap((u) => [0, 1, 2].map((d) => [u, d] as const))],
] as const)('the levels of all sectors of %s together are those of the Hamiltonian', (symmetry, sum, sectors) => {
  const all = sectors.flatMap((sector) => levels(qubitSector(sum, symmetry, sector))).sort((a, b) => a - b);
  const exact = hermitianEigenvalues(pauliSumMatrix(sum));
  expect(all.length).toBe(exact.length);
  all.forEach((level, k) => {
    expect(level).toBeCloseTo(exact[k]!, 8);
  });
});

test('the ring of Majumdar and Ghosh has −3/2 for each site, twice, in the sector of half the spins', () => {
  const { apply, dimension } = qubitSector(frustratedHeisenberg(ring(10)), 'excitations', 5);
  expect(dimension).toBe(252);
  const { values } = lanczos(apply, randomVector(dimension, randomStream(1, 'test')), { count: 3 }).value;
  expect(values[0]).toBeCloseTo(-15, 9);
  expect(values[1]).toBeCloseTo(-15, 9);
  expect(values[2]).toBeGreaterThan(-14.5);
});

test('a Hamiltonian without the symmetry, and sectors without states, are refused', () => {
  expect(() => qubitSector(transverseFieldIsing(chain(3)), 'excitations', 1)).toThrow(
    /within the sector required, got one that leads from \|001⟩/,
  );
  expect(() => qubitSector(xxz(chain(3)), 'excitations', 4)).toThrow(/one that some basis state has required, got 4/);
  expect(() => qubitSector(xxz(chain(3)), 'excitations', [1, 1])).toThrow(/two numbers for 'two-species'/);
});
