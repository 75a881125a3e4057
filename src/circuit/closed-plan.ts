/**
 * @file The overlap of a circuit's state with a target as one closed network: all gates, and the target t as a tensor
 * with 2ⁿ entries that is read where it lies. The gates enter conjugated, so that the contraction is ⟨ψ|t⟩ = z̄.
 */

import { contractionPlan } from '../contraction/contract.ts';
import type { ContractionPath, Leg } from '../contraction/contraction-graph.ts';
import { contractionPath } from '../contraction/contraction-path.ts';
import { draftContraction, draftPullback, newArray, type ProgramDraft } from '../contraction/contraction-program.ts';
import { programNanoseconds, type TimeModel } from '../engine/time-model.ts';
import { type CircuitNetwork, gradientNanoseconds, networkLegs, qubitDimensions } from './circuit-network.ts';
import type { OverlapPlan } from './overlap-plan.ts';

/**
 * The overlap along the path that a search finds; how long it looks follows the cost.
 *
 * @param hopeless - undefined is returned where a greedy path is estimated to take longer than this, in nanoseconds
 * @param other - or where the best of several greedy paths takes longer than this
 */
export function closedPlan(
  network: CircuitNetwork,
  model: TimeModel,
  hopeless: number,
  other = Infinity,
): OverlapPlan | undefined {
  const { legs, dimensions } = closedNetwork(network);
  const greedy = contractionPath(legs, dimensions, [], { restarts: 0, steps: 0, minimise: model });
  if (gradientNanoseconds(legs, greedy, [], model) > hopeless) return undefined;
  if (other < Infinity) {
    const several = contractionPath(legs, dimensions, [], { steps: 0, minimise: model });
    if (gradientNanoseconds(legs, several, [], model) > other) return undefined;
  }
  return closedPlanAlong(network, contractionPath(legs, dimensions, [], { minimise: model }), model);
}

/** Legs of all tensors of the network and of the target, which is the last, and their dimensions. */
export function closedNetwork(network: CircuitNetwork): {
  readonly legs: readonly (readonly Leg[])[];
  readonly dimensions: Readonly<Record<Leg, number>>;
} {
  const legs = [...networkLegs(network), network.open];
  return { legs, dimensions: qubitDimensions(legs) };
}

/** The overlap along a path of the closed network. */
export function closedPlanAlong(network: CircuitNetwork, path: ContractionPath, model: TimeModel): OverlapPlan {
  const { gates, idle } = network;
  const { legs, dimensions } = closedNetwork(network);
  const plan = contractionPlan(legs, dimensions, [], path);
  const tensors = gates.length + idle.length;
  const draft: ProgramDraft = { sizes: [...plan.sizes, 1], instructions: [] };
  const { result, tape } = draftContraction(draft, plan, [...plan.sizes.keys()]);
  const sums = gates.map((tensor) => newArray(draft, 2 ** tensor.legs.length));
  for (const to of sums) draft.instructions.push({ kind: 'clear', to });
  const wanted = plan.sizes.map((_, tensor) => (tensor < gates.length ? sums[tensor] : undefined));
  draftPullback(draft, plan, tape, tensors + 1, wanted);
  const program = { inputs: tensors + 2, ...draft, outputs: [result, ...sums] };
  const order = `closed network of ${gates.length} gates and the target`;
  return { program, conjugated: true, order, nanoseconds: programNanoseconds(program, model) };
}
