/**
 * @file The matrix of a fused gate on d = 2 or 4 basis states, and the chain rule from its environment back to the
 * angles of its rotations. Basis states are numbered by the gate's bits, the lowest first.
 */

import type { FusedGate } from './fusion.ts';
import type { RotationProgram } from './rotation-program.ts';

/** A rotation inside a fused gate: R = cos + Σ_b (re + i·im)·sign_b |b ⊕ flip⟩⟨b|. */
interface LocalRotation {
  readonly flip: number;
  readonly sign: number;
  readonly turns: number;
  readonly cos: number;
  readonly sin: number;
}

function localRotation({ words, angles }: RotationProgram, bits: readonly number[], g: number): LocalRotation {
  let flip = 0;
  let sign = 0;
  for (let k = 0; k < bits.length; k++) {
    flip |= ((words.flip[g]! >>> bits[k]!) & 1) << k;
    sign |= ((words.sign[g]! >>> bits[k]!) & 1) << k;
  }
  const half = angles[g]! / 2;
  return { flip, sign, turns: words.quarterTurns[g]! & 3, cos: Math.cos(half), sin: Math.sin(half) };
}

/** (−1)^(number of bits set), for at most two bits. */
const signOf = (bits: number): number => ((0b0110 >>> bits) & 1 ? -1 : 1);

/**
 * M ← R M (rows) or M ← M R (columns) for a d × d matrix; `side` −1 takes R† for R. Line b of R M receives line
 * c = b ⊕ flip with the sign of c, line b of M R with the sign of b.
 */
function rotateLines(m: Float64Array, d: number, rotation: LocalRotation, lines: 'rows' | 'columns', side: 1 | -1) {
  const { flip, sign, turns, cos } = rotation;
  const sin = side * rotation.sin;
  const re = turns === 1 ? sin : turns === 3 ? -sin : 0; // −i·i^turns·sin
  const im = turns === 0 ? -sin : turns === 2 ? sin : 0;
  const [line, step] = lines === 'rows' ? [2 * d, 2] : [2, 2 * d];
  for (let b = 0; b < d; b++) {
    const c = b ^ flip;
    if (c < b) continue;
    const intoB = signOf((lines === 'rows' ? c : b) & sign);
    const intoC = signOf((lines === 'rows' ? b : c) & sign);
    for (let k = 0; k < d; k++) {
      const x = b * line + k * step;
      const y = c * line + k * step;
      const xr = m[x]!;
      const xi = m[x + 1]!;
      const yr = m[y]!;
      const yi = m[y + 1]!;
      m[x] = cos * xr + intoB * (re * yr - im * yi);
      m[x + 1] = cos * xi + intoB * (re * yi + im * yr);
      if (c === b) continue;
      m[y] = cos * yr + intoC * (re * xr - im * xi);
      m[y + 1] = cos * yi + intoC * (re * xi + im * xr);
    }
  }
}

/** U = R_last ⋯ R_first of a dense gate, d × d, row-major, interleaved. */
export function gateMatrix(program: RotationProgram, { bits, members }: FusedGate): Float64Array {
  const d = 1 << bits.length;
  const matrix = new Float64Array(2 * d * d);
  for (let i = 0; i < d; i++) matrix[2 * i * (d + 1)] = 1;
  for (const g of members) rotateLines(matrix, d, localRotation(program, bits, g), 'rows', 1);
  return matrix;
}

/**
 * ∂/∂angle of every rotation R_k of a gate, where W = Σ ψ λ† is the environment behind the gate, or in front of it: for
 * the last rotation ∂ Re⟨λ|ψ⟩ = ½ Im Tr(P W), and the environment before it is R† W R; P commutes with its own R.
 *
 * @param environment - W, d × d, row-major, interleaved; overwritten
 * @param derivatives - receives the results at the members' indices
 */
export function pullbackAngles(
  program: RotationProgram,
  { bits, members }: FusedGate,
  environment: Float64Array,
  derivatives: Float64Array,
  place: 'behind' | 'in front' = 'behind',
): void {
  const d = 1 << bits.length;
  const [order, side] = place === 'behind' ? ([members.toReversed(), -1] as const) : ([members, 1] as const);
  for (const g of order) {
    const rotation = localRotation(program, bits, g);
    derivatives[g] = imaginaryTrace(environment, d, rotation) / 2;
    if (g === order.at(-1)) return;
    rotateLines(environment, d, rotation, 'rows', side);
    rotateLines(environment, d, rotation, 'columns', side === 1 ? -1 : 1);
  }
}

/** Im Tr(P W) = Im i^turns Σ_b sign_b W_{b, b ⊕ flip}. */
function imaginaryTrace(w: Float64Array, d: number, { flip, sign, turns }: LocalRotation): number {
  let re = 0;
  let im = 0;
  for (let b = 0; b < d; b++) {
    const at = 2 * (b * d + (b ^ flip));
    re += signOf(b & sign) * w[at]!;
    im += signOf(b & sign) * w[at + 1]!;
  }
  return [im, re, -im, -re][turns]!;
}

/**
 * The matrix that takes the place of U in the derivative with respect to one angle: −(i/2) S P S† U with S the
 * rotations behind it, the k-th member; times a weight.
 */
export function derivativeMatrix(
  program: RotationProgram,
  { bits, members }: FusedGate,
  k: number,
  weight: number,
): Float64Array {
  const d = 1 << bits.length;
  const matrix = new Float64Array(2 * d * d);
  for (let i = 0; i < d; i++) matrix[2 * i * (d + 1)] = weight / 2;
  members.forEach((g, j) => {
    const rotation = localRotation(program, bits, g);
    rotateLines(matrix, d, rotation, 'rows', 1);
    if (j === k) rotateLines(matrix, d, { ...rotation, cos: 0, sin: 1 }, 'rows', 1); // −i P
  });
  return matrix;
}
