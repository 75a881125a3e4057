/** @file Volumes and dihedral angles of one simplex from its squared edge lengths, in any signature. */

import { DomainError, ShapeError } from '../errors.ts';
import type { Complex } from '../linalg/complex.ts';
import { denseMatrix, determinant, solveReal } from '../linalg/dense-real.ts';
import type { RealMatrix } from '../linalg/matrix.ts';

/**
 * Inner products g_ij = (s_0i + s_0j − s_ij)/2 of the edges from vertex 0, for squared lengths s.
 *
 * @throws {ShapeError} the table is not symmetric with a vanishing diagonal
 */
function gramMatrix({ rows, cols, data }: RealMatrix, order: readonly number[]): number[][] {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j <= i; j++) {
      const fits = Number.isFinite(data[i * cols + j]) && data[i * cols + j] === data[j * cols + i];
      if (rows !== cols || !fits || (i === j && data[i * cols + i] !== 0)) {
        throw new ShapeError(
          'simplex: a symmetric table of finite squared lengths with zeros on its diagonal required',
        );
      }
    }
  }
  const s = (i: number, j: number): number => data[order[i]! * cols + order[j]!]!;
  const others = order.slice(1).map((_, k) => k + 1);
  return others.map((i) => others.map((j) => (s(0, i) + s(0, j) - s(i, j)) / 2));
}

const inOrder = (n: number): readonly number[] => Array.from({ length: n }, (_, k) => k);

/**
 * Squared volume of a simplex of dimension d, det g/(d!)²; negative where the simplex does not fit into Euclidean space.
 *
 * @param squaredLengths - s_ij between the d + 1 vertices
 * @throws {ShapeError} the table is not symmetric with a vanishing diagonal
 */
export function squaredVolume(squaredLengths: RealMatrix): number {
  const gram = gramMatrix(squaredLengths, inOrder(squaredLengths.rows));
  const d = gram.length;
  if (d === 0) return 1;
  let factorial = 1;
  for (let k = 2; k <= d; k++) factorial *= k;
  return determinant(denseMatrix({ rows: d, cols: d, data: Float64Array.from(gram.flat()) })) / factorial ** 2;
}

/**
 * The dihedral angle of a simplex at a hinge, the face of all vertices but i and j. With a and b the parts orthogonal
 * to the hinge of the edges from it to i and j,
 *
 *     θ = −i log[(a·b + i √(a²b² − (a·b)²)) / (√a² √b²)],   √(−x) = i √x.
 *
 * It is real in Euclidean space; in Minkowski space a boost is imaginary, and each light ray that is crossed adds π/2, so
 * that the angles around a point add up to 2π in every signature.
 *
 * @param squaredLengths - s_ij between the d + 1 vertices, timelike ones negative
 * @returns (Re θ, Im θ), radians
 * @throws {ShapeError} the table is not symmetric with a vanishing diagonal
 * @throws {DomainError} two different vertices are required, a hinge that is not null, and no null part orthogonal to it: an infinite boost
 * @see Asante, Dittrich & Padua-Argüelles, Class. Quantum Grav. 38, 195002 (2021)
 */
export function dihedralAngle(squaredLengths: RealMatrix, i: number, j: number): Complex {
  const n = squaredLengths.rows;
  const hinge = inOrder(n).filter((v) => v !== i && v !== j);
  if (hinge.length !== n - 2 || n < 3) {
    throw new DomainError(`dihedralAngle: two different vertices below ${n} required, got ${i} and ${j}`);
  }
  const gram = gramMatrix(squaredLengths, [...hinge, i, j]);
  const inner = n - 3;
  const [p, q] = [inner, inner + 1];
  const orthogonal = (x: number, y: number): number => gram[x]![y]! - projected(gram, inner, x, y);
  const [aa, bb, ab] = [orthogonal(p, p), orthogonal(q, q), orthogonal(p, q)];
  const scale = Math.max(...gram.flat().map(Math.abs));
  if (!(Math.min(Math.abs(aa), Math.abs(bb)) > 1e-13 * scale)) {
    throw new DomainError(
      `dihedralAngle: edges that are not null across the hinge [${hinge}] required, got squares ${aa} and ${bb}`,
    );
  }
  return angleBetween(aa, bb, ab);
}

/** What the span of the first vectors takes up of g_xy: g_xH g_HH⁻¹ g_Hy. */
function projected(gram: readonly (readonly number[])[], inner: number, x: number, y: number): number {
  if (inner === 0) return 0;
  const span = gram.slice(0, inner).map((row) => row.slice(0, inner));
  const squared = denseMatrix({ rows: inner, cols: inner, data: Float64Array.from(span.flat()) });
  const scale = Math.max(...span.flat().map(Math.abs)) ** inner;
  if (!(Math.abs(determinant(squared)) > 1e-13 * scale)) {
    throw new DomainError('dihedralAngle: a hinge of nonzero volume required, got a null one');
  }
  const right = denseMatrix({ rows: inner, cols: 1, data: Float64Array.from(gram.slice(0, inner), (row) => row[y]!) });
  const solved = solveReal(squared, right);
  let sum = 0;
  for (let k = 0; k < inner; k++) sum += gram[x]![k]! * solved.get(k, 0);
  return sum;
}

function angleBetween(aa: number, bb: number, ab: number): Complex {
  const root = (x: number): Complex => (x >= 0 ? [Math.sqrt(x), 0] : [0, Math.sqrt(-x)]);
  const [re, im] = root(aa * bb - ab * ab);
  // a·b + i√…, and division by √a²√b², which is real, imaginary, or negative.
  const [x, y] = [ab - im, re];
  const [[ar, ai], [br, bi]] = [root(aa), root(bb)];
  const [cr, ci] = [ar * br - ai * bi, ar * bi + ai * br];
  const square = cr * cr + ci * ci;
  const [u, v] = [(x * cr + y * ci) / square, (y * cr - x * ci) / square];
  // Angles lie between 0 and π; the absolute value keeps −0 from turning π into −π.
  return [Math.atan2(Math.abs(v), u), -Math.log(Math.hypot(u, v))];
}
