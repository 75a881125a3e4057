/** @file Paths of a few points between two given ones, relaxed until their energy is least. */

import { DomainError } from '../errors.ts';
import { Matrix, solveReal as solve } from '../linalg/dense-real.ts';
import type { DifferenceOptions } from './differences.ts';
import { innerProductOf, inverseMetric, type MetricField, metricAt } from './metric-field.ts';
import { jetsAlong } from './metric-jet.ts';

/** Least and most pieces of a path, and the change of the metric along a piece beyond which pieces are halved. */
const FEWEST_PIECES = 8;
const MOST_PIECES = 64;
const COARSE = 0.7;
/** Most descents at each number of pieces, and the relative decrease of the energy at which they end. */
const MOST_DESCENTS = 40;
const SETTLED = 1e-5;
/** Least share of a step that is tried. */
const SMALLEST_SHARE = 1e-4;

/**
 * A path from x to y near a geodesic, as points at equal times: a minimum of the energy
 *
 *     E = N/2 Σ_j Δ_j·G_j·Δ_j,    Δ_j = x_{j+1} − x_j,    G_j = (g(x_j) + 4g(middle) + g(x_{j+1}))/6,
 *
 * by descents along −H⁻¹∂E with H that of fixed G, from the straight line in coordinates, with more points where the
 * metric changes much along a piece. Simpson's rule evaluates the ends of a piece, so that no piece ends outside the
 * domain unnoticed.
 *
 * @returns N + 1 points; the straight line has to lie in the domain
 * @throws {DomainError} it does not
 */
export function relaxedPath(
  metric: MetricField,
  x: Float64Array,
  y: Float64Array,
  options: DifferenceOptions,
): readonly Float64Array[] {
  let path = Array.from({ length: FEWEST_PIECES + 1 }, (_, j) => between(x, y, j / FEWEST_PIECES)) as Float64Array[];
  path[FEWEST_PIECES] = y;
  for (;;) {
    path = descended(metric, path, options);
    if (2 * (path.length - 1) > MOST_PIECES || Math.max(...metricChanges(metric, path)) < COARSE) return path;
    path = path.flatMap((point, j) => (j === 0 ? [point] : [between(path[j - 1]!, point, 1 / 2), point]));
  }
}

/** How much the metric changes along each piece of a path, √Tr (g⁻¹Δg)² from the side where it is greater. */
export function metricChanges(metric: MetricField, path: readonly Float64Array[]): readonly number[] {
  const metrics = path.map((point) => metricAt(metric, point));
  const inverses = metrics.map((g) => inverseMetric(g).inverse);
  return metrics.slice(1).map((g, j) => {
    const difference = g.map((entry, at) => entry - metrics[j]![at]!);
    const p = Math.sqrt(g.length);
    const [before, after] = [inverses[j]!, inverses[j + 1]!].map((inverse) => {
      const relative = Matrix.from1DArray(p, p, Array.from(inverse)).mmul(
        Matrix.from1DArray(p, p, Array.from(difference)),
      );
      return Math.sqrt(Math.max(0, relative.mmul(relative).trace()));
    }) as [number, number];
    return Math.min(before, after);
  });
}

function descended(metric: MetricField, start: Float64Array[], options: DifferenceOptions): Float64Array[] {
  let path = start;
  let energy = energyOf(metric, path);
  if (energy === Infinity)
    throw new DomainError('geodesic: a straight line inside the domain required, got one outside');
  for (let descent = 0; descent < MOST_DESCENTS; descent++) {
    const step = descentOf(metric, path, options);
    let [share, next, lower] = [2, path, energy];
    do {
      share /= 2;
      next = path.map((point, j) => point.map((value, i) => value + share * step[j]![i]!));
      lower = energyOf(metric, next);
    } while (!(lower < energy) && share > SMALLEST_SHARE);
    if (!(lower < energy)) break;
    const decrease = 1 - lower / energy;
    [path, energy] = [next, lower];
    if (decrease < SETTLED) break;
  }
  return path;
}

/** The energy, infinite where the path leaves the domain. */
function energyOf(metric: MetricField, path: readonly Float64Array[]): number {
  try {
    const pieces = path.length - 1;
    const metrics = path.map((point) => metricAt(metric, point));
    return path.slice(1).reduce((sum, point, j) => {
      const step = difference(point, path[j]!);
      const middle = metricAt(metric, between(path[j]!, point, 1 / 2));
      const [first, last] = [metrics[j]!, metrics[j + 1]!].map((g) => innerProductOf(g, step, step)) as [
        number,
        number,
      ];
      return sum + ((first + 4 * innerProductOf(middle, step, step) + last) / 12) * pieces;
    }, 0);
  } catch (error) {
    if (error instanceof DomainError) return Infinity;
    throw error;
  }
}

/** −H⁻¹∂E for each point of the path, 0 at its ends. */
function descentOf(
  metric: MetricField,
  path: readonly Float64Array[],
  options: DifferenceOptions,
): readonly Float64Array[] {
  const p = path[0]!.length;
  const pieces = path.length - 1;
  const inner = pieces - 1;
  const jetAlong = jetsAlong(metric, options);
  const jetAt = (point: Float64Array) => jetAlong(point).value;
  const jets = path.map(jetAt);
  const gradient = path.map(() => new Float64Array(p));
  const hessian = Matrix.zeros(p * inner, p * inner);
  for (let j = 0; j < pieces; j++) {
    const step = difference(path[j + 1]!, path[j]!);
    const middle = jetAt(between(path[j]!, path[j + 1]!, 1 / 2));
    const G = middle.metric.map((entry, at) => (4 * entry + jets[j]!.metric[at]! + jets[j + 1]!.metric[at]!) / 6);
    for (let i = 0; i < p; i++) {
      const pull = G.subarray(i * p, (i + 1) * p).reduce((sum, entry, k) => sum + entry * step[k]!, 0);
      for (const [node, sign] of [
        [j, -1],
        [j + 1, 1],
      ] as const) {
        const slope =
          (2 * innerProductOf(middle.first[i]!, step, step) + innerProductOf(jets[node]!.first[i]!, step, step)) / 12;
        gradient[node]![i] = gradient[node]![i]! + sign * pull + slope;
      }
      for (let k = 0; k < p; k++) {
        for (const [a, b, sign] of [
          [j, j, 1],
          [j + 1, j + 1, 1],
          [j, j + 1, -1],
          [j + 1, j, -1],
        ] as const) {
          if (a < 1 || b < 1 || a > inner || b > inner) continue;
          const [row, col] = [(a - 1) * p + i, (b - 1) * p + k];
          hessian.set(row, col, hessian.get(row, col) + sign * G[i * p + k]!);
        }
      }
    }
  }
  const right = Matrix.columnVector(gradient.slice(1, -1).flatMap((slopes) => Array.from(slopes, (value) => -value)));
  const descent = solve(hessian, right).to1DArray();
  return path.map((_, j) =>
    j === 0 || j === pieces ? new Float64Array(p) : Float64Array.from(descent.slice((j - 1) * p, j * p)),
  );
}

const between = (a: Float64Array, b: Float64Array, share: number): Float64Array =>
  a.map((value, i) => value + share * (b[i]! - value));
const difference = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - b[i]!);
