/** @file From the record to numbers and back: the tensor of a node at θ, and the pullback of its cotangent into θ. */

import { byKind } from '../by-kind.ts';
import { generatorMatrix } from '../circuit/block-circuit.ts';
import { angleAt } from '../circuit/circuit.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { parity } from '../engine/bits.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexArray, type ComplexMatrix, sizeOf } from '../linalg/complex.ts';
import type { Differentiable } from '../linalg/differentiable.ts';
import { differentiableEvolution } from '../linalg/differentiable-exponential.ts';
import { bitOperator, type PauliWord } from '../operator/pauli.ts';
import { coordinatesOf, indexOfWord } from '../operator/pauli-coordinates.ts';
import { stabiliserVector } from '../stabiliser/stabiliser-vector.ts';
import { groupOfSource } from './stabiliser-source.ts';
import type { NetworkNode, TensorNetwork, TensorSource } from './tensor-network.ts';
import { entriesOffset, parameterRange } from './tensor-sources.ts';

/** Dimensions of the node's legs, in order. */
export function shapeOf(node: NetworkNode, dimensions: Readonly<Record<Leg, number>>): readonly number[] {
  return node.legs.map((leg) => dimensions[leg]!);
}

/**
 * The tensors of all nodes at θ, in node order.
 *
 * @param theta - parameters, shape (P,)
 * @throws {ShapeError} theta does not have the network's number of parameters
 * @throws {DomainError} a parameter is not finite
 */
export function networkTensors(network: TensorNetwork, theta: Float64Array): readonly ComplexArray[] {
  if (theta.length !== network.parameters) {
    throw new ShapeError(`network: ${network.parameters} parameters required, got ${theta.length}`);
  }
  const wrong = theta.findIndex((x) => !Number.isFinite(x));
  if (wrong >= 0)
    throw new DomainError(`network: finite parameters required, got ${theta[wrong]} at parameter ${wrong}`);
  return network.nodes.map((node) => nodeTensor(node, shapeOf(node, network.dimensions), theta));
}

/** The tensor of one node at θ, row-major in the order of its legs. */
export function nodeTensor(node: NetworkNode, shape: readonly number[], theta: Float64Array): ComplexArray {
  return { shape, interleaved: entriesOf(node.tensor, sizeOf(shape), theta) };
}

const entriesOf = byKind<TensorSource, [size: number, theta: Float64Array], Float64Array>({
  constant: ({ interleaved }) => Float64Array.from(interleaved),
  free: ({ offset }, size, theta) => theta.slice(offset, offset + 2 * size),
  isometry: ({ offset }, size, theta) => theta.slice(offset, offset + 2 * size),
  rotation: ({ word, angle }, _, theta) => {
    const half = angleAt(angle, theta) / 2;
    return combination(word, Math.cos(half), Math.sin(half));
  },
  block: (source, size, theta) => evolutionOf(source, size, theta).value.interleaved,
  stabiliser: (source) => stabiliserVector(groupOfSource(source)).interleaved,
});

type BlockSource = Extract<TensorSource, { readonly kind: 'block' }>;

/** exp(−i Σ_P h_P P) of a block whose tensor has this many entries. */
const evolutionOf = (
  { words, offset }: BlockSource,
  size: number,
  theta: Float64Array,
): Differentiable<ComplexMatrix> =>
  differentiableEvolution(generatorMatrix(words, theta.subarray(offset, offset + words.length), sitesOf(size)));

/** Number of qubits of a gate with this many entries. */
const sitesOf = (size: number): number => Math.log2(size) / 2;

/** The block's derivative along a direction of θ. */
function blockTangent(source: BlockSource, size: number, theta: Float64Array, direction: Float64Array): Float64Array {
  const { words, offset } = source;
  const along = generatorMatrix(words, direction.subarray(offset, offset + words.length), sitesOf(size));
  return evolutionOf(source, size, theta).tangent(along).interleaved;
}

/** The entries of a block of this many entries, and the map from their cotangent to ∂L/∂h of each of its words. */
export function blockEvolution(
  source: BlockSource,
  size: number,
  theta: Float64Array,
): { readonly value: Float64Array; readonly pullback: (cotangent: Float64Array) => readonly number[] } {
  const { value, pullback } = evolutionOf(source, size, theta);
  const side = Math.sqrt(size);
  return {
    value: value.interleaved,
    pullback: (interleaved) => {
      const slopes = coordinatesOf(pullback({ rows: side, cols: side, interleaved }));
      return source.words.map((word) => side * slopes[indexOfWord(word)]!);
    },
  };
}

/** Derivative of a rotation's tensor with respect to its parameter; undefined for other sources and constant angles. */
export function rotationDerivative(
  node: NetworkNode,
  theta: Float64Array,
): { readonly parameter: number; readonly interleaved: Float64Array } | undefined {
  return rotationSlope(node.tensor, theta);
}

const rotationSlope = byKind<TensorSource, [theta: Float64Array], ReturnType<typeof rotationDerivative>>({
  constant: () => undefined,
  free: () => undefined,
  isometry: () => undefined,
  rotation: ({ word, angle }, theta) => {
    if (typeof angle === 'number') return undefined;
    const half = angleAt(angle, theta) / 2;
    const scale = (angle.scale ?? 1) / 2;
    const interleaved = combination(word, -scale * Math.sin(half), scale * Math.cos(half));
    return { parameter: angle.parameter, interleaved };
  },
  block: () => undefined,
  stabiliser: () => undefined,
});

/**
 * Derivatives of the tensors of all nodes along a direction of θ, in node order; undefined where a node has none.
 *
 * @param direction - shape (P,)
 */
export function nodeTangents(
  network: TensorNetwork,
  theta: Float64Array,
  direction: Float64Array,
): readonly (ComplexArray | undefined)[] {
  return network.nodes.map((node) => {
    if (!isTrainable(node)) return undefined;
    const shape = shapeOf(node, network.dimensions);
    if (node.tensor.kind === 'block') {
      return { shape, interleaved: blockTangent(node.tensor, sizeOf(shape), theta, direction) };
    }
    const rotation = rotationDerivative(node, theta);
    if (rotation === undefined) return nodeTensor(node, shape, direction); // free tensors are their entries of θ
    return { shape, interleaved: rotation.interleaved.map((x) => direction[rotation.parameter]! * x) };
  });
}

/**
 * Pullback of the nodes' cotangents into θ: with dL = Σ_nodes Re⟨λ|dT⟩ it returns ∂L/∂θ.
 *
 * @param cotangents - λ of every node, interleaved, in node order; undefined counts as zero
 * @returns shape (P,)
 */
export function pullbackTensors(
  network: TensorNetwork,
  theta: Float64Array,
  cotangents: readonly (Float64Array | undefined)[],
): Float64Array {
  const gradient = new Float64Array(network.parameters);
  network.nodes.forEach((node, index) => {
    const cotangent = cotangents[index];
    if (cotangent === undefined) return;
    const offset = entriesOffset(node.tensor);
    if (offset !== null) {
      for (let k = 0; k < cotangent.length; k++) gradient[offset + k] = gradient[offset + k]! + cotangent[k]!;
    }
    if (node.tensor.kind === 'block') {
      const { offset: first } = node.tensor;
      const { pullback } = blockEvolution(node.tensor, cotangent.length / 2, theta);
      pullback(cotangent).forEach((slope, k) => {
        gradient[first + k] = gradient[first + k]! + slope;
      });
    }
    const derivative = rotationDerivative(node, theta);
    if (derivative === undefined) return;
    let sum = 0;
    for (let k = 0; k < cotangent.length; k++) sum += cotangent[k]! * derivative.interleaved[k]!;
    gradient[derivative.parameter] = gradient[derivative.parameter]! + sum;
  });
  return gradient;
}

/** Indices of the parameters on which a node's tensor depends. */
export function parametersOf(node: NetworkNode, { dimensions }: Pick<TensorNetwork, 'dimensions'>): readonly number[] {
  const range = parameterRange(node.tensor, sizeOf(shapeOf(node, dimensions)));
  return range === null ? [] : Array.from({ length: range.length }, (_, k) => range.offset + k);
}

/** Whether the node's tensor depends on θ. */
export function isTrainable({ tensor }: NetworkNode): boolean {
  return parameterRange(tensor, 1) !== null;
}

/** The matrix cosine·1 − i·sine·P on the word's own qubits, row-major. */
function combination(word: PauliWord, cosine: number, sine: number): Float64Array {
  const { flip, sign, quarterTurns } = bitOperator(word);
  const size = 2 ** word.length;
  const matrix = new Float64Array(2 * size * size);
  const [re, im] = [[0, -1] as const, [1, 0] as const, [0, 1] as const, [-1, 0] as const][quarterTurns % 4]!; // −i·i^turns
  for (let b = 0; b < size; b++) {
    const s = parity(b & sign) === 0 ? sine : -sine;
    const diagonal = 2 * b * (size + 1);
    matrix[diagonal] = matrix[diagonal]! + cosine;
    const at = 2 * ((b ^ flip) * size + b);
    matrix[at] = matrix[at]! + s * re;
    matrix[at + 1] = matrix[at + 1]! + s * im;
  }
  return matrix;
}
