/** @file How near the learned circuit of blocks is to the geodesic, and what fewer gates or more would cost. */

import { BLUE, MUTED, VERMILION } from '../drawing/colours.ts';
import { chartFigure } from '../drawing/data-figure.ts';
import { figures, paragraph, section, table } from '../drawing/figure.ts';
import type { Datum, LineChart } from '../drawing/line-chart.ts';
import { element } from '../drawing/markup.ts';
import { counted, infidelityText, significant } from '../number-format.ts';
import type { FrontRow, GeodesicRecord, TrainingRecord } from '../record/run-record.ts';
import type { Goal } from './accepted-infidelity.ts';
import { geodesicReading, relativeExcessReading } from './reading.ts';

/** Infidelity beyond which a circuit is another state, and its length no length of this one. */
const ANOTHER_STATE = 1e-3;

/** The section on the front; empty for networks that are no circuits of blocks. */
export function frontSection(training: TrainingRecord, geodesic: GeodesicRecord | null, { accepted }: Goal): string {
  const { network, front, complexity, infidelity } = training;
  const shown = (front ?? []).filter((row) => row.infidelity <= ANOTHER_STATE && Number.isFinite(row.length));
  if (network.kind !== 'block-circuit' || complexity.value === null || shown.length === 0) return '';
  const kept = { gates: network.gates.filter(({ sites }) => sites.length > 1).length, length: complexity.value };
  return section(
    'Optimal network: length against gates',
    paragraph(distanceText(kept, infidelity, geodesic)),
    geodesic?.comparison?.blockFactor == null ? '' : paragraph(floorText(geodesic, geodesic.comparison.blockFactor)),
    figures(
      chartFigure(frontChart(shown, kept, geodesic, accepted), caption(accepted, geodesic)),
      element('div', {}, [paragraph('Circuits on the front', 'kicker'), table(shown.map((row) => frontRow(row)))]),
    ),
  );
}

interface Kept {
  readonly gates: number;
  readonly length: number;
}

function distanceText({ gates, length }: Kept, infidelity: number, geodesic: GeodesicRecord | null): string {
  const own = `The learned network has ${counted(gates, 'block')} on two or more qubits and length ${significant(length, 4)}, at infidelity ${infidelityText(infidelity)}.`;
  if (geodesic === null)
    return `${own} No geodesic was searched for, so that it is not known how much shorter a path could be.`;
  const { caveat } = geodesicReading(geodesic);
  const relation = (path: number): string =>
    `${relativeExcessReading(Math.abs(length - path) / path, path).value} ${length < path ? 'shorter' : 'longer'}`;
  const shortest = shortestLength(geodesic);
  const shot =
    shortest < geodesic.length
      ? `, and ${relation(shortest)} than the geodesic by shooting, of length ${significant(shortest, 4)}`
      : '';
  return (
    `${own} The path found has length ${significant(geodesic.length, 4)}${caveat === null ? '' : ` (${caveat})`}, an upper bound of the complexity; ` +
    `the network is ${relation(geodesic.length)}${shot}. The lower bound is ${significant(geodesic.lowerBound, 4)}.`
  );
}

/** Of the path in slices and the geodesic that shooting leads to from it. */
function shortestLength({ length, polished }: GeodesicRecord): number {
  return Math.min(length, polished?.length ?? Infinity);
}

/** What blocks can reach at least. */
function floorText(geodesic: GeodesicRecord, factor: number): string {
  const floor = factor * shortestLength(geodesic);
  const classes = Math.round(factor ** 2);
  return (
    `A Hamiltonian on all bonds is no layer of blocks: bonds that meet at a qubit have to take turns, in ${counted(classes, 'group')} here. ` +
    `At each moment Σ_{groups} |H_{group}| ≤ √${classes} |H|, so that blocks, enough of them, follow any path in at most √${classes} times its length, ` +
    `the shortest found in ${significant(floor, 4)}. That is the least that is promised; circuits below it are better than the geodesic cut into slices.`
  );
}

function frontChart(
  shown: readonly FrontRow[],
  kept: Kept,
  geodesic: GeodesicRecord | null,
  accepted: number,
): LineChart {
  const datum = ({ gates, length, infidelity, phase }: FrontRow): Datum => ({
    x: gates,
    y: length,
    hint: `${counted(gates, 'block')}, length ${significant(length, 4)}, infidelity ${infidelityText(infidelity)}\nafter ${phase}`,
  });
  const factor = geodesic?.comparison?.blockFactor;
  const levels =
    geodesic === null
      ? []
      : [
          { y: shortestLength(geodesic), name: `shortest path found, ${significant(shortestLength(geodesic), 3)}` },
          { y: geodesic.lowerBound, name: `lower bound, ${significant(geodesic.lowerBound, 3)}` },
          ...(factor == null
            ? []
            : [
                {
                  y: factor * shortestLength(geodesic),
                  name: `that path in blocks, ${significant(factor * shortestLength(geodesic), 3)}`,
                },
              ]),
        ];
  return {
    title: 'Length of circuits of blocks against their number of gates',
    x: {
      label: 'blocks on two or more qubits',
      kind: 'linear',
      whole: true,
      include: [kept.gates - 2, kept.gates + 2],
    },
    y: { label: 'length (radians)', kind: 'linear', include: [0] },
    series: [
      {
        name: 'target reached',
        colour: BLUE,
        mark: 'points',
        data: shown.filter(({ infidelity }) => infidelity <= accepted).map(datum),
      },
      {
        name: 'target not reached yet',
        colour: MUTED,
        mark: 'hollow',
        data: shown.filter(({ infidelity }) => infidelity > accepted).map(datum),
      },
      {
        name: 'learned network',
        colour: VERMILION,
        mark: 'points',
        data: [{ x: kept.gates, y: kept.length, hint: `learned network: length ${significant(kept.length, 4)}` }],
      },
    ],
    levels,
  };
}

const caption = (accepted: number, geodesic: GeodesicRecord | null): string =>
  `Front of gates, length and infidelity. Circuits with which phases of the training ended and that no other beats in all three; filled where the infidelity is at most ${significant(accepted, 1)}. ` +
  `Those that are still further from the target may be shorter${geodesic === null ? '' : ' than any path to it'}.`;

const frontRow = ({ phase, gates, layers, length, infidelity }: FrontRow): readonly [string, string] => [
  phase,
  `${counted(gates, 'block')} in ${counted(layers, 'layer')}; length ${significant(length, 4)}, infidelity ${infidelityText(infidelity)}`,
];
