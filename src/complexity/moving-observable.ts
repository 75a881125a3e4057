/** @file How long a path must be to cross a family of hyperplanes ⟨L_t⟩ = 0: the bound, from what can be rechecked. */

import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexMatrix, type ComplexVector, identityMatrix } from '../linalg/complex.ts';
import { hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import { addScaledMatrix, frobeniusNorm } from '../linalg/matrix.ts';
import { normSquared } from '../linalg/vector.ts';
import { expectation, type PauliSum, pauliSumMatrix } from '../operator/pauli-sum.ts';
import type { Controls } from './controls.ts';
import { reciprocalRootIntegral } from './reciprocal-root-integral.ts';
import { symmetricSquare } from './symmetric-square.ts';
import { transposedSquare } from './transposed-square.ts';
import { checkObservableProblem, speedOnPairs } from './verified-observable-bound.ts';

/** What proves how fast a path can go from one hyperplane to the next; see `verifiedMovingBound`. */
export interface MovingSegment {
  /** G₀ and G₁, for the first and the second hyperplane. */
  readonly multipliers: readonly [PauliSum, PauliSum];
  /** β: βL is taken off D, whose expectation is to be negative where ⟨L⟩ = 0. */
  readonly beta: number;
  /**
   * Real vectors y_r of d² numbers, d = 2ⁿ, at the first hyperplane, between both, and at the second: Σ (y_r y_rᵀ)^Γ is added.
   */
  readonly transposed: readonly [
    first: readonly (readonly number[])[],
    between: readonly (readonly number[])[],
    second: readonly (readonly number[])[],
  ];
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
 * Let G₀ and G₁ be any observables, G_t = (1 − τ)G₀ + τG₁, and on two copies of the system, L = L_k and L' = L_{k+1}, with
 * Q(A, B) = sym Σ_P i[P, A] ⊗ i[P, B]/w_P and A ⊗ B short for its symmetric part,
 *
 *     M₀ = Q(L, L) − L ⊗ G₀,   M₀₁ = Q(L, L') − ½(L ⊗ G₁ + L' ⊗ G₀),   M₁ = Q(L', L') − L' ⊗ G₁,
 *
 * so that (1 − τ)²M₀ + 2τ(1 − τ)M₀₁ + τ²M₁ = Q(L_t, L_t) − L_t ⊗ G_t, whose expectation in ψ ⊗ ψ with ⟨L_t⟩ = 0 is Σ_P ⟨i[P, L_t]⟩²/w_P. For
 * each of the three let
 *
 *     λ_max(M − σ D ⊗ D + Y^Γ) ≤ c,   s = σ + max(0, c)/δ²,
 *
 * with any σ and any Y = Σ y_r y_rᵀ, whose partial transpose has an expectation ≥ 0 in ψ ⊗ ψ. As |⟨D⟩| ≥ δ there,
 * M has at most the expectation s⟨D⟩², hence S_t ≤ q(τ) = (1 − τ)²s₀ + 2τ(1 − τ)s₀₁ + τ²s₁, and ∫dτ/√q is closed. For L_t = A − x(t) and
 * G_t = b + ν(A + x − x_k − x_{k+1}) it is a cell of `verifiedObservableBound`.
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
  const wrong = [...leaves, ...segments.flatMap(({ multipliers }) => multipliers)].find(
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
  return factors.reduce((sum, one) => sum + segmentTime(one!), 0);
}

/** s₀, s₀₁ and s₁ of a segment; null if ⟨D⟩ is not negative where it must be. */
export function segmentFactors(
  controls: Controls,
  first: ComplexMatrix,
  second: ComplexMatrix,
  segment: MovingSegment,
): readonly [number, number, number] | null {
  const D = addScaledMatrix(second, [-1, 0], first);
  const delta = Math.min(...[first, second].map((L) => -ceiling(addScaledMatrix(D, [-segment.beta, 0], L), 1e-14)));
  if (!(delta > 0)) return null;
  const DD = symmetricSquare(D, D);
  const ceilings = segmentOperators(controls, first, second, segment.multipliers).map((M, i) => {
    const vectors = segment.transposed[i]!.map((y) => Float64Array.from(y));
    const all = vectors.length === 0 ? M : addScaledMatrix(M, [1, 0], transposedSquare(vectors, first.rows));
    return (sigma: number): number => ceiling(addScaledMatrix(all, [-sigma, 0], DD), 1e-15 * M.rows);
  });
  return leastFactors(ceilings, delta);
}

/** M₀, M₀₁ and M₁, the second as M at τ = ½ is (M₀ + 2M₀₁ + M₁)/4. */
export function segmentOperators(
  controls: Controls,
  first: ComplexMatrix,
  second: ComplexMatrix,
  multipliers: MovingSegment['multipliers'],
): readonly ComplexMatrix[] {
  const [G0, G1] = multipliers.map(pauliSumMatrix) as [ComplexMatrix, ComplexMatrix];
  const between = (A: ComplexMatrix, B: ComplexMatrix, tau: number): ComplexMatrix =>
    addScaledMatrix(addScaledMatrix(A, [-tau, 0], A), [tau, 0], B);
  const [M0, half, M1] = [0, 0.5, 1].map((tau) => {
    const L = between(first, second, tau);
    return addScaledMatrix(speedOnPairs(controls, L), [-1, 0], symmetricSquare(L, between(G0, G1, tau)));
  }) as [ComplexMatrix, ComplexMatrix, ComplexMatrix];
  const sum = addScaledMatrix(M0, [1, 0], M1);
  return [M0, addScaledMatrix(addScaledMatrix(half, [1, 0], half), [-0.5, 0], sum), M1];
}

/**
 * s₀, s₀₁ and s₁ that bisection of σ finds; each is sound.
 *
 * @param ceilings - of the three operators M: numbers that λ_max(M − σD ⊗ D) does not exceed
 */
export function leastFactors(
  ceilings: readonly ((sigma: number) => number)[],
  delta: number,
): readonly [number, number, number] {
  const [s0, s1] = [0, 2].map((i) => Math.max(leastFactor(ceilings[i]!, delta, 0), 1e-9)) as [number, number];
  return [s0, leastFactor(ceilings[1]!, delta, -0.999 * Math.sqrt(s0 * s1)), s1];
}

/** The least s = σ + max(0, c)/δ² from a lowest σ on. */
function leastFactor(ceilingAt: (sigma: number) => number, delta: number, lowest: number): number {
  const factor = (sigma: number): { readonly s: number; readonly c: number } => {
    const c = ceilingAt(sigma) + 1e-9 * delta ** 2;
    return { s: sigma + Math.max(0, c) / delta ** 2, c };
  };
  let [low, high] = [lowest, factor(lowest).s];
  let best = high;
  for (let step = 0; step < 40 && high - low > 1e-10 * Math.abs(high); step++) {
    const middle = (low + high) / 2;
    const { s, c } = factor(middle);
    best = Math.min(best, s);
    if (c > 0) low = middle;
    else high = middle;
  }
  return best;
}

/** ∫dτ/√q of a segment. */
export const segmentTime = ([s0, middle, s1]: readonly [number, number, number]): number =>
  reciprocalRootIntegral(1, s0, s1, s0 + s1 - 2 * middle).value;

/** The greatest eigenvalue, and a share of the norm for rounding. */
function ceiling(M: ComplexMatrix, share: number): number {
  const values = hermitianEigenvalues(M);
  return values[values.length - 1]! + share * frobeniusNorm(M);
}

const withConstant = (L: ComplexMatrix, constant: number): ComplexMatrix =>
  addScaledMatrix(L, [constant, 0], identityMatrix(L.rows));
