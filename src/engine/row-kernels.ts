/** @file The kernels of row trees in plain TypeScript, on an arena of their own; see assembly/rows.ts for what each does. */

import type { RowSpace } from './run-rows.ts';

/** Bytes of the arena at first; it doubles when more are asked for. */
const FIRST_BYTES = 2 ** 16;

/** Memory for rows with kernels in plain TypeScript. */
export function createRowSpace(): RowSpace {
  let buffer = new ArrayBuffer(FIRST_BYTES);
  let numbers = new Float64Array(buffer);
  let words = new Int32Array(buffer);
  let top = 0;
  const reserve = (bytes: number): number => {
    const at = top;
    top += 8 * Math.ceil(bytes / 8);
    if (top > buffer.byteLength) {
      let size = buffer.byteLength;
      while (size < top) size *= 2;
      const larger = new Float64Array(size / 8);
      larger.set(numbers);
      [buffer, numbers, words] = [larger.buffer, larger, new Int32Array(larger.buffer)];
    }
    return at;
  };
  const memory = { f: () => numbers, w: () => words };
  return {
    kernels: { ...productKernels(memory), ...scaleKernels(memory), ...joinKernels(memory) },
    numbers: () => numbers,
    words: () => words,
    reserve,
    copyIn(array) {
      const at = reserve(array.byteLength);
      numbers.set(array, at / 8);
      return at;
    },
    copyOut: (at, length) => numbers.slice(at / 8, at / 8 + length),
    scoped(work) {
      const mark = top;
      try {
        return work();
      } finally {
        top = mark;
      }
    },
  };
}

interface Views {
  readonly f: () => Float64Array;
  readonly w: () => Int32Array;
}

type Kernels = RowSpace['kernels'];

const productKernels = ({ f, w }: Views): Pick<Kernels, 'rowsTimes' | 'rowsOuter' | 'transposeAll'> => ({
  rowsTimes(order, starts, choices, x, inner, matrices, width, y) {
    const [n, rows] = [f(), w()];
    for (let d = 0; d < choices; d++) {
      const matrix = matrices / 8 + d * inner * width;
      for (let k = rows[starts / 4 + d]!; k < rows[starts / 4 + d + 1]!; k++) {
        const row = rows[order / 4 + k]!;
        const [from, to] = [x / 8 + row * inner, y / 8 + row * width];
        n.fill(0, to, to + width);
        for (let i = 0; i < inner; i++) {
          for (let j = 0; j < width; j++) n[to + j]! += n[from + i]! * n[matrix + i * width + j]!;
        }
      }
    }
  },
  rowsOuter(order, starts, choices, x, inner, z, width, gradients) {
    const [n, rows] = [f(), w()];
    for (let d = 0; d < choices; d++) {
      const gradient = gradients / 8 + d * inner * width;
      for (let k = rows[starts / 4 + d]!; k < rows[starts / 4 + d + 1]!; k++) {
        const row = rows[order / 4 + k]!;
        const [left, right] = [x / 8 + row * inner, z / 8 + row * width];
        for (let i = 0; i < inner; i++) {
          for (let j = 0; j < width; j++) n[gradient + i * width + j]! += n[left + i]! * n[right + j]!;
        }
      }
    }
  },
  transposeAll(to, from, count, rows, columns) {
    const n = f();
    for (let m = 0; m < count * rows * columns; m += rows * columns) {
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) n[to / 8 + m + j * rows + i] = n[from / 8 + m + i * columns + j]!;
      }
    }
  },
});

/** The power of two above a number in [2^(e−1), 2^e); 0 for numbers that are not rescaled, as in the compiled kernel. */
function exponentOf(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return 0;
  let exponent = Math.floor(Math.log2(x)) + 1;
  if (x >= 2 ** exponent) exponent++; // the logarithm is rounded
  if (x < 2 ** (exponent - 1)) exponent--;
  return exponent > 1000 || exponent < -1000 ? 0 : exponent;
}

const scaleKernels = ({ f, w }: Views): Pick<Kernels, 'scaleRows' | 'multiplyRows'> => ({
  scaleRows(rows, count, width, multipliers, exponents) {
    const [n, integers] = [f(), w()];
    for (let r = 0; r < count; r++) {
      const from = rows / 8 + r * width;
      let largest = 0;
      for (let j = 0; j < width; j++) largest = Math.max(largest, Math.abs(n[from + j]!));
      const exponent = exponentOf(largest);
      for (let j = 0; j < width; j++) n[from + j]! *= 2 ** -exponent;
      n[multipliers / 8 + r] = 2 ** -exponent;
      integers[exponents / 4 + r]! += exponent;
    }
  },
  multiplyRows(rows, count, width, multipliers) {
    const n = f();
    for (let k = 0; k < count * width; k++) n[rows / 8 + k]! *= n[multipliers / 8 + Math.floor(k / width)]!;
  },
});

const joinKernels = ({ f }: Views): Pick<Kernels, 'joinRows' | 'joinRowsBack'> => ({
  joinRows(a, m, b, n, out, count, complex) {
    const x = f();
    const step = complex ? 2 : 1;
    let to = out / 8;
    for (let r = 0; r < count; r++) {
      for (let i = a / 8 + r * m; i < a / 8 + (r + 1) * m; i += step) {
        for (let j = b / 8 + r * n; j < b / 8 + (r + 1) * n; j += step, to += step) {
          if (complex) {
            x[to] = x[i]! * x[j]! - x[i + 1]! * x[j + 1]!;
            x[to + 1] = x[i]! * x[j + 1]! + x[i + 1]! * x[j]!;
          } else x[to] = x[i]! * x[j]!;
        }
      }
    }
  },
  joinRowsBack(cotangent, a, m, b, n, ofA, ofB, count, complex) {
    const x = f();
    const step = complex ? 2 : 1;
    x.fill(0, ofA / 8, ofA / 8 + count * m);
    x.fill(0, ofB / 8, ofB / 8 + count * n);
    /** x[to] += conj(x[i])·x[from] */
    const add = (to: number, i: number, from: number): void => {
      if (complex) {
        x[to]! += x[i]! * x[from]! + x[i + 1]! * x[from + 1]!;
        x[to + 1]! += x[i]! * x[from + 1]! - x[i + 1]! * x[from]!;
      } else x[to]! += x[i]! * x[from]!;
    };
    let from = cotangent / 8;
    for (let r = 0; r < count; r++) {
      for (let i = r * m; i < (r + 1) * m; i += step) {
        for (let j = r * n; j < (r + 1) * n; j += step, from += step) {
          add(ofA / 8 + i, b / 8 + j, from);
          add(ofB / 8 + j, a / 8 + i, from);
        }
      }
    }
  },
});
