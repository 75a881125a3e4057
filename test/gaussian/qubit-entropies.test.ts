import { describe, expect, test } from 'vitest';
import { circuitOfGaussian } from '../../src/circuit/free-fermion-circuit.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { entropiesOfGaussian } from '../../src/gaussian/entropies.ts';
import { hopping, xyChain } from '../../src/gaussian/fermion-models.ts';
import { type GaussianState, gaussianVacuum } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { pauliSumOfQuadratic } from '../../src/gaussian/jordan-wigner.ts';
import { orderCorrelator } from '../../src/gaussian/order-correlator.ts';
import { entropiesOfQubits } from '../../src/gaussian/qubit-entropies.ts';
import { visitQubitPairs } from '../../src/gaussian/qubit-pairs.ts';
import { gaussianThermal } from '../../src/gaussian/thermal.ts';
import { chain } from '../../src/operator/lattice.ts';
import { informationTable } from '../../src/state/mutual-information.ts';
import { contiguousEntropies, entropiesOfState, type RegionEntropies } from '../../src/state/region-entropies.ts';
import { denseThermal } from '../helpers/dense-fermions.ts';
import { randomGaussian } from '../helpers/random-gaussian.ts';

const regions = [[0], [0, 2], [1, 4], [0, 1, 5], [0, 2, 3], [1, 2, 3], [0, 4, 5], [0, 1, 3, 4]];

function compared(found: RegionEntropies, dense: RegionEntropies): void {
  for (const region of regions) expect(found.entropy(region)).toBeCloseTo(dense.entropy(region), 12);
  const [a, b] = [informationTable(found), informationTable(dense)];
  a.forEach((row, i) => {
    row.forEach((value, j) => {
      expect(value).toBeCloseTo(b[i]![j]!, 12);
    });
  });
  expect(contiguousEntropies(found).map(({ start, length }) => [start, length])).toEqual(
    contiguousEntropies(dense).map(({ start, length }) => [start, length]),
  );
}

const vectorOf = (state: GaussianState) => {
  const { network, theta } = circuitOfGaussian(state);
  return runCircuit(network, theta);
};

describe('the qubits of a Gaussian state', () => {
  const pure: readonly (readonly [string, GaussianState])[] = [
    ['a complex state', randomGaussian('fermion', [1, 1, 1, 1, 1, 1], 3)],
    ['pairing', gaussianGroundState(xyChain(6, { anisotropy: 0.6, field: 0.4 }), { parity: 'odd' }).state],
    ['hopping', gaussianGroundState(hopping(chain(6))).state],
    ['a product', gaussianVacuum('fermion', 6)],
  ];
  test.each(pure)('of %s have the entropies of its amplitudes', (_, state) => {
    compared(entropiesOfQubits(state), entropiesOfState(vectorOf(state), [2, 2, 2, 2, 2, 2]));
  });

  test('in sites of several modes', () => {
    const state = randomGaussian('fermion', [1, 1, 1, 1, 1, 1, 1, 1], 5);
    const groups = [[0, 1], [2], [3, 4, 5], [6], [7], []];
    const found = entropiesOfQubits(state, groups);
    const dense = entropiesOfState(vectorOf(state), [4, 2, 8, 2, 2, 1]);
    expect(found.capacities).toEqual(dense.capacities.map((x) => expect.closeTo(x, 14)));
    compared(found, dense);
  });

  test('of a thermal state have the entropies of its density matrix', () => {
    const hamiltonian = xyChain(6, { anisotropy: 0.5, field: 0.7 });
    const rho = denseThermal(pauliSumOfQuadratic(hamiltonian), 0.8);
    compared(entropiesOfQubits(gaussianThermal(hamiltonian, 0.8)), entropiesOfState(rho, [2, 2, 2, 2, 2, 2]));
  });

  test('know of each other in an ordered chain at any distance, one bit as GHZ, where modes do not', () => {
    const { state } = gaussianGroundState(xyChain(60, { field: 0.05 }), { parity: 'even' });
    const [qubits, modes] = [entropiesOfQubits(state), entropiesOfGaussian(state)].map(informationTable);
    expect(qubits![10]![50]!).toBeGreaterThan(0.6);
    expect(qubits![10]![50]!).toBeLessThan(Math.LN2);
    expect(modes![10]![50]!).toBeLessThan(1e-10);
  });

  test('have correlations that one elimination gives for all distances, also where a pivot vanishes', () => {
    for (const hamiltonian of [xyChain(30), xyChain(30, { anisotropy: -1, field: 0.3 }), hopping(chain(30))]) {
      const { state } = gaussianGroundState(hamiltonian);
      visitQubitPairs(state, (a, b, { xx, yy, zz }) => {
        if ((a + b) % 7 !== 0) return;
        expect(xx).toBeCloseTo(orderCorrelator(state, a, b, 'X'), 11);
        expect(yy).toBeCloseTo(orderCorrelator(state, a, b, 'Y'), 11);
        expect(zz).toBeCloseTo(orderCorrelator(state, a, b, 'Z'), 12);
      });
    }
  });

  test('have correlations that elimination without exchanges would lose', () => {
    const { state } = gaussianGroundState(xyChain(60, { anisotropy: 0.3, field: 0.2 }), { parity: 'even' });
    visitQubitPairs(state, (a, b, { xx, yy }) => {
      if ((3 * a + 5 * b) % 23 !== 0) return;
      expect(xx).toBeCloseTo(orderCorrelator(state, a, b, 'X'), 12);
      expect(yy).toBeCloseTo(orderCorrelator(state, a, b, 'Y'), 12);
    });
  });

  test('are out of reach where they are many and no interval; long complex chains have no table', () => {
    const { state } = gaussianGroundState(xyChain(20));
    const message = 'intervals, or at most 6 qubits, required, got the qubits [0,2,4,6,8,10,12]';
    expect(() => entropiesOfQubits(state).entropy([0, 2, 4, 6, 8, 10, 12])).toThrow(message);
    expect(entropiesOfQubits(state).entropy([0, 1, 2, 3, 18, 19])).toBeCloseTo(
      entropiesOfGaussian(state).entropy([0, 1, 2, 3, 18, 19]),
      12,
    );
    expect(() => entropiesOfQubits(state, [[0], [1]])).toThrow('sites of consecutive modes 0 … 19 required');
    expect(() => entropiesOfQubits(gaussianVacuum('boson', 2))).toThrow('fermions required, got bosons');
  });
});
