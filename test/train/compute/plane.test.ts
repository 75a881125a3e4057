import { expect, test } from 'vitest';
import { networkFilePoint } from '../../../models/network-file.ts';
import { stateVector } from '../../../src/generative/generative-network.ts';
import { normalised } from '../../../src/linalg/vector.ts';
import { xxz } from '../../../src/operator/hamiltonian.ts';
import { grid } from '../../../src/operator/lattice.ts';
import { expectation } from '../../../src/operator/pauli-sum.ts';
import { computed } from '../../../train/compute/compute.ts';

const read = (path: string): Uint8Array => {
  throw new Error(`no file ${path}`);
};
// biome-ignore lint/suspicious/noExplicitAny: the schema of the result is checked by requests.test.ts
const resultOf = async (request: object): Promise<any> =>
  (await computed({ request: 'plane', ...request }, { read })).result;

test('four spins around a square: −8, between its bounds, with the correlations of a singlet; the state is saved and read', async () => {
  const found = await resultOf({ hamiltonian: { name: 'xxz' }, rows: 2, columns: 2, bond: 3 });
  expect(found.energy).toBeCloseTo(-8, 8);
  expect(found.lowest).toBeCloseTo(-8, 10);
  expect(found.bound).toBeCloseTo(-8, 9);
  expect(found.simple).toBeGreaterThan(found.energy);
  // ⟨ZZ⟩ = −2/3 on the four bonds, 1/3 on the diagonal: σ·σ of spin 1.
  const { correlations } = found;
  [1, -2 / 3, -2 / 3, 1 / 3].forEach((value, k) => {
    expect(correlations[Math.floor(k / 2)][k % 2]).toBeCloseTo(value, 4);
  });
  expect(found.structureFactor[0][0]).toBeCloseTo(0, 4);
  expect(found.structureFactor[1][1]).toBeCloseTo(8 / 3, 3);
  const { network, theta } = networkFilePoint(JSON.parse(JSON.stringify(found.state)), 'state.json');
  const psi = normalised(stateVector(network, theta!));
  expect(expectation(xxz(grid(2, 2)), psi)).toBeCloseTo(found.energy, 9);
});

test('terms of one’s own, and the square with diagonals', async () => {
  const terms = ['ZZII', 'IZIZ', 'IIZZ', 'ZIZI'].map((word) => ({ word, coefficient: -1 }));
  const field = ['XIII', 'IXII', 'IIXI', 'IIIX'].map((word) => ({ word, coefficient: -0.5 }));
  const own = await resultOf({ hamiltonian: { name: 'terms', terms: [...terms, ...field] }, rows: 2, columns: 2 });
  // A ring of four: −Σ_k √(1 + g² − 2g cos k) over k = ±π/4, ±3π/4.
  const ring = [1, 3].reduce((sum, k) => sum - 2 * Math.sqrt(1.25 - Math.cos((k * Math.PI) / 4)), 0);
  expect(own.lowest).toBeCloseTo(ring, 10);
  expect(own.energy).toBeGreaterThanOrEqual(ring - 1e-9);
  expect(own.energy).toBeLessThan(ring + 1e-3);
  // All pairs of four spins at J₁ = J₂: H = 2S² − 6 in spins ½ of σ: −6 for singlets.
  const all = await resultOf({
    hamiltonian: { name: 'j1-j2', nextNearest: 1, diagonals: true },
    rows: 2,
    columns: 2,
    bond: 3,
  });
  expect(all.lowest).toBeCloseTo(-6, 10);
  expect(all.energy).toBeCloseTo(-6, 5);
});

test('above 16 sites by the simple update, between boundaries, above the bound of cells', async () => {
  const found = await resultOf({
    hamiltonian: { name: 'transverse-field-ising', field: 3 },
    rows: 1,
    columns: 17,
    boundary: 8,
  });
  expect(found).toMatchObject({ sites: 17, ending: 'none' });
  expect(found.energy).toBe(found.simple);
  expect(found.lowest).toBeLessThan(found.energy);
  expect(found.bound).toBeLessThan(found.lowest);
  expect(found.energy).toBeLessThan(found.lowest * 0.99);
  expect(Math.abs(found.change)).toBeLessThan(1e-5);
});

test('what cannot be is told', async () => {
  const diagonal = { name: 'j1-j2', diagonals: true };
  await expect(resultOf({ hamiltonian: diagonal, rows: 5, columns: 4 })).rejects.toThrow(
    'terms on sites and neighbours required without a search, which goes to 16 sites',
  );
  await expect(resultOf({ hamiltonian: { name: 'hubbard' }, rows: 2, columns: 2 })).rejects.toThrow(
    'one qubit for each site',
  );
  const terms = [{ word: 'ZZ', coefficient: 1 }];
  await expect(resultOf({ hamiltonian: { name: 'terms', terms }, rows: 2, columns: 2 })).rejects.toThrow();
});
