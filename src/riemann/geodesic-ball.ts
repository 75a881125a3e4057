/** @file Volume and surface of geodesic balls, by Jacobi fields along their radii. */

import { DomainError, ShapeError } from '../errors.ts';
import { gaussLegendre } from '../linalg/gauss-legendre.ts';
import { christoffelOf, turned } from './christoffel.ts';
import { riemannOf } from './curvature.ts';
import type { DifferenceOptions } from './differences.ts';
import { integrateFlow } from './dormand-prince.ts';
import type { Estimate } from './estimate.ts';
import { innerProductOf, lengthOf, type MetricField, metricAt, unitLengths } from './metric-field.ts';
import { metricJet } from './metric-jet.ts';
import { product, tidalMatrix } from './parallel-transport.ts';

/** The ball of all points within a geodesic distance. */
export interface GeodesicBall {
  readonly radius: number;
  /** Volume of the sphere around it: of dimension P − 1. */
  readonly area: Estimate<number>;
  /** Of dimension P. */
  readonly volume: Estimate<number>;
}

/** How finely a ball is measured. */
export interface GeodesicBallOptions extends DifferenceOptions {
  /** Directions along each angle, twice as many around the last; default 10. */
  readonly directions?: number;
  /** Error allowed in each step along a radius; default 1e-11, and 1e-8 where derivatives of the metric are differences. */
  readonly tolerance?: number;
}

/** A direction, in an orthonormal frame, with its solid angle. */
type Direction = readonly [unit: readonly number[], weight: number];

const MOST_DIRECTIONS = 20_000;
/** How much coarser the second computation is that gives the error. */
const COARSER = 100;

/**
 * Geodesic balls around a point. Along each radius, a geodesic of unit speed, P − 1 Jacobi fields with J(0) = 0 spread
 * from it,
 *
 *     area(r) = ∫ √det⟨J_a, J_b⟩ dΩ,    volume(r) = ∫₀ʳ area dr.
 *
 * Small ones have area Ω r^{P−1}(1 − R r²/6P + …) and volume (Ω r^P/P)(1 − R r²/6(P + 2) + …). Beyond the distance at
 * which radii meet it is the measure of the exponential map.
 *
 * @param x - the centre, shape (P,), P ≥ 2
 * @param radii - positive, ascending
 * @returns a ball for each radius; errors by half of the directions and coarser integration
 * @throws {ShapeError} less than two coordinates, or too many directions
 * @throws {DomainError} radii that do not ascend; a radius that leaves the domain
 *
 * Cost 2·directions^{P−1} geodesics with their Jacobi fields: four seconds in three dimensions where the derivatives of the
 * metric are given, minutes by differences.
 *
 * @see Gray, Tubes, 2nd ed. (2004)
 */
export function geodesicBalls(
  metric: MetricField,
  x: Float64Array,
  radii: readonly number[],
  {
    directions = 10,
    tolerance = metric.derivatives === undefined ? 1e-8 : 1e-11,
    ...differences
  }: GeodesicBallOptions = {},
): readonly GeodesicBall[] {
  if (x.length < 2) throw new ShapeError(`geodesicBalls: at least two coordinates required, got ${x.length}`);
  const count = 2 * directions ** (x.length - 1);
  if (!(Number.isInteger(directions) && directions >= 2 && count <= MOST_DIRECTIONS)) {
    throw new ShapeError(
      `geodesicBalls: 2 to ${MOST_DIRECTIONS} directions required, got 2·${directions}^${x.length - 1}`,
    );
  }
  if (!radii.every((radius, k) => radius > (radii[k - 1] ?? 0) && radius < Infinity)) {
    throw new DomainError(`geodesicBalls: positive ascending radii required, got [${radii}]`);
  }
  const fine = measured(metric, x, radii, { ...differences, directions, tolerance });
  const coarse = measured(metric, x, radii, {
    ...differences,
    directions: Math.ceil(directions / 2),
    tolerance: COARSER * tolerance,
  });
  return radii.map((radius, k) => {
    const estimate = (part: 'area' | 'volume'): Estimate<number> => ({
      value: fine[k]![part],
      error: Math.abs(fine[k]![part] - coarse[k]![part]),
    });
    return { radius, area: estimate('area'), volume: estimate('volume') };
  });
}

function measured(
  metric: MetricField,
  x: Float64Array,
  radii: readonly number[],
  {
    directions,
    tolerance,
    ...differences
  }: Required<Pick<GeodesicBallOptions, 'directions' | 'tolerance'>> & DifferenceOptions,
): readonly { readonly area: number; readonly volume: number }[] {
  const frame = orthonormalFrame(metricAt(metric, x));
  const totals = radii.map(() => ({ area: 0, volume: 0 }));
  for (const [unit, weight] of directionsOf(x.length, directions)) {
    radius(metric, x, spread(frame, unit), radii, tolerance, differences).forEach(({ area, volume }, k) => {
      totals[k]!.area += weight * area;
      totals[k]!.volume += weight * volume;
    });
  }
  return totals;
}

/** √det⟨J_a, J_b⟩ and its integral along one radius, at each of the radii. */
function radius(
  metric: MetricField,
  x: Float64Array,
  basis: readonly Float64Array[],
  radii: readonly number[],
  tolerance: number,
  differences: DifferenceOptions,
): readonly { readonly area: number; readonly volume: number }[] {
  const p = x.length;
  const part = (y: Float64Array, k: number): Float64Array => y.subarray(k * p, (k + 1) * p);
  const fields = Array.from({ length: p - 1 }, (_, a) => a);
  const density = (g: Float64Array, y: Float64Array): number =>
    Math.sqrt(
      Math.max(0, determinant(fields.map((a) => fields.map((b) => innerProductOf(g, part(y, 2 + a), part(y, 2 + b)))))),
    );
  const flow = (_: number, y: Float64Array): Float64Array => {
    const jet = metricJet(metric, y.slice(0, p), 2, differences).value;
    const gamma = christoffelOf(jet);
    const v = part(y, 1);
    const tide = tidalMatrix(riemannOf(jet), v);
    const separations = fields.map((a) => part(y, 2 + a));
    const rates = fields.map((a) => part(y, p + 1 + a));
    return Float64Array.of(
      ...v,
      ...turned(gamma, v, v),
      ...rates.flatMap((rate, a) => Array.from(turned(gamma, v, separations[a]!), (value, i) => value + rate[i]!)),
      ...separations.flatMap((J, a) => {
        const force = product(jet.inverse, product(tide, J));
        return Array.from(turned(gamma, v, rates[a]!), (value, i) => value - force[i]!);
      }),
      density(jet.metric, y),
    );
  };
  const [outward, ...across] = basis;
  const zeros = new Array<number>(p * (p - 1)).fill(0);
  let y = Float64Array.of(...x, ...outward!, ...zeros, ...across.flatMap((e) => [...e]), 0);
  let passed = 0;
  return radii.map((r) => {
    const scale = (at: Float64Array): Float64Array => {
      const units = Array.from(unitLengths(metricAt(metric, at.slice(0, p))), (unit) => 1 / unit);
      const lengths = units.map((unit) => unit * r);
      return Float64Array.of(
        ...lengths,
        ...units,
        ...fields.flatMap(() => lengths),
        ...fields.flatMap(() => units),
        r ** p,
      );
    };
    y = Float64Array.from(integrateFlow(flow, y, r - passed, { tolerance, scale }));
    passed = r;
    return { area: density(metricAt(metric, y.slice(0, p)), y), volume: y.at(-1)! };
  });
}

/** Vectors e_a with ⟨e_a, e_b⟩ = δ_ab, by Gram and Schmidt. */
function orthonormalFrame(g: Float64Array): readonly Float64Array[] {
  const p = Math.sqrt(g.length);
  const frame: Float64Array[] = [];
  for (let a = 0; a < p; a++) {
    let e = Float64Array.from({ length: p }, (_, i) => Number(i === a));
    for (const before of frame) {
      const overlap = innerProductOf(g, before, e);
      e = e.map((value, i) => value - overlap * before[i]!);
    }
    const length = lengthOf(g, e);
    frame.push(e.map((value) => value / length));
  }
  return frame;
}

/** The direction, and an orthonormal basis across it: the rest of the frame, reflected onto it. */
function spread(frame: readonly Float64Array[], unit: readonly number[]): readonly Float64Array[] {
  const sign = unit[0]! > 0 ? -1 : 1;
  // Householder's reflection that takes e_0 to −sign·unit
  const w = unit.map((value, i) => value * sign - Number(i === 0));
  const square = w.reduce((sum, value) => sum + value * value, 0);
  const column = (a: number): readonly number[] => w.map((value, i) => Number(i === a) - (2 * value * w[a]!) / square);
  const vector = (components: readonly number[]): Float64Array =>
    frame[0]!.map((_, i) => components.reduce((sum, value, a) => sum + value * frame[a]![i]!, 0));
  return [vector(unit), ...unit.slice(1).map((_, a) => vector(column(a + 1)))];
}

/** Directions of the unit sphere in P dimensions: Gauss–Legendre points in each angle but the last, equal steps in that. */
function directionsOf(p: number, n: number): readonly Direction[] {
  const around = Array.from({ length: 2 * n }, (_, k): Direction => {
    const angle = (Math.PI * (k + 0.5)) / n;
    return [[Math.cos(angle), Math.sin(angle)], Math.PI / n];
  });
  const [points, weights] = gaussLegendre(n);
  let all: readonly Direction[] = around;
  for (let dimension = 3; dimension <= p; dimension++) {
    const before = all;
    all = Array.from(points, (point, k) => {
      const angle = (Math.PI * (1 + point)) / 2;
      const share = (Math.PI / 2) * weights[k]! * Math.sin(angle) ** (dimension - 2);
      return before.map(
        ([unit, weight]): Direction => [
          [Math.cos(angle), ...unit.map((value) => value * Math.sin(angle))],
          share * weight,
        ],
      );
    }).flat();
  }
  return all;
}

function determinant(matrix: readonly (readonly number[])[]): number {
  if (matrix.length === 1) return matrix[0]![0]!;
  return matrix[0]!.reduce(
    (sum, entry, j) =>
      sum + (j % 2 === 0 ? entry : -entry) * determinant(matrix.slice(1).map((row) => row.filter((_, k) => k !== j))),
    0,
  );
}
