/** @file What is found of GHZ of many qubits, grown from few. */

import { atMost, type Check, type StudySection } from '../../../src/record/study-record.ts';
import type { GrowthLaw } from './growth-law.ts';

/** An upper bound, from a path to fewer qubits for which the others are a field. */
export interface Grown {
  readonly qubits: number;
  readonly length: number;
  readonly infidelity: number;
  /** Of its length. */
  readonly uncertainty: number;
  /** The qubits that go to GHZ first, and the length of that path. */
  readonly first: { readonly qubits: number; readonly length: number };
  /** Its blocks. */
  readonly type: string;
  /** What the shortest path to few qubits leads to without a field. */
  readonly closed: number;
}

/** The bounds beside the laws of few qubits. */
export function grownSection(grown: readonly Grown[], laws: readonly GrowthLaw[]): StudySection {
  const [logarithm, power] = [laws.find(({ law }) => law === 'a + b·ln n')!, laws.find(({ law }) => law === 'a·n^b')!];
  return {
    heading: 'Many qubits',
    text:
      'While m qubits go to GHZ by a path of length L, the others, in a product state, turn single ones of them at the weight 1/(1 + n − m), and go to ' +
      '|+⟩; then the m turn them, exactly: √(L² + (π/4)²) + (π/4)·√((n − m)/m). Upper bounds, not of the fit; beside them the same without a ' +
      'field, from the shortest path above, and the laws fitted above, which are no bounds.',
    exhibits: [
      {
        kind: 'table',
        caption: 'GHZ of many qubits, from paths to few. L: length of the first part.',
        columns: ['qubits', 'first', 'L', 'blocks', 'length', '±', 'infidelity', 'no field', 'a + b·ln n', 'a·n^b'],
        rows: grown.map(({ qubits, first, type, length, uncertainty, infidelity, closed }) => [
          qubits,
          first.qubits,
          first.length,
          type,
          length,
          uncertainty,
          infidelity,
          closed,
          logarithm.a + logarithm.b! * Math.log(qubits),
          power.a * qubits ** power.b!,
        ]),
      },
    ],
  };
}

/** What each may be at most: turns from |+⟩ alone, each to five times as many, π/4·2 for each factor of five and π/4·√2 before. */
export const grownChecks = (grown: readonly Grown[]): readonly Check[] =>
  grown.map(({ qubits, length }) =>
    atMost(
      `GHZ_{${qubits}}, grown: not longer than turns from one qubit, each to five times as many`,
      'closed form',
      length,
      (Math.PI / 4) * (Math.SQRT2 + 2 * Math.ceil(Math.log(qubits) / Math.log(5))),
    ),
  );
