/** @file What is found of GHZ of many qubits, grown in closed form. */

import { atMost, type Check, type StudySection } from '../../../src/record/study-record.ts';
import type { GrowthLaw } from './growth-law.ts';

/** An upper bound in closed form, from a path to fewer qubits. */
export interface Grown {
  readonly qubits: number;
  readonly length: number;
  /** Numbers of qubits in GHZ, the first of the path that was searched. */
  readonly sizes: readonly number[];
  /** Its blocks. */
  readonly type: string;
  /** Of its length. */
  readonly uncertainty: number;
}

/** The bounds beside the laws of few qubits. */
export function grownSection(grown: readonly Grown[], laws: readonly GrowthLaw[]): StudySection {
  const [logarithm, power] = [laws.find(({ law }) => law === 'a + b·ln n')!, laws.find(({ law }) => law === 'a·n^b')!];
  return {
    heading: 'Many qubits',
    text:
      'From a path of length L to GHZ of m qubits there is one to n qubits of length √(L² + (π/4)²) + (π/4)·√((n − m)/m): the m in GHZ turn the ' +
      'others, exactly. Upper bounds, not of the fit; beside them the laws fitted above, which are no bounds.',
    exhibits: [
      {
        kind: 'table',
        caption: 'GHZ in closed form, from the shortest path searched.',
        columns: ['qubits', 'from', 'blocks', 'length', '±', 'a + b·ln n', 'a·n^b'],
        rows: grown.map(({ qubits, sizes, type, length, uncertainty }) => [
          qubits,
          sizes[0]!,
          type,
          length,
          uncertainty,
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
