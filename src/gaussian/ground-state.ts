/** @file Ground states of quadratic Hamiltonians. */

import { DomainError } from '../errors.ts';
import type { GaussianState } from './gaussian-state.ts';
import { majoranaForm, oddFunction } from './majorana-form.ts';
import { oscillatorForm } from './oscillator-form.ts';
import { gaussianParity } from './parity.ts';
import { checkQuadratic, type QuadraticHamiltonian } from './quadratic-hamiltonian.ts';

/** What is done with fermion modes of zero energy, and with the parity of the number of fermions. */
export interface GroundStateOptions {
  /**
   * 'mixed' (default): modes of zero energy are half filled, the limit β → ∞ of the thermal state, which does not
   * depend on a choice. 'pure': one of the ground states is chosen, with these modes empty.
   */
  readonly zeroModes?: 'mixed' | 'pure';
  /** The lowest state of this parity, a pure one; default: the lowest of all. */
  readonly parity?: 'even' | 'odd';
  /** Energies up to this, relative to the largest one, count as zero; default 1e-12. */
  readonly tolerance?: number;
}

/** A ground state, and how unique it is. */
export interface GaussianGroundState {
  readonly state: GaussianState;
  /** In the units of the Hamiltonian. */
  readonly energy: number;
  /** Energies ε of the modes, ascending, not negative, shape (n,). The first is the gap, unless the parity is given. */
  readonly excitations: Float64Array;
  /** How many of them vanish: the ground state is one of 2^zeroModes. */
  readonly zeroModes: number;
}

/**
 * Ground state of a quadratic Hamiltonian. Fermions: E₀ = −½Σε + constant, Γ = −Σ (p qᵀ − q pᵀ) for h = Σ ε (p qᵀ − q
 * pᵀ). Bosons: E₀ = ½Σω + constant.
 *
 * @throws {ShapeError | DomainError} a malformed Hamiltonian; a boson Hamiltonian that is not positive definite, which
 *   has no normalisable ground state; options that are none
 *
 * O(n³): real hopping by symmetric n × n matrices, real pairing by singular values of n × n matrices, all else by
 * antisymmetric 2n × 2n matrices. Thousands of modes.
 */
export function gaussianGroundState(
  hamiltonian: QuadraticHamiltonian,
  options: GroundStateOptions = {},
): GaussianGroundState {
  checkQuadratic('gaussianGroundState', hamiltonian);
  checkOptions(options);
  const { statistics, modes, constant } = hamiltonian;
  if (statistics === 'boson') {
    if (options.parity !== undefined) {
      throw new DomainError('gaussianGroundState: fermions required for a parity, got bosons');
    }
    const { energies, covariance } = oscillatorForm('gaussianGroundState', hamiltonian);
    const state: GaussianState = { kind: 'gaussian', statistics, modes, covariance: covariance(() => 1) };
    return { state, energy: constant + sum(energies) / 2, excitations: energies.toSorted(), zeroModes: 0 };
  }
  const form = majoranaForm(hamiltonian.matrix);
  const { tolerance = 1e-12, parity } = options;
  const excitations = form.values.toSorted();
  const negligible = tolerance * excitations[modes - 1]!;
  const zeroModes = excitations.filter((energy) => energy <= negligible).length;
  const energy = constant - sum(excitations) / 2;
  const isPure = options.zeroModes === 'pure' || parity !== undefined;
  const filled = (flipped?: number): GaussianState => {
    const fill = (value: number, k: number): number =>
      value > negligible ? (k === flipped ? 1 : -1) : isPure ? (k === flipped ? 1 : -1) : 0;
    return { kind: 'gaussian', statistics, modes, covariance: oddFunction(form, fill) };
  };
  const state = filled();
  if (parity === undefined || gaussianParity(state) > 0 === (parity === 'even')) {
    return { state, energy, excitations, zeroModes };
  }
  const lowest = form.values.indexOf(excitations[0]!);
  return { state: filled(lowest), energy: energy + excitations[0]!, excitations, zeroModes };
}

function checkOptions({ zeroModes = 'mixed', parity, tolerance = 0 }: GroundStateOptions): void {
  if (zeroModes !== 'mixed' && zeroModes !== 'pure') {
    throw new DomainError(`gaussianGroundState: zeroModes 'mixed' or 'pure' required, got '${zeroModes}'`);
  }
  if (parity !== undefined && parity !== 'even' && parity !== 'odd') {
    throw new DomainError(`gaussianGroundState: parity 'even' or 'odd' required, got '${parity}'`);
  }
  if (!(tolerance >= 0 && tolerance < 1)) {
    throw new DomainError(`gaussianGroundState: a tolerance between 0 and 1 required, got ${tolerance}`);
  }
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
