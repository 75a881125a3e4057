/** @file The findings of the study in words. */

import { significant } from '../../../src/number-format.ts';
import type { Findings, Verdict } from '../../../src/record/study-record.ts';
import { featureChecks } from './checks.ts';
import { coupling, type Measured } from './measured.ts';
import { gapSections, networkSection, ownSection, plantedSection } from './sections.ts';

const percent = (value: number): string => `${significant(100 * value, 2)} %`;

export function findings(measured: Measured): Findings {
  const { options, gaps, others, single, own } = measured;
  const [first, last] = [gaps[0]!, gaps.at(-1)!];
  return {
    title: 'Entanglement features',
    question:
      'Can a network be learned from the entropies of a state alone, and do its bonds thin out as a gap opens? (I, II)',
    answer:
      `The Rényi-2 entropies of all 127 regions of the hopping ring are those of Ising spins on a dyadic network with rings to ${gaps.map(({ relative }) => percent(relative)).join(', ')} at δ = ${options.dimerisations.join(', ')}. ` +
      `The coupling of the outermost ring falls from ${coupling(first, 'ring 0').toFixed(3)} to ${coupling(last, 'ring 0').toFixed(3)}, that of the rungs below it from ${coupling(first, 'rungs 0').toFixed(3)} to ${coupling(last, 'rungs 0').toFixed(4)}. ` +
      `Only ${first.rank} of ${first.parameters.length} couplings are determined by the critical table. A flat strip fits it to ${percent(others[0]!.relative)}, random graphs to ${others
        .slice(1)
        .map(({ relative }) => percent(relative))
        .join(', ')}; single sites in place of cells leave ${percent(single.relative)}.` +
      `${own === null ? '' : ` ${own.state}: ${own.fits.map(({ name, relative }) => `${name} ${percent(relative)}`).join(', ')}.`}`,
    sections: [
      ...gapSections(measured),
      networkSection(measured),
      plantedSection(measured),
      ...(own === null ? [] : [ownSection(own)]),
    ],
    checks: featureChecks(measured),
    verdicts: verdictsOf(measured),
  };
}

function verdictsOf({ options, gaps, others, planted }: Measured): readonly Verdict[] {
  const [first, last] = [gaps[0]!, gaps.at(-1)!];
  return [
    {
      statement: 'the geometry of a network can be learned from entanglement features',
      source: 'I',
      verdict: 'holds in part',
      because:
        `planted couplings are found again to ${significant(Math.max(...planted.trials.map(({ error }) => error)), 1)} where the Fisher information has full rank; of the critical ring ${first.rank} of ${first.parameters.length} are determined, ` +
        `and the graph must be offered: a flat strip fits to ${percent(others[0]!.relative)}, the dyadic network to ${percent(first.relative)}, random graphs to ${percent(Math.min(...others.slice(1).map(({ relative }) => relative)))} at best`,
    },
    {
      statement: 'the network of a critical state is hyperbolic, and its bulk vanishes as a gap opens',
      source: 'I',
      verdict: 'analogy',
      because: `cutting the first rungs changes the entropies by ${percent(first.bulk ?? 0)} at δ = ${options.dimerisations[0]} and by ${percent(last.bulk ?? 0)} at ${options.dimerisations.at(-1)}; but a flat strip fits as well (${percent(others[0]!.relative)}), deep bonds are not determined, and lengths −ln tanh J are a convention`,
    },
    {
      statement: 'learned couplings are a holographic space-time',
      source: 'II',
      verdict: 'analogy',
      because: 'they reproduce second Rényi entropies of one ring; nothing in them is a gravitational equation',
    },
  ];
}
