import { i as latticeDirac } from "./oscillator-form-zyAjK24V.js";
import { X as zeroMatrix, b as realIdentity, dt as ShapeError, i as randomStream, n as atMost, r as equals, t as atLeast, ut as DomainError, x as submatrix, y as multiplyReal } from "./study-record-DTuekta5.js";
import { E as realSingularValueDecomposition, S as majoranaForm, _ as bipartiteBlock, a as gaussianVacuum, o as indicesOf, s as restricted, t as checkGaussian, y as frameOf } from "./gaussian-state-IZmuMQPG.js";
import { a as quadraticOfHopping, n as checkQuadratic } from "./quadratic-hamiltonian-BzGn3bJA.js";
import { n as gaussianEntropy, r as gaussianInformation, t as entropiesOfGaussian } from "./entropies-C5MM151c.js";
import { i as Matrix, o as solve } from "./matrix-4pK0aJpU.js";
import { i as gaussianGroundState, l as harmonicRing, n as gaussianThermofieldDouble, t as gaussianThermal } from "./thermal-DMWWUn79.js";
import { i as lineFit, n as decayFit } from "./distance-fit-mJRDSxsj.js";
import { r as regionInformation } from "./mutual-information-D0lJ6sSM.js";
import { a as significant } from "./number-format-DSC-qSUe.js";
// src/systems/renormalisation/daubechies-filter.ts
/** @file Orthogonal filters of two channels: Daubechies' family, computed, and any other, checked. */
/** The most vanishing moments for which the factorisation keeps 14 digits. */
const MOST_MOMENTS = 10;
/** Deviation from orthogonality of a given filter that counts as rounding. */
const TOLERANCE$1 = 1e-10;
/** Newton's steps halve the error until they square it; a bound that is never met. */
const MOST_STEPS = 100;
/** Relative change of the coefficients after which the last step is done on the taps themselves. */
const NEARLY = 1e-12;
/**
* The taps h₀ … h_{2K−1} of Daubechies' orthogonal filter with K vanishing moments, of minimal phase,
*
*     Σ_t h_t h_{t+2s} = δ_s0,    Σ_t h_t = √2,    Σ_t (−1)^t t^k h_t = 0 for k < K.
*
* H(z) = √2 ((1 + z)/2)^K A(z), where A(z)A(1/z) = Σ_{k<K} C(K − 1 + k, k) y^k, y = (2 − z − 1/z)/4, is factorised by
* Newton's method on the coefficients of A, with a last step on the equations above.
*
* @param moments - K, from 1 (Haar) to 10
* @returns shape (2K,), orthogonal to about 1e-15
* @throws {DomainError} another number of moments
*
* @see Daubechies, Comm. Pure Appl. Math. 41, 909 (1988); Wilson, SIAM J. Numer. Anal. 6, 1 (1969), for the factorisation
*/
function daubechiesFilter(moments) {
	if (!(Number.isInteger(moments) && moments >= 1 && moments <= MOST_MOMENTS)) throw new DomainError(`daubechiesFilter: 1 to ${MOST_MOMENTS} vanishing moments required, got ${moments}`);
	let taps = minimalPhaseFactor(halfBand(moments));
	for (let k = 0; k < moments; k++) taps = [...taps, 0].map((tap, t) => (tap + (taps[t - 1] ?? 0)) / 2);
	const sum = taps.reduce((total, tap) => total + tap, 0);
	return polished(taps.map((tap) => tap * Math.SQRT2 / sum));
}
/**
* The taps of a filter: Daubechies' by name, others as they are, checked.
*
* @throws {DomainError} taps that are odd in number, not finite or not orthogonal, Σ_t h_t h_{t+2s} ≠ δ_s0
*/
function tapsOf(caller, filter) {
	if (filter === "haar") return daubechiesFilter(1);
	if (typeof filter === "string") return daubechiesFilter(Number(filter.slice(1)) / 2);
	if (filter.length === 0 || filter.length % 2 === 1) throw new DomainError(`${caller}: an even number of taps required, got ${filter.length}`);
	for (let shift = 0; shift < filter.length; shift += 2) {
		const product = filter.reduce((sum, tap, t) => sum + tap * (filter[t + shift] ?? 0), 0);
		const wanted = shift === 0 ? 1 : 0;
		if (!(Math.abs(product - wanted) <= TOLERANCE$1)) throw new DomainError(`${caller}: Σ h_t h_{t+${shift}} = ${wanted} required, got ${product}`);
	}
	return filter;
}
/** g_t = (−1)^t h_{2K−1−t}: the filter of the wavelets, orthogonal to all even shifts of h. */
function highPass(taps) {
	return taps.toReversed().map((tap, t) => t % 2 === 0 ? tap : -tap);
}
/** Coefficients r_0 … r_{K−1} of Σ_k C(K − 1 + k, k) y^k as a polynomial in z and 1/z, r_s = r_{−s}. */
function halfBand(moments) {
	return Array.from({ length: moments }, (_, s) => {
		let sum = 0;
		for (let k = s; k < moments; k++) sum += binomial(moments - 1 + k, k) * binomial(2 * k, k + s) / 4 ** k;
		return s % 2 === 0 ? sum : -sum;
	});
}
/** a with Σ_i a_i a_{i+s} = r_s and all zeros on one side of the unit circle. */
function minimalPhaseFactor(r) {
	let a = r.map((_, i) => i === 0 ? Math.sqrt(r[0]) : 0);
	for (let step = 0; step < MOST_STEPS; step++) {
		const at = (i) => a[i] ?? 0;
		const defect = r.map((wanted, s) => wanted - a.reduce((sum, x, i) => sum + x * at(i + s), 0));
		const change = solution(r.map((_, s) => r.map((__, i) => at(i + s) + at(i - s))), defect);
		a = a.map((x, i) => x + change[i]);
		if (Math.max(...change.map(Math.abs)) <= NEARLY * a[0]) break;
	}
	return a;
}
/** One step of Newton's method on orthogonality and vanishing moments. */
function polished(h) {
	const moments = h.length / 2;
	const at = (t) => h[t] ?? 0;
	const order = [...Array(moments).keys()];
	const weight = (k, t) => (t % 2 === 0 ? 1 : -1) * ((t + .5) / moments - 1) ** k;
	const sum = (term) => h.reduce((total, _, t) => total + term(t), 0);
	const defect = [...order.map((s) => (s === 0 ? 1 : 0) - sum((t) => at(t) * at(t + 2 * s))), ...order.map((k) => -sum((t) => weight(k, t) * at(t)))];
	const slope = [...order.map((s) => h.map((_, t) => at(t + 2 * s) + at(t - 2 * s))), ...order.map((k) => h.map((_, t) => weight(k, t)))];
	const change = solution(slope, defect);
	return h.map((tap, t) => tap + change[t]);
}
const solution = (rows, right) => solve(new Matrix(rows), Matrix.columnVector(right)).to1DArray();
function binomial(n, k) {
	let value = 1;
	for (let i = 1; i <= k; i++) value = value * (n - k + i) / i;
	return Math.round(value);
}
// src/systems/renormalisation/wavelet-analysis.ts
/** @file Wavelet coefficients of numbers on a ring or a torus, and back: O(N) for N sites. */
/**
* A multiresolution, checked.
*
* @throws {ShapeError} no direction, or sites that cannot be halved so often
* @throws {DomainError} a filter that is not orthogonal; layers or a boundary that do not exist
*/
function multiresolution(caller, sites, filter, { boundary = "periodic", layers } = {}) {
	const shape = typeof sites === "number" ? [sites] : sites;
	const low = tapsOf(caller, filter);
	if (boundary !== "periodic" && boundary !== "antiperiodic") throw new DomainError(`${caller}: a boundary 'periodic' or 'antiperiodic' required, got '${boundary}'`);
	if (shape.length === 0 || !shape.every((n) => Number.isInteger(n) && n >= 2)) throw new ShapeError(`${caller}: at least 2 sites along each direction required, got [${shape}]`);
	const most = Math.min(...shape.map(halvings));
	const depth = layers ?? most;
	if (!(Number.isInteger(depth) && depth >= 1 && depth <= most)) throw new ShapeError(`${caller}: sites that can be halved for each of ${depth} ≥ 1 layers required, got [${shape}]`);
	return {
		shape,
		boundary,
		layers: depth,
		low,
		high: highPass(low)
	};
}
const halvings = (n) => n % 2 === 1 ? 0 : 1 + halvings(n / 2);
const volume = (shape) => shape.reduce((product, n) => product * n, 1);
/** Half of the sites along each direction. */
const halved = (shape) => shape.map((n) => n / 2);
/**
* Coefficients of a tensor along its middle index.
*
* @param before, after - how many numbers the indices before and after the sites count
*/
function analysed(values, r, before, after) {
	const out = new Float64Array(values.length);
	const all = volume(r.shape);
	let rest = values;
	let [shape, offset] = [r.shape, 0];
	for (let layer = 0; layer < r.layers; layer++) {
		rest = alongAll(rest, shape, before, after, halving(r));
		const [coarse, kinds] = [halved(shape), 2 ** shape.length];
		const next = new Float64Array(before * volume(coarse) * after);
		eachBand(shape, (place, kind, from) => {
			for (let b = 0; b < before; b++) {
				const at = (b * volume(shape) + from) * after;
				const block = rest.subarray(at, at + after);
				if (kind === 0) next.set(block, (b * volume(coarse) + place) * after);
				else out.set(block, (b * all + offset + place * (kinds - 1) + kind - 1) * after);
			}
		});
		offset += volume(coarse) * (kinds - 1);
		[rest, shape] = [next, coarse];
	}
	for (let b = 0; b < before; b++) {
		const size = volume(shape) * after;
		out.set(rest.subarray(b * size, (b + 1) * size), (b * all + offset) * after);
	}
	return out;
}
/** A step along each direction. */
function alongAll(data, shape, before, after, step) {
	return shape.reduce((rest, n, axis) => step(rest, n, before * volume(shape.slice(0, axis)), volume(shape.slice(axis + 1)) * after), data);
}
/** Each place of the coarse lattice, with each choice of low (bit 0) and high (bit 1) along the directions. */
function eachBand(shape, visit) {
	const coarse = halved(shape);
	for (let place = 0; place < volume(coarse); place++) for (let kind = 0; kind < 2 ** shape.length; kind++) {
		let [rest, stride, from] = [
			place,
			1,
			0
		];
		for (let axis = shape.length - 1; axis >= 0; axis--) {
			const n = coarse[axis];
			from += stride * (rest % n + (kind >> shape.length - 1 - axis & 1) * n);
			rest = Math.floor(rest / n);
			stride *= 2 * n;
		}
		visit(place, kind, from);
	}
}
/** n numbers become n/2 low and n/2 high ones, for each of left and right. */
function halving(r) {
	return (data, n, left, right) => {
		const [out, entries] = [new Float64Array(data.length), entriesOf(r, n)];
		for (let l = 0; l < left; l++) for (const { half, fine, tap } of entries) addMultiple(out, l * n + half, tap, data, l * n + fine, right);
		return out;
	};
}
/** The entries of a step; a ring shorter than the filter is wound around more than once. */
function entriesOf({ boundary, low, high }, n) {
	const start = 1 - low.length / 2;
	return Array.from({ length: n / 2 }, (_, j) => low.flatMap((tap, t) => {
		const place = 2 * j + t + start;
		const turns = Math.floor(place / n);
		const sign = boundary === "antiperiodic" && turns % 2 !== 0 ? -1 : 1;
		const fine = place - turns * n;
		return [{
			half: j,
			fine,
			tap: sign * tap
		}, {
			half: n / 2 + j,
			fine,
			tap: sign * high[t]
		}];
	})).flat();
}
/** Adds a multiple of block `from` of so many numbers to block `to`. */
function addMultiple(out, to, factor, data, from, size) {
	const [at, source] = [to * size, from * size];
	for (let k = 0; k < size; k++) out[at + k] = out[at + k] + factor * data[source + k];
}
// src/systems/renormalisation/wavelet-transform.ts
/** @file Orthogonal transforms from the sites of a lattice to the sites of a bulk: layers of wavelets. */
/** Most sites: the matrix has 128 MB. `waveletCoefficients` has no such limit. */
const MOST_SITES = 4096;
/**
* The wavelet transform of a ring or torus as an orthogonal matrix with places in a bulk of one more dimension: layer ℓ has the
* wavelets of length 2^ℓ, N/2^{dℓ} places with 2^d − 1 of them each; the functions of greatest length that are left, one for
* each place, are the last layer.
*
*     layer 4              *                 what is left
*     layer 3              *
*     layer 2        *           *
*     layer 1     *     *     *     *
*     sites      •  •  •  •  •  •  •  •
*
* @param sites - N even, or the sites along each direction; at most 4096 in all. A number with many factors 2 gives many layers
* @param filter - 'haar', 'd4' … 'd20', or the taps of any orthogonal filter, Σ_t h_t h_{t+2s} = δ_s0
* @throws {ShapeError | DomainError} sites that cannot be halved, a filter that is not orthogonal, layers that do not exist
*
* Orthogonal to 1e-14. O(N²) for the matrix. For fermions that change sign around the ring the boundary must be 'antiperiodic'.
*
* @see Qi, arXiv:1309.6282 (2013), for the bulk; Lee, arXiv:1609.06241 (2017), and Singh & Brennen, arXiv:1606.05068 (2016),
* for other wavelets than Haar's
*/
function waveletTransform(sites, filter, options = {}) {
	const resolution = multiresolution("waveletTransform", sites, filter, options);
	const { shape, layers: depth } = resolution;
	const n = volume(shape);
	if (n > MOST_SITES) throw new ShapeError(`waveletTransform: at most ${MOST_SITES} sites possible, got ${n}`);
	const layers = Array.from({ length: depth + 1 }, (_, k) => shape.map((size) => size / 2 ** Math.min(depth, k + 1)));
	const labels = layers.flatMap((places, k) => Array.from({ length: volume(places) * (k < depth ? 2 ** shape.length - 1 : 1) }, (_, at) => ({
		layer: k + 1,
		place: Math.floor(at / (k < depth ? 2 ** shape.length - 1 : 1))
	})));
	return {
		matrix: {
			rows: n,
			cols: n,
			data: analysed(realIdentity(n).data, resolution, 1, n)
		},
		labels,
		resolution,
		layers
	};
}
/** Deviation of WWᵀ from 1 that counts as rounding. */
const TOLERANCE = 1e-9;
/**
* Checks the shape of a transform and that it is orthogonal.
*
* @throws {ShapeError | DomainError} naming what is wrong
*
* O(N³), unless the transform is one by wavelets.
*/
function checkTransform(caller, { matrix, labels, ...more }) {
	const n = labels.length;
	const { rows, cols, data } = matrix;
	if (rows !== n || cols !== n || data.length !== n * n || n === 0) throw new ShapeError(`${caller}: a square matrix with a label for each row required, got ${rows} × ${cols} and ${n}`);
	if ("resolution" in more) return;
	for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) {
		let product = i === j ? -1 : 0;
		for (let k = 0; k < n; k++) product += data[i * n + k] * data[j * n + k];
		if (!(Math.abs(product) <= TOLERANCE)) throw new DomainError(`${caller}: an orthogonal matrix required, got a deviation of ${product} at (${i}, ${j})`);
	}
}
// src/systems/renormalisation/exact-holographic-mapping.ts
/** @file The exact holographic mapping: a Gaussian state, seen in modes that have a place in a bulk. */
/**
* The exact holographic mapping: modes of a lattice transformed by W to modes of a bulk,
*
*     b_{ℓ,j} = Σ_x W_{(ℓ,j),x} c_x,
*
* the same for every component of a site. It is unitary, nothing is lost, and the state in the bulk is Gaussian with covariance
* (W ⊗ 1)Γ(W ⊗ 1)ᵀ.
*
* @param state - modes are numbered by site, then component: the spinor components or sublattices of site x are neighbours
* @param transform - of the sites, by wavelets or any other. Modes with the same label, of all components, are a site
* @throws {ShapeError} the modes are not a multiple of the sites
* @throws {ShapeError | DomainError} a malformed state or transform
*
* O(n²) for n modes by wavelets, O(n²N) by another transform of N sites. Thousands of modes.
*
* @see Qi, arXiv:1309.6282 (2013); Singh & Brennen, arXiv:1606.05068 (2016), for bosons
*/
function exactHolographicMapping(state, transform, { copies = 1 } = {}) {
	checkGaussian("exactHolographicMapping", state);
	checkTransform("exactHolographicMapping", transform);
	const components = componentsOf("exactHolographicMapping", state.modes, transform, copies);
	const { statistics, modes, covariance } = state;
	const [left, right] = statistics === "fermion" ? [copies, 2 * components] : [2 * copies, components];
	const size = 2 * modes;
	const apply = mapOf(transform);
	const data = apply(apply(covariance.data, left, right * size), size * left, right);
	symmetrise(data, size, statistics === "fermion" ? -1 : 1);
	const bulk = {
		...state,
		covariance: {
			rows: size,
			cols: size,
			data
		}
	};
	const sites = sitesOf(transform.labels, components, copies);
	const entropies = entropiesOfGaussian(bulk, sites.map((site) => site.modes));
	return {
		state: bulk,
		sites,
		layers: layersOf(transform),
		entropies
	};
}
/**
* How many modes a site has.
*
* @throws {ShapeError} the modes are not a multiple of the sites
*/
function componentsOf(caller, modes, { labels }, copies) {
	const components = modes / (labels.length * copies);
	if (!(Number.isInteger(components) && components >= 1)) throw new ShapeError(`${caller}: modes that are a multiple of ${copies} × ${labels.length} sites required, got ${modes}`);
	return components;
}
/** The transform along the middle index of a tensor. */
function mapOf(transform) {
	if ("resolution" in transform) return (data, before, after) => analysed(data, transform.resolution, before, after);
	const { rows: n } = transform.matrix;
	return (data, before, after) => {
		const out = new Float64Array(data.length);
		for (let b = 0; b < before; b++) {
			const block = data.subarray(b * n * after, (b + 1) * n * after);
			out.set(multiplyReal(transform.matrix, {
				rows: n,
				cols: after,
				data: block
			}).data, b * n * after);
		}
		return out;
	};
}
/** Sites in the order of copies and of first labels. */
function sitesOf(labels, components, copies) {
	const sites = /* @__PURE__ */ new Map();
	for (let copy = 0; copy < copies; copy++) labels.forEach(({ layer, place }, row) => {
		const key = `${copy} ${layer} ${place}`;
		const site = sites.get(key) ?? {
			layer,
			place,
			copy,
			modes: []
		};
		for (let c = 0; c < components; c++) site.modes.push((copy * labels.length + row) * components + c);
		sites.set(key, site);
	});
	return [...sites.values()];
}
/** Places in each layer: of a transform that does not say more, how many. */
function layersOf(transform) {
	if ("layers" in transform) return transform.layers;
	const depth = Math.max(...transform.labels.map(({ layer }) => layer));
	return Array.from({ length: depth }, (_, k) => [new Set(transform.labels.filter(({ layer }) => layer === k + 1).map(({ place }) => place)).size]);
}
/** Takes rounding out of a symmetric or antisymmetric matrix. */
function symmetrise(data, size, sign) {
	for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) {
		const value = (data[i * size + j] + sign * data[j * size + i]) / 2;
		data[i * size + j] = value;
		data[j * size + i] = sign * value + 0;
	}
}
// src/systems/renormalisation/layer-clocks.ts
/** @file The direction of time in a bulk: how fast the sites of each layer forget, in imaginary time. */
/**
* The correlation of a bulk site with itself over an imaginary time, in the ground state,
*
*     G_ℓ(τ) = (1/2k) Σ_a ⟨γ_a(−iτ) γ_a⟩ = Σ_j w_j e^{−ε_j τ},    Σ_j w_j = 1,
*
* over the 2k Majorana operators of the site at place 0. In a massless chain G_ℓ(τ) = g(τ/2^ℓ) between the ends: clocks go
* slower by two from layer to layer, as in anti-de Sitter space, and each G falls as τ^{−(2K+1)} with K vanishing moments.
* With a mass the times end at 1/m.
*
* @param hamiltonian - of fermions; modes numbered by site, then component
* @param times - τ ≥ 0, in units of the inverse energy
* @throws {DomainError} bosons, times that are negative or not finite
* @throws {ShapeError | DomainError} a malformed Hamiltonian or transform, modes that are not a multiple of the sites
*
* O(n³), as the ground state.
*
* @see Qi, arXiv:1309.6282 (2013)
*/
function layerClocks(hamiltonian, transform, times) {
	checkQuadratic("layerClocks", hamiltonian);
	checkTransform("layerClocks", transform);
	if (hamiltonian.statistics !== "fermion") throw new DomainError("layerClocks: fermions required, got bosons");
	const wrong = times.find((time) => !(time >= 0 && time < Infinity));
	if (wrong !== void 0) throw new DomainError(`layerClocks: finite times τ ≥ 0 required, got ${wrong}`);
	const components = componentsOf("layerClocks", hamiltonian.modes, transform, 1);
	const form = majoranaForm(hamiltonian.matrix);
	const frame = frameOf(form);
	const { matrix, labels } = transform;
	const depth = Math.max(...labels.map(({ layer }) => layer));
	return Array.from({ length: depth }, (_, k) => {
		const operators = labels.flatMap(({ layer, place }, row) => layer === k + 1 && place === 0 ? [row] : []).flatMap((row) => Array.from({ length: 2 * components }, (_, a) => {
			const operator = new Float64Array(frame.rows);
			for (let site = 0; site < matrix.cols; site++) operator[2 * components * site + a] = matrix.data[row * matrix.cols + site];
			return operator;
		}));
		const data = Float64Array.from(operators.flatMap((operator) => [...operator]));
		const amplitudes = multiplyReal({
			rows: operators.length,
			cols: frame.rows,
			data
		}, frame).data;
		const weights = form.values.map(() => 0);
		amplitudes.forEach((amplitude, at) => {
			const mode = at % frame.cols >> 1;
			weights[mode] = weights[mode] + amplitude ** 2 / operators.length;
		});
		const correlation = (time) => weights.reduce((sum, weight, j) => sum + weight * Math.exp(-form.values[j] * time), 0);
		return {
			layer: k + 1,
			correlations: times.map(correlation)
		};
	});
}
// src/systems/renormalisation/layer-geometry.ts
/** @file Which geometry do the correlations of a bulk state suggest: entropies of its layers, upwards, along and across. */
/**
* The correlations of each layer of a bulk: its entropies, and the mutual information of its sites upwards, along and across, from
* which distances −ξ ln(I/I₀) are made. In a critical state with K vanishing moments correlations along a layer fall as
* x^{−2(K+Δ)}, Δ the scaling dimension of the modes on the boundary, ½ for fermions, and I as twice that: an anti-de Sitter
* space whose radius in units of ξ is 2(K + Δ), and so belongs to the wavelet as much as to the state.
*
* @returns layer by layer, of the first copy
* @throws {DomainError} distances or a number of origins that are not positive integers
*
* O(k³) for each pair of sites of k modes.
*
* @see Qi, arXiv:1309.6282 (2013); Lee & Qi, arXiv:1503.08592 (2015), for fermions
*/
function layerGeometry(bulk, { distances, origins = 4 } = {}) {
	for (const wanted of [origins, ...distances ?? []]) if (!(Number.isInteger(wanted) && wanted >= 1)) throw new DomainError(`layerGeometry: positive integers as distances and origins required, got ${wanted}`);
	const at = new Map(bulk.sites.map((site) => [`${site.copy} ${site.layer} ${site.place}`, site]));
	const siteAt = (layer, place, copy = 0) => at.get(`${copy} ${layer} ${place}`);
	const isDouble = bulk.sites.some(({ copy }) => copy === 1);
	return bulk.layers.map((places, k) => {
		const layer = k + 1;
		const next = bulk.layers[layer];
		const row = places.at(-1);
		const chosen = originsOf(places, next, origins).map((place) => siteAt(layer, place));
		const within = (distances ?? Array.from({ length: Math.floor(row / 2) }, (_, x) => x + 1)).filter((distance) => distance <= row / 2);
		return {
			layer,
			places,
			entropy: mean(chosen.map(({ modes }) => bulk.entropies.entropy([siteIndex(bulk, modes)]))),
			upwards: next === void 0 ? null : meanPair(chosen.map((site) => pairOf(bulk, site, siteAt(layer + 1, placeAbove(site.place, places, next))))),
			along: within.map((distance) => ({
				distance,
				...meanPair(chosen.map((site) => pairOf(bulk, site, siteAt(layer, placeAlong(site.place, distance, row)))))
			})),
			across: isDouble ? meanPair(chosen.map((site) => pairOf(bulk, site, siteAt(layer, site.place, 1)))) : null
		};
	});
}
/**
* What two sites of a bulk have in common.
*
* @throws {DomainError} sites with common modes, or that are not of this bulk
*/
function pairOf({ state }, a, b) {
	const pair = restricted(state, [...a.modes, ...b.modes]);
	const [left, right] = [a.modes.map((_, k) => k), b.modes.map((_, k) => a.modes.length + k)];
	const rows = (modes) => indicesOf(pair.statistics, pair.modes, modes);
	const { data } = submatrix(pair.covariance, rows(left), rows(right));
	return {
		information: gaussianInformation(pair, left, right),
		correlation: Math.sqrt(data.reduce((sum, x) => sum + x * x, 0))
	};
}
/** The places below some of those of the next layer. */
function originsOf(places, next, count) {
	const all = [...Array(volume(places)).keys()];
	if (next === void 0) return all.slice(0, count);
	const above = volume(next);
	const step = Math.max(1, Math.floor(above / count));
	return all.filter((place) => {
		const parent = placeAbove(place, places, next);
		return parent % step === 0 && parent < step * count;
	});
}
/** The place of the next layer above a place, direction by direction; what is left is above itself. */
function placeAbove(place, places, next) {
	let [rest, stride, above] = [
		place,
		1,
		0
	];
	for (let axis = places.length - 1; axis >= 0; axis--) {
		const [n, m] = [places[axis], next[axis]];
		above += stride * Math.floor(rest % n * m / n);
		rest = Math.floor(rest / n);
		stride *= m;
	}
	return above;
}
/** The place so far along the last direction, around the ring. */
const placeAlong = (place, distance, row) => place - place % row + (place + distance) % row;
const siteIndex = ({ sites }, modes) => sites.findIndex((site) => site.modes === modes);
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const meanPair = (pairs) => ({
	information: mean(pairs.map(({ information }) => information)),
	correlation: mean(pairs.map(({ correlation }) => correlation))
});
/** Most mutual information of two sites of two modes each. */
const MOST = 4 * Math.LN2;
/** Correlations below this are near the rounding of the covariance. */
const RESOLVED = 1e-13;
function* mappedStates({ levels, mass, beta }) {
	const sites = 2 ** levels;
	const massless = latticeDirac(sites, {}, "antiperiodic");
	yield {
		message: "critical",
		progress: 0
	};
	const critical = mapped("critical", gaussianGroundState(massless).state, sites);
	yield {
		message: "massive",
		progress: .33
	};
	const massive = mapped("massive", gaussianGroundState(latticeDirac(sites, { mass }, "antiperiodic")).state, sites);
	yield {
		message: "thermal",
		progress: .66
	};
	return [
		critical,
		massive,
		mapped("thermal", gaussianThermal(massless, beta), sites)
	];
}
function mapped(name, state, sites) {
	const bulk = exactHolographicMapping(state, waveletTransform(sites, "d4", { boundary: "antiperiodic" }));
	const layers = layerGeometry(bulk, { origins: 1 });
	const along = layers[0].along.filter(({ correlation }) => correlation > RESOLVED);
	const fitted = along.filter(({ distance }) => distance >= 8 && distance <= sites / 8);
	return {
		name,
		entropies: layers.map(({ entropy }) => entropy),
		upwards: layers.map(({ upwards }) => upwards?.information ?? null),
		along,
		decay: decayFit(fitted.map(({ distance }) => distance), fitted.map(({ information }) => information)),
		map: distanceMap(bulk, 0)
	};
}
/** Distances −ln(I/4 ln 2) from the middle of a layer of the first copy to all sites of a copy; null where I is not resolved. */
function distanceMap(bulk, copy) {
	const places = bulk.layers[2][0];
	const origin = bulk.sites.find(({ copy: side, layer, place }) => side === 0 && layer === 3 && place === places / 2);
	return bulk.layers.map((_, k) => bulk.sites.filter((site) => site.copy === copy && site.layer === k + 1).map((site) => {
		if (site === origin) return null;
		const { information, correlation } = pairOf(bulk, origin, site);
		return correlation > RESOLVED && information > 0 ? -Math.log(information / MOST) : null;
	}));
}
// train/studies/exact-mapping/clocks.ts
/** @file How fast the sites of each layer forget, in imaginary time. */
/** Times tried for each doubling. */
const FINE = 16;
function clocks({ levels, mass }) {
	const sites = 2 ** (levels - 2);
	const transform = waveletTransform(sites, "d4", { boundary: "antiperiodic" });
	const times = Array.from({ length: FINE * (levels + 2) }, (_, k) => 2 ** (k / FINE - 3));
	return [["critical", 0], ["massive", mass]].map(([name, m]) => {
		return {
			name,
			times: layerClocks(latticeDirac(sites, { mass: m }, "antiperiodic"), transform, times).map(({ correlations }) => decayTime(times, correlations))
		};
	});
}
/** Where ln G passes −1, between two of the times. */
function decayTime(times, correlations) {
	const k = correlations.findIndex((value) => value < 1 / Math.E);
	if (k <= 0) return null;
	const [before, after] = [Math.log(correlations[k - 1]) + 1, Math.log(correlations[k]) + 1];
	return times[k - 1] + before / (before - after) * (times[k] - times[k - 1]);
}
// train/studies/exact-mapping/controls.ts
/** @file What must not have a geometry: a product state by wavelets, and the critical state by a random transform. */
function controls({ levels }, seed) {
	const sites = 2 ** (levels - 2);
	const critical = gaussianGroundState(latticeDirac(sites, {}, "antiperiodic")).state;
	const wavelets = waveletTransform(sites, "d4", { boundary: "antiperiodic" });
	return [
		control("critical, wavelets", critical, wavelets),
		control("critical, random transform", critical, {
			matrix: randomOrthogonal(sites, seed),
			labels: wavelets.labels
		}),
		control("product state, wavelets", gaussianVacuum("fermion", 2 * sites), wavelets)
	];
}
function control(name, state, transform) {
	const layers = layerGeometry(exactHolographicMapping(state, transform), { origins: 4 });
	const points = layers[0].along.filter(({ distance, information }) => distance >= 2 && information > 1e-20);
	const [xs, ys] = [points.map((p) => Math.log(p.distance)), points.map((p) => Math.log(p.information))];
	const fit = points.length < 4 ? null : lineFit(xs, ys);
	const all = points.length < 4 ? null : lineFit(xs, ys, true);
	return {
		name,
		entropies: layers.map(({ entropy }) => entropy),
		upwards: layers.map(({ upwards }) => upwards?.information ?? null),
		slope: fit === null ? null : -fit.slope,
		slopeError: fit?.slopeError ?? null,
		explained: fit === null || all === null ? null : 1 - fit.residual ** 2 * (points.length - 2) / (all.residual ** 2 * (points.length - 1)),
		along: layers[0].along
	};
}
/** An orthogonal matrix, uniform: the polar factor of a Gaussian one. */
function randomOrthogonal(size, seed) {
	const stream = randomStream(seed, "random transform");
	const data = Float64Array.from({ length: size * size }, () => stream.normal());
	const { left, right } = realSingularValueDecomposition({
		rows: size,
		cols: size,
		data
	});
	return multiplyReal(left, right, { transposeA: true });
}
// train/studies/exact-mapping/doubles.ts
/** @file Thermofield doubles: where the two sides are joined, by temperature. */
function* doubles({ levels }) {
	const sites = 2 ** Math.max(7, levels - 2);
	const hamiltonian = latticeDirac(sites, {}, "antiperiodic");
	const transform = waveletTransform(sites, "d4", { boundary: "antiperiodic" });
	const betas = [
		sites / 32,
		sites / 16,
		sites / 8
	];
	const found = [];
	let first = {
		joint: 0,
		thermal: 0,
		map: []
	};
	for (const beta of betas) {
		yield {
			message: `β = ${beta}`,
			progress: found.length / betas.length
		};
		const bulk = exactHolographicMapping(gaussianThermofieldDouble(hamiltonian, beta), transform, { copies: 2 });
		const layers = layerGeometry(bulk, {
			distances: [1],
			origins: 1
		});
		const across = layers.map((layer) => layer.across.information / MOST);
		found.push({
			beta,
			across,
			upwards: layers.map(({ upwards }) => upwards?.information ?? null),
			horizon: halfWay(across)
		});
		if (beta !== betas[0]) continue;
		const left = Array.from({ length: bulk.sites.length / 2 }, (_, site) => site);
		const right = left.map((site) => site + left.length);
		first = {
			joint: regionInformation(bulk.entropies, left, right),
			thermal: 2 * gaussianEntropy(gaussianThermal(hamiltonian, beta)),
			map: distanceMap(bulk, 1)
		};
	}
	return {
		sites,
		doubles: found,
		...first
	};
}
/** Where a list that rises passes ½, counted from 1. */
function halfWay(values) {
	const k = values.findIndex((value) => value > .5);
	if (k <= 0) return k === 0 ? 1 : NaN;
	return k + (.5 - values[k - 1]) / (values[k] - values[k - 1]);
}
// train/studies/exact-mapping/sections.ts
/** @file The findings of the study in tables, charts and maps. */
const byLayer = (values) => values.map((value, k) => [k + 1, value]);
const LAYERS = {
	label: "layer, from the boundary inwards",
	kind: "linear"
};
const distances = (caption, values) => ({
	kind: "map",
	caption,
	quantity: "−ln(I/4 ln 2)",
	rowsLabel: "layer",
	columnsLabel: "place",
	rows: values.map((row, k) => ({
		name: `${k + 1}`,
		values: row
	})).toReversed()
});
function waveletSection({ options, wavelets }) {
	return {
		heading: "One state, several wavelets",
		text: `The massless lattice fermion on ${2 ** options.levels} sites, half filled, antiperiodic; each layer is a smaller copy of the one before. A wavelet with K vanishing moments turns correlations 1/x into their derivatives of order 2K: along a layer they fall with the power 2K + 1 of x, and mutual information with twice that. Distances −ξ ln I then are 2(2K + 1) ξ ln x, those of an anti-de Sitter space of radius R = (2K + 1) ξ: a number of the wavelet. A boson of dimension 0 has 2K in place of 2K + 1. In the last column 1 would mean that a step to the next layer is as long as that radius demands.`,
		label: "analogy",
		exhibits: [
			{
				kind: "chart",
				caption: "Mutual information along layer 1. Straight lines on logarithmic axes: powers, one for each wavelet.",
				x: {
					label: "distance x (places of the layer)",
					kind: "log"
				},
				y: {
					label: "I (nats)",
					kind: "log"
				},
				series: wavelets.map(({ filter, along }) => ({
					name: filter,
					mark: "line",
					points: along.map(({ distance, information }) => [distance, information])
				}))
			},
			{
				kind: "table",
				caption: `Exponents by wavelet. Between x = ${2 ** options.levels / 32} and twice that.`,
				columns: [
					"wavelet",
					"K",
					"correlations",
					"2K + 1",
					"information",
					"4K + 2",
					"boson",
					"2K",
					"step up / R ln 2"
				],
				rows: wavelets.map((one) => [
					one.filter,
					one.moments,
					one.exponent,
					2 * one.moments + 1,
					one.informationExponent,
					4 * one.moments + 2,
					one.bosonExponent,
					2 * one.moments,
					one.isotropy
				])
			},
			{
				kind: "chart",
				caption: "Mutual information upwards. The same in every layer, except near both ends.",
				x: LAYERS,
				y: {
					label: "I with the site above (nats)",
					kind: "linear",
					include: [0]
				},
				series: wavelets.map(({ filter, upwards }) => ({
					name: filter,
					mark: "line-and-points",
					points: byLayer(upwards)
				}))
			}
		]
	};
}
function stateSection({ options, states }) {
	return {
		heading: "Three states, one wavelet",
		text: `Wavelet d4. Critical; of mass ${options.mass}, a correlation length of ${significant(1 / Math.log(1 + options.mass))} sites; and critical at β = ${options.beta}. The entropy of a site tells the massive state from the others, but not the critical from the thermal one: both end at the maximum 2 ln 2, by entanglement within the bulk or with a bath. The mutual information upwards does: it goes on in the critical bulk and ends in the others, at the layer of the correlation or thermal length.`,
		label: "analogy",
		exhibits: [
			{
				kind: "chart",
				caption: "Entropy of a site. Maximal at great scales for critical and thermal states, zero for the massive one.",
				x: LAYERS,
				y: {
					label: "S (nats)",
					kind: "linear",
					include: [0, 1.6]
				},
				series: states.map(({ name, entropies }) => ({
					name,
					mark: name === "thermal" ? "dash" : "line-and-points",
					points: byLayer(entropies)
				})),
				levels: [{
					y: 2 * Math.LN2,
					name: "2 ln 2"
				}]
			},
			{
				kind: "chart",
				caption: "Mutual information upwards. Where it ends the bulk ends.",
				x: LAYERS,
				y: {
					label: "I with the site above (nats)",
					kind: "linear",
					include: [0]
				},
				series: states.map(({ name, upwards }) => ({
					name,
					mark: name === "thermal" ? "dash" : "line-and-points",
					points: byLayer(upwards)
				}))
			},
			{
				kind: "chart",
				caption: "Information distance along layer 1. Logarithmic in the critical state, linear in the others.",
				x: {
					label: "distance x (places of the layer)",
					kind: "log"
				},
				y: {
					label: "−ln I",
					kind: "linear",
					include: [0]
				},
				series: states.map(({ name, along }) => ({
					name,
					mark: name === "thermal" ? "dash" : "line",
					points: along.map(({ distance, information }) => [distance, -Math.log(information)])
				}))
			},
			decayTable(states),
			...states.map(({ name, map }) => distances(`Distances from a site of the ${name} bulk. From the middle of layer 3 to every other site; the boundary is below. Left white where correlations are below 10⁻¹³.`, map))
		]
	};
}
function decayTable(states) {
	return {
		kind: "table",
		caption: "Decay along layer 1. Least squares; evidence is the difference of Akaike’s criterion to the other law.",
		columns: [
			"state",
			"law",
			"evidence",
			"power",
			"±",
			"length (places)",
			"±"
		],
		rows: states.map(({ name, decay }) => {
			const isPower = decay.best === "power";
			return [
				name,
				decay.best,
				decay.evidence,
				isPower ? decay.exponent : null,
				isPower ? decay.exponentError : null,
				isPower ? null : decay.length,
				isPower ? null : decay.lengthError
			];
		})
	};
}
function clockSection({ options, time }) {
	return {
		heading: "Clocks",
		text: `${2 ** (options.levels - 2)} sites, wavelet d4. How long a site of the bulk remembers itself in imaginary time: its correlation with itself falls to 1/e. From layer to layer of the critical bulk that takes twice as long, the redshift of anti-de Sitter space; with a mass no clock is slower than the gap allows.`,
		label: "analogy",
		exhibits: [{
			kind: "chart",
			caption: "Clocks by layer. On a logarithmic axis a straight line doubles from layer to layer.",
			x: LAYERS,
			y: {
				label: "time to 1/e",
				kind: "log"
			},
			series: time.map(({ name, times }) => ({
				name,
				mark: "line-and-points",
				points: byLayer(times)
			})),
			levels: [{
				y: 1 / options.mass,
				name: "1/m"
			}]
		}]
	};
}
function doubleSection({ sides }) {
	const [first] = sides.doubles;
	return {
		heading: "Two sides",
		text: `Thermofield doubles of ${sides.sites} sites on each side. Every side is thermal and ends where its temperature says; there its sites know their partners on the other side instead of those above. The layer at which they share half of what they can is the throat: it moves inwards by one layer when the temperature is halved. Both sides are one pure state: I(left : right) of all sites is twice the thermal entropy, ${significant(sides.thermal, 5)} nats at β = ${first.beta}.`,
		label: "analogy",
		exhibits: [
			{
				kind: "chart",
				caption: "Mutual information across. As a share of the most that two sites can have, 4 ln 2.",
				x: LAYERS,
				y: {
					label: "I(left : right)/4 ln 2",
					kind: "linear",
					include: [0, 1]
				},
				series: sides.doubles.map(({ beta, across }) => ({
					name: `β = ${beta}`,
					mark: "line-and-points",
					points: byLayer(across)
				}))
			},
			{
				kind: "table",
				caption: "The throat by temperature. The layer at which half of the information is across, between layers.",
				columns: [
					"β",
					"layer of the throat",
					"log₂ β",
					"difference"
				],
				rows: sides.doubles.map(({ beta, horizon }) => [
					beta,
					horizon,
					Math.log2(beta),
					horizon - Math.log2(beta)
				])
			},
			distances(`Distances to the other side. From the middle of layer 3 on the left to every site on the right, β = ${first.beta}.`, sides.map)
		]
	};
}
function planeSection({ options, plane }) {
	const side = 2 ** options.side;
	return {
		heading: "Two dimensions",
		text: `The lattice fermion on ${side} × ${side} sites, wavelet d4 along both directions: three details of each of two modes at a place of a layer. Without a mass entropies grow towards their greatest values as far as the torus reaches; with one they turn and fall.`,
		label: "analogy",
		exhibits: [{
			kind: "table",
			caption: "Layers over a plane. Entropy of a site as a share of its greatest, and mutual information upwards.",
			columns: [
				"mass",
				"quantity",
				...plane[0].shares.map((_, k) => `layer ${k + 1}`)
			],
			rows: plane.flatMap(({ mass, shares, upwards }) => [[
				mass,
				"S/S_{max}",
				...shares
			], [
				mass,
				"I upwards (nats)",
				...upwards
			]])
		}]
	};
}
function controlSection({ options, control }) {
	return {
		heading: "What has no geometry",
		text: `${2 ** (options.levels - 2)} sites. A random orthogonal transform of the critical state leaves all sites about equally entangled, and no distance between them: places are mere names. A product state leaves nothing at all, by any transform that treats all sites alike.`,
		exhibits: [{
			kind: "chart",
			caption: "Mutual information along layer 1, by wavelets and by a random transform.",
			x: {
				label: "distance x (places of the layer)",
				kind: "log"
			},
			y: {
				label: "I (nats)",
				kind: "log"
			},
			series: control.slice(0, 2).map(({ name, along }) => ({
				name,
				mark: name.includes("random") ? "points" : "line-and-points",
				points: along.map(({ distance, information }) => [distance, information > 0 ? information : null])
			}))
		}, {
			kind: "table",
			caption: "Controls. Slope of ln I along layer 1 against ln x, and the share of its variation that the line explains.",
			columns: [
				"state and transform",
				"S in layer 1",
				"S in the last",
				"I upwards",
				"slope",
				"±",
				"explained"
			],
			rows: control.map((one) => [
				one.name,
				one.entropies[0],
				one.entropies.at(-1),
				one.upwards[1] ?? null,
				one.slope,
				one.slopeError,
				one.explained
			])
		}]
	};
}
// train/studies/exact-mapping/findings.ts
/** @file The findings of the study in words: answer, checks and verdicts. */
function findings(measured) {
	const { wavelets, states, sides } = measured;
	const [critical, massive, thermal] = states;
	const exponents = wavelets.map(({ filter, exponent }) => `${significant(exponent, 4)} (${filter})`).join(", ");
	const [first, , last] = sides.doubles;
	return {
		title: "The exact holographic mapping",
		question: "Which geometry does the exact holographic mapping give to a state, and is it a property of the state? (I, II)",
		answer: `Correlations along a layer of the critical fermion fall with exponents ${exponents}: 2K + 1, set by the K vanishing moments of the wavelet, and with them the radius of the anti-de Sitter space that they suggest. What the state decides is the law: a ${critical.decay.best} law without end for the critical state, an ${massive.decay.best} and a bulk that ends at the correlation length for the massive one, an ${thermal.decay.best} and a horizon for the thermal one. The double joins its two sides there, and the throat moves from layer ${significant(first.horizon)} to ${significant(last.horizon)} when β grows from ${first.beta} to ${last.beta}. Entropies of layers alone do not tell the critical from the thermal state; a random transform has no geometry at all.`,
		sections: [
			waveletSection(measured),
			stateSection(measured),
			clockSection(measured),
			doubleSection(measured),
			planeSection(measured),
			controlSection(measured)
		],
		checks: checksOf(measured),
		verdicts: verdictsOf(measured)
	};
}
function checksOf(measured) {
	const { options, states, time, sides, plane, control } = measured;
	const [, massive, thermal] = states;
	const [first, second, third] = sides.doubles;
	const steepest = 1 / (4 * Math.log(1 + options.mass));
	return [
		...waveletChecks(measured),
		equals("thermal information falls as exp(−4πx/β) in layer 1, length over β/4π", "closed form", thermal.decay.length * 4 * Math.PI / options.beta, 1, .02),
		atMost("massive information falls at least as fast as exp(−4x ln(1 + m)), length over that", "closed form", massive.decay.length / steepest, 1),
		equals("critical clocks go slower by two from layer 3 to layer 4", "closed form", (time[0].times[3] ?? NaN) / (time[0].times[2] ?? NaN), 2, .1),
		atMost("massive clocks are not slower than 1/m", "theorem", Math.max(...time[1].times.map((one) => one ?? Infinity)) * options.mass, 1),
		equals("I(left : right) is twice the thermal entropy, difference", "theorem", sides.joint - sides.thermal, 0, 1e-9),
		equals("half the temperature moves the throat by one layer", "closed form", second.horizon - first.horizon, 1, .1),
		equals("a quarter moves it by two", "closed form", third.horizon - first.horizon, 2, .2),
		atMost("layer 1 over the plane has the entropy of all other layers, difference", "theorem", Math.max(...plane.map(({ imbalance }) => imbalance)), 0, 1e-9),
		atMost("a product state has no information in the bulk", "theorem", Math.max(...control.at(-1).along.map(({ information }) => information)), 0, 1e-12),
		atLeast("distance explains the information along a layer by wavelets", "independent computation", control[0].explained ?? 0, .9),
		atMost("distance does not explain it by a random transform", "independent computation", control[1].explained ?? 0, .5)
	];
}
function waveletChecks({ options, wavelets }) {
	/** Corrections are of relative order 1/x² at the distance x of the exponents. */
	const accuracy = 4 / (2 ** options.levels / 32) ** 2;
	const greatest = (quantity) => Math.max(...wavelets.map((one) => one[quantity]));
	const ratio = (what, filter, value, law, tolerance) => equals(`${what}, ${filter}, as a ratio`, "closed form", value / law, 1, tolerance);
	return [
		atMost("the transforms are orthogonal, greatest entry of WWᵀ − 1", "closed form", greatest("orthogonality"), 0, 1e-14),
		atMost("the first K moments of the wavelets vanish, greatest one", "closed form", greatest("moment"), 0, 1e-13),
		atMost("the bulk of a pure state is pure, greatest entry of Γ² + 1", "theorem", greatest("impurity"), 0, 1e-12),
		...wavelets.flatMap(({ filter, moments, exponent, informationExponent, bosonExponent }) => [
			ratio("correlations along layer 1 fall with 2K + 1", filter, exponent, 2 * moments + 1, accuracy),
			ratio("mutual information falls with 4K + 2", filter, informationExponent, 4 * moments + 2, accuracy),
			ratio("correlations of a boson of dimension 0 fall with 2K", filter, bosonExponent, 2 * moments, .03)
		])
	];
}
function verdictsOf({ options, wavelets, states, sides, control }) {
	const radii = wavelets.map(({ exponent }) => significant(exponent)).join(", ");
	const [critical, massive, thermal] = states;
	const deep = Math.min(critical.upwards.length - 4, options.levels - 3);
	const steps = wavelets.map(({ isotropy }) => significant(isotropy)).join(", ");
	return [
		{
			statement: "given a certain quantum state, its information pattern determines a space geometry. This is also the idea of EHM",
			source: "II",
			verdict: "holds in part",
			because: `The same state has radii ${radii} in units of ξ by three wavelets, and none by a random transform (distance explains ${significant(100 * (control[1].explained ?? 0), 2)} % of ln I). The state decides that the critical bulk goes on (I upwards ${significant(critical.upwards[deep])} nats in layer ${deep + 1}) and the others end (${significant(massive.upwards[deep])} and ${significant(thermal.upwards[deep])})`
		},
		{
			statement: "to design special erasure QEC-like tensor networks to support RT relations, exact holographic mapping among them",
			source: "I",
			verdict: "fails",
			because: `The mapping is an orthogonal transform, to ${significant(Math.max(...wavelets.map(({ orthogonality }) => orthogonality)), 2)}, of ${2 ** (options.levels + 1)} modes to as many: the bulk is the whole Hilbert space, not a code in it, and nothing is stored twice. Erasing one site of the boundary loses information of every layer; no bulk mode is recovered from a region that does not hold its wavelet`
		},
		{
			statement: "Spacetime geometry origins from quantum states",
			source: "I",
			verdict: "analogy",
			because: `−ξ ln I of the critical state has the form of distances in anti-de Sitter space along a layer, but a step upwards is ${steps} times as long as the radius of the same ξ demands, by wavelet: Haar’s comes near to that space in both directions, smoother ones do not. The double has a throat at layer ${significant(sides.doubles[0].horizon)}; that it is a wormhole is a reading`
		}
	];
}
// train/studies/exact-mapping/planes.ts
/** @file The lattice fermion in two dimensions: a bulk of three, without and with a mass. */
function* planes({ side, mass }) {
	const found = [];
	for (const m of [0, 8 * mass]) {
		yield {
			message: `mass ${m}`,
			progress: found.length / 2
		};
		found.push(plane(2 ** side, m));
	}
	return found;
}
function plane(n, mass) {
	const { state } = gaussianGroundState(planeDirac(n, mass));
	const bulk = exactHolographicMapping(state, waveletTransform([n, n], "d4", { boundary: "antiperiodic" }));
	const layers = layerGeometry(bulk, {
		distances: [1],
		origins: 1
	});
	const modesOf = (isFirst) => bulk.sites.filter(({ layer }) => layer === 1 === isFirst).flatMap(({ modes }) => modes);
	const [first, others] = [true, false].map((isFirst) => gaussianEntropy(restricted(bulk.state, modesOf(isFirst))));
	return {
		mass,
		shares: layers.map(({ entropy }, k) => entropy / ((k + 1 < layers.length ? 6 : 2) * Math.LN2)),
		upwards: layers.map(({ upwards }) => upwards?.information ?? null),
		imbalance: Math.abs(first - others)
	};
}
/** H = Σ_k c†(sin k_x σ_x + sin k_y σ_y + (m + 2 − cos k_x − cos k_y) σ_z)c on a torus that is antiperiodic both ways. */
function planeDirac(n, mass) {
	const matrix = zeroMatrix(2 * n * n, 2 * n * n);
	const add = (i, j, [re, im]) => {
		for (const [a, b, sign] of [[
			i,
			j,
			1
		], [
			j,
			i,
			-1
		]]) {
			const at = 2 * (a * matrix.cols + b);
			matrix.interleaved[at] = matrix.interleaved[at] + re;
			matrix.interleaved[at + 1] = matrix.interleaved[at + 1] + sign * im;
		}
	};
	for (let x = 0; x < n; x++) for (let y = 0; y < n; y++) {
		const here = 2 * (x * n + y);
		add(here, here, [(mass + 2) / 2, 0]);
		add(here + 1, here + 1, [-(mass + 2) / 2, 0]);
		const east = {
			at: 2 * ((x + 1) % n * n + y),
			sign: x + 1 === n ? -.5 : .5
		};
		const north = {
			at: 2 * (x * n + (y + 1) % n),
			sign: y + 1 === n ? -.5 : .5
		};
		for (const { at, sign } of [east, north]) {
			add(here, at, [-sign, 0]);
			add(here + 1, at + 1, [sign, 0]);
		}
		add(here, east.at + 1, [0, -east.sign]);
		add(here + 1, east.at, [0, -east.sign]);
		add(here, north.at + 1, [-north.sign, 0]);
		add(here + 1, north.at, [north.sign, 0]);
	}
	return quadraticOfHopping(matrix);
}
// train/studies/exact-mapping/wavelet-geometries.ts
/** @file The same critical state by different wavelets: exponents, and the radius that they suggest. */
const FILTERS = [
	"haar",
	"d4",
	"d6"
];
function* waveletGeometries({ levels }) {
	const sites = 2 ** levels;
	yield {
		message: "ground states",
		progress: 0
	};
	const fermion = gaussianGroundState(latticeDirac(sites, {}, "antiperiodic")).state;
	const boson = gaussianGroundState(harmonicRing(sites, { mass: 1e-5 })).state;
	const found = [];
	for (const filter of FILTERS) {
		yield {
			message: filter,
			progress: .3 + .2 * found.length
		};
		found.push(waveletGeometry(filter, fermion, boson, sites));
	}
	return found;
}
function waveletGeometry(filter, fermion, boson, sites) {
	const transform = waveletTransform(sites, filter, { boundary: "antiperiodic" });
	const { low, high } = transform.resolution;
	const moments = low.length / 2;
	const bulk = exactHolographicMapping(fermion, transform);
	const layers = layerGeometry(bulk, { origins: 1 });
	const { along } = layers[0];
	const ring = layerGeometry(exactHolographicMapping(boson, waveletTransform(sites, filter)), { origins: 1 });
	const middle = layers[Math.floor(layers.length / 2) - 1].upwards.information;
	const far = sites / 32;
	return {
		filter,
		moments,
		orthogonality: deviation(multiplyReal(transform.matrix, transform.matrix, { transposeB: true }), 1),
		moment: Math.max(...Array.from({ length: moments }, (_, k) => Math.abs(high.reduce((sum, tap, t) => sum + tap * (t / moments - 1) ** k, 0)))),
		impurity: impurity(bulk),
		exponent: localExponent(along, far, "correlation"),
		informationExponent: localExponent(along, far, "information"),
		bosonExponent: localExponent(ring[0].along, far, "correlation"),
		along,
		upwards: layers.map(({ upwards }) => upwards?.information ?? null),
		isotropy: -Math.log(middle / (4 * Math.LN2)) / ((2 * moments + 1) * Math.LN2)
	};
}
/** −d ln/d ln x between x and 2x. */
function localExponent(along, x, quantity) {
	const [near, far] = [x, 2 * x].map((at) => along.find(({ distance }) => distance === at));
	return Math.log2(near[quantity] / far[quantity]);
}
/** Greatest entry of A − s·1. */
function deviation({ rows, data }, s) {
	return data.reduce((most, x, at) => Math.max(most, Math.abs(x - (at % (rows + 1) === 0 ? s : 0))), 0);
}
/** Greatest entry of Γ² + 1. Real hopping has Γ = ((0, G), (−Gᵀ, 0)). */
function impurity({ state }) {
	const block = bipartiteBlock(state.covariance);
	if (block !== void 0) return deviation(multiplyReal(block, block, { transposeB: true }), 1);
	return deviation(multiplyReal(state.covariance, state.covariance), -1);
}
// train/studies/exact-mapping/run.ts
/** Carries the study out, part by part. */
function* run(options, { seed, part }) {
	return findings({
		options,
		wavelets: yield* part("wavelets", .4, () => waveletGeometries(options)),
		states: yield* part("three states", .7, () => mappedStates(options)),
		time: yield* part("clocks", .75, () => clocks(options)),
		sides: yield* part("two sides", .85, () => doubles(options)),
		plane: yield* part("two dimensions", .9, () => planes(options)),
		control: yield* part("controls", 1, () => controls(options, seed))
	});
}
export { run };
