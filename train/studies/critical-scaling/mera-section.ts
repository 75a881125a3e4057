/** @file The path of a continuous MERA beside the straight one, in words and tables. */

import { atLeast, type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import type { CoarseRow, Measured } from './measured.ts';

const WEIGHTS = ['1', 'r', 'r²'];
/** What the length is over the straight one for weights 1 and g = 0, 1 as N → ∞; errors fall at least as 1/√N. */
const LIMITS = [2 / Math.sqrt(3), 2];

const rowsOf = ({ coarse }: Pick<Measured, 'coarse'>, field: number, gate: number): readonly CoarseRow[] =>
  coarse.filter((row) => row.field === field && row.gate === gate);

/** What the path of a continuous MERA costs, in a sentence; empty where no size is large enough. */
export function meraSentence(measured: Measured): string {
  const [equal, linear] = [rowsOf(measured, 1, 0).at(-1), rowsOf(measured, 1, 1).at(-1)];
  if (equal === undefined || linear === undefined) return '';
  const [first] = rowsOf(measured, 1, 1);
  return (
    ` A continuous MERA with a sharp cut-off makes the same state, coarse before fine; with weights r its path is ${equal.ratios[1]!.toFixed(3)} times as long on ${equal.sites} sites ` +
    `if its gates are equal for all waves, and if they are linear in k ${linear.ratios[1]!.toFixed(2)} times, ${first!.ratios[1]!.toFixed(2)} on ${first!.sites} sites: a logarithm more.`
  );
}

/** The path of a continuous MERA, its length over that of the straight path, and which range acts when. */
export function meraSection(measured: Measured): StudySection {
  const { coarse, coarseRanges, straight } = measured;
  const sizes = [...new Set(coarse.map(({ sites }) => sites))];
  const fields = [...new Set(coarse.map(({ field }) => field))];
  const straightAt = (n: number): number =>
    straight.find((row) => row.sites === n && row.field === 1)!.lengths[1]! / Math.sqrt(n);
  const { ranges, sites } = coarseRanges;
  return {
    heading: 'The path of a continuous MERA',
    text:
      'As a sharp cut-off rises from long waves to short ones, all pairs below it are turned together, at rates proportional to k^{g} (g = 0: all alike; g = 1: as for Dirac fields). ' +
      'The rates are those that lead to the same state. All words commute on it as on the straight path; the lengths are those of the same metric.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Length over √N at criticality, weights r.',
        x: { label: 'sites N', kind: 'log' },
        y: { label: 'L/√N', kind: 'linear' },
        series: [
          { name: 'straight', mark: 'line-and-points', points: sizes.map((n) => [n, straightAt(n)] as const) },
          ...LIMITS.map((_, gate) => ({
            name: `continuous MERA, g = ${gate}`,
            mark: 'line-and-points' as const,
            points: rowsOf(measured, 1, gate).map(
              (row) => [row.sites, row.ratios[1]! * straightAt(row.sites)] as const,
            ),
          })),
        ],
      },
      {
        kind: 'table',
        caption:
          'Length of the continuous MERA over that of the straight path. At h = 1, weights 1 and N → ∞ it is 2/√3 for g = 0 and 2 for g = 1.',
        columns: ['h', 'gates k^{g}', 'weights', ...sizes.map((n) => `N = ${n}`)],
        rows: fields.flatMap((field) =>
          LIMITS.flatMap((_, gate) =>
            WEIGHTS.map((name, p) => [
              field,
              `g = ${gate}`,
              name,
              ...rowsOf(measured, field, gate).map(({ ratios }) => ratios[p]!),
            ]),
          ),
        ),
      },
      {
        kind: 'heat-map',
        caption: `Range against scale on ${sites} sites, h = 1, g = 1, weights r: long ranges act first, and then ever shorter ones with them.`,
        quantity: '√(w_{r}Σh²)',
        rowsLabel: 'range',
        columnsLabel: 'pairs below the cut-off',
        rows: ranges[0]!.map((_, r) => String(r)),
        columns: ranges.map((_, k) => String(k + 1)),
        values: ranges[0]!.map((_, r) => ranges.map((slice) => slice[r]!)),
      },
    ],
  };
}

/** Closed forms of the path of a continuous MERA. */
export function meraChecks(measured: Measured): readonly Check[] {
  const all = measured.coarse.flatMap(({ ratios }) => ratios);
  if (all.length === 0) return [];
  return [
    ...LIMITS.flatMap((limit, gate) => {
      const [before, last] = rowsOf(measured, 1, gate).slice(-2);
      if (before === undefined || last === undefined) return [];
      const [a, b] = [Math.sqrt(before.sites), Math.sqrt(last.sites)];
      const extrapolated = (b * last.ratios[0]! - a * before.ratios[0]!) / (b - a);
      return [
        equals(
          `continuous MERA, weights 1, g = ${gate}: its length over the straight one, N → ∞`,
          'closed form',
          extrapolated,
          limit,
          1e-2,
        ),
      ];
    }),
    atLeast('no path of a continuous MERA is shorter than the straight one', 'theorem', Math.min(...all), 1, 1e-12),
  ];
}
