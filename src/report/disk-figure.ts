/** @file Boundary sites on the hyperbolic plane that fits their distances best. */

import { exhibitFigure } from '../drawing/exhibit.ts';
import type { ModelFit } from '../geometry/model-fit.ts';
import { significant } from '../number-format.ts';
import { fitDisk } from '../record/fit-disk.ts';
import { prefersCurvature } from './reading.ts';

/**
 * The Poincaré disk with the sites of the fit, and geodesics between neighbours on the chain; null where the hyperbolic
 * plane is not preferred, or the record has no points.
 */
export function diskFigure(fit: ModelFit): string | null {
  const { radius, stress } = fit.best;
  const exhibit = fitDisk(
    fit.best,
    `Boundary sites on the hyperbolic plane. The points of the best fit on the Poincaré disk, curvature radius ${significant(radius)}, stress ${significant(stress, 2)}; ` +
      'lengths grow towards the edge, which is infinitely far. Dashed: geodesics between neighbours on the chain; rings: distances from the centre.',
  );
  return exhibit === null || !prefersCurvature(fit) ? null : exhibitFigure(exhibit);
}
