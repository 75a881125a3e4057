/** @file How the network of a circuit is contracted, and whether that is cheaper than gate by gate. */

import { type ContractionPlan, contractionPlan } from '../contraction/contract.ts';
import { contractionPath } from '../contraction/contraction-path.ts';
import { draftContraction, draftPullback, newArray } from '../contraction/contraction-program.ts';
import { type Instruction, neededInstructions, type ProductProgram } from '../engine/product-program.ts';
import { programBytes } from '../engine/run-products.ts';
import { programNanoseconds, STANDARD_TIMES, type TimeModel } from '../engine/time-model.ts';
import { type CircuitNetwork, gradientNanoseconds, networkLegs, qubitDimensions } from './circuit-network.ts';
import { closedPlan } from './closed-plan.ts';
import { type OverlapPlan, overlapPlan } from './overlap-plan.ts';

/** Programs of all tensors of a network, see `CircuitNetwork`. */
export interface CircuitPlan {
  /** State and pullback, planned when first asked for; undefined where gate by gate is cheaper. */
  readonly state: () => StatePlan | undefined;
  /** Overlap with a target and the cotangents of all gates, without the state; undefined where gate by gate is cheaper. */
  readonly overlap: OverlapPlan | undefined;
}

export interface StatePlan {
  /** The program from all tensors to the state. */
  readonly forward: () => ProductProgram;
  /** The program from all tensors and a cotangent of the state to the cotangents of all gates. */
  readonly backward: () => ProductProgram;
  /** Both programs in one: from all tensors and a cotangent to the state and the cotangents of all gates. */
  readonly both: ProductProgram;
  readonly nanoseconds: number;
}

/** Most bytes that the engine may need for a contraction. */
export const MOST_BYTES = 2 ** 29;
/** Two halves with so few bonds are hard to improve: no long search follows where greedy paths do not promise to. */
const FEW_BONDS = 4;
/** How much cheaper than gate by gate a contraction must be, by the estimate. */
const ADVANTAGE = 1.5;

/**
 * The plan of a network. By the standard model it depends on the network alone, so that a repeated run repeats every bit.
 */
export function circuitPlan(network: CircuitNetwork, model: TimeModel = STANDARD_TIMES): CircuitPlan {
  const limit = network.gateByGate / ADVANTAGE;
  const halves = overlapPlan(network, model);
  const known = (halves?.bonds ?? Infinity) <= FEW_BONDS ? halves?.nanoseconds : undefined;
  const closed = closedPlan(network, model, HOPELESS * network.gateByGate, known);
  const overlap = [halves, closed]
    .filter((plan) => plan !== undefined)
    .filter(({ program, nanoseconds }) => nanoseconds < limit && programBytes(program) <= MOST_BYTES)
    .sort((a, b) => a.nanoseconds - b.nanoseconds)
    .at(0);
  return { state: once(() => statePlan(network, model)), overlap };
}

function statePlan(network: CircuitNetwork, model: TimeModel): StatePlan | undefined {
  const { gates, gateByGate, open } = network;
  const legs = networkLegs(network);
  const dimensions = qubitDimensions(legs);
  const greedy = contractionPath(legs, dimensions, open, { restarts: 0, steps: 0, minimise: model });
  if (gradientNanoseconds(legs, greedy, open, model) > HOPELESS * gateByGate) return undefined;
  const path = contractionPath(legs, dimensions, open, { minimise: model });
  const plan = contractionPlan(legs, dimensions, open, path);
  const both = drafted(plan, gates.length, { state: true, gates: true });
  const nanoseconds = programNanoseconds(both, model);
  if (ADVANTAGE * nanoseconds > gateByGate || programBytes(both) > MOST_BYTES) return undefined;
  const forward = once(() => drafted(plan, gates.length, { state: true, gates: false }));
  const backward = once(() => drafted(plan, gates.length, { state: false, gates: true }));
  return { forward, backward, both, nanoseconds };
}

/** A greedy path worse than this, relative to gate by gate, is not worth a longer search. */
const HOPELESS = 4;

/**
 * The program from all tensors, and a cotangent of the state if there are gradients, to the state or gradients or both.
 */
function drafted(
  plan: ContractionPlan,
  gates: number,
  wanted: { readonly state: boolean; readonly gates: boolean },
): ProductProgram {
  const inputs = plan.tensors + Number(wanted.gates);
  const cotangents = wanted.gates ? [2 ** plan.outputShape.length] : [];
  const draft = { sizes: [...plan.sizes, ...cotangents], instructions: [] as Instruction[] };
  const { result, tape } = draftContraction(draft, plan, [...plan.sizes.keys()]);
  const state = wanted.state ? [result] : [];
  if (!wanted.gates) return { inputs, ...draft, outputs: state };
  const sums = plan.sizes.slice(0, gates).map((size) => newArray(draft, size));
  for (const to of sums) draft.instructions.push({ kind: 'clear', to });
  draftPullback(draft, plan, tape, plan.tensors, [...sums, ...plan.sizes.slice(gates).map(() => undefined)]);
  const outputs = [...state, ...sums];
  return { inputs, ...draft, instructions: neededInstructions(draft.instructions, outputs), outputs };
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
