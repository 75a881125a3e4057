/** @file The geometry of deep learning: how far, how fast and how straight a point goes through the layers of a network. */

import { DomainError, ShapeError } from '../errors.ts';

/** A path through layers. */
export interface PathGeometry {
  /** Σ_l ‖x_{l+1} − x_l‖. */
  readonly length: number;
  /** (L/2) Σ_l ‖x_{l+1} − x_l‖², that is ½∫‖x′‖² dt for t from 0 to 1: at least length²/2, with equality at constant speed. */
  readonly energy: number;
  /** ‖x_L − x_0‖/length, at most 1: 1 for a straight line, and for a point that stays. */
  readonly straightness: number;
}

/** A point in each layer, and the geometry of its path. */
export interface LayerPath extends PathGeometry {
  /** x_0 … x_L. */
  readonly points: readonly Float64Array[];
}

/** A velocity at a point and a time in [0, 1]. */
export type VelocityField = (x: Float64Array, time: number) => Float64Array;

/**
 * The geometry of a path of points, one for each layer.
 *
 * @param points - two or more, all of one shape
 * @throws {ShapeError} fewer than two points, or of different lengths
 */
export function pathGeometry(points: readonly Float64Array[]): PathGeometry {
  const width = points[0]?.length;
  if (points.length < 2 || points.some((x) => x.length !== width)) {
    const lengths = points.map((x) => x.length).join(', ');
    throw new ShapeError(`pathGeometry: two or more points of one length required, got lengths ${lengths || 'none'}`);
  }
  const steps = points.slice(1).map((x, l) => distance(points[l]!, x));
  const length = steps.reduce((sum, d) => sum + d, 0);
  const energy = (steps.length / 2) * steps.reduce((sum, d) => sum + d * d, 0);
  const straightness = length === 0 ? 1 : distance(points[0]!, points.at(-1)!) / length;
  return { length, energy, straightness };
}

/**
 * The path of a point through a residual network whose layers share a velocity field,
 *
 *     x_{l+1} = x_l + v(x_l, l/L)/L:
 *
 * Euler's rule, of order 1 in the depth, for the flow of v. A network with free layers is a flow whose velocity is constant in each: the
 * shooting problem of a diffeomorphism.
 *
 * @param x - shape (n,)
 * @param layers - L ≥ 1
 * @throws {DomainError} a depth that is not a positive integer
 * @throws {ShapeError} a velocity of another length
 *
 * @see Dong, Wu & Zhou, arXiv:1710.10784 (2017), for paths through layers as geodesics; E, Commun. Math. Stat. 5, 1 (2017), for residual
 * networks as flows
 *
 * @example
 * ```ts
 * import { residualPath } from 'bulkweave/likelihood';
 *
 * const turn = ([x, y]: Float64Array) => Float64Array.of((-Math.PI / 2) * y!, (Math.PI / 2) * x!);
 * const { length, straightness } = residualPath(turn, Float64Array.of(1, 0), 4096);
 * console.log(length, straightness); // 1.571, 0.900
 * ```
 */
export function residualPath(field: VelocityField, x: Float64Array, layers: number): LayerPath {
  if (!(Number.isInteger(layers) && layers >= 1)) {
    throw new DomainError(`residualPath: a positive number of layers required, got ${layers}`);
  }
  const points = [x];
  for (let l = 0; l < layers; l++) {
    const at = points[l]!;
    const velocity = field(at, l / layers);
    if (velocity.length !== at.length) {
      throw new ShapeError(`residualPath: a velocity of ${at.length} numbers required, got ${velocity.length}`);
    }
    points.push(at.map((value, k) => value + velocity[k]! / layers));
  }
  return { points, ...pathGeometry(points) };
}

const distance = (a: Float64Array, b: Float64Array): number => Math.hypot(...a.map((value, k) => value - b[k]!));
