/**
 * @file Stabiliser groups: states and codes that are given by the operators that leave them fixed.
 *
 * On a qudit of prime dimension p, X|j⟩ = |j + 1⟩ and Z|j⟩ = ωʲ|j⟩ with ω = e^{2πi/p}, so that ZX = ωXZ. The words are
 *
 *     T(x, z) = ⨂_q ω^{x_q z_q / 2} X^{x_q} Z^{z_q},
 *
 * where ½ is the inverse of 2 modulo an odd p, and ω^{½} = i for qubits: 1, X, Z and Y = iXZ. Two words obey
 * T(v)T(w) = ω^{z·x′ − x·z′} T(w)T(v), and T(v)T(w) = ω^{(z·x′ − x·z′)/2} T(v + w): words that commute multiply without
 * a phase for odd p, and with a sign for qubits.
 */

import { type DigitMatrix, digitAt } from './digit-matrix.ts';

/**
 * A stabiliser group of r independent, commuting generators ω^{phase} T(x, z) on n qudits of prime dimension p, which
 * does not contain ω^k·1 other than 1. It stands for the state
 *
 *     ρ = p^{r−n} Π_g P_g  = p^{−n} Σ_{g ∈ G} g,       P_g the projector on g = 1,
 *
 * pure for r = n, else maximally mixed on a code of dimension p^{n−r}.
 */
export interface StabiliserGroup {
  readonly kind: 'stabiliser';
  readonly prime: number;
  readonly qudits: number;
  /** Powers of X, shape (r, n). */
  readonly x: DigitMatrix;
  /** Powers of Z, shape (r, n). */
  readonly z: DigitMatrix;
  /** Powers of ω before the words, 0 … p − 1, shape (r,); for qubits 1 means −1. */
  readonly phases: Uint16Array;
}

/** The number r of independent generators. */
export function rankOfGroup({ phases }: StabiliserGroup): number {
  return phases.length;
}

/** Whether the group has as many generators as qudits, so that its state is pure. */
export function isPureGroup({ qudits, phases }: StabiliserGroup): boolean {
  return phases.length === qudits;
}

/** The generators as numbers x₁ … x_n z₁ … z_n, and their phases: what `stabiliserGroup` and a network's tensor take. */
export function generatorRows({ qudits, x, z, phases }: StabiliserGroup): {
  readonly generators: readonly (readonly number[])[];
  readonly phases: readonly number[];
} {
  const generators = Array.from(phases, (_, row) =>
    Array.from({ length: 2 * qudits }, (_, k) => (k < qudits ? digitAt(x, row, k) : digitAt(z, row, k - qudits))),
  );
  return { generators, phases: [...phases] };
}
