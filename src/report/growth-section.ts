/** @file How a circuit grew: infidelity and complexity against the number of its gates. */

import { BLUE, VERMILION } from '../drawing/colours.ts';
import { chartFigure } from '../drawing/data-figure.ts';
import { figures, foldedSection, paragraph, table } from '../drawing/figure.ts';
import type { LineChart } from '../drawing/line-chart.ts';
import { element } from '../drawing/markup.ts';
import { counted, infidelityText, significant } from '../number-format.ts';
import type { GrowthRow } from '../record/run-record.ts';
import { FLOOR } from './training-section.ts';

/** The section on the growth of a circuit; empty if it did not grow. */
export function growthSection(growth: readonly GrowthRow[] | undefined, complexity: string): string {
  if (growth === undefined || growth.length === 0) return '';
  const leaps = growth.filter(({ perCost }) => perCost === 0).length;
  const ofBlocks = growth.every(({ word }) => word.startsWith('layer '));
  const text = ofBlocks
    ? `${counted(growth.length, 'layer')} of blocks ${growth.length === 1 ? 'was' : 'were'} added, with generators 0, after which all were trained again, until a further layer lowered the loss by less than a hundredth.`
    : `${counted(growth.length, 'gate')} ${growth.length === 1 ? 'was' : 'were'} added one by one: of the words that the metric allows the one with the largest ` +
      `slope of the infidelity for its cost √w, at angle 0, after which all angles were trained again.` +
      (leaps > 0
        ? ` Where no word had a slope, ${counted(leaps, 'gate')} left the plateau: a half turn or a random one.`
        : '');
  const x = { label: 'gates', kind: 'linear', whole: true } as const;
  const hint = ({ word, position, gates }: GrowthRow, value: number): string =>
    `gate ${gates}, ${word} after ${position} gates: ${significant(value)}`;
  const infidelity: LineChart = {
    title: 'Infidelity while the circuit grew',
    x,
    y: { label: 'infidelity 1 − F (log scale)', kind: 'log' },
    series: [
      {
        name: '',
        colour: BLUE,
        mark: 'line-and-points',
        data: growth.map((row) => {
          const y = Math.max(row.infidelity, FLOOR);
          return { x: row.gates, y, hint: hint(row, y), ...(row.perCost === 0 && { colour: VERMILION }) };
        }),
      },
    ],
  };
  const price: LineChart = {
    title: 'Complexity while the circuit grew',
    x,
    y: { label: complexity, kind: 'linear', include: [0] },
    series: [
      {
        name: '',
        colour: VERMILION,
        mark: 'line-and-points',
        data: growth.flatMap((row) => {
          return row.complexity === null ? [] : [{ x: row.gates, y: row.complexity, hint: hint(row, row.complexity) }];
        }),
      },
    ],
  };
  const rows = growth.map(({ gates, word, position, perCost, infidelity: left }): readonly [string, string] => {
    const reason = perCost === 0 ? 'off a plateau' : `slope per cost ${significant(perCost)}`;
    return [`${gates}. ${word}`, `after ${position} gates, ${reason}; infidelity then ${infidelityText(left)}`];
  });
  return foldedSection(
    'Growth',
    counted(growth.length, ofBlocks ? 'layer' : 'gate'),
    paragraph(text),
    figures(
      chartFigure(infidelity, 'Infidelity after each gate. All angles retrained; red where the gate left a plateau.'),
      chartFigure(price, 'Complexity after each gate. Of the whole circuit, before it is shortened and pruned.'),
    ),
    element('details', {}, [element('summary', {}, 'Gates in the order in which they were added'), table(rows)]),
  );
}
