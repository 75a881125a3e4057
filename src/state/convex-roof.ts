/** @file Entanglement of mixed states as a minimum over the ensembles that they are. */

import { DomainError, ShapeError } from '../errors.ts';
import { batchedSingularValueDecomposition } from '../linalg/batched-decompositions.ts';
import { type ComplexMatrix, zeroMatrix } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { columnOf, matrixOfColumns, multiply, transpose } from '../linalg/matrix.ts';
import { matrixOfBatch } from '../linalg/matrix-batch.ts';
import { qr } from '../linalg/qr.ts';
import { type RandomStream, randomStream } from '../linalg/random.ts';
import { lbfgs } from '../optimise/lbfgs.ts';
import { minimised } from '../optimise/minimise.ts';
import type { Objective } from '../optimise/objective.ts';
import { productManifold } from '../optimise/stiefel.ts';
import type { Result } from '../solution.ts';
import { checkState } from './reduced-density-matrix.ts';

/**
 * The entanglement of a pure state with Schmidt coefficients s_k: 'entropy' −Σ s² log s², whose roof is the entanglement
 * of formation, or 'geometric' 1 − max s², whose roof is one minus the greatest fidelity with a separable state.
 */
export type PureEntanglement = 'entropy' | 'geometric';

/** How ensembles are searched. */
export interface ConvexRoofOptions {
  /** States of an ensemble; default the square of the rank, at most 16. */
  readonly members?: number;
  /** Random starts; default 6. */
  readonly starts?: number;
  readonly seed?: number;
}

/** The best ensemble found. */
export interface ConvexRoof {
  /** Σ p_k E(ψ_k): an upper bound of the roof, and the roof if the search found the minimum. */
  readonly value: number;
  /** Columns √p_k ψ_k, shape (D, members): ρ = V V†. */
  readonly ensemble: ComplexMatrix;
  readonly result: Result;
  /** The values that the starts arrived at, ascending. */
  readonly found: readonly number[];
}

/** Eigenvalues up to this are not part of the state. */
const NONE = 1e-14;
/** Most dimensions of the whole: the search is for small states. */
const MOST = 64;

/**
 * The convex roof of an entanglement measure of two parts,
 *
 *     E(ρ) = min { Σ p_k E(ψ_k) : ρ = Σ p_k |ψ_k⟩⟨ψ_k| },
 *
 * over all ensembles of so many members: √p_k ψ_k = Σ_j W_kj √λ_j e_j with the eigenvectors e_j of ρ and an isometry W
 * (Schrödinger; Hughston, Jozsa & Wootters). L-BFGS on the Stiefel manifold with the gradient from Schmidt vectors.
 *
 * @param rho - density matrix, shape (D, D), D = d_A·d_B ≤ 64
 * @param dimensions - d_A, d_B
 * @throws {ShapeError} the matrix does not have this shape
 * @throws {DomainError} a greater D; fewer members than the rank; no start
 *
 * @see Uhlmann, Open Syst. Inf. Dyn. 5, 209 (1998); Streltsov, Kampermann & Bruß, New J. Phys. 12, 123004 (2010)
 */
export function convexRoof(
  rho: ComplexMatrix,
  dimensions: readonly [number, number],
  measure: PureEntanglement,
  options: ConvexRoofOptions = {},
): ConvexRoof {
  if (!('rows' in rho)) throw new ShapeError('convexRoof: a density matrix required, got a vector');
  checkState(rho, dimensions);
  if (rho.rows > MOST) throw new DomainError(`convexRoof: at most ${MOST} dimensions possible, got ${rho.rows}`);
  const roots = rootsOf(rho);
  const rank = roots.cols;
  const { members = Math.max(rank, Math.min(16, rank * rank)), starts = 6, seed = 1 } = options;
  if (!(Number.isInteger(members) && members >= rank)) {
    throw new DomainError(`convexRoof: at least ${rank} members required, the rank of the state, got ${members}`);
  }
  if (!(Number.isInteger(starts) && starts >= 1)) throw new DomainError(`convexRoof: a start required, got ${starts}`);
  const objective = meanEntanglement(roots, dimensions, measure, members);
  const manifold = productManifold([{ kind: 'stiefel', offset: 0, rows: members, columns: rank }]);
  const stream = randomStream(seed, 'convex roof');
  const ends = Array.from({ length: starts }, () =>
    minimised(objective, lbfgs({ manifold }), randomIsometry(members, rank, stream), {
      maxSteps: 600,
      gradientTolerance: 1e-9,
      manifold,
    }),
  ).sort((a, b) => a.value.evaluation.value - b.value.evaluation.value);
  const best = ends[0]!;
  return {
    value: Math.max(0, best.value.evaluation.value),
    ensemble: ensembleOf(roots, { rows: members, cols: rank, interleaved: best.value.x }),
    result: best.result,
    found: ends.map(({ value }) => value.evaluation.value),
  };
}

/** Columns √λ_j e_j. */
function rootsOf(rho: ComplexMatrix): ComplexMatrix {
  const { values, vectors } = hermitianEigen(rho);
  const kept = [...values.keys()].filter((k) => values[k]! > NONE);
  return matrixOfColumns(
    kept.map((k) => {
      const { length, interleaved } = columnOf(vectors, k);
      return { length, interleaved: interleaved.map((x) => Math.sqrt(values[k]!) * x) };
    }),
  );
}

function randomIsometry(rows: number, cols: number, { normal }: RandomStream): Float64Array {
  const { interleaved } = zeroMatrix(rows, cols);
  return Float64Array.from(qr({ rows, cols, interleaved: interleaved.map(() => normal()) }).q.interleaved);
}

/** V = B Wᵀ, one column for each member. */
const ensembleOf = (roots: ComplexMatrix, isometry: ComplexMatrix): ComplexMatrix =>
  multiply(roots, transpose(isometry));

function meanEntanglement(
  roots: ComplexMatrix,
  [rows, cols]: readonly [number, number],
  measure: PureEntanglement,
  members: number,
): Objective {
  const rank = roots.cols;
  const basis = transpose(roots);
  return (x) => {
    const { interleaved } = multiply({ rows: members, cols: rank, interleaved: x }, basis); // Vᵀ = W Bᵀ, a member in each row
    const { u, values, v } = batchedSingularValueDecomposition({ count: members, rows, cols, interleaved });
    const least = Math.min(rows, cols);
    const slopes = zeroMatrix(members, rows * cols);
    let value = 0;
    for (let k = 0; k < members; k++) {
      const coefficients = values.subarray(k * least, (k + 1) * least);
      const own = measure === 'entropy' ? entropyOf(coefficients) : geometricOf(coefficients);
      value += own.value;
      const left = matrixOfBatch(u, k);
      const weighted = left.interleaved.map((z, at) => z * own.slope[(at >> 1) % least]!);
      const slope = multiply({ ...left, interleaved: weighted }, matrixOfBatch(v, k), { adjointB: true });
      slopes.interleaved.set(slope.interleaved, 2 * k * rows * cols);
    }
    return { value, gradient: multiply(slopes, basis, { adjointB: true }).interleaved };
  };
}

/** A measure of an unnormalised state, p·E(ψ/√p), and its derivatives by the Schmidt coefficients. */
interface Measured {
  readonly value: number;
  readonly slope: readonly number[];
}

/** −Σ s² log(s²/p). */
function entropyOf(values: ArrayLike<number>): Measured {
  const s = Array.from(values);
  const p = s.reduce((sum, x) => sum + x * x, 0);
  const log = (x: number): number => (x * x > 1e-300 * p ? Math.log((x * x) / p) : 0);
  return { value: s.reduce((sum, x) => sum - x * x * log(x), 0), slope: s.map((x) => -2 * x * log(x)) };
}

/** p − max s². */
function geometricOf(values: ArrayLike<number>): Measured {
  const s = Array.from(values);
  return { value: s.slice(1).reduce((sum, x) => sum + x * x, 0), slope: s.map((x, k) => (k === 0 ? 0 : 2 * x)) };
}
