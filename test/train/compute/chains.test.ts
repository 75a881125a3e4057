import { describe, expect, test } from 'vitest';
import { computed } from '../../../train/compute/compute.ts';

const read = (): Uint8Array => new Uint8Array();
const resultOf = async (request: object) =>
  (await computed(request, { read })).result as Record<string, number & readonly number[]>;

describe('chains', () => {
  test('ground states: Ising by free fermions, the four of AKLT', async () => {
    const n = 12;
    const ising = await resultOf({ request: 'chain', hamiltonian: 'transverse-field-ising', sites: n, bond: 16 });
    expect(ising.energy).toBeCloseTo(1 - 1 / Math.sin(Math.PI / (4 * n + 2)), 9);
    expect(ising.variance).toBeLessThan(1e-8);
    expect(ising.gap).toBeNull();
    const aklt = {
      request: 'chain',
      hamiltonian: `heisenberg-spins(biquadratic=${1 / 3})`,
      sites: 6,
      bond: 8,
      levels: 5,
    };
    const { degeneracy, energy, gap } = await resultOf(aklt);
    expect(energy).toBeCloseTo((-2 / 3) * 5, 9);
    expect(degeneracy).toBe(4);
    expect(gap).toBeGreaterThan(0.3);
  });

  test('levels far apart, with the zero of the energy at the lowest', async () => {
    // Four spins in fields of 60, 61, 62, 63: the cheapest flip costs 120.
    const terms = [
      { word: 'IIII', coefficient: 246 },
      ...['ZIII', 'IZII', 'IIZI', 'IIIZ'].map((word, k) => ({ word, coefficient: -60 - k })),
    ];
    const request = { request: 'chain', hamiltonian: { terms }, sites: 4, bond: 8, levels: 2 };
    const { levels, gap, degeneracy } = await resultOf(request);
    expect(levels![0]).toBeCloseTo(0, 7);
    expect(gap).toBeCloseTo(120, 7);
    expect(degeneracy).toBe(1);
  });

  test('Schmidt coefficients of a chain without its amplitudes, at either end', async () => {
    // The AKLT state with spins ½ up at both ends: its bonds join singlets, 1/√2 twice but for (1/3)^distance.
    const hamiltonian = { name: 'heisenberg-spins', biquadratic: 1 / 3 };
    const state = { name: 'spin-ground-state', sites: 24, hamiltonian, bond: 8, magnetisation: 1 };
    const half = Array.from({ length: 12 }, (_, k) => k);
    for (const region of [half, half.map((k) => k + 12)]) {
      const { coefficients, entropy } = await resultOf({ request: 'schmidt', state, region });
      for (const k of [0, 1]) expect(coefficients![k]).toBeCloseTo(Math.SQRT1_2, 4);
      expect(entropy).toBeCloseTo(Math.LN2, 6);
    }
    await expect(resultOf({ request: 'schmidt', state, region: [3, 7] })).rejects.toThrow(/given by its amplitudes/);
  });

  test('a parity is 0 or 1', async () => {
    const request = {
      request: 'chain',
      hamiltonian: 'transverse-field-ising',
      sites: 4,
      symmetry: 'parity-x',
      sector: 2,
    };
    await expect(resultOf(request)).rejects.toThrow("sector: 0 or 1 required for 'parity-x', got 2");
  });

  test('a sector, with the magnetisation that it fixes', async () => {
    const request = { request: 'chain', hamiltonian: 'xxz', sites: 8, bond: 16, symmetry: 'excitations', sector: 2 };
    const { magnetisation } = await resultOf(request);
    expect(magnetisation!.reduce((sum: number, m: number) => sum + m, 0)).toBeCloseTo(8 - 2 * 2, 9);
    const electrons = { ...request, hamiltonian: 'hubbard', symmetry: 'two-species', sector: [2, 2] };
    expect((await resultOf(electrons)).energy).toBeCloseTo(-1.9531453086845507, 8); // Lanczos in the same sector
    await expect(resultOf({ ...request, sector: [1, 1] })).rejects.toThrow(/two numbers for 'two-species'/);
    await expect(resultOf({ ...request, symmetry: 'none' })).rejects.toThrow(/a symmetry beside it required/);
  });

  test('one spin in a field precesses; energies do not drift', async () => {
    const terms = [
      { word: 'XI', coefficient: 0.5 },
      { word: 'IX', coefficient: 0.5 },
    ];
    const request = { request: 'chain-evolution', hamiltonian: { terms }, sites: 2, time: 0.8, steps: 4, start: '0' };
    const { occupations, energies } = (await resultOf(request)) as unknown as {
      occupations: number[][];
      energies: number[];
    };
    expect(occupations.at(-1)![0]).toBeCloseTo(Math.sin(0.4) ** 2, 9);
    expect(energies.at(-1)).toBeCloseTo(0, 11);
    await expect(resultOf({ ...request, start: '2' })).rejects.toThrow(/digits below 2 required, got 2/);
  });

  test('spins in a field at a temperature: ln 2 cosh β for each', async () => {
    const terms = [
      { word: 'ZI', coefficient: 1 },
      { word: 'IZ', coefficient: 1 },
    ];
    const request = { request: 'thermal-chain', hamiltonian: { terms }, sites: 2, beta: 0.7, bond: 4 };
    const { freeEnergies, energies, heatCapacity } = await resultOf(request);
    expect(freeEnergies!.at(-1)).toBeCloseTo((-2 * Math.log(2 * Math.cosh(0.7))) / 0.7, 9);
    expect(energies!.at(-1)).toBeCloseTo(-2 * Math.tanh(0.7), 9);
    expect(heatCapacity).toBeCloseTo((2 * 0.49) / Math.cosh(0.7) ** 2, 9);
  });

  test('without end: AKLT, and an antiferromagnet that is turned', async () => {
    const gapped = { request: 'uniform-chain', hamiltonian: 'transverse-field-ising(field=4)', bond: 5, momenta: 6 };
    const { particle } = await resultOf(gapped);
    expect(particle).toMatchObject({
      gap: expect.closeTo(6, 9),
      correlationLength: expect.closeTo(1 / Math.log(4), 9),
    });
    const aklt = { request: 'uniform-chain', hamiltonian: `heisenberg-spins(biquadratic=${1 / 3})`, bond: 2 };
    const { energy, correlationLength } = await resultOf(aklt);
    expect(energy).toBeCloseTo(-2 / 3, 9);
    expect(correlationLength).toBeCloseTo(1 / Math.log(3), 7);
    // In the limit of strong anisotropy the XXZ chain is Néel's state: −Δ per bond.
    const neel = { request: 'uniform-chain', hamiltonian: 'xxz(anisotropy=50)', bond: 4, turned: true };
    const found = (await resultOf(neel)).energy!;
    expect(found).toBeLessThan(-50);
    expect(found).toBeGreaterThan(-50.1);
    const far = { request: 'uniform-chain', hamiltonian: 'j1-j2', bond: 4 };
    await expect(resultOf(far)).rejects.toThrow(/neighbours required, got one on \[0,2\]/);
    await expect(resultOf({ ...neel, hamiltonian: 'cluster-ising' })).rejects.toThrow(/neighbours required/);
  });
});
