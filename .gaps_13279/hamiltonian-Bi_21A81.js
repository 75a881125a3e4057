import { r as distances } from "./lattice-MaWPiOKk.js";
import { a as place } from "./pauli-uGOqdxwH.js";
// src/operator/hamiltonian.ts
/** @file The built-in Hamiltonians, each a Pauli sum on any lattice. Pauli matrices, not spins: σ·σ = 4 S·S. */
/**
* Transverse-field Ising model,
*
*     H = −J Σ_⟨ij⟩ Z_i Z_j − g Σ_i X_i.
*
* The chain is critical at g = J, with central charge ½.
*
* @see Pfeuty, Ann. Phys. 57, 79 (1970)
*/
function transverseFieldIsing(lattice, { coupling = 1, field = 1 } = {}) {
	return sumOf(lattice, [...bonds(lattice, lattice.edges, "Z", -coupling), ...sites(lattice, "X", -field)]);
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
function xxz(lattice, { coupling = 1, anisotropy = 1, field = 0 } = {}) {
	return sumOf(lattice, [
		...bonds(lattice, lattice.edges, "X", coupling),
		...bonds(lattice, lattice.edges, "Y", coupling),
		...bonds(lattice, lattice.edges, "Z", coupling * anisotropy),
		...sites(lattice, "Z", -field)
	]);
}
/**
* J1–J2 Heisenberg model,
*
*     H = J₁ Σ_⟨ij⟩ σ_i·σ_j + J₂ Σ_⟪ij⟫ σ_i·σ_j,
*
* where ⟪ij⟫ are the pairs at lattice distance 2 (on a grid that is both the diagonal and two steps straight on).
* On a periodic chain with J₂ = J₁/2 the two coverings by singlets are exact ground states, with energy −3J₁/2 for
* each site.
*
* @see Majumdar & Ghosh, J. Math. Phys. 10, 1388 (1969)
*/
function frustratedHeisenberg(lattice, { nearest = 1, nextNearest = .5 } = {}) {
	const second = pairsAtDistance(lattice, 2);
	return sumOf(lattice, [
		"X",
		"Y",
		"Z"
	].flatMap((letter) => [...bonds(lattice, lattice.edges, letter, nearest), ...bonds(lattice, second, letter, nextNearest)]));
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
function clusterIsing(lattice, { cluster = 1, coupling = 1, field = 0 } = {}) {
	return sumOf(lattice, [
		...graphStabilisers(lattice).map((word) => ({
			word,
			coefficient: -cluster
		})),
		...bonds(lattice, lattice.edges, "Y", coupling),
		...sites(lattice, "X", -field)
	]);
}
/** The words X_i Π_{j∼i} Z_j, one for each site: the stabilisers of the lattice's graph state. */
function graphStabilisers(lattice) {
	return distances(lattice).map((row) => row.map((distance) => distance === 0 ? "X" : distance === 1 ? "Z" : "I").join(""));
}
/** Pairs of sites at the given lattice distance, i < j. */
function pairsAtDistance(lattice, distance) {
	return distances(lattice).flatMap((row, i) => row.flatMap((steps, j) => i < j && steps === distance ? [[i, j]] : []));
}
function bonds({ sites }, pairs, letter, coefficient) {
	return pairs.map(([i, j]) => ({
		word: place(sites, {
			[i]: letter,
			[j]: letter
		}),
		coefficient
	}));
}
function sites({ sites }, letter, coefficient) {
	return Array.from({ length: sites }, (_, i) => ({
		word: place(sites, { [i]: letter }),
		coefficient
	}));
}
/** Terms with coefficient 0 are left out. */
function sumOf(lattice, terms) {
	return {
		qubits: lattice.sites,
		terms: terms.filter(({ coefficient }) => coefficient !== 0)
	};
}
export { xxz as i, frustratedHeisenberg as n, transverseFieldIsing as r, clusterIsing as t };
