/** @file The cheap first phase: one tensor after the other is replaced by the best isometry in its surroundings. */

import { scaledMatrix } from '../../linalg/matrix.ts';
import { polarFactor } from '../../linalg/polar.ts';
import { dot, plus } from '../../linalg/real-vector.ts';
import { fixedDensity, fixedOperator, identityOperator } from './fixed-point.ts';
import { gradedIsometries, readBlock, writeBlock } from './graded-isometries.ts';
import { layerMaps } from './layer-maps.ts';
import { belowZero } from './layer-preconditioner.ts';
import type { RenormalisationLayer } from './renormalisation-layer.ts';
import { type LayeredNetwork, layerParameters, layersOf } from './scale-invariant-energy.ts';

/** A round of updates. */
export interface AlternatingStep {
  readonly theta: Float64Array;
  /** Before the updates of this round, with the density of the round before: exact when it is at rest. */
  readonly energy: number;
  readonly step: number;
}

/**
 * Alternating updates, the cheap way to good energies: with the energy Tr ρA(h) as a linear function of one tensor, all its other copies held fixed, the isometry
 *
 *     W ← −UV† of the environment  ∂Tr ρA(h − λ)/∂W* = UΣV†,    λ the greatest eigenvalue of h,
 *
 * lowers it; layer by layer from the chain upwards. The density and the operator summed over scales, ρ ← D(ρ) and H ← h + A(H), are
 * brought up to date once in a round.
 *
 * @param options - `rounds`, and whether all tensors are real
 * @returns a step for each round, and at last the parameters: a start for exact gradients
 *
 * @see Evenbly & Vidal, Phys. Rev. B 79, 144108 (2009)
 */
export function* alternatingUpdates(
  network: LayeredNetwork,
  term: Float64Array,
  theta: Float64Array,
  { rounds, real = true }: { readonly rounds: number; readonly real?: boolean },
): Generator<AlternatingStep, Float64Array> {
  const layers = layersOf(network);
  const { fixed } = network;
  const x = theta.slice();
  const parameters = layerParameters(layers, x); // stretches of x, which change with it
  let density = fixedDensity(fixed, layerMaps(fixed, parameters.at(-1)!)).density;
  let sum: Float64Array | undefined;
  const [all, unit] = [identityOperator(fixed), fixedOperator(fixed)];
  for (let step = 0; step < rounds; step++) {
    const maps = layers.map((layer, k) => layerMaps(layer, parameters[k]!));
    density = maps.at(-1)!.descend(density);
    const densities = [density];
    for (const { descend } of maps.slice(1, -1).toReversed()) densities.unshift(descend(densities[0]!));
    if (maps.length > 1) densities.push(density);
    let operator = term;
    layers.slice(0, -1).forEach((layer, k) => {
      updated(layer, parameters[k]!, densities[k]!, operator, real);
      operator = layerMaps(layer, parameters[k]!).ascend(operator);
    });
    const energy = dot(density, operator);
    const centred = plus(operator, -energy, all);
    if (sum === undefined) sum = centred;
    sum = plus(centred, 1, layerMaps(fixed, parameters.at(-1)!).ascend(sum));
    sum = plus(sum, -dot(density, sum) / dot(density, unit), unit);
    updated(fixed, parameters.at(-1)!, density, sum, real);
    yield { theta: x.slice(), energy, step };
  }
  return x;
}

/** Replaces the tensors of one layer, one after the other. */
function updated(
  layer: RenormalisationLayer,
  theta: Float64Array,
  density: Float64Array,
  operator: Float64Array,
  real: boolean,
): void {
  const shifted = belowZero(layer, operator);
  for (const { offset, width, blocks } of gradedIsometries(layer)) {
    const environment = layerMaps(layer, theta).slope(density, shifted, offset);
    for (const block of blocks) {
      const own = readBlock(environment, offset, width, block, real);
      writeBlock(theta, offset, width, block, polarFactor(scaledMatrix([-1, 0], own)), real);
    }
  }
}
