/** @file A quantum system with a drift that cannot be switched off, and controls of bounded strength. */

import { DomainError, ShapeError } from '../errors.ts';
import { checkPauliSum, type PauliSum } from '../operator/pauli-sum.ts';

/**
 * How strong controls may be:
 *
 * - `each`: |u_a| ≤ bounds[a], for each of them;
 * - `sum`: Σ_a u_a² ≤ bound²;
 * - `norm`: Σ_P h_P² ≤ bound² for all of H, the drift included; on one qubit the energies are then ±bound at most;
 * - `unlimited`: impulses of no duration, between which the drift acts alone.
 */
export type ControlBound =
  | { readonly kind: 'each'; readonly bounds: number | readonly number[] }
  | { readonly kind: 'sum'; readonly bound: number }
  | { readonly kind: 'norm'; readonly bound: number }
  | { readonly kind: 'unlimited' };

/** H(t) = H₀ + Σ_a u_a(t) H_a, with bounded u. */
export interface DriftSystem {
  /** H₀; a sum without terms for none. */
  readonly drift: PauliSum;
  /** H_a. */
  readonly controls: readonly PauliSum[];
  readonly bound: ControlBound;
}

const KINDS: readonly ControlBound['kind'][] = ['each', 'sum', 'norm', 'unlimited'];

/**
 * Checks a system with drift.
 *
 * @throws {ShapeError} no control, operators on different numbers of qubits, another number of bounds
 * @throws {DomainError} a bound that is not positive and finite; `norm`: controls that are not orthogonal in Tr H_aH_b, or a drift
 *          that is too strong for the bound
 */
export function checkDriftSystem(caller: string, { drift, controls, bound }: DriftSystem): void {
  checkPauliSum(drift);
  controls.forEach(checkPauliSum);
  if (controls.length === 0) throw new ShapeError(`${caller}: at least one control required, got none`);
  const other = controls.find(({ qubits }) => qubits !== drift.qubits);
  if (other !== undefined) {
    throw new ShapeError(`${caller}: controls on ${drift.qubits} qubits required, got one on ${other.qubits}`);
  }
  const empty = controls.findIndex((control) => innerProductOfSums(control, control) === 0);
  if (empty >= 0) throw new DomainError(`${caller}: controls other than 0 required, got 0 as control ${empty}`);
  const { kind } = bound;
  if (!KINDS.includes(kind)) {
    throw new DomainError(`${caller}: a bound of kind ${KINDS.join(', ')} required, got '${kind}'`);
  }
  if (bound.kind === 'unlimited') return;
  const bounds = bound.kind === 'each' ? boundsOf(bound.bounds ?? Number.NaN, controls.length) : [bound.bound];
  if (bound.kind === 'each' && bounds.length !== controls.length) {
    throw new ShapeError(`${caller}: ${controls.length} bounds required, got ${bounds.length}`);
  }
  const wrong = bounds.find((value) => !(value > 0 && value < Infinity));
  if (wrong !== undefined) throw new DomainError(`${caller}: positive finite bounds required, got ${wrong}`);
  if (bound.kind === 'norm') checkNormBound(caller, { drift, controls, bound });
}

function checkNormBound(caller: string, system: DriftSystem & { readonly bound: { readonly bound: number } }): void {
  const { drift, controls, bound } = system;
  controls.forEach((a, i) => {
    controls.slice(i + 1).forEach((b, k) => {
      if (Math.abs(innerProductOfSums(a, b)) < 1e-12) return;
      throw new DomainError(
        `${caller}: orthogonal controls required for a norm, got ${i} and ${i + 1 + k} that are not`,
      );
    });
  });
  const fixed = fixedSquare(drift, controls);
  if (fixed >= bound.bound ** 2) {
    throw new DomainError(
      `${caller}: a norm above that of the drift, ${Math.sqrt(fixed)}, required, got ${bound.bound}`,
    );
  }
}

/** Σ_P h_P² of the part of the drift that controls cannot change; orthogonal controls. */
export function fixedSquare(drift: PauliSum, controls: readonly PauliSum[]): number {
  const changed = controls.reduce((sum, a) => sum + innerProductOfSums(drift, a) ** 2 / innerProductOfSums(a, a), 0);
  return innerProductOfSums(drift, drift) - changed;
}

/** One bound for each control. */
export const boundsOf = (bounds: number | readonly number[], controls: number): readonly number[] =>
  typeof bounds === 'number' ? new Array<number>(controls).fill(bounds) : bounds;

/** Tr(AB)/2ⁿ = Σ_P a_P b_P, without the identity. */
export function innerProductOfSums(a: PauliSum, b: PauliSum): number {
  const coefficients = new Map<string, number>();
  for (const { word, coefficient } of b.terms) coefficients.set(word, (coefficients.get(word) ?? 0) + coefficient);
  return a.terms.reduce(
    (sum, { word, coefficient }) => sum + (/[^I]/.test(word) ? coefficient * (coefficients.get(word) ?? 0) : 0),
    0,
  );
}
