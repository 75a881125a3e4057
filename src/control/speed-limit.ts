/** @file Lower bounds of the time from a state to a state, or of a unitary, whatever the controls do. */

import type { ComplexMatrix } from '../linalg/complex.ts';
import { normalEigen } from '../linalg/normal-eigen.ts';
import { addScaled, innerProduct, norm } from '../linalg/vector.ts';
import { support } from '../operator/pauli.ts';
import type { TimeOptimalEnds } from './arc-path.ts';
import { boundsOf, type DriftSystem } from './drift-system.ts';
import { halfSpread } from './energy-spread.ts';
import { interactionTime } from './interaction-time.ts';

/**
 * An upper bound of (E_max − E_min)/2 for all H(t) that the bounds allow; half the spread of energies is a seminorm:
 *
 *     s(H₀) + Σ_a b_a s(H_a)   each;     s(H₀) + b √(Σ_a s(H_a)²)   sum;     ω √(2ⁿ/2)   norm.
 *
 * Unlimited controls: that of the drift, the scale of energy there.
 */
export function greatestSpread({ drift, controls, bound }: DriftSystem): number {
  const spreads = controls.map(halfSpread);
  if (bound.kind === 'norm') return bound.bound * Math.sqrt(2 ** drift.qubits / 2);
  if (bound.kind === 'sum') return halfSpread(drift) + bound.bound * Math.hypot(...spreads);
  if (bound.kind === 'unlimited') return halfSpread(drift);
  const bounds = boundsOf(bound.bounds, controls.length);
  return spreads.reduce((sum, spread, a) => sum + bounds[a]! * spread, halfSpread(drift));
}

/**
 * A rigorous lower bound of the time, the greatest of
 *
 * - the speed limit: ψ moves in the Fubini–Study metric at ΔE ≤ (E_max − E_min)/2, and so does the half-width of the least arc
 *   that contains all eigenphases of U;
 * - for a unitary of two qubits and controls on single qubits `interactionTime`, as if these were unlimited.
 *
 * @see Mandelstam & Tamm, J. Phys. USSR 9, 249 (1945); Hammerer, Vidal & Cirac, Phys. Rev. A 66, 062321 (2002)
 */
export function timeLowerBound(system: DriftSystem, ends: TimeOptimalEnds): number {
  const { drift, controls, bound } = system;
  const speed = bound.kind === 'unlimited' ? Infinity : greatestSpread(system);
  const angle = 'unitary' in ends ? phaseArc(ends.unitary) / 2 : angleBetween(ends);
  const isLocal = controls.every(({ terms }) => terms.every(({ word }) => support(word).length <= 1));
  const byInteraction = 'unitary' in ends && drift.qubits === 2 && isLocal ? interactionTime(drift, ends.unitary) : 0;
  return Math.max(angle / speed, byInteraction);
}

/** arccos|⟨from|to⟩|. */
function angleBetween({ from, to }: Exclude<TimeOptimalEnds, { readonly unitary: ComplexMatrix }>): number {
  const [re, im] = innerProduct(from, to);
  return Math.atan2(norm(addScaled(to, [-re, -im], from)), Math.hypot(re, im));
}

/** The length of the least arc that contains all eigenphases of a unitary. */
function phaseArc(unitary: ComplexMatrix): number {
  const phases = Array.from(normalEigen(unitary).phases);
  const gaps = phases.map((phase, k) => (phases[k + 1] ?? phases[0]! + 2 * Math.PI) - phase);
  return 2 * Math.PI - Math.max(...gaps);
}
