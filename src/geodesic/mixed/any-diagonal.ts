/** @file Which ordering of the spectrum is near: the end of a path from ρ is left free among all diagonal states. */

import type { Controls } from '../../complexity/controls.ts';
import { type ComplexMatrix, type ComplexVector, zeroMatrix } from '../../linalg/complex.ts';
import { applyMatrix } from '../../linalg/matrix.ts';
import { plus, times } from '../../linalg/real-vector.ts';
import type { ConstrainedPath } from '../../path/constrained-path.ts';
import { runPath } from '../../path/state-path.ts';
import { type Eigenspace, essentialSpaces } from './eigenspaces.ts';
import { joined, movingVectors, pulledBack } from './mixed-path.ts';
import { diagonalOverlap, nearestOrdering, type Ordering } from './spectrum-orderings.ts';

/** The condition, and the ordering of the diagonal state that the path at x is nearest to. */
export interface AnyDiagonal extends ConstrainedPath {
  readonly orderingAt: (x: Float64Array) => Ordering;
}

/**
 * The condition that a path takes ρ to a diagonal state, whichever. With the eigenvalues replaced by labels ν_j one apart,
 *
 *     c = the entries below the diagonal of R = Σ_k ν_{j(k)} V|v_k⟩⟨v_k|V†.
 *
 * Cost: one run of a state for each vector of the eigenspaces, and O(D²) for each.
 */
export function anyDiagonal(controls: Controls, slices: number, spaces: readonly Eigenspace[]): AnyDiagonal {
  const essential = essentialSpaces(spaces);
  const labels = essential.flatMap((j, k) => spaces[j]!.basis.map(() => k + 1));
  const vectors = essential.flatMap((j) => spaces[j]!.basis);
  const problems = movingVectors(controls, slices, vectors);
  const D = 2 ** controls.qubits;
  return {
    weights: new Float64Array(D * (D - 1)).fill(1),
    condition: (x) => {
      const runs = problems.map((problem) => runPath(problem, x));
      const ends = runs.map(({ end }) => end);
      return {
        miss: labels.reduce<Float64Array>(
          (sum, label, k) => plus(sum, label, below(ends[k]!, ends[k]!)),
          new Float64Array(D * (D - 1)),
        ),
        pushforward: (direction) =>
          labels.reduce<Float64Array>(
            (sum, label, k) => {
              const moved = runs[k]!.pushforward(direction);
              return plus(sum, label, plus(below(moved, ends[k]!), 1, below(ends[k]!, moved)));
            },
            new Float64Array(D * (D - 1)),
          ),
        pullback: (cotangent) => {
          const G = hermitianOf(cotangent, D);
          const lambda = ends.map((end, k) => times(labels[k]!, applyMatrix(G, end).interleaved));
          return pulledBack(runs, joined(lambda), x.length);
        },
      };
    },
    orderingAt: (x) => {
      const ends = problems.map((problem) => runPath(problem, x).end);
      const reached = spaces.map((space) => ({ ...space, basis: [] as ComplexVector[] }));
      let k = 0;
      for (const j of essential) for (const _ of spaces[j]!.basis) reached[j]!.basis.push(ends[k++]!);
      return nearestOrdering(spaces, diagonalOverlap(reached));
    },
  };
}

/** The entries a_i b̄_j with i > j, row by row, interleaved. */
function below(a: ComplexVector, b: ComplexVector): Float64Array {
  const entries = new Float64Array(a.length * (a.length - 1));
  let at = 0;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a.interleaved[2 * i]!, a.interleaved[2 * i + 1]!];
    for (let j = 0; j < i; j++) {
      const [u, v] = [b.interleaved[2 * j]!, b.interleaved[2 * j + 1]!];
      entries[at++] = x * u + y * v;
      entries[at++] = y * u - x * v;
    }
  }
  return entries;
}

/** The Hermitian matrix with these entries below the diagonal and zeros on it. */
function hermitianOf(entries: Float64Array, D: number): ComplexMatrix {
  const matrix = zeroMatrix(D, D);
  let at = 0;
  for (let i = 0; i < D; i++) {
    for (let j = 0; j < i; j++) {
      const [re, im] = [entries[at++]!, entries[at++]!];
      matrix.interleaved.set([re, im], 2 * (i * D + j));
      matrix.interleaved.set([re, -im], 2 * (j * D + i));
    }
  }
  return matrix;
}
