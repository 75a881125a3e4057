/** @file The areas of a target state of any kind. */

import { regionEntropies } from '../generative/generated-entropies.ts';
import { fermionsOf } from '../generative/state-rules.ts';
import type { TargetState } from '../generative/target-state.ts';
import { type AreaOptions, type AreaTable, areasOfEntropies, areasOfGaussian } from './area-table.ts';

/**
 * The entropies of all intervals of a target state: dense, mixed, a network, stabiliser, Gaussian or symmetric. Fermions that are read by
 * their modes have the intervals of a ring together.
 *
 * @throws {DomainError} a mixed state on a ring whose regions are out of reach
 */
export function areasOfTarget(target: TargetState, options: AreaOptions = {}): AreaTable {
  const fermions = fermionsOf(target);
  const isSingle = target.dimensions.every((dimension) => dimension === 2);
  if (fermions?.regions === 'modes' && isSingle) return areasOfGaussian(fermions.state, options);
  return areasOfEntropies(regionEntropies(target), options);
}
