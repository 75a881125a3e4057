/** @file The Born machine of any network by its whole state vector: circuits, and networks with cycles. */

import { DomainError } from '../errors.ts';
import {
  differentiableState,
  environmentDimension,
  type GenerativeNetwork,
  siteDimensions,
  stateVector,
} from '../generative/generative-network.ts';
import { type ComplexVector, sizeOf } from '../linalg/complex.ts';
import type { RandomStream } from '../linalg/random.ts';
import { productManifold } from '../optimise/stiefel.ts';
import { rowsIn } from './discrete-rows.ts';
import { checkGiven, checkWeights } from './likelihood-arguments.ts';
import type { LikelihoodModel } from './likelihood-model.ts';

/** Most amplitudes, environment included. */
export const MOST_AMPLITUDES = 2 ** 20;

/**
 * The Born machine of a network whose whole state is computed; see `bornMachine`.
 *
 * @throws {DomainError} more than 2^20 amplitudes
 *
 * Cost of a gradient: that of the state and its pullback, whatever the number of rows.
 */
export function denseBornMachine(
  network: GenerativeNetwork,
  {
    start,
    manifold = productManifold([]),
  }: Pick<LikelihoodModel, 'start'> & Partial<Pick<LikelihoodModel, 'manifold'>>,
): LikelihoodModel {
  const dimensions = siteDimensions(network);
  const environment = environmentDimension(network);
  const size = sizeOf(dimensions);
  if (!(size * environment <= MOST_AMPLITUDES)) {
    throw new DomainError(
      `bornMachine: a tensor network or at most ${MOST_AMPLITUDES} amplitudes required, got ${size * environment}`,
    );
  }
  const places = (digits: Uint8Array, count: number): Int32Array =>
    Int32Array.from({ length: count }, (_, row) => {
      let place = 0;
      for (let k = 0; k < dimensions.length; k++) place = place * dimensions[k]! + digits[row * dimensions.length + k]!;
      return place;
    });
  const tableAt = (theta: Float64Array): Float64Array => probabilities(stateVector(network, theta), environment);
  return {
    parameters: network.parameters,
    dimensions,
    start,
    manifold,
    logProbabilities: (theta, digits) => {
      const count = rowsIn('logProbabilities', dimensions, digits);
      const table = tableAt(theta);
      return Float64Array.from(places(digits, count), (place) => Math.log(table[place]!));
    },
    logLikelihood: (theta, digits, weights) => {
      const count = rowsIn('logLikelihood', dimensions, digits);
      const shares = checkWeights(weights, count);
      const { state, pullback } = differentiableState(network, theta);
      const table = probabilities(state, environment);
      const slopes = new Float64Array(size); // ∂/∂p
      let value = 0;
      places(digits, count).forEach((place, row) => {
        if (shares(row) === 0) return;
        value += shares(row) * Math.log(table[place]!);
        if (table[place]! > 0) slopes[place]! += shares(row) / table[place]!;
      });
      const lambda = state.interleaved.map((x, k) => 2 * slopes[Math.floor(k / 2 / environment)]! * x);
      return { value, gradient: pullback({ length: state.length, interleaved: lambda }) };
    },
    logMarginal: (theta, given) => {
      checkGiven('logMarginal', dimensions, given);
      return Math.log(sum(held(tableAt(theta), dimensions, given)));
    },
    sample: (theta, stream, count, given) => {
      if (given !== undefined) checkGiven('sample', dimensions, given);
      const table = tableAt(theta);
      return drawn(given ? held(table, dimensions, given) : table, dimensions, stream, count);
    },
  };
}

/** p(v) = Σ_e |ψ(v, e)|². */
function probabilities({ interleaved }: ComplexVector, environment: number): Float64Array {
  const table = new Float64Array(interleaved.length / 2 / environment);
  for (let k = 0; k < interleaved.length / 2; k++) {
    table[Math.floor(k / environment)]! += interleaved[2 * k]! ** 2 + interleaved[2 * k + 1]! ** 2;
  }
  return table;
}

const sum = (table: Float64Array): number => table.reduce((total, p) => total + p, 0);

/** The table with zeros where a held digit differs. */
function held(table: Float64Array, dimensions: readonly number[], given: Int16Array): Float64Array {
  const kept = table.slice();
  let stride = table.length;
  dimensions.forEach((d, k) => {
    stride /= d;
    if (given[k]! < 0) return;
    for (let at = 0; at < kept.length; at++) if (Math.floor(at / stride) % d !== given[k]!) kept[at] = 0;
  });
  return kept;
}

/** Rows drawn from a table of weights. */
function drawn(table: Float64Array, dimensions: readonly number[], stream: RandomStream, count: number): Uint8Array {
  const n = dimensions.length;
  const upTo = new Float64Array(table.length);
  let total = 0;
  for (let k = 0; k < table.length; k++) upTo[k] = total += table[k]!;
  if (!(total > 0)) throw new DomainError('sample: given values of positive probability required, got probability 0');
  const rows = new Uint8Array(count * n);
  for (let row = 0; row < count; row++) {
    let place = firstAbove(upTo, stream.uniform() * total);
    for (let k = n - 1; k >= 0; k--) {
      rows[row * n + k] = place % dimensions[k]!;
      place = Math.floor(place / dimensions[k]!);
    }
  }
  return rows;
}

/** The first place whose entry of an ascending list is above a number. */
function firstAbove(list: Float64Array, number: number): number {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! > number) high = middle;
    else low = middle + 1;
  }
  return low;
}
