import { expect, test } from 'vitest';
import { allRows } from '../../src/likelihood/scores.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { innerProduct, normSquared } from '../../src/linalg/vector.ts';
import {
  amplitudeEnergy,
  amplitudeMetric,
  exactEnergy,
  sampledEnergy,
} from '../../src/neural-state/amplitude-energy.ts';
import { stateOfAmplitudes } from '../../src/neural-state/amplitude-model.ts';
import { autoregressiveAmplitudes } from '../../src/neural-state/autoregressive-amplitudes.ts';
import { boltzmannMachine } from '../../src/neural-state/boltzmann-machine.ts';
import { amplitudeSample, localEnergies } from '../../src/neural-state/local-energies.ts';
import { amplitudeInfidelity, neuralGroundState } from '../../src/neural-state/neural-ground-state.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain, ring } from '../../src/operator/lattice.ts';
import { expectation, type PauliSum, pauliSumOperator } from '../../src/operator/pauli-sum.ts';
import { checkGradient } from '../../src/optimise/check-gradient.ts';
import { lbfgs } from '../../src/optimise/lbfgs.ts';
import { minimised, solution } from '../../src/optimise/minimise.ts';
import { interrupted } from '../helpers/interrupted.ts';

/** With words of all kinds, and imaginary matrix elements. */
const HAMILTONIAN: PauliSum = {
  qubits: 4,
  terms: [
    { word: 'IIII', coefficient: 0.3 },
    { word: 'ZZII', coefficient: -0.7 },
    { word: 'XYZI', coefficient: 0.4 },
    { word: 'IYIY', coefficient: -0.9 },
    { word: 'YIIZ', coefficient: 0.5 },
    { word: 'IXII', coefficient: 0.6 },
  ],
};
const machine = boltzmannMachine({ visible: 4, hidden: 3 });
const theta = machine.start(randomStream(3, 'start')).map((x) => 4 * x);
const rows = allRows([2, 2, 2, 2]).digits;

test('energy and variance are those of the state', () => {
  const psi = stateOfAmplitudes(machine, theta);
  const { energy, variance } = exactEnergy(machine, HAMILTONIAN)(theta);
  expect(energy).toBeCloseTo(expectation(HAMILTONIAN, psi), 12);
  expect(variance).toBeCloseTo(normSquared(pauliSumOperator(HAMILTONIAN)(psi)) - energy ** 2, 11);
});

test('gradients of energy and infidelity are derivatives', () => {
  const phi = stateOfAmplitudes(
    machine,
    machine.start(randomStream(8, 'target')).map((x) => 5 * x),
  );
  for (const objective of [amplitudeEnergy(machine, HAMILTONIAN), amplitudeInfidelity(machine, phi)]) {
    expect(checkGradient(objective, theta, { step: 3e-3 }).relativeError).toBeLessThan(1e-7);
  }
  const overlap = innerProduct(phi, stateOfAmplitudes(machine, theta));
  expect(amplitudeInfidelity(machine, phi)(theta).value).toBeCloseTo(1 - overlap[0] ** 2 - overlap[1] ** 2, 12);
});

test('local energies are (Hψ)/ψ', () => {
  const psi = stateOfAmplitudes(machine, theta);
  const product = pauliSumOperator(HAMILTONIAN)(psi);
  const local = localEnergies(machine, theta, HAMILTONIAN, rows);
  for (let v = 0; v < 16; v++) {
    const [x, y] = [psi.interleaved[2 * v]!, psi.interleaved[2 * v + 1]!];
    const [p, q] = [local[2 * v]!, local[2 * v + 1]!];
    expect(p * x - q * y).toBeCloseTo(product.interleaved[2 * v]!, 12);
    expect(p * y + q * x).toBeCloseTo(product.interleaved[2 * v + 1]!, 12);
  }
});

test('the metric measures infidelity between neighbours, by all rows', () => {
  const { data } = amplitudeMetric(machine, theta);
  const stream = randomStream(5, 'direction');
  const direction = theta.map(() => stream.normal());
  const step = 1e-4;
  const near = amplitudeInfidelity(machine, stateOfAmplitudes(machine, theta));
  const moved = near(theta.map((x, k) => x + step * direction[k]!)).value;
  const P = machine.parameters;
  let form = 0;
  for (let k = 0; k < P; k++) for (let l = 0; l < P; l++) form += data[k * P + l]! * direction[k]! * direction[l]!;
  expect(moved / step ** 2 / form).toBeCloseTo(1, 3);
});

test('samples of either kind estimate energy, gradient and metric within their errors', () => {
  const models = [machine, autoregressiveAmplitudes({ qubits: 4, hidden: 2 })];
  for (const model of models) {
    // Far from nodes of ψ, at which local energies have heavy tails.
    const at = model.start(randomStream(3, 'start')).map((x) => 1.5 * x);
    const exact = exactEnergy(model, HAMILTONIAN)(at);
    const drawn = amplitudeSample(model, at, randomStream(6, 'samples'), { count: 4096 });
    const estimate = sampledEnergy(model, at, HAMILTONIAN, drawn);
    expect(Math.abs(estimate.energy - exact.energy)).toBeLessThan(4 * estimate.standardError);
    expect(estimate.standardError).toBeLessThan(3 * Math.sqrt(exact.variance / 4096));
    expect(estimate.standardError).toBeGreaterThan(0.5 * Math.sqrt(exact.variance / 4096));
    expect(estimate.variance / exact.variance).toBeCloseTo(1, 1);
    const size = Math.hypot(...exact.gradient);
    expect(Math.hypot(...exact.gradient.map((x, k) => x - estimate.gradient[k]!)) / size).toBeLessThan(0.25);
    const [all, some] = [amplitudeMetric(model, at).data, amplitudeMetric(model, at, drawn.rows).data];
    expect(Math.hypot(...all.map((x, k) => x - some[k]!)) / Math.hypot(...all)).toBeLessThan(0.25);
  }
});

test('an eigenstate has no variance, and no error from sampling', () => {
  // ψ(v) = e^{a s} with a = −iπ/4 for each qubit is the state of Y = 1.
  const small = boltzmannMachine({ visible: 3, hidden: 1 });
  const at = new Float64Array(small.parameters);
  for (let i = 0; i < 3; i++) at[2 * i + 1] = -Math.PI / 4;
  const field: PauliSum = { qubits: 3, terms: ['YII', 'IYI', 'IIY'].map((word) => ({ word, coefficient: -1 })) };
  const exact = exactEnergy(small, field)(at);
  expect(exact.energy).toBeCloseTo(-3, 13);
  expect(exact.variance).toBeLessThan(1e-25);
  const drawn = amplitudeSample(small, at, randomStream(1, 'rows'), { count: 64 });
  const { energy, standardError } = sampledEnergy(small, at, field, drawn);
  expect(energy).toBeCloseTo(-3, 13);
  expect(standardError).toBeLessThan(1e-13);
});

/** Ground-state energy of the critical open Ising chain, 1 − 1/sin(π/(2(2n + 1))): Pfeuty (1970). */
const openCritical = (n: number): number => 1 - 1 / Math.sin(Math.PI / (2 * (2 * n + 1)));

test('ground states of the Ising chain, from above', () => {
  const model = boltzmannMachine({ visible: 5 });
  const steps = [...neuralGroundState(model, transverseFieldIsing(chain(5)), { steps: 60 })];
  const energies = steps.map(({ energy }) => energy);
  expect(Math.min(...energies)).toBeGreaterThanOrEqual(openCritical(5) - 1e-12);
  expect(energies.at(-1)).toBeCloseTo(openCritical(5), 4);
  expect(energies.every((energy, k) => k === 0 || energy <= energies[k - 1]!)).toBe(true);
});

test.each([
  ['by samples', { count: 40, chains: 8, warmUp: 5 }],
  ['by all amplitudes', null],
])('a search %s that is interrupted goes on from its last step to the same bits', (_, samples) => {
  const machine = boltzmannMachine({ visible: 4, hidden: 2 });
  const hamiltonian = transverseFieldIsing(chain(4));
  const options = { steps: 7, samples, seed: 5 };
  const { found, interruptions } = interrupted(
    (journal) => neuralGroundState(machine, hamiltonian, { ...options, journal }),
    2,
  );
  expect(interruptions).toBeGreaterThan(5);
  expect(found).toEqual(solution(neuralGroundState(machine, hamiltonian, options)));
});

test('by samples the energy arrives within its error, and the same seed gives the same numbers', () => {
  const model = autoregressiveAmplitudes({ qubits: 4, hidden: 2 });
  const options = { steps: 30, samples: { count: 100 }, seed: 2 };
  const hamiltonian = transverseFieldIsing(ring(4), { field: 2 });
  const [first, second] = [0, 1].map(() => solution(neuralGroundState(model, hamiltonian, options)).value);
  expect(first).toEqual(second);
  // Free fermions: −Σ ε(k)/2 over k = ±π/4, ±3π/4, ε = 2√(1 + h² − 2h cos k).
  const exact = [1, 3].reduce((sum, k) => sum - 2 * Math.sqrt(5 - 4 * Math.cos((k * Math.PI) / 4)), 0);
  const last = exactEnergy(model, hamiltonian)(first!.theta);
  expect(last.energy - exact).toBeGreaterThan(0);
  expect(last.energy).toBeCloseTo(exact, 1);
  expect(Math.abs(first!.energy - last.energy)).toBeLessThan(4 * first!.standardError);
});

test('a given state is learned by its infidelity', () => {
  const target = stateOfAmplitudes(machine, theta);
  const small = boltzmannMachine({ visible: 4, hidden: 3 });
  const start = small.start(randomStream(2, 'start'));
  const { value } = minimised(amplitudeInfidelity(small, target), lbfgs(), start, { maxSteps: 300, target: 1e-5 });
  expect(value.evaluation.value).toBeLessThan(1e-3);
});

test('mistakes are told', () => {
  expect(() => exactEnergy(machine, transverseFieldIsing(chain(3)))).toThrow(
    'a Hamiltonian of 4 qubits required, got 3',
  );
  const wide = boltzmannMachine({ visible: 20, hidden: 1 });
  expect(() => neuralGroundState(wide, transverseFieldIsing(chain(20))).next()).toThrow('samples required');
  const nowhere = { start: theta.map(() => NaN) };
  expect(() => neuralGroundState(machine, HAMILTONIAN, nowhere).next()).toThrow('a finite start');
  expect(() => amplitudeSample(machine, theta, randomStream(1, 'x'), { count: 3 })).toThrow('at most 3 chains');
});
