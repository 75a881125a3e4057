/** @file The wave equation along a user's curve: in a sentence, as a section, as a verdict. */

import { significant } from '../../../src/number-format.ts';
import type { StudySection, Verdict } from '../../../src/record/study-record.ts';
import type { Evolution } from './evolution.ts';

/** Probability up to which the null model is excluded. */
const LEVEL = 0.01;

export function evolutionSentence({ name, sites, fit }: Evolution): string {
  const { velocity, unexplained, inTime, probability } = fit;
  if (unexplained === null) {
    return `Along ${name}, ${sites} sites, all places are alike: of the wave equation ∂_{t}²S = 0 is left, and ∂_{t}²S is ${significant(inTime, 2)}.`;
  }
  const speed =
    velocity === null ? 'no speed explains any of ∂_{x}²S' : `at ${significant(velocity, 3)} sites per time`;
  return `Along ${name}, ${sites} sites, the wave equation of entropies at fixed lengths leaves ${significant(100 * unexplained, 2)} % of ∂_{x}²S unexplained, ${speed} (p = ${significant(probability!, 1)} for exchanged places).`;
}

export function evolutionSection(evolution: Evolution): StudySection {
  const { times, fit, length, entropies } = evolution;
  const mean = (row: readonly (number | null)[]): number => {
    const known = row.filter((value) => value !== null);
    return known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  return {
    heading: 'Your evolution in time',
    text:
      'At fixed lengths of the intervals small changes of the vacuum obey (v⁻²∂_{t}² − ∂_{x}²)δS = 0, which in anti-de Sitter space is a part of the linearised Einstein equation. ' +
      'By differences one site and one step of time apart; what is unexplained is relative to ∂_{x}²S, and 100 % where ∂_{t}²S says nothing of it. ' +
      'The null model exchanges ∂_{t}²S between the places of a length and time.',
    label: 'analogy',
    exhibits: [
      {
        kind: 'map',
        caption: `Entropy of ${length} neighbouring sites. Less the mean over all places at that time; the columns are the first sites.`,
        quantity: 'S − mean (nats)',
        rowsLabel: 'time',
        columnsLabel: 'place',
        rows: entropies.map((row, k) => ({
          name: significant(times[k]!, 3),
          values: row.map((value) => (value === null ? null : value - mean(row))),
        })),
      },
      {
        kind: 'table',
        caption: 'The wave equation. Root mean squares over all places, lengths and times.',
        columns: ['v (sites per time)', 'unexplained', 'p, exchanged places', '∂_{x}²S', '∂_{t}²S', 'points'],
        rows: [[fit.velocity, fit.unexplained, fit.probability, fit.inSpace, fit.inTime, fit.points]],
      },
    ],
  };
}

export function evolutionVerdict(evolution: Evolution | null): readonly Verdict[] {
  if (evolution === null || evolution.fit.unexplained === null) return [];
  const { unexplained, probability, velocity } = evolution.fit;
  return [
    {
      statement: `Changes of the entropies move as waves at fixed lengths, as the linearised Einstein equation has it: ${evolution.name}.`,
      source: 'II.C, II.D',
      verdict: probability! <= LEVEL ? 'holds in part' : 'fails',
      because:
        velocity === null
          ? 'no speed explains any of the differences in space'
          : `${significant(100 * unexplained, 2)} % of ∂_{x}²S is left at the best speed ${significant(velocity, 3)}, p = ${significant(probability!, 1)} for exchanged places`,
    },
  ];
}
