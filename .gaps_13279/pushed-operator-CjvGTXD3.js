import { Y as sizeOf, ut as DomainError } from "./study-record-DTuekta5.js";
import { B as reducedRowEchelon, C as contract, G as addRow, I as tableauOf, J as firstDigit, K as copyColumns, N as groupOfTableau, P as multiplyRow, Q as zeroDigits, R as matrixRows, T as contractionPlan, U as inverseModulo, V as rowEchelon, W as modulo, Y as onesIn, m as quditsOfLeg, q as digitAt } from "./node-tensor-YhHVVG2I.js";
import { n as stabiliserWords, r as wordDigits } from "./stabiliser-words-CNuldBIt.js";
import { n as complementOf } from "./reduced-density-matrix-Bg02QxO0.js";
import { i as stabilisersOf } from "./stabiliser-network-CIApMtLY.js";
import { c as physicalQudits } from "./holographic-code-CHGCx00r.js";
// src/stabiliser/group-words.ts
/** @file All words of a group, one after the other. */
/**
* All pʳ words of a group as digits x₁ z₁ x₂ z₂ …, without phases, beginning with the identity. In the order of the
* modular Gray code, in which step s multiplies by the generator whose number is the power of p in s. The array is the
* same each time.
*
* O(n) for each word.
*/
function* groupWords({ prime, qudits, x, z, phases }) {
	const word = new Uint16Array(2 * qudits);
	const words = prime ** phases.length;
	yield word;
	for (let step = 1; step < words; step++) {
		let row = 0;
		for (let rest = step; rest % prime === 0; rest /= prime) row++;
		for (let q = 0; q < qudits; q++) {
			word[2 * q] = (word[2 * q] + digitAt(x, row, q)) % prime;
			word[2 * q + 1] = (word[2 * q + 1] + digitAt(z, row, q)) % prime;
		}
		yield word;
	}
}
// src/network/network-enumerator.ts
/** @file The weights of the logical operators of a network of stabiliser tensors, by contraction of a network of labels. */
/** Most entries of the largest intermediate, for all points that are contracted together. */
const LARGEST = 2 ** 22;
/** Rounding errors of a contraction, in units of 2⁻⁵³ of the sum of all terms. */
const ROUNDING = 256;
const RADII = [
	1,
	1 / 2,
	1 / 4,
	1 / 8,
	1 / 16,
	2,
	4,
	8,
	16
];
/**
* The weight enumerator of a network, a polynomial in z: each tensor is replaced by the indicator of its stabiliser
* group, with p² labels instead of p on each leg,
*
*     A(z) = Σ_w A_w z^w = Σ over labels of Π_tensors [word of the tensor is in its group] Π_legs z^{[label ≠ 1]},
*
* contracted at points z = r e^{2πik/(n+1)} of a circle, from which the coefficients follow by a Fourier transform:
*
*     A_w r^w = (n + 1)⁻¹ Σ_k A(z_k) e^{−2πikw/(n+1)}.
*
* Coefficients that are known to less than ¼ are rounded to integers. Words are counted as often as the network has
* them: once, if it encodes isometrically.
*
* @param network - of stabiliser tensors, without environment
* @throws {DomainError} a tensor of another kind, a leg on more than two tensors, environment, or a contraction that is
*   out of reach
*
* Cost (n + 1)/2 contractions with bonds p², for each radius: 20 ms for [[55, 21]] and one, half a second for 145 sites.
*
* @see Cao & Lackey, arXiv:2211.02756, for enumerators of networks
*/
function networkEnumerator(network, options = {}) {
	const { action = () => "identity", radii = RADII } = options;
	if (network.environment.length > 0) throw new DomainError("networkEnumerator: a network without environment required");
	const n = network.boundary.length;
	const labelled = labelTensors(network, action);
	const plan = labelPlan(labelled, Math.floor((n + 1) / 2) + 1);
	const counts = new Array(n + 1).fill(NaN);
	const errors = new Array(n + 1).fill(Infinity);
	for (const radius of radii) {
		const values = valuesOnCircle(labelled, plan, n, radius);
		const most = values[0][0];
		for (let w = 0; w <= n; w++) {
			const error = ROUNDING * 2 ** -53 * most / radius ** w;
			if (error >= errors[w]) continue;
			errors[w] = error;
			counts[w] = coefficient(values, n, w) / radius ** w;
		}
		if (errors.every((error) => error < .25)) break;
	}
	return {
		counts: counts.map((count, w) => errors[w] < .25 ? Math.round(count) + 0 : count),
		errors: errors.map((error) => error < .25 ? 0 : error)
	};
}
function labelTensors(network, action) {
	const { dimensions, boundary, bulk } = network;
	const [sites, inputs] = [new Set(boundary), new Set(bulk)];
	const ends = /* @__PURE__ */ new Map();
	return network.nodes.map((node) => {
		const group = stabilisersOf(node);
		let next = 0;
		const legs = node.legs.map((leg) => {
			const qudits = Array.from({ length: quditsOfLeg(dimensions[leg], group.prime) ?? 0 }, () => next++);
			const end = ends.get(leg) ?? 0;
			ends.set(leg, end + 1);
			const kind = sites.has(leg) ? "site" : inputs.has(leg) ? action(leg) : "bond";
			if (end > (kind === "bond" ? 1 : 0)) throw new DomainError(`networkEnumerator: legs on at most two tensors required, got '${leg}' at '${node.id}'`);
			return {
				leg,
				qudits,
				kind,
				conjugate: end === 1
			};
		});
		if (next !== group.qudits) throw new DomainError(`networkEnumerator: legs of ${group.qudits} qudits required, got ${next} at '${node.id}'`);
		if (group.prime ** group.phases.length > LARGEST) throw new DomainError(`networkEnumerator: at most ${LARGEST} words of a tensor possible, got more at '${node.id}'`);
		return labelTensor(group, legs, dimensions);
	});
}
function labelTensor(group, legs, dimensions) {
	const bonds = legs.filter(({ kind }) => kind === "bond");
	const sizes = bonds.map(({ leg }) => dimensions[leg] ** 2);
	const weights = 1 + legs.filter(({ kind }) => kind === "site").length;
	const terms = new Float64Array(sizeOf(sizes) * weights);
	for (const word of groupWords(group)) {
		let [index, weight, bond, allowed] = [
			0,
			0,
			0,
			true
		];
		for (const { qudits, kind, conjugate } of legs) {
			const label = labelOf(word, qudits, group.prime, conjugate);
			if (kind === "bond") index = index * sizes[bond++] + label;
			else if (kind === "site") weight += Number(label !== 0);
			else if (kind !== "any" && kind === "acts" !== (label !== 0)) allowed = false;
		}
		const at = index * weights + weight;
		if (allowed) terms[at] = terms[at] + 1;
	}
	return {
		bonds: bonds.map(({ leg }) => leg),
		dimensions: sizes,
		terms,
		weights
	};
}
function labelOf(word, qudits, prime, conjugate) {
	return qudits.reduce((label, q) => {
		const [x, z] = [word[2 * q], word[2 * q + 1]];
		return (label * prime + x) * prime + (conjugate ? (prime - z) % prime : z);
	}, 0);
}
const POINT = "point of the circle";
function labelPlan(tensors, most) {
	const planOf = (points) => {
		const dimensions = { [POINT]: points };
		for (const { bonds, dimensions: sizes } of tensors) bonds.forEach((leg, k) => {
			dimensions[leg] = sizes[k];
		});
		return contractionPlan(tensors.map(({ bonds }) => [POINT, ...bonds]), dimensions, [POINT]);
	};
	const single = planOf(1);
	const largest = Math.max(1, ...single.sizes, ...single.steps.map(({ batch, rows, columns }) => batch * rows * columns));
	if (largest > 4 * LARGEST) throw new DomainError(`networkEnumerator: intermediates of at most ${4 * LARGEST} entries possible, got ${largest}`);
	const points = Math.max(1, Math.min(most, Math.floor(LARGEST / largest)));
	return {
		plan: points === 1 ? single : planOf(points),
		points
	};
}
/** A(z_k) at z_k = r e^{2πik/(n + 1)} for k = 0 … ⌊(n + 1)/2⌋; the others are complex conjugate. */
function valuesOnCircle(tensors, { plan, points }, n, radius) {
	const count = Math.floor((n + 1) / 2) + 1;
	const values = [];
	for (let start = 0; start < count; start += points) {
		const angles = Array.from({ length: points }, (_, k) => 2 * Math.PI * (start + k) / (n + 1));
		const { value, exponent } = contract(plan, tensors.map((tensor) => valuesOf(tensor, angles, radius)));
		for (let k = 0; k < points && values.length < count; k++) values.push([value.interleaved[2 * k] * 2 ** exponent, value.interleaved[2 * k + 1] * 2 ** exponent]);
	}
	return values;
}
/** The label tensor at points z = r e^{iα}, shape (points, labels). */
function valuesOf({ terms, weights }, angles, radius) {
	const labels = terms.length / weights;
	const interleaved = new Float64Array(2 * angles.length * labels);
	angles.forEach((angle, point) => {
		for (let w = 0; w < weights; w++) {
			const [re, im] = [radius ** w * Math.cos(w * angle), radius ** w * Math.sin(w * angle)];
			for (let label = 0; label < labels; label++) {
				const [at, times] = [2 * (point * labels + label), terms[label * weights + w]];
				interleaved[at] = interleaved[at] + times * re;
				interleaved[at + 1] = interleaved[at + 1] + times * im;
			}
		}
	});
	return { interleaved };
}
/** (n + 1)⁻¹ Σ_k A(z_k) e^{−2πikw/(n+1)}, by half of the points. */
function coefficient(values, n, w) {
	let sum = 0;
	values.forEach(([re, im], k) => {
		const angle = 2 * Math.PI * (k * w % (n + 1)) / (n + 1);
		const isDouble = k > 0 && 2 * k < n + 1;
		sum += (isDouble ? 2 : 1) * (re * Math.cos(angle) + im * Math.sin(angle));
	});
	return sum / (n + 1);
}
// src/stabiliser/light-words.ts
/** @file The lightest logical operators of a code, by a random search that needs no enumeration. */
/**
* Logical operators of low weight, by information sets: in a random order of the sites the logical words and the
* stabilisers are brought to reduced form, where each is almost the identity on the first sites, and all sums of two rows
* are weighed. A light word is found as soon as it meets the first sites in two independent letters at most. The weight is
* an upper bound of the distance, and after enough rounds almost surely the distance.
*
* @throws {DomainError} an input that does not exist
*
* O(r² n p²) for each round, 16 times less for qubits: 3 ms for [[55, 21]].
*
* @see Stern, A method for finding codewords of small weight (1989); Pryadko, Shabashov & Kozin, arXiv:2308.15140
*/
function lightWords(code, stream, options = {}) {
	const { input, others = "any", rounds = 100 } = options;
	const { sites, inputs } = code;
	if (input !== void 0 && inputs[input] === void 0) throw new DomainError(`lightWords: inputs below ${inputs.length} required, got ${input}`);
	const n = physicalQudits(code);
	const acting = input === void 0 ? inputs.flat() : inputs[input];
	const words = wordsFixing(code, input === void 0 || others === "any" ? [] : inputs.flat().filter((q) => !acting.includes(q)), acting, n);
	let least = Infinity;
	const found = /* @__PURE__ */ new Map();
	const order = [...sites.keys()];
	for (let round = 0; round < rounds; round++) {
		for (let k = order.length - 1; k > 0; k--) {
			const j = stream.integer(k + 1);
			[order[k], order[j]] = [order[j], order[k]];
		}
		weighPairs(reducedWords(words, sites, order, acting.length), sites, order, (weight, word) => {
			if (weight > least) return;
			if (weight < least) found.clear();
			least = weight;
			const digits = word();
			found.set(digits.join(), digits);
		});
	}
	return {
		weight: Number.isFinite(least) ? least : null,
		words: [...found.values()]
	};
}
/** The words that are 1 on the fixed references, as digits x z of each physical qudit and then of the acting references. */
function wordsFixing({ encoding: { prime, x, z, phases } }, fixed, acting, physical) {
	const columns = [
		...fixed,
		...Array(physical).keys(),
		...acting
	];
	const rows = [...phases.keys()];
	const all = zeroDigits(prime, rows.length, 2 * columns.length);
	copyColumns(x, rows, columns, all, 0, (k) => 2 * k);
	copyColumns(z, rows, columns, all, 0, (k) => 2 * k + 1);
	const elimination = matrixRows(all);
	const limit = 2 * fixed.length;
	const within = (column) => column < limit ? column : -1;
	const { zero } = rowEchelon({
		...elimination,
		columns: limit,
		first: (row, from) => within(elimination.first(row, from))
	});
	const kept = Array.from({ length: 2 * columns.length - limit }, (_, k) => limit + k);
	const words = zeroDigits(prime, zero.length, kept.length);
	copyColumns(all, zero, kept, words);
	return words;
}
/** The same words, the sites in another order, in reduced echelon form, and a row of zeros. */
function reducedWords(words, sites, order, references) {
	const qudits = order.flatMap((site) => sites[site]);
	const columns = [...qudits.flatMap((q) => [2 * q, 2 * q + 1]), ...Array.from({ length: 2 * references }, (_, k) => 2 * qudits.length + k)];
	const arranged = zeroDigits(words.prime, words.rows + 1, words.columns);
	copyColumns(words, [...Array(words.rows).keys()], columns, arranged);
	reducedRowEchelon(matrixRows(arranged));
	return arranged;
}
/** Weighs all rows and all sums of two, up to a factor, that act on the references. The last row is free for the sum. */
function weighPairs(matrix, sites, order, offer) {
	const { prime, stride, digits } = matrix;
	const sum = matrix.rows - 1;
	const lengths = order.map((site) => sites[site].length);
	const physical = 2 * lengths.reduce((total, length) => total + length, 0);
	const single = lengths.every((length) => length === 1);
	const weigh = () => {
		if (firstDigit(matrix, sum, physical) < 0) return;
		offer(prime === 2 && single ? qubitWeight(matrix, sum, physical) : weightOf(matrix, sum, lengths), () => wordAt(matrix, sum, sites, order));
	};
	for (let a = 0; a < sum; a++) {
		digits.copyWithin(sum * stride, a * stride, (a + 1) * stride);
		weigh();
		for (let b = a + 1; b < sum; b++) {
			for (let factor = 1; factor < prime; factor++) {
				addRow(matrix, sum, b, 1);
				weigh();
			}
			addRow(matrix, sum, b, 1);
		}
	}
}
/** Number of pairs of neighbouring bits, below a column, that are not both zero. */
function qubitWeight({ stride, digits }, row, columns) {
	let weight = 0;
	for (let k = 0; 32 * k < columns; k++) {
		const word = digits[row * stride + k];
		const kept = columns - 32 * k >= 32 ? word : word & (1 << columns - 32 * k) - 1;
		weight += onesIn((kept | kept >>> 1) & 1431655765);
	}
	return weight;
}
function weightOf(matrix, row, lengths) {
	let [weight, column] = [0, 0];
	for (const length of lengths) {
		const first = firstDigit(matrix, row, column);
		column += 2 * length;
		if (first >= 0 && first < column) weight++;
	}
	return weight;
}
/** The digits of the physical qudits in their own order. */
function wordAt(matrix, row, sites, order) {
	const qudits = order.flatMap((site) => sites[site]);
	const word = new Array(2 * qudits.length).fill(0);
	qudits.forEach((q, k) => {
		word[2 * q] = digitAt(matrix, row, 2 * k);
		word[2 * q + 1] = digitAt(matrix, row, 2 * k + 1);
	});
	return word;
}
// src/stabiliser/pushed-operator.ts
/** @file Operator pushing: is there an operator on a region of the boundary that acts as a given logical one? */
/**
* Pushes a logical word L to a region: a word W within it with
*
*     W V = V L,
*
* as a linear system over GF(p). If it has no solution, then by complementarity there is a word outside of the region,
* logical as well, with which L does not commute; it is returned as the witness. A bare operator fails by a dressed
* witness, and a dressed one by a bare witness.
*
* @param logical - L
* @param region - sites
* @throws {DomainError} an input or site that does not exist, letters that cannot be read, or none but I
*
* O(n r²), 32 times less for qubits.
*
* @see Pastawski, Yoshida, Harlow & Preskill, arXiv:1503.06237; Bravyi & Terhal, arXiv:0810.1983, for the lemma
*/
function pushedOperator(code, logical, region, { others = "identity" } = {}) {
	const { encoding, sites, inputs } = code;
	const outside = complementOf(region, sites.length).flatMap((site) => sites[site]);
	const inside = region.flatMap((site) => sites[site]);
	const given = givenLetters(code, logical);
	const named = Object.keys(logical).flatMap((t) => inputs[Number(t)]);
	const free = inputs.flat().filter((q) => !named.includes(q));
	const fixed = others === "identity" ? inputs.flat() : named;
	const tableau = tableauOf(encoding);
	const found = wordWith(tableau, outside, fixed, given);
	if (found !== null) return outcome(code, "operator", tableau, found, conjugatePhase(code, logical));
	const second = tableauOf(encoding);
	const { zero } = eliminated(second, others === "identity" ? inside : [...inside, ...free]);
	return outcome(code, "witness", second, zero.find((row) => formWith(second, row, given) !== 0), 0);
}
function givenLetters({ encoding, inputs }, logical) {
	const letters = /* @__PURE__ */ new Map();
	for (const [input, word] of Object.entries(logical)) {
		const qudits = inputs[Number(input)];
		if (qudits === void 0) throw new DomainError(`pushedOperator: inputs below ${inputs.length} required, got ${input}`);
		const { digits } = wordDigits(inputWord(word, qudits), encoding.prime);
		if (digits.length !== 2 * qudits.length) throw new DomainError(`pushedOperator: a word of ${qudits.length} letters required, got '${word}'`);
		qudits.forEach((q, k) => {
			letters.set(q, {
				x: digits[k],
				z: modulo(-digits[qudits.length + k], encoding.prime)
			});
		});
	}
	if (![...letters.values()].some(({ x, z }) => x !== 0 || z !== 0)) throw new DomainError("pushedOperator: a logical word other than the identity required");
	return letters;
}
/** Both letters of a single qudit need no blank between words: 'X2Z'. */
const inputWord = (word, qudits) => qudits.length === 1 ? `${word} ` : word;
/** The power of ω between the word of the references and the logical one: a sign for each Y of qubits, and its own. */
function conjugatePhase({ encoding, inputs }, logical) {
	const { prime } = encoding;
	return Object.entries(logical).reduce((sum, [input, word]) => {
		const { digits, phase } = wordDigits(inputWord(word, inputs[Number(input)]), prime);
		const m = digits.length / 2;
		const crossings = digits.slice(0, m).reduce((count, x, q) => count + x * digits[m + q], 0);
		return modulo(sum + phase + (prime === 2 ? crossings : 0), prime);
	}, 0);
}
/** The row, made in place, that is 1 on the outside and has the given letters on the fixed qudits; null if there is none. */
function wordWith(tableau, outside, fixed, given) {
	const { prime, x, z } = tableau;
	const { pivots } = eliminated(tableau, [...outside, ...fixed]);
	const wanted = fixed.flatMap((q) => [given.get(q)?.x ?? 0, given.get(q)?.z ?? 0]);
	const digitOf = (row, k) => digitAt(k % 2 === 0 ? x : z, row, fixed[k >>> 1]);
	let sum = null;
	for (const { row, column } of pivots) {
		const k = column - 2 * outside.length;
		if (k < 0 || wanted[k] === 0) continue;
		const factor = wanted[k] * inverseModulo(digitOf(row, k), prime) % prime;
		for (const at of wanted.keys()) wanted[at] = modulo(wanted[at] - factor * digitOf(row, at), prime);
		multiplyRow(tableau, sum ?? row, row, sum === null ? factor - 1 : factor);
		sum ??= row;
	}
	return wanted.every((digit) => digit === 0) ? sum : null;
}
/** Echelon form, in place, in the columns x, z of the qudits in turn; the rows of `zero` are 1 there. */
function eliminated(tableau, qudits) {
	const { prime, x, z, high, low } = tableau;
	const digit = (row, column) => digitAt(column % 2 === 0 ? x : z, row, qudits[column >>> 1]);
	const columns = 2 * qudits.length;
	return rowEchelon({
		prime,
		count: tableau.phases.length,
		columns,
		digit,
		first: (row, from) => {
			for (let column = from; column < columns; column++) if (digit(row, column) !== 0) return column;
			return -1;
		},
		add: (to, from, factor) => multiplyRow(tableau, to, from, modulo(factor, prime)),
		width: (row) => high[row] - low[row]
	});
}
/** ω(row, letters) on the references; 0 if they commute. */
function formWith({ prime, x, z }, row, letters) {
	let sum = 0;
	for (const [q, letter] of letters) sum += digitAt(z, row, q) * letter.x - digitAt(x, row, q) * letter.z;
	return modulo(sum, prime);
}
function outcome(code, kind, tableau, row, phase) {
	const { sites, inputs } = code;
	const { prime, x, z } = tableau;
	const acts = (qudits) => qudits.some((q) => digitAt(x, row, q) !== 0 || digitAt(z, row, q) !== 0);
	const where = (places) => [...places.keys()].filter((k) => acts(places[k]));
	const group = groupOfTableau(tableau, [row]);
	const phases = Uint16Array.from(group.phases, (own) => modulo(own + phase, prime));
	const n = physicalQudits(code);
	const [word] = stabiliserWords({
		...group,
		qudits: n,
		phases
	});
	return {
		kind,
		word,
		sites: where(sites),
		inputs: where(inputs)
	};
}
export { groupWords as i, lightWords as n, networkEnumerator as r, pushedOperator as t };
