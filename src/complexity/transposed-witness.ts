/**
 * @file What two equal copies of a state have beyond any symmetric state of two systems: with one copy transposed they are a
 * state, too. It lowers what bounds the speed of an observable.
 */

import { bitCount } from '../engine/bits.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import type { RandomStream } from '../linalg/random.ts';
import { multiplyReal } from '../linalg/real-product.ts';
import { dot } from '../linalg/real-vector.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';
import type { ObservableSymmetry } from './observable-symmetry.ts';
import { eigenspacesOf } from './symmetric-blocks.ts';
import { pairMatrices } from './transposed-square.ts';

/**
 * Real operators Y = Σ_r y_r y_rᵀ on ψ ⊗ ψ*, given by unknowns z, as additions Y^Γ to an operator on ψ ⊗ ψ. With
 * (Y^Γ)_{ij,kl} = Y_{il,kj},
 *
 *     ⟨ψψ|Y^Γ|ψψ⟩ = ⟨ψψ*|Y|ψψ*⟩ ≥ 0,
 *
 * so that λ_max(M + Y^Γ) bounds ⟨ψψ|M|ψψ⟩ as λ_max(M) does, and can be less: states of the copies whose partial transpose is
 * not positive are excluded.
 *
 * @see Peres, Phys. Rev. Lett. 77, 1413 (1996)
 */
export interface TransposedWitness {
  /** Number of unknowns. */
  readonly unknowns: number;
  /** Y^Γ in each block of the symmetric square, symmetric, row-major. */
  matrices(z: Float64Array): readonly Float64Array[];
  /** The gradient in z of Σ_s Tr R_s·(Y^Γ)_s with symmetric R_s. */
  derivatives(z: Float64Array, R: readonly Float64Array[]): Float64Array;
  /** The vectors y_r that are not negligible, each of d² numbers, row-major. */
  vectors(z: Float64Array): readonly Float64Array[];
}

/** A space of ψ ⊗ ψ*, in rows of d² numbers, with Y = Σ_ab (LLᵀ)_ab |a⟩⟨b| there. */
interface Part {
  readonly basis: RealMatrix;
  /** (|a⟩⟨b| + |b⟩⟨a|)^Γ/2, averaged over the permutations, in each block; by a, then b ≤ a. */
  readonly forms: readonly (readonly Float64Array[])[];
}

/** Share of the greatest eigenvalue of Y below which a vector is left out. */
const NEGLIGIBLE = 1e-7;

/** The witnesses with a symmetry. O(d³) for each pair of basis states of a part, each entry of a block and permutation. */
export function transposedWitness(
  symmetry: ObservableSymmetry,
  qubits: number,
  blocks: readonly RealMatrix[],
  stream: RandomStream,
): TransposedWitness {
  const d = 2 ** qubits;
  const moves = symmetry.permutations.map((order) => basisImages(order, qubits));
  const squares = blocks.map((block) => pairMatrices(block, d));
  const parts = conjugatePairSpaces(symmetry.modulus, moves, d, stream).map((basis): Part => {
    const rows = Array.from({ length: basis.rows }, (_, a) => basis.data.subarray(a * d * d, (a + 1) * d * d));
    const moved = moves.map((move) => rows.map((row) => movedPair(row, move, d)));
    const forms = rows.flatMap((_, a) =>
      rows.slice(0, a + 1).map((_, b) => squares.map((square) => averagedForm(moved, a, b, square, d))),
    );
    return { basis, forms };
  });
  const sizes = parts.map(({ basis }) => (basis.rows * (basis.rows + 1)) / 2);
  const starts = sizes.map((_, p) => sizes.slice(0, p).reduce((sum, size) => sum + size, 0));
  const lower = (z: Float64Array, p: number): Float64Array => z.subarray(starts[p]!, starts[p]! + sizes[p]!);
  return {
    unknowns: sizes.reduce((sum, size) => sum + size, 0),
    matrices: (z) => {
      const out = squares.map(({ length }) => new Float64Array(length * length));
      parts.forEach(({ basis, forms }, p) => {
        const L = lower(z, p);
        forEachPair(basis.rows, (a, b, at) => {
          const value = (a === b ? 1 : 2) * rowProduct(L, a, b);
          forms[at]!.forEach((form, s) => {
            const target = out[s]!;
            for (let k = 0; k < target.length; k++) target[k] = target[k]! + value * form[k]!;
          });
        });
      });
      return out;
    },
    derivatives: (z, R) => {
      const out = new Float64Array(z.length);
      parts.forEach(({ basis, forms }, p) => {
        const [L, gradient] = [lower(z, p), lower(out, p)];
        forEachPair(basis.rows, (a, b, at) => {
          const value = forms[at]!.reduce((sum, form, s) => sum + dot(form, R[s]!), 0);
          for (let c = 0; c <= b; c++) {
            const [ac, bc] = [(a * (a + 1)) / 2 + c, (b * (b + 1)) / 2 + c];
            gradient[ac] = gradient[ac]! + 2 * value * L[bc]!;
            if (a !== b) gradient[bc] = gradient[bc]! + 2 * value * L[ac]!;
          }
          // rows of L are longer below: entries of row a beyond b meet none of row b
        });
      });
      return out;
    },
    vectors: (z) => vectorsOf(parts, (p) => lower(z, p), moves, d),
  };
}

/** a, b ≤ a, and the number of the pair. */
function forEachPair(count: number, each: (a: number, b: number, at: number) => void): void {
  for (let a = 0, at = 0; a < count; a++) for (let b = 0; b <= a; b++, at++) each(a, b, at);
}

/** (LLᵀ)_ab for b ≤ a. */
function rowProduct(L: Float64Array, a: number, b: number): number {
  let sum = 0;
  for (let c = 0; c <= b; c++) sum += L[(a * (a + 1)) / 2 + c]! * L[(b * (b + 1)) / 2 + c]!;
  return sum;
}

/** The eigenvectors of Y, scaled by the roots of its eigenvalues. */
function vectorsOf(
  parts: readonly Part[],
  lower: (p: number) => Float64Array,
  moves: readonly Int32Array[],
  d: number,
): readonly Float64Array[] {
  const Y = new Float64Array(d ** 4);
  parts.forEach(({ basis }, p) => {
    const L = lower(p);
    for (let c = 0; c < basis.rows; c++) {
      const y = new Float64Array(d * d);
      for (let a = c; a < basis.rows; a++) {
        for (let k = 0; k < d * d; k++) y[k] = y[k]! + L[(a * (a + 1)) / 2 + c]! * basis.data[a * d * d + k]!;
      }
      for (const move of moves) {
        const image = movedPair(y, move, d);
        for (let k = 0; k < d * d; k++) {
          if (image[k] === 0) continue;
          for (let l = 0; l < d * d; l++) {
            Y[k * d * d + l] = Y[k * d * d + l]! + (image[k]! * image[l]!) / moves.length;
          }
        }
      }
    }
  });
  const { values, vectors } = symmetricEigen({ rows: d * d, cols: d * d, data: Y });
  const most = values[values.length - 1]!;
  return Array.from(values.keys())
    .filter((v) => values[v]! > NEGLIGIBLE * most)
    .map((v) => vectors.data.slice(v * d * d, (v + 1) * d * d).map((x) => x * Math.sqrt(values[v]!)));
}

/** ½⟨U|(|a⟩⟨b| + |b⟩⟨a|)^Γ|U'⟩ = ½⟨U, V_a U'ᵀ V_b + V_b U'ᵀ V_a⟩, averaged. */
function averagedForm(
  moved: readonly (readonly Float64Array[])[],
  a: number,
  b: number,
  square: readonly Float64Array[],
  d: number,
): Float64Array {
  const n = square.length;
  const out = new Float64Array(n * n);
  const matrix = (data: Float64Array): RealMatrix => ({ rows: d, cols: d, data });
  for (const rows of moved) {
    square.forEach((U, u) => {
      const left = multiplyReal(matrix(rows[a]!), matrix(U), { transposeB: true });
      const image = multiplyReal(left, matrix(rows[b]!)).data;
      for (let v = 0; v < n; v++) {
        const value = dot(square[v]!, image) / (2 * moved.length);
        out[u * n + v] = out[u * n + v]! + value;
        out[v * n + u] = out[v * n + u]! + value;
      }
    });
  }
  return out;
}

/** Spaces of ψ ⊗ ψ* that operators with the symmetry keep, one of each kind, by the difference of the numbers of ones. */
function conjugatePairSpaces(
  modulus: number,
  moves: readonly Int32Array[],
  d: number,
  stream: RandomStream,
): readonly RealMatrix[] {
  const classes = new Map<number, number[]>();
  for (let at = 0; at < d * d; at++) {
    const apart = bitCount(Math.floor(at / d)) - bitCount(at % d);
    const key = modulus === 0 ? apart : ((apart % modulus) + modulus) % modulus;
    classes.set(key, [...(classes.get(key) ?? []), at]);
  }
  const images = moves.map((move) =>
    Int32Array.from({ length: d * d }, (_, at) => move[Math.floor(at / d)]! * d + move[at % d]!),
  );
  const factors = moves.map(() => stream.normal());
  const sample = Float64Array.from({ length: d * d }, () => stream.normal());
  return [...classes.values()].flatMap((members) => {
    const spaces = eigenspacesOf(members, images, factors, d * d);
    // Σ_g g diag(sample) gᵀ has the symmetry; its trace in a space tells kinds apart.
    const traces = spaces.map(({ rows, data }) => {
      let trace = 0;
      for (const image of images) {
        for (let k = 0; k < rows * d * d; k++) trace += sample[image[k % (d * d)]!]! * data[k]! ** 2;
      }
      return trace;
    });
    return spaces.filter((_, s) => !traces.slice(0, s).some((other) => Math.abs(other - traces[s]!) < 1e-8));
  });
}

/** Where a basis state goes when the qubits are put in this order. */
function basisImages(order: readonly number[], qubits: number): Int32Array {
  return Int32Array.from({ length: 2 ** qubits }, (_, b) =>
    order.reduce((sum, q, k) => sum | (((b >> (qubits - 1 - q)) & 1) << (qubits - 1 - k)), 0),
  );
}

function movedPair(pair: Float64Array, move: Int32Array, d: number): Float64Array {
  const out = new Float64Array(d * d);
  for (let i = 0; i < d; i++) for (let j = 0; j < d; j++) out[move[i]! * d + move[j]!] = pair[i * d + j]!;
  return out;
}
