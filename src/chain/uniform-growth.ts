/** @file More or fewer states on the bonds of a chain without end, in whole multiplets. */

import type { ComplexArray, ComplexMatrix } from '../linalg/complex.ts';
import { zeroMatrix } from '../linalg/complex.ts';
import { adjoint, diagonalMatrix, multiply, sideBySide } from '../linalg/matrix.ts';
import { qr } from '../linalg/qr.ts';
import { randomStream } from '../linalg/random.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import { tall, type UniformTensors, wide, withTerm } from './uniform-tensors.ts';

/** Neighbouring values closer than this belong to one multiplet. */
const APART = 3e-3;

/** A chain with more states on its bonds. */
export interface Growth {
  /** Of the same state, with zeros in C for what is new. */
  readonly tensors: UniformTensors;
  /** What the term makes of the state in each new direction, descending; none where nothing was added. */
  readonly weights: Float64Array;
}

/**
 * The bond grown by the directions outside of the tangent space that the term leads to, N_L† h(A_L C A_R) N_R† = UΣV† with N_L and N_R
 * orthogonal to A_L and A_R:
 *
 *     A_L → (A_L  N_L U),   A_R → (A_R; V† N_R).
 *
 * @param most - largest new bond
 * @param least - smallest weight
 *
 * @see Zauner-Stauber et al., Phys. Rev. B 97, 045145 (2018), app. B
 */
export function grown(tensors: UniformTensors, term: ComplexMatrix, most: number, least: number): Growth {
  const { left, right, centre } = tensors;
  const D = centre.rows;
  const besideLeft = orthogonalColumns(tall(left));
  const besideRight = orthogonalColumns(adjoint(wide(right)));
  const pair = withTerm(term, left, { ...right, interleaved: multiply(centre, wide(right)).interleaved });
  const outside = multiply(multiply(besideLeft, pair, { adjointA: true }), besideRight);
  const { u, values, v } = singularValueDecomposition(outside);
  const heavy = values.filter((value) => value >= least).length;
  const count = wholeMultiplets(values, Math.min(heavy, most - D));
  const newLeft = multiply(besideLeft, firstColumns(u, count));
  const newRight = adjoint(multiply(besideRight, firstColumns(v, count)));
  return {
    tensors: {
      left: padded(left, D + count, sideBySide(tall(left), newLeft)),
      right: taller(right, D + count, newRight),
      centre: larger(centre, D + count),
    },
    weights: values.slice(0, count),
  };
}

/** The greatest number up to `most` of descending values that leaves no multiplet incomplete. */
export function wholeMultiplets(values: Float64Array, most: number): number {
  let count = most;
  while (count > 0 && count < values.length && values[count - 1]! < (1 + APART) * values[count]!) count--;
  return count;
}

/** The tensor at the centre and C with only the greatest Schmidt values, C diagonal. */
export function cut(
  { left, centre }: UniformTensors,
  count: number,
): { readonly site: Float64Array; readonly centre: ComplexMatrix } {
  const [D, d] = left.shape as [number, number, number];
  const { u, values, v } = singularValueDecomposition(centre);
  const [before, after] = [firstColumns(u, count), firstColumns(v, count)];
  const whole = multiply(multiply(tall(left), centre), after); // A_C V
  const turned = multiply(before, { rows: D, cols: d * count, interleaved: whole.interleaved }, { adjointA: true });
  return { site: turned.interleaved, centre: diagonalMatrix(values.subarray(0, count)) };
}

/** Orthonormal columns orthogonal to those of an isometry, real where it is. */
export function orthogonalColumns(isometry: ComplexMatrix): ComplexMatrix {
  const { rows, cols, interleaved } = isometry;
  const stream = randomStream(1, 'complement');
  const isComplex = interleaved.some((x, k) => k % 2 === 1 && x !== 0);
  const further = zeroMatrix(rows, rows - cols);
  for (let k = 0; k < further.interleaved.length; k += isComplex ? 1 : 2) further.interleaved[k] = stream.normal();
  const { q } = qr(sideBySide(isometry, further));
  return { rows, cols: rows - cols, interleaved: columns(q, cols, rows) };
}

const firstColumns = (a: ComplexMatrix, count: number): ComplexMatrix => ({
  rows: a.rows,
  cols: count,
  interleaved: columns(a, 0, count),
});

function columns({ rows, cols, interleaved }: ComplexMatrix, from: number, to: number): Float64Array {
  const out = new Float64Array(2 * rows * (to - from));
  for (let row = 0; row < rows; row++) {
    out.set(interleaved.subarray(2 * (row * cols + from), 2 * (row * cols + to)), 2 * row * (to - from));
  }
  return out;
}

/** The rows of A_L (wider already) with zeros below. */
function padded({ shape }: ComplexArray, D: number, { interleaved }: ComplexMatrix): ComplexArray {
  const out = new Float64Array(2 * D * shape[1]! * D);
  out.set(interleaved);
  return { shape: [D, shape[1]!, D], interleaved: out };
}

/** A_R with zeros on the right, and new rows below, whose right bond is the old one too. */
function taller(right: ComplexArray, D: number, below: ComplexMatrix): ComplexArray {
  const [old, d] = right.shape as [number, number, number];
  const out = new Float64Array(2 * D * d * D);
  for (let row = 0; row < D; row++) {
    const [from, at] = row < old ? [right.interleaved, row] : [below.interleaved, row - old];
    for (let s = 0; s < d; s++) {
      out.set(from.subarray(2 * old * (at * d + s), 2 * old * (at * d + s + 1)), 2 * D * (row * d + s));
    }
  }
  return { shape: [D, d, D], interleaved: out };
}

function larger({ rows, interleaved }: ComplexMatrix, D: number): ComplexMatrix {
  const out = zeroMatrix(D, D);
  for (let row = 0; row < rows; row++) {
    out.interleaved.set(interleaved.subarray(2 * rows * row, 2 * rows * (row + 1)), 2 * D * row);
  }
  return out;
}
