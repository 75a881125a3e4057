// src/bulk/information-distances.ts
/** Mutual information below this is rounding. */
const ROUNDING = 1e-12;
/**
* Distances −log(I(a:b)/I_max) with I_max = 2 log min(d_a, d_b), the greatest mutual information that two sites can
* have. Maximally entangled sites are at distance 0; null where I vanishes: infinitely far.
*
* @param information - I(a:b), shape (sites, sites)
* @param dimensions - of the sites
*
* @see Cao, Carroll & Michalakis, Phys. Rev. D 95, 024031 (2017)
*/
function informationDistances(information, dimensions) {
	return distancesBelow(information, dimensions.map((dimension) => Math.log(dimension)));
}
/** The same distances, from the capacities log d of the sites: I_max = 2 min(log d_a, log d_b). */
function distancesBelow(information, capacities) {
	return information.map((row, a) => row.map((value, b) => {
		if (a === b) return 0;
		const greatest = 2 * Math.min(capacities[a], capacities[b]);
		return value > ROUNDING ? Math.max(0, -Math.log(value / greatest)) : null;
	}));
}
export { informationDistances as n, distancesBelow as t };
