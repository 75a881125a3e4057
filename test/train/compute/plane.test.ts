import { expect, test } from 'vitest';
import { networkFilePoint } from '../../../models/network-file.ts';
import { stateVector } from '../../../src/generative/generative-network.ts';
import { normalised } from '../../../src/linalg/vector.ts';
import { xxz } from '../../../src/operator/hamiltonian.ts';
import { grid } from '../../../src/operator/lattice.ts';
import { expectation } from '../../../src/operator/pauli-sum.ts';
import { computed } from '../../../train/compute/compute.ts';
import { request } from '../../../train/compute/requests/plane.ts';

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

test('above 16 sites between boundaries, above the bound of cells; the search goes on from a saved state', async () => {
  const request = { hamiltonian: { name: 'transverse-field-ising', field: 3 }, rows: 2, columns: 11, boundary: 8 };
  const simple = await resultOf({ ...request, steps: 0 });
  expect(simple).toMatchObject({ sites: 22, ending: 'none', history: [], lowest: null });
  expect(simple.energy).toBe(simple.simple);
  expect(Math.abs(simple.change)).toBeLessThan(1e-5);
  const found = await resultOf({ ...request, steps: 20 });
  expect(found.ending).toBe('max-steps');
  expect(found.history.length).toBe(21);
  expect(found.history[20]).toBeCloseTo(found.energy, 8);
  expect(found.simple).toBeCloseTo(simple.energy, 8);
  expect(found.energy).toBeLessThan(simple.energy);
  expect(found.bound).toBeLessThan(found.energy);
  const files = (path: string): Uint8Array =>
    new TextEncoder().encode(path === 'state.json' ? JSON.stringify(found.state) : '{');
  const again = async (options: object) =>
    (await computed({ request: 'plane', ...request, ...options }, { read: files })).result as typeof found;
  const further = await again({ start: 'state.json', steps: 3, cell: [2, 4] });
  expect(further.history[0]).toBeCloseTo(found.energy, 8);
  expect(further.energy).toBeLessThan(found.energy);
  expect(further.bound).toBeGreaterThan(found.bound);
  expect(further.bound).toBeLessThan(further.energy);
  await expect(again({ start: 'other.json' })).rejects.toThrow('other.json:1:2: not JSON');
  await expect(again({ start: 'state.json', columns: 12 })).rejects.toThrow('24 free tensors required, got 22 nodes');
});

test('bond energies and terms of single sites are the energy; a page shows them', async () => {
  const options = { hamiltonian: { name: 'xxz' }, rows: 2, columns: 3, bond: 2, steps: 20 };
  const found = await resultOf(options);
  const total = found.bonds.reduce((sum: number, { energy }: { energy: number }) => sum + energy, 0);
  expect(total).toBeCloseTo(found.energy, 10);
  expect(found.bonds.length).toBe(7);
  const parsed = request.options.parse(options);
  const page = request.page!(parsed, { read }, found);
  for (const text of ['xxz on 2 × 3 sites', 'Bond energies and magnetisation', 'Structure factor', 'bond 0–1: ']) {
    expect(page).toContain(text);
  }
  expect(page.match(/<circle/g)!.length).toBeGreaterThanOrEqual(6);
  expect(request.saved!(found)).toBe(found.state);
});

test('what cannot be is told', async () => {
  const diagonal = { name: 'j1-j2', diagonals: true };
  await expect(resultOf({ hamiltonian: diagonal, rows: 5, columns: 4 })).rejects.toThrow(
    'terms on sites and neighbours required, but for a search of all amplitudes, which goes to 16 sites',
  );
  await expect(resultOf({ hamiltonian: { name: 'hubbard' }, rows: 2, columns: 2 })).rejects.toThrow(
    'one qubit for each site',
  );
  await expect(resultOf({ hamiltonian: { name: 'xxz' }, rows: 5, columns: 5, cell: [5, 5] })).rejects.toThrow(
    'at most 20 sites',
  );
  const terms = [{ word: 'ZZ', coefficient: 1 }];
  await expect(resultOf({ hamiltonian: { name: 'terms', terms }, rows: 2, columns: 2 })).rejects.toThrow();
});
