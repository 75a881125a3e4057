/** @file A metric of the plane from the changes of the lengths of lines, up to what lengths cannot tell. */

import { DomainError } from '../errors.ts';
import { permuted } from '../geometry/table-comparison.ts';
import { conjugateGradientSolve } from '../linalg/conjugate-gradient-solve.ts';
import { randomStream } from '../linalg/random.ts';
import { type LineLengths, lineLengths, type PixelGrid, type PlaneLine } from './plane-lines.ts';

/** A line, and the change of its length. */
export interface MeasuredLine extends PlaneLine {
  readonly change: number;
}

/** How the metric is sought. */
export interface MetricFromLinesOptions {
  /** Weights of the smoothness prior among which the held-out error chooses; default 0.01 … 100. */
  readonly smoothness?: readonly number[];
  /** Of the division of the lines into halves; default 1. */
  readonly seed?: number;
}

/** The metric e^{2φ}(dx² + dy²) with the given changes of lengths. */
export interface MetricFromLines {
  readonly grid: PixelGrid;
  /** φ, shape (rows, columns). */
  readonly phi: Float64Array;
  /** δK = −Δφ at inner pixels, 0 at the rim, shape (rows, columns). */
  readonly curvature: Float64Array;
  /** Relative error on the half of the lines that φ was not made from, both halves in turn: 1 is no metric at all. */
  readonly error: number;
  /** The same on the lines that it was made from. */
  readonly misfit: number;
  /** The error of the best uniform φ, to which `error` is to be held: a change of scale alone tells of no geometry. */
  readonly uniform: number;
  readonly smoothness: number;
}

const WEIGHTS = [0.01, 0.1, 1, 3, 10, 100];
/** Most pixels times lines. */
const LARGEST = 2 ** 27;

/**
 * The conformal factor whose integrals along lines are the changes of their lengths, δL = ∫ φ ds, by least squares with a
 * smoothness prior,
 *
 *     min Σ (∫φ ds − δL)² + λ Σ (φ_i − φ_j)²    over neighbouring pixels,
 *
 * λ chosen by the error on lines left out. Any change of the metric has the lengths of exactly one φ; the rest is a
 * diffeomorphism, and the curvature −Δφ is that of the metric.
 *
 * @throws {DomainError} fewer than eight lines, changes that are not finite or all 0, a grid without pixels or too large
 *
 * Conjugate gradients, O(lines·pixels crossed) a step: 552 lines on 24 × 24 pixels in 1 s with all weights.
 *
 * @see Cao & Carroll, Phys. Rev. D 97, 086003 (2018)
 */
export function metricFromLines(
  lines: readonly MeasuredLine[],
  grid: PixelGrid,
  { smoothness = WEIGHTS, seed = 1 }: MetricFromLinesOptions = {},
): MetricFromLines {
  check(lines, grid, smoothness);
  const rays = lines.map((line) => lineLengths(grid, line));
  const data = lines.map(({ change }) => change);
  const order = permuted([...lines.keys()], randomStream(seed, 'halves of the lines').integer);
  const middle = lines.length >> 1;
  const halves = [order.slice(0, middle), order.slice(middle)];
  const heldOut = smoothness.map((weight) => {
    const squares = [0, 1].map((side) => {
      const own = halves[side]!;
      const phi = solved(
        grid,
        own.map((k) => rays[k]!),
        own.map((k) => data[k]!),
        weight,
      );
      return halves[1 - side]!.reduce((sum, k) => sum + (integral(rays[k]!, phi) - data[k]!) ** 2, 0);
    });
    return squares[0]! + squares[1]!;
  });
  const size = data.reduce((sum, value) => sum + value * value, 0);
  const best = heldOut.indexOf(Math.min(...heldOut));
  const phi = solved(grid, rays, data, smoothness[best]!);
  const misfit = rays.reduce((sum, ray, k) => sum + (integral(ray, phi) - data[k]!) ** 2, 0);
  return {
    grid,
    phi,
    curvature: curvatureOf(grid, phi),
    error: Math.sqrt(heldOut[best]! / size),
    misfit: Math.sqrt(misfit / size),
    uniform: uniformError(rays, data),
    smoothness: smoothness[best]!,
  };
}

/** Relative error of δL = φℓ with one φ, by least squares. */
function uniformError(rays: readonly LineLengths[], data: readonly number[]): number {
  const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
  const lengths = rays.map(({ total }) => total);
  const [own, size, both] = [dot(lengths, lengths), dot(data, data), dot(lengths, data)];
  return Math.sqrt(Math.max(0, 1 - both ** 2 / (own * size)));
}

function integral({ pixels, lengths }: LineLengths, phi: Float64Array): number {
  return pixels.reduce((sum, pixel, k) => sum + lengths[k]! * phi[pixel]!, 0);
}

function solved(grid: PixelGrid, rays: readonly LineLengths[], data: readonly number[], weight: number): Float64Array {
  const { rows, columns } = grid;
  const project = (values: (ray: LineLengths, k: number) => number): Float64Array => {
    const out = new Float64Array(rows * columns);
    rays.forEach((ray, k) => {
      const value = values(ray, k);
      ray.pixels.forEach((pixel, at) => {
        out[pixel] = out[pixel]! + value * ray.lengths[at]!;
      });
    });
    return out;
  };
  const apply = (phi: Float64Array): Float64Array => {
    const out = project((ray) => integral(ray, phi));
    const join = (i: number, j: number): void => {
      const difference = weight * (phi[i]! - phi[j]!);
      out[i] = out[i]! + difference;
      out[j] = out[j]! - difference;
    };
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const at = row * columns + column;
        if (column + 1 < columns) join(at, at + 1);
        if (row + 1 < rows) join(at, at + columns);
      }
    }
    return out;
  };
  return conjugateGradientSolve(
    apply,
    project((_, k) => data[k]!),
    { tolerance: 1e-8, maxSteps: 2000 },
  ).value;
}

/** −Δφ by differences, 0 at the rim. */
function curvatureOf({ rows, columns, step }: PixelGrid, phi: Float64Array): Float64Array {
  const out = new Float64Array(phi.length);
  for (let row = 1; row + 1 < rows; row++) {
    for (let column = 1; column + 1 < columns; column++) {
      const at = row * columns + column;
      const around = phi[at - 1]! + phi[at + 1]! + phi[at - columns]! + phi[at + columns]!;
      out[at] = (4 * phi[at]! - around) / (step * step);
    }
  }
  return out;
}

/** Changes of lengths of all lines at evenly spaced angles kπ/M, k = 0 … M − 1, and offsets. */
export interface Sinogram {
  /** Distance between neighbouring offsets; the middle one is 0. */
  readonly spacing: number;
  /** δL, a row of an odd number of offsets, ascending, for each angle. */
  readonly values: readonly (readonly number[])[];
}

/**
 * φ by filtered back-projection,
 *
 *     φ(x) = (π/M) Σ_k (q ∗ δL_k)(x·n_k),    q(0) = 1/4τ, q(j) = −1/π²j²τ for odd j, 0 for even j,
 *
 * with the ramp filter of Ramachandran and Lakshminarayanan and linear interpolation: the X-ray transform inverted on a full
 * set of lines, with an error that falls with the spacing τ squared for smooth φ.
 *
 * @returns shape (rows, columns)
 * @throws {DomainError} rows of different or even lengths, a spacing that is not positive
 *
 * @see Ramachandran & Lakshminarayanan, Proc. Natl. Acad. Sci. 68, 2236 (1971)
 */
export function filteredBackProjection(
  { spacing, values }: Sinogram,
  { rows, columns, step }: PixelGrid,
): Float64Array {
  const count = values[0]?.length ?? 0;
  if (count % 2 === 0 || values.some((row) => row.length !== count) || !(spacing > 0)) {
    throw new DomainError(
      `filteredBackProjection: rows of an odd number of offsets required, got ${count} at ${spacing}`,
    );
  }
  const ramp = (j: number): number =>
    j === 0 ? 1 / (4 * spacing) : j % 2 === 0 ? 0 : -1 / (Math.PI * j) ** 2 / spacing;
  const filtered = values.map((row) => row.map((_, i) => row.reduce((sum, value, j) => sum + ramp(i - j) * value, 0)));
  const out = new Float64Array(rows * columns);
  filtered.forEach((row, k) => {
    const angle = (Math.PI * k) / values.length;
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
    for (let at = 0; at < out.length; at++) {
      const x = ((at % columns) - (columns - 1) / 2) * step;
      const y = (Math.floor(at / columns) - (rows - 1) / 2) * step;
      const place = (x * nx + y * ny) / spacing + (count - 1) / 2;
      const below = Math.floor(place);
      const share = place - below;
      out[at] =
        out[at]! + (Math.PI / values.length) * ((1 - share) * (row[below] ?? 0) + share * (row[below + 1] ?? 0));
    }
  });
  return out;
}

function check(lines: readonly MeasuredLine[], { rows, columns }: PixelGrid, smoothness: readonly number[]): void {
  if (lines.length < 8) throw new DomainError(`metricFromLines: at least eight lines required, got ${lines.length}`);
  const wrong = lines.find(({ change }) => !Number.isFinite(change));
  if (wrong !== undefined) throw new DomainError(`metricFromLines: finite changes required, got ${wrong.change}`);
  if (lines.every(({ change }) => change === 0))
    throw new DomainError('metricFromLines: a change of a length required');
  if (!(rows * columns * lines.length <= LARGEST)) {
    throw new DomainError(
      `metricFromLines: at most ${LARGEST} pixels times lines possible, got ${rows * columns * lines.length}`,
    );
  }
  if (smoothness.length === 0 || smoothness.some((weight) => !(weight > 0))) {
    throw new DomainError(`metricFromLines: positive weights of smoothness required, got [${smoothness}]`);
  }
}
