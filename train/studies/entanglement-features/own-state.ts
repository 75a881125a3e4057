/** @file The networks offered to a state of the user's own. */

import { targetOfSpec } from '../../../datasets/targets.ts';
import { DomainError } from '../../../src/errors.ts';
import { renyiEntropies } from '../../../src/generative/renyi-entropies.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import type { StudyContext } from '../../study.ts';
import { measuredFit, type NetworkFit } from './fits.ts';
import { cellsOf, dyadic, rewired, strip, tableOf } from './networks.ts';
import type { Options } from './options.ts';

/** Fits of a state, on the dyadic network, on a strip, on a random graph. */
export interface OwnFits {
  readonly state: string;
  readonly cells: number;
  readonly fits: readonly NetworkFit[];
}

export function ownFits({ state, cell, starts }: Options, { seed, read }: StudyContext): OwnFits | null {
  if (state === undefined) return null;
  const target = targetOfSpec(state, { read });
  const entropies = renyiEntropies(target);
  const cells = entropies.boundary / cell;
  if (![4, 8, 16].includes(cells)) {
    throw new DomainError(
      `entanglement-features: 4, 8 or 16 cells required, got ${entropies.boundary} sites by ${cell}`,
    );
  }
  const groups = cellsOf(entropies.boundary, cell);
  const grouped = { entropy: (region: readonly number[]) => entropies.entropy(region.flatMap((c) => groups[c]!)) };
  const table = tableOf(grouped, cells);
  const few = { starts: Math.min(3, starts), maxSteps: 200 };
  const stream = (name: string) => randomStream(seed, `own state ${name}`);
  return {
    state: target.name,
    cells,
    fits: [
      measuredFit('rings and rungs', dyadic(cells), table, { starts }, stream('dyadic')),
      measuredFit('flat strip', strip(cells), table, few, stream('strip')),
      measuredFit('random graph', rewired(cells, stream('graph')), table, few, stream('random')),
    ],
  };
}
