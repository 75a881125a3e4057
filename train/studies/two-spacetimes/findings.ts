/** @file The findings of the study in words, checks, tables and pictures. */

import type { TwoGeometries } from '../../../src/bulk/two-geometries.ts';
import type { OpenTable } from '../../../src/geometry/table-comparison.ts';
import { significant } from '../../../src/number-format.ts';
import {
  atLeast,
  atMost,
  type Check,
  type Exhibit,
  equals,
  type Findings,
  type StudySection,
  type Verdict,
} from '../../../src/record/study-record.ts';
import type { BrickworkResult } from './brickwork.ts';
import type { CircuitResult, LearnedFrame } from './circuits.ts';
import type { Options } from './options.ts';

interface Measured {
  readonly options: Options;
  readonly contact: OpenTable;
  readonly fermions: readonly BrickworkResult[];
  readonly clifford: readonly CircuitResult[];
  readonly learned: readonly LearnedFrame[];
}

/** At the greater threshold, whose front is sharper. */
const sharp = ({ compared }: BrickworkResult): TwoGeometries => compared.at(-1)!.geometries;

export function findings(measured: Measured): Findings {
  const { fermions, options } = measured;
  const [dual, , , slow, , disordered] = fermions.map(sharp) as [
    TwoGeometries,
    TwoGeometries,
    TwoGeometries,
    TwoGeometries,
    TwoGeometries,
    TwoGeometries,
  ];
  return {
    title: 'Two space-times',
    question:
      'Is the geometry of an evolving state, read from its mutual information, the computational universe of the circuit that evolves it? (II.F, I)',
    answer:
      `In a brickwork of ${options.sites} sites no pair shares information before the pasts of its sites meet. Under dual-unitary gates all ${dual.tight} of ${dual.arrived} pairs that ` +
      'share information before echoes do so at once: the two space-times are one. Other gates slow the state down by sin θ, by the same factor everywhere ' +
      `(distortion ${significant(slow.distortion!.distortion, 2)} at θ = 0.3), so that they agree up to one scale; near the continuum that scale depends on the step, and with disorder only ` +
      `${Math.round((100 * disordered.arrived) / disordered.pairs)} % of the pairs in each other's cones ever know of each other. Exchanged sites break causality in hundreds of pairs.`,
    sections: [speedSection(measured), mapSection(measured), circuitSection(measured), learnedSection(measured)],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
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

const rounded = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.abs(value) < 1e-9 ? 0 : Number(value.toPrecision(3));

function speedSection({ fermions }: Measured): StudySection {
  return {
    heading: 'Fermions under a brickwork of gates',
    text:
      'Neighbours share a fermion at first; gates exp(iθ(c†c + h.c.)) act on alternating bonds. A fermion with momentum k has the frequency sin(ω/2) = sin θ cos(k/2), so its greatest speed is sin θ ' +
      'of that of the cone. A pair arrives when its mutual information exceeds the threshold. Speeds are slopes of separation against time; arrivals after echoes from the ends are left out.',
    exhibits: [
      {
        kind: 'chart',
        caption:
          'Speed of information over the speed of the cone. Against sin θ; thresholds show tails before the front.',
        x: { label: 'θ', kind: 'linear', include: [0] },
        y: { label: 'ratio of speeds', kind: 'linear', include: [0, 1] },
        series: [
          {
            name: 'sin θ',
            mark: 'line',
            points: Array.from({ length: 33 }, (_, k) => [(k * Math.PI) / 64, Math.sin((k * Math.PI) / 64)] as const),
          },
          ...[0, 1].map((at) => ({
            name: `I > ${fermions[0]!.compared[at]!.threshold}`,
            mark: at === 0 ? ('hollow' as const) : ('points' as const),
            points: fermions
              .filter(({ disordered }) => disordered !== true)
              .map(({ theta, compared }) => [theta, compared[at]!.geometries.speedRatio] as const),
          })),
          {
            name: 'phases at random',
            mark: 'points' as const,
            points: fermions
              .filter(({ disordered }) => disordered === true)
              .map(({ theta, compared }) => [theta, compared[1]!.geometries.speedRatio] as const),
          },
        ],
      },
      agreementTable(
        fermions.flatMap(({ name, closed, compared }) =>
          compared.map(({ threshold, geometries }) => ({ name: `${name}, I > ${threshold}`, closed, geometries })),
        ),
        'Agreement. Ratio of the speeds and sin θ; pairs whose pasts meet, that share information, and at once; mean delay; Mantel’s r; distortion after one rescaling; Jaccard’s index of the neighbourhood graphs.',
      ),
      controlTable(fermions.map((own) => ({ name: own.name, geometries: sharp(own) }))),
    ],
  };
}

function agreementTable(
  rows: readonly { readonly name: string; readonly closed: number | null; readonly geometries: TwoGeometries }[],
  caption: string,
): Exhibit {
  return {
    kind: 'table',
    caption,
    columns: ['evolution', 'speed', 'theory', 'pairs', 'arrive', 'tight', 'delay', 'r', 'distortion', 'Jaccard'],
    rows: rows.map(({ name, closed, geometries: own }) => [
      name,
      rounded(own.speedRatio),
      rounded(closed),
      own.pairs,
      own.arrived,
      own.tight,
      rounded(own.slack),
      rounded(own.mantel?.correlation),
      rounded(own.distortion?.distortion),
      rounded(own.jaccard),
    ]),
  };
}

function controlTable(rows: readonly { readonly name: string; readonly geometries: TwoGeometries }[]): Exhibit {
  return {
    kind: 'table',
    caption:
      'Controls. The probability of such a correlation for exchanged sites, and what becomes of causality in one exchange.',
    columns: [
      'evolution',
      'violations',
      'p',
      'violations, exchanged',
      'tight, exchanged',
      'r, exchanged',
      'Jaccard, exchanged',
    ],
    rows: rows.map(({ name, geometries: { violations, mantel, permuted } }) => [
      name,
      violations,
      rounded(mantel?.probability),
      permuted.violations,
      permuted.tight,
      rounded(permuted.mantel?.correlation),
      rounded(permuted.jaccard),
    ]),
  };
}

function mapSection({ contact, fermions }: Measured): StudySection {
  const sites = contact.length;
  const shown = Math.min(32, sites);
  const first = (sites - shown) >> 1;
  const names = Array.from({ length: shown }, (_, k) => String(first + k));
  const cut = (table: OpenTable) => names.map((_, a) => names.map((__, b) => table[first + a]![first + b]!));
  const map = (caption: string, values: OpenTable, quantity = 'layers'): Exhibit => ({
    kind: 'heat-map',
    caption,
    quantity,
    rowsLabel: 'site',
    columnsLabel: 'site',
    rows: names,
    columns: names,
    values,
  });
  const chosen = fermions.find(({ theta }) => theta === 0.6)!;
  const [met, came] = [cut(contact), cut(chosen.arrivals)];
  const delay = met.map((row, a) =>
    row.map((layer, b) => (layer === null || came[a]![b] === null ? null : came[a]![b]! - layer)),
  );
  return {
    heading: 'Contact and arrival',
    text: `Layers after which the pasts of two sites meet, and after which they share more than ${chosen.compared[0]!.threshold} nats at θ = 0.6; the ${shown} sites in the middle. The delay grows in proportion to the separation.`,
    label: 'analogy',
    exhibits: [
      map('The computational universe. When pasts meet.', met),
      map('The space-time of the state. When information arrives.', came),
      map('Delay. Arrival less contact.', delay),
    ],
  };
}

function circuitSection({ clifford }: Measured): StudySection {
  return {
    heading: 'Clifford circuits',
    text:
      'iSWAP gates carry Bell pairs apart, one site a layer, and leave them one of two bits. Random gates spread what pairs share over many sites, where pairs no longer see it. GHZ, made by one CNOT after the other, is tight; of a ' +
      'cluster state, made in one layer, pairs know nothing but at its ends.',
    exhibits: [
      agreementTable(
        clifford.map(({ name, qubits, geometries }) => ({ name: `${name}, ${qubits}`, closed: null, geometries })),
        'Circuits on many qubits. As before; layers are those of commuting gates.',
      ),
      controlTable(clifford),
    ],
  };
}

function learnedSection({ learned, options }: Measured): StudySection {
  return {
    heading: 'A curve of learned circuits',
    text:
      `A quench of the Ising chain of ${options.learned} qubits, every state learned by a brickwork that begins where the one before ended; gates of less than 0.02 are left out. Contacts in the circuit ` +
      'are compared with −log(I/I_max) in the state.',
    label: 'analogy',
    exhibits: [
      {
        kind: 'table',
        caption:
          'Learned networks against their states. Time, infidelity, gates in use, Mantel’s r and p, distortion, Jaccard’s index.',
        columns: ['time', 'infidelity', 'gates', 'r', 'p', 'distortion', 'Jaccard'],
        rows: learned.map(({ time, infidelity, gates, mantel, distortion, jaccard }) => [
          time,
          infidelity,
          gates,
          rounded(mantel?.correlation),
          rounded(mantel?.probability),
          rounded(distortion),
          rounded(jaccard),
        ]),
      },
    ],
  };
}
