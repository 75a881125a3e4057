import { describe, expect, test } from 'vitest';
import { bound } from '../../src/circuit/circuit.ts';
import {
  circuitOfGaussian,
  circuitOfMajoranaTransform,
  circuitOfTransform,
  gaussianOfCircuit,
} from '../../src/circuit/free-fermion-circuit.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { transformed } from '../../src/gaussian/evolution.ts';
import { hopping, xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianVacuum } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { pauliSumOfQuadratic } from '../../src/gaussian/jordan-wigner.ts';
import { gaussianParity } from '../../src/gaussian/parity.ts';
import { logDeterminant } from '../../src/linalg/log-determinant.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { chain } from '../../src/operator/lattice.ts';
import { support } from '../../src/operator/pauli.ts';
import { expectation } from '../../src/operator/pauli-sum.ts';
import { denseCovariance, distance } from '../helpers/dense-fermions.ts';
import { randomGaussian, randomOrthogonal } from '../helpers/random-gaussian.ts';

const none = new Float64Array(0);

describe('states from circuits', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('of %i modes, either parity, are prepared to 1e-12', (n) => {
    const parities = new Set<number>();
    for (let seed = 1; seed <= (n < 7 ? 4 : 1); seed++) {
      const state = randomGaussian('fermion', new Array(n).fill(1), seed);
      const { network, theta } = circuitOfGaussian(state);
      const psi = runCircuit(network, theta);
      expect(distance(denseCovariance(psi, n), state.covariance.data)).toBeLessThan(1e-12);
      expect(distance(gaussianOfCircuit(network, theta).covariance.data, state.covariance.data)).toBeLessThan(1e-12);
      expect(network.gates.length).toBeLessThanOrEqual(n * (n - 1) + 1);
      expect(network.gates.every(({ word }) => support(word).length <= 2)).toBe(true);
      parities.add(Math.round(gaussianParity(state)));
    }
    if (n > 1 && n < 7) expect(parities.size).toBe(2);
  });

  test('of fifty modes, by covariances', () => {
    for (const hamiltonian of [xyChain(50), hopping(chain(50), { chemicalPotential: 0.4 })]) {
      const { state } = gaussianGroundState(hamiltonian, { parity: 'even' });
      const { network, theta } = circuitOfGaussian(state);
      expect(distance(gaussianOfCircuit(network, theta).covariance.data, state.covariance.data)).toBeLessThan(1e-12);
    }
  });

  test('the ground state of a chain has its energy as a circuit', () => {
    const hamiltonian = xyChain(7, { field: 0.8 });
    const { state, energy } = gaussianGroundState(hamiltonian);
    const { network, theta } = circuitOfGaussian(state);
    expect(expectation(pauliSumOfQuadratic(hamiltonian), runCircuit(network, theta))).toBeCloseTo(energy, 12);
  });

  test('a mixed state and bosons are refused', () => {
    expect(() => circuitOfGaussian(randomGaussian('fermion', [0.5], 1))).toThrow('a pure state required');
    expect(() => circuitOfGaussian(gaussianVacuum('boson', 1))).toThrow('fermions required, got bosons');
  });
});

describe('transformations as circuits', () => {
  test.each([1, 2, 3, 5])('unitary ones of %i modes act as transformed says', (n) => {
    const prepared = circuitOfGaussian(randomGaussian('fermion', new Array(n).fill(1), 3));
    const start = bound(prepared.network, prepared.theta);
    const U = randomUnitary(n, randomStream(n, 'modes'));
    const circuit = circuitOfTransform(U);
    const both = { ...start, gates: [...start.gates, ...circuit.gates] };
    const expected = transformed(gaussianOfCircuit(start), U);
    expect(distance(denseCovariance(runCircuit(both, none), n), expected.covariance.data)).toBeLessThan(1e-12);
    expect(distance(gaussianOfCircuit(both).covariance.data, expected.covariance.data)).toBeLessThan(1e-12);
  });

  test('real ones need no phases but π, and conserve the number of particles', () => {
    const circuit = circuitOfTransform(randomOrthogonal(6, 2));
    const letters = new Set(circuit.gates.map(({ word }) => word.replaceAll('I', '')));
    expect([...letters].every((letter) => ['XY', 'YX', 'Z'].includes(letter))).toBe(true);
    expect(
      circuit.gates
        .filter(({ word }) => word.includes('Z'))
        .every(({ angle }) => Math.abs(Math.abs(angle as number) - Math.PI) < 1e-12),
    ).toBe(true);
    expect(circuit.gates.length).toBeLessThanOrEqual(6 * 5 + 6);
  });

  test.each([1, 2, 4])('orthogonal ones of %i modes, of either determinant', (n) => {
    const signs = new Set<number>();
    for (let seed = 1; seed < 8; seed++) {
      const O = randomOrthogonal(2 * n, seed);
      signs.add(logDeterminant(O).sign);
      const circuit = circuitOfMajoranaTransform(O);
      const expected = transformed(gaussianVacuum('fermion', n), O);
      expect(distance(denseCovariance(runCircuit(circuit, none), n), expected.covariance.data)).toBeLessThan(1e-12);
      expect(circuit.gates.length).toBeLessThanOrEqual(n * (2 * n - 1) + 1);
    }
    expect(signs.size).toBe(2);
  });

  test('what is not unitary or orthogonal is named', () => {
    const broken = { rows: 2, cols: 2, data: Float64Array.of(1, 0, 0, 2) };
    expect(() => circuitOfTransform(broken)).toThrow('a unitary matrix required, got a deviation of 3 at (1, 1)');
    expect(() => circuitOfMajoranaTransform(broken)).toThrow('an orthogonal matrix required');
    expect(() => circuitOfTransform({ rows: 1, cols: 2, data: none })).toThrow('a square matrix required, got 1 × 2');
    expect(() => circuitOfMajoranaTransform({ rows: 1, cols: 1, data: Float64Array.of(1) })).toThrow('of even size');
  });
});

describe('circuits as states', () => {
  test('words at π are reflections, a reference may be a basis state', () => {
    const gates = [
      { word: 'XXI', angle: 0.3 },
      { word: 'YZY', angle: 0.5 },
      { word: 'IXZ', angle: Math.PI },
      { word: 'ZIZ', angle: -Math.PI },
      { word: 'XZY', angle: 0.9 },
      { word: 'IYX', angle: -0.4 },
    ];
    const reference = [Math.PI, 0, Math.PI].map((polar) => ({ polar, azimuth: 0 }));
    const circuit = { kind: 'circuit', qubits: 3, parameters: 0, gates, reference } as const;
    expect(
      distance(gaussianOfCircuit(circuit).covariance.data, denseCovariance(runCircuit(circuit, none), 3)),
    ).toBeLessThan(1e-13);
  });

  test('other gates and references are named', () => {
    const circuit = { kind: 'circuit', qubits: 2, parameters: 0, gates: [{ word: 'ZZ', angle: 0.3 }] } as const;
    expect(() => gaussianOfCircuit(circuit)).toThrow('two Majorana operators or angles kπ required, got ZZ by 0.3');
    const tilted = { ...circuit, gates: [], reference: [1, 0].map((polar) => ({ polar, azimuth: 0 })) };
    expect(() => gaussianOfCircuit(tilted)).toThrow('a reference that is a basis state of Z required');
  });
});
