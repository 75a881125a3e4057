/**
 * @file Information geometry of a generative network: how far does |ψ(θ)⟩ move when the parameters θ move? One complex
 * matrix, the quantum geometric tensor, holds both answers: lengths (real part) and Berry phases (imaginary part).
 */

import { DomainError } from '../errors.ts';
import { environmentDimension, type GenerativeNetwork } from '../generative/generative-network.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { imaginaryPart, type RealMatrix, realPart, scaled } from '../linalg/matrix.ts';
import { geometricTensorByBlocks } from './geometric-tensor-by-blocks.ts';

/**
 * Quantum geometric tensor of the network at θ,
 *
 *     Q_ij = ⟨∂_iψ| (1 − |ψ⟩⟨ψ|) |∂_jψ⟩,
 *
 * for the normalised state ψ. Hermitian, positive semidefinite, and unchanged by any θ-dependent phase of ψ.
 *
 * @param network - P parameters, a pure state of dimension D
 * @param theta - parameters, shape (P,)
 * @returns Q, shape (P, P)
 * @throws {ShapeError} theta does not have the network's number of parameters
 * @throws {DomainError} the state is mixed (the network has an environment): see `mixedFisherInformation`
 *
 * Cost: P tangents, and O(P² D); streamed by blocks of parameters where the tangents exceed 1.25 GiB.
 *
 * @see Provost & Vallee, Commun. Math. Phys. 76, 289 (1980)
 */
export function quantumGeometricTensor(network: GenerativeNetwork, theta: Float64Array): ComplexMatrix {
  const environment = environmentDimension(network);
  if (environment > 1) {
    throw new DomainError(`quantumGeometricTensor: a pure state required, got an environment of ${environment}`);
  }
  return geometricTensorByBlocks(network, theta);
}

/**
 * Fubini–Study metric g = Re Q: the squared angle between neighbouring states is g_ij dθ^i dθ^j.
 * On one qubit it is the Bloch sphere with radius ½.
 */
export function fubiniStudyMetric(network: GenerativeNetwork, theta: Float64Array): RealMatrix {
  return realPart(quantumGeometricTensor(network, theta));
}

/**
 * Berry curvature Ω = −2·Im Q, antisymmetric: Ω_ij dθ^i dθ^j is the phase picked up around the small parallelogram
 * (i, j), with A_j = i⟨ψ|∂_jψ⟩.
 *
 * @see Berry, Proc. R. Soc. Lond. A 392, 45 (1984)
 */
export function berryCurvature(network: GenerativeNetwork, theta: Float64Array): RealMatrix {
  return scaled(-2, imaginaryPart(quantumGeometricTensor(network, theta)));
}
