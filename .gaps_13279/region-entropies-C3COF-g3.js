import { Y as sizeOf, d as hermitianEigenvalues, ut as DomainError } from "./study-record-DTuekta5.js";
import { a as reducedDensityMatrix, n as complementOf, r as isDensityMatrix, t as checkState } from "./reduced-density-matrix-Bg02QxO0.js";
// src/state/entropy.ts
/** @file Entropies of states and of regions. Nats, unless another base is asked for. */
/** Probabilities up to this count as zero in the rank, the entropy of order 0. */
const RANK_TOLERANCE = 1e-12;
/**
* Entropy of a probability distribution,
*
*     S_α = log(Σ p_k^α) / (1 − α),    S₁ = −Σ p_k log p_k,
*
* with 0 log 0 = 0; negative numbers of rounding size count as zero.
*
* @throws {DomainError} order < 0, or a base that is not positive or is 1
*
* @see Rényi, Proc. 4th Berkeley Symp. Math. Stat. Prob. 1, 547 (1961)
*/
function distributionEntropy(probabilities, options = {}) {
	const { base = Math.E, order = 1 } = options;
	if (!(base > 0 && base !== 1)) throw new DomainError(`entropy: a positive base other than 1 required, got ${base}`);
	if (!(order >= 0)) throw new DomainError(`entropy: an order ≥ 0 required, got ${order}`);
	const positive = Array.from(probabilities).filter((p) => p > (order === 0 ? RANK_TOLERANCE : 0));
	const sum = (term) => positive.reduce((total, p) => total + term(p), 0);
	const nats = order === 1 ? sum((p) => -p * Math.log(p)) : order === Infinity ? -Math.log(Math.max(...positive)) : Math.log(sum((p) => p ** order)) / (1 - order);
	return nats === 0 ? 0 : nats / Math.log(base);
}
/**
* Von Neumann entropy S(ρ) = −Tr ρ log ρ, or the Rényi entropy of the given order.
*
* @param rho - density matrix, shape (D, D)
* @throws {ShapeError | DomainError} not square, not Hermitian
*
* Cost O(D³).
*/
function entropy(rho, options = {}) {
	return distributionEntropy(hermitianEigenvalues(rho), options);
}
/**
* Entropy of a region, S(A) = −Tr ρ_A log ρ_A. For a pure state it is the entanglement between the region and the
* rest, S(A) = S(B), and the smaller side is diagonalised.
*
* @param state - vector of shape (D,) or density matrix of shape (D, D)
* @param dimensions - dimension of each site
* @param region - sites of A
* @throws {ShapeError | DomainError} the state, dimensions and region do not fit
*
* @example
* ```ts
* import { entanglementEntropy } from 'bulkweave';
* import { ghz } from 'bulkweave/datasets';
*
* console.log(entanglementEntropy(ghz(4).amplitudes, [2, 2, 2, 2], [0, 1])); // 0.6931
* ```
*/
function entanglementEntropy(state, dimensions, region, options = {}) {
	return distributionEntropy(entanglementSpectrum(state, dimensions, region), options);
}
/** Eigenvalues of ρ_A, descending; for a pure state those of the smaller side (the rest of the larger's vanish). */
function entanglementSpectrum(state, dimensions, region) {
	const rest = complementOf(region, dimensions.length);
	const size = (sites) => sizeOf(sites.map((site) => dimensions[site]));
	const side = !isDensityMatrix(state) && size(rest) < size(region) ? rest : region;
	return hermitianEigenvalues(reducedDensityMatrix(state, dimensions, side)).reverse();
}
/** Purity Tr ρ², between 1/D (maximally mixed) and 1 (pure). */
function purity(rho) {
	return rho.interleaved.reduce((sum, x) => sum + x * x, 0);
}
// src/state/region-entropies.ts
/**
* @file Entropies of regions: the one door from a state, however it is given, to every question of geometry. Mutual
* information, Ryu–Takayanagi tables, recovery and embeddings read nothing else.
*/
/**
* Entropies of regions of a dense state.
*
* @param state - vector of shape (D,) or density matrix of shape (D, D), D = Π dimensions
* @param dimensions - dimension of each site: boundary, references, environment
* @throws {ShapeError} the dimensions do not multiply to D
* @throws {DomainError} more boundary sites and references than sites
*
* Cost of one region: that of `entanglementEntropy`, O(D·D_A + D_A³) for the smaller side A of a vector.
*/
function entropiesOfState(state, dimensions, { boundary = dimensions.length, references = 0, ...options } = {}) {
	checkState(state, dimensions);
	const sites = boundary + references;
	if (!(boundary >= 0 && references >= 0 && sites <= dimensions.length)) throw new DomainError(`entropiesOfState: at most ${dimensions.length} sites possible, got ${sites}`);
	const unit = Math.log(options.base ?? Math.E);
	return {
		boundary,
		references,
		capacities: dimensions.slice(0, sites).map((dimension) => Math.log(dimension) / unit),
		kind: "exact",
		entropy: rememberedEntropy(sites, (region) => entanglementEntropy(state, dimensions, region, options))
	};
}
/**
* An entropy as `RegionEntropies` requires it: of checked regions in ascending order, each computed once.
*
* @param sites - number of sites
* @param entropyOf - S of an ascending region
*/
function rememberedEntropy(sites, entropyOf) {
	const known = /* @__PURE__ */ new Map();
	return (region) => {
		complementOf(region, sites);
		const ascending = region.toSorted((a, b) => a - b);
		const key = ascending.join();
		const value = region.length === 0 ? 0 : known.get(key) ?? entropyOf(ascending);
		known.set(key, value);
		return value;
	};
}
/** The sites of a contiguous region, ascending. */
function sitesOf({ start, length }) {
	return Array.from({ length }, (_, k) => start + k);
}
export { entanglementEntropy as a, purity as c, distributionEntropy as i, rememberedEntropy as n, entanglementSpectrum as o, sitesOf as r, entropy as s, entropiesOfState as t };
