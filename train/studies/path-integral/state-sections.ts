/** @file The ensembles of states in pictures, tables and checks. */

import { atMost, type Check, type Exhibit, equals, type StudySection } from '../../../src/record/study-record.ts';
import type { StateEnsemble } from './states.ts';

export function stateSection(state: StateEnsemble): StudySection {
  const { name, words, slices, least, freedom } = state;
  const { conditions, family } = least;
  return {
    heading: `Paths to ${name}`,
    text:
      `${slices} slices of ${words} words are ${slices * words} directions. ${conditions} conditions hold the end` +
      `${family === null || family === 0 ? '' : `, and the shortest paths are a family of dimension ${family}`}: by equipartition 2β(⟨E⟩ − E_{min}) tends to ${freedom}. ` +
      'The action of a typical path lies that much above the least one: the shortest path is seen only where β is much greater than the number of directions over C².',
    exhibits: [
      histogramExhibit(state),
      freedomExhibit(state),
      wayExhibit(state),
      readingExhibit(state),
      chainTable(state),
    ],
  };
}

const freedomExhibit = ({ rows, freedom }: StateEnsemble): Exhibit => ({
  kind: 'chart',
  caption: 'Degrees of freedom, 2β(⟨E⟩ − E_min). Dashed: three standard errors.',
  x: { label: 'inverse temperature β', kind: 'log' },
  y: { label: '2β(⟨E⟩ − E_min)', kind: 'linear' },
  series: [
    {
      name: 'samples',
      mark: 'line-and-points',
      points: rows.map(({ beta, freedom: value }) => [beta, value] as const),
    },
    ...[-3, 3].map((errors) => ({
      name: errors < 0 ? '3 errors below' : '3 errors above',
      mark: 'dash' as const,
      points: rows.map(({ beta, freedom: value, freedomError }) => [beta, value + errors * freedomError] as const),
    })),
  ],
  levels: [{ y: freedom, name: 'directions that are free' }],
});

const readingExhibit = ({ rows, reading, least }: StateEnsemble): Exhibit => ({
  kind: 'chart',
  caption:
    'The complexity as a limit. Mean energy, corrected for the miss at the end, against 1/β; hollow at 0: ½C² of the shortest path.',
  x: { label: '1/β', kind: 'linear', include: [0] },
  y: { label: '⟨E + 2μ(1 − F)⟩', kind: 'linear', include: [0] },
  series: [
    {
      name: 'samples',
      mark: 'line-and-points',
      points: rows.map(({ beta, arrived }) => [1 / beta, arrived] as const),
    },
    ...(reading === null
      ? []
      : [{ name: 'extrapolation', mark: 'points' as const, points: [[0, reading.length ** 2 / 2] as const] }]),
    { name: 'shortest path', mark: 'hollow', points: [[0, least.length ** 2 / 2] as const] },
  ],
});

const chainTable = ({ rows }: StateEnsemble): Exhibit => ({
  kind: 'table',
  caption: 'The chains. τ in draws; R̂ is 1 where the chains agree; the energy of the mean path is ½|⟨x⟩|².',
  columns: ['β', '⟨E⟩', 'error', '2β(⟨E⟩ − E_min)', 'error', 'mean path', 'acceptance', 'τ', 'R̂', 'effective draws'],
  rows: rows.map((row) => [
    row.beta,
    row.energy,
    row.error,
    row.freedom,
    row.freedomError,
    row.meanEnergy,
    row.acceptance,
    row.autocorrelation,
    row.shrinkage,
    row.effectiveSamples,
  ]),
});

const histogramExhibit = ({ rows }: StateEnsemble): Exhibit => ({
  kind: 'chart',
  caption: 'Actions of the paths, by inverse temperature. The histogram narrows and moves to the least action.',
  x: { label: 'action E + μ(1 − F)', kind: 'log' },
  y: { label: 'density', kind: 'linear', include: [0] },
  series: rows.map(({ beta, histogram }) => ({ name: `β = ${beta}`, mark: 'line', points: histogram })),
});

const wayExhibit = ({ rows, shortest }: StateEnsemble): Exhibit => {
  const ends = [rows[0]!, rows.at(-1)!];
  return {
    kind: 'chart',
    caption:
      'How near the target the paths have come, mean and one standard deviation. They draw together around the shortest path.',
    x: { label: 'time', kind: 'linear', include: [0, 1] },
    y: { label: 'fidelity with the target', kind: 'linear', include: [0, 1] },
    series: [
      ...ends.flatMap(({ beta, way }) => [
        {
          name: `β = ${beta}`,
          mark: 'line-and-points' as const,
          points: way.times.map((t, k) => [t, way.mean[k]!] as const),
        },
        ...[-1, 1].map((sign) => ({
          name: `β = ${beta}, ${sign < 0 ? 'less' : 'plus'} σ`,
          mark: 'dash' as const,
          points: way.times.map((t, k) => [t, way.mean[k]! + sign * way.deviation[k]!] as const),
        })),
      ]),
      { name: 'shortest path', mark: 'line', points: shortest.times.map((t, k) => [t, shortest.mean[k]!] as const) },
    ],
  };
};

/** The same paths under other metrics. */
export const metricSection = (states: readonly StateEnsemble[]): StudySection => ({
  heading: 'Another metric, the same paths',
  label: 'analogy',
  text:
    'The paper takes a change of the metric of complexity for a diffeomorphism of the emerging space-time. Here the hottest sample of each state is weighed anew by exp(−β(E′ − E)), with words of more than one qubit dearer by a factor. ' +
    'All paths still end at the state; the mean network moves. How many paths the new weights leave tells how far the same sample can stand for another metric.',
  exhibits: [
    {
      kind: 'table',
      caption: 'Reweighted ensembles.',
      columns: ['state', 'factor', 'effective paths', 'of', '⟨E′⟩', 'share of words of more than one qubit in E'],
      rows: states.flatMap(({ name, metrics }) =>
        metrics.map(({ factor, effectivePaths, paths, energy, largeShare }) => [
          name,
          factor,
          effectivePaths,
          paths,
          energy,
          largeShare,
        ]),
      ),
    },
  ],
});

export const stateChecks = (states: readonly StateEnsemble[]): readonly Check[] =>
  states.flatMap(({ name, rows, freedom, pooled, reading, least, metrics }) => [
    equals(`${name}: 2β(⟨E⟩ − E_min) over all β`, 'theorem', pooled.value, freedom, 3 * pooled.error),
    ...rows.map(({ beta, freedom: value, freedomError }) =>
      equals(`${name}, β = ${beta}: 2β(⟨E⟩ − E_min)`, 'theorem', value, freedom, 3.5 * freedomError),
    ),
    atMost(`${name}: greatest R̂`, 'theorem', Math.max(...rows.map(({ shrinkage }) => shrinkage)), 1.1),
    ...(reading === null
      ? []
      : [
          equals(
            `${name}: complexity read off the ensemble, against the shortest path`,
            'independent computation',
            reading.length,
            least.length,
            3 * reading.error,
          ),
        ]),
    equals(
      `${name}: effective paths under the same metric`,
      'theorem',
      metrics[0]!.effectivePaths,
      metrics[0]!.paths,
      1e-9 * metrics[0]!.paths,
    ),
  ]);
