/** @file Quantum Fisher information of generated states, pure or mixed: what a measurement could learn about θ. */

import {
  environmentDimension,
  type GenerativeNetwork,
  stateTangents,
  stateVector,
} from '../generative/generative-network.ts';
import type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { gramMatrix, multiply, type RealMatrix, realPart, scaled } from '../linalg/matrix.ts';
import { fubiniStudyMetric } from './quantum-geometric-tensor.ts';

/**
 * Quantum Fisher information F of the generated state. Its inverse bounds the covariance of every unbiased estimator
 * of θ (quantum Cramér–Rao): cov(θ̂) ≥ F⁻¹. Pure states: F = 4·Re Q; mixed states, of networks with an environment:
 * see `mixedFisherInformation`.
 *
 * @returns F, shape (P, P), symmetric positive semidefinite
 *
 * @see Braunstein & Caves, Phys. Rev. Lett. 72, 3439 (1994)
 *
 * @example
 * ```ts
 * import { parametrised, quantumFisherInformation } from 'bulkweave';
 *
 * const turned = parametrised(1, ['Y', 'Z']); // the point (ϑ, φ) of the Bloch sphere: F = diag(1, sin²ϑ)
 * console.log(quantumFisherInformation(turned, Float64Array.of(1, 0.3)).data); // 1.0000, 0.0000, 0.0000, 0.7081
 * ```
 */
export function quantumFisherInformation(network: GenerativeNetwork, theta: Float64Array): RealMatrix {
  return environmentDimension(network) > 1
    ? mixedFisherInformation(network, theta)
    : scaled(4, fubiniStudyMetric(network, theta));
}

/**
 * Quantum Fisher information of the reduced state ρ(θ) = A A†, by the symmetric logarithmic derivative,
 *
 *     F_ij = Σ_{λ_a + λ_b > tolerance} 2 Re ⟨a|∂_iρ|b⟩⟨b|∂_jρ|a⟩ / (λ_a + λ_b),        ρ = Σ_a λ_a |a⟩⟨a|;
 *
 * four times the Bures metric where the rank of ρ is constant. Where the rank changes F jumps: the sum leaves out the
 * part of ∂ρ inside the kernel of ρ, which the limit from full rank would count.
 *
 * @param tolerance - smallest λ_a + λ_b that counts, for Tr ρ = 1; default 1e-12
 * @returns F, shape (P, P); equal to 4·Re Q for pure states
 *
 * Cost O(P · D² · (D + E)) for sites of total dimension D and an environment of dimension E.
 *
 * @see Šafránek, Phys. Rev. A 95, 052320 (2017), on the jump
 */
export function mixedFisherInformation(network: GenerativeNetwork, theta: Float64Array, tolerance = 1e-12): RealMatrix {
  const environment = environmentDimension(network);
  const factor = matrixOf(stateVector(network, theta), environment);
  const { values, vectors } = hermitianEigen(multiply(factor, factor, { adjointB: true }));
  const rotated = multiply(vectors, factor, { adjointA: true });
  const dimension = values.length;
  const derivatives = stateTangents(network, theta).map((tangent) => {
    const moved = multiply(vectors, matrixOf(tangent, environment), { adjointA: true });
    const half = multiply(moved, rotated, { adjointB: true }).interleaved; // ∂ρ = half + half†, in the eigenbasis
    const weighted = new Float64Array(half.length);
    for (let a = 0; a < dimension; a++) {
      for (let b = 0; b < dimension; b++) {
        const sum = values[a]! + values[b]!;
        if (sum <= tolerance) continue;
        const to = 2 * (a * dimension + b);
        const mirror = 2 * (b * dimension + a);
        const weight = Math.sqrt(2 / sum);
        weighted[to] = weight * (half[to]! + half[mirror]!);
        weighted[to + 1] = weight * (half[to + 1]! - half[mirror + 1]!);
      }
    }
    return { length: dimension * dimension, interleaved: weighted };
  });
  return realPart(gramMatrix(derivatives));
}

/** A purification read as the D × E matrix A of its entries. */
function matrixOf({ length, interleaved }: ComplexVector, environment: number): ComplexMatrix {
  return { rows: length / environment, cols: environment, interleaved };
}
