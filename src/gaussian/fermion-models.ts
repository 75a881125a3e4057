/** @file Chains and lattices of free fermions. */

import { DomainError, ShapeError } from '../errors.ts';
import { checkEdges, type Lattice } from '../operator/lattice.ts';
import { checkModes } from './gaussian-state.ts';
import { fromBipartiteBlock } from './majorana-form.ts';
import { type QuadraticHamiltonian, quadraticHamiltonian, quadraticOfHopping } from './quadratic-hamiltonian.ts';

/** How a chain of fermions ends. */
export type FermionBoundary = 'open' | 'periodic' | 'antiperiodic';

/** Coefficients of the XY chain. */
export interface XyCouplings {
  /** J; default 1, ferromagnetic. */
  readonly coupling?: number;
  /** γ; default 1, the Ising chain; 0 is the XX chain, which conserves the number of fermions. */
  readonly anisotropy?: number;
  /** h; default 1, at which all 0 < γ ≤ 1 are critical with c = ½. */
  readonly field?: number;
}

/**
 * The XY chain in a transverse field as free fermions,
 *
 *     H = −J Σ_j ((1 + γ)/2 X_j X_j+1 + (1 − γ)/2 Y_j Y_j+1) − h Σ_j Z_j,
 *
 * by the Jordan–Wigner transformation of `GaussianState`. Open chains are those of spins. On a ring of spins the even
 * sector, Z…Z = 1, has antiperiodic fermions and the odd one periodic fermions: `xyRingGroundState` compares them.
 *
 * @param sites - at least 2, on a ring 3
 * @throws {ShapeError | DomainError} too few or too many sites, coefficients that are not finite
 *
 * @see Lieb, Schultz & Mattis, Ann. Phys. 16, 407 (1961)
 */
export function xyChain(
  sites: number,
  { coupling = 1, anisotropy = 1, field = 1 }: XyCouplings = {},
  boundary: FermionBoundary = 'open',
): QuadraticHamiltonian {
  checkSites('xyChain', sites, boundary);
  checkFinite('xyChain', coupling, anisotropy, field);
  const data = new Float64Array(sites * sites);
  for (let j = 0; j < sites; j++) {
    data[j * (sites + 1)] = 2 * field;
    if (j + 1 === sites && boundary === 'open') break;
    const sign = j + 1 === sites && boundary === 'antiperiodic' ? -1 : 1;
    const next = (j + 1) % sites;
    data[next * sites + j] = -sign * coupling * (1 + anisotropy);
    data[j * sites + next] = -sign * coupling * (1 - anisotropy);
  }
  return quadraticHamiltonian('fermion', fromBipartiteBlock({ rows: sites, cols: sites, data }));
}

/** Coefficients of fermions that hop. */
export interface HoppingCouplings {
  /** t, for all edges or for each; default 1. A negative one closes a ring antiperiodically. */
  readonly amplitude?: number | readonly number[];
  /** μ, for all sites or for each; default 0. */
  readonly chemicalPotential?: number | readonly number[];
}

/**
 * Fermions hopping on any graph,
 *
 *     H = −Σ_⟨ij⟩ t_ij (c_i†c_j + c_j†c_i) − Σ_i μ_i c_i†c_i.
 *
 * On the chain it is the XX chain with J = t, h = −μ/2: −(t/2) Σ (XX + YY) + …, critical with c = 1 for |μ| < 2t.
 * Amplitudes of an edge that is listed twice add up.
 *
 * @throws {ShapeError} amplitudes or potentials that are neither one nor as many as edges or sites; too many sites
 * @throws {DomainError} coefficients that are not finite, an edge that does not join two sites
 */
export function hopping(
  lattice: Lattice,
  { amplitude = 1, chemicalPotential = 0 }: HoppingCouplings = {},
): QuadraticHamiltonian {
  const n = lattice.sites;
  checkModes('hopping', n);
  checkEdges('hopping', lattice);
  const t = listOf('hopping: amplitudes', amplitude, lattice.edges.length);
  const mu = listOf('hopping: chemical potentials', chemicalPotential, n);
  const data = new Float64Array(n * n);
  lattice.edges.forEach(([i, j], edge) => {
    data[i * n + j] = data[i * n + j]! - t[edge]!;
    data[j * n + i] = data[j * n + i]! - t[edge]!;
  });
  for (let i = 0; i < n; i++) data[i * (n + 1)] = -mu[i]!;
  return quadraticOfHopping({ rows: n, cols: n, data });
}

/** Coefficients of the lattice Dirac fermion. */
export interface DiracCouplings {
  /** m; default 0, massless. */
  readonly mass?: number;
  /** The coefficient of Wilson's term, which leaves one cone; default 1. */
  readonly wilson?: number;
}

/**
 * The Dirac fermion on a chain of sites with two modes each, 2x and 2x + 1,
 *
 *     H = Σ_k c_k† (sin k σ_y + (m + r(1 − cos k)) σ_z) c_k,
 *
 * real in position space. Its ground state fills half of the modes.
 *
 * @param sites - at least 2, on a ring 3
 * @throws {ShapeError | DomainError} too few or too many sites, coefficients that are not finite
 *
 * @see Qi, arXiv:1309.6282 (2013), for its use; Wilson, Phys. Rev. D 10, 2445 (1974)
 */
export function latticeDirac(
  sites: number,
  { mass = 0, wilson = 1 }: DiracCouplings = {},
  boundary: FermionBoundary = 'periodic',
): QuadraticHamiltonian {
  checkSites('latticeDirac', sites, boundary, 2 * sites);
  checkFinite('latticeDirac', mass, wilson);
  const n = 2 * sites;
  const data = new Float64Array(n * n);
  const join = (i: number, j: number, value: number): void => {
    data[i * n + j] = data[i * n + j]! + value;
    data[j * n + i] = data[j * n + i]! + value;
  };
  for (let x = 0; x < sites; x++) {
    data[2 * x * (n + 1)] = mass + wilson;
    data[(2 * x + 1) * (n + 1)] = -mass - wilson;
    if (x + 1 === sites && boundary === 'open') break;
    const sign = x + 1 === sites && boundary === 'antiperiodic' ? -1 : 1;
    const next = (x + 1) % sites;
    join(2 * x, 2 * next, (-sign * wilson) / 2);
    join(2 * x + 1, 2 * next + 1, (sign * wilson) / 2);
    join(2 * x, 2 * next + 1, -sign / 2);
    join(2 * x + 1, 2 * next, sign / 2);
  }
  return quadraticOfHopping({ rows: n, cols: n, data });
}

/** The same number for each of so many, or a list of that length. */
export function listOf(what: string, given: number | readonly number[], length: number): readonly number[] {
  const list = typeof given === 'number' ? new Array<number>(length).fill(given) : given;
  if (list.length !== length) throw new ShapeError(`${what}: ${length} numbers required, got ${list.length}`);
  const wrong = list.find((x) => !Number.isFinite(x));
  if (wrong !== undefined) throw new DomainError(`${what}: finite numbers required, got ${wrong}`);
  return list;
}

function checkFinite(caller: string, ...coefficients: readonly number[]): void {
  const wrong = coefficients.find((x) => !Number.isFinite(x));
  if (wrong !== undefined) throw new DomainError(`${caller}: finite coefficients required, got ${wrong}`);
}

const BOUNDARIES: readonly FermionBoundary[] = ['open', 'periodic', 'antiperiodic'];

function checkSites(caller: string, sites: number, boundary: FermionBoundary, modes = sites): void {
  if (!BOUNDARIES.includes(boundary)) {
    throw new DomainError(`${caller}: a boundary of ${BOUNDARIES.join(', ')} required, got '${boundary}'`);
  }
  const least = boundary === 'open' ? 2 : 3;
  if (!(Number.isInteger(sites) && sites >= least)) {
    throw new DomainError(`${caller}: at least ${least} sites required, got ${sites}`);
  }
  checkModes(caller, modes);
}
