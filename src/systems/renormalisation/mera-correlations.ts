/** @file Two-point functions of layered networks at the distances that their layers single out. */

import { ShapeError } from '../../errors.ts';
import { type ComplexMatrix, identityMatrix, sizeOf } from '../../linalg/complex.ts';
import { kronecker } from '../../linalg/matrix.ts';
import { correlator } from './constellations.ts';
import type { CriticalMera } from './critical-mera.ts';
import { chainTerm } from './critical-model.ts';
import { fixedShares } from './fixed-point.ts';
import { climbed, keptPairs, kindsOf, placeDimensions } from './kept-pairs.ts';
import { operatorParts } from './layer-programs.ts';
import { expectation } from './operator-product.ts';
import { operatorSizes, type RenormalisationLayer } from './renormalisation-layer.ts';
import { layerParameters, layersOf, scaleInvariantState } from './scale-invariant-energy.ts';
import { type ThermalMera, thermalDensities } from './thermal-mera.ts';

/** A two-point function at one distance. */
export interface MeraCorrelation {
  /** In sites of the lowest layer. */
  readonly distance: number;
  readonly value: number;
}

/**
 * ⟨o_x o_y⟩ of sites at kept places, at distances r₀b^k: each operator climbs k layers by itself, where the two are r₀ sites apart and meet
 * below a neighbourhood. r₀ is 1 in the ternary layer, 2 in both binary ones. Averaged over the pairs of places there, their kinds, and
 * the sites of a place. At greater distances a power law with the scaling dimension of the layer.
 *
 * @param operator - Hermitian, on one site of the lowest layer
 * @param scales - greatest k
 * @throws {ShapeError} an operator that does not fit a site
 * @throws {DomainError} layers of one's own that name no pairs of kept places
 */
export function meraCorrelations(
  { model, shape, network, theta }: Pick<CriticalMera, 'model' | 'shape' | 'network' | 'theta'>,
  operator: ComplexMatrix,
  scales: number,
): readonly MeraCorrelation[] {
  const layers = layersOf(network);
  const parameters = layerParameters(layers, theta);
  const { densities } = scaleInvariantState(network, theta, chainTerm(model, layers[0]!, shape.block));
  const path = Array.from({ length: scales + 1 }, (_, k): Level => {
    const own = Math.min(k, layers.length - 1); // the last layer as often as it is needed
    return { layer: layers[own]!, theta: parameters[own]!, above: densities[own]! };
  });
  return alongPath('meraCorrelations', path, operator).found;
}

/**
 * The same for a thermal network, up to the distance r₀b^T: there sites are r₀ apart at the top, in a product state, and
 * farther ones are not correlated at all. The causal cones of the two sites end at the horizon before they meet.
 *
 * @throws {ShapeError} an operator that does not fit a site
 */
export function thermalCorrelations(thermal: ThermalMera, operator: ComplexMatrix): readonly MeraCorrelation[] {
  const { layers, x } = thermal;
  const count = layers.reduce((sum, { unit }) => sum + unit.parameters, 0);
  const parameters = layerParameters(layers, x.subarray(0, count));
  const densities = thermalDensities(thermal);
  const path = layers.map((layer, k) => ({ layer, theta: parameters[k]!, above: densities[k + 1]! }));
  const { found, last } = alongPath('thermalCorrelations', path, operator);
  const { layer, above } = path.at(-1)!;
  const [top] = normalisedParts(layer, above);
  const squares = last.flat().map((own) => {
    const others = identityMatrix(Math.sqrt(top!.length / 2) / own.rows);
    return expectation(top!, kronecker(own, others))[0] ** 2;
  });
  return [...found, { distance: layer.branching * found.at(-1)!.distance, value: mean(squares) }];
}

/** A layer on the way up, and the densities of the neighbourhoods above it. */
interface Level {
  readonly layer: RenormalisationLayer;
  readonly theta: Float64Array;
  readonly above: Float64Array;
}

/** Operators climb layer by layer; in each they meet. At last they are those above all layers, by kind of place and site of it. */
function alongPath(caller: string, path: readonly Level[], operator: ComplexMatrix) {
  let operators = placed(caller, path[0]!.layer, operator);
  let scale = 1;
  const found = path.map((level): MeraCorrelation => {
    const { layer, theta } = level;
    const densities = normalisedParts(layer, level.above);
    const groups = keptPairs(caller, layer);
    const values = groups.flatMap(({ kind, pairs }) =>
      pairs.flatMap((pair) =>
        operators[kind]!.map((own) => correlator(layer.unit, theta, pair, [own, own], densities[pair.kind]!)[0]),
      ),
    );
    const distance = groups[0]!.distance * scale;
    scale *= layer.branching;
    const above: ComplexMatrix[][] = [];
    for (const place of layer.kept!.places) {
      const [fine, coarse] = kindsOf(place);
      above[coarse] = operators[fine]!.map((own) => climbed(layer, theta, place, own));
    }
    operators = above;
    return { distance, value: mean(values) };
  });
  return { found, last: operators };
}

/** The operator at each site of the places of each kind. */
function placed(caller: string, layer: RenormalisationLayer, operator: ComplexMatrix): readonly ComplexMatrix[][] {
  keptPairs(caller, layer);
  const operators: ComplexMatrix[][] = [];
  for (const place of layer.kept!.places) {
    const dimensions = placeDimensions(layer, place, 'fine');
    if (dimensions.some((d) => d !== operator.rows || d !== operator.cols)) {
      throw new ShapeError(
        `${caller}: an operator on sites of dimension ${dimensions} required, got ${operator.rows}×${operator.cols}`,
      );
    }
    operators[kindsOf(place)[0]] = dimensions.map((_, k) => {
      const [left, right] = [dimensions.slice(0, k), dimensions.slice(k + 1)].map((own) => identityMatrix(sizeOf(own)));
      return kronecker(left!, kronecker(operator, right!));
    });
  }
  return operators;
}

/** Densities of trace 1 of the coarse neighbourhoods of each kind. */
function normalisedParts(layer: RenormalisationLayer, density: Float64Array): readonly Float64Array[] {
  const shares = fixedShares(layer).density;
  const parts = operatorParts(density, operatorSizes(layer, 'coarse'));
  return parts.map((part, kind) => part.map((x) => x / shares[kind]!));
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
