/** @file Coordinates of the turns of a path's end, in which what the path has not reached yet stands apart. */

import type { RealMatrix } from '../../linalg/matrix.ts';
import { multiplyReal, realIdentity } from '../../linalg/real-product.ts';
import { bandedExponential } from './banded-rotation.ts';
import { valuesOf } from './rotation-series.ts';
import { skewCoordinates } from './two-sided-derivatives.ts';
import { isOneSided } from './two-sided-gradient.ts';
import type { TwoSidedProblem } from './two-sided-path.ts';

/** Eigenvectors of a symmetric B, B² = 1, those of +1 first: columns, shape (d, d). */
export interface EndFrame {
  readonly vectors: RealMatrix;
  readonly plus: number;
}

/** Sites on the side of a tile of coordinates. */
const TILE = 7;
/** Least of what is left of a projector's diagonal for one more vector: it is 0 or of the order of 1. */
const LEAST_PIVOT = 1e-6;

/** D, the coordinates of a turn of the end. */
export function endCoordinates(problem: TwoSidedProblem): number {
  const { size } = problem;
  const plane = startFrame(problem);
  return plane === null ? (size * (size - 1)) / 2 : plane.plus * (size - plane.plus);
}

/**
 * The frame of the end of a path that is one-sided and symmetric, or null: local eigenvectors of its start, those in the middle of the chain
 * first, carried along the path. In it a turn in slice k stands as what the path has made of it *up to* k, which is local where the path has not
 * reached.
 */
export function endFrame(problem: TwoSidedProblem, x: Float64Array): EndFrame | null {
  const frame = startFrame(problem);
  if (frame === null) return null;
  const { size, slices, sides } = problem;
  let { vectors } = frame;
  for (let k = 0; k < slices; k++) {
    vectors = multiplyReal({ ...vectors, data: bandedExponential(sides[0], valuesOf(sides[0], x, k), size) }, vectors);
  }
  return { ...frame, vectors };
}

function startFrame(problem: TwoSidedProblem): EndFrame | null {
  const { from, size } = problem;
  const isSymmetric = from.data.every((value, i) => value === from.data[(i % size) * size + Math.floor(i / size)]);
  if (!isOneSided(problem) || !isSymmetric) return null;
  const one = realIdentity(size).data;
  const [above, below] = [1, -1].map((sign) =>
    localBasis({ ...from, data: one.map((value, i) => (value + sign * from.data[i]!) / 2) }),
  ) as [Float64Array[], Float64Array[]];
  const columns = [...above, ...below];
  const data = Float64Array.from(one, (_, i) => columns[i % size]![Math.floor(i / size)]!);
  return { vectors: { ...from, data }, plus: above.length };
}

/**
 * Orthonormal vectors that span the range of a projector and are as local as it is, by Cholesky's decomposition with pivots: P = RRᵀ = P² makes
 * RᵀR = 1. Those in the middle come first.
 */
function localBasis({ rows: n, data }: RealMatrix): Float64Array[] {
  const rest = Float64Array.from({ length: n }, (_, i) => data[i * (n + 1)]!);
  const found: { readonly vector: Float64Array; readonly distance: number }[] = [];
  for (;;) {
    const pivot = rest.reduce((most, value, i) => (value > rest[most]! ? i : most), 0);
    if (!(rest[pivot]! > LEAST_PIVOT)) break;
    const column = data.slice(pivot * n, (pivot + 1) * n);
    for (const { vector } of found) {
      for (let i = 0; i < n; i++) column[i] = column[i]! - vector[pivot]! * vector[i]!;
    }
    const size = Math.sqrt(column[pivot]!);
    const vector = column.map((value) => value / size);
    for (let i = 0; i < n; i++) rest[i] = rest[i]! - vector[i]! * vector[i]!;
    found.push({ vector, distance: Math.abs(2 * pivot - n + 1) });
  }
  return found.sort((a, b) => a.distance - b.distance).map(({ vector }) => vector);
}

/** The coordinates of the antisymmetric part of a matrix: its block between the two eigenspaces, or its entries i < j. */
export function coordinatesOf(turn: RealMatrix, frame: EndFrame | null): Float64Array {
  const d = turn.rows;
  if (frame === null) return skewCoordinates(turn.data, d);
  const { data } = multiplyReal(multiplyReal(frame.vectors, turn, { transposeA: true }), frame.vectors);
  return Float64Array.from({ length: frame.plus * (d - frame.plus) }, (_, at) => {
    const [i, j] = [Math.floor(at / (d - frame.plus)), frame.plus + (at % (d - frame.plus))];
    return (data[i * d + j]! - data[j * d + i]!) / 2;
  });
}

/** The antisymmetric matrix with these coordinates, shape (d, d). */
export function turnOf(coordinates: Float64Array, d: number, frame: EndFrame | null): RealMatrix {
  const data = new Float64Array(d * d);
  for (let i = 0, at = 0; i < (frame?.plus ?? d); i++) {
    for (let j = frame?.plus ?? i + 1; j < d; j++, at++) {
      data[i * d + j] = coordinates[at]!;
      data[j * d + i] = -coordinates[at]!;
    }
  }
  const turn: RealMatrix = { rows: d, cols: d, data };
  if (frame === null) return turn;
  return multiplyReal(multiplyReal(frame.vectors, turn), frame.vectors, { transposeB: true });
}

/** The coordinates in groups of neighbours: of the block between the eigenspaces squares, else one group. */
export function coordinateTiles(problem: TwoSidedProblem, frame: EndFrame | null): readonly Int32Array[] {
  if (frame === null) return [Int32Array.from({ length: endCoordinates(problem) }, (_, at) => at)];
  const [rows, cols] = [frame.plus, problem.size - frame.plus];
  const pieces = (count: number): readonly (readonly number[])[] =>
    Array.from({ length: Math.ceil(count / TILE) }, (_, t) =>
      Array.from({ length: Math.min(TILE, count - t * TILE) }, (_i, i) => t * TILE + i),
    );
  return pieces(rows).flatMap((some) =>
    pieces(cols).map((others) => Int32Array.from(some.flatMap((i) => others.map((j) => i * cols + j)))),
  );
}
