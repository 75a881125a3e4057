import { describe, expect, test } from 'vitest';
import { entropiesOfGaussian } from '../../src/gaussian/entropies.ts';
import { hopping, latticeDirac, xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { pauliSumOfQuadratic, quadraticOfPauliSum } from '../../src/gaussian/jordan-wigner.ts';
import { gaussianParity } from '../../src/gaussian/parity.ts';
import { gaussianEnergy, quadraticHamiltonian } from '../../src/gaussian/quadratic-hamiltonian.ts';
import { xyRingGroundState } from '../../src/gaussian/ring-ground-state.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain, grid, ring } from '../../src/operator/lattice.ts';
import { contiguousEntropies, entropiesOfState } from '../../src/state/region-entropies.ts';
import { denseCovariance, denseGroundState, distance, impurity } from '../helpers/dense-fermions.ts';

/** A random antisymmetric h: complex hopping and pairing. */
function randomHamiltonian(modes: number, seed: number) {
  const stream = randomStream(seed, 'quadratic');
  const size = 2 * modes;
  const data = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      data[a * size + b] = stream.normal();
      data[b * size + a] = -data[a * size + b]!;
    }
  }
  return quadraticHamiltonian('fermion', { rows: size, cols: size, data }, stream.normal());
}

describe('against the dense ground state: covariance, energy and the entropies of all intervals', () => {
  test.each([
    ['critical Ising, open', xyChain(6)],
    ['XY in a field, open', xyChain(6, { coupling: 0.7, anisotropy: 0.4, field: 0.6 })],
    ['XX with an odd filling', hopping(chain(6), { chemicalPotential: [0.3, -0.2, 0.5, 0.1, -0.4, 0.2] })],
    [
      'hopping on a grid',
      hopping(grid(2, 3), { amplitude: [1, 0.6, 0.9, 1.2, -0.4, 0.8, 0.3], chemicalPotential: 0.2 }),
    ],
    ['lattice Dirac, massive', latticeDirac(3, { mass: 0.6 }, 'antiperiodic')],
    ['complex hopping and pairing', randomHamiltonian(6, 3)],
  ])('%s', (_, hamiltonian) => {
    const { vector, energy } = denseGroundState(pauliSumOfQuadratic(hamiltonian));
    const ground = gaussianGroundState(hamiltonian);
    expect(ground.zeroModes).toBe(0);
    expect(ground.energy).toBeCloseTo(energy, 12);
    expect(gaussianEnergy(hamiltonian, ground.state)).toBeCloseTo(energy, 12);
    expect(distance(ground.state.covariance.data, denseCovariance(vector, 6))).toBeLessThan(1e-12);
    for (const order of [1, 2, 0.5, Infinity]) {
      const [exact, ours] = [
        contiguousEntropies(entropiesOfState(vector, new Array(6).fill(2), { order })),
        contiguousEntropies(entropiesOfGaussian(ground.state, undefined, { order })),
      ];
      // A root of an eigenvalue that is rounding, 1e-16, is 1e-8.
      expect(
        distance(
          exact.map((one) => one.entropy),
          ours.map((one) => one.entropy),
        ),
      ).toBeLessThan(order < 1 ? 1e-7 : 1e-12);
    }
  });
});

test('the Ising chain of the library, ZZ and X, is quadratic with strings of X', () => {
  const hamiltonian = quadraticOfPauliSum(transverseFieldIsing(chain(7), { field: 1.3 }), { string: 'X' });
  const { energy } = denseGroundState(transverseFieldIsing(chain(7), { field: 1.3 }));
  expect(gaussianGroundState(hamiltonian).energy).toBeCloseTo(energy, 12);
});

describe('rings of spins', () => {
  test.each([
    [5, 0.4],
    [6, 0.4],
    [6, 1.7],
    [6, -1.7],
    [5, -0.4],
  ])('%i sites at h = %f', (sites, field) => {
    const sum = transverseFieldIsing(ring(sites), { field });
    const ground = xyRingGroundState(sites, { field });
    expect(ground.energy).toBeCloseTo(denseGroundState(sum).energy, 12);
    expect(gaussianParity(ground.state)).toBeCloseTo(ground.parity === 'even' ? 1 : -1, 12);
    expect(impurity(ground.state)).toBeLessThan(1e-12);
  });
});

describe('zero modes', () => {
  test('of a chain of odd length are half filled, or empty, and counted', () => {
    const hamiltonian = hopping(chain(5));
    const mixed = gaussianGroundState(hamiltonian);
    const pure = gaussianGroundState(hamiltonian, { zeroModes: 'pure' });
    expect(mixed.zeroModes).toBe(1);
    expect(entropiesOfGaussian(mixed.state).entropy([0, 1, 2, 3, 4])).toBeCloseTo(Math.LN2, 12);
    expect(entropiesOfGaussian(pure.state).entropy([0, 1, 2, 3, 4])).toBeCloseTo(0, 12);
    for (const { state } of [mixed, pure]) expect(gaussianEnergy(hamiltonian, state)).toBeCloseTo(mixed.energy, 12);
    expect(mixed.energy).toBeCloseTo(-1 - Math.sqrt(3), 12);
  });

  test('of the ordered Ising chain are at its ends: two ground states, of either parity', () => {
    const hamiltonian = xyChain(60, { field: 0.3 });
    const ground = gaussianGroundState(hamiltonian);
    expect(ground.zeroModes).toBe(1);
    for (const parity of ['even', 'odd'] as const) {
      const { state, energy } = gaussianGroundState(hamiltonian, { parity });
      expect(gaussianParity(state)).toBeCloseTo(parity === 'even' ? 1 : -1, 12);
      expect(gaussianEnergy(hamiltonian, state)).toBeCloseTo(energy, 11);
      expect(energy).toBeCloseTo(ground.energy, 12);
    }
  });
});

test('the lowest state of the other parity is one excitation higher', () => {
  for (const hamiltonian of [hopping(chain(6), { chemicalPotential: 0.3 }), randomHamiltonian(5, 8)]) {
    const ground = gaussianGroundState(hamiltonian);
    const energies = (['even', 'odd'] as const).map((parity) => {
      const { state, energy } = gaussianGroundState(hamiltonian, { parity });
      expect(gaussianParity(state)).toBeCloseTo(parity === 'even' ? 1 : -1, 12);
      expect(gaussianEnergy(hamiltonian, state)).toBeCloseTo(energy, 12);
      return energy;
    });
    expect(Math.min(...energies)).toBeCloseTo(ground.energy, 12);
    expect(Math.max(...energies)).toBeCloseTo(ground.energy + ground.excitations[0]!, 12);
  }
});

test('a ground state of hundreds of modes is pure and has the energy −4/π of the critical chain per site', () => {
  const { state, energy } = gaussianGroundState(xyChain(200, {}, 'antiperiodic'));
  expect(energy / 200).toBeCloseTo(-1 / (100 * Math.sin(Math.PI / 400)) / 1, 12);
  expect(Math.abs(energy / 200 + 4 / Math.PI)).toBeLessThan(3e-5);
  expect(impurity(state)).toBeLessThan(1e-12);
});
