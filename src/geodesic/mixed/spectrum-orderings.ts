/** @file In which order the eigenvalues of a mixed state may stand on the diagonal it is made from. */

import type { Eigenspace } from './eigenspaces.ts';

/** Which eigenspace each basis state belongs to, shape (D,): the diagonal state Λ = Σ_b λ_{ordering[b]} |b⟩⟨b|. */
export type Ordering = readonly number[];

/** By falling eigenvalue: the greatest on |0…0⟩. */
export function fallingOrdering(spaces: readonly Eigenspace[]): Ordering {
  return spaces.flatMap(({ basis }, j) => basis.map(() => j));
}

/** How many orderings there are, D!/Π_j d_j!. */
export function orderingCount(spaces: readonly Eigenspace[]): number {
  let count = 1;
  let placed = 0;
  for (const { basis } of spaces) for (let k = 1; k <= basis.length; k++) count *= ++placed / k;
  return Math.round(count);
}

/** All of them. */
export function allOrderings(spaces: readonly Eigenspace[]): readonly Ordering[] {
  const extended = (head: Ordering, left: readonly number[]): readonly Ordering[] =>
    left.every((count) => count === 0)
      ? [head]
      : left.flatMap((count, j) => (count === 0 ? [] : extended([...head, j], left.with(j, count - 1))));
  return extended(
    [],
    spaces.map(({ basis }) => basis.length),
  );
}

/**
 * The ordering whose eigenspaces are nearest to those of ρ: Σ_b ⟨b|Π_{ordering[b]}|b⟩ is as great as the best pair first,
 * then exchanges of two basis states, make it.
 *
 * @param overlap - ⟨b|Π_j|b⟩ as a function of b and j
 */
export function nearestOrdering(spaces: readonly Eigenspace[], overlap: (b: number, j: number) => number): Ordering {
  const left = spaces.map(({ basis }) => basis.length);
  const states = Array.from({ length: left.reduce((sum, count) => sum + count, 0) }, (_, b) => b);
  const pairs = states.flatMap((b) => spaces.map((_, j) => ({ b, j, value: overlap(b, j) })));
  const ordering = states.map(() => -1);
  for (const { b, j } of pairs.sort((p, q) => q.value - p.value)) {
    if (ordering[b] !== -1 || left[j] === 0) continue;
    ordering[b] = j;
    left[j]!--;
  }
  for (let improved = true; improved; ) {
    improved = false;
    for (const a of states) {
      for (const b of states) {
        const [i, j] = [ordering[a]!, ordering[b]!];
        if (overlap(a, j) + overlap(b, i) <= overlap(a, i) + overlap(b, j) + 1e-12) continue;
        [ordering[a], ordering[b]] = [j, i];
        improved = true;
      }
    }
  }
  return ordering;
}

/** Σ_k |⟨b|v_k⟩|² over the basis of each eigenspace: the overlap ⟨b|Π_j|b⟩. */
export function diagonalOverlap(spaces: readonly Eigenspace[]): (b: number, j: number) => number {
  return (b, j) =>
    spaces[j]!.basis.reduce((sum, { interleaved }) => sum + interleaved[2 * b]! ** 2 + interleaved[2 * b + 1]! ** 2, 0);
}
