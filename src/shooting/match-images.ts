/** @file One picture deformed into another without folds: large deformations with momenta on control points. */

import { DomainError } from '../errors.ts';
import type { Solution } from '../solution.ts';
import { imageMismatch, type Picture, pixelGrid, pulledBack } from './image-mismatch.ts';
import { gaussianKernel, type Kernel } from './kernels.ts';
import { type MatchStep, matching, type WeightedMatchOptions } from './match.ts';
import type { Match } from './match-search.ts';
import { controlPointSpace } from './point-space.ts';
import { endOf, shoot } from './shoot.ts';
import type { PhasePoint } from './shooting-space.ts';

export interface ImageMatchOptions extends WeightedMatchOptions {
  /** Control points along the longer side; default 5. */
  readonly pointsAcross?: number;
  /** Default a Gaussian as wide as the control points are apart. */
  readonly kernel?: Kernel;
}

/** A match of two pictures, and the motion in between. */
export interface ImageMatch extends Match {
  /** Control points at the start of the shot, in the frame of the target, (x, y) one after the other. */
  readonly points: Float64Array;
  /** I∘φ_t⁻¹: the first picture at t = 0, its match of the second at t = 1. */
  readonly pictureAt: (t: number) => Picture;
  /** φ_t: where points of the first picture are at time t, (x, y) one after the other. */
  readonly movedAt: (t: number, positions: Float64Array) => Float64Array;
}

/** Steps of order 8 for a picture in between. */
const STEPS = 12;

/** Control points in the middle of square cells, as many along the longer side as asked for. */
export function controlPoints({ rows, columns }: Pick<Picture, 'rows' | 'columns'>, across: number): Float64Array {
  const side = Math.max(rows, columns);
  const along = (size: number): number => Math.max(1, Math.round((across * size) / side));
  const [nx, ny] = [along(columns), along(rows)];
  return Float64Array.from({ length: 2 * nx * ny }, (_, k) => {
    const point = k >> 1;
    return k % 2 === 0
      ? (((point % nx) + 0.5) * columns) / (nx * side)
      : ((Math.floor(point / nx) + 0.5) * rows) / (ny * side);
  });
}

/**
 * The deformation of least H + μ·mismatch of a picture into another. The shot is that of φ⁻¹: it begins on the grid of the target, with
 * the control points there, and ends where the first picture is read. Geodesics run both ways at the same cost.
 *
 * @param image - grey values of order 1; the longer side is the unit of length
 * @throws {ShapeError} pictures of different size
 * @throws {DomainError} no pixels, a grey value that is not finite, no control point
 *
 * Cost of a step O(points · pixels) for each of 60 flows or variations; 64 control points, 64 × 64 pixels: a minute.
 *
 * @see Beg, Miller, Trouvé & Younes, Int. J. Comput. Vis. 61, 139 (2005)
 * @see Durrleman et al., NeuroImage 101, 35 (2014)
 */
export function* matchingImages(
  image: Picture,
  target: Picture,
  options: ImageMatchOptions = {},
): Generator<MatchStep, Solution<ImageMatch>> {
  const { pointsAcross = 5 } = options;
  if (!(Number.isInteger(pointsAcross) && pointsAcross >= 1)) {
    throw new DomainError(`matchingImages: at least one control point across required, got ${pointsAcross}`);
  }
  const kernel = options.kernel ?? gaussianKernel(1 / pointsAcross);
  const points = controlPoints(target, pointsAcross);
  const mismatch = imageMismatch(image, target, points.length / 2);
  const grid = pixelGrid(target);
  const space = controlPointSpace(points.length / 2, grid.length / 2, kernel);
  const { value: match, ...ended } = yield* matching(space, concatenated(points, grid), mismatch, options);
  const leadersAt = (time: number): PhasePoint => {
    const { q, p } = { q: points, p: match.momentum.slice(0, points.length) };
    if (time === 0) return { q, p };
    return endOf(shoot(controlPointSpace(points.length / 2, 0, kernel), q, p, STEPS, time));
  };
  const followed = (from: PhasePoint, followers: Float64Array, time: number): Float64Array => {
    if (time === 0) return followers;
    const both = controlPointSpace(points.length / 2, followers.length / 2, kernel);
    const p = concatenated(from.p, new Float64Array(followers.length));
    return endOf(shoot(both, concatenated(from.q, followers), p, STEPS, time)).q.slice(points.length);
  };
  const value: ImageMatch = {
    ...match,
    points,
    pictureAt: (t) => pulledBack(image, followed(leadersAt(1 - t), grid, t), target),
    movedAt: (t, positions) => followed(leadersAt(1), positions, -t),
  };
  return { value, ...ended };
}

function concatenated(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
