/**
 * @file The Fisher information as a linear map, without its matrix: one tangent forwards, one cotangent backwards. So
 * natural gradients reach as many parameters as gradients do.
 */

import type { Circuit, Rotation } from '../circuit/circuit.ts';
import { angleAt } from '../circuit/circuit.ts';
import { circuitTangents } from '../circuit/run-circuit.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { differentiableState, environmentDimension, type GenerativeNetwork } from '../generative/generative-network.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import { type ConjugateGradientSolveOptions, conjugateGradientSolve } from '../linalg/conjugate-gradient-solve.ts';
import { plus, times } from '../linalg/real-vector.ts';
import { addScaled, innerProduct, norm, scaledVector } from '../linalg/vector.ts';
import { contract } from '../network/contract.ts';
import { networkState, statePlan } from '../network/network-state.ts';
import { isTrainable, networkTensors, rotationDerivative } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { Solution } from '../solution.ts';

/**
 * Derivative of the normalised state along a direction, J·v = Σ_k v_k ∂_kψ(θ).
 *
 * @param direction - v, shape (P,)
 * @returns shape of `stateVector`
 * @throws {ShapeError} theta or v does not have P entries
 *
 * Cost: two runs of a circuit, whatever P; one contraction for each trainable tensor of a network.
 */
export function stateTangentAlong(
  network: GenerativeNetwork,
  theta: Float64Array,
  direction: Float64Array,
): ComplexVector {
  if (direction.length !== network.parameters) {
    throw new ShapeError(`stateTangentAlong: ${network.parameters} components required, got ${direction.length}`);
  }
  if (network.kind === 'circuit')
    return circuitTangents(lineThrough(network, theta, direction), Float64Array.of(0))[0]!;
  const unnormalised = networkState(network, theta);
  const size = norm(unnormalised);
  const psi = scaledVector([1 / size, 0], unnormalised);
  const tangent = scaledVector([1 / size, 0], networkTangentAlong(network, theta, direction));
  const [along] = innerProduct(psi, tangent);
  return addScaled(tangent, [-along, 0], psi);
}

/**
 * The quantum Fisher information of a pure state as a map,
 *
 *     v ↦ F·v = 4 Re J†(1 − |ψ⟩⟨ψ|)J v.
 *
 * @returns F·v of shape (P,) for v of shape (P,)
 * @throws {DomainError} the state is mixed
 *
 * Cost of a product: that of about two gradients; memory a few states.
 */
export function fisherVectorProduct(
  network: GenerativeNetwork,
  theta: Float64Array,
): (direction: Float64Array) => Float64Array {
  const environment = environmentDimension(network);
  if (environment > 1) {
    throw new DomainError(`fisherVectorProduct: a pure state required, got an environment of ${environment}`);
  }
  const { state, pullback } = differentiableState(network, theta);
  return (direction) => {
    const tangent = stateTangentAlong(network, theta, direction);
    const [re, im] = innerProduct(state, tangent);
    return times(4, pullback(addScaled(tangent, [-re, -im], state)));
  };
}

export interface MatrixFreeOptions extends ConjugateGradientSolveOptions {
  /** Added to the diagonal of the metric; default 1e-6. */
  readonly damping?: number;
}

/**
 * Direction of the natural gradient, (g + damping)⁻¹·gradient with the Fubini–Study metric g = F/4, by conjugate
 * gradients on products with F: the metric is never formed, and 10⁵ parameters are no more than a gradient can do.
 *
 * @param gradient - ∇f, shape (P,)
 * @throws {DomainError} the state is mixed
 *
 * @see Martens, Proc. 27th ICML, 735 (2010)
 */
export function naturalGradientDirection(
  network: GenerativeNetwork,
  theta: Float64Array,
  gradient: Float64Array,
  { damping = 1e-6, ...options }: MatrixFreeOptions = {},
): Solution<Float64Array> {
  const fisher = fisherVectorProduct(network, theta);
  return conjugateGradientSolve((v) => plus(times(damping, v), 1 / 4, fisher(v)), gradient, options);
}

/** The one-parameter circuit τ ↦ U(θ + τ·v): behind each rotation by its angle one more about the same word. */
function lineThrough(circuit: Circuit, theta: Float64Array, direction: Float64Array): Circuit {
  const gates = circuit.gates.flatMap(({ word, angle }): readonly Rotation[] => {
    const fixed = { word, angle: angleAt(angle, theta) };
    if (typeof angle === 'number') return [fixed];
    return [fixed, { word, angle: { parameter: 0, scale: (angle.scale ?? 1) * direction[angle.parameter]! } }];
  });
  return { ...circuit, parameters: 1, gates };
}

/** Σ over nodes of the contraction with that node's tensor replaced by its derivative along v: not normalised. */
function networkTangentAlong(network: TensorNetwork, theta: Float64Array, direction: Float64Array): ComplexVector {
  const plan = statePlan(network);
  const tensors = networkTensors(network, theta);
  const moved = networkTensors(network, direction); // free tensors are their entries of θ
  let sum: Float64Array | undefined;
  network.nodes.forEach((node, index) => {
    if (!isTrainable(node)) return;
    const rotation = rotationDerivative(node, theta);
    const derivative =
      rotation === undefined ? moved[index]!.interleaved : times(direction[rotation.parameter]!, rotation.interleaved);
    const changed = tensors.with(index, { ...tensors[index]!, interleaved: derivative });
    const { value, exponent } = contract(plan, changed);
    const term = times(2 ** exponent, value.interleaved);
    sum = sum === undefined ? term : plus(sum, 1, term);
  });
  const interleaved = sum ?? networkState(network, theta).interleaved.map(() => 0);
  return { length: interleaved.length / 2, interleaved };
}
