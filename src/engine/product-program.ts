/**
 * @file Many products of small matrices as one program: instructions on numbered arrays, so that only inputs and
 * outputs enter or leave the engine. The plain-TypeScript interpreter is the definition.
 */

import { ShapeError } from '../errors.ts';
import { plainVectors, type VectorMemory } from './vector-memory.ts';

/** to ← op(left)·op(right) for every matrix of a batch; op is the adjoint where the flag says so. */
export interface ProductInstruction {
  readonly kind: 'product';
  readonly to: number;
  readonly left: number;
  readonly right: number;
  readonly batch: number;
  readonly rows: number;
  readonly columns: number;
  readonly inner: number;
  readonly adjointLeft: boolean;
  readonly adjointRight: boolean;
}

/**
 * Entries of `from` copied, or added, to `to`, over all indices below the extents; strides count entries on either
 * side. A stride of zero repeats entries of `from`, or sums in `to`.
 */
export interface TransferInstruction {
  readonly kind: 'copy' | 'add';
  readonly to: number;
  readonly from: number;
  readonly axes: readonly TransferAxis[];
  /** Entry at which all indices are 0; default 0. */
  readonly toStart?: number;
  readonly fromStart?: number;
}

export interface TransferAxis {
  readonly extent: number;
  readonly to: number;
  readonly from: number;
}

/**
 * Both environments of ⟨M|L·Sᵀ⟩ = Σ M̄_ij L_ik S_jk in one pass through M: to ← M·S̄, shape (rows, bond), and
 * toRight ← Mᵀ·L̄, shape (columns, bond).
 */
export interface EnvironmentsInstruction {
  readonly kind: 'environments';
  readonly to: number;
  readonly toRight: number;
  /** M, shape (rows, columns). */
  readonly matrix: number;
  /** L, shape (rows, bond). */
  readonly left: number;
  /** S, shape (columns, bond). */
  readonly right: number;
  readonly rows: number;
  readonly columns: number;
  readonly bond: number;
}

/** to ← 0. */
export interface ClearInstruction {
  readonly kind: 'clear';
  readonly to: number;
}

export type Instruction = ProductInstruction | EnvironmentsInstruction | TransferInstruction | ClearInstruction;

/** The arrays that an instruction reads, and those that it writes. */
export function arraysOf(step: Instruction): { readonly read: readonly number[]; readonly written: readonly number[] } {
  switch (step.kind) {
    case 'product':
      return { read: [step.left, step.right], written: [step.to] };
    case 'environments':
      return { read: [step.matrix, step.left, step.right], written: [step.to, step.toRight] };
    case 'clear':
      return { read: [], written: [step.to] };
    default:
      return { read: [step.from], written: [step.to] };
  }
}

/** The instructions on whose results the outputs depend. */
export function neededInstructions(
  instructions: readonly Instruction[],
  outputs: readonly number[],
): readonly Instruction[] {
  const wanted = new Set(outputs);
  return instructions
    .toReversed()
    .filter((step) => {
      const { read, written } = arraysOf(step);
      if (!written.some((array) => wanted.has(array))) return false;
      for (const array of read) wanted.add(array);
      return true;
    })
    .toReversed();
}

/** Instructions on arrays 0 … sizes.length − 1, the first of which are the inputs. No instruction changes an input. */
export interface ProductProgram {
  readonly inputs: number;
  /** Number of complex entries of every array. */
  readonly sizes: readonly number[];
  readonly instructions: readonly Instruction[];
  readonly outputs: readonly number[];
}

/** Where a program runs again and again; see `Engine.repeatProducts`. */
export interface ProductSpace {
  /** Whether vectors are real parts alone, one number for each entry. */
  readonly isReal: boolean;
  /** The output for another first input, both as `isReal` says; a new array. */
  apply(first: Float64Array): Float64Array;
  /** Room for so many first inputs, which the program maps to outputs of the same length. */
  vectors(count: number): VectorMemory;
}

/** Whether all imaginary parts vanish. */
export function isReal(interleaved: Float64Array): boolean {
  for (let i = 1; i < interleaved.length; i += 2) if (interleaved[i] !== 0) return false;
  return true;
}

export function realParts(interleaved: Float64Array): Float64Array {
  const parts = new Float64Array(interleaved.length / 2);
  copyRealParts(parts, interleaved);
  return parts;
}

export function copyRealParts(to: Float64Array, interleaved: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = interleaved[2 * i]!;
}

/** Undoes `realParts`. */
export function unpacked(parts: Float64Array): Float64Array {
  const interleaved = new Float64Array(2 * parts.length);
  for (let i = 0; i < parts.length; i++) interleaved[2 * i] = parts[i]!;
  return interleaved;
}

/** @throws {ShapeError} the inputs do not fit the program */
export function checkProductInputs({ inputs, sizes }: ProductProgram, given: readonly Float64Array[]): void {
  const fits = (numbers: number): boolean => given.every(({ length }, k) => length === numbers * sizes[k]!);
  if (given.length !== inputs || !(fits(2) || fits(1))) {
    throw new ShapeError(
      `runProducts: ${inputs} arrays of ${sizes.slice(0, inputs)} entries required, got ${given.map((x) => x.length / 2)}`,
    );
  }
}

/** Whether the inputs are given by their real parts. */
export const areParts = ({ sizes }: Pick<ProductProgram, 'sizes'>, given: readonly Float64Array[]): boolean =>
  given.length > 0 && given.every(({ length }, k) => length === sizes[k]);

type Multiply = (
  a: Float64Array,
  b: Float64Array,
  m: number,
  n: number,
  k: number,
  adjointA: boolean,
  adjointB: boolean,
) => Float64Array;

/** Runs a program in plain TypeScript. */
export function runProductsHere(
  { sizes, instructions, outputs }: ProductProgram,
  inputs: readonly Float64Array[],
  multiply: Multiply,
): readonly Float64Array[] {
  if (areParts({ sizes }, inputs)) {
    return runProductsHere({ inputs: inputs.length, sizes, instructions, outputs }, inputs.map(unpacked), multiply).map(
      realParts,
    );
  }
  const arrays = sizes.map((size, k) => inputs[k] ?? new Float64Array(2 * size));
  for (const step of instructions) {
    const to = arrays[step.to]!;
    if (step.kind === 'clear') to.fill(0);
    else if (step.kind === 'product') {
      const { batch, rows, columns, inner } = step;
      for (let b = 0; b < batch; b++) {
        const left = arrays[step.left]!.subarray(2 * b * rows * inner, 2 * (b + 1) * rows * inner);
        const right = arrays[step.right]!.subarray(2 * b * inner * columns, 2 * (b + 1) * inner * columns);
        const product = multiply(left, right, rows, columns, inner, step.adjointLeft, step.adjointRight);
        to.set(product, 2 * b * rows * columns);
      }
    } else if (step.kind === 'environments') {
      const { rows, columns, bond } = step;
      const [matrix, left, right] = [arrays[step.matrix]!, arrays[step.left]!, arrays[step.right]!];
      environment(to, matrix, right, [rows, columns], [columns, 1], bond);
      environment(arrays[step.toRight]!, matrix, left, [columns, rows], [1, columns], bond);
    } else transfer(to, arrays[step.from]!, step, 0, step.toStart ?? 0, step.fromStart ?? 0);
  }
  return outputs.map((k) => arrays[k]!.slice());
}

/** to ← M·B̄ for a matrix M of a shape, with strides of its rows and columns, and B with `bond` columns. */
function environment(
  to: Float64Array,
  m: Float64Array,
  b: Float64Array,
  [rows, columns]: readonly [number, number],
  [rowStride, columnStride]: readonly [number, number],
  bond: number,
): void {
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < bond; k++) {
      let [re, im] = [0, 0];
      for (let column = 0; column < columns; column++) {
        const [at, from] = [2 * (row * rowStride + column * columnStride), 2 * (column * bond + k)];
        re += m[at]! * b[from]! + m[at + 1]! * b[from + 1]!;
        im += m[at + 1]! * b[from]! - m[at]! * b[from + 1]!;
      }
      to[2 * (row * bond + k)] = re;
      to[2 * (row * bond + k) + 1] = im;
    }
  }
}

/** Lends a program in plain TypeScript, on complex numbers. */
export function repeatProductsHere<Result>(
  program: ProductProgram,
  given: readonly Float64Array[],
  work: (space: ProductSpace) => Result,
  multiply: Multiply,
): Result {
  const inputs = areParts(program, given) ? given.map(unpacked) : given;
  const apply = (first: Float64Array): Float64Array => runProductsHere(program, inputs.with(0, first), multiply)[0]!;
  return work({ isReal: false, apply, vectors: () => plainVectors(apply, inputs[0]!.length) });
}

function transfer(
  to: Float64Array,
  from: Float64Array,
  step: TransferInstruction,
  depth: number,
  at: number,
  source: number,
): void {
  const axis = step.axes[depth];
  if (axis === undefined) {
    const keep = step.kind === 'add' ? 1 : 0;
    to[2 * at] = (keep && to[2 * at]!) + from[2 * source]!;
    to[2 * at + 1] = (keep && to[2 * at + 1]!) + from[2 * source + 1]!;
    return;
  }
  for (let i = 0; i < axis.extent; i++) transfer(to, from, step, depth + 1, at + i * axis.to, source + i * axis.from);
}

/** Neighbouring axes joined where both sides allow it, and trivial ones dropped; at least one remains. */
export function joinedAxes(axes: readonly TransferAxis[]): readonly TransferAxis[] {
  const joined: TransferAxis[] = [];
  for (const axis of axes) {
    if (axis.extent === 1) continue;
    const before = joined.at(-1);
    const fits = before?.to === axis.extent * axis.to && before.from === axis.extent * axis.from;
    if (before !== undefined && fits) joined[joined.length - 1] = { ...axis, extent: before.extent * axis.extent };
    else joined.push(axis);
  }
  return joined.length > 0 ? joined : [{ extent: 1, to: 1, from: 1 }];
}
