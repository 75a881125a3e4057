/** @file How long a path must be to change the expectation of one observable: the bound, from what can be rechecked. */

import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexMatrix, type ComplexVector, identityMatrix, zeroMatrix } from '../linalg/complex.ts';
import { hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import { addScaledMatrix, commutator, frobeniusNorm, scaledMatrix } from '../linalg/matrix.ts';
import { normSquared } from '../linalg/vector.ts';
import { expectation, type PauliSum, pauliSumMatrix } from '../operator/pauli-sum.ts';
import type { Controls } from './controls.ts';
import { reciprocalRootIntegral } from './reciprocal-root-integral.ts';
import { onCopies } from './symmetric-power.ts';
import { addSymmetricSquare, symmetricSquare } from './symmetric-square.ts';
import { transposedSquare } from './transposed-square.ts';

/** S(x) ≤ c + b·x + ν·(x − x₀)(x − x₁) for x = ⟨A⟩ in a cell [x₀, x₁]; see `verifiedObservableBound`. */
export interface ObservableCell {
  readonly c: number;
  readonly b: number;
  readonly nu: number;
  /** Real vectors y_r of d² numbers, d = 2ⁿ, row-major: Σ (y_r y_rᵀ)^Γ is added to the operator of which c is the maximum. */
  readonly transposed?: readonly (readonly number[])[];
}

/** What is given of a cell; c is found. */
export type GivenCell = Omit<ObservableCell, 'c'>;

/** Most dimensions of the symmetric power: six qubits on two copies, four on three, three on four. */
const MOST_DIMENSIONS = 2100;
/** Added to S, in units of the squared change of ⟨A⟩, far above the rounding of an eigenvalue. */
const ROUNDING = 1e-9;

/**
 * A rigorous lower bound of the length of every path of these controls between two pure states, by an observable A:
 *
 *     length ≥ ∫ dx/√S(x)   from ⟨A⟩ at one state to ⟨A⟩ at the other,   S(x) = max Σ_P ⟨i[P, A]⟩²/w_P over ⟨A⟩ = x.
 *
 * Proof. On a path |⟨A⟩'| = |Σ_P h_P ⟨i[P, A]⟩| ≤ √(Σ_P w_P h_P²)·√S(⟨A⟩), by Cauchy and Schwarz, and ⟨A⟩ passes every x
 * between its ends. On two copies of a state ψ, with sym restricting to the symmetric square,
 *
 *     Q = sym Σ_P i[P, A] ⊗ i[P, A]/w_P,   T = sym A ⊗ 1,   V = sym (A − x₀) ⊗ (A − x₁)
 *
 * have the expectations Σ_P ⟨i[P, A]⟩²/w_P, x and (x − x₀)(x − x₁). So for *any* real b and ν, of either sign,
 *
 *     S(x) ≤ c + b·x + ν(x − x₀)(x − x₁),   c = λ_max(Q − bT − νV),
 *
 * and the integral of the inverse root of the right-hand side, which is closed, bounds the length from below, whatever A,
 * b and ν are and wherever they come from. The last term is at most max(0, −ν)(x₁ − x₀)²/4. Instead of two copies any
 * number will do, with Q ⊗ 1 and so on, restricted to the symmetric power: the expectations stay, and c falls, as entangled
 * copies can do less for each of their pairs.
 *
 * Beyond that, ψ ⊗ ψ has a positive partial transpose, which entangled states of the copies need not have: for real vectors y_r,
 * ⟨ψψ|Σ(y_r y_rᵀ)^Γ|ψψ⟩ = Σ_r |Σ_ij y_r,ij ψ_i ψ_j*|² ≥ 0 (`transposedSquare`), so that this operator may be added to Q − bT − νV
 * before λ_max is taken: S(x) ≤ c + … − Σ_r |…|² ≤ c + ….
 *
 * The cells divide the way into intervals that end at (1 − cos(πk/K))/2 of it, finest at the ends, where S often vanishes.
 * c is found here; that of the cells given does not enter. To c 10⁻⁹ of the squared change of ⟨A⟩ and N·10⁻¹⁵ of the norm
 * of the matrix of dimension N are added, as eigenvalues are rounded; `provenObservableBound` accounts for every rounding error.
 *
 * @param controls - all words that cost less than ∞; none may be free
 * @param from - shape (2ⁿ,); states are normalised here
 * @param to - shape (2ⁿ,)
 * @param observable - A; its multiples give the same bound, with b in proportion
 * @param cells - from `from` to `to`, at least one
 * @param copies - k, with C(2ⁿ + k − 1, k) ≤ 2100: six qubits for k = 2, four for 3, three for 4 and 5; default 2
 * @returns 0 where ⟨A⟩ is the same at both ends
 * @throws {ShapeError} numbers of qubits differ, copies have too many dimensions, or there is no cell
 * @throws {DomainError} a weight is not positive, a state vanishes, b or ν is not finite, or there are fewer than 2 copies
 *
 * Cost O(#words·16ⁿ + cells·N³) with N dimensions of the copies: 0.1 s for three qubits, seconds for four.
 */
export function verifiedObservableBound(
  controls: Controls,
  from: ComplexVector,
  to: ComplexVector,
  observable: PauliSum,
  cells: readonly GivenCell[],
  copies = 2,
): number {
  checkObservableBound('verifiedObservableBound', controls, from, to, observable, cells, copies);
  return cellBounds(controls, from, to, observable, cells, copies).reduce((sum, { time }) => sum + time, 0);
}

/** A cell with its c, without what is added for rounding, and the least length of a path that crosses it. */
interface BoundedCell extends ObservableCell {
  readonly time: number;
}

/** What `verifiedObservableBound` adds up. */
export function cellBounds(
  controls: Controls,
  from: ComplexVector,
  to: ComplexVector,
  observable: PauliSum,
  cells: readonly GivenCell[],
  copies = 2,
): readonly BoundedCell[] {
  const [start, end] = endExpectations(observable, from, to);
  const forms = observableForms(controls, pauliSumMatrix(observable), copies);
  const grid = cellEnds(cells.length).map((u) => start + (end - start) * u);
  return cells.map((cell, k) => {
    const [x0, x1] = [grid[k]!, grid[k + 1]!];
    const matrix = cellOperator(forms, cell, x0, x1);
    const values = hermitianEigenvalues(matrix);
    const c = values[values.length - 1]!;
    const margin = ROUNDING * (end - start) ** 2 + 1e-15 * matrix.rows * frobeniusNorm(matrix);
    const { b, nu, transposed } = cell;
    const [q0, q1] = [c + margin + b * x0, c + margin + b * x1];
    const time = x0 === x1 ? 0 : reciprocalRootIntegral(Math.abs(x1 - x0), q0, q1, nu).value;
    return { c, b, nu, ...(transposed && { transposed }), time };
  });
}

/** ⟨A⟩ in two states that need not be normalised. */
export function endExpectations(
  observable: PauliSum,
  from: ComplexVector,
  to: ComplexVector,
): readonly [start: number, end: number] {
  const mean = (state: ComplexVector): number => expectation(observable, state) / normSquared(state);
  return [mean(from), mean(to)];
}

/** Q, T, W = A ⊗ A and 1 on copies of the system. */
export interface ObservableForms {
  readonly Q: ComplexMatrix;
  readonly T: ComplexMatrix;
  readonly W: ComplexMatrix;
  readonly identity: ComplexMatrix;
  /** 2ⁿ. */
  readonly dimension: number;
  readonly copies: number;
}

/** The operators that those of all cells are made of. */
export function observableForms(controls: Controls, A: ComplexMatrix, copies: number): ObservableForms {
  const one = identityMatrix(A.rows);
  const [Q, T, W, identity] = [
    speedOnPairs(controls, A),
    symmetricSquare(A, one),
    symmetricSquare(A, A),
    symmetricSquare(one, one),
  ].map((M) => onCopies(M, A.rows, copies));
  return { Q: Q!, T: T!, W: W!, identity: identity!, dimension: A.rows, copies };
}

/** Q − bT − ν(A − x₀)⊗(A − x₁) + Y^Γ, the operator of which c is the greatest eigenvalue. */
export function cellOperator(
  { Q, T, W, identity, dimension, copies }: ObservableForms,
  { b, nu, transposed = [] }: GivenCell,
  x0: number,
  x1: number,
): ComplexMatrix {
  const vectors = transposed.map((y) => Float64Array.from(y));
  const added = vectors.length === 0 ? undefined : onCopies(transposedSquare(vectors, dimension), dimension, copies);
  return [
    [nu * (x0 + x1) - b, T] as const,
    [-nu, W] as const,
    [-nu * x0 * x1, identity] as const,
    ...(added === undefined ? [] : [[1, added] as const]),
  ].reduce((sum, [s, part]) => addScaledMatrix(sum, [s, 0], part), Q);
}

/** Where K cells end, as shares of the way: (1 − cos(πk/K))/2 for k = 0 … K. */
export function cellEnds(count: number): readonly number[] {
  return Array.from({ length: count + 1 }, (_, k) => Math.sin((Math.PI * k) / (2 * count)) ** 2);
}

/** Σ_P i[P, A] ⊗ i[P, A]/w_P on the symmetric square: its expectation in ψ ⊗ ψ is Σ_P ⟨i[P, A]⟩²/w_P. */
export function speedOnPairs({ words, weights, qubits }: Controls, A: ComplexMatrix): ComplexMatrix {
  const size = (A.rows * (A.rows + 1)) / 2;
  const out = zeroMatrix(size, size);
  words.forEach((word, p) => {
    const rate = scaledMatrix([0, 1], commutator(pauliSumMatrix({ qubits, terms: [{ word, coefficient: 1 }] }), A));
    addSymmetricSquare(out, 1 / weights[p]!, rate, rate);
  });
  return out;
}

/** Checks what a bound by an observable is made of. */
export function checkObservableBound(
  caller: string,
  controls: Controls,
  from: ComplexVector,
  to: ComplexVector,
  observable: PauliSum,
  cells: readonly GivenCell[],
  copies: number,
): void {
  checkObservableProblem(caller, controls, from, to, copies);
  if (observable.qubits !== controls.qubits || cells.length === 0) {
    throw new ShapeError(
      `${caller}: an observable of ${controls.qubits} qubits and a cell required, got ${observable.qubits} qubits and ${cells.length} cells`,
    );
  }
  const wrong = cells.find(({ b, nu }) => !(Number.isFinite(b) && Number.isFinite(nu)));
  if (wrong !== undefined) {
    throw new DomainError(`${caller}: finite b and nu required, got ${wrong.b} and ${wrong.nu}`);
  }
}

/** Checks two states and the words between them. */
export function checkObservableProblem(
  caller: string,
  { qubits, weights }: Controls,
  from: ComplexVector,
  to: ComplexVector,
  copies: number,
  mostDimensions = MOST_DIMENSIONS,
): void {
  if (!(Number.isInteger(copies) && copies >= 2)) {
    throw new DomainError(`${caller}: at least 2 copies required, got ${copies}`);
  }
  const dimensions = symmetricDimension(qubits, copies);
  if (dimensions > mostDimensions) {
    throw new ShapeError(
      `${caller}: a symmetric power of at most ${mostDimensions} dimensions required, got ${dimensions}: ${copies} copies of ${qubits} qubits`,
    );
  }
  for (const state of [from, to]) {
    if (state.length !== 2 ** qubits) {
      throw new ShapeError(`${caller}: states of ${2 ** qubits} amplitudes required, got ${state.length}`);
    }
    if (!(normSquared(state) > 0))
      throw new DomainError(`${caller}: states of positive norm required, got a zero vector`);
  }
  const free = weights.find((weight) => !(weight > 0));
  if (free !== undefined) throw new DomainError(`${caller}: weights above 0 required, got ${free}`);
}

/** C(2ⁿ + k − 1, k), the dimension of the symmetric power of k copies. */
export function symmetricDimension(qubits: number, copies: number): number {
  let dimension = 1;
  for (let k = 0; k < copies && dimension < 2 ** 53; k++) dimension *= (2 ** qubits + k) / (k + 1);
  return Math.round(dimension);
}
