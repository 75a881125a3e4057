/** @file Orbit sums of Pauli words on a block of n qubits, between its symmetric states. */

import { type ComplexMatrix, identityMatrix, zeroMatrix } from '../../linalg/complex.ts';
import { addScaledMatrix, adjoint, multiply, scaledMatrix } from '../../linalg/matrix.ts';

/** How often each letter occurs in a word: [#X, #Y, #Z]. */
export type LetterCounts = readonly [x: number, y: number, z: number];

/** The sum of all words with these letters, and how many they are: n!/(x! y! z! (n − x − y − z)!). */
export interface OrbitSum {
  readonly letters: LetterCounts;
  readonly words: number;
  /** Between the Dicke states of the block, by number of ones, shape (n + 1, n + 1). */
  readonly matrix: ComplexMatrix;
}

/** S_x = Σ_j X_j between Dicke states: ⟨k+1|S_x|k⟩ = √((k+1)(n−k)). */
export function collectiveX(n: number): ComplexMatrix {
  const matrix = zeroMatrix(n + 1, n + 1);
  for (let k = 0; k < n; k++) {
    const value = Math.sqrt((k + 1) * (n - k));
    matrix.interleaved[2 * ((k + 1) * (n + 1) + k)] = value;
    matrix.interleaved[2 * (k * (n + 1) + k + 1)] = value;
  }
  return matrix;
}

/** S_y = Σ_j Y_j: ⟨k+1|S_y|k⟩ = i√((k+1)(n−k)), for Y|0⟩ = i|1⟩. */
export function collectiveY(n: number): ComplexMatrix {
  const matrix = zeroMatrix(n + 1, n + 1);
  for (let k = 0; k < n; k++) {
    const value = Math.sqrt((k + 1) * (n - k));
    matrix.interleaved[2 * ((k + 1) * (n + 1) + k) + 1] = value;
    matrix.interleaved[2 * (k * (n + 1) + k + 1) + 1] = -value;
  }
  return matrix;
}

/** S_z = Σ_j Z_j = n − 2k. */
export function collectiveZ(n: number): ComplexMatrix {
  const matrix = zeroMatrix(n + 1, n + 1);
  for (let k = 0; k <= n; k++) matrix.interleaved[2 * (k * (n + 1) + k)] = n - 2 * k;
  return matrix;
}

const SPINS = [collectiveX, collectiveY, collectiveZ];

/**
 * The orbit sums O(x, y, z) of all words of at most `size` letters on n qubits, the identity first. By the letter to be added,
 *
 *     S_x O(x, y, z) = (x+1)·O(x+1, y, z) + (n−x−y−z+1)·O(x−1, y, z) + i(z+1)·O(x, y−1, z+1) − i(y+1)·O(x, y+1, z−1),
 *
 * and cyclically, since X·1 = X, XX = 1, XY = iZ and XZ = −iY; so Σ_{i<j} X_iX_j = (S_x² − n)/2. All are banded.
 *
 * Cost O(n³) for each sum.
 */
export function orbitSums(n: number, size: number): readonly OrbitSum[] {
  const spins = SPINS.map((spin) => spin(n));
  const known = new Map<string, ComplexMatrix>();
  const sumOf = (letters: LetterCounts): ComplexMatrix | undefined => {
    const total = letters[0] + letters[1] + letters[2];
    if (Math.min(...letters) < 0 || total > n) return undefined;
    if (total === 0) return identityMatrix(n + 1);
    const key = letters.join();
    const made = known.get(key) ?? hermitian(added(letters));
    known.set(key, made);
    return made;
  };
  const added = (letters: LetterCounts): ComplexMatrix => {
    const a = letters.findIndex((count) => count > 0);
    const [b, c] = [(a + 1) % 3, (a + 2) % 3];
    const fewer = changed(letters, a, -1);
    const size = fewer[0] + fewer[1] + fewer[2];
    const terms = [
      { letters: changed(fewer, a, -1), factor: [-(n - size + 1), 0] },
      { letters: changed(changed(fewer, b, -1), c, 1), factor: [0, -(fewer[c]! + 1)] },
      { letters: changed(changed(fewer, b, 1), c, -1), factor: [0, fewer[b]! + 1] },
    ] as const;
    const sum = terms.reduce<ComplexMatrix>(
      (rest, term) => {
        const other = sumOf(term.letters);
        return other === undefined ? rest : addScaledMatrix(rest, term.factor, other);
      },
      multiply(spins[a]!, sumOf(fewer)!),
    );
    return scaledMatrix([1 / letters[a]!, 0], sum);
  };
  return letterCounts(Math.min(size, n)).map((letters) => ({
    letters,
    words: multinomial(n, letters),
    matrix: sumOf(letters)!,
  }));
}

/** (A + A†)/2: what rounding has left of A† − A is removed. */
const hermitian = (a: ComplexMatrix): ComplexMatrix => scaledMatrix([0.5, 0], addScaledMatrix(a, [1, 0], adjoint(a)));

function changed(letters: LetterCounts, which: number, by: number): LetterCounts {
  const [x, y, z] = letters.map((count, a) => (a === which ? count + by : count));
  return [x!, y!, z!];
}

/** All counts of at most `size` letters, by size. */
function letterCounts(size: number): readonly LetterCounts[] {
  const all: LetterCounts[] = [];
  for (let total = 0; total <= size; total++) {
    for (let x = total; x >= 0; x--) {
      for (let y = total - x; y >= 0; y--) all.push([x, y, total - x - y]);
    }
  }
  return all;
}

/** n!/(x! y! z! (n − x − y − z)!). */
function multinomial(n: number, letters: LetterCounts): number {
  let [left, product] = [n, 1];
  for (const count of letters) {
    for (let k = 1; k <= count; k++) product = (product * (left - count + k)) / k;
    left -= count;
  }
  return Math.round(product);
}
