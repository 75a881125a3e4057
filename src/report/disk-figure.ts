/** @file Boundary sites on the hyperbolic plane that fits their distances best. */

import { exhibitFigure } from '../drawing/exhibit.ts';
import { niceStep } from '../drawing/scale.ts';
import { diskDistance } from '../geometry/hyperbolic-disk.ts';
import type { ModelFit } from '../geometry/model-fit.ts';
import { brief, significant } from '../number-format.ts';
import { prefersCurvature } from './reading.ts';

/**
 * The Poincaré disk with the sites of the fit, and geodesics between neighbours on the chain; null where the hyperbolic
 * plane is not preferred, or the record has no points.
 */
export function diskFigure(fit: ModelFit): string | null {
  const { kind, dimension, radius, stress, points } = fit.best;
  if (kind !== 'hyperbolic' || dimension !== 2 || points === undefined || !prefersCurvature(fit)) return null;
  const places = points.map((point) => [point[0] ?? NaN, point[1] ?? NaN] as const);
  if (!(radius > 0 && radius < Infinity && places.every((place) => Math.hypot(...place) < 1))) return null;
  const farthest = Math.max(...places.map((place) => diskDistance([0, 0], place)));
  const step = niceStep(radius * farthest, 3);
  const rings = [1, 2, 3, 4].map((k) => k * step).filter((distance) => distance <= 1.05 * radius * farthest);
  return exhibitFigure({
    kind: 'disk',
    caption:
      `Boundary sites on the hyperbolic plane. The points of the best fit on the Poincaré disk, curvature radius ${significant(radius)}, stress ${significant(stress, 2)}; ` +
      'lengths grow towards the edge, which is infinitely far. Dashed: geodesics between neighbours on the chain; rings: distances from the centre.',
    places,
    points: places.map((_, site) => ({ at: site, name: String(site) })),
    lines: [
      {
        name: 'neighbours on the chain',
        mark: 'dash',
        segments: places.slice(1).map((_, site) => [site, site + 1] as const),
      },
    ],
    rings: rings.map((distance) => ({ distance: distance / radius, name: brief(distance) })),
  });
}
