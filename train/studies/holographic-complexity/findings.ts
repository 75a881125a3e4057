/** @file The findings of the study in words, tables and charts. */

import {
  atMost,
  type Check,
  equals,
  type Findings,
  type StudySection,
  type Verdict,
} from '../../../src/record/study-record.ts';
import type { Actions } from './actions.ts';
import type { BallRow } from './balls.ts';
import type { Options } from './options.ts';
import type { Volumes } from './volumes.ts';

interface Measured {
  readonly options: Options;
  readonly volume: Volumes;
  readonly action: Actions;
  readonly ball: readonly BallRow[];
}

export function findings(measured: Measured): Findings {
  const { action } = measured;
  const unit = action.rows.find(({ alpha }) => alpha === 1)!;
  return {
    title: 'Volume and action behind a horizon',
    question:
      'What do complexity = volume and complexity = action predict for a black hole in three dimensions? (I, II.A, II.C)',
    answer:
      'Both grow without end at late times, at rates proportional to temperature times entropy: dV/dt → πr_{h}², dA/dt → 2M. The volume comes from below, ' +
      `as e^{−√2 r_{h}t}. The action comes from above: with the null normals scaled to α = r_{h} its rate reaches ${unit.greatest.toFixed(4)} times Lloyd’s bound 2M, ` +
      'and at early times it is whatever the convention α makes it. Neither is shown to be a complexity.',
    sections: [volumeSection(measured), sliceSection(measured), actionSection(measured), ballSection(measured)],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
}

function volumeSection({ volume }: Measured): StudySection {
  return {
    heading: 'Volume',
    text:
      'Slices of greatest volume between the times t_{L} and t_{R} of the two boundaries depend on t = t_{L} + t_{R} alone; t_{L} = −t_{R} is the control in ' +
      'which nothing grows (t = 0). The conserved energy E of a slice gives t by a principal value, and dV/dt = 2πE.',
    exhibits: [
      {
        kind: 'chart',
        caption:
          'Growth of the volume. In units of its late value πr_{h}²; the horizons fall on one curve, as they must.',
        x: { label: 'r_{h}(t_{L} + t_{R})', kind: 'linear', include: [0] },
        y: { label: '(dV/dt) / πr_{h}²', kind: 'linear', include: [0, 1] },
        series: volume.curves.map(({ horizon, points }, k) => ({
          name: `r_{h} = ${horizon}`,
          mark: k === 0 ? ('line' as const) : ('dash' as const),
          points,
        })),
        levels: [{ y: 1, name: 'late value' }],
      },
      {
        kind: 'table',
        caption:
          'Slices of greatest volume. Formation: volume less that of two slices of the vacuum; the waist tends to r_{h}/√2.',
        columns: ['r_{h}', 't', 'waist', 'dV/dt', 'over πr_{h}²', 'formation'],
        rows: volume.table.map(({ horizon, time, waist, rate, share, formation }) => [
          horizon,
          time,
          waist,
          rate,
          share,
          formation,
        ]),
      },
      {
        kind: 'table',
        caption:
          'Growth of the volume since t = 0 by polygons that are made as large as possible. They know nothing of E; r_{h} = 1.',
        columns: ['t', 'by quadrature', 'polygon', 'twice as fine', 'extrapolated'],
        rows: volume.polygons.map(({ time, exact, coarse, fine, extrapolated }) => [
          time,
          exact,
          coarse,
          fine,
          extrapolated,
        ]),
      },
    ],
  };
}

function sliceSection({ volume }: Measured): StudySection {
  const mirrored = (points: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] => [
    ...points.toReversed().map(([sigma, tau]) => [-sigma, tau] as const),
    ...points.slice(1),
  ];
  return {
    heading: 'The slices',
    text:
      'In conformal coordinates light runs at 45 degrees, the boundaries stand at σ = ±π/2 and the singularity lies at τ = π/2. Late slices stay at ' +
      'r = r_{h}/√2, cos τ = 1/√2 in the middle, and grow along it.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Slices of greatest volume between the boundaries. r_{h} = 1, t_{L} = t_{R}.',
        x: { label: 'σ', kind: 'linear', include: [-Math.PI / 2, Math.PI / 2] },
        y: { label: 'τ', kind: 'linear', include: [0, Math.PI / 2] },
        series: volume.slices.map(({ time, points }) => ({
          name: `t = ${time}`,
          mark: 'line' as const,
          points: mirrored(points),
        })),
        levels: [
          { y: Math.PI / 2, name: 'singularity' },
          { y: Math.PI / 4, name: 'r = r_{h}/√2 in the middle' },
        ],
      },
    ],
  };
}

function actionSection({ action }: Measured): StudySection {
  return {
    heading: 'Action',
    text:
      'The action of the Wheeler–DeWitt patch has a bulk term, one at the singularity and one where the past null sheets meet. The last depends on α, ' +
      'by which null normals are scaled at the boundary: a convention. Lloyd’s bound 2M is the line at 1.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Growth of the action. In units of 2M, for three conventions α.',
        x: { label: 'r_{h}(t_{L} + t_{R})', kind: 'linear', include: [0] },
        y: { label: '(dA/dt) / 2M', kind: 'linear', include: [0, 1] },
        series: action.curves.map(({ alpha, points }) => ({
          name: `α = ${alpha} r_{h}`,
          mark: 'line' as const,
          points,
        })),
        levels: [{ y: 1, name: 'Lloyd’s bound' }],
      },
      {
        kind: 'table',
        caption: 'The rate of the action over 2M.',
        columns: ['α/r_{h}', 'at r_{h}t = 0.1', 'greatest', 'at r_{h}t', 'late'],
        rows: action.rows.map(({ alpha, early, greatest, at, late }) => [alpha, early, greatest, at, late]),
      },
    ],
  };
}

function ballSection({ ball }: Measured): StudySection {
  return {
    heading: 'Small balls',
    label: 'analogy',
    text:
      'Jacobson’s entanglement equilibrium compares the area of a small ball with that in flat space at the same volume: δA = −Ω_{d−2}ℓ^{d}G_{00}/(d² − 1). That this is an ' +
      'entropy assumes the area law with 1/4G, conformal matter near its vacuum and small balls. What is computed is geometry. At fixed radius the coefficient is another, 1/3(d − 1).',
    exhibits: [
      {
        kind: 'table',
        caption: 'Change of the area of a ball over its first term. Geodesic balls by Jacobi fields, d = 3.',
        columns: ['space', 'ℓ', 'G_{00}', 'at fixed volume', 'at fixed radius', 'δA/2πℓ at fixed volume'],
        rows: ball.map(({ space, radius, einstein, atVolume, atRadius, change }) => [
          space,
          radius,
          einstein,
          atVolume,
          atRadius,
          change,
        ]),
      },
    ],
  };
}

/** The number that is farthest from what is expected. */
const farthest = (values: readonly number[], expected: number): number =>
  values.reduce((worst, value) => (Math.abs(value - expected) > Math.abs(worst - expected) ? value : worst), expected);

function checksOf({ volume, action, ball }: Measured): readonly Check[] {
  const unit = action.rows.find(({ alpha }) => alpha === 1)!;
  const scaled = volume.curves.map(({ points }) => points.at(-1)![1]);
  const of = (name: string): readonly BallRow[] => ball.filter(({ space }) => space.includes(name));
  const hole = of('black hole');
  const exact = hole.map(({ radius, change }) => {
    const V = Math.PI * radius ** 2;
    return (change * 2 * Math.PI * radius) / (Math.sqrt(4 * Math.PI * V + V * V) - 2 * Math.PI * radius);
  });
  return [
    equals('dV/dt = 2r_{h}³t at small t: ratio', 'closed form', volume.early, 1, 1e-6),
    equals('πr_{h}² − dV/dt ∝ e^{−√2 r_{h}t}: exponent', 'closed form', volume.approach, Math.SQRT2, 1e-7),
    equals(
      'scaling: last points of the curves apart',
      'closed form',
      Math.max(...scaled) - Math.min(...scaled),
      0,
      1e-10,
    ),
    equals(
      'volume of formation at t = 0',
      'published value',
      farthest(volume.formation, 4 * Math.PI),
      4 * Math.PI,
      1e-9,
    ),
    equals('derivative of the volume over 2πE', 'independent computation', volume.derivative, 1, 1e-7),
    equals(
      'growth of the volume by polygons over that by quadrature',
      'independent computation',
      farthest(
        volume.polygons.map(({ extrapolated, exact: grown }) => extrapolated / grown),
        1,
      ),
      1,
      1e-5,
    ),
    atMost('random slices: greatest gain of volume', 'theorem', volume.random, 0, 1e-9),
    equals('greatest (dA/dt)/2M at α = r_{h}: 1 + 1/2e', 'closed form', unit.greatest, 1 + 1 / (2 * Math.E), 1e-10),
    equals(
      'late (dA/dt)/2M for every α',
      'published value',
      farthest(
        action.rows.map(({ late }) => late),
        1,
      ),
      1,
      1e-10,
    ),
    equals('rate of the action against its differences', 'independent computation', action.difference, 0, 1e-7),
    equals('P² = 4πA + A² in the slice of a black hole: δA over it', 'closed form', farthest(exact, 1), 1, 1e-5),
    equals(
      'flat plane: δA/2πℓ',
      'closed form',
      farthest(
        of('flat').map(({ change }) => change),
        0,
      ),
      0,
      1e-9,
    ),
    equals('power of ℓ in the remainder, at fixed volume', 'closed form', slope(of('varying')), 2, 0.1),
  ];
}

/** log of the ratio of remainders over log of the ratio of radii, of the smallest two balls. */
function slope(rows: readonly BallRow[]): number {
  const [a, b] = rows.slice(-2) as [BallRow, BallRow];
  return Math.log((a.atVolume! - 1) / (b.atVolume! - 1)) / Math.log(a.radius / b.radius);
}

function verdictsOf({ volume, action, ball }: Measured): readonly Verdict[] {
  const unit = action.rows.find(({ alpha }) => alpha === 1)!;
  const spread = action.rows.map(({ early }) => early);
  const least = ball.filter(({ atVolume }) => atVolume !== null).at(-1)!;
  return [
    {
      statement: 'complexity = volume: the volume behind the horizon grows as a complexity should',
      source: 'I',
      verdict: 'analogy',
      because:
        `dV/dt grows from 0 and is ${volume.table.at(-1)!.share.toFixed(6)} of πr_{h}² at the latest time shown, with no end in classical gravity, while the complexity of a finite system ends; ` +
        'boosts with t_{L} = −t_{R} change nothing. No state was compared',
    },
    {
      statement: 'complexity = action, whose rate is bounded by 2M (Lloyd)',
      source: 'I',
      verdict: unit.greatest > 1 + 1e-9 ? 'fails' : 'holds',
      because:
        `at α = r_{h} the rate exceeds 2M by ${((unit.greatest - 1) * 100).toFixed(1)} % at r_{h}t = ${unit.at.toFixed(2)}, without charge, and every α overshoots at some time; ` +
        `at r_{h}t = 0.1 the conventions give ${spread.map((value) => value.toFixed(2)).join(', ')} times 2M`,
    },
    {
      statement:
        'entanglement equilibrium: an interaction under a volume-invariant perturbation, consistent with the gravitation equation',
      source: 'II.C',
      verdict: 'analogy',
      because: `the area of a ball of radius ${least.radius} at fixed volume is ${least.atVolume!.toFixed(4)} of what G_{00} predicts, in a flat plane it does not change; that area is entropy, and matter conformal, is assumed`,
    },
  ];
}
