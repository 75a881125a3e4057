/** @file Overlaps, fidelities and distances of Gaussian states. */

import { choleskyFactor } from '../linalg/cholesky.ts';
import { logDeterminant, solveMatrix } from '../linalg/log-determinant.ts';
import { type RealMatrix, scaled } from '../linalg/matrix.ts';
import { addReal, multiplyReal, realIdentity, symmetricPart, transposeReal } from '../linalg/real-product.ts';
import { realSingularValues } from '../linalg/real-singular-values.ts';
import { symmetricEigen, symmetricFunction } from '../linalg/symmetric-eigen.ts';
import { symmetricEigenvalues } from '../linalg/symmetric-eigenvalues.ts';
import type { Radians } from '../units.ts';
import { isPure } from './entropies.ts';
import { checkGaussian, type GaussianState } from './gaussian-state.ts';
import { evenFunction, majoranaForm, majoranaValues } from './majorana-form.ts';
import { checkAlike } from './quadratic-hamiltonian.ts';
import { omegaConjugated, symplecticForm, symplecticFunction, uncorrelatedBlocks } from './symplectic-form.ts';

/** Values of 1 − λ² or ν² − 1 up to this are rounding, whose root would not be small. */
const ROUNDING = 1e-14;

/**
 * Tr ρσ of two Gaussian states; of pure ones it is the squared overlap |⟨a|b⟩|²,
 *
 *     √det((1 − Γ_a Γ_b)/2),    2ⁿ/√det(V_a + V_b).
 *
 * @throws {ShapeError | DomainError} malformed states, unlike modes or statistics
 *
 * O(n³). As small as 1e-300; beyond it 0.
 *
 * @see Bravyi, arXiv:quant-ph/0404180 (2004), for fermions
 */
export function gaussianOverlap(a: GaussianState, b: GaussianState): number {
  checkPair('gaussianOverlap', a, b);
  return Math.exp(logOverlap(a, b));
}

/**
 * Fidelity, squared, (Tr √(√ρ σ √ρ))², of two Gaussian states: `gaussianOverlap` if one of them is pure, and otherwise
 * times a factor for each mode of √ρσ√ρ, itself Gaussian up to its norm. Fermions:
 *
 *     F = Tr ρσ · √det(1 + |W|),    W = √(1 + Γ_σ²)·(1 − Γ_ρ Γ_σ)⁻¹·√(1 + Γ_ρ²).
 *
 * Bosons: F = Tr ρσ · Π (w + √(1 + w²)) with w = √(μ² − 1), μ the symplectic eigenvalues of √ρσ√ρ, of one of each pair.
 * Modes that are pure to rounding count as pure.
 *
 * @throws {ShapeError | DomainError} malformed states, unlike modes or statistics
 *
 * O(n³), for hundreds of modes.
 *
 * @see Banchi, Giorda & Zanardi, arXiv:1305.4527 (2013); Banchi, Braunstein & Pirandola, arXiv:1507.01941 (2015)
 */
export function gaussianFidelity(a: GaussianState, b: GaussianState): number {
  checkPair('gaussianFidelity', a, b);
  return Math.min(1, Math.exp(logFidelity(a, b)));
}

/**
 * The distance arccos √F in the space of purifications: the Bures angle, of pure states the Fubini–Study distance,
 * between 0 and π/2. Pure states that are close keep their relative accuracy; mixed ones have an error of about 1e-8:
 * use `gaussianMetric` there.
 *
 * @throws {ShapeError | DomainError} malformed states, unlike modes or statistics
 */
export function gaussianDistance(a: GaussianState, b: GaussianState): Radians {
  checkPair('gaussianDistance', a, b);
  const log = Math.min(0, isPure(a) && isPure(b) ? logPureOverlap(a, b) : logFidelity(a, b));
  return Math.atan2(Math.sqrt(-Math.expm1(log)), Math.exp(log / 2));
}

function checkPair(caller: string, a: GaussianState, b: GaussianState): void {
  checkGaussian(caller, a);
  checkGaussian(caller, b);
  checkAlike(caller, a, b);
}

/** log Tr ρσ; −Infinity where it vanishes. */
function logOverlap(a: GaussianState, b: GaussianState): number {
  if (a.statistics === 'boson') {
    return a.modes * Math.LN2 - logDeterminant(addReal(a.covariance, 1, b.covariance)).log / 2;
  }
  return logDeterminant(scaled(0.5, transferOf(a, b))).log / 2;
}

/** 1 − Γ_a Γ_b. */
const transferOf = (a: GaussianState, b: GaussianState): RealMatrix =>
  addReal(realIdentity(2 * a.modes), -1, multiplyReal(a.covariance, b.covariance));

/**
 * The same of pure states without cancellation, by what they differ in. Fermions: the values d = sin of half the angles
 * of (Γ_a − Γ_b)/2, F = Π √(1 − d²). Bosons: the eigenvalues r of V_a⁻¹V_b, which come in pairs r, 1/r.
 */
function logPureOverlap(a: GaussianState, b: GaussianState): number {
  if (a.statistics === 'fermion') {
    const half = scaled(0.5, addReal(a.covariance, -1, b.covariance));
    return majoranaValues(half).reduce((sum, d) => sum + Math.log1p(-Math.min(1, d * d)) / 2, 0);
  }
  const factor = choleskyFactor(a.covariance);
  if (factor === undefined) return logOverlap(a, b);
  const left = solveMatrix(factor, b.covariance)!;
  const ratios = symmetricPart(solveMatrix(factor, transposeReal(left))!);
  const values = symmetricEigenvalues(ratios.data, 2 * a.modes);
  return values.reduce((sum, r) => sum - Math.log1p((r - 1) ** 2 / (4 * r)) / 4, 0);
}

function logFidelity(a: GaussianState, b: GaussianState): number {
  const overlap = logOverlap(a, b);
  if (overlap === -Infinity) return overlap;
  return a.statistics === 'fermion' ? overlap + fermionFactor(a, b) : overlap + bosonFactor(a, b);
}

/** log √det(1 + |W|). */
function fermionFactor(a: GaussianState, b: GaussianState): number {
  const coherence = ({ covariance }: GaussianState): RealMatrix =>
    evenFunction(majoranaForm(covariance), (t) => clippedRoot((1 - t) * (1 + t)));
  const solved = solveMatrix(transferOf(a, b), coherence(a));
  if (solved === undefined) return 0;
  return realSingularValues(multiplyReal(coherence(b), solved)).reduce((sum, w) => sum + Math.log1p(w) / 2, 0);
}

/**
 * log Π (w + √(1 + w²)). With V = SνSᵀ, Y = S√(ν² − 1)Sᵀ and D = (V_a + V_b)⁻¹ the states √ρσ√ρ and √σρ√σ have the
 * covariances M_a = V_a − Y_a D Y_a and M_b = V_b − Y_b D Y_b, and M_b^½ Ω Y_b D Y_a Ωᵀ M_a^½ has the singular values
 * w√(1 + w²), each twice. Where x and p are uncorrelated, Ω exchanges their blocks.
 */
function bosonFactor(a: GaussianState, b: GaussianState): number {
  const [ya, yb] = [a, b].map(({ covariance }) => {
    const form = symplecticForm(covariance);
    return form && symplecticFunction(form, (nu) => clippedRoot((nu - 1) * (nu + 1)));
  });
  if (ya === undefined || yb === undefined) return 0;
  const [ofA, ofB, ofYa, ofYb] = [a.covariance, b.covariance, ya, yb].map(uncorrelatedBlocks);
  let values: readonly number[];
  if (ofA && ofB && ofYa && ofYb) {
    const x = pairParts(ofA.x, ofB.x, ofYa.x, ofYb.x);
    const p = pairParts(ofA.p, ofB.p, ofYa.p, ofYb.p);
    values = [...pairValues(x, p.middle), ...pairValues(p, x.middle)];
  } else {
    const both = pairParts(a.covariance, b.covariance, ya, yb);
    values = [...pairValues(both, omegaConjugated(both.middle))];
  }
  return values.reduce((sum, q) => sum + Math.asinh((Math.SQRT2 * q) / Math.sqrt(1 + Math.sqrt(1 + 4 * q * q))) / 2, 0);
}

/** M_a^½, M_b^½ and Y_b D Y_a, of all quadratures or of one kind. */
function pairParts(va: RealMatrix, vb: RealMatrix, ya: RealMatrix, yb: RealMatrix) {
  const sum = choleskyFactor(addReal(va, 1, vb))!;
  /** L⁻¹Y with V_a + V_b = LLᵀ. */
  const [ua, ub] = [solveMatrix(sum, ya)!, solveMatrix(sum, yb)!];
  const root = (v: RealMatrix, u: RealMatrix): RealMatrix => {
    const mean = addReal(v, -1, multiplyReal(u, u, { transposeA: true }));
    return symmetricFunction(symmetricEigen(symmetricPart(mean)), (x) => Math.sqrt(Math.max(x, 0)));
  };
  return { rootA: root(va, ua), rootB: root(vb, ub), middle: multiplyReal(ub, ua, { transposeA: true }) };
}

const pairValues = ({ rootA, rootB }: ReturnType<typeof pairParts>, middle: RealMatrix): Float64Array =>
  realSingularValues(multiplyReal(multiplyReal(rootB, middle), rootA));

const clippedRoot = (square: number): number => (square > ROUNDING ? Math.sqrt(square) : 0);
