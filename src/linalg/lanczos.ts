/** @file The lowest eigenpairs of a Hermitian operator that is known only by its action. */

import { DomainError, ShapeError } from '../errors.ts';
import type { Result, Solution } from '../solution.ts';
import { type ComplexVector, zeroMatrix } from './complex.ts';
import { hermitianEigen } from './hermitian-eigen.ts';
import { type LinearMap, lanczosStep, normalise, orthogonalise, turnBasis } from './krylov.ts';
import { type RandomStream, randomStream, randomVector } from './random.ts';
import { addScaled, norm } from './vector.ts';

export interface LanczosOptions {
  /** How many of the lowest eigenpairs; default 1. */
  readonly count?: number;
  /** Largest residual ‖Hx − Ex‖, relative to the largest |E| met; default 1e-12. */
  readonly tolerance?: number;
  /** Most applications of the operator; default 5000. */
  readonly maxSteps?: number;
  /** Vectors kept in memory; default max(22, 2·count + 12). */
  readonly basisSize?: number;
  /**
   * Search the orthogonal complement of the result, from a random vector, for members of degenerate multiplets that
   * one Krylov space cannot contain; default true if count > 1.
   */
  readonly completeMultiplets?: boolean;
}

/** Eigenvalues ascending, with orthonormal eigenvectors and residuals ‖Hx − Ex‖. */
export interface LowestEigenpairs {
  readonly values: Float64Array;
  readonly vectors: readonly ComplexVector[];
  readonly residuals: Float64Array;
}

/**
 * The lowest eigenpairs of a Hermitian operator H by the thick-restart Lanczos method with full reorthogonalisation, in
 * bounded memory. A sector that `start` is exactly orthogonal to is reached only by `completeMultiplets`; a random
 * start avoids this. O(basisSize·dimension) on top of each application of H.
 *
 * @param apply - x ↦ Hx, Hermitian
 * @param start - any vector that is not zero
 * @returns `converged` if every residual is within tolerance, `stalled` if rounding prevents that, `max-steps`
 * @throws {DomainError} the start is zero, or the start or the operator is not finite
 * @throws {ShapeError} more eigenpairs are wanted than exist
 *
 * @see Wu & Simon, SIAM J. Matrix Anal. Appl. 22, 602 (2000)
 */
export function lanczos(
  apply: LinearMap,
  start: ComplexVector,
  options: LanczosOptions = {},
): Solution<LowestEigenpairs> {
  const dimension = start.length;
  const { count = 1, tolerance = 1e-12, maxSteps = 5000, completeMultiplets = count > 1 } = options;
  const size = Math.min(dimension, Math.max(options.basisSize ?? Math.max(22, 2 * count + 12), count + 3));
  if (!(count >= 1 && count <= dimension)) {
    throw new ShapeError(`lanczos: between 1 and ${dimension} eigenpairs required, got ${count}`);
  }
  const length = norm(start);
  if (!(length > 0 && length < Infinity)) {
    throw new DomainError(`lanczos: a finite non-zero start required, got norm ${length}`);
  }
  const stream = randomStream(0, 'lanczos');
  const space: Space = { basis: [start.interleaved.map((x) => x / length)], ritz: [], couplings: [] };
  let steps = 0;
  let scale = 0;
  let result: Result = 'max-steps';
  let previous: readonly number[] | undefined; // the values whose completeness is being checked
  for (;;) {
    const cycle = expand(apply, space, size, stream);
    steps += cycle.steps;
    scale = Math.max(scale, ...cycle.values.map(Math.abs));
    const bound = (tolerance * scale) / 4; // leaves room for rounding
    const small = (k: number): boolean => k >= cycle.values.length || cycle.residuals[k]! <= bound;
    const wanted = cycle.values.slice(0, count);
    const settled = (k: number): boolean =>
      small(k) || cycle.residuals[k]! <= 1e-3 * (cycle.values[k]! - cycle.values[k - 1]!);
    const found = wanted.every((_, k) => small(k)) && (previous === undefined || settled(count));
    const complete =
      !completeMultiplets || cycle.exhausted || previous?.every((value, k) => wanted[k]! >= value - 4 * bound);
    if (found && complete) result = 'converged';
    else if (steps < maxSteps) {
      if (found) previous = wanted;
      restart(space, cycle, found ? count : Math.floor((size + count) / 2), found ? stream : undefined);
      continue;
    }
    turnBasis(space.basis, cycle.rotation, count);
    space.basis.length = count;
    const value = measured(apply, wanted, space.basis);
    if (result === 'converged' && value.residuals.some((r) => r > tolerance * scale)) result = 'stalled';
    return { value, result, steps: steps + count };
  }
}

/** An orthonormal basis: Ritz vectors from earlier cycles, and last the vector that continues the recursion. */
interface Space {
  readonly basis: Float64Array[];
  /** Ritz values of basis[0 … ritz.length − 1]. */
  ritz: readonly number[];
  /** ⟨basis_i|H|basis[ritz.length]⟩. */
  couplings: readonly number[];
}

/** The Rayleigh–Ritz result on a full basis. */
interface Cycle {
  readonly values: readonly number[];
  readonly residuals: readonly number[];
  /** Ritz vectors in terms of the basis, row by row. */
  readonly rotation: readonly Float64Array[];
  /** The unit vector that continues the recursion, and its coupling to the last basis vector. */
  readonly next: Float64Array;
  readonly coupling: number;
  /** The basis spans the whole space. */
  readonly exhausted: boolean;
  readonly steps: number;
}

/** Lanczos steps until the basis is full; then Rayleigh–Ritz. */
function expand(apply: LinearMap, space: Space, size: number, stream: RandomStream): Cycle {
  const { basis, ritz } = space;
  const projected = zeroMatrix(size, size);
  const couple = (i: number, j: number, value: number): void => {
    projected.interleaved[2 * (i * size + j)] = value;
    projected.interleaved[2 * (j * size + i)] = value;
  };
  ritz.forEach((value, i) => {
    couple(i, i, value);
  });
  let couplings = space.couplings;
  let scale = Math.max(0, ...ritz.map(Math.abs));
  let next = basis[0]!;
  let coupling = 0;
  const first = ritz.length;
  for (let j = first; j < size; j++) {
    couplings.forEach((value, i) => {
      couple(i, j, value);
    });
    const step = lanczosStep(apply, basis, couplings);
    couple(j, j, step.diagonal);
    scale = Math.max(scale, Math.abs(step.diagonal), step.coupling);
    next = step.remainder;
    coupling = step.coupling;
    if (coupling > 8 * Number.EPSILON * scale) {
      if (coupling < 1e-3 * scale) orthogonalise(next, basis); // small remainders amplify rounding errors
      normalise(next);
    } else {
      coupling = 0; // an invariant subspace: go on in a random direction outside it
      if (basis.length < next.length / 2) next = fresh(next.length / 2, basis, stream);
    }
    if (j + 1 < size) {
      basis.push(next);
      couplings = Array.from({ length: j + 1 }, (_, i) => (i === j ? coupling : 0));
    }
  }
  const { values, vectors } = hermitianEigen(projected);
  const rotation = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (_, k) => vectors.interleaved[2 * (i * size + k)]!),
  );
  const exhausted = size === next.length / 2;
  if (exhausted) coupling = 0;
  const residuals = Array.from(rotation[size - 1]!, (y) => Math.abs(coupling * y));
  return { values: [...values], residuals, rotation, next, coupling, exhausted, steps: size - first };
}

/** Keeps the lowest Ritz vectors and what continues the recursion, or a random vector in its place. */
function restart(space: Space, cycle: Cycle, kept: number, random?: RandomStream): void {
  const { basis } = space;
  const last = cycle.rotation[cycle.rotation.length - 1]!;
  turnBasis(basis, cycle.rotation, kept);
  basis.length = kept;
  space.ritz = cycle.values.slice(0, kept);
  space.couplings = Array.from({ length: kept }, (_, k) => (random === undefined ? cycle.coupling * last[k]! : 0));
  basis.push(random === undefined ? cycle.next : fresh(cycle.next.length / 2, basis, random));
}

/** A random unit vector orthogonal to the basis. */
function fresh(length: number, basis: readonly Float64Array[], stream: RandomStream): Float64Array {
  const { interleaved } = randomVector(length, stream);
  for (let pass = 0; pass < 3; pass++) {
    orthogonalise(interleaved, basis);
    normalise(interleaved);
  }
  return interleaved;
}

/** The eigenpairs with their true residuals. */
function measured(apply: LinearMap, values: readonly number[], basis: readonly Float64Array[]): LowestEigenpairs {
  const vectors = basis.map((interleaved) => ({ length: interleaved.length / 2, interleaved }));
  for (const { interleaved } of vectors) normalise(interleaved);
  const residuals = Float64Array.from(vectors, (x, k) => norm(addScaled(apply(x), [-values[k]!, 0], x)));
  return { values: Float64Array.from(values), vectors, residuals };
}
