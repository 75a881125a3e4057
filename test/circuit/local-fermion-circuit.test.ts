import { describe, expect, test } from 'vitest';
import type { BlochPoint } from '../../src/circuit/circuit.ts';
import { gaussianOfCircuit } from '../../src/circuit/free-fermion-circuit.ts';
import { localCircuitOfGaussian } from '../../src/circuit/local-fermion-circuit.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { hopping, xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianOverlap } from '../../src/gaussian/fidelity.ts';
import { gaussianVacuum } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { pauliSumOfQuadratic, quadraticOfPauliSum } from '../../src/gaussian/jordan-wigner.ts';
import { occupations } from '../../src/gaussian/parity.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { support } from '../../src/operator/pauli.ts';
import { expectation } from '../../src/operator/pauli-sum.ts';
import { denseCovariance, denseGroundState, distance } from '../helpers/dense-fermions.ts';
import { randomGaussian } from '../helpers/random-gaussian.ts';

describe('a local circuit of a Gaussian state', () => {
  test.each([1, 2, 3, 5, 7])('with blocks as large as its %i modes prepares any state, of either parity', (n) => {
    for (const seed of [1, 2, 3]) {
      const state = randomGaussian('fermion', new Array(n).fill(1), seed);
      const { network, theta, infidelity } = localCircuitOfGaussian(state, { block: Math.max(2, n), tolerance: 0 });
      expect(infidelity).toBeLessThan(1e-24);
      expect(distance(denseCovariance(runCircuit(network, theta), n), state.covariance.data)).toBeLessThan(1e-12);
      expect(network.gates.every(({ word }) => support(word).length <= 2)).toBe(true);
    }
  });

  test('states its infidelity, which falls with the block, with two turns for each pair of a block', () => {
    const { state } = gaussianGroundState(xyChain(40, { field: 1.05 }));
    const infidelities = [2, 3, 4, 6].map((block) => {
      const { network, theta, infidelity } = localCircuitOfGaussian(state, { block, tolerance: 0 });
      expect(1 - gaussianOverlap(gaussianOfCircuit(network, theta), state)).toBeCloseTo(infidelity, 12);
      expect(network.gates.length).toBeLessThanOrEqual(2 * (block - 1) * 40);
      return infidelity;
    });
    expect(infidelities.every((x, k) => k === 0 || x < infidelities[k - 1]! / 4)).toBe(true);
    expect(infidelities[0]).toBeGreaterThan(1e-3);
  });

  test('grows its blocks to a tolerance', () => {
    const { state } = gaussianGroundState(xyChain(40));
    const { infidelity, blocks } = localCircuitOfGaussian(state, { block: 40, tolerance: 1e-7 });
    expect(infidelity).toBeLessThan(40 * 1e-7);
    expect(Math.max(...blocks)).toBeLessThan(8);
  });

  test('conserves particles where the state does: every pair is turned by opposite angles', () => {
    const { state } = gaussianGroundState(hopping(chain(12), { chemicalPotential: 0.3 }));
    const { network, theta, infidelity } = localCircuitOfGaussian(state, { block: 12, tolerance: 0 });
    for (let g = 0; g < theta.length; g += 2) expect(theta[g]! + theta[g + 1]!).toBeCloseTo(0, 12);
    const reference = network.reference as readonly BlochPoint[];
    expect(reference.filter(({ polar }) => polar > 0).length).toBe(7);
    const total = occupations(state).reduce((sum, x) => sum + x, 0);
    expect(total).toBeCloseTo(7, 12);
    expect(infidelity).toBeLessThan(1e-20);
    expect(occupations(gaussianOfCircuit(network, theta))[3]).toBeCloseTo(occupations(state)[3]!, 12);
  });

  test('an occupied product state needs no turns', () => {
    const { covariance } = gaussianVacuum('fermion', 5);
    const full = {
      ...gaussianVacuum('fermion', 5),
      covariance: { ...covariance, data: covariance.data.map((x) => -x) },
    };
    const { network, theta, infidelity } = localCircuitOfGaussian(full);
    expect(infidelity).toBeLessThan(1e-28);
    expect(theta.length).toBe(0);
    expect([...occupations(gaussianOfCircuit(network, theta))]).toEqual(new Array(5).fill(1));
  });

  test('with strings of X makes the ground state of the Ising chain in a field along X', () => {
    const sum = transverseFieldIsing(chain(6), { field: 0.7 });
    const { state } = gaussianGroundState(quadraticOfPauliSum(sum, { string: 'X' }));
    const { network, theta } = localCircuitOfGaussian(state, { tolerance: 0, string: 'X' });
    expect(expectation(sum, runCircuit(network, theta))).toBeCloseTo(denseGroundState(sum).energy, 12);
    const back = gaussianOfCircuit(network, theta, { string: 'X' });
    expect(distance(back.covariance.data, state.covariance.data)).toBeLessThan(1e-12);
  });

  test.each(['X', 'Y', 'Z'] as const)('of occupied modes starts from their spins, with strings of %s', (string) => {
    const hamiltonian = hopping(chain(6), { chemicalPotential: 0.4 });
    const { state, energy } = gaussianGroundState(hamiltonian);
    const { network, theta } = localCircuitOfGaussian(state, { tolerance: 0, string });
    expect(expectation(pauliSumOfQuadratic(hamiltonian, { string }), runCircuit(network, theta))).toBeCloseTo(
      energy,
      11,
    );
  });

  test('conserves particles of long chains, too', () => {
    const { state } = gaussianGroundState(hopping(chain(80)));
    const { theta } = localCircuitOfGaussian(state, { block: 20, tolerance: 1e-13 });
    for (let g = 0; g < theta.length; g += 2) expect(theta[g]! + theta[g + 1]!).toBeCloseTo(0, 10);
  });

  test('refuses what it cannot prepare', () => {
    const state = gaussianVacuum('fermion', 2);
    expect(() => localCircuitOfGaussian(gaussianVacuum('boson', 1))).toThrow('fermions required, got bosons');
    expect(() => localCircuitOfGaussian(randomGaussian('fermion', [0.5, 1], 1))).toThrow('a pure state required');
    expect(() => localCircuitOfGaussian(state, { block: 1 })).toThrow('blocks of at least 2 modes required, got 1');
    expect(() => localCircuitOfGaussian(state, { tolerance: -1 })).toThrow('a tolerance ≥ 0 required, got -1');
  });
});
