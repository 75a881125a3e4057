/** @file Gaussian states in time, and under transformations of their modes. */

import { DomainError, ShapeError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { complexOf, type RealMatrix, realPart, scaled } from '../linalg/matrix.ts';
import { matrixExponential } from '../linalg/matrix-exponential.ts';
import { addReal, multiplyReal } from '../linalg/real-product.ts';
import { symmetricEigen, symmetricFunction } from '../linalg/symmetric-eigen.ts';
import { checkGaussian, type GaussianState, type Statistics } from './gaussian-state.ts';
import { evenFunction, majoranaForm, oddFunction } from './majorana-form.ts';
import { isIdentity } from './oscillator-form.ts';
import { checkAlike, checkQuadratic, partsOf, type QuadraticHamiltonian } from './quadratic-hamiltonian.ts';
import { omegaTimes, uncorrelatedBlocks } from './symplectic-form.ts';

/** Deviation of OOᵀ from 1, or of SΩSᵀ from Ω, relative to the size of the matrix, that counts as rounding. */
const TOLERANCE = 1e-8;

/**
 * The matrix that moves the operators of a quadratic Hamiltonian for a time t: γ(t) = e^{ht}γ, orthogonal, for fermions
 * and R(t) = e^{Ωht}R, symplectic, for bosons.
 *
 * @throws {ShapeError | DomainError} a malformed Hamiltonian; a time that is not finite, or in which an unstable one
 *   leaves the range of numbers
 *
 * O(n³).
 */
export function evolutionMatrix(hamiltonian: QuadraticHamiltonian, time: number): RealMatrix {
  checkQuadratic('evolutionMatrix', hamiltonian);
  if (!Number.isFinite(time)) throw new DomainError(`evolutionMatrix: a finite time required, got ${time}`);
  const { statistics, matrix } = hamiltonian;
  if (statistics === 'fermion') {
    const form = majoranaForm(matrix);
    const even = evenFunction(form, (energy) => Math.cos(energy * time));
    return addReal(
      even,
      1,
      oddFunction(form, (energy) => Math.sin(energy * time)),
    );
  }
  const blocks = uncorrelatedBlocks(matrix);
  if (blocks === undefined || !isIdentity(blocks.p)) {
    return checkedGrowth(realPart(matrixExponential(complexOf(scaled(time, omegaTimes(matrix))))), time);
  }
  // x(t) = cos(ωt) x + sin(ωt)/ω p, also for ω² ≤ 0.
  const eigen = symmetricEigen(blocks.x);
  const cosine = symmetricFunction(eigen, (square) => {
    const angle = Math.sqrt(Math.abs(square)) * time;
    return square >= 0 ? Math.cos(angle) : Math.cosh(angle);
  });
  const share = (square: number): number => {
    const rate = Math.sqrt(Math.abs(square));
    return rate === 0 ? time : (square > 0 ? Math.sin(rate * time) : Math.sinh(rate * time)) / rate;
  };
  const [over, times] = [
    symmetricFunction(eigen, share),
    symmetricFunction(eigen, (square) => -square * share(square)),
  ];
  return checkedGrowth(fromBlocks(cosine, over, times, cosine), time);
}

/** An unstable Hamiltonian may outgrow the range of numbers. */
function checkedGrowth(matrix: RealMatrix, time: number): RealMatrix {
  if (matrix.data.every(Number.isFinite)) return matrix;
  throw new DomainError(`evolutionMatrix: a time in which quadratures stay finite required, got ${time}`);
}

/**
 * The state after a time t under a quadratic Hamiltonian, e^{−iHt}ρe^{iHt}.
 *
 * @param time - in units of the inverse energy, ħ = 1; may be negative
 * @throws {ShapeError | DomainError} malformed or unlike arguments; a time that is not finite
 *
 * O(n³) for any time.
 */
export function gaussianEvolution(
  hamiltonian: QuadraticHamiltonian,
  state: GaussianState,
  time: number,
): GaussianState {
  checkGaussian('gaussianEvolution', state);
  checkAlike('gaussianEvolution', hamiltonian, state);
  return conjugatedBy(state, evolutionMatrix(hamiltonian, time));
}

/**
 * The state after a transformation of its modes.
 *
 * @param matrix - of shape (2n, 2n): O orthogonal, Γ ↦ OΓOᵀ, or S symplectic, V ↦ SVSᵀ. Of shape (n, n): orthogonal or
 *   unitary U, which takes annihilation operators c to U·c: the first mode becomes Σ U_0j c_j
 * @throws {ShapeError} another shape
 * @throws {DomainError} not orthogonal, symplectic or unitary
 */
export function transformed(state: GaussianState, matrix: RealMatrix | ComplexMatrix): GaussianState {
  checkGaussian('transformed', state);
  const { modes: n, statistics } = state;
  const isModes = matrix.rows === n && matrix.cols === n;
  const isFull = matrix.rows === 2 * n && matrix.cols === 2 * n && 'data' in matrix && matrix.data.length === 4 * n * n;
  if (!isModes && !isFull) {
    throw new ShapeError(
      `transformed: a matrix of shape (${n}, ${n}), or a real one of (${2 * n}, ${2 * n}), required, got ${matrix.rows} × ${matrix.cols}`,
    );
  }
  const full = isModes ? fullTransform('transformed', matrix, statistics) : (matrix as RealMatrix);
  const product = multiplyReal(full, statistics === 'fermion' ? full : omegaRight(full), { transposeB: true });
  const size = Math.max(1, full.data.reduce((most, x) => Math.max(most, Math.abs(x)), 0) ** 2);
  const error = product.data.reduce((most, x, at) => {
    const [i, j] = [Math.floor(at / (2 * n)), at % (2 * n)];
    const wanted = statistics === 'fermion' ? Number(i === j) : Number(j === i + n) - Number(i === j + n);
    return Math.max(most, Math.abs(x - wanted));
  }, 0);
  if (!(error <= TOLERANCE * size)) {
    const kind = isModes ? 'a unitary' : statistics === 'fermion' ? 'an orthogonal' : 'a symplectic';
    throw new DomainError(`transformed: ${kind} matrix required, got a deviation of ${error}`);
  }
  return conjugatedBy(state, full);
}

/**
 * A transformation c ↦ U·c of annihilation operators as a matrix of Majorana operators or quadratures, shape (2n, 2n).
 *
 * @param unitary - U, real or complex, shape (n, n); that it is unitary is not checked
 * @throws {ShapeError | DomainError} not square, not finite
 */
export function modeTransform(unitary: RealMatrix | ComplexMatrix, statistics: Statistics): RealMatrix {
  return fullTransform('modeTransform', unitary, statistics);
}

function fullTransform(caller: string, unitary: RealMatrix | ComplexMatrix, statistics: Statistics): RealMatrix {
  const [re, im] = partsOf(caller, unitary);
  const n = re.rows;
  if (re.cols !== n) throw new ShapeError(`${caller}: a square matrix required, got ${n} × ${re.cols}`);
  if (![re, im].every(({ data }) => data.every(Number.isFinite))) {
    throw new DomainError(`${caller}: finite entries required`);
  }
  // With c = (γ + iγ')/2, or (x + ip)/√2: first part ↦ Re U·first − Im U·second.
  if (statistics === 'boson') return fromBlocks(re, scaled(-1, im), im, re);
  const data = new Float64Array(4 * n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const [x, y] = [re.data[i * n + j]!, im.data[i * n + j]!];
      data[2 * i * 2 * n + 2 * j] = x;
      data[2 * i * 2 * n + 2 * j + 1] = 0 - y;
      data[(2 * i + 1) * 2 * n + 2 * j] = y;
      data[(2 * i + 1) * 2 * n + 2 * j + 1] = x;
    }
  }
  return { rows: 2 * n, cols: 2 * n, data };
}

/** MCMᵀ, with exact symmetry. */
function conjugatedBy(state: GaussianState, m: RealMatrix): GaussianState {
  const product = multiplyReal(multiplyReal(m, state.covariance), m, { transposeB: true });
  const { rows, data } = product;
  const sign = state.statistics === 'fermion' ? -1 : 1;
  const out = new Float64Array(data.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < rows; j++) out[i * rows + j] = (data[i * rows + j]! + sign * data[j * rows + i]!) / 2;
  }
  return { ...state, covariance: { rows, cols: rows, data: out } };
}

/** The matrix ((a, b), (c, d)). */
function fromBlocks(a: RealMatrix, b: RealMatrix, c: RealMatrix, d: RealMatrix): RealMatrix {
  const n = a.rows;
  const data = new Float64Array(4 * n * n);
  for (let i = 0; i < n; i++) {
    data.set(a.data.subarray(i * n, (i + 1) * n), i * 2 * n);
    data.set(b.data.subarray(i * n, (i + 1) * n), i * 2 * n + n);
    data.set(c.data.subarray(i * n, (i + 1) * n), (n + i) * 2 * n);
    data.set(d.data.subarray(i * n, (i + 1) * n), (n + i) * 2 * n + n);
  }
  return { rows: 2 * n, cols: 2 * n, data };
}

/** The matrix B with SBᵀ = SΩSᵀ: B = SΩᵀ. */
function omegaRight({ rows, cols, data }: RealMatrix): RealMatrix {
  const n = cols / 2;
  const out = new Float64Array(data.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < n; j++) {
      out[i * cols + j] = data[i * cols + n + j]!;
      out[i * cols + n + j] = -data[i * cols + j]!;
    }
  }
  return { rows, cols, data: out };
}
