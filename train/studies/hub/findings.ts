/** @file The findings of the study in words, tables and pictures. */

import {
  atMost,
  type ChartExhibit,
  type Check,
  type Findings,
  type StudySection,
  type Verdict,
} from '../../../src/record/study-record.ts';
import { type SymmetricName, typeName } from '../sector-part.ts';
import { KINDS, type Kind, type Pulse, pairShare, shareOf } from './pulses.ts';

/** A path of two blocks, and its pulses. */
export interface Hub {
  readonly name: SymmetricName;
  readonly qubits: number;
  readonly blocks: readonly number[];
  readonly length: number;
  readonly infidelity: number;
  readonly pulses: readonly Pulse[];
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const titleOf = ({ name, qubits }: Hub): string => `${name}_{${qubits}}`;
const SHORT: Readonly<Record<Kind, string>> = {
  'one qubit of the first block': 'hub alone',
  'one of the rest': 'leaves alone',
  'within the first block': 'within the hub',
  across: 'hub–leaf',
  'within the rest': 'leaf–leaf',
};

/**
 * The hub is flipped by X(1 + ΣZ_j), which costs π/2√n, and hands its excitation on by XX + YY, arccos(1/√n)/√2: a path to W_n.
 */
export const handingOn = (n: number): number => Math.PI / (2 * Math.sqrt(n)) + Math.acos(1 / Math.sqrt(n)) / Math.SQRT2;

export function findings(hubs: readonly Hub[]): Findings {
  const toW = hubs.filter(({ name }) => name === 'W');
  const last = toW.at(-1)!;
  const share = pairShare(last.pulses, 'across');
  const percent = (kind: Kind): string => (100 * mean(shareOf(last.pulses, kind))).toFixed(1);
  return {
    title: 'The hub',
    question:
      'Fig. 2 of the paper draws a hub for GHZ and links of all pairs for W. Who acts with whom, and when? (III.E)',
    answer:
      `On the shortest path found to ${titleOf(last)} one qubit is a hub: ${(100 * share).toFixed(0)} % of the pair time is in words of ` +
      `hub and leaf, ${((100 * 2) / last.qubits).toFixed(0)} % if all pairs were alike. They hold ${percent('across')} % of F², those among ` +
      `leaves ${percent('within the rest')} %, those of the hub alone ${percent('one qubit of the first block')} %. Words of one qubit ` +
      'act at constant strength.',
    sections: [
      whoSection(hubs),
      ...[...new Set([toW[0]!, last]), ...hubs.filter(({ name }) => name === 'GHZ').slice(-1)].map(whenSection),
    ],
    checks: hubs.flatMap(checksOf),
    verdicts: verdictsOf(hubs),
  };
}

function whoSection(hubs: readonly Hub[]): StudySection {
  const rows = hubs.map((hub) => [
    titleOf(hub),
    typeName(hub.blocks),
    hub.length,
    hub.name === 'W' ? handingOn(hub.qubits) : null,
    pairShare(hub.pulses, 'within the first block'),
    pairShare(hub.pulses, 'across'),
    pairShare(hub.pulses, 'within the rest'),
    acrossIfAlike(hub.blocks),
    hub.infidelity,
  ]);
  return {
    heading: 'Who acts with whom',
    text:
      'Paths of K slices, upper bounds, in sectors of two blocks; the first is the hub. Pair time: Σ|h| of all words of two ' +
      'qubits. Handing on: the hub is flipped, and its excitation goes over to all leaves at once, a path in closed form.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Shares of the pair time. Across, if all pairs were alike, for comparison.',
        columns: [
          'state',
          'blocks',
          'length',
          'handing on',
          'within the hub',
          'across',
          'within the rest',
          'across, alike',
          'infidelity',
        ],
        rows,
      },
    ],
  };
}

/** The share of pairs that join the two blocks. */
function acrossIfAlike([a, b]: readonly number[]): number {
  const n = a! + b!;
  return (2 * a! * b!) / (n * (n - 1));
}

function whenSection(hub: Hub): StudySection {
  const slices = hub.pulses[0]!.strength.length;
  const times = Array.from({ length: slices }, (_, k) => (k + 0.5) / slices);
  const present = KINDS.filter((kind) => hub.pulses.some((pulse) => pulse.kind === kind));
  const shares: ChartExhibit = {
    kind: 'chart',
    caption: `Shares of F² along the path to ${titleOf(hub)}. ${typeName(hub.blocks)}, ${slices} slices.`,
    x: { label: 'time', kind: 'linear', include: [0, 1] },
    y: { label: 'share of F²', kind: 'linear', include: [0, 1] },
    series: present.map((kind) => ({
      name: SHORT[kind],
      mark: 'line-and-points' as const,
      points: shareOf(hub.pulses, kind).map((share, k) => [times[k]!, share] as const),
    })),
  };
  const power = ({ strength }: Pulse): number => strength.reduce((sum, s) => sum + s * s, 0);
  const strongest = hub.pulses.toSorted((a, b) => power(b) - power(a)).slice(0, 6);
  const pulses: ChartExhibit = {
    kind: 'chart',
    caption: `The six strongest pulses to ${titleOf(hub)}. X·Z: X on the hub with Z on each leaf; 1: no letter.`,
    x: { label: 'time', kind: 'linear', include: [0, 1] },
    y: { label: '√g·h', kind: 'linear', include: [0] },
    series: strongest.map(({ name, strength }) => ({
      name,
      mark: 'line' as const,
      points: strength.map((s, k) => [times[k]!, s] as const),
    })),
  };
  return {
    heading: `When: ${titleOf(hub)}`,
    text: 'Squares of the pulses √g·h add up to F², which is constant along the path: a share is that of the length.',
    exhibits: [shares, pulses],
  };
}

function checksOf(hub: Hub): readonly Check[] {
  const title = titleOf(hub);
  return [
    atMost(`${title}: end-point infidelity`, 'independent computation', hub.infidelity, 0, 1e-8),
    atMost(
      `${title}: words of one qubit act at constant strength, as rotations keep the metric`,
      'theorem',
      unsteady(hub),
      0,
      0.02,
    ),
    ...(hub.name === 'W'
      ? [atMost(`${title}: not longer than handing on`, 'closed form', hub.length, handingOn(hub.qubits))]
      : []),
  ];
}

/** The greatest change of a one-qubit pulse along the path, as a share of F. */
function unsteady({ pulses, length }: Hub): number {
  const single = pulses.filter(({ kind }) => kind === 'one qubit of the first block' || kind === 'one of the rest');
  return Math.max(...single.map(({ strength }) => (Math.max(...strength) - Math.min(...strength)) / length));
}

function verdictsOf(hubs: readonly Hub[]): readonly Verdict[] {
  const excess = (hub: Hub): number => pairShare(hub.pulses, 'across') / acrossIfAlike(hub.blocks);
  const told = hubs.map(
    (hub) =>
      `${titleOf(hub)} ${pairShare(hub.pulses, 'across').toFixed(3)} (${acrossIfAlike(hub.blocks).toFixed(3)} if alike)`,
  );
  const [toW, toGhz] = (['W', 'GHZ'] as const).map((name) => hubs.filter((hub) => hub.name === name));
  const drawn =
    toW!.every((hub) => excess(hub) < 1.2) && toGhz!.some((hub) => hub.blocks[0] === 1 && excess(hub) > 1.2);
  return [
    {
      statement: 'the shortest path to GHZ has a hub, that to W links all pairs',
      source: 'III.E, Fig. 2',
      verdict: drawn ? 'holds' : 'fails',
      because: `share of the pair time across the blocks: ${told.join(', ')}. GHZ is looked at in the sector of a pair and the rest, to which the study symmetry-breaking finds it to break; Fig. 2 prepares it by an ancilla and a measurement`,
    },
  ];
}
