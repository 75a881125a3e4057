import { expect, test } from 'vitest';
import { type MatrixProductOperator, matrixProductOperator } from '../../src/chain/matrix-product-operator.ts';
import { chainOf, chainOverlap, networkOfChain } from '../../src/chain/matrix-product-state.ts';
import { groundStateBySweeps, type SweepStep, type SweptState, twoSiteSweeps } from '../../src/chain/two-site-sweep.ts';
import { contract, contractionPlan } from '../../src/contraction/contract.ts';
import { stateVector } from '../../src/generative/generative-network.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { lowestKrylov } from '../../src/linalg/krylov-ground-state.ts';
import { networkLogNorm } from '../../src/network/network-overlap.ts';
import { transverseFieldIsing, xxz } from '../../src/operator/hamiltonian.ts';
import { chain, complete, lattice } from '../../src/operator/lattice.ts';
import { place } from '../../src/operator/pauli.ts';
import { expectation, pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { gaussianMatrix, hermitianMatrix } from '../linalg/compare.ts';

/** The operator as a dense matrix: all outputs, then all inputs. */
function dense(operator: MatrixProductOperator): Float64Array {
  const legs = operator.map((_, k) => [`b${k}`, `out${k}`, `in${k}`, `b${k + 1}`]);
  const dimensions = Object.fromEntries(
    operator.flatMap(({ shape }, k) => legs[k]!.map((leg, axis) => [leg, shape[axis]!])),
  );
  const n = operator.length;
  const output = ['b0', ...legs.map((own) => own[1]!), ...legs.map((own) => own[2]!), `b${n}`];
  return contract(contractionPlan(legs, dimensions, output), operator).value.interleaved;
}

test.each([
  ['nearest neighbours', xxz(chain(4), { anisotropy: 0.7, field: 0.3 }), 5],
  ['all pairs', transverseFieldIsing(complete(5)), 6],
  [
    'words of every size and the identity',
    {
      qubits: 4,
      terms: [
        { word: 'XYZX', coefficient: 0.5 },
        { word: 'IYIZ', coefficient: -1.5 },
        { word: 'IIII', coefficient: 2 },
        { word: 'XIII', coefficient: 0.25 },
        { word: 'IIIY', coefficient: 3 },
        { word: 'ZYIZ', coefficient: 1 },
      ],
    },
    6,
  ],
])('the matrix-product operator of %s is the operator', (_, sum, bond) => {
  const operator = matrixProductOperator(sum);
  const expected = pauliSumMatrix(sum).interleaved;
  dense(operator).forEach((x, k) => {
    expect(x).toBeCloseTo(expected[k]!, 13);
  });
  expect(Math.max(...operator.map(({ shape }) => shape[0]!))).toBeLessThanOrEqual(bond);
});

test('a full Krylov space gives the lowest eigenvalue and its eigenvector', () => {
  const a = hermitianMatrix(6, 3);
  const apply = (interleaved: Float64Array) => {
    const out = new Float64Array(12);
    for (let i = 0; i < 6; i++) {
      for (let j = 0; j < 6; j++) {
        const [re, im] = [a.interleaved[2 * (6 * i + j)]!, a.interleaved[2 * (6 * i + j) + 1]!];
        out[2 * i] = out[2 * i]! + re * interleaved[2 * j]! - im * interleaved[2 * j + 1]!;
        out[2 * i + 1] = out[2 * i + 1]! + re * interleaved[2 * j + 1]! + im * interleaved[2 * j]!;
      }
    }
    return out;
  };
  const { value, vector } = lowestKrylov(apply, gaussianMatrix(6, 1, 1).interleaved, 6);
  expect(value).toBeCloseTo(hermitianEigenvalues(a)[0]!, 12);
  apply(vector).forEach((x, k) => {
    expect(x).toBeCloseTo(value * vector[k]!, 11);
  });
});

test.each([
  ['Ising', transverseFieldIsing(chain(8))],
  ['XXZ', xxz(chain(8), { anisotropy: 0.5, field: 0.2 })],
])('sweeps find the exact ground energy of %s on eight sites', (_, hamiltonian) => {
  const { value, result } = groundStateBySweeps(matrixProductOperator(hamiltonian), { bond: 16 });
  expect(result).toBe('converged');
  expect(value.energy).toBeCloseTo(hermitianEigenvalues(pauliSumMatrix(hamiltonian))[0]!, 10);
  expect(networkLogNorm(value)).toBeCloseTo(0, 12);
  expect(expectation(hamiltonian, stateVector(value.network, value.theta))).toBeCloseTo(value.energy, 11);
});

test('the critical Ising chain of 20 sites has the energy 1 − 1/sin(π/(2(2n+1))) of free fermions', () => {
  const n = 20;
  const hamiltonian = matrixProductOperator(transverseFieldIsing(chain(n)));
  const exact = 1 - 1 / Math.sin(Math.PI / (2 * (2 * n + 1)));
  const { value } = groundStateBySweeps(hamiltonian, { bond: 16 });
  expect(value.energy - exact).toBeLessThan(1e-9);
  expect(value.energy - exact).toBeGreaterThan(-1e-12); // variational
  const coarse = groundStateBySweeps(hamiltonian, { bond: 4 }).value;
  expect(coarse.energy - exact).toBeGreaterThan(1e-6);
  expect(coarse.discarded).toBeGreaterThan(value.discarded);
});

test('too few sites, no bond, and words of the wrong length are refused', () => {
  const one = matrixProductOperator({ qubits: 1, terms: [{ word: 'X', coefficient: 1 }] });
  expect(() => groundStateBySweeps(one, { bond: 2 })).toThrow(/at least two sites/);
  const two = matrixProductOperator(transverseFieldIsing(chain(2)));
  expect(() => groundStateBySweeps(two, { bond: 0 })).toThrow(/bond dimension of 1 or more/);
  expect(() => groundStateBySweeps(two, { bond: 2.5 })).toThrow(/bond dimension of 1 or more required, got 2.5/);
  expect(() => groundStateBySweeps(two, { bond: 2, krylov: 0 })).toThrow(/at least one Lanczos vector required, got 0/);
  for (const name of ['tolerance', 'energyTolerance']) {
    expect(() => groundStateBySweeps(two, { bond: 2, [name]: -1e-3 })).toThrow(/tolerances of 0 or more required/);
  }
  expect(() => matrixProductOperator({ qubits: 2, terms: [{ word: 'XXX', coefficient: 1 }] })).toThrow(/2 letters/);
  expect(groundStateBySweeps(two, { bond: 2 }).value.energy).toBeCloseTo(-Math.sqrt(5), 12);
});

/** Ising chain of six sites in an oblique field: no two levels are equal. */
const oblique = {
  qubits: 6,
  terms: [
    ...transverseFieldIsing(chain(6), { field: 0.7 }).terms,
    ...Array.from({ length: 6 }, (_, q) => ({ word: place(6, { [q]: 'Z' }), coefficient: 0.3 })),
  ],
};

test('three states after one another are the three lowest, orthogonal to each other', () => {
  const levels = hermitianEigenvalues(pauliSumMatrix(oblique));
  const operator = matrixProductOperator(oblique);
  const found: SweptState[] = [];
  for (let level = 0; level < 3; level++) {
    const { value, result } = groundStateBySweeps(operator, { bond: 8, sweeps: 60, orthogonalTo: found });
    expect(result).toBe('converged');
    expect(value.energy).toBeCloseTo(levels[level]!, 8);
    for (const other of found) {
      const [re, im] = chainOverlap(chainOf(other.network, other.theta), chainOf(value.network, value.theta));
      expect(Math.hypot(re, im)).toBeLessThan(1e-5);
    }
    found.push(value);
  }
});

test('a step for each double sweep, at the bond dimensions of the schedule, the energy falling', () => {
  const bonds = [2, 3, 5];
  const steps = [...twoSiteSweeps(matrixProductOperator(oblique), { bond: 8, bonds })];
  expect(steps.map(({ bond }) => bond).slice(0, 4)).toEqual([2, 3, 5, 8]);
  expect(steps.map(({ sweep }) => sweep)).toEqual(steps.map((_, k) => k + 1));
  steps.slice(1).forEach(({ energy }, k) => {
    expect(energy).toBeLessThan(steps[k]!.energy + 1e-12);
  });
});

test('from the state that was found the next search is over at once; from one on other sites it is refused', () => {
  const operator = matrixProductOperator(oblique);
  const { value } = groundStateBySweeps(operator, { bond: 8 });
  const again = twoSiteSweeps(operator, { bond: 8, start: value });
  const first = again.next().value as SweepStep;
  expect(first.energy).toBeCloseTo(value.energy, 11);
  const shorter = matrixProductOperator(transverseFieldIsing(chain(5)));
  expect(() => groundStateBySweeps(shorter, { bond: 8, start: value })).toThrow(/sites \[2,2,2,2,2\] required/);
});

/** Two Heisenberg chains of four sites, one on the even sites and one on the odd ones: no bond joins neighbours. */
const interleavedChains = xxz(
  lattice(
    8,
    Array.from({ length: 6 }, (_, k) => [k, k + 2] as const),
  ),
);
/** Antiferromagnetic in both chains, |00110011⟩. */
const antiferromagnet = networkOfChain(
  [0, 0, 1, 1, 0, 0, 1, 1].map((bit) => ({
    shape: [1, 2, 1],
    interleaved: Float64Array.of(1 - bit, 0, bit, 0),
  })),
);

test('noise leads away from a state that no pair of neighbours can improve, to 2·E₀ of a chain of four spins', () => {
  const operator = matrixProductOperator(interleavedChains);
  const stuck = groundStateBySweeps(operator, { bond: 16, start: antiferromagnet }).value;
  expect(stuck.energy).toBeCloseTo(-6, 12); // −1 for each of six bonds
  const noise = [1e-3, 1e-4, 1e-6, 0];
  const steps = [...twoSiteSweeps(operator, { bond: 16, start: antiferromagnet, noise })];
  const { value, result } = groundStateBySweeps(operator, { bond: 16, start: antiferromagnet, noise });
  expect(result).toBe('converged');
  expect(steps.length).toBeGreaterThanOrEqual(noise.length);
  expect(value.energy).toBeCloseTo(-2 * (3 + 2 * Math.sqrt(3)), 9);
  expect(networkLogNorm(value)).toBeCloseTo(0, 12);
});

test('noise of 0 changes no bit, and negative noise is refused', () => {
  const operator = matrixProductOperator(oblique);
  const plain = groundStateBySweeps(operator, { bond: 4, sweeps: 2, noise: [] });
  expect(groundStateBySweeps(operator, { bond: 4, sweeps: 2, noise: [0, 0] })).toEqual(plain);
  expect(() => groundStateBySweeps(operator, { bond: 4, noise: [1e-3, -1e-3] })).toThrow(
    /noise of 0 or more required, got -0.001/,
  );
});
