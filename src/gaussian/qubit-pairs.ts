/** @file Correlations of all pairs of the qubits that the modes of a fermion state are. */

import type { RealMatrix } from '../linalg/matrix.ts';
import { submatrix } from '../linalg/real-product.ts';
import type { GaussianState } from './gaussian-state.ts';
import { bipartiteBlock } from './majorana-form.ts';
import { wordExpectation } from './order-correlator.ts';

/** The correlations that two qubits of a state of definite parity can have. */
export interface QubitPair {
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
  readonly zz: number;
}

/** Growth of the entries of an elimination without exchanges, from at most 1, beyond which it is not accurate. */
const MOST_GROWTH = 1e3;

/**
 * Visits the correlations of all pairs of qubits a < b of a fermion state,
 *
 *     ⟨X_a X_b⟩ = det G_ij, i = a + 1 … b, j = a … b − 1,    ⟨Y_a Y_b⟩ = det G_ij, i = a … b − 1, j = a + 1 … b,
 *
 * with G_ij = Γ_{2i,2j+1} of a real state: for each a the leading minors of one matrix. Those of a complex state are
 * Pfaffians, one by one.
 *
 * O(n⁴) for real states, about a second for 200 qubits; O(n⁵) for complex ones.
 *
 * @see Lieb, Schultz & Mattis, Ann. Phys. 16, 407 (1961)
 */
export function visitQubitPairs(state: GaussianState, visit: (a: number, b: number, pair: QubitPair) => void): void {
  const { modes: n } = state;
  const block = bipartiteBlock(state.covariance);
  for (let a = 0; a + 1 < n; a++) {
    const pairOf = block === undefined ? complexPairs(state, a) : realPairs(block, a);
    for (let b = a + 1; b < n; b++) visit(a, b, pairOf(b));
  }
}

function complexPairs(state: GaussianState, a: number): (b: number) => QubitPair {
  return (b) => {
    const at = (first: string, last: string): number =>
      wordExpectation(state, `${first}${'I'.repeat(b - a - 1)}${last}`, a);
    return { xx: at('X', 'X'), xy: at('X', 'Y'), yx: at('Y', 'X'), yy: at('Y', 'Y'), zz: at('Z', 'Z') };
  };
}

function realPairs(block: RealMatrix, a: number): (b: number) => QubitPair {
  const n = block.rows;
  const later = Array.from({ length: n - 1 - a }, (_, k) => a + 1 + k);
  const earlier = later.map((site) => site - 1);
  const xx = leadingMinors(submatrix(block, later, earlier));
  const yy = leadingMinors(submatrix(block, earlier, later));
  const g = (i: number, j: number): number => block.data[i * n + j]!;
  return (b) => ({
    xx: xx[b - a - 1]!,
    xy: 0,
    yx: 0,
    yy: yy[b - a - 1]!,
    zz: g(a, a) * g(b, b) - g(a, b) * g(b, a),
  });
}

/** det of the first 1, 2, 3 … rows and columns, by elimination where it is accurate. O(n³). */
function leadingMinors(matrix: RealMatrix): Float64Array {
  return pivotMinors(matrix) ?? minorsByTurns(matrix);
}

/** The minors as products of pivots; undefined where entries grow, which are not exchanged. */
function pivotMinors({ rows: n, data }: RealMatrix): Float64Array | undefined {
  const u = data.slice();
  const minors = new Float64Array(n);
  let minor = 1;
  for (let k = 0; k < n; k++) {
    const pivot = u[k * n + k]!;
    minor *= pivot;
    minors[k] = minor;
    let largest = 0;
    for (let i = k + 1; i < n; i++) {
      const share = u[i * n + k]! / pivot;
      for (let j = k + 1; j < n; j++) {
        const value = u[i * n + j]! - share * u[k * n + j]!;
        u[i * n + j] = value;
        largest = Math.max(largest, Math.abs(value));
      }
      if (!(largest <= MOST_GROWTH)) return undefined;
    }
  }
  return minors;
}

/**
 * The minors by a QR decomposition that grows by a row and a column at a time, det M = Π R_kk, accurate whatever they
 * are; five times as slow.
 */
function minorsByTurns({ rows: n, data }: RealMatrix): Float64Array {
  const columns = new Float64Array(n * n); // of Q, each a row here
  const r = new Float64Array(n * n);
  const minors = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    // ((M, c), (rowᵀ, d)) = ((Q, 0), (0, 1))·((R, Qᵀc), (rowᵀ, d)), whose last row is then turned away.
    for (let i = 0; i < k; i++) {
      let sum = 0;
      for (let l = 0; l < k; l++) sum += columns[i * n + l]! * data[l * n + k]!;
      r[i * n + k] = sum;
    }
    for (let j = 0; j <= k; j++) r[k * n + j] = data[k * n + j]!;
    columns[k * n + k] = 1;
    let minor = 1;
    for (let i = 0; i < k; i++) {
      turnRows(r, i * n, k * n, i, k + 1, columns);
      minor *= r[i * n + i]!;
    }
    minors[k] = minor * r[k * n + k]!;
  }
  return minors;
}

/** Turns two rows of R, from an entry on, so that this entry vanishes in the second, and the columns of Q with them. */
function turnRows(r: Float64Array, first: number, second: number, from: number, to: number, q: Float64Array): void {
  const [x, y] = [r[first + from]!, r[second + from]!];
  const length = Math.hypot(x, y);
  if (y === 0) return;
  const [cos, sin] = [x / length, y / length];
  for (let j = 0; j < to; j++) {
    const [a, b] = [q[first + j]!, q[second + j]!];
    q[first + j] = cos * a + sin * b;
    q[second + j] = cos * b - sin * a;
  }
  for (let j = from; j < to; j++) {
    const [a, b] = [r[first + j]!, r[second + j]!];
    r[first + j] = cos * a + sin * b;
    r[second + j] = cos * b - sin * a;
  }
}
