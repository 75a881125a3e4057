import { t as entropiesOfState } from "./region-entropies-C3COF-g3.js";
// src/state/mutual-information.ts
/**
* Mutual information of two regions without common sites,
*
*     I(A:B) = S(A) + S(B) − S(AB) ≥ 0.
*
* @param state - vector of shape (D,) or density matrix of shape (D, D)
* @param dimensions - dimension of each site
* @param a - sites of A
* @param b - sites of B
* @param options - base of the logarithm; default e
* @throws {ShapeError | DomainError} the state, dimensions and regions do not fit, or the regions overlap
*/
function mutualInformation(state, dimensions, a, b, options = {}) {
	return regionInformation(entropiesOfState(state, dimensions, options), a, b);
}
/**
* Mutual information I(A:B) of two regions of any state, see `mutualInformation`.
*
* @throws {DomainError} sites that do not exist or occur twice
*/
function regionInformation(entropies, a, b) {
	const S = entropies.entropy;
	return S(a) + S(b) - S([...a, ...b]);
}
/**
* Mutual information between all pairs of sites, I(a:b), symmetric; the diagonal is 2S(a), as for a purified copy.
*
* @returns shape (sites, sites)
*/
function mutualInformationMatrix(state, dimensions, options = {}) {
	return informationTable(entropiesOfState(state, dimensions, options));
}
/**
* Mutual information I(a:b) between all pairs of boundary sites of any state, 2S(a) on the diagonal.
*
* @returns shape (boundary, boundary); [] if it is out of reach
*/
function informationTable(entropies) {
	if (entropies.information !== void 0) return entropies.information();
	const sites = Array.from({ length: entropies.boundary }, (_, site) => site);
	const between = (a, b) => a === b ? 2 * entropies.entropy([a]) : regionInformation(entropies, [Math.min(a, b)], [Math.max(a, b)]);
	return sites.map((a) => sites.map((b) => between(a, b)));
}
export { mutualInformationMatrix as n, regionInformation as r, mutualInformation as t };
