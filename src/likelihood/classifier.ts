/** @file Classes of pictures by a network with a label leg: each site meets a vector of features, the label is what is left open. */

import type { Leg } from '../contraction/contraction-graph.ts';
import type { RootRows } from '../engine/row-tree.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { sizeOf } from '../linalg/complex.ts';
import type { RandomStream } from '../linalg/random.ts';
import { initialParameters } from '../network/initial-parameters.ts';
import { networkTensors, pullbackTensors } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { freeOffset } from '../network/tensor-sources.ts';
import type { BornMachineOptions } from './born-machine.ts';
import { arrangedTensors, restoredTensors, rootedTree } from './rooted-tree.ts';
import { treeRows } from './tree-rows.ts';

/** A network with a leg for the label. */
export interface LabelledNetwork {
  readonly network: TensorNetwork;
  readonly label: Leg;
}

/**
 * The network with one leg more, for the label, at the node in the middle of the list or at the one given. Its tensor becomes
 * `classes` times as large; all others keep their places in front of it in θ, in order.
 *
 * @throws {DomainError} fewer than two classes, or tensors that are not all free
 */
export function labelledNetwork(network: TensorNetwork, classes: number, node?: number): LabelledNetwork {
  const at = node ?? Math.floor(network.nodes.length / 2);
  if (!(Number.isInteger(classes) && classes >= 2)) {
    throw new DomainError(`labelledNetwork: two classes or more required, got ${classes}`);
  }
  if (network.nodes[at] === undefined || network.nodes.some(({ tensor }) => freeOffset(tensor) === null)) {
    throw new DomainError(`labelledNetwork: free tensors and a node of the network required, got node ${at}`);
  }
  const label = 'label';
  const dimensions: Readonly<Record<Leg, number>> = { ...network.dimensions, [label]: classes };
  let parameters = 0;
  const nodes = network.nodes.map((one, k) => {
    const legs = k === at ? [...one.legs, label] : one.legs;
    const offset = parameters;
    parameters += 2 * sizeOf(legs.map((leg) => dimensions[leg]!));
    return { ...one, legs, tensor: { kind: 'free', offset } as const };
  });
  return { label, network: { ...network, parameters, dimensions, nodes, boundary: [...network.boundary, label] } };
}

/**
 * The features (cos πx/2, sin πx/2) of numbers 0 ≤ x ≤ 1, a unit vector for each.
 *
 * @see Stoudenmire & Schwab, NIPS 2016, arXiv:1605.05775
 */
export function angleFeatures(values: ArrayLike<number>): Float64Array {
  const features = new Float64Array(2 * values.length);
  for (let k = 0; k < values.length; k++) {
    features[2 * k] = Math.cos((Math.PI / 2) * values[k]!);
    features[2 * k + 1] = Math.sin((Math.PI / 2) * values[k]!);
  }
  return features;
}

/** Strength of the noise on the start, on which every site passes signals on. */
const NOISE = 0.01;

/** A model p(label | features), and its pullback. */
export interface Classifier {
  readonly parameters: number;
  readonly classes: number;
  /** Length of the features of one example: the dimensions of all sites together. */
  readonly features: number;
  readonly start: (stream: RandomStream) => Float64Array;
  /** Probabilities of the classes, shape (examples, classes); uniform where all amplitudes vanish. */
  readonly probabilities: (theta: Float64Array, features: Float64Array) => Float64Array;
  /** ∂L/∂θ for cotangents of the probabilities, of their shape. */
  readonly pullback: (theta: Float64Array, features: Float64Array, cotangent: Float64Array) => Float64Array;
}

/**
 * The classifier of a network with a label leg, by the Born rule:
 *
 *     p(l | x) = |ψ_l(x)|² / Σ_m |ψ_m(x)|²,    ψ_l(x) = Σ_s A_l(s₁ … s_n) φ_{s₁}(x₁) … φ_{s_n}(x_n).
 *
 * @param labelled - see `labelledNetwork`; a chain or tree
 * @param options.real - whether imaginary parts are held at zero; they train far worse
 * @throws {DomainError} a network with a cycle, an environment or logical inputs
 *
 * O(examples · n d χ²) for chains.
 */
export function bornClassifier(
  { network, label }: LabelledNetwork,
  { real = false }: BornMachineOptions = {},
): Classifier {
  const tree = rootedTree(network, label);
  const rows = treeRows(tree, real, 'vectors');
  const classes = network.dimensions[label]!;
  const sites = network.boundary.filter((leg) => leg !== label).map((leg) => network.dimensions[leg]!);
  const features = sites.reduce((sum, d) => sum + d, 0);
  const batchOf = (given: Float64Array) => {
    const count = given.length / features;
    if (!(Number.isInteger(count) && count > 0)) {
      throw new ShapeError(
        `bornClassifier: ${features} features of each example required, got ${given.length} numbers`,
      );
    }
    return { count, digits: new Uint8Array(0), inputs: siteVectors(given, sites, rows.tree.inputs, count, real) };
  };
  const tensorsAt = (theta: Float64Array) => arrangedTensors(tree, networkTensors(network, theta), real);
  return {
    parameters: network.parameters,
    classes,
    features,
    start: (stream) => {
      const theta = initialParameters(network, stream, NOISE);
      return real ? theta.map((x, k) => (k % 2 === 0 ? x : 0)) : theta;
    },
    probabilities: (theta, given) =>
      labelProbabilities(rows.amplitudes(tensorsAt(theta), batchOf(given)), classes, real),
    pullback: (theta, given, cotangent) => {
      const ofRoot = (root: RootRows, first: number): Float64Array =>
        labelCotangent(root, cotangent, first, classes, real);
      const { tensors } = rows.gradient(tensorsAt(theta), batchOf(given), ofRoot);
      return pullbackTensors(network, theta, restoredTensors(tree, tensors));
    },
  };
}

/** The vectors of each site for all examples, as the row kernel wants them: real and padded, or as complex numbers. */
function siteVectors(
  given: Float64Array,
  sites: readonly number[],
  widths: readonly number[],
  count: number,
  real: boolean,
): readonly Float64Array[] {
  const total = given.length / count;
  let from = 0;
  return sites.map((d, k) => {
    const out = new Float64Array(count * widths[k]!);
    for (let row = 0; row < count; row++) {
      for (let s = 0; s < d; s++) out[row * widths[k]! + (real ? s : 2 * s)] = given[row * total + from + s]!;
    }
    from += d;
    return out;
  });
}

/** Place of the amplitude of a class in a row, and its width. */
const widthOf = (classes: number, real: boolean): number => (real ? classes + (classes % 2) : 2 * classes);

function squaresOf(rows: Float64Array, row: number, classes: number, real: boolean): Float64Array {
  const at = row * widthOf(classes, real);
  return Float64Array.from({ length: classes }, (_, l) =>
    real ? rows[at + l]! ** 2 : rows[at + 2 * l]! ** 2 + rows[at + 2 * l + 1]! ** 2,
  );
}

function labelProbabilities({ rows, exponents }: RootRows, classes: number, real: boolean): Float64Array {
  const out = new Float64Array(exponents.length * classes);
  for (let row = 0; row < exponents.length; row++) {
    const squares = squaresOf(rows, row, classes, real);
    const sum = squares.reduce((total, x) => total + x, 0);
    for (let l = 0; l < classes; l++) out[row * classes + l] = sum > 0 ? squares[l]! / sum : 1 / classes;
  }
  return out;
}

/** ∂L/∂ψ_l = 2ψ_l/Σ|ψ|² · (c_l − Σ_m c_m p_m) for cotangents c of the probabilities. */
function labelCotangent(
  { rows }: RootRows,
  cotangent: Float64Array,
  first: number,
  classes: number,
  real: boolean,
): Float64Array {
  const out = new Float64Array(rows.length);
  const width = widthOf(classes, real);
  for (let row = 0; row < rows.length / width; row++) {
    const squares = squaresOf(rows, row, classes, real);
    const sum = squares.reduce((total, x) => total + x, 0);
    if (sum === 0) continue;
    const own = cotangent.subarray((first + row) * classes, (first + row + 1) * classes);
    const mean = own.reduce((total, c, l) => total + (c * squares[l]!) / sum, 0);
    for (let l = 0; l < classes; l++) {
      const factor = (2 * (own[l]! - mean)) / sum;
      for (let part = 0; part < (real ? 1 : 2); part++) {
        const at = row * width + (real ? l : 2 * l + part);
        out[at] = factor * rows[at]!;
      }
    }
  }
  return out;
}
