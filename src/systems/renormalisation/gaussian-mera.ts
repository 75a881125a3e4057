/** @file The scale-invariant Gaussian MERA: critical free fermions by two matrices, optimised by their exact gradient. */

import { DomainError } from '../../errors.ts';
import { gaussianEntropy } from '../../gaussian/entropies.ts';
import { type GaussianState, restricted } from '../../gaussian/gaussian-state.ts';
import { checkQuadratic, type QuadraticHamiltonian } from '../../gaussian/quadratic-hamiltonian.ts';
import { EigenvalueDecomposition, Matrix } from '../../linalg/dense-real.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { randomStream } from '../../linalg/random.ts';
import { addReal } from '../../linalg/real-product.ts';
import { length } from '../../linalg/real-vector.ts';
import { lbfgs } from '../../optimise/lbfgs.ts';
import { minimised } from '../../optimise/minimise.ts';
import type { Objective } from '../../optimise/objective.ts';
import { orthogonalManifold } from '../../optimise/orthogonal.ts';
import type { Solution } from '../../solution.ts';
import { ascended, ascending, descended, descending, type GaussianLayer, layerGradient } from './gaussian-layer.ts';

/** How large, how long, from where. */
export interface GaussianMeraOptions {
  /** Sites of the chain in one of the network; default 2. The bond dimension is 2^(modes of the block). */
  readonly block?: number;
  /** Layers below the one that repeats itself; default 1. */
  readonly transitional?: number;
  /** Steps of L-BFGS; default 400. */
  readonly maxSteps?: number;
  /** Norm of the gradient to stop at; default 1e-9. */
  readonly gradientTolerance?: number;
  /** Seed of the start; default 1. */
  readonly seed?: number;
}

/** A scale-invariant state of an infinite chain. */
export interface GaussianMera {
  /** Majorana operators at each site of the network. */
  readonly majoranas: number;
  readonly transitional: readonly GaussianLayer[];
  readonly fixed: GaussianLayer;
}

/** A state and what speaks for it. */
export interface OptimisedGaussianMera {
  readonly mera: GaussianMera;
  /** Per site of the chain; no state has less than the ground state. */
  readonly energy: number;
  /** Scaling dimensions of Majorana operators, ascending: the certificate that a good energy is not. */
  readonly dimensions: readonly number[];
  /** 3(S(2) − S(1))/ln 2 of two sites and one of the layer that repeats itself, by their mean covariance: about c. */
  readonly centralCharge: number;
  readonly gradientNorm: number;
}

/** Change of the covariance at which a fixed point is found; correlations are contracted by 3^−Δ, Δ ≥ 1, in each layer. */
const FIXED = 1e-15;
const MOST_LAYERS = 200;

/**
 * The scale-invariant ternary MERA of Majorana operators with the least energy that L-BFGS finds on the orthogonal matrices, for
 * an infinite chain of fermions with a quadratic Hamiltonian Σ_j h_{j,j+1}.
 *
 * @param term - h of two neighbouring sites, of as many modes each
 * @returns the state, its energy and its spectrum. A wrong fixed point can have a good energy: the spectrum shows it
 * @throws {DomainError} bosons, an odd number of modes, blocks or layers that are not positive integers
 * @throws {ShapeError | DomainError} a malformed Hamiltonian
 *
 * O(q³) for each layer and step, q = 2 × modes of a block, for a bond dimension of 2^{q/2}.
 *
 * @see Evenbly & Vidal, arXiv:0710.0692 (2010); Evenbly & White, arXiv:1602.01166 (2016), for wavelets as such a network
 */
export function gaussianMera(
  term: QuadraticHamiltonian,
  { block = 2, transitional = 1, maxSteps = 400, gradientTolerance = 1e-9, seed = 1 }: GaussianMeraOptions = {},
): Solution<OptimisedGaussianMera> {
  checkTerm('gaussianMera', term, block, transitional);
  const q = term.modes * block;
  const manifold = orthogonalManifold(sizesOf(q, transitional));
  const objective = gaussianMeraObjective(term, { block, transitional });
  const start = startOf(q, transitional, seed, manifold.retract);
  const { value, result, steps } = minimised(objective, lbfgs({ manifold }), start, {
    maxSteps,
    gradientTolerance,
    manifold,
  });
  const mera = gaussianMeraOf(value.x, q);
  return {
    value: {
      mera,
      energy: value.evaluation.value,
      dimensions: majoranaDimensions(mera.fixed),
      centralCharge: centralChargeOf(mera.fixed),
      gradientNorm: length(manifold.project(value.x, value.evaluation.gradient)),
    },
    result,
    steps,
  };
}

/**
 * The energy per site as a function of the entries of the matrices, and its exact gradient: with Γ* the fixed point of the layer
 * that repeats itself, dE = Σ_layers ⟨H, dD(Γ)⟩, where H of that layer sums up the Hamiltonian at all scales,
 * H = Σ_k A^k(h).
 *
 * @returns of x, shape (P,): u, w of each transitional layer from the chain upwards, then of the one that repeats itself
 * @throws {ShapeError | DomainError} as `gaussianMera`
 */
export function gaussianMeraObjective(
  term: QuadraticHamiltonian,
  { block = 2, transitional = 1 }: Pick<GaussianMeraOptions, 'block' | 'transitional'> = {},
): Objective {
  checkTerm('gaussianMeraObjective', term, block, transitional);
  const q = term.modes * block;
  const h = blockedTerm(term, block);
  return (x) => {
    const { transitional: lower, fixed } = gaussianMeraOf(x, q);
    const top = fixedCovariance(fixed);
    // From the top to the chain, and back.
    const covariances = [top];
    for (const layer of lower.toReversed()) covariances.unshift(descended(layer, covariances[0]!));
    const slopes: GaussianLayer[] = [];
    let matrix = h;
    lower.forEach((layer, k) => {
      slopes.push(layerGradient(layer, covariances[k + 1]!, matrix));
      matrix = ascended(layer, matrix);
    });
    slopes.push(layerGradient(fixed, top, summedOverScales(fixed, matrix)));
    const gradient = new Float64Array(x.length);
    let offset = 0;
    for (const { data } of slopes.flatMap(({ disentangler, isometry }) => [disentangler, isometry])) {
      gradient.set(
        data.map((slope) => slope / 4),
        offset,
      );
      offset += data.length;
    }
    const energy = h.data.reduce((sum, entry, k) => sum + entry * covariances[0]!.data[k]!, 0) / 4;
    return { value: energy + term.constant, gradient };
  };
}

/** The network of a parameter vector. */
export function gaussianMeraOf(x: Float64Array, majoranas: number): GaussianMera {
  const q = majoranas;
  const matrix = (n: number, at: number): RealMatrix => ({ rows: n, cols: n, data: x.subarray(at, at + n * n) });
  const layers = Array.from({ length: x.length / (13 * q * q) }, (_, k) => ({
    disentangler: matrix(2 * q, 13 * q * q * k),
    isometry: matrix(3 * q, 13 * q * q * k + 4 * q * q),
  }));
  return { majoranas, transitional: layers.slice(0, -1), fixed: layers.at(-1)! };
}

/**
 * Scaling dimensions Δ = −log₃|λ| of Majorana operators, λ the eigenvalues of the map of the middle site of three, which no
 * disentangler reaches. The critical Ising chain has ½, ½, 3/2, 3/2 ….
 *
 * @returns ascending, shape (q,)
 */
export function majoranaDimensions({ isometry }: GaussianLayer): readonly number[] {
  const q = isometry.rows / 3;
  const rows = Array.from({ length: q }, (_, k) => [...isometry.data.subarray((q + k) * 3 * q, (q + k) * 3 * q + q)]);
  const { realEigenvalues, imaginaryEigenvalues } = new EigenvalueDecomposition(new Matrix(rows));
  return realEigenvalues
    .map((re, k) => -Math.log(Math.hypot(re, imaginaryEigenvalues[k]!)) / Math.log(3))
    .sort((a, b) => a - b);
}

/**
 * The covariance of two neighbouring sites that a layer leaves as it is, the scale-invariant state: on average over places.
 *
 * @returns shape (2q, 2q)
 */
export function fixedCovariance(layer: GaussianLayer): RealMatrix {
  const q = layer.isometry.rows / 3;
  const descend = descending(layer);
  let at: RealMatrix = { rows: 2 * q, cols: 2 * q, data: new Float64Array(4 * q * q) };
  for (let k = 0; k < MOST_LAYERS; k++) {
    const next = descend(at);
    const change = next.data.reduce((most, x, i) => Math.max(most, Math.abs(x - at.data[i]!)), 0);
    at = next;
    if (change <= FIXED) break;
  }
  return at;
}

/** S(2L) − S(L) = (c/3) ln 2. */
function centralChargeOf(layer: GaussianLayer): number {
  const covariance = fixedCovariance(layer);
  const modes = covariance.rows / 2;
  const two: GaussianState = { kind: 'gaussian', statistics: 'fermion', modes, covariance };
  const one = restricted(
    two,
    Array.from({ length: modes / 2 }, (_, mode) => mode),
  );
  return (3 * (gaussianEntropy(two) - gaussianEntropy(one))) / Math.LN2;
}

/** Σ_k A^k(h). */
function summedOverScales(layer: GaussianLayer, h: RealMatrix): RealMatrix {
  const ascend = ascending(layer);
  let [sum, part] = [h, h];
  for (let k = 0; k < MOST_LAYERS; k++) {
    part = ascend(part);
    sum = addReal(sum, 1, part);
    if (part.data.every((x) => Math.abs(x) <= FIXED)) break;
  }
  return sum;
}

/** h of two blocks, per site: bonds inside a block belong to two pairs of blocks, half to each. */
function blockedTerm({ matrix, modes }: QuadraticHamiltonian, block: number): RealMatrix {
  const [s, size] = [modes, 2 * modes * block];
  const data = new Float64Array(size * size);
  for (let bond = 0; bond < 2 * block - 1; bond++) {
    const weight = (bond === block - 1 ? 1 : 0.5) / block;
    for (let i = 0; i < 2 * s; i++) {
      for (let j = 0; j < 2 * s; j++) {
        const at = (bond * s + i) * size + bond * s + j;
        data[at] = data[at]! + weight * matrix.data[i * 2 * s + j]!;
      }
    }
  }
  return { rows: size, cols: size, data };
}

const sizesOf = (q: number, transitional: number): readonly number[] =>
  Array.from({ length: transitional + 1 }, () => [2 * q, 3 * q]).flat();

/** Random orthogonal matrices near the identity for u, anywhere for w. */
function startOf(
  q: number,
  transitional: number,
  seed: number,
  retract: (x: Float64Array, tangent: Float64Array) => Float64Array,
): Float64Array {
  const stream = randomStream(seed, 'Gaussian MERA');
  const sizes = sizesOf(q, transitional);
  const x = new Float64Array(13 * q * q * (transitional + 1));
  let offset = 0;
  sizes.forEach((n, k) => {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) {
        const value = stream.normal() * (k % 2 === 0 ? 0.1 : 1);
        x[offset + i * n + j] = value;
        x[offset + j * n + i] = -value;
      }
      x[offset + i * n + i] = 1;
    }
    offset += n * n;
  });
  return retract(x, new Float64Array(x.length));
}

function checkTerm(caller: string, term: QuadraticHamiltonian, block: number, transitional: number): void {
  checkQuadratic(caller, term);
  if (term.statistics !== 'fermion') throw new DomainError(`${caller}: fermions required, got bosons`);
  if (term.modes % 2 === 1) {
    throw new DomainError(`${caller}: a term of two sites with as many modes each required, got ${term.modes} modes`);
  }
  if (!(Number.isInteger(block) && block >= 1 && Number.isInteger(transitional) && transitional >= 0)) {
    throw new DomainError(
      `${caller}: a block ≥ 1 and transitional layers ≥ 0 required, got ${block} and ${transitional}`,
    );
  }
}
