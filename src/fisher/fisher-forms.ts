/**
 * @file The Fisher information of many parameters in parts: its diagonal, its diagonal blocks, its factors on a tree.
 */

import { DomainError } from '../errors.ts';
import {
  asCircuit,
  asTensors,
  environmentDimension,
  type GenerativeNetwork,
  stateTangents,
  stateVector,
} from '../generative/generative-network.ts';
import {
  type ComplexArray,
  type ComplexMatrix,
  type ComplexVector,
  identityMatrix,
  sizeOf,
} from '../linalg/complex.ts';
import { multiply, type RealMatrix, realPart, scaled, transpose } from '../linalg/matrix.ts';
import { innerProduct, normSquared } from '../linalg/vector.ts';
import { networkTensors } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { hasGivenEntries } from '../network/tensor-sources.ts';
import { bondGrams, isTree } from '../network/tree-messages.ts';
import { horizontalGram, tangentsAtMiddle } from './geometric-tensor-by-blocks.ts';
import { quantumFisherInformation } from './quantum-fisher-information.ts';

/**
 * F_kk of every parameter, shape (P,): 4(⟨∂_kψ|∂_kψ⟩ − |⟨ψ|∂_kψ⟩|²).
 *
 * Trees of free tensors and isometries need no state, see `kroneckerForms`. Tangents of circuits are made in blocks of
 * parameters and discarded, so that they take no more than `memory`; those of other networks are made at once.
 *
 * @param memory - bytes for the tangents of a circuit; default 64 MiB
 *
 * Cost O(P·D) on top of the tangents, to which each block adds no more than one run of the circuit.
 */
export function fisherDiagonal(network: GenerativeNetwork, theta: Float64Array, memory = 2 ** 26): Float64Array {
  if (theta.length === 0) return new Float64Array(0);
  if (environmentDimension(network) > 1) {
    const { rows, data } = quantumFisherInformation(network, theta);
    return Float64Array.from({ length: rows }, (_, k) => data[k * (rows + 1)]!);
  }
  const tree = asTensors(network);
  if (tree !== null && isTreeOfEntries(tree)) return treeDiagonal(tree, theta);
  const squares = (psi: ComplexVector, tangents: readonly ComplexVector[]): Float64Array =>
    Float64Array.from(tangents, (tangent) => {
      const [re, im] = innerProduct(psi, tangent);
      return Math.max(0, 4 * (normSquared(tangent) - re * re - im * im));
    });
  const circuit = asCircuit(network);
  if (circuit === null) return squares(stateVector(network, theta), stateTangents(network, theta));
  const diagonal = new Float64Array(network.parameters);
  const atOnce = Math.max(1, Math.floor(memory / (16 * 2 ** circuit.qubits)));
  for (let first = 0; first < network.parameters; first += atOnce) {
    const end = Math.min(network.parameters, first + atOnce);
    const { psi, tangents } = tangentsAtMiddle(circuit, theta, first, end);
    diagonal.set(squares(psi, tangents), first);
  }
  return diagonal;
}

/** Whether the network has no cycle and every parameter is an entry of one tensor: its diagonal needs no state. */
export function isTreeOfEntries(network: TensorNetwork): boolean {
  const offsets = network.nodes.flatMap(({ tensor }) => ('offset' in tensor ? [tensor.offset] : []));
  const distinct = new Set(offsets).size === offsets.length;
  return distinct && network.nodes.every(({ tensor }) => hasGivenEntries(tensor)) && isTree(network);
}

/** The diagonal from the Kronecker forms G: 4·scale·(Π_legs G_ee − scale·|(⊗G A)_e|²) for both parts of entry e. */
function treeDiagonal(network: TensorNetwork, theta: Float64Array): Float64Array {
  const diagonal = new Float64Array(network.parameters);
  const tensors = networkTensors(network, theta);
  kroneckerForms(network, theta).forEach(({ factors, scale }, node) => {
    const { tensor } = network.nodes[node]!;
    if (!('offset' in tensor)) return;
    const { shape } = tensors[node]!;
    const image = kroneckerImage(factors, tensors[node]!);
    for (let e = 0; e < sizeOf(shape); e++) {
      let [rest, squared] = [e, 1];
      for (let axis = shape.length - 1; axis >= 0; axis--) {
        const place = rest % shape[axis]!;
        rest = Math.floor(rest / shape[axis]!);
        squared *= factors[axis]!.interleaved[2 * place * (shape[axis]! + 1)]!;
      }
      const along = image[2 * e]! ** 2 + image[2 * e + 1]! ** 2;
      const value = Math.max(0, 4 * scale * (squared - scale * along));
      diagonal.fill(value, tensor.offset + 2 * e, tensor.offset + 2 * e + 2);
    }
  });
  return diagonal;
}

/**
 * Blocks of the Fisher information of a pure state on given sets of parameters (layers, nodes): what lies between
 * different sets is left out.
 *
 * @param blocks - indices of parameters, one list for each block
 * @returns F restricted to each block
 * @throws {DomainError} the state is mixed, or a parameter does not exist
 *
 * Cost O(D·Σ |block|²) on top of the tangents.
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
  /** For each leg of the node: the identity for a site, the Gram matrix of what is attached to it for a bond. */
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
function quadraticForm(factors: readonly ComplexMatrix[], tensor: ComplexArray): number {
  const image = kroneckerImage(factors, tensor);
  return tensor.interleaved.reduce((sum, x, k) => sum + x * image[k]!, 0);
}

/** (⊗_legs G_leg)A: each turn applies a factor to the first axis and moves that axis behind the others. */
function kroneckerImage(factors: readonly ComplexMatrix[], { shape, interleaved }: ComplexArray): Float64Array {
  const size = sizeOf(shape);
  return factors.reduce((array, factor) => {
    const dimension = factor.rows;
    const columns = { rows: dimension, cols: size / dimension, interleaved: array };
    return transpose(multiply(factor, columns)).interleaved;
  }, interleaved);
}
