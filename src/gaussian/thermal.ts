/** @file Thermal states of quadratic Hamiltonians, and their purifications. */

import { DomainError } from '../errors.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { checkGaussian, checkModes, type GaussianState } from './gaussian-state.ts';
import { evenFunction, majoranaForm, majoranaValues, oddFunction } from './majorana-form.ts';
import { oscillatorForm } from './oscillator-form.ts';
import { checkQuadratic, type QuadraticHamiltonian } from './quadratic-hamiltonian.ts';
import { symplecticForm, symplecticFunction } from './symplectic-form.ts';

/**
 * The thermal state exp(−βH)/Z: modes of energy ε have Γ-eigenvalues tanh(βε/2), or symplectic eigenvalues coth(βε/2).
 *
 * @param beta - inverse temperature in units of the inverse energy; for fermions any finite number, 0 is the state of
 *   maximal entropy; for bosons positive. Infinity is the ground state, with zero modes half filled
 * @throws {ShapeError | DomainError} a malformed Hamiltonian or temperature; bosons: not positive definite
 *
 * O(n³), as `gaussianGroundState`.
 */
export function gaussianThermal(hamiltonian: QuadraticHamiltonian, beta: number): GaussianState {
  checkQuadratic('gaussianThermal', hamiltonian);
  const { statistics, modes } = hamiltonian;
  const isPossible = statistics === 'fermion' ? !Number.isNaN(beta) : beta > 0;
  if (!isPossible) throw new DomainError(`gaussianThermal: an inverse temperature required, got ${beta}`);
  if (statistics === 'boson') {
    const { covariance } = oscillatorForm('gaussianThermal', hamiltonian);
    const hot = covariance((w) => 1 / Math.tanh((beta * w) / 2));
    if (!hot.data.every(Number.isFinite)) {
      throw new DomainError(`gaussianThermal: a temperature with a finite covariance required, got 1/${beta}`);
    }
    return { kind: 'gaussian', statistics, modes, covariance: hot };
  }
  const form = majoranaForm(hamiltonian.matrix);
  const filling = (energy: number): number => (energy === 0 ? 0 : -Math.tanh((beta * energy) / 2));
  return { kind: 'gaussian', statistics, modes, covariance: oddFunction(form, filling) };
}

/**
 * The free energy F = −log Z/β of the thermal state: −Σ log(2 cosh(βε/2))/β or Σ log(2 sinh(βω/2))/β, plus the
 * constant.
 *
 * @param beta - positive
 * @throws {ShapeError | DomainError} as `gaussianThermal`
 */
export function gaussianFreeEnergy(hamiltonian: QuadraticHamiltonian, beta: number): number {
  checkQuadratic('gaussianFreeEnergy', hamiltonian);
  if (!(beta > 0 && beta < Infinity)) {
    throw new DomainError(`gaussianFreeEnergy: a positive inverse temperature required, got ${beta}`);
  }
  const { statistics, constant, matrix } = hamiltonian;
  if (statistics === 'boson') {
    const { energies } = oscillatorForm('gaussianFreeEnergy', hamiltonian);
    return constant + energies.reduce((sum, w) => sum + w / 2 + Math.log(-Math.expm1(-beta * w)) / beta, 0);
  }
  return constant - majoranaValues(matrix).reduce((sum, e) => sum + e / 2 + Math.log1p(Math.exp(-beta * e)) / beta, 0);
}

/**
 * The thermofield double of a Hamiltonian, the pure state Σ e^{−βE/2}|E⟩|E*⟩/√Z of two copies: `purification` of the
 * thermal state. Modes 0 … n − 1 are the left copy, n … 2n − 1 the right one.
 *
 * @throws {ShapeError | DomainError} as `gaussianThermal`
 */
export function gaussianThermofieldDouble(hamiltonian: QuadraticHamiltonian, beta: number): GaussianState {
  return purification(gaussianThermal(hamiltonian, beta));
}

/**
 * The canonical purification Σ √p_k |k⟩|k*⟩ of a Gaussian state ρ = Σ p_k |k⟩⟨k|: modes 0 … n − 1 are in the state ρ,
 * modes n … 2n − 1 in its complex conjugate. Of fermions, |k⟩|k*⟩ of odd parity stand for i times the product of the two
 * states of qubits. With D = diag(1, −1) on (γ_2j, γ_2j+1), or on x and p,
 *
 *     Γ' = ((Γ, √(1 + Γ²)·D), (−D·√(1 + Γ²), −DΓD)),      V' = ((V, Y·D), (D·Y, DVD)),
 *
 * where Y = S √(ν² − 1) Sᵀ for V = S ν Sᵀ. O(n³).
 *
 * @throws {ShapeError | DomainError} a malformed state
 */
export function purification(state: GaussianState): GaussianState {
  checkGaussian('purification', state);
  checkModes('purification', 2 * state.modes);
  const { statistics, modes: n, covariance } = state;
  const coherence = (t: number): number => Math.sqrt(Math.max(0, (1 - t) * (1 + t)));
  let y: RealMatrix;
  if (statistics === 'fermion') {
    y = evenFunction(majoranaForm(covariance), coherence);
  } else {
    const form = symplecticForm(covariance);
    if (form === undefined) throw new DomainError('purification: a positive covariance required');
    y = symplecticFunction(form, (nu) => Math.sqrt(Math.max(0, (nu - 1) * (nu + 1))));
  }
  const size = 4 * n;
  const data = new Float64Array(size * size);
  const isFermion = statistics === 'fermion';
  const flip = (k: number): number => ((isFermion ? k % 2 === 1 : k >= n) ? -1 : 1);
  /** Row of the double that belongs to row k of the left (0) or right (1) copy. */
  const place = (k: number, copy: number): number =>
    isFermion ? k + 2 * n * copy : k < n ? k + n * copy : k + n + n * copy;
  const mirror = isFermion ? -1 : 1;
  for (let i = 0; i < 2 * n; i++) {
    for (let j = 0; j < 2 * n; j++) {
      const [x, c] = [covariance.data[i * 2 * n + j]!, y.data[i * 2 * n + j]! * flip(j)];
      data[place(i, 0) * size + place(j, 0)] = x;
      data[place(i, 1) * size + place(j, 1)] = x === 0 ? 0 : mirror * flip(i) * flip(j) * x;
      data[place(i, 0) * size + place(j, 1)] = c;
      data[place(j, 1) * size + place(i, 0)] = mirror * c;
    }
  }
  return { kind: 'gaussian', statistics, modes: 2 * n, covariance: { rows: size, cols: size, data } };
}
