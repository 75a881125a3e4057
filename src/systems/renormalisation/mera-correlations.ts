/** @file Two-point functions of layered networks at the distances that their layers single out. */

import { DomainError } from '../../errors.ts';
import { type ComplexMatrix, sizeOf } from '../../linalg/complex.ts';
import { kronecker } from '../../linalg/matrix.ts';
import type { CriticalMera } from './critical-mera.ts';
import { chainTerm } from './critical-model.ts';
import { programsOf, run, tensorsOf } from './layer-programs.ts';
import { expectation } from './operator-product.ts';
import type { RenormalisationLayer } from './renormalisation-layer.ts';
import { layerParameters, layersOf, scaleInvariantState } from './scale-invariant-energy.ts';
import { type ThermalMera, thermalDensities } from './thermal-mera.ts';

/** A two-point function at one distance. */
export interface MeraCorrelation {
  /** In sites of the lowest layer. */
  readonly distance: number;
  readonly value: number;
}

/**
 * ⟨o_x o_y⟩ of sites that stay single under the layers, at distances b^k: the operator climbs k layers, where the two are neighbours.
 * Averaged over the places of these neighbours. At greater distances a power law with the scaling dimension of the layer.
 *
 * @param operator - Hermitian, on one site of the lowest layer
 * @param scales - greatest k
 * @throws {DomainError} layers whose operators do not live on one site, as in the binary ones
 */
export function meraCorrelations(
  { model, shape, network, theta }: Pick<CriticalMera, 'model' | 'shape' | 'network' | 'theta'>,
  operator: ComplexMatrix,
  scales: number,
): readonly MeraCorrelation[] {
  const layers = layersOf(network);
  const parameters = layerParameters(layers, theta);
  const { densities, maps } = scaleInvariantState(network, theta, chainTerm(model, layers[0]!, shape.block));
  // The layer that repeats itself, as often as it is needed.
  const at = (k: number): number => Math.min(k, layers.length - 1);
  const levels = Array.from({ length: scales + 1 }, (_, k) =>
    k === 0 ? maps[0]!.descend(densities[0]!) : densities[at(k - 1)]!,
  );
  return climbed(
    Array.from({ length: scales }, (_, k) => ({ layer: layers[at(k)]!, theta: parameters[at(k)]! })),
    levels,
    operator,
  );
}

/**
 * The same for a thermal network, up to the distance b^T: there sites are next to each other at the top, in a product state, and
 * farther ones are not correlated at all. The causal cones of the two sites end at the horizon before they meet.
 *
 * @throws {DomainError} layers whose operators do not live on one site, as in the binary ones
 */
export function thermalCorrelations(thermal: ThermalMera, operator: ComplexMatrix): readonly MeraCorrelation[] {
  const { layers, x } = thermal;
  const count = layers.reduce((sum, { unit }) => sum + unit.parameters, 0);
  const parameters = layerParameters(layers, x.subarray(0, count));
  const path = layers.map((layer, k) => ({ layer, theta: parameters[k]! }));
  return climbed(path, thermalDensities(thermal), operator);
}

/** The operator climbs layer by layer; at each level it is squared on neighbours. */
function climbed(
  path: readonly { readonly layer: RenormalisationLayer; readonly theta: Float64Array }[],
  levels: readonly Float64Array[],
  operator: ComplexMatrix,
): readonly MeraCorrelation[] {
  let current = operator;
  let distance = 1;
  return levels.map((density, k) => {
    const found = { distance, value: expectation(density, kronecker(current, current))[0] };
    const next = path[k];
    if (next !== undefined) {
      current = ascended(next.layer, next.theta, current);
      distance *= next.layer.branching;
    }
    return found;
  });
}

function ascended({ unit, kept }: RenormalisationLayer, theta: Float64Array, operator: ComplexMatrix): ComplexMatrix {
  const place = kept?.places[0];
  if (place === undefined || kept?.places.length !== 1 || place.fine.length !== 1) {
    throw new DomainError('meraCorrelations: layers with operators of one site required');
  }
  const [fine, coarse] = [place.fine, place.coarse].map((legs) => sizeOf(legs.map((leg) => unit.dimensions[leg]!)));
  const { ascend } = programsOf(unit, [{ ...place, kinds: [0, 0] }], [fine! ** 2], [coarse! ** 2]);
  const [interleaved] = run(ascend, [operator.interleaved, ...tensorsOf(unit, theta)]);
  return { rows: coarse!, cols: coarse!, interleaved: interleaved! };
}
