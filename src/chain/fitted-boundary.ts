/** @file The boundary below a row of a two-dimensional network, fitted at once to the row and the boundary above it. */

import { inputOf, joined, named, newTape, programFor, programOf } from '../contraction/program-tape.ts';
import { currentEngine } from '../engine/engine.ts';
import type { ProductProgram } from '../engine/product-program.ts';
import { type ComplexArray, type ComplexMatrix, sizeOf } from '../linalg/complex.ts';
import { keptValues, leadingColumns, type Truncation } from '../linalg/kept-values.ts';
import { adjoint, multiply } from '../linalg/matrix.ts';
import { qr } from '../linalg/qr.ts';
import type { RandomStream } from '../linalg/random.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import { conjugate, type Row } from './grid-rows.ts';

/** A boundary of norm 1 with tensors (a, u, u, b), in its Schmidt form: v = U_0 … U_{c−1} s_c V_c … V_{n−1} at every bond. */
export interface FittedBoundary {
  /** s_1 of norm 1 within U_0 s_1 first, then V_1, V_2, …. */
  readonly tensors: readonly ComplexArray[];
  /** U_0, U_1, …, and for the last column U_{n−1}s_n = s_{n−1}V_{n−1}. */
  readonly isometries: readonly ComplexArray[];
  /** s_c for the bond on the left of column c, [1] for the first. */
  readonly values: readonly Float64Array[];
  /** Logarithm of the factor that was taken out, those of the boundaries above included. */
  readonly log: number;
  /** √(weight of the values next to those kept), of a boundary of norm 1. */
  readonly dropped: number;
}

/** Bonds of the fit beyond those that are kept. */
const EXTRA = 6;

const ONE: ComplexArray = { shape: [1, 1, 1, 1], interleaved: Float64Array.of(1, 0) };

/** The boundary above the first row. */
export const outerBoundary = (columns: number): FittedBoundary => {
  const tensors = new Array<ComplexArray>(columns).fill(ONE);
  return { tensors, isometries: tensors, values: tensors.map(() => Float64Array.of(1)), log: 0, dropped: 0 };
};

/**
 * The boundary below a row, of bond χ: from random chains on the right, isometries from the left, and with these, isometries from
 * the right. Those span what singular values of the whole product would, up to what is dropped there.
 *
 *     g ─E─a─ a ─E─ h      E: the row and boundary above with the isometries on that side
 *        ├─A─═A══┤
 *          d  d
 *
 * Cost O(χ³ D⁴ + χ² D⁶ d) for each column.
 */
export function fittedBoundary(
  above: Pick<FittedBoundary, 'tensors' | 'log'>,
  row: Row,
  others: Row,
  truncation: Truncation,
  stream: RandomStream,
): FittedBoundary {
  const n = row.length;
  const bras = others.map(conjugate);
  const limits = bondLimits(above.tensors, row, truncation.bond + EXTRA);
  const right = new Array<ComplexArray>(n + 1).fill(ONE);
  const kernelAt = (c: number): ComplexArray => kernel(above.tensors[c]!, row[c]!, bras[c]!, right[c + 1]!);
  const kernels = new Array<ComplexArray>(n);
  for (let c = n - 1; c >= 0; c--) {
    kernels[c] = kernelAt(c);
    const d = row[c]!.shape[4]!;
    if (c > 0) right[c] = withChain(kernels[c]!, randomArray([limits[c]!, d, d, limits[c + 1]!], stream)).array;
  }
  const left = [ONE];
  for (let c = 0; c + 1 < n; c++) {
    const centre = onKernel(left[c]!, kernels[c]!);
    const { q } = qr(asMatrix(centre, 3));
    const U = { shape: [...centre.shape.slice(0, 3), q.cols], interleaved: q.interleaved };
    left.push(fromLeft(left[c]!, above.tensors[c]!, row[c]!, bras[c]!, U));
  }
  let log = above.log;
  const chain = new Array<ComplexArray>(n);
  for (let c = n - 1; c >= 0; c--) {
    if (c < n - 1) kernels[c] = kernelAt(c);
    const centre = onKernel(left[c]!, kernels[c]!);
    if (c === 0) chain[0] = centre;
    else {
      const { q } = qr(adjoint(asMatrix(centre, 1)));
      chain[c] = { shape: [q.cols, ...centre.shape.slice(1)], interleaved: adjoint(q).interleaved };
      const next = withChain(kernels[c]!, chain[c]!);
      right[c] = next.array;
      log += next.log;
    }
  }
  return schmidtForm(chain, log, truncation);
}

/** Bonds of the fit: no more than both sides of a bond can span. */
function bondLimits(above: readonly ComplexArray[], row: Row, most: number): readonly number[] {
  const n = row.length;
  const limits = new Array<number>(n + 1).fill(1);
  for (let c = 1; c < n; c++) {
    const [l, d] = [row[c]!.shape[1]!, row[c - 1]!.shape[4]!];
    limits[c] = Math.min(most, above[c]!.shape[0]! * l * l, limits[c - 1]! * d * d);
  }
  for (let c = n - 1; c > 0; c--) limits[c] = Math.min(limits[c]!, limits[c + 1]! * row[c]!.shape[4]! ** 2);
  return limits;
}

/** A chain truncated to its largest singular values, of norm 1. */
function schmidtForm(chain: readonly ComplexArray[], log: number, truncation: Truncation): FittedBoundary {
  const n = chain.length;
  const firsts: ComplexMatrix[] = [];
  let last = chain[0]!;
  for (let c = 0; c + 1 < n; c++) {
    const { q, r } = qr(asMatrix(last, 3));
    firsts.push(q);
    last = multipliedLeft(r, chain[c + 1]!);
  }
  const tensors = new Array<ComplexArray>(n);
  const values = new Array<Float64Array>(n).fill(Float64Array.of(1));
  const size = norm(last.interleaved) || 1;
  let dropped = 0;
  for (let c = n - 1; c > 0; c--) {
    const { u, values: all, v } = singularValueDecomposition(asMatrix(last, 1));
    const kept = keptValues(all, truncation);
    for (const s of all.subarray(kept)) dropped += (s / size) ** 2;
    values[c] = all.slice(0, kept);
    tensors[c] = { shape: [kept, ...last.shape.slice(1)], interleaved: adjoint(leadingColumns(v, kept)).interleaved };
    const { rows, interleaved } = multiply(firsts[c - 1]!, scaledColumns(leadingColumns(u, kept), values[c]!));
    const [d, D] = chain[c - 1]!.shape.slice(1, 3) as [number, number];
    last = { shape: [rows / (d * D), d, D, kept], interleaved };
  }
  const whole = norm(last.interleaved);
  const scale = whole || 1;
  tensors[0] = { shape: last.shape, interleaved: last.interleaved.map((x) => x / scale) };
  const units = values.map((own, c) => (c === 0 ? own : own.map((s) => s / scale)));
  const isometries = tensors.map((tensor, c): ComplexArray => {
    const centre = scaledRows(tensor, units[c]!);
    if (c === n - 1) return centre;
    return { shape: centre.shape, interleaved: qr(asMatrix(centre, 3)).q.interleaved };
  });
  return { tensors, isometries, values: units, log: log + Math.log(whole), dropped: Math.sqrt(dropped) };
}

/** The rows of a tensor times factors. */
export function scaledRows({ shape, interleaved }: ComplexArray, factors: Float64Array): ComplexArray {
  const stride = interleaved.length / shape[0]!;
  return { shape, interleaved: interleaved.map((x, at) => x * factors[Math.floor(at / stride)]!) };
}

function scaledColumns({ rows, cols, interleaved }: ComplexMatrix, factors: Float64Array): ComplexMatrix {
  return { rows, cols, interleaved: interleaved.map((x, at) => x * factors[(at >> 1) % cols]!) };
}

function multipliedLeft(matrix: ComplexMatrix, tensor: ComplexArray): ComplexArray {
  const { interleaved } = multiply(matrix, asMatrix(tensor, 1));
  return { shape: [matrix.rows, ...tensor.shape.slice(1)], interleaved };
}

function run(program: ProductProgram, inputs: readonly ComplexArray[]): Float64Array {
  const arrays = inputs.map(({ interleaved }) => interleaved);
  return currentEngine().runProducts(program, arrays)[0]!;
}

/** (a, l, l, d, d, h): a column with what stands on its right, (b, r, r, h). */
function kernel(above: ComplexArray, ket: ComplexArray, bra: ComplexArray, right: ComplexArray): ComplexArray {
  const shapes = [right, above, ket, bra].map(({ shape }) => shape);
  const program = programFor(`kernel ${shapes.join(' ')}`, () => {
    const tape = newTape();
    const [X, a, A, B] = shapes.map((shape) => inputOf(tape, shape));
    const first = joined(tape, named(X!, 'brRh'), named(a!, 'auUb'), 'rRhauU');
    const second = joined(tape, first, named(A!, 'ulsrd'), 'RhaUlsd');
    return programOf(tape, [joined(tape, second, named(B!, 'ULsRD'), 'alLdDh').array]);
  });
  const [, l, , , d] = ket.shape as [number, number, number, number, number];
  const shape = [above.shape[0]!, l, l, d, d, right.shape[3]!];
  return { shape, interleaved: run(program, [right, above, ket, bra]) };
}

/** Y·K: (g, a, l, l) and (a, l, l, d, d, h) to (g, d, d, h). */
function onKernel(Y: ComplexArray, K: ComplexArray): ComplexArray {
  const { interleaved } = multiply(asMatrix(Y, 1), asMatrix(K, 3));
  return { shape: [Y.shape[0]!, ...K.shape.slice(3)], interleaved };
}

/** K·V†: (a, l, l, d, d, h) and (g, d, d, h) to (a, l, l, g), of norm 1, and the logarithm of its norm. */
function withChain(K: ComplexArray, V: ComplexArray): { readonly array: ComplexArray; readonly log: number } {
  const { interleaved } = multiply(asMatrix(K, 3), asMatrix(V, 1), { adjointB: true });
  const { array, size } = unit({ shape: [...K.shape.slice(0, 3), V.shape[0]!], interleaved });
  return { array, log: Math.log(size) };
}

/** (g, a, l, l), a column and U, (g, d, d, h)*, to (h, b, r, r), of norm 1. */
function fromLeft(
  Y: ComplexArray,
  above: ComplexArray,
  ket: ComplexArray,
  bra: ComplexArray,
  U: ComplexArray,
): ComplexArray {
  const shapes = [Y, above, ket, bra, U].map(({ shape }) => shape);
  const program = programFor(`left ${shapes.join(' ')}`, () => {
    const tape = newTape();
    const [y, a, A, B, u] = shapes.map((shape) => inputOf(tape, shape));
    const first = joined(tape, named(y!, 'galL'), named(a!, 'auUb'), 'glLuUb');
    const second = joined(tape, first, named(A!, 'ulsrd'), 'gLUbsrd');
    const third = joined(tape, second, named(B!, 'ULsRD'), 'gdDbrR');
    return programOf(tape, [joined(tape, named(u!, 'gdDh'), third, 'hbrR').array]);
  });
  const r = ket.shape[3]!;
  const interleaved = run(program, [Y, above, ket, bra, conjugate(U)]);
  return unit({ shape: [U.shape[3]!, above.shape[3]!, r, r], interleaved }).array;
}

/** The first axes as rows, the others as columns. */
export function asMatrix({ shape, interleaved }: ComplexArray, axes: number): ComplexMatrix {
  return { rows: sizeOf(shape.slice(0, axes)), cols: sizeOf(shape.slice(axes)), interleaved };
}

const norm = (array: Float64Array): number => Math.sqrt(array.reduce((sum, x) => sum + x * x, 0));

function unit({ shape, interleaved }: ComplexArray): { readonly array: ComplexArray; readonly size: number } {
  const size = norm(interleaved);
  return { array: { shape, interleaved: size === 0 ? interleaved : interleaved.map((x) => x / size) }, size };
}

function randomArray(shape: readonly number[], stream: RandomStream): ComplexArray {
  const interleaved = new Float64Array(2 * sizeOf(shape));
  for (let k = 0; k < interleaved.length; k += 2) interleaved[k] = stream.normal();
  return { shape, interleaved };
}
