/** @file The tensor of a chain without end in its canonical forms, and what its environments and effective operators are. */

import { currentEngine } from '../engine/engine.ts';
import type { ComplexArray, ComplexMatrix } from '../linalg/complex.ts';
import { identityMatrix } from '../linalg/complex.ts';
import { gmres } from '../linalg/gmres.ts';
import { addScaledMatrix, multiply, trace } from '../linalg/matrix.ts';

/** A uniform matrix-product state in mixed canonical form: A_L C = C A_R, with A_L an isometry and A_R a co-isometry. */
export interface UniformTensors {
  /** Axes (left bond, site, right bond). */
  readonly left: ComplexArray;
  readonly right: ComplexArray;
  /** C on a bond; its singular values are the Schmidt values. */
  readonly centre: ComplexMatrix;
}

/** The tensor as a matrix (left bond and site) × right bond. */
export const tall = ({ shape, interleaved }: ComplexArray): ComplexMatrix => ({
  rows: shape[0]! * shape[1]!,
  cols: shape[2]!,
  interleaved,
});

/** The tensor as a matrix left bond × (site and right bond). */
export const wide = ({ shape, interleaved }: ComplexArray): ComplexMatrix => ({
  rows: shape[0]!,
  cols: shape[1]! * shape[2]!,
  interleaved,
});

/** X ↦ Σ_s B^s† X A^s, bra bond × ket bond; B is A unless given. */
export function fromLeft(ket: ComplexArray, X: ComplexMatrix, bra = ket): ComplexMatrix {
  const half = multiply(X, wide(ket));
  return multiply(tall(bra), { ...tall(ket), interleaved: half.interleaved }, { adjointA: true });
}

/** X ↦ Σ_s A^s X B^s†, ket bond × bra bond; B is A unless given. */
export function fromRight(ket: ComplexArray, X: ComplexMatrix, bra = ket): ComplexMatrix {
  const half = multiply(tall(ket), X);
  return multiply({ ...wide(ket), interleaved: half.interleaved }, wide(bra), { adjointB: true });
}

/** Two neighbouring tensors with the term acting on them, as a matrix (left bond, site) × (site, right bond). */
export function withTerm(term: ComplexMatrix, first: ComplexArray, second: ComplexArray): ComplexMatrix {
  const [a, d] = first.shape as [number, number, number];
  const b = second.shape[2]!;
  const pair = multiply(tall(first), wide(second)).interleaved;
  const sites = currentEngine().permute(pair, [a, d * d, b], [1, 0, 2]);
  const moved = multiply(term, { rows: d * d, cols: a * b, interleaved: sites }).interleaved;
  return { rows: a * d, cols: d * b, interleaved: currentEngine().permute(moved, [d * d, a, b], [1, 0, 2]) };
}

/** Sums of all terms to the left and to the right of a bond, without their mean; (bra, ket) and (ket, bra). */
export interface UniformEnvironments {
  readonly energy: number;
  readonly left: ComplexMatrix;
  readonly right: ComplexMatrix;
}

/**
 * Energy of a bond and the sums of all other terms, Σ_k T^k(h − e), by solving (1 − T + |1)(ρ|) X = h − e.
 */
export function uniformEnvironments(
  { left, right, centre }: UniformTensors,
  term: ComplexMatrix,
  tolerance: number,
): UniformEnvironments {
  const pairLeft = multiply(tall(left), wide(left));
  const onLeft = withTerm(term, left, left);
  const D = centre.rows;
  const d = left.shape[1]!;
  const asPair = ({ interleaved }: ComplexMatrix, rows: number): ComplexMatrix => ({
    rows,
    cols: interleaved.length / 2 / rows,
    interleaved,
  });
  const hLeft = multiply(asPair(pairLeft, D * d * d), asPair(onLeft, D * d * d), { adjointA: true });
  const pairRight = multiply(tall(right), wide(right));
  const hRight = multiply(asPair(withTerm(term, right, right), D), asPair(pairRight, D), { adjointB: true });
  const [rhoRight, rhoLeft] = [
    multiply(centre, centre, { adjointB: true }), // fixed point on the right of A_L
    multiply(centre, centre, { adjointA: true }), // on the left of A_R
  ];
  const energy = trace(multiply(hLeft, rhoRight))[0];
  const sum = (
    h: ComplexMatrix,
    step: (X: ComplexMatrix) => ComplexMatrix,
    weight: (X: ComplexMatrix) => readonly [number, number],
  ): ComplexMatrix => {
    const [re, im] = weight(h);
    const b = addScaledMatrix(h, [-re, -im], identityMatrix(D));
    const matrix = (interleaved: Float64Array): ComplexMatrix => ({ rows: D, cols: D, interleaved });
    const apply = (x: Float64Array): Float64Array => {
      const X = matrix(x);
      const rest = addScaledMatrix(X, [-1, 0], step(X));
      return addScaledMatrix(rest, weight(X), identityMatrix(D)).interleaved;
    };
    return matrix(gmres(apply, b.interleaved, { tolerance }).value.x);
  };
  return {
    energy,
    left: sum(
      hLeft,
      (X) => fromLeft(left, X),
      (X) => trace(multiply(X, rhoRight)),
    ),
    right: sum(
      hRight,
      (X) => fromRight(right, X),
      (X) => trace(multiply(rhoLeft, X)),
    ),
  };
}

/** The effective Hamiltonian of the tensor at the centre: both terms that meet it, and the sums on either side. */
export function uniformSiteOperator({ left, right }: UniformTensors, term: ComplexMatrix, around: UniformEnvironments) {
  const { shape } = left;
  return (x: Float64Array): Float64Array => {
    const site = { shape, interleaved: x };
    const out = multiply(tall(left), withTerm(term, left, site), { adjointA: true }).interleaved;
    const second = multiply(withTerm(term, site, right), wide(right), { adjointB: true }).interleaved;
    const third = multiply(around.left, wide(site)).interleaved;
    const fourth = multiply(tall(site), around.right).interleaved;
    return out.map((value, k) => value + second[k]! + third[k]! + fourth[k]!);
  };
}

/** The effective Hamiltonian of the matrix on a bond. */
export function uniformBondOperator({ left, right }: UniformTensors, term: ComplexMatrix, around: UniformEnvironments) {
  const D = left.shape[0]!;
  return (x: Float64Array): Float64Array => {
    const matrix = { rows: D, cols: D, interleaved: x };
    const first = { shape: left.shape, interleaved: multiply(tall(left), matrix).interleaved };
    const acted = withTerm(term, first, right);
    const half = multiply(tall(left), acted, { adjointA: true });
    const across = multiply(half, wide(right), { adjointB: true }).interleaved;
    const before = multiply(around.left, matrix).interleaved;
    const after = multiply(matrix, around.right).interleaved;
    return across.map((value, k) => value + before[k]! + after[k]!);
  };
}
