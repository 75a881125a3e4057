/** @file What alternating updates know of the second derivative of the energy, for searches by its gradient. */

import type { ComplexMatrix } from '../../linalg/complex.ts';
import { hermitianEigen, hermitianEigenvalues } from '../../linalg/hermitian-eigen.ts';
import { addScaledMatrix, adjoint, multiply, scaledMatrix } from '../../linalg/matrix.ts';
import { plus } from '../../linalg/real-vector.ts';
import { identityOperator, summedOverScales } from './fixed-point.ts';
import { gradedIsometries, type IsometryBlock, readBlock, writeBlock } from './graded-isometries.ts';
import { neighbourhoods, type RenormalisationLayer } from './renormalisation-layer.ts';
import { type LayeredNetwork, layersOf, scaleInvariantState } from './scale-invariant-energy.ts';

/** Added to S, relative to its greatest eigenvalue. States of weight 1e-6 above an isometry make 1e-7 of the energy: a tenth finds them slowly. */
const FLOOR = 1e-5;

/**
 * An approximate inverse of the second derivative of the energy at θ: the gradient in the metric Re Tr X†YS of the tangents X, Y of each
 * block of each isometry W,
 *
 *     S = −½(W†E + E†W) + floor,    E = ∂Tr ρA(h − λ)/∂W* with all copies of W,    λ the greatest eigenvalue of h,
 *
 * which is positive and falls off as the density of the legs above the isometry does. To first order an alternating update,
 * W ← the isometry nearest to −E, is a step of steepest descent in it.
 *
 * @returns a linear map, symmetric and positive definite, for `lbfgs`
 *
 * O(one evaluation of the energy).
 *
 * @see Hauru, Van Damme & Haegeman, arXiv:2007.03638 (2020), who take the density for S
 */
export function layerPreconditioner(
  network: LayeredNetwork,
  term: Float64Array,
  theta: Float64Array,
  { real = true } = {},
): (gradient: Float64Array) => Float64Array {
  const { maps, operators, densities } = scaleInvariantState(network, theta, term);
  const parts: { start: number; width: number; block: IsometryBlock; divide: (g: ComplexMatrix) => ComplexMatrix }[] =
    [];
  let start = 0;
  layersOf(network).forEach((layer, k) => {
    const [map, density] = [maps[k]!, densities[k]!];
    const operator =
      layer === network.fixed ? summedOverScales(layer, map, density, operators[k]!).operator : operators[k]!;
    const environment = map.slope(density, belowZero(layer, operator));
    for (const { offset, width, blocks } of gradedIsometries(layer)) {
      for (const block of blocks) {
        const w = readBlock(theta, start + offset, width, block, real);
        const overlap = multiply(w, readBlock(environment, offset, width, block, real), { adjointA: true });
        parts.push({ start: start + offset, width, block, divide: dividedBy(w, overlap, FLOOR) });
      }
    }
    start += layer.unit.parameters;
  });
  return (gradient) => {
    const out = new Float64Array(gradient.length);
    for (const { start: at, width, block, divide } of parts) {
      writeBlock(out, at, width, block, divide(readBlock(gradient, at, width, block, real)), real);
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

/**
 * The gradient in the metric Re Tr X†YS, S = −½(M + M†) + floor times its greatest eigenvalue, of tangents WA + B at W, A antihermitian and
 * W†B = 0: B ↦ BS⁻¹, and in the eigenbasis of S A_ij ↦ 2A_ij/(s_i + s_j). S⁻¹ on all would exaggerate turns between states of large and of
 * small weight.
 *
 * @param overlap - M
 */
export function dividedBy(
  w: ComplexMatrix,
  overlap: ComplexMatrix,
  floor: number,
): (gradient: ComplexMatrix) => ComplexMatrix {
  const { values, vectors } = hermitianEigen(
    scaledMatrix([-0.5, 0], addScaledMatrix(overlap, [1, 0], adjoint(overlap))),
  );
  const greatest = Math.max(...values);
  if (!(greatest > 0)) return (gradient) => gradient;
  const s = Array.from(values, (value) => Math.max(value, 0) + floor * greatest);
  const turned = multiply(w, vectors);
  return (gradient) => {
    const own = multiply(gradient, vectors); // G V
    const along = multiply(turned, own, { adjointA: true }); // V†W†G V
    const across = addScaledMatrix(own, [-1, 0], multiply(turned, along));
    const { rows, cols } = along;
    const angles = along.interleaved.map((x, k) => {
      const [i, j, part] = [Math.floor((k >> 1) / cols), (k >> 1) % cols, k & 1];
      const other = along.interleaved[2 * (j * cols + i) + part]!;
      return (x - (part === 0 ? other : -other)) / (s[i]! + s[j]!);
    });
    const divided = across.interleaved.map((x, k) => x / s[(k >> 1) % cols]!);
    const sum = addScaledMatrix(
      { ...across, interleaved: divided },
      [1, 0],
      multiply(turned, { rows, cols, interleaved: angles }),
    );
    return multiply(sum, vectors, { adjointB: true });
  };
}
