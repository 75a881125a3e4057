/** @file Two-point functions of a scale-invariant network at the distances that its layers single out. */

import { DomainError } from '../../errors.ts';
import { type ComplexMatrix, sizeOf } from '../../linalg/complex.ts';
import { kronecker } from '../../linalg/matrix.ts';
import type { CriticalMera } from './critical-mera.ts';
import { chainTerm } from './critical-model.ts';
import { programsOf, run, tensorsOf } from './layer-programs.ts';
import { expectation } from './operator-product.ts';
import { layerParameters, layersOf, scaleInvariantState } from './scale-invariant-energy.ts';

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
  let current = operator;
  let density = maps[0]!.descend(densities[0]!);
  const found: MeraCorrelation[] = [];
  for (let k = 0; k <= scales; k++) {
    const value = expectation(density, kronecker(current, current))[0];
    found.push({ distance: network.fixed.branching ** k, value });
    const at = Math.min(k, layers.length - 1);
    const { unit, scaling } = layers[at]!;
    const place = scaling?.places[0];
    if (place === undefined || place.fine.length !== 1) {
      throw new DomainError('meraCorrelations: layers with operators of one site required');
    }
    const [fine, coarse] = [place.fine, place.coarse].map((legs) => sizeOf(legs.map((leg) => unit.dimensions[leg]!)));
    const { ascend } = programsOf(unit, [{ ...place, kinds: [0, 0] }], [fine! ** 2], [coarse! ** 2]);
    const [interleaved] = run(ascend, [current.interleaved, ...tensorsOf(unit, parameters[at]!)]);
    current = { rows: coarse!, cols: coarse!, interleaved: interleaved! };
    density = densities[at]!;
  }
  return found;
}
