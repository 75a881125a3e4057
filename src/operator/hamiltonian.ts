/** @file The built-in Hamiltonians, each a Pauli sum on any lattice. Pauli matrices, not spins: σ·σ = 4 S·S. */

import { distances, type Lattice } from './lattice.ts';
import { type PauliWord, place } from './pauli.ts';
import type { PauliSum, PauliTerm } from './pauli-sum.ts';

/** Coefficients of the transverse-field Ising model. */
export interface IsingCouplings {
  /** J; default 1, ferromagnetic. */
  readonly coupling?: number;
  /** g; default 1, the critical point of the chain. */
  readonly field?: number;
}

/**
 * Transverse-field Ising model,
 *
 *     H = −J Σ_⟨ij⟩ Z_i Z_j − g Σ_i X_i.
 *
 * The chain is critical at g = J, with central charge ½.
 *
 * @see Pfeuty, Ann. Phys. 57, 79 (1970)
 */
export function transverseFieldIsing(lattice: Lattice, { coupling = 1, field = 1 }: IsingCouplings = {}): PauliSum {
  return sumOf(lattice, [...bonds(lattice, lattice.edges, 'Z', -coupling), ...sites(lattice, 'X', -field)]);
}

/** Coefficients of the XXZ model. */
export interface XxzCouplings {
  /** J; default 1, antiferromagnetic. */
  readonly coupling?: number;
  /** Δ; default 1, the Heisenberg model. */
  readonly anisotropy?: number;
  /** h, along Z; default 0. */
  readonly field?: number;
}

/**
 * XXZ model,
 *
 *     H = J Σ_⟨ij⟩ (X_i X_j + Y_i Y_j + Δ Z_i Z_j) − h Σ_i Z_i.
 *
 * The chain is critical for −1 < Δ ≤ 1; Δ = 1 is the Heisenberg antiferromagnet, Δ = 0 the XX chain.
 *
 * @see Yang & Yang, Phys. Rev. 150, 321 (1966)
 */
export function xxz(lattice: Lattice, { coupling = 1, anisotropy = 1, field = 0 }: XxzCouplings = {}): PauliSum {
  return sumOf(lattice, [
    ...bonds(lattice, lattice.edges, 'X', coupling),
    ...bonds(lattice, lattice.edges, 'Y', coupling),
    ...bonds(lattice, lattice.edges, 'Z', coupling * anisotropy),
    ...sites(lattice, 'Z', -field),
  ]);
}

/** Coefficients of the J1–J2 model. */
export interface FrustratedCouplings {
  /** J₁, between neighbours; default 1. */
  readonly nearest?: number;
  /** J₂, between sites at lattice distance 2; default ½, the Majumdar–Ghosh point of the chain. */
  readonly nextNearest?: number;
  /** Only pairs with two common neighbours: on a square grid the diagonals, as the square-lattice model has them. */
  readonly diagonals?: boolean;
}

/**
 * J1–J2 Heisenberg model,
 *
 *     H = J₁ Σ_⟨ij⟩ σ_i·σ_j + J₂ Σ_⟪ij⟫ σ_i·σ_j,
 *
 * where ⟪ij⟫ are the pairs at lattice distance 2 (on a grid that is both the diagonal and two steps straight on, unless
 * `diagonals` is set).
 * On a periodic chain with J₂ = J₁/2 the two coverings by singlets are exact ground states, with energy −3J₁/2 for
 * each site.
 *
 * @see Majumdar & Ghosh, J. Math. Phys. 10, 1388 (1969)
 */
export function frustratedHeisenberg(
  lattice: Lattice,
  { nearest = 1, nextNearest = 0.5, diagonals = false }: FrustratedCouplings = {},
): PauliSum {
  const common = diagonals ? 2 : 1;
  const second = pairsAtDistance(lattice, 2).filter(([i, j]) => commonNeighbours(lattice, i, j) >= common);
  return sumOf(
    lattice,
    ['X', 'Y', 'Z'].flatMap((letter) => [
      ...bonds(lattice, lattice.edges, letter, nearest),
      ...bonds(lattice, second, letter, nextNearest),
    ]),
  );
}

/** Coefficients of the cluster-Ising model. */
export interface ClusterIsingCouplings {
  /** K; default 1. */
  readonly cluster?: number;
  /** J; default 1, the critical point of the chain. */
  readonly coupling?: number;
  /** g; default 0. */
  readonly field?: number;
}

/**
 * Cluster–Ising model,
 *
 *     H = −K Σ_i X_i Π_{j∼i} Z_j + J Σ_⟨ij⟩ Y_i Y_j − g Σ_i X_i.
 *
 * For J = g = 0 the ground state is the graph state of the lattice, with energy −K for each site. (The cited paper
 * exchanges X and Z; its chain is critical at |J| = K.)
 *
 * @see Smacchia et al., Phys. Rev. A 84, 022304 (2011)
 */
export function clusterIsing(
  lattice: Lattice,
  { cluster = 1, coupling = 1, field = 0 }: ClusterIsingCouplings = {},
): PauliSum {
  const stabilisers = graphStabilisers(lattice).map((word) => ({ word, coefficient: -cluster }));
  return sumOf(lattice, [
    ...stabilisers,
    ...bonds(lattice, lattice.edges, 'Y', coupling),
    ...sites(lattice, 'X', -field),
  ]);
}

/** The words X_i Π_{j∼i} Z_j, one for each site: the stabilisers of the lattice's graph state. */
export function graphStabilisers(lattice: Lattice): readonly PauliWord[] {
  const table = distances(lattice);
  return table.map((row) => row.map((distance) => (distance === 0 ? 'X' : distance === 1 ? 'Z' : 'I')).join(''));
}

/** Pairs of sites at the given lattice distance, i < j. */
function pairsAtDistance(lattice: Lattice, distance: number): readonly (readonly [number, number])[] {
  return distances(lattice).flatMap((row, i) =>
    row.flatMap((steps, j) => (i < j && steps === distance ? [[i, j] as const] : [])),
  );
}

const commonNeighbours = (lattice: Lattice, i: number, j: number): number =>
  distances(lattice)[i]!.filter((steps, site) => steps === 1 && distances(lattice)[j]![site] === 1).length;

function bonds(
  { sites }: Lattice,
  pairs: readonly (readonly [number, number])[],
  letter: string,
  coefficient: number,
): readonly PauliTerm[] {
  return pairs.map(([i, j]) => ({ word: place(sites, { [i]: letter, [j]: letter }), coefficient }));
}

function sites({ sites }: Lattice, letter: string, coefficient: number): readonly PauliTerm[] {
  return Array.from({ length: sites }, (_, i) => ({ word: place(sites, { [i]: letter }), coefficient }));
}

/** Terms with coefficient 0 are left out. */
function sumOf(lattice: Lattice, terms: readonly PauliTerm[]): PauliSum {
  return { qubits: lattice.sites, terms: terms.filter(({ coefficient }) => coefficient !== 0) };
}
