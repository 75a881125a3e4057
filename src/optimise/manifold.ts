/** @file Where parameters live: flat space, or products that contain Stiefel manifolds of isometries. */

import { plus } from '../linalg/real-vector.ts';

/**
 * A Riemannian manifold embedded in R^P with the Euclidean inner product, as the optimisers see it.
 * Every function is pure; points and vectors have shape (P,).
 */
export interface Manifold {
  /** Orthogonal projection of an ambient vector onto the tangent space at x. */
  readonly project: (x: Float64Array, vector: Float64Array) => Float64Array;
  /** Retraction: a point of the manifold near x + tangent, exact to second or first order. */
  readonly retract: (x: Float64Array, tangent: Float64Array) => Float64Array;
}

/** R^P itself: optimisation without constraints. */
export const flatSpace: Manifold = {
  project: (_x, vector) => vector,
  retract: (x, tangent) => plus(x, 1, tangent),
};
