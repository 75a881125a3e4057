/** @file Curvature of the metrics made of a continuous MERA. */

import { scalarCurvature } from '../../../src/riemann/curvature.ts';
import type { MetricField } from '../../../src/riemann/metric-field.ts';
import { cmera } from '../../../src/systems/continuous-mera/continuous-mera.ts';
import {
  emergentMetric,
  massMetric,
  pairMetric,
  phaseMetric,
} from '../../../src/systems/continuous-mera/scale-geometry.ts';

/** Scalar curvatures at a scale. */
export interface SpaceRow {
  readonly scale: number;
  /** Of the geometry read into it: massless and massive scalar. */
  readonly massless: number;
  readonly massive: number;
  /** In scale and phase: massless scalar in three dimensions, massive scalar on a line. */
  readonly phaseMassless: number;
  readonly phaseMassive: number;
  /** In scale and mass, of scalars on a line. */
  readonly mass: number;
}

export interface Spaces {
  readonly rows: readonly SpaceRow[];
  readonly pairs: { readonly boson: number; readonly fermion: number };
  /** ∫ √g_uu du over all scales: where the massive space ends. */
  readonly depth: number;
}

/** The scalar curvature, 0 where it is not above its error. */
function curvatureAt(metric: MetricField, x: Float64Array): number {
  const { value, error } = scalarCurvature(metric, x);
  return Math.abs(value) <= error ? 0 : value;
}

export function spaces(mass: number): Spaces {
  const massive = cmera({ statistics: 'boson', mass });
  const at = (...x: readonly number[]): Float64Array => Float64Array.from(x);
  return {
    rows: [-0.25, -0.5, -1, -2, -3, -4].map((scale) => ({
      scale,
      massless: curvatureAt(emergentMetric(cmera({ statistics: 'boson' })), at(scale, 0)),
      massive: curvatureAt(emergentMetric(massive), at(scale, 0)),
      phaseMassless: curvatureAt(phaseMetric(cmera({ statistics: 'boson', dimension: 3 })), at(scale, 0)),
      phaseMassive: curvatureAt(phaseMetric(massive), at(scale, 0)),
      mass: curvatureAt(massMetric({ statistics: 'boson' }), at(scale, mass)),
    })),
    pairs: {
      boson: scalarCurvature(pairMetric('boson'), at(0.4, 0.1)).value,
      fermion: scalarCurvature(pairMetric('fermion'), at(0.4, 0.1)).value,
    },
    depth: massive.angle(0, 0),
  };
}
