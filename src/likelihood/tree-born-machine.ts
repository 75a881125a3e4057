/** @file The Born machine of a chain or tree: batched amplitudes, norms by Gram matrices, samples from the root down. */

import { DomainError } from '../errors.ts';
import { networkTensors, pullbackTensors } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { rowsIn } from './discrete-rows.ts';
import { checkGiven, checkWeights, type RowWeights } from './likelihood-arguments.ts';
import type { LikelihoodModel } from './likelihood-model.ts';
import { purifiedRows } from './purified-rows.ts';
import { arrangedTensors, type RootedTree, restoredTensors, rootedTree } from './rooted-tree.ts';
import { pureRows, type RowLikelihoods } from './row-likelihoods.ts';
import { logNormGradient, treeGrams } from './tree-norm.ts';
import { heldTensors, treeSampler } from './tree-sampler.ts';

/** The Born machine of a tree, with or without environment; see `bornMachine`. */
export function treeBornMachine(
  network: TensorNetwork,
  { real, ...own }: { readonly real: boolean } & Pick<LikelihoodModel, 'start' | 'manifold'>,
): LikelihoodModel {
  const { tree, rows } = compiled(network, real);
  const dimensions = network.boundary.map((leg) => network.dimensions[leg]!);
  const withFreeEnvironment = (given: Int16Array): Int16Array =>
    Int16Array.of(...given, ...network.environment.map(() => -1));
  const tensorsAt = (theta: Float64Array): readonly Float64Array[] =>
    arrangedTensors(tree, networkTensors(network, theta), real);

  const logProbabilities = (theta: Float64Array, digits: Uint8Array): Float64Array => {
    const count = rowsIn('logProbabilities', dimensions, digits);
    const tensors = tensorsAt(theta);
    const { logNorm } = treeGrams(tree, tensors);
    return rows.logs(tensors, { count, digits }).map((x) => x - logNorm);
  };

  const logLikelihood = (theta: Float64Array, digits: Uint8Array, weights?: Float64Array) => {
    const count = rowsIn('logLikelihood', dimensions, digits);
    const shares = checkWeights(weights, count);
    const tensors = tensorsAt(theta);
    const grams = treeGrams(tree, tensors);
    const found = rows.gradient(tensors, { count, digits }, shares);
    const value = weightedMean(found.logs, shares) - grams.logNorm;
    const ofNorm = logNormGradient(tree, tensors, grams);
    const cotangents = found.tensors.map((one, k) => one.map((x, e) => x - (real && e % 2 === 1 ? 0 : ofNorm[k]![e]!)));
    return { value, gradient: pullbackTensors(network, theta, restoredTensors(tree, cotangents)) };
  };

  const logMarginal = (theta: Float64Array, given: Int16Array): number => {
    checkGiven('logMarginal', dimensions, given);
    const tensors = tensorsAt(theta);
    return (
      treeGrams(tree, heldTensors(tree, tensors, withFreeEnvironment(given))).logNorm - treeGrams(tree, tensors).logNorm
    );
  };

  const sample: LikelihoodModel['sample'] = (theta, stream, count, given) => {
    if (given !== undefined) checkGiven('sample', dimensions, given);
    const tensors = given ? heldTensors(tree, tensorsAt(theta), withFreeEnvironment(given)) : tensorsAt(theta);
    const grams = treeGrams(tree, tensors);
    if (!Number.isFinite(grams.logNorm)) {
      throw new DomainError('sample: given values of positive probability required, got probability 0');
    }
    const draw = treeSampler(tree, tensors, grams);
    const n = dimensions.length;
    const samples = new Uint8Array(count * n);
    const whole = new Uint8Array(n + network.environment.length);
    for (let row = 0; row < count; row++) {
      draw(stream, whole);
      samples.set(whole.subarray(0, n), row * n); // the environment is drawn, too, and forgotten
    }
    return samples;
  };

  return {
    parameters: network.parameters,
    dimensions,
    ...own,
    logProbabilities,
    logLikelihood,
    logMarginal,
    sample,
  };
}

/** The tree, in which environment legs are sites, too, and the probabilities of rows of the boundary's digits. */
function compiled(network: TensorNetwork, real: boolean): { readonly tree: RootedTree; readonly rows: RowLikelihoods } {
  const { boundary, environment } = network;
  if (environment.length === 0) {
    const tree = rootedTree(network);
    return { tree, rows: pureRows(tree, real) };
  }
  const tree = rootedTree({ ...network, boundary: [...boundary, ...environment], environment: [] });
  return { tree, rows: purifiedRows(tree, boundary.length, real) };
}

function weightedMean(values: Float64Array, shares: RowWeights): number {
  let sum = 0;
  values.forEach((x, r) => {
    if (shares(r) > 0) sum += shares(r) * x;
  });
  return sum;
}
