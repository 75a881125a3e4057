/** @file The energy of a scale-invariant network per site of an infinite chain, and its exact gradient. */

import { ShapeError } from '../../errors.ts';
import { dot } from '../../linalg/real-vector.ts';
import type { Objective } from '../../optimise/objective.ts';
import { fixedDensity, summedOverScales } from './fixed-point.ts';
import { type LayerMaps, layerMaps } from './layer-maps.ts';
import { checkRepeats, operatorSizes, type RenormalisationLayer } from './renormalisation-layer.ts';

/** Layers from the chain upwards; the last one repeats itself for ever. */
export interface LayeredNetwork {
  readonly transitional: readonly RenormalisationLayer[];
  readonly fixed: RenormalisationLayer;
}

/** The layers in order. */
export const layersOf = ({ transitional, fixed }: LayeredNetwork): readonly RenormalisationLayer[] => [
  ...transitional,
  fixed,
];

/** Parameters of each layer. */
export function layerParameters(layers: readonly RenormalisationLayer[], theta: Float64Array): readonly Float64Array[] {
  const wanted = layers.reduce((sum, { unit }) => sum + unit.parameters, 0);
  if (theta.length !== wanted) {
    throw new ShapeError(`renormalisation layers: ${wanted} parameters required, got ${theta.length}`);
  }
  let offset = 0;
  return layers.map(({ unit }) => {
    offset += unit.parameters;
    return theta.subarray(offset - unit.parameters, offset);
  });
}

/** What the energy is made of. */
export interface ScaleInvariantState {
  readonly maps: readonly LayerMaps[];
  /** Operator below each layer: h, A(h), A(A(h)) …. */
  readonly operators: readonly Float64Array[];
  /** Density above each layer; the last one is ρ*. */
  readonly densities: readonly Float64Array[];
  readonly energy: number;
  /** Of the fixed point. */
  readonly residual: number;
}

/** Operators on their way up and densities on their way down. */
export function scaleInvariantState(
  network: LayeredNetwork,
  theta: Float64Array,
  term: Float64Array,
): ScaleInvariantState {
  const layers = layersOf(network);
  const parameters = layerParameters(layers, theta);
  const maps = layers.map((layer, k) => layerMaps(layer, parameters[k]!));
  const operators = [term];
  for (const { ascend } of maps.slice(0, -1)) operators.push(ascend(operators.at(-1)!));
  const { density, residual } = fixedDensity(network.fixed, maps.at(-1)!);
  const densities = [density];
  // Above the last transitional layer is the fixed point, as above and below the layer that repeats itself.
  for (const { descend } of maps.slice(1, -1).toReversed()) densities.unshift(descend(densities[0]!));
  if (maps.length > 1) densities.push(density);
  return { maps, operators, densities, energy: dot(density, operators.at(-1)!), residual };
}

/**
 * The energy per site Tr ρ*h of a scale-invariant network on an infinite chain as a function of the parameters of all layers,
 * from the chain upwards, with its exact gradient:
 *
 *     dE = Σ_k Tr ρ_k dA_k(h_k) + Tr ρ* dA(H),    H = Σ_j A^j(h − E),    (1 − A)H = h − E.
 *
 * An upper bound of the energy of the ground state. Minimise it on `layerManifold`.
 *
 * @param network - `transitional` layers may change the dimension of sites, `fixed` may not
 * @param term - h of the neighbourhoods of the lowest layer, matrix after matrix, as `chainTerm` gives it; per site
 * @throws {ShapeError} layers that do not fit on each other, a term or parameters of another size
 *
 * Some 15 to 30 applications of the last layer each way, O(χ⁸) each in the ternary one.
 *
 * @see Evenbly & Vidal, arXiv:1109.5334 (2011), for the network; Hauru, Van Damme & Haegeman, arXiv:2007.03638 (2020)
 */
export function scaleInvariantEnergy(network: LayeredNetwork, term: Float64Array): Objective {
  checkNetworkOfLayers('scaleInvariantEnergy', network, term);
  return (theta) => {
    const { maps, operators, densities, energy } = scaleInvariantState(network, theta, term);
    const gradient = new Float64Array(theta.length);
    let offset = 0;
    maps.forEach((map, k) => {
      const isFixed = k + 1 === maps.length;
      const operator = isFixed
        ? summedOverScales(network.fixed, map, densities[k]!, operators[k]!).operator
        : operators[k]!;
      const slope = map.slope(densities[k]!, operator);
      gradient.set(slope, offset);
      offset += slope.length;
    });
    return { value: energy, gradient };
  };
}

/** @throws {ShapeError} layers that do not fit on each other, or a term that does not fit the first */
export function checkNetworkOfLayers(caller: string, network: LayeredNetwork, term: Float64Array): void {
  checkRepeats(caller, network.fixed);
  const layers = layersOf(network);
  layers.slice(1).forEach((layer, k) => {
    const [below, above] = [operatorSizes(layers[k]!, 'coarse'), operatorSizes(layer, 'fine')];
    if (`${below}` !== `${above}`) {
      throw new ShapeError(`${caller}: operators of ${below} entries required below layer ${k + 1}, got ${above}`);
    }
  });
  const wanted = 2 * operatorSizes(layers[0]!, 'fine').reduce((sum, size) => sum + size, 0);
  if (term.length !== wanted) {
    throw new ShapeError(`${caller}: a term of ${wanted} numbers required, got ${term.length}`);
  }
}
