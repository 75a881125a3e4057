/** @file What a Gaussian state tells of the angle of a gate: the Fisher information of quadratic generators. */

import type { RealMatrix } from '../linalg/matrix.ts';
import { multiplyReal, submatrix } from '../linalg/real-product.ts';
import { evolutionMatrix } from './evolution.ts';
import { gaussianFisherInformation } from './gaussian-metric.ts';
import { checkGaussian, type GaussianState, indicesOf, restricted } from './gaussian-state.ts';
import { checkAlike, checkQuadratic, type QuadraticHamiltonian } from './quadratic-hamiltonian.ts';
import { omegaTimes } from './symplectic-form.ts';

/**
 * The derivative of a Gaussian state along a gate, ∂_θ of e^{−iθG}ρe^{iθG} at θ = 0,
 *
 *     ∂Γ = gΓ − Γg,    ∂V = ΩgV + V(Ωg)ᵀ.
 *
 * @param generator - G, with the matrix g
 * @returns ∂Γ or ∂V, of the shape of the covariance
 * @throws {ShapeError | DomainError} malformed or unlike arguments
 *
 * O(n³).
 */
export function generatorTangent(state: GaussianState, generator: QuadraticHamiltonian): RealMatrix {
  checkGaussian('generatorTangent', state);
  checkQuadratic('generatorTangent', generator);
  checkAlike('generatorTangent', generator, state);
  const isFermion = state.statistics === 'fermion';
  const move = multiplyReal(isFermion ? generator.matrix : omegaTimes(generator.matrix), state.covariance);
  // (gΓ)ᵀ = Γg, (ΩgV)ᵀ = V(Ωg)ᵀ
  return symmetrised(move, isFermion ? -1 : 1);
}

/**
 * Quantum Fisher information of the angles θ of gates e^{−iθG} acting on a Gaussian state,
 *
 *     F = 2 Σ_ij |g_ij|² (n_i − n_j)²/(n_i + n_j − 2n_i n_j)
 *
 * for one G = Σ g_ij c_i†c_j in the modes in which the state has occupations n_i, and alike with pairing and for bosons. A state
 * that is maximally mixed teaches nothing: at high temperature F/β² → ¼ Σ_ij |[h, g]_ij|².
 *
 * @param generators - P quadratic Hamiltonians of the same modes
 * @param region - modes that are measured; default all
 * @returns F_ij, shape (P, P)
 * @throws {ShapeError | DomainError} malformed or unlike arguments; modes that do not exist or occur twice
 *
 * O(P·n³): 0.5 s for 400 sites.
 */
export function generatorInformation(
  state: GaussianState,
  generators: readonly QuadraticHamiltonian[],
  region?: readonly number[],
): RealMatrix {
  const tangents = generators.map((generator) => generatorTangent(state, generator));
  if (region === undefined) return gaussianFisherInformation(state, tangents);
  const rows = indicesOf(state.statistics, state.modes, region);
  return gaussianFisherInformation(
    restricted(state, region),
    tangents.map((tangent) => submatrix(tangent, rows)),
  );
}

/**
 * The generator of a gate that acted a time t ago, e^{−iHt}Ge^{iHt}: a gate at a depth t below the boundary, as it is seen
 * there.
 *
 * @param time - may be negative
 * @throws {ShapeError | DomainError} malformed or unlike arguments; a time that is not finite
 *
 * O(n³).
 */
export function evolvedGenerator(
  generator: QuadraticHamiltonian,
  hamiltonian: QuadraticHamiltonian,
  time: number,
): QuadraticHamiltonian {
  checkQuadratic('evolvedGenerator', generator);
  checkQuadratic('evolvedGenerator', hamiltonian);
  checkAlike('evolvedGenerator', generator, hamiltonian);
  const back = evolutionMatrix(hamiltonian, -time);
  const turned = multiplyReal(multiplyReal(back, generator.matrix, { transposeA: true }), back);
  const sign = generator.statistics === 'fermion' ? -1 : 1;
  return { ...generator, matrix: scaledHalf(symmetrised(turned, sign)) };
}

/** M ± Mᵀ, symmetric or antisymmetric to the last bit. */
function symmetrised(m: RealMatrix, sign: 1 | -1): RealMatrix {
  const { rows, data } = m;
  const out = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < rows; j++) out[i * rows + j] = data[i * rows + j]! + sign * data[j * rows + i]!;
  }
  return { rows, cols: rows, data: out };
}

const scaledHalf = (m: RealMatrix): RealMatrix => ({ ...m, data: m.data.map((x) => x / 2) });
