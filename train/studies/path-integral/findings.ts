/** @file The findings of the study in words. */

import { significant } from '../../../src/number-format.ts';
import type { Findings, Verdict } from '../../../src/record/study-record.ts';
import { circuitChecks, circuitSection, type SampledCircuits, type SampledShift, wordSection } from './circuits.ts';
import { type OneQubit, qubitChecks, qubitSection } from './one-qubit.ts';
import type { Options } from './options.ts';
import { metricSection, stateChecks, stateSection } from './state-sections.ts';
import type { StateEnsemble } from './states.ts';

interface Measured {
  readonly options: Options;
  readonly qubit: OneQubit;
  readonly states: readonly StateEnsemble[];
  readonly words: readonly SampledShift[];
  readonly circuits: SampledCircuits;
}

export function findings({ qubit, states, words, circuits }: Measured): Findings {
  return {
    title: 'The sum over networks',
    question: 'Does the optimal network stand out in the sum over all networks, and at what temperature? (III.B)',
    answer: states
      .map(
        ({ name, pooled, freedom, reading, least, rows }) =>
          `${name}: 2β(⟨E⟩ − E_{min}) = ${pooled.value.toFixed(1)} ± ${pooled.error.toFixed(1)}, where ${freedom} directions are free` +
          `${reading === null ? '' : `; the complexity read off the ensemble is ${reading.length.toFixed(4)} ± ${reading.error.toFixed(4)}, of the shortest path ${least.length.toFixed(4)}`}` +
          `; at β = ${significant(rows[0]!.beta, 3)} the mean energy is ${(rows[0]!.energy / least.energy).toFixed(1)} times the least.`,
      )
      .join(' '),
    sections: [
      qubitSection(qubit),
      ...states.map(stateSection),
      wordSection(words),
      circuitSection(circuits),
      metricSection(states),
    ],
    checks: [...qubitChecks(qubit), ...stateChecks(states), ...circuitChecks(words, circuits)],
    verdicts: verdictsOf(states, words),
  };
}

function verdictsOf(states: readonly StateEnsemble[], words: readonly SampledShift[]): readonly Verdict[] {
  const [hot, cold] = [0, -1].map((at) => states.map(({ rows, least }) => rows.at(at)!.energy / least.energy));
  const [shift] = words;
  return [
    {
      statement: 'the optimal network is the saddle point of a path integral over all networks',
      source: 'III.B',
      verdict: Math.max(...cold!) >= 1.5 ? 'fails' : Math.min(...hot!) > 1.5 ? 'holds in part' : 'holds',
      because:
        `in the limit of large β only: mean energies are ${hot!.map((ratio) => ratio.toFixed(1)).join(', ')} times the least at the smallest β, ${cold!.map((ratio) => ratio.toFixed(2)).join(', ')} times at the greatest; ` +
        `what they exceed it by is ½/β for each free direction. Of the words of ${shift!.name} that make the cyclic shift, the shortest are a share ${shift!.share.toFixed(2)} at the weight 0.05`,
    },
    {
      statement: 'space-time emerges as the optimal network',
      source: 'III.B',
      verdict: 'analogy',
      because:
        'β → ∞ is a limit of an ensemble of circuits that is defined here; nothing in it says that it is space-time',
    },
    {
      statement: 'to change the metric of complexity is a diffeomorphism of the emerging space-time',
      source: 'III.C',
      verdict: 'analogy',
      because: states
        .map(({ name, metrics }) => {
          const { factor, effectivePaths, paths } = metrics.at(-1)!;
          return `${name}: at a factor ${factor} for words of more than one qubit, ${effectivePaths.toFixed(1)} of ${paths} paths carry the weight`;
        })
        .join('; '),
    },
  ];
}
