/** @file The spectrum of a normal matrix, above all the eigenphases of a unitary one. */

import { rotate } from '../engine/plane-rotation.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexMatrix, type ComplexVector, zeroVector } from './complex.ts';
import { hermitianEigen } from './hermitian-eigen.ts';
import { addScaledMatrix, adjoint, frobeniusNorm, multiply, scaledMatrix } from './matrix.ts';

/** A = V·diag(values)·V†. */
export interface NormalEigen {
  /** Complex eigenvalues, in the order of their phases. */
  readonly values: ComplexVector;
  /** Phases of the eigenvalues in (−π, π], ascending, shape (n,), radians. */
  readonly phases: Float64Array;
  /** Orthonormal eigenvectors: column k belongs to values[k]. */
  readonly vectors: ComplexMatrix;
}

/** Any angle without a simple relation to π. */
const ANGLE = 0.7390851332151607;
/** The largest |AA† − A†A| relative to |A|² that counts as rounding. */
const NORMAL_TOLERANCE = 1e-8;

/**
 * Eigenvalues and orthonormal eigenvectors of a normal matrix, AA† = A†A (unitary, Hermitian, skew …). The
 * commuting Hermitian parts A = X + iY are diagonalised together: first cos(α)·X + sin(α)·Y for one angle α, then
 * Jacobi rotations where that combination was nearly degenerate. Orthonormal for degenerate phases too. O(n³).
 *
 * @param tolerance - acceptable error of the eigenvalues, relative to the root mean square of their moduli; default
 *                    rounding, which costs many rotations where eigenvalues lie close together
 * @throws {ShapeError} a is not square
 * @throws {DomainError} a is not normal, or not finite
 *
 * @see Bunse-Gerstner, Byers & Mehrmann, SIAM J. Matrix Anal. Appl. 14, 927 (1993)
 */
export function normalEigen(a: ComplexMatrix, tolerance = 4 * Number.EPSILON): NormalEigen {
  const n = a.rows;
  checkNormal(a);
  // cos(α)·X + sin(α)·Y is the Hermitian part of e^{−iα}·A.
  const turned = scaledMatrix([Math.cos(ANGLE) / 2, -Math.sin(ANGLE) / 2], a);
  const { vectors } = hermitianEigen(addScaledMatrix(turned, [1, 0], adjoint(turned)));
  const nearlyDiagonal = multiply(vectors, multiply(a, vectors), { adjointA: true });
  // Rows of V† and of D = V†AV, turned together in place.
  const d = nearlyDiagonal.interleaved;
  const v = adjoint(vectors).interleaved;
  const negligible = (tolerance * frobeniusNorm(a)) / Math.sqrt(Math.max(1, n));
  for (let sweep = 0, turned = true; turned && sweep < 10; sweep++) {
    turned = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) if (decouple(d, v, n, p, q, negligible)) turned = true;
    }
  }
  const unsorted = Float64Array.from({ length: n }, (_, k) => phase(d[2 * k * (n + 1)]!, d[2 * k * (n + 1) + 1]!));
  const order = Array.from(unsorted.keys()).sort((i, j) => unsorted[i]! - unsorted[j]!);
  const values = zeroVector(n);
  const rows = new Float64Array(2 * n * n);
  order.forEach((from, k) => {
    values.interleaved.set(d.subarray(2 * from * (n + 1), 2 * from * (n + 1) + 2), 2 * k);
    rows.set(v.subarray(2 * from * n, 2 * (from + 1) * n), 2 * k * n);
  });
  const phases = Float64Array.from(order, (k) => unsorted[k]!);
  return { values, phases, vectors: adjoint({ rows: n, cols: n, interleaved: rows }) };
}

/**
 * Principal logarithm of a unitary matrix: the Hermitian H with U = exp(iH) and eigenvalues in (−π, π]. O(n³).
 *
 * @throws {ShapeError} u is not square
 * @throws {DomainError} u is not normal, or not finite
 */
export function unitaryLogarithm(u: ComplexMatrix): ComplexMatrix {
  const { phases, vectors } = normalEigen(u);
  const weighted = vectors.interleaved.map((x, k) => x * phases[(k >> 1) % phases.length]!);
  return multiply({ ...vectors, interleaved: weighted }, vectors, { adjointB: true });
}

/** The angle of x + iy in (−π, π]. */
function phase(x: number, y: number): number {
  const angle = Math.atan2(y, x);
  return angle === -Math.PI ? Math.PI : angle;
}

/**
 * Turns the pair (p, q) of basis vectors so that D_pq and D_qp of a normal matrix vanish as far as possible; false if
 * they are negligible. The 2 × 2 block is m·1 + (a vector of complex numbers)·(Pauli matrices); the real and imaginary
 * parts of that vector are parallel for an exactly normal block, and the rotation takes them to the third axis.
 *
 * @see Cardoso & Souloumiac, SIAM J. Matrix Anal. Appl. 17, 161 (1996)
 */
function decouple(d: Float64Array, v: Float64Array, n: number, p: number, q: number, negligible: number): boolean {
  const pq = 2 * (p * n + q);
  const qp = 2 * (q * n + p);
  const size = Math.hypot(d[pq]!, d[pq + 1]!, d[qp]!, d[qp + 1]!);
  if (size <= negligible) return false;
  const pp = 2 * p * (n + 1);
  const qq = 2 * q * (n + 1);
  // Twice the Bloch vectors of the block: x = D_pq + D_qp, y = i(D_pq − D_qp), z = D_pp − D_qq.
  const re = [d[pq]! + d[qp]!, d[qp + 1]! - d[pq + 1]!, d[pp]! - d[qq]!];
  const im = [d[pq + 1]! + d[qp + 1]!, d[pq]! - d[qp]!, d[pp + 1]! - d[qq + 1]!];
  const gram = re.flatMap((_, i) => re.map((_, j) => re[i]! * re[j]! + im[i]! * im[j]!));
  const { vectors } = hermitianEigen({ rows: 3, cols: 3, interleaved: Float64Array.from(gram.flatMap((g) => [g, 0])) });
  const axis = [0, 1, 2].map((i) => vectors.interleaved[2 * (3 * i + 2)]!); // of the largest eigenvalue
  const sign = axis[2]! < 0 ? -1 : 1; // the smaller rotation
  const cos = Math.sqrt((1 + sign * axis[2]!) / 2);
  const sre = (sign * axis[0]!) / (2 * cos);
  const sim = (sign * axis[1]!) / (2 * cos);
  if (Math.hypot(sre, sim) <= Number.EPSILON / 4) return false;
  // New basis vectors p' = cos·p + s·q, q' = −s̄·p + cos·q with s = sre + i·sim; D ← G†DG, V† ← G†V†.
  rotate(v, 2 * p * n, 2 * q * n, 2, n, [cos, sre, -sim]);
  rotate(d, 2 * p * n, 2 * q * n, 2, n, [cos, sre, -sim]);
  rotate(d, 2 * p, 2 * q, 2 * n, n, [cos, sre, sim]);
  return true;
}

function checkNormal(a: ComplexMatrix): void {
  if (a.rows !== a.cols) throw new ShapeError(`normalEigen: a square matrix required, got ${a.rows}×${a.cols}`);
  const size = frobeniusNorm(a);
  if (!Number.isFinite(size)) throw new DomainError(`normalEigen: finite entries required, got norm ${size}`);
  const commutator = addScaledMatrix(multiply(a, a, { adjointB: true }), [-1, 0], multiply(a, a, { adjointA: true }));
  if (frobeniusNorm(commutator) > NORMAL_TOLERANCE * size * size) {
    throw new DomainError(`normalEigen: AA† = A†A required, got a commutator of norm ${frobeniusNorm(commutator)}`);
  }
}
