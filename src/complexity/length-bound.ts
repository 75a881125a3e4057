/** @file Lower bounds of the length of every path between two states, whatever controls of the metric it uses. */

import type { ComplexVector } from '../linalg/complex.ts';
import { addScaled, innerProduct, norm } from '../linalg/vector.ts';
import { commute } from '../operator/pauli.ts';
import type { Controls } from './controls.ts';

/**
 * A rigorous lower bound of the length of every path from one state to another. On a path of speed F the state moves
 * in the Fubini–Study metric with the speed ΔH, so length ≥ arccos|⟨from|to⟩| / max ΔH, where at F(H) = 1
 *
 * - ΔH ≤ √(2ⁿ/2) / √w_min, for (2ΔH)² ≤ (E_max − E_min)² ≤ 2 Tr H² = 2·2ⁿ Σ h_P²: the bi-invariant distance,
 *   monotone in every weight;
 * - ΔH ≤ ‖H‖ ≤ √(Σ_j 1/w_j), where the words fall into sets j of mutually anticommuting words with least weight w_j,
 *   for in such a set ‖Σ h_P P‖² = Σ h_P².
 *
 * The larger of the two. O(#words²) for the sets, found greedily.
 */
export function lengthLowerBound(controls: Controls, from: ComplexVector, to: ComplexVector): number {
  const [re, im] = innerProduct(from, to);
  return angleLowerBound(controls, Math.atan2(norm(addScaled(to, [-re, -im], from)), Math.hypot(re, im)));
}

/** The same bound, where only the angle arccos|⟨from|to⟩| is known. */
export function angleLowerBound({ words, weights, qubits }: Controls, angle: number): number {
  if (words.length === 0) return 0;
  const byDimension = Math.sqrt(2 ** (qubits - 1) / weights.reduce((least, w) => Math.min(least, w), Infinity));
  return angle / Math.min(byDimension, Math.sqrt(anticommutingNorm(words, weights)));
}

/** Σ_j 1/w_j over sets of mutually anticommuting words that cover all words; words are taken from light to heavy. */
export function anticommutingNorm(words: readonly string[], weights: Float64Array): number {
  const order = words.map((_, p) => p).sort((a, b) => weights[a]! - weights[b]!);
  const sets: number[][] = [];
  for (const p of order) {
    const fitting = sets.find((set) => set.every((q) => !commute(words[p]!, words[q]!)));
    if (fitting === undefined) sets.push([p]);
    else fitting.push(p);
  }
  return sets.reduce((sum, [lightest]) => sum + 1 / weights[lightest!]!, 0);
}
