/** @file The findings of the study in words. */

import {
  atLeast,
  atMost,
  type Check,
  equals,
  type Findings,
  type StudySection,
} from '../../../src/record/study-record.ts';
import type { FlatPieces } from './flat-pieces.ts';
import type { SolvedSphere } from './spheres.ts';

interface Measured {
  readonly spheres: readonly SolvedSphere[];
  readonly flat: FlatPieces;
}

export function findings({ spheres, flat }: Measured): Findings {
  const flattened = flat.pieces.filter(({ expected }) => expected === 'flat');
  const largest = [3, 4].map((d) =>
    flattened.filter(({ dimension }) => dimension === d).reduce((a, b) => (b.simplices > a.simplices ? b : a)),
  );
  const convex = flat.modes.filter(({ bends }) => bends === 0);
  const curved = flat.pieces.find(({ expected }) => expected === 'curved')!;
  const best = spheres.filter(({ dimension }) => dimension === 3).at(-1)!;
  return {
    title: 'General relativity without coordinates',
    question: 'Can the curvature of a network be an exact discrete gravity? (II.F, III.D)',
    answer:
      `It can: with lengths on its edges a simplicial complex has curvature at its hinges, and Einstein's equations are equations for the lengths. ` +
      `Spheres with a cosmological constant have the published volumes: S³ by ${best.simplices} tetrahedra ${best.volume.toFixed(4)}, ${(100 * (best.volume / best.continuum - 1)).toFixed(1)} % above 2π². ` +
      `From noise of ${100 * largest[0]!.noise} % on the lengths inside, blocks of up to ${largest.map(({ simplices }) => simplices).join(' tetrahedra and ')} 4-simplices become flat to ${worst(flattened.map(({ byDeficits }) => byDeficits.deficit))} while lengths move by up to ${(100 * Math.max(...flattened.map(({ byDeficits }) => byDeficits.moved))).toFixed(1)} % along the gauge: inner vertices of a flat piece are free, ${convex.map(({ zeros, values }) => `${zeros} of ${values.length}`).join(' and ')} modes. ` +
      `Noise on the boundary makes curvature in four dimensions (${curved.byDeficits.deficit.toFixed(3)} is left), none in three.`,
    sections: [sphereSection(spheres), flatSection(flat), gaugeSection(flat)],
    checks: checksOf({ spheres, flat }),
    verdicts: [
      {
        statement: 'A network with lengths has a discrete Einstein equation.',
        source: 'II.F, III.D',
        verdict: 'holds',
        because: `Residuals go to ${Math.max(...spheres.map(({ residual }) => residual)).toExponential(0)}; solutions approach the continuum as the complex is refined (${spheres
          .filter(({ dimension }) => dimension === 3)
          .map(({ volume, continuum }) => (volume / continuum).toFixed(3))
          .join(', ')} of 2π²).`,
      },
      {
        statement: 'That equation emerges from the network.',
        source: 'III.D',
        verdict: 'analogy',
        because: 'It is imposed here: the action is put in, and no state of a network enters.',
      },
    ],
  };
}

function sphereSection(spheres: readonly SolvedSphere[]): StudySection {
  return {
    heading: 'Spheres with a cosmological constant',
    text:
      'S = Σ A_h ε_h − Λ Σ V: areas of hinges times the angles that are missing around them, less Λ times the volume. From lengths with noise all edges become equal. ' +
      'The finer the triangulation, the nearer the volume is to that of the round sphere.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Volume V Λ^{d/2} against the number of simplices, in units of that of the round sphere.',
        x: { label: 'simplices', kind: 'log' },
        y: { label: 'volume / continuum', kind: 'linear', include: [1] },
        series: [3, 4].map((d) => ({
          name: `S${d === 3 ? '³' : '⁴'}`,
          mark: 'line-and-points' as const,
          points: spheres
            .filter(({ dimension }) => dimension === d)
            .map(({ simplices, volume, continuum }) => [simplices, volume / continuum] as const),
        })),
        levels: [{ y: 1, name: 'round sphere' }],
      },
      {
        kind: 'table',
        caption: 'Solutions at Λ = 1.',
        columns: [
          'sphere',
          'simplices',
          'edge',
          'deficit',
          'V Λ^{d/2}',
          'published',
          'continuum',
          'steps',
          'greatest residual',
        ],
        rows: spheres.map(({ name, simplices, length, deficit, volume, published, continuum, steps, residual }) => [
          name,
          simplices,
          length,
          deficit,
          volume,
          published,
          continuum,
          steps,
          residual,
        ]),
      },
    ],
  };
}

const worst = (values: readonly number[]): string => Math.max(...values).toExponential(0);

function flatSection({ pieces }: FlatPieces): StudySection {
  return {
    heading: 'Flat pieces from noise',
    text:
      'The lengths of the boundary of a triangulated block are held, those inside are disturbed, and the vacuum equations are solved by the method of Levenberg and Marquardt: the action is a saddle with zero modes, where minimisers and ' +
      'Newton’s method fail. Either the equations ∂S/∂s = 0 are solved, or the deficits themselves are made to vanish. In Minkowski space a deficit is a boost or an angle, and each light ray that is crossed adds π/2. Blocks with flat faces converge slowly: ' +
      'their faces bend without any change of length to first order. Two controls have noise on the boundary, too: in three dimensions there is a flat filling again, for gravity has no freedom there; in four dimensions there is none.',
    exhibits: [
      {
        kind: 'table',
        caption:
          'Greatest deficit inside before and after, steps, and greatest residual |∂S/∂s|, by the equations of the action and by the deficits; one row for each draw of the noise.',
        columns: [
          'block',
          'noise',
          'simplices',
          'inner edges',
          'inner vertices',
          'before',
          'action: steps',
          'deficit',
          'residual',
          'deficits: steps',
          'deficit',
          'residual',
          'greatest change of a length',
        ],
        rows: pieces.map(
          ({ name, noise, simplices, innerEdges, innerVertices, before, byAction: action, byDeficits: own }) => [
            name,
            noise,
            simplices,
            innerEdges,
            innerVertices,
            before,
            action.steps,
            action.deficit,
            action.residual,
            own.steps,
            own.deficit,
            own.residual,
            own.moved,
          ],
        ),
      },
    ],
  };
}

function gaugeSection({ modes }: FlatPieces): StudySection {
  return {
    heading: 'Diffeomorphisms of a lattice, and faces that bend',
    text:
      'Moving an inner vertex of a flat piece changes lengths and nothing else: d zero modes of the second derivatives of the action for every inner vertex. A vertex inside of a flat face of the boundary can move out of the face without a change of length to first order: ' +
      'one more zero mode for each, which is no freedom, since to second order it makes curvature. Convex faces are rigid.',
    exhibits: [
      {
        kind: 'chart',
        caption:
          'Moduli of the eigenvalues of the second derivatives of the action, in ascending order. Zeros at 10⁻¹⁷ are gauge, and bends of flat faces.',
        x: { label: 'number / all', kind: 'linear', include: [0, 1] },
        y: { label: '|eigenvalue|', kind: 'log' },
        series: modes.map(({ name, values }) => ({
          name,
          mark: 'points',
          points: values.map((x, k) => [(k + 0.5) / values.length, Math.max(x, 1e-17)] as const),
        })),
      },
    ],
  };
}

function checksOf({ spheres, flat }: Measured): readonly Check[] {
  const names = [...new Set(flat.pieces.filter(({ expected }) => expected === 'flat').map(({ name }) => name))];
  const flattened = names.map((name) => [name, flat.pieces.filter((piece) => piece.name === name)] as const);
  return [
    ...spheres.flatMap(({ name, volume, published, residual, spread }) => [
      ...(published === null
        ? []
        : [equals(`V Λ^{d/2} of the ${name}`, 'published value', volume, published, published > 100 ? 1e-3 : 1e-4)]),
      atMost(`${name}: greatest residual`, 'theorem', residual, 0, 1e-11),
      atMost(`${name}: edges differ by`, 'theorem', spread, 0, 1e-8),
    ]),
    ...flattened.flatMap(([name, pieces]) => [
      atMost(
        `${name}: greatest deficit inside`,
        'theorem',
        Math.max(...pieces.map(({ byDeficits }) => byDeficits.deficit)),
        0,
        1e-13,
      ),
      atMost(
        `${name}: greatest residual`,
        'theorem',
        Math.max(...pieces.map(({ byDeficits }) => byDeficits.residual)),
        0,
        1e-13,
      ),
    ]),
    ...flat.pieces
      .filter(({ expected }) => expected === 'curved')
      .map(({ name, byDeficits }) => atLeast(`${name}: deficit that is left`, 'theorem', byDeficits.deficit, 1e-3)),
    ...flat.modes.map(({ name, zeros, gauge, bends }) =>
      equals(`zero modes of ${name}`, 'theorem', zeros, gauge + bends, 0),
    ),
  ];
}
