import { describe, expect, test } from 'vitest';
import { boundaryExpectations } from '../../src/chain/boundary-expectation.ts';
import { neighbourTerms } from '../../src/chain/neighbour-terms.ts';
import { planeGroundState, planeSearch } from '../../src/chain/plane-ground-state.ts';
import { simpleUpdate } from '../../src/chain/simple-update.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { stateEnergy } from '../../src/network/state-energy.ts';
import { transverseFieldIsing, xxz } from '../../src/operator/hamiltonian.ts';
import { grid } from '../../src/operator/lattice.ts';
import { localTerms } from '../../src/operator/local-terms.ts';
import { place } from '../../src/operator/pauli.ts';
import { type PauliSum, pauliSumMatrix, pauliSumOperator } from '../../src/operator/pauli-sum.ts';
import { solution } from '../../src/optimise/minimise.ts';

const lowest = (sum: PauliSum): number => Math.min(...hermitianEigenvalues(pauliSumMatrix(sum)));

test('four spins around a square have the energy −8 of their ring at bond dimension 3', () => {
  const { value } = planeGroundState(xxz(grid(2, 2)), { rows: 2, columns: 2, bond: 3 });
  expect(value.energy).toBeCloseTo(-8, 9);
  expect(value.simpleEnergy).toBeGreaterThan(value.energy);
});

describe('two rows of three sites', () => {
  const [rows, columns] = [2, 3];
  test.each([
    ['Heisenberg', xxz(grid(rows, columns)), 3, 2e-4],
    ['Ising near its transition', transverseFieldIsing(grid(rows, columns), { field: 2 }), 2, 2e-4],
  ] as const)('%s: above the exact energy, by little, and below the simple update', (_, sum, bond, tolerance) => {
    const { value } = planeGroundState(sum, { rows, columns, bond, steps: 30 });
    const exact = lowest(sum);
    expect(value.energy).toBeGreaterThanOrEqual(exact - 1e-10);
    expect(value.energy).toBeLessThan(exact * (1 - tolerance));
    expect(value.simpleEnergy).toBeGreaterThan(value.energy);
    expect(value.simpleEnergy).toBeLessThan(exact * (1 - 0.03));
    // The same energy between boundaries, term by term.
    const terms = localTerms(sum);
    const { values } = boundaryExpectations(value.network, value.theta, terms, { rows, columns, bond: 64 });
    expect(values.reduce((total, x) => total + x, 0)).toBeCloseTo(value.energy, 9);
  });
});

test('between boundaries the search finds what it finds with all amplitudes, and goes on from a state', () => {
  const [rows, columns] = [3, 3];
  const sum = transverseFieldIsing(grid(rows, columns), { field: 2.5 });
  const options = { rows, columns, bond: 2, steps: 20, maxSteps: 40 };
  const all = planeGroundState(sum, options).value;
  const { value, result } = planeGroundState(sum, { ...options, boundary: 16 });
  expect(value.energy).toBeCloseTo(all.energy, 6);
  expect(value.simpleEnergy).toBeCloseTo(all.simpleEnergy, 9);
  expect(result).toBe('max-steps');
  const energies = [...planeSearch(sum, { ...options, boundary: 16, maxSteps: 3, start: value })].map(
    ({ energy }) => energy,
  );
  expect(energies[0]).toBeCloseTo(value.energy, 10);
  expect(energies.length).toBe(4);
  expect(energies[3]!).toBeLessThanOrEqual(energies[0]!);
  // After one step the noise is still there: then the simple update is the better state.
  const early = planeSearch(sum, { ...options, boundary: 16, maxSteps: 1 });
  expect(early.next().value).toMatchObject({ step: 0, simpleEnergy: value.simpleEnergy });
  const last = solution(early);
  expect(last.value.energy).toBeLessThanOrEqual(value.simpleEnergy);
});

test('the gradient of the energy is that of differences, for a complex state of any norm', () => {
  const sum = transverseFieldIsing(grid(2, 2), { field: 0.7 });
  const { network, theta } = simpleUpdate(localTerms(sum), { rows: 2, columns: 2, bond: 2, steps: 3 });
  const energy = stateEnergy(network, pauliSumOperator(sum));
  const at = theta.map((x, k) => 1.7 * x + 0.1 * Math.sin(k));
  const { gradient } = energy(at);
  for (const k of [0, 1, 6, 13, theta.length - 1]) {
    const shifted = (h: number): number => energy(at.map((x, i) => (i === k ? x + h : x))).value;
    expect(gradient[k]).toBeCloseTo((shifted(1e-5) - shifted(-1e-5)) / 2e-5, 7);
  }
});

test('bonds share the terms of their sites: together they are the Hamiltonian', () => {
  const sum = transverseFieldIsing(grid(2, 3), { field: 1.3 });
  const { bonds } = neighbourTerms(localTerms(sum), 2, 3);
  expect(bonds.length).toBe(7);
  // In |0…0⟩ only ZZ counts, in |+…+⟩ only the fields.
  const plus = bonds.reduce((total, { matrix }) => total + matrix.interleaved.reduce((x, y) => x + y, 0) / 4, 0);
  expect(bonds.reduce((total, { matrix }) => total + matrix.interleaved[0]!, 0)).toBeCloseTo(-7, 12);
  expect(plus).toBeCloseTo(-6 * 1.3, 12);
});

test('terms across the plane and bonds of no dimension are refused', () => {
  const diagonal = localTerms({ qubits: 4, terms: [{ word: place(4, { 0: 'Z', 3: 'Z' }), coefficient: 1 }] });
  expect(() => simpleUpdate(diagonal, { rows: 2, columns: 2, bond: 2 })).toThrow(/neighbours.*got one on \[0,3\]/);
  expect(() => simpleUpdate([], { rows: 2, columns: 2, bond: 0 })).toThrow(/bond dimension of 1 or more/);
  expect(() => simpleUpdate([], { rows: 1, columns: 1, bond: 2 })).toThrow(/at least two sites/);
});
