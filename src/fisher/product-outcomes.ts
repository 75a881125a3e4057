/** @file The measurement of every qubit along an axis of its own, as a probability model p_x(θ) with derivatives. */

import type { BlochPoint } from '../circuit/circuit.ts';
import { ShapeError } from '../errors.ts';
import type { OutcomeModel } from '../estimation/measurement.ts';
import {
  environmentDimension,
  type GenerativeNetwork,
  siteDimensions,
  stateTangents,
  stateVector,
} from '../generative/generative-network.ts';
import type { ComplexVector } from '../linalg/complex.ts';

/**
 * Outcomes of a projective measurement of every qubit, each along its own axis of the Bloch sphere,
 *
 *     p_x = Σ_e |⟨x; e|ψ⟩|²,    ∂_k p_x = 2 Re Σ_e ⟨ψ|x; e⟩⟨x; e|∂_kψ⟩.
 *
 * Outcome 0 of a qubit is its Bloch point, outcome 1 the antipode; qubit 0 is the most significant bit of x. The
 * environment of a mixed state is not observed.
 *
 * @param basis - a Bloch point for each qubit; default the computational basis
 * @throws {ShapeError} a basis of the wrong length, or sites that are not qubits
 *
 * Cost: P tangents, and O(P·n·2ⁿ).
 */
export function productOutcomes(
  network: GenerativeNetwork,
  theta: Float64Array,
  basis?: readonly BlochPoint[],
): OutcomeModel {
  const sites = siteDimensions(network);
  const environment = environmentDimension(network);
  if (basis !== undefined && (basis.length !== sites.length || sites.some((dimension) => dimension !== 2))) {
    throw new ShapeError(`productOutcomes: ${sites.length} qubits required, got a basis of ${basis.length}`);
  }
  const seen = (state: ComplexVector): Float64Array => inProductBasis(state.interleaved, basis ?? []);
  const psi = seen(stateVector(network, theta));
  const outcomes = psi.length / (2 * environment);
  const overlap = (bra: Float64Array, ket: Float64Array, factor: number): Float64Array => {
    const sums = new Float64Array(outcomes);
    for (let k = 0; k < ket.length; k++) {
      const outcome = Math.floor(k / (2 * environment));
      sums[outcome] = sums[outcome]! + factor * bra[k]! * ket[k]!;
    }
    return sums;
  };
  return {
    probabilities: overlap(psi, psi, 1),
    derivatives: stateTangents(network, theta).map((tangent) => overlap(psi, seen(tangent), 2)),
  };
}

/**
 * Amplitudes in a product basis: ⟨n| = (cos ϑ/2, e^{−iφ} sin ϑ/2) and ⟨−n| = (sin ϑ/2, −e^{−iφ} cos ϑ/2) on each qubit.
 */
function inProductBasis(state: Float64Array, basis: readonly BlochPoint[]): Float64Array {
  const turned = state.slice();
  basis.forEach(({ polar, azimuth }, qubit) => {
    const [cos, sin] = [Math.cos(polar / 2), Math.sin(polar / 2)];
    const [re, im] = [Math.cos(azimuth), -Math.sin(azimuth)];
    const stride = turned.length >> (qubit + 1);
    for (let start = 0; start < turned.length; start += 2 * stride) {
      for (let k = start; k < start + stride; k += 2) {
        const [x, y] = [turned[k]!, turned[k + 1]!];
        const [u, v] = [turned[k + stride]!, turned[k + stride + 1]!];
        const [rotatedU, rotatedV] = [re * u - im * v, re * v + im * u];
        turned[k] = cos * x + sin * rotatedU;
        turned[k + 1] = cos * y + sin * rotatedV;
        turned[k + stride] = sin * x - cos * rotatedU;
        turned[k + stride + 1] = sin * y - cos * rotatedV;
      }
    }
  });
  return turned;
}
