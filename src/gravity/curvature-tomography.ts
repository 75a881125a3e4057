/**
 * @file Is there a metric whose geodesics explain these entropies? The residual of the gravity equation, an integral of the
 * curvature along each geodesic, is inverted for the curvature, and what half of the intervals say of it is tried on the others.
 */

import { DomainError } from '../errors.ts';
import { conjugateGradientSolve } from '../linalg/conjugate-gradient-solve.ts';
import { type RandomStream, randomStream } from '../linalg/random.ts';
import type { DefectChange } from './gravity-defect.ts';
import { type BulkOptions, geodesicPoint, type IntervalGeodesic } from './x-ray-transform.ts';

/** A geodesic and the integral of the excess curvature along it, ∫_γ δK ds = 2δq. */
export interface MeasuredGeodesic extends IntervalGeodesic {
  readonly integral: number;
}

/** How the curvature is sought. */
export interface TomographyOptions extends BulkOptions {
  /** Cells along the boundary and in depth; default 25 and 14. */
  readonly columns?: number;
  readonly rows?: number;
  /** Weights of the smoothness prior, relative to the data, among which the held-out error chooses; default 1e-6 … 10. */
  readonly smoothness?: readonly number[];
  /** Of the division into halves; default 1. */
  readonly seed?: number;
}

/** The curvature that the entropies show, if any. */
export interface CurvatureTomography {
  /** Middle of each cell along the boundary, in sites, shape (columns,). */
  readonly places: Float64Array;
  /** Depth z of the middle of each cell, in sites, evenly spaced in log z, shape (rows,). */
  readonly depths: Float64Array;
  /** δK by all intervals, of either sign, shape (rows, columns). */
  readonly curvature: Float64Array;
  /** Root of Σ(length in the cell)² over the geodesics, shape (rows, columns); 0 where none passes, which is blind. */
  readonly sensitivity: Float64Array;
  /**
   * Relative error √(Σ(predicted − given)²/Σ given²) on the half of the intervals that the curvature was not made from, both halves
   * in turn: 1 is what no curvature at all explains. The verdict on a metric.
   */
  readonly error: number;
  /** The same on the intervals that it was made from: it says nothing of a metric where cells are many. */
  readonly misfit: number;
  /** Weight of the prior, chosen within the halves. */
  readonly smoothness: number;
  readonly intervals: number;
  /** Greatest half-width, in sites: nothing is seen much deeper. */
  readonly horizon: number;
}

const WEIGHTS = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 10];
/** Most numbers of the table of lengths in cells: 256 MB. */
const LARGEST = 2 ** 25;

/**
 * Inverts the X-ray transform of the hyperbolic plane for the excess curvature on cells of (x, log z), by least squares with a
 * smoothness prior,
 *
 *     min ‖A δK − d‖² + λ‖∇δK‖²,    A = length of each geodesic in each cell.
 *
 * The weight of the prior is chosen inside each half, by quarters; curvature is never clipped, for a relevant source may have
 * δK < 0.
 *
 * @param data - at least 8 geodesics, see `geodesicsOf`
 * @throws {DomainError} fewer geodesics, integrals that are not finite or all zero, no or too many cells, weights that are not
 *   positive
 *
 * Some hundred products with A for each weight: a second for 340 geodesics and 350 cells.
 */
export function curvatureTomography(
  data: readonly MeasuredGeodesic[],
  options: TomographyOptions = {},
): CurvatureTomography {
  const { smoothness = WEIGHTS, seed = 1 } = options;
  checkData(data, smoothness);
  const cells = cellsOf(data, options);
  const rays = data.map((geodesic) => ({ ...lengthsInCells(geodesic, cells, options), integral: geodesic.integral }));
  const order = shuffled(rays, randomStream(seed, 'halves of the intervals'));
  const half = Math.floor(order.length / 2);
  const folds = [order.slice(0, half), order.slice(half)] as const;
  const held = folds.map((known, k) => {
    const weight = bestWeight(known, cells, smoothness);
    return { weight, squares: squaresOff(folds[1 - k]!, solved(known, cells, weight)) };
  });
  const weight = Math.sqrt(held[0]!.weight * held[1]!.weight);
  const curvature = solved(rays, cells, weight);
  const total = rays.reduce((sum, { integral }) => sum + integral ** 2, 0);
  const sensitivity = new Float64Array(cells.columns * cells.rows);
  for (const { at, lengths } of rays) {
    for (let k = 0; k < at.length; k++) sensitivity[at[k]!] = sensitivity[at[k]!]! + lengths[k]! ** 2;
  }
  return {
    places: Float64Array.from({ length: cells.columns }, (_, k) => cells.left + (k + 0.5) * cells.width),
    depths: Float64Array.from({ length: cells.rows }, (_, k) => Math.exp(cells.top + (k + 0.5) * cells.height)),
    curvature,
    sensitivity: sensitivity.map(Math.sqrt),
    error: Math.sqrt((held[0]!.squares + held[1]!.squares) / total),
    misfit: Math.sqrt(squaresOff(rays, curvature) / total),
    smoothness: weight,
    intervals: data.length,
    horizon: data.reduce((most, { halfWidth }) => Math.max(most, halfWidth), 0),
  };
}

/** A choice of geodesics. */
export interface GeodesicChoice {
  /** Every so many starts and lengths; default 1. */
  readonly stride?: number;
  /** Starts within so many sites of this one; default all. */
  readonly around?: { readonly site: number; readonly within: number };
}

/**
 * The geodesics of the intervals of a defect, with the integral 2δq: ends at the sites next to B, half-width (|B| + 1)/2.
 *
 * @throws {DomainError} a stride that is not a positive whole number
 */
export function geodesicsOf(change: DefectChange, choice: GeodesicChoice = {}): readonly MeasuredGeodesic[] {
  const { stride = 1, around } = choice;
  if (!(Number.isInteger(stride) && stride >= 1)) {
    throw new DomainError(`geodesicsOf: a stride of 1, 2, … required, got ${stride}`);
  }
  const { values } = change;
  const sites = Math.round(Math.sqrt(values.length));
  return [...values.keys()].flatMap((at) => {
    const [start, length] = [Math.floor(at / sites), (at % sites) + 1];
    const centre = start + (length - 1) / 2;
    const isChosen = start % stride === 0 && length % stride === 0;
    const isNear = around === undefined || Math.abs(centre - around.site) <= around.within;
    if (Number.isNaN(values[at]!) || !isChosen || !isNear) return [];
    return [{ centre, halfWidth: (length + 1) / 2, integral: 2 * values[at]! }];
  });
}

/** Nodes of a grid in (x, log z), with bilinear interpolation between them. */
interface Cells {
  readonly columns: number;
  readonly rows: number;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  /** Whether the last column is the neighbour of the first. */
  readonly closed: boolean;
}

/** The part of the least half-width at which the grid begins: below, geodesics carry little of the curvature. */
const SHALLOWEST = 1 / 3;

function cellsOf(data: readonly MeasuredGeodesic[], options: TomographyOptions): Cells {
  const { circumference = Infinity, columns = 25, rows = 14 } = options;
  const isCount = (count: number): boolean => Number.isInteger(count) && count >= 2;
  if (!(isCount(columns) && isCount(rows) && columns * rows * data.length <= LARGEST)) {
    throw new DomainError(
      `curvatureTomography: at least 2 × 2 cells, and cells × geodesics up to ${LARGEST}, required, got ${columns} × ${rows} and ${data.length} geodesics`,
    );
  }
  const extreme = (of: (geodesic: MeasuredGeodesic) => number): number =>
    data.reduce((most, geodesic) => Math.max(most, of(geodesic)), -Infinity);
  const [first, last] = [-extreme((g) => g.halfWidth - g.centre), extreme((g) => g.centre + g.halfWidth)];
  const closed = last - first >= circumference;
  const span = closed ? circumference : last - first;
  const top = Math.log(SHALLOWEST * -extreme((g) => -g.halfWidth));
  const bottom = Math.log(extreme((g) => Math.min(geodesicPoint(g, 0, options).z, circumference)));
  return { columns, rows, left: first, width: span / columns, top, height: (bottom - top) / rows, closed };
}

/** Step of the arc length. */
const STEP = 0.02;

/** The nodes near a geodesic, and its length in each. */
interface Row {
  readonly at: Int32Array;
  readonly lengths: Float64Array;
}

function lengthsInCells(geodesic: IntervalGeodesic, cells: Cells, options: BulkOptions): Row {
  const { columns, rows, left, width, top, height, closed } = cells;
  const { circumference = Infinity } = options;
  const lengths = new Map<number, number>();
  const column = (k: number): number =>
    closed ? ((k % columns) + columns) % columns : Math.min(columns - 1, Math.max(0, k));
  for (let k = 0; ; k++) {
    let inside = false;
    for (const s of k === 0 ? [0] : [-k * STEP, k * STEP]) {
      const { x, z } = geodesicPoint(geodesic, s, options);
      const past = circumference === Infinity ? x - left : wrapped(x - left, circumference);
      const [u, v] = [past / width - 0.5, (Math.log(z) - top) / height - 0.5];
      if (v < -0.5) continue;
      inside = true;
      const [i, j] = [Math.floor(u), Math.floor(v)];
      for (const [a, across] of [
        [i, 1 - u + i],
        [i + 1, u - i],
      ] as const) {
        for (const [b, along] of [
          [j, 1 - v + j],
          [j + 1, v - j],
        ] as const) {
          const cell = Math.min(rows - 1, Math.max(0, b)) * columns + column(a);
          lengths.set(cell, (lengths.get(cell) ?? 0) + STEP * across * along);
        }
      }
    }
    if (!inside) break;
  }
  return { at: Int32Array.from(lengths.keys()), lengths: Float64Array.from(lengths.values()) };
}

const wrapped = (x: number, period: number): number => ((x % period) + period) % period;

/** A row of the system and what it must give. */
interface Ray extends Row {
  readonly integral: number;
}

const along = ({ at, lengths }: Row, x: Float64Array): number => {
  let sum = 0;
  for (let k = 0; k < at.length; k++) sum += lengths[k]! * x[at[k]!]!;
  return sum;
};

const addRow = (out: Float64Array, scale: number, { at, lengths }: Row): void => {
  for (let k = 0; k < at.length; k++) out[at[k]!] = out[at[k]!]! + scale * lengths[k]!;
};

/** The curvature that fits these geodesics with this weight of the prior. */
function solved(rays: readonly Ray[], cells: Cells, smoothness: number): Float64Array {
  const size = cells.columns * cells.rows;
  const diagonal = new Float64Array(size);
  for (const { at, lengths } of rays) {
    for (let k = 0; k < at.length; k++) diagonal[at[k]!] = diagonal[at[k]!]! + lengths[k]! ** 2;
  }
  const scale = (smoothness * diagonal.reduce((sum, x) => sum + x, 0)) / size;
  const pairs = neighbours(cells);
  for (const [a, b] of pairs) for (const k of [a, b]) diagonal[k] = diagonal[k]! + scale;
  const apply = (x: Float64Array): Float64Array => {
    const out = new Float64Array(size);
    for (const ray of rays) addRow(out, along(ray, x), ray);
    for (const [a, b] of pairs) {
      const difference = scale * (x[a]! - x[b]!);
      out[a] = out[a]! + difference;
      out[b] = out[b]! - difference;
    }
    return out;
  };
  const right = new Float64Array(size);
  for (const ray of rays) addRow(right, ray.integral, ray);
  return conjugateGradientSolve(apply, right, { diagonal, maxSteps: 2 * size, tolerance: 1e-7 }).value;
}

function neighbours({ columns, rows, closed }: Cells): readonly (readonly [number, number])[] {
  return Array.from({ length: rows * columns }, (_, k) => k).flatMap((k) => {
    const [row, column] = [Math.floor(k / columns), k % columns];
    const right = column + 1 < columns ? [[k, k + 1] as const] : closed ? [[k, row * columns] as const] : [];
    return [...right, ...(row + 1 < rows ? [[k, k + columns] as const] : [])];
  });
}

function squaresOff(rays: readonly Ray[], curvature: Float64Array): number {
  return rays.reduce((sum, ray) => sum + (along(ray, curvature) - ray.integral) ** 2, 0);
}

/** The weight with the least error on one quarter of all geodesics by the other, both in turn. */
function bestWeight(known: readonly Ray[], cells: Cells, weights: readonly number[]): number {
  const half = Math.floor(known.length / 2);
  const [first, second] = [known.slice(0, half), known.slice(half)];
  const errors = weights.map(
    (weight) => squaresOff(second, solved(first, cells, weight)) + squaresOff(first, solved(second, cells, weight)),
  );
  return weights[errors.indexOf(Math.min(...errors))]!;
}

function shuffled<Item>(items: readonly Item[], stream: RandomStream): readonly Item[] {
  return items
    .map((item) => ({ item, key: stream.uniform() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function checkData(data: readonly MeasuredGeodesic[], smoothness: readonly number[]): void {
  if (data.length < 8) throw new DomainError(`curvatureTomography: at least 8 geodesics required, got ${data.length}`);
  const wrong = data.find(({ integral }) => !Number.isFinite(integral));
  if (wrong !== undefined || data.every(({ integral }) => integral === 0)) {
    throw new DomainError(`curvatureTomography: finite integrals, not all zero, required, got ${wrong?.integral ?? 0}`);
  }
  if (smoothness.length === 0 || !smoothness.every((weight) => weight > 0 && weight < Infinity)) {
    throw new DomainError(`curvatureTomography: weights > 0 required, got [${smoothness}]`);
  }
}
