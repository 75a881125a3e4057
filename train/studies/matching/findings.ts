/** @file The findings of the study in words. */

import {
  atLeast,
  atMost,
  type Check,
  type Exhibit,
  equals,
  type Findings,
  type StudySection,
} from '../../../src/record/study-record.ts';
import { drift, type MeasuredPath, type Peakons } from './measured.ts';
import type { MeasuredPictures } from './pictures.ts';
import type { MeasuredState } from './states.ts';

export interface Measured {
  readonly peakons: Peakons;
  readonly body: { readonly path: MeasuredPath; readonly expected: number };
  readonly circles: readonly MeasuredPath[];
  readonly pictures: MeasuredPictures;
  readonly states: readonly MeasuredState[];
}

/** Lengths of the circle by an independent program. */
const LENGTHS: Readonly<Record<string, number>> = {
  '8 landmarks, Gaussian': 1.19058,
  '20 landmarks, Gaussian': 1.22111,
};

const percent = (share: number): string => `${share >= 0 ? '+' : '−'}${Math.abs(100 * share).toFixed(1)} %`;
const worst = (values: readonly number[]): string => Math.max(...values).toExponential(0);

export function findings(measured: Measured): Findings {
  const { circles, pictures, states } = measured;
  const fields = [...circles, pictures.path];
  const paths = [...fields, measured.body.path, ...states.map(({ path }) => path)];
  const finer = [...fields, ...states.map(({ path }) => path)].filter((path) => drift(path) > 0.01);
  const drifts = [...fields, ...states.map(({ path }) => path)].map((path) => `${path.name} ${percent(drift(path))}`);
  return {
    title: 'Matching pictures and finding circuits',
    question:
      'Is the matching of two pictures by a diffeomorphism the same problem as the complexity of a state, and does the best deformation go from coarse to fine, as MERA does? (II.B)',
    answer:
      `It is the same problem: one function shoots landmarks, pictures, a rigid body and quantum states, and along all of them the momentum moves by the coadjoint action, to ${worst(paths.map(({ certificate }) => certificate.coadjointResidual))}. ` +
      `From coarse to fine they do not go by law: the mean wave number changes by ${drifts.join(', ')}.`,
    sections: [
      morphSection(measured),
      scaleSection(measured),
      pathSection(measured, paths),
      peakonSection(measured.peakons),
    ],
    checks: checksOf(measured, paths),
    verdicts: [
      {
        statement: 'The matching of pictures is exactly the same problem as Nielsen’s complexity.',
        source: 'II.B',
        verdict: 'holds',
        because:
          'Both are geodesics of a right-invariant metric on a group that acts on what is to be matched. Group, metric and cost differ; the equations, the search and the certificates are one piece of code.',
      },
      {
        statement: 'The optimal deformation is a procedure from coarse to fine.',
        source: 'II.B',
        verdict: finer.length === drifts.length ? 'holds in part' : 'fails',
        because: `${finer.length} of ${drifts.length} geodesics become finer by more than a per cent: ${drifts.join(', ')}. The paper itself does not expect it of matching.`,
      },
      {
        statement: 'MERA is a geodesic.',
        source: 'II.B',
        verdict: 'analogy',
        because: 'The drift of scales is measured along geodesics; no MERA enters.',
      },
    ],
  };
}

function morphSection({ pictures, states }: Measured): StudySection {
  return {
    heading: 'Two rows, one equation',
    text:
      'Above, a velocity field moves the points of a picture, and the grid with them. Below, a Hamiltonian turns a state; the grid is the Bloch ball of one qubit, read on that qubit alone, and shrinks to an ellipsoid as it becomes entangled with the others. ' +
      'In both rows the grid is what the velocity of the geodesic carries along. That a picture is like a state is a comparison of equations.',
    label: 'analogy',
    exhibits: [
      {
        kind: 'morph',
        caption:
          'A disc becomes an ellipse (dashed), a product state an entangled one. The outline of the disc is carried along; the dot is the Bloch vector of the qubit.',
        rows: [pictures.row, states[0]!.row],
      },
      {
        kind: 'morph',
        caption: 'The other paths of states. The dot is the Bloch vector of the qubit.',
        rows: states.slice(1).map(({ row, path }) => ({ ...row, name: path.name })),
      },
    ],
  };
}

function scaleSection({ circles, pictures, states }: Measured): StudySection {
  const paths = [...circles, pictures.path, ...states.map(({ path }) => path)];
  const profiles = states.map(
    ({ profile, path }): Exhibit => ({
      kind: 'map',
      caption: `${path.name}: time spent in words of each range, in equal parts of the length.`,
      quantity: 'Σ|h_{P}| dt, rad',
      rowsLabel: 'range',
      columnsLabel: 'part',
      rows: profile.map((values, range) => ({ name: String(range), values })),
    }),
  );
  return {
    heading: 'Coarse to fine?',
    text: 'The energy of a velocity field by wave number, that of a Hamiltonian by the range of its words: a word of range r spans r + 1 sites, and counts as the wave number 1/(r + 1). What grows goes from coarse to fine.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Mean wave number along the geodesics, relative to its start.',
        x: { label: 't', kind: 'linear', include: [0, 1] },
        y: { label: 'mean wave number / that at t = 0', kind: 'linear', include: [1] },
        series: paths.map(({ name, scale }, k) => ({
          name,
          mark: k < circles.length + 1 ? ('line' as const) : ('dash' as const),
          points: scale.map(([t, waveNumber]) => [t, waveNumber / scale[0]![1]] as const),
        })),
        levels: [{ y: 1, name: 'as at the start' }],
      },
      {
        kind: 'table',
        caption: 'Mean wave numbers: of fields in inverse units of length, of words as 1/(range + 1).',
        columns: ['geodesic', 'at the start', 'at the end', 'drift, %'],
        rows: paths.map((path) => [path.name, path.scale[0]![1], path.scale.at(-1)![1], 100 * drift(path)]),
      },
      ...profiles,
    ],
  };
}

function pathSection({ pictures }: Measured, paths: readonly MeasuredPath[]): StudySection {
  return {
    heading: 'What is known of them',
    text: `All searches begin at rest, save those of states, which begin with the costate that the search of slices has found. The picture need not be met exactly: ${pictures.ratio.toExponential(1)} of the mismatch is left. Where the least Jacobian is positive nothing folds.`,
    exhibits: [
      {
        kind: 'table',
        caption: 'Geodesics by the same functions.',
        columns: [
          'geodesic',
          'unknowns',
          'length',
          'mismatch',
          'energy drift',
          'coadjoint residual',
          'end against twice the steps',
          'least Jacobian',
        ],
        rows: paths.map(({ name, unknowns, length, mismatch, certificate }) => [
          name,
          unknowns,
          length,
          mismatch,
          certificate.energyDrift,
          certificate.coadjointResidual,
          certificate.integrationError,
          certificate.leastJacobian,
        ]),
      },
    ],
  };
}

function peakonSection({ fast, slow, momenta, shifts, nearest }: Peakons): StudySection {
  const expected = closedForms(fast, slow);
  return {
    heading: 'Two peakons',
    text: 'On a line with the kernel e^{−|x|} two landmarks are the peakons of the Camassa–Holm equation, which are solved: the fast one hands its momentum to the slow one, and they never meet.',
    exhibits: [
      {
        kind: 'table',
        caption: `A collision of the speeds ${fast} and ${slow}.`,
        columns: ['quantity', 'measured', 'closed form'],
        rows: [
          ['momentum behind', momenta[0], slow],
          ['momentum in front', momenta[1], fast],
          ['shift behind', shifts[0], expected.shifts[0]],
          ['shift in front', shifts[1], expected.shifts[1]],
          ['closest approach', nearest, expected.nearest],
        ],
      },
    ],
  };
}

const closedForms = (fast: number, slow: number) => ({
  shifts: [2 * Math.log((fast - slow) / slow), 2 * Math.log(fast / (fast - slow))] as const,
  nearest: 2 * Math.log((fast + slow) / (fast - slow)),
});

function checksOf(
  { peakons, body, circles, pictures, states }: Measured,
  paths: readonly MeasuredPath[],
): readonly Check[] {
  const { shifts, nearest } = closedForms(peakons.fast, peakons.slow);
  const exact = paths.filter((path) => path !== pictures.path);
  return [
    equals('peakons: momentum of the one behind', 'closed form', peakons.momenta[0], peakons.slow, 1e-8),
    equals('peakons: momentum of the one in front', 'closed form', peakons.momenta[1], peakons.fast, 1e-8),
    equals('peakons: shift of the one behind', 'closed form', peakons.shifts[0], shifts[0], 1e-8),
    equals('peakons: shift of the one in front', 'closed form', peakons.shifts[1], shifts[1], 1e-8),
    equals('peakons: closest approach', 'closed form', peakons.nearest, nearest, 1e-8),
    equals('rigid body: length √I·angle', 'closed form', body.path.length, body.expected, 1e-9),
    ...circles.flatMap(({ name, length }) =>
      LENGTHS[name] === undefined
        ? []
        : [equals(`${name}: length`, 'independent computation', length, LENGTHS[name], 6e-6)],
    ),
    ...states.map(({ path, searched }) =>
      equals(
        `${path.name}: length, against the search for states`,
        'independent computation',
        path.length,
        searched,
        1e-7,
      ),
    ),
    ...exact.map(({ name, mismatch }) => atMost(`${name}: mismatch at the end`, 'theorem', mismatch, 0, 1e-9)),
    ...paths.flatMap(({ name, certificate }) => [
      atMost(`${name}: energy drift`, 'theorem', certificate.energyDrift, 0, 1e-8),
      atMost(`${name}: coadjoint residual`, 'theorem', certificate.coadjointResidual, 0, 1e-9),
      atMost(`${name}: drift of the invariants`, 'theorem', certificate.invariantDrift, 0, 1e-8),
      ...(certificate.leastJacobian === null
        ? []
        : [atLeast(`${name}: least Jacobian`, 'theorem', certificate.leastJacobian, 0)]),
    ]),
    atMost('picture: share of the mismatch that is left', 'independent computation', pictures.ratio, 0.05),
  ];
}
