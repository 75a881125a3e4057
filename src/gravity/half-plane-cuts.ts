/** @file Entropies of half-planes of a lattice as lengths of the lines that bound them. */

import { DomainError } from '../errors.ts';
import type { RegionEntropies } from '../state/region-entropies.ts';
import type { MeasuredLine } from './metric-from-lines.ts';
import { lineLengths, type PlaneLine } from './plane-lines.ts';

/** A straight cut through a lattice of sites at distance 1, site = row·columns + column, row along y. */
export interface HalfPlaneCut extends PlaneLine {
  /** The sites at x cos α + y sin α < p, from the middle of the lattice. */
  readonly region: readonly number[];
  /** Length of the line within the lattice, a square for each site. */
  readonly length: number;
}

/**
 * Cuts at `angles` evenly spaced angles, and offsets in steps of 1 through the middle of the lattice; those that cut
 * nothing off are left out.
 *
 * @throws {DomainError} a lattice of less than 3 × 3 sites, or no angle
 */
export function halfPlaneCuts(rows: number, columns: number, angles: number): readonly HalfPlaneCut[] {
  if (!([rows, columns].every((n) => Number.isInteger(n) && n >= 3) && Number.isInteger(angles) && angles >= 1)) {
    throw new DomainError(
      `halfPlaneCuts: at least 3 × 3 sites and an angle required, got ${rows} × ${columns}, ${angles}`,
    );
  }
  const farthest = (Math.max(rows, columns) >> 1) - 1;
  return Array.from({ length: angles }, (_, k) => (k * Math.PI) / angles).flatMap((angle) =>
    Array.from({ length: 2 * farthest + 1 }, (_, k) => k - farthest).flatMap((offset) => {
      const region: number[] = [];
      for (let site = 0; site < rows * columns; site++) {
        const [x, y] = [(site % columns) - (columns - 1) / 2, Math.floor(site / columns) - (rows - 1) / 2];
        // Sites on the line itself belong to the half-plane.
        if (x * Math.cos(angle) + y * Math.sin(angle) < offset + 1e-9) region.push(site);
      }
      const { total } = lineLengths({ rows, columns, step: 1 }, { angle, offset });
      return region.length === 0 || region.length === rows * columns || total === 0
        ? []
        : [{ angle, offset, region, length: total }];
    }),
  );
}

/**
 * Changes of lengths that changes of entropies stand for, δL = ℓ·δS/S along each cut. What a line is worth, S/ℓ, depends on its
 * direction on a lattice and drops out so.
 *
 * @throws {DomainError} a cut without entropy, or out of reach
 */
export function linesOfCuts(
  cuts: readonly HalfPlaneCut[],
  before: RegionEntropies,
  after: RegionEntropies,
): readonly MeasuredLine[] {
  return cuts.map(({ angle, offset, region, length }) => {
    const entropy = before.entropy(region);
    if (!(entropy > 0))
      throw new DomainError(`linesOfCuts: cuts with entropy required, got ${entropy} at offset ${offset}`);
    return { angle, offset, change: (length * (after.entropy(region) - entropy)) / entropy };
  });
}
