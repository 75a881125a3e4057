/** @file Quadratic Hamiltonians of fermions and bosons, as data. */

import { DomainError, ShapeError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { imaginaryPart, type RealMatrix, realPart } from '../linalg/matrix.ts';
import { checkGaussian, checkSymmetry, type GaussianState, type Statistics } from './gaussian-state.ts';

/**
 * A quadratic Hamiltonian of n modes.
 *
 * Fermions: H = (i/4) Σ_ab h_ab γ_a γ_b + constant with h real and antisymmetric, shape (2n, 2n), and the Majorana
 * operators of `GaussianState`. Where h has the blocks ε·((0, 1), (−1, 0)), H = Σ ε (b†b − ½) + constant.
 *
 * Bosons: H = ½ RᵀhR + constant with h real and symmetric, and the quadratures of `GaussianState`.
 *
 * It is plain data; energies are in the units of h, with ħ = 1.
 */
export interface QuadraticHamiltonian {
  readonly statistics: Statistics;
  readonly modes: number;
  readonly matrix: RealMatrix;
  readonly constant: number;
}

/**
 * The quadratic Hamiltonian with this matrix, checked.
 *
 * @param matrix - h of `QuadraticHamiltonian`, shape (2n, 2n), n ≥ 1
 * @param constant - default 0
 * @throws {ShapeError | DomainError} wrong shape, numbers that are not finite, wrong symmetry
 */
export function quadraticHamiltonian(statistics: Statistics, matrix: RealMatrix, constant = 0): QuadraticHamiltonian {
  const hamiltonian = { statistics, modes: matrix.rows / 2, matrix, constant };
  checkQuadratic('quadraticHamiltonian', hamiltonian);
  return hamiltonian;
}

/**
 * Checks shape, numbers and symmetry of a quadratic Hamiltonian.
 *
 * @throws {ShapeError | DomainError} naming what is wrong
 */
export function checkQuadratic(caller: string, { statistics, modes, matrix, constant }: QuadraticHamiltonian): void {
  const { rows, cols, data } = matrix;
  const size = 2 * modes;
  if (!(Number.isInteger(modes) && modes >= 1 && rows === size && cols === size && data.length === size * size)) {
    throw new ShapeError(`${caller}: a matrix of shape (2n, 2n), n ≥ 1, required, got ${rows} × ${cols}`);
  }
  if (statistics !== 'fermion' && statistics !== 'boson') {
    throw new DomainError(`${caller}: statistics 'fermion' or 'boson' required, got '${statistics}'`);
  }
  if (!Number.isFinite(constant)) throw new DomainError(`${caller}: a finite constant required, got ${constant}`);
  checkSymmetry(caller, matrix, statistics === 'fermion' ? -1 : 1);
}

/**
 * The fermion Hamiltonian
 *
 *     H = Σ_ij A_ij c_i†c_j + ½ Σ_ij (B_ij c_i†c_j† + h.c.).
 *
 * @param hopping - A, real symmetric or complex Hermitian, shape (n, n)
 * @param pairing - B, real or complex, antisymmetric, shape (n, n); default none
 * @throws {ShapeError | DomainError} wrong shapes, numbers that are not finite, wrong symmetry
 */
export function quadraticOfHopping(
  hopping: RealMatrix | ComplexMatrix,
  pairing?: RealMatrix | ComplexMatrix,
): QuadraticHamiltonian {
  const n = hopping.rows;
  for (const matrix of [hopping, ...(pairing === undefined ? [] : [pairing])]) {
    if (matrix.rows !== n || matrix.cols !== n || n === 0) {
      throw new ShapeError(`quadraticOfHopping: n × n matrices required, got ${matrix.rows} × ${matrix.cols}`);
    }
  }
  const [A, a] = partsOf('quadraticOfHopping', hopping);
  const [B, b] = pairing === undefined ? [zero(n), zero(n)] : partsOf('quadraticOfHopping', pairing);
  checkSymmetry('quadraticOfHopping: Re A', A, 1);
  checkSymmetry('quadraticOfHopping: Im A', a, -1);
  checkSymmetry('quadraticOfHopping: Re B', B, -1);
  checkSymmetry('quadraticOfHopping: Im B', b, -1);
  const size = 2 * n;
  const data = new Float64Array(size * size);
  let trace = 0;
  for (let i = 0; i < n; i++) {
    trace += A.data[i * (n + 1)]!;
    for (let j = 0; j < n; j++) {
      const at = i * n + j;
      const mixed = A.data[at]! - B.data[at]!;
      data[2 * i * size + 2 * j + 1] = mixed;
      data[(2 * j + 1) * size + 2 * i] = 0 - mixed;
      data[2 * i * size + 2 * j] = a.data[at]! + b.data[at]!;
      data[(2 * i + 1) * size + 2 * j + 1] = a.data[at]! - b.data[at]!;
    }
  }
  return { statistics: 'fermion', modes: n, matrix: { rows: size, cols: size, data }, constant: trace / 2 };
}

/**
 * ⟨H⟩ = ¼ Σ h_ab Γ_ab or ¼ Σ h_ab V_ab, plus the constant.
 *
 * @throws {ShapeError | DomainError} the state is malformed, or has other modes or statistics
 */
export function gaussianEnergy(hamiltonian: QuadraticHamiltonian, state: GaussianState): number {
  checkQuadratic('gaussianEnergy', hamiltonian);
  checkGaussian('gaussianEnergy', state);
  checkAlike('gaussianEnergy', hamiltonian, state);
  const { data } = state.covariance;
  return hamiltonian.constant + hamiltonian.matrix.data.reduce((sum, x, k) => sum + x * data[k]!, 0) / 4;
}

/**
 * Checks that two records speak of the same modes.
 *
 * @throws {DomainError | ShapeError} other statistics, or another number of modes
 */
export function checkAlike(
  caller: string,
  a: { readonly statistics: Statistics; readonly modes: number },
  b: { readonly statistics: Statistics; readonly modes: number },
): void {
  if (a.statistics !== b.statistics) {
    throw new DomainError(`${caller}: the same statistics required, got ${a.statistics} and ${b.statistics}`);
  }
  if (a.modes !== b.modes) {
    throw new ShapeError(`${caller}: as many modes required, got ${a.modes} and ${b.modes}`);
  }
}

/**
 * Real and imaginary part of a real or complex matrix.
 *
 * @throws {ShapeError} other numbers of entries than rows times columns
 */
export function partsOf(caller: string, matrix: RealMatrix | ComplexMatrix): readonly [re: RealMatrix, im: RealMatrix] {
  const { rows, cols } = matrix;
  const count = 'data' in matrix ? matrix.data.length : matrix.interleaved.length / 2;
  if (count !== rows * cols) {
    throw new ShapeError(`${caller}: ${rows * cols} entries of a ${rows} × ${cols} matrix required, got ${count}`);
  }
  if ('data' in matrix) return [matrix, zero(matrix.rows, matrix.cols)];
  return [realPart(matrix), imaginaryPart(matrix)];
}

const zero = (rows: number, cols = rows): RealMatrix => ({ rows, cols, data: new Float64Array(rows * cols) });
