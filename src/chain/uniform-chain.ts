/** @file Ground states of chains without end: uniform matrix-product states by their variational equations (VUMPS). */

import { DomainError, ShapeError } from '../errors.ts';
import { arnoldi } from '../linalg/arnoldi.ts';
import type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
import { identityMatrix } from '../linalg/complex.ts';
import { hermitianPart } from '../linalg/differentiable.ts';
import { lowestKrylov } from '../linalg/krylov-ground-state.ts';
import { adjoint, multiply } from '../linalg/matrix.ts';
import { polarFactor } from '../linalg/polar.ts';
import { randomStream, randomVector } from '../linalg/random.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import { solution } from '../optimise/minimise.ts';
import type { Solution } from '../solution.ts';
import {
  fromLeft,
  tall,
  type UniformTensors,
  uniformBondOperator,
  uniformEnvironments,
  uniformSiteOperator,
  wide,
} from './uniform-tensors.ts';

/** How a uniform ground state is searched. */
export interface UniformOptions {
  /** Bond dimension. */
  readonly bond: number;
  /** Largest ‖A_C − A_L C‖, the norm of the energy's gradient; default 1e-10. */
  readonly tolerance?: number;
  /** Most iterations; default 500. */
  readonly maxSteps?: number;
  /** Seed of the random start; default 1. */
  readonly seed?: number;
}

/** What an iteration has reached. */
export interface UniformStep {
  readonly step: number;
  /** Energy per site. */
  readonly energy: number;
  /** ‖A_C − A_L C‖ or ‖A_C − C A_R‖, the greater. */
  readonly gradient: number;
}

/** A uniform ground state. */
export interface UniformChain {
  readonly tensors: UniformTensors;
  /** Energy per site. */
  readonly energy: number;
  readonly gradient: number;
  /** Schmidt values of a cut, descending. */
  readonly schmidt: Float64Array;
}

/** Most Lanczos vectors for each tensor; with a few dozen critical chains are not followed, and the iteration wanders. */
const KRYLOV = 100;

/**
 * The uniform ground state of H = Σ_k h_{k,k+1} on a chain without end, with one tensor for every site. A_C and C are the
 * lowest eigenvectors of the Hamiltonian as each is met by the rest; A_L and A_R follow from their polar factors.
 *
 * @param term - h, Hermitian, shape (d², d²), the left site more significant; fields shared out or put on one site
 * @returns `converged` where the gradient is within the tolerance
 * @throws {ShapeError | DomainError} a term that is not square of d² rows, not Hermitian; a bond dimension below 1
 *
 * Cost of an iteration O(d² D³), some hundreds of products. Ground states that break translations by one site are not
 * reached: turn every second site first (for the Heisenberg chain Y on every second spin).
 *
 * @see Zauner-Stauber, Vanderstraeten, Fishman, Verstraete & Haegeman, Phys. Rev. B 97, 045145 (2018)
 */
export function uniformGroundState(term: ComplexMatrix, options: UniformOptions): Solution<UniformChain> {
  return solution(uniformSteps(term, options));
}

/** `uniformGroundState` with a step for each iteration. */
export function* uniformSteps(
  term: ComplexMatrix,
  { bond, tolerance = 1e-10, maxSteps = 500, seed = 1 }: UniformOptions,
): Generator<UniformStep, Solution<UniformChain>> {
  const d = siteDimension(term);
  if (!(Number.isInteger(bond) && bond >= 1)) {
    throw new DomainError(`uniformGroundState: a bond dimension of 1 or more required, got ${bond}`);
  }
  let centre = identityMatrix(bond);
  let site = randomVector(bond * bond * d, randomStream(seed, 'uniform chain')).interleaved;
  for (let step = 1; ; step++) {
    const tensors = canonical(site, centre, d);
    const gradient = mismatch(tensors, site);
    const accuracy = Math.max(1e-14, Math.min(1e-3, 1e-2 * gradient));
    const around = uniformEnvironments(tensors, term, accuracy);
    const { energy } = around;
    yield { step, energy, gradient };
    if (gradient <= tolerance || step >= maxSteps) {
      const schmidt = singularValueDecomposition(tensors.centre).values;
      const value = { tensors, energy, gradient, schmidt };
      return { value, result: gradient <= tolerance ? 'converged' : 'max-steps', steps: step };
    }
    const fine = Math.max(1e-15, 0.1 * accuracy);
    site = lowestKrylov(uniformSiteOperator(tensors, term, around), site, KRYLOV, fine).vector;
    const next = lowestKrylov(uniformBondOperator(tensors, term, around), centre.interleaved, KRYLOV, fine).vector;
    centre = { rows: bond, cols: bond, interleaved: next };
  }
}

function siteDimension({ rows, cols, interleaved }: ComplexMatrix): number {
  const d = Math.round(Math.sqrt(rows));
  if (rows !== cols || d * d !== rows) {
    throw new ShapeError(`uniformGroundState: a term of d² × d² entries required, got ${rows} × ${cols}`);
  }
  const { interleaved: symmetric } = hermitianPart({ rows, cols, interleaved });
  const defect = interleaved.reduce((most, x, k) => Math.max(most, Math.abs(x - symmetric[k]!)), 0);
  if (!(defect <= 1e-10)) throw new DomainError(`uniformGroundState: h = h† required, got a defect of ${defect}`);
  return d;
}

/** A_L and A_R from the polar factors of A_C and C; C of norm 1. */
function canonical(site: Float64Array, centre: ComplexMatrix, d: number): UniformTensors {
  const D = centre.rows;
  const shape = [D, d, D];
  const array = { shape, interleaved: site };
  const norm = Math.sqrt(centre.interleaved.reduce((sum, x) => sum + x * x, 0));
  const bond = polarFactor(centre);
  const left = multiply(polarFactor(tall(array)), bond, { adjointB: true });
  const turned = adjoint(polarFactor(adjoint(wide(array))));
  const right = multiply(bond, turned, { adjointA: true });
  return {
    left: { shape, interleaved: left.interleaved },
    right: { shape, interleaved: right.interleaved },
    centre: { ...centre, interleaved: centre.interleaved.map((x) => x / norm) },
  };
}

function mismatch({ left, right, centre }: UniformTensors, site: Float64Array): number {
  const scale = Math.sqrt(site.reduce((sum, x) => sum + x * x, 0));
  const distance = (other: Float64Array): number =>
    Math.sqrt(other.reduce((sum, x, k) => sum + (x - site[k]! / scale) ** 2, 0));
  return Math.max(
    distance(multiply(tall(left), centre).interleaved),
    distance(multiply(centre, wide(right)).interleaved),
  );
}

/** The largest eigenvalues of the transfer matrix, and the length that follows. */
export interface TransferSpectrum {
  /** By modulus, descending; the first is 1. */
  readonly values: ComplexVector;
  /** ξ = −1/ln|λ₂|, in sites: how far connected correlations reach; ∞ for a degenerate state. */
  readonly correlationLength: number;
}

/**
 * The spectrum of X ↦ Σ_s A^s† X A^s of a uniform chain: connected correlations at distance r are sums of λ_k^{r−1}. ξ grows with the
 * bond dimension towards that of the ground state.
 *
 * @param count - how many; default 4
 */
export function transferSpectrum({ tensors }: UniformChain, count = 4): TransferSpectrum {
  const { left, centre } = tensors;
  const D = centre.rows;
  const apply = ({ length, interleaved }: ComplexVector): ComplexVector => ({
    length,
    interleaved: fromLeft(left, { rows: D, cols: D, interleaved }).interleaved,
  });
  const start = randomVector(D * D, randomStream(1, 'transfer spectrum'));
  const { values } = arnoldi(apply, start, { count: Math.min(count, D * D) }).value;
  const second = D === 1 ? 0 : Math.hypot(values.interleaved[2]!, values.interleaved[3]!);
  return { values, correlationLength: -1 / Math.log(Math.min(1, second)) };
}
