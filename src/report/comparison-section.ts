/** @file The learned circuit and the geodesic, path against path: where, when and how far apart they go. */

import type { PathComparison } from '../comparison/path-comparison.ts';
import type { BarChart } from '../drawing/bar-chart.ts';
import { BLUE, GREEN, OCHRE, PURPLE, VERMILION } from '../drawing/colours.ts';
import { barFigure, chartFigure } from '../drawing/data-figure.ts';
import { figures, foldedSection, paragraph, table } from '../drawing/figure.ts';
import type { LineChart } from '../drawing/line-chart.ts';
import { element } from '../drawing/markup.ts';
import type { Kind } from '../generative/generative-network.ts';
import { counted, significant } from '../number-format.ts';
import type { GeodesicRecord } from '../record/run-record.ts';
import { excessReading, geodesicReading, relativeExcessReading, stated } from './reading.ts';

/** Least error that is drawn; smaller ones are rounding. */
const FLOOR = 1e-14;

/** The section on the comparison with a geodesic, as far as the search for it got. */
export function comparisonSection(comparison: PathComparison, geodesic: GeodesicRecord, kind: Kind): string {
  return foldedSection(
    'Path against path',
    `within ${significant(comparison.curves.frechet)} rad of each other, ${significant(100 * comparison.sharedTime)}\u00A0% of the time in the same words`,
    paragraph(opening(comparison, geodesic, kind)),
    figures(
      barFigure(
        rangeChart(comparison),
        `Time spent by range. Range 0 is one qubit, range r two sites r steps apart on the metric’s lattice; ${kind === 'block-circuit' ? 'Σ\u2009|h_{P}| over the blocks' : 'Σ\u2009|a|/2 over the gates'}, Σ_{k}\u2009|h_{P}|/K along the geodesic.`,
      ),
      chartFigure(
        trotterChart(comparison),
        'The geodesic as a circuit. Distance of its end from that of the geodesic, for product formulas of order 1, 2 and 4 with 1, 2 and 4 steps in each slice, against the number of gates.',
      ),
      element('div', {}, [
        paragraph('Learned circuit and geodesic', 'kicker'),
        table(facts(comparison, geodesic, kind)),
      ]),
    ),
  );
}

function opening(
  { excess, lengths, curves, sharedTime, centres }: PathComparison,
  geodesic: GeodesicRecord,
  kind: Kind,
): string {
  const relative = stated(relativeExcessReading(excess.relative, lengths.geodesic));
  const { caveat } = geodesicReading(geodesic);
  const [coarse, fine] = [centres.circuit.findLast((at) => at !== null), centres.circuit[0]];
  const order =
    centres.circuit.filter((at) => at !== null).length < 2 || coarse == null || fine == null
      ? ''
      : ` In the circuit the words of the longest range act ${coarse < fine ? 'before' : 'after'} those on one qubit, on average: ${coarse < fine ? 'coarse to fine' : 'fine to coarse'}.`;
  return (
    (kind === 'block-circuit'
      ? `With blocks on different qubits at the same time the learned circuit exceeds the path found by ${excessReading(excess.layers, geodesic).value}`
      : `Gate after gate the learned circuit exceeds the path found by ${excessReading(excess.gates, geodesic).value}, layer after layer by ${excessReading(excess.layers, geodesic).value}`) +
    ` (relative excess ${relative}).${caveat === null ? '' : ` A caveat on the geodesic: ${caveat}.`} Their curves of states stay within ${significant(curves.frechet)} rad of each other throughout ` +
    `(Fréchet distance in the Fubini–Study metric, Bures angle for mixed states; samples ${significant(curves.resolution)} apart), and ${significant(100 * sharedTime)} % of the time is ` +
    `spent in the same words.${order}`
  );
}

function rangeChart({ ranges }: PathComparison): BarChart {
  return {
    title: 'Time spent by range of the interaction',
    quantity: 'time spent (radians)',
    series: [
      { name: 'geodesic', colour: BLUE },
      { name: 'learned circuit', colour: VERMILION },
    ],
    rows: ranges.map(({ range, geodesic, circuit }) => ({
      name: range === 0 ? 'one qubit' : `range ${range}`,
      values: [geodesic, circuit],
    })),
  };
}

function trotterChart({ trotter }: PathComparison): LineChart {
  const colours = { 1: OCHRE, 2: GREEN, 4: PURPLE };
  const chart: LineChart = {
    title: 'Error of the geodesic as a circuit',
    x: { label: 'gates (log scale)', kind: 'log' },
    y: { label: 'distance of the ends (log scale)', kind: 'log' },
    series: ([1, 2, 4] as const).map((order) => ({
      name: `order ${order}`,
      colour: colours[order],
      mark: 'line-and-points',
      data: trotter.rows
        .filter((row) => row.order === order)
        .map(({ gates, error, steps }) => ({
          x: gates,
          y: Math.max(FLOOR, error),
          hint: `order ${order}, ${counted(steps, 'step')}: ${counted(gates, 'gate')}, distance ${significant(error)}`,
        })),
    })),
  };
  return chart;
}

function facts(
  { lengths, excess, curves, gates, trotter }: PathComparison,
  geodesic: GeodesicRecord,
  kind: Kind,
): readonly (readonly [string, string])[] {
  const slope = ({ order, slope }: PathComparison['trotter']['slopes'][number]): string =>
    `order ${order}: ${slope === null ? 'no error' : significant(slope, 3)}`;
  return [
    ['Length of the geodesic', stated({ ...geodesicReading(geodesic), value: significant(lengths.geodesic, 5) })],
    [
      'Circuit, gate after gate',
      `${significant(lengths.gates, 5)}, excess ${excessReading(excess.gates, geodesic).value}`,
    ],
    [
      'Circuit, layer after layer',
      `${significant(lengths.layers, 5)}, excess ${excessReading(excess.layers, geodesic).value}`,
    ],
    ['Fréchet distance of the curves of states', `${significant(curves.frechet)} rad`],
    ['Greatest distance at equal fractions of arc', `${significant(curves.equalArcs)} rad`],
    ['Arc of the geodesic, of the circuit', curves.arcs.map((arc) => `${significant(arc, 4)} rad`).join(', ')],
    [
      'Gates of the circuit',
      `${gates.gates}, ${gates.interactions} of them interactions, in ${counted(gates.layers, 'layer')} of ${kind === 'block-circuit' ? 'blocks on different qubits' : 'commuting gates'}; ${counted(gates.cnots, 'CNOT')}`,
    ],
    ['Slopes of the error of product formulas', trotter.slopes.map(slope).join(', ')],
  ];
}
