/** @file The sections of the page. */

import type { TwoGeometries } from '../../../src/bulk/two-geometries.ts';
import type { OpenTable } from '../../../src/geometry/table-comparison.ts';
import type { Exhibit, StudySection } from '../../../src/record/study-record.ts';
import type { BrickworkResult } from './brickwork.ts';
import type { CircuitResult } from './circuits.ts';
import type { LearnedFrame } from './learned.ts';
import type { Options } from './options.ts';

export interface Measured {
  readonly options: Options;
  readonly contact: OpenTable;
  readonly fermions: readonly BrickworkResult[];
  readonly clifford: readonly CircuitResult[];
  readonly learned: readonly LearnedFrame[];
}

/** At the greater threshold, whose front is sharper. */
export const sharp = ({ compared }: BrickworkResult): TwoGeometries => compared.at(-1)!.geometries;

export const rounded = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.abs(value) < 1e-9 ? 0 : Number(value.toPrecision(3));

export function speedSection({ fermions }: Measured): StudySection {
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

export function agreementTable(
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

export function controlTable(rows: readonly { readonly name: string; readonly geometries: TwoGeometries }[]): Exhibit {
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

/** A table of pairs of sites as a map. */
export const siteMap = (
  caption: string,
  values: OpenTable,
  names: readonly string[],
  quantity = 'layers',
): Exhibit => ({
  kind: 'heat-map',
  caption,
  quantity,
  rowsLabel: 'site',
  columnsLabel: 'site',
  rows: names,
  columns: names,
  values,
});

export function mapSection({ contact, fermions }: Measured): StudySection {
  const sites = contact.length;
  const shown = Math.min(32, sites);
  const first = (sites - shown) >> 1;
  const names = Array.from({ length: shown }, (_, k) => String(first + k));
  const cut = (table: OpenTable) => names.map((_, a) => names.map((__, b) => table[first + a]![first + b]!));
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
      siteMap('The computational universe. When pasts meet.', met, names),
      siteMap('The space-time of the state. When information arrives.', came, names),
      siteMap('Delay. Arrival less contact.', delay, names),
    ],
  };
}

export function circuitSection({ clifford }: Measured): StudySection {
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

export function learnedSection({ learned, options }: Measured): StudySection {
  return {
    heading: 'A curve of learned circuits',
    text:
      `A quench of the Ising chain of ${options.learned} qubits, every state learned by a brickwork that begins where the one before ended; gates of less than 0.02 are left out. Contacts in the circuit ` +
      'are compared with −log(I/I_max) in the state.',
    label: 'analogy',
    exhibits: [learnedTable(learned)],
  };
}

/** States of a curve against the circuits that were learned for them. */
export const learnedTable = (learned: readonly LearnedFrame[]): Exhibit => ({
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
});
