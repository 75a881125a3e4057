/**
 * @file The metrics of quantum state space that no noise can increase. Classically there is one (Čencov); quantum
 * mechanically one for every operator monotone function f with f(t) = t·f(1/t), f(1) = 1.
 */

import { DomainError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { gramMatrix, multiply, type RealMatrix, realPart } from '../linalg/matrix.ts';
import type { DensityTangent } from './density-tangent.ts';

/** Morozova–Čencov functions c(x, y) = 1/(y·f(x/y)) for eigenvalues x, y ≥ 0 that do not both vanish. */
const MOROZOVA_CHENTSOV = {
  /** Symmetric logarithmic derivative, f = (1 + t)/2: the least. */
  SLD: (x: number, y: number): number => 2 / (x + y),
  /** A quarter of it: the metric of the Bures distance, not normalised to f(1) = 1. */
  Bures: (x: number, y: number): number => 1 / (2 * (x + y)),
  /** Bogoliubov–Kubo–Mori, f = (t − 1)/log t: the Hessian of the relative entropy. */
  BKM: (x: number, y: number): number => logarithmicMean(x, y),
  /** Right logarithmic derivative, f = 2t/(1 + t): the greatest. */
  RLD: (x: number, y: number): number => (1 / x + 1 / y) / 2,
  /** Wigner–Yanase skew information, f = (1 + √t)²/4: the sphere of square roots √ρ. */
  'Wigner–Yanase': (x: number, y: number): number => 4 / (Math.sqrt(x) + Math.sqrt(y)) ** 2,
} as const;

/** Names of the monotone metrics. */
export type MonotoneMetric = keyof typeof MOROZOVA_CHENTSOV;

/** All of them. */
export const MONOTONE_METRICS = Object.keys(MOROZOVA_CHENTSOV) as readonly MonotoneMetric[];

/** Metrics that are infinite where the state leaves the support of ρ. */
const NEEDS_SUPPORT: readonly MonotoneMetric[] = ['BKM', 'RLD'];

/**
 * A monotone metric of the state ρ(θ),
 *
 *     g_ij = Σ_ab c(λ_a, λ_b) ⟨b|∂_iρ|a⟩⟨a|∂_jρ|b⟩,        ρ = Σ_a λ_a |a⟩⟨a|,
 *
 * normalised so that commuting states have their classical Fisher information (Bures: a quarter of it). Every channel
 * decreases it; SLD ≤ Wigner–Yanase ≤ BKM ≤ RLD. Pairs with λ_a + λ_b ≤ tolerance are left out: where the rank of ρ
 * changes the metric jumps.
 *
 * @param tolerance - for Tr ρ = 1; default 1e-12
 * @returns g, shape (P, P), symmetric positive semidefinite
 * @throws {DomainError} BKM or RLD of a state that leaves the support of ρ: they are infinite there
 *
 * Cost O(P·D³ + P²·D²).
 *
 * @see Petz, Linear Algebra Appl. 244, 81 (1996)
 */
export function monotoneMetric(
  { rho, derivatives }: DensityTangent,
  name: MonotoneMetric,
  tolerance = 1e-12,
): RealMatrix {
  const { values, vectors } = hermitianEigen(rho);
  const size = rho.rows;
  const weights = new Float64Array(size * size);
  const infinite: number[] = [];
  const morozovaChentsov = MOROZOVA_CHENTSOV[name];
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const [x, y] = [Math.max(0, values[a]!), Math.max(0, values[b]!)];
      if (x + y <= tolerance) continue;
      if (NEEDS_SUPPORT.includes(name) && Math.min(x, y) <= tolerance) infinite.push(a * size + b);
      else weights[a * size + b] = Math.sqrt(morozovaChentsov(x, y));
    }
  }
  const weighted = derivatives.map((derivative) => {
    const { interleaved } = inEigenbasis(vectors, derivative);
    for (const pair of infinite) {
      if (Math.hypot(interleaved[2 * pair]!, interleaved[2 * pair + 1]!) > 1e-10) {
        throw new DomainError(`monotoneMetric: a state that stays in the support of ρ required for ${name}`);
      }
    }
    return { length: size * size, interleaved: interleaved.map((x, at) => weights[at >> 1]! * x) };
  });
  return realPart(gramMatrix(weighted));
}

function inEigenbasis(vectors: ComplexMatrix, operator: ComplexMatrix): ComplexMatrix {
  return multiply(multiply(vectors, operator, { adjointA: true }), vectors);
}

/** (log x − log y)/(x − y), by the series of artanh where x ≈ y. */
function logarithmicMean(x: number, y: number): number {
  const z = (x - y) / (x + y);
  if (Math.abs(z) > 1e-3) return Math.log(x / y) / (x - y);
  const square = z * z;
  return (2 / (x + y)) * (1 + square / 3 + (square * square) / 5);
}
