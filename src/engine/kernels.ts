/**
 * @file The interface of the numerical core. It knows bits and complex numbers, no physics.
 * All arrays are interleaved complex float64.
 */

import type { BatchDecompositions } from './batches.ts';
import type { BlockProgram, BlockUnitaries } from './block-program.ts';
import type { RowFactors } from './orthonormal-rows.ts';
import type { ProductProgram, ProductSpace } from './product-program.ts';
import type { RotationProgram } from './rotation-program.ts';
import type { RootCotangent, RowBatch, RowTree, RowTreeResult } from './row-tree.ts';

/**
 * A signed bit permutation, the action of a Pauli word on basis states:
 *
 *     P|b⟩ = i^quarterTurns · (−1)^{parity(sign & b)} · |b xor flip⟩.
 *
 * It squares to one, so `quarterTurns` is the number of Y letters.
 */
export interface BitOperator {
  readonly flip: number;
  readonly sign: number;
  readonly quarterTurns: number;
}

/** Which rotations make up which tangent vector: the sum of weight_g ∂/∂angle_g over all g with column_g = c. */
export interface TangentColumns {
  /** Column of each rotation, −1 for none. */
  readonly column: Int32Array;
  readonly weight: Float64Array;
  /** Number of columns. */
  readonly count: number;
}

/** A state ψ compared with a target t. */
export interface OverlapGradient {
  /** z = ⟨t|ψ⟩ as (re, im). */
  readonly overlap: readonly [number, number];
  /** ‖ψ − z t‖², for unit vectors 1 − |z|² without its cancellation. */
  readonly distanceSquared: number;
  /** ∂|z|² with respect to every angle. */
  readonly derivatives: Float64Array;
}

/**
 * Operators that flip bits, each with a diagonal of its own: (Hψ)_c = Σ_f D_f[c] ψ[c xor flips_f]. Equal entries of a
 * diagonal are kept once; those of all diagonals stand in one list of complex numbers.
 */
export interface FlipTable {
  /** 2ⁿ, n ≥ 1. */
  readonly size: number;
  /** The distinct flip masks. */
  readonly flips: Int32Array;
  /** The places in the list where the diagonal of each flip begins, and at last where it ends; lengths are powers of two. */
  readonly offsets: Int32Array;
  /**
   * Entry of the diagonal of flip f that belongs to basis state c, at [c·#flips + f]: a sum over the bits of c, as the bits
   * under a mask, packed together, are.
   */
  readonly entries: Int32Array;
}

/** A place in the engine's memory, counted in numbers. */
export type Address = number;

/**
 * Where a Taylor series ends: before the first term m ≥ 2·norm for which norm/m times the size of the term before is at most the tolerance,
 * relative to the first; at `most` terms, for which there is room.
 */
export interface SeriesLimits {
  /** A bound of ‖step·H‖. */
  readonly norm: number;
  readonly tolerance: number;
  readonly most: number;
}

/** Memory of the engine, and the action of a sum of flips on vectors in it. */
export interface FlipSpace {
  /** Reserves `length` numbers, all 0. */
  zeros(length: number): Address;
  /** Reserves `length` numbers, whatever stands there. */
  room(length: number): Address;
  /** A copy of the numbers. */
  put(values: Float64Array): Address;
  set(at: Address, values: Float64Array): void;
  clear(at: Address, length: number): void;
  /** A new array with the numbers at an address. */
  get(at: Address, length: number): Float64Array;
  copy(to: Address, from: Address, length: number): void;
  /** to ← to + factor·from, for an even number of real numbers. */
  add(to: Address, from: Address, length: number, factor: number): void;
  /** Σ x² of `length` numbers, which is even. */
  square(at: Address, length: number): number;
  /** out_k ← Σ_{m < count} x_k^m·term_m for each point x_k; vectors of `length` numbers stand one after the other. */
  evaluate(out: Address, terms: Address, count: number, length: number, points: readonly number[]): void;
  /** Adds values[k] to the number places[k] behind an address. */
  scatter(at: Address, places: Int32Array, values: Float64Array): void;
  /** The numbers at these places behind an address. */
  gather(at: Address, places: Int32Array): Float64Array;
  /** Σ_f max_c |D_f[c]|, an upper bound of the norm of the sum. */
  bound(diagonals: Address): number;
  /** Terms of the Taylor series of exp(i·step·H)v behind v at `at`, and the norms of all of them; see `SeriesLimits`. */
  series(at: Address, diagonals: Address, step: number, limits: SeriesLimits): readonly number[];
  /** out ← out + factor·i·Hψ with the diagonals at the given address. O(flips · 2ⁿ). */
  act(out: Address, diagonals: Address, psi: Address, factor: number): void;
  /** out ← −i(Hψ + Gφ) for two states at each address, one after the other. O(flips · 2ⁿ). */
  move(out: Address, H: Address, psi: Address, G: Address, phi: Address): void;
  /** products ← products + weight · conj(bra[c]) · ket[c xor f], at the entry of c and f. O(flips · 2ⁿ). */
  collect(products: Address, bra: Address, ket: Address, weight: number): void;
  /** The same for two pairs at once, of weight 1. */
  collectBoth(products: Address, bra: Address, ket: Address, bra1: Address, ket1: Address): void;
  /** In place, a[c] ← Σ_s (−1)^{|c ∧ s|} a[s] for every diagonal. */
  transform(diagonals: Address): void;
  /** to ← scales ∘ from, where real and imaginary parts of the list of diagonals `from` are exchanged. */
  exchange(to: Address, from: Address, scales: Address): void;
}

/** Decompositions of dense complex matrices, row-major; null where an iteration does not converge. */
export interface Decompositions {
  /**
   * Thin singular value decomposition A = U·diag(values)·V† of an m × n matrix; values descend, with errors relative to the
   * largest one. O(mn·min(m, n)).
   */
  singularValues(
    a: Float64Array,
    m: number,
    n: number,
  ): { readonly u: Float64Array; readonly values: Float64Array; readonly v: Float64Array } | null;
  /** The same for a real matrix, without imaginary parts; singular vectors are the rows of u and v. */
  realSingularValues(
    a: Float64Array,
    m: number,
    n: number,
  ): { readonly u: Float64Array; readonly values: Float64Array; readonly v: Float64Array } | null;
  /** Eigenvalues, ascending, and eigenvectors, as columns, of the Hermitian part of an n × n matrix. O(n³). */
  hermitianEigen(a: Float64Array, n: number): { readonly values: Float64Array; readonly vectors: Float64Array } | null;
  /** The same for a real symmetric matrix, of which the lower triangle is read; eigenvectors are rows. */
  symmetricEigen(a: Float64Array, n: number): { readonly values: Float64Array; readonly vectors: Float64Array } | null;
  /** Thin A = Q·R of an m × n matrix; the diagonal of R is real and not negative. O(mn·min(m, n)). */
  qr(a: Float64Array, m: number, n: number): { readonly q: Float64Array; readonly r: Float64Array };
}

/** The kernels. A state of n qubits has 2·2ⁿ numbers. Arguments named first are changed in place. */
export interface Engine extends RowFactors {
  /** Which implementation this is; records name it. */
  readonly name: string;
  /**
   * A description for people: how it computes, with which precision, threads and memory, and what a faster one would
   * need.
   */
  readonly description: string;
  /** state ← exp(−i·angle·P/2) state. O(2ⁿ). */
  rotate(state: Float64Array, operator: BitOperator, angle: number): void;
  /**
   * One step of the adjoint method: un-applies exp(−i·angle·P/2) from state and cotangent and returns
   * Im⟨cotangent|P state⟩ / 2, the derivative of Re⟨cotangent|state⟩ with respect to the angle. O(2ⁿ).
   */
  rotateBackward(state: Float64Array, cotangent: Float64Array, operator: BitOperator, angle: number): number;
  /** out ← out + (re + i·im) · P state. O(2ⁿ). */
  accumulate(out: Float64Array, state: Float64Array, operator: BitOperator, re: number, im: number): void;
  /** ⟨bra|P ket⟩ as [re, im]. O(2ⁿ). */
  sandwich(bra: Float64Array, operator: BitOperator, ket: Float64Array): readonly [number, number];
  /**
   * C = op(A)·op(B) for row-major A, B; op is the identity, or the adjoint where the flag says so.
   * C has shape m × n, the summed dimension is k. O(mnk).
   */
  multiply(
    a: Float64Array,
    b: Float64Array,
    m: number,
    n: number,
    k: number,
    adjointA: boolean,
    adjointB: boolean,
  ): Float64Array;
  /** The same for real matrices, op the transpose where the flag says so: a quarter of the arithmetic on half of the memory. */
  multiplyReal(
    a: Float64Array,
    b: Float64Array,
    m: number,
    n: number,
    k: number,
    transposeA: boolean,
    transposeB: boolean,
  ): Float64Array;
  /** Gram matrix G_ij = ⟨v_i|v_j⟩ of `count` vectors, given one after the other. O(count²·length). */
  gram(rows: Float64Array, count: number): Float64Array;
  /**
   * Rotates `count` rows of complex numbers in place, two at a time, until their first `length` numbers are orthogonal
   * to within the tolerance, relative to their lengths, or until `mostSweeps` sweeps are done. O(sweeps·count²·width).
   */
  jacobi(rows: Float64Array, count: number, length: number, tolerance: number, mostSweeps: number): void;
  /**
   * Rotates neighbours among `count` rows of real numbers in place, one pair after the other: for every (i, cos, sin)
   * of the list, rows i and i + 1 become (cos·a − sin·b, sin·a + cos·b). O(rotations·width).
   */
  rotateRows(rows: Float64Array, count: number, rotations: Float64Array): void;
  /**
   * Reduces a real symmetric n × n matrix, given by its lower triangle, to tridiagonal form: A = Q·T·Qᵀ with
   * Q = H_{n−1}…H₂, H_k = 1 − 2v_k v_kᵀ. Its largest entry should be near 1. Row k ≥ 2 becomes the k entries of v_k, or
   * zeros where H_k is the identity; `offDiagonal[k]` becomes T_{k,k+1}, its last number means nothing. 4n³/3 operations.
   */
  tridiagonalise(rows: Float64Array, diagonal: Float64Array, offDiagonal: Float64Array): void;
  /** The same for a Hermitian matrix, with H_k = 1 − 2v_k v_k†; the entries beside the diagonal are complex. */
  tridiagonaliseHermitian(rows: Float64Array, diagonal: Float64Array, offDiagonal: Float64Array): void;
  /** x ← Q·x for each row x of `rows`, count × n, with Q as `tridiagonaliseHermitian` left it, n × n. 8·count·n² operations. */
  reflectRowsHermitian(rows: Float64Array, count: number, reflectors: Float64Array, n: number): void;
  /**
   * Householder's factorisation A·P = H₀…H_{k−1}·R of an m × n matrix in place, k = min(m, n), H = 1 − 2vv†. A stands
   * column by column; column j becomes R above the diagonal and the unit vector v_j from it on, or zeros where H_j is the
   * identity; `diagonal`, k complex numbers, becomes that of R. Where an order is given, n numbers, the longest remaining
   * column comes first each time, and the numbers go with the columns. 8k²(m − k/3) operations for m ≥ n.
   */
  factorise(columns: Float64Array, rows: number, cols: number, diagonal: Float64Array, order?: Int32Array): void;
  /** The first `count` columns of H₀…H_{count−1}, as `factorise` left them, column by column. */
  orthonormalColumns(columns: Float64Array, rows: number, count: number): Float64Array;
  /**
   * The Schur form A = QTQ† of an n × n matrix, column by column, by the QR algorithm: `form`, A, becomes T, and `vectors` Q. Without
   * vectors, an empty array, only the diagonal of T is meaningful. O(n³).
   *
   * @returns 0, or the place of an eigenvalue that does not settle within 120 steps
   */
  schur(form: Float64Array, n: number, vectors: Float64Array): number;
  /** x ← Q·x for each row x of `rows`, count × n, with Q as `tridiagonalise` left it, n × n. 2·count·n² operations. */
  reflectRows(rows: Float64Array, count: number, reflectors: Float64Array, n: number): void;
  /**
   * Of two positive definite n × n matrices, whose entries stand in turn, entry (a, b), a < b, becomes the ratio of
   * determinants det M[a…b] / det M[a…b−1]; other entries are destroyed. Ratios are kept at or above `least`, a lower bound
   * of both spectra. 10n³/3 operations.
   */
  conditionalVariances(pairs: Float64Array, n: number, least: number): void;
  /**
   * Words of qubits under Clifford gates, in place. Row q of `x` and of `z` has a bit for every word, whether it has X or Z on qubit q;
   * `signs` is a row of their signs.
   *
   * @param gates - triples (kind, qubit, target) by `CLIFFORD_KINDS`, in order
   */
  conjugateWords(gates: Int32Array, x: Uint32Array, z: Uint32Array, signs: Uint32Array): void;
  /** Lends memory for vectors under a sum of flips while the work lasts. */
  withFlips<Result>(table: FlipTable, work: (space: FlipSpace) => Result): Result;
  /** Decompositions that the engine has itself; null where linear algebra makes them of the kernels above. */
  readonly decompositions: Decompositions | null;
  /** Decompositions of many small matrices; null where linear algebra decomposes one after the other. */
  readonly batches: BatchDecompositions | null;
  /** The array with its axes in the given order: out.shape[j] = shape[axes[j]]. O(size). */
  permute(array: Float64Array, shape: readonly number[], axes: readonly number[]): Float64Array;
  /** Runs the instructions on arrays in the engine's memory. All inputs may be given by their real parts: so are the outputs then. */
  runProducts(program: ProductProgram, inputs: readonly Float64Array[]): readonly Float64Array[];
  /**
   * Lends a program of one output while the work lasts: it runs again and again on another first input, the others stay in the
   * engine's memory. Where all inputs are real, or given by their real parts, so are the vectors, unless `isComplex`.
   */
  repeatProducts<Result>(
    program: ProductProgram,
    inputs: readonly Float64Array[],
    work: (space: ProductSpace) => Result,
    isComplex?: boolean,
  ): Result;
  /**
   * Rows carried up a tree of matrices, and the gradient of the matrices for a cotangent of the root's rows. O(rows · Σ inner · width)
   * multiplications, three times as many with the gradient; 8·Σ width bytes for each row.
   */
  runRows(tree: RowTree, matrices: Float64Array, batch: RowBatch, cotangent?: RootCotangent): RowTreeResult;
  /** The program applied to the state, as a new array. O(rotations · 2ⁿ). */
  runRotations(program: RotationProgram, state: Float64Array): Float64Array;
  /**
   * The adjoint method: ∂ Re⟨cotangent|state⟩ with respect to every angle, where the state is the program's result.
   * Both are left unchanged. O(rotations · 2ⁿ), two more states of memory whatever the number of rotations.
   */
  pullbackRotations(program: RotationProgram, state: Float64Array, cotangent: Float64Array): Float64Array;
  /**
   * Overlap of the program's state with a target, and its gradient: `runRotations` and `pullbackRotations` in one, with
   * two states of memory in addition to the target. `initial` is |0…0⟩ if undefined. A target in float32 halves its
   * memory.
   */
  overlapRotations(
    program: RotationProgram,
    initial: Float64Array | undefined,
    target: Float64Array | Float32Array,
  ): OverlapGradient;
  /** The matrices exp(−i Σ_p h_p P_p) of all gates, with their spectra. O(gates). */
  exponentiate(blocks: BlockProgram, coefficients: Float64Array): BlockUnitaries;
  /** The gates applied to the state, as a new array. O(gates · 2ⁿ). */
  runBlocks(blocks: BlockProgram, unitaries: BlockUnitaries, state: Float64Array): Float64Array;
  /**
   * The adjoint method: ∂ Re⟨cotangent|state⟩ with respect to every coefficient, where the state is the result of the gates.
   * Both are left unchanged. O(gates · 2ⁿ).
   */
  pullbackBlocks(
    blocks: BlockProgram,
    unitaries: BlockUnitaries,
    state: Float64Array,
    cotangent: Float64Array,
  ): Float64Array;
  /** The tangents of program(angles)·state. O(columns · rotations · 2ⁿ). */
  tangentRotations(program: RotationProgram, state: Float64Array, columns: TangentColumns): readonly Float64Array[];
}
