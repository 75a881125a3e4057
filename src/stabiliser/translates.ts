/** @file The states with other eigenvalues of the same words: an orthonormal basis, made by a unitary from syndromes. */

import { ShapeError } from '../errors.ts';
import { digitAt, setDigit, zeroDigits } from './digit-matrix.ts';
import { modulo } from './prime-field.ts';
import { matrixRows, reducedRowEchelon } from './row-elimination.ts';
import { isPureGroup, type StabiliserGroup } from './stabiliser-group.ts';

/**
 * The unitary U that maps a syndrome to the state with these eigenvalues, as a state of the n qudits and of n digits:
 *
 *     U|s₁ … s_n⟩ = Π_i h_i^{s_i}|ψ⟩,      g_i U|s⟩ = ω^{s_i} U|s⟩,      U Z_i U† = g_i,   U X_i U† = h_i,
 *
 * with the generators g_i of ψ and words h_i, one for each, that commute with each other and all other generators. The
 * group has the generators g_i ⊗ Z_i⁻¹ and h_i ⊗ X_i. All pⁿ translates of ψ have its entropies.
 *
 * @throws {ShapeError} a state that is not pure
 *
 * O(n³).
 *
 * @see Yang, Hayden & Qi, arXiv:1510.03784
 */
export function translatesOf(group: StabiliserGroup): StabiliserGroup {
  const { prime, qudits: n } = group;
  if (!isPureGroup(group)) throw new ShapeError(`translatesOf: ${n} generators required, got ${group.phases.length}`);
  const shifts = shiftWords(group);
  const [x, z] = [zeroDigits(prime, 2 * n, 2 * n), zeroDigits(prime, 2 * n, 2 * n)];
  for (let row = 0; row < n; row++) {
    for (let q = 0; q < n; q++) {
      setDigit(x, row, q, digitAt(group.x, row, q));
      setDigit(z, row, q, digitAt(group.z, row, q));
      setDigit(x, n + row, q, shifts[row]![q]!);
      setDigit(z, n + row, q, shifts[row]![n + q]!);
    }
    setDigit(z, row, n + row, prime - 1);
    setDigit(x, n + row, n + row, 1);
  }
  const phases = new Uint16Array(2 * n);
  phases.set(group.phases);
  return { kind: 'stabiliser', prime, qudits: 2 * n, x, z, phases };
}

/** Words h_i, digits x₁ … x_n z₁ … z_n, with g_j h_i = ω^{δ_ij} h_i g_j that commute with each other. */
function shiftWords(group: StabiliserGroup): readonly (readonly number[])[] {
  const { prime, qudits: n, x, z } = group;
  const generators = Array.from({ length: n }, (_, row) =>
    Array.from({ length: 2 * n }, (_, k) => (k < n ? digitAt(x, row, k) : digitAt(z, row, k - n))),
  );
  const form = (v: readonly number[], w: readonly number[]): number => {
    let sum = 0;
    for (let q = 0; q < n; q++) sum += v[n + q]! * w[q]! - v[q]! * w[n + q]!;
    return modulo(sum, prime);
  };
  // R (z_j, −x_j | 1) in reduced form: a right inverse of the forms ω(g_j, ·).
  const forms = zeroDigits(prime, n, 3 * n);
  generators.forEach((g, row) => {
    for (let q = 0; q < n; q++) {
      setDigit(forms, row, q, g[n + q]!);
      setDigit(forms, row, n + q, modulo(-g[q]!, prime));
    }
    setDigit(forms, row, 2 * n + row, 1);
  });
  const { pivots } = reducedRowEchelon(matrixRows(forms));
  const words = generators.map((_, i) => {
    const word = new Array<number>(2 * n).fill(0);
    for (const { row, column } of pivots) word[column] = digitAt(forms, row, 2 * n + i);
    return word;
  });
  words.forEach((word, i) => {
    for (let j = 0; j < i; j++) {
      const factor = modulo(-form(word, words[j]!), prime);
      for (const k of word.keys()) word[k] = (word[k]! + factor * generators[j]![k]!) % prime;
    }
  });
  return words;
}
