/** @file The wave equations of areas on the space of intervals: without matter their residuals vanish. */

import { DomainError, ShapeError } from '../errors.ts';
import { type AreaTable, areaOf, areasOf } from './area-table.ts';
import { kinematicDensity } from './gravity-defect.ts';

/**
 * The residual of the wave equation of a change of lengths,
 *
 *     [R²(∂x² − ∂R²) + 2] δL(x, R) = ∫_γ δK ds,    R²(∂x² − ∂R²) = (v − u)² ∂u∂v
 *
 * for the interval (u, v) of centre x and half-width R, whose geodesic is γ: the X-ray transform of the excess δK of the Gaussian
 * curvature over −1. On the lattice, ∂u∂v is the density of `kinematicDensity`, v − u = |B| + 1, and on a ring of N sites the
 * chord (N/π) sin(π(|B| + 1)/N) in its place. To first order it is 2δq of the gravity defect.
 *
 * @param change - δL of all regions: (6/c)·δS where areas are entropies
 * @returns shape (sites, sites), that of B at (start, |B| − 1); NaN where an area is not known
 *
 * O(n²). The error of the differences is of second order in 1/|B|.
 *
 * @see de Boer, Haehl, Heller & Myers, arXiv:1606.03307, for the wave equation
 */
export function kinematicResidual(change: AreaTable): Float64Array {
  const { sites, ring } = change;
  const values = new Float64Array(sites * sites).fill(NaN);
  for (let start = 0; start < sites; start++) {
    for (let length = 1; length <= sites - 2; length++) {
      const { density, area } = kinematicDensity(change, start, length);
      const width = ring ? (sites / Math.PI) * Math.sin((Math.PI * (length + 1)) / sites) : length + 1;
      values[start * sites + length - 1] = width ** 2 * density + 2 * area;
    }
  }
  return values;
}

/**
 * The residual of the wave equation in time, at a fixed length of the intervals,
 *
 *     (v⁻²∂t² − ∂x²) δS,
 *
 * by central differences, one site apart and one step of time apart; 0 for what moves at the speed v to the left and to the
 * right.
 *
 * @param before, now, after - areas at t − step, t, t + step
 * @param step - of time
 * @param velocity - v > 0, in sites per time
 * @returns the residual and ∂x²δS, by start and length − 1, shape (sites, sites); NaN where an area is not known
 * @throws {ShapeError} tables of different sizes
 * @throws {DomainError} a step or velocity that is not positive
 */
export function waveResidual(
  [before, now, after]: readonly [before: AreaTable, now: AreaTable, after: AreaTable],
  step: number,
  velocity: number,
): { readonly residual: Float64Array; readonly inSpace: Float64Array } {
  const { sites, ring } = now;
  const wrong = [before, after].find((table) => table.sites !== sites || table.ring !== ring);
  if (wrong !== undefined) throw new ShapeError(`waveResidual: tables of ${sites} sites required, got ${wrong.sites}`);
  if (!(step > 0 && velocity > 0)) {
    throw new DomainError(`waveResidual: a step and a velocity > 0 required, got ${step} and ${velocity}`);
  }
  const second = (left: number, middle: number, right: number): number => left - 2 * middle + right;
  const at = (table: AreaTable, start: number, length: number): number => areaOf(table, start, length);
  const inSpace = areasOf(sites, (u, l) => second(at(now, u - 1, l), at(now, u, l), at(now, u + 1, l)), { ring });
  const inTime = areasOf(sites, (u, l) => second(at(before, u, l), at(now, u, l), at(after, u, l)), { ring });
  const scale = 1 / (velocity * step) ** 2;
  return {
    residual: inTime.values.map((value, k) => scale * value - inSpace.values[k]!),
    inSpace: inSpace.values,
  };
}
