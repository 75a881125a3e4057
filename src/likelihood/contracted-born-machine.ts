/** @file The Born machine of a network with cycles by contraction: amplitudes of rows and norms, never the whole state. */

import { DomainError } from '../errors.ts';
import { logNorm } from '../network/network-overlap.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { rowsIn } from './discrete-rows.ts';
import { drawnByDigit, heldNorm } from './held-norm.ts';
import { checkGiven, checkWeights } from './likelihood-arguments.ts';
import type { LikelihoodModel } from './likelihood-model.ts';
import { rowAmplitudes } from './row-amplitudes.ts';

/**
 * The Born machine of a tensor network with cycles and without environment; see `bornMachine`. Likelihoods need the amplitudes
 * of the rows and the norm, a sample a norm for each of its digits.
 *
 * @throws {DomainError} an environment; a contraction with an intermediate tensor of more than 2^25 entries
 */
export function contractedBornMachine(
  network: TensorNetwork,
  { start, manifold }: Pick<LikelihoodModel, 'start' | 'manifold'>,
): LikelihoodModel {
  if (network.environment.length > 0) {
    throw new DomainError('bornMachine: a chain, a tree, or a network without environment required');
  }
  const dimensions = network.boundary.map((leg) => network.dimensions[leg]!);
  const [amplitudes, held, normOf] = [rowAmplitudes(network), heldNorm(network), logNorm(network)];
  return {
    parameters: network.parameters,
    dimensions,
    start,
    manifold,
    logProbabilities: (theta, digits) => {
      const logs = new Float64Array(rowsIn('logProbabilities', dimensions, digits));
      const norm = normOf(theta).value;
      for (const { first, values, exponent } of amplitudes(theta, digits)) {
        for (let row = 0; 2 * row < values.length; row++) {
          const size = Math.hypot(values[2 * row]!, values[2 * row + 1]!);
          logs[first + row] = 2 * (Math.log(size) + exponent * Math.LN2) - norm;
        }
      }
      return logs;
    },
    logLikelihood: (theta, digits, weights) => {
      const shares = checkWeights(weights, rowsIn('logLikelihood', dimensions, digits));
      const norm = normOf(theta);
      const gradient = norm.gradient.map((x) => -x);
      let value = -norm.value;
      for (const { first, values, exponent, pullback } of amplitudes(theta, digits)) {
        const cotangent = new Float64Array(values.length);
        for (let row = 0; 2 * row < values.length; row++) {
          const share = shares(first + row);
          if (share === 0) continue;
          const [re, im] = [values[2 * row]!, values[2 * row + 1]!];
          const square = re * re + im * im;
          value += share * (Math.log(square) + 2 * exponent * Math.LN2);
          if (square > 0) cotangent.set([(2 * share * re) / square, (2 * share * im) / square], 2 * row);
        }
        const slopes = pullback(cotangent);
        for (let k = 0; k < gradient.length; k++) gradient[k]! += slopes[k]!;
      }
      return { value, gradient };
    },
    logMarginal: (theta, given) => {
      checkGiven('logMarginal', dimensions, given);
      return held(theta, given, 0).log - normOf(theta).value;
    },
    sample: (theta, stream, count, given = new Int16Array(dimensions.length).fill(-1)) => {
      checkGiven('sample', dimensions, given);
      return drawnByDigit(given, stream, count, (row, site) => held(theta, row, site).shares);
    },
  };
}
