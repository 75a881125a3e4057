import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { itensorFile } from '../../cli/itensor-export.ts';
import { stateOfFile } from '../../datasets/file.ts';
import { type Hdf5Tree, loadHdf5, readHdf5, writeHdf5 } from '../../datasets/formats/hdf5.ts';
import { itensorTree, mpsTree } from '../../datasets/formats/itensor.ts';
import { networkOfHdf5, stateOfHdf5 } from '../../datasets/hdf5-state.ts';
import { unitaryOfSpec } from '../../datasets/unitaries.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import { regionEntropies } from '../../src/generative/generated-entropies.ts';
import { normalised } from '../../src/linalg/vector.ts';
import { networkState } from '../../src/network/network-state.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import { computed } from '../../train/compute/compute.ts';
import { largestDifference } from '../helpers/largest-difference.ts';

/** By h5py in ITensor's layout: scripts/oracle-itensor.py. */
const bytes = new Uint8Array(readFileSync('test/oracle/itensor.h5'));
const numbersOf = (key: string, options: object = {}): Float64Array => {
  const state = stateOfHdf5(bytes, 'itensor.h5', { key, ...options });
  if (state.kind === 'network') throw new Error('a dense state expected');
  return state.kind === 'pure' ? state.amplitudes.interleaved : state.density.interleaved;
};

beforeAll(() => loadHdf5());

describe('ITensor', () => {
  test('a matrix-product state has the amplitudes of its contraction, whatever the order of indices', () => {
    expect(largestDifference(numbersOf('psi'), numbersOf('amplitudes'))).toBeLessThan(1e-15);
    const { network, theta } = networkOfHdf5(bytes, 'itensor.h5', 'psi');
    expect(largestDifference(networkState(network, theta).interleaved, numbersOf('amplitudes'))).toBeLessThan(1e-15);
  });

  test('a tensor has its sites by their tags, also as the C++ library and old versions write it', () => {
    expect(largestDifference(numbersOf('T'), numbersOf('amplitudes'))).toBeLessThan(1e-15);
    expect(largestDifference(numbersOf('old'), numbersOf('amplitudes'))).toBeLessThan(1e-15);
  });

  test('primed indices are the rows of a density matrix', () => {
    expect(largestDifference(numbersOf('rho'), numbersOf('density'))).toBeLessThan(1e-15);
  });

  test("endian 'little' takes the last site for site 0", () => {
    const [little, big] = [numbersOf('psi', { endian: 'little' }), numbersOf('amplitudes', { endian: 'little' })];
    expect(largestDifference(little, big)).toBeLessThan(1e-15);
    expect(little[2 * 0b0001]).toBeCloseTo(numbersOf('psi')[2 * 0b1000]!, 14);
  });

  test('what is no state is refused by its name', () => {
    expect(() => numbersOf('sparse')).toThrow('got BlockSparse{Float64,Vector{Float64},1}');
    expect(() => numbersOf('sparse')).toThrow('(in ITensor: dense(T))');
    expect(() => numbersOf('phi')).toThrow(/itensor.h5: one of the keys 'T', 'amplitudes', .* required, got 'phi'/);
    expect(() => stateOfHdf5(bytes, 'itensor.h5')).toThrow('got no key');
    expect(() => networkOfHdf5(bytes, 'itensor.h5', 'T')).toThrow("itensor.h5['T']: a group of the type MPS required");
  });
});

test('big-endian numbers are read as such', () => {
  expect(largestDifference(numbersOf('big-endian'), numbersOf('amplitudes'))).toBeLessThan(1e-15);
});

describe('damaged files', () => {
  const garbage = Uint8Array.from({ length: 600 }, (_, k) => (37 * k) % 251);

  test('are refused in one line, and nothing is printed', () => {
    const printed = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')];
    expect(() => stateOfFile(garbage, 'x.h5')).toThrow(/^x.h5: an HDF5 file required, got: [^\n]*$/);
    expect(() => stateOfFile(bytes.subarray(0, 4000), 'x.h5')).toThrow(/^x.h5: an HDF5 file required/);
    for (const spy of printed) expect(spy).not.toHaveBeenCalled();
    for (const spy of printed) spy.mockRestore();
  });
});

/** (|0…0⟩ + |1…1⟩)/√2 with bonds of dimension two. */
function ghzFile(sites: number): Uint8Array {
  const tensors = Array.from({ length: sites }, (_, k): Hdf5Tree => {
    const site = { id: BigInt(k + 1), dimension: 2, tags: `Site,n=${k + 1}` };
    const link = (l: number) => ({ id: BigInt(1000 + l), dimension: 2, tags: `Link,l=${l}` });
    const ends = [...(k > 0 ? [link(k)] : []), ...(k < sites - 1 ? [link(k + 1)] : [])];
    const shape = [2, ...ends.map(() => 2)];
    const interleaved = new Float64Array(2 * 2 ** shape.length);
    const amplitude = k === 0 ? Math.SQRT1_2 : 1;
    interleaved[0] = amplitude;
    interleaved[interleaved.length - 2] = amplitude;
    return itensorTree([site, ...ends], { shape, interleaved });
  });
  return writeHdf5({ attributes: {}, members: { psi: mpsTree(tensors) } });
}

describe('what the library writes', () => {
  test('GHZ of 40 sites as a matrix-product state: log 2 across every cut', () => {
    const state = stateOfFile(ghzFile(40), 'ghz.h5');
    expect(state.kind).toBe('network');
    expect(state.dimensions).toEqual(new Array(40).fill(2));
    const { entropy } = regionEntropies(state);
    for (const size of [1, 7, 20]) {
      expect(entropy(Array.from({ length: size }, (_, k) => k))).toBeCloseTo(Math.LN2, 12);
    }
  });

  test('a complex tensor comes back bit for bit, and is a unitary where one is asked for', () => {
    const interleaved = Float64Array.from([0.6, 0, 0, 0.8, 0, 0.8, 0.6, 0]);
    const index = (id: bigint) => ({ id, dimension: 2, tags: '' });
    const tree = itensorTree([index(1n), index(2n)], { shape: [2, 2], interleaved });
    const file = writeHdf5({ attributes: {}, members: { gate: tree } });
    const { matrix } = unitaryOfSpec({ name: 'file', path: 'gate.h5' }, { read: () => file });
    expect([...matrix.interleaved]).toEqual([...interleaved]);
    const kinds = readHdf5(file, 'gate.h5', (root) => {
      const storage = root.member('gate/storage');
      return storage?.kind === 'group' ? storage.attribute('type') : null;
    });
    expect(kinds).toBe('Dense{ComplexF64}');
  });

  test('the same tree gives the same bytes', () => {
    expect(ghzFile(4)).toEqual(ghzFile(4));
  });
});

describe('a learned network', () => {
  const theta = (parameters: number): Float64Array =>
    Float64Array.from({ length: parameters }, (_, k) => Math.sin(k * k + 1) + (k % 3));
  const amplitudes = (network: TensorNetwork, at: Float64Array) => {
    const { length, interleaved } = normalised(networkState(network, at));
    return { shape: [length], interleaved };
  };

  test('is written tensor by tensor if it is a matrix-product state, with norm 1', () => {
    const network = matrixProductState([2, 3, 2, 2], { bond: 3 });
    const at = theta(network.parameters);
    const file = itensorFile(network, at, () => {
      throw new Error('amplitudes are not needed');
    });
    const state = stateOfFile(file, 'psi.h5');
    expect(state.dimensions).toEqual([2, 3, 2, 2]);
    if (state.kind !== 'pure') throw new Error('amplitudes expected');
    expect(largestDifference(state.amplitudes.interleaved, amplitudes(network, at).interleaved)).toBeLessThan(1e-14);
  });

  test('is written as one tensor if it is another', () => {
    const network = treeTensorNetwork([2, 2, 2, 2], { bond: 2 });
    const at = theta(network.parameters);
    const state = stateOfFile(
      itensorFile(network, at, () => amplitudes(network, at)),
      'psi.h5',
    );
    if (state.kind !== 'pure') throw new Error('amplitudes expected');
    expect(largestDifference(state.amplitudes.interleaved, amplitudes(network, at).interleaved)).toBeLessThan(1e-14);
  });
});

test('a matrix-product state is a network, too: its bonds are areas', async () => {
  const { result } = await computed({ request: 'geometry', network: 'ghz.h5' }, { read: () => ghzFile(6) });
  const { cuts } = result as { cuts: readonly { start: number; length: number; entropy: number; cut: number }[] };
  const ends = cuts.filter(({ start, length }) => start === 0 && length < 6);
  expect(ends.length).toBeGreaterThan(0);
  for (const { entropy, cut } of ends) {
    expect(entropy).toBeCloseTo(Math.LN2, 10);
    expect(cut).toBeCloseTo(Math.LN2, 10);
  }
});

test('requests load what they need by themselves', async () => {
  const context = { read: () => bytes };
  const state = { name: 'file', path: 'itensor.h5', key: 'psi' };
  const { result } = await computed({ request: 'fidelity', a: state, b: 'file(itensor.h5, key=T)' }, context);
  expect((result as { fidelity: number }).fidelity).toBeCloseTo(1, 12);
});

test('without h5wasm the message says what to install', async () => {
  const fresh = await import('../../datasets/formats/hdf5.ts?fresh' as '../../datasets/formats/hdf5.ts');
  expect(() => fresh.readHdf5(bytes, 'psi.h5', () => 0)).toThrow(
    'psi.h5: the package h5wasm required for HDF5 files (npm install h5wasm; in programs await loadHdf5()), got none',
  );
});
