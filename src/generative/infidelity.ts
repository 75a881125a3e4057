/**
 * @file How far is the generated state from its target? One loss for pure and mixed states alike: by Uhlmann's
 * theorem the fidelity of two mixed states is the overlap of their best-aligned purifications.
 */

import { contractedOverlap } from '../circuit/circuit-contraction.ts';
import { circuitOverlap } from '../circuit/run-circuit.ts';
import { ShapeError } from '../errors.ts';
import { type ComplexMatrix, type ComplexVector, sizeOf, zeroMatrix } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { multiply } from '../linalg/matrix.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import { normalised } from '../linalg/vector.ts';
import { networkInfidelity } from '../network/network-overlap.ts';
import { networkState } from '../network/network-state.ts';
import type { Objective } from '../optimise/objective.ts';
import {
  differentiableState,
  environmentDimension,
  type GenerativeNetwork,
  siteDimensions,
} from './generative-network.ts';
import type { TargetState } from './target-state.ts';

/** Targets that are networks are made dense up to this many amplitudes when the model is not a network too. */
const LARGEST_DENSE = 2 ** 20;

/**
 * Infidelity 1 − F of the generated state from its target as a function of θ, with
 *
 *     F = |⟨t|ψ⟩|²  (pure),   F = (Tr √(√ρ σ √ρ))²  (mixed),
 *
 * computed as ‖ψ − z t‖² so that it resolves infidelities down to 1e-30. Two networks are compared by
 * contraction, without amplitudes, as 1 − F (floor about 1e-15).
 *
 * @returns value in [0, 1] and gradient ∂/∂θ, shape (P,)
 * @throws {ShapeError} sites of network and target differ, or a network target is too large for a dense model
 *
 * @see Uhlmann, Rep. Math. Phys. 9, 273 (1976)
 */
export function infidelity(network: GenerativeNetwork, target: TargetState): Objective {
  checkSites(network, target);
  if (target.kind === 'network' && network.kind === 'network') {
    return networkInfidelity(target, network);
  }
  const b = purification(target);
  const environment = environmentDimension(network);
  if (network.kind === 'circuit' && b.cols === 1 && environment === 1) {
    const unit = { length: b.rows, interleaved: b.interleaved };
    return (theta) => {
      const overlap = contractedOverlap(network, theta, unit) ?? circuitOverlap(network, theta, unit);
      const { distanceSquared: value, gradient } = overlap;
      return { value, gradient: gradient.map((x) => -x) };
    };
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

/**
 * The target as a purification: a D × E matrix B with ρ = B B†, one column for a pure state, else one for each
 * non-zero eigenvalue.
 */
export function purification(target: TargetState): ComplexMatrix {
  switch (target.kind) {
    case 'pure':
      return { rows: target.amplitudes.length, cols: 1, interleaved: target.amplitudes.interleaved };
    case 'network': {
      const size = sizeOf(target.dimensions);
      if (size > LARGEST_DENSE) {
        throw new ShapeError(
          `purification: at most ${LARGEST_DENSE} amplitudes possible, got ${size}; use a network model`,
        );
      }
      const { interleaved } = normalised(networkState(target.network, target.theta));
      return { rows: size, cols: 1, interleaved };
    }
    case 'mixed': {
      const { values, vectors } = hermitianEigen(target.density);
      const kept = [...values.keys()].filter((k) => values[k]! > 1e-15);
      const columns = zeroMatrix(vectors.rows, kept.length);
      kept.forEach((k, column) => {
        for (let row = 0; row < vectors.rows; row++) {
          const to = 2 * (row * kept.length + column);
          const from = 2 * (row * vectors.cols + k);
          columns.interleaved[to] = Math.sqrt(values[k]!) * vectors.interleaved[from]!;
          columns.interleaved[to + 1] = Math.sqrt(values[k]!) * vectors.interleaved[from + 1]!;
        }
      });
      return columns;
    }
  }
}

interface Aligned {
  /** √F ≥ 0. */
  readonly overlap: number;
  /** T, the target's purification with its environment turned so that ⟨T|A⟩ = √F; of norm 1 unless A has too few columns. */
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
