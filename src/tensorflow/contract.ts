/**
 * @file Contracting a small tensor network in stock TensorFlow.js operations: the independent second
 * implementation, with derivatives of every order, on every backend including WebGL and WebGPU.
 */

import * as tf from '@tensorflow/tfjs';
import type { Leg } from '../contraction/contraction-graph.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { sizeOf } from '../linalg/complex.ts';
import { hyperIndices } from '../network/copy-tensors.ts';
import { blockEvolution } from '../network/node-tensor.ts';
import { groupOfSource } from '../network/stabiliser-source.ts';
import type { NetworkNode, TensorNetwork } from '../network/tensor-network.ts';
import { hasGivenEntries } from '../network/tensor-sources.ts';
import type { PauliWord } from '../operator/pauli.ts';
import { stabiliserVector } from '../stabiliser/stabiliser-vector.ts';
import type { ComplexTensor } from './complex-tensor.ts';
import { firstOrder, float64Of, vectorOf } from './first-order.ts';
import { permuteTensor } from './permute.ts';
import { rowsOf } from './rows.ts';
import { angleTensor } from './run-circuit.ts';

/** A complex tensor whose axes are named; the entries are kept flat, row-major. */
interface LeggedTensor extends ComplexTensor {
  readonly legs: readonly Leg[];
}

/**
 * The state that the network makes, not normalised; at each step the two tensors with the smallest product are
 * contracted.
 *
 * @param theta - parameters, shape (P,)
 * @returns (re, im) of shape (Π boundary · Π environment dimensions,), environment least significant
 * @throws {ShapeError} theta has the wrong length
 * @throws {DomainError} the network has logical inputs or hyper-indices
 */
export function contractTensor(network: TensorNetwork, theta: tf.Tensor1D): ComplexTensor {
  if (theta.size !== network.parameters) {
    throw new ShapeError(`contractTensor: ${network.parameters} parameters required, got ${theta.size}`);
  }
  if (network.bulk.length > 0) {
    throw new DomainError(`contractTensor: a network without logical inputs required, got bulk legs ${network.bulk}`);
  }
  const hyper = hyperIndices(network);
  if (hyper.length > 0)
    throw new DomainError(`contractTensor: no hyper-index allowed, see withCopyTensors, got ${hyper}`);
  const { dimensions } = network;
  return tf.tidy(() => {
    const rotates = !network.nodes.every(({ tensor }) => hasGivenEntries(tensor));
    const parameters = rotates ? rowsOf(theta) : [];
    const tensors = network.nodes.map((node) => nodeTensor(node, dimensions, theta, parameters));
    while (tensors.length > 1) {
      const [a, b] = cheapestPair(tensors, dimensions);
      const [right] = tensors.splice(b, 1);
      const [left] = tensors.splice(a, 1);
      tensors.push(product(left!, right!, dimensions));
    }
    const { re, im } = arranged(tensors[0]!, [...network.boundary, ...network.environment], dimensions);
    return { re, im };
  });
}

type Dimensions = TensorNetwork['dimensions'];

const size = (legs: readonly Leg[], dimensions: Dimensions): number => sizeOf(legs.map((leg) => dimensions[leg]!));

/** Sum over all shared legs: rows × inner times inner × columns, (A + iB)(C + iD) = (AC − BD) + i(AD + BC). */
function product(a: LeggedTensor, b: LeggedTensor, dimensions: Dimensions): LeggedTensor {
  const shared = a.legs.filter((leg) => b.legs.includes(leg));
  const rows = a.legs.filter((leg) => !shared.includes(leg));
  const columns = b.legs.filter((leg) => !shared.includes(leg));
  const [m, k, n] = [rows, shared, columns].map((legs) => size(legs, dimensions)) as [number, number, number];
  const left = arranged(a, [...rows, ...shared], dimensions);
  const right = arranged(b, [...shared, ...columns], dimensions);
  const times = (x: tf.Tensor, y: tf.Tensor) => tf.matMul(tf.reshape(x, [m, k]), tf.reshape(y, [k, n]));
  return {
    legs: [...rows, ...columns],
    re: tf.reshape(tf.sub(times(left.re, right.re), times(left.im, right.im)), [m * n]),
    im: tf.reshape(tf.add(times(left.re, right.im), times(left.im, right.re)), [m * n]),
  };
}

/** The tensor with its legs in the given order. */
function arranged(tensor: LeggedTensor, legs: readonly Leg[], dimensions: Dimensions): LeggedTensor {
  const shape = tensor.legs.map((leg) => dimensions[leg]!);
  const axes = legs.map((leg) => tensor.legs.indexOf(leg));
  return { legs, re: permuteTensor(tensor.re, shape, axes), im: permuteTensor(tensor.im, shape, axes) };
}

/** Positions a < b of the pair whose product is smallest, among pairs that share a leg if there are any. */
function cheapestPair(tensors: readonly LeggedTensor[], dimensions: Dimensions): readonly [number, number] {
  let best: readonly [number, number] = [0, 1];
  let least = Infinity;
  for (let b = 1; b < tensors.length; b++) {
    for (let a = 0; a < b; a++) {
      const [x, y] = [tensors[a]!.legs, tensors[b]!.legs];
      const outer = [...x.filter((leg) => !y.includes(leg)), ...y.filter((leg) => !x.includes(leg))];
      const cost = size(outer, dimensions) * (x.some((leg) => y.includes(leg)) ? 1 : 1e9);
      if (cost < least) [best, least] = [[a, b], cost];
    }
  }
  return best;
}

function nodeTensor(
  { legs, tensor }: NetworkNode,
  dimensions: Dimensions,
  theta: tf.Tensor1D,
  parameters: readonly tf.Tensor[],
): LeggedTensor {
  switch (tensor.kind) {
    case 'constant':
      return { legs, ...pairOf(tf.tensor1d(Float32Array.from(tensor.interleaved))) };
    case 'stabiliser': {
      const { interleaved } = stabiliserVector(groupOfSource(tensor));
      return { legs, ...pairOf(tf.tensor1d(Float32Array.from(interleaved))) };
    }
    case 'free':
    case 'isometry':
      return { legs, ...pairOf(tf.slice(theta, [tensor.offset], [2 * size(legs, dimensions)])) };
    case 'block': {
      const h = tf.slice(theta, [tensor.offset], [tensor.words.length]);
      return { legs, ...pairOf(blockTensor(tensor.words, legs.length / 2)(h)) };
    }
    case 'rotation': {
      const half = tf.mul(angleTensor(tensor.angle, parameters), 0.5);
      const unit = wordMatrix('I'.repeat(tensor.word.length));
      const word = wordMatrix(tensor.word);
      return {
        legs,
        re: tf.add(tf.mul(tf.cos(half), unit.re), tf.mul(tf.sin(half), word.im)),
        im: tf.neg(tf.mul(tf.sin(half), word.re)),
      };
    }
  }
}

/** Entries of exp(−i Σ_P h_P P), interleaved, as an operation on h. */
const blockTensor = (words: readonly PauliWord[], sites: number): ((h: tf.Tensor) => tf.Tensor) =>
  firstOrder((h) => {
    const source = { kind: 'block', words, offset: 0 } as const;
    const theta = vectorOf('contractTensor', h);
    const { value, pullback } = blockEvolution(source, 4 ** sites, theta);
    return {
      value: tf.tensor1d(Float32Array.from(value)),
      pullback: (cotangent) => tf.tensor1d(Float32Array.from(pullback(float64Of(cotangent)))),
    };
  });

/** Interleaved entries as real and imaginary parts. */
function pairOf(interleaved: tf.Tensor): ComplexTensor {
  const [re, im] = tf.unstack(tf.reshape(interleaved, [-1, 2]), 1) as [tf.Tensor1D, tf.Tensor1D];
  return { re, im };
}

/** The four Pauli matrices, row-major, as (re, im) pairs. */
// biome-ignore format: matrices
const PAULI: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  I: [[1, 0], [0, 0], [0, 0], [1, 0]],
  X: [[0, 0], [1, 0], [1, 0], [0, 0]],
  Y: [[0, 0], [0, -1], [0, 1], [0, 0]],
  Z: [[1, 0], [0, 0], [0, 0], [-1, 0]],
};

/** The word's 2ᵏ × 2ᵏ matrix, flat: entry (i, j) is the product of the letters' entries at the bits of i and j. */
function wordMatrix(word: PauliWord): ComplexTensor {
  const rows = 2 ** word.length;
  const re = new Float32Array(rows * rows);
  const im = new Float32Array(rows * rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < rows; j++) {
      let entry: readonly [number, number] = [1, 0];
      [...word].forEach((letter, qubit) => {
        const bit = word.length - 1 - qubit;
        const [x, y] = PAULI[letter]![2 * ((i >> bit) & 1) + ((j >> bit) & 1)]!;
        entry = [entry[0] * x - entry[1] * y, entry[0] * y + entry[1] * x];
      });
      [re[i * rows + j], im[i * rows + j]] = entry as [number, number];
    }
  }
  return { re: tf.tensor1d(re), im: tf.tensor1d(im) };
}
