/** @file The Liouville functional of linear elements on a mesh. */

import { ShapeError } from '../../errors.ts';
import type { PlanarMesh } from './planar-mesh.ts';

/**
 * ∫(|∇φ|² + e^{2φ}) dx dy + 2∮ K₀ φ ds for linear elements, e^{2φ} by the values at the nodes:
 *
 *     Σ_edges w (φ_a − φ_b)² + Σ_nodes A_i e^{2φ_i} + 2Σ_nodes κ_i φ_i,
 *
 * κ the angle by which the boundary turns. Times c/24π it is the action. Strictly convex in the values of φ at free nodes if the
 * weights of the edges are not negative, that is for triangulations of Delaunay.
 *
 * @param phi - shape (N,)
 * @param areas - A_i; default those of the mesh
 * @throws {ShapeError} not one value for each node
 */
export function liouvilleFunctional(mesh: PlanarMesh, phi: Float64Array, areas = mesh.areas): number {
  const { edges, weights, turning } = mesh;
  if (phi.length !== mesh.areas.length || areas.length !== phi.length) {
    throw new ShapeError(
      `liouvilleFunctional: ${mesh.areas.length} values and areas required, got ${phi.length} and ${areas.length}`,
    );
  }
  let sum = 0;
  for (let e = 0; e < weights.length; e++) sum += weights[e]! * (phi[edges[2 * e]!]! - phi[edges[2 * e + 1]!]!) ** 2;
  for (let i = 0; i < phi.length; i++) sum += areas[i]! * Math.exp(2 * phi[i]!) + 2 * turning[i]! * phi[i]!;
  return sum;
}
