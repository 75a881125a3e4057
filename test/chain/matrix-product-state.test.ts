import { describe, expect, test } from 'vitest';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import {
  chainOf,
  chainOfVector,
  chainOverlap,
  leftCanonical,
  mirrored,
  networkOfChain,
  rightCanonical,
  schmidtValues,
} from '../../src/chain/matrix-product-state.ts';
import { compressedVariationally } from '../../src/chain/variational-compression.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { addScaled, norm, normalised } from '../../src/linalg/vector.ts';
import { bondSpectra } from '../../src/network/bond-entropy.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { networkInfidelity } from '../../src/network/network-overlap.ts';
import { networkState } from '../../src/network/network-state.ts';
import { truncateBonds } from '../../src/network/truncate-bonds.ts';
import { isometryError } from '../linalg/compare.ts';

const dimensions = [2, 3, 2, 2, 3];
const vector = randomVector(72, randomStream(1, 'dense'));
const stateOf = (chain: ReturnType<typeof chainOf>) => {
  const { network, theta } = networkOfChain(chain);
  return networkState(network, theta);
};
const distance = (a: ReturnType<typeof stateOf>, b: typeof a): number => norm(addScaled(a, [-1, 0], b));

test('a dense vector becomes a chain of exactly its bonds, and comes back', () => {
  const chain = chainOfVector(vector, dimensions);
  expect(chain.map(({ shape }) => shape[2])).toEqual([2, 6, 6, 3, 1]);
  expect(distance(stateOf(chain), vector)).toBeLessThan(1e-14);
});

test('W is found to have bond dimension 2', () => {
  const w = normalised(complexVector(Array.from({ length: 64 }, (_, b) => (Number.isInteger(Math.log2(b)) ? 1 : 0))));
  const chain = chainOfVector(w, new Array(6).fill(2));
  expect(chain.slice(1).map(({ shape }) => shape[0])).toEqual([2, 2, 2, 2, 2]);
  // The cut after k of n sites: p = k/n and 1 − k/n.
  schmidtValues(chain).forEach((values, k) => {
    const p = [(k + 1) / 6, 1 - (k + 1) / 6].sort((a, b) => b - a);
    p.forEach((x, j) => {
      expect(values[j]! ** 2).toBeCloseTo(x, 14);
    });
  });
});

test('canonical forms are the same state with isometries on the left or on the right', () => {
  const chain = chainOfVector(vector, dimensions);
  const matrixOf = ({ shape: [a, s, b], interleaved }: (typeof chain)[number]) => ({
    rows: a! * s!,
    cols: b!,
    interleaved,
  });
  const left = leftCanonical(mirrored(mirrored(chain)));
  const right = rightCanonical(chain);
  for (const form of [left, right]) expect(distance(stateOf(form), vector)).toBeLessThan(1e-14);
  for (const tensor of left.slice(0, -1)) expect(isometryError(matrixOf(tensor))).toBeLessThan(1e-13);
  for (const tensor of mirrored(right).slice(0, -1)) expect(isometryError(matrixOf(tensor))).toBeLessThan(1e-13);
});

test('Schmidt values agree with the spectra of the Gram matrices', () => {
  const network = matrixProductState(new Array(7).fill(2), { bond: 4 });
  const theta = initialParameters(network, randomStream(2, 'schmidt'));
  const spectra = bondSpectra(network, theta);
  schmidtValues(chainOf(network, theta)).forEach((values, k) => {
    values.forEach((x, j) => {
      expect(x * x).toBeCloseTo(spectra[`b${k + 1}`]![j]!, 13);
    });
  });
});

test('the overlap of chains is that of their states', () => {
  const chain = chainOfVector(vector, dimensions);
  expect(chainOverlap(chain, chain)[0]).toBeCloseTo(1, 14);
  const turned = chainOfVector(
    { length: 72, interleaved: vector.interleaved.map((x, k, v) => (k % 2 ? v[k - 1]! : -v[k + 1]!) + 0 * x) },
    dimensions,
  );
  expect(chainOverlap(chain, turned)[1]).toBeCloseTo(1, 13); // ⟨ψ|iψ⟩ = i
});

test('a chain keeps legs in any order, and other networks are refused', () => {
  const network = matrixProductState([2, 2, 2], { bond: 2, form: 'isometric' });
  const theta = initialParameters(network, randomStream(3, 'order'));
  expect(distance(stateOf(chainOf(network, theta)), networkState(network, theta))).toBeLessThan(1e-15);
  const tree = treeTensorNetwork([2, 2, 2, 2]);
  expect(() => chainOf(tree, new Float64Array(tree.parameters))).toThrow(/chainOf/);
  const ring = matrixProductState([2, 2, 2], { boundary: 'periodic' });
  expect(() => chainOf(ring, new Float64Array(ring.parameters))).toThrow(/between neighbouring nodes/);
  expect(() => chainOfVector(vector, [2, 2])).toThrow(/4 amplitudes required, got 72/);
});

describe('variational compression', () => {
  const network = matrixProductState(new Array(10).fill(2), { bond: 8 });
  const theta = initialParameters(network, randomStream(4, 'compress'));

  test('improves on the truncation of Schmidt values and reports its infidelity truly', () => {
    const truncated = truncateBonds(network, theta, 0, 3);
    const before = networkInfidelity({ network, theta }, truncated.network)(truncated.theta).value;
    const { value } = compressedVariationally(network, theta, 3);
    const after = networkInfidelity({ network, theta }, value.network)(value.theta);
    expect(after.value).toBeLessThan(before);
    expect(value.infidelity).toBeCloseTo(after.value, 12);
    expect(Math.max(...Object.values(value.network.dimensions))).toBe(3);
  });

  test('ends where the gradient of the infidelity vanishes', () => {
    const { value } = compressedVariationally(network, theta, 2, { sweeps: 300, tolerance: 1e-15 });
    const { gradient } = networkInfidelity({ network, theta }, value.network)(value.theta);
    expect(Math.sqrt(gradient.reduce((sum, x) => sum + x * x, 0))).toBeLessThan(1e-5);
  });

  test('to the same bond dimension loses nothing', () => {
    expect(compressedVariationally(network, theta, 8).value.infidelity).toBeLessThan(1e-13);
  });
});
