/** @file Metrics by name: the three of the paper and some between them. */

import { controlWords } from '../../../src/complexity/controls.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { chain, ring, star } from '../../../src/operator/lattice.ts';
import { fubiniStudyDistance } from '../../../src/state/fidelity.ts';
import { zeroState } from '../../../src/state/zero-state.ts';

/** The metrics by name. */
export const METRICS: Readonly<Record<string, (n: number) => PenaltyMetric>> = {
  'size ∞, range ∞': () => ({ penalty: 1 }),
  'size 2, range ∞': () => ({ maxSize: 2, penalty: Infinity }),
  'size 2, range 2': () => ({ maxSize: 2, maxRange: 2, penalty: Infinity }),
  'size 2, ring': (n) => ({ maxSize: 2, maxRange: 1, penalty: Infinity, lattice: ring(n) }),
  'size 2, chain': (n) => ({ maxSize: 2, maxRange: 1, penalty: Infinity, lattice: chain(n) }),
  'size 2, star': (n) => ({ maxSize: 2, maxRange: 1, penalty: Infinity, lattice: star(n) }),
  'size 2, range ∞, w₂ = 4': () => ({ maxSize: 2, sizeWeights: [1, 4], penalty: Infinity }),
  'size 2, penalty 10': () => ({ maxSize: 2, penalty: 10 }),
  'size 3, range ∞': () => ({ maxSize: 3, penalty: Infinity }),
};
/** The bi-invariant metric has a closed form and is not searched. */
export const BI_INVARIANT = 'size ∞, range ∞';
export const [ALL, RING, CHAIN] = ['size 2, range ∞', 'size 2, ring', 'size 2, chain'] as const;
/** The metrics in which paths are searched for. */
export const METRIC_NAMES = Object.keys(METRICS).filter((name) => name !== BI_INVARIANT);

/** √(2/2ⁿ)·arccos|⟨0|ψ⟩|, the distance from |0…0⟩ where all words weigh 1. */
export const biInvariantStateLength = (psi: ComplexVector): number =>
  Math.sqrt(2 / psi.length) * fubiniStudyDistance(zeroState(Math.log2(psi.length)), psi);

/**
 * Whether every word weighs no less in `narrow` than in `wide`: a path of the first is then one of the second, and no
 * longer there.
 */
export function dominates(narrow: string, wide: string, n: number): boolean {
  const weights = (name: string): ReadonlyMap<string, number> => {
    const { words, weights } = controlWords(METRICS[name]!(n), n);
    return new Map(words.map((word, p) => [word, weights[p]!]));
  };
  const [heavy, light] = [weights(narrow), weights(wide)];
  return [...heavy].every(([word, weight]) => (light.get(word) ?? Infinity) <= weight);
}
