import { expect, test } from 'vitest';
import {
  chainCorrelations,
  chainMoments,
  connectedCorrelations,
  structureFactor,
} from '../../src/chain/chain-correlations.ts';
import { matrixProductOperator } from '../../src/chain/matrix-product-operator.ts';
import { chainOf, chainOfVector, chainOverlap } from '../../src/chain/matrix-product-state.ts';
import { operatorWithSymmetry } from '../../src/chain/qubit-symmetry.ts';
import { sampledChain } from '../../src/chain/sampled-chain.ts';
import { groundStateBySweeps } from '../../src/chain/two-site-sweep.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { normalised, normSquared } from '../../src/linalg/vector.ts';
import { transverseFieldIsing, xxz } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { place } from '../../src/operator/pauli.ts';
import { applyPauliSum, expectation, pauliSumMatrix } from '../../src/operator/pauli-sum.ts';

const letter = (word: string) => pauliSumMatrix({ qubits: 1, terms: [{ word, coefficient: 1 }] });
const psi: ComplexVector = normalised(randomVector(64, randomStream(1, 'test')));
const state = chainOfVector(psi, [2, 2, 2, 2, 2, 2]);
const mean = (letters: Record<number, string>): number =>
  expectation({ qubits: 6, terms: [{ word: place(6, letters), coefficient: 1 }] }, psi);

test('correlations of all pairs are those of the vector', () => {
  const { first, second, products } = chainCorrelations(state, letter('X'), letter('Y'));
  for (let i = 0; i < 6; i++) {
    expect(first[i]).toBeCloseTo(mean({ [i]: 'X' }), 12);
    expect(second[i]).toBeCloseTo(mean({ [i]: 'Y' }), 12);
    for (let j = 0; j < 6; j++) {
      if (i !== j) expect(products.data[6 * i + j]).toBeCloseTo(mean({ [i]: 'X', [j]: 'Y' }), 12);
    }
  }
  const own = chainCorrelations(state, letter('Z'));
  for (let i = 0; i < 6; i++) expect(own.products.data[7 * i]).toBeCloseTo(1, 12);
  const connected = connectedCorrelations(own).data;
  expect(connected[1]).toBeCloseTo(mean({ 0: 'Z', 1: 'Z' }) - mean({ 0: 'Z' }) * mean({ 1: 'Z' }), 12);
  expect(() => chainCorrelations(state, pauliSumMatrix({ qubits: 2, terms: [] }))).toThrow(/2×2 at site 0/);
});

test('the structure factor of an alternating pattern is n at π and 0 at 0', () => {
  const n = 8;
  const data = Float64Array.from({ length: n * n }, (_, k) => (-1) ** (Math.floor(k / n) + (k % n)));
  const [zero, half, whole] = structureFactor({ rows: n, cols: n, data }, [0, Math.PI / 2, Math.PI]);
  expect(zero).toBeCloseTo(0, 12);
  expect(half).toBeCloseTo(0, 12);
  expect(whole).toBeCloseTo(n, 12);
});

test('mean and variance of a Hamiltonian are those of the vector, and the variance of a ground state vanishes', () => {
  const sum = xxz(chain(6), { anisotropy: 0.4, field: 0.3 });
  const { mean: energy, variance } = chainMoments(matrixProductOperator(sum), state);
  const exact = expectation(sum, psi);
  expect(energy).toBeCloseTo(exact, 11);
  expect(variance).toBeCloseTo(normSquared(applyPauliSum(sum, psi)) - exact ** 2, 9);
  const { operator } = operatorWithSymmetry(sum, 'excitations');
  const ground = groundStateBySweeps(operator, { bond: 8, sector: 3 }).value;
  const moments = chainMoments(operator, chainOf(ground.network, ground.theta));
  expect(moments.mean).toBeCloseTo(ground.energy, 11);
  expect(moments.variance).toBeLessThan(1e-8);
});

test('samples have the probabilities of the state', () => {
  const { network, theta } = groundStateBySweeps(matrixProductOperator(transverseFieldIsing(chain(3))), {
    bond: 4,
  }).value;
  const tensors = chainOf(network, theta);
  const samples = sampledChain(tensors, 20000, randomStream(3, 'test'));
  const { products } = chainCorrelations(tensors, letter('Z'));
  for (const [i, j] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    const sampled = samples.reduce((sum, s) => sum + (1 - 2 * s[i]!) * (1 - 2 * s[j]!), 0) / samples.length;
    expect(Math.abs(sampled - products.data[3 * i + j]!)).toBeLessThan(4 / Math.sqrt(samples.length)); // standard errors
  }
});

test('fewer operators than sites, chains of other sites and a number of samples that is none are refused', () => {
  const [four, three] = [4, 3].map((n) =>
    chainOfVector(randomVector(2 ** n, randomStream(1, 'bad')), Array(n).fill(2)),
  );
  const Z = pauliSumMatrix({ qubits: 1, terms: [{ word: 'Z', coefficient: 1 }] });
  expect(() => chainCorrelations(four!, Z, [Z])).toThrow(/one for each of 4 sites, required, got 1/);
  expect(() => chainOverlap(four!, three!)).toThrow(/sites \[2,2,2,2\] required, got \[2,2,2\]/);
  expect(() => sampledChain(four!, -2, randomStream(1, 'bad'))).toThrow(/a number of samples required, got -2/);
});
