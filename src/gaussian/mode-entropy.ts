/** @file Entropy of a single mode. */

import type { Nats } from '../units.ts';

/** Entropy of a fermion mode with probabilities (1 ± λ)/2. */
export function fermionEntropy(lambda: number, order: number): Nats {
  const [p, q] = [(1 + Math.min(1, lambda)) / 2, (1 - Math.min(1, lambda)) / 2];
  if (order === 1) return q === 0 ? 0 : -p * Math.log(p) - q * Math.log(q);
  if (order === Infinity) return -Math.log(p);
  if (order === 0) return q > RANK_TOLERANCE ? Math.LN2 : 0;
  const excess = order - 1;
  if (Math.abs(excess) < NEAR) return Math.log1p(grown(p, excess) + grown(q, excess)) / -excess;
  return (order * Math.log(p) + Math.log1p((q / p) ** order)) / -excess;
}

/** Entropy of a boson mode with probabilities 2/(ν + 1)·((ν − 1)/(ν + 1))^k. */
export function bosonEntropy(value: number, order: number): Nats {
  const [p, q] = [(Math.max(1, value) + 1) / 2, (Math.max(1, value) - 1) / 2];
  if (order === 1) return q === 0 ? 0 : Math.log(p) + q * Math.log1p(1 / q);
  if (order === Infinity) return Math.log(p);
  if (order === 0) return q > RANK_TOLERANCE ? Infinity : 0;
  const excess = order - 1;
  if (Math.abs(excess) * p < NEAR) return Math.log1p(grown(p, excess) - grown(q, excess)) / excess;
  return (order * Math.log(p) + Math.log(-Math.expm1(order * Math.log1p(-1 / p)))) / excess;
}

/** Distance of the order from 1, times p, below which log Σ p^order is taken by what it differs from log Σ p = 0. */
const NEAR = 0.1;

/** p^{1 + excess} − p. */
const grown = (p: number, excess: number): number => (p === 0 ? 0 : p * Math.expm1(excess * Math.log(p)));

/** Probabilities up to this count as zero in the rank, as in `distributionEntropy`. */
const RANK_TOLERANCE = 1e-12;
