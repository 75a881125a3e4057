/**
 * @file The state of Affleck, Kennedy, Lieb and Tasaki: a spin-1 chain that is a matrix product of bond dimension 2.
 */

import * as z from 'zod';
import type { PureState } from '../src/generative/target-state.ts';
import { zeroVector } from '../src/linalg/complex.ts';
import { normalised } from '../src/linalg/vector.ts';
import { checkSize, sizeUpTo } from './register-size.ts';

/** Most spins: 3^13 = 1.6 million amplitudes, or 4^11 = 4 million on qubits. */
const SPIN_LIMIT = 13;
const QUBIT_LIMIT = 11;

export const akltOptions = z.strictObject({
  spins: sizeUpTo(SPIN_LIMIT, 1, (n) => 3 ** n).describe('number of spins 1; at most 11 when encoded in qubits'),
  boundary: z.enum(['open', 'periodic']).default('open').describe('open chain with two free edge spins ½, or a ring'),
  left: z.enum(['up', 'down']).default('up').describe('left edge spin of an open chain'),
  right: z.enum(['up', 'down']).default('down').describe('right edge spin of an open chain'),
  encoding: z.enum(['spins', 'qubits']).default('spins').describe('sites of dimension 3, or two qubits for each spin'),
});

/** Which of the AKLT states. */
export interface AkltOptions {
  readonly boundary?: 'open' | 'periodic';
  /** Projection ±½ of the edge spins of an open chain; the state has S^z = left + right. Default up and down. */
  readonly left?: 'up' | 'down';
  readonly right?: 'up' | 'down';
  /**
   * 'spins' (default): sites of dimension 3 with basis m = +1, 0, −1. 'qubits': two qubits for each spin, in the
   * triplet |00⟩, (|01⟩ + |10⟩)/√2, |11⟩.
   */
  readonly encoding?: 'spins' | 'qubits';
}

/** A^m as rows: √(2/3) σ⁺, −√(1/3) σᶻ, −√(2/3) σ⁻ for m = +1, 0, −1. */
const MATRICES = [
  [
    [0, Math.sqrt(2 / 3)],
    [0, 0],
  ],
  [
    [-Math.sqrt(1 / 3), 0],
    [0, Math.sqrt(1 / 3)],
  ],
  [
    [0, 0],
    [-Math.sqrt(2 / 3), 0],
  ],
] as const;

/**
 * AKLT state of N spins 1,
 *
 *     Σ_m ⟨l|A^{m₁} … A^{m_N}|r⟩ |m₁ … m_N⟩   (open),    Σ_m Tr(A^{m₁} … A^{m_N}) |m₁ … m_N⟩   (periodic),
 *
 * normalised: every spin is two spins ½, and neighbours share a singlet. Ground state of
 * Σ S_i·S_{i+1} + (S_i·S_{i+1})²/3 with energy −2/3 for each bond; ⟨S^z_0 S^z_r⟩ falls as (−1/3)^r.
 *
 *     left ½ ○  ●──●  ●──●  ●──●  ○ right ½        ●──●  singlet
 *            └─┬─┘ └─┬─┘ └─┬─┘ └─┬─┘               ┬     triplet of two spins ½
 *
 * @param spins - N; at most 13, or 11 in qubits; at least 2 on a ring
 * @throws {DomainError} N is out of range
 *
 * @see Affleck, Kennedy, Lieb & Tasaki, Phys. Rev. Lett. 59, 799 (1987)
 */
export function aklt(spins: number, options: AkltOptions = {}): PureState {
  const { boundary = 'open', left = 'up', right = 'down', encoding = 'spins' } = options;
  const [limit, dimension] = encoding === 'spins' ? [SPIN_LIMIT, 3] : [QUBIT_LIMIT, 4];
  checkSize('aklt', spins, limit, boundary === 'periodic' ? 2 : 1, (n) => dimension ** n);
  // A bond points against the edge spin at its right end: S^z = left + right.
  const edges = boundary === 'periodic' ? [0, 1].map((l) => [l, l]) : [[left === 'up' ? 0 : 1, right === 'up' ? 1 : 0]];
  const chains = edges.map(([l, r]) => openChain(spins, l!, r!));
  const sum = zeroVector(3 ** spins);
  for (const chain of chains) for (let k = 0; k < sum.length; k++) sum.interleaved[2 * k]! += chain[k]!;
  const amplitudes = normalised(sum);
  const name = `aklt(${spins}, ${boundary})`;
  if (encoding === 'spins') return { kind: 'pure', name, dimensions: new Array(spins).fill(3), amplitudes };
  const qubits = zeroVector(4 ** spins);
  for (let b = 0; b < qubits.length; b++) {
    const [spin, weight] = tripletEntry(b, spins);
    qubits.interleaved[2 * b] = weight * amplitudes.interleaved[2 * spin]!;
  }
  return { kind: 'pure', name, dimensions: new Array(2 * spins).fill(2), amplitudes: qubits };
}

/** ⟨l|A^{m₁} … A^{m_N}|r⟩ for all m, shape (3^N,). */
function openChain(spins: number, l: number, r: number): Float64Array {
  let rows = Float64Array.from([0, 1], (bond) => (bond === l ? 1 : 0)); // shape (3^k, 2)
  for (let k = 0; k < spins; k++) {
    const next = new Float64Array(3 * rows.length);
    for (let at = 0; at < rows.length; at++) {
      MATRICES.forEach((matrix, m) => {
        const to = 6 * (at >> 1) + 2 * m;
        matrix[at & 1]!.forEach((entry, bond) => {
          next[to + bond]! += rows[at]! * entry;
        });
      });
    }
    rows = next;
  }
  return Float64Array.from({ length: rows.length / 2 }, (_, k) => rows[2 * k + r]!);
}

/** The basis state of the spins in which a basis state of the pairs of qubits occurs, and its coefficient. */
function tripletEntry(b: number, spins: number): readonly [spin: number, weight: number] {
  let spin = 0;
  let weight = 1;
  for (let k = spins - 1; k >= 0; k--) {
    const pair = (b >> (2 * k)) & 3;
    spin = 3 * spin + (pair === 0 ? 0 : pair === 3 ? 2 : 1);
    if (pair === 1 || pair === 2) weight *= Math.SQRT1_2;
  }
  return [spin, weight];
}
