/**
 * @file The Fisher information as a linear map, without its matrix: one tangent forwards, one cotangent backwards. So
 * natural gradients reach as many parameters as gradients do.
 */

import { byKind } from '../by-kind.ts';
import type { Circuit } from '../circuit/circuit.ts';
import { blockTangentsAlong } from '../circuit/run-block-circuit.ts';
import { referenceState, rotationProgram } from '../circuit/run-circuit.ts';
import { contract, planOperations } from '../contraction/contract.ts';
import { contractTangent } from '../contraction/contract-tangent.ts';
import { currentEngine } from '../engine/engine.ts';
import { DomainError, ShapeError } from '../errors.ts';
import {
  asTensors,
  differentiableState,
  environmentDimension,
  type GenerativeNetwork,
} from '../generative/generative-network.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import { type ConjugateGradientSolveOptions, conjugateGradientSolve } from '../linalg/conjugate-gradient-solve.ts';
import { plus, times } from '../linalg/real-vector.ts';
import { addScaled, innerProduct, norm, scaledVector } from '../linalg/vector.ts';
import { networkMetricProduct } from '../network/network-overlap.ts';
import { networkState, statePlan } from '../network/network-state.ts';
import { networkTensors, nodeTangents } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { Solution } from '../solution.ts';

/**
 * Derivative of the normalised state along a direction, J·v = Σ_k v_k ∂_kψ(θ).
 *
 * @param direction - v, shape (P,)
 * @returns shape of `stateVector`
 * @throws {ShapeError} theta or v does not have P entries
 *
 * Cost: two runs of a circuit or three contractions of a network, whatever P.
 */
export const stateTangentAlong = (
  network: GenerativeNetwork,
  theta: Float64Array,
  direction: Float64Array,
): ComplexVector => stateTangentsAlong(network, theta, [direction])[0]!;

/** The same for several directions; circuits of blocks share their exponentials. */
export function stateTangentsAlong(
  network: GenerativeNetwork,
  theta: Float64Array,
  directions: readonly Float64Array[],
): readonly ComplexVector[] {
  for (const { length } of directions) {
    if (length !== network.parameters) {
      throw new ShapeError(`stateTangentAlong: ${network.parameters} components required, got ${length}`);
    }
  }
  return tangentsAlong(network, theta, directions);
}

const tangentsAlong = byKind<
  GenerativeNetwork,
  [theta: Float64Array, directions: readonly Float64Array[]],
  readonly ComplexVector[]
>({
  circuit: (circuit, theta, directions) => directions.map((v) => circuitTangentAlong(circuit, theta, v)),
  'block-circuit': blockTangentsAlong,
  network: (network, theta, directions) => {
    const unnormalised = networkState(network, theta);
    const size = norm(unnormalised);
    const psi = scaledVector([1 / size, 0], unnormalised);
    return directions.map((v) => {
      const tangent = scaledVector([1 / size, 0], networkTangentAlong(network, theta, v));
      const [along] = innerProduct(psi, tangent);
      return addScaled(tangent, [-along, 0], psi);
    });
  },
});

/**
 * The quantum Fisher information of a pure state as a map,
 *
 *     v ↦ F·v = 4 Re J†(1 − |ψ⟩⟨ψ|)J v.
 *
 * @returns F·v of shape (P,) for v of shape (P,)
 * @throws {DomainError} the state is mixed
 *
 * Cost of a product: that of about two gradients; memory a few states. Networks whose norm is cheaper to contract than
 * their amplitudes need no state, so that matrix-product states may be of any length: O(n d χ³).
 */
export function fisherVectorProduct(
  network: GenerativeNetwork,
  theta: Float64Array,
): (direction: Float64Array) => Float64Array {
  const environment = environmentDimension(network);
  if (environment > 1) {
    throw new DomainError(`fisherVectorProduct: a pure state required, got an environment of ${environment}`);
  }
  const tensors = asTensors(network);
  if (tensors !== null) {
    // Amplitudes or two layers without them, whichever is the smaller contraction; a product takes about six of either.
    const { product, operations } = networkMetricProduct({ network: tensors, theta });
    if (operations < planOperations(statePlan(tensors))) return (direction) => times(4, product(direction));
  }
  const { state, pullback } = differentiableState(network, theta);
  return (direction) => {
    const tangent = stateTangentAlong(network, theta, direction);
    const [re, im] = innerProduct(state, tangent);
    return times(4, pullback(addScaled(tangent, [-re, -im], state)));
  };
}

export interface MatrixFreeOptions extends ConjugateGradientSolveOptions {
  /** Added to the diagonal of the Fubini–Study metric g = F/4, not of F; default 1e-6. */
  readonly damping?: number;
}

/**
 * Direction of the natural gradient, (g + damping)⁻¹·gradient, by conjugate gradients on products with the metric,
 * which is never formed: 10⁵ parameters are as feasible as for a gradient. The metric is that of Fubini and Study, a
 * quarter of `quantumFisherInformation`:
 *
 *     g = F/4,    so that g⁻¹∇f = 4 F⁻¹∇f.
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

/** One forward sweep in which every rotation adds its share v_k of the derivative to a single tangent. */
function circuitTangentAlong(circuit: Circuit, theta: Float64Array, direction: Float64Array): ComplexVector {
  const initial = referenceState(circuit);
  const program = rotationProgram(circuit, theta, Math.log2(initial.length) - circuit.qubits);
  const weight = Float64Array.from(circuit.gates, ({ angle }) =>
    typeof angle === 'number' ? 0 : (angle.scale ?? 1) * direction[angle.parameter]!,
  );
  const column = Int32Array.from(circuit.gates, ({ angle }) => (typeof angle === 'number' ? -1 : 0));
  const [tangent] = currentEngine().tangentRotations(program, initial.interleaved, { column, weight, count: 1 });
  return { length: initial.length, interleaved: tangent! };
}

/** The derivative of the contraction along v, not normalised, by forward mode. */
function networkTangentAlong(network: TensorNetwork, theta: Float64Array, direction: Float64Array): ComplexVector {
  const plan = statePlan(network);
  const contraction = contract(plan, networkTensors(network, theta));
  const directions = nodeTangents(network, theta, direction).map((tangent) => tangent?.interleaved);
  const { value } = contractTangent(plan, contraction, directions);
  return { length: value.length / 2, interleaved: times(2 ** contraction.exponent, value) };
}
