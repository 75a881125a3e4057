/**
 * @file The end point of a sliced path as a condition c(x) = 0, with its Jacobian J = LQ: what moves the end point and what
 * does not, measured by how far the path moves.
 */

import { choleskySolver, Matrix } from '../../linalg/dense-real.ts';
import { addTo, dot, length, plus, times } from '../../linalg/real-vector.ts';
import { innerProduct, scaledVector } from '../../linalg/vector.ts';
import { missOf, type PathProblem, runPath } from '../../path/state-path.ts';
import { frameWithin } from './horizontal-frame.ts';

/** c and J at a path x, in coordinates of the vectors that are orthogonal to the target: 2ⁿ⁺¹ − 2, or of symmetric ones. */
export interface EndPointJacobian {
  /** L⁻¹c: in orthonormal coordinates, how far the path has to move to mend a miss c. */
  readonly natural: (miss: Float64Array) => Float64Array;
  /** Qᵀy: the move of the path with these coordinates. */
  readonly moveOf: (coordinates: Float64Array) => Float64Array;
  /** (1 − QᵀQ)v: the part of v that does not move the end point. */
  readonly tangential: (v: Float64Array) => Float64Array;
  /** Qv: how much of v moves the end point. */
  readonly coordinatesOf: (v: Float64Array) => Float64Array;
  /** L⁻ᵀλ: the p with p·c = λ·L⁻¹c, in the coordinates of c. */
  readonly costateOf: (lambda: Float64Array) => Float64Array;
  /**
   * The p for which v + Jᵀp is tangential, as a vector of amplitudes, interleaved: of all, for a path with a symmetry may have
   * many, about the shortest.
   */
  readonly multiplier: (v: Float64Array) => Float64Array;
  /** v ↦ (1 + 2μJᵀJ)⁻¹v, about the inverse Hessian of ½|x|² + μ|c|²; undefined where rounding leaves none. */
  readonly preconditioner: (weight: number) => ((v: Float64Array) => Float64Array) | undefined;
}

/** c at x. */
export function missAt(problem: PathProblem, x: Float64Array): Float64Array {
  const { to, sums } = problem;
  return frameWithin(to.interleaved, sums?.states).coordinatesOf(missOf(to, runPath(problem, x).end).interleaved);
}

/** A row of J that leaves less than this share of itself to the rows before is one of their combinations. */
const RANK_TOLERANCE = 1e-10;

/**
 * J = LQ with a lower triangular L and orthonormal rows Q. A direction of the end point that nothing moves, as on a path with
 * a symmetry, is left out: there Q is 0, and L infinite.
 *
 * Cost of 2ⁿ⁺¹ gradients, and O(4ⁿ · unknowns).
 */
export function endPointJacobian(problem: PathProblem, x: Float64Array): EndPointJacobian {
  const { rows, vectorOf } = jacobianRows(problem, x);
  const { L, Q } = triangular(rows);
  return {
    natural: (miss) => solvedLower(L, miss),
    moveOf: (coordinates) => combined(Q, coordinates, x.length),
    tangential: (v) => plus(v, -1, combined(Q, shared(Q, v), v.length)),
    coordinatesOf: (v) => shared(Q, v),
    costateOf: (lambda) => solvedUpper(L, lambda),
    multiplier: (v) => vectorOf(shortestSolution(L, times(-1, shared(Q, v)))),
    preconditioner: (weight) => {
      const inverse = choleskySolver(penalised(L, weight));
      if (inverse === undefined) return undefined;
      return (v) => {
        const share = shared(Q, v);
        return plus(v, -1, combined(Q, plus(share, -1, inverse(share)), v.length));
      };
    },
  };
}

/** 1 + 2μLᵀL, without directions that do not move. */
function penalised(L: readonly Float64Array[], weight: number): Matrix {
  const matrix = Matrix.eye(L.length, L.length);
  const columns = L.map((_, a) => Float64Array.from(L, (row) => (Number.isFinite(row[a]!) ? row[a]! : 0)));
  columns.forEach((column, a) => {
    for (let b = 0; b <= a; b++) {
      const value = 2 * weight * dot(column, columns[b]!);
      matrix.set(a, b, matrix.get(a, b) + value);
      if (b < a) matrix.set(b, a, value);
    }
  });
  return matrix;
}

/** Rows that are made orthogonal to those before together: memory is read once for all of them. */
const BLOCK = 8;
/** A row that has lost all but this share is made orthogonal once more, for rounding. */
const LITTLE = 0.1;

/** L and Q of the rows of J, by Gram and Schmidt. */
function triangular(rows: readonly Float64Array[]): {
  readonly L: readonly Float64Array[];
  readonly Q: readonly Float64Array[];
} {
  const L = rows.map(() => new Float64Array(rows.length));
  const rest = rows.map((row) => row.slice());
  const Q: Float64Array[] = [];
  const project = (from: number, which: readonly number[]): void => {
    const directions = Q.slice(from);
    const shares = directions.map((q) => which.map((a) => dot(q, rest[a]!)));
    directions.forEach((q, k) => {
      which.forEach((a, i) => {
        const share = shares[k]![i]!;
        addTo(rest[a]!, -share, q);
        L[a]![from + k] = L[a]![from + k]! + share;
      });
    });
  };
  const orthogonalise = (from: number, which: readonly number[]): void => {
    const sizes = which.map((a) => length(rest[a]!));
    project(from, which);
    project(
      from,
      which.filter((a, i) => length(rest[a]!) < LITTLE * sizes[i]!),
    );
  };
  for (let start = 0; start < rows.length; start += BLOCK) {
    const block = rows.slice(start, start + BLOCK).map((_, i) => start + i);
    orthogonalise(0, block);
    for (const a of block) {
      orthogonalise(start, [a]);
      const size = length(rest[a]!);
      const moves = size > RANK_TOLERANCE * length(rows[a]!);
      L[a]![a] = moves ? size : Infinity;
      Q.push(moves ? times(1 / size, rest[a]!) : new Float64Array(rest[a]!.length));
    }
  }
  return { L, Q };
}

/** ∂c/∂x row by row, and coordinates as vectors of amplitudes. */
function jacobianRows(
  problem: PathProblem,
  x: Float64Array,
): { readonly rows: readonly Float64Array[]; readonly vectorOf: (coordinates: Float64Array) => Float64Array } {
  const { to, sums } = problem;
  const run = runPath(problem, x);
  const { vectorOf, size } = frameWithin(to.interleaved, sums?.states);
  const [re, im] = innerProduct(to, run.end);
  const modulus = Math.hypot(re, im);
  const turn = modulus > 0 ? ([re / modulus, im / modulus] as const) : ([1, 0] as const);
  const units = Array.from({ length: size }, (_, k) => {
    const unit = new Float64Array(size);
    unit[k] = 1;
    return scaledVector(turn, { length: to.length, interleaved: vectorOf(unit) });
  });
  return { rows: run.pullbacks(units), vectorOf };
}

/** Σ_a c_a q_a. */
function combined(Q: readonly Float64Array[], c: ArrayLike<number>, size: number): Float64Array {
  const sum = new Float64Array(size);
  Q.forEach((q, a) => {
    addTo(sum, c[a]!, q);
  });
  return sum;
}

const shared = (Q: readonly Float64Array[], x: Float64Array): Float64Array => Float64Array.from(Q, (q) => dot(q, x));

/** L⁻¹c. */
function solvedLower(L: readonly Float64Array[], c: Float64Array): Float64Array {
  const y = c.slice();
  for (let a = 0; a < y.length; a++) {
    for (let b = 0; b < a; b++) y[a] = y[a]! - L[a]![b]! * y[b]!;
    y[a] = y[a]! / L[a]![a]!;
  }
  return y;
}

/** Of the regularised solutions, the share of what v has in the span of J that may be left, and the steps towards less. */
const [LEFT, SMALLEST_RIDGE] = [1e-9, 1e-15];

/**
 * The shortest p, about, with Lᵀp = b: iterated Tikhonov regularisation, p ← p + (LLᵀ + ρ)⁻¹L(b − Lᵀp), with smaller and
 * smaller ρ until little is left.
 */
function shortestSolution(L: readonly Float64Array[], b: Float64Array): Float64Array {
  const rows = L.map((row, a) => (Number.isFinite(row[a]!) ? row : row.map((value, k) => (k === a ? 0 : value))));
  const gram = rows.map((row, a) => Float64Array.from(rows, (other, c) => (c <= a ? dot(row, other) : 0)));
  gram.forEach((row, a) => {
    for (let c = a + 1; c < row.length; c++) row[c] = gram[c]![a]!;
  });
  const goal = LEFT * length(b);
  let p: Float64Array = new Float64Array(b.length);
  let rest = b;
  for (let ridge = 1e-4; length(rest) > goal && ridge > SMALLEST_RIDGE; ridge /= 100) {
    const matrix = new Matrix(gram);
    for (let a = 0; a < p.length; a++) matrix.set(a, a, matrix.get(a, a) + ridge);
    const inverse = choleskySolver(matrix);
    if (inverse === undefined) break;
    p = plus(p, 1, inverse(Float64Array.from(rows, (row) => dot(row, rest))));
    rest = plus(b, -1, combined(rows, p, b.length));
  }
  return p;
}

/** L⁻ᵀc. */
function solvedUpper(L: readonly Float64Array[], c: Float64Array): Float64Array {
  const y = c.slice();
  for (let a = y.length - 1; a >= 0; a--) {
    y[a] = y[a]! / L[a]![a]!;
    for (let b = 0; b < a; b++) y[b] = y[b]! - L[a]![b]! * y[a]!;
  }
  return y;
}
