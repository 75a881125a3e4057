/** @file Spectra of area and volume in loop quantum gravity, and the spins of pairs of links. */

import { DomainError } from '../../errors.ts';
import type { ComplexVector } from '../../linalg/complex.ts';
import { hermitianEigenvalues } from '../../linalg/hermitian-eigen.ts';
import { multiplyReal, transposeReal } from '../../linalg/real-product.ts';
import { type Pairing, pairSpins, recouplingMatrix } from './intertwiners.ts';
import { checkSpins, type Spin } from './spins.ts';

/** Four spins, the links of a vertex of valence four. */
export type FourSpins = readonly [Spin, Spin, Spin, Spin];

/**
 * Area of a surface that a link of spin j crosses, in units of 8πγℓ² (γ the Barbero–Immirzi parameter, ℓ the Planck
 * length): √(j(j + 1)).
 *
 * @see Rovelli & Smolin, Nucl. Phys. B 442, 593 (1995)
 */
export const linkArea = (j: Spin): number => Math.sqrt(j * (j + 1));

/**
 * Spectrum of the volume of a vertex of valence four, in units of (8πγ)^{3/2} ℓ³,
 *
 *     V = (√2/3) √|Q|,   Q = J₁·(J₂ × J₃),
 *
 * from Q = i [J₁·J₂, J₂·J₃], the first diagonal in the basis of J₁₂, the second in that of J₂₃.
 *
 * @returns one value for every invariant tensor, ascending; eigenvalues ±q of Q give the same volume
 * @throws {DomainError} a number that is no spin
 *
 * Cost O((2j)³).
 * @see Barbieri, Nucl. Phys. B 518, 714 (1998); Bianchi & Haggard, Phys. Rev. Lett. 107, 011301 (2011)
 */
export function volumeSpectrum(spins: FourSpins): Float64Array {
  checkSpins('volumeSpectrum', spins);
  const R = recouplingMatrix(spins, '23');
  const n = R.cols;
  const [a, b, c] = spins.map((j) => j * (j + 1)) as [number, number, number];
  const J12 = pairSpins(spins, '12').map((J) => (J * (J + 1) - a - b) / 2);
  const J23 = pairSpins(spins, '23').map((K) => (K * (K + 1) - b - c) / 2);
  const weighted = { ...R, data: R.data.map((value, k) => J23[Math.floor(k / n)]! * value) };
  const B = multiplyReal(transposeReal(R), weighted).data;
  const Q = new Float64Array(2 * n * n);
  for (let k = 0; k < n; k++) {
    for (let l = 0; l < n; l++) Q[2 * (k * n + l) + 1] = (J12[k]! - J12[l]!) * B[k * n + l]!;
  }
  return hermitianEigenvalues({ rows: n, cols: n, interleaved: Q })
    .map((q) => (Math.SQRT2 / 3) * Math.sqrt(Math.abs(q)))
    .sort();
}

/** Probability of each total spin. */
export interface SpinDistribution {
  readonly spins: readonly Spin[];
  readonly probabilities: Float64Array;
}

/**
 * Probabilities of the total spin J of a pair of links at a vertex of valence four: what a measurement of the area
 * of the face between both pairs would tell.
 *
 * @param coefficients - of the vertex in the basis of `intertwinerBasis`
 * @throws {DomainError} a number that is no spin, another number of coefficients than basis tensors, or all of them zero
 */
export function pairingSpectrum(spins: FourSpins, coefficients: ComplexVector, pairing: Pairing): SpinDistribution {
  const R = recouplingMatrix(spins, pairing);
  const { length, interleaved } = coefficients;
  if (length !== R.cols) throw new DomainError(`pairingSpectrum: ${R.cols} coefficients required, got ${length}`);
  const norm = interleaved.reduce((sum, x) => sum + x * x, 0);
  if (!(norm > 0 && norm < Infinity)) {
    throw new DomainError('pairingSpectrum: finite coefficients that are not all zero required');
  }
  const probabilities = Float64Array.from({ length: R.rows }, (_, row) => {
    let [re, im] = [0, 0];
    for (let k = 0; k < length; k++) {
      re += R.data[row * length + k]! * interleaved[2 * k]!;
      im += R.data[row * length + k]! * interleaved[2 * k + 1]!;
    }
    return (re * re + im * im) / norm;
  });
  return { spins: pairSpins(spins, pairing), probabilities };
}
