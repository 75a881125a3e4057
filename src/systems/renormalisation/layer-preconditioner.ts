/** @file What alternating updates know of the second derivative of the energy, for searches by its gradient. */

import type { ComplexMatrix } from '../../linalg/complex.ts';
import { hermitianEigen, hermitianEigenvalues } from '../../linalg/hermitian-eigen.ts';
import { addScaledMatrix, adjoint, multiply, scaledMatrix } from '../../linalg/matrix.ts';
import { plus } from '../../linalg/real-vector.ts';
import { identityOperator, summedOverScales } from './fixed-point.ts';
import { gradedIsometries, type IsometryBlock, readBlock, writeBlock } from './graded-isometries.ts';
import { neighbourhoods, type RenormalisationLayer } from './renormalisation-layer.ts';
import { type LayeredNetwork, layersOf, scaleInvariantState } from './scale-invariant-energy.ts';

/** Least eigenvalue of S that is divided by, relative to the greatest: directions that hardly matter are not blown up. */
const FLOOR = 0.1;

/**
 * An approximate inverse of the second derivative of the energy at θ: gradient G ↦ G (S + floor)⁻¹ for each block of each isometry,
 *
 *     S = −½(W†E + E†W),    E = ∂Tr ρA(h − λ)/∂W* with all copies of W,    λ the greatest eigenvalue of h,
 *
 * which is positive semidefinite and falls off as the density of the legs above the isometry does. An alternating update,
 * W ← the isometry nearest to −E, is the step −G S⁻¹ to first order.
 *
 * @returns a linear map, symmetric and positive definite, for `lbfgs`
 *
 * O(one evaluation of the energy).
 *
 * @see Hauru, Van Damme & Haegeman, arXiv:2007.03638 (2020), who divide by the density
 */
export function layerPreconditioner(
  network: LayeredNetwork,
  term: Float64Array,
  theta: Float64Array,
  { real = true } = {},
): (gradient: Float64Array) => Float64Array {
  const { maps, operators, densities } = scaleInvariantState(network, theta, term);
  const parts: { start: number; width: number; block: IsometryBlock; inverse: ComplexMatrix }[] = [];
  let start = 0;
  layersOf(network).forEach((layer, k) => {
    const [map, density] = [maps[k]!, densities[k]!];
    const operator =
      layer === network.fixed ? summedOverScales(layer, map, density, operators[k]!).operator : operators[k]!;
    const environment = map.slope(density, belowZero(layer, operator));
    for (const { offset, width, blocks } of gradedIsometries(layer)) {
      for (const block of blocks) {
        const w = readBlock(theta, start + offset, width, block, real);
        const inverse = inverseOf(multiply(w, readBlock(environment, offset, width, block, real), { adjointA: true }));
        parts.push({ start: start + offset, width, block, inverse });
      }
    }
    start += layer.unit.parameters;
  });
  return (gradient) => {
    const out = new Float64Array(gradient.length);
    for (const { start: at, width, block, inverse } of parts) {
      writeBlock(out, at, width, block, multiply(readBlock(gradient, at, width, block, real), inverse), real);
    }
    return out;
  };
}

/** h − λ on the fine neighbourhoods of a layer, λ the greatest eigenvalue of all kinds. */
export function belowZero(layer: RenormalisationLayer, operator: Float64Array): Float64Array {
  let offset = 0;
  let greatest = -Infinity;
  for (const dimensions of neighbourhoods(layer, 'fine')) {
    const rows = dimensions.reduce((product, d) => product * d, 1);
    const interleaved = operator.subarray(offset, offset + 2 * rows * rows);
    offset += 2 * rows * rows;
    greatest = Math.max(greatest, ...hermitianEigenvalues({ rows, cols: rows, interleaved }));
  }
  return plus(operator, -greatest, identityOperator(layer, 'fine'));
}

/** (S + floor)⁻¹ of S = −½(M + M†). */
function inverseOf(overlap: ComplexMatrix): ComplexMatrix {
  const { values, vectors } = hermitianEigen(
    scaledMatrix([-0.5, 0], addScaledMatrix(overlap, [1, 0], adjoint(overlap))),
  );
  const greatest = Math.max(...values);
  if (!(greatest > 0)) return multiply(vectors, vectors, { adjointB: true });
  const interleaved = vectors.interleaved.map((x, k) => {
    const value = values[(k >> 1) % vectors.cols]!;
    return x / (Math.max(value, 0) + FLOOR * greatest);
  });
  return multiply({ ...vectors, interleaved }, vectors, { adjointB: true });
}
