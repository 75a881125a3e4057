/** @file The path integral of one qubit: heat kernels, with and without geodesics. */

import { heatKernel, heatKernelByGeodesics } from '../../../src/complexity/heat-kernel.ts';
import { type HeatLength, heatLength } from '../../../src/complexity/heat-length.ts';
import { logarithmicMap } from '../../../src/geodesic/unitary/logarithmic-map.ts';
import type { ComplexMatrix } from '../../../src/linalg/complex.ts';
import { type Check, equals, type StudySection } from '../../../src/record/study-record.ts';

/** exp(−iθ n·σ), |n| = 1. */
function rotation(theta: number, [x, y, z]: readonly [number, number, number] = [0, 0, 1]): ComplexMatrix {
  const [c, s] = [Math.cos(theta), Math.sin(theta)];
  return { rows: 2, cols: 2, interleaved: Float64Array.of(c, -z * s, -y * s, -x * s, y * s, -x * s, c, z * s) };
}

/** The sum over geodesics at equal weights. */
export interface RoundSum {
  readonly angle: number;
  readonly rows: readonly {
    readonly time: number;
    readonly difference: number;
    /** Share of the shortest geodesic in the sum. */
    readonly share: number;
  }[];
}

/** Lengths of shortest paths without geodesics, and with them. */
export interface BergerLength {
  readonly angle: number;
  /** Over SU(2), to exp(−iθZ) itself. */
  readonly heat: HeatLength;
  readonly closed: number;
  /** Squared length of the geodesic that is found by shooting; null if none was met. */
  readonly shot: number | null;
}

/** A gate about a general axis, its phase ignored. */
export interface GeneralGate {
  readonly axis: readonly [number, number, number];
  readonly angle: number;
  readonly heat: number;
  readonly shot: number | null;
}

const TIMES = [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.4, 2];

export function measuredRound(): readonly RoundSum[] {
  return [0.5, 1.5, 2.5].map((angle) => ({
    angle,
    rows: TIMES.map((time) => {
      const [spectral, geodesic] = [
        heatKernel(rotation(angle), time, { phase: 'kept' }),
        heatKernelByGeodesics(angle, time, { phase: 'kept' }),
      ];
      const shortest =
        (Math.sqrt(Math.PI) / 4) * time ** -1.5 * Math.exp(time - angle ** 2 / (4 * time)) * (angle / Math.sin(angle));
      return { time, difference: Math.abs(spectral - geodesic) / Math.max(1, geodesic), share: shortest / geodesic };
    }),
  }));
}

const closedSquare = (q: number, theta: number): number =>
  theta <= Math.PI / q ? q * theta ** 2 : Math.PI ** 2 - (q / (q - 1)) * (Math.PI - theta) ** 2;

export function measuredLengths(
  weight: number,
  angles: readonly number[],
  starts: number,
  seed: number,
): readonly BergerLength[] {
  return angles.map((angle) => ({
    angle,
    heat: heatLength(rotation(angle), { weight, phase: 'kept' }),
    closed: closedSquare(weight, angle),
    shot: shotSquare(weight, rotation(angle), { starts, seed, phase: 'kept' }),
  }));
}

export function measuredGeneral(weight: number, starts: number, seed: number): readonly GeneralGate[] {
  const gates = [
    [[0.6, 0, 0.8], 0.8],
    [[0.8, 0, 0.6], 1.2],
    [[0.28, 0.0, 0.96], 1],
  ] as const;
  return gates.map(([axis, angle]) => {
    const U = rotation(angle, axis);
    return {
      axis,
      angle,
      heat: heatLength(U, { weight }).squaredLength,
      shot: shotSquare(weight, U, { starts, seed }),
    };
  });
}

function shotSquare(
  weight: number,
  U: ComplexMatrix,
  options: { readonly starts: number; readonly seed: number; readonly phase?: 'kept' },
): number | null {
  const { value, result } = logarithmicMap({ letters: { X: 1, Y: 1, Z: weight }, penalty: 1 }, U, {
    ...options,
    slicedLengths: false,
  });
  return result === 'converged' ? value.length ** 2 : null;
}

export function roundSection(rounds: readonly RoundSum[]): StudySection {
  return {
    heading: 'One qubit at equal weights: the sum over geodesics is exact',
    text:
      'The path integral over all circuits from 1 to U in the time t is the heat kernel p_{t}(U) of the complexity metric. At equal weights it is a sum over the great circles from 1 to U, ' +
      'with all their windings, and nothing else. The shortest is most of it while t is small against 1.',
    exhibits: [
      {
        kind: 'chart',
        caption:
          'Share of the shortest geodesic in the path integral to exp(−iθZ). Terms with the other sense of rotation are negative.',
        x: { label: 'time t', kind: 'log' },
        y: { label: 'shortest / sum', kind: 'log' },
        series: rounds.map(({ angle, rows }) => ({
          name: `θ = ${angle}`,
          mark: 'line-and-points',
          points: rows.map(({ time, share }) => [time, share] as const),
        })),
        levels: [{ y: 1, name: 'least action alone' }],
      },
    ],
  };
}

export function lengthSection(
  weight: number,
  lengths: readonly BergerLength[],
  general: readonly GeneralGate[],
): StudySection {
  return {
    heading: `One qubit with Z at weight ${weight}: lengths without geodesics`,
    text:
      'As t → 0, −4t log p_{t} tends to the square of the complexity (Varadhan), and the coefficient of t log t is 2(3 + d) where the shortest paths are a family of d ' +
      'parameters. The kernel is a sum over representations, in integers of as many bits as its cancellations need; no geodesic enters. Beyond θ = π/q the straight path is no longer the ' +
      'shortest, and a circle of shortest paths takes its place: d jumps from 0 to 1.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'From the path integral to the least action. Hollow at t = 0: closed form.',
        x: { label: 'time t', kind: 'linear', include: [0] },
        y: { label: '−4t log p_t', kind: 'linear', include: [0] },
        series: [
          ...lengths.map(({ angle, heat }) => ({
            name: `θ = ${angle}`,
            mark: 'line-and-points' as const,
            points: heat.points,
          })),
          {
            name: 'C², closed form',
            mark: 'hollow' as const,
            points: lengths.map(({ closed }) => [0, closed] as const),
          },
        ],
      },
      {
        kind: 'table',
        caption: 'Squares of shortest lengths to exp(−iθZ).',
        columns: [
          'θ',
          'C² by heat kernel',
          'closed form',
          'geodesic by shooting',
          'coefficient of t log t',
          'family d',
        ],
        rows: lengths.map(({ angle, heat, closed, shot }) => [
          angle,
          heat.squaredLength,
          closed,
          shot,
          heat.logarithm,
          heat.family,
        ]),
      },
      {
        kind: 'table',
        caption: 'The same for gates about other axes, their phase ignored.',
        columns: ['axis', 'θ', 'C² by heat kernel', 'geodesic by shooting'],
        rows: general.map(({ axis, angle, heat, shot }) => [`(${axis.join(', ')})`, angle, heat, shot]),
      },
    ],
  };
}

export function kernelChecks(
  weight: number,
  rounds: readonly RoundSum[],
  lengths: readonly BergerLength[],
  general: readonly GeneralGate[],
): readonly Check[] {
  const cut = Math.PI / weight;
  const regular = lengths.filter(({ angle }) => Math.abs(angle - cut) > 0.25 * cut);
  return [
    equals(
      'equal weights: sum over representations less sum over geodesics, greatest relative difference',
      'closed form',
      Math.max(...rounds.flatMap(({ rows }) => rows.map(({ difference }) => difference))),
      0,
      1e-13,
    ),
    ...regular.map(({ angle, heat, closed }) =>
      equals(`θ = ${angle}: C² by the heat kernel`, 'closed form', heat.squaredLength, closed, 1e-3),
    ),
    ...regular.map(({ angle, heat }) =>
      equals(
        `θ = ${angle}: shortest paths are ${angle < cut ? 'one' : 'a circle'}`,
        'theorem',
        heat.family,
        angle < cut ? 0 : 1,
        0,
      ),
    ),
    ...lengths.flatMap(({ angle, closed, shot }) =>
      shot === null ? [] : [equals(`θ = ${angle}: C² by shooting`, 'closed form', shot, closed, 1e-6)],
    ),
    ...general.flatMap(({ axis, heat, shot }) =>
      shot === null
        ? []
        : [
            equals(
              `axis (${axis.join(', ')}): C² by the heat kernel and by shooting`,
              'independent computation',
              heat,
              shot,
              2e-3,
            ),
          ],
    ),
  ];
}
