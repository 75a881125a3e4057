/**
 * @file The limit in which the boundary says nothing about the bulk: a maximally mixed state is the same whatever the
 * circuit, and small regions of a Haar-random state look maximally mixed. (That this is what a black hole does to its
 * interior is an analogy of the paper; the numbers are those of quantum estimation.)
 */

import type { Circuit } from '../circuit/circuit.ts';
import { bitCount } from '../engine/bits.ts';
import { DomainError } from '../errors.ts';
import { type GenerativeNetwork, siteDimensions } from '../generative/generative-network.ts';
import { regionFisherInformation } from './erasure.ts';
import { quantumFisherInformation } from './quantum-fisher-information.ts';

/** The circuit that starts from a thermal product state at inverse temperature β instead of |0…0⟩. */
export function heatedCircuit(circuit: Circuit, beta: number): Circuit {
  if (!(beta >= 0)) throw new DomainError(`heatedCircuit: an inverse temperature β ≥ 0 required, got ${beta}`);
  const excited = 1 / (1 + Math.exp(beta));
  const spectrum = Array.from({ length: 2 ** circuit.qubits }, (_, b) => {
    const ones = bitCount(b);
    return excited ** ones * (1 - excited) ** (circuit.qubits - ones);
  });
  return { ...circuit, reference: { spectrum } };
}

/** Information at one temperature. */
export interface ThermalPoint {
  readonly beta: number;
  /** Tr ρ². */
  readonly purity: number;
  /** Σ_k F_kk, all that the boundary says. */
  readonly information: number;
}

/**
 * Total Fisher information of a circuit whose input qubits are in equilibrium, each with energy gap 1, at inverse
 * temperatures β. It falls with the temperature to zero at β = 0, where the state is maximally mixed; one rotation of
 * one qubit about an axis across its Bloch vector has F = tanh²(β/2).
 *
 * @param theta - parameters, shape (P,)
 * @throws {DomainError} a negative β
 *
 * Cost O(P·8ⁿ) for each β.
 */
export function thermalInformation(
  circuit: Circuit,
  theta: Float64Array,
  betas: readonly number[],
): readonly ThermalPoint[] {
  return betas.map((beta) => {
    const heated = heatedCircuit(circuit, beta);
    const tanh = Math.tanh(beta / 2);
    return {
      beta,
      purity: ((1 + tanh * tanh) / 2) ** circuit.qubits,
      information: traceOf(quantumFisherInformation(heated, theta)),
    };
  });
}

/**
 * Mean of Σ_k F_kk over all contiguous regions of each size of the open chain of sites, from 0 sites to all: how much
 * of the bulk is seen from how much of the boundary. The counterpart of Page's curve; for Haar-random states it stays
 * near zero up to half of the boundary and rises steeply beyond it.
 *
 * @returns shape (sites + 1,)
 *
 * Cost as `regionFisherInformation` for every region.
 */
export function informationBySize(network: GenerativeNetwork, theta: Float64Array): Float64Array {
  const sites = siteDimensions(network).length;
  return Float64Array.from({ length: sites + 1 }, (_, size) => {
    if (size === 0) return 0;
    if (size === sites) return traceOf(quantumFisherInformation(network, theta));
    const regions = Array.from({ length: sites - size + 1 }, (_, start) =>
      Array.from({ length: size }, (_, k) => start + k),
    );
    const total = regions.reduce((sum, region) => sum + traceOf(regionFisherInformation(network, theta, region)), 0);
    return total / regions.length;
  });
}

function traceOf({ rows, data }: { readonly rows: number; readonly data: Float64Array }): number {
  let sum = 0;
  for (let k = 0; k < rows; k++) sum += data[k * (rows + 1)]!;
  return sum;
}
