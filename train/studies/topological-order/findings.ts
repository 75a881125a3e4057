/** @file The findings of the study in words, tables and charts. */

import { counted } from '../../../src/number-format.ts';
import {
  atMost,
  type Check,
  equals,
  type Findings,
  type StudySection,
  type Verdict,
} from '../../../src/record/study-record.ts';
import type { DeformedCode } from './deformed-code.ts';
import { deformedAnswer, deformedChecks, deformedSection, deformedVerdict } from './deformed-section.ts';
import type { Disks, Knowledge, TopologicalEntropies } from './measured-order.ts';
import type { Options } from './options.ts';
import type { ShallowCircuit } from './shallow-circuits.ts';

interface Measured {
  readonly options: Options;
  readonly disks: readonly Disks[];
  readonly gammas: readonly TopologicalEntropies[];
  readonly knowledge: readonly Knowledge[];
  readonly deformed: DeformedCode;
  readonly shallow: readonly ShallowCircuit[];
  readonly difference: number;
  readonly information: readonly (readonly [state: string, information: number])[];
}

export function findings(measured: Measured): Findings {
  const { options, shallow } = measured;
  const kept = keptDepth(shallow, Math.max(...options.scales));
  return {
    title: 'Topological order',
    question:
      'What distinguishes states in different quantum phases, and can a shallow circuit change it? (II.A, III.A)',
    answer:
      `Every closed disk of the toric code of qudits has ln p less entropy than its rim allows; a cluster state and a product state, ` +
      'which shallow circuits make, lack nothing. The deficit is the same at every scale, by three parts of a disk and by an ' +
      `annulus, and ${counted(kept, 'layer')} of random gates ${kept === 1 ? 'does' : 'do'} not change it in any sample on the largest parts. ` +
      'Distances between sites do not show it: no two edges of the toric code share any information. The encoded qudits are ' +
      `known to bands around the torus, and to no disk. ${deformedAnswer(measured.deformed)}`,
    sections: [
      diskSection(measured),
      gammaSection(measured),
      deformedSection(measured.deformed),
      shallowSection(measured),
      knowledgeSection(measured),
    ],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured, kept),
  };
}

function diskSection({ disks, options }: Measured): StudySection {
  return {
    heading: 'Disks',
    text:
      'A region is the set of all edges around its plaquettes, the rim included. The rim of k × k plaquettes has 4k vertices, each of which ' +
      'could carry an entropy of ln p; one condition on all of them takes ln p away.',
    exhibits: [
      {
        kind: 'chart',
        caption: `Entropy of closed disks. Toric code on a torus of ${options.size} × ${options.size}; dashed: what the rim allows.`,
        x: { label: 'vertices on the rim', kind: 'linear', include: [0] },
        y: { label: 'entropy / ln p', kind: 'linear', include: [0] },
        series: [
          {
            name: 'rim',
            mark: 'dash',
            points: [0, ...disks[0]!.entropies.map(({ side }) => 4 * side)].map((x) => [x, x]),
          },
          ...disks.map(({ prime, entropies }, k) => ({
            name: `p = ${prime}`,
            mark: k === 0 ? ('points' as const) : ('hollow' as const),
            points: entropies.map(({ side, entropy }) => [4 * side, entropy] as const),
          })),
        ],
      },
    ],
  };
}

function gammaSection({ gammas, options }: Measured): StudySection {
  return {
    heading: 'Topological entropy',
    text:
      'In S_{A} + S_{B} + S_{C} − S_{AB} − S_{BC} − S_{CA} + S_{ABC} of three parts of a disk all contributions of rims cancel; −γ remains. ' +
      'In an annulus, I(A : C | B) = 2γ of two opposite sides, given what joins them.',
    exhibits: [
      {
        kind: 'table',
        caption: 'γ/ln p, by parts of disks and by an annulus of 7 × 7 around 3 × 3 plaquettes.',
        columns: ['state', 'p', ...options.scales.map((scale) => `disk of ${2 * scale} × ${2 * scale}`), 'annulus'],
        rows: gammas.map(({ state, prime, disks, annulus }) => [
          state,
          prime,
          ...disks.map(({ gamma }) => settled(gamma)),
          settled(annulus),
        ]),
      },
    ],
  };
}

function shallowSection({ shallow, options }: Measured): StudySection {
  const mean = ({ values }: ShallowCircuit): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const series = ['toric code', 'product state'].flatMap((state, which) =>
    options.scales.map((scale) => ({
      name: `${state}, ${scale} × ${scale}`,
      mark: which === 0 ? ('line-and-points' as const) : ('dash' as const),
      points: shallow
        .filter((entry) => entry.state === state && entry.scale === scale)
        .map((entry) => [entry.depth, mean(entry)] as const),
    })),
  );
  return {
    heading: 'Shallow circuits',
    text:
      'A layer has a random two-qubit Clifford gate on each pair of a random matching of edges that meet. Once the layers reach ' +
      'across a part, the combination is no measure of order any more: it grows in both states.',
    exhibits: [
      {
        kind: 'chart',
        caption: `γ/ln 2 after random circuits. By plaquettes of a quarter of the disk; mean of ${options.samples} circuits each, p = 2.`,
        x: { label: 'layers', kind: 'linear', include: [0] },
        y: { label: 'γ / ln 2', kind: 'linear', include: [0] },
        series,
        levels: [{ y: 1, name: 'toric code' }],
      },
    ],
  };
}

function knowledgeSection({ knowledge, options }: Measured): StudySection {
  return {
    heading: 'What regions know of the code',
    text:
      'The code holds two qudits, which are in no place. The table has the mutual information of a region and their references, at most 4 ln p. A band around the torus ' +
      'knows one logical word of either kind, and these two commute: it recovers neither qudit.',
    exhibits: [
      {
        kind: 'table',
        caption: 'I(reference : region)/ln p.',
        columns: ['region', 'edges', ...options.primes.map((prime) => `p = ${prime}`)],
        rows: knowledge.map(({ region, edges, known }) => [region, edges, ...known.map(settled)]),
      },
    ],
  };
}

const toric = ({ gammas }: Measured): readonly TopologicalEntropies[] =>
  gammas.filter(({ state }) => state === 'toric code');
const trivial = ({ gammas }: Measured): readonly TopologicalEntropies[] =>
  gammas.filter(({ state }) => state !== 'toric code');
const all = (entries: readonly TopologicalEntropies[]): readonly number[] =>
  entries.flatMap(({ disks, annulus }) => [...disks.map(({ gamma }) => gamma), annulus]);
const furthest = (values: readonly number[], from: number): number =>
  values.reduce((worst, value) => (Math.abs(value - from) > Math.abs(worst - from) ? value : worst), from);

function checksOf(measured: Measured): readonly Check[] {
  const { disks, knowledge, shallow, difference, information } = measured;
  const deficits = disks.flatMap(({ entropies }) => entropies.map(({ side, entropy }) => 4 * side - entropy));
  const expected: Readonly<Record<string, number>> = {
    'a disk of half the size': 0,
    'a band around the torus': 2,
    'two bands that cross': 4,
    'all but a disk of half the size': 4,
  };
  return [
    equals('closed disks: rim minus entropy, in ln p', 'closed form', furthest(deficits, 1), 1, 1e-9),
    equals('toric code: γ/ln p, by disks and annulus', 'closed form', furthest(all(toric(measured)), 1), 1, 1e-9),
    equals('cluster and product state: γ/ln p', 'closed form', furthest(all(trivial(measured)), 0), 0, 1e-9),
    ...knowledge.map(({ region, known }) =>
      equals(`what is known to ${region}`, 'closed form', furthest(known, expected[region]!), expected[region]!, 1e-9),
    ),
    atMost(
      'entropies by ranks against amplitudes, 8 qubits: difference',
      'independent computation',
      difference,
      0,
      1e-9,
    ),
    equals(
      'toric code: greatest information between two edges',
      'closed form',
      information.find(([state]) => state === 'toric code')![1],
      0,
      1e-9,
    ),
    equals(
      'before any layer: γ/ln 2 of all samples of the toric code',
      'closed form',
      furthest(
        shallow.filter(({ state, depth }) => state === 'toric code' && depth === 0).flatMap(({ values }) => values),
        1,
      ),
      1,
      1e-9,
    ),
    ...deformedChecks(measured.deformed),
  ];
}

function verdictsOf({ shallow, information, options, deformed }: Measured, kept: number): readonly Verdict[] {
  const samples = shallow.filter(({ state }) => state === 'toric code')[0]!.values.length;
  return [
    {
      statement:
        'states in different quantum phases cannot be transformed into each other by an efficient quantum circuit',
      source: 'III.A',
      verdict: 'holds in part',
      because:
        `${counted(kept, 'layer')} ${kept === 1 ? 'changes' : 'change'} γ of neither state in any of ${samples} random circuits while the parts are larger than the layers ` +
        'reach; random circuits are no proof for all',
    },
    {
      statement: 'states with different quantum phases may lead to completely different geometries',
      source: 'I',
      verdict: 'holds in part',
      because:
        `entropies of regions differ by ln p at every scale up to ${2 * Math.max(...options.scales)} plaquettes, but information between two edges is at most ` +
        `${information.map(([state, value]) => `${settled(value).toFixed(0)} (${state})`).join(', ')} in units of ln 2: no distance between sites sees the order`,
    },
    deformedVerdict(deformed),
  ];
}

/** The most layers after which no sample of either state has changed, at a scale. */
function keptDepth(shallow: readonly ShallowCircuit[], scale: number): number {
  const depths = [...new Set(shallow.map(({ depth }) => depth))].sort((a, b) => a - b);
  const isKept = (depth: number): boolean =>
    shallow
      .filter((entry) => entry.scale === scale && entry.depth === depth)
      .every(({ state, values }) => values.every((value) => value === (state === 'toric code' ? 1 : 0)));
  const broken = depths.find((depth) => !isKept(depth));
  return broken === undefined ? depths.at(-1)! : broken - 1;
}

/** The number without rounding near a whole one. */
const settled = (value: number): number => (Math.abs(value - Math.round(value)) < 1e-9 ? Math.round(value) + 0 : value);
