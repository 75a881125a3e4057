/** @file How the network of a circuit is contracted, and whether that is cheaper than gate by gate. */

import { type ContractionPlan, contractionPlan } from '../contraction/contract.ts';
import { type ContractionCost, pathCost } from '../contraction/contraction-cost.ts';
import type { ContractionPath, Leg } from '../contraction/contraction-graph.ts';
import { contractionPath } from '../contraction/contraction-path.ts';
import { draftContraction, draftPullback, newArray } from '../contraction/contraction-program.ts';
import { bitsOf } from '../engine/bits.ts';
import { type FusedGate, fuse, gateCost } from '../engine/fusion.ts';
import type { Instruction, ProductProgram } from '../engine/product-program.ts';
import { programBytes } from '../engine/run-products.ts';
import type { Circuit } from './circuit.ts';
import { rotationWords } from './run-circuit.ts';

/** A gate as a tensor: outputs, then those inputs that do not come straight from |0⟩. */
export interface GateTensor {
  readonly gate: FusedGate;
  /** 2 or 4. */
  readonly dimension: number;
  /** Columns of the gate's matrix that the tensor has. */
  readonly columns: readonly number[];
  readonly legs: readonly Leg[];
}

export interface CircuitPlan {
  readonly gates: readonly GateTensor[];
  /** Legs of the qubits without gates, each on a tensor of its own behind the gates. */
  readonly idle: readonly Leg[];
  /** The program from all tensors to the state. */
  readonly forward: () => ProductProgram;
  /** The program from all tensors and a cotangent of the state to the cotangents of all gates. */
  readonly backward: () => ProductProgram;
  /** Both programs in one: from all tensors and a cotangent to the state and the cotangents of all gates. */
  readonly both: ProductProgram;
}

/** Least time gate by gate, in nanoseconds, for which a plan pays. */
const WORTHWHILE = 2e5;
/** Most gates for which a path is searched. */
const MOST_GATES = 400;
/** Most bytes that the engine may need for a contraction. */
const MOST_BYTES = 2 ** 29;
/** How much cheaper than gate by gate a contraction must be, by the estimate. */
const ADVANTAGE = 1.5;

const known = new WeakMap<Circuit['gates'], { readonly plan: CircuitPlan | undefined }>();

/** The plan, made once for the list of gates; undefined where gate by gate is cheaper, or the only way. */
export function circuitPlan(circuit: Circuit): CircuitPlan | undefined {
  const found = known.get(circuit.gates);
  if (found !== undefined) return found.plan;
  const plan = planned(circuit);
  known.set(circuit.gates, { plan });
  return plan;
}

function planned(circuit: Circuit): CircuitPlan | undefined {
  if (circuit.reference !== undefined) return undefined;
  const fused = fuse(rotationWords(circuit));
  const direct = fused.reduce((sum, gate) => sum + gateCost(gate), 0) * 2 ** circuit.qubits;
  if (direct < WORTHWHILE || fused.length > MOST_GATES) return undefined;
  const gates = fused.map((gate) => ({ ...gate, bits: bitsOf(gate.mask) }));
  if (gates.some(({ bits }) => bits.length > 2)) return undefined;
  const { tensors, open } = wired(gates, circuit.qubits);
  const idle = open.filter((leg) => leg.endsWith('.0'));
  const legs = [...tensors.map((tensor) => tensor.legs), ...idle.map((leg) => [leg])];
  const dimensions = Object.fromEntries(legs.flat().map((leg) => [leg, 2]));
  const cost = (path: ContractionPath): number => nanoseconds(pathCost(legs, dimensions, path, open), legs.length);
  const greedy = contractionPath(legs, dimensions, open, { restarts: 0, steps: 0 });
  if (cost(greedy) > HOPELESS * direct) return undefined;
  const path = SEARCHES.reduce((best, options) => {
    if (cost(best) < EXCELLENT * direct) return best;
    const other = contractionPath(legs, dimensions, open, options);
    return cost(other) < cost(best) ? other : best;
  }, greedy);
  if (ADVANTAGE * cost(path) > direct) return undefined;
  const plan = contractionPlan(legs, dimensions, open, path);
  const both = drafted(plan, tensors.length, { state: true, gates: true });
  if (programBytes(both) > MOST_BYTES) return undefined;
  const forward = once(() => drafted(plan, tensors.length, { state: true, gates: false }));
  const backward = once(() => drafted(plan, tensors.length, { state: false, gates: true }));
  return { gates: tensors, idle, forward, backward, both };
}

/** Searches of tens of milliseconds; a longer one finds fewer operations, but not a faster path. */
const SEARCHES = [{ steps: 0 }, { steps: 1000 }] as const;
/** A path as good as this, relative to gate by gate, is taken without a longer search. */
const EXCELLENT = 0.2;
/** A greedy path worse than this, relative to gate by gate, is not worth a longer search. */
const HOPELESS = 4;

/** Estimate for state and pullback on one core: products, copies of every intermediate, and calls. */
function nanoseconds({ flops, writes }: ContractionCost, tensors: number): number {
  return (3 * flops) / 18 + 12 * writes + 1500 * tensors;
}

/** Gates as tensors in the order in which they act, and the last leg of every qubit. */
function wired(
  gates: readonly FusedGate[],
  qubits: number,
): { readonly tensors: readonly GateTensor[]; readonly open: readonly Leg[] } {
  const times = new Array<number>(qubits).fill(0);
  const tensors = gates.map((gate): GateTensor => {
    const { bits } = gate;
    const own = bits.map((bit) => qubits - 1 - bit).reverse(); // the highest bit is the first qubit
    const fresh = bits.reduce((mask, bit, k) => mask | (times[qubits - 1 - bit] === 0 ? 1 << k : 0), 0);
    const inputs = own.filter((qubit) => times[qubit]! > 0).map((qubit) => `${qubit}.${times[qubit]}`);
    for (const qubit of own) times[qubit]!++;
    const outputs = own.map((qubit) => `${qubit}.${times[qubit]}`);
    const dimension = 2 ** bits.length;
    const columns = Array.from({ length: dimension }, (_, column) => column).filter((column) => !(column & fresh));
    return { gate, dimension, columns, legs: [...outputs, ...inputs] };
  });
  return { tensors, open: times.map((time, qubit) => `${qubit}.${time}`) };
}

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
  return { inputs, ...draft, instructions: needed(draft.instructions, outputs), outputs };
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The instructions on which the outputs depend: gradients alone do not need the state. */
function needed(instructions: readonly Instruction[], outputs: readonly number[]): readonly Instruction[] {
  const wanted = new Set(outputs);
  return instructions
    .toReversed()
    .filter((step) => {
      if (!wanted.has(step.to)) return false;
      if (step.kind === 'product') wanted.add(step.left).add(step.right);
      else if (step.kind !== 'clear') wanted.add(step.from);
      return true;
    })
    .reverse();
}
