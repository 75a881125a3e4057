import { describe, expect, test } from 'vitest';
import { computed } from '../../../train/compute/compute.ts';

/** H₂ at 1.4 bohr in the minimal basis, in hartrees: Szabo & Ostlund, Modern Quantum Chemistry. */
const H2 = { h: [-1.2528, -0.4756], gg: 0.6746, uu: 0.6975, gu: 0.6636, swap: 0.1813, nuclei: 1 / 1.4 };
const hydrogen = (header = 'NELEC=2,MS2=0'): string => `&FCI NORB=2,${header} &END
${H2.gg} 1 1 1 1
${H2.uu} 2 2 2 2
${H2.gu} 1 1 2 2
${H2.swap} 1 2 1 2
${H2.h[0]} 1 1 0 0
${H2.h[1]} 2 2 0 0
${H2.nuclei} 0 0 0 0
`;

/** Two sites with hopping 1 and repulsion 4. */
const dimer = (header: string): string => `&FCI NORB=2,${header} &END
4 1 1 1 1
4 2 2 2 2
-1 1 2 0 0
`;

interface Found {
  readonly energy: number;
  readonly perSite: number | null;
  readonly levels: readonly number[];
  readonly electrons?: object;
}

const energy = async (file: string, more: object = {}): Promise<Found> => {
  const read = (): Uint8Array => new TextEncoder().encode(file);
  const { result } = await computed({ request: 'energy', hamiltonian: { file: 'h.fcidump' }, ...more }, { read });
  return result as unknown as Found;
};

describe('electrons of an FCIDUMP file', () => {
  test('H₂ has the lowest eigenvalue of two configurations, −1.137', async () => {
    const { h, gg, uu, gu, swap, nuclei } = H2;
    const [low, high] = [2 * h[0]! + gg, 2 * h[1]! + uu];
    const closed = (low + high) / 2 - Math.hypot((high - low) / 2, swap) + nuclei;
    const found = await energy(hydrogen(), { levels: 4 });
    expect(found.energy).toBeCloseTo(closed, 11);
    expect(found.energy).toBeCloseTo(-1.1373, 3); // full configuration interaction
    const triplet = h[0]! + h[1]! + gu - swap + nuclei;
    expect(found.levels[1]).toBeCloseTo(triplet, 11);
    expect(found.levels[2]).toBeCloseTo(triplet + 2 * swap, 11);
    expect(found).toMatchObject({
      perSite: null,
      electrons: { orbitals: 2, electrons: 2, spin: 0, constant: nuclei },
    });
  });

  test('the dimer of Hubbard has (U − √(U² + 16t²))/2 with two electrons, 0 in the triplet, −t with one', async () => {
    const levels = [2 - 2 * Math.SQRT2, 0, 4, 2 + 2 * Math.SQRT2];
    const two = await energy(dimer('NELEC=2,MS2=0'), { levels: 16 });
    expect(two.levels).toEqual(levels.map((level) => expect.closeTo(level, 10)));
    expect((await energy(dimer('NELEC=2,MS2=-2'))).energy).toBeCloseTo(0, 12);
    const any = await energy(dimer('NELEC=2,MS2=0'), { electrons: 'any' });
    expect(any.energy).toBeCloseTo(-1, 10);
    expect(any.electrons).toMatchObject({ electrons: null, spin: null });
    const one = await energy(dimer('NELEC=2,MS2=0'), { electrons: 1, levels: 4 });
    expect(one.levels).toEqual([-1, -1, 1, 1].map((level) => expect.closeTo(level, 10)));
  });

  test('a file without NELEC has any number, one without MS2 any S_z', async () => {
    expect((await energy(dimer(''))).energy).toBeCloseTo(-1, 10);
    const { levels } = await energy(dimer('NELEC=2'), { levels: 16 });
    expect(levels.filter((level) => Math.abs(level) < 1e-10)).toHaveLength(3); // the whole triplet
    expect(levels).toHaveLength(6);
  });

  test('the order of the qubits changes nothing', async () => {
    const file = { hamiltonian: { file: 'h.fcidump', endian: 'little' } };
    expect((await energy(hydrogen(), file)).energy).toBeCloseTo((await energy(hydrogen())).energy, 12);
  });

  test('numbers that there are not are refused', async () => {
    await expect(energy(dimer('NELEC=5'))).rejects.toThrow('electrons: from 0 to 4 in 2 orbitals required, got 5');
    await expect(energy(dimer('NELEC=2,MS2=1'))).rejects.toThrow('from -2 to 2 in steps of 2 required, got 1');
    await expect(energy(dimer('NELEC=2'), { state: 'ghz(4)', electrons: 2 })).rejects.toThrow('electrons: no state');
    const model = { request: 'energy', hamiltonian: 'xxz', qubits: 2, electrons: 1 };
    const read = (): Uint8Array => new Uint8Array();
    await expect(computed(model, { read })).rejects.toThrow("electrons: an FCIDUMP file required, got 'xxz'");
  });
});
