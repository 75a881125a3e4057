/**
 * @file Randomness as an argument. A stream is fixed by a seed and a name, so that the start angles, the data and
 * the noise of one experiment are independent of each other, and every number can be drawn again.
 */

import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { DomainError } from '../errors.ts';
import { type ComplexMatrix, type ComplexVector, zeroMatrix, zeroVector } from './complex.ts';
import { qr } from './qr.ts';
import { normalised } from './vector.ts';

/** A sequence of random numbers. Drawing advances it; two streams never influence each other. */
export interface RandomStream {
  /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
  readonly uniform: () => number;
  /** Standard normal: mean 0, variance 1. */
  readonly normal: () => number;
  /**
   * Uniform in {0, …, below − 1}, from the last bits of the generator. Those of xoroshiro128+ are linear functions over GF(2) of
   * its 128 bits of state: good for choices and shuffles, not for digits of linear algebra, of which more than 128 would
   * depend on each other. There take `Math.floor(below * uniform())`, the leading bits, as `randomDigit` does; this stays as it is, since
   * every seeded result would change.
   */
  readonly integer: (below: number) => number;
  /** Where it stands now. Asking advances nothing. */
  readonly state: () => RandomState;
}

/** Where a stream stands: plain numbers, kept by JSON bit for bit. `randomStreamOf` goes on from them. */
export interface RandomState {
  /** The 128 bits of xoroshiro128+, as four 32-bit integers. */
  readonly words: readonly number[];
  /** The second of a pair of normal numbers, if only the first was drawn; else null. */
  readonly spare: number | null;
}

/**
 * The stream with this seed and name: xoroshiro128+ started from a 128-bit hash of both.
 *
 * @param seed - a finite number; different seeds give independent streams
 * @throws {DomainError} the seed is not finite
 */
export function randomStream(seed: number, name: string): RandomStream {
  if (!Number.isFinite(seed)) throw new DomainError(`randomStream: a finite seed required, got ${seed}`);
  return streamFrom({ words: hash(`${seed}:${name}`), spare: null });
}

/**
 * The stream that goes on from a state: it draws what the one of which the state was asked draws next.
 *
 * @throws {DomainError} the words are not four 32-bit integers, or all 0; the spare number is not finite
 *
 * @example
 * ```ts
 * import { randomStream, randomStreamOf } from 'bulkweave/linalg';
 *
 * const stream = randomStream(1, 'noise');
 * stream.normal();
 * const kept = JSON.stringify(stream.state());
 * console.log(stream.normal() - randomStreamOf(JSON.parse(kept)).normal()); // 0
 * ```
 */
export function randomStreamOf(state: RandomState): RandomStream {
  const { words, spare } = state;
  const isWords =
    Array.isArray(words) &&
    words.length === 4 &&
    words.every((word) => Number.isInteger(word) && word >= -(2 ** 31) && word < 2 ** 32) &&
    words.some((word) => word !== 0);
  if (!isWords) {
    throw new DomainError(`randomStreamOf: words of four 32-bit integers, not all 0, required, got [${words}]`);
  }
  if (!(spare === null || Number.isFinite(spare))) {
    throw new DomainError(`randomStreamOf: a finite spare number or null required, got ${spare}`);
  }
  return streamFrom(state);
}

function streamFrom(state: RandomState): RandomStream {
  const generator = xoroshiro128plusFromState(state.words);
  const uniform = (): number => uniformFloat64(generator);
  let { spare } = state;
  const normal = (): number => {
    if (spare !== null) {
      const second = spare;
      spare = null;
      return second;
    }
    // Marsaglia's polar method: a uniform point of the unit disc gives two independent normals.
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square === 0 || square >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = scale * y;
      return scale * x;
    }
  };
  return {
    uniform,
    normal,
    integer: (below) => uniformInt(generator, 0, below - 1),
    state: () => ({ words: [...generator.getState()], spare }),
  };
}

/** A unit vector of C^length, uniform on the sphere (Haar): independent complex Gaussians, normalised. */
export function randomVector(length: number, stream: RandomStream): ComplexVector {
  return normalised({ length, interleaved: zeroVector(length).interleaved.map(() => stream.normal()) });
}

/**
 * A unitary matrix distributed by the Haar measure: the Q of a complex Gaussian matrix, where R has a positive
 * diagonal. O(size³).
 *
 * @see Mezzadri, Notices of the AMS 54, 592 (2007)
 */
export function randomUnitary(size: number, stream: RandomStream): ComplexMatrix {
  const { rows, cols, interleaved } = zeroMatrix(size, size);
  return qr({ rows, cols, interleaved: interleaved.map(() => stream.normal()) }).q;
}

/** Four 32-bit words from a text: four FNV-1a lanes with different offsets, each mixed by the MurmurHash3 finaliser. */
function hash(text: string): readonly number[] {
  return [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35].map((offset, lane) => {
    let word = offset;
    for (let i = 0; i < text.length; i++) word = Math.imul(word ^ (text.charCodeAt(i) + lane), 0x01000193);
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return word ^ (word >>> 16) || 1;
  });
}
