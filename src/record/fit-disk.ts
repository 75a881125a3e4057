/** @file Points of a hyperbolic fit as an exhibit: on the Poincaré disk, with rings of equal distance. */

import { diskDistance } from '../geometry/hyperbolic-disk.ts';
import type { SpaceFit } from '../geometry/model-fit.ts';
import { brief } from '../number-format.ts';
import type { DiskExhibit } from './study-record.ts';

/** Rings whose distances are 1, 2 or 5 times a power of ten, about three of them. */
function ringStep(reach: number): number {
  const power = 10 ** Math.floor(Math.log10(reach / 3));
  const mantissa = reach / 3 / power;
  return power * (mantissa < Math.SQRT2 ? 1 : mantissa < Math.sqrt(10) ? 2 : mantissa < Math.sqrt(50) ? 5 : 10);
}

/**
 * The exhibit of a fit with the hyperbolic plane: its points, named by their number, and geodesics between those of
 * neighbouring numbers. Null where the fit is with another space, or has no points inside the disk.
 */
export function fitDisk({ kind, dimension, radius, points }: SpaceFit, caption: string): DiskExhibit | null {
  if (kind !== 'hyperbolic' || dimension !== 2 || points === undefined || points.length === 0) return null;
  const places = points.map((point) => [point[0] ?? NaN, point[1] ?? NaN] as const);
  if (!(radius > 0 && radius < Infinity && places.every((place) => Math.hypot(...place) < 1))) return null;
  const reach = radius * Math.max(...places.map((place) => diskDistance([0, 0], place)));
  const step = ringStep(Math.max(1e-9, reach));
  const rings = [1, 2, 3, 4].map((k) => k * step).filter((distance) => distance <= 1.05 * reach);
  return {
    kind: 'disk',
    caption,
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
  };
}
