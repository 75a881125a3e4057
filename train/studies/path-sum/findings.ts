/** @file The findings of the study in words. */

import type { Findings, Verdict } from '../../../src/record/study-record.ts';
import {
  type BergerLength,
  type GeneralGate,
  kernelChecks,
  lengthSection,
  type RoundSum,
  roundSection,
} from './one-qubit.ts';
import type { Options } from './options.ts';
import { type Counts, type WordSum, wordChecks, wordSection } from './words.ts';

interface Measured {
  readonly options: Options;
  readonly sums: readonly WordSum[];
  readonly counts: readonly Counts[];
  readonly rounds: readonly RoundSum[];
  readonly lengths: readonly BergerLength[];
  readonly general: readonly GeneralGate[];
}

export function findings({ options, sums, counts, rounds, lengths, general }: Measured): Findings {
  const [cycle] = sums;
  const last = cycle!.rows.at(-1)!;
  const differences = lengths.map(({ heat, closed }) => Math.abs(heat.squaredLength - closed));
  return {
    title: 'Least action or path integral?',
    question: 'Is the optimal circuit what remains of a sum over all circuits? (III.B)',
    answer:
      `In the sum over all circuits of swaps that make a cycle of ${options.sites} sites, the shortest have half of the weight where a gate weighs ${(cycle!.half).toFixed(3)} over the number of ` +
      `gates, and ${last.share.toPrecision(2)} at 0.99 over it, where the mean length is ${last.meanLength.toFixed(0)} in place of ${cycle!.distance}. For one qubit at equal weights the path integral ` +
      `is exactly a sum over geodesics; with Z at weight ${options.weight} its limit at small times gives the squared complexity to ${Math.max(...differences).toExponential(1)} without any geodesic.`,
    sections: [wordSection(sums, counts), roundSection(rounds), lengthSection(options.weight, lengths, general)],
    checks: [...wordChecks(sums, counts), ...kernelChecks(options.weight, rounds, lengths, general)],
    verdicts: verdictsOf(sums, rounds),
  };
}

function verdictsOf(sums: readonly WordSum[], rounds: readonly RoundSum[]): readonly Verdict[] {
  const small = sums.map(({ rows }) => rows[0]!.share);
  const large = sums.map(({ rows }) => rows.at(-1)!.share);
  const late = rounds.map(({ rows }) => rows.at(-1)!.share);
  return [
    {
      statement: 'The least action principle and the path integral over all circuits are equivalent.',
      source: 'III.B',
      verdict:
        Math.min(...small) > 0.5 && Math.max(...large) < 0.5
          ? 'holds in part'
          : Math.min(...large) > 0.5
            ? 'holds'
            : 'fails',
      because:
        `Shares of the shortest circuits are at least ${Math.min(...small).toFixed(3)} where a gate weighs 0.02 over the number of gates, and at most ${Math.max(...large).toPrecision(2)} at 0.99 over it. ` +
        `With continuous time the shortest path is the limit t → 0; at t = 2 it is ${late.map((share) => share.toPrecision(2)).join(', ')} times the whole sum.`,
    },
    {
      statement: 'To change the metric of complexity is a diffeomorphism of the emerging space-time.',
      source: 'III.C',
      verdict: 'analogy',
      because:
        'For one gate the kernels of all metrics are different functions with different shortest paths; no map of space-times is defined here.',
    },
  ];
}
