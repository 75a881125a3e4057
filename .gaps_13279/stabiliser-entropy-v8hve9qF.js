import { ut as DomainError } from "./study-record-DTuekta5.js";
import { n as complementOf } from "./reduced-density-matrix-Bg02QxO0.js";
import { n as rememberedEntropy } from "./region-entropies-C3COF-g3.js";
import { B as reducedRowEchelon, F as partOfTableau, G as addRow, I as tableauOf, J as firstDigit, K as copyColumns, L as tableauRows, N as groupOfTableau, P as multiplyRow, Q as zeroDigits, R as matrixRows, U as inverseModulo, V as rowEchelon, W as modulo, X as setDigit, b as isPureGroup, q as digitAt, z as rankOfDigits } from "./node-tensor-YhHVVG2I.js";
// src/stabiliser/stabiliser-contraction.ts
/**
* @file Stabiliser states as tensors: products, joined legs, legs that are fixed or traced out. What is left is a
* stabiliser state again, and its norm a power of √p.
*/
/**
* The state ρ₁ ⊗ ρ₂ ⊗ …, qudits in the order of the groups.
*
* @throws {DomainError} no group, or groups of different primes
*/
function tensorProduct(groups) {
	const prime = groups[0]?.prime;
	if (prime === void 0 || groups.some((group) => group.prime !== prime)) throw new DomainError(`tensorProduct: groups of one prime required, got [${groups.map((group) => group.prime)}]`);
	const rows = groups.reduce((sum, { phases }) => sum + phases.length, 0);
	const qudits = groups.reduce((sum, group) => sum + group.qudits, 0);
	const [x, z] = [zeroDigits(prime, rows, qudits), zeroDigits(prime, rows, qudits)];
	const phases = new Uint16Array(rows);
	let [row, column] = [0, 0];
	for (const group of groups) {
		const [all, own] = [[...group.phases.keys()], [...Array(group.qudits).keys()]];
		const start = column;
		copyColumns(group.x, all, own, x, row, (k) => start + k);
		copyColumns(group.z, all, own, z, row, (k) => start + k);
		phases.set(group.phases, row);
		row += all.length;
		column += own.length;
	}
	return {
		kind: "stabiliser",
		prime,
		qudits,
		x,
		z,
		phases
	};
}
/**
* The complex conjugate state in the basis |j⟩: Z^z becomes Z^{−z}, ω its inverse, Y = iXZ its negative.
*/
function conjugateState(group) {
	const { prime, qudits, x, z, phases } = group;
	const negative = {
		...z,
		digits: prime === 2 ? z.digits : z.digits.map((digit) => (prime - digit) % prime)
	};
	const conjugate = Uint16Array.from(phases, (phase, row) => {
		if (prime !== 2) return (prime - phase) % prime;
		let letters = 0;
		for (let q = 0; q < qudits; q++) letters += digitAt(x, row, q) & digitAt(z, row, q);
		return phase + letters & 1;
	});
	return {
		...group,
		z: negative,
		phases: conjugate
	};
}
/**
* The state on the named qudits, in this order; all others are traced out.
*
* @throws {DomainError} a qudit that does not exist or occurs twice
*/
function partialTrace(group, kept) {
	const lost = complementOf(kept, group.qudits);
	const tableau = tableauOf(group);
	const rows = constrained(tableau, lost.flatMap((q) => [digitOf(tableau.x, q), digitOf(tableau.z, q)]));
	return groupOfTableau(partOfTableau(tableau, rows, kept));
}
/**
* Joins pairs of qudits, all at once: the contraction with Π_{(a,b)} Σ_i ⟨ii|_{ab}. The words with x_a = x_b and
* z_a = −z_b remain, without these digits; they fix the norm
*
*     ⟨Φ|ρ|Φ⟩ = p^{k − m},
*
* for m pairs, with k independent words that become 1. The other qudits keep their order.
*
* @returns null if the contraction vanishes: a word becomes ω^k ≠ 1
* @throws {DomainError} a qudit that does not exist or is joined twice
*
* O(m r n), 32 times less for qubits, and much less for generators of few neighbouring qudits.
*/
function joinedQudits(group, pairs) {
	const kept = complementOf(pairs.flat(), group.qudits);
	const tableau = tableauOf(group);
	const { prime, x, z } = tableau;
	const rows = constrained(tableau, pairs.flatMap(([a, b]) => [{
		words: wordsOf(prime, a, b),
		value: (row) => modulo(digitAt(x, row, a) - digitAt(x, row, b), prime)
	}, {
		words: wordsOf(prime, a, b),
		value: (row) => (digitAt(z, row, a) + digitAt(z, row, b)) % prime
	}]));
	return independentPart(group, partOfTableau(tableau, rows, kept), pairs.length);
}
/**
* Projects qudits on basis states, the contraction with ⟨j₁ j₂ …|. The words without X on them remain, with the phase
* ω^{Σ j z}. The other qudits keep their order.
*
* @param values - the basis state j of each projected qudit
* @returns null if the contraction vanishes; the norm squared is the probability of this outcome
* @throws {DomainError} a qudit that does not exist, or a basis state outside 0 … p − 1
*/
function projectedQudits(group, values) {
	const { prime } = group;
	const fixed = Object.keys(values).map(Number);
	const kept = complementOf(fixed, group.qudits);
	const wrong = fixed.find((q) => !(Number.isInteger(values[q]) && values[q] >= 0 && values[q] < prime));
	if (wrong !== void 0) throw new DomainError(`projectedQudits: a basis state below ${prime} required, got ${values[wrong]} at ${wrong}`);
	const tableau = tableauOf(group);
	const rows = constrained(tableau, fixed.map((q) => digitOf(tableau.x, q)));
	const unit = prime === 2 ? 2 : 1;
	for (const row of rows) {
		const turns = fixed.reduce((sum, q) => sum + unit * values[q] * digitAt(tableau.z, row, q), tableau.phases[row]);
		tableau.phases[row] = turns % (unit * prime);
	}
	return independentPart(group, partOfTableau(tableau, rows, kept), fixed.length);
}
const wordsOf = (prime, ...qudits) => prime === 2 ? qudits.map((q) => q >>> 5) : qudits;
const digitOf = (matrix, qudit) => ({
	words: wordsOf(matrix.prime, qudit),
	value: (row) => digitAt(matrix, row, qudit)
});
/** Rows, made in place, that span the words on which all constraints vanish; of possible pivots the shortest goes. */
function constrained(tableau, constraints) {
	const { prime, low, high } = tableau;
	let rows = [...tableau.phases.keys()];
	for (const { words, value } of constraints) {
		const touching = [];
		let pivot = -1;
		for (const row of rows) {
			if (!words.some((word) => word >= low[row] && word <= high[row]) || value(row) === 0) continue;
			touching.push(row);
			if (pivot < 0 || high[row] - low[row] < high[pivot] - low[pivot]) pivot = row;
		}
		if (pivot < 0) continue;
		const inverse = inverseModulo(value(pivot), prime);
		for (const row of touching) if (row !== pivot) multiplyRow(tableau, row, pivot, (prime - value(row)) * inverse % prime);
		rows = rows.filter((row) => row !== pivot);
	}
	return rows;
}
/** The group of the rows left by m projections on entangled pairs or basis states, and the norm. */
function independentPart(before, after, projections) {
	const unit = Math.log(before.prime);
	if (isPureGroup(before) && after.phases.length === after.qudits) return {
		group: groupOfTableau(after),
		logNormSquared: -projections * unit
	};
	const { pivots, zero } = rowEchelon(tableauRows(after));
	if (zero.some((row) => after.phases[row] !== 0)) return null;
	return {
		group: groupOfTableau(after, pivots.map(({ row }) => row)),
		logNormSquared: (zero.length - projections) * unit
	};
}
// src/stabiliser/clipped-gauge.ts
/** Most intervals of which a list is made. */
const MOST_INTERVALS = 2 ** 22;
/**
* Entropies of the intervals of an open chain of sites, the whole left out. In the clipped gauge no product of
* generators is shorter than it must be, and the words within an interval are spanned by the generators within it:
*
*     S[a, b] = (qudits in [a, b] − #{generators with both ends in [a, b]}) ln p.
*
* Of more than 2²² intervals the shortest are returned.
*
* @param sites - the qudits of each site; all others are traced out
*
* O(n r²), 32 times less for qubits: half a second for all intervals of 1000 qubits.
*
* @see Nahum, Ruhman, Vijay & Haah, arXiv:1608.06950; Li, Chen & Fisher, arXiv:1901.08092
*/
function stabiliserIntervals(group, sites) {
	const unit = Math.log(group.prime);
	const n = sites.length;
	const longest = Math.min(n - 1, Math.floor(MOST_INTERVALS / Math.max(1, n)));
	const startingAt = sites.map(() => []);
	for (const { from, to } of clippedEnds(group, sites)) startingAt[from].push(to);
	const endingAt = new Int32Array(n);
	const rows = [];
	for (let start = n - 1; start >= 0; start--) {
		for (const to of startingAt[start]) endingAt[to] = endingAt[to] + 1;
		let digits = 0;
		const row = [];
		for (let length = 1; length <= longest && start + length <= n; length++) {
			const end = start + length - 1;
			digits += sites[end].length - endingAt[end];
			row.push({
				start,
				length,
				entropy: digits * unit
			});
		}
		rows.push(row);
	}
	return rows.reverse().flat();
}
/** Ends of the generators in the clipped gauge: those that begin at one site are independent there, as are those that end. */
function clippedEnds(group, sites) {
	const { prime, x, z, phases } = partialTrace(group, sites.flat());
	const siteOf = sites.flatMap((qudits, site) => qudits.flatMap(() => [site, site]));
	const [all, qudits, columns] = [
		[...phases.keys()],
		[...Array(x.columns).keys()],
		siteOf.length
	];
	const forward = zeroDigits(prime, all.length, columns);
	copyColumns(x, all, qudits, forward, 0, (k) => 2 * k);
	copyColumns(z, all, qudits, forward, 0, (k) => 2 * k + 1);
	rowEchelon(matrixRows(forward));
	const begin = all.map((row) => firstDigit(forward, row));
	const backward = zeroDigits(prime, all.length, columns);
	copyColumns(forward, all, [...Array(columns).keys()], backward, 0, (k) => columns - 1 - k);
	const { pivots } = rowEchelon({
		...matrixRows(backward),
		width: (row) => -begin[row]
	});
	return pivots.map(({ row, column }) => ({
		from: siteOf[begin[row]],
		to: siteOf[columns - 1 - column]
	}));
}
// src/stabiliser/logical-operators.ts
/** @file What a code encodes: words that commute with the group but are not in it, and the state of code and reference. */
/**
* Generators of the normaliser: 2n − r independent words, phases aside, that commute with every generator.
*
* O(n² r), 32 times less for qubits.
*/
function normaliser(group) {
	const { basis, pivots } = reducedBasis(group);
	return Array.from({ length: 2 * group.qudits }, (_, column) => column).filter((column) => !pivots.some((pivot) => pivot.column === column)).map((free) => commutingWord(basis, pivots, free));
}
/**
* Logical operators of the n − r encoded qudits: pairs of words that commute with the group and with those of all other
* pairs, by symplectic Gram–Schmidt in the normaliser. Others differ by a symplectic transformation, and by elements of
* the group.
*
* @returns [] for a pure state
*
* O(n² r + n(n − r)²), 32 times less for qubits.
*
* @see Gottesman, arXiv:quant-ph/9705052
*/
function logicalOperators(group) {
	const { prime, qudits } = group;
	const { basis, pivots } = reducedBasis(group);
	const words = normaliser(group);
	const matrix = zeroDigits(prime, words.length, 2 * qudits);
	words.forEach((digits, row) => {
		for (const { row: own, column } of pivots) {
			const digit = digits[column];
			if (digit === 0) continue;
			for (let k = 0; k < 2 * qudits; k++) setDigit(matrix, row, k, modulo(digitAt(matrix, row, k) - digit * digitAt(basis, own, k), prime));
		}
		for (const [k, digit] of digits.entries()) setDigit(matrix, row, k, (digitAt(matrix, row, k) + digit) % prime);
	});
	const rows = matrixRows(matrix);
	return symplecticPairs(matrix, rows, rowEchelon(rows).pivots.map(({ row }) => row));
}
/**
* The pure state of a code and a reference for each encoded qudit, maximally entangled: generators of the group, and
* x̄ ⊗ X, z̄ ⊗ Z⁻¹. Qudits n … 2n − r − 1 are the references; a purification of ρ, and the tensor of the encoding.
*/
function encodingState(group) {
	const { prime, qudits } = group;
	const pairs = logicalOperators(group);
	const rank = group.phases.length;
	const total = qudits + pairs.length;
	const [x, z] = [zeroDigits(prime, total, total), zeroDigits(prime, total, total)];
	for (let q = 0; q < qudits; q++) {
		for (let row = 0; row < rank; row++) {
			setDigit(x, row, q, digitAt(group.x, row, q));
			setDigit(z, row, q, digitAt(group.z, row, q));
		}
		pairs.forEach((pair, k) => {
			const row = rank + 2 * k;
			setDigit(x, row, q, pair.x[q]);
			setDigit(z, row, q, pair.x[qudits + q]);
			setDigit(x, row + 1, q, pair.z[q]);
			setDigit(z, row + 1, q, pair.z[qudits + q]);
		});
	}
	pairs.forEach((_, k) => {
		setDigit(x, rank + 2 * k, qudits + k, 1);
		setDigit(z, rank + 2 * k + 1, qudits + k, prime - 1);
	});
	return {
		kind: "stabiliser",
		prime,
		qudits: total,
		x,
		z,
		phases: Uint16Array.of(...group.phases, ...new Array(2 * pairs.length).fill(0))
	};
}
/** The generators without phases, in reduced echelon form, columns x₁ … x_n z₁ … z_n. */
function reducedBasis({ prime, qudits, x, z, phases }) {
	const basis = zeroDigits(prime, phases.length, 2 * qudits);
	for (let row = 0; row < phases.length; row++) for (let q = 0; q < qudits; q++) {
		setDigit(basis, row, q, digitAt(x, row, q));
		setDigit(basis, row, qudits + q, digitAt(z, row, q));
	}
	return {
		basis,
		pivots: reducedRowEchelon(matrixRows(basis)).pivots
	};
}
/** The word that commutes with all of a reduced basis and belongs to one column without pivot: (x, z) = (w_z, −w_x) for w · v = 0. */
function commutingWord(basis, pivots, free) {
	const { prime, columns } = basis;
	const w = new Array(columns).fill(0);
	w[free] = 1;
	for (const { row, column } of pivots) w[column] = (prime - digitAt(basis, row, free)) % prime;
	const half = columns / 2;
	return [...w.slice(half), ...w.slice(0, half).map((digit) => (prime - digit) % prime)];
}
/** z·x′ − x·z′ of two rows. */
function symplectic(matrix, a, b) {
	const half = matrix.columns / 2;
	let sum = 0;
	for (let q = 0; q < half; q++) sum += digitAt(matrix, a, half + q) * digitAt(matrix, b, q) - digitAt(matrix, a, q) * digitAt(matrix, b, half + q);
	return modulo(sum, matrix.prime);
}
/** Symplectic Gram–Schmidt of independent rows on whose span the form is not degenerate, in place. */
function symplecticPairs(matrix, rows, given) {
	const digitsOf = (row) => Array.from({ length: matrix.columns }, (_, k) => digitAt(matrix, row, k));
	const pairs = [];
	let left = [...given];
	while (left.length > 0) {
		const [x, ...others] = left;
		const z = others.find((row) => symplectic(matrix, row, x) !== 0);
		rows.add(z, z, inverseModulo(symplectic(matrix, z, x), matrix.prime) - 1);
		left = others.filter((row) => row !== z);
		for (const row of left) {
			const [withX, withZ] = [symplectic(matrix, row, x), symplectic(matrix, z, row)];
			rows.add(row, z, (matrix.prime - withX) % matrix.prime);
			rows.add(row, x, (matrix.prime - withZ) % matrix.prime);
		}
		pairs.push({
			x: digitsOf(x),
			z: digitsOf(z)
		});
	}
	return pairs;
}
// src/stabiliser/pair-information.ts
/** Most sites: two million pairs, ten seconds. */
const MOST_SITES = 2048;
/**
* I(a:b) = S(a) + S(b) − S(ab) for all pairs of sites, 2S(a) on the diagonal. In a pure state S(A) is the rank of the
* powers of all generators on A less their number of qudits; they are the rows here, and pairs have few.
*
* @param sites - the qudits of each site
* @returns shape (sites, sites); [] for more than 2048 sites
*
* O(sites² n), 32 times less for qubits.
*/
function pairInformation(group, sites) {
	if (sites.length > MOST_SITES) return [];
	const powers = powersByQudit(isPureGroup(group) ? group : encodingState(group));
	const unit = Math.log(group.prime);
	const bases = sites.map((qudits) => echelonBasis(rowsOf(powers, qudits)));
	const table = sites.map(() => new Array(sites.length).fill(0));
	for (const [a, one] of bases.entries()) {
		table[a][a] = 2 * (one.rows - sites[a].length) * unit;
		for (let b = a + 1; b < sites.length; b++) {
			const other = bases[b];
			const shared = one.rows + other.rows - echelonBasis(stacked(one, other)).rows;
			table[a][b] = shared * unit;
			table[b][a] = shared * unit;
		}
	}
	return table;
}
/** Rows 2q and 2q + 1: the powers of X and Z of all generators on qudit q. */
function powersByQudit({ prime, qudits, x, z, phases }) {
	const powers = zeroDigits(prime, 2 * qudits, phases.length);
	for (let row = 0; row < phases.length; row++) for (let q = 0; q < qudits; q++) {
		const [inX, inZ] = [digitAt(x, row, q), digitAt(z, row, q)];
		if (inX !== 0) setDigit(powers, 2 * q, row, inX);
		if (inZ !== 0) setDigit(powers, 2 * q + 1, row, inZ);
	}
	return powers;
}
/** The rows of some qudits. */
function rowsOf(powers, qudits) {
	const { prime, columns, stride, digits } = powers;
	const rows = zeroDigits(prime, 2 * qudits.length, columns);
	for (const [k, q] of qudits.entries()) rows.digits.set(digits.subarray(2 * q * stride, 2 * (q + 1) * stride), 2 * k * stride);
	return rows;
}
function stacked(a, b) {
	const both = zeroDigits(a.prime, a.rows + b.rows, a.columns);
	both.digits.set(a.digits);
	both.digits.set(b.digits, a.digits.length);
	return both;
}
/** The independent among few rows, in echelon form; the rows given are overwritten. */
function echelonBasis(matrix) {
	const { prime, stride } = matrix;
	const leads = [];
	for (let row = 0; row < matrix.rows; row++) {
		for (const [pivot, column] of leads.entries()) {
			const digit = digitAt(matrix, row, column);
			if (digit === 0) continue;
			const factor = (prime - digit) * inverseModulo(digitAt(matrix, pivot, column), prime);
			addRow(matrix, row, pivot, factor % prime);
		}
		const lead = firstDigit(matrix, row);
		if (lead < 0) continue;
		if (row !== leads.length) matrix.digits.copyWithin(leads.length * stride, row * stride, (row + 1) * stride);
		leads.push(lead);
	}
	return {
		...matrix,
		rows: leads.length,
		digits: matrix.digits.slice(0, leads.length * stride)
	};
}
// src/stabiliser/stabiliser-entropy.ts
/** @file Entropies of regions of stabiliser states, by ranks. */
/**
* The rank of the generators on a region, all powers elsewhere left out: the number of independent words among the
* restrictions of G to it.
*
* @throws {DomainError} a qudit that does not exist or occurs twice
*
* O(|A| r²), 32 times less for qubits; generators that do not touch the region cost nothing.
*/
function regionRank(group, region) {
	complementOf(region, group.qudits);
	return rankOn(group, region);
}
function rankOn({ prime, x, z, phases }, region) {
	const touching = [...phases.keys()].filter((row) => region.some((q) => digitAt(x, row, q) !== 0 || digitAt(z, row, q) !== 0));
	const both = zeroDigits(prime, touching.length, 2 * region.length);
	copyColumns(x, touching, region, both, 0, (k) => 2 * k);
	copyColumns(z, touching, region, both, 0, (k) => 2 * k + 1);
	return rankOfDigits(both);
}
/**
* Entropy of a region A of n qudits. The reduced state is flat: an equal mixture with the words of G that lie within A,
*
*     S(A) = (|A| − dim G_A) ln p = (|A| − r + rank G|_{Aᶜ}) ln p,
*
* for a pure state (rank G|_A − |A|) ln p.
*
* @throws {DomainError} a qudit that does not exist or occurs twice
*
* O(n r²), 32 times less for qubits: 20 ms for half of 1500 qubits.
*
* @see Fattal, Cubitt, Yamamoto, Bravyi & Chuang, arXiv:quant-ph/0406168
*/
function stabiliserEntropy(group, region) {
	return digitsOfEntropy(group, region) * Math.log(group.prime);
}
function digitsOfEntropy(group, region) {
	const rest = complementOf(region, group.qudits);
	if (!isPureGroup(group)) return region.length - group.phases.length + rankOn(group, rest);
	const side = rest.length < region.length ? rest : region;
	return rankOn(group, side) - side.length;
}
/**
* Entropies of regions of a stabiliser state, exact. Those of all intervals together cost no more than a few others,
* see `stabiliserIntervals`.
*
* @throws {DomainError} a qudit that does not exist or is in two sites, or more boundary than sites
*/
function entropiesOfStabilisers(group, { sites = singleQudits(group.qudits), boundary = sites.length } = {}) {
	complementOf(sites.flat(), group.qudits);
	if (!(Number.isInteger(boundary) && boundary >= 0 && boundary <= sites.length)) throw new DomainError(`entropiesOfStabilisers: at most ${sites.length} boundary sites possible, got ${boundary}`);
	const unit = Math.log(group.prime);
	let intervals;
	return {
		boundary,
		references: sites.length - boundary,
		capacities: sites.map((qudits) => qudits.length * unit),
		kind: "exact",
		entropy: rememberedEntropy(sites.length, (region) => digitsOfEntropy(group, region.flatMap((site) => sites[site])) * unit),
		contiguous: () => {
			intervals ??= stabiliserIntervals(group, sites.slice(0, boundary));
			return intervals;
		},
		information: () => pairInformation(group, sites.slice(0, boundary))
	};
}
const singleQudits = (qudits) => Array.from({ length: qudits }, (_, q) => [q]);
export { conjugateState as a, projectedQudits as c, encodingState as i, tensorProduct as l, regionRank as n, joinedQudits as o, stabiliserEntropy as r, partialTrace as s, entropiesOfStabilisers as t };
