/** @file Area of small balls at fixed volume and at fixed radius, in spaces with and without curvature. */

import { entanglementEquilibrium } from '../../../src/gravity/entanglement-equilibrium.ts';
import { closedFormMetric } from '../../../src/riemann/families/closed-form-metric.ts';
import type { MetricField } from '../../../src/riemann/metric-field.ts';
import { sliceMetric } from '../../../src/systems/anti-de-sitter/slice-metric.ts';
import type { Options } from './options.ts';

export interface BallRow {
  readonly space: string;
  readonly radius: number;
  readonly einstein: number;
  /** δA over its first term, at fixed volume and at fixed radius; null in flat space, where both vanish. */
  readonly atVolume: number | null;
  readonly atRadius: number | null;
  /** δA at fixed volume, in units of the length of the circle. */
  readonly change: number;
}

/** A surface e^{2φ}(dx² + dy²) of varying curvature. */
const bumpy: MetricField = ([x, y]) => {
  const f = Math.exp(0.3 * Math.sin(x! + 0.5 * y!) + 0.2 * Math.cos(2 * y!));
  return { rows: 2, cols: 2, data: Float64Array.of(f, 0, 0, f) };
};
const flat = closedFormMetric(
  () => ({ metric: (i, j) => Number(i === j), first: () => 0, second: () => 0 }),
  (x) => x.length === 2,
);
const SPACES: readonly (readonly [string, MetricField, readonly [number, number]])[] = [
  ['slice of a black hole, across the horizon', sliceMetric({ kind: 'btz', horizon: 1 }), [0.05, 0]],
  ['surface of varying curvature', bumpy, [0.4, 0.7]],
  ['flat plane (control)', flat, [0, 0]],
];

export function balls({ radii }: Options): readonly BallRow[] {
  return SPACES.flatMap(([space, metric, centre]) =>
    radii.map((radius): BallRow => {
      const found = entanglementEquilibrium(metric, Float64Array.from(centre), radius, { directions: 6 });
      const isFlat = Math.abs(found.einstein.value) < 1e-9;
      const share = ({ change, predicted }: (typeof found)['atFixedVolume']): number | null =>
        isFlat ? null : change.value / predicted;
      return {
        space,
        radius,
        einstein: found.einstein.value,
        atVolume: share(found.atFixedVolume),
        atRadius: share(found.atFixedRadius),
        change: found.atFixedVolume.change.value / (2 * Math.PI * radius),
      };
    }),
  );
}
