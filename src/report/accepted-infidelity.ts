/** @file When a state counts as reached. */

import { significant } from '../number-format.ts';
import type { RunRecord } from '../record/run-record.ts';

/** Taken where the experiment names no target infidelity. */
const DEFAULT = 1e-6;

/** The infidelity asked for, and the one accepted. */
export interface Goal {
  /** The experiment's `training.targetInfidelity`. */
  readonly asked: number;
  /** The same times `training.prune.tolerance` if pruning is on, since pruning may give up that much. */
  readonly accepted: number;
}

/** The infidelity that an experiment asks for, and up to which a state counts as reached. */
export function goalOf(experiment: RunRecord['experiment']): Goal {
  const training = (experiment.training ?? {}) as {
    readonly targetInfidelity?: unknown;
    readonly prune?: { readonly tolerance?: unknown } | false | null;
  };
  const asked = typeof training.targetInfidelity === 'number' ? training.targetInfidelity : DEFAULT;
  const tolerance = training.prune ? training.prune.tolerance : 1;
  return { asked, accepted: asked * (typeof tolerance === 'number' ? Math.max(1, tolerance) : 1) };
}

/** Infidelity up to which a state counts as reached. */
export const acceptedInfidelity = (experiment: RunRecord['experiment']): number => goalOf(experiment).accepted;

/** 'infidelity 0.001 asked for, up to 0.01 accepted after pruning'. */
export function goalPhrase({ asked, accepted }: Goal): string {
  const most = accepted > asked ? `, up to ${significant(accepted, 1)} accepted after pruning` : '';
  return `infidelity ${significant(asked, 1)} asked for${most}`;
}
