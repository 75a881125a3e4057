/** @file How large is the Lie algebra that generators span? For controls it decides what can be reached at all. */

import { ShapeError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { commutator, scaledMatrix } from '../linalg/matrix.ts';
import { dot, length } from '../linalg/real-vector.ts';
import { checkWord, commute, multiplyWords, type PauliWord } from './pauli.ts';

/** A commutator with less than this fraction of its norm outside the algebra counts as inside. */
const INSIDE = 1e-9;

/**
 * Dimension over the real numbers of the Lie algebra that is generated
 *
 * - by matrices A: the least space that contains them and, with A and B, [A, B];
 * - by Pauli words P: that of the matrices iP. It has a basis of words, and is all of su(2ⁿ) if it has dimension
 *   4ⁿ − 1.
 *
 * @throws {ShapeError} words of different lengths, or matrices that are not square or of one shape
 *
 * Cost for dimension D: O(D²·n) for words, O(D³·N²) for N × N matrices.
 */
export function lieDimension(generators: readonly PauliWord[] | readonly ComplexMatrix[]): number {
  return isWords(generators) ? generatedWords(generators).size : generatedBasis(generators).length;
}

const isWords = (generators: readonly unknown[]): generators is readonly PauliWord[] =>
  typeof generators[0] === 'string';

/** The words reached from the given ones by products of two that do not commute; the identity only if it is given. */
function generatedWords(words: readonly PauliWord[]): ReadonlySet<PauliWord> {
  const found = new Set<PauliWord>();
  const queue = [...words];
  for (const word of queue) {
    checkWord(word, words[0]!.length);
    if (found.has(word)) continue;
    for (const other of found) if (!commute(word, other)) queue.push(multiplyWords(word, other).word);
    found.add(word);
  }
  return found;
}

/** An orthonormal basis, in the real scalar product Re Tr A†B. */
function generatedBasis(matrices: readonly ComplexMatrix[]): readonly ComplexMatrix[] {
  const { rows = 0 } = matrices[0] ?? {};
  const basis: ComplexMatrix[] = [];
  const queue = matrices.map(unit);
  for (const matrix of queue) {
    if (matrix.rows !== rows || matrix.cols !== rows) {
      throw new ShapeError(`lieDimension: ${rows} × ${rows} matrices required, got ${matrix.rows} × ${matrix.cols}`);
    }
    const next = outside(matrix, basis);
    if (next === undefined) continue;
    for (const other of basis) queue.push(commutator(next, other));
    basis.push(next);
  }
  return basis;
}

/** A matrix of norm 1; zero stays zero. */
const unit = (matrix: ComplexMatrix): ComplexMatrix => scaledMatrix([1 / (length(matrix.interleaved) || 1), 0], matrix);

/** The part of a matrix that is orthogonal to the basis, normalised; projected twice, against rounding. */
function outside(matrix: ComplexMatrix, basis: readonly ComplexMatrix[]): ComplexMatrix | undefined {
  const size = length(matrix.interleaved);
  if (size < INSIDE) return undefined;
  const rest = matrix.interleaved.map((x) => x / size);
  for (let pass = 0; pass < 2; pass++) {
    for (const { interleaved } of basis) {
      const along = dot(interleaved, rest);
      for (let k = 0; k < rest.length; k++) rest[k] = rest[k]! - along * interleaved[k]!;
    }
  }
  const left = length(rest);
  return left > INSIDE ? { ...matrix, interleaved: rest.map((x) => x / left) } : undefined;
}
