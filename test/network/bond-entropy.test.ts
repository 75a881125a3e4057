import { describe, expect, test } from 'vitest';
import { locallyPurifiedMps } from '../../models/locally-purified-mps.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { projectedEntangledPairState } from '../../models/projected-entangled-pair-state.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import { chainOfVector, networkOfChain } from '../../src/chain/matrix-product-state.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { singularValueDecomposition } from '../../src/linalg/singular-values.ts';
import { bondDimensionSurrogate, bondEntropies, bondEntropy, bondSpectra } from '../../src/network/bond-entropy.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { networkState } from '../../src/network/network-state.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import { isTree } from '../../src/network/tree-messages.ts';
import { checkGradient } from '../../src/optimise/check-gradient.ts';

const qubits = (n: number): number[] => new Array(n).fill(2);
const ghz = (n: number) =>
  networkOfChain(
    chainOfVector(complexVector(Array.from({ length: 2 ** n }, (_, b) => (b % (2 ** n - 1) === 0 ? 1 : 0))), qubits(n)),
  );

/** Entropy of the sites before `cut`, from the dense state. */
function denseEntropy(network: TensorNetwork, theta: Float64Array, cut: number): number {
  const { length, interleaved } = networkState(network, theta);
  const rows = 2 ** cut;
  const { values } = singularValueDecomposition({ rows, cols: length / rows, interleaved });
  const total = values.reduce((sum, x) => sum + x * x, 0);
  return values.reduce((sum, x) => sum - (x > 0 ? (x * x * Math.log((x * x) / total)) / total : 0), 0);
}

test('GHZ carries log 2 on every bond, and its smooth bond dimension is 2 on every bond', () => {
  const { network, theta } = ghz(6);
  for (const entropy of Object.values(bondEntropies(network, theta))) expect(entropy).toBeCloseTo(Math.LN2, 13);
  expect(bondEntropy(network)(theta).value).toBeCloseTo(5 * Math.LN2, 13);
  const softness = 1e-4;
  expect(bondDimensionSurrogate(network, softness)(theta).value).toBeCloseTo((5 * 2 * 0.5) / (0.5 + softness), 12);
});

test('the bonds of a matrix-product state carry the entropies of the dense cuts', () => {
  const network = matrixProductState(qubits(6), { bond: 4 });
  const theta = initialParameters(network, randomStream(2, 'mps'));
  const entropies = bondEntropies(network, theta);
  for (let cut = 1; cut < 6; cut++) expect(entropies[`b${cut}`]).toBeCloseTo(denseEntropy(network, theta, cut), 12);
});

test('the spectrum of a bond is a probability distribution, descending', () => {
  const network = treeTensorNetwork(qubits(6), { bond: 3 });
  const spectra = bondSpectra(network, initialParameters(network, randomStream(2, 'tree')));
  for (const values of Object.values(spectra)) {
    expect(values.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 13);
    expect([...values]).toEqual([...values].sort((a, b) => b - a));
  }
});

test('a ring and a PEPS have the mean entropy over contiguous cuts', () => {
  for (const network of [
    matrixProductState(qubits(5), { bond: 2, boundary: 'periodic' }),
    projectedEntangledPairState({ rows: 2, columns: 3 }),
  ]) {
    expect(isTree(network)).toBe(false);
    const theta = initialParameters(network, randomStream(4, 'cycle'));
    const n = network.boundary.length;
    const cuts = Array.from({ length: n - 1 }, (_, k) => denseEntropy(network, theta, k + 1));
    expect(bondEntropy(network)(theta).value).toBeCloseTo(cuts.reduce((sum, s) => sum + s, 0) / (n - 1), 12);
    expect(() => bondSpectra(network, theta)).toThrow(/without cycles/);
  }
});

describe.each<[string, TensorNetwork]>([
  ['a matrix-product state', matrixProductState(qubits(5), { bond: 3 })],
  ['an isometric one', matrixProductState(qubits(5), { bond: 3, form: 'isometric' })],
  ['a tree', treeTensorNetwork(qubits(6), { bond: 2 })],
  ['a purified chain', locallyPurifiedMps(qubits(3), { bond: 2 })],
  ['a ring', matrixProductState(qubits(4), { bond: 2, boundary: 'periodic' })],
])('for %s', (name, network) => {
  const theta = initialParameters(network, randomStream(6, name));
  test.each([
    ['the entropy', bondEntropy(network)],
    ['the smooth bond dimension', bondDimensionSurrogate(network, 0.05)],
  ])('%s has its gradient', (_, objective) => {
    const { relativeError, taylorOrder } = checkGradient(objective, theta, { step: 1e-3 });
    expect(relativeError).toBeLessThan(1e-8);
    expect(taylorOrder).toBeGreaterThan(1.9);
  });
});

test('the gradient stays finite on product states and at degenerate spectra, where it vanishes', () => {
  const product = matrixProductState(qubits(4), { bond: 2 });
  const theta = new Float64Array(product.parameters);
  for (const node of product.nodes) if (node.tensor.kind === 'free') theta[node.tensor.offset] = 1; // |0000⟩, rank 1
  for (const point of [{ network: product, theta }, ghz(4)]) {
    for (const objective of [bondEntropy, bondDimensionSurrogate]) {
      for (const x of objective(point.network)(point.theta).gradient) expect(Math.abs(x)).toBeLessThan(1e-12);
    }
  }
});

test('200 sites are no difficulty', () => {
  const network = matrixProductState(qubits(200), { bond: 3 });
  const theta = initialParameters(network, randomStream(1, 'long')).map((x) => 1e-2 * x);
  const { value, gradient } = bondEntropy(network)(theta);
  expect(value).toBeGreaterThan(1);
  expect(value).toBeLessThan(199 * Math.log(3));
  expect(gradient.every(Number.isFinite)).toBe(true);
});

test('a network with cycles that is too large for its dense state is refused', () => {
  expect(() => bondEntropy(projectedEntangledPairState({ rows: 4, columns: 4 }))).toThrow(/at most 16384 amplitudes/);
  expect(() => bondDimensionSurrogate(ghz(3).network, 0)).toThrow(/positive softness/);
});
