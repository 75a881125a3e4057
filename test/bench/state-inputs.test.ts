import { expect, test } from 'vitest';
import { cliffordInputs, hoppingInputs, oscillatorInputs } from '../../bench/peers/state-inputs.ts';
import { gaussianEntropy } from '../../src/gaussian/entropies.ts';
import { gaussianState } from '../../src/gaussian/gaussian-state.ts';

test('a brickwall has a CNOT on every pair of neighbours, and one-qubit gates on their qubits', () => {
  const { gates } = cliffordInputs('circuit', 5, 3).arrays;
  const rows = Array.from({ length: gates!.length / 3 }, (_, k) => [...gates!.subarray(3 * k, 3 * k + 3)]);
  const pairs = rows.filter(([kind]) => kind === 2).map(([, a, b]) => [Math.min(a!, b!), Math.abs(a! - b!)]);
  expect(pairs).toEqual([0, 2, 1, 3, 0, 2].map((first) => [first, 1]));
  for (const [kind, a, b] of rows) if (kind !== 2) expect([[0, 1].includes(kind!), a === b]).toEqual([true, true]);
});

test('covariances of oscillators are those of states: pure for the entropy of half, mixed for fidelities', () => {
  const entropy = (data: Float64Array): number => gaussianEntropy(gaussianState('boson', { rows: 12, cols: 12, data }));
  expect(entropy(oscillatorInputs('entropy', 6).arrays.a!)).toBeLessThan(1e-9);
  const { a, b } = oscillatorInputs('fidelity', 6).arrays;
  expect(entropy(a!)).toBeGreaterThan(1);
  expect(entropy(b!)).toBeGreaterThan(1);
});

test('potentials are between −1 and 1', () => {
  const { potential } = hoppingInputs('ground', 50).arrays;
  expect(potential!.length).toBe(50);
  expect(Math.max(...potential!.map(Math.abs))).toBeLessThanOrEqual(1);
});
