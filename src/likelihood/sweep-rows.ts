/** @file What the data say to two neighbouring tensors of a chain: the rest of the chain contracted with every row. */

import { currentEngine } from '../engine/engine.ts';
import type { RootRows, RowTree } from '../engine/row-tree.ts';
import type { ComplexArray } from '../linalg/complex.ts';
import type { Objective } from '../optimise/objective.ts';
import type { DiscreteRows } from './discrete-rows.ts';
import type { RowWeights } from './likelihood-arguments.ts';
import { entriesOfMatrices, even, matricesOfTensor, matrixMap } from './node-matrices.ts';

/** Amplitudes of one side of the chain on its bond, for every row: shape (rows, width), times 2^exponents. */
export interface SideRows extends RootRows {
  readonly width: number;
}

/** A side without sites. */
export function emptySide(count: number): SideRows {
  const rows = Float64Array.from({ length: 2 * count }, (_, k) => (k + 1) % 2);
  return { rows, exponents: new Int32Array(count), width: 2 };
}

/**
 * A side with one more site.
 *
 * @param tensor - axes (left, site, right); read from the right if `fromRight`
 */
export function grownSide(
  side: SideRows,
  { shape, interleaved }: ComplexArray,
  { digits, count, dimensions }: DiscreteRows,
  site: number,
  real: boolean,
  fromRight: boolean,
): SideRows {
  const [left, values, right] = shape as [number, number, number];
  const tensor = fromRight ? currentEngine().permute(interleaved, shape, [2, 1, 0]) : interleaved;
  const [bond, parent] = fromRight ? [right, left] : [left, right];
  const map = matrixMap({ bonds: [bond], values: [values], parent }, real);
  const matrices = new Float64Array(map.from.length);
  matricesOfTensor(map, tensor, matrices, 0);
  const width = real ? even(parent) : 2 * parent;
  const tree: RowTree = {
    sites: dimensions.length,
    inputs: [side.width],
    nodes: [{ kind: 'matrix', source: 0, sites: [site], values: [values], width }],
    complex: !real,
  };
  const { rows, exponents } = currentEngine().runRows(tree, matrices, { count, digits, inputs: [side.rows] });
  return { rows, exponents: exponents.map((e, r) => e + side.exponents[r]!), width };
}

/**
 * The negative log-likelihood as a function of the two tensors at sites k and k + 1, merged to one with axes
 * (left, site, site, right), the rest of the chain being isometric:
 *
 *     −Σ w log|ψ(v)|² + log‖T‖²,    ψ(v) = Σ L_a(v) T(a, v_k, v_{k+1}, b) R_b(v).
 */
export function pairObjective(
  left: SideRows,
  right: SideRows,
  shape: readonly number[],
  { digits, count, dimensions }: DiscreteRows,
  site: number,
  shares: RowWeights,
  real: boolean,
): Objective {
  const [bond, first, second, parent] = shape as [number, number, number, number];
  const values = [first, second];
  const map = matrixMap({ bonds: [bond], values, parent }, real);
  const matrices = new Float64Array(map.from.length);
  const tree: RowTree = {
    sites: dimensions.length,
    inputs: [left.width],
    nodes: [{ kind: 'matrix', source: 0, sites: [site, site + 1], values, width: right.width }],
    complex: !real,
  };
  return (pair) => {
    matricesOfTensor(map, pair, matrices, 0);
    let value = 0;
    const cotangent = ({ rows, exponents }: RootRows, start: number): Float64Array => {
      const out = new Float64Array(rows.length);
      for (let r = 0; r < exponents.length; r++) {
        const [at, other] = [r * right.width, (start + r) * right.width];
        const share = shares(start + r);
        const [re, im] = amplitude(rows, at, right.rows, other, right.width, real);
        const exponent = exponents[r]! + left.exponents[start + r]! + right.exponents[start + r]!;
        const square = re * re + im * im;
        if (share === 0) continue;
        value -= share * (Math.log(square) + 2 * exponent * Math.LN2);
        if (square === 0) continue;
        const [x, y] = [(-2 * share * re) / square, (-2 * share * im) / square];
        for (let j = 0; j < right.width; j += real ? 1 : 2) {
          if (real) out[at + j] = x * right.rows[other + j]!;
          else {
            const [a, b] = [right.rows[other + j]!, right.rows[other + j + 1]!];
            out[at + j] = x * a + y * b;
            out[at + j + 1] = y * a - x * b;
          }
        }
      }
      return out;
    };
    const { gradient } = currentEngine().runRows(tree, matrices, { count, digits, inputs: [left.rows] }, cotangent);
    const ofPair = entriesOfMatrices(map, gradient!, 0, pair.length);
    const square = pair.reduce((sum, x) => sum + x * x, 0);
    for (let e = 0; e < ofPair.length; e++) ofPair[e]! += (2 * pair[e]!) / square;
    return { value: value + Math.log(square), gradient: ofPair };
  };
}

/** Σ_j x_j y_j, without conjugation. */
function amplitude(
  x: Float64Array,
  from: number,
  y: Float64Array,
  other: number,
  width: number,
  real: boolean,
): readonly [number, number] {
  let [re, im] = [0, 0];
  for (let j = 0; j < width; j += real ? 1 : 2) {
    const [a, b] = [x[from + j]!, y[other + j]!];
    re += a * b;
    if (real) continue;
    const [c, d] = [x[from + j + 1]!, y[other + j + 1]!];
    re -= c * d;
    im += a * d + c * b;
  }
  return [re, im];
}
