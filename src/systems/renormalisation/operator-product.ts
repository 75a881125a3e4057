/** @file Three-point functions of scaling operators: the coefficients of the operator product expansion. */

import { DomainError } from '../../errors.ts';
import { type Complex, type ComplexMatrix, sizeOf } from '../../linalg/complex.ts';
import type { TensorNetwork } from '../../network/tensor-network.ts';
import { correlator } from './constellations.ts';
import { fixedDensity, fixedShares } from './fixed-point.ts';
import { layerMaps } from './layer-maps.ts';
import { operatorParts } from './layer-programs.ts';
import { type Constellation, checkRepeats, operatorSizes, type RenormalisationLayer } from './renormalisation-layer.ts';
import type { ScalingOperator } from './scaling-spectrum.ts';

/**
 * The coefficient C_{αβγ} of three scaling operators at kept places next to each other, from
 *
 *     ⟨φ_α(0)φ_β(1)φ_γ(2)⟩ = C_{αβγ} / (1^{Δα+Δβ−Δγ} 1^{Δβ+Δγ−Δα} 2^{Δα+Δγ−Δβ}),    ⟨φ(0)φ(1)⟩ = 1 for each of them,
 *
 * averaged over the places that the layer names (`kept.products`): neighbouring sites in the ternary layer, every second one
 * in the modified binary one, pairs of sites below neighbouring disentanglers in the binary one. Operators keep their place, so
 * that the same holds at all distances b^k. The critical Ising chain has C_σσε = ½, and 0 for an odd number of σ.
 *
 * @param operators - three local operators that are their own conjugates, as `scalingSpectrum` finds them at kept places
 * @returns up to sign: that of each operator is free
 * @throws {DomainError} a layer without pairs and triples, operators of other places; an operator whose two-point function vanishes
 */
export function operatorProduct(
  layer: RenormalisationLayer,
  theta: Float64Array,
  operators: readonly [ScalingOperator, ScalingOperator, ScalingOperator],
): number {
  checkRepeats('operatorProduct', layer);
  const products = (layer.kept?.products ?? []).filter(({ triples }) => triples.length > 0);
  if (products.length === 0) throw new DomainError('operatorProduct: a layer with products of kept places required');
  const densities = operatorParts(fixedDensity(layer, layerMaps(layer, theta)).density, operatorSizes(layer, 'coarse'));
  const shares = fixedShares(layer).density;
  const mean = (constellations: readonly Constellation[], all: readonly ScalingOperator[]): number => {
    let [re, im] = [0, 0];
    for (const constellation of constellations) {
      const { unit = layer.unit, operators: places, kind } = constellation;
      const matrices = places.map((place, k) => matrixAt(unit, all[k]!, place));
      const value = correlator(unit, theta, constellation, matrices, densities[kind]!);
      re += value[0] / (shares[kind]! * constellations.length);
      im += value[1] / (shares[kind]! * constellations.length);
    }
    return Math.hypot(re, im);
  };
  const [a, b, c] = operators;
  const coefficients = products.map(({ pairs, triples }) => {
    const norms = operators.map((operator) => mean(pairs, [operator, operator]));
    if (norms.some((norm) => !(norm > 1e-14))) {
      throw new DomainError('operatorProduct: operators with two-point functions that do not vanish required');
    }
    return mean(triples, operators) / Math.sqrt(norms[0]! * norms[1]! * norms[2]!);
  });
  const distant = 2 ** (a.dimension + c.dimension - b.dimension);
  return (distant * coefficients.reduce((sum, x) => sum + x, 0)) / coefficients.length;
}

/** The matrix of an operator at a place of some kind. */
function matrixAt(
  { dimensions }: TensorNetwork,
  { operators }: ScalingOperator,
  { legs, kind }: Constellation['operators'][number],
): ComplexMatrix {
  const rows = sizeOf(legs.map((leg) => dimensions[leg]!));
  const matrix = operators[kind];
  if (matrix?.rows !== rows) {
    throw new DomainError(`operatorProduct: operators of ${rows} rows at kept places required, got ${matrix?.rows}`);
  }
  return matrix;
}

/** Tr ρO for a Hermitian ρ. */
export function expectation(rho: Float64Array, { interleaved }: ComplexMatrix): Complex {
  let [re, im] = [0, 0];
  for (let k = 0; k < rho.length; k += 2) {
    re += rho[k]! * interleaved[k]! + rho[k + 1]! * interleaved[k + 1]!;
    im += rho[k]! * interleaved[k + 1]! - rho[k + 1]! * interleaved[k]!;
  }
  return [re, im];
}
