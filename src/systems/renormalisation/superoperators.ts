/** @file Ascending and descending superoperators of a layer, and the state that it leaves as it is. */

import { ShapeError } from '../../errors.ts';
import { type ComplexMatrix, sizeOf } from '../../linalg/complex.ts';
import type { Solution } from '../../solution.ts';
import { fixedDensity, fixedShares } from './fixed-point.ts';
import { layerMaps } from './layer-maps.ts';
import { checkRepeats, neighbourhoods, type RenormalisationLayer } from './renormalisation-layer.ts';

/**
 * The coarse operator that has the expectation values of a fine one,
 *
 *     A(h) = (1/b) Σ_windows V†hV,
 *
 * the mean over the places of the neighbourhood. Unital, A(1) = 1, and adjoint to `descend`: Tr ρ†A(h) = Tr D(ρ)†h.
 *
 * @param theta - parameters of the layer's unit
 * @param operator - one matrix for each kind of neighbourhood of the layer; with several kinds, what counts is the sum over them
 * @throws {ShapeError} matrices of another number or size
 *
 * O(χ⁸) in the ternary, O(χ⁹) in the binary, O(χ⁷) in the modified binary layer; planned once for each layer.
 */
export function ascend(
  layer: RenormalisationLayer,
  theta: Float64Array,
  operator: readonly ComplexMatrix[],
): readonly ComplexMatrix[] {
  const vector = vectorOf('ascend', layer, 'fine', operator);
  return matricesOf(layer, 'coarse', layerMaps(layer, theta).ascend(vector));
}

/**
 * The mean density of fine neighbourhoods below a coarse one,
 *
 *     D(ρ) = (1/b) Σ_windows Tr_others VρV†.
 *
 * With one kind of neighbourhood it preserves the trace; with several the densities are weighted by the shares of the kinds, and the
 * weights of `fixedPoint` are preserved.
 *
 * @throws {ShapeError} matrices of another number or size
 */
export function descend(
  layer: RenormalisationLayer,
  theta: Float64Array,
  density: readonly ComplexMatrix[],
): readonly ComplexMatrix[] {
  const vector = vectorOf('descend', layer, 'coarse', density);
  return matricesOf(layer, 'fine', layerMaps(layer, theta).descend(vector));
}

/**
 * The scale-invariant state of neighbouring sites, D(ρ*) = ρ*: of each kind a density of trace 1.
 *
 * @returns `converged` if the residual ‖D(ρ*) − ρ*‖ is below 1e-10, else `stalled`
 * @throws {ShapeError} a layer that changes the sites
 */
export function fixedPoint(layer: RenormalisationLayer, theta: Float64Array): Solution<readonly ComplexMatrix[]> {
  checkRepeats('fixedPoint', layer);
  const { density, residual, steps } = fixedDensity(layer, layerMaps(layer, theta));
  return {
    value: normalisedDensities(layer, density),
    result: residual <= 1e-10 ? 'converged' : 'stalled',
    steps,
  };
}

/** Densities of trace 1 of a vector weighted by the shares of the kinds. */
export function normalisedDensities(layer: RenormalisationLayer, density: Float64Array): readonly ComplexMatrix[] {
  const shares = fixedShares(layer).density;
  return matricesOf(layer, 'coarse', density).map((matrix, kind) => ({
    ...matrix,
    interleaved: matrix.interleaved.map((x) => x / shares[kind]!),
  }));
}

/** Matrices of all kinds as one vector. */
function vectorOf(
  caller: string,
  layer: RenormalisationLayer,
  side: 'fine' | 'coarse',
  matrices: readonly ComplexMatrix[],
): Float64Array {
  const wanted = neighbourhoods(layer, side).map(sizeOf);
  const got = matrices.map(({ rows, cols }) => `${rows}×${cols}`);
  if (`${got}` !== `${wanted.map((size) => `${size}×${size}`)}`) {
    throw new ShapeError(`${caller}: square matrices of ${wanted} rows required, got ${got}`);
  }
  return Float64Array.from(matrices.flatMap(({ interleaved }) => [...interleaved]));
}

/** The inverse of `vectorOf`. */
function matricesOf(
  layer: RenormalisationLayer,
  side: 'fine' | 'coarse',
  vector: Float64Array,
): readonly ComplexMatrix[] {
  let offset = 0;
  return neighbourhoods(layer, side).map((dimensions) => {
    const rows = sizeOf(dimensions);
    offset += 2 * rows * rows;
    return { rows, cols: rows, interleaved: vector.slice(offset - 2 * rows * rows, offset) };
  });
}
