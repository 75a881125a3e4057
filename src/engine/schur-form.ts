/**
 * @file The Schur form A = QTQ† of any square complex matrix, in plain TypeScript: reflections to Hessenberg form, then steps of the QR
 * algorithm with Wilkinson's shifts. Matrices stand column after column, interleaved: entry (i, j) begins at 2(jn + i).
 */

import { reflect, reflector } from './householder-factors.ts';
import { type PlaneRotation, rotate, rotationOf } from './plane-rotation.ts';

/** Steps without a new eigenvalue after which the shift is replaced by an exceptional one. */
const PATIENCE = 10;
/** Most steps for one eigenvalue; two or three are usual. */
const MOST_STEPS = 120;

/** See `Engine.schur`. */
export function schurHere(form: Float64Array, n: number, vectors: Float64Array): number {
  reduce(form, n, vectors);
  const scale = Math.sqrt(form.reduce((sum, x) => sum + x * x, 0));
  let steps = 0;
  for (let last = n - 1; last > 0; ) {
    const first = startOfBlock(form, n, last, scale);
    if (first === last) {
      last--;
      steps = 0;
      continue;
    }
    if (++steps > MOST_STEPS) return last;
    const shift = steps % PATIENCE === 0 ? exceptionalShift(form, n, last) : wilkinsonShift(form, n, last);
    qrStep(form, vectors, n, first, last, shift);
  }
  return 0;
}

/**
 * A = QHQ† with H_ij = 0 for i > j + 1, by Householder reflections from both sides; `vectors` becomes Q unless it is empty.
 *
 * @see Golub & Van Loan, Matrix Computations, 4th ed., sect. 7.4.3
 */
function reduce(form: Float64Array, n: number, vectors: Float64Array): void {
  const reflectors: Float64Array[] = [];
  for (let k = 0; k + 2 < n; k++) {
    const start = 2 * (k * n + k + 1);
    const end = 2 * (k + 1) * n;
    const [re, im] = reflector(form, start, end);
    const v = form.slice(start, end);
    form.fill(0, start, end);
    form[start] = re;
    form[start + 1] = im;
    for (let j = k + 1; j < n; j++) reflect(v, 0, v.length, form, 2 * (j * n + k + 1));
    reflectFromRight(form, n, k + 1, v);
    reflectors.push(v);
  }
  if (vectors.length === 0) return;
  vectors.fill(0);
  for (let j = 0; j < n; j++) vectors[2 * j * (n + 1)] = 1;
  for (let k = n - 3; k >= 0; k--) {
    const v = reflectors[k]!;
    for (let j = k + 1; j < n; j++) reflect(v, 0, v.length, vectors, 2 * (j * n + k + 1));
  }
}

/** A ← A·(1 − 2vv†) for the columns from `first` on. */
function reflectFromRight(a: Float64Array, n: number, first: number, v: Float64Array): void {
  const sum = new Float64Array(2 * n);
  for (let j = first; j < n; j++) addColumn(sum, 0, v[2 * (j - first)]!, v[2 * (j - first) + 1]!, a, 2 * j * n);
  for (let j = first; j < n; j++)
    addColumn(a, 2 * j * n, -2 * v[2 * (j - first)]!, 2 * v[2 * (j - first) + 1]!, sum, 0);
}

/** x ← x + (re + i·im)·y for columns of `sum` length at `to` and `from`. */
function addColumn(x: Float64Array, to: number, re: number, im: number, y: Float64Array, from: number): void {
  const length = Math.min(x.length, y.length);
  for (let i = to, j = from; i < to + length; i += 2, j += 2) {
    x[i] = x[i]! + re * y[j]! - im * y[j + 1]!;
    x[i + 1] = x[i + 1]! + re * y[j + 1]! + im * y[j]!;
  }
}

type Complex = readonly [re: number, im: number];

/** The first row of the unreduced block that ends at `last`; what is negligible on the subdiagonal becomes zero. */
function startOfBlock(form: Float64Array, n: number, last: number, scale: number): number {
  for (let k = last; k > 0; k--) {
    const below = 2 * ((k - 1) * n + k);
    const here = roughly(form, 2 * k * (n + 1)) + roughly(form, 2 * (k - 1) * (n + 1));
    if (roughly(form, below) <= Number.EPSILON * (here === 0 ? scale : here)) {
      form.fill(0, below, below + 2);
      return k;
    }
  }
  return 0;
}

/** |re| + |im|. */
const roughly = (array: Float64Array, at: number): number => Math.abs(array[at]!) + Math.abs(array[at + 1]!);

const modulus = (array: Float64Array, at: number): number => Math.hypot(array[at]!, array[at + 1]!);

/** The eigenvalue of the last 2 × 2 block that is closer to its last entry. */
function wilkinsonShift(form: Float64Array, n: number, last: number): Complex {
  const at = (i: number, j: number): Complex => [form[2 * (j * n + i)]!, form[2 * (j * n + i) + 1]!];
  const [are, aim] = at(last - 1, last - 1);
  const [bre, bim] = at(last - 1, last);
  const [cre, cim] = at(last, last - 1);
  const [dre, dim] = at(last, last);
  const [x, y] = [(are - dre) / 2, (aim - dim) / 2];
  const [pre, pim] = [bre * cre - bim * cim, bre * cim + bim * cre];
  const [rre, rim] = squareRoot(x * x - y * y + pre, 2 * x * y + pim);
  const sign = x * rre + y * rim < 0 ? -1 : 1; // the larger denominator, without cancellation
  const [u, v] = [x + sign * rre, y + sign * rim];
  const square = u * u + v * v;
  if (square === 0) return [dre, dim];
  return [dre - (pre * u + pim * v) / square, dim - (pim * u - pre * v) / square];
}

/** A shift of about the right size without any symmetry of the matrix. */
function exceptionalShift(form: Float64Array, n: number, last: number): Complex {
  const diagonal = 2 * last * (n + 1);
  const size = modulus(form, 2 * ((last - 1) * n + last));
  return [form[diagonal]! + 0.75 * size, form[diagonal + 1]! + 0.4375 * size];
}

/** The root with a non-negative real part. */
function squareRoot(re: number, im: number): Complex {
  const length = Math.hypot(re, im);
  if (length === 0) return [0, 0];
  const larger = Math.sqrt((length + Math.abs(re)) / 2);
  const smaller = Math.abs(im) / 2 / larger;
  const sign = im < 0 ? -1 : 1;
  return re >= 0 ? [larger, sign * smaller] : [smaller, sign * larger];
}

/** H − σ = UR, H ← RU + σ on the rows and columns first … last; the rest of H and Q follow. */
function qrStep(h: Float64Array, q: Float64Array, n: number, first: number, last: number, shift: Complex): void {
  const wanted = q.length > 0; // otherwise the columns outside the block are not needed
  shiftDiagonal(h, n, first, last, -shift[0], -shift[1]);
  const rotations: PlaneRotation[] = [];
  for (let j = first; j < (wanted ? n : last + 1); j++) {
    rotateDown(h, 2 * (j * n + first), rotations);
    if (j >= last) continue;
    const at = 2 * j * (n + 1);
    const rotation = rotationOf(h[at]!, h[at + 1]!, h[at + 2]!, h[at + 3]!);
    rotate(h, at, at + 2, 2, 1, rotation);
    h.fill(0, at + 2, at + 4);
    rotations.push(rotation);
  }
  const top = wanted ? 0 : first;
  rotations.forEach(([cos, re, im], k) => {
    const j = first + k;
    rotate(h, 2 * (j * n + top), 2 * ((j + 1) * n + top), 2, j + 2 - top, [cos, re, -im]);
    if (wanted) rotate(q, 2 * j * n, 2 * (j + 1) * n, 2, n, [cos, re, -im]);
  });
  shiftDiagonal(h, n, first, last, shift[0], shift[1]);
}

/** Applies the rotations of rows (0, 1), (1, 2), … to a column that begins at `at`. */
function rotateDown(h: Float64Array, at: number, rotations: readonly PlaneRotation[]): void {
  let x = h[at]!;
  let y = h[at + 1]!;
  let i = at;
  for (const [cos, re, im] of rotations) {
    const u = h[i + 2]!;
    const v = h[i + 3]!;
    h[i] = cos * x + re * u - im * v;
    h[i + 1] = cos * y + re * v + im * u;
    [x, y] = [cos * u - re * x - im * y, cos * v - re * y + im * x];
    i += 2;
  }
  h[i] = x;
  h[i + 1] = y;
}

function shiftDiagonal(h: Float64Array, n: number, first: number, last: number, re: number, im: number): void {
  for (let j = first; j <= last; j++) {
    const at = 2 * j * (n + 1);
    h[at] = h[at]! + re;
    h[at + 1] = h[at + 1]! + im;
  }
}
