/** @file Gates as matrices, random momenta, and distances that ignore the global phase. */

import { type ComplexMatrix, complexMatrix, identityMatrix } from '../../../src/linalg/complex.ts';
import { multiply, trace } from '../../../src/linalg/matrix.ts';
import { matrixExponential } from '../../../src/linalg/matrix-exponential.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { type PauliSum, pauliSumMatrix } from '../../../src/operator/pauli-sum.ts';

/** The matrix that sends basis state k to basis state images[k]. */
export const permutation = (images: readonly number[]): ComplexMatrix =>
  complexMatrix(images.map((_, row) => images.map((image) => (image === row ? 1 : 0))));

export const CNOT = permutation([0, 1, 3, 2]);
export const SWAP = permutation([0, 2, 1, 3]);
export const TOFFOLI = permutation([0, 1, 2, 3, 4, 5, 7, 6]);
export const CCZ = complexMatrix(
  Array.from({ length: 8 }, (_, i) => Array.from({ length: 8 }, (_, j) => (i === j ? (i === 7 ? -1 : 1) : 0))),
);

/** The Fourier transform on `size` basis states, ω^{jk}/√size. */
export function fourier(size: number): ComplexMatrix {
  const angle = (j: number, k: number): number => (2 * Math.PI * ((j * k) % size)) / size;
  const indices = Array.from({ length: size }, (_, k) => k);
  const table = (f: (x: number) => number) => indices.map((j) => indices.map((k) => f(angle(j, k)) / Math.sqrt(size)));
  return complexMatrix(table(Math.cos), table(Math.sin));
}

/** exp(−iHt) by the Padé approximant. */
export function evolution(sum: PauliSum, time = 1): ComplexMatrix {
  const H = pauliSumMatrix(sum);
  const interleaved = new Float64Array(H.interleaved.length);
  for (let k = 0; k < interleaved.length; k += 2) {
    interleaved[k] = time * H.interleaved[k + 1]!;
    interleaved[k + 1] = -time * H.interleaved[k]!;
  }
  return matrixExponential({ ...H, interleaved });
}

/** √(1 − |Tr A†B|²/d²), without cancellation: the norm of what is left of B beside A, over √d. */
export function phaselessDistance(a: ComplexMatrix, b: ComplexMatrix): number {
  const product = multiply(a, b, { adjointA: true });
  const [re, im] = trace(product).map((x) => x / a.rows) as [number, number];
  const rest = product.interleaved.map((x, k) => {
    const diagonal = (k >> 1) % (a.rows + 1) === 0;
    return diagonal ? x - (k % 2 === 0 ? re : im) : x;
  });
  return Math.hypot(...rest) / Math.sqrt(a.rows);
}

/** Independent normal coefficients of standard deviation `scale` on the words of these sizes. */
export function randomSum(qubits: number, seed: number, scale: number, sizes: readonly number[] = []): PauliSum {
  const stream = randomStream(seed, 'Pauli sum');
  const words = Array.from({ length: 4 ** qubits - 1 }, (_, k) =>
    [...(k + 1).toString(4).padStart(qubits, '0')].map((digit) => 'IXYZ'[Number(digit)]).join(''),
  );
  const terms = words.map((word) => ({ word, coefficient: scale * stream.normal() }));
  const size = (word: string): number => word.replaceAll('I', '').length;
  return { qubits, terms: sizes.length === 0 ? terms : terms.filter(({ word }) => sizes.includes(size(word))) };
}

/** Σ of multiples of Pauli sums. */
export const combined = (...parts: readonly (readonly [number, PauliSum])[]): PauliSum => ({
  qubits: parts[0]![1].qubits,
  terms: parts.flatMap(([factor, { terms }]) =>
    terms.map(({ word, coefficient }) => ({ word, coefficient: factor * coefficient })),
  ),
});

/** A·B·C …. */
export const productOf = (...factors: readonly ComplexMatrix[]): ComplexMatrix =>
  factors.reduce((product, factor) => multiply(product, factor), identityMatrix(factors[0]!.rows));
