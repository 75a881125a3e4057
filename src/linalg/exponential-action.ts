/** @file Evolution in real and imaginary time, exp(−itH)v and exp(−τH)v, for H known only by its action. */

import { DomainError } from '../errors.ts';
import { type ComplexVector, zeroVector } from './complex.ts';
import { combination, type LinearMap, lanczosStep, normalise } from './krylov.ts';
import { tridiagonalEigen } from './tridiagonal.ts';
import { norm } from './vector.ts';

/** Largest dimension of one Krylov space; longer times are split into steps. */
const LARGEST_SPACE = 24;
/** Points at which the error density is sampled within a step. */
const SAMPLES = 8;

/**
 * Evolution exp(−i·time·H)v by Krylov subspaces, with steps as long as the error bound allows:
 *
 *     ‖error(t)‖ ≤ β ∫₀ᵗ |⟨e_m|exp(−isT)|e₁⟩| ds,
 *
 * where T is the m × m Lanczos matrix and β its coupling to the rest of the space. About |time|·‖H‖ applications.
 *
 * @param apply     - x ↦ Hx, Hermitian
 * @param time      - any sign
 * @param tolerance - largest error relative to ‖v‖, default 1e-12
 * @throws {DomainError} v, the time or Hv are not finite
 *
 * @see Hochbruck & Lubich, SIAM J. Numer. Anal. 34, 1911 (1997)
 */
export function exponentialAction(
  apply: LinearMap,
  vector: ComplexVector,
  time: number,
  tolerance = 1e-12,
): ComplexVector {
  if (!Number.isFinite(time)) throw new DomainError(`exponentialAction: a finite time required, got ${time}`);
  const { direction, logNorm } = evolve(apply, vector, time, tolerance, realTime);
  const length = Math.exp(logNorm);
  return { length: vector.length, interleaved: direction.map((x) => x * length) };
}

/** exp(−τH)v as a unit vector and the logarithm of its norm, which neither overflows nor vanishes. */
export interface ImaginaryTimeState {
  readonly direction: ComplexVector;
  readonly logNorm: number;
}

/**
 * Evolution in imaginary time exp(−τH)v, by the method of `exponentialAction`. For large τ its direction is the ground
 * state, if v overlaps with it.
 *
 * @param tau       - not negative
 * @param tolerance - largest error of the direction, default 1e-12
 * @throws {DomainError} v, tau or Hv are not finite, v is zero, or tau is negative
 */
export function imaginaryTimeAction(
  apply: LinearMap,
  vector: ComplexVector,
  tau: number,
  tolerance = 1e-12,
): ImaginaryTimeState {
  if (!(tau >= 0 && tau < Infinity)) throw new DomainError(`imaginaryTimeAction: 0 ≤ tau < ∞ required, got ${tau}`);
  if (norm(vector) === 0) throw new DomainError('imaginaryTimeAction: a non-zero vector required, got zero');
  const { direction, logNorm } = evolve(apply, vector, tau, tolerance, imaginaryTime);
  return { direction: { length: vector.length, interleaved: direction }, logNorm };
}

/**
 * The factor of an eigenvector with eigenvalue θ after time s, up to the common factor exp(−s·lowest) in imaginary
 * time.
 */
type Propagator = (theta: number, lowest: number, s: number) => readonly [re: number, im: number];
const realTime: Propagator = (theta, _lowest, s) => [Math.cos(s * theta), -Math.sin(s * theta)];
const imaginaryTime: Propagator = (theta, lowest, s) => [Math.exp(-s * (theta - lowest)), 0];

interface Evolved {
  readonly direction: Float64Array;
  readonly logNorm: number;
}

function evolve(
  apply: LinearMap,
  vector: ComplexVector,
  total: number,
  tolerance: number,
  propagator: Propagator,
): Evolved {
  const length = norm(vector);
  if (!Number.isFinite(length))
    throw new DomainError(`exponentialAction: a finite vector required, got norm ${length}`);
  if (length === 0) return { direction: zeroVector(vector.length).interleaved, logNorm: 0 };
  let direction: Float64Array = vector.interleaved.map((x) => x / length);
  let logNorm = Math.log(length);
  let remaining = total;
  while (remaining !== 0) {
    const { basis, spectrum } = krylovSpace(apply, direction, remaining, tolerance / Math.abs(total), propagator);
    const step = longestStep(spectrum, remaining, tolerance / Math.abs(total), propagator);
    const [re, im] = coefficients(spectrum, step, propagator);
    direction = combination(basis, re, im);
    const growth = normalise(direction);
    // Evolution in real time is unitary: the norm lost by rounding is restored.
    if (propagator === imaginaryTime) logNorm += Math.log(growth) - step * spectrum.lowest;
    remaining = step === remaining ? 0 : remaining - step;
  }
  return { direction, logNorm };
}

/** Eigenvalues of T, and the first and last components of its eigenvectors. */
interface Spectrum {
  readonly theta: Float64Array;
  readonly rows: Float64Array;
  readonly lowest: number;
  readonly coupling: number;
  /** Rounding floor of the error density: no step can be asked to err less. */
  readonly floor: number;
}

/** The Krylov space of the vector, as small as the time allows. */
function krylovSpace(
  apply: LinearMap,
  start: Float64Array,
  time: number,
  rate: number,
  propagator: Propagator,
): { readonly basis: readonly Float64Array[]; readonly spectrum: Spectrum } {
  const basis = [start];
  const diagonal: number[] = [];
  const couplings: number[] = [];
  for (;;) {
    const known = Array.from(basis, (_, i) => (i === basis.length - 2 ? couplings[i]! : 0));
    const step = lanczosStep(apply, basis, known);
    diagonal.push(step.diagonal);
    const scale = Math.max(...diagonal.map(Math.abs), ...couplings, step.coupling);
    if (!Number.isFinite(scale)) throw new DomainError('exponentialAction: a finite operator required, got NaN or ∞');
    const invariant = step.coupling <= 8 * Number.EPSILON * scale || 2 * basis.length === start.length;
    const size = basis.length;
    if (invariant || size === LARGEST_SPACE || size % 4 === 0) {
      const spectrum = spectrumOf(diagonal, couplings, invariant ? 0 : step.coupling, scale);
      const done = invariant || size === LARGEST_SPACE || longestStep(spectrum, time, rate, propagator) === time;
      if (done) return { basis, spectrum };
    }
    couplings.push(step.coupling);
    normalise(step.remainder);
    basis.push(step.remainder);
  }
}

function spectrumOf(
  diagonal: readonly number[],
  couplings: readonly number[],
  coupling: number,
  scale: number,
): Spectrum {
  const size = diagonal.length;
  const theta = Float64Array.from(diagonal);
  const rows = new Float64Array(size * size);
  for (let i = 0; i < size; i++) rows[i * (size + 1)] = 1;
  tridiagonalEigen(theta, Float64Array.from([...couplings, 0]), rows);
  return { theta, rows, lowest: Math.min(...theta), coupling, floor: 16 * Number.EPSILON * scale };
}

/** The longest time up to `time` for which the error grows by at most `rate` per time. */
function longestStep(spectrum: Spectrum, time: number, rate: number, propagator: Propagator): number {
  let step = time;
  while (errorDensity(spectrum, step, propagator) > Math.max(rate, spectrum.floor)) step *= 0.8;
  return step;
}

/** Upper estimate of the error of a step relative to the norm of its result, per time. */
function errorDensity(spectrum: Spectrum, step: number, propagator: Propagator): number {
  if (spectrum.coupling === 0) return 0;
  const { theta, rows, lowest, coupling } = spectrum;
  const size = theta.length;
  let largest = 0;
  for (let sample = 1; sample <= SAMPLES; sample++) {
    const [re, im] = coefficients(spectrum, (step * sample) / SAMPLES, propagator, size - 1);
    largest = Math.max(largest, Math.hypot(re[size - 1]!, im[size - 1]!));
  }
  if (propagator === realTime) return coupling * largest;
  // An eigenvalue may lie below the lowest Ritz value, by its residual; what is missed there grows.
  const residual = coupling * Math.abs(rows[theta.indexOf(lowest) * size + size - 1]!);
  const [re] = coefficients(spectrum, step, propagator);
  return (coupling * largest * Math.exp(step * residual)) / Math.sqrt(re.reduce((sum, x) => sum + x * x, 0));
}

/** Components `from` … of exp(·T)e₁ in the Krylov basis. */
function coefficients(
  { theta, rows, lowest }: Spectrum,
  time: number,
  propagator: Propagator,
  from = 0,
): readonly [re: Float64Array, im: Float64Array] {
  const size = theta.length;
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const [x, y] = propagator(theta[k]!, lowest, time);
    for (let i = from; i < size; i++) {
      re[i] = re[i]! + rows[k * size]! * rows[k * size + i]! * x;
      im[i] = im[i]! + rows[k * size]! * rows[k * size + i]! * y;
    }
  }
  return [re, im];
}
