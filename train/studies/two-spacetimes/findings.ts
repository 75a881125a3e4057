/** @file The findings of the study in words, checks, tables and pictures. */

import type { TwoGeometries } from '../../../src/bulk/two-geometries.ts';
import { significant } from '../../../src/number-format.ts';
import { atLeast, atMost, type Check, equals, type Findings, type Verdict } from '../../../src/record/study-record.ts';
import type { Own } from './own.ts';
import { ownAnswer, ownChecks, ownSections, ownVerdicts } from './own-findings.ts';
import { circuitSection, learnedSection, type Measured, mapSection, sharp, speedSection } from './sections.ts';

const ORIGIN = {
  title: 'Two space-times',
  question:
    'Is the geometry of an evolving state, read from its mutual information, the computational universe of the circuit that evolves it? (II.F, I)',
};

/** What was found of a user's own evolutions, before what was found of those that come with the study. */
export function findings(own: Own, measured: Measured | null): Findings {
  const sections = ownSections(own);
  if (measured === null) {
    return {
      ...ORIGIN,
      answer: ownAnswer(own),
      sections,
      checks: ownChecks(own),
      verdicts: ownVerdicts(own),
    };
  }
  return {
    ...ORIGIN,
    answer: [ownAnswer(own), answerOf(measured)].filter((text) => text !== '').join(' '),
    sections: [
      ...sections,
      speedSection(measured),
      mapSection(measured),
      circuitSection(measured),
      learnedSection(measured),
    ],
    checks: [...ownChecks(own), ...checksOf(measured)],
    verdicts: [...ownVerdicts(own), ...verdictsOf(measured)],
  };
}

function answerOf({ fermions, options }: Measured): string {
  const [dual, , , slow, , disordered] = fermions.map(sharp) as [
    TwoGeometries,
    TwoGeometries,
    TwoGeometries,
    TwoGeometries,
    TwoGeometries,
    TwoGeometries,
  ];
  return (
    `In a brickwork of ${options.sites} sites no pair shares information before the pasts of its sites meet. Under dual-unitary gates all ${dual.tight} of ${dual.arrived} pairs that ` +
    'share information before echoes do so at once: the two space-times are one. Other gates slow the state down by sin θ, by the same factor everywhere ' +
    `(distortion ${significant(slow.distortion!.distortion, 2)} at θ = 0.3), so that they agree up to one scale; near the continuum that scale depends on the step, and with disorder only ` +
    `${Math.round((100 * disordered.arrived) / disordered.pairs)} % of the pairs in each other's cones ever know of each other. Exchanged sites break causality in hundreds of pairs.`
  );
}

function checksOf({ fermions, clifford }: Measured): readonly Check[] {
  const all = [
    ...fermions.flatMap(({ compared }) => compared.map(({ geometries }) => geometries)),
    ...clifford.map(({ geometries }) => geometries),
  ];
  const [dual, ...others] = fermions;
  const swap = clifford.find(({ name }) => name === 'iSWAP brickwork')!.geometries;
  const ghz = clifford.find(({ name }) => name.startsWith('GHZ'))!.geometries;
  const clean = others.filter(({ disordered }) => disordered !== true);
  return [
    equals(
      'pairs that share information before their pasts meet',
      'theorem',
      all.reduce((sum, { violations }) => sum + violations, 0),
      0,
      0,
    ),
    equals(
      'dual-unitary gates: share of tight pairs before echoes',
      'closed form',
      sharp(dual!).tight / sharp(dual!).arrived,
      1,
      0,
    ),
    equals('dual-unitary gates: ratio of the speeds', 'closed form', sharp(dual!).speedRatio!, 1, 1e-9),
    ...clean.map((own) =>
      equals(
        `θ = ${own.name}: ratio of the speeds, sin θ up to tails`,
        'closed form',
        sharp(own).speedRatio! / own.closed,
        1,
        0.06,
      ),
    ),
    equals('iSWAP brickwork: share of tight pairs', 'closed form', swap.tight / swap.arrived, 1, 0),
    equals('GHZ: pairs that are not tight', 'closed form', ghz.pairs - ghz.tight, 0, 0),
    atLeast(
      'exchanged sites: violations of causality, least of the clean brickworks',
      'theorem',
      Math.min(...[dual!, ...clean].map((own) => sharp(own).permuted.violations)),
      1,
    ),
    atMost(
      'Mantel’s test: greatest probability of such a correlation for exchanged sites',
      'independent computation',
      Math.max(...[dual!, ...clean].map((own) => sharp(own).mantel!.probability)),
      0.005,
    ),
  ];
}

function verdictsOf({ fermions, clifford, learned }: Measured): readonly Verdict[] {
  const [dual, fast, , slow, continuum, disordered] = fermions.map(sharp);
  const random = clifford.find(({ name }) => name.startsWith('random'))!.geometries;
  const correlations = learned.flatMap(({ mantel }) => (mantel === null ? [] : [mantel]));
  const strongest = correlations.reduce((most, { correlation }) => Math.max(most, correlation), 0);
  return [
    {
      statement: 'the space-time of an evolving network and the computational universe of the evolution are identical',
      source: 'II.F',
      verdict: 'holds in part',
      because:
        `identical for dual-unitary gates (${dual!.tight} of ${dual!.arrived} pairs); up to one factor for others (Mantel r ${significant(fast!.mantel!.correlation, 3)} and ` +
        `${significant(slow!.mantel!.correlation, 3)}, p ≤ 0.001); not with disorder (${significant(disordered!.mantel!.correlation, 2)}) nor for random Clifford gates, where ` +
        `${Math.round((100 * random.arrived) / random.pairs)} % of the pairs ever know of each other`,
    },
    {
      statement: 'there should be no inconsistency between the two geometries',
      source: 'II.F',
      verdict: 'holds',
      because:
        'no pair shares information before the pasts of its sites meet, in any circuit; with exchanged sites hundreds do',
    },
    {
      statement: 'the causal structure of the computation is that of physical space-time',
      source: 'I, II.F',
      verdict: 'fails',
      because: `without a physical step: at θ = 0.1 the cone is ${significant(1 / continuum!.speedRatio!, 3)} times as fast as anything in the state, and the ratio grows without bound as steps become finer`,
    },
    {
      statement: 'the network that is learned for every state carries the geometry of the state',
      source: 'II.A, II.F',
      verdict: 'analogy',
      because: `contacts in learned brickworks correlate with −log I by at most ${significant(strongest, 2)}; the brickwork is given, and its words are all in use, so its causal structure is not the state’s own`,
    },
  ];
}
