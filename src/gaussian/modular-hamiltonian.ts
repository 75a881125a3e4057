/** @file Modular Hamiltonians and relative entropies of Gaussian states. */

import { DomainError } from '../errors.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { multiplyReal } from '../linalg/real-product.ts';
import type { Nats } from '../units.ts';
import { gaussianEntropy } from './entropies.ts';
import { checkGaussian, type GaussianState } from './gaussian-state.ts';
import { frameOf, majoranaForm, oddFunction } from './majorana-form.ts';
import { checkAlike, type QuadraticHamiltonian } from './quadratic-hamiltonian.ts';
import { omegaConjugated, symplecticForm, symplecticFunction } from './symplectic-form.ts';

/** K with ρ = e^{−K}. */
export interface GaussianModularHamiltonian {
  readonly hamiltonian: QuadraticHamiltonian;
  /** Energies ε of its modes, log((1 + λ)/(1 − λ)) or log((ν + 1)/(ν − 1)), ascending, shape (n,). */
  readonly energies: Float64Array;
  /** How many modes are pure to rounding: their energies are infinite, and stand at about 37 or 36. */
  readonly unresolved: number;
}

/** Distance of λ or ν from 1 that rounding cannot tell from 0. */
const UNRESOLVED = 1e-14;
/** Probability of what a pure state forbids that counts as rounding. */
const FORBIDDEN = 1e-12;

/**
 * The modular Hamiltonian K = −log ρ of a Gaussian state, quadratic itself: of fermions with conserved number
 * K = Σ c†log((1 − C)/C)c + …. Its constant is log Z, so that Tr ρK = S.
 *
 * @throws {ShapeError | DomainError} a malformed state
 *
 * O(n³). Energies lose digits as e^ε·1e-16.
 *
 * @see Peschel, J. Phys. A 36, L205 (2003)
 */
export function gaussianModularHamiltonian(state: GaussianState): GaussianModularHamiltonian {
  checkGaussian('gaussianModularHamiltonian', state);
  const { statistics, modes } = state;
  let matrix: RealMatrix;
  let energies: Float64Array;
  let distances: Float64Array;
  if (statistics === 'fermion') {
    const form = majoranaForm(state.covariance);
    const energy = (t: number): number => Math.log((1 + t) / Math.max(1 - t, Number.EPSILON / 2));
    matrix = oddFunction(form, (t) => -energy(Math.min(t, 1)));
    energies = form.values.map((t) => energy(Math.min(t, 1)));
    distances = form.values.map((t) => 1 - t);
  } else {
    const form = williamson(state);
    const energy = (nu: number): number => Math.log((nu + 1) / Math.max(nu - 1, Number.EPSILON));
    matrix = omegaConjugated(symplecticFunction(form, energy));
    energies = form.values.map(energy);
    distances = form.values.map((nu) => nu - 1);
  }
  const logZ = (e: number): number =>
    statistics === 'fermion' ? e / 2 + Math.log1p(Math.exp(-e)) : -e / 2 - Math.log(-Math.expm1(-e));
  const constant = energies.reduce((sum, e) => sum + logZ(e), 0);
  return {
    hamiltonian: { statistics, modes, matrix, constant },
    energies: energies.toSorted(),
    unresolved: distances.filter((distance) => distance <= UNRESOLVED).length,
  };
}

/**
 * The relative entropy S(ρ‖σ) = Tr ρ(log ρ − log σ) ≥ 0 of two Gaussian states; Infinity where ρ has a part that σ
 * excludes.
 *
 *     −Tr ρ log σ = −Σ (1 + s)/2 log (1 + t)/2 + (1 − s)/2 log (1 − t)/2,
 *     −Tr ρ log σ = Σ (m + 1)/2 log (ν + 1)/2 − (m − 1)/2 log (ν − 1)/2,
 *
 * with t or ν the values of σ, and s or m what ρ has in the same modes.
 *
 * @throws {ShapeError | DomainError} malformed states, unlike modes or statistics
 *
 * O(n³).
 */
export function gaussianRelativeEntropy(rho: GaussianState, sigma: GaussianState): Nats {
  checkGaussian('gaussianRelativeEntropy', rho);
  checkGaussian('gaussianRelativeEntropy', sigma);
  checkAlike('gaussianRelativeEntropy', rho, sigma);
  const cross = rho.statistics === 'fermion' ? fermionCrossEntropy(rho, sigma) : bosonCrossEntropy(rho, sigma);
  return Math.max(0, cross - gaussianEntropy(rho));
}

function fermionCrossEntropy(rho: GaussianState, sigma: GaussianState): Nats {
  const form = majoranaForm(sigma.covariance);
  const frame = frameOf(form);
  const inFrame = multiplyReal(multiplyReal(frame, rho.covariance, { transposeA: true }), frame);
  const size = 2 * rho.modes;
  return form.values.reduce((sum, t, k) => {
    const s = inFrame.data[2 * k * size + 2 * k + 1]!;
    return sum + surprise((1 + s) / 2, (1 + t) / 2) + surprise((1 - s) / 2, (1 - t) / 2);
  }, 0);
}

/** −p log q, 0 where p vanishes to rounding, Infinity where only q does. */
function surprise(p: number, q: number): number {
  if (q <= UNRESOLVED) return p <= FORBIDDEN ? 0 : Infinity;
  return -p * Math.log(q);
}

function bosonCrossEntropy(rho: GaussianState, sigma: GaussianState): Nats {
  const { values, S } = williamson(sigma);
  const n = rho.modes;
  // S⁻¹ V S⁻ᵀ with S⁻ᵀ = ΩSΩᵀ.
  const inverse = omegaConjugated(S);
  const inFrame = multiplyReal(multiplyReal(inverse, rho.covariance, { transposeA: true }), inverse);
  return values.reduce((sum, nu, k) => {
    const m = (inFrame.data[k * (2 * n + 1)]! + inFrame.data[(n + k) * (2 * n + 1)]!) / 2;
    if (nu - 1 <= UNRESOLVED) return m - 1 <= FORBIDDEN ? sum : Infinity;
    return sum + ((m + 1) / 2) * Math.log((nu + 1) / 2) - ((m - 1) / 2) * Math.log((nu - 1) / 2);
  }, 0);
}

function williamson({ covariance }: GaussianState) {
  const form = symplecticForm(covariance);
  if (form === undefined) throw new DomainError('Gaussian state: a positive covariance required');
  return form;
}
