import { Q as currentEngine, X as zeroMatrix, Y as sizeOf, dt as ShapeError, ut as DomainError } from "./study-record-DTuekta5.js";
// src/state/reduced-density-matrix.ts
/** @file What a part of a system knows: reduced density matrices of any set of sites, of any dimensions. */
/** Whether a state is given as a density matrix. */
function isDensityMatrix(state) {
	return "rows" in state;
}
/** The projector |ψ⟩⟨ψ|, shape (D, D). */
function projector({ length, interleaved }) {
	return {
		rows: length,
		cols: length,
		interleaved: currentEngine().multiply(interleaved, interleaved, length, length, 1, false, true)
	};
}
/**
* Reduced density matrix of a region A,
*
*     ρ_A = Tr_B ρ,    B = all other sites.
*
* Hermitian, positive semidefinite, with the trace of the state. The sites keep the order in which `region` names
* them, the first the most significant.
*
* @param state - vector of shape (D,) or density matrix of shape (D, D)
* @param dimensions - dimension of each site, D = Π dimensions
* @param region - sites of A, each once
* @returns ρ_A, shape (D_A, D_A)
* @throws {ShapeError} the dimensions do not multiply to D
* @throws {DomainError} a site of the region does not exist or occurs twice
*
* Cost O(D·D_A) for a vector, O(D²) for a density matrix.
*/
function reducedDensityMatrix(state, dimensions, region) {
	const rest = complementOf(region, dimensions.length);
	checkState(state, dimensions);
	const kept = sizeOf(region.map((site) => dimensions[site]));
	const traced = sizeOf(rest.map((site) => dimensions[site]));
	if (!isDensityMatrix(state)) {
		const psi = currentEngine().permute(state.interleaved, dimensions, [...region, ...rest]);
		return {
			rows: kept,
			cols: kept,
			interleaved: currentEngine().multiply(psi, psi, kept, kept, traced, false, true)
		};
	}
	const columns = (sites) => sites.map((site) => site + dimensions.length);
	const axes = [
		...region,
		...columns(region),
		...rest,
		...columns(rest)
	];
	const blocks = currentEngine().permute(state.interleaved, [...dimensions, ...dimensions], axes);
	const reduced = zeroMatrix(kept, kept);
	for (let entry = 0; entry < kept * kept; entry++) for (let k = 0; k < traced; k++) {
		const from = 2 * (entry * traced * traced + k * (traced + 1));
		reduced.interleaved[2 * entry] = reduced.interleaved[2 * entry] + blocks[from];
		reduced.interleaved[2 * entry + 1] = reduced.interleaved[2 * entry + 1] + blocks[from + 1];
	}
	return reduced;
}
/**
* The sites that are not in the region, ascending.
*
* @throws {DomainError} a site of the region does not exist or occurs twice
*/
function complementOf(region, sites) {
	const inside = new Set(region);
	if (inside.size !== region.length || region.some((s) => !(Number.isInteger(s) && s >= 0 && s < sites))) throw new DomainError(`region: different sites below ${sites} required, got [${region}]`);
	return Array.from({ length: sites }, (_, site) => site).filter((site) => !inside.has(site));
}
/**
* Checks that a state has the shape that the dimensions demand.
*
* @throws {ShapeError} naming the product and the shape
*/
function checkState(state, dimensions) {
	const size = sizeOf(dimensions);
	const [rows, cols] = isDensityMatrix(state) ? [state.rows, state.cols] : [state.length, size];
	if (rows !== size || cols !== size) {
		const got = isDensityMatrix(state) ? `${rows} × ${cols}` : `${rows}`;
		throw new ShapeError(`state: size ${size} required for dimensions [${dimensions}], got ${got}`);
	}
}
export { reducedDensityMatrix as a, projector as i, complementOf as n, isDensityMatrix as r, checkState as t };
