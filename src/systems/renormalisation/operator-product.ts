/** @file Three-point functions of scaling operators: the coefficients of the operator product expansion. */

import { DomainError } from '../../errors.ts';
import { type Complex, type ComplexMatrix, sizeOf } from '../../linalg/complex.ts';
import { kronecker } from '../../linalg/matrix.ts';
import { fixedDensity } from './fixed-point.ts';
import { layerMaps, programsOf, run, tensorsOf } from './layer-programs.ts';
import { checkRepeats, neighbourhoods, type RenormalisationLayer } from './renormalisation-layer.ts';
import type { ScalingOperator } from './scaling-spectrum.ts';

/**
 * The coefficient C_{αβγ} of three scaling operators on neighbouring sites, from
 *
 *     ⟨φ_α(0)φ_β(1)φ_γ(2)⟩ = C_{αβγ} / (1^{Δα+Δβ−Δγ} 1^{Δβ+Δγ−Δα} 2^{Δα+Δγ−Δβ}),    ⟨φ(0)φ(1)⟩ = 1 for each of them,
 *
 * with the state of three sites averaged over places inside two coarse ones. Operators on middle sites keep their place, so that
 * the same holds at all distances 3^k. The critical Ising chain has C_σσε = ½, and 0 for an odd number of σ.
 *
 * @param operators - three local operators that are their own conjugates, as `scalingSpectrum` finds them at kept places
 * @returns up to sign: that of each operator is free
 * @throws {DomainError} a layer in which the operators do not live on one site, or neighbourhoods are not of two sites; an
 *   operator whose two-point function vanishes
 */
export function operatorProduct(
  layer: RenormalisationLayer,
  theta: Float64Array,
  operators: readonly [ScalingOperator, ScalingOperator, ScalingOperator],
): number {
  checkRepeats('operatorProduct', layer);
  const kinds = neighbourhoods(layer, 'fine');
  const isSingle = layer.scaling?.places.every(({ fine }) => fine.length === 1) === true;
  if (kinds.length !== 1 || kinds[0]!.length !== 2 || !isSingle) {
    throw new DomainError('operatorProduct: a layer with neighbourhoods of two sites and operators of one required');
  }
  const { unit, windows } = layer;
  const { density } = fixedDensity(layer, layerMaps(layer, theta));
  const size = sizeOf(kinds[0]!) ** 2;
  const triples = windows.flatMap(({ fine: [a, b] }) =>
    windows.flatMap(({ fine: [c, d], coarse }) => (b === c ? [{ fine: [a!, b!, d!], coarse }] : [])),
  );
  const tensors = tensorsOf(unit, theta);
  const three = triples.map((place) => {
    const entries = sizeOf(place.fine.map((leg) => unit.dimensions[leg]!)) ** 2;
    const { descend } = programsOf(unit, [{ ...place, kinds: [0, 0] }], [entries], [size]);
    return run(descend, [density, ...tensors])[0]!;
  });
  const [a, b, c] = operators;
  const product = kronecker(kronecker(a.operator, b.operator), c.operator);
  const values = three.map((rho) => expectation(rho, product));
  const mean = complexMean(values);
  const norms = operators.map(({ operator }) => expectation(density, kronecker(operator, operator)));
  if (norms.some((norm) => !(Math.hypot(...norm) > 1e-14))) {
    throw new DomainError('operatorProduct: operators with two-point functions that do not vanish required');
  }
  const scale = Math.sqrt(norms.reduce((all, norm) => all * Math.hypot(...norm), 1));
  return (Math.hypot(...mean) / scale) * 2 ** (a.dimension + c.dimension - b.dimension);
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

const complexMean = (values: readonly Complex[]): Complex => [
  values.reduce((sum, [re]) => sum + re, 0) / values.length,
  values.reduce((sum, [, im]) => sum + im, 0) / values.length,
];
