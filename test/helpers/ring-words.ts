import type { RingGenerator } from '../../src/gaussian/pair-space.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { exponentialAction, imaginaryTimeAction } from '../../src/linalg/exponential-action.ts';
import { applyPauliSum, type PauliSum, type PauliTerm } from '../../src/operator/pauli-sum.ts';
import { zeroState } from '../../src/state/zero-state.ts';

/** The words of a translation-invariant Hamiltonian on a ring of spins; of range N/2 one of each two that are equal in the even sector. */
export function ringWords(n: number, { g, A, B, D }: RingGenerator): PauliSum {
  const terms: PauliTerm[] = [];
  const add = (from: number, range: number, ends: string, coefficient: number): void => {
    if (coefficient === 0) return;
    const letters = new Array<string>(n).fill('I');
    for (let r = 0; r <= range; r++) letters[(from + r) % n] = r === 0 ? ends[0]! : r === range ? ends[1]! : 'Z';
    terms.push({ word: letters.join(''), coefficient });
  };
  for (let j = 0; j < n; j++) add(j, 0, 'Z', g);
  for (let r = 1; 2 * r <= n; r++) {
    const [a, b, d] = [A[r - 1] ?? 0, B[r - 1] ?? 0, D[r - 1] ?? 0];
    const share = 2 * r === n ? 2 : 1;
    for (let j = 0; j < n / share; j++) {
      add(j, r, 'XX', share * (a + b));
      add(j, r, 'YY', share * (a - b));
      add(j, r, 'XY', share * d);
      add(j, r, 'YX', share * d);
    }
  }
  return { qubits: n, terms };
}

/** |0…0⟩ after Hamiltonians that act for unit time, one after the other. */
export const evolvedByWords = (n: number, sums: readonly PauliSum[]): ComplexVector =>
  sums.reduce((psi, sum) => exponentialAction((v) => applyPauliSum(sum, v), psi, 1, 1e-15), zeroState(n));

/** Pseudo-spins turned about their fields for unit time, ṁ = 2b × m. */
export function turned(vectors: Float64Array, fields: Float64Array): Float64Array {
  const out = vectors.slice();
  for (let at = 0; at < out.length; at += 3) {
    const m = vectors.subarray(at, at + 3);
    const b = fields.subarray(at, at + 3);
    const size = Math.hypot(b[0]!, b[1]!, b[2]!);
    if (size === 0) continue;
    const u = b.map((x) => x / size);
    const along = u[0]! * m[0]! + u[1]! * m[1]! + u[2]! * m[2]!;
    const [c, s] = [Math.cos(2 * size), Math.sin(2 * size)];
    for (let i = 0; i < 3; i++) {
      const [p, q] = [(i + 1) % 3, (i + 2) % 3];
      out[at + i] = along * u[i]! * (1 - c) + c * m[i]! + s * (u[p]! * m[q]! - u[q]! * m[p]!);
    }
  }
  return out;
}

/** The lowest state of a Pauli sum that |0…0⟩ overlaps with. */
export const groundStateOf = (sum: PauliSum): ComplexVector =>
  imaginaryTimeAction((v) => applyPauliSum(sum, v), zeroState(sum.qubits), 30, 1e-14).direction;
