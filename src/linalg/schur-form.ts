/** @file The Schur form A = QTQ†: any square matrix is unitarily equivalent to an upper triangular one. */

import { DomainError } from '../errors.ts';
import { type Complex, type ComplexMatrix, type ComplexVector, zeroVector } from './complex.ts';
import { hessenbergForm } from './hessenberg-form.ts';
import { type PlaneRotation, rotate, rotationOf } from './plane-rotation.ts';

/** A = Q·T·Q†, both n × n and column-major, interleaved: entry (i, j) begins at 2(jn + i). */
export interface SchurForm {
  readonly size: number;
  /** Upper triangular T; the eigenvalues are on its diagonal. */
  readonly form: Float64Array;
  /** Unitary Q; its first k columns span an invariant subspace for every k. Empty if not asked for. */
  readonly vectors: Float64Array;
}

/** Steps without a new eigenvalue after which the shift is replaced by an exceptional one. */
const PATIENCE = 10;
/** Most steps for one eigenvalue; two or three are usual. */
const MOST_STEPS = 120;

/**
 * The Schur form by the QR algorithm with Wilkinson's shifts on the Hessenberg form, backward stable. O(n³).
 *
 * @param a - square and finite
 * @param withVectors - false: only the diagonal of T is meaningful, at a third of the cost
 * @throws {DomainError} an eigenvalue does not settle within 120 steps, which no matrix is known to cause
 *
 * @see Golub & Van Loan, Matrix Computations, 4th ed., sect. 7.5
 */
export function schurForm(a: ComplexMatrix, withVectors = true): SchurForm {
  const largest = a.interleaved.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const unit = largest === 0 ? 1 : 2 ** Math.floor(Math.log2(largest)); // so that no product leaves the range
  const scaled = { ...a, interleaved: a.interleaved.map((x) => x / unit) };
  const { size: n, form, vectors } = hessenbergForm(scaled, withVectors);
  const scale = Math.sqrt(form.reduce((sum, x) => sum + x * x, 0));
  let steps = 0;
  for (let last = n - 1; last > 0; ) {
    const first = startOfBlock(form, n, last, scale);
    if (first === last) {
      last--;
      steps = 0;
      continue;
    }
    if (++steps > MOST_STEPS) {
      throw new DomainError(`schurForm: eigenvalue ${last} within ${MOST_STEPS} steps required, got none`);
    }
    const shift = steps % PATIENCE === 0 ? exceptionalShift(form, n, last) : wilkinsonShift(form, n, last);
    qrStep(form, vectors, n, first, last, shift);
  }
  return { size: n, form: form.map((x) => x * unit), vectors };
}

/** The eigenvalues T_kk, in the order of the diagonal. */
export function diagonalOf({ size: n, form }: SchurForm): ComplexVector {
  const out = zeroVector(n);
  for (let k = 0; k < n; k++) out.interleaved.set(form.subarray(2 * k * (n + 1), 2 * k * (n + 1) + 2), 2 * k);
  return out;
}

/**
 * Exchanges the neighbouring eigenvalues k and k + 1 of the diagonal, in place.
 *
 * @see Golub & Van Loan, sect. 7.6.2
 */
export function exchangeNeighbours({ size: n, form, vectors }: SchurForm, k: number): void {
  const upper = 2 * k * (n + 1);
  const lower = 2 * (k + 1) * (n + 1);
  const right = 2 * ((k + 1) * n + k);
  const [a, b, c, d] = [form[upper]!, form[upper + 1]!, form[lower]!, form[lower + 1]!];
  const rotation = rotationOf(form[right]!, form[right + 1]!, c - a, d - b);
  for (let j = k; j < n; j++) rotate(form, 2 * (j * n + k), 2 * (j * n + k + 1), 2, 1, rotation);
  const [cos, re, im] = rotation;
  rotate(form, 2 * k * n, 2 * (k + 1) * n, 2, k + 2, [cos, re, -im]);
  rotate(vectors, 2 * k * n, 2 * (k + 1) * n, 2, vectors.length === 0 ? 0 : n, [cos, re, -im]);
  form.set([c, d, 0, 0], upper);
  form.set([a, b], lower);
}

/** The first row of the unreduced block that ends at `last`; what is negligible on the subdiagonal becomes zero. */
function startOfBlock(form: Float64Array, n: number, last: number, scale: number): number {
  for (let k = last; k > 0; k--) {
    const below = 2 * ((k - 1) * n + k);
    const here = modulus(form, 2 * k * (n + 1)) + modulus(form, 2 * (k - 1) * (n + 1));
    if (modulus(form, below) <= Number.EPSILON * (here === 0 ? scale : here)) {
      form.fill(0, below, below + 2);
      return k;
    }
  }
  return 0;
}

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
