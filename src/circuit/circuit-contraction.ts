/**
 * @file The state of a circuit by contraction of its network. Gate by gate, every gate passes over all 2ⁿ amplitudes;
 * along a good path most products are of small tensors, and only the last few have 2ⁿ entries.
 */

import { gateMatrix, pullbackAngles } from '../engine/dense-gate.ts';
import { currentEngine } from '../engine/engine.ts';
import { measuredTimeModel } from '../engine/measured-times.ts';
import type { RotationProgram } from '../engine/rotation-program.ts';
import type { Complex, ComplexVector } from '../linalg/complex.ts';
import { innerProduct } from '../linalg/vector.ts';
import type { Circuit } from './circuit.ts';
import { type CircuitNetwork, circuitNetwork, fusedGates, type GateTensor } from './circuit-network.ts';
import { type CircuitPlan, circuitPlan } from './circuit-plan.ts';
import { type ImprovingPlan, improvingPlan } from './improving-plan.ts';
import type { OverlapPlan } from './overlap-plan.ts';
import { byParameter, type CircuitOverlap, rotationProgram } from './run-circuit.ts';

/** A state and its reverse-mode derivative. */
export interface ContractedState {
  /** U(θ)|0…0⟩, shape (2ⁿ,). */
  readonly state: ComplexVector;
  /** ∂L/∂θ, shape (P,), from λ with dL = Re⟨λ|dψ⟩. */
  readonly pullback: (cotangent: ComplexVector) => Float64Array;
}

/**
 * The state of the circuit and its pullback by contraction, equal to `runCircuit` and `pullbackCircuit` up to rounding.
 *
 * @param theta - parameters, shape (P,)
 * @returns undefined where gate by gate is cheaper: few qubits, deep circuits, words on more than two qubits, a
 *   reference other than |0…0⟩. It depends on the circuit only, not on the machine.
 * @throws {ShapeError} theta has the wrong length
 *
 * A brickwork of depth 4 costs 8 multiply-adds per amplitude instead of 4 per gate, and three times that with the
 * pullback.
 *
 * @see Markov & Shi, SIAM J. Comput. 38, 963 (2008)
 */
export function contractedState(circuit: Circuit, theta: Float64Array): ContractedState | undefined {
  const contraction = circuitContraction(circuit);
  const state = contraction?.plan.state();
  if (contraction === undefined || state === undefined) return undefined;
  const { forward, backward } = state;
  const gates = gateTensors(circuit, contraction.network, theta);
  const [interleaved] = currentEngine().runProducts(forward(), gates.tensors);
  return {
    state: { length: 2 ** circuit.qubits, interleaved: interleaved! },
    pullback: (cotangent) => {
      const cotangents = currentEngine().runProducts(backward(), [...gates.tensors, cotangent.interleaved]);
      return byParameter(circuit, angleDerivatives(gates, cotangents, [1, 0]));
    },
  };
}

/**
 * `circuitOverlap` by contraction, or undefined where gate by gate is cheaper. Far from the target the state is never
 * formed: a brickwork of depth 4 then costs 16 multiply-adds per amplitude, gradient included.
 *
 * @param target - t, of norm 1, shape (2ⁿ,)
 * @param order - default `fixed`
 */
export function contractedOverlap(
  circuit: Circuit,
  theta: Float64Array,
  target: ComplexVector,
  order: ContractionOrder = 'fixed',
): CircuitOverlap | undefined {
  const contraction = circuitContraction(circuit);
  if (contraction === undefined) return undefined;
  const { network, plan } = contraction;
  const overlapPlan = order === 'fixed' ? plan.overlap : contraction.improving()?.current();
  if (overlapPlan !== undefined) {
    const gates = gateTensors(circuit, network, theta);
    const { overlap, cotangents } = overlapAlong(overlapPlan, gates, target);
    const fidelity = overlap[0] ** 2 + overlap[1] ** 2;
    if (fidelity < NEAR) {
      return { overlap, distanceSquared: 1 - fidelity, gradient: overlapGradient(circuit, gates, cotangents, overlap) };
    }
  }
  const both = plan.state()?.both;
  if (both === undefined) return undefined;
  const gates = gateTensors(circuit, network, theta);
  const [interleaved, ...cotangents] = currentEngine().runProducts(both, [...gates.tensors, target.interleaved]);
  const state = { length: target.length, interleaved: interleaved! };
  const overlap = innerProduct(target, state);
  const fidelity = overlap[0] ** 2 + overlap[1] ** 2;
  return {
    overlap,
    distanceSquared: fidelity < CANCELS ? 1 - fidelity : distanceSquared(state, overlap, target),
    gradient: overlapGradient(circuit, gates, cotangents, overlap),
  };
}

/** z = ⟨t|ψ⟩ and its cotangents, whether the program conjugates or not. */
function overlapAlong(
  { program, conjugated }: OverlapPlan,
  { tensors }: EvaluatedGates,
  { interleaved }: ComplexVector,
): { readonly overlap: Complex; readonly cotangents: readonly Float64Array[] } {
  const inputs = conjugated
    ? [...tensors.map(conjugate), interleaved, Float64Array.of(1, 0)]
    : [...tensors, interleaved];
  const [z, ...cotangents] = currentEngine().runProducts(program, inputs);
  if (!conjugated) return { overlap: [z![0]!, z![1]!], cotangents };
  return { overlap: [z![0]!, -z![1]!], cotangents: cotangents.map(conjugate) };
}

const conjugate = (array: Float64Array): Float64Array => array.map((x, k) => (k % 2 === 0 ? x : -x));

/** ∂|z|²/∂θ from the cotangents of z: d|z|² = Re⟨2z·t|dψ⟩. */
function overlapGradient(
  circuit: Circuit,
  gates: EvaluatedGates,
  cotangents: readonly Float64Array[],
  [re, im]: Complex,
): Float64Array {
  return byParameter(circuit, angleDerivatives(gates, cotangents, [2 * re, 2 * im]));
}

/**
 * Whether the order of contraction depends on the circuit alone, so that a calculation repeats every bit, or whether
 * choices are made by measured times and a worker looks for a better order meanwhile.
 */
export type ContractionOrder = 'fixed' | 'improving';

/** By which order the overlaps of a circuit are contracted now. */
export interface OrderInUse {
  /** In words; `gate by gate` where nothing is contracted. */
  readonly order: string;
  /** Estimated time of an overlap with its gradient on one core, in nanoseconds. */
  readonly nanoseconds: number;
  /** How many better orders the background has found, and whether it has ended. */
  readonly improvements: number;
  readonly ended: boolean;
}

/** The order by which `contractedOverlap` contracts; for `improving` it may be another one after every gradient. */
export function orderInUse(circuit: Circuit, order: ContractionOrder = 'fixed'): OrderInUse {
  const contraction = circuitContraction(circuit);
  const improving = order === 'fixed' ? undefined : contraction?.improving();
  const plan = improving?.current() ?? contraction?.plan.overlap;
  const progress = improving?.progress() ?? { improvements: 0, ended: true };
  if (plan !== undefined) return { order: plan.order, nanoseconds: plan.nanoseconds, ...progress };
  const { gateByGate } = fusedGates(circuit);
  return { order: 'gate by gate', nanoseconds: gateByGate, ...progress };
}

interface CircuitContraction {
  readonly network: CircuitNetwork;
  readonly plan: CircuitPlan;
  /** Begun when first asked for. */
  readonly improving: () => ImprovingPlan | undefined;
}

const known = new WeakMap<Circuit['gates'], { readonly contraction: CircuitContraction | undefined }>();

/** Network and plan, made once for the list of gates. */
function circuitContraction(circuit: Circuit): CircuitContraction | undefined {
  const found = known.get(circuit.gates);
  if (found !== undefined) return found.contraction;
  const network = circuitNetwork(circuit);
  const contraction = network && contractionOf(network);
  known.set(circuit.gates, { contraction });
  return contraction;
}

function contractionOf(network: CircuitNetwork): CircuitContraction {
  const plan = circuitPlan(network);
  let improving: ImprovingPlan | undefined;
  return {
    network,
    plan,
    improving: () => {
      if (improving === undefined && plan.overlap !== undefined) {
        const model = measuredTimeModel();
        improving = improvingPlan(network, circuitPlan(network, model).overlap ?? plan.overlap, model);
      }
      return improving;
    },
  };
}

interface EvaluatedGates {
  readonly network: CircuitNetwork;
  readonly program: RotationProgram;
  readonly matrices: readonly Float64Array[];
  /** What is contracted, in the order of the network. */
  readonly tensors: readonly Float64Array[];
}

function gateTensors(circuit: Circuit, network: CircuitNetwork, theta: Float64Array): EvaluatedGates {
  const program = rotationProgram(circuit, theta);
  const matrices = network.gates.map(({ gate }) => gateMatrix(program, gate));
  const gates = network.gates.map((tensor, k) => columnsOf(matrices[k]!, tensor));
  return { network, program, matrices, tensors: [...gates, ...network.idle.map(() => Float64Array.of(1, 0, 0, 0))] };
}

/** From this fidelity on 1 − |z|² is too inaccurate an infidelity. */
const NEAR = 1 - 1e-6;
/** Up to this fidelity 1 − |z|² loses no accuracy. */
const CANCELS = 0.5;

/** ‖ψ − z t‖². */
function distanceSquared(psi: ComplexVector, [re, im]: Complex, t: ComplexVector): number {
  let sum = 0;
  for (let k = 0; k < 2 * psi.length; k += 2) {
    const [tr, ti] = [t.interleaved[k]!, t.interleaved[k + 1]!];
    sum += (psi.interleaved[k]! - re * tr + im * ti) ** 2 + (psi.interleaved[k + 1]! - re * ti - im * tr) ** 2;
  }
  return sum;
}

/** The columns of a gate that see inputs, as a tensor (outputs, inputs). */
function columnsOf(matrix: Float64Array, { columns, dimension }: GateTensor): Float64Array {
  if (columns.length === dimension) return matrix;
  const tensor = new Float64Array(2 * dimension * columns.length);
  for (let row = 0; row < dimension; row++) {
    columns.forEach((column, k) => {
      const [to, from] = [2 * (row * columns.length + k), 2 * (row * dimension + column)];
      tensor[to] = matrix[from]!;
      tensor[to + 1] = matrix[from + 1]!;
    });
  }
  return tensor;
}

/** From the cotangents factor·Λ of all gates: dL = Re Tr Λ† dU, so that W = U Λ† is the environment behind U. */
function angleDerivatives(
  { network, program, matrices }: EvaluatedGates,
  cotangents: readonly Float64Array[],
  factor: Complex,
): Float64Array {
  const derivatives = new Float64Array(program.angles.length);
  network.gates.forEach((tensor, k) => {
    const environment = environmentOf(matrices[k]!, cotangents[k]!, tensor, factor);
    pullbackAngles(program, tensor.gate, environment, derivatives);
  });
  return derivatives;
}

/** U (factor·Λ)†, d × d, where Λ has the given columns only. */
function environmentOf(
  u: Float64Array,
  lambda: Float64Array,
  { columns, dimension: d }: GateTensor,
  [re, im]: Complex,
): Float64Array {
  const environment = new Float64Array(2 * d * d);
  const count = columns.length;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) {
      let [x, y] = [0, 0];
      for (let k = 0; k < count; k++) {
        const [a, b] = [2 * (i * d + columns[k]!), 2 * (j * count + k)];
        const [ur, ui, lr, li] = [u[a]!, u[a + 1]!, lambda[b]!, lambda[b + 1]!];
        x += ur * lr + ui * li;
        y += ui * lr - ur * li;
      }
      environment[2 * (i * d + j)] = re * x + im * y;
      environment[2 * (i * d + j) + 1] = re * y - im * x;
    }
  }
  return environment;
}
