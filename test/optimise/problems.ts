/** @file Functions with known minima, on which every optimiser is tried. */

import type { ComplexMatrix } from '../../src/linalg/complex.ts';
import { hermitianEigen } from '../../src/linalg/hermitian-eigen.ts';
import { addScaledMatrix, adjoint, multiply, type RealMatrix, trace } from '../../src/linalg/matrix.ts';
import { polarFactor } from '../../src/linalg/polar.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { flatSpace, type Manifold } from '../../src/optimise/manifold.ts';
import type { Objective } from '../../src/optimise/objective.ts';
import { type ManifoldPart, productManifold } from '../../src/optimise/stiefel.ts';

/** A function, a start, and its least value. */
export interface Problem {
  readonly name: string;
  readonly objective: Objective;
  readonly start: Float64Array;
  readonly least: number;
  readonly manifold: Manifold;
  /** A metric in which the problem is round: the Gauss–Newton matrix where there is one, else the identity. */
  readonly metric: (x: Float64Array) => RealMatrix;
  readonly parts: readonly ManifoldPart[];
}

/** Rosenbrock's chained valley Σ 100(x_{k+1} − x_k²)² + (1 − x_k)², least value 0 at (1, …, 1). */
export const rosenbrock: Objective = (x) => {
  let value = 0;
  const gradient = new Float64Array(x.length);
  for (let k = 0; k + 1 < x.length; k++) {
    const bend = x[k + 1]! - x[k]! ** 2;
    const rest = 1 - x[k]!;
    value += 100 * bend ** 2 + rest ** 2;
    gradient[k] = gradient[k]! - 400 * bend * x[k]! - 2 * rest;
    gradient[k + 1] = gradient[k + 1]! + 200 * bend;
  }
  return { value, gradient };
};

/** ½Σ (k + 1)·(x_k − 1)², least value 0: condition number P. */
export const quadratic: Objective = (x) => ({
  value: x.reduce((sum, value, k) => sum + ((k + 1) * (value - 1) ** 2) / 2, 0),
  gradient: x.map((value, k) => (k + 1) * (value - 1)),
});

/** −Σ cos(x_k): convex only near its minimum −P. */
const cosines: Objective = (x) => ({
  value: x.reduce((sum, value) => sum - Math.cos(value), 0),
  gradient: x.map(Math.sin),
});

const stream = randomStream(7, 'problems');
const ginibre = (rows: number, cols: number): ComplexMatrix => ({
  rows,
  cols,
  interleaved: Float64Array.from({ length: 2 * rows * cols }, () => stream.normal()),
});

/** A random Hermitian matrix with entries of order one. */
export function randomHermitian(size: number): ComplexMatrix {
  const a = ginibre(size, size);
  return addScaledMatrix(a, [1, 0], adjoint(a));
}

const isometry = (rows: number, columns: number): Float64Array => {
  const u = randomUnitary(rows, stream).interleaved;
  return Float64Array.from({ length: 2 * rows * columns }, (_, k) => {
    const row = Math.floor(k / (2 * columns));
    return u[2 * row * rows + (k % (2 * columns))]!;
  });
};

/** Re Tr W†HW over isometries: its minimum is the sum of the lowest eigenvalues (Ky Fan). */
export function rayleighQuotient(h: ComplexMatrix, columns: number, retraction: 'qr' | 'polar'): Problem {
  const parts: readonly ManifoldPart[] = [{ kind: 'stiefel', offset: 0, rows: h.rows, columns, retraction }];
  const objective: Objective = (x) => {
    const w = { rows: h.rows, cols: columns, interleaved: x };
    const hw = multiply(h, w);
    return { value: trace(multiply(w, hw, { adjointA: true }))[0], gradient: hw.interleaved.map((g) => 2 * g) };
  };
  const least = hermitianEigen(h)
    .values.slice(0, columns)
    .reduce((sum, value) => sum + value, 0);
  const start = isometry(h.rows, columns);
  return {
    name: `Rayleigh quotient (${retraction})`,
    objective,
    start,
    least,
    manifold: productManifold(parts),
    metric: euclidean,
    parts,
  };
}

/** ½‖W − A‖² over isometries, beside ½‖y − 1‖² over a flat part: the minimum is at the polar factor of A. */
export function procrustes(rows: number, columns: number): Problem & { readonly closest: ComplexMatrix } {
  const a = ginibre(rows, columns);
  const size = 2 * rows * columns;
  const parts: readonly ManifoldPart[] = [
    { kind: 'flat', offset: 0, size: 3 },
    { kind: 'stiefel', offset: 3, rows, columns },
  ];
  const goal = Float64Array.from([1, 1, 1, ...a.interleaved]);
  const objective: Objective = (x) => ({
    value: x.reduce((sum, value, k) => sum + (value - goal[k]!) ** 2 / 2, 0),
    gradient: x.map((value, k) => value - goal[k]!),
  });
  const closest = polarFactor(a);
  const least = objective(Float64Array.from([1, 1, 1, ...closest.interleaved])).value;
  const start = new Float64Array(3 + size);
  start.set(isometry(rows, columns), 3);
  return {
    name: 'Procrustes',
    objective,
    start,
    least,
    manifold: productManifold(parts),
    metric: euclidean,
    parts,
    closest,
  };
}

const euclidean = (x: Float64Array): RealMatrix => diagonal(x.map(() => 1));

const diagonal = (data: Float64Array): RealMatrix => {
  const size = data.length;
  return {
    rows: size,
    cols: size,
    data: Float64Array.from({ length: size * size }, (_, k) => (k % (size + 1) === 0 ? data[k / (size + 1)]! : 0)),
  };
};

/** 2JᵀJ for the residuals 10(x_{k+1} − x_k²) and 1 − x_k. */
const gaussNewton = (x: Float64Array): RealMatrix => {
  const { rows, cols, data } = diagonal(new Float64Array(x.length));
  const add = (i: number, j: number, value: number): void => {
    data[i * cols + j] = data[i * cols + j]! + value;
  };
  for (let k = 0; k + 1 < x.length; k++) {
    add(k, k, 2 + 800 * x[k]! ** 2);
    add(k, k + 1, -400 * x[k]!);
    add(k + 1, k, -400 * x[k]!);
    add(k + 1, k + 1, 200);
  }
  return { rows, cols, data };
};

const flat = (
  name: string,
  objective: Objective,
  start: Float64Array,
  least: number,
  metric: (x: Float64Array) => RealMatrix,
): Problem => ({ name, objective, start, least, metric, manifold: flatSpace, parts: [] });

/** The table of problems. */
export const PROBLEMS: readonly Problem[] = [
  flat('Rosenbrock, 2 parameters', rosenbrock, Float64Array.of(-1.2, 1), 0, gaussNewton),
  flat(
    'Rosenbrock, 50 parameters',
    rosenbrock,
    Float64Array.from({ length: 50 }, (_, k) => (k % 2 === 0 ? -1.2 : 1)),
    0,
    gaussNewton,
  ),
  flat('quadratic, condition number 20', quadratic, new Float64Array(20), 0, (x) => diagonal(x.map((_, k) => k + 1))),
  flat(
    'cosines',
    cosines,
    Float64Array.from({ length: 6 }, (_, k) => 0.4 * k - 1.1),
    -6,
    euclidean,
  ),
  rayleighQuotient(randomHermitian(8), 3, 'polar'),
  rayleighQuotient(randomHermitian(8), 3, 'qr'),
  procrustes(6, 3),
];
