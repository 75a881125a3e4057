/** @file Orbits of basis states and of Pauli words under the translations and the reflection of a ring. */

import type { Controls } from '../../complexity/controls.ts';
import type { PauliWord } from '../../operator/pauli.ts';

/** The symmetries of a ring of n qubits: translations by multiples of a cell, and perhaps the reflection. */
export interface RingGroup {
  readonly qubits: number;
  /** Sites of a cell, a divisor of n: 1 where all translations count. */
  readonly cell: number;
  /** Whether q ↦ n − 1 − q counts, too. */
  readonly reflection: boolean;
}

/** The orbits of the basis states of n qubits, in the order of their least elements. */
export interface RingOrbits {
  /** The orbit of each basis state, shape (2ⁿ,). */
  readonly orbitOf: Int32Array;
  /** The least basis state of each orbit, shape (d,). */
  readonly representatives: Int32Array;
  /** Number of basis states in each orbit, shape (d,). */
  readonly orbitSizes: Int32Array;
}

/** Words that a ring does not tell apart, and their common weight. */
export interface WordOrbit {
  readonly words: readonly PauliWord[];
  readonly weight: number;
}

/** Necklaces of n beads of two colours, or 2^cell colours and n/cell beads; bracelets where the reflection counts. */
export function ringOrbits({ qubits, cell, reflection }: RingGroup): RingOrbits {
  const orbitOf = new Int32Array(2 ** qubits).fill(-1);
  const [representatives, orbitSizes]: [number[], number[]] = [[], []];
  for (let least = 0; least < orbitOf.length; least++) {
    if (orbitOf[least] !== -1) continue;
    let size = 0;
    for (const begin of reflection ? [least, reversedBits(least, qubits)] : [least]) {
      for (let b = begin, turn = 0; turn < qubits; turn += cell, b = translatedBits(b, qubits, cell)) {
        if (orbitOf[b] === -1) size++;
        orbitOf[b] = representatives.length;
      }
    }
    representatives.push(least);
    orbitSizes.push(size);
  }
  return { orbitOf, representatives: Int32Array.from(representatives), orbitSizes: Int32Array.from(orbitSizes) };
}

/** The basis state with every qubit moved on by a cell: q ↦ q + cell. */
export const translatedBits = (b: number, qubits: number, cell: number): number =>
  (b >> cell) | ((b & (2 ** cell - 1)) << (qubits - cell));

/** The basis state read from the other end: q ↦ n − 1 − q. */
export function reversedBits(b: number, qubits: number): number {
  let reversed = 0;
  for (let q = 0; q < qubits; q++) reversed |= ((b >> q) & 1) << (qubits - 1 - q);
  return reversed;
}

const reflected = (word: PauliWord): PauliWord => [...word].reverse().join('');

/** Orbits of the controls, in the order of their first words; the mistakes say where the weights are not invariant. */
export function ringWordOrbits(
  { words, weights }: Controls,
  { qubits, cell, reflection }: RingGroup,
): { readonly orbits: readonly WordOrbit[]; readonly mistakes: readonly string[] } {
  const translated = (word: PauliWord): PauliWord => word.slice(-cell) + word.slice(0, -cell);
  const weightOf = new Map(words.map((word, p) => [word, weights[p]!]));
  const moves = [
    ['translations', translated],
    ['the reflection', reflected],
  ] as const;
  const mistakes = moves.slice(0, reflection ? 2 : 1).flatMap(([name, move]) => {
    const changed = words.find((word) => weightOf.get(move(word)) !== weightOf.get(word));
    if (changed === undefined) return [];
    const [one, other] = [changed, move(changed)].map((word) => `${weightOf.get(word) ?? Infinity} for ${word}`);
    return [`a metric unchanged by ${name} required, got weight ${one} and ${other}`];
  });
  const seen = new Set<PauliWord>();
  const orbits = words.flatMap((word, p) => {
    if (seen.has(word)) return [];
    const orbit = new Set<PauliWord>();
    for (const begin of reflection ? [word, reflected(word)] : [word]) {
      for (let turned = begin, turn = 0; turn < qubits; turn += cell, turned = translated(turned)) orbit.add(turned);
    }
    for (const one of orbit) seen.add(one);
    return [{ words: [...orbit], weight: weights[p]! }];
  });
  return { orbits, mistakes };
}
