/** @file What was found of a user's own circuits and curve. */

import type { TwoGeometries } from '../../../src/bulk/two-geometries.ts';
import { significant } from '../../../src/number-format.ts';
import { type Check, type Exhibit, equals, type StudySection, type Verdict } from '../../../src/record/study-record.ts';
import type { Own, OwnCircuit, OwnCurve } from './own.ts';
import { agreementTable, controlTable, learnedTable, rounded, siteMap } from './sections.ts';

/** Most sites of a map. */
const MOST_SHOWN = 64;
/** Share of relabellings with as great a correlation from which on it counts as chance, as is customary. */
const CHANCE = 0.05;

export function ownAnswer({ circuits, curve }: Own): string {
  const one = circuits.map(({ name, geometries: { pairs, arrived, tight, violations, mantel } }) => {
    const alike = mantel === null ? '' : `, Mantel’s r ${significant(mantel.correlation, 3)}`;
    return `${name}: pasts of ${pairs} pairs meet, ${arrived} share information, ${tight} at once and ${violations} before${alike}.`;
  });
  if (curve === null) return one.join(' ');
  const { pairs, arrived, mantel } = curve.byLayers;
  const alike = mantel === null ? '' : `, Mantel’s r ${significant(mantel.correlation, 3)}`;
  return [
    ...one,
    `Curve ${curve.name}: pasts of ${pairs} pairs meet in the circuit of its last state, ${arrived} share information${alike}.`,
  ].join(' ');
}

export const ownSections = ({ circuits, curve }: Own): readonly StudySection[] => [
  ...(circuits.length === 0 ? [] : [circuitsSection(circuits)]),
  ...(curve === null ? [] : [curveSection(curve)]),
];

function circuitsSection(circuits: readonly OwnCircuit[]): StudySection {
  const rows = circuits.map(({ name, qubits, layers, geometries }) => ({
    name: `${name}, ${qubits} qubits, ${layers} layers`,
    closed: null,
    geometries,
  }));
  return {
    heading: 'Your circuits',
    text:
      'Time is counted in layers of commuting rotations about Pauli words, those on single qubits and those that a gate consists of included. Arrivals after echoes from the ends are left in. ' +
      'Speeds are given where arrivals differ in separation and time.',
    exhibits: [
      agreementTable(
        rows,
        'Your circuits. Ratio of the speeds; pairs whose pasts meet, that share information, and at once; mean delay; Mantel’s r; distortion after one rescaling; Jaccard’s index of the neighbourhood graphs.',
      ),
      controlTable(rows),
      speedTable(circuits),
      ...circuits.filter(({ qubits }) => qubits <= MOST_SHOWN).flatMap(mapsOf),
    ],
  };
}

const speedTable = (circuits: readonly OwnCircuit[]): Exhibit => ({
  kind: 'table',
  caption: 'Fronts. Sites per layer at which the pasts of pairs that arrive meet, and at which they arrive.',
  columns: ['circuit', 'of the cone', 'of information'],
  rows: circuits.map(({ name, geometries }) => [
    name,
    rounded(geometries.contactSpeed),
    rounded(geometries.arrivalSpeed),
  ]),
});

function mapsOf({ name, qubits, contact, arrivals }: OwnCircuit): readonly Exhibit[] {
  const names = Array.from({ length: qubits }, (_, site) => String(site));
  return [
    siteMap(`${name}, the computational universe. When pasts meet.`, contact, names),
    siteMap(`${name}, the space-time of the states. When information arrives.`, arrivals, names),
  ];
}

function curveSection({ name, qubits, frames, arrivals, byLayers, byTimes }: OwnCurve): StudySection {
  const names = Array.from({ length: qubits }, (_, site) => String(site));
  const row = (contacts: string, own: TwoGeometries, inTime: boolean) => [
    contacts,
    own.pairs,
    own.arrived,
    inTime ? own.violations : null,
    inTime ? own.tight : null,
    rounded(own.mantel?.correlation),
    rounded(own.mantel?.probability),
    rounded(own.distortion?.distortion),
    rounded(own.jaccard),
    rounded(own.permuted.mantel?.correlation),
    rounded(own.permuted.jaccard),
  ];
  return {
    heading: 'Your curve of states',
    text:
      `States of ${qubits} qubits along the curve ${name}, every one learned by a brickwork that begins where the one before ended; gates of less than 0.02 are left out. Pairs arrive at the first time at ` +
      'which their mutual information exceeds the threshold. Contacts are layers of the last circuit, or the first time in whose circuit pasts meet; violations and tight pairs need the same units.',
    label: 'analogy',
    exhibits: [
      {
        kind: 'table',
        caption: 'Arrivals along the curve against contacts in the learned circuits, and with exchanged sites.',
        columns: [
          'contacts',
          'pairs',
          'arrive',
          'violations',
          'tight',
          'r',
          'p',
          'distortion',
          'Jaccard',
          'r, exchanged',
          'Jaccard, exchanged',
        ],
        rows: [row('layers of the last circuit', byLayers, false), row('first time', byTimes, true)],
      },
      learnedTable(frames),
      siteMap('The curve. When information arrives.', arrivals, names, 'time'),
      siteMap('The circuit of its last state. When pasts meet.', frames.at(-1)!.contact, names),
    ],
  };
}

export const ownChecks = ({ circuits }: Own): readonly Check[] =>
  circuits.map(({ name, geometries }) =>
    equals(`${name}: pairs that share information before their pasts meet`, 'theorem', geometries.violations, 0, 0),
  );

export const ownVerdicts = ({ circuits, curve }: Own): readonly Verdict[] => [
  ...circuits.map(verdictOf),
  ...(curve === null ? [] : [curveVerdict(curve)]),
];

function verdictOf({ name, geometries }: OwnCircuit): Verdict {
  const { pairs, arrived, tight, mantel, permuted } = geometries;
  return {
    statement: `${name}: the space-time of the states is the computational universe of the circuit`,
    source: 'II.F',
    verdict:
      pairs > 0 && tight === pairs
        ? 'holds'
        : mantel !== null && mantel.correlation > 0 && mantel.probability <= CHANCE
          ? 'holds in part'
          : 'fails',
    because: `of ${pairs} pairs whose pasts meet ${arrived} share information, ${tight} at once; ${correlations(geometries)}; exchanged sites break causality in ${permuted.violations} pairs`,
  };
}

const curveVerdict = ({ name, byLayers }: OwnCurve): Verdict => ({
  statement: `${name}: the networks that are learned for the states carry the geometry of the curve`,
  source: 'II.A, II.F',
  verdict: 'analogy',
  because: `layers of contact against times of arrival: ${correlations(byLayers)}; the brickwork is given, so its causal structure is not the states’ own`,
});

function correlations({ mantel, permuted }: TwoGeometries): string {
  if (mantel === null) return 'one table is constant, and Mantel’s r not defined';
  const exchanged = permuted.mantel === null ? '' : `, ${significant(permuted.mantel.correlation, 2)} in one exchange`;
  return `Mantel’s r ${significant(mantel.correlation, 3)}, p ${significant(mantel.probability, 2)}${exchanged}`;
}
