/** @file Exponentials of small generators and their derivatives in plain TypeScript; the twin of assembly/exponential.ts. */

import { parity } from './bits.ts';
import { type BlockProgram, type BlockUnitaries, MATRIX_NUMBERS, VALUE_NUMBERS } from './block-program.ts';

/** Most passes over the pairs of rows; five are the rule. */
const MOST_SWEEPS = 30;
/** Squares of what is off the diagonal, relative to that of the whole matrix, that count as zero. */
const SMALL = 1e-33;

/** See `Engine.exponentiate`. */
export function exponentiateHere(blocks: BlockProgram, coefficients: Float64Array): BlockUnitaries {
  const { bits } = blocks;
  const matrices = new Float64Array(MATRIX_NUMBERS * bits.length);
  const vectors = new Float64Array(MATRIX_NUMBERS * bits.length);
  const values = new Float64Array(VALUE_NUMBERS * bits.length);
  bits.forEach((own, g) => {
    const d = 2 ** own.length;
    const h = generator(blocks, coefficients, g);
    const v = vectors.subarray(MATRIX_NUMBERS * g, MATRIX_NUMBERS * (g + 1));
    diagonalise(h, v, d);
    for (let k = 0; k < d; k++) {
      const a = h[2 * k * (d + 1)]!;
      values[VALUE_NUMBERS * g + k] = a;
      addProjector(matrices.subarray(MATRIX_NUMBERS * g), v, d, k, [Math.cos(a), -Math.sin(a)]);
    }
  });
  return { matrices, vectors, values };
}

/** Σ_p h_p P_p of gate g, d × d. */
function generator({ bits, ends, words }: BlockProgram, coefficients: Float64Array, g: number): Float64Array {
  const d = 2 ** bits[g]!.length;
  const h = new Float64Array(2 * d * d);
  for (let p = ends[g - 1] ?? 0; p < ends[g]!; p++) {
    const [flip, sign, turns] = [words.flip[p]!, words.sign[p]!, words.quarterTurns[p]! & 3];
    for (let b = 0; b < d; b++) {
      const at = 2 * ((b ^ flip) * d + b) + (turns & 1);
      h[at] = h[at]! + (parity(b & sign) === (turns & 2) / 2 ? coefficients[p]! : -coefficients[p]!);
    }
  }
  return h;
}

/** Leaves eigenvalues on the diagonal of the Hermitian matrix h and eigenvectors as columns of v, by Jacobi rotations. */
function diagonalise(h: Float64Array, v: Float64Array, d: number): void {
  const whole = h.reduce((sum, x) => sum + x * x, 0);
  for (let i = 0; i < d; i++) v[2 * i * (d + 1)] = 1;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let off = 0;
    for (let p = 0; p < d; p++) {
      for (let q = p + 1; q < d; q++) off += h[2 * (p * d + q)]! ** 2 + h[2 * (p * d + q) + 1]! ** 2;
    }
    if (!(off > SMALL * whole)) return;
    for (let p = 0; p < d; p++) for (let q = p + 1; q < d; q++) annihilate(h, v, d, p, q);
  }
}

/** A Jacobi rotation that makes h_pq zero. */
function annihilate(h: Float64Array, v: Float64Array, d: number, p: number, q: number): void {
  const [pq, pp, qq] = [2 * (p * d + q), 2 * p * (d + 1), 2 * q * (d + 1)];
  const [x, y, a, b] = [h[pq]!, h[pq + 1]!, h[pp]!, h[qq]!];
  const size = Math.hypot(x, y);
  if (size === 0) return;
  const ratio = (b - a) / (2 * size);
  const tan = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
  const cos = 1 / Math.sqrt(1 + tan * tan);
  const z = [(tan * cos * x) / size, (tan * cos * y) / size] as const;
  turn(h, 2 * p, 2 * q, 2 * d, d, cos, z);
  turn(h, 2 * p * d, 2 * q * d, 2, d, cos, [z[0], -z[1]]);
  turn(v, 2 * p, 2 * q, 2 * d, d, cos, z);
  h.set([a - tan * size, 0], pp);
  h.set([b + tan * size, 0], qq);
  h.set([0, 0], pq);
  h.set([0, 0], 2 * (q * d + p));
}

/** Lines p and q of d numbers become cos·p − conj(z)·q and z·p + cos·q. */
function turn(
  m: Float64Array,
  p: number,
  q: number,
  step: number,
  d: number,
  cos: number,
  [re, im]: readonly [number, number],
): void {
  for (let k = 0, i = p, j = q; k < d; k++, i += step, j += step) {
    const [a, b, x, y] = [m[i]!, m[i + 1]!, m[j]!, m[j + 1]!];
    m[i] = cos * a - re * x - im * y;
    m[i + 1] = cos * b - re * y + im * x;
    m[j] = cos * x + re * a - im * b;
    m[j + 1] = cos * y + re * b + im * a;
  }
}

/** m ← m + phase·v_k v_k†. */
function addProjector(m: Float64Array, v: Float64Array, d: number, k: number, [cos, sin]: readonly [number, number]) {
  for (let i = 0; i < d; i++) {
    const from = 2 * (i * d + k);
    const re = cos * v[from]! - sin * v[from + 1]!;
    const im = cos * v[from + 1]! + sin * v[from]!;
    for (let j = 0; j < d; j++) {
      const [x, y] = [v[2 * (j * d + k)]!, v[2 * (j * d + k) + 1]!];
      const at = 2 * (i * d + j);
      m[at] = m[at]! + re * x + im * y;
      m[at + 1] = m[at + 1]! + im * x - re * y;
    }
  }
}

/**
 * The derivatives by the coefficients of gate g, Re Tr(G†P_p), from its environment W = Σ ψ λ† behind it: the cotangent G of the
 * generator is, in the basis of its eigenvectors V with eigenvalues a,
 *
 *     (V†GV)_jk = i·exp(iδ)·sinc(δ)·conj (V†WV)_kj,      δ = (a_j − a_k)/2,
 *
 * since the cotangent of U is (U†W)†, and dU is i·exp(−i(a_j + a_k)/2)·sinc(δ) times −dH there.
 *
 * @param environment - W, d × d, row-major, interleaved
 * @param slopes - receives the results at the places of the words
 */
export function slopesHere(
  { bits, ends, words }: BlockProgram,
  { vectors, values }: BlockUnitaries,
  g: number,
  environment: Float64Array,
  slopes: Float64Array,
): void {
  const d = 2 ** bits[g]!.length;
  const v = vectors.subarray(MATRIX_NUMBERS * g, MATRIX_NUMBERS * g + 2 * d * d);
  const inside = between(v, environment, d, true);
  const turned = new Float64Array(2 * d * d);
  for (let j = 0; j < d; j++) {
    for (let k = 0; k < d; k++) {
      const half = (values[VALUE_NUMBERS * g + j]! - values[VALUE_NUMBERS * g + k]!) / 2;
      const size = half === 0 ? 1 : Math.sin(half) / half;
      const [re, im] = [-size * Math.sin(half), size * Math.cos(half)];
      const from = 2 * (k * d + j);
      const [x, y] = [inside[from]!, -inside[from + 1]!];
      turned.set([re * x - im * y, re * y + im * x], 2 * (j * d + k));
    }
  }
  const cotangent = between(v, turned, d, false);
  for (let p = ends[g - 1] ?? 0; p < ends[g]!; p++) {
    const [flip, sign, turns] = [words.flip[p]!, words.sign[p]!, words.quarterTurns[p]! & 3];
    let sum = 0;
    for (let b = 0; b < d; b++) {
      const x = cotangent[2 * ((b ^ flip) * d + b) + (turns & 1)]!;
      sum += parity(b & sign) === (turns & 2) / 2 ? x : -x;
    }
    slopes[p] = sum;
  }
}

/** V†MV (inwards) or VMV†, d × d. */
function between(v: Float64Array, m: Float64Array, d: number, inwards: boolean): Float64Array {
  const out = new Float64Array(2 * d * d);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) {
      let [re, im] = [0, 0];
      for (let k = 0; k < d; k++) {
        for (let l = 0; l < d; l++) {
          const left = 2 * (inwards ? k * d + i : i * d + k);
          const right = 2 * (inwards ? l * d + j : j * d + l);
          const [a, b] = [v[left]!, inwards ? -v[left + 1]! : v[left + 1]!];
          const [c, e] = [v[right]!, inwards ? v[right + 1]! : -v[right + 1]!];
          const [x, y] = [m[2 * (k * d + l)]!, m[2 * (k * d + l) + 1]!];
          const [p, q] = [a * x - b * y, a * y + b * x];
          re += p * c - q * e;
          im += p * e + q * c;
        }
      }
      out[2 * (i * d + j)] = re;
      out[2 * (i * d + j) + 1] = im;
    }
  }
  return out;
}
