/** @file Lattices of coupled oscillators. */

import { DomainError } from '../errors.ts';
import { checkEdges, type Lattice, ring } from '../operator/lattice.ts';
import { checkModes } from './gaussian-state.ts';
import { type QuadraticHamiltonian, quadraticHamiltonian } from './quadratic-hamiltonian.ts';

/** Coefficients of coupled oscillators. */
export interface HarmonicCouplings {
  /**
   * m > 0, the lowest frequency. Squares of frequencies are accurate to 1e-15 of the largest one, so m²/κ should be well
   * above that.
   */
  readonly mass: number;
  /** κ; default 1. */
  readonly coupling?: number;
}

/**
 * Coupled oscillators on any graph, the free scalar field on a lattice,
 *
 *     H = ½ Σ_i (p_i² + m² x_i²) + ½ κ Σ_⟨ij⟩ (x_i − x_j)².
 *
 * @throws {ShapeError} more than 8000 sites
 * @throws {DomainError} a mass that is not positive, where the ground state would not be normalisable; a coupling < 0; an
 *   edge that does not join two sites
 *
 * @see Bombelli, Koul, Lee & Sorkin, Phys. Rev. D 34, 373 (1986)
 */
export function harmonicLattice(lattice: Lattice, { mass, coupling = 1 }: HarmonicCouplings): QuadraticHamiltonian {
  checkCouplings('harmonicLattice', mass, coupling);
  const n = lattice.sites;
  checkModes('harmonicLattice', n);
  checkEdges('harmonicLattice', lattice);
  const size = 2 * n;
  const data = new Float64Array(size * size);
  for (let i = 0; i < n; i++) {
    data[i * (size + 1)] = mass * mass;
    data[(n + i) * (size + 1)] = 1;
  }
  for (const [i, j] of lattice.edges) {
    data[i * (size + 1)] = data[i * (size + 1)]! + coupling;
    data[j * (size + 1)] = data[j * (size + 1)]! + coupling;
    data[i * size + j] = data[i * size + j]! - coupling;
    data[j * size + i] = data[j * size + i]! - coupling;
  }
  return quadraticHamiltonian('boson', { rows: size, cols: size, data });
}

/** Coupled oscillators on a ring: ω_k² = m² + 4κ sin²(k/2). */
export function harmonicRing(sites: number, couplings: HarmonicCouplings): QuadraticHamiltonian {
  checkModes('harmonicRing', sites);
  return harmonicLattice(ring(sites), couplings);
}

/**
 * The frequencies of coupled oscillators on a lattice that is periodic in all directions,
 *
 *     ω_k = √(m² + 4κ Σ_i sin²(k_i/2)),    k_i = 2πj_i/L_i,    the last j fastest.
 *
 * @param sides - L_i, their number is the dimension; a side of 2 has both of its sites joined twice
 * @throws {DomainError} no sides, sides that are not positive integers, couplings as in `harmonicLattice`
 *
 * O(N) for N = Π L_i modes.
 */
export function harmonicFrequencies(sides: readonly number[], { mass, coupling = 1 }: HarmonicCouplings): Float64Array {
  checkCouplings('harmonicFrequencies', mass, coupling);
  if (sides.length === 0 || !sides.every((side) => Number.isInteger(side) && side >= 1)) {
    throw new DomainError(`harmonicFrequencies: sides that are positive integers required, got [${sides}]`);
  }
  let squares = Float64Array.of(mass * mass);
  for (const side of sides) {
    const steps = Float64Array.from({ length: side }, (_, j) => 4 * coupling * Math.sin((Math.PI * j) / side) ** 2);
    squares = Float64Array.from(
      { length: squares.length * side },
      (_, at) => squares[Math.floor(at / side)]! + steps[at % side]!,
    );
  }
  return squares.map(Math.sqrt);
}

function checkCouplings(caller: string, mass: number, coupling: number): void {
  if (!(mass > 0 && mass < Infinity)) throw new DomainError(`${caller}: a mass > 0 required, got ${mass}`);
  if (!(coupling >= 0 && coupling < Infinity))
    throw new DomainError(`${caller}: a coupling ≥ 0 required, got ${coupling}`);
}
