/** @file Whether a target and a metric are alike for some qubits, so that paths can be searched for in sectors. */

import type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
import { asPure, symmetricOf } from '../../generative/state-rules.ts';
import type { TargetState } from '../../generative/target-state.ts';
import { type SymmetricForm, symmetricForm } from './permutation-symmetry.ts';
import { sectorWeights } from './sector-weights.ts';
import type { SymmetricWeights } from './young-sector.ts';

/** Fewest qubits for which sectors save anything, and most amplitudes in which symmetry is looked for. */
const [FEWEST, LARGEST_READ] = [3, 2 ** 14];

/** A symmetric target, and the weights of the metric. */
export interface SectorProblem {
  readonly form: SymmetricForm;
  readonly weights: SymmetricWeights;
}

/** A problem of sectors, or why there is none. */
export type SectorCase =
  | { readonly problem: SectorProblem; readonly reason: null }
  | { readonly problem: null; readonly reason: string };

/**
 * The target as a problem of sectors, from |0…0⟩. A state of amplitudes is read for its symmetry (`symmetricForm`); sectors are used
 * where they have at most half its dimension.
 */
export function symmetricProblem(target: TargetState, metric: PenaltyMetric): SectorCase {
  const none = (reason: string): SectorCase => ({ problem: null, reason });
  const qubits = target.dimensions.length;
  if (target.dimensions.some((dimension) => dimension !== 2)) return none('the target is no state of qubits');
  if (qubits < FEWEST) return none(`the target has fewer than ${FEWEST} qubits`);
  const given = symmetricOf(target);
  const form = given === null ? formOf(target) : { ...given, order: target.dimensions.map((_, q) => q) };
  if (form === null) return none(`'${target.name}' has no known symmetry under permutations of most qubits`);
  const weights = sectorWeights(metric, qubits);
  if ('reason' in weights) return none(weights.reason);
  return { problem: { form, weights }, reason: null };
}

/** The Dicke components of a state of few amplitudes; null where its symmetry saves less than half of them. */
function formOf(target: TargetState): SymmetricForm | null {
  if (2 ** target.dimensions.length > LARGEST_READ) return null;
  const pure = asPure(target);
  if (pure === null) return null;
  const form = symmetricForm(pure.amplitudes);
  return 2 * form.components.length > pure.amplitudes.length ? null : form;
}
