import { Q as currentEngine, f as symmetricEigenvalues, m as symmetricFunction, p as symmetricEigen, ut as DomainError, x as submatrix, y as multiplyReal } from "./study-record-DTuekta5.js";
import { n as complementOf } from "./reduced-density-matrix-Bg02QxO0.js";
import { n as rememberedEntropy } from "./region-entropies-C3COF-g3.js";
import { C as majoranaValues, S as majoranaForm, T as squaredValues, _ as bipartiteBlock, f as symplecticForm, h as uncorrelatedBlocks, l as omegaConjugated, m as symplecticValues, o as indicesOf, s as restricted, t as checkGaussian, u as omegaTimes, x as isSymmetric, y as frameOf } from "./gaussian-state-IZmuMQPG.js";
// src/linalg/entropy-quadrature.ts
/** @file The binary entropy as a sum of few logarithms. */
/**
* Nodes t and weights w of
*
*     −x log x − (1 − x) log(1 − x) = ∫₀^∞ log(1 + x(1 − x)/(t(1 + t))) dt ≈ Σ w·log(1 + x(1 − x)/(t(1 + t))),
*
* to within 2e-14 for all 0 ≤ x ≤ 1, and so to within that for each eigenvalue of a matrix. The sum is concave in
* x(1 − x) and zero at both ends, as the entropy is. Found by least squares on 200 values of log x with 113 binary digits;
* the distance between neighbours grows towards 0, so that the error falls with the square root of the number of nodes.
*/
const ENTROPY_QUADRATURE = [
	[25102638580058467e-30, 10981341364065772e-29],
	[7324812263641669e-28, 19900712207122795e-28],
	[7877090415677158e-27, 16598621967709162e-27],
	[54146152667918195e-27, 9614302943246042e-26],
	[28522056656021433e-26, 4452164719383131e-25],
	[1.2536894532372978e-9, 1.7650887658118283e-9],
	[4.82385204565357e-9, 6.232096977954028e-9],
	[1.6743171193386348e-8, 2.0095407765873033e-8],
	[5.349490703598271e-8, 6.019972456390648e-8],
	[1.5960764726527915e-7, 1.696116391315822e-7],
	[4.4944038843285603e-7, 4.535877723787681e-7],
	[12041458505343966e-22, 11594090679774172e-22],
	[30887212207972398e-22, 28475556507510437e-22],
	[7621683318868379e-21, 6746340955405047e-21],
	[18156520702264604e-21, 15456431738778235e-21],
	[4184955819124728e-20, 34272203430540174e-21],
	[9339589548981058e-20, 7344604532245708e-20],
	[.00020156477618400877, .0001514937569915309],
	[.0004194039076601548, .0002991955056614993],
	[.000839713029447573, .0005677374014359564],
	[.0016288231163188228, .0010623936861875577],
	[.0031137527864719575, .0020098603599066145],
	[.005916018914071228, .003754420306165719],
	[.010885779276733952, .006184282581636345],
	[.01781998583235234, .0076743685523384475],
	[.028494708717179452, .01544549123509337],
	[.05163028257755129, .03220141258249685],
	[.09494380016894434, .05357080140293434],
	[.15302317500366341, .06662087866285096],
	[.2651428926129446, .18221006969938675],
	[.5424982459869786, .24353290420446852],
	[.7037317969831495, .4376148429657863],
	[2.5915196949978827, 3.9181293794988146],
	[2.984035391933518, 2.430959664941338]
];
// src/linalg/interval-entropies.ts
/** @file The entropies of all intervals of a chain of free fermions, as a matter of linear algebra. */
/** Eigenvalues this far outside of [0, 1] are too close to the least node of the quadrature. */
const ROUNDING = 2e-15;
/** How far outside of [0, 1] an eigenvalue may be. */
const SPECTRUM_TOLERANCE = 1e-8;
/**
* The binary entropies of all contiguous principal submatrices of a real symmetric matrix C with 0 ≤ C ≤ 1,
*
*     S(a…b) = Σ −λ log λ − (1 − λ) log(1 − λ)    over the spectrum of C[a…b],
*
* the entanglement entropies of all intervals of free fermions with ⟨c†c⟩ = C. No spectrum is computed: by a quadrature
* the entropy is a sum of log det(t + C[a…b]) + log det(t + 1 − C[a…b]), and the determinants of all intervals of a positive
* definite matrix follow from one another in O(n³).
*
* Eigenvalues that rounding has moved out of [0, 1] are moved back. The quadrature adds an error of at most 2e-14 for each
* eigenvalue. Rounding, that of the entries of C included, counts as it does with spectra, by the slope of the entropy: up to
* 1e-12 for 100 sites of a critical chain, 1e-11 for 400.
*
* @param matrix - n × n, row-major
* @returns shape (n, n): S(a…b) at a·n + b for a ≤ b, zeros elsewhere
* @throws {ShapeError} the matrix is not n × n
* @throws {DomainError} it is not symmetric, or not finite, or an eigenvalue is not in [0, 1]
*
* 110n³ operations, 0.6 s at n = 400; half of that if C is ½ on the diagonal and joins even to odd sites only.
*/
function intervalEntropies(matrix, n) {
	const values = symmetricEigenvalues(matrix, n);
	const outside = n === 0 ? 0 : Math.max(0, -values[0], values[n - 1] - 1);
	if (outside > SPECTRUM_TOLERANCE) throw new DomainError(`intervalEntropies: eigenvalues between 0 and 1 required, got ${values[0]} and ${values[n - 1]}`);
	const C = clipped(matrix, n, outside > ROUNDING);
	const entropies = new Float64Array(n * n);
	const pairs = new Float64Array(2 * n * n);
	for (const lanes of passes(isHalfFilledBipartite(C, n))) {
		lanes.forEach(({ sign, shift }, lane) => {
			for (let k = 0; k < n * n; k++) pairs[2 * k + lane] = sign * C[k];
			for (let k = lane; k < 2 * n * n; k += 2 * (n + 1)) pairs[k] = pairs[k] + shift;
		});
		const alone = Float64Array.from({ length: 2 * n }, (_, k) => pairs[2 * (k >> 1) * (n + 1) + (k & 1)]);
		currentEngine().conditionalVariances(pairs, n, Math.min(...lanes.map(({ least }) => least)));
		lanes.forEach(({ weight, unit }, lane) => {
			for (let a = 0; a < n; a++) {
				let sum = Math.log(alone[2 * a + lane] / unit);
				for (let b = a; b < n; b++) {
					if (b > a) sum += Math.log(pairs[2 * (a * n + b) + lane] / unit);
					entropies[a * n + b] = entropies[a * n + b] + weight * sum;
				}
			}
		});
	}
	return entropies.map((x) => Math.max(0, x));
}
/** The terms of the entropy, two by two. If spectra are symmetric, C and 1 − C have the same determinants. */
function passes(isSymmetric) {
	if (!isSymmetric) return ENTROPY_QUADRATURE.map(([t, weight]) => [{
		sign: 1,
		shift: t,
		weight,
		unit: t,
		least: t
	}, {
		sign: -1,
		shift: 1 + t,
		weight,
		unit: 1 + t,
		least: t
	}]);
	const lanes = ENTROPY_QUADRATURE.map(([t, w]) => {
		return {
			sign: 1,
			shift: t,
			weight: 2 * w,
			unit: Math.sqrt(t * (1 + t)),
			least: t
		};
	});
	return lanes.flatMap((lane, k) => k % 2 === 0 ? [[lane, lanes[k + 1]]] : []);
}
/** Whether the diagonal is ½ and all other entries join even to odd sites: then the spectra of all intervals are symmetric. */
function isHalfFilledBipartite(C, n) {
	return C.every((x, k) => {
		const [i, j] = [Math.floor(k / n), k % n];
		return (i + j) % 2 === 1 || x === (i === j ? .5 : 0);
	});
}
/** The symmetric part of a matrix, and if necessary with eigenvalues below 0 and above 1 moved to 0 and 1. */
function clipped(matrix, n, isNecessary) {
	const data = matrix.map((x, k) => (x + matrix[k % n * n + Math.floor(k / n)]) / 2);
	if (!isNecessary) return data;
	const eigen = symmetricEigen({
		rows: n,
		cols: n,
		data
	});
	const beyond = symmetricFunction(eigen, (x) => Math.min(x, 0) + Math.max(x - 1, 0));
	return data.map((x, k) => x - beyond.data[k]);
}
// src/gaussian/interval-regions.ts
/** @file The entropies of all intervals of a Gaussian state of fermions, which follow from one another. */
/**
* Entropies, in nats, of all intervals of sites but the whole. They are the binary entropies of (1 + iΓ_A)/2, halved, since its
* eigenvalues come in pairs, or of half of it where the structure allows; a Hermitian matrix is a real one of twice the size.
*
* @param covariance - Γ, shape (2n, 2n)
* @param groups - the modes of each site
*
* Cost O(n³) for all. Where 400 sites take 0.6 s for real hopping, they take 8 times as long for complex hopping, 4 times for
* real pairing, 32 times otherwise.
*/
function intervalRegions(covariance, groups) {
	const modes = groups.flat();
	const { matrix, rows, share } = occupations(covariance, modes);
	const size = rows * modes.length;
	const entropies = intervalEntropies(matrix, size);
	const ends = groups.map((_, site) => groups.slice(0, site + 1).flat().length);
	return groups.flatMap((_, start) => Array.from({ length: groups.length - start }, (_, k) => k + 1).filter((length) => length < groups.length).map((length) => {
		const first = rows * (ends[start - 1] ?? 0);
		const last = rows * ends[start + length - 1] - 1;
		return {
			start,
			length,
			entropy: last < first ? 0 : share * entropies[first * size + last]
		};
	}));
}
function occupations(covariance, modes) {
	const block = bipartiteBlock(covariance);
	const part = block === void 0 ? void 0 : submatrix(block, modes);
	if (part !== void 0 && isSymmetric(part)) return {
		...occupied(modes.length, (i, j) => part.data[i * part.cols + j]),
		rows: 1,
		share: 1
	};
	if (part !== void 0) {
		const entry = (i, j) => {
			if ((i + j) % 2 === 0) return 0;
			return part.data[i % 2 === 0 ? (i >> 1) * part.cols + (j >> 1) : (j >> 1) * part.cols + (i >> 1)];
		};
		return {
			...occupied(2 * modes.length, entry),
			rows: 2,
			share: 1 / 2
		};
	}
	const conserving = hoppingPart(covariance, modes);
	if (conserving !== void 0) {
		const entry = (i, j) => {
			const [x, y] = conserving(i >> 1, j >> 1);
			return (i + j) % 2 === 0 ? x : i % 2 === 0 ? -y : y;
		};
		return {
			...occupied(2 * modes.length, entry),
			rows: 2,
			share: 1 / 2
		};
	}
	const majoranas = modes.flatMap((mode) => [2 * mode, 2 * mode + 1]);
	const entry = (i, j) => {
		if ((i + j) % 2 === 0) return 0;
		const x = covariance.data[majoranas[i >> 1] * covariance.cols + majoranas[j >> 1]];
		return i % 2 === 0 ? -x : x;
	};
	return {
		...occupied(4 * modes.length, entry),
		rows: 4,
		share: 1 / 4
	};
}
/** Parts of Γ that change the number of particles count as rounding up to this size. */
const CONSERVING = 1e-13;
/**
* The entries, as (re, im), of the Hermitian n × n matrix whose eigenvalues λ and −λ are those of iΓ, if Γ conserves the
* number of particles.
*/
function hoppingPart({ cols, data }, modes) {
	const block = (j, k) => {
		const at = 2 * modes[j] * cols + 2 * modes[k];
		return [
			data[at],
			data[at + 1],
			data[at + cols],
			data[at + cols + 1]
		];
	};
	for (let j = 0; j < modes.length; j++) for (let k = 0; k < modes.length; k++) {
		const [ee, eo, oe, oo] = block(j, k);
		if (Math.abs(ee - oo) > CONSERVING || Math.abs(eo + oe) > CONSERVING) return void 0;
	}
	return (j, k) => {
		const [ee, eo, oe, oo] = block(j, k);
		return [(eo - oe) / 2, (ee + oo) / 2];
	};
}
/** (1 + X)/2 for the matrix X with these entries. */
function occupied(size, entry) {
	const matrix = new Float64Array(size * size);
	for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) matrix[i * size + j] = ((i === j ? 1 : 0) + entry(i, j)) / 2;
	return { matrix };
}
// src/gaussian/weak-information.ts
/** @file Mutual information of regions that are weakly correlated, far below the rounding of their entropies. */
/** Relative size of the correlations below which their second order is more accurate than entropies. */
const WEAK = 1e-7;
/** 1 − λ² or ν² − 1 of modes that count as pure, and so uncorrelated. */
const PURE$1 = 1e-13;
/** The normal modes of the state of these modes. O(k³). */
function localFrame(state, modes) {
	const { covariance } = restricted(state, modes);
	const indices = indicesOf(state.statistics, state.modes, modes);
	if (state.statistics === "fermion") {
		const form = majoranaForm(covariance);
		return {
			values: form.values,
			indices,
			inverse: rowsInOrder(frameOf(form), (row) => row)
		};
	}
	const form = symplecticForm(covariance);
	if (form === void 0) throw new DomainError("Gaussian state: a positive covariance required");
	const n = modes.length;
	const order = (row) => (row >> 1) + row % 2 * n;
	return {
		values: form.values,
		indices,
		inverse: rowsInOrder(omegaConjugated(form.S), order)
	};
}
/**
* The second order in the correlations Y of two regions of their mutual information, from the 2 × 2 blocks Y⁺ + Y⁻ of
* normal modes that commute and anticommute with ((0, 1), (−1, 0)),
*
*     I ≈ ½ Σ_jk |Y⁺_jk|² (f(λ_j) − f(λ_k))/(λ_j − λ_k) + |Y⁻_jk|² (f(λ_j) + f(λ_k))/(λ_j + λ_k),
*
* f = artanh for fermions; for bosons f = −arcoth of ν in the first term, arcoth in the second. What it leaves out is
* of fourth order. undefined where the correlations are not weak.
*
* @see for the metric of relative entropy, Petz & Tóth, Lett. Math. Phys. 27, 205 (1993)
*/
function weakInformation(state, a, b) {
	const isFermion = state.statistics === "fermion";
	const block = submatrix(state.covariance, a.indices, b.indices);
	const { data, cols } = multiplyReal(multiplyReal(a.inverse, block), b.inverse, { transposeB: true });
	const purity = (value) => Math.abs((1 - value) * (1 + value));
	const [plusOf, minusOf] = isFermion ? FERMION : BOSON;
	let [information, size] = [0, 0];
	for (let j = 0; j < a.values.length; j++) for (let k = 0; k < b.values.length; k++) {
		const [s, t] = [a.values[j], b.values[k]];
		if (purity(s) <= PURE$1 || purity(t) <= PURE$1) continue;
		const at = 2 * j * cols + 2 * k;
		const [w, x, y, z] = [
			data[at],
			data[at + 1],
			data[at + cols],
			data[at + cols + 1]
		];
		const [plus, minus] = [((w + z) ** 2 + (x - y) ** 2) / 2, ((w - z) ** 2 + (x + y) ** 2) / 2];
		information += (plus * plusOf(s, t) + minus * minusOf(s, t)) / 2;
		size += (plus + minus) / (purity(s) * purity(t));
	}
	return size < WEAK ? information : void 0;
}
/** (artanh s − artanh t)/(s − t) and (artanh s + artanh t)/(s + t), without cancellation. */
const FERMION = [(s, t) => quotient((s - t) / (1 - s * t), s - t, 1 / (1 - s * t)), (s, t) => quotient((s + t) / (1 + s * t), s + t, 1 / (1 + s * t))];
/** (arcoth t − arcoth s)/(s − t) and (arcoth s + arcoth t)/(s + t). */
const BOSON = [(s, t) => quotient((s - t) / (s * t - 1), s - t, 1 / (s * t - 1)), (s, t) => Math.atanh((s + t) / (s * t + 1)) / (s + t)];
/** artanh(ratio)/difference, and its limit where both vanish. */
const quotient = (ratio, difference, limit) => Math.abs(difference) < 1e-9 ? limit : Math.atanh(ratio) / difference;
/** The columns order(0), order(1), … of a square matrix as rows. */
function rowsInOrder({ rows, data }, order) {
	const out = new Float64Array(rows * rows);
	for (let i = 0; i < rows; i++) {
		const from = order(i);
		for (let j = 0; j < rows; j++) out[i * rows + j] = data[j * rows + from];
	}
	return {
		rows,
		cols: rows,
		data: out
	};
}
// src/gaussian/entropies.ts
/** @file Entropies of regions of Gaussian states. */
/** |1 − Γ²|, |1 − (VΩ)²| up to which a state counts as pure. */
const PURE = 1e-11;
/**
* Entropies of the regions of a Gaussian state, by the spectrum of the covariance of the region,
*
*     S = Σ h((1 + λ)/2),    S = Σ (ν + 1)/2 log (ν + 1)/2 − (ν − 1)/2 log (ν − 1)/2,
*
* h(p) = −p log p − (1 − p) log(1 − p), with λ the singular values of Γ_A (one of each pair), ν the symplectic
* eigenvalues of V_A; Rényi entropies alike.
*
* @param groups - the modes of each site; default one mode for each site. A mode in none of them is traced out
* @throws {ShapeError | DomainError} a malformed state; groups that do not fit; order or base that are not those of an
*   entropy
*
* Absolute accuracy about 1e-14 for each mode of the region. The table of mutual information keeps its relative
* accuracy below that: it is `gaussianInformation`. A region of k modes costs O(k³); in a pure state the smaller side
* is taken.
*/
function entropiesOfGaussian(state, groups = Array.from({ length: state.modes }, (_, mode) => [mode]), { boundary = groups.length, references = 0, ...options } = {}) {
	checkGaussian("entropiesOfGaussian", state);
	complementOf(groups.flat(), state.modes);
	const sites = boundary + references;
	if (!(boundary >= 0 && references >= 0 && sites <= groups.length)) throw new DomainError(`entropiesOfGaussian: at most ${groups.length} sites possible, got ${sites}`);
	const { base = Math.E, order = 1 } = options;
	if (!(base > 0 && base !== 1 && order >= 0)) throw new DomainError(`entropiesOfGaussian: order ≥ 0, base > 0, ≠ 1 required, got ${order} and ${base}`);
	const unit = Math.log(base);
	const spectrum = spectrumOf(state, order);
	const modeEntropy = state.statistics === "fermion" ? fermionEntropy : bosonEntropy;
	let pure;
	const entropyOf = (region) => {
		let modes = region.flatMap((site) => groups[site]);
		if (2 * modes.length > state.modes) {
			pure ??= isPure(state);
			if (pure) modes = [...complementOf(modes, state.modes)];
		}
		return modes.length === 0 ? 0 : spectrum(modes).reduce((sum, value) => sum + modeEntropy(value, order), 0) / unit;
	};
	const isFermion = state.statistics === "fermion";
	const entropy = rememberedEntropy(sites, entropyOf);
	return {
		boundary,
		references,
		capacities: groups.slice(0, sites).map((modes) => isFermion ? modes.length * Math.LN2 / unit : Infinity),
		kind: "exact",
		entropy,
		...order === 1 && { information: () => informationTable(state, groups.slice(0, boundary), entropy, unit) },
		...isFermion && order === 1 && { contiguous: () => intervalRegions(state.covariance, groups.slice(0, boundary)).map(({ entropy, ...region }) => ({
			...region,
			entropy: entropy / unit
		})) }
	};
}
/** I(a:b) between all sites, 2S(a) on the diagonal. */
function informationTable(state, groups, entropy, unit) {
	const frames = groups.map((modes) => modes.length === 0 ? void 0 : localFrame(state, modes));
	const table = groups.map(() => new Array(groups.length).fill(0));
	for (let a = 0; a < groups.length; a++) {
		table[a][a] = 2 * entropy([a]);
		for (let b = 0; b < a; b++) {
			const [left, right] = [frames[a], frames[b]];
			if (left === void 0 || right === void 0) continue;
			const weak = weakInformation(state, left, right);
			const value = weak === void 0 ? entropy([a]) + entropy([b]) - entropy([a, b]) : weak / unit;
			table[a][b] = value;
			table[b][a] = value;
		}
	}
	return table;
}
/**
* Entropy of a Gaussian state, von Neumann or Rényi.
*
* @throws {ShapeError | DomainError} as `entropiesOfGaussian`
*/
function gaussianEntropy(state, options = {}) {
	return entropiesOfGaussian(state, [Array.from({ length: state.modes }, (_, mode) => mode), []], options).entropy([0]);
}
/**
* The mutual information I(A:B) = S(A) + S(B) − S(AB) of two regions, relative to its own size: from entropies where
* the regions are correlated, from the second order of the correlations where I is below some 1e-7, so that a decay can
* be followed as long as the covariance itself resolves it: correlations of 1e-15, I of 1e-30. Relative accuracy about
* 1e-6 before that.
*
* @param a, b - modes of the regions, none in both
* @throws {DomainError} modes that do not exist or occur twice
* @throws {ShapeError | DomainError} a malformed state
*
* O(k³) for k modes in both.
*/
function gaussianInformation(state, a, b) {
	checkGaussian("gaussianInformation", state);
	complementOf([...a, ...b], state.modes);
	if (a.length === 0 || b.length === 0) return 0;
	const weak = weakInformation(state, localFrame(state, a), localFrame(state, b));
	if (weak !== void 0) return weak;
	const entropy = (modes) => gaussianEntropy(restricted(state, modes));
	return entropy(a) + entropy(b) - entropy([...a, ...b]);
}
/** Whether Γ² = −1, or (VΩ)² = −1, to rounding; without x–p correlations XP = 1. O(n³). */
function isPure({ statistics, covariance }) {
	const isOne = ({ rows, data }, sign, scale) => data.every((x, at) => Math.abs(x - (at % (rows + 1) === 0 ? sign : 0)) <= PURE * scale);
	if (statistics === "fermion") {
		const block = bipartiteBlock(covariance);
		if (block !== void 0) return isOne(multiplyReal(block, block, { transposeA: true }), 1, 1);
		return isOne(multiplyReal(covariance, covariance), -1, 1);
	}
	const scale = covariance.data.reduce((most, x) => Math.max(most, x), 1);
	const blocks = uncorrelatedBlocks(covariance);
	if (blocks !== void 0) return isOne(multiplyReal(blocks.x, blocks.p), 1, scale);
	const turned = omegaTimes(covariance);
	return isOne(multiplyReal(turned, turned), -1, scale);
}
/** Modes to the values λ or ν of their state; blocks of zeros are looked for once. */
function spectrumOf({ statistics, modes, covariance }, order) {
	if (statistics === "boson") return (region) => {
		const values = symplecticValues(submatrix(covariance, indicesOf(statistics, modes, region)));
		if (values === void 0) throw new DomainError("entropiesOfGaussian: a positive covariance required");
		return values;
	};
	const block = bipartiteBlock(covariance);
	const regionOf = (region) => block === void 0 ? submatrix(covariance, indicesOf(statistics, modes, region)) : submatrix(block, region);
	if (order === Infinity || order === 0) return (region) => majoranaValues(submatrix(covariance, indicesOf(statistics, modes, region)));
	return (region) => squaredValues(regionOf(region), block !== void 0).map((x) => Math.sqrt(Math.max(0, x)));
}
/** Entropy of a fermion mode with probabilities (1 ± λ)/2. */
function fermionEntropy(lambda, order) {
	const [p, q] = [(1 + Math.min(1, lambda)) / 2, (1 - Math.min(1, lambda)) / 2];
	if (order === 1) return q === 0 ? 0 : -p * Math.log(p) - q * Math.log(q);
	if (order === Infinity) return -Math.log(p);
	if (order === 0) return q > RANK_TOLERANCE ? Math.LN2 : 0;
	return Math.log(p ** order + q ** order) / (1 - order);
}
/** Entropy of a boson mode with probabilities 2/(ν + 1)·((ν − 1)/(ν + 1))^k. */
function bosonEntropy(value, order) {
	const [p, q] = [(Math.max(1, value) + 1) / 2, (Math.max(1, value) - 1) / 2];
	if (order === 1) return q === 0 ? 0 : Math.log(p) + q * Math.log1p(1 / q);
	if (order === Infinity) return Math.log(p);
	if (order === 0) return q > RANK_TOLERANCE ? Infinity : 0;
	return Math.log(p ** order - q ** order) / (order - 1);
}
/** Probabilities up to this count as zero in the rank, as in `distributionEntropy`. */
const RANK_TOLERANCE = 1e-12;
export { isPure as i, gaussianEntropy as n, gaussianInformation as r, entropiesOfGaussian as t };
