/** @file The Gaussian state: all of it in the covariance of its modes. */

import { DomainError, ShapeError } from '../errors.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { submatrix } from '../linalg/real-product.ts';
import { majoranaValues } from './majorana-form.ts';
import { symplecticValues } from './symplectic-form.ts';

/** Whether modes anticommute or commute. */
export type Statistics = 'fermion' | 'boson';

/**
 * A Gaussian state of n modes, by its covariance, of shape (2n, 2n).
 *
 * Fermions: with the Majorana operators of mode j, in the order γ₀ γ₁ γ₂ …,
 *
 *     γ_2j = c_j + c_j†,  γ_2j+1 = −i(c_j − c_j†),  {γ_a, γ_b} = 2δ_ab,
 *     Γ_ab = (i/2)⟨[γ_a, γ_b]⟩,  ⟨γ_a γ_b⟩ = δ_ab − iΓ_ab,
 *
 * real and antisymmetric, with singular values at most 1, all 1 in a pure state: Γ² = −1. By the Jordan–Wigner
 * transformation γ_2j = Z…Z X, γ_2j+1 = Z…Z Y with the last letter at qubit j, so that |0…0⟩ is the vacuum,
 * Γ_{2j,2j+1} = −⟨Z_j⟩ = −1.
 *
 * Bosons: with the quadratures R = (x₀ … x_{n−1}, p₀ … p_{n−1}), x = (a + a†)/√2, p = −i(a − a†)/√2, [x, p] = i, and no
 * displacement, ⟨R⟩ = 0,
 *
 *     V_ab = ⟨R_a R_b + R_b R_a⟩,
 *
 * real and symmetric, 1 in the vacuum, with V + iΩ ≥ 0, Ω = ((0, 1), (−1, 0)): symplectic eigenvalues at least 1, all 1
 * in a pure state. It is plain data.
 */
export interface GaussianState {
  readonly kind: 'gaussian';
  readonly statistics: Statistics;
  readonly modes: number;
  readonly covariance: RealMatrix;
}

/** Deviations of this size from antisymmetry, symmetry and the bounds of the spectrum count as rounding. */
const TOLERANCE = 1e-9;

/**
 * The Gaussian state with this covariance, checked.
 *
 * @param covariance - Γ or V of `GaussianState`, shape (2n, 2n), n ≥ 1
 * @throws {ShapeError} not of that shape
 * @throws {DomainError} not finite, not (anti)symmetric, or not the covariance of a state
 *
 * Cost O(n³).
 */
export function gaussianState(statistics: Statistics, covariance: RealMatrix): GaussianState {
  return checkedState('gaussianState', statistics, covariance);
}

/** `gaussianState`, with the caller named in errors. */
export function checkedState(caller: string, statistics: Statistics, covariance: RealMatrix): GaussianState {
  const state: GaussianState = { kind: 'gaussian', statistics, modes: covariance.rows / 2, covariance };
  checkForm(caller, state);
  if (statistics === 'fermion') {
    const most = majoranaValues(covariance)[0]!;
    if (most > 1 + TOLERANCE) {
      throw new DomainError(`${caller}: singular values of Γ of at most 1 required, got ${most}`);
    }
  } else {
    const least = symplecticValues(covariance)?.at(-1);
    if (least === undefined || least < 1 - TOLERANCE) {
      const got = least === undefined ? 'a covariance that is not positive' : least;
      throw new DomainError(`${caller}: V + iΩ ≥ 0, symplectic eigenvalues of at least 1 required, got ${got}`);
    }
  }
  return state;
}

/**
 * Checks what is cheap to check of a Gaussian state: the shape of its covariance, finite numbers, its symmetry, and
 * that every entry of Γ and every mode by itself is possible, |Γ_ab| ≤ 1 or ⟨x²⟩⟨p²⟩ ≥ ¼.
 *
 * @param caller - named in errors
 * @throws {ShapeError | DomainError} naming what is wrong
 *
 * Cost O(n²).
 */
export function checkGaussian(caller: string, state: GaussianState): void {
  checkForm(caller, state);
  const { statistics, modes, covariance } = state;
  const { data, cols } = covariance;
  if (statistics === 'fermion') {
    const at = data.findIndex((x) => Math.abs(x) > 1 + TOLERANCE);
    if (at < 0) return;
    const where = `(${Math.floor(at / cols)}, ${at % cols})`;
    throw new DomainError(`${caller}: entries of Γ between −1 and 1 required, got ${data[at]} at ${where}`);
  }
  for (let mode = 0; mode < modes; mode++) {
    const [x, p] = [data[mode * (cols + 1)]!, data[(modes + mode) * (cols + 1)]!];
    const product = x * p - data[mode * cols + modes + mode]! ** 2;
    if (x >= 0 && p >= 0 && product >= 1 - TOLERANCE * Math.max(1, (x + p) ** 2)) continue;
    throw new DomainError(
      `${caller}: V_xx > 0, V_xx V_pp − V_xp² ≥ 1 required, got ${x} and ${product} at mode ${mode}`,
    );
  }
}

function checkForm(caller: string, { statistics, modes, covariance }: GaussianState): void {
  const size = 2 * modes;
  const { rows, cols, data } = covariance;
  if (!(Number.isInteger(modes) && modes >= 1 && rows === size && cols === size && data.length === size * size)) {
    const got = `${rows} × ${cols} with ${data.length} numbers for ${modes} modes`;
    throw new ShapeError(`${caller}: a covariance of shape (2n, 2n), n ≥ 1, required, got ${got}`);
  }
  if (statistics !== 'fermion' && statistics !== 'boson') {
    throw new DomainError(`${caller}: statistics 'fermion' or 'boson' required, got '${statistics}'`);
  }
  checkSymmetry(caller, covariance, statistics === 'fermion' ? -1 : 1);
}

/**
 * Checks that a square matrix is finite and symmetric (sign 1) or antisymmetric (sign −1).
 *
 * @throws {DomainError} naming the first entry that is wrong
 */
export function checkSymmetry(caller: string, { rows: n, data }: RealMatrix, sign: 1 | -1): void {
  let largest = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const [x, y] = [data[i * n + j]!, data[j * n + i]!];
      if (!(Number.isFinite(x) && Number.isFinite(y))) {
        throw new DomainError(`${caller}: finite entries required, got ${x} and ${y} at (${i}, ${j}) and (${j}, ${i})`);
      }
      largest = Math.max(largest, Math.abs(x));
      if (Math.abs(x - sign * y) > TOLERANCE * Math.max(1, largest)) {
        const wanted = sign === 1 ? 'symmetric' : 'antisymmetric';
        throw new DomainError(
          `${caller}: a real ${wanted} matrix required, got ${x} and ${y} at (${i}, ${j}) and (${j}, ${i})`,
        );
      }
    }
  }
}

/** Most modes: a covariance of 2 GB. */
const MOST_MODES = 8000;

/**
 * Checks a number of modes before memory is taken for them.
 *
 * @throws {ShapeError} not a whole number between 1 and 8000
 */
export function checkModes(caller: string, modes: number): void {
  if (Number.isInteger(modes) && modes >= 1 && modes <= MOST_MODES) return;
  throw new ShapeError(`${caller}: between 1 and ${MOST_MODES} modes required, got ${modes}`);
}

/**
 * The vacuum: all modes empty.
 *
 * @param frequency - bosons: ω > 0, for the ground state of oscillators ½(p² + ω²x²), V = diag(1/ω, ω); default 1
 * @throws {ShapeError} less than one mode, or more than 8000
 * @throws {DomainError} a frequency that is not positive and finite
 */
export function gaussianVacuum(statistics: Statistics, modes: number, frequency = 1): GaussianState {
  checkModes('gaussianVacuum', modes);
  if (!(frequency > 0 && frequency < Infinity)) {
    throw new DomainError(`gaussianVacuum: a frequency > 0 required, got ${frequency}`);
  }
  const size = 2 * modes;
  const data = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    if (statistics === 'boson') data[k * (size + 1)] = k < modes ? 1 / frequency : frequency;
    else data[k * size + (k ^ 1)] = k % 2 === 0 ? -1 : 1;
  }
  const state: GaussianState = { kind: 'gaussian', statistics, modes, covariance: { rows: size, cols: size, data } };
  checkGaussian('gaussianVacuum', state);
  return state;
}

/**
 * The state of some of the modes, in this order: the others are traced out.
 *
 * @throws {DomainError} a mode that does not exist or occurs twice, or none
 *
 * Cost O(k²) for k modes.
 */
export function restricted(state: GaussianState, modes: readonly number[]): GaussianState {
  const { statistics, covariance } = state;
  const wrong = modes.some((mode) => !(Number.isInteger(mode) && mode >= 0 && mode < state.modes));
  if (wrong || new Set(modes).size !== modes.length || modes.length === 0) {
    throw new DomainError(`restricted: different modes below ${state.modes} required, got [${modes}]`);
  }
  const indices = indicesOf(statistics, state.modes, modes);
  return { kind: 'gaussian', statistics, modes: modes.length, covariance: submatrix(covariance, indices) };
}

/** Rows of the covariance that belong to these modes: neighbours for fermions; first all x, then all p for bosons. */
export function indicesOf(statistics: Statistics, total: number, modes: readonly number[]): readonly number[] {
  if (statistics === 'fermion') return modes.flatMap((mode) => [2 * mode, 2 * mode + 1]);
  return [...modes, ...modes.map((mode) => total + mode)];
}
