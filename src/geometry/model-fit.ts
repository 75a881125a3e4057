/** @file Which space of constant curvature explains a table of distances best, and with which radius? */

import type { RealMatrix } from '../linalg/matrix.ts';
import { checkDistances, type DistanceTable, multidimensionalScaling, separation } from './multidimensional-scaling.ts';
import { leadingAxes } from './principal-axes.ts';

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
  /**
   * The fitted points, shape (points, coordinates): in the plane; on the unit sphere, with dimension + 1 coordinates; on
   * the Poincaré disk or ball, around their centre. Lengths on sphere and disk are in units of the radius. Absent in
   * records of earlier versions.
   */
  readonly points?: readonly (readonly number[])[];
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
 * Cost about 120 searches for the leading eigenvectors of a matrix of the points' size: 3 s for 500 points.
 *
 * @see Wilson, Hancock, Pekalska & Duin, IEEE Trans. Pattern Anal. Mach. Intell. 36, 2255 (2014)
 */
export function modelFit(distances: DistanceTable, dimension = 2): ModelFit {
  checkDistances(distances);
  const greatest = distances.reduce((most, row) => row.reduce((own, d) => Math.max(own, d), most), 0);
  const flat = fitAt('euclidean', distances, dimension, Infinity).fit;
  const curved = (['spherical', 'hyperbolic'] as const).map((kind) => {
    // A sphere is at least as large as its greatest distance, π·r; beyond 30 diameters curvature cannot be told from none.
    const least = kind === 'spherical' ? greatest / Math.PI : greatest / 20;
    return bestRadius((radius, near) => fitAt(kind, distances, dimension, radius, near), least, 30 * greatest).fit;
  });
  const fits = [flat, ...curved].sort((a, b) => a.stress - b.stress);
  const best = fits[0]!.stress < (1 - WORTH) * flat.stress - 1e-9 ? fits[0]! : flat;
  return { best, fits };
}

function fitAt(kind: SpaceKind, distances: DistanceTable, dimension: number, radius: number, near?: Placed): Placed {
  const { points, distance: fitted, vectors } = POINTS[kind](distances, dimension, radius, near?.vectors);
  const n = distances.length;
  const sum = distances.reduce((all, row, i) => row.slice(0, i).reduce((own, d) => own + d, all), 0);
  const mean = sum / Math.max(1, (n * (n - 1)) / 2);
  let [total, variation, misfit] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const row = distances[i]!;
    for (let j = 0; j < i; j++) {
      const d = row[j]!;
      total += d * d;
      variation += (d - mean) ** 2;
      misfit += (d - fitted(i, j)) ** 2;
    }
  }
  return {
    fit: {
      kind,
      dimension,
      radius,
      stress: total > 0 ? Math.sqrt(misfit / total) : 0,
      goodness: variation > 0 ? 1 - misfit / variation : 1,
      points,
    },
    vectors,
  };
}

/** A fit, and the eigenvectors from which that at the next radius begins. */
interface Placed {
  readonly fit: SpaceFit;
  readonly vectors: readonly Float64Array[];
}

/** Points of a space, and their geodesic distances. */
interface PlacedPoints {
  readonly points: readonly (readonly number[])[];
  readonly distance: (i: number, j: number) => number;
  readonly vectors: readonly Float64Array[];
}

function inner(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

function gramOf(distances: DistanceTable, entry: (d: number) => number): RealMatrix {
  const n = distances.length;
  const data = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = entry(distances[i]![j]!);
      data[i * n + j] = value;
      data[j * n + i] = value;
    }
  }
  return { rows: n, cols: n, data };
}

/** The points that a table of distances has on each space of a radius. */
const POINTS: Readonly<
  Record<
    SpaceKind,
    (
      distances: DistanceTable,
      dimension: number,
      radius: number,
      near: readonly Float64Array[] | undefined,
    ) => PlacedPoints
  >
> = {
  euclidean: (distances, dimension) => {
    const { points } = multidimensionalScaling(distances, dimension);
    return { points, distance: (i, j) => separation(points[i]!, points[j]!), vectors: [] };
  },
  spherical: (distances, dimension, radius, near) => {
    const gram = gramOf(distances, (d) => Math.cos(d / radius));
    const { points: long, vectors } = leadingAxes(gram, dimension + 1, near);
    const points = long.map((point) => {
      const size = Math.hypot(...point);
      return point.map((x) => x / size);
    });
    return { points, distance: (i, j) => radius * Math.acos(clamp(inner(points[i]!, points[j]!), -1, 1)), vectors };
  },
  hyperbolic: (distances, dimension, radius, near) => {
    // −cosh has `dimension` positive eigenvalues, the axes of space; the negative one, time, follows from x·x − t² = −1.
    const gram = gramOf(distances, (d) => -Math.cosh(d / radius));
    const { points: space, vectors } = leadingAxes(gram, dimension, near);
    const time = space.map((x) => Math.sqrt(1 + inner(x, x)));
    const cosh = (i: number, j: number): number => time[i]! * time[j]! - inner(space[i]!, space[j]!);
    return {
      points: centredOnBall(space, time),
      distance: (i, j) => radius * Math.acosh(Math.max(1, cosh(i, j))),
      vectors,
    };
  },
};

/**
 * Points (t, x) of the unit hyperboloid on the Poincaré ball, x/(1 + t), after the boost that carries the direction of
 * their sum, (T, X), to (1, 0).
 */
function centredOnBall(space: PlacedPoints['points'], time: readonly number[]): PlacedPoints['points'] {
  const sum = space[0]?.map((_, k) => space.reduce((total, x) => total + x[k]!, 0)) ?? [];
  const timeSum = time.reduce((total, t) => total + t, 0);
  const size = Math.sqrt(timeSum * timeSum - inner(sum, sum));
  const [T, X] = [timeSum / size, sum.map((x) => x / size)];
  return space.map((x, i) => {
    const t = time[i]!;
    const along = inner(X, x);
    const boosted = x.map((value, k) => value + X[k]! * (along / (1 + T) - t));
    return boosted.map((value) => value / (1 + T * t - along));
  });
}

/** The radius of least stress: a logarithmic scan, then the golden section. */
function bestRadius(fitOf: (radius: number, near?: Placed) => Placed, least: number, most: number): Placed {
  const scan = 24;
  const at = (t: number, near?: Placed): Placed => fitOf(least * (most / least) ** t, near);
  const scanned: Placed[] = [];
  for (let k = 0; k <= scan; k++) scanned.push(at(k / scan, scanned.at(-1)));
  const stresses = scanned.map(({ fit }) => fit.stress);
  const start = stresses.indexOf(Math.min(...stresses));
  let [low, high] = [Math.max(0, start - 1) / scan, Math.min(scan, start + 1) / scan];
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [high - golden * (high - low), low + golden * (high - low)];
  let [left, right] = [at(a, scanned[start]), at(b, scanned[start])];
  for (let step = 0; step < 36; step++) {
    if (left.fit.stress <= right.fit.stress) {
      [high, b, right] = [b, a, left];
      a = high - golden * (high - low);
      left = at(a, left);
    } else {
      [low, a, left] = [a, b, right];
      b = low + golden * (high - low);
      right = at(b, right);
    }
  }
  return left.fit.stress <= right.fit.stress ? left : right;
}

const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));
