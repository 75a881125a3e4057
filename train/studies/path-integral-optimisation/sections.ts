/** @file The sections of the study: tables, maps and charts. */

import type { ChartSeries, StudySection } from '../../../src/record/study-record.ts';
import { mapExhibit } from './map-exhibit.ts';
import type { Measured } from './measured.ts';

const CAPTIONS = [
  'A box with a cutoff all around: φ. A network that fills it, coarse in the middle.',
  'An L with a cutoff all around: φ. Both arms and the corner.',
  'An entanglement wedge: φ on a half disk whose arc is free. Lines of constant φ are level, as in the whole half plane: nothing is felt of the arc.',
];

export function shapeSection({ shapes, options }: Measured): StudySection {
  return {
    heading: 'Metrics of least action',
    text:
      'S[φ] = (c/24π)[∫(|∇φ|² + e^{2φ}) + 2∮K₀φ] counts the gates of a network that makes a state by a path integral on a lattice of spacing ' +
      'e^{−φ}. It is strictly convex, so there is one optimum; it obeys Δφ = e^{2φ}, curvature −1, and on the boundary of a lattice e^{φ} = 1/ε. ' +
      `Here ε = 1/16 of the size, on up to ${options.cells} cells. The control is the lattice that is not optimised, e^{φ} = 1/ε everywhere.`,
    exhibits: [
      {
        kind: 'table',
        caption:
          'Domains and their optima. Greatest errors of φ against closed form at a quarter, half and all of the cells, and the order of convergence; actions in units of c/24π.',
        columns: ['domain', 'e^{φ}', 'nodes', 'Newton steps', 'errors', 'order', 'action', 'not optimised'],
        rows: shapes.shapes.map(({ name, closedForm, nodes, steps, errors, optimum, flat }) => [
          name,
          closedForm ?? 'none',
          nodes,
          steps,
          errors.length === 0 ? 'none' : errors.map((error) => error.toExponential(1)).join(', '),
          errors.length < 2 ? null : Math.log2(errors.at(-2)! / errors.at(-1)!),
          optimum,
          flat,
        ]),
      },
      ...shapes.maps.map((map, k) => mapExhibit(map, CAPTIONS[k] ?? map.name, 'φ', 0.25)),
      {
        kind: 'table',
        caption: 'The arc of the wedge. Its length in the optimised metric; control: an arc with a cutoff instead.',
        columns: ['arc', 'length', 'geodesic between its ends'],
        rows: [
          ['free', shapes.wedge.arc, shapes.wedge.geodesic],
          ['control: e^{φ} = 1/ε on it', shapes.wedge.cutoff, shapes.wedge.geodesic],
        ],
      },
    ],
  };
}

export function surfaceSection({ surfaces }: Measured): StudySection {
  const lines = (profiles: Measured['surfaces']['layers']): readonly ChartSeries[] =>
    profiles.map(({ name, points }) => ({ name, mark: 'line', points }));
  const axes = {
    x: { label: 'height along the axis', kind: 'linear' },
    y: { label: 'radius', kind: 'linear', include: [0] },
  } as const;
  return {
    heading: 'As surfaces in flat space',
    text:
      'Rolled up along x, an optimised metric is a surface of revolution of curvature −1 wherever it has a place in flat space. The half plane is ' +
      'Beltrami’s pseudosphere, the strip, which makes the thermofield double state of two boundaries, the neck between two such horns: the ' +
      'bridge of a black hole at one time. Around an operator the surface is a cone, sharper for greater weight.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Half plane and strip. Circumference 1 in x, ε = 1/16, strip of β = 2.',
        ...axes,
        series: lines(surfaces.layers),
      },
      {
        kind: 'chart',
        caption: 'Cones. Angle 2πa at the tip, up to where they can be embedded, cosh s = 1/a.',
        ...axes,
        series: lines(surfaces.cones),
      },
    ],
  };
}

export function entropySection({ entropies, options }: Measured): StudySection {
  const { series, scores, field } = entropies;
  return {
    heading: 'Geodesics against entropies of a lattice',
    text:
      `S = (c/6)(length + 2 log ε) + s₀ with c = 1 and the constant s₀ = 0.7261 of free fermions at half filling (Jin and Korepin): nothing is fitted. ` +
      'Controls may choose their own constant. They are the metric of the other state, the flat metric of a lattice that is not optimised, for which ' +
      'S grows with the length and the slope may be chosen too, the same areas shuffled, areas at random, and a state with a gap. What is left at short lengths is the lattice.',
    exhibits: [
      {
        kind: 'chart',
        caption:
          'Entropies of intervals. Points: infinite chain of free fermions, exact. Lines: geodesics of optimised metrics.',
        x: { label: 'length, in sites', kind: 'log' },
        y: { label: 'S, in nats', kind: 'linear' },
        series: series.flatMap(({ state, lattice, metric }): ChartSeries[] => [
          { name: `${state}: metric`, mark: 'line', points: options.lengths.map((length, k) => [length, metric[k]!]) },
          {
            name: `${state}: lattice`,
            mark: 'points',
            points: options.lengths.map((length, k) => [length, lattice[k]!]),
          },
        ]),
      },
      {
        kind: 'chart',
        caption: 'Differences. |S of the lattice − S of the metric|.',
        x: { label: 'length, in sites', kind: 'log' },
        y: { label: 'difference, in nats', kind: 'log' },
        series: series.map(({ state, lattice, metric }) => ({
          name: state,
          mark: 'line-and-points',
          points: options.lengths.map((length, k) => [length, Math.abs(lattice[k]! - metric[k]!)]),
        })),
      },
      {
        kind: 'table',
        caption:
          'Whose areas explain whose entropies. Root mean square in nats; score: log₁₀ of it over that of the state’s own metric.',
        columns: ['state', 'areas', 'remainder', 'score'],
        rows: scores.map(({ state, areas, isControl, remainder }) => {
          const own = scores.find((entry) => entry.state === state && !entry.isControl);
          return [
            state,
            isControl ? `control: ${areas}` : areas,
            remainder,
            isControl && own !== undefined ? Math.log10(remainder / own.remainder) : null,
          ];
        }),
      },
      {
        kind: 'table',
        caption:
          'Geodesics on a grid. Entropy of an interval of 0.6 on the half plane, ε = 1/16, by the logarithmic map on the bicubic field.',
        columns: ['cells', 'S', 'closed form', 'difference'],
        rows: field.map(({ cells, value, exact }) => [cells, value, exact, value - exact]),
      },
    ],
  };
}

export function stabilitySection({ stability }: Measured): StudySection {
  return {
    heading: 'Stability',
    text:
      'The second variation of the action is ⟨f, (−Δ + 2) f⟩ (Czech), positive where −Δ > −2: the optimum is stable. On ε ≤ z ≤ z₁ the lowest eigenvalue of ' +
      '−Δ is known in closed form; on any domain of curvature −1 it is at least 1/4.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Lowest eigenvalues of −Δ on the half plane. Of functions of the depth, ε ≤ z ≤ z₁.',
        columns: ['z₁/ε', 'found', '1/4 + (π/log(z₁/ε))²'],
        rows: stability.rows.map(({ ratio, found, exact }) => [ratio, found, exact]),
      },
      {
        kind: 'table',
        caption: 'Lowest eigenvalues of −Δ on two domains with a cutoff. At least 1/4 by the theorem of McKean.',
        columns: ['domain', 'found'],
        rows: stability.domains.map(({ domain, eigenvalue }) => [domain, eigenvalue]),
      },
    ],
  };
}

export function ballSection({ balls }: Measured): StudySection {
  return {
    heading: 'Balls and bounds',
    label: 'analogy',
    text:
      'If volumes are complexities, those of small balls give the curvature of space and so the energy in it (Ge and Wang); the complexity that it ' +
      'removes, in units of volume/(G·r), over the time in which light crosses the ball, is then a fixed share of the bound 2E/π of Margolus and ' +
      'Levitin. The unit is a convention, and so is the share.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Balls of radius 0.1. Curvature from volumes alone; share: rate of complexity over the bound.',
        columns: ['metric', 'R', 'exact', 'G₀₀', 'share of the bound'],
        rows: balls.map(({ metric, curvature, expected, einstein, share }) => [
          metric,
          curvature,
          expected,
          einstein,
          share,
        ]),
      },
    ],
  };
}
