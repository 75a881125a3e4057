/** @file Integrable or chaotic? How the levels of a Hamiltonian keep their distance, in a sector of its symmetries. */

import { DomainError } from '../errors.ts';
import { type ComplexMatrix, zeroMatrix } from '../linalg/complex.ts';

/** Mean ratio of independent levels, 2 log 2 − 1: what integrable systems show as a rule (Berry & Tabor). */
export const POISSON_RATIO = 2 * Math.LN2 - 1;
/** Mean ratio of the Gaussian orthogonal ensemble, for large matrices: what chaotic systems with time reversal show. */
export const ORTHOGONAL_RATIO = 0.5307;

/**
 * Mean ratio of neighbouring level spacings, ⟨min(s_k, s_{k+1}) / max(s_k, s_{k+1})⟩, which needs no unfolding.
 * Spacings below 10⁻¹⁰ of the width of the spectrum are degeneracies: they count as they are, and pull the mean down.
 *
 * @param energies - ascending, at least three
 * @throws {DomainError} fewer than three levels
 *
 * @see Oganesyan & Huse, Phys. Rev. B 75, 155111 (2007); Atas, Bogomolny, Giraud & Roux, Phys. Rev. Lett. 110, 084101
 *   (2013)
 */
export function levelSpacingRatio(energies: ArrayLike<number>): number {
  if (energies.length < 3) {
    throw new DomainError(`levelSpacingRatio: at least three levels required, got ${energies.length}`);
  }
  const spacings = Array.from({ length: energies.length - 1 }, (_, k) => energies[k + 1]! - energies[k]!);
  const ratios = spacings.slice(1).map((next, k) => {
    const [less, more] = [Math.min(spacings[k]!, next), Math.max(spacings[k]!, next)];
    return more > 0 ? less / more : 1;
  });
  return ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
}

/**
 * The block of a Hermitian matrix on the states that a group of permutations of the basis leaves as they are: one state
 * Σ_{b ∈ O} |b⟩/√|O| for each orbit O.
 *
 * @param matrix - shape (D, D), invariant under the group
 * @param generators - permutations of 0 … D − 1 that generate the group, each its own inverse
 * @returns shape (#orbits, #orbits)
 */
export function symmetricSector(matrix: ComplexMatrix, generators: readonly ((b: number) => number)[]): ComplexMatrix {
  const orbitOf = new Int32Array(matrix.rows).fill(-1);
  const sizes: number[] = [];
  for (let b = 0; b < matrix.rows; b++) {
    if (orbitOf[b] !== -1) continue;
    const orbit = [b];
    orbitOf[b] = sizes.length;
    for (const member of orbit) {
      for (const generator of generators) {
        const image = generator(member);
        if (orbitOf[image] !== -1) continue;
        orbitOf[image] = sizes.length;
        orbit.push(image);
      }
    }
    sizes.push(orbit.length);
  }
  const block = zeroMatrix(sizes.length, sizes.length);
  for (let i = 0; i < matrix.rows; i++) {
    for (let j = 0; j < matrix.cols; j++) {
      const [a, b] = [orbitOf[i]!, orbitOf[j]!];
      const [from, to] = [2 * (i * matrix.cols + j), 2 * (a * block.cols + b)];
      const scale = 1 / Math.sqrt(sizes[a]! * sizes[b]!);
      block.interleaved[to] = block.interleaved[to]! + scale * matrix.interleaved[from]!;
      block.interleaved[to + 1] = block.interleaved[to + 1]! + scale * matrix.interleaved[from + 1]!;
    }
  }
  return block;
}
