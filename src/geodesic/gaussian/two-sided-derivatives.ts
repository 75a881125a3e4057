/** @file First and second derivatives of the end of a path on orthogonal matrices, all entries at once. */

import type { RealMatrix } from '../../linalg/matrix.ts';
import { multiplyReal } from '../../linalg/real-product.ts';
import { dot, plus, times } from '../../linalg/real-vector.ts';
import { missOf, type TurnedBases, type TwoSidedProblem, turnedBases } from './two-sided-path.ts';

/** The loss ½|x|² + μ|c|², |c|² = Σ(1 − F), to second order. */
export interface LossDerivatives {
  readonly gradient: Float64Array;
  /** Shape (P, P). */
  readonly hessian: RealMatrix;
  /** 2μJᵀr for what the end point at x + d differs from B + dB, shape (P,): what a penalty charges for the curvature of the condition. */
  readonly overshoot: (move: Float64Array, end: RealMatrix) => Float64Array;
}

/**
 * Gradient and Hessian of ½|x|² + μ|c|² for c = unit·(B − B_T). With dB = ξB, ξ = Σ_k J_k dx_k antisymmetric,
 *
 *     ∂_k |c|² = 2 unit² ⟨ξ_k, (B − B_T)Bᵀ⟩,    ∂_k∂_l |c|² = 2 unit² (⟨ξ_k, ξ_l⟩ + ⟨B − B_T, ξ_first ξ_second B⟩),
 *
 * where turns on the left come first the later they act, and turns on the right the earlier, after those on the left. J is integrated over each
 * slice, to rounding; the last term takes turns of a slice at its middle, an error of the Hessian of second order in the turn
 * of a slice, times the miss.
 *
 * Cost O(P²·d²) and O((K·d)²·d) with matrices of shape (P, P) and (P, d²/2).
 */
export function lossDerivatives(problem: TwoSidedProblem, x: Float64Array, weight: number): LossDerivatives {
  const bases = turnedBases(problem, x);
  const miss = missOf(problem, bases.end);
  const turns = turnsOf(problem, bases);
  const scale = 2 * weight * problem.unit * problem.unit;
  const hessian = gramMatrix(turns);
  const n = x.length;
  const slope = multiplyReal(miss, bases.end, { transposeB: true });
  const pulled = (torque: Float64Array): Float64Array => times(2 * scale, rowProducts(turns, torque));
  const gradient = plus(x, 1, pulled(skewCoordinates(slope.data, problem.size)));
  for (let i = 0; i < hessian.data.length; i++) hessian.data[i] = 2 * scale * hessian.data[i]!;
  addCurvature(problem, bases, multiplyReal(bases.end, miss, { transposeB: true }), { scale, out: hessian.data });
  for (let i = 0; i < n; i++) hessian.data[i * (n + 1)]! += 1;
  return {
    gradient,
    hessian,
    overshoot: (move, end) => {
      const { data } = multiplyReal(end, bases.end, { transposeB: true });
      return pulled(plus(skewCoordinates(data, problem.size), -1, columnSums(turns, move)));
    },
  };
}

/** Rows of a block of a Gram matrix. */
const BLOCK = 256;

/** M·Mᵀ, each pair of blocks once. */
export function gramMatrix({ rows, cols, data }: RealMatrix): RealMatrix {
  const out = new Float64Array(rows * rows);
  const blockAt = (from: number): RealMatrix => {
    const count = Math.min(BLOCK, rows - from);
    return { rows: count, cols, data: data.subarray(from * cols, (from + count) * cols) };
  };
  for (let i = 0; i < rows; i += BLOCK) {
    const left = blockAt(i);
    for (let j = 0; j <= i; j += BLOCK) {
      const product = multiplyReal(left, blockAt(j), { transposeB: true });
      for (let p = 0; p < product.rows; p++) {
        for (let q = 0; q < product.cols; q++) {
          const value = product.data[p * product.cols + q]!;
          out[(i + p) * rows + j + q] = value;
          out[(j + q) * rows + i + p] = value;
        }
      }
    }
  }
  return { rows, cols: rows, data: out };
}

/** M·v. */
export function rowProducts({ rows, cols, data }: RealMatrix, v: Float64Array): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => dot(data.subarray(i * cols, (i + 1) * cols), v));
}

/** Mᵀv. */
export function columnSums({ cols, data }: RealMatrix, v: Float64Array): Float64Array {
  const out = new Float64Array(cols);
  v.forEach((value, i) => {
    for (let j = 0, at = i * cols; j < cols; j++, at++) out[j]! += value * data[at]!;
  });
  return out;
}

/** The entries i < j of the antisymmetric part of a matrix. */
export function skewCoordinates(data: Float64Array, d: number): Float64Array {
  const out = new Float64Array((d * (d - 1)) / 2);
  for (let i = 0, at = 0; i < d; i++) {
    for (let j = i + 1; j < d; j++) out[at++] = (data[i * d + j]! - data[j * d + i]!) / 2;
  }
  return out;
}

/** ξ of a unit of each unknown, its entries i < j, shape (P, d(d − 1)/2). */
function turnsOf({ size: d, slices, controls, sides }: TwoSidedProblem, bases: TurnedBases): RealMatrix {
  const cols = (d * (d - 1)) / 2;
  const data = new Float64Array(slices * controls * cols);
  sides.forEach(({ a, b, control, factor }, side) => {
    const sign = side === 0 ? 1 : -1;
    for (let k = 0; k < slices; k++) {
      bases.sides[side]![k]!.nodes.forEach((rows, node) => {
        for (let e = 0; e < factor.length; e++) {
          const share = sign * factor[e]! * bases.weights[node]!;
          const [u, v] = [a[e]! * d, b[e]! * d];
          let at = (k * controls + control[e]!) * cols;
          for (let i = 0; i < d; i++) {
            const [p, q] = [share * rows[u + i]!, share * rows[v + i]!];
            for (let j = i + 1; j < d; j++, at++) data[at]! += p * rows[v + j]! - q * rows[u + j]!;
          }
        }
      });
    }
  });
  return { rows: slices * controls, cols, data };
}

/** The turned bases in the order in which their turns stand before B: left from the last slice to the first, then right. */
interface Stage {
  readonly side: 0 | 1;
  readonly slice: number;
  readonly rows: Float64Array;
}

/** out += scale·∂²⟨M, B⟩ of each pair of unknowns for constant M, with G = B Mᵀ: ⟨M, ξηB⟩ = tr(Gξη). */
function addCurvature(
  problem: TwoSidedProblem,
  bases: TurnedBases,
  G: RealMatrix,
  { scale, out }: { readonly scale: number; readonly out: Float64Array },
): void {
  const { size: d, slices } = problem;
  const order = Array.from({ length: slices }, (_, k) => k);
  const stages: readonly Stage[] = [
    ...order.toReversed().map((slice) => ({ side: 0 as const, slice, rows: bases.sides[0][slice]!.middle })),
    ...order.map((slice) => ({ side: 1 as const, slice, rows: bases.sides[1][slice]!.middle })),
  ];
  const all = new Float64Array(stages.length * d * d);
  stages.forEach(({ rows }, i) => {
    all.set(rows, i * d * d);
  });
  const stacked: RealMatrix = { rows: stages.length * d, cols: d, data: all };
  const weighted = multiplyReal(stacked, G); // rows yᵀG
  stages.forEach((first, i) => {
    const one: RealMatrix = { rows: d, cols: d, data: first.rows };
    const from = i * d * d;
    const rest = (data: Float64Array): RealMatrix => ({
      rows: (stages.length - i) * d,
      cols: d,
      data: data.subarray(from),
    });
    const products = multiplyReal(rest(all), one, { transposeB: true }).data; // y·x
    const forms = multiplyReal(rest(weighted.data), one, { transposeB: true }).data; // yᵀGx
    for (let j = i; j < stages.length; j++) {
      addPairs(problem, [first, stages[j]!], { products, forms, offset: (j - i) * d * d, scale, out });
    }
  });
}

/** tr(Gξη) of all turns of two stages, for both orders of their unknowns; within one stage, half for each order of the turns. */
function addPairs(
  { size: d, controls, sides, slices }: TwoSidedProblem,
  [first, second]: readonly [Stage, Stage],
  {
    products,
    forms,
    offset,
    scale,
    out,
  }: {
    readonly products: Float64Array;
    readonly forms: Float64Array;
    readonly offset: number;
    readonly scale: number;
    readonly out: Float64Array;
  },
): void {
  const n = slices * controls;
  const [left, right] = [sides[first.side], sides[second.side]];
  const same = first === second;
  const sign = first.side === second.side ? 1 : -1;
  for (let f = 0; f < right.factor.length; f++) {
    const [u, v] = [offset + right.a[f]! * d, offset + right.b[f]! * d];
    const share = sign * scale * right.factor[f]! * (same ? 0.5 : 1);
    const column = second.slice * controls + right.control[f]!;
    for (let e = 0; e < left.factor.length; e++) {
      const [p, q] = [left.a[e]!, left.b[e]!];
      const trace =
        products[u + q]! * forms[v + p]! -
        products[v + q]! * forms[u + p]! -
        products[u + p]! * forms[v + q]! +
        products[v + p]! * forms[u + q]!;
      const value = share * left.factor[e]! * trace;
      const row = first.slice * controls + left.control[e]!;
      out[row * n + column]! += value;
      out[column * n + row]! += value;
    }
  }
}
