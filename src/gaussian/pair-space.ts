/** @file Free fermions on a ring of spins as pseudo-spins, one for each pair of momenta k and −k. */

import { DomainError, ShapeError } from '../errors.ts';
import type { XyCouplings } from './fermion-models.ts';
import { checkGaussian, type GaussianState } from './gaussian-state.ts';

/**
 * A translation-invariant quadratic Hamiltonian of a ring of N spins,
 *
 *     H = Σ_j [g Z_j + Σ_r A_r (X…X + Y…Y) + B_r (X…X − Y…Y) + D_r (X…Y + Y…X)],    words of j … j + r with Z between their ends.
 *
 * A, B and D have the shape (R,), entry r − 1 for the range r = 1 … R ≤ N/2. In the even sector, Z…Z = 1, the two words of range
 * N/2 that join a pair of sites, one on each side of the ring, are the same Majorana pair: they are counted once.
 */
export interface RingGenerator {
  readonly g: number;
  readonly A: ArrayLike<number>;
  readonly B: ArrayLike<number>;
  readonly D: ArrayLike<number>;
}

/**
 * The momenta k = (2j + 1)π/N of the even sector, one of each pair ±k, shape (N/2,).
 *
 * @param sites - N, even, at least 2
 * @throws {DomainError} another number
 */
export function ringMomenta(sites: number): Float64Array {
  checkRing('ringMomenta', sites);
  return Float64Array.from({ length: sites / 2 }, (_, j) => ((2 * j + 1) * Math.PI) / sites);
}

/**
 * The vectors b_k about which a Hamiltonian turns the pseudo-spins, ṁ = 2b × m,
 *
 *     b_k = (4 Σ B_r sin kr, 4 Σ D_r sin kr, 2g − 4 Σ A_r cos kr).
 *
 * The pseudo-spin of k is up, m = (0, 0, 1), where ±k are empty, and down where both are filled; |0…0⟩ has all of them up.
 *
 * @returns one vector after the other, shape (3N/2,)
 * @throws {DomainError} a number of sites that is odd
 * @throws {ShapeError} ranges beyond N/2
 *
 * O(N·R).
 */
export function pairFields(sites: number, { g, A, B, D }: RingGenerator): Float64Array {
  const momenta = ringMomenta(sites);
  const ranges = Math.max(A.length, B.length, D.length);
  if (ranges > sites / 2) throw new ShapeError(`pairFields: ranges up to ${sites / 2} required, got ${ranges}`);
  const fields = new Float64Array(3 * momenta.length);
  momenta.forEach((k, at) => {
    let [x, y, z] = [0, 0, 2 * g];
    for (let r = 1; r <= ranges; r++) {
      const sine = 4 * Math.sin(k * r);
      x += sine * (B[r - 1] ?? 0);
      y += sine * (D[r - 1] ?? 0);
      z -= 4 * Math.cos(k * r) * (A[r - 1] ?? 0);
    }
    fields.set([x, y, z], 3 * at);
  });
  return fields;
}

/**
 * F(H) = √Σ w h² over words, with one weight for each range,
 *
 *     F² = N [w_0 g² + 2 Σ_r w_r (A_r² + B_r² + D_r²)],
 *
 * where range N/2 counts twice: half as many Majorana pairs carry twice the coefficient. (On spins each of these pairs is two words,
 * on either side of the ring; shared by both, the cost is half of that.)
 *
 * @param weightOf - w_r; may be infinite where the coefficients are 0
 */
export function ringSpeed(sites: number, { g, A, B, D }: RingGenerator, weightOf: (range: number) => number): number {
  checkRing('ringSpeed', sites);
  let square = weighted(weightOf(0), g * g);
  for (let r = 1; r <= Math.max(A.length, B.length, D.length); r++) {
    const squares = (A[r - 1] ?? 0) ** 2 + (B[r - 1] ?? 0) ** 2 + (D[r - 1] ?? 0) ** 2;
    square += rangeMultiplicity(sites, r) * weighted(weightOf(r), squares);
  }
  return Math.sqrt(sites * square);
}

/** What a unit coefficient of range r adds to F²/(N·w_r): 1 for r = 0, 2 for longer ranges, 4 for r = N/2. */
export const rangeMultiplicity = (sites: number, range: number): number =>
  range === 0 ? 1 : 2 * range === sites ? 4 : 2;

const weighted = (weight: number, square: number): number => (square === 0 ? 0 : weight * square);

/**
 * The angles by which the pseudo-spins of the XY chain's ground state in the even sector are turned from up, about y,
 *
 *     θ_k = atan2(γJ sin k, h − J cos k),
 *
 * with the couplings of `xyChain`; at criticality, γ = h = J, θ_k = (π − k)/2. Shape (N/2,).
 */
export function xyPairAngles(
  sites: number,
  { coupling = 1, anisotropy = 1, field = 1 }: XyCouplings = {},
): Float64Array {
  return ringMomenta(sites).map((k) => Math.atan2(anisotropy * coupling * Math.sin(k), field - coupling * Math.cos(k)));
}

/** The pseudo-spins (sin θ, 0, cos θ) of angles, shape (3N/2,). */
export function vectorsOfAngles(angles: ArrayLike<number>): Float64Array {
  const vectors = new Float64Array(3 * angles.length);
  for (let k = 0; k < angles.length; k++) {
    vectors[3 * k] = Math.sin(angles[k]!);
    vectors[3 * k + 2] = Math.cos(angles[k]!);
  }
  return vectors;
}

/** Largest deviation of a covariance from translation invariance, and of a pseudo-spin from length 1. */
const TOLERANCE = 1e-8;

/**
 * The pseudo-spins of a translation-invariant pure state of the even sector: with Γ(k) = Σ_r Γ_{0,r} e^{ikr} over the antiperiodic
 * ring,
 *
 *     Γ_00(k) = i m_y,    Γ_01(k) = −m_z − i m_x.
 *
 * @returns m_k, shape (3N/2,)
 * @throws {DomainError} bosons, an odd number of modes, a state that is not translation-invariant, or not of pairs ±k
 *
 * O(N²).
 */
export function pairVectors(state: GaussianState): Float64Array {
  checkGaussian('pairVectors', state);
  const { modes: n, statistics } = state;
  if (statistics !== 'fermion') throw new DomainError('pairVectors: fermions required, got bosons');
  const rows = meanRows(state);
  const vectors = new Float64Array(3 * (n / 2));
  ringMomenta(n).forEach((k, at) => {
    const m = vectors.subarray(3 * at, 3 * at + 3);
    for (let r = 0; r < n; r++) {
      const [c, s] = [Math.cos(k * r), Math.sin(k * r)];
      m[0] = m[0]! - s * rows[r]![1];
      m[1] = m[1]! + s * rows[r]![0];
      m[2] = m[2]! - c * rows[r]![1];
    }
    const size = Math.hypot(m[0]!, m[1]!, m[2]!);
    if (!(Math.abs(size - 1) < TOLERANCE)) {
      throw new DomainError(`pairVectors: a pure state of pairs ±k required, got a pseudo-spin of length ${size}`);
    }
  });
  return vectors;
}

/** Γ_{(0,0),(r,0)} and Γ_{(0,0),(r,1)}, the same from every site of the antiperiodic ring. */
function meanRows({ modes: n, covariance: { data } }: GaussianState): readonly (readonly [number, number])[] {
  checkRing('pairVectors', n);
  return Array.from({ length: n }, (_, r) => {
    const first = [data[2 * r]!, data[2 * r + 1]!] as const;
    for (let j = 0; j < n; j++) {
      const sign = j + r < n ? 1 : -1;
      for (const [b, value] of first.entries()) {
        const other = sign * data[2 * j * 2 * n + 2 * ((j + r) % n) + b]!;
        if (!(Math.abs(other - value) < TOLERANCE)) {
          throw new DomainError(
            `pairVectors: a state required that translations of the antiperiodic ring keep, got ${value} and ${other} at distance ${r}`,
          );
        }
      }
    }
    return first;
  });
}

/**
 * Checks that a ring has pairs of momenta only.
 *
 * @throws {DomainError} an odd number of sites
 */
export function checkRing(caller: string, sites: number): void {
  if (!(Number.isInteger(sites) && sites >= 2 && sites % 2 === 0)) {
    throw new DomainError(`${caller}: an even number of sites required, got ${sites}`);
  }
}
