/** @file The plain-TypeScript float64 engine: the reference for every compiled one, and the fallback. */

import { parity } from './bits.ts';
import { exponentiateHere } from './block-exponentials.ts';
import { conditionalVariancesHere } from './conditional-variances.ts';
import { pullbackBlocksHere, runBlocksHere } from './dense-gates.ts';
import { withFlipsHere } from './flip-space.ts';
import { reduceHermitianHere } from './hermitian-reduction.ts';
import { factoriseHere, orthonormalColumnsHere, reflectRowsHermitianHere } from './householder-factors.ts';
import { jacobiSweeps, rowKernelsHere } from './jacobi.ts';
import type { BitOperator, Engine, OverlapGradient, TangentColumns } from './kernels.ts';
import { orthonormaliseRowsHere } from './orthonormal-rows.ts';
import { repeatProductsHere, runProductsHere } from './product-program.ts';
import type { RotationProgram } from './rotation-program.ts';
import { createRowSpace } from './row-kernels.ts';
import { runRowsIn } from './run-rows.ts';
import { schurHere } from './schur-form.ts';
import { reduceHere, reflectHere } from './tridiagonal-reduction.ts';
import { conjugateWordsHere } from './word-conjugation.ts';

/** Real and imaginary part of i^turns. */
const turn = (turns: number): readonly [number, number] =>
  [[1, 0] as const, [0, 1] as const, [-1, 0] as const, [0, -1] as const][turns & 3]!;

/** The phase of P|b⟩ times i^extra, as a pair for even parity; odd parity negates it. */
const phaseOf = (operator: BitOperator, extra: number): readonly [number, number] =>
  turn(operator.quarterTurns + extra);

function rotate(state: Float64Array, operator: BitOperator, angle: number): void {
  const { flip, sign } = operator;
  const cos = Math.cos(angle / 2);
  const sin = Math.sin(angle / 2);
  const size = state.length / 2;
  if (flip === 0) {
    const even = operator.quarterTurns & 2 ? -sin : sin;
    for (let b = 0; b < size; b++) {
      const s = parity(b & sign) === 0 ? even : -even; // exp(∓iα/2)
      const re = state[2 * b]!;
      const im = state[2 * b + 1]!;
      state[2 * b] = cos * re + s * im;
      state[2 * b + 1] = cos * im - s * re;
    }
    return;
  }
  // −i·sin·phase for even parity; the pair (b, c = b xor flip) mixes by it.
  const [pre, pim] = phaseOf(operator, 3);
  const re0 = sin * pre;
  const im0 = sin * pim;
  const top = 31 - Math.clz32(flip);
  const low = (1 << top) - 1;
  for (let k = 0; k < size / 2; k++) {
    const b = ((k & ~low) << 1) | (k & low); // bit `top` is 0
    const c = b ^ flip;
    const fromB = parity(b & sign) === 0 ? 1 : -1; // sign of P|b⟩ → |c⟩
    const fromC = parity(c & sign) === 0 ? 1 : -1;
    const bre = state[2 * b]!;
    const bim = state[2 * b + 1]!;
    const cre = state[2 * c]!;
    const cim = state[2 * c + 1]!;
    state[2 * b] = cos * bre + fromC * (re0 * cre - im0 * cim);
    state[2 * b + 1] = cos * bim + fromC * (re0 * cim + im0 * cre);
    state[2 * c] = cos * cre + fromB * (re0 * bre - im0 * bim);
    state[2 * c + 1] = cos * cim + fromB * (re0 * bim + im0 * bre);
  }
}

function sandwich(bra: Float64Array, operator: BitOperator, ket: Float64Array): readonly [number, number] {
  const { flip, sign } = operator;
  const size = ket.length / 2;
  let re = 0;
  let im = 0;
  for (let b = 0; b < size; b++) {
    const c = 2 * (b ^ flip);
    const s = parity(b & sign) === 0 ? 1 : -1;
    const kre = s * ket[2 * b]!;
    const kim = s * ket[2 * b + 1]!;
    re += bra[c]! * kre + bra[c + 1]! * kim;
    im += bra[c]! * kim - bra[c + 1]! * kre;
  }
  const [pre, pim] = phaseOf(operator, 0);
  return [pre * re - pim * im, pre * im + pim * re];
}

function rotateBackward(state: Float64Array, cotangent: Float64Array, operator: BitOperator, angle: number): number {
  const [, im] = sandwich(cotangent, operator, state);
  rotate(state, operator, -angle);
  rotate(cotangent, operator, -angle);
  return im / 2;
}

function accumulate(out: Float64Array, state: Float64Array, operator: BitOperator, re: number, im: number): void {
  const { flip, sign } = operator;
  const [pre, pim] = phaseOf(operator, 0);
  const cre = re * pre - im * pim;
  const cim = re * pim + im * pre;
  const size = state.length / 2;
  for (let b = 0; b < size; b++) {
    const c = 2 * (b ^ flip);
    const s = parity(b & sign) === 0 ? 1 : -1;
    const kre = s * state[2 * b]!;
    const kim = s * state[2 * b + 1]!;
    out[c] = out[c]! + cre * kre - cim * kim;
    out[c + 1] = out[c + 1]! + cre * kim + cim * kre;
  }
}

function multiply(
  a: Float64Array,
  b: Float64Array,
  m: number,
  n: number,
  k: number,
  adjointA: boolean,
  adjointB: boolean,
): Float64Array {
  const out = new Float64Array(2 * m * n);
  const [conjugateA, conjugateB] = [adjointA ? -1 : 1, adjointB ? -1 : 1];
  const stride = adjointB ? 2 * k : 2;
  for (let i = 0; i < m; i++) {
    const row = 2 * i * n;
    for (let l = 0; l < k; l++) {
      const at = 2 * (adjointA ? l * m + i : i * k + l);
      const re = a[at]!;
      const im = conjugateA * a[at + 1]!;
      let from = 2 * (adjointB ? l : l * n);
      for (let j = row; j < row + 2 * n; j += 2, from += stride) {
        const x = b[from]!;
        const y = conjugateB * b[from + 1]!;
        out[j] = out[j]! + re * x - im * y;
        out[j + 1] = out[j + 1]! + re * y + im * x;
      }
    }
  }
  return out;
}

function multiplyReal(
  a: Float64Array,
  b: Float64Array,
  m: number,
  n: number,
  k: number,
  transposeA: boolean,
  transposeB: boolean,
): Float64Array {
  const out = new Float64Array(m * n);
  const stride = transposeB ? k : 1;
  for (let i = 0; i < m; i++) {
    for (let l = 0; l < k; l++) {
      const x = a[transposeA ? l * m + i : i * k + l]!;
      for (let j = i * n, from = transposeB ? l : l * n; j < (i + 1) * n; j++, from += stride) {
        out[j] = out[j]! + x * b[from]!;
      }
    }
  }
  return out;
}

function permute(array: Float64Array, shape: readonly number[], axes: readonly number[]): Float64Array {
  const out = new Float64Array(array.length);
  const rank = shape.length;
  const strides = new Array<number>(rank).fill(1);
  for (let j = rank - 2; j >= 0; j--) strides[j] = strides[j + 1]! * shape[j + 1]!;
  const extent = axes.map((axis) => shape[axis]!);
  const step = axes.map((axis) => strides[axis]!);
  const index = new Array<number>(rank).fill(0);
  const size = array.length / 2;
  let from = 0;
  for (let to = 0; to < size; to++) {
    out[2 * to] = array[2 * from]!;
    out[2 * to + 1] = array[2 * from + 1]!;
    for (let j = rank - 1; j >= 0; j--) {
      from += step[j]!;
      if (++index[j]! < extent[j]!) break;
      from -= step[j]! * extent[j]!;
      index[j] = 0;
    }
  }
  return out;
}

function gram(rows: Float64Array, count: number): Float64Array {
  const length = count === 0 ? 0 : rows.length / 2 / count;
  const conjugated = multiply(rows, rows, count, count, length, false, true); // Σ v_i conj(v_j)
  for (let i = 1; i < conjugated.length; i += 2) conjugated[i] = 0 - conjugated[i]!; // not −0
  return conjugated;
}

function jacobi(rows: Float64Array, count: number, length: number, tolerance: number, mostSweeps: number): void {
  jacobiSweeps(rowKernelsHere(rows, rows.length / 2 / Math.max(1, count), length), count, tolerance, mostSweeps);
}

function rotateRows(rows: Float64Array, count: number, rotations: Float64Array): void {
  const width = rows.length / Math.max(1, count);
  for (let r = 0; r < rotations.length; r += 3) {
    const a = rotations[r]! * width;
    const [cos, sin] = [rotations[r + 1]!, rotations[r + 2]!];
    for (let k = a; k < a + width; k++) {
      const x = rows[k]!;
      const y = rows[k + width]!;
      rows[k + width] = sin * x + cos * y;
      rows[k] = cos * x - sin * y;
    }
  }
}

/** Operator and angle of every rotation. */
function steps({ words, angles }: RotationProgram): readonly (readonly [BitOperator, number])[] {
  return Array.from(angles, (angle, g) => [
    { flip: words.flip[g]!, sign: words.sign[g]!, quarterTurns: words.quarterTurns[g]! },
    angle,
  ]);
}

function runRotations(program: RotationProgram, state: Float64Array): Float64Array {
  const psi = state.slice();
  for (const [operator, angle] of steps(program)) rotate(psi, operator, angle);
  return psi;
}

function pullbackRotations(program: RotationProgram, state: Float64Array, cotangent: Float64Array): Float64Array {
  const [psi, lambda] = [state.slice(), cotangent.slice()];
  const derivatives = new Float64Array(program.angles.length);
  const list = steps(program);
  for (let g = list.length - 1; g >= 0; g--) derivatives[g] = rotateBackward(psi, lambda, ...list[g]!);
  return derivatives;
}

function overlapRotations(
  program: RotationProgram,
  initial: Float64Array | undefined,
  given: Float64Array | Float32Array,
): OverlapGradient {
  const target = given instanceof Float64Array ? given : Float64Array.from(given);
  const psi = runRotations(program, initial ?? new Float64Array(target.length).fill(1, 0, 1));
  const [re, im] = sandwich(target, { flip: 0, sign: 0, quarterTurns: 0 }, psi);
  const projection = new Float64Array(target.length); // z t
  accumulate(projection, target, { flip: 0, sign: 0, quarterTurns: 0 }, re, im);
  const distanceSquared = psi.reduce((sum, x, i) => sum + (x - projection[i]!) ** 2, 0);
  const derivatives = pullbackRotations(
    program,
    psi,
    projection.map((x) => 2 * x),
  );
  return { overlap: [re, im], distanceSquared, derivatives };
}

function tangentRotations(
  program: RotationProgram,
  state: Float64Array,
  { column, weight, count }: TangentColumns,
): readonly Float64Array[] {
  const psi = state.slice();
  const tangents = Array.from({ length: count }, () => new Float64Array(state.length));
  steps(program).forEach(([operator, angle], g) => {
    for (const vector of [psi, ...tangents]) rotate(vector, operator, angle);
    if (column[g]! >= 0) accumulate(tangents[column[g]!]!, psi, operator, 0, -weight[g]! / 2);
  });
  return tangents;
}

/** Plain TypeScript, float64, one thread. */
export const typescriptEngine: Engine = {
  name: 'typescript',
  description: 'plain TypeScript, float64, 1 thread',
  rotate,
  rotateBackward,
  accumulate,
  sandwich,
  multiply,
  multiplyReal,
  gram,
  jacobi,
  rotateRows,
  tridiagonalise: reduceHere,
  tridiagonaliseHermitian: reduceHermitianHere,
  reflectRows: reflectHere,
  reflectRowsHermitian: reflectRowsHermitianHere,
  factorise: factoriseHere,
  orthonormalColumns: orthonormalColumnsHere,
  orthonormaliseRows: orthonormaliseRowsHere,
  schur: schurHere,
  conditionalVariances: conditionalVariancesHere,
  conjugateWords: conjugateWordsHere,
  withFlips: withFlipsHere,
  decompositions: null,
  batches: null,
  permute,
  runProducts: (program, inputs) => runProductsHere(program, inputs, multiply),
  repeatProducts: (program, inputs, work) => repeatProductsHere(program, inputs, work, multiply),
  runRows: (tree, matrices, batch, cotangent) => runRowsIn(createRowSpace(), tree, matrices, batch, cotangent),
  runRotations,
  pullbackRotations,
  overlapRotations,
  tangentRotations,
  exponentiate: exponentiateHere,
  runBlocks: runBlocksHere,
  pullbackBlocks: pullbackBlocksHere,
};
