/**
 * @file The first law of entanglement, the relative entropy that corrects it, and the Fisher metric in that correction.
 */

import { DomainError, ShapeError } from '../errors.ts';
import type { DensityTangent } from '../estimation/density-tangent.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { type HermitianEigen, hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { addScaledMatrix, frobeniusNorm, multiply, type RealMatrix } from '../linalg/matrix.ts';
import { withEigenvalues } from '../linalg/spectral-matrix.ts';
import { entropy } from '../state/entropy.ts';
import { reducedDensityMatrix, type State } from '../state/reduced-density-matrix.ts';
import type { Nats } from '../units.ts';

/** Eigenvalues of trace-one states are not known below this; in logarithms they count as this. */
const RESOLUTION = 1e-16;
/** Eigenvalues at most this may be zero. */
const SUPPORT = 1e-14;
/**
 * Least weight outside the support that counts as leaving it: pure states that change may seem to have 2√SUPPORT there.
 */
const LEAK = 1e-6;

/**
 * Modular Hamiltonian K = −log ρ. A thermal state has K = βH + log Z. Outside the support of ρ, where K is infinite, it
 * is 37 nats: eigenvalues below 1e-16 cannot be distinguished from rounding, and count as that.
 *
 * @param rho - density matrix, shape (D, D)
 * @throws {ShapeError | DomainError} not square, not Hermitian
 *
 * Cost O(D³).
 */
export function modularHamiltonian(rho: ComplexMatrix): ComplexMatrix {
  const { values, vectors } = hermitianEigen(rho);
  return withEigenvalues(
    vectors,
    values.map((p) => -Math.log(Math.max(p, RESOLUTION))),
  );
}

/**
 * Derivative of the entropy along a change of the state of trace zero,
 *
 *     δS = −Tr δρ log ρ = Tr K δρ,
 *
 * exact. States of lower rank are allowed, with a δρ that stays in the support to first order, as it does for the
 * reduced states of a pure state that changes: there the block of δρ outside the support vanishes.
 *
 * @param rho - density matrix, shape (D, D)
 * @param change - δρ, Hermitian, without trace
 * @throws {DomainError} δρ leaves the support of ρ, by more than 1e-6: the derivative is infinite
 *
 * Cost O(D³).
 */
export function entropyDerivative(rho: ComplexMatrix, change: ComplexMatrix): Nats {
  checkSizes('entropyDerivative', rho, change);
  const { values, vectors } = hermitianEigen(rho);
  const rotated = multiply(multiply(vectors, change, { adjointA: true }), vectors);
  const leak = LEAK * Math.max(1, frobeniusNorm(change));
  let sum = 0;
  values.forEach((p, k) => {
    const weight = rotated.interleaved[2 * k * (rho.cols + 1)]!;
    if (p <= SUPPORT && Math.abs(weight) > leak) {
      throw new DomainError(`entropyDerivative: a change in the support of ρ required, got ${weight} outside`);
    }
    sum -= weight * Math.log(Math.max(p, RESOLUTION));
  });
  return sum;
}

/**
 * Relative entropy
 *
 *     S(ρ‖σ) = Tr ρ(log ρ − log σ) = Σ_ab |⟨a|b⟩|² (p_a log(p_a/q_b) − p_a + q_b) ≥ 0
 *
 * of two states of trace one. No term of the second sum is negative, so that neighbours keep their relative accuracy.
 *
 * @param rho - ρ = Σ p_a |a⟩⟨a|, shape (D, D)
 * @param sigma - σ = Σ q_b |b⟩⟨b|, shape (D, D)
 * @returns Infinity if ρ leaves the support of σ, by more than 1e-6
 * @throws {ShapeError} the states differ in size
 *
 * Cost O(D³).
 *
 * @see Umegaki, Kodai Math. Sem. Rep. 14, 59 (1962)
 */
export function relativeEntropy(rho: ComplexMatrix, sigma: ComplexMatrix): Nats {
  checkSizes('relativeEntropy', rho, sigma);
  return divergence(hermitianEigen(rho), hermitianEigen(sigma));
}

function divergence(rho: HermitianEigen, sigma: HermitianEigen): Nats {
  const overlaps = multiply(rho.vectors, sigma.vectors, { adjointA: true }).interleaved;
  const size = rho.values.length;
  let sum = 0;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const at = 2 * (a * size + b);
      const overlap = overlaps[at]! ** 2 + overlaps[at + 1]! ** 2;
      const [p, q] = [Math.max(RESOLUTION, rho.values[a]!), Math.max(RESOLUTION, sigma.values[b]!)];
      if (q <= SUPPORT && p * overlap > LEAK) return Infinity;
      sum += overlap * q * convexRemainder(p / q - 1);
    }
  }
  return sum;
}

/** (1 + u) log(1 + u) − u ≥ 0, by its series where u is small. */
function convexRemainder(u: number): number {
  if (Math.abs(u) > 1e-2) return (1 + u) * Math.log1p(u) - u;
  let sum = 0;
  for (let k = 9; k >= 2; k--) sum = 1 / (k * (k - 1)) - u * sum;
  return u * u * sum;
}

/** The three terms of ΔS = Δ⟨K⟩ − S(ρ + δρ‖ρ). */
export interface FirstLaw {
  /** ΔS = S(ρ + δρ) − S(ρ). */
  readonly entropyChange: Nats;
  /** Δ⟨K⟩ = Tr K δρ, with K = −log ρ kept fixed; to first order in δρ it is ΔS. */
  readonly modularChange: Nats;
  /** S(ρ + δρ‖ρ), of second order in δρ. */
  readonly relativeEntropy: Nats;
}

/**
 * The first law of entanglement for two states: δS = δ⟨K⟩ to first order, and beyond it
 *
 *     Δ⟨K⟩ − ΔS = S(ρ'‖ρ) ≥ 0,
 *
 * an identity. For thermal ρ it is dS = β dE. Each term is computed by itself.
 *
 * @param rho - ρ, density matrix, shape (D, D)
 * @param changed - ρ', density matrix, shape (D, D)
 * @throws {ShapeError} the states differ in size
 * @throws {DomainError} ρ' leaves the support of ρ
 *
 * Cost O(D³).
 *
 * @see Blanco, Casini, Hung & Myers, JHEP 2013(08), 060
 */
export function entanglementFirstLaw(rho: ComplexMatrix, changed: ComplexMatrix): FirstLaw {
  return {
    entropyChange: entropy(changed) - entropy(rho),
    modularChange: entropyDerivative(rho, addScaledMatrix(changed, [-1, 0], rho)),
    relativeEntropy: relativeEntropy(changed, rho),
  };
}

/** The first law for a region of two states of the same sites. */
export function regionFirstLaw(
  state: State,
  changed: State,
  dimensions: readonly number[],
  region: readonly number[],
): FirstLaw {
  return entanglementFirstLaw(
    reducedDensityMatrix(state, dimensions, region),
    reducedDensityMatrix(changed, dimensions, region),
  );
}

/**
 * Hessian of the relative entropy at its zero, by differences of second order, extrapolated twice:
 *
 *     H_ij = ∂²/∂s∂t S(ρ + s ∂_iρ + t ∂_jρ ‖ ρ).
 *
 * It is the Bogoliubov–Kubo–Mori metric, `monotoneMetric(…, 'BKM')`; this is an independent way to it.
 *
 * @param step - largest step in units of the parameters, so small that ρ ± step·(∂_iρ + ∂_jρ) are states; default 0.02
 * @returns shape (P, P), symmetric
 * @throws {DomainError} a step that leads out of the states
 *
 * Cost O(P²·D³); error O(step⁶).
 */
export function relativeEntropyHessian({ rho, derivatives }: DensityTangent, step = 0.02): RealMatrix {
  const centre = hermitianEigen(rho);
  const at = (change: ComplexMatrix, h: number): Nats => {
    const moved = hermitianEigen(addScaledMatrix(rho, [h, 0], change));
    if (moved.values[0]! < -SUPPORT) {
      throw new DomainError(`relativeEntropyHessian: a smaller step required, got the eigenvalue ${moved.values[0]}`);
    }
    return divergence(moved, centre);
  };
  const second = (change: ComplexMatrix): number => {
    const [coarse, middle, fine] = [step, step / 2, step / 4].map((h) => (at(change, h) + at(change, -h)) / (h * h));
    const [left, right] = [(4 * middle! - coarse!) / 3, (4 * fine! - middle!) / 3];
    return (16 * right - left) / 15;
  };
  const size = derivatives.length;
  const diagonal = derivatives.map(second);
  const data = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    data[i * (size + 1)] = diagonal[i]!;
    for (let j = 0; j < i; j++) {
      const both = second(addScaledMatrix(derivatives[i]!, [1, 0], derivatives[j]!));
      data[i * size + j] = (both - diagonal[i]! - diagonal[j]!) / 2;
      data[j * size + i] = data[i * size + j]!;
    }
  }
  return { rows: size, cols: size, data };
}

function checkSizes(name: string, a: ComplexMatrix, b: ComplexMatrix): void {
  if (a.rows === b.rows && a.cols === b.cols) return;
  throw new ShapeError(`${name}: equal shapes required, got ${a.rows}×${a.cols} and ${b.rows}×${b.cols}`);
}
