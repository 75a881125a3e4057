/** @file Conformally flat metrics on a grid, as metric fields by bicubic interpolation. */

import { DomainError, ShapeError } from '../../errors.ts';
import type { MetricField } from '../../riemann/metric-field.ts';
import { type ConicalSource, sourceLogarithm } from './conical-source.ts';
import { hermiteWeights, splineSlopes } from './cubic-spline.ts';
import type { OptimisedMetric } from './optimise-metric.ts';

/** e^{2φ}(dx² + dy²) on a grid: φ at (x₀ + step·column, y₀ + step·row). */
export interface ConformalMetric {
  readonly origin: readonly [x: number, y: number];
  readonly step: number;
  readonly rows: number;
  readonly columns: number;
  /** Shape (rows, columns), row-major; NaN outside of the domain. Without the logarithms of the sources, if there are any. */
  readonly phi: Float64Array;
  /** Cones whose −(1 − a) log|w − w₀| is added to φ. */
  readonly sources?: readonly ConicalSource[];
}

/** Where to take φ: a grid of points. */
export type SampledGrid = Pick<ConformalMetric, 'origin' | 'step' | 'rows' | 'columns'>;

/** Most points of a grid. */
const MOST_POINTS = 4e6;

/**
 * An optimised metric on a grid: at nodes of the mesh its values, elsewhere those of linear elements, NaN outside of the domain.
 * O(triangles + points).
 *
 * @throws {ShapeError} fewer than two rows or columns, or too many points
 * @throws {DomainError} a step that is not positive
 */
export function sampledMetric({ mesh, regular, sources }: OptimisedMetric, grid: SampledGrid): ConformalMetric {
  checkGrid('sampledMetric', grid);
  const { origin, step, rows, columns } = grid;
  const phi = new Float64Array(rows * columns).fill(Number.NaN);
  const { points, triangles } = mesh;
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t]!, triangles[t + 1]!, triangles[t + 2]!];
    const [ax, bx, cx] = [a, b, c].map((i) => (points[2 * i]! - origin[0]) / step) as [number, number, number];
    const [ay, by, cy] = [a, b, c].map((i) => (points[2 * i + 1]! - origin[1]) / step) as [number, number, number];
    const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    const last = Math.min(rows - 1, Math.floor(Math.max(ay, by, cy) + EDGE));
    for (let row = Math.max(0, Math.ceil(Math.min(ay, by, cy) - EDGE)); row <= last; row++) {
      const right = Math.min(columns - 1, Math.floor(Math.max(ax, bx, cx) + EDGE));
      for (let column = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - EDGE)); column <= right; column++) {
        const u = ((column - ax) * (cy - ay) - (row - ay) * (cx - ax)) / area;
        const v = ((bx - ax) * (row - ay) - (by - ay) * (column - ax)) / area;
        if (Math.min(u, v, 1 - u - v) < -EDGE) continue;
        phi[row * columns + column] = (1 - u - v) * regular[a]! + u * regular[b]! + v * regular[c]!;
      }
    }
  }
  return { ...grid, phi, ...(sources.length > 0 && { sources }) };
}

/** Points this far outside of a triangle, in steps or shares of its height, count as on its edge. */
const EDGE = 1e-7;

function checkGrid(caller: string, { origin, step, rows, columns }: SampledGrid): void {
  if (!(step > 0 && step < Infinity && origin.every(Number.isFinite))) {
    throw new DomainError(`${caller}: a finite origin and a positive step required, got (${origin}) and ${step}`);
  }
  if (![rows, columns].every((count) => Number.isInteger(count) && count >= 2) || rows * columns > MOST_POINTS) {
    throw new ShapeError(
      `${caller}: at least 2 rows and 2 columns, and at most ${MOST_POINTS} points required, got ${rows} × ${columns}`,
    );
  }
}

/** φ with its gradient and its second derivatives at a point. */
export interface PhiJet {
  readonly phi: number;
  readonly gradient: readonly [number, number];
  /** ∂x∂x, ∂x∂y, ∂y∂y. */
  readonly hessian: readonly [number, number, number];
}

/**
 * φ(x, y) by the bicubic spline through the grid, of fourth order in the step and twice continuously differentiable; one step beyond
 * the grid it is continued by the polynomials of the cells at the edge.
 *
 * @returns the jet, undefined further outside
 * @throws {ShapeError} sizes that do not fit
 * @throws {DomainError} φ is not finite everywhere on the grid: it must lie within the domain
 */
export function interpolatedPhi(metric: ConformalMetric): (x: number, y: number) => PhiJet | undefined {
  checkGrid('interpolatedPhi', metric);
  const { origin, step, rows, columns, phi, sources = [] } = metric;
  if (phi.length !== rows * columns) {
    throw new ShapeError(`interpolatedPhi: ${rows} × ${columns} values required, got ${phi.length}`);
  }
  if (!phi.every(Number.isFinite)) {
    throw new DomainError('interpolatedPhi: finite values required, got a grid that is not within the domain');
  }
  const alongX = rowSlopes(phi, columns);
  const alongY = columnSlopes(phi, columns);
  const tables = [phi, alongX, alongY, rowSlopes(alongY, columns)] as const;
  return (x, y) => {
    const [u, v] = [(x - origin[0]) / step, (y - origin[1]) / step];
    if (!(u >= -1 && u <= columns && v >= -1 && v <= rows)) return undefined;
    const column = Math.min(columns - 2, Math.max(0, Math.floor(u)));
    const row = Math.min(rows - 2, Math.max(0, Math.floor(v)));
    const horizontal = ([0, 1, 2] as const).map((d) => hermiteWeights(u - column, d));
    const vertical = ([0, 1, 2] as const).map((d) => hermiteWeights(v - row, d));
    const derivative = (p: number, q: number): number => {
      const [h, w] = [horizontal[p]!, vertical[q]!];
      let sum = 0;
      for (let j = 0; j < 4; j++) {
        for (let i = 0; i < 4; i++) {
          const table = tables[(j > 1 ? 2 : 0) + (i > 1 ? 1 : 0)]!;
          sum += h[i]! * w[j]! * table[(row + (j & 1)) * columns + column + (i & 1)]!;
        }
      }
      return sum / step ** (p + q);
    };
    const regular: PhiJet = {
      phi: derivative(0, 0),
      gradient: [derivative(1, 0), derivative(0, 1)],
      get hessian() {
        return [derivative(2, 0), derivative(1, 1), derivative(0, 2)] as const;
      },
    };
    return sources.length === 0 ? regular : withSources(regular, sources, x, y);
  };
}

function withSources(regular: PhiJet, sources: readonly ConicalSource[], x: number, y: number): PhiJet {
  let [p, q, xx, xy] = [0, 0, 0, 0];
  for (const { at, a } of sources) {
    const [dx, dy] = [x - at[0], y - at[1]];
    const square = dx * dx + dy * dy;
    p -= ((1 - a) * dx) / square;
    q -= ((1 - a) * dy) / square;
    xx -= ((1 - a) * (dy * dy - dx * dx)) / (square * square);
    xy += ((1 - a) * 2 * dx * dy) / (square * square);
  }
  const [rx, ry, rz] = regular.hessian;
  return {
    phi: regular.phi - sourceLogarithm(sources, x, y),
    gradient: [regular.gradient[0] + p, regular.gradient[1] + q],
    hessian: [rx + xx, ry + xy, rz - xx],
  };
}

/** Slopes along each row, per step. */
function rowSlopes(values: Float64Array, columns: number): Float64Array {
  const slopes = new Float64Array(values.length);
  for (let at = 0; at < values.length; at += columns) {
    slopes.set(splineSlopes(values.subarray(at, at + columns)), at);
  }
  return slopes;
}

/** Slopes along each column, per step. */
function columnSlopes(values: Float64Array, columns: number): Float64Array {
  const rows = values.length / columns;
  const slopes = new Float64Array(values.length);
  for (let i = 0; i < columns; i++) {
    const column = Float64Array.from({ length: rows }, (_, j) => values[j * columns + i]!);
    splineSlopes(column).forEach((slope, j) => {
      slopes[j * columns + i] = slope;
    });
  }
  return slopes;
}

/**
 * The metric field g_ij = e^{2φ} δ_ij with exact derivatives of the interpolation, for geodesics (`logarithmicMap`, `geodesicDistance`),
 * curvature and volumes of `bulkweave/riemann`.
 *
 * @throws {ShapeError} sizes that do not fit
 * @throws {DomainError} φ is not finite everywhere on the grid
 */
export function conformalField(metric: ConformalMetric): MetricField {
  const jetAt = interpolatedPhi(metric);
  const scaled = (factor: number): Float64Array => Float64Array.of(factor, 0, 0, factor);
  const field = (x: Float64Array) => ({ rows: 2, cols: 2, data: scaled(Math.exp(2 * jetAt(x[0]!, x[1]!)!.phi)) });
  return Object.assign(field, {
    domain: (x: Float64Array): boolean => x.length === 2 && jetAt(x[0]!, x[1]!) !== undefined,
    derivatives: (x: Float64Array) => {
      const jet = jetAt(x[0]!, x[1]!)!;
      const {
        phi,
        gradient: [p, q],
      } = jet;
      const factor = Math.exp(2 * phi);
      return {
        first: [scaled(2 * factor * p), scaled(2 * factor * q)],
        get second() {
          const [xx, xy, yy] = jet.hessian;
          const mixed = scaled(factor * (2 * xy + 4 * p * q));
          return [
            [scaled(factor * (2 * xx + 4 * p * p)), mixed],
            [mixed, scaled(factor * (2 * yy + 4 * q * q))],
          ];
        },
      };
    },
  });
}
