/** @file Where training of a tensor network starts. */

import { byKind } from '../by-kind.ts';
import { type ComplexMatrix, sizeOf } from '../linalg/complex.ts';
import { qr } from '../linalg/qr.ts';
import type { RandomStream } from '../linalg/random.ts';
import { shapeOf } from './node-tensor.ts';
import type { NetworkNode, TensorNetwork, TensorSource } from './tensor-network.ts';

/** Default strength of the noise on free tensors. */
const NOISE = 0.5;
/** Standard deviation of the coefficients of blocks. */
const COEFFICIENT = 0.3;

/**
 * Random parameters for a network:
 *
 * - free tensors: the identity between the first leg and the last, the same for every value of the others, plus complex
 *   Gaussian noise; scaled so that the norm of the whole state stays of order one. Long chains then neither forget
 *   their ends nor favour one product state;
 * - isometries: Haar-random;
 * - rotations: angles uniform in (−π, π);
 * - blocks: coefficients normal with standard deviation 0.3.
 *
 * @param noise - strength of the noise on free tensors relative to the part that passes signals on; default 0.5
 * @returns θ, shape (P,)
 */
export function initialParameters(network: TensorNetwork, stream: RandomStream, noise = NOISE): Float64Array {
  const theta = new Float64Array(network.parameters);
  for (const node of network.nodes) drawEntries(node.tensor, theta, node, network, stream, noise);
  return theta;
}

const drawEntries = byKind<
  TensorSource,
  [theta: Float64Array, node: NetworkNode, network: TensorNetwork, stream: RandomStream, noise: number],
  void
>({
  constant: () => {},
  free: ({ offset }, theta, node, network, stream, noise) =>
    theta.set(freeTensor(node, network, stream, noise), offset),
  isometry: ({ rows, columns, offset }, theta, _node, _network, stream) =>
    theta.set(randomIsometry(rows, columns, stream).interleaved, offset),
  rotation: ({ angle }, theta, _node, _network, stream) => {
    if (typeof angle !== 'number') theta[angle.parameter] = Math.PI * (2 * stream.uniform() - 1);
  },
  block: ({ words, offset }, theta, _node, _network, stream) =>
    theta.set(
      words.map(() => COEFFICIENT * stream.normal()),
      offset,
    ),
  stabiliser: () => {},
});

/** A Haar-random isometry, rows × columns, W†W = 1: the orthonormal basis of Gaussian columns. */
export function randomIsometry(rows: number, columns: number, stream: RandomStream): ComplexMatrix {
  const interleaved = Float64Array.from({ length: 2 * rows * columns }, () => stream.normal());
  return qr({ rows, cols: columns, interleaved }).q;
}

function freeTensor(
  node: NetworkNode,
  { dimensions, boundary, environment }: TensorNetwork,
  stream: RandomStream,
  noise: number,
): Float64Array {
  const shape = shapeOf(node, dimensions);
  const size = sizeOf(shape);
  const bonds = node.legs.map((leg) => !boundary.includes(leg) && !environment.includes(leg));
  const [first, last] = [bonds.indexOf(true), bonds.lastIndexOf(true)];
  const tensor = Float64Array.from({ length: 2 * size }, () => noise * Math.SQRT1_2 * stream.normal());
  const index = new Array<number>(shape.length).fill(0);
  for (let e = 0; e < size; e++) {
    if (index[first] === index[last]) tensor[2 * e] = tensor[2 * e]! + 1; // one bond or none: all ones
    for (let j = shape.length - 1; j >= 0 && ++index[j]! === shape[j]; j--) index[j] = 0;
  }
  // A tensor of squared norm √Π(bond dimensions) leaves a chain's norm as it is.
  const target = sizeOf(shape.filter((_, j) => bonds[j])) ** 0.25;
  const norm = Math.sqrt(tensor.reduce((sum, x) => sum + x * x, 0));
  return tensor.map((x) => (x * target) / norm);
}
