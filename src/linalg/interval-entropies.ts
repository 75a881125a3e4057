/** @file The entropies of all intervals of a chain of free fermions, as a matter of linear algebra. */

import { currentEngine } from '../engine/engine.ts';
import { DomainError } from '../errors.ts';
import { ENTROPY_QUADRATURE } from './entropy-quadrature.ts';
import { symmetricEigen, symmetricFunction } from './symmetric-eigen.ts';
import { symmetricEigenvalues } from './symmetric-eigenvalues.ts';

/** Eigenvalues this far outside of [0, 1] are too close to the least node of the quadrature. */
const ROUNDING = 2e-15;
/** How far outside of [0, 1] an eigenvalue may be. */
const SPECTRUM_TOLERANCE = 1e-8;

/**
 * The binary entropies of all contiguous principal submatrices of a real symmetric matrix C with 0 ≤ C ≤ 1,
 *
 *     S(a…b) = Σ −λ log λ − (1 − λ) log(1 − λ)    over the spectrum of C[a…b],
 *
 * the entanglement entropies of all intervals of free fermions with ⟨c†c⟩ = C. No spectrum is computed: by a quadrature
 * the entropy is a sum of log det(t + C[a…b]) + log det(t + 1 − C[a…b]), and the determinants of all intervals of a positive
 * definite matrix follow from one another in O(n³).
 *
 * Eigenvalues that rounding has moved out of [0, 1] are moved back. The quadrature adds an error of at most 2e-14 for each
 * eigenvalue. Rounding, that of the entries of C included, counts as it does with spectra, by the slope of the entropy: up to
 * 1e-12 for 100 sites of a critical chain, 1e-11 for 400.
 *
 * @param matrix - n × n, row-major
 * @returns shape (n, n): S(a…b) at a·n + b for a ≤ b, zeros elsewhere
 * @throws {ShapeError} the matrix is not n × n
 * @throws {DomainError} it is not symmetric, or not finite, or an eigenvalue is not in [0, 1]
 *
 * 110n³ operations, 0.6 s at n = 400; half of that if C is ½ on the diagonal and joins even to odd sites only.
 */
export function intervalEntropies(matrix: Float64Array, n: number): Float64Array {
  const values = symmetricEigenvalues(matrix, n);
  const outside = n === 0 ? 0 : Math.max(0, -values[0]!, values[n - 1]! - 1);
  if (outside > SPECTRUM_TOLERANCE) {
    throw new DomainError(
      `intervalEntropies: eigenvalues between 0 and 1 required, got ${values[0]} and ${values[n - 1]}`,
    );
  }
  const C = clipped(matrix, n, outside > ROUNDING);
  const entropies = new Float64Array(n * n);
  const pairs = new Float64Array(2 * n * n);
  for (const lanes of passes(isHalfFilledBipartite(C, n))) {
    lanes.forEach(({ sign, shift }, lane) => {
      for (let k = 0; k < n * n; k++) pairs[2 * k + lane] = sign * C[k]!;
      for (let k = lane; k < 2 * n * n; k += 2 * (n + 1)) pairs[k] = pairs[k]! + shift;
    });
    const alone = Float64Array.from({ length: 2 * n }, (_, k) => pairs[2 * (k >> 1) * (n + 1) + (k & 1)]!);
    currentEngine().conditionalVariances(pairs, n, Math.min(...lanes.map(({ least }) => least)));
    lanes.forEach(({ weight, unit }, lane) => {
      for (let a = 0; a < n; a++) {
        let sum = Math.log(alone[2 * a + lane]! / unit);
        for (let b = a; b < n; b++) {
          if (b > a) sum += Math.log(pairs[2 * (a * n + b) + lane]! / unit);
          entropies[a * n + b] = entropies[a * n + b]! + weight * sum;
        }
      }
    });
  }
  return entropies.map((x) => Math.max(0, x));
}

/** A term weight·log det[(shift + sign·C[a…b])/unit] of the entropy, and a lower bound of the spectrum in it. */
interface Lane {
  readonly sign: 1 | -1;
  readonly shift: number;
  readonly weight: number;
  readonly unit: number;
  readonly least: number;
}

/** The terms of the entropy, two by two. If spectra are symmetric, C and 1 − C have the same determinants. */
function passes(isSymmetric: boolean): readonly (readonly Lane[])[] {
  if (!isSymmetric) {
    return ENTROPY_QUADRATURE.map(([t, weight]) => [
      { sign: 1, shift: t, weight, unit: t, least: t },
      { sign: -1, shift: 1 + t, weight, unit: 1 + t, least: t },
    ]);
  }
  const lanes = ENTROPY_QUADRATURE.map(([t, w]) => {
    return { sign: 1, shift: t, weight: 2 * w, unit: Math.sqrt(t * (1 + t)), least: t } as const;
  });
  return lanes.flatMap((lane, k) => (k % 2 === 0 ? [[lane, lanes[k + 1]!]] : []));
}

/** Whether the diagonal is ½ and all other entries join even to odd sites: then the spectra of all intervals are symmetric. */
function isHalfFilledBipartite(C: Float64Array, n: number): boolean {
  return C.every((x, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    return (i + j) % 2 === 1 || x === (i === j ? 0.5 : 0);
  });
}

/** The symmetric part of a matrix, and if necessary with eigenvalues below 0 and above 1 moved to 0 and 1. */
function clipped(matrix: Float64Array, n: number, isNecessary: boolean): Float64Array {
  const data = matrix.map((x, k) => (x + matrix[(k % n) * n + Math.floor(k / n)]!) / 2);
  if (!isNecessary) return data;
  const eigen = symmetricEigen({ rows: n, cols: n, data });
  const beyond = symmetricFunction(eigen, (x) => Math.min(x, 0) + Math.max(x - 1, 0));
  return data.map((x, k) => x - beyond.data[k]!);
}
