/**
 * @file Sliced paths from a mixed state to a diagonal one: the vectors of its eigenspaces move side by side, matrix-free,
 * and each must end on the basis states that its eigenvalue has on the diagonal.
 */

import type { Controls } from '../../complexity/controls.ts';
import { bitCount } from '../../engine/bits.ts';
import type { ComplexVector } from '../../linalg/complex.ts';
import { plus } from '../../linalg/real-vector.ts';
import type { ConstrainedPath } from '../../path/constrained-path.ts';
import { type PathProblem, type RunPath, runPath } from '../../path/state-path.ts';
import { type Eigenspace, essentialSpaces } from './eigenspaces.ts';
import type { Ordering } from './spectrum-orderings.ts';

/** Vectors that move under one sliced path: one problem for each, which differ in `from` alone. */
export function movingVectors(
  controls: Controls,
  slices: number,
  from: readonly ComplexVector[],
): readonly PathProblem[] {
  return from.map((vector) => ({ controls, slices, from: vector, to: vector, amplitudeWeights: new Float64Array(0) }));
}

/**
 * The condition that a path takes the eigenspaces of ρ to those of the diagonal state of an ordering. Of each vector v_k
 * of an eigenspace j the amplitudes on the basis states of other eigenspaces must vanish,
 *
 *     c_{kb} = ⟨b|V|v_k⟩,   ordering[b] ≠ j(k),         Σ|c|² = ½ Σ_j ‖V Π_j V† − Π_j⁰‖²,
 *
 * over all eigenspaces but the greatest, which then is where it must be. It is the loss ½‖VρV† − Λ‖² =
 * ½ Σ (λ_j − λ_i)² |c|² with every gap replaced by one: as sharp for nearly degenerate spectra. The amplitude of a basis
 * state weighs as much as it has wrong qubits, so that product-like traps are no minima. For a pure state this is the
 * condition of `pathCondition`.
 *
 * Cost: one run of a state for each vector.
 */
export function diagonalCondition(
  controls: Controls,
  slices: number,
  spaces: readonly Eigenspace[],
  ordering: Ordering,
): ConstrainedPath {
  const essential = essentialSpaces(spaces);
  const vectors = essential.flatMap((j) => spaces[j]!.basis.map((vector) => ({ j, vector })));
  const problems = movingVectors(
    controls,
    slices,
    vectors.map(({ vector }) => vector),
  );
  const wrong = new Map(essential.map((j) => [j, wrongQubits(ordering, j)]));
  const weights = joined(vectors.map(({ j }) => wrong.get(j)!));
  const masked = (amplitudes: Float64Array): Float64Array => amplitudes.map((c, i) => (weights[i]! > 0 ? c : 0));
  return {
    weights,
    condition: (x) => {
      const runs = problems.map((problem) => runPath(problem, x));
      return {
        miss: masked(joined(runs.map(({ end }) => end.interleaved))),
        pushforward: (direction) => masked(joined(runs.map((run) => run.pushforward(direction).interleaved))),
        pullback: (cotangent) => pulledBack(runs, masked(cotangent), x.length),
      };
    },
  };
}

/** Σ_k of the pullbacks of the vectors' cotangents, which lie one after another. */
export function pulledBack(runs: readonly RunPath[], cotangents: Float64Array, size: number): Float64Array {
  const each = cotangents.length / runs.length;
  return runs.reduce<Float64Array>((sum, { pullback }, k) => {
    const interleaved = cotangents.subarray(k * each, (k + 1) * each);
    return plus(sum, 1, pullback({ length: each / 2, interleaved }));
  }, new Float64Array(size));
}

/** Arrays one after another. */
export function joined(parts: readonly Float64Array[]): Float64Array {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const all = new Float64Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** For each entry of a vector: 0 on the basis states of eigenspace j, elsewhere the qubits to flip to reach one. */
function wrongQubits(ordering: Ordering, j: number): Float64Array {
  const right = ordering.flatMap((space, b) => (space === j ? [b] : []));
  const weights = new Float64Array(2 * ordering.length);
  ordering.forEach((_, b) => {
    const flips = right.map((other) => bitCount(b ^ other));
    weights.fill(Math.min(...flips), 2 * b, 2 * b + 2);
  });
  return weights;
}
