/**
 * @file Householder reflections H = 1 − 2vv†, which map a given vector to a multiple of the first unit vector without
 * loss of accuracy: the factorisation A·P = H₀H₁…H_{k−1}·R. A matrix stands column after column.
 */

/** Where the square of a length has shrunk below this by subtraction, √ε, it is computed anew. */
const SHRUNK = Math.sqrt(Number.EPSILON);

/**
 * Factorises a matrix in place: column j then holds R above the diagonal and, for j < k, the unit vector v_j from the
 * diagonal on; v_j = 0 stands for the identity.
 *
 * @param columns  - m × n complex, column-major
 * @param diagonal - becomes that of R, min(m, n) complex numbers
 * @param order    - where given, the longest remaining column is taken first, and these numbers go with the columns
 */
export function factoriseHere(
  columns: Float64Array,
  rows: number,
  cols: number,
  diagonal: Float64Array,
  order?: Int32Array,
): void {
  // Squared lengths of the columns below row k, and those when they were last computed from entries.
  const lengths = Float64Array.from({ length: cols }, (_, j) => squareOf(columns, 2 * j * rows, 2 * (j + 1) * rows));
  const computed = lengths.slice();
  for (let k = 0; k < Math.min(rows, cols); k++) {
    if (order !== undefined) {
      const best = lengths.reduce((most, square, j) => (j > k && square > lengths[most]! ? j : most), k);
      exchange(columns, rows, k, best);
      for (const list of [order, lengths, computed]) [list[k], list[best]] = [list[best]!, list[k]!];
    }
    const start = 2 * (k * rows + k);
    const end = 2 * (k + 1) * rows;
    diagonal.set(reflector(columns, start, end), 2 * k);
    for (let j = k + 1; j < cols; j++) {
      const at = start + 2 * (j - k) * rows;
      reflect(columns, start, end, columns, at);
      const rest = lengths[j]! - (columns[at]! ** 2 + columns[at + 1]! ** 2);
      lengths[j] = rest;
      if (rest > SHRUNK * computed[j]!) continue;
      computed[j] = lengths[j] = squareOf(columns, at + 2, 2 * (j + 1) * rows);
    }
  }
}

/** The first `count` columns of H₀…H_{count−1}, orthonormal; column-major. */
export function orthonormalColumnsHere(columns: Float64Array, rows: number, count: number): Float64Array {
  const q = new Float64Array(2 * rows * count);
  for (let j = 0; j < count; j++) {
    q[2 * (j * rows + j)] = 1;
    // Reflections beyond j leave the unit vector e_j unchanged.
    for (let k = j; k >= 0; k--) reflect(columns, 2 * (k * rows + k), 2 * (k + 1) * rows, q, 2 * (j * rows + k));
  }
  return q;
}

/** x ← H_{n−1}…H₂·x for each row x; row k of `reflectors`, n × n, begins with the k entries of v_k. */
export function reflectRowsHermitianHere(rows: Float64Array, count: number, reflectors: Float64Array, n: number): void {
  for (let row = 0; row < count; row++) {
    for (let k = 2; k < n; k++) reflect(reflectors, 2 * k * n, 2 * (k * n + k), rows, 2 * row * n);
  }
}

/**
 * Replaces the vector x stored at [start, end) by the unit vector v of the reflection with Hx = (re + i·im)·e₀,
 * and returns (re, im); for x = 0 the vector v is zero, and H the identity. Entries near the limits of the
 * number range neither overflow nor vanish.
 */
export function reflector(array: Float64Array, start: number, end: number): readonly [re: number, im: number] {
  let largest = 0;
  for (let i = start; i < end; i++) largest = Math.max(largest, Math.abs(array[i]!));
  if (largest === 0) return [0, 0];
  let sum = 0;
  for (let i = start; i < end; i++) sum += (array[i]! / largest) ** 2;
  const root = Math.sqrt(sum);
  for (let i = start; i < end; i++) array[i] = array[i]! / largest / root;
  const first = Math.hypot(array[start]!, array[start + 1]!);
  const [re, im] = first === 0 ? [1, 0] : [array[start]! / first, array[start + 1]! / first];
  array[start] = array[start]! + re;
  array[start + 1] = array[start + 1]! + im;
  const length = Math.sqrt(2 * (1 + first));
  for (let i = start; i < end; i++) array[i] = array[i]! / length;
  return [-re * root * largest, -im * root * largest];
}

/** x ← (1 − 2vv†)·x for v at [start, end) of `v`, x at the same length from `at` of `x`. */
export function reflect(v: Float64Array, start: number, end: number, x: Float64Array, at: number): void {
  let re = 0;
  let im = 0;
  for (let i = start, j = at; i < end; i += 2, j += 2) {
    re += v[i]! * x[j]! + v[i + 1]! * x[j + 1]!;
    im += v[i]! * x[j + 1]! - v[i + 1]! * x[j]!;
  }
  re *= 2;
  im *= 2;
  for (let i = start, j = at; i < end; i += 2, j += 2) {
    x[j] = x[j]! - re * v[i]! + im * v[i + 1]!;
    x[j + 1] = x[j + 1]! - re * v[i + 1]! - im * v[i]!;
  }
}

/** Σ |·|² of the numbers from `start` to `end`. */
function squareOf(array: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += array[i]! * array[i]!;
  return sum;
}

/** Exchanges columns j and k. */
function exchange(columns: Float64Array, rows: number, j: number, k: number): void {
  if (j === k) return;
  const column = columns.slice(2 * k * rows, 2 * (k + 1) * rows);
  columns.copyWithin(2 * k * rows, 2 * j * rows, 2 * (j + 1) * rows);
  columns.set(column, 2 * j * rows);
}
