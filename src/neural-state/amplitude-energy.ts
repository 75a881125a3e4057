/** @file Energies of neural quantum states, their gradients and the Fubini–Study metric: by all amplitudes or by samples. */

import { DomainError } from '../errors.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { multiplyReal } from '../linalg/real-product.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';
import { checkPauliSum, pauliSumOperator } from '../operator/pauli-sum.ts';
import type { Objective } from '../optimise/objective.ts';
import { type AmplitudeModel, allBasisStates, checkTheta, normalisedAmplitudes } from './amplitude-model.ts';
import { type AmplitudeSample, localEnergies } from './local-energies.ts';

/** An energy, and how its estimate changes with θ. */
export interface EnergyEstimate {
  /** ⟨H⟩, or its estimate from samples. */
  readonly energy: number;
  /** ⟨H²⟩ − ⟨H⟩²: zero exactly at eigenstates, and then also without any error from sampling. */
  readonly variance: number;
  /** Standard error of the energy; 0 of a sum over all amplitudes. */
  readonly standardError: number;
  /** ∂⟨H⟩/∂θ, shape (P,). */
  readonly gradient: Float64Array;
}

/**
 * The energy of a model's state by all 2ⁿ amplitudes,
 *
 *     E = ⟨ψ|H|ψ⟩/⟨ψ|ψ⟩,    ∂E = 2 Re Σ_v ψ̄_v((H − E)ψ)_v ∂log ψ̄_v / ⟨ψ|ψ⟩.
 *
 * It is never below the ground-state energy.
 *
 * @returns θ ↦ the estimate, without error
 * @throws {ShapeError | DomainError} H is malformed or on another number of qubits; more than 16 qubits
 */
export function exactEnergy(model: AmplitudeModel, hamiltonian: PauliSum): (theta: Float64Array) => EnergyEstimate {
  const rows = allBasisStates('exactEnergy', model.qubits);
  checkHamiltonian('exactEnergy', model, hamiltonian);
  const apply = pauliSumOperator(hamiltonian);
  return (theta) => {
    checkTheta('exactEnergy', model, theta);
    const logs = model.logAmplitudes(theta, rows);
    const psi = normalisedAmplitudes(logs);
    const product = apply(psi).interleaved;
    const { length, interleaved } = psi;
    let energy = 0;
    for (let k = 0; k < 2 * length; k++) energy += interleaved[k]! * product[k]!;
    const [a, b] = [new Float64Array(length), new Float64Array(length)];
    let variance = 0;
    for (let v = 0; v < length; v++) {
      const [x, y] = [interleaved[2 * v]!, interleaved[2 * v + 1]!];
      const [p, q] = [product[2 * v]! - energy * x, product[2 * v + 1]! - energy * y];
      variance += p * p + q * q;
      a[v] = 2 * (x * p + y * q);
      b[v] = 2 * (x * q - y * p);
    }
    return { energy, variance, standardError: 0, gradient: logs.pullback(a, b) };
  };
}

/** The energy by all amplitudes as an objective; see `exactEnergy`. */
export function amplitudeEnergy(model: AmplitudeModel, hamiltonian: PauliSum): Objective {
  const estimate = exactEnergy(model, hamiltonian);
  return (theta) => {
    const { energy, gradient } = estimate(theta);
    return { value: energy, gradient };
  };
}

/**
 * The energy estimated from rows drawn from |ψ|²,
 *
 *     E ≈ mean of E_v = Σ_w H_vw ψ_w/ψ_v,    ∂E ≈ 2 Re mean of (E_v − E)̄ ∂log ψ_v.
 *
 * Its standard error is that of the means of the groups of rows, which are independent of each other.
 *
 * @throws {ShapeError | DomainError} H is malformed or on another number of qubits, rows that do not fit
 */
export function sampledEnergy(
  model: AmplitudeModel,
  theta: Float64Array,
  hamiltonian: PauliSum,
  { rows, groups }: AmplitudeSample,
): EnergyEstimate {
  checkTheta('sampledEnergy', model, theta);
  checkHamiltonian('sampledEnergy', model, hamiltonian);
  const local = localEnergies(model, theta, hamiltonian, rows);
  const count = local.length / 2;
  let energy = 0;
  for (let v = 0; v < count; v++) energy += local[2 * v]! / count;
  const [a, b] = [new Float64Array(count), new Float64Array(count)];
  const means = new Float64Array(groups);
  let variance = 0;
  for (let v = 0; v < count; v++) {
    const [p, q] = [local[2 * v]! - energy, local[2 * v + 1]!];
    variance += (p * p + q * q) / count;
    a[v] = (2 * p) / count;
    b[v] = (2 * q) / count;
    const group = Math.floor((v * groups) / count);
    means[group] = means[group]! + (p * groups) / count;
  }
  const spread = means.reduce((sum, x) => sum + x * x, 0) / Math.max(1, groups - 1);
  const gradient = model.logAmplitudes(theta, rows).pullback(a, b);
  return { energy, variance, standardError: Math.sqrt(spread / groups), gradient };
}

/**
 * The Fubini–Study metric of a model by its parameters,
 *
 *     g_kl = Re(⟨Ō_k O_l⟩ − ⟨Ō_k⟩⟨O_l⟩),    O_k(v) = ∂_k log ψ(v),
 *
 * a mean over all rows with weights |ψ|², or over samples: what stochastic reconfiguration inverts. Symmetric, positive semidefinite.
 *
 * @param rows - samples of |ψ|², shape (rows, n); default all basis states with their weights
 * @returns shape (P, P)
 * @throws {DomainError} no rows and more than 16 qubits
 *
 * O(rows·P²), and a derivative for each row; memory for 1024 rows.
 *
 * @see Sorella, Phys. Rev. Lett. 80, 4558 (1998); Stokes, Izaac, Killoran & Carleo, Quantum 4, 269 (2020)
 */
export function amplitudeMetric(model: AmplitudeModel, theta: Float64Array, rows?: Uint8Array): RealMatrix {
  checkTheta('amplitudeMetric', model, theta);
  const { parameters: size, qubits: n } = model;
  const drawn = rows ?? allBasisStates('amplitudeMetric', n);
  const count = drawn.length / n;
  const weights = rows === undefined ? probabilities(model, theta, drawn) : new Float64Array(count).fill(1 / count);
  const data = new Float64Array(size * size);
  const means = [new Float64Array(size), new Float64Array(size)] as const;
  for (let from = 0; from < count; from += BLOCK) {
    const block = blockOf(model, theta, drawn, weights, from, Math.min(count, from + BLOCK), means);
    multiplyReal(block, block, { transposeA: true }).data.forEach((x, k) => {
      data[k] = data[k]! + x;
    });
  }
  for (let k = 0; k < size; k++) {
    for (let l = 0; l < size; l++) {
      data[k * size + l] = data[k * size + l]! - means[0][k]! * means[0][l]! - means[1][k]! * means[1][l]!;
    }
  }
  return { rows: size, cols: size, data };
}

/** Rows whose derivatives are kept at once. */
const BLOCK = 1024;

/** √weight times the derivatives of re and im, a row each; adds their means. */
function blockOf(
  model: AmplitudeModel,
  theta: Float64Array,
  rows: Uint8Array,
  weights: Float64Array,
  from: number,
  to: number,
  means: readonly [Float64Array, Float64Array],
): RealMatrix {
  const { parameters: size, qubits: n } = model;
  const data = new Float64Array(2 * (to - from) * size);
  const [one, none] = [Float64Array.of(1), Float64Array.of(0)];
  for (let v = from; v < to; v++) {
    const { pullback } = model.logAmplitudes(theta, rows.subarray(v * n, (v + 1) * n));
    const [weight, root] = [weights[v]!, Math.sqrt(weights[v]!)];
    [pullback(one, none), pullback(none, one)].forEach((slopes, part) => {
      const at = (2 * (v - from) + part) * size;
      const mean = means[part]!;
      for (let k = 0; k < size; k++) {
        data[at + k] = root * slopes[k]!;
        mean[k] = mean[k]! + weight * slopes[k]!;
      }
    });
  }
  return { rows: 2 * (to - from), cols: size, data };
}

function probabilities(model: AmplitudeModel, theta: Float64Array, rows: Uint8Array): Float64Array {
  const { interleaved } = normalisedAmplitudes(model.logAmplitudes(theta, rows));
  return Float64Array.from(
    { length: interleaved.length / 2 },
    (_, v) => interleaved[2 * v]! ** 2 + interleaved[2 * v + 1]! ** 2,
  );
}

function checkHamiltonian(caller: string, { qubits }: AmplitudeModel, hamiltonian: PauliSum): void {
  checkPauliSum(hamiltonian);
  if (hamiltonian.qubits === qubits) return;
  throw new DomainError(`${caller}: a Hamiltonian of ${qubits} qubits required, got ${hamiltonian.qubits}`);
}
