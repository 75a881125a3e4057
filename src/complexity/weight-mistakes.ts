/** @file What is wrong with the weights of single words: everything at once. */

import { lettersOf, type PenaltyMetric } from './penalty-metric.ts';

/** One mistake in the tables of a metric. */
export interface WeightMistake {
  readonly table: 'words' | 'letters';
  /** The entry. */
  readonly name: string;
  readonly required: string;
  readonly got: string;
}

/**
 * All mistakes in the tables of words and of letters of a metric; none if they are right.
 *
 * @param qubits - of the words; where it is not known, all words must be as long as the first one
 */
export function weightMistakes(
  { words = {}, letters = {} }: Pick<PenaltyMetric, 'words' | 'letters'>,
  qubits?: number,
): readonly WeightMistake[] {
  const first = Object.keys(words)[0]?.length ?? 0;
  return [
    ...Object.entries(words).flatMap(([name, weight]) =>
      mistakesOf('words', name, [
        [/^[IXYZ]+$/.test(name), 'a word of letters I, X, Y, Z'],
        [name.length === (qubits ?? first), `a word of ${qubits ?? first} letters`],
        [!/^I+$/.test(name), 'a word other than the identity'],
        [weight > 0, 'a weight above 0', weight],
      ]),
    ),
    ...Object.entries(letters).flatMap(([name, weight]) =>
      mistakesOf('letters', name, [
        [/^[XYZ]+$/.test(name), 'letters X, Y, Z'],
        [!/^[XYZ]+$/.test(name) || lettersOf(name) === name, `alphabetical order, '${lettersOf(name)}',`],
        [name.length <= (qubits ?? Infinity), `at most ${qubits} letters`],
        [weight > 0, 'a weight above 0', weight],
      ]),
    ),
  ];
}

type Claim = readonly [isRight: boolean, required: string, got?: number];

const mistakesOf = (table: WeightMistake['table'], name: string, claims: readonly Claim[]): readonly WeightMistake[] =>
  claims.flatMap(([isRight, required, got]) =>
    isRight ? [] : [{ table, name, required, got: got === undefined ? `'${name}'` : `${got}` }],
  );
