import { expect, test } from 'vitest';
import { chainEvolution, type EvolutionOptions, type EvolutionStep } from '../../src/chain/chain-evolution.ts';
import { chainExpectations } from '../../src/chain/chain-expectation.ts';
import { gateEvolution } from '../../src/chain/gate-evolution.ts';
import { matrixProductOperator } from '../../src/chain/matrix-product-operator.ts';
import { chainOf, networkOfChain } from '../../src/chain/matrix-product-state.ts';
import { operatorWithSymmetry } from '../../src/chain/qubit-symmetry.ts';
import { thermalChain } from '../../src/chain/thermal-chain.ts';
import { stateVector } from '../../src/generative/generative-network.ts';
import { exponentialAction } from '../../src/linalg/exponential-action.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { addScaled, innerProduct, norm } from '../../src/linalg/vector.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import type { NetworkPoint } from '../../src/network-point.ts';
import { transverseFieldIsing, xxz } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { localTerms } from '../../src/operator/local-terms.ts';
import { place } from '../../src/operator/pauli.ts';
import { type PauliSum, pauliSumMatrix, pauliSumOperator } from '../../src/operator/pauli-sum.ts';
import { heisenbergSpins, hubbard } from '../../src/operator/spin-models.ts';

const neel = (n: number): NetworkPoint<TensorNetwork> =>
  networkOfChain(
    Array.from({ length: n }, (_, k) => ({ shape: [1, 2, 1], interleaved: Float64Array.of(1 - (k % 2), 0, k % 2, 0) })),
  );

function last<T>(steps: Generator<T, T>): T {
  for (;;) {
    const { value, done } = steps.next();
    if (done) return value;
  }
}

/** ⟨Z_j⟩(t) after a quench from Néel's state with H = Σ (XX + YY): fermions that hop with amplitude 2 on an open chain. */
function freeFermions(n: number, t: number): readonly number[] {
  const orbital = (k: number, j: number): number =>
    Math.sqrt(2 / (n + 1)) * Math.sin((Math.PI * (k + 1) * (j + 1)) / (n + 1));
  return Array.from({ length: n }, (_, j) => {
    let density = 0;
    for (let i = 1; i < n; i += 2) {
      let [re, im] = [0, 0];
      for (let k = 0; k < n; k++) {
        const energy = 4 * Math.cos((Math.PI * (k + 1)) / (n + 1));
        re += orbital(k, i) * orbital(k, j) * Math.cos(energy * t);
        im += orbital(k, i) * orbital(k, j) * Math.sin(energy * t);
      }
      density += re * re + im * im;
    }
    return 1 - 2 * density;
  });
}

const errorOf = (state: () => NetworkPoint<TensorNetwork>, n: number, time: number): number => {
  const { network, theta } = state();
  const terms = Array.from({ length: n }, (_, k) => ({ word: place(n, { [k]: 'Z' }), coefficient: 1 }));
  const measured = chainExpectations(chainOf(network, theta), localTerms({ qubits: n, terms }));
  const exact = freeFermions(n, time);
  return Math.max(...Array.from(measured, (z, j) => Math.abs(z - exact[j]!)));
};

test('a quench of the XX chain is that of free fermions, by the variational principle and by gates', () => {
  const n = 12;
  const sum = xxz(chain(n), { anisotropy: 0 });
  const { operator } = operatorWithSymmetry(sum, 'excitations');
  const options = { time: 0.4, steps: 10, bond: 128 } as const;
  const moved = last<EvolutionStep>(chainEvolution(operator, neel(n), options));
  expect(errorOf(moved.state, n, 0.4)).toBeLessThan(1e-7);
  expect(moved.energy).toBeCloseTo(0, 11);
  const gated = last(gateEvolution(localTerms(sum), neel(n), { ...options, order: 4 }));
  expect(errorOf(gated.state, n, 0.4)).toBeLessThan(1e-7);
});

test('the first step from a product state is halved towards its beginning, which takes its error away', () => {
  const n = 8;
  const { operator } = operatorWithSymmetry(xxz(chain(n), { anisotropy: 0 }), 'excitations');
  const run = (halvings: number | undefined): number => {
    const options = { time: 0.2, steps: 5, bond: 16, ...(halvings === undefined ? {} : { halvings }) };
    return errorOf(last<EvolutionStep>(chainEvolution(operator, neel(n), options)).state, n, 0.2);
  };
  expect(run(undefined)).toBeLessThan(3e-8);
  expect(run(0)).toBeGreaterThan(3e-6);
  expect(() => run(-1)).toThrow(/a number of halvings required, got -1/);
});

/** A state of six sites with bonds as large as they can be, and what exp(−0.4iH) makes of it. */
function opened() {
  const sum = xxz(chain(6), { anisotropy: 0.3 });
  const terms = localTerms(sum);
  const start = last(gateEvolution(terms, neel(6), { time: 0.3, steps: 2, bond: 8, tolerance: 1e-30 })).state();
  const exact = exponentialAction(pauliSumOperator(sum), stateVector(start.network, start.theta), 0.4);
  const error = (state: () => NetworkPoint<TensorNetwork>): number => {
    const { network, theta } = state();
    return norm(addScaled(stateVector(network, theta), [-1, 0], exact));
  };
  return { sum, terms, start, error };
}

test.each([2, 4] as const)('the error of gates falls with the step to the power %i', (order) => {
  const { terms, start, error } = opened();
  const run = (steps: number): number =>
    error(last(gateEvolution(terms, start, { time: 0.4, steps, bond: 8, tolerance: 1e-30, order })).state);
  const slope = Math.log2(run(4) / run(8));
  expect(slope).toBeGreaterThan(order - 0.4);
  expect(slope).toBeLessThan(order + 0.6);
});

test('the variational principle is exact, whatever the step, where bonds leave out no state', () => {
  const { sum, start, error } = opened();
  const options: EvolutionOptions = { time: 0.4, steps: 1, bond: 8, tolerance: 1e-30 };
  const moved = last<EvolutionStep>(chainEvolution(matrixProductOperator(sum), start, options));
  expect(error(moved.state)).toBeLessThan(1e-9);
});

test('a Hamiltonian that reaches across the chain moves the state as it moves the vector', () => {
  const n = 6;
  const terms = [
    ...transverseFieldIsing(chain(n), { field: 0.6 }).terms,
    { word: 'YIIIIZ', coefficient: 0.4 },
    { word: 'IXIYII', coefficient: -0.3 },
  ];
  const sum = { qubits: n, terms };
  // From a product state the tangent space misses the long term; the bonds are opened by a step with gates first.
  const opened = last(gateEvolution(localTerms(xxz(chain(n))), neel(n), { time: 0.3, steps: 4, bond: 8 }));
  const { network, theta } = opened.state();
  const begun = stateVector(network, theta);
  const moved = last<EvolutionStep>(
    chainEvolution(
      matrixProductOperator(sum),
      { network, theta },
      { time: 0.5, steps: 20, bond: 8, tolerance: 1e-30, order: 4 },
    ),
  ).state();
  const [re, im] = innerProduct(
    exponentialAction(pauliSumOperator(sum), begun, 0.5),
    stateVector(moved.network, moved.theta),
  );
  expect(1 - re * re - im * im).toBeLessThan(1e-6);
});

/** A product of basis states, one digit for each qubit. */
const basisStates = (digits: string): NetworkPoint<TensorNetwork> =>
  networkOfChain(
    [...digits].map((digit) => ({
      shape: [1, 2, 1],
      interleaved: digit === '0' ? Float64Array.of(1, 0, 0, 0) : Float64Array.of(0, 0, 1, 0),
    })),
  );

test.each([
  ['electrons that hop past those of the other spin', hubbard(chain(4), { interaction: 4 }), '10011001'],
  ['spins that know every second one only', everySecond(8), '01011001'],
] as const)('from a product state, %s move as the vector does', (_, sum, digits) => {
  const start = basisStates(digits);
  const options = { time: 0.4, steps: 8, bond: 64, tolerance: 1e-16 };
  const { state, bond } = last<EvolutionStep>(chainEvolution(matrixProductOperator(sum), start, options));
  const { network, theta } = state();
  const exact = exponentialAction(pauliSumOperator(sum), stateVector(start.network, start.theta), 0.4);
  expect(bond).toBeGreaterThan(4);
  expect(norm(addScaled(stateVector(network, theta), [-1, 0], exact))).toBeLessThan(1e-5);
});

/** Σ (X_i X_{i+2} + Y_i Y_{i+2}): two chains in one. */
function everySecond(qubits: number): PauliSum {
  const terms = Array.from({ length: qubits - 2 }, (_, i) =>
    ['X', 'Y'].map((letter) => ({ word: place(qubits, { [i]: letter, [i + 2]: letter }), coefficient: 1 })),
  );
  return { qubits, terms: terms.flat() };
}

test('electrons at a temperature hop, too', () => {
  const sum = hubbard(chain(2), { interaction: 4, chemicalPotential: 1 });
  const levels = hermitianEigenvalues(pauliSumMatrix(sum));
  const { logPartition, energy } = last(thermalChain(sum, { beta: 1, bond: 64 }));
  const Z = levels.reduce((total, E) => total + Math.exp(-E), 0);
  expect(logPartition).toBeCloseTo(Math.log(Z), 7);
  expect(energy).toBeCloseTo(levels.reduce((total, E) => total + E * Math.exp(-E), 0) / Z, 6);
});

test('a thermal chain has the partition function, energy and entropy of its spectrum', () => {
  const sum = transverseFieldIsing(chain(6), { field: 0.7 });
  const levels = hermitianEigenvalues(pauliSumMatrix(sum));
  const all = [...thermalChain(sum, { beta: 1.2, bond: 64, steps: 12 })];
  const end = last(thermalChain(sum, { beta: 1.2, bond: 64, steps: 12 }));
  for (const { beta, logPartition, energy, entropy } of [all[3]!, end]) {
    const Z = levels.reduce((total, e) => total + Math.exp(-beta * e), 0);
    const E = levels.reduce((total, e) => total + e * Math.exp(-beta * e), 0) / Z;
    expect(logPartition).toBeCloseTo(Math.log(Z), 6);
    expect(energy).toBeCloseTo(E, 6);
    expect(entropy).toBeCloseTo(beta * E + Math.log(Z), 6);
  }
  expect(end.beta).toBeCloseTo(1.2, 12);
  expect(end.state().network.dimensions.s0!).toBe(4);
  const spins = last(thermalChain(heisenbergSpins(chain(2)), { beta: 0.8, bond: 16 }));
  // Two spins 1: total spin 2, 1, 0 with energies 1, −1, −2.
  const exact = Math.log(5 * Math.exp(-0.8) + 3 * Math.exp(0.8) + Math.exp(1.6));
  expect(spins.logPartition).toBeCloseTo(exact, 7);
});

test('other sites, no step, negative imaginary times and terms between distant sites are refused', () => {
  const H = matrixProductOperator(xxz(chain(4)));
  expect(() => chainEvolution(H, neel(5), { time: 1, steps: 1, bond: 4 }).next()).toThrow(/sites \[2,2,2,2\] required/);
  expect(() => chainEvolution(H, neel(4), { time: 1, steps: 0, bond: 4 }).next()).toThrow(/at least one step/);
  const imaginary = { time: -1, steps: 1, bond: 4, imaginary: true };
  expect(() => chainEvolution(H, neel(4), imaginary).next()).toThrow(/not negative in imaginary time/);
  const far = localTerms({ qubits: 4, terms: [{ word: 'XIXI', coefficient: 1 }] });
  expect(() => gateEvolution(far, neel(4), { time: 1, steps: 1, bond: 4 }).next()).toThrow(
    /neighbours required.*\[0,2\]/,
  );
});

test('bonds, tolerances, orders and times that make no sense are refused by both evolutions', () => {
  const sum = xxz(chain(4));
  const good = { time: 1, steps: 1, bond: 4 };
  const wrong: readonly [object, RegExp][] = [
    [{ bond: 0 }, /a bond dimension of 1 or more required, got 0/],
    [{ bond: Number.NaN }, /a bond dimension of 1 or more required, got NaN/],
    [{ tolerance: -1 }, /a tolerance of 0 or more required, got -1/],
    [{ order: 3 }, /order 2 or 4 required, got 3/],
    [{ time: Number.NaN }, /Evolution: a finite time.*got NaN/],
  ];
  for (const [part, message] of wrong) {
    expect(() => chainEvolution(matrixProductOperator(sum), neel(4), { ...good, ...part }).next()).toThrow(message);
    expect(() => gateEvolution(localTerms(sum), neel(4), { ...good, ...part }).next()).toThrow(message);
  }
});
