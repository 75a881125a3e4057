/** @file Bars and stripes, of which the least bond is known. */

import { barsAndStripesRows } from '../../../datasets/bars-and-stripes-rows.ts';
import { type SweepTrainingStep, sweepTraining } from '../../../src/likelihood/sweep-training.ts';
import { randomStream } from '../../../src/linalg/random.ts';

/** What sweeps reach on bars and stripes of one size. */
export interface Patterns {
  readonly side: number;
  readonly bond: number;
  /** Nats above the entropy of the data, at the exact Schmidt rank and at one less. */
  readonly excess: number;
  readonly below: number;
}

/** Greatest Schmidt rank of the equal superposition of all bars and stripes, row by row. */
const RANKS = [
  [3, 8],
  [4, 16],
  [5, 32],
] as const;

export function learnedPatterns(): readonly Patterns[] {
  return RANKS.map(([side, bond]) => ({
    side,
    bond,
    excess: excessOf(side, bond, 12),
    below: excessOf(side, bond - 1, 5),
  }));
}

function excessOf(side: number, bond: number, sweeps: number): number {
  const rows = barsAndStripesRows(side, side);
  let last: SweepTrainingStep | undefined;
  for (const step of sweepTraining(rows, randomStream(1, 'start'), { bond, sweeps, tolerance: 1e-12 })) {
    last = step;
    if (step.negativeLogLikelihood - Math.log(rows.count) < 1e-9) break;
  }
  return last!.negativeLogLikelihood - Math.log(rows.count);
}
