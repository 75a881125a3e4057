/** @file The sections of the page on superpositions, and on distances to separable states. */

import type { ChartSeries, StudySection } from '../../../src/record/study-record.ts';
import type { Measured } from './checks.ts';

const settled = (value: number): number => (Math.abs(value) < 1e-12 ? 0 : value);

export function superpositionSection({ superposed }: Measured): StudySection {
  return {
    heading: 'Superpositions',
    text:
      'Two states of equal weight. If a region and its complement both tell the parts apart, the entropy is the mean of theirs plus ln 2, exactly. Mutual information and distances of the ' +
      'superposition are compared with the means of the parts, which they would be if geometry were linear.',
    exhibits: [
      {
        kind: 'table',
        caption:
          'Nonlinearity. Change of I and of distances relative to the means of the parts, and the gain of entropy of half of the sites over ln 2.',
        columns: ['superposition', 'overlap', 'change of I', 'change of d', 'finite pairs', '(S − Σ pS)/ln 2'],
        rows: superposed.map(({ name, overlap, informationChange, distanceChange, finiteShare, regions }) => [
          name,
          settled(overlap),
          informationChange === null ? null : settled(informationChange),
          distanceChange === null ? null : settled(distanceChange),
          finiteShare,
          settled(regions.at(-1)!.excess) / Math.LN2,
        ]),
      },
      {
        kind: 'chart',
        caption: 'Gain of entropy. S of the superposition less the mean of its parts.',
        x: { label: 'sites of the block', kind: 'linear', include: [0] },
        y: { label: 'S − Σ pS (nats)', kind: 'linear', include: [0] },
        series: superposed.map(({ name, regions }) => ({
          name,
          mark: 'line-and-points',
          points: regions.map(({ sites, excess }) => [sites.length, excess] as const),
        })),
        levels: [{ y: Math.LN2, name: 'ln 2' }],
      },
    ],
  };
}

export function separableSection({ separable }: Measured): StudySection {
  const qutrits = separable.filter(({ name }) => name.startsWith('two qutrits'));
  const qubits = separable.filter(({ name }) => !name.startsWith('two qutrits'));
  const series = (
    name: string,
    rows: typeof separable,
    mark: ChartSeries['mark'],
    of: 'closed' | 'found',
  ): ChartSeries => ({
    name,
    mark,
    points: rows
      .map((row) =>
        of === 'closed'
          ? ([row.closed.buresDistance, row.closed.entanglementOfFormation] as const)
          : ([row.found, row.formation] as const),
      )
      .toSorted((a, b) => a[0] - b[0]),
  });
  return {
    heading: 'Distance to the separable states',
    text:
      'The greatest fidelity with a separable state is one minus the convex roof of 1 − max s², and the entanglement of formation the roof of the entropy. Both by search over ensembles on the ' +
      'Stiefel manifold, and in closed form: two qubits by concurrence, isotropic qutrits by symmetry.',
    exhibits: [
      {
        kind: 'chart',
        caption:
          'Entanglement of formation against Bures distance. For two qubits one is a function of the other; circles by search.',
        x: { label: 'Bures distance to the separable states', kind: 'linear', include: [0] },
        y: { label: 'E_F (nats)', kind: 'linear', include: [0] },
        series: [
          series('two qubits', qubits, 'line', 'closed'),
          series('isotropic qutrits', qutrits, 'dash', 'closed'),
          series('qubits, search', qubits, 'hollow', 'found'),
          series('qutrits, search', qutrits, 'points', 'found'),
        ],
      },
      {
        kind: 'table',
        caption:
          'Distances. Closed form, roof by search, bound from below by the partial transpose; entanglement of formation.',
        columns: ['state', 'D_B', 'roof', 'bound', 'E_F', 'roof'],
        rows: separable.map(({ name, closed, found, bound, formation }) => [
          name,
          closed.buresDistance,
          settled(found),
          bound,
          closed.entanglementOfFormation,
          settled(formation),
        ]),
      },
    ],
  };
}
