import { describe, expect, test } from 'vitest';
import { projectedEntangledPairState } from '../../models/projected-entangled-pair-state.ts';
import { planeEnergy } from '../../src/chain/plane-energy.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { length, plus } from '../../src/linalg/real-vector.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { stateEnergy } from '../../src/network/state-energy.ts';
import { transverseFieldIsing, xxz } from '../../src/operator/hamiltonian.ts';
import { grid } from '../../src/operator/lattice.ts';
import { localTerms } from '../../src/operator/local-terms.ts';
import { place } from '../../src/operator/pauli.ts';
import { type PauliSum, pauliSumOperator } from '../../src/operator/pauli-sum.ts';
import { checkGradient } from '../../src/optimise/check-gradient.ts';
import { centralDifferences } from '../helpers/central-differences.ts';

/** A state with entries of all phases, or real ones. */
function randomPlane(rows: number, columns: number, bond: number, isReal = false) {
  const network = projectedEntangledPairState({ rows, columns, bond });
  const theta = initialParameters(network, randomStream(5, 'plane'));
  return { network, theta: isReal ? theta.map((x, k) => (k % 2 === 0 ? x : 0)) : theta };
}

/** Terms that no reflection and no exchange of rows and columns leaves as they are, with complex matrices. */
function twistedSum(rows: number, columns: number): PauliSum {
  const n = rows * columns;
  const terms = Array.from({ length: n }, (_, k) => k).flatMap((k) => [
    { word: place(n, { [k]: 'Y' }), coefficient: 0.3 + 0.1 * k },
    ...((k + 1) % columns === 0 ? [] : [{ word: place(n, { [k]: 'X', [k + 1]: 'Y' }), coefficient: 0.7 - 0.2 * k }]),
    ...(k + columns < n ? [{ word: place(n, { [k]: 'Z', [k + columns]: 'X' }), coefficient: 0.4 + 0.3 * k }] : []),
  ]);
  return { qubits: n, terms };
}

describe('without truncation, value and gradient are those of all amplitudes', () => {
  test.each([
    ['Heisenberg', 2, 4, 3, xxz(grid(2, 4))],
    ['Ising', 4, 3, 2, transverseFieldIsing(grid(4, 3), { field: 1.7 })],
    ['one row', 1, 5, 3, transverseFieldIsing(grid(1, 5), { field: 0.6 })],
    ['one column', 4, 1, 2, xxz(grid(4, 1))],
    ['terms without symmetry', 3, 3, 2, twistedSum(3, 3)],
    ['terms without symmetry on 4 × 4', 4, 4, 2, twistedSum(4, 4)],
  ] as const)('%s', (_, rows, columns, D, sum) => {
    for (const isReal of [false, true]) {
      const { network, theta } = randomPlane(rows, columns, D, isReal);
      const found = planeEnergy(network, localTerms(sum), { rows, columns, bond: 64 })(theta);
      const exact = stateEnergy(network, pauliSumOperator(sum))(theta);
      expect(found.value).toBeCloseTo(exact.value, 10);
      expect(length(plus(found.gradient, -1, exact.gradient))).toBeLessThan(1e-10 * length(exact.gradient));
      expect(found.error).toBeLessThan(1e-11);
      expect(found.spread).toBeLessThan(1e-12);
    }
  });

  test('the gradient is that of differences to 1e-8', () => {
    const { network, theta } = randomPlane(3, 3, 2);
    const energy = planeEnergy(network, localTerms(twistedSum(3, 3)), { rows: 3, columns: 3, bond: 64 });
    const { gradient } = energy(theta);
    const numerical = Float64Array.from(centralDifferences((x) => energy(x).value, theta, 1e-5));
    expect(length(plus(gradient, -1, numerical))).toBeLessThan(1e-8 * length(gradient));
    const large = randomPlane(4, 4, 2);
    const other = planeEnergy(large.network, localTerms(xxz(grid(4, 4))), { rows: 4, columns: 4, bond: 64 });
    const { relativeError, taylorOrder } = checkGradient(other, large.theta, { directions: 2 });
    expect(relativeError).toBeLessThan(1e-8);
    expect(taylorOrder).toBeCloseTo(2, 1);
  });
});

test('errors of value and gradient fall with the bond of the boundaries, the latter to the size of what is dropped', () => {
  const [rows, columns] = [4, 4];
  const { network, theta } = randomPlane(rows, columns, 2);
  const sum = xxz(grid(rows, columns));
  const exact = stateEnergy(network, pauliSumOperator(sum))(theta);
  const errors = [4, 9, 15].map((bond) => {
    const { value, gradient, error, spread } = planeEnergy(network, localTerms(sum), { rows, columns, bond })(theta);
    const off = length(plus(gradient, -1, exact.gradient)) / length(exact.gradient);
    expect(off).toBeLessThan(10 * error);
    expect(spread).toBeLessThan(error);
    return [Math.abs(value - exact.value), off] as const;
  });
  expect(errors[2]![0]).toBeLessThan(0.1 * errors[0]![0]);
  expect(errors[1]![1]).toBeLessThan(0.7 * errors[0]![1]);
  expect(errors[2]![1]).toBeLessThan(0.2 * errors[1]![1]);
});

test('no more depends on the norm of the state than rounding', () => {
  const { network, theta } = randomPlane(3, 4, 2);
  const energy = planeEnergy(network, localTerms(xxz(grid(3, 4))), { rows: 3, columns: 4, bond: 8 });
  const [one, other] = [energy(theta), energy(theta.map((x) => 1e3 * x))];
  expect(other.value).toBeCloseTo(one.value, 9);
  expect(length(other.gradient)).toBeCloseTo(length(one.gradient) / 1e3, 9);
});

test('terms across the plane, other networks and contractions beyond memory are refused', () => {
  const { network } = randomPlane(2, 2, 2);
  const diagonal = localTerms({ qubits: 4, terms: [{ word: place(4, { 0: 'Z', 3: 'Z' }), coefficient: 1 }] });
  expect(() => planeEnergy(network, diagonal, { rows: 2, columns: 2, bond: 4 })).toThrow(/neighbours.*\[0,3\]/);
  expect(() => planeEnergy(network, [], { rows: 1, columns: 4, bond: 4 })).toThrow(/at most one bond/);
  const wide = projectedEntangledPairState({ rows: 8, columns: 8, bond: 6 });
  expect(() => planeEnergy(wide, [], { rows: 8, columns: 8, bond: 128 })).toThrow(
    /at most 3.0 GiB required, got .* GiB for boundaries of bond 128/,
  );
});
