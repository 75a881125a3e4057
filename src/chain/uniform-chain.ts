/** @file Ground states of chains without end: uniform matrix-product states by their variational equations (VUMPS). */

import { isReal } from '../engine/product-program.ts';
import { DomainError, ShapeError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { identityMatrix } from '../linalg/complex.ts';
import { hermitianPart } from '../linalg/differentiable.ts';
import { adjoint, multiply } from '../linalg/matrix.ts';
import { polarFactor } from '../linalg/polar.ts';
import { randomStream } from '../linalg/random.ts';
import { length, plus, times } from '../linalg/real-vector.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import { solution } from '../optimise/minimise.ts';
import type { Solution } from '../solution.ts';
import { termFactors, type UniformEnvironments, uniformEnvironments } from './uniform-environments.ts';
import { cut, grown, wholeMultiplets } from './uniform-growth.ts';
import { lowestBond, lowestSite } from './uniform-operators.ts';
import { tall, type UniformTensors, wide } from './uniform-tensors.ts';

/** How a uniform ground state is searched. */
export interface UniformOptions {
  /** Largest bond dimension. */
  readonly bond: number;
  /** Largest ‖A_C − A_L C‖, the norm of the energy's gradient; default 1e-10. */
  readonly tolerance?: number;
  /** Most iterations; default 500. */
  readonly maxSteps?: number;
  /** Seed of the random start; default 1. */
  readonly seed?: number;
  /** Smallest Schmidt value for which a bond has a state; default 1e-10. Tensors are determined to rounding divided by it. */
  readonly leastSchmidt?: number;
  /**
   * `real` (default for a real term), or `complex`: where complex conjugation acts on bonds as a spin ½, as for spins 1 among |x⟩, |y⟩, |z⟩,
   * real tensors need twice the bond.
   */
  readonly arithmetic?: 'real' | 'complex';
}

/** What an iteration has reached. */
export interface UniformStep {
  readonly step: number;
  /** Bond dimension so far. */
  readonly bond: number;
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
  /**
   * Why a bond has no more states: as many as were asked for; further Schmidt values are below the least; a multiplet, which would
   * not fit, would be cut; or the search ended before its steps were enough to grow.
   */
  readonly limit: 'bond' | 'schmidt' | 'multiplet' | 'steps';
}

/** Bond dimension of the random start. */
const START = 2;
/**
 * Gradient at which a bond grows, at most and relative to its smallest Schmidt value; and the latter where an iteration gains less than
 * half, as it does where part of a multiplet is there.
 */
const GROW = { at: 1e-6, relative: 1e-2, slow: 0.05 };

/**
 * The uniform ground state of H = Σ_k h_{k,k+1} on a chain without end, with one tensor for every site. A_C and C are the
 * lowest eigenvectors of the Hamiltonian as each is met by the rest; A_L and A_R follow from their polar factors. The
 * bond grows from two states to a quarter more than asked for, and is cut to whole multiplets: a chain with part of a multiplet is neither
 * symmetric nor found in few iterations.
 *
 * @param term - h, Hermitian, shape (d², d²), the left site more significant; fields shared out or put on one site
 * @returns `converged` where the gradient is within the tolerance
 * @throws {ShapeError | DomainError} a term that is not square of d² rows, not Hermitian; a bond dimension below 1, a least Schmidt value
 *   outside [0, 1)
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
  options: UniformOptions,
): Generator<UniformStep, Solution<UniformChain>> {
  const { bond, tolerance = 1e-10, maxSteps = 500, leastSchmidt = 1e-10 } = options;
  let iterate = randomStart(term, options);
  const factors = termFactors(term);
  let limit: UniformChain['limit'] | null = bond <= START ? 'bond' : null;
  let around: UniformEnvironments | undefined;
  for (let step = 1; ; step++) {
    const { tensors, gradient, smallest } = iterate;
    const accuracy = Math.max(1e-14, Math.min(1e-3, 1e-2 * smallest));
    const guess = around?.left.rows === tensors.centre.rows ? around : undefined;
    around = uniformEnvironments(tensors, factors, accuracy, guess);
    const { energy } = around;
    yield { step, bond: tensors.centre.rows, energy, gradient };
    const schmidt = singularValueDecomposition(tensors.centre).values;
    const isSettled = gradient <= (limit === null ? growingGradient(iterate, schmidt, bond, tolerance) : tolerance);
    if (isSettled && limit !== null) {
      return { value: { tensors, energy, gradient, schmidt, limit }, result: 'converged', steps: step };
    }
    if (step >= maxSteps) {
      if (schmidt.length <= bond) {
        return {
          value: { tensors, energy, gradient, schmidt, limit: limit ?? 'steps' },
          result: 'max-steps',
          steps: step,
        };
      }
      iterate = trimmed(iterate, schmidt, bond, leastSchmidt).iterate;
      limit = 'steps';
    } else if (isSettled) {
      const larger = schmidt.length <= bond ? enlarged(tensors, term, bond, leastSchmidt) : null;
      if (larger === null) ({ iterate, limit } = trimmed(iterate, schmidt, bond, leastSchmidt));
      else iterate = larger;
    } else {
      const fine = Math.max(1e-15, 0.1 * accuracy);
      const site = lowestSite(around, iterate.site, fine);
      const centre = lowestBond(tensors, factors, around, fine);
      iterate = { ...canonical({ site, centre }), previous: gradient };
    }
  }
}

/** Where an iteration stands. */
interface Iterate {
  readonly tensors: UniformTensors;
  /** A_C, D·d·D entries of norm 1. */
  readonly site: Float64Array;
  readonly gradient: number;
  /** The gradient before, if with the same bond. */
  readonly previous: number;
  /** What the next iteration must resolve. */
  readonly smallest: number;
}

function growingGradient(
  { gradient, previous }: Iterate,
  schmidt: Float64Array,
  bond: number,
  tolerance: number,
): number {
  const last = schmidt[Math.min(bond, schmidt.length) - 1]!;
  const share = gradient > previous / 2 ? GROW.slow : GROW.relative;
  return Math.max(tolerance, Math.min(GROW.at, share * last));
}

/** A bond of at most double, or eight more, and at most a quarter more than asked for; null where all further weights are below the least. */
function enlarged(tensors: UniformTensors, term: ComplexMatrix, bond: number, least: number): Iterate | null {
  const D = tensors.centre.rows;
  const most = Math.min(bond + Math.max(8, Math.ceil(bond / 4)), Math.max(2 * D, D + 8));
  const { tensors: larger, weights } = grown(tensors, term, most, least);
  if (weights.length === 0) return null;
  const site = multiply(tall(larger.left), larger.centre).interleaved;
  return { tensors: larger, site, gradient: Math.hypot(...weights), previous: Infinity, smallest: weights.at(-1)! };
}

/** The whole multiplets that are neither too many nor too light, and what ended them. */
function trimmed(iterate: Iterate, schmidt: Float64Array, bond: number, least: number) {
  const heavy = Math.max(1, schmidt.filter((s) => s >= least).length);
  const count = Math.max(1, wholeMultiplets(schmidt, Math.min(heavy, bond)));
  const limit: UniformChain['limit'] = count === bond ? 'bond' : heavy <= bond ? 'schmidt' : 'multiplet';
  return { iterate: count === schmidt.length ? iterate : canonical(cut(iterate.tensors, count)), limit };
}

function randomStart(term: ComplexMatrix, { bond, seed = 1, arithmetic, leastSchmidt = 0 }: UniformOptions): Iterate {
  const d = siteDimension(term);
  if (!(Number.isInteger(bond) && bond >= 1)) {
    throw new DomainError(`uniformGroundState: a bond dimension of 1 or more required, got ${bond}`);
  }
  if (!(leastSchmidt >= 0 && leastSchmidt < 1)) {
    throw new DomainError(`uniformGroundState: a least Schmidt value from 0 to below 1 required, got ${leastSchmidt}`);
  }
  const D = Math.min(bond, START);
  const stream = randomStream(seed, 'uniform chain');
  const site = new Float64Array(2 * D * D * d);
  const isComplex = arithmetic === 'complex' || !isReal(term.interleaved);
  for (let k = 0; k < site.length; k += isComplex ? 1 : 2) site[k] = stream.normal();
  return canonical({ site, centre: identityMatrix(D) });
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

/** A_L and A_R from the polar factors of A_C and C; both of norm 1. */
function canonical(found: { readonly site: Float64Array; readonly centre: ComplexMatrix }): Iterate {
  const { rows: D, interleaved } = found.centre;
  const shape = [D, found.site.length / (2 * D * D), D];
  const site = normalised(found.site);
  const centre = { ...found.centre, interleaved: normalised(interleaved) };
  const array = { shape, interleaved: site };
  const bond = polarFactor(centre);
  const turned = adjoint(polarFactor(adjoint(wide(array))));
  const left = { shape, interleaved: multiply(polarFactor(tall(array)), bond, { adjointB: true }).interleaved };
  const right = { shape, interleaved: multiply(bond, turned, { adjointA: true }).interleaved };
  const distance = (other: ComplexMatrix): number => length(plus(other.interleaved, -1, site));
  const gradient = Math.max(distance(multiply(tall(left), centre)), distance(multiply(centre, wide(right))));
  return { tensors: { left, right, centre }, site, gradient, previous: Infinity, smallest: gradient };
}

const normalised = (x: Float64Array): Float64Array => times(1 / length(x), x);
