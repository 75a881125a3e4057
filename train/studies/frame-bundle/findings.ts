/** @file The findings of the study in words. */

import {
  atLeast,
  atMost,
  type Check,
  equals,
  type Findings,
  type StudySection,
} from '../../../src/record/study-record.ts';
import type { PenalisedPath } from '../lorentz-generators/lorentz-penalties.ts';
import type { MeasuredFrames, MeasuredGenerator, MeasuredTurn } from './frames.ts';

interface Measured {
  readonly frames: MeasuredFrames;
  readonly generators: readonly MeasuredGenerator[];
  readonly turns: readonly MeasuredTurn[];
  readonly paths: readonly PenalisedPath[];
  readonly weight: number;
}

/** A part of a generator below this is none. */
const NONE = 1e-12;

export function findings(measured: Measured): Findings {
  const { frames, generators, paths, weight } = measured;
  const fibre = generators.filter(({ base }) => base < NONE);
  const base = generators.filter((one) => one.fibre < NONE);
  const longest = paths.reduce((a, b) => (growth(b) > growth(a) ? b : a));
  const residual = Math.max(...paths.map((path) => path.residual));
  return {
    title: 'The bundle of frames',
    question:
      'Is g = WηWᵀ a bundle with the Lorentz group as its fibre and ten directions of the base, and what does moving along the base mean for complexity? (III.C)',
    answer:
      `The metric has rank ${frames.ranks[0]} in its frame at every random frame, and what is left over are Lorentz transformations, to ${frames.lorentzDefect.toExponential(0)}. ` +
      `Of the sixteen two-qubit generators ${fibre.length} lie along the fibre and ${base.length} along the base. ` +
      `A base direction whose weight grows to ${weight} leaves the end state where it is, to ${residual.toExponential(0)}, and makes the way up to ${(100 * growth(longest)).toFixed(1)} % longer (${longest.name}).`,
    sections: [generatorSection(measured), turnSection(measured), weightSection(measured)],
    checks: checksOf(measured),
    verdicts: [
      {
        statement:
          'g = WηWᵀ is a bundle with the six-dimensional Lorentz group as its fibre and a base of ten dimensions.',
        source: 'III.C',
        verdict: 'holds',
        because: `Rank ${frames.ranks[0]} of 16 at all frames tried; the metric changes by ${frames.alongFibre.toExponential(0)} along fibres.`,
      },
      {
        statement: 'Changing the weights of the base generators changes the optimal network and not the physics.',
        source: 'III.C',
        verdict: 'analogy',
        because:
          'The end state stays and the geodesic moves, as for any change of the metric. That the weight of a word of a complexity metric is a component of the metric of space-time is a reading, not a result.',
      },
    ],
  };
}

const growth = ({ lengths }: PenalisedPath): number => lengths.at(-1)! / lengths[0]! - 1;

function generatorSection({ generators, frames }: Measured): StudySection {
  return {
    heading: 'Fibre and base',
    text: 'A change of a frame has two parts, W⁻¹δW = fibre + base: fibre·η is antisymmetric, a Lorentz generator, and leaves the metric as it is; base·η is symmetric. The generators of III.C, with their signs corrected, as changes of the frame 1.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Greatest entries of the two parts.',
        columns: ['generator', 'kind', 'fibre', 'base'],
        rows: generators.map(({ name, kind, fibre, base }) => [name, kind, fibre, base]),
      },
      {
        kind: 'table',
        caption: 'Random frames.',
        columns: ['quantity', 'value'],
        rows: [
          ['frame made of the metric: relative defect of WηWᵀ', frames.metricDefect],
          ['W⁻¹W′ of two frames of one metric: defect over the square of its entries', frames.lorentzDefect],
          ['least rank of the derivative', frames.ranks[0]],
          ['greatest rank', frames.ranks[1]],
          ['relative change of the metric along a fibre', frames.alongFibre],
        ],
      },
    ],
  };
}

function turnSection({ turns }: Measured): StudySection {
  return {
    heading: 'The fibre is curved: Wigner’s rotation',
    text: 'Two perpendicular boosts of rapidity a make a boost and a rotation, cos angle = 2 cosh a/(1 + cosh² a), up to a right angle.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Angle of the rotation in the product of two perpendicular boosts.',
        x: { label: 'rapidity of each', kind: 'linear', include: [0] },
        y: { label: 'angle, rad', kind: 'linear', include: [0] },
        series: [
          { name: 'computed', mark: 'points', points: turns.map(({ rapidity, angle }) => [rapidity, angle] as const) },
          {
            name: 'closed form',
            mark: 'line',
            points: turns.map(({ rapidity, expected }) => [rapidity, expected] as const),
          },
        ],
        levels: [{ y: Math.PI / 2, name: 'right angle' }],
      },
    ],
  };
}

function weightSection({ paths }: Measured): StudySection {
  return {
    heading: 'Base directions as weights',
    text: 'The base directions are real two-qubit operations. One Haar-random state of two qubits is reached from |00⟩; the weight of one direction in the complexity metric is raised, and the geodesic is followed. The state at its end is held; the way to it changes.',
    label: 'analogy',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Length of the geodesic against the weight of a direction.',
        x: { label: 'weight', kind: 'log' },
        y: { label: 'length', kind: 'linear' },
        series: paths
          .filter(({ name }) => name !== 'none')
          .map(({ name, penalties, lengths }) => ({
            name,
            mark: 'line' as const,
            points: penalties.map((q, k) => [q, lengths[k]!] as const),
          })),
      },
    ],
  };
}

function checksOf({ frames, generators, turns, paths }: Measured): readonly Check[] {
  const stray = generators.map(({ kind, fibre, base }) => (kind === 'metric' ? fibre : base));
  return [
    atMost('frame of a metric: WηWᵀ = g', 'theorem', frames.metricDefect, 0, 1e-12),
    atMost('two frames of one metric: Lorentz defect', 'theorem', frames.lorentzDefect, 0, 1e-12),
    equals('least rank of the derivative of the metric', 'theorem', frames.ranks[0], 10, 0),
    equals('greatest rank of the derivative of the metric', 'theorem', frames.ranks[1], 10, 0),
    atMost('metric along a fibre', 'theorem', frames.alongFibre, 0, 1e-12),
    atMost('generators: the part where they do not belong', 'closed form', Math.max(...stray), 0, 1e-12),
    atMost(
      'Wigner’s rotation: greatest error of an angle',
      'closed form',
      Math.max(...turns.map(({ angle, expected }) => Math.abs(angle - expected))),
      0,
      1e-9,
    ),
    ...paths.flatMap(({ name, residual, lengths }) => [
      atMost(`weight of ${name}: end state met`, 'independent computation', residual, 1e-9),
      atLeast(`weight of ${name}: the length does not fall`, 'theorem', lengths.at(-1)! - lengths[0]!, 0, 1e-9),
    ]),
  ];
}
