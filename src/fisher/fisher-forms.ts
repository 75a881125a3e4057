/** @file The Fisher information of many parameters in parts: its diagonal, its diagonal blocks, its factors on a tree. */

import { DomainError } from '../errors.ts';
import {
  environmentDimension,
  type GenerativeNetwork,
  stateTangents,
  stateVector,
} from '../generative/generative-network.ts';
import { type ComplexArray, type ComplexMatrix, identityMatrix, sizeOf } from '../linalg/complex.ts';
import { multiply, type RealMatrix, realPart, scaled, transpose } from '../linalg/matrix.ts';
import { innerProduct, normSquared } from '../linalg/vector.ts';
import { networkTensors } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { bondGrams, isTree } from '../network/tree-messages.ts';
import { horizontalGram } from './geometric-tensor-by-blocks.ts';
import { quantumFisherInformation } from './quantum-fisher-information.ts';

/** F_kk of every parameter, shape (P,): 4(⟨∂_kψ|∂_kψ⟩ − |⟨ψ|∂_kψ⟩|²), O(P·D) beside the tangents. */
export function fisherDiagonal(network: GenerativeNetwork, theta: Float64Array): Float64Array {
  if (environmentDimension(network) > 1) {
    const { rows, data } = quantumFisherInformation(network, theta);
    return Float64Array.from({ length: rows }, (_, k) => data[k * (rows + 1)]!);
  }
  const psi = stateVector(network, theta);
  return Float64Array.from(stateTangents(network, theta), (tangent) => {
    const [re, im] = innerProduct(psi, tangent);
    return Math.max(0, 4 * (normSquared(tangent) - re * re - im * im));
  });
}

/**
 * Blocks of the Fisher information of a pure state on given sets of parameters (layers, nodes): what lies between
 * different sets is left out.
 *
 * @param blocks - indices of parameters, one list for each block
 * @returns F restricted to each block
 * @throws {DomainError} the state is mixed, or a parameter does not exist
 *
 * Cost O(D·Σ |block|²) beside the tangents.
 */
export function fisherBlocks(
  network: GenerativeNetwork,
  theta: Float64Array,
  blocks: readonly (readonly number[])[],
): readonly RealMatrix[] {
  if (environmentDimension(network) > 1) throw new DomainError('fisherBlocks: a pure state required');
  const wrong = blocks.flat().find((k) => !(Number.isInteger(k) && k >= 0 && k < network.parameters));
  if (wrong !== undefined) {
    throw new DomainError(`fisherBlocks: parameters below ${network.parameters} required, got ${wrong}`);
  }
  const psi = stateVector(network, theta);
  const tangents = stateTangents(network, theta);
  return blocks.map((block) => {
    const own = block.map((k) => tangents[k]!);
    return scaled(4, realPart(horizontalGram(psi, own)));
  });
}

/**
 * Overlaps of the derivatives of the normalised state by the (complex) entries a, b of one tensor, before their part
 * along ψ is removed: ⟨∂_aψ|∂_bψ⟩ = scale · Π_legs factor[a_leg, b_leg].
 */
export interface KroneckerForm {
  readonly id: string;
  /** For each leg of the node: the identity for a site, the Gram matrix of what hangs on it for a bond. */
  readonly factors: readonly ComplexMatrix[];
  readonly scale: number;
}

/**
 * Kronecker form of the block of every tensor in a network without cycles. The derivative by an entry of a tensor is
 * the rest of the network with that entry's legs held fixed; on a tree the rest falls into one piece for each leg, so
 * the Gram matrix is exactly a product over legs. It needs no state of D amplitudes: chains and trees of any length.
 *
 * @throws {DomainError} the network has a cycle
 *
 * Cost as `bondGrams`.
 *
 * @see Martens & Grosse, Proc. 32nd ICML, 2408 (2015), for the same form as an approximation in neural networks
 */
export function kroneckerForms(network: TensorNetwork, theta: Float64Array): readonly KroneckerForm[] {
  if (!isTree(network)) throw new DomainError('kroneckerForms: a network without cycles required');
  const { grams } = bondGrams(network, theta);
  const tensors = networkTensors(network, theta);
  return network.nodes.map(({ id, legs }, node) => {
    const factors = legs.map((leg) => {
      const found = grams.find(({ bond }) => bond.leg === leg);
      if (found === undefined) return identityMatrix(network.dimensions[leg]!);
      return transpose(found.sides[found.bond.nodes[0] === node ? 1 : 0]);
    });
    return { id, factors, scale: 1 / quadraticForm(factors, tensors[node]!) };
  });
}

/** A†(⊗_legs G_leg)A of a tensor A. */
function quadraticForm(factors: readonly ComplexMatrix[], { shape, interleaved }: ComplexArray): number {
  const size = sizeOf(shape);
  // Each turn applies a factor to the first axis and moves that axis behind the others.
  const image = factors.reduce((array, factor) => {
    const dimension = factor.rows;
    const columns = { rows: dimension, cols: size / dimension, interleaved: array };
    return transpose(multiply(factor, columns)).interleaved;
  }, interleaved);
  return interleaved.reduce((sum, x, k) => sum + x * image[k]!, 0);
}
