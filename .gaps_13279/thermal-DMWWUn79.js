import { I as scaled, ut as DomainError } from "./study-record-DTuekta5.js";
import { o as ring } from "./lattice-MaWPiOKk.js";
import { S as majoranaForm, _ as bipartiteBlock, f as symplecticForm, n as checkModes, p as symplecticFunction, t as checkGaussian, v as evenFunction, w as oddFunction } from "./gaussian-state-IZmuMQPG.js";
import { i as quadraticHamiltonian, n as checkQuadratic } from "./quadratic-hamiltonian-BzGn3bJA.js";
import { n as oscillatorForm } from "./oscillator-form-zyAjK24V.js";
// src/gaussian/boson-models.ts
/** @file Lattices of coupled oscillators. */
/**
* Coupled oscillators on any graph, the free scalar field on a lattice,
*
*     H = ½ Σ_i (p_i² + m² x_i²) + ½ κ Σ_⟨ij⟩ (x_i − x_j)².
*
* @throws {ShapeError} more than 8000 sites
* @throws {DomainError} a mass that is not positive, where the ground state would not be normalisable; a coupling < 0
*
* @see Bombelli, Koul, Lee & Sorkin, Phys. Rev. D 34, 373 (1986)
*/
function harmonicLattice(lattice, { mass, coupling = 1 }) {
	checkCouplings("harmonicLattice", mass, coupling);
	const n = lattice.sites;
	checkModes("harmonicLattice", n);
	const size = 2 * n;
	const data = new Float64Array(size * size);
	for (let i = 0; i < n; i++) {
		data[i * (size + 1)] = mass * mass;
		data[(n + i) * (size + 1)] = 1;
	}
	for (const [i, j] of lattice.edges) {
		data[i * (size + 1)] = data[i * (size + 1)] + coupling;
		data[j * (size + 1)] = data[j * (size + 1)] + coupling;
		data[i * size + j] = -coupling;
		data[j * size + i] = -coupling;
	}
	return quadraticHamiltonian("boson", {
		rows: size,
		cols: size,
		data
	});
}
/** Coupled oscillators on a ring: ω_k² = m² + 4κ sin²(k/2). */
function harmonicRing(sites, couplings) {
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
function harmonicFrequencies(sides, { mass, coupling = 1 }) {
	checkCouplings("harmonicFrequencies", mass, coupling);
	if (sides.length === 0 || !sides.every((side) => Number.isInteger(side) && side >= 1)) throw new DomainError(`harmonicFrequencies: sides that are positive integers required, got [${sides}]`);
	let squares = Float64Array.of(mass * mass);
	for (const side of sides) {
		const steps = Float64Array.from({ length: side }, (_, j) => 4 * coupling * Math.sin(Math.PI * j / side) ** 2);
		squares = Float64Array.from({ length: squares.length * side }, (_, at) => squares[Math.floor(at / side)] + steps[at % side]);
	}
	return squares.map(Math.sqrt);
}
function checkCouplings(caller, mass, coupling) {
	if (!(mass > 0 && mass < Infinity)) throw new DomainError(`${caller}: a mass > 0 required, got ${mass}`);
	if (!(coupling >= 0 && coupling < Infinity)) throw new DomainError(`${caller}: a coupling ≥ 0 required, got ${coupling}`);
}
// src/linalg/log-determinant.ts
/** The number itself. */
const numberOf = ({ sign, log }) => sign === 0 ? 0 : sign * Math.exp(log);
/** det A of a square matrix, by elimination with partial pivoting; 1 for the empty one. O(n³). */
function logDeterminant(a) {
	return eliminated(a, 0).determinant;
}
/**
* The solution X of A·X = B by elimination with partial pivoting; undefined where A is singular to the last bit. O(n³).
*
* @param a - shape (n, n)
* @param b - shape (n, m)
*/
function solveMatrix(a, b) {
	const [n, m] = [a.rows, b.cols];
	const { determinant, rows } = eliminated(a, m, b);
	if (determinant.sign === 0) return void 0;
	for (let k = n - 1; k >= 0; k--) {
		const pivotRow = rows[k];
		for (let j = n; j < n + m; j++) pivotRow[j] = pivotRow[j] / pivotRow[k];
		for (let i = 0; i < k; i++) subtract(rows[i], pivotRow, rows[i][k], n);
	}
	const data = new Float64Array(n * m);
	rows.forEach((row, i) => {
		data.set(row.subarray(n), i * m);
	});
	return {
		rows: n,
		cols: m,
		data
	};
}
/**
* Pf A of an antisymmetric matrix of even size, Pf(A)² = det A, Pf((0, 1), (−1, 0)) = 1; 1 for the empty one. By
* congruences PAPᵀ that leave one entry beside the diagonal in every second row, with pivoting. O(n³).
*
* @param matrix - only its antisymmetric part enters
*
* @see Wimmer, ACM Trans. Math. Softw. 38, 30 (2012), arXiv:1102.3440
*/
function logPfaffian(matrix) {
	const { rows: n } = matrix;
	const a = matrix.data.slice();
	let [sign, log] = [1, 0];
	for (let k = 0; k < n; k += 2) {
		let pivot = k + 1;
		for (let i = k + 2; i < n; i++) if (Math.abs(a[i * n + k]) > Math.abs(a[pivot * n + k])) pivot = i;
		if (pivot !== k + 1) {
			exchange(a, n, k + 1, pivot);
			sign = -sign;
		}
		const value = a[k * n + k + 1];
		if (value === 0) return {
			sign: 0,
			log: -Infinity
		};
		sign *= Math.sign(value);
		log += Math.log(Math.abs(value));
		const below = a.subarray((k + 1) * n, (k + 2) * n);
		for (let i = k + 2; i < n; i++) {
			const [tau, other] = [a[k * n + i] / value, below[i] / value];
			if (tau === 0 && other === 0) continue;
			for (let j = k + 2; j < n; j++) a[i * n + j] = a[i * n + j] - tau * below[j] + other * a[k * n + j];
		}
	}
	return {
		sign,
		log
	};
}
/** Exchanges rows p and q, and columns p and q. */
function exchange(a, n, p, q) {
	for (let j = 0; j < n; j++) [a[p * n + j], a[q * n + j]] = [a[q * n + j], a[p * n + j]];
	for (let i = 0; i < n; i++) [a[i * n + p], a[i * n + q]] = [a[i * n + q], a[i * n + p]];
}
/** The rows of (A B) in triangular form, and det A. */
function eliminated(a, width, b) {
	const n = a.rows;
	const rows = Array.from({ length: n }, (_, i) => {
		const row = new Float64Array(n + width);
		row.set(a.data.subarray(i * n, (i + 1) * n));
		if (b !== void 0) row.set(b.data.subarray(i * width, (i + 1) * width), n);
		return row;
	});
	let [sign, log] = [1, 0];
	for (let k = 0; k < n; k++) {
		let pivot = k;
		for (let i = k + 1; i < n; i++) if (Math.abs(rows[i][k]) > Math.abs(rows[pivot][k])) pivot = i;
		if (pivot !== k) {
			[rows[k], rows[pivot]] = [rows[pivot], rows[k]];
			sign = -sign;
		}
		const value = rows[k][k];
		if (value === 0) return {
			rows,
			determinant: {
				sign: 0,
				log: -Infinity
			}
		};
		sign *= Math.sign(value);
		log += Math.log(Math.abs(value));
		for (let i = k + 1; i < n; i++) subtract(rows[i], rows[k], rows[i][k] / value, k);
	}
	return {
		rows,
		determinant: {
			sign,
			log
		}
	};
}
/** row ← row − factor·pivotRow from entry `from` on. */
function subtract(row, pivotRow, factor, from) {
	if (factor === 0) return;
	for (let j = from; j < row.length; j++) row[j] = row[j] - factor * pivotRow[j];
}
// src/gaussian/parity.ts
/** @file Fermion parity and particle numbers. */
/**
* ⟨(−1)^N⟩ of a fermion state, (−1)ⁿ Pf Γ = ⟨Z…Z⟩: ±1 in a pure state. Of a boson state 1/√det V, the expectation of
* (−1)^N as a reflection R → −R. O(n³).
*
* @throws {ShapeError | DomainError} a malformed state
*/
function gaussianParity(state) {
	checkGaussian("gaussianParity", state);
	if (state.statistics === "boson") return Math.exp(-logDeterminant(state.covariance).log / 2);
	const block = bipartiteBlock(state.covariance);
	if (block !== void 0) return numberOf(logDeterminant(scaled(-1, block)));
	const { sign, log } = logPfaffian(state.covariance);
	return numberOf({
		sign: state.modes % 2 === 0 ? sign : -sign,
		log
	});
}
// src/gaussian/ground-state.ts
/**
* Ground state of a quadratic Hamiltonian. Fermions: E₀ = −½Σε + constant, Γ = −Σ (p qᵀ − q pᵀ) for h = Σ ε (p qᵀ − q
* pᵀ). Bosons: E₀ = ½Σω + constant.
*
* @throws {ShapeError | DomainError} a malformed Hamiltonian; a boson Hamiltonian that is not positive definite, which
*   has no normalisable ground state
*
* O(n³): real hopping by symmetric n × n matrices, real pairing by singular values of n × n matrices, all else by
* antisymmetric 2n × 2n matrices. Thousands of modes.
*/
function gaussianGroundState(hamiltonian, options = {}) {
	checkQuadratic("gaussianGroundState", hamiltonian);
	const { statistics, modes, constant } = hamiltonian;
	if (statistics === "boson") {
		const { energies, covariance } = oscillatorForm("gaussianGroundState", hamiltonian);
		return {
			state: {
				kind: "gaussian",
				statistics,
				modes,
				covariance: covariance(() => 1)
			},
			energy: constant + sum(energies) / 2,
			excitations: energies.toSorted(),
			zeroModes: 0
		};
	}
	const form = majoranaForm(hamiltonian.matrix);
	const { tolerance = 1e-12, parity } = options;
	const excitations = form.values.toSorted();
	const negligible = tolerance * excitations[modes - 1];
	const zeroModes = excitations.filter((energy) => energy <= negligible).length;
	const energy = constant - sum(excitations) / 2;
	const isPure = options.zeroModes === "pure" || parity !== void 0;
	const filled = (flipped) => {
		const fill = (value, k) => value > negligible ? k === flipped ? 1 : -1 : isPure ? k === flipped ? 1 : -1 : 0;
		return {
			kind: "gaussian",
			statistics,
			modes,
			covariance: oddFunction(form, fill)
		};
	};
	const state = filled();
	if (parity === void 0 || gaussianParity(state) > 0 === (parity === "even")) return {
		state,
		energy,
		excitations,
		zeroModes
	};
	return {
		state: filled(form.values.indexOf(excitations[0])),
		energy: energy + excitations[0],
		excitations,
		zeroModes
	};
}
const sum = (values) => values.reduce((total, value) => total + value, 0);
// src/gaussian/thermal.ts
/** @file Thermal states of quadratic Hamiltonians, and their purifications. */
/**
* The thermal state exp(−βH)/Z: modes of energy ε have Γ-eigenvalues tanh(βε/2), or symplectic eigenvalues coth(βε/2).
*
* @param beta - inverse temperature in units of the inverse energy; for fermions any finite number, 0 is the state of
*   maximal entropy; for bosons positive. Infinity is the ground state, with zero modes half filled
* @throws {ShapeError | DomainError} a malformed Hamiltonian or temperature; bosons: not positive definite
*
* O(n³), as `gaussianGroundState`.
*/
function gaussianThermal(hamiltonian, beta) {
	checkQuadratic("gaussianThermal", hamiltonian);
	const { statistics, modes } = hamiltonian;
	if (!(statistics === "fermion" ? !Number.isNaN(beta) : beta > 0)) throw new DomainError(`gaussianThermal: an inverse temperature required, got ${beta}`);
	if (statistics === "boson") {
		const { covariance } = oscillatorForm("gaussianThermal", hamiltonian);
		return {
			kind: "gaussian",
			statistics,
			modes,
			covariance: covariance((w) => 1 / Math.tanh(beta * w / 2))
		};
	}
	const form = majoranaForm(hamiltonian.matrix);
	const filling = (energy) => energy === 0 ? 0 : -Math.tanh(beta * energy / 2);
	return {
		kind: "gaussian",
		statistics,
		modes,
		covariance: oddFunction(form, filling)
	};
}
/**
* The thermofield double of a Hamiltonian, the pure state Σ e^{−βE/2}|E⟩|E*⟩/√Z of two copies: `purification` of the
* thermal state. Modes 0 … n − 1 are the left copy, n … 2n − 1 the right one.
*
* @throws {ShapeError | DomainError} as `gaussianThermal`
*/
function gaussianThermofieldDouble(hamiltonian, beta) {
	return purification(gaussianThermal(hamiltonian, beta));
}
/**
* The canonical purification Σ √p_k |k⟩|k*⟩ of a Gaussian state ρ = Σ p_k |k⟩⟨k|: modes 0 … n − 1 are in the state ρ,
* modes n … 2n − 1 in its complex conjugate. With D = diag(1, −1) on (γ_2j, γ_2j+1), or on x and p,
*
*     Γ' = ((Γ, √(1 + Γ²)·D), (−D·√(1 + Γ²), −DΓD)),      V' = ((V, Y·D), (D·Y, DVD)),
*
* where Y = S √(ν² − 1) Sᵀ for V = S ν Sᵀ. O(n³).
*
* @throws {ShapeError | DomainError} a malformed state
*/
function purification(state) {
	checkGaussian("purification", state);
	checkModes("purification", 2 * state.modes);
	const { statistics, modes: n, covariance } = state;
	const coherence = (t) => Math.sqrt(Math.max(0, (1 - t) * (1 + t)));
	let y;
	if (statistics === "fermion") y = evenFunction(majoranaForm(covariance), coherence);
	else {
		const form = symplecticForm(covariance);
		if (form === void 0) throw new DomainError("purification: a positive covariance required");
		y = symplecticFunction(form, (nu) => Math.sqrt(Math.max(0, (nu - 1) * (nu + 1))));
	}
	const size = 4 * n;
	const data = new Float64Array(size * size);
	const isFermion = statistics === "fermion";
	const flip = (k) => (isFermion ? k % 2 === 1 : k >= n) ? -1 : 1;
	/** Row of the double that belongs to row k of the left (0) or right (1) copy. */
	const place = (k, copy) => isFermion ? k + 2 * n * copy : k < n ? k + n * copy : k + n + n * copy;
	const mirror = isFermion ? -1 : 1;
	for (let i = 0; i < 2 * n; i++) for (let j = 0; j < 2 * n; j++) {
		const [x, c] = [covariance.data[i * 2 * n + j], y.data[i * 2 * n + j] * flip(j)];
		data[place(i, 0) * size + place(j, 0)] = x;
		data[place(i, 1) * size + place(j, 1)] = x === 0 ? 0 : mirror * flip(i) * flip(j) * x;
		data[place(i, 0) * size + place(j, 1)] = c;
		data[place(j, 1) * size + place(i, 0)] = mirror * c;
	}
	return {
		kind: "gaussian",
		statistics,
		modes: 2 * n,
		covariance: {
			rows: size,
			cols: size,
			data
		}
	};
}
export { gaussianParity as a, harmonicFrequencies as c, gaussianGroundState as i, harmonicRing as l, gaussianThermofieldDouble as n, logDeterminant as o, purification as r, solveMatrix as s, gaussianThermal as t };
