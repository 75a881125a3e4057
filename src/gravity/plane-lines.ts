/** @file Straight lines of the plane, and what a small change of its metric does to their lengths. */

import { DomainError } from '../errors.ts';
import { gaussLegendre } from '../linalg/gauss-legendre.ts';

/** The line x cos α + y sin α = p. */
export interface PlaneLine {
  /** α, in radians. */
  readonly angle: number;
  /** p, the distance from the origin, of either sign. */
  readonly offset: number;
}

/** Square pixels around the origin; row r, column c has its middle at ((c − (columns − 1)/2)·step, (r − (rows − 1)/2)·step). */
export interface PixelGrid {
  readonly rows: number;
  readonly columns: number;
  readonly step: number;
}

/** The pixels that a line crosses, row·columns + column, and its length in each. */
export interface LineLengths {
  readonly pixels: readonly number[];
  readonly lengths: readonly number[];
  /** Of the line within the grid. */
  readonly total: number;
}

/** Distance from a side that is rounding, in pixels. */
const SIDE = 1e-9;

/**
 * Lengths of a line in the pixels that it crosses, exact. A line along a side that two pixels have in common belongs to
 * each by half, as the mean of lines just beside it: given to one of them it would be half a pixel off.
 *
 * @throws {DomainError} a grid without pixels, or a line that is not finite
 *
 * @see Siddon, Med. Phys. 12, 252 (1985)
 */
export function lineLengths({ rows, columns, step }: PixelGrid, { angle, offset }: PlaneLine): LineLengths {
  if (!(Number.isInteger(rows) && Number.isInteger(columns) && rows > 0 && columns > 0 && step > 0)) {
    throw new DomainError(`lineLengths: pixels of a positive size required, got ${rows} × ${columns} of ${step}`);
  }
  if (!(Number.isFinite(angle) && Number.isFinite(offset))) {
    throw new DomainError(`lineLengths: a finite line required, got angle ${angle}, offset ${offset}`);
  }
  const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
  // (x, y) = p·n + s·t with t = (−sin α, cos α): where the line meets the sides of pixels
  const crossings = (start: number, slope: number, sides: number): readonly number[] =>
    Math.abs(slope) < 1e-12
      ? []
      : Array.from({ length: sides + 1 }, (_, k) => ((k - sides / 2) * step - start) / slope);
  const along = [...crossings(offset * nx, -ny, columns), ...crossings(offset * ny, nx, rows)].sort((a, b) => a - b);
  const pixels: number[] = [];
  const lengths: number[] = [];
  let total = 0;
  for (let k = 1; k < along.length; k++) {
    const [from, to] = [along[k - 1]!, along[k]!];
    if (!(to - from > 1e-12 * step)) continue;
    const middle = (from + to) / 2;
    const across = pixelsAt((offset * nx - middle * ny) / step + columns / 2, columns);
    const beside = pixelsAt((offset * ny + middle * nx) / step + rows / 2, rows);
    const count = across.length * beside.length;
    if (count === 0) continue;
    total += to - from;
    for (const row of beside) {
      for (const column of across) {
        pixels.push(row * columns + column);
        lengths.push((to - from) / count);
      }
    }
  }
  return { pixels, lengths, total };
}

/** The pixels of a row of `count` that a place belongs to, in pixels from its end: both beside a side. */
function pixelsAt(place: number, count: number): readonly number[] {
  const side = Math.round(place);
  const touched = Math.abs(place - side) < SIDE ? [side - 1, side] : [Math.floor(place)];
  return touched.filter((pixel) => pixel >= 0 && pixel < count);
}

/** A change of the metric at a point: h_xx, h_xy, h_yy. */
export type MetricChange = (x: number, y: number) => readonly [xx: number, xy: number, yy: number];

/** Nodes of the integral along a line, in each of its parts. */
const [NODES, PARTS] = [24, 16];

/**
 * The first-order change of the length of a line within a disk,
 *
 *     δL = ½ ∫ h_ij t^i t^j ds,    t = (−sin α, cos α).
 *
 * Infinitesimal diffeomorphisms h_ij = ∂_i ξ_j + ∂_j ξ_i that vanish at the rim do not change it.
 *
 * @param radius - of the disk
 * @throws {DomainError} a radius that is not positive
 */
export function lineLengthChange(change: MetricChange, { angle, offset }: PlaneLine, radius: number): number {
  if (!(radius > 0)) throw new DomainError(`lineLengthChange: a radius > 0 required, got ${radius}`);
  if (Math.abs(offset) >= radius) return 0;
  const half = Math.sqrt(radius * radius - offset * offset);
  const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
  const [points, weights] = gaussLegendre(NODES);
  let sum = 0;
  for (let part = 0; part < PARTS; part++) {
    points.forEach((point, k) => {
      const s = half * ((2 * part + 1 + point) / PARTS - 1);
      const [xx, xy, yy] = change(offset * nx - s * ny, offset * ny + s * nx);
      sum += (weights[k]! * half * (ny * ny * xx - 2 * nx * ny * xy + nx * nx * yy)) / PARTS;
    });
  }
  return sum / 2;
}

/**
 * The first-order change of the Gaussian curvature of the plane, δK = ½(∂_i∂_j h_ij − Δ h_ii), by central differences; −Δφ
 * for h = 2φ·1. It is all of h that lengths of lines can tell.
 *
 * @param step - of the differences; default 1e-3
 */
export function planeCurvatureChange(change: MetricChange, x: number, y: number, step = 1e-3): number {
  const at = (i: number, j: number) => change(x + i * step, y + j * step);
  const second = (k: 0 | 2, i: number, j: number): number => at(i, j)[k] - 2 * at(0, 0)[k] + at(-i, -j)[k];
  const mixed = (at(1, 1)[1] - at(1, -1)[1] - at(-1, 1)[1] + at(-1, -1)[1]) / 4;
  // ∂x∂x h_xx + 2∂x∂y h_xy + ∂y∂y h_yy − (∂x∂x + ∂y∂y)(h_xx + h_yy)
  return (2 * mixed - second(0, 0, 1) - second(2, 1, 0)) / (2 * step * step);
}
