/** @file A circuit as a network: the gates on the same qubits fused, each a tensor on the legs that it joins. */

import { pathCost } from '../contraction/contraction-cost.ts';
import type { ContractionPath, Leg } from '../contraction/contraction-graph.ts';
import { bitsOf } from '../engine/bits.ts';
import { type FusedGate, fuse, gateCost } from '../engine/fusion.ts';
import { entryCostOf, type TimeModel } from '../engine/time-model.ts';
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

/** U(θ)|0…0⟩ as a network: the gates, and a tensor |0⟩ for each qubit without gates. All legs have dimension 2. */
export interface CircuitNetwork {
  readonly qubits: number;
  /** In the order in which they act. */
  readonly gates: readonly GateTensor[];
  /** Legs of the qubits without gates, each on a tensor of its own behind the gates. */
  readonly idle: readonly Leg[];
  /** The last leg of every qubit. */
  readonly open: readonly Leg[];
  /** Estimated time of state and pullback gate by gate, in nanoseconds on one core. */
  readonly gateByGate: number;
}

/** Least time gate by gate, in nanoseconds, for which a contraction pays. */
const WORTHWHILE = 2e5;
/** Most gates for which a path is searched. */
const MOST_GATES = 400;

/**
 * The network of the circuit; undefined where contraction is no choice: short times gate by gate, many gates, words on
 * more than two qubits, a reference other than |0…0⟩.
 */
export function circuitNetwork(circuit: Circuit): CircuitNetwork | undefined {
  const { qubits } = circuit;
  if (circuit.reference !== undefined) return undefined;
  const { fused, gateByGate } = fusedGates(circuit);
  if (gateByGate < WORTHWHILE || fused.length > MOST_GATES) return undefined;
  const gates = fused.map((gate) => ({ ...gate, bits: bitsOf(gate.mask) }));
  if (gates.some(({ bits }) => bits.length > 2)) return undefined;
  const { tensors, open } = wired(gates, qubits);
  return { qubits, gates: tensors, idle: open.filter((leg) => leg.endsWith('.0')), open, gateByGate };
}

/** The circuit's fused gates, and the estimated time of state and pullback gate by gate, in nanoseconds on one core. */
export function fusedGates(circuit: Circuit): { readonly fused: readonly FusedGate[]; readonly gateByGate: number } {
  const fused = fuse(rotationWords(circuit));
  return { fused, gateByGate: fused.reduce((sum, gate) => sum + gateCost(gate), 0) * 2 ** circuit.qubits };
}

/** Legs of all tensors: gates, then qubits without gates. */
export function networkLegs({ gates, idle }: CircuitNetwork): readonly (readonly Leg[])[] {
  return [...gates.map((tensor) => tensor.legs), ...idle.map((leg) => [leg])];
}

/** Dimension 2 for every leg. */
export function qubitDimensions(legs: readonly (readonly Leg[])[]): Readonly<Record<Leg, number>> {
  return Object.fromEntries(legs.flat().map((leg) => [leg, 2]));
}

/** Estimated time of a contraction and its pullback on one core, in nanoseconds, before a program is drafted. */
export function gradientNanoseconds(
  legs: readonly (readonly Leg[])[],
  path: ContractionPath,
  open: readonly Leg[],
  model: TimeModel,
): number {
  const { flops, writes } = pathCost(legs, qubitDimensions(legs), path, open);
  return 3 * model.multiplyAdd * (flops / 8 + entryCostOf(model) * writes);
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
