/**
 * @file The direct method for unitaries: U is the state (U ⊗ 1)|Φ⟩ of twice as many qubits, |Φ⟩ maximally entangled, so
 * that a sliced path of states whose words act on the first half is a sliced path of unitaries. The infidelity of that
 * state is 1 − |Tr V†U/2ⁿ|², blind to the global phase.
 */

import { conjugationMatrix, symmetricProduct } from '../../complexity/adjoint-representation.ts';
import type { GlobalPhase } from '../../complexity/bi-invariant-length.ts';
import type { Controls } from '../../complexity/controls.ts';
import type { RightInvariantMetric } from '../../complexity/right-invariant-metric.ts';
import { type ComplexMatrix, type ComplexVector, zeroVector } from '../../linalg/complex.ts';
import { Matrix, solveReal } from '../../linalg/dense-real.ts';
import { multiply } from '../../linalg/matrix.ts';
import type { RandomStream } from '../../linalg/random.ts';
import { dot } from '../../linalg/real-vector.ts';
import type { PauliWord } from '../../operator/pauli.ts';
import { indexOfWord, matrixOf } from '../../operator/pauli-coordinates.ts';
import { lbfgs } from '../../optimise/lbfgs.ts';
import { minimise, solution } from '../../optimise/minimise.ts';
import { arrived, pathCondition, pathLagrangian } from '../../path/constrained-path.ts';
import { missedBy, type PathProblem, speeds, velocityAt } from '../../path/state-path.ts';
import type { UnitaryFlow } from './exponential-map.ts';
import { oneParameterGroup } from './nested-geodesic.ts';

/** What is free about the end of a path to a unitary. */
export interface FreeEnd {
  /** One-qubit words that cost nothing: the path begins at exp(−i Σ a_P P), V = U(1)·exp(−i Σ a_P P). Default none. */
  readonly freeWords?: readonly PauliWord[];
  /** Default 'free'. */
  readonly phase?: GlobalPhase;
}

/** The problem of K slices that lead from 1 to V, as one of states. */
export function unitaryPathProblem(
  controls: Controls,
  slices: number,
  target: ComplexMatrix,
  { freeWords = [], phase = 'free' }: FreeEnd = {},
): PathProblem {
  const d = target.rows;
  const from = zeroVector(d * d);
  for (let b = 0; b < d; b++) from.interleaved[2 * b * (d + 1)] = 1 / Math.sqrt(d);
  const idle = 'I'.repeat(controls.qubits);
  return {
    controls: { ...controls, qubits: 2 * controls.qubits, words: controls.words.map((word) => word + idle) },
    slices,
    from,
    to: choiVector(target),
    amplitudeWeights: new Float64Array(d * d).fill(1),
    freeWords: freeWords.map((word) => word + idle),
    phase,
  };
}

/** Rising weights of the infidelity in the loss of a path that is to set out for the target. */
const RISING = [20, 200, 2000];

/** A random path, of speed 2·scale on average, drawn near the target: energy and infidelity are weighed against each other. */
export function roughPath(problem: PathProblem, stream: RandomStream, maxSteps: number, scale = 1): Float64Array {
  const { slices, controls, freeWords = [] } = problem;
  const size = slices * controls.words.length;
  const x = Float64Array.from({ length: size + freeWords.length }, (_, i) =>
    i < size ? (2 * scale * stream.normal()) / Math.sqrt(size) : stream.normal(),
  );
  return drawnTo(problem, x, maxSteps, RISING);
}

/** A path drawn near the target. */
export function drawnTo(
  problem: PathProblem,
  start: Float64Array,
  maxSteps: number,
  weights: readonly number[] = RISING.slice(1),
): Float64Array {
  const none = zeroVector(problem.to.length);
  return weights.reduce((x, weight) => descended(problem, x, weight, none, maxSteps), start);
}

/** √(2(E + 2μ·infidelity)), the length of the path that would reach the target, to first order in its miss at the greatest weight μ. */
export function expectedLength(problem: PathProblem, x: Float64Array): number {
  const paid = x.subarray(0, problem.slices * problem.controls.words.length);
  return Math.sqrt(dot(paid, paid) + 4 * RISING.at(-1)! * missedBy(problem, x));
}

/** A path that reaches the target up to rounding, its length, and how far it misses. */
export interface ReachingPath {
  readonly x: Float64Array;
  readonly length: number;
  readonly infidelity: number;
}

/**
 * The shortest sliced path near x that ends at the target: an augmented Lagrangian, then Newton steps onto the target.
 *
 * @param momentum - L(1) of a geodesic near x, whose costate i·L(1)|V⟩ is the multiplier to begin with
 */
export function reachingPath(
  problem: PathProblem,
  x: Float64Array,
  maxSteps: number,
  momentum?: Float64Array,
): ReachingPath {
  const multiplier = momentum === undefined ? zeroVector(problem.to.length) : costate(problem, momentum);
  const near = descended(problem, x, 100, multiplier, maxSteps);
  const corrected = arrived(pathCondition(problem), near, { tolerance: 1e-24, maxSteps: 6 });
  const length = speeds(problem, corrected.x).reduce((sum, F) => sum + F, 0) / problem.slices;
  return { x: corrected.x, length, infidelity: corrected.square };
}

/**
 * The slices of a geodesic: its velocities at the middle of each.
 *
 * @param rotation - a of the free words, shape (#free,)
 */
export function sampledPath(
  { slices, controls }: PathProblem,
  flow: UnitaryFlow,
  rotation: readonly number[] = [],
): Float64Array {
  const { words, weights } = controls;
  const x = new Float64Array(slices * words.length + rotation.length);
  x.set(rotation, slices * words.length);
  const indices = words.map((word) => indexOfWord(word.slice(0, word.length / 2)));
  for (let k = 0; k < slices; k++) {
    const H = flow.velocityAt((k + 0.5) / slices);
    indices.forEach((p, j) => {
      x[k * words.length + j] = Math.sqrt(weights[j]! / slices) * H[p]!;
    });
  }
  return x;
}

/** The Hamiltonians of the slices, in Pauli coordinates of the unitary's qubits, shape (4ⁿ,) each. */
export function hamiltoniansOf(problem: PathProblem, x: Float64Array): readonly Float64Array[] {
  const indices = problem.controls.words.map((word) => indexOfWord(word.slice(0, word.length / 2)));
  return velocityAt(problem, x).map((h) => {
    const coordinates = new Float64Array(problem.to.length);
    indices.forEach((p, j) => {
      coordinates[p] = h[j]!;
    });
    return coordinates;
  });
}

/**
 * The momentum L(0) whose geodesic has the velocities of a sliced path, as nearly as least squares in the metric can
 * do: Σ_k ‖H_k − G⁻¹(U_k L U_k†)‖² is minimal, with U_k at the middle of slice k. Components of L that no velocity
 * shows are kept small.
 */
export function fittedMomentum(metric: RightInvariantMetric, problem: PathProblem, x: Float64Array): Float64Array {
  const size = problem.to.length - 1;
  const normal = Matrix.zeros(size, size);
  const right = Matrix.zeros(size, 1);
  let u = matrixOf(Float64Array.from({ length: size + 1 }, (_, p) => (p === 0 ? 1 : 0)));
  for (const H of hamiltoniansOf(problem, x)) {
    const half = oneParameterGroup(H)(0.5 / problem.slices);
    u = multiply(half, u);
    const R = conjugationMatrix(u);
    const M = symmetricProduct(R, metric.inverseWeights.subarray(1));
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        normal.set(i, j, normal.get(i, j) + M.data[i * size + j]!);
        right.set(j, 0, right.get(j, 0) + R.data[i * size + j]! * H[i + 1]!);
      }
    }
    u = multiply(half, u);
  }
  const scale = normal.trace() / size;
  for (let i = 0; i < size; i++) normal.set(i, i, normal.get(i, i) + 1e-6 * scale);
  return Float64Array.from([0, ...solveReal(normal, right).to1DArray()]);
}

/** (V ⊗ 1)|Φ⟩: the entries of V, row by row, over √2ⁿ. */
function choiVector({ rows, interleaved }: ComplexMatrix): ComplexVector {
  return { length: rows * rows, interleaved: interleaved.map((x) => x / Math.sqrt(rows)) };
}

/** i·(L ⊗ 1)|V⟩. */
function costate({ to }: PathProblem, momentum: Float64Array): ComplexVector {
  const d = Math.sqrt(to.length);
  const moved = multiply(matrixOf(momentum), { rows: d, cols: d, interleaved: to.interleaved }).interleaved;
  const interleaved = moved.map((_, k) => (k % 2 === 0 ? -moved[k + 1]! : moved[k - 1]!));
  return { length: to.length, interleaved };
}

/** L-BFGS on ½|x|² + Re⟨p|c⟩ + μ‖c‖². */
function descended(
  problem: PathProblem,
  x: Float64Array,
  weight: number,
  multiplier: ComplexVector,
  maxSteps: number,
): Float64Array {
  const loss = pathLagrangian(pathCondition(problem), { weight, multiplier: multiplier.interleaved });
  return solution(minimise(loss, lbfgs({ memory: 30 }), x, { maxSteps, gradientTolerance: 1e-7 })).value.x;
}
