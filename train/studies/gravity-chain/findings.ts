/** @file The findings of the study in words: answer, checks, and verdicts from scores. */

import { significant } from '../../../src/number-format.ts';
import { atLeast, atMost, type Check, equals, type Findings, type Verdict } from '../../../src/record/study-record.ts';
import type { Answered } from './answered.ts';
import { byOwnCharge, byVariation, verdictOf } from './contests.ts';
import type { NamedDefect } from './defects.ts';
import { evolutionSection, evolutionSentence, evolutionVerdict } from './evolution-section.ts';
import { kindsCheck, kindsSection, kindsSentence } from './kind-sections.ts';
import type { Matter } from './matter.ts';
import {
  curvatureSection,
  type Measured,
  matterSection,
  missingShare,
  networkSection,
  ofKind,
  stateDefect,
  targetSection,
  titleOf,
} from './sections.ts';

const numbered = (value: number | null): string => (value === null ? 'none' : significant(value, 3));

export function findings(measured: Measured): Findings {
  const { answered, evolution, matter } = measured;
  return {
    title: 'From a state to a gravity equation',
    question:
      'State to network, network to geometry, geometry to a gravity equation: do a given state, its optimal network, and the geometries of the continuum pass, against controls? (I, Tasks 1–4; II.C)',
    answer: [
      ...answered.map(sentenceOf),
      ...(evolution === null ? [] : [evolutionSentence(evolution)]),
      latticeSentence(matter),
    ].join('\n'),
    sections: [
      ...(answered.length === 0 ? [] : [networkSection(answered), kindsSection(answered)]),
      ...answered.map(targetSection),
      ...(evolution === null ? [] : [evolutionSection(evolution)]),
      matterSection(measured),
      curvatureSection(measured),
    ],
    checks: checksOf(measured),
    verdicts: [...answered.flatMap(verdictsOf), ...evolutionVerdict(evolution), curvatureVerdict(measured)],
  };
}

const latticeSentence = ({ mass }: Matter): string =>
  `On a lattice, a bump of mass is explained by a curvature to ${significant(100 * mass.found.error, 2)} % on intervals left out, where null models reach ${significant(100 * Math.min(mass.nulls.shuffled, mass.nulls.smooth), 2)} % at best. All of this is for these states, at these sizes, against these controls.`;

/** ', with no density in 98 % of the intervals', or nothing where all have one. */
const withoutDensity = (one: NamedDefect): string =>
  missingShare(one) === 0 ? '' : `, with no density in ${significant(100 * missingShare(one), 3)} % of the intervals`;

function sentenceOf(target: Answered): string {
  const state = stateDefect(target);
  if (state.defect.spread === null) {
    return `${titleOf(target)}: no interval has a kinematic density, so that q is not defined.`;
  }
  const beats = (one: NamedDefect): string => {
    const { beaten, of } = byVariation(one, target);
    return `${beaten} of ${of} controls`;
  };
  const networks = ofKind(target, 'network').map(
    (one) => `that of ${one.name.replace('network, ', 'its network’s ')} ${beats(one)}${withoutDensity(one)}`,
  );
  const fails = (one: NamedDefect): boolean => verdictOf(one, target) === 'fails';
  const isSplit = !fails(state) && networks.length > 0 && ofKind(target, 'network').every(fails);
  return `${titleOf(target)}: the geometry of the state, of defect ${numbered(state.defect.spread)}, beats ${beats(state)}${networks.length === 0 ? '' : `; ${networks.join('; ')}`}.${isSplit ? ' The state passes, its network does not.' : ''}${kindsSentence(target)}`;
}

function verdictsOf(target: Answered): readonly Verdict[] {
  const state = stateDefect(target);
  const because = (one: NamedDefect): string => {
    if (one.defect.spread === null) return 'No interval has a density I(a:b|B) > 0, so that q is not defined';
    const [common, own] = [byVariation(one, target), byOwnCharge(one, target)];
    return (
      `Defect ${numbered(one.defect.spread)}${one === state ? '' : `, that of the state ${numbered(state.defect.spread)}`}; by the variation of e^{q} it beats ${common.beaten} of ${common.of} controls, least score ${numbered(common.least)}; ` +
      `with a c for each ${own.beaten} of ${own.of}${withoutDensity(one)}`
    );
  };
  return [
    {
      statement: `The entropies of the state obey the gravity equation: ${titleOf(target)}.`,
      source: 'I, Task 3; II.C',
      verdict: verdictOf(state, target),
      because: because(state),
    },
    ...ofKind(target, 'network').map(
      (one): Verdict => ({
        statement: `The geometry of ${one.name.replace('network, ', 'the network’s ')} obeys the gravity equation: ${titleOf(target)}.`,
        source: 'I, Task 3',
        verdict: verdictOf(one, target),
        because: because(one),
      }),
    ),
    ...holographyVerdict(target),
  ];
}

/** Nearer to which of the two, over all pairs of intervals. */
function holographyVerdict(target: Answered): readonly Verdict[] {
  const { holography } = target;
  if (typeof holography === 'string') return [];
  const off = (of: 'fermions' | 'holographic'): number =>
    Math.sqrt(holography.intervals.reduce((sum, one) => sum + (one.information - one[of]) ** 2, 0));
  const isNearer = off('holographic') < off('fermions');
  const { tripartite, holographicTripartite } = holography;
  const isAlso = Math.abs(tripartite - holographicTripartite) < Math.abs(tripartite);
  return [
    {
      statement: `Entropies of two intervals and of three regions are areas in anti-de Sitter space: ${titleOf(target)}.`,
      source: 'I, Task 4',
      verdict: isNearer && isAlso ? 'holds' : isNearer || isAlso ? 'holds in part' : 'fails',
      because: `I of two intervals is off by ${numbered(off('holographic'))} from Ryu–Takayanagi surfaces and by ${numbered(off('fermions'))} from free fermions, root of the sum of squares; I₃ of three quarters is ${numbered(tripartite)}, of surfaces ${numbered(holographicTripartite)}, of free fermions 0`,
    },
  ];
}

function curvatureVerdict({ answered, matter }: Measured): Verdict {
  const all = [...answered.filter(({ hasReference }) => hasReference).map(({ curvature }) => curvature), matter.mass];
  const known = all.filter((one) => one !== null);
  const better = known.filter(({ found, nulls }) => found.error < Math.min(nulls.shuffled, nulls.smooth)).length;
  return {
    statement: 'A metric explains how the entropies differ from those of the vacuum.',
    source: 'II.C',
    verdict: better === known.length ? 'holds' : better === 0 ? 'fails' : 'holds in part',
    because: `Errors on intervals left out ${known.map(({ found }) => numbered(found.error)).join(', ')}; of shuffled and smooth random defects ${known.map(({ nulls }) => `${numbered(nulls.shuffled)} and ${numbered(nulls.smooth)}`).join(', ')}`,
  };
}

function checksOf({ options, answered, matter }: Measured): readonly Check[] {
  const [, half, quarter] = matter.disturbances;
  const [law, smaller] = matter.firstLaw;
  const energy = matter.disturbances.filter(({ name }) => name.startsWith('energy'));
  return [
    ...answered.flatMap((target) =>
      ofKind(target, 'metric')
        .filter(({ defect }) => defect.verdict === 'defined')
        .map((one) => metricCheck(target, one)),
    ),
    ...answered.map((target) =>
      equals(
        `GHZ: intervals with a density, ${titleOf(target)}`,
        'closed form',
        target.defects.find(({ name }) => name === 'GHZ')!.defect.intervals,
        0,
        0,
      ),
    ),
    ...answered.flatMap(kindsCheck),
    ...answered.flatMap(firstLawCheck),
    equals('δq of the bump of mass, ratio at half the size', 'closed form', half!.defect / quarter!.defect, 4, 0.15),
    atMost('δq of the bump of energy, in units of 6 δS', 'closed form', energy[0]!.defect / energy[0]!.areas, 0, 0.05),
    atMost(
      'residual of the wave equation in time, of second order in 1/width',
      'closed form',
      matter.wave,
      2 / options.matter.width ** 2,
    ),
    atMost(
      'Δ⟨K⟩ − ΔS − S(ρ′‖ρ)',
      'theorem',
      Math.max(...matter.firstLaw.map((one) => Math.abs(one.modularChange - one.entropyChange - one.relativeEntropy))),
      0,
      1e-9,
    ),
    atLeast('relative entropy', 'theorem', Math.min(...matter.firstLaw.map((one) => one.relativeEntropy)), 0),
    equals(
      'relative entropy, ratio at half the size',
      'closed form',
      law!.relativeEntropy / smaller!.relativeEntropy,
      4,
      0.2,
    ),
    atMost(
      'error of the planted curvature on intervals left out, against the better null model',
      'independent computation',
      matter.planted.found.error,
      Math.min(matter.planted.nulls.shuffled, matter.planted.nulls.smooth),
    ),
  ];
}

/** The exact metrics obey the equation up to the lattice: |q − mean| of S = (c/3) log ℓ + s₀ falls as 1/(2(|B| + 1)²). */
function metricCheck(target: Answered, one: NamedDefect): Check {
  const shortest = one.defect.lengths[0]!.length;
  return atMost(
    `greatest |q − mean| of ${one.name}, ${titleOf(target)}`,
    'closed form',
    one.defect.most!,
    1 / (2 * (shortest + 1) ** 2),
    0.01,
  );
}

/** The identity behind the first law, for a state given by its amplitudes. */
function firstLawCheck(target: Answered): readonly Check[] {
  if (target.firstLaw === null) return [];
  const remainders = target.firstLaw.map((one) =>
    Math.abs(one.modularChange - one.entropyChange - one.relativeEntropy),
  );
  return [atMost(`Δ⟨K⟩ − ΔS − S(ρ′‖ρ), ${titleOf(target)}`, 'theorem', Math.max(...remainders), 0, 1e-9)];
}
