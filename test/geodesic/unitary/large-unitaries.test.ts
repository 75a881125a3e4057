/** Four to six qubits, near enough to 1 for seconds; test/acceptance/large-unitaries.slow.test.ts has real targets. */

import { expect, test } from 'vitest';
import { controlledPhaseFlip } from '../../../datasets/unitaries.ts';
import { exponentialMap } from '../../../src/geodesic/unitary/exponential-map.ts';
import { logarithmicMap } from '../../../src/geodesic/unitary/logarithmic-map.ts';
import { place } from '../../../src/operator/pauli.ts';
import type { PauliSum } from '../../../src/operator/pauli-sum.ts';
import { evolution, phaselessDistance, randomSum } from './unitaries.ts';

const norm = ({ terms }: PauliSum): number => Math.hypot(...terms.map(({ coefficient }) => coefficient));

test('four qubits: a near target is met by shooting, between the bi-invariant distance and √q times it', () => {
  const metric = { maxSize: 2, penalty: 4 };
  const V = evolution(randomSum(4, 3, 0.02));
  const { value, result } = logarithmicMap(metric, V, { starts: 1, slices: 2, maxSteps: 15, slicedLengths: false });
  expect(result).toBe('converged');
  expect(value.certificate.residual).toBeLessThan(1e-9);
  expect(phaselessDistance(exponentialMap(metric, value).unitary, V)).toBeLessThan(1e-9);
  const { biInvariant } = value.certificate.lowerBounds;
  expect(value.length).toBeGreaterThan(1.1 * biInvariant);
  expect(value.length).toBeLessThanOrEqual(2 * biInvariant + 1e-9);
});

/** A word ZZ on each neighbouring pair and X on each qubit: words of a chain. */
const chainSum = (qubits: number, scale: number): PauliSum => ({
  qubits,
  terms: Array.from({ length: qubits }, (_, q) => [
    { word: place(qubits, { [q]: 'X' }), coefficient: scale },
    ...(q + 1 < qubits ? [{ word: place(qubits, { [q]: 'Z', [q + 1]: 'Z' }), coefficient: scale }] : []),
  ]).flat(),
});

test.each([5])(
  '%d qubits: the direct method finds a path no longer than the Hamiltonian that made the target',
  (qubits) => {
    const H = chainSum(qubits, 0.05);
    const metric = { maxSize: 2, maxRange: 1, penalty: Infinity };
    const options = { starts: 1, slices: 2, maxSteps: 25, slicedLengths: false };
    const { value, result } = logarithmicMap(metric, evolution(H), options);
    const { status, residual, lowerBounds } = value.certificate;
    expect(residual).toBeLessThan(1e-7);
    expect(result).toBe(residual! <= 1e-9 ? 'converged' : 'stalled');
    expect(status).toMatch(/direct method|not converged|meets a lower bound/);
    expect(value.length).toBeLessThanOrEqual(norm(H) * (1 + 1e-6));
    expect(value.length).toBeGreaterThanOrEqual(lowerBounds.biInvariant * (1 - 1e-6));
  },
);

test('seven qubits are refused', () => {
  const seven = { qubits: 7, terms: [] };
  expect(() => exponentialMap({ penalty: 1 }, { velocity: seven })).toThrow(/1 to 6 qubits required, got 7/);
  expect(() => logarithmicMap({ maxSize: 2, penalty: 4 }, controlledPhaseFlip(7))).toThrow(/n ≤ 6/);
});
