/**
 * @file How far is the generated state from its target? One loss for pure and mixed states alike: by Uhlmann's
 * theorem the fidelity of two mixed states is the overlap of their best-aligned purifications.
 */

import { ShapeError } from '../errors.ts';
import type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
import { multiply } from '../linalg/matrix.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import type { Objective } from '../optimise/objective.ts';
import { blockInfidelityOfChain } from './block-chain-infidelity.ts';
import { fermionInfidelity } from './fermion-infidelity.ts';
import {
  differentiableState,
  environmentDimension,
  type GenerativeNetwork,
  rulesOf,
  siteDimensions,
} from './generative-network.ts';
import { stabiliserInfidelity } from './stabiliser-infidelity.ts';
import { networkPointOf, purification } from './state-rules.ts';
import type { TargetState } from './target-state.ts';

/**
 * Infidelity 1 − F of the generated state from its target as a function of θ, with
 *
 *     F = |⟨t|ψ⟩|²  (pure),   F = (Tr √(√ρ σ √ρ))²  (mixed),
 *
 * computed as ‖ψ − z t‖² so that it resolves infidelities down to 1e-30. Two networks are compared by
 * contraction, without amplitudes, as 1 − F (floor about 1e-15), stabiliser networks with stabiliser states by their
 * groups, circuits of free fermions with Gaussian states by their covariances, and circuits of blocks on neighbours with
 * matrix-product states of more than 14 qubits on a chain whose bonds are cut, see `blockChainInfidelity`.
 *
 * Of a tensor network it is best minimised by `balancedLbfgs`, from `initialParameters`: far from the target its
 * gradient is small, and `lbfgs` often stays at ½, the infidelity of a product state from GHZ. `negativeLogFidelity`
 * has a gradient everywhere.
 *
 * @param order - how circuits on pure targets are contracted. `fixed`, the default: by an order that depends on the circuit
 *   alone, so that every bit repeats and a run can go on from a file. `improving`: by measured times, and a worker looks
 *   for a better order, which is used from the next gradient on; values agree up to rounding. `orderInUse` tells which.
 * @returns value in [0, 1] and gradient ∂/∂θ, shape (P,)
 * @throws {ShapeError} sites of network and target differ, or a network target is too large for a dense model
 *
 * @see Uhlmann, Rep. Math. Phys. 9, 273 (1976)
 */
export function infidelity(
  network: GenerativeNetwork,
  target: TargetState,
  { order = 'fixed' }: { readonly order?: 'fixed' | 'improving' | undefined } = {},
): Objective {
  checkSites(network, target);
  const ofKind =
    stabiliserInfidelity(network, target) ??
    fermionInfidelity(network, target) ??
    blockInfidelityOfChain(network, target);
  if (ofKind !== null) return ofKind;
  const { infidelityFromNetwork, infidelityFromPure } = rulesOf(network);
  const point = networkPointOf(target);
  if (infidelityFromNetwork !== null && point !== null) return infidelityFromNetwork(network, point);
  const b = purification(target);
  if (infidelityFromPure !== null && b.cols === 1 && environmentDimension(network) === 1) {
    return infidelityFromPure(network, { length: b.rows, interleaved: b.interleaved }, order);
  }
  return (theta) => {
    const { state, pullback } = differentiableState(network, theta);
    const { value, cotangent } = stateInfidelity(b, state);
    return { value, gradient: pullback(cotangent) };
  };
}

/** @throws {ShapeError} sites of network and target differ */
export function checkSites(network: GenerativeNetwork, target: TargetState): void {
  const sites = siteDimensions(network);
  if (sites.join() !== target.dimensions.join()) {
    throw new ShapeError(`infidelity: sites of dimensions [${target.dimensions}] required, got [${sites}]`);
  }
}

/**
 * Infidelity of a state of norm 1 from a purified target, and its cotangent λ = ∂/∂Re ψ + i ∂/∂Im ψ.
 *
 * @param b - `purification` of the target, D × E
 * @param state - shape (D·E′,), environment least significant
 */
export function stateInfidelity(
  b: ComplexMatrix,
  state: ComplexVector,
): { readonly value: number; readonly cotangent: ComplexVector } {
  const environment = state.length / b.rows;
  const { interleaved } = state;
  const { overlap, target: t } = alignedTarget(b, { rows: b.rows, cols: environment, interleaved });
  const cotangent = { length: state.length, interleaved: t.map((x) => -2 * overlap * x) };
  const value = environment < b.cols ? 1 - overlap * overlap : distanceSquared(interleaved, overlap, t);
  return { value, cotangent };
}

interface Aligned {
  /** √F ≥ 0. */
  readonly overlap: number;
  /**
   * T, the target's purification with its environment turned so that ⟨T|A⟩ = √F; of norm 1 unless A has too few
   * columns.
   */
  readonly target: Float64Array;
}

/**
 * For a state A, D × E, the purification T = B·Q of the target with Q isometric that maximises Re⟨T|A⟩: with the
 * singular value decomposition B†A = W Σ V†, Q = W V† and ⟨T|A⟩ = Tr Σ = √F.
 */
function alignedTarget(b: ComplexMatrix, a: ComplexMatrix): Aligned {
  const { u, values, v } = singularValueDecomposition(multiply(b, a, { adjointA: true }));
  const q = multiply(u, v, { adjointB: true });
  return { overlap: values.reduce((sum, value) => sum + value, 0), target: multiply(b, q).interleaved };
}

/** ‖a − z t‖², which is 1 − z² for unit vectors with ⟨t|a⟩ = z, without the cancellation. */
function distanceSquared(a: Float64Array, z: number, t: Float64Array): number {
  let distance = 0;
  for (let i = 0; i < t.length; i++) distance += (a[i]! - z * t[i]!) ** 2;
  return distance;
}
