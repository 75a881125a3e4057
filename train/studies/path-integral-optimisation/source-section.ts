/** @file The section on back-reaction: charts against the linear response, a map of what is beyond it, a table of cones. */

import type { ChartExhibit, ChartSeries, StudySection } from '../../../src/record/study-record.ts';
import { legendreQ1 } from '../../../src/systems/liouville/back-reaction.ts';
import { mapExhibit } from './map-exhibit.ts';
import type { Measured } from './measured.ts';

/** The response to one source against Q₁, and over it. */
function responseCharts({ responses }: Measured['sources']): readonly ChartExhibit[] {
  const distances = Array.from({ length: 60 }, (_, k) => 0.05 + (k * 1.25) / 59);
  return [
    {
      kind: 'chart',
      caption: 'Response to one source. δφ over its strength 12h/c, upwards from it: weakest and strongest source.',
      x: { label: 'distance σ', kind: 'linear' },
      y: { label: 'δφ/(12h/c)', kind: 'log' },
      series: [
        { name: 'Q₁(cosh σ)', mark: 'dash', points: distances.map((sigma) => [sigma, legendreQ1(Math.cosh(sigma))]) },
        ...[responses[0]!, responses.at(-1)!].map(
          ({ strength, points }): ChartSeries => ({ name: `strength ${strength}`, mark: 'line', points }),
        ),
      ],
    },
    {
      kind: 'chart',
      caption: 'The same over Q₁. What is missing is of second order.',
      x: { label: 'distance σ', kind: 'linear' },
      y: { label: 'δφ/[(12h/c) Q₁]', kind: 'linear' },
      series: [
        { name: 'linear response', mark: 'dash', points: distances.slice(0, 50).map((sigma) => [sigma, 1]) },
        ...responses.map(
          ({ strength, points }): ChartSeries => ({
            name: `strength ${strength}`,
            mark: 'line',
            points: points.map(([sigma, value]) => [sigma, value / legendreQ1(Math.cosh(sigma))]),
          }),
        ),
      ],
    },
  ];
}

function superpositionChart({ superposition }: Measured['sources']): ChartExhibit {
  return {
    kind: 'chart',
    caption:
      'Two sources. Greatest difference from superposition, away from the sources; control: the second source left out of the sum.',
    x: { label: 'strength 12h/c', kind: 'log' },
    y: { label: 'greatest |δφ − sum|', kind: 'log' },
    series: [
      {
        name: 'both in the sum: second order',
        mark: 'line-and-points',
        points: superposition.map(({ strength, remainder }) => [strength, remainder]),
      },
      {
        name: 'control: one left out',
        mark: 'line-and-points',
        points: superposition.map(({ strength, alone }) => [strength, alone]),
      },
    ],
  };
}

export function sourceSection({ sources }: Measured): StudySection {
  return {
    heading: 'Back-reaction',
    text:
      'An operator of weights (h, h) leaves the factor e^{2hφ} at its place, and φ = −(1 − a) log|w| + χ with a = 1 − 12h/c: a cone of angle 2πa. A particle ' +
      'in gravity has √(1 − 24h/c). Both are 1 − 12h/c to first order, the first law. The linear response is (12h/c) Q₁(cosh σ), Green’s function of ' +
      '−Δ + 2. Several sources add up to first order only.',
    exhibits: [
      ...responseCharts(sources),
      superpositionChart(sources),
      mapExhibit(
        sources.map,
        `Beyond superposition: δφ less the sum of both responses. Strengths ${sources.superposition[0]!.strength} and 0.7 of it, at (−0.35, 1) and (0.4, 1.4).`,
        'difference',
        0.025,
      ),
      {
        kind: 'table',
        caption: 'Cones of operators. The last column is the greatest error of the regular part on a disk.',
        columns: ['h/c', 'path integral 1 − 12h/c', 'gravity √(1 − 24h/c)', 'difference', '72(h/c)²', 'error of χ'],
        rows: sources.cones.map(({ ratio, pathIntegral, gravity, error }) => [
          ratio,
          pathIntegral,
          gravity,
          pathIntegral - gravity,
          72 * ratio ** 2,
          error,
        ]),
      },
    ],
  };
}
