/** @file Krylov–Schur iterations to the dominant eigenpairs, over the reals or the complex numbers. */

import { DomainError } from '../errors.ts';
import type { Result, Solution } from '../solution.ts';
import { type ComplexVector, complexVector, zeroMatrix } from './complex.ts';
import { type EigenvalueOrder, eigenvalueRank } from './eigenvalue-order.ts';
import { type KrylovArithmetic, normaliseIn } from './krylov-arithmetic.ts';
import { expand, type KrylovSpace, type RitzValues, restart } from './krylov-schur.ts';
import { frobeniusNorm, multiply } from './matrix.ts';
import { randomStream } from './random.ts';
import { triangularEigenvectors } from './triangular-eigenvectors.ts';
import { addScaled, norm, normalised } from './vector.ts';

/** A real linear operator by its action; the argument must not be changed. */
export type RealLinearMap = (x: Float64Array) => Float64Array;

/** How a search for dominant eigenvalues is made. */
export interface DominantOptions {
  /** How many eigenvalues; default 1. */
  readonly count?: number;
  /** Which come first: the largest `modulus` (default) or the largest `real-part`. */
  readonly order?: EigenvalueOrder;
  /** Largest residual of the wanted invariant subspace, relative to the largest |λ| met; default 1e-12. */
  readonly tolerance?: number;
  /** Most applications of the operator; default 5000. */
  readonly maxSteps?: number;
  /** Vectors kept in memory; default max(22, 2·count + 12). */
  readonly basisSize?: number;
  /**
   * Search on from a random vector for further members of multiplets, of which one Krylov space contains a single one;
   * default true if count > 1.
   */
  readonly completeMultiplets?: boolean;
}

/** Right eigenvectors with their eigenvalues. */
export interface Eigenpairs {
  readonly values: ComplexVector;
  readonly vectors: readonly ComplexVector[];
  readonly residuals: Float64Array;
}

/**
 * The dominant right eigenvectors in real or complex arithmetic, by `arnoldi`.
 *
 * @param count - how many, in place of that of the options
 */
export function dominantEigenpairs(
  arithmetic: KrylovArithmetic,
  apply: RealLinearMap,
  start: Float64Array,
  options: DominantOptions,
  count: number,
): Solution<Eigenpairs> {
  const { order = 'modulus', tolerance = 1e-12, maxSteps = 5000, completeMultiplets = count > 1 } = options;
  const dimension = arithmetic.real ? start.length : start.length / 2;
  const size = Math.min(dimension, Math.max(options.basisSize ?? Math.max(22, 2 * count + 12), count + 4));
  const first = start.slice();
  const length = normaliseIn(arithmetic, first);
  if (!(length > 0 && length < Infinity)) {
    throw new DomainError(`arnoldi: a finite non-zero start required, got norm ${length}`);
  }
  const stream = randomStream(0, 'arnoldi');
  const space: KrylovSpace = {
    arithmetic,
    basis: [first],
    projected: zeroMatrix(0, 0),
    coupling: zeroMatrix(1, 0),
  };
  let steps = 0;
  let scale = 0;
  let previous: number | undefined; // the last wanted rank, while multiplets are completed
  for (;;) {
    steps += size - space.projected.rows;
    const ritz = expand(apply, space, size, order, stream);
    const rank = (k: number): number => eigenvalueRank(ritz.values, k, order);
    for (let k = 0; k < size; k++) scale = Math.max(scale, eigenvalueRank(ritz.values, k, 'modulus'));
    const rounding = 2 * Number.EPSILON * frobeniusNorm(space.projected);
    const bound = Math.max((tolerance * scale) / 4, rounding); // leaves room for rounding
    const found = ritz.residuals[count - 1]! <= bound;
    const gap = count < size ? Math.max(rank(count - 1) - rank(count), 1e-3 * scale) : 0;
    const settled = count >= size || ritz.residuals[count]! <= gap;
    const complete =
      !completeMultiplets ||
      size === dimension ||
      (previous !== undefined && settled && rank(count - 1) <= previous + 1e-9 * scale);
    if ((found && complete) || steps >= maxSteps) {
      const value = eigenpairs(apply, space, ritz, count, bound);
      const result = !(found && complete) ? 'max-steps' : resultOf(value.residuals, tolerance * scale);
      return { value, result, steps: steps + count };
    }
    if (found && (previous === undefined || settled)) {
      previous = rank(count - 1);
      restart(space, ritz, count, stream);
    } else restart(space, ritz, Math.floor((size + count) / 2));
  }
}

const resultOf = (residuals: Float64Array, limit: number): Result =>
  residuals.every((residual) => residual <= limit) ? 'converged' : 'stalled';

/** The first eigenvectors within the basis, with their true residuals. */
function eigenpairs(
  apply: RealLinearMap,
  { arithmetic, basis }: KrylovSpace,
  { values, schur }: RitzValues,
  count: number,
  bound: number,
): Eigenpairs {
  const { size } = schur;
  const found = { length: count, interleaved: values.interleaved.slice(0, 2 * count) };
  if (arithmetic.real) {
    for (let k = 1; k < 2 * count; k += 2) {
      if (Math.abs(found.interleaved[k]!) <= bound) found.interleaved[k] = 0;
    }
  }
  const rows = triangularEigenvectors(schur.form, size);
  const inBasis = multiply(rows, { rows: size, cols: size, interleaved: schur.vectors }).interleaved;
  const vectors = Array.from({ length: count }, (_, k) => {
    const weights = inBasis.subarray(2 * k * size, 2 * (k + 1) * size);
    const realValue = arithmetic.real && found.interleaved[2 * k + 1] === 0;
    return combined(arithmetic, basis, realValue ? realMultiple(weights) : weights);
  });
  const residuals = Float64Array.from(vectors, (x, k) => {
    const image = applied(arithmetic, apply, x);
    return norm(addScaled(image, [-found.interleaved[2 * k]!, -found.interleaved[2 * k + 1]!], x));
  });
  return { values: found, vectors, residuals };
}

/** c·weights with |c| = 1 such that they become real, which eigenvectors of real eigenvalues can be made. */
function realMultiple(weights: Float64Array): Float64Array {
  let [re, im] = [0, 0];
  for (let i = 0; i < weights.length; i += 2) {
    re += weights[i]! ** 2 - weights[i + 1]! ** 2;
    im += 2 * weights[i]! * weights[i + 1]!;
  }
  const angle = Math.atan2(im, re) / 2; // of Σ w² = c̄²·(a positive number)
  const out = new Float64Array(weights.length);
  for (let i = 0; i < weights.length; i += 2) {
    out[i] = Math.cos(angle) * weights[i]! + Math.sin(angle) * weights[i + 1]!;
  }
  return out;
}

/** Σ_i weights_i·basis_i, of norm 1. */
function combined(arithmetic: KrylovArithmetic, basis: readonly Float64Array[], weights: Float64Array): ComplexVector {
  const parts = [new Float64Array(basis[0]!.length), new Float64Array(basis[0]!.length)] as const;
  basis.forEach((vector, i) => {
    const [re, im] = [weights[2 * i]!, weights[2 * i + 1]!];
    if (arithmetic.real) {
      arithmetic.addTo(parts[0], re, 0, vector);
      arithmetic.addTo(parts[1], im, 0, vector);
    } else arithmetic.addTo(parts[0], re, im, vector);
  });
  return normalised(arithmetic.real ? complexVector(...parts) : { length: parts[0].length / 2, interleaved: parts[0] });
}

/** A·x for a complex x. */
function applied(
  { real }: KrylovArithmetic,
  apply: RealLinearMap,
  { length, interleaved }: ComplexVector,
): ComplexVector {
  if (!real) return { length, interleaved: apply(interleaved) };
  const part = (offset: number): Float64Array => Float64Array.from({ length }, (_, i) => interleaved[2 * i + offset]!);
  const imaginary = part(1);
  return complexVector(apply(part(0)), imaginary.some((x) => x !== 0) ? apply(imaginary) : imaginary);
}
