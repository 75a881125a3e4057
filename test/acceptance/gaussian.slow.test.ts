/** @file Gaussian states of two thousand modes against closed forms, and of twelve against dense states. */

import { expect, test } from 'vitest';
import { circuitOfGaussian } from '../../src/circuit/free-fermion-circuit.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { harmonicRing } from '../../src/gaussian/boson-models.ts';
import { entropiesOfGaussian } from '../../src/gaussian/entropies.ts';
import { hopping, xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianOverlap } from '../../src/gaussian/fidelity.ts';
import { restricted } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { gaussianExpectation } from '../../src/gaussian/order-correlator.ts';
import { gaussianThermal, gaussianThermofieldDouble } from '../../src/gaussian/thermal.ts';
import { chain } from '../../src/operator/lattice.ts';
import { fidelity } from '../../src/state/fidelity.ts';
import { reducedDensityMatrix } from '../../src/state/reduced-density-matrix.ts';
import { contiguousEntropies, entropiesOfState } from '../../src/state/region-entropies.ts';
import { denseCovariance, denseExpectation, distance } from '../helpers/dense-fermions.ts';
import { randomGaussian, randomQuadratic } from '../helpers/random-gaussian.ts';

const SITES = 2000;
const half = Array.from({ length: SITES / 2 }, (_, k) => k);
const quarter = half.slice(0, SITES / 4);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const momenta = Array.from({ length: SITES }, (_, k) => k);

/** The largest entry of Γ² + 1 in some rows. */
function impurityOfRows(data: Float64Array, size: number): number {
  let most = 0;
  for (const i of [0, 7, SITES, size - 1]) {
    for (let j = 0; j < size; j++) {
      let square = i === j ? 1 : 0;
      for (let k = 0; k < size; k++) square += data[i * size + k]! * data[k * size + j]!;
      most = Math.max(most, Math.abs(square));
    }
  }
  return most;
}

test('fermions hopping on a chain of 2000 sites', () => {
  const { state, energy } = gaussianGroundState(hopping(chain(SITES)));
  const exact = -sum(momenta.map((k) => Math.abs(Math.cos((Math.PI * (k + 1)) / (SITES + 1)))));
  expect(Math.abs(energy / exact - 1)).toBeLessThan(1e-13);
  expect(impurityOfRows(state.covariance.data, 2 * SITES)).toBeLessThan(1e-12);
  const { entropy } = entropiesOfGaussian(state);
  // (c/6) log((2L/π) sin(πl/L)) at the end of a chain.
  expect((6 * (entropy(half) - entropy(quarter))) / (Math.LN2 / 2)).toBeCloseTo(1, 1);
});

test('the critical Ising ring of 2000 spins', () => {
  const { state, energy } = gaussianGroundState(xyChain(SITES, {}, 'antiperiodic'));
  expect(Math.abs((energy * Math.sin(Math.PI / (2 * SITES))) / -2 - 1)).toBeLessThan(1e-12);
  expect(impurityOfRows(state.covariance.data, 2 * SITES)).toBeLessThan(1e-12);
  const { entropy } = entropiesOfGaussian(state);
  expect((3 * (entropy(half) - entropy(quarter))) / (Math.LN2 / 2)).toBeCloseTo(0.5, 4);
});

test('two thousand oscillators on a ring', () => {
  const mass = 1e-5;
  const { energy, state } = gaussianGroundState(harmonicRing(SITES, { mass }));
  const exact = sum(momenta.map((k) => Math.hypot(mass, 2 * Math.sin((Math.PI * k) / SITES)) / 2));
  expect(Math.abs(energy / exact - 1)).toBeLessThan(1e-10);
  const { entropy } = entropiesOfGaussian(state);
  // (c/3) log sin(πl/L): ½ log 2 from a quarter to a half, with the zero mode, m → 0, in both.
  expect((3 * (entropy(half) - entropy(quarter))) / (Math.LN2 / 2)).toBeCloseTo(1, 1);
});

test('twelve modes against dense states: entropies of all intervals, correlators, overlaps, a thermal state', () => {
  const qubits = new Array<number>(12).fill(2);
  const states = [1, 2].map((seed) => randomGaussian('fermion', new Array(12).fill(1), seed));
  const vectors = states.map((state) => {
    const { network, theta } = circuitOfGaussian(state);
    return runCircuit(network, theta);
  });
  const [dense, ours] = [entropiesOfState(vectors[0]!, qubits), entropiesOfGaussian(states[0]!)];
  const values = contiguousEntropies(dense).map(({ entropy }) => entropy);
  expect(
    distance(
      contiguousEntropies(ours).map(({ entropy }) => entropy),
      values,
    ),
  ).toBeLessThan(1e-12);
  for (const word of ['XZYIIIIYXIII', 'ZIIIIIIIIIIZ', 'XIXXYIZZYXIY', 'ZZZZZZZZZZZZ', 'IIYXZIXZYIII']) {
    expect(gaussianExpectation(states[0]!, word)).toBeCloseTo(denseExpectation(word, vectors[0]!), 12);
  }
  expect(gaussianOverlap(states[0]!, states[1]!)).toBeCloseTo(fidelity(vectors[0]!, vectors[1]!), 13);
  const hamiltonian = randomQuadratic('fermion', 6, 3);
  const double = gaussianThermofieldDouble(hamiltonian, 0.7);
  const { network, theta } = circuitOfGaussian(double);
  const thermal = reducedDensityMatrix(runCircuit(network, theta), qubits, [0, 1, 2, 3, 4, 5]);
  const expected = gaussianThermal(hamiltonian, 0.7);
  expect(distance(denseCovariance(thermal, 6), expected.covariance.data)).toBeLessThan(1e-12);
  expect(distance(restricted(double, [0, 1, 2, 3, 4, 5]).covariance.data, expected.covariance.data)).toBe(0);
});
