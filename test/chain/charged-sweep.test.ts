import { expect, test } from 'vitest';
import { chargedOperator, matrixProductOperator } from '../../src/chain/matrix-product-operator.ts';
import { operatorWithSymmetry, twoSpecies } from '../../src/chain/qubit-symmetry.ts';
import { groundStateBySweeps, type SweepStep, twoSiteSweeps } from '../../src/chain/two-site-sweep.ts';
import { stateVector } from '../../src/generative/generative-network.ts';
import { hermitianEigen } from '../../src/linalg/hermitian-eigen.ts';
import { frustratedHeisenberg, transverseFieldIsing, xxz } from '../../src/operator/hamiltonian.ts';
import { chain, grid } from '../../src/operator/lattice.ts';
import { expectation, type PauliSum, pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { heisenbergSpins, hubbard, spinCharges } from '../../src/operator/spin-models.ts';

/** Lowest eigenvalue among states whose basis states have a charge: eigenvectors of a sector vanish outside. */
function lowestIn(sum: PauliSum, charge: (bits: string) => number, sector: number): number {
  const { interleaved, rows } = pauliSumMatrix(sum);
  const own = Array.from({ length: rows }, (_, b) => b).filter(
    (b) => charge(b.toString(2).padStart(sum.qubits, '0')) === sector,
  );
  const block = new Float64Array(2 * own.length ** 2);
  own.forEach((i, r) => {
    own.forEach((j, c) => {
      block.set(interleaved.subarray(2 * (i * rows + j), 2 * (i * rows + j) + 2), 2 * (r * own.length + c));
    });
  });
  return hermitianEigen({ rows: own.length, cols: own.length, interleaved: block }).values[0]!;
}
const ones = (bits: string): number => bits.split('1').length - 1;

test('every magnetisation of an XXZ chain in a field has its own lowest energy', () => {
  const sum = xxz(chain(8), { anisotropy: 0.6, field: 0.35 });
  const { operator } = operatorWithSymmetry(sum, 'excitations');
  for (const sector of [0, 1, 3, 4, 8]) {
    const { energy, network, theta } = groundStateBySweeps(operator, { bond: 16, sector }).value;
    expect(energy).toBeCloseTo(lowestIn(sum, ones, sector), 9);
    const psi = stateVector(network, theta);
    expect(expectation(sum, psi)).toBeCloseTo(energy, 10);
    psi.interleaved.forEach((x, k) => {
      if (ones((k >> 1).toString(2)) !== sector) expect(x).toBe(0);
    });
  }
});

test('both parities of an Ising chain, in the basis of the sum', () => {
  const n = 9;
  const sum = transverseFieldIsing(chain(n), { field: 0.8 });
  const { operator, back } = operatorWithSymmetry(sum, 'parity-x');
  const flips = Array.from({ length: n }, () => 'X').join('');
  const energies = [0, 1].map((sector) => {
    const { value } = groundStateBySweeps(operator, { bond: 16, sector });
    const { network, theta } = back(value);
    const psi = stateVector(network, theta);
    expect(expectation(sum, psi)).toBeCloseTo(value.energy, 10);
    const parity = expectation({ qubits: n, terms: [{ word: flips, coefficient: 1 }] }, psi);
    expect(parity).toBeCloseTo(sector === 0 ? 1 : -1, 10);
    return value.energy;
  });
  const exact = hermitianEigen(pauliSumMatrix(sum)).values;
  expect(energies[0]).toBeCloseTo(exact[0]!, 9);
  expect(energies[1]).toBeCloseTo(exact[1]!, 9);
});

test('electrons on a chain: numbers of both spins are kept, and strings of Jordan and Wigner cost nothing', () => {
  const sum = hubbard(chain(4), { interaction: 4 });
  const { operator } = operatorWithSymmetry(sum, 'two-species');
  const charge = (bits: string): number =>
    twoSpecies(
      ones([...bits].filter((_, k) => k % 2 === 0).join('')),
      ones([...bits].filter((_, k) => k % 2).join('')),
    );
  for (const [up, down] of [
    [2, 2],
    [1, 2],
    [3, 1],
  ] as const) {
    const sector = twoSpecies(up, down);
    const { energy } = groundStateBySweeps(operator, { bond: 16, sector }).value;
    expect(energy).toBeCloseTo(lowestIn(sum, charge, sector), 9);
  }
});

test('the chain of Affleck, Kennedy, Lieb and Tasaki: −2/3 for each bond at bond dimension 2', () => {
  const n = 10;
  const sum = heisenbergSpins(chain(n), { biquadratic: 1 / 3 });
  const operator = chargedOperator(sum, spinCharges(n, 1));
  const { energy, network } = groundStateBySweeps(operator, { bond: 8, sector: n }).value;
  expect(energy).toBeCloseTo((-2 / 3) * (n - 1), 10);
  expect(network.dimensions.b5).toBeLessThanOrEqual(4);
  expect(groundStateBySweeps(matrixProductOperator(sum), { bond: 4 }).value.energy).toBeCloseTo(energy, 9);
});

test('a square lattice with diagonals: 3 × 3 sites in the sector of one spin more up than down', () => {
  const sum = frustratedHeisenberg(grid(3, 3), { nextNearest: 0.4, diagonals: true });
  expect(sum.terms.length).toBe(3 * (12 + 8));
  const { operator } = operatorWithSymmetry(sum, 'excitations');
  const { energy } = groundStateBySweeps(operator, { bond: 16, sector: 4 }).value;
  expect(energy).toBeCloseTo(lowestIn(sum, ones, 4), 8);
});

test('a search goes on from any of its steps, to the same energy', () => {
  const { operator } = operatorWithSymmetry(xxz(chain(10)), 'excitations');
  const whole = groundStateBySweeps(operator, { bond: 12, sector: 5 }).value;
  const steps = twoSiteSweeps(operator, { bond: 12, sector: 5 });
  steps.next();
  const { state } = steps.next().value as SweepStep;
  const later = groundStateBySweeps(operator, { bond: 12, sector: 5, start: state() }).value;
  expect(later.energy).toBeCloseTo(whole.energy, 8);
});

test('sweeps of single sites never raise the energy', () => {
  const steps = [...twoSiteSweeps(matrixProductOperator(xxz(chain(24))), { bond: 8, noise: [], sweeps: 16 })];
  const energies = steps.map(({ energy }) => energy);
  // Sweeps of single sites drop nothing: what was dropped stays as pairs have left it.
  const from = steps.findIndex(({ discarded }, k) => k > 0 && discarded === steps[k - 1]!.discarded) - 1;
  expect(from).toBeGreaterThan(0);
  for (let k = from + 1; k < energies.length; k++) expect(energies[k]).toBeLessThanOrEqual(energies[k - 1]! + 1e-12);
});

test('sectors that no state has, starts of another sector and bonds beyond the memory are refused', () => {
  const { operator } = operatorWithSymmetry(xxz(chain(6)), 'excitations');
  expect(() => groundStateBySweeps(operator, { bond: 4, sector: 7 })).toThrow(
    /a sector .* required \(7 of them, 0 to 6\), got 7/,
  );
  const start = groundStateBySweeps(operator, { bond: 4, sector: 2 }).value;
  expect(() => groundStateBySweeps(operator, { bond: 4, sector: 3, start })).toThrow(
    /in sector 3 required, got one in 2/,
  );
  const long = matrixProductOperator(xxz(chain(200)));
  expect(() => groundStateBySweeps(long, { bond: 20000 })).toThrow(/16 GB of memory required, got \d+ GB/);
  expect(() => operatorWithSymmetry(xxz(chain(4)), 'two-species')).toThrow(/conserve the charge/);
});
