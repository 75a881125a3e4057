/** @file Conjugate points of geodesics of states, after which a geodesic is no longer the shortest among its neighbours. */

import { type ComplexMatrix, type ComplexVector, identityMatrix, zeroMatrix } from '../../linalg/complex.ts';
import { EigenvalueDecomposition, Matrix } from '../../linalg/dense-real.ts';
import { addScaledMatrix, frobeniusNorm, multiply } from '../../linalg/matrix.ts';
import { normalEigen } from '../../linalg/normal-eigen.ts';
import { randomStream } from '../../linalg/random.ts';
import { dot, length, plus as plusTimes, times } from '../../linalg/real-vector.ts';
import { solve } from '../../linalg/solve.ts';
import { commute, multiplyWords, type PauliWord, place } from '../../operator/pauli.ts';
import { hamiltonian, timesIH } from '../../path/hamiltonian-action.ts';
import { wordTable } from '../../path/word-table.ts';
import { horizontalFrame } from './horizontal-frame.ts';
import type { StateMetric } from './metric-space.ts';
import { controlsAt, type StateFlow, stateFlow } from './state-flow.ts';
import { carriedAlong, variedFlows } from './varied-flow.ts';

/** Eigenphases of W within this of 0 are 0: at the start all are, and rounding must not make them negative. */
const NOISE = 1e-4;
/** Farther from a unitary than this W has lost its meaning to rounding, or to long steps. */
const LARGEST_DEFECT = 3e-4;
/** Eigenvalues of the Gramian below this are computed once more, among themselves, for rounding. */
const SMALL_EIGENVALUE = 1e-9;
/** Where their square roots are below this the end does not move. */
const UNMOVED = 1e-10;
/** Of eigenphases. */
const PHASE_TOLERANCE = 1e-8;
/** A step in which an eigenphase of W turns farther is too long to be counted. */
const LONGEST_TURN = 5;

/** A phase in (−π, π] as one that has grown from 0: in [0, 2π). */
const forward = (phase: number): number => (phase < -NOISE ? phase + 2 * Math.PI : Math.max(0, phase));

/** Conjugate points of a piece of a geodesic. */
export interface StateConjugatePoints {
  /** How many, with multiplicity. */
  readonly count: number;
  /** The step of the flow at or before which the first lies, and δp(0) of the field that vanishes there; null without one. */
  readonly first: { readonly step: number; readonly field: Float64Array } | null;
  /** How many directions of the end other geodesics reach, but no path near this one: more than none if it is abnormal. */
  readonly abnormality: number;
}

/**
 * The conjugate points of a geodesic in (0, 1], with multiplicity, by Jacobi fields (δψ, δp) = (Uz, Uy) in the
 * frame that moves with the path, with z(0) = 0. There the linearised flow has the Hamiltonian
 *
 *     ½ Σ_P (Im⟨y|P_t ψ₀⟩ + Im⟨p₀|P_t z⟩)² / w_P ≥ 0,      P_t = U†PU,
 *
 * so that the symmetric matrix Z Y⁻¹ of all fields, modulo phases, only rises. Hence the eigenphases of the unitary
 * W = (Y + iZ)(Y − iZ)⁻¹, which is finite throughout, only grow from W(0) = 1, and each passage through 0 is a conjugate
 * point. In a step they grow by the sum of the eigenphases of W_{k+1}W_k†; what of it does not show in those of W has gone
 * round. That holds for every penalty, and counts multiple points; and in any symplectic coordinates, of which those are
 * taken in which all directions of the costate move the end by as much (`controllability`).
 *
 * @returns `undefined` if the steps are too long for the fields, or some direction moves the end less than rounding does
 *
 * Cost 2ⁿ⁺¹ linearised flows, and O(steps · 8ⁿ).
 */
export function stateConjugatePoints(
  metric: StateMetric,
  from: ComplexVector,
  costate: Float64Array,
  steps: number,
): StateConjugatePoints | undefined {
  const flow = stateFlow(metric, { state: from.interleaved, costate }, steps);
  const { axes, sizes } = controllability(metric, flow);
  const rounding = Number.EPSILON * length(costate);
  if (sizes.some((size) => rounding > NOISE * size ** 2)) return undefined;
  const size = axes.length;
  const moving = carriedAlong(metric, flow, axes);
  const fields = variedFlows(metric, flow, axes, ({ points }) => points);
  const turned = axes.map((axis) => dot(axis, timesI(costate)));
  let before = identityMatrix(size);
  let phases = new Float64Array(size);
  let count = 0;
  let first: StateConjugatePoints['first'] = null;
  for (let k = 1; k <= steps; k++) {
    const [plus, minus] = [zeroMatrix(size, size), zeroMatrix(size, size)]; // Y ± iZ, transposed
    fields.forEach((points, row) => {
      const { state, costate: momentum } = points[k]!;
      const phase = dot(timesI(flow.points[k]!.state), state); // Im⟨ψ|δψ⟩
      for (let i = 0; i < size; i++) {
        const at = 2 * (row * size + i);
        const y = dot(moving[i]![k]!, momentum) - phase * turned[i]!;
        plus.interleaved[at] = minus.interleaved[at] = (sizes[i]! / sizes[row]!) * y;
        plus.interleaved[at + 1] = dot(moving[i]![k]!, state) / (sizes[i]! * sizes[row]!);
        minus.interleaved[at + 1] = -plus.interleaved[at + 1]!;
      }
    });
    const W = nearestUnitary(solve(minus, plus)); // the transpose of W, which is symmetric
    if (W === undefined) return undefined;
    const turns = normalEigen(multiply(W, before, { adjointB: true }), PHASE_TOLERANCE).phases.map(forward);
    if (turns.some((turn) => turn > LONGEST_TURN)) return undefined;
    const next = normalEigen(W, PHASE_TOLERANCE).phases.map(forward);
    const grown = sumOf(turns) - (sumOf(next) - sumOf(phases));
    const passed = Math.round(grown / (2 * Math.PI));
    if (passed < 0) return undefined; // phases only grow: what falls is rounding
    count += passed;
    if (count > 0 && first === null)
      first = {
        step: k,
        field: vanishingField(
          plus,
          axes.map((axis, j) => times(1 / sizes[j]!, axis)),
        ),
      };
    [before, phases] = [W, next];
  }
  return { count, first, abnormality: abnormality(metric, from, costate, { size, steps }) };
}

/** How many directions the geodesic of a random costate moves that this one, which moves `size`, does not. */
function abnormality(
  metric: StateMetric,
  { length: amplitudes, interleaved: state }: ComplexVector,
  costate: Float64Array,
  { size, steps }: { readonly size: number; readonly steps: number },
): number {
  const frame = horizontalFrame(state);
  if (size === 2 * amplitudes - 2) return 0;
  const stream = randomStream(0, 'generic costate');
  const random = frame.vectorOf(Float64Array.from({ length: 2 * amplitudes - 2 }, () => stream.normal()));
  const generic = times(length(costate) / length(random), random);
  return controllability(metric, stateFlow(metric, { state, costate: generic }, steps)).axes.length - size;
}

/** The unitary near a matrix that is one but for rounding, by two steps of Newton and Schulz; nothing if it is not. */
function nearestUnitary(a: ComplexMatrix): ComplexMatrix | undefined {
  const identity = identityMatrix(a.rows);
  const defect = addScaledMatrix(identity, [-1, 0], multiply(a, a, { adjointA: true }));
  if (!(frobeniusNorm(defect) < LARGEST_DEFECT)) return undefined;
  const once = addScaledMatrix(a, [0.5, 0], multiply(a, defect));
  const rest = addScaledMatrix(identity, [-1, 0], multiply(once, once, { adjointA: true }));
  return addScaledMatrix(once, [0.5, 0], multiply(once, rest));
}

/**
 * Orthonormal directions of the costate, sorted by how far they move the end: the eigenvectors of the controllability Gramian
 *
 *     G_ij = ∫ Σ_a w_a h_a(i) h_a(j) dt,      h_a(i) = Im⟨U(t)e_i|B_a ψ(t)⟩/w_a,
 *
 * and the square roots of its eigenvalues. Without conjugate points Z ≈ G: with costates divided and states multiplied by
 * 1/√G, Z and Y are of one size, and directions that need many brackets count like others. Directions that do not move the
 * end at all, as a symmetry makes them, are left out: the fields of the others never enter them.
 */
function controllability(
  metric: StateMetric,
  flow: StateFlow,
): { readonly axes: readonly Float64Array[]; readonly sizes: Float64Array } {
  const { state } = flow.points[0]!;
  const frame = horizontalFrame(state);
  const axes = unitVectors(state.length - 2).map((unit) => frame.vectorOf(unit));
  const scales = metric.inverseWeights.map((inverse) =>
    inverse > 0 ? 1 / Math.sqrt(inverse * flow.points.length) : 0,
  );
  const moves = carriedAlong(metric, flow, axes).map((vectors) =>
    Float64Array.from(
      vectors.flatMap((costate, k) =>
        Array.from(controlsAt(metric, { state: flow.points[k]!.state, costate }), (h, a) => h * scales[a]!),
      ),
    ),
  );
  const { realEigenvalues, eigenvectorMatrix } = symmetricEigen(moves);
  const all = realEigenvalues.map((value, k) => ({ value, shares: Float64Array.from(eigenvectorMatrix.getColumn(k)) }));
  const small = all.filter(({ value }) => value < SMALL_EIGENVALUE).map(({ shares }) => shares);
  const again = small.length > 0 ? symmetricEigen(small.map((shares) => combination(moves, shares))) : undefined;
  const resolved = [
    ...all.filter(({ value }) => !(value < SMALL_EIGENVALUE)),
    ...small.map((_, k) => ({
      value: again!.realEigenvalues[k]!,
      shares: combination(small, Float64Array.from(again!.eigenvectorMatrix.getColumn(k))),
    })),
  ].filter(({ value }) => !(value < UNMOVED ** 2));
  return {
    axes: resolved.map(({ shares }) => frame.vectorOf(shares)),
    sizes: Float64Array.from(resolved, ({ value }) => Math.sqrt(value)),
  };
}

/** The combination of the fields whose Z, the imaginary part of the matrix, is smallest. */
function vanishingField({ rows, cols, interleaved }: ComplexMatrix, axes: readonly Float64Array[]): Float64Array {
  const Z = Array.from({ length: rows }, (_, r) =>
    Float64Array.from({ length: cols }, (__, c) => interleaved[2 * (r * cols + c) + 1]!),
  );
  const shares = symmetricEigen(Z).eigenvectorMatrix.getColumn(0);
  return combination(axes, Float64Array.from(shares));
}

/** Σ_k shares_k v_k. */
function combination(vectors: readonly Float64Array[], shares: Float64Array): Float64Array {
  const none: Float64Array = new Float64Array(vectors[0]!.length);
  return vectors.reduce((sum, v, k) => plusTimes(sum, shares[k]!, v), none);
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** All words of one qubit. */
const oneQubitWords = (qubits: number): readonly PauliWord[] =>
  Array.from({ length: qubits }, (_, q) => [...'XYZ'].map((letter) => place(qubits, { [q]: letter }))).flat();

/**
 * The one-qubit words P whose rotations keep a metric diagonal in words: all if weights depend on supports only. PQ has to weigh
 * as much as Q for every word Q that does not commute with P.
 */
export function rotationsOf({ table, inverseWeights, shares }: StateMetric): readonly PauliWord[] {
  if (shares !== undefined) return [];
  const inverse = new Map(table.words.map((word, q) => [word, inverseWeights[q]!]));
  return oneQubitWords(Math.log2(table.size)).filter((P) =>
    table.words.every((Q, q) => commute(P, Q) || inverse.get(multiplyWords(P, Q).word) === inverseWeights[q]),
  );
}

/**
 * Dimension of the family of geodesics that symmetries of the metric make of one while they keep both of its ends: rotations
 * about one-qubit words. Each makes the end conjugate to the start once.
 *
 * @param words - those that keep the metric; default all, as where weights depend on supports only
 */
export function symmetricFields(
  from: ComplexVector,
  to: ComplexVector,
  costate: Float64Array,
  words: readonly PauliWord[] = oneQubitWords(Math.log2(from.length)),
): number {
  const qubits = Math.log2(from.length);
  if (words.length === 0) return 0;
  const actions = words.map((word) => hamiltonian(wordTable([word], qubits), Float64Array.of(1)));
  const times = (H: (typeof actions)[number], v: Float64Array): Float64Array => timesIH(H, v).map((x) => -x);
  const frames = [from, to].map(({ interleaved }) => [interleaved, horizontalFrame(interleaved)] as const);
  const moves = actions.map((H) =>
    Float64Array.from(frames.flatMap(([v, frame]) => Array.from(frame.coordinatesOf(times(H, v))))),
  );
  const { realEigenvalues, eigenvectorMatrix } = symmetricEigen(moves);
  const kept = realEigenvalues.flatMap((value, k) => (value < 1e-10 ? [k] : []));
  const turns = kept.map((k) => {
    const coefficients = eigenvectorMatrix.getColumn(k);
    const H = hamiltonian(wordTable(words, qubits), Float64Array.from(coefficients));
    // −i(A − μ)p with A|from⟩ = μ|from⟩
    const mu = -dot(timesI(from.interleaved), times(H, from.interleaved));
    const turned = timesI(costate);
    const field = times(H, costate).map((x, i) => x + mu * turned[i]!);
    return frames[0]![1].coordinatesOf(field);
  });
  if (turns.length === 0) return 0;
  const size = dot(costate, costate);
  return symmetricEigen(turns).realEigenvalues.filter((value) => value > 1e-8 * size).length;
}

/** Of the Gram matrix. */
function symmetricEigen(vectors: readonly Float64Array[]) {
  return new EigenvalueDecomposition(new Matrix(vectors.map((a) => vectors.map((b) => dot(a, b)))), {
    assumeSymmetric: true,
  });
}

const unitVectors = (size: number): readonly Float64Array[] =>
  Array.from({ length: size }, (_, k) => Float64Array.from({ length: size }, (_, i) => (i === k ? 1 : 0)));

const timesI = (v: Float64Array): Float64Array => v.map((_, i) => (i % 2 === 0 ? -v[i + 1]! : v[i - 1]!));
