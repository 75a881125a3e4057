/** @file Which space of constant curvature explains a table of distances best, and with which radius? */

import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { complexOf } from '../linalg/matrix.ts';
import { checkDistances, type DistanceTable } from './multidimensional-scaling.ts';

/** Sign of the curvature of a space. */
export type SpaceKind = 'spherical' | 'euclidean' | 'hyperbolic';

/** The best fit with one kind of space. */
export interface SpaceFit {
  readonly kind: SpaceKind;
  readonly dimension: number;
  /** Radius of curvature; Infinity for Euclidean space. */
  readonly radius: number;
  /** Stress √(Σ(d − d̂)²/Σd²) of the geodesic distances d̂ between the fitted points. */
  readonly stress: number;
  /** 1 − Σ(d − d̂)²/Σ(d − mean d)²: the share of the variation of the distances that the fit explains. */
  readonly goodness: number;
}

/** All three fits, the best first. A flat space wins ties: curvature must explain something to be stated. */
export interface ModelFit {
  readonly best: SpaceFit;
  readonly fits: readonly SpaceFit[];
}

/** Curvature must lower the stress by this fraction to be preferred to flat space. */
const WORTH = 0.02;

/**
 * The best spherical, Euclidean and hyperbolic space of the given dimension for a table of distances. On a space of
 * radius r the points x_i, in the ambient space with the inner product of its kind, obey
 *
 *     ⟨x_i, x_j⟩ = r² cos(d_ij/r)  or  −r² cosh(d_ij/r),
 *
 * a matrix of rank dimension + 1; its leading eigenvectors give the points, put back on the sphere or hyperboloid, and
 * the radius is chosen for the least stress of their distances.
 *
 * @param distances - finite, symmetric
 * @param dimension - default 2
 *
 * Cost about 100 diagonalisations of a matrix of the points' size.
 *
 * @see Wilson, Hancock, Pekalska & Duin, IEEE Trans. Pattern Anal. Mach. Intell. 36, 2255 (2014)
 */
export function modelFit(distances: DistanceTable, dimension = 2): ModelFit {
  checkDistances(distances);
  const greatest = Math.max(...distances.flat());
  const flat = fitAt('euclidean', distances, dimension, Infinity);
  const curved = (['spherical', 'hyperbolic'] as const).map((kind) => {
    // A sphere is at least as large as its greatest distance, π·r; beyond 30 diameters curvature cannot be told from none.
    const least = kind === 'spherical' ? greatest / Math.PI : greatest / 20;
    return bestRadius((radius) => fitAt(kind, distances, dimension, radius), least, 30 * greatest);
  });
  const fits = [flat, ...curved].sort((a, b) => a.stress - b.stress);
  const best = fits[0]!.stress < (1 - WORTH) * flat.stress - 1e-9 ? fits[0]! : flat;
  return { best, fits };
}

function fitAt(kind: SpaceKind, distances: DistanceTable, dimension: number, radius: number): SpaceFit {
  const fitted =
    kind === 'euclidean' ? flatDistances(distances, dimension) : curvedDistances(kind, distances, dimension, radius);
  const pairs = distances.flatMap((row, i) => row.slice(0, i).map((d, j) => [d, fitted(i, j)] as const));
  const mean = pairs.reduce((sum, [d]) => sum + d, 0) / Math.max(1, pairs.length);
  const misfit = pairs.reduce((sum, [d, estimate]) => sum + (d - estimate) ** 2, 0);
  const total = pairs.reduce((sum, [d]) => sum + d * d, 0);
  const variation = pairs.reduce((sum, [d]) => sum + (d - mean) ** 2, 0);
  return {
    kind,
    dimension,
    radius,
    stress: total > 0 ? Math.sqrt(misfit / total) : 0,
    goodness: variation > 0 ? 1 - misfit / variation : 1,
  };
}

/** Leading eigenvectors of a real symmetric matrix times √eigenvalue: coordinates of the points, axis by axis. */
function axesOf(n: number, entryAt: (i: number, j: number) => number, count: number): readonly Axis[] {
  const data = Float64Array.from({ length: n * n }, (_, at) => entryAt(Math.floor(at / n), at % n));
  const { values, vectors } = hermitianEigen(complexOf({ rows: n, cols: n, data }));
  return Array.from({ length: Math.min(n, count) }, (_, axis) => {
    const k = n - 1 - axis;
    const size = Math.sqrt(Math.max(0, values[k]!));
    // Only products of two coordinates are needed: the common phase of an eigenvector is harmless.
    return Array.from({ length: n }, (_, i) => {
      const at = 2 * (i * n + k);
      return [size * vectors.interleaved[at]!, size * vectors.interleaved[at + 1]!] as const;
    });
  });
}

type Axis = readonly (readonly [number, number])[];
const product = (axis: Axis, i: number, j: number): number => axis[i]![0] * axis[j]![0] + axis[i]![1] * axis[j]![1];

function flatDistances(distances: DistanceTable, dimension: number): (i: number, j: number) => number {
  const n = distances.length;
  const squares = distances.map((row) => row.map((d) => d * d));
  const means = squares.map((row) => row.reduce((sum, x) => sum + x, 0) / n);
  const mean = means.reduce((sum, x) => sum + x, 0) / n;
  const axes = axesOf(n, (i, j) => -(squares[i]![j]! - means[i]! - means[j]! + mean) / 2, dimension);
  return (i, j) =>
    Math.sqrt(
      Math.max(
        0,
        axes.reduce((sum, axis) => sum + product(axis, i, i) + product(axis, j, j) - 2 * product(axis, i, j), 0),
      ),
    );
}

function curvedDistances(
  kind: 'spherical' | 'hyperbolic',
  distances: DistanceTable,
  dimension: number,
  radius: number,
): (i: number, j: number) => number {
  const n = distances.length;
  if (kind === 'spherical') {
    const axes = axesOf(n, (i, j) => Math.cos(distances[i]![j]! / radius), dimension + 1);
    const inner = (i: number, j: number): number => axes.reduce((sum, axis) => sum + product(axis, i, j), 0);
    return (i, j) => radius * Math.acos(clamp(inner(i, j) / Math.sqrt(inner(i, i) * inner(j, j)), -1, 1));
  }
  // −cosh has `dimension` positive eigenvalues, the axes of space; the negative one, time, follows from x·x − t² = −1.
  const space = axesOf(n, (i, j) => -Math.cosh(distances[i]![j]! / radius), dimension);
  const inner = (i: number, j: number): number => space.reduce((sum, axis) => sum + product(axis, i, j), 0);
  const time = Array.from({ length: n }, (_, i) => Math.sqrt(1 + inner(i, i)));
  return (i, j) => radius * Math.acosh(Math.max(1, time[i]! * time[j]! - inner(i, j)));
}

/** The radius of least stress: a logarithmic scan, then the golden section. */
function bestRadius(fitOf: (radius: number) => SpaceFit, least: number, most: number): SpaceFit {
  const scan = 24;
  const at = (t: number): SpaceFit => fitOf(least * (most / least) ** t);
  const stresses = Array.from({ length: scan + 1 }, (_, k) => at(k / scan).stress);
  const start = stresses.indexOf(Math.min(...stresses));
  let [low, high] = [Math.max(0, start - 1) / scan, Math.min(scan, start + 1) / scan];
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [high - golden * (high - low), low + golden * (high - low)];
  let [fa, fb] = [at(a).stress, at(b).stress];
  for (let step = 0; step < 36; step++) {
    if (fa <= fb) {
      [high, b, fb] = [b, a, fa];
      a = high - golden * (high - low);
      fa = at(a).stress;
    } else {
      [low, a, fa] = [a, b, fb];
      b = low + golden * (high - low);
      fb = at(b).stress;
    }
  }
  return at(fa <= fb ? a : b);
}

const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));
