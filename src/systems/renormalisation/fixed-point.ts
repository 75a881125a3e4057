/** @file What a layer that repeats itself leaves unchanged, and what an operator adds up to over all scales. */

import { gmres } from '../../linalg/gmres.ts';
import { addTo, dot, plus, times } from '../../linalg/real-vector.ts';
import type { LayerMaps } from './layer-maps.ts';
import { neighbourhoods, operatorSizes, type RenormalisationLayer } from './renormalisation-layer.ts';

/** A fixed point, and how well it is one. */
export interface FixedPoint {
  /** ρ* of all kinds of neighbourhoods, weighted by their shares, of trace 1 in all. */
  readonly density: Float64Array;
  readonly residual: number;
  /** Applications of the layer. */
  readonly steps: number;
}

/** Residual at which a fixed point or a sum over scales is found, and the most applications. */
const TOLERANCE = 1e-13;
const MOST_STEPS = 300;

/**
 * The density that the layer leaves as it is, D(ρ*) = ρ*, from (1 − D)x = D(ρ₀) − ρ₀ with ρ₀ maximally mixed.
 */
export function fixedDensity(layer: RenormalisationLayer, maps: LayerMaps): FixedPoint {
  const [mixed, above] = [mixedDensity(layer), fixedOperator(layer)];
  const { density, residual, steps } = maps.repeated('descend', [mixed], ({ apply: descend, short, long }) => {
    const [start, unit] = [short(mixed), short(above)];
    const scale = 1 / dot(unit, start);
    // D without its eigenvalue 1: the identity is its left eigenvector.
    const apply = (x: Float64Array): Float64Array => {
      const image = plus(x, -1, descend(x));
      addTo(image, scale * dot(unit, x), start);
      return image;
    };
    const right = plus(descend(start), -1, start);
    const { value, steps } = gmres(apply, right, { tolerance: TOLERANCE, maxSteps: MOST_STEPS });
    return { density: long(plus(start, 1, value.x)), residual: value.residual, steps };
  });
  return { density: times(1 / dot(identityOperator(layer), density), density), residual, steps };
}

/**
 * H = Σ_k A^k(h − E): the operator with (1 − A)H = h − E and Tr ρ*H = 0, by Krylov's method with the identity projected out.
 */
export function summedOverScales(
  layer: RenormalisationLayer,
  maps: LayerMaps,
  density: Float64Array,
  operator: Float64Array,
): { readonly operator: Float64Array; readonly mean: number; readonly residual: number } {
  const [all, above] = [identityOperator(layer), fixedOperator(layer)];
  const mean = dot(density, operator);
  return maps.repeated('ascend', [operator, density], ({ apply: ascend, short, long }) => {
    const [unit, state] = [short(above), short(density)];
    const scale = 1 / dot(state, unit);
    const apply = (x: Float64Array): Float64Array => {
      const image = plus(x, -1, ascend(x));
      addTo(image, scale * dot(state, x), unit);
      return image;
    };
    const right = short(plus(operator, -mean, all));
    const { value } = gmres(apply, right, { tolerance: TOLERANCE, maxSteps: MOST_STEPS });
    return { operator: long(value.x), mean, residual: value.residual };
  });
}

/** 1 on every kind of neighbourhood. */
export const identityOperator = (layer: RenormalisationLayer, side: 'fine' | 'coarse' = 'coarse'): Float64Array =>
  multiples(
    layer,
    side,
    operatorSizes(layer, side).map(() => 1),
  );

/** The multiple of the identity on each kind that A leaves as it is. */
export function fixedOperator(layer: RenormalisationLayer): Float64Array {
  return multiples(layer, 'coarse', fixedShares(layer).operator);
}

/** The maximally mixed state of every kind, weighted by its share. */
export function mixedDensity(layer: RenormalisationLayer): Float64Array {
  const sizes = operatorSizes(layer, 'coarse').map(Math.sqrt);
  return multiples(
    layer,
    'coarse',
    fixedShares(layer).density.map((share, k) => share / sizes[k]!),
  );
}

/** Shares of the kinds among all neighbourhoods, which D leaves, and the constants which A leaves. */
export function fixedShares({ windows, branching }: RenormalisationLayer): {
  readonly density: readonly number[];
  readonly operator: readonly number[];
} {
  const count = 1 + Math.max(...windows.map(({ kinds = [0, 0] }) => Math.max(...kinds)));
  let [density, operator] = [new Array<number>(count).fill(1 / count), new Array<number>(count).fill(1)];
  for (let k = 0; k < 60; k++) {
    const [next, above] = [new Array<number>(count).fill(0), new Array<number>(count).fill(0)];
    for (const { kinds: [fine, coarse] = [0, 0] } of windows) {
      next[fine] = next[fine]! + density[coarse]! / branching;
      above[coarse] = above[coarse]! + operator[fine]! / branching;
    }
    [density, operator] = [next, above];
  }
  return { density, operator };
}

function multiples(layer: RenormalisationLayer, side: 'fine' | 'coarse', factors: readonly number[]): Float64Array {
  const matrices = neighbourhoods(layer, side).map((dimensions, kind) => {
    const size = dimensions.reduce((product, d) => product * d, 1);
    const matrix = new Float64Array(2 * size * size);
    for (let i = 0; i < size; i++) matrix[2 * i * (size + 1)] = factors[kind]!;
    return matrix;
  });
  const out = new Float64Array(matrices.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const matrix of matrices) {
    out.set(matrix, offset);
    offset += matrix.length;
  }
  return out;
}
