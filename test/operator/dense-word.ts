import type { ComplexMatrix } from '../../src/linalg/complex.ts';

const PAULI: Readonly<Record<string, readonly (readonly (readonly [number, number])[])[]>> = {
  I: [
    [
      [1, 0],
      [0, 0],
    ],
    [
      [0, 0],
      [1, 0],
    ],
  ],
  X: [
    [
      [0, 0],
      [1, 0],
    ],
    [
      [1, 0],
      [0, 0],
    ],
  ],
  Y: [
    [
      [0, 0],
      [0, -1],
    ],
    [
      [0, 1],
      [0, 0],
    ],
  ],
  Z: [
    [
      [1, 0],
      [0, 0],
    ],
    [
      [0, 0],
      [-1, 0],
    ],
  ],
};

/** The Kronecker product of the letters' matrices, entry by entry: slow, and independent of the library. */
export function denseWord(word: string): ComplexMatrix {
  const size = 2 ** word.length;
  const interleaved = new Float64Array(2 * size * size);
  for (let row = 0; row < size; row++) {
    for (let col = 0; col < size; col++) {
      let [re, im] = [1, 0];
      [...word].forEach((letter, q) => {
        const shift = word.length - 1 - q;
        const [x, y] = PAULI[letter]![(row >> shift) & 1]![(col >> shift) & 1]!;
        [re, im] = [re * x - im * y, re * y + im * x];
      });
      interleaved[2 * (row * size + col)] = re;
      interleaved[2 * (row * size + col) + 1] = im;
    }
  }
  return { rows: size, cols: size, interleaved };
}
