/** @file What no path from a product state to a Gaussian state can be shorter than, whatever words it uses. */

import type { Controls } from '../../complexity/controls.ts';
import {
  angleRate,
  type Demand,
  dualBound,
  logarithmRate,
  qubitRate,
  ratesAcross,
  supportsOf,
  type WeightedSupport,
} from '../../complexity/entanglement-bound.ts';
import { angleLowerBound } from '../../complexity/length-bound.ts';
import { DomainError } from '../../errors.ts';
import { isPure } from '../../gaussian/entropies.ts';
import { gaussianDistance } from '../../gaussian/fidelity.ts';
import { type GaussianState, gaussianVacuum, restricted } from '../../gaussian/gaussian-state.ts';
import { majoranaValues } from '../../gaussian/majorana-form.ts';
import { checkAlike } from '../../gaussian/quadratic-hamiltonian.ts';
import type { StateLowerBounds } from '../state/state-lower-bounds.ts';

/**
 * `lengthLowerBound` and `entanglementBound` from the product state that the vacuum stands for to a pure Gaussian state, for all paths
 * and not only Gaussian ones: all that these arguments ask of a state are its overlap with the product state, a determinant, and the Schmidt
 * coefficients of sets of qubits. Intervals of qubits are intervals of modes, whose values λ_k give
 *
 *     λ₁² = Π (1 + λ_k)/2,      log Σ λ = Σ log(√((1 + λ_k)/2) + √((1 − λ_k)/2)),
 *
 * and the state of a single qubit is diagonal with the probabilities (1 ± ⟨S⟩)/2, as the parity is even.
 *
 * @param controls - the words of the metric on the qubits, whatever the letter S of the strings: only supports and weights count
 * @param target - pure, of even parity, one mode to a qubit in the order of the strings
 * @returns no observable is sought
 * @throws {DomainError} bosons, a mixed state, unlike modes
 *
 * Cost of the values of n² intervals, O(n⁵) at most.
 */
export function gaussianLowerBounds(controls: Controls, target: GaussianState): StateLowerBounds {
  const { qubits } = controls;
  checkAlike('gaussianLowerBounds', { statistics: 'fermion', modes: qubits }, target);
  if (!isPure(target)) throw new DomainError('gaussianLowerBounds: a pure state required, got a mixed one');
  const vacuum = gaussianVacuum('fermion', qubits);
  const parts = supportsOf(controls);
  const demands = [
    ...intervalsOf(qubits).flatMap((cut) => intervalDemands(cut, parts, target)),
    ...Array.from({ length: qubits }, (_, q) => qubitDemand(q, parts, target, vacuum)),
  ];
  const weights = parts.map(({ weight }) => weight);
  return {
    fubiniStudy: angleLowerBound(controls, gaussianDistance(vacuum, target)),
    entanglement: dualBound(demands, weights),
    observable: null,
  };
}

/** All intervals but those whose complement begins at 0 and is one, too. */
const intervalsOf = (qubits: number): readonly (readonly number[])[] =>
  Array.from({ length: qubits }, (_, first) => first).flatMap((first) =>
    Array.from({ length: qubits - 1 - first }, (_, more) => Array.from({ length: more + 1 }, (_site, k) => first + k)),
  );

/** Conditions 1 and 2 of `entanglementBound`: the vacuum is a product. */
export function intervalDemands(
  cut: readonly number[],
  parts: readonly WeightedSupport[],
  target: GaussianState,
): readonly Demand[] {
  const values = majoranaValues(restricted(target, cut).covariance).map((value) => Math.min(1, value));
  const product = values.reduce((all, value) => (all * (1 + value)) / 2, 1);
  const logarithm = values.reduce((sum, value) => sum + Math.log1p(Math.sqrt(1 - value * value)) / 2, 0);
  return [
    { change: Math.acos(Math.min(1, Math.sqrt(product))), rates: ratesAcross(cut, parts, angleRate) },
    { change: logarithm, rates: ratesAcross(cut, parts, logarithmRate) },
  ];
}

/** Condition 3. */
function qubitDemand(
  qubit: number,
  parts: readonly WeightedSupport[],
  target: GaussianState,
  vacuum: GaussianState,
): Demand {
  const at = 2 * qubit * 2 * target.modes + 2 * qubit + 1;
  const polarisation = target.covariance.data[at]! / vacuum.covariance.data[at]!;
  const change = Math.acos(Math.max(-1, Math.min(1, polarisation))) / 2;
  return {
    change,
    rates: Float64Array.from(parts, ({ sites }) => (sites.includes(qubit) ? qubitRate(sites.length) : 0)),
  };
}
