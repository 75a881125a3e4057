/** @file States of a ring of qubits that translations leave as they are: a sector 2n times smaller than 2ⁿ amplitudes. */

import { controlWords } from '../../complexity/controls.ts';
import type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
import { bitCount } from '../../engine/bits.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import { bitOperator, type PauliWord } from '../../operator/pauli.ts';
import { type RingGroup, type RingOrbits, ringOrbits, ringWordOrbits, type WordOrbit } from './ring-orbits.ts';
import { controlsOfEntries, type Entry } from './sparse-controls.ts';
import type { StateSector } from './state-sector.ts';

/** The group of a ring, and which of its paths are looked at. */
export interface RingOptions {
  /**
   * Sites of a cell, a divisor of n: states and words are unchanged by translations of whole cells. Default 1; the shortest path to
   * an invariant state may need larger cells.
   */
  readonly cell?: number;
  /** Whether states and words are unchanged by the reflection q ↦ n − 1 − q, too. Default false: then there are more paths. */
  readonly reflection?: boolean;
  /** Only words with an odd number of letters Y, which keep real states real. Default false: the shortest path may be longer. */
  readonly real?: boolean;
  /** Only words that flip an even number of qubits. Default false, for the same reason. */
  readonly parity?: boolean;
}

/**
 * States that are unchanged by the translations of a ring, and by its reflection if asked, with the sums of the words in an
 * orbit as controls. The basis states are sums over the orbits of computational ones,
 *
 *     |O⟩ = |O|^(−1/2) Σ_{b ∈ O} |b⟩,
 *
 * in the order of their least b: for cells of one site, necklaces of two colours, or bracelets with the reflection. |0…0⟩ is the first.
 */
export interface RingSector extends StateSector, RingOrbits, RingGroup {
  /** The words of each control. */
  readonly words: readonly (readonly PauliWord[])[];
}

const MOST_QUBITS = 14;
/** Most words times basis states: a bound of the memory. */
const MOST_ENTRIES = 2 ** 21;

/**
 * The sector of a ring. Where metric, |0…0⟩ and target are invariant, h_a = Im⟨p|O_aψ⟩/g_a with the weight g_a = (words in
 * the orbit)·w is the common coefficient of the words, and the flow in the sector is that of 2ⁿ amplitudes: its geodesics are
 * geodesics of the full problem. That a length is shortest in the sector does not mean that it is shortest.
 *
 *     ⟨O'|O_a|O⟩ = √(|O|/|O'|) · Σ_{P ∈ a, P|b⟩ ∝ |b'⟩, b' ∈ O'} ⟨b'|P|b⟩,      b any one of O.
 *
 * @param metric - with as many words of finite weight as `controlWords` takes; neighbours on a ring are {maxRange: 1, lattice: ring(n)}
 * @param qubits - n, from 2 to 14
 * @throws {ShapeError} another number of qubits, a cell that does not divide it, or more than 2²¹ words times basis states
 * @throws {DomainError} a metric that translations or the reflection change, or that leaves no control; what `controlWords` refuses
 *
 * Dimension about 2ⁿ/n, or 2ⁿ/2n with the reflection: 687 for n = 14. Cost of an action O(d · distinct flips of the words).
 */
export function ringSector(
  metric: PenaltyMetric,
  qubits: number,
  { cell = 1, reflection = false, real = false, parity = false }: RingOptions = {},
): RingSector {
  if (!(Number.isInteger(qubits) && qubits >= 2 && qubits <= MOST_QUBITS)) {
    throw new ShapeError(`ringSector: 2 to ${MOST_QUBITS} qubits required, got ${qubits}`);
  }
  if (!(Number.isInteger(cell) && cell >= 1 && qubits % cell === 0)) {
    throw new ShapeError(`ringSector: a cell of a number of sites that divides ${qubits} required, got ${cell}`);
  }
  const group = { qubits, cell, reflection };
  const { orbits, mistakes } = ringWordOrbits(controlWords(metric, qubits), group);
  if (mistakes.length > 0) throw new DomainError(mistakes.map((text) => `ringSector: ${text}`).join('\n'));
  const kept = orbits.filter(({ words: [word] }) => {
    const { flip, quarterTurns } = bitOperator(word!);
    return (!real || quarterTurns % 2 === 1) && (!parity || bitCount(flip) % 2 === 0);
  });
  if (kept.length === 0) throw new DomainError('ringSector: a metric with controls required, got none');
  const states = ringOrbits(group);
  const dimension = states.representatives.length;
  const total = kept.reduce((sum, { words }) => sum + words.length, 0);
  if (total * dimension > MOST_ENTRIES) {
    throw new ShapeError(
      `ringSector: at most ${MOST_ENTRIES} words times basis states required, got ${total} times ${dimension}`,
    );
  }
  return {
    ...states,
    ...controlsOfEntries(dimension, kept.length, (a) => entriesOf(kept[a]!, states)),
    ...group,
    real,
    parity,
    words: kept.map(({ words }) => words),
    inverseWeights: Float64Array.from(kept, ({ words, weight }) => 1 / (words.length * weight)),
    wrongQubits: Float64Array.from(states.representatives, bitCount),
  };
}

/** ⟨O'|Σ_P P|O⟩, column by column. */
function entriesOf({ words }: WordOrbit, { orbitOf, representatives, orbitSizes }: RingOrbits): readonly Entry[] {
  const operators = words.map(bitOperator);
  return Array.from(representatives).flatMap((b, column) => {
    const sums = new Map<number, readonly [re: number, im: number]>();
    for (const { flip, sign, quarterTurns } of operators) {
      const row = orbitOf[b ^ flip]!;
      const [re, im] = sums.get(row) ?? [0, 0];
      const turns = (quarterTurns + 2 * bitCount(b & sign)) % 4;
      sums.set(row, [re + [1, 0, -1, 0][turns]!, im + [0, 1, 0, -1][turns]!]);
    }
    return [...sums].flatMap(([row, [re, im]]) => {
      const factor = Math.sqrt(orbitSizes[column]! / orbitSizes[row]!);
      return re === 0 && im === 0 ? [] : [{ row, column, re: factor * re, im: factor * im }];
    });
  });
}
