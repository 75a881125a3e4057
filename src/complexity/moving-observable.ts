/** @file How long a path must be to cross a family of hyperplanes ⟨L_t⟩ = 0: the bound, from what can be rechecked. */

import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexMatrix, type ComplexVector, identityMatrix } from '../linalg/complex.ts';
import { hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import { addScaledMatrix, frobeniusNorm } from '../linalg/matrix.ts';
import { normSquared } from '../linalg/vector.ts';
import { expectation, type PauliSum, pauliSumMatrix } from '../operator/pauli-sum.ts';
import type { Controls } from './controls.ts';
import { symmetricSquare } from './symmetric-square.ts';
import { transposedSquare } from './transposed-square.ts';
import { checkObservableProblem, speedOnPairs } from './verified-observable-bound.ts';

/** What proves how fast a path can go from one hyperplane to the next; see `verifiedMovingBound`. */
export interface MovingSegment {
  /** G: L ⊗ G is taken off the operator at either end. */
  readonly multiplier: PauliSum;
  /** β: βL is taken off D, whose expectation is to be negative where ⟨L⟩ = 0. */
  readonly beta: number;
  /** Real vectors y_r of d² numbers, d = 2ⁿ, at the first and at the second hyperplane: Σ (y_r y_rᵀ)^Γ is added. */
  readonly transposed: readonly [readonly (readonly number[])[], readonly (readonly number[])[]];
}

/** Most dimensions of the symmetric square: five qubits. */
const MOST_DIMENSIONS = 528;

/**
 * A rigorous lower bound of the length of every path between two pure states by an observable that changes on the way: by
 * observables L₀, …, L_K with ⟨L₀⟩ = 0 at one state and ⟨L_K⟩ = 0 at the other, and L_t = (1 − τ)L_k + τL_{k+1} for t = k + τ. With
 * L_t = A − x(t) it is the bound by one observable; in general hyperplanes of states, ⟨L_t⟩ = 0, turn on the way.
 *
 * Proof. Let D = L_{k+1} − L_k. If D − βL_k ≺ −δ and D − βL_{k+1} ≺ −δ for some β and δ > 0, the same holds of D − βL_t, and
 * d⟨L_t⟩/dt = ⟨D⟩ ≤ −δ wherever ⟨L_t⟩ = 0. So t ↦ ⟨L_t⟩ of a state has at most one zero in [0, K], a falling one; f = t there, 0
 * where ⟨L₀⟩ < 0 and K where ⟨L_K⟩ > 0, is continuous, 0 at one end of the path and K at the other. By the implicit function
 * theorem |f'| = |⟨i[H, L_t]⟩|/|⟨D⟩| ≤ F·√S_t on a path, S_t the greatest Σ_P ⟨i[P, L_t]⟩²/w_P/⟨D⟩² of states with ⟨L_t⟩ = 0, hence
 *
 *     length ≥ ∫ dt/√S_t.
 *
 * At both ends of a segment, L = L_k and L = L_{k+1}, let s be such that on two copies of the system
 *
 *     λ_max(Q_L − sym L ⊗ G − σ D ⊗ D + Y^Γ) ≤ c,   s = σ + max(0, c)/δ²,   Q_L = sym Σ_P i[P, L] ⊗ i[P, L]/w_P,
 *
 * with any observable G, the same at both, any σ ≥ 0 and any Y = Σ y_r y_rᵀ, whose partial transpose has an expectation ≥ 0 in
 * ψ ⊗ ψ. So Σ_P ⟨i[P, L]⟩²/w_P ≤ s⟨D⟩² + ⟨L⟩⟨G⟩ at both ends of the segment for a state with ⟨L_t⟩ = 0, as |⟨D⟩| ≥ δ there. A square
 * is convex in τ, so that with weights 1 − τ and τ the left-hand sides add up to at least that of L_t, while
 * (1 − τ)⟨L_k⟩⟨G⟩ + τ⟨L_{k+1}⟩⟨G⟩ = ⟨L_t⟩⟨G⟩ = 0: S_t ≤ (1 − τ)s_k + τs_{k+1}, whose inverse root has the integral 2/(√s_k + √s_{k+1}).
 *
 * To c and −δ N·10⁻¹⁵ of the norms of the matrices of dimension N are added, and 10⁻⁹δ² to c, as eigenvalues are rounded.
 *
 * @param leaves - L₀ … L_K, K ≥ 1; a constant is added to the first and the last, so that they vanish at the ends
 * @param segments - K of them
 * @returns 0 where the condition on D does not hold in some segment
 * @throws {ShapeError | DomainError} as `verifiedObservableBound`; other than K segments for K + 1 observables
 *
 * O(K·(#words·16ⁿ + N³)), N = 2ⁿ(2ⁿ + 1)/2: 0.1 s for each segment of three qubits, which is mostly that of Y.
 */
export function verifiedMovingBound(
  controls: Controls,
  from: ComplexVector,
  to: ComplexVector,
  leaves: readonly PauliSum[],
  segments: readonly MovingSegment[],
): number {
  checkObservableProblem('verifiedMovingBound', controls, from, to, 2, MOST_DIMENSIONS);
  const wrong = [...leaves, ...segments.map(({ multiplier }) => multiplier)].find(
    ({ qubits }) => qubits !== controls.qubits,
  );
  if (wrong !== undefined || leaves.length < 2 || segments.length !== leaves.length - 1) {
    throw new ShapeError(
      `verifiedMovingBound: K + 1 observables of ${controls.qubits} qubits and K segments required, got ${leaves.length}, ${segments.length}, and one of ${wrong?.qubits ?? controls.qubits} qubits`,
    );
  }
  const beta = segments.find((segment) => !Number.isFinite(segment.beta));
  if (beta !== undefined) throw new DomainError(`verifiedMovingBound: finite beta required, got ${beta.beta}`);
  const matrices = leaves.map((leaf, k) => {
    const at = k === 0 ? from : k === leaves.length - 1 ? to : undefined;
    const L = pauliSumMatrix(leaf);
    return at === undefined ? L : withConstant(L, -expectation(leaf, at) / normSquared(at));
  });
  const factors = segments.map((segment, k) => segmentFactors(controls, matrices[k]!, matrices[k + 1]!, segment));
  if (factors.includes(null)) return 0;
  return factors.reduce((sum, pair) => sum + 2 / (Math.sqrt(pair![0]) + Math.sqrt(pair![1])), 0);
}

/** s at both ends of a segment; null if ⟨D⟩ is not negative where it must be. */
export function segmentFactors(
  controls: Controls,
  first: ComplexMatrix,
  second: ComplexMatrix,
  { multiplier, beta, transposed }: MovingSegment,
): readonly [number, number] | null {
  const D = addScaledMatrix(second, [-1, 0], first);
  const G = pauliSumMatrix(multiplier);
  const ends = [first, second];
  const delta = Math.min(...ends.map((L) => -ceiling(addScaledMatrix(D, [-beta, 0], L), 1e-14)));
  if (!(delta > 0)) return null;
  const DD = symmetricSquare(D, D);
  const [s0, s1] = ends.map((L, end) => {
    const vectors = transposed[end]!.map((y) => Float64Array.from(y));
    const M = [
      [-1, symmetricSquare(L, G)] as const,
      ...(vectors.length === 0 ? [] : [[1, transposedSquare(vectors, L.rows)] as const]),
    ].reduce((sum, [s, part]) => addScaledMatrix(sum, [s, 0], part), speedOnPairs(controls, L));
    return leastFactor(M, DD, delta);
  });
  return [s0!, s1!];
}

/** The least s = σ + max(0, c)/δ² that bisection of σ finds; each is sound. */
function leastFactor(M: ComplexMatrix, DD: ComplexMatrix, delta: number): number {
  const factor = (sigma: number): { readonly s: number; readonly c: number } => {
    const c = ceiling(addScaledMatrix(M, [-sigma, 0], DD), 1e-15 * M.rows) + 1e-9 * delta ** 2;
    return { s: sigma + Math.max(0, c) / delta ** 2, c };
  };
  let [low, high] = [0, factor(0).s];
  let best = high;
  for (let step = 0; step < 40 && high - low > 1e-10 * high; step++) {
    const middle = (low + high) / 2;
    const { s, c } = factor(middle);
    best = Math.min(best, s);
    if (c > 0) low = middle;
    else high = middle;
  }
  return Math.max(best, 1e-9);
}

/** The greatest eigenvalue, and a share of the norm for rounding. */
function ceiling(M: ComplexMatrix, share: number): number {
  const values = hermitianEigenvalues(M);
  return values[values.length - 1]! + share * frobeniusNorm(M);
}

const withConstant = (L: ComplexMatrix, constant: number): ComplexMatrix =>
  addScaledMatrix(L, [constant, 0], identityMatrix(L.rows));
