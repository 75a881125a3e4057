/** @file The findings of the study in words. */

import {
  atMost,
  type Check,
  equals,
  type Findings,
  type StudySection,
  type Verdict,
} from '../../../src/record/study-record.ts';
import { type Invariant, WALK_LEVEL, type WalkStep } from './invariants.ts';
import type { Options } from './options.ts';
import type { LargeSpins, Projectors } from './surfaces.ts';

interface Measured {
  readonly options: Options;
  readonly invariants: readonly Invariant[];
  readonly walk: { readonly start: number; readonly steps: readonly WalkStep[] };
  readonly spheres: number;
  readonly projectors: Projectors;
  readonly large: LargeSpins;
}

export function findings(measured: Measured): Findings {
  const { invariants, walk, projectors, large } = measured;
  const worst = Math.max(...projectors.projectors.map(({ defect }) => defect));
  return {
    title: 'Spin foams as tensor networks',
    question: 'Can the sum over networks that connect two spin networks be a path integral over space-times? (II.D)',
    answer:
      `In three dimensions it can, exactly: contracted as tensor networks, the state sums of ${invariants.length} closed manifolds agree with their closed and published values, and do not change along ${walk.steps.length} ` +
      `moves through triangulations of ${Math.min(...walk.steps.map(({ tetrahedra }) => tetrahedra))} to ${Math.max(...walk.steps.map(({ tetrahedra }) => tetrahedra))} tetrahedra. Between two spin networks on a torus the sum is a projector of rank (r − 1)² ` +
      `(to ${worst.toExponential(0)}), and the phase of one tetrahedron of large spins is its Regge action, with an error that falls from ${large.errors[0]!.error.toExponential(1)} to ${large.errors.at(-1)!.error.toExponential(1)} as spins grow ${large.errors.at(-1)!.factor}-fold.`,
    sections: [invariantSection(measured), walkSection(walk), projectorSection(projectors), largeSpinSection(large)],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
}

function invariantSection({ invariants, options }: Measured): StudySection {
  const levels = Array.from({ length: options.level - 2 }, (_, k) => k + 3);
  return {
    heading: 'State sums of closed manifolds',
    text:
      'Every tetrahedron is a tensor with six legs, the symbol {6j}_{q} with q = e^{iπ/r}; every edge is an index that all tetrahedra around it share, weighted with its quantum dimension. ' +
      'The contraction takes (r − 1)^{treewidth} steps, not (r − 1)^{edges}. L(7, 1) and L(7, 2) have the same homology and different invariants.',
    exhibits: [
      {
        kind: 'table',
        caption:
          'Turaev–Viro invariants by level r. The number of tetrahedra is that of the triangulation that was contracted.',
        columns: ['manifold', 'tetrahedra', ...levels.map((r) => `r = ${r}`)],
        rows: invariants.map(({ name, tetrahedra, values }) => [
          name,
          tetrahedra,
          ...values.map((v) => (Math.abs(v) < 1e-14 ? 0 : v)),
        ]),
      },
    ],
  };
}

function walkSection({ start, steps }: Measured['walk']): StudySection {
  return {
    heading: 'Other triangulations, same amplitude',
    text:
      'A Pachner move exchanges a ball of tetrahedra for another with the same boundary; any two triangulations of a manifold are related by such moves. ' +
      'The amplitude does not see them: the discrete space-times in between are gauge, not physics.',
    exhibits: [
      {
        kind: 'chart',
        caption: `A random walk through triangulations of L(3, 1). The invariant at r = ${WALK_LEVEL} is ${start.toFixed(6)} at every step.`,
        x: { label: 'move', kind: 'linear', include: [0] },
        y: { label: 'tetrahedra', kind: 'linear', include: [0] },
        series: [
          {
            name: 'tetrahedra',
            mark: 'line-and-points',
            points: [[0, 3], ...steps.map(({ tetrahedra }, k) => [k + 1, tetrahedra] as const)],
          },
        ],
      },
      {
        kind: 'chart',
        caption: 'Difference of the invariant from its closed form, at every step.',
        x: { label: 'move', kind: 'linear', include: [0] },
        y: { label: '|TV − closed form| + 10⁻¹⁸', kind: 'log' },
        series: [
          {
            name: 'difference',
            mark: 'points',
            points: steps.map(({ value }, k) => [k + 1, Math.abs(value - start) + 1e-18] as const),
          },
        ],
      },
    ],
  };
}

function projectorSection({ projectors, shown }: Projectors): StudySection {
  return {
    heading: 'From one spin network to another',
    text:
      'With the edges of two surfaces left open, the state sum on surface × [0, 1] is the amplitude from any spin network on the first to any on the second, summed over everything between. ' +
      'It is a projector on the states that solve all constraints: physical time does nothing. The sphere has one such state, the torus (r − 1)².',
    exhibits: [
      {
        kind: 'heat-map',
        caption:
          'Amplitudes between spin networks on the torus at r = 4. Named by the spins of the three edges; all other amplitudes vanish.',
        quantity: 'amplitude',
        rowsLabel: 'spins at t = 1',
        columnsLabel: 'spins at t = 0',
        rows: shown.names,
        columns: shown.names,
        values: shown.values,
      },
      {
        kind: 'table',
        caption: 'The path integral on surface × [0, 1] is a projector.',
        columns: ['surface', 'r', 'colourings', 'greatest entry of P² − P', 'rank'],
        rows: projectors.map(({ surface, level, rows, defect, rank }) => [surface, level, rows, defect, rank]),
      },
    ],
  };
}

function largeSpinSection({ family, errors }: LargeSpins): StudySection {
  return {
    heading: 'Large spins: the phase is the Regge action',
    text:
      'Without cosmological constant the tensor of a tetrahedron is {6j}. As its spins grow it tends to cos(Σ (j + ½) θ + π/4)/√(12πV): edges of length j + ½, exterior dihedral angles θ, volume V. ' +
      'The sum in the cosine is the action of general relativity for one flat tetrahedron, found in symbols that know nothing of geometry. Where no Euclidean tetrahedron has these edges, the symbol is damped.',
    exhibits: [
      {
        kind: 'chart',
        caption:
          'The symbol {a 20 18; 17 19 16}, exactly and by the Regge action. Near tetrahedra of volume 0 no claim is made.',
        x: { label: 'spin a', kind: 'linear' },
        y: { label: '{6j}', kind: 'linear', include: [0] },
        series: [
          { name: 'exact', mark: 'line-and-points', points: family.map(({ a, exact }) => [a, exact] as const) },
          { name: 'Regge action', mark: 'hollow', points: family.map(({ a, asymptotic }) => [a, asymptotic] as const) },
        ],
      },
      {
        kind: 'table',
        caption: 'Errors relative to the amplitude 1/√(12πV), for {14 16 15; 17 13 18} with all spins multiplied.',
        columns: ['factor', '{6j}, exact', 'by the Regge action', 'error / amplitude'],
        rows: errors.map(({ factor, exact, asymptotic, error }) => [factor, exact, asymptotic, error]),
      },
    ],
  };
}

function checksOf({ invariants, walk, spheres, projectors, large }: Measured): readonly Check[] {
  const published = [4.1e-3, 2.1e-3, 1.3e-3];
  return [
    ...invariants.flatMap(({ name, values, expected }): readonly Check[] => {
      const differences = values.flatMap((value, k) => (expected[k] === null ? [] : [Math.abs(value - expected[k]!)]));
      const basis = name === 'Poincaré sphere' || name === 'L(7, 2)' ? 'published value' : 'closed form';
      return differences.length === 0
        ? []
        : [atMost(`TV of ${name}, greatest difference over the levels`, basis, Math.max(...differences), 0, 1e-11)];
    }),
    atMost('TV of S³ by five tetrahedra and by one', 'independent computation', spheres, 0, 1e-12),
    atMost(
      `TV along ${walk.steps.length} Pachner moves, greatest difference`,
      'theorem',
      Math.max(...walk.steps.map(({ value }) => Math.abs(value - walk.start))),
      0,
      1e-12,
    ),
    ...projectors.projectors.flatMap(({ surface, level, defect, rank }) => [
      atMost(`${surface}, r = ${level}: P² − P`, 'theorem', defect, 0, 1e-13),
      equals(`${surface}, r = ${level}: rank`, 'closed form', rank, surface === 'sphere' ? 1 : (level - 1) ** 2, 1e-11),
    ]),
    ...large.errors
      .slice(0, 3)
      .map(({ factor, error }, k) =>
        equals(`error of the Regge action, spins × ${factor}`, 'independent computation', error, published[k]!, 6e-5),
      ),
  ];
}

function verdictsOf({ walk, projectors, large }: Measured): readonly Verdict[] {
  const worst = Math.max(...walk.steps.map(({ value }) => Math.abs(value - walk.start)));
  return [
    {
      statement:
        'The transition between two spin networks is a sum over spin foams, as a path integral over space-times.',
      source: 'II.D',
      verdict: 'holds',
      because:
        `In three dimensions with quantum group symmetry: amplitudes compose (P² = P to ${Math.max(...projectors.projectors.map(({ defect }) => defect)).toExponential(0)}), and do not depend on the triangulation (to ${worst.toExponential(0)}). ` +
        'In four dimensions no such sum is known to be free of the triangulation; none is computed here.',
    },
    {
      statement: 'The classical space-time is the stationary phase of that sum.',
      source: 'II.D',
      verdict: 'holds in part',
      because: `For one tetrahedron the phase is the Regge action, to ${large.errors.at(-1)!.error.toExponential(1)} of the amplitude at spins × ${large.errors.at(-1)!.factor}. Both signs of the action enter (a cosine), and only spins of one tetrahedron are large here.`,
    },
    {
      statement: 'Spin networks are the network of which space is made.',
      source: 'II.D',
      verdict: 'analogy',
      because: 'Spins, triangulations and amplitudes are put in; no state was trained to find them.',
    },
  ];
}
