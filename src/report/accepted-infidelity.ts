/** @file When a state counts as reached. */

import type { RunRecord } from '../record/run-record.ts';

/** Taken where the experiment names no target infidelity. */
const DEFAULT = 1e-6;

/**
 * Infidelity up to which a state counts as reached: the experiment's `training.targetInfidelity`, times
 * `training.prune.tolerance` if pruning is on, since pruning may give up that much.
 */
export function acceptedInfidelity(experiment: RunRecord['experiment']): number {
  const training = (experiment.training ?? {}) as {
    readonly targetInfidelity?: unknown;
    readonly prune?: { readonly tolerance?: unknown } | false | null;
  };
  const target = typeof training.targetInfidelity === 'number' ? training.targetInfidelity : DEFAULT;
  const tolerance = training.prune ? training.prune.tolerance : 1;
  return target * (typeof tolerance === 'number' ? Math.max(1, tolerance) : 1);
}
