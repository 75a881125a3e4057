/**
 * @file Between free rotations of single qubits and those that cost something: a geodesic Ũ for free ones becomes K(t)Ũ(t) with the
 * rotating frame K = exp(−iAt), driven by A and words that rotate with it, e^{−iAt}H̃(t)e^{iAt}. That is a geodesic to first order in
 * the weight of A, at the cost √(w₁|A|² + F²).
 */

import { kakDecomposition } from '../../complexity/kak.ts';
import type { RightInvariantMetric } from '../../complexity/right-invariant-metric.ts';
import { adjoint, multiply } from '../../linalg/matrix.ts';
import { plus } from '../../linalg/real-vector.ts';
import { wordSize } from '../../operator/pauli.ts';
import { indexOfWord, wordAt } from '../../operator/pauli-coordinates.ts';
import { exponentialOf, localLogarithm, turnedBack, type UnitaryControls } from './free-rotations.ts';
import { continuedShot, polishedShot, type Shot } from './shooting.ts';
import { type Candidate, candidateOf, shootingOf, type UnitarySearch } from './unitary-candidate.ts';

/** A geodesic of another metric to the same unitary. */
export interface Origin {
  readonly metric: RightInvariantMetric;
  readonly momentum: Float64Array;
  /** A, where the rotations of that metric are free: V ∼ exp(−iA)U(1). */
  readonly rotation: Float64Array | undefined;
}

/** The two-qubit geodesic for free rotations: V = (l·e^{−iB}·l†)(l·r) with the Cartan decomposition l·e^{−iB}·r, B = Σ c_j PP. */
export function cartanCandidate(search: UnitarySearch): Candidate {
  const { weights, unitary } = search;
  const { left, right, coordinates } = kakDecomposition(unitary);
  const B = new Float64Array(16);
  ['XX', 'YY', 'ZZ'].forEach((word, j) => {
    B[indexOfWord(word)] = coordinates[j]! / weights.inverseWeights[indexOfWord(word)]!;
  });
  const target = multiply(unitary, multiply(left, right), { adjointB: true });
  const momentum = turnedBack(B, adjoint(left), search.freeWords);
  return candidateOf(search, 'Cartan decomposition', polishedShot(weights, target, momentum, shootingOf(search)));
}

/** No path at all, if V is a product of free rotations. */
export function localCandidate(search: UnitarySearch): Candidate | undefined {
  const { unitary, weights, freeWords } = search;
  const A = localLogarithm(unitary);
  const free = new Set(freeWords.map(indexOfWord));
  if (A === undefined || A.some((a, p) => Math.abs(a) > 1e-9 && !free.has(p))) return undefined;
  const target = multiply(unitary, exponentialOf(A), { adjointB: true });
  const shot = polishedShot(weights, target, new Float64Array(A.length), { ...shootingOf(search), maxSteps: 0 });
  return candidateOf(search, 'rotations alone', shot);
}

/** A candidate for free rotations, V ∼ U(1)k, as an origin: V ∼ k·k†U(1)k. */
export function turnedOrigin({ weights, freeWords }: UnitaryControls, { momentum, rotation }: Candidate): Origin {
  return { metric: weights, momentum: turnedBack(momentum, rotation!, freeWords), rotation: localLogarithm(rotation!) };
}

/** A geodesic of another metric, followed to that of the search; `undefined` if it was lost on the way. */
export function followedShot(search: UnitarySearch, origin: Origin): Shot | undefined {
  const { weights, unitary, freeWords } = search;
  if (freeWords.length > 0) return freedShot(search, origin);
  if (origin.rotation !== undefined) return paidShot(search, origin, origin.rotation);
  return continuedShot(origin.metric, weights, unitary, origin.momentum, shootingOf(search));
}

/** With other inverse weights of one-qubit words. */
function withLocal(
  { qubits, inverseWeights }: RightInvariantMetric,
  local: (p: number) => number,
): RightInvariantMetric {
  return {
    qubits,
    inverseWeights: inverseWeights.map((x, p) => (p > 0 && wordSize(wordAt(p, qubits)) === 1 ? local(p) : x)),
  };
}

/** To free rotations: the frame K = exp(−iAt) is taken off, and V = kŨ(1) = (kŨ(1)k†)k. */
function freedShot(search: UnitarySearch, { metric, momentum, rotation }: Origin): Shot | undefined {
  const { weights, unitary, freeWords } = search;
  const free = new Set(freeWords.map(indexOfWord));
  const A = rotation ?? momentum.map((l, p) => (free.has(p) ? l * metric.inverseWeights[p]! : 0));
  const k = exponentialOf(A);
  const others = momentum.map((l, p) => (free.has(p) ? 0 : l));
  const inverseWeights = metric.inverseWeights.map((x, p) => (free.has(p) ? weights.inverseWeights[p]! : x));
  const target = multiply(unitary, k, { adjointB: true });
  const turned = turnedBack(others, adjoint(k), freeWords);
  return continuedShot({ ...metric, inverseWeights }, weights, target, turned, shootingOf(search));
}

/** Multiples of the weight of rotations that are tried: a greater one is less stiff. */
const MULTIPLES = [1, 8];

/** From free rotations to such as cost something, at once or from another weight on. */
function paidShot(search: UnitarySearch, { metric, momentum }: Origin, A: Float64Array): Shot | undefined {
  const { weights, unitary } = search;
  const options = shootingOf(search);
  for (const multiple of MULTIPLES) {
    const near = withLocal(metric, (p) => weights.inverseWeights[p]! / multiple);
    const local = A.map((a, p) => (a === 0 ? 0 : a / near.inverseWeights[p]!));
    const shot = polishedShot(near, unitary, plus(momentum, 1, local), options);
    if (shot.residual > options.tolerance) continue;
    return continuedShot(near, weights, unitary, shot.momentum, options);
  }
  return undefined;
}
