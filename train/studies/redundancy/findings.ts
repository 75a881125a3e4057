/** @file The findings of the study in words, tables and pictures. */

import { significant } from '../../../src/number-format.ts';
import {
  atLeast,
  atMost,
  type Check,
  equals,
  type Findings,
  type StudySection,
} from '../../../src/record/study-record.ts';
import type { ExactGeodesic } from '../exact-geodesic.ts';
import type { Redundancy } from './lost-parts.ts';

export function findings(n: number, exact: ExactGeodesic, found: Redundancy, noise: number): Findings {
  const { segments, directions, unknowns, numbers, flown } = found;
  const determined = directions.filter(({ rank }) => rank === unknowns);
  const worst = Math.max(...[...segments, ...determined].map(({ geodesic }) => geodesic));
  const alone = directions.find(({ lost }) => lost === 'all but the words of qubit 0 alone')!;
  const oneWord = directions.at(-1)!;
  const checks: readonly Check[] = [
    atMost('geodesic: end point met', 'independent computation', exact.geodesic.residual, 1e-10),
    atMost(
      'a segment lost entirely is recovered by continuing from before it, relative error',
      'independent computation',
      flown,
      1e-7,
    ),
    ...segments.flatMap(({ lost, rank, geodesic, random }) => [
      equals(`${lost} lost: rank of the rest`, 'theorem', rank, unknowns, 0),
      atMost(`${lost} lost: relative error of what the rest says, geodesic`, 'theorem', geodesic, 1e-6),
      atLeast(`${lost} lost: relative error, random path`, 'independent computation', random, 0.2),
    ]),
    ...determined.map(({ lost, condition, geodesic }) =>
      atMost(`${lost} lost: relative error, geodesic`, 'theorem', geodesic, 1e-12 * condition + 1e-7),
    ),
  ];
  return {
    title: 'Redundancy along a geodesic',
    question: 'How much of a lost segment or a lost direction of a geodesic does the rest determine? (II.B)',
    answer:
      `${numbers} velocities along a geodesic of ${n} qubits are functions of ${unknowns} numbers, the costate ` +
      `at the start. Lost segments and ${determined.length} of ${directions.length} lost sets of directions ` +
      `are determined by the rest, to ${significant(worst, 2)} without noise. With noise ${noise} on what is ` +
      'read the error of a lost direction reaches ' +
      `${Math.max(...determined.map(({ noisy }) => noisy)).toPrecision(2)}. A random path has no such ` +
      'redundancy.',
    sections: [recoverySection(found, noise), windowSection(found, noise), spectrumSection(found)],
    checks,
    verdicts: [
      {
        statement: 'information along a geodesic is highly redundant: one direction is reconstructed from others',
        source: 'II.B',
        verdict: 'holds',
        because: `${unknowns} numbers determine ${numbers}; errors without noise are at most ${significant(worst, 2)} where the rank is full`,
      },
      {
        statement: 'this redundancy is that of an erasure code',
        source: 'II.B',
        verdict: 'analogy',
        because:
          `it follows from a differential equation, of a path that is known in full; noise ${noise} on the words ` +
          `of qubit 0 alone is amplified by a condition number of ${significant(alone.condition, 2)} to an error ` +
          `of ${alone.noisy.toPrecision(2)}, and one word alone has numerical rank ${oneWord.rank} of ${unknowns}`,
      },
      {
        statement: 'information of one direction spreads to the others with a finite speed',
        source: 'II.B',
        verdict: 'holds in part',
        because:
          'what the words of qubit 0 determine grows with the time of reading (chart), but smoothly: the equation is ' +
          'analytic, and with exact reading any short time is enough',
      },
    ],
  };
}

function recoverySection({ segments, directions, unknowns }: Redundancy, noise: number): StudySection {
  const rows = [...segments, ...directions].map(({ lost, rank, condition, geodesic, noisy, random }) => [
    lost,
    `${rank} of ${unknowns}`,
    Number.isFinite(condition) ? condition : null,
    geodesic,
    noisy,
    random,
  ]);
  return {
    heading: 'Lost segments and directions',
    text:
      'The states along the path are given; the velocities of what is left are read, the costate is fitted to ' +
      `them by least squares, and predicts what is lost. Errors are relative to what is lost. Noise: ${noise} ` +
      'on each velocity read. Random path: velocities of low harmonics, as large as those of the geodesic, to ' +
      'which the best costate is fitted in the same way; what is lost of it stays unknown, and an error of 1 ' +
      'is that of guessing zero.',
    exhibits: [
      {
        kind: 'table',
        caption: 'What the rest says.',
        columns: ['lost', 'rank of the rest', 'condition', 'error, geodesic', 'error with noise', 'error, random path'],
        rows,
      },
    ],
  };
}

function windowSection({ windows }: Redundancy, noise: number): StudySection {
  return {
    heading: 'Reading for a while',
    text:
      `Velocities are read from the start until some time, with noise ${noise}. The share of the costate that ` +
      'they determine is 1/d Σ s²/(s² + σ²), with s the singular values of the readout: 0 for nothing, 1 for ' +
      'all.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Determined share of the costate against the end of the reading.',
        x: { label: 'read until time', kind: 'linear' },
        y: { label: 'determined share', kind: 'linear', include: [0, 1] },
        series: windows.map(({ read, points }) => ({ name: read, mark: 'line' as const, points })),
      },
    ],
  };
}

function spectrumSection({ spectra }: Redundancy): StudySection {
  const series = (name: string, values: readonly number[]) => ({
    name,
    mark: 'line-and-points' as const,
    points: values.map((value, k) => [k + 1, value > 1e-14 ? value : null] as const),
  });
  return {
    heading: 'Rank of the velocities',
    text:
      'Singular values of the velocities as a matrix of times by words, the greatest set to 1. Those of the ' +
      'random path end after seven, for it is made of seven harmonics; those of the geodesic fall without end, ' +
      'for it is an analytic curve.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Singular values of the velocities.',
        x: { label: 'number', kind: 'linear' },
        y: { label: 'singular value, relative', kind: 'log' },
        series: [series('geodesic', spectra.geodesic), series('random path', spectra.random)],
      },
    ],
  };
}
