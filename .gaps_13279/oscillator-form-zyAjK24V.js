import { dt as ShapeError, m as symmetricFunction, p as symmetricEigen, ut as DomainError } from "./study-record-DTuekta5.js";
import { c as blockDiagonal, f as symplecticForm, h as uncorrelatedBlocks, l as omegaConjugated, n as checkModes, p as symplecticFunction } from "./gaussian-state-IZmuMQPG.js";
import { a as quadraticOfHopping } from "./quadratic-hamiltonian-BzGn3bJA.js";
// src/gaussian/fermion-models.ts
/** @file Chains and lattices of free fermions. */
/**
* Fermions hopping on any graph,
*
*     H = −Σ_⟨ij⟩ t_ij (c_i†c_j + c_j†c_i) − Σ_i μ_i c_i†c_i.
*
* On the chain it is the XX chain with J = t, h = −μ/2: −(t/2) Σ (XX + YY) + …, critical with c = 1 for |μ| < 2t.
*
* @throws {ShapeError} amplitudes or potentials that are neither one nor as many as edges or sites; too many sites
* @throws {DomainError} coefficients that are not finite
*/
function hopping(lattice, { amplitude = 1, chemicalPotential = 0 } = {}) {
	const n = lattice.sites;
	checkModes("hopping", n);
	const t = listOf("hopping: amplitudes", amplitude, lattice.edges.length);
	const mu = listOf("hopping: chemical potentials", chemicalPotential, n);
	const data = new Float64Array(n * n);
	lattice.edges.forEach(([i, j], edge) => {
		data[i * n + j] = -t[edge];
		data[j * n + i] = -t[edge];
	});
	for (let i = 0; i < n; i++) data[i * (n + 1)] = -mu[i];
	return quadraticOfHopping({
		rows: n,
		cols: n,
		data
	});
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
function latticeDirac(sites, { mass = 0, wilson = 1 } = {}, boundary = "periodic") {
	checkSites("latticeDirac", sites, boundary, 2 * sites);
	const n = 2 * sites;
	const data = new Float64Array(n * n);
	const join = (i, j, value) => {
		data[i * n + j] = data[i * n + j] + value;
		data[j * n + i] = data[j * n + i] + value;
	};
	for (let x = 0; x < sites; x++) {
		data[2 * x * (n + 1)] = mass + wilson;
		data[(2 * x + 1) * (n + 1)] = -mass - wilson;
		if (x + 1 === sites && boundary === "open") break;
		const sign = x + 1 === sites && boundary === "antiperiodic" ? -1 : 1;
		const next = (x + 1) % sites;
		join(2 * x, 2 * next, -sign * wilson / 2);
		join(2 * x + 1, 2 * next + 1, sign * wilson / 2);
		join(2 * x, 2 * next + 1, -sign / 2);
		join(2 * x + 1, 2 * next, sign / 2);
	}
	return quadraticOfHopping({
		rows: n,
		cols: n,
		data
	});
}
/** The same number for each of so many, or a list of that length. */
function listOf(what, given, length) {
	const list = typeof given === "number" ? new Array(length).fill(given) : given;
	if (list.length !== length) throw new ShapeError(`${what}: ${length} numbers required, got ${list.length}`);
	const wrong = list.find((x) => !Number.isFinite(x));
	if (wrong !== void 0) throw new DomainError(`${what}: finite numbers required, got ${wrong}`);
	return list;
}
function checkSites(caller, sites, boundary, modes = sites) {
	const least = boundary === "open" ? 2 : 3;
	if (!(Number.isInteger(sites) && sites >= least)) throw new DomainError(`${caller}: at least ${least} sites required, got ${sites}`);
	checkModes(caller, modes);
}
// src/gaussian/oscillator-form.ts
/** @file Normal modes of quadratic boson Hamiltonians. */
/**
* Normal modes of ½RᵀhR. For h = S ω Sᵀ the normal quadratures are SᵀR, and V = S⁻ᵀ f(ω) S⁻¹ = Ωᵀ S f(ω) Sᵀ Ω. Where
* H = ½pᵀp + ½xᵀKx it is K = Σ ω² v vᵀ, V = Σ f(ω) v vᵀ ω^∓1.
*
* @throws {DomainError} h is not positive definite
*/
function oscillatorForm(caller, { matrix }) {
	const blocks = uncorrelatedBlocks(matrix);
	if (blocks !== void 0 && isIdentity(blocks.p)) {
		const eigen = symmetricEigen(blocks.x);
		if (!(eigen.values[0] > 0)) throw notPositive(caller, `a squared frequency of ${eigen.values[0]}`);
		const energies = eigen.values.map(Math.sqrt);
		const side = (f, power) => symmetricFunction(eigen, (square) => f(Math.sqrt(square)) * Math.sqrt(square) ** power);
		return {
			energies,
			covariance: (f) => blockDiagonal(side(f, -1), side(f, 1))
		};
	}
	const form = symplecticForm(matrix);
	if (form === void 0) throw notPositive(caller, "an eigenvalue that is not positive");
	return {
		energies: form.values,
		covariance: (f) => omegaConjugated(symplecticFunction(form, f))
	};
}
/** Whether a matrix is 1 to the last bit. */
function isIdentity({ rows, data }) {
	return data.every((x, at) => x === (at % (rows + 1) === 0 ? 1 : 0));
}
function notPositive(caller, got) {
	return new DomainError(`${caller}: a positive definite boson Hamiltonian required, others have no normalisable ground state, got ${got}`);
}
export { latticeDirac as i, oscillatorForm as n, hopping as r, isIdentity as t };
