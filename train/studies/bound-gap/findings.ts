/** @file The findings of the study in words, tables and pictures. */

import { significant } from '../../../src/number-format.ts';
import {
  atMost,
  type ChartSeries,
  type Check,
  equals,
  type Findings,
  type StudySection,
} from '../../../src/record/study-record.ts';

/** The shortest path found. */
export interface Length {
  readonly length: number;
  /** Sine of the distance of its end from the target. */
  readonly residual: number;
  readonly slices: number;
  readonly sector: string;
}

/** Lower bounds by each argument; null where none was sought. */
export interface Bounds {
  readonly fubiniStudy: number;
  readonly entanglement: number;
  readonly observable: number;
  readonly transposed: number | null;
  readonly moving: number | null;
  /** The bound by an observable, checked again by other means. */
  readonly rechecked: readonly number[];
}

export interface Found {
  readonly name: 'GHZ' | 'W' | 'random';
  readonly qubits: number;
  readonly path: Length;
  readonly bounds: Bounds;
}

/** Gap below which a path counts as shortest, as a share of its length. */
const CLOSED = 1e-4;

const ARGUMENTS = [
  ['Fubini–Study speed', ({ fubiniStudy }: Bounds) => fubiniStudy],
  ['entanglement', ({ entanglement }: Bounds) => entanglement],
  ['one observable', ({ observable }: Bounds) => observable],
  ['the same, transposed copies', ({ transposed }: Bounds) => transposed],
  ['a moving observable', ({ moving }: Bounds) => moving],
] as const;

/** Most qubits for which the dearer bounds are sought; 0 for none. */
type Most = Readonly<Record<'transposed' | 'moving', number>>;

export function findings(found: readonly Found[], most: Most): Findings {
  const gaps = found.map(gapOf);
  const closed = found.filter((_, k) => gaps[k]! < CLOSED).map(nameOf);
  const widest = found[gaps.indexOf(Math.max(...gaps))];
  const rangeOf = (some: readonly number[]): string =>
    `between ${percent(Math.min(...some))} and ${percent(Math.max(...some))}`;
  const open = gaps.filter((gap) => gap >= CLOSED);
  return {
    title: 'How near to the shortest path?',
    question:
      'The optimal network is the shortest path (II.E). Searches find paths, which bound the complexity from above: how much shorter can the shortest be?',
    answer:
      found.length === 0
        ? 'No state was asked for.'
        : `The gap between the shortest path found and the greatest lower bound is ${rangeOf(gaps)} of the length, widest for ${nameOf(widest!)}.`,
    sections: [table(found, most), picture(found)],
    checks: found.flatMap(checksOf),
    verdicts: [
      {
        statement: 'the optimal network of a state is found as a shortest path',
        source: 'II.E',
        verdict: closed.length === found.length ? 'holds' : 'holds in part',
        because:
          (closed.length === 0 ? 'no path meets its lower bound' : `proved for ${closed.join(', ')}`) +
          (open.length === 0
            ? ''
            : `; elsewhere the shortest path may be shorter than the one found by the gap, ${rangeOf(open)} of its length`),
      },
    ],
  };
}

const nameOf = ({ name, qubits }: Found): string => `${name}_{${qubits}}`;
const percent = (share: number): string => `${(100 * Math.max(0, share)).toFixed(1)}\u00a0%`;

function best({ bounds }: Found): readonly [number, string] {
  return ARGUMENTS.map(([name, of]) => [of(bounds) ?? 0, name] as const).reduce((a, b) => (b[0] > a[0] ? b : a));
}

function gapOf(found: Found): number {
  return 1 - best(found)[0] / found.path.length;
}

function table(found: readonly Found[], { transposed, moving }: Most): StudySection {
  return {
    heading: 'Lengths and lower bounds',
    text:
      'All words of one and two qubits weigh 1. The length is that of the shortest path found, in the sector named: beyond three ' +
      'qubits GHZ states are sought on paths that no permutation changes, although from six on shorter ones break that symmetry. Each bound holds ' +
      'for every path: by the speed of the state in the Fubini–Study metric, by the entanglement to be made, by the expectation of one ' +
      'observable with its speed bounded on two copies of the state' +
      (transposed > 0
        ? `, and, for up to ${transposed} qubits, with entangled copies excluded by their partial transpose (in one cell)`
        : '') +
      (moving > 0
        ? `, and, for GHZ states of up to ${moving} qubits, by an observable that changes on the way (up to three qubits in one segment, with transposed copies; beyond in two, without).`
        : '.') +
      ' Bounds by different arguments do not add: a path may do at the same time what they speak of.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Shortest paths found against lower bounds.',
        columns: [
          'state',
          'length',
          'gap',
          'greatest bound by',
          ...ARGUMENTS.map(([name]) => name),
          'sector',
          'K',
          'residual',
        ],
        rows: found.map((one) => [
          nameOf(one),
          one.path.length,
          percent(gapOf(one)),
          best(one)[1],
          ...ARGUMENTS.map(([, of]) => of(one.bounds)),
          one.path.sector,
          one.path.slices,
          one.path.residual,
        ]),
      },
    ],
  };
}

function picture(found: readonly Found[]): StudySection {
  const names = (['GHZ', 'W', 'random'] as const).filter((name) => found.some((one) => one.name === name));
  const series = names.map((name): ChartSeries => {
    const points = found.filter((one) => one.name === name).map((one) => [one.qubits, 100 * gapOf(one)] as const);
    return { name, mark: name === 'random' ? 'points' : 'line-and-points', points };
  });
  const described = found.map((one) => {
    const { sector, slices, residual } = one.path;
    return `${nameOf(one)}: ${sector}, K = ${slices}, residual ${significant(residual, 1)}, bound ${best(one)[0].toFixed(4)}`;
  });
  return {
    heading: 'The gap',
    text: 'What share of the length remains between the greatest lower bound and the path. It is loose on two sides: two copies of a state that are entangled move an observable faster than any state, and the expectation of one observable, even one that changes on the way, does not tell all that a path has to do.',
    exhibits: [
      {
        kind: 'chart',
        caption: `Gap against number of qubits. ${described.join('; ')}.`,
        x: { label: 'qubits', kind: 'linear' },
        y: { label: 'gap, % of the length', kind: 'linear', include: [0] },
        series,
      },
    ],
  };
}

function checksOf(one: Found): readonly Check[] {
  const { path, bounds } = one;
  return [
    ...ARGUMENTS.flatMap(([name, of]) => {
      const bound = of(bounds);
      if (bound === null) return [];
      return [atMost(`${nameOf(one)}: bound by ${name} not above the length`, 'theorem', bound, path.length, 1e-6)];
    }),
    ...bounds.rechecked.map((again, k) =>
      equals(
        `${nameOf(one)}: the bound by one observable, checked again (${k + 1})`,
        'independent computation',
        again,
        bounds.observable,
        1e-5,
      ),
    ),
  ];
}
