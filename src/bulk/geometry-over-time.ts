/** @file Space over time: a sequence of geometries of the same sites, aligned, and what changes in it. */

import { DomainError, ShapeError } from '../errors.ts';
import { type DistanceTable, multidimensionalScaling } from '../geometry/multidimensional-scaling.ts';
import { Matrix, SingularValueDecomposition } from '../linalg/dense-real.ts';

/** Points in Euclidean space, shape (points, dimension). */
export type Points = readonly (readonly number[])[];

/** The rigid motion that aligns points with others. */
export interface Alignment {
  /** The moved points, shape (points, dimension). */
  readonly points: Points;
  /** Orthogonal matrix Q of x ↦ (x − mean)Q + mean of the goal; a reflection if its determinant is −1. */
  readonly rotation: Points;
  /** Root mean square of the distances left between the points and their goals. */
  readonly residual: number;
}

/**
 * Orthogonal Procrustes alignment: of all rotations, reflections and translations the one with the least Σ|x_a − y_a|²,
 *
 *     Q = U Vᵀ    for    Xᵀ Y = U Σ Vᵀ    (centred coordinates).
 *
 * Coordinates that one side lacks are 0 there.
 *
 * @param points - X, what is moved
 * @param goal - Y, what stays
 * @throws {ShapeError} different numbers of points
 *
 * Cost O(points·dimension² + dimension³).
 *
 * @see Schönemann, Psychometrika 31, 1 (1966)
 */
export function procrustesAlignment(points: Points, goal: Points): Alignment {
  if (points.length !== goal.length) {
    throw new ShapeError(`procrustesAlignment: equally many points required, got ${points.length} and ${goal.length}`);
  }
  const dimension = Math.max(0, ...points.map((x) => x.length), ...goal.map((x) => x.length));
  if (dimension === 0) return { points, rotation: [], residual: 0 };
  const [x, y] = [padded(points, dimension), padded(goal, dimension)];
  const [from, to] = [x.mean('column'), y.mean('column')];
  x.subRowVector(from);
  y.subRowVector(to);
  const { leftSingularVectors, rightSingularVectors } = new SingularValueDecomposition(x.transpose().mmul(y));
  const rotation = leftSingularVectors.mmul(rightSingularVectors.transpose());
  const turned = x.mmul(rotation);
  const residual = Matrix.sub(turned, y).norm('frobenius') / Math.sqrt(points.length);
  return { points: turned.addRowVector(to).to2DArray(), rotation: rotation.to2DArray(), residual };
}

function padded(points: Points, dimension: number): Matrix {
  return new Matrix(points.map((x) => [...x, ...new Array<number>(dimension - x.length).fill(0)]));
}

/** The geometry at one time: distances between sites, null where they know nothing of each other. */
export interface GeometryFrame {
  readonly time: number;
  readonly distances: readonly (readonly (number | null)[])[];
}

/** An embedded geometry and what has changed since the one before; for the first, nothing. */
export interface AlignedFrame {
  readonly time: number;
  /** Coordinates of the sites, aligned with those of the frame before, shape (sites, dimension). */
  readonly points: Points;
  /** Stress of the embedding: how far the distances are from those of the points. */
  readonly stress: number;
  /** How far each site has moved, after alignment. */
  readonly displacement: readonly number[];
  /** Logarithmic strain log(d/d_before) of the distances between sites themselves, which needs no embedding. */
  readonly strain: readonly (readonly number[])[];
  /** Mean strain over all pairs: positive if space has grown. */
  readonly dilation: number;
  /** Root mean square of the strain minus the dilation: the change of shape. */
  readonly shear: number;
}

/** How a sequence of geometries is embedded. */
export interface TimelineOptions {
  /** Dimension of the embedding; default 2. */
  readonly dimension?: number;
  /** Distance that stands for null, the same at all times; default the greatest distance that occurs. */
  readonly horizon?: number;
}

/**
 * A sequence of geometries ρ(τ) ↦ distances, embedded by classical scaling and aligned one with the next, and what
 * changes. An embedding is unique up to rigid motions only, which alignment removes; where its last eigenvalue is
 * degenerate with one that is left out, the axes can still turn, and displacements say less than strains.
 *
 * @param frames - in order of time, all of the same sites
 * @throws {ShapeError} a frame with another number of sites
 * @throws {DomainError} distances that are not symmetric, or a horizon that is not positive
 *
 * Cost O(frames·sites³).
 */
export function geometryOverTime(
  frames: readonly GeometryFrame[],
  options: TimelineOptions = {},
): readonly AlignedFrame[] {
  const sites = frames[0]?.distances.length ?? 0;
  const known = frames.flatMap(({ distances }) => distances.flat().filter((d) => d !== null));
  const { dimension = 2, horizon = Math.max(0, ...known) || 1 } = options;
  if (!(horizon > 0)) throw new DomainError(`geometryOverTime: a horizon > 0 required, got ${horizon}`);
  const aligned: AlignedFrame[] = [];
  let before: DistanceTable | undefined;
  for (const { time, distances } of frames) {
    if (distances.length !== sites) {
      throw new ShapeError(`geometryOverTime: ${sites} sites required at time ${time}, got ${distances.length}`);
    }
    const table = distances.map((row) => row.map((d) => d ?? horizon));
    const { points, stress } = multidimensionalScaling(table, dimension);
    const goal = aligned[aligned.length - 1]?.points ?? points;
    const moved = aligned.length === 0 ? points : procrustesAlignment(points, goal).points;
    const strain = strainBetween(before ?? table, table);
    const pairs = strain.flatMap((row, a) => row.slice(0, a));
    const dilation = mean(pairs);
    aligned.push({
      time,
      points: moved,
      stress,
      displacement: moved.map((x, a) => Math.hypot(...x.map((value, axis) => value - (goal[a]![axis] ?? 0)))),
      strain,
      dilation,
      shear: Math.sqrt(mean(pairs.map((value) => (value - dilation) ** 2))),
    });
    before = table;
  }
  return aligned;
}

/** log(d/d_before) for all pairs; 0 where both vanish, ±Infinity where one does. */
function strainBetween(before: DistanceTable, now: DistanceTable): readonly (readonly number[])[] {
  return now.map((row, a) => row.map((d, b) => (d === before[a]![b]! ? 0 : Math.log(d / before[a]![b]!))));
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
