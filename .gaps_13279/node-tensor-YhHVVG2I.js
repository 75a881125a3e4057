import { Q as currentEngine, X as zeroMatrix, Y as sizeOf, Z as zeroVector, dt as ShapeError, i as randomStream, lt as parity, ut as DomainError } from "./study-record-DTuekta5.js";
import { t as bitOperator } from "./pauli-uGOqdxwH.js";
import { t as angleAt } from "./circuit-BgtrOOeH.js";
// src/stabiliser/digit-matrix.ts
/** @file Matrices over GF(p), packed into words: the linear algebra of stabiliser groups. */
/** Largest memory of a matrix, in bytes. */
const LARGEST_BYTES = 2 ** 30;
/**
* The zero matrix.
*
* @throws {ShapeError} it would need more than 1 GB
*/
function zeroDigits(prime, rows, columns) {
	const stride = prime === 2 ? columns + 31 >>> 5 : columns;
	if (rows * stride * (prime === 2 ? 4 : prime < 256 ? 1 : 2) > LARGEST_BYTES) throw new ShapeError(`zeroDigits: at most ${LARGEST_BYTES} bytes possible, got ${rows} × ${columns} digits`);
	const length = rows * stride;
	return {
		prime,
		rows,
		columns,
		stride,
		digits: prime === 2 ? new Uint32Array(length) : prime < 256 ? new Uint8Array(length) : new Uint16Array(length)
	};
}
/** The entry in a row and column, 0 … p − 1. */
function digitAt({ prime, stride, digits }, row, column) {
	if (prime !== 2) return digits[row * stride + column];
	return digits[row * stride + (column >>> 5)] >>> (column & 31) & 1;
}
/** Sets an entry, in place. */
function setDigit({ prime, stride, digits }, row, column, value) {
	if (prime !== 2) {
		digits[row * stride + column] = value;
		return;
	}
	const word = row * stride + (column >>> 5);
	const bit = 1 << (column & 31);
	digits[word] = value === 0 ? digits[word] & ~bit : digits[word] | bit;
}
/**
* Adds a multiple of one row to another, in place: row_to ← row_to + factor·row_from.
*
* @param low - first word in which row_from is not zero
* @param high - last such word
*/
function addRow({ prime, stride, digits }, to, from, factor, low = 0, high = stride - 1) {
	const [a, b] = [to * stride, from * stride];
	if (prime === 2) for (let k = low; k <= high; k++) digits[a + k] = digits[a + k] ^ digits[b + k];
	else for (let k = low; k <= high; k++) digits[a + k] = (digits[a + k] + factor * digits[b + k]) % prime;
}
/** The first column from `from` on in which the row is not zero; −1 if there is none. */
function firstDigit({ prime, columns, stride, digits }, row, from = 0) {
	if (from >= columns) return -1;
	const base = row * stride;
	if (prime !== 2) {
		for (let k = from; k < stride; k++) if (digits[base + k] !== 0) return k;
		return -1;
	}
	let mask = -1 << (from & 31);
	for (let k = from >>> 5; k < stride; k++) {
		const word = digits[base + k] & mask;
		if (word !== 0) return 32 * k + 31 - Math.clz32(word & -word);
		mask = -1;
	}
	return -1;
}
/** The last word in which the row is not zero; −1 for a row of zeros. */
function lastWord({ stride, digits }, row) {
	let k = stride - 1;
	while (k >= 0 && digits[row * stride + k] === 0) k--;
	return k;
}
/** The first word in which the row is not zero; `stride` for a row of zeros. */
function firstWord({ stride, digits }, row) {
	let k = 0;
	while (k < stride && digits[row * stride + k] === 0) k++;
	return k;
}
/**
* Writes some columns of a matrix into another, in place: target[to + i, at(k)] = source[rows[i], columns[k]].
*
* @param at - the column of the target for the k-th of the columns; default k
*/
function copyColumns(source, rows, columns, target, to = 0, at = (k) => k) {
	rows.forEach((row, i) => {
		if (firstDigit(source, row) < 0) return;
		for (let k = 0; k < columns.length; k++) {
			const digit = digitAt(source, row, columns[k]);
			if (digit !== 0) setDigit(target, to + i, at(k), digit);
		}
	});
}
/** Σ_c a_c b_c mod p of a row of each of two matrices of the same shape, over the words from low to high. */
function rowProduct(a, row, b, other, low = 0, high = a.stride - 1) {
	const [from, to] = [row * a.stride, other * b.stride];
	let sum = 0;
	if (a.prime === 2) {
		for (let k = low; k <= high; k++) sum ^= a.digits[from + k] & b.digits[to + k];
		return onesIn(sum) & 1;
	}
	for (let k = low; k <= high; k++) sum = (sum + a.digits[from + k] * b.digits[to + k]) % a.prime;
	return sum;
}
/** The transpose of a matrix over GF(2), 32 × 32 bits at a time. */
function transposedBits({ rows, columns, stride, digits }) {
	const other = zeroDigits(2, columns, rows);
	const block = /* @__PURE__ */ new Uint32Array(32);
	for (let i = 0; i < rows; i += 32) {
		const [height, word] = [Math.min(32, rows - i), i >>> 5];
		for (let k = 0; k < stride; k++) {
			let any = 0;
			for (let r = 0; r < 32; r++) {
				block[r] = r < height ? digits[(i + r) * stride + k] : 0;
				any |= block[r];
			}
			if (any === 0) continue;
			transposeBlock(block);
			const width = Math.min(32, columns - 32 * k);
			for (let c = 0; c < width; c++) other.digits[(32 * k + c) * other.stride + word] = block[c];
		}
	}
	return other;
}
/** Transposes 32 words of 32 bits in place: squares of 16, 8, 4, 2 and 1 bits beside the diagonal change places. */
function transposeBlock(block) {
	for (let size = 16, mask = 65535; size > 0; size >>= 1, mask ^= mask << size) for (let k = 0; k < 32; k = k + size + 1 & ~size) {
		const swap = (block[k] >>> size ^ block[k + size]) & mask;
		block[k] = block[k] ^ swap << size;
		block[k + size] = block[k + size] ^ swap;
	}
}
/** Number of bits set in a word of 32 bits. */
function onesIn(word) {
	let x = word - (word >>> 1 & 1431655765);
	x = (x & 858993459) + (x >>> 2 & 858993459);
	return Math.imul(x + (x >>> 4) & 252645135, 16843009) >>> 24;
}
// src/stabiliser/prime-field.ts
/** @file Arithmetic modulo a prime, the field GF(p). */
/** The largest prime below 2¹⁶: products of two digits stay exact. */
const LARGEST_PRIME = 65521;
/**
* Checks that a number is a prime of at most 65521.
*
* @throws {DomainError} it is not
*/
function checkPrime(prime, name = "prime") {
	if (isPrime(prime) && prime <= LARGEST_PRIME) return;
	throw new DomainError(`${name}: a prime of at most ${LARGEST_PRIME} required, got ${prime}`);
}
function isPrime(n) {
	if (!Number.isInteger(n) || n < 2) return false;
	for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false;
	return true;
}
/** The representative 0 … p − 1 of an integer. */
function modulo(value, prime) {
	const rest = value % prime;
	return rest < 0 ? rest + prime : rest;
}
/** 1/a in GF(p), for a ≠ 0 in 1 … p − 1, by Euclid's algorithm. */
function inverseModulo(value, prime) {
	let [a, b, u, v] = [
		value,
		prime,
		1,
		0
	];
	while (b !== 0) {
		const quotient = Math.floor(a / b);
		[a, b] = [b, a - quotient * b];
		[u, v] = [v, u - quotient * v];
	}
	return modulo(u, prime);
}
// src/stabiliser/row-elimination.ts
/** @file Gaussian elimination over GF(p), of anything that has rows. */
/**
* Echelon form, in place, without exchange of rows. Only rows that begin in the same column are ever added, so that
* what is local stays cheap: O(rows² · width) at worst.
*/
function rowEchelon(rows) {
	const { prime, count, columns } = rows;
	const waiting = Array.from({ length: columns }, () => []);
	const pivots = [];
	const zero = [];
	const place = (row, from) => {
		const column = rows.first(row, from);
		if (column < 0) zero.push(row);
		else waiting[column].push(row);
	};
	for (let row = 0; row < count; row++) place(row, 0);
	for (let column = 0; column < columns; column++) {
		const here = waiting[column];
		if (here.length === 0) continue;
		const pivot = here.reduce((best, row) => rows.width(row) < rows.width(best) ? row : best);
		pivots.push({
			row: pivot,
			column
		});
		const inverse = inverseModulo(rows.digit(pivot, column), prime);
		for (const row of here) {
			if (row === pivot) continue;
			rows.add(row, pivot, (prime - rows.digit(row, column)) * inverse % prime);
			place(row, column + 1);
		}
		waiting[column] = [];
	}
	return {
		pivots,
		zero
	};
}
/**
* Reduced echelon form, in place: every pivot is 1 and the only entry of its column among the pivot rows. It depends on
* the span of the rows only.
*/
function reducedRowEchelon(rows) {
	const echelon = rowEchelon(rows);
	const { prime } = rows;
	const pivots = echelon.pivots;
	for (let k = pivots.length - 1; k >= 0; k--) {
		const { row, column } = pivots[k];
		rows.add(row, row, inverseModulo(rows.digit(row, column), prime) - 1);
		for (let above = 0; above < k; above++) {
			const digit = rows.digit(pivots[above].row, column);
			if (digit !== 0) rows.add(pivots[above].row, row, prime - digit);
		}
	}
	return echelon;
}
/** The rows of a matrix, for elimination in place. Words outside of the two ends of a row are not touched. */
function matrixRows(matrix) {
	const low = Int32Array.from({ length: matrix.rows }, (_, row) => firstWord(matrix, row));
	const high = Int32Array.from({ length: matrix.rows }, (_, row) => lastWord(matrix, row));
	return {
		prime: matrix.prime,
		count: matrix.rows,
		columns: matrix.columns,
		digit: (row, column) => digitAt(matrix, row, column),
		first: (row, from) => firstDigit(matrix, row, from),
		add: (to, from, factor) => {
			if (factor === 0) return;
			addRow(matrix, to, from, factor, low[from], high[from]);
			low[to] = Math.min(low[to], low[from]);
			high[to] = Math.max(high[to], high[from]);
		},
		width: (row) => high[row]
	};
}
/** The rank of a matrix over GF(p), which is destroyed. O(rows² · columns), 32 times less for p = 2. */
function rankOfDigits(matrix) {
	return rowEchelon(matrixRows(matrix)).pivots.length;
}
// src/stabiliser/tableau.ts
/** @file A working copy of a stabiliser group, whose generators are multiplied in place. */
/** A copy of the group, to work on. */
function tableauOf({ prime, qudits, x, z, phases }) {
	const tableau = {
		prime,
		qudits,
		x: {
			...x,
			digits: x.digits.slice()
		},
		z: {
			...z,
			digits: z.digits.slice()
		},
		phases: phases.slice(),
		...endsOf(x, z)
	};
	for (let row = 0; prime === 2 && row < phases.length; row++) tableau.phases[row] = 2 * phases[row] + crossings(tableau, row) & 3;
	return tableau;
}
/** The tableau of some rows, in this order, on some of its qudits, in this order; what is left out is dropped. */
function partOfTableau(tableau, rows, qudits) {
	const part = (from) => {
		const to = zeroDigits(tableau.prime, rows.length, qudits.length);
		copyColumns(from, rows, qudits, to);
		return to;
	};
	const [x, z] = [part(tableau.x), part(tableau.z)];
	const phases = Uint16Array.from(rows, (row) => tableau.phases[row]);
	return {
		prime: tableau.prime,
		qudits: qudits.length,
		x,
		z,
		phases,
		...endsOf(x, z)
	};
}
/** The group of some rows of the tableau, in this order; default all. */
function groupOfTableau(tableau, rows = [...tableau.phases.keys()]) {
	const { prime, qudits } = tableau;
	const part = (from) => {
		const to = zeroDigits(prime, rows.length, qudits);
		for (const [k, row] of rows.entries()) to.digits.set(rowOf(from, row), k * to.stride);
		return to;
	};
	const phases = Uint16Array.from(rows, (row) => phaseOf(tableau, row));
	return {
		kind: "stabiliser",
		prime,
		qudits,
		x: part(tableau.x),
		z: part(tableau.z),
		phases
	};
}
/** The power of ω before the word T(x, z) of a row. */
function phaseOf(tableau, row) {
	const phase = tableau.phases[row];
	return tableau.prime === 2 ? (phase - crossings(tableau, row) & 3) >> 1 : phase;
}
/** Multiplies a row by a power of another with which it commutes, in place: g_to ← g_to · g_from^power. */
function multiplyRow(tableau, to, from, power) {
	if (power === 0) return;
	const { prime, x, z, phases, low, high } = tableau;
	const [first, last] = [low[from], high[from]];
	if (prime === 2) phases[to] = phases[to] + phases[from] + 2 * addBoth(x, z, to, from, first, last) & 3;
	else {
		addRow(x, to, from, power, first, last);
		addRow(z, to, from, power, first, last);
		phases[to] = (phases[to] + power * phases[from]) % prime;
	}
	low[to] = Math.min(low[to], first);
	high[to] = Math.max(high[to], last);
}
/** The rows for elimination in place; columns are x₁ … x_n, z₁ … z_n. */
function tableauRows(tableau) {
	const { prime, qudits, x, z, phases, low, high } = tableau;
	return {
		prime,
		count: phases.length,
		columns: 2 * qudits,
		digit: (row, column) => column < qudits ? digitAt(x, row, column) : digitAt(z, row, column - qudits),
		first: (row, from) => {
			const inX = firstDigit(x, row, from);
			if (inX >= 0) return inX;
			const inZ = firstDigit(z, row, Math.max(0, from - qudits));
			return inZ < 0 ? -1 : qudits + inZ;
		},
		add: (to, from, factor) => multiplyRow(tableau, to, from, modulo(factor, prime)),
		width: (row) => high[row] - low[row]
	};
}
/** The first and the last word in which each row is not zero. */
function endsOf(x, z) {
	return {
		low: Int32Array.from({ length: x.rows }, (_, row) => Math.min(firstWord(x, row), firstWord(z, row))),
		high: Int32Array.from({ length: x.rows }, (_, row) => Math.max(lastWord(x, row), lastWord(z, row)))
	};
}
/** Number of letters Y of a word of qubits. */
function crossings({ x, z }, row) {
	const base = row * x.stride;
	let count = 0;
	for (let k = 0; k < x.stride; k++) count += onesIn(x.digits[base + k] & z.digits[base + k]);
	return count;
}
/** Adds a row of bits to another in both halves; returns the parity of z_to · x_from from before. */
function addBoth(x, z, to, from, low, high) {
	const [a, b] = [x.digits, z.digits];
	const [target, source] = [to * x.stride, from * x.stride];
	let crossing = 0;
	for (let k = low; k <= high; k++) {
		const xFrom = a[source + k];
		const zTo = b[target + k];
		crossing ^= zTo & xFrom;
		a[target + k] = a[target + k] ^ xFrom;
		b[target + k] = zTo ^ b[source + k];
	}
	return onesIn(crossing) & 1;
}
const rowOf = ({ stride, digits }, row) => digits.subarray(row * stride, (row + 1) * stride);
// src/stabiliser/given-generators.ts
/** @file A stabiliser group from its generators: do they commute, and are they independent? */
/**
* The group with the given generators.
*
* @param prime - dimension p of a qudit
* @param qudits - number n of qudits
* @param generators - x₁ … x_n z₁ … z_n of each generator, integers modulo p
* @param phases - power of ω before each word; default 0. For qubits 1 means −1.
* @throws {ShapeError} a generator of another length, or another number of phases
* @throws {DomainError} not a prime, not integers, generators that do not commute, are not independent, or multiply to
* ω^k ≠ 1: the message names them
*
* O(n r²), 32 times less for qubits.
*
* @see Gottesman, arXiv:quant-ph/9705052; for odd p Gross, arXiv:quant-ph/0602001
*/
function stabiliserGroup(prime, qudits, generators, phases = []) {
	checkPrime(prime, "stabiliserGroup");
	if (!(Number.isInteger(qudits) && qudits >= 0)) throw new ShapeError(`stabiliserGroup: a whole number of qudits required, got ${qudits}`);
	if (phases.length !== 0 && phases.length !== generators.length) throw new ShapeError(`stabiliserGroup: ${generators.length} phases required, got ${phases.length}`);
	const [x, z] = [zeroDigits(prime, generators.length, qudits), zeroDigits(prime, generators.length, qudits)];
	generators.forEach((digits, row) => {
		if (digits.length !== 2 * qudits) throw new ShapeError(`stabiliserGroup: ${2 * qudits} numbers required, got ${digits.length} in generator ${row}`);
		if (!digits.every(Number.isInteger)) throw new DomainError(`stabiliserGroup: integers required, got ${digits} in generator ${row}`);
		for (let q = 0; q < qudits; q++) {
			setDigit(x, row, q, modulo(digits[q], prime));
			setDigit(z, row, q, modulo(digits[qudits + q], prime));
		}
	});
	const wrong = phases.findIndex((phase) => !Number.isInteger(phase));
	if (wrong >= 0) throw new DomainError(`stabiliserGroup: whole phases required, got ${phases[wrong]}`);
	return checkedGroup({
		kind: "stabiliser",
		prime,
		qudits,
		x,
		z,
		phases: Uint16Array.from(generators, (_, row) => modulo(phases[row] ?? 0, prime))
	});
}
/**
* The group itself, if its generators commute and are independent.
*
* @throws {DomainError} they do not, see `stabiliserGroup`
*/
function checkedGroup(group) {
	const clash = firstClash(group);
	if (clash !== null) throw new DomainError(`stabiliserGroup: generators that commute required, got ${clash.join(" and ")} that do not`);
	const { zero } = rowEchelon(tableauRows(tableauOf(group)));
	if (zero.length > 0) throw new DomainError(`stabiliserGroup: ${relationIn(group)}`);
	return group;
}
/** The first two generators that do not commute. */
function firstClash({ prime, x, z }) {
	const low = Array.from({ length: x.rows }, (_, row) => Math.min(firstWord(x, row), firstWord(z, row)));
	const high = Array.from({ length: x.rows }, (_, row) => Math.max(lastWord(x, row), lastWord(z, row)));
	for (let b = 1; b < x.rows; b++) for (let a = 0; a < b; a++) {
		const [from, to] = [Math.max(low[a], low[b]), Math.min(high[a], high[b])];
		if (from > to) continue;
		if ((rowProduct(z, a, x, b, from, to) - rowProduct(x, a, z, b, from, to)) % prime !== 0) return [a, b];
	}
	return null;
}
/** A product of generators that is a number, in words: found by elimination that keeps an account of the powers. */
function relationIn(group) {
	const { prime, qudits, x, z, phases } = group;
	const rows = phases.length;
	const wide = () => zeroDigits(prime, rows, qudits + rows);
	const extended = {
		...group,
		qudits: qudits + rows,
		x: wide(),
		z: wide()
	};
	for (let row = 0; row < rows; row++) {
		for (let q = 0; q < qudits; q++) {
			setDigit(extended.x, row, q, digitAt(x, row, q));
			setDigit(extended.z, row, q, digitAt(z, row, q));
		}
		setDigit(extended.z, row, qudits + row, 1);
	}
	const tableau = tableauOf(extended);
	const all = tableauRows(tableau);
	const limit = 2 * qudits + rows;
	const bare = (column) => column < limit ? column : -1;
	const { zero } = rowEchelon({
		...all,
		columns: limit,
		first: (row, from) => from < limit ? bare(all.first(row, from)) : -1
	});
	const last = groupOfTableau(tableau, [zero[0]]);
	const factors = [...phases.keys()].filter((row) => digitAt(last.z, 0, qudits + row) !== 0);
	const phase = last.phases[0];
	const value = phase === 0 ? "1" : prime === 2 ? "−1" : `ω^${phase}`;
	return `independent generators required, got ${factors.map((row) => {
		const power = digitAt(last.z, 0, qudits + row);
		return power === 1 ? `${row}` : `${row} (power ${power})`;
	}).join(", ")} with product ${value}`;
}
// src/contraction/contract-step.ts
/** @file One step of a contraction: axes are permuted, then matrices are multiplied in the engine. */
/** The tensor in its layout. */
function arranged(array, { shape, axes }) {
	return axes === void 0 ? array : currentEngine().permute(array, shape, axes);
}
/** Undoes `arranged`. */
function restored(array, { shape, axes }) {
	if (axes === void 0) return array;
	const inverse = axes.map((_, axis) => axes.indexOf(axis));
	return currentEngine().permute(array, axes.map((axis) => shape[axis]), inverse);
}
/** c = a·b for every matrix of the batch. */
function forward(a, b, { batch, rows, inner, columns }) {
	return multiplied(a, b, batch, rows, columns, inner, false, false);
}
/** λ b†: the cotangent of a. */
function towardsLeft(lambda, b, { batch, rows, inner, columns }) {
	return multiplied(lambda, b, batch, rows, inner, columns, false, true);
}
/** a† λ: the cotangent of b. */
function towardsRight(a, lambda, { batch, rows, inner, columns }) {
	return multiplied(a, lambda, batch, inner, columns, rows, true, false);
}
function multiplied(a, b, batch, m, n, k, adjointA, adjointB) {
	if (batch === 1) return currentEngine().multiply(a, b, m, n, k, adjointA, adjointB);
	const program = batchProgram(batch, m, n, k, adjointA, adjointB);
	return currentEngine().runProducts(program, [a, b])[0];
}
/** All products of a batch as one call of the engine; remembered by shape. */
function batchProgram(batch, rows, columns, inner, adjointLeft, adjointRight) {
	const key = [
		batch,
		rows,
		columns,
		inner,
		adjointLeft,
		adjointRight
	].join();
	const known = batchPrograms.get(key);
	if (known !== void 0) return known;
	const program = {
		inputs: 2,
		sizes: [
			batch * rows * inner,
			batch * inner * columns,
			batch * rows * columns
		],
		instructions: [{
			kind: "product",
			to: 2,
			left: 0,
			right: 1,
			batch,
			rows,
			columns,
			inner,
			adjointLeft,
			adjointRight
		}],
		outputs: [2]
	};
	if (batchPrograms.size >= REMEMBERED$1) batchPrograms.delete(batchPrograms.keys().next().value);
	batchPrograms.set(key, program);
	return program;
}
const REMEMBERED$1 = 1024;
const batchPrograms = /* @__PURE__ */ new Map();
/** array ← factor · array. */
function scale(array, factor) {
	for (let k = 0; k < array.length; k++) array[k] = array[k] * factor;
}
// src/contraction/contraction-graph.ts
/**
* @file A network as the path search sees it: which legs a product of tensors keeps, and what it costs to form it.
* Legs may lie on any number of tensors (hyper-indices) and may be kept although they are shared.
*/
/** The legs that lie on one tensor only: the output by default, in order of appearance. */
function danglingLegs(legs) {
	const carriers = /* @__PURE__ */ new Map();
	for (const leg of legs.flat()) carriers.set(leg, (carriers.get(leg) ?? 0) + 1);
	return [...carriers].filter(([, count]) => count === 1).map(([leg]) => leg);
}
/**
* @throws {DomainError} a leg twice on a tensor, without a positive whole dimension, or in the output but on no tensor
*/
function checkLegs(legs, dimensions, output) {
	const all = /* @__PURE__ */ new Set();
	for (const own of legs) {
		if (new Set(own).size < own.length) throw new DomainError(`contraction: a leg once on a tensor, got [${own}]`);
		for (const leg of own) all.add(leg);
	}
	for (const leg of all) {
		const dimension = dimensions[leg];
		if (!(Number.isInteger(dimension) && dimension > 0)) throw new DomainError(`contraction: leg '${leg}' needs a dimension, a positive integer, got ${dimension}`);
	}
	if (new Set(output).size < output.length) throw new DomainError(`contraction: a leg once in [${output}] required`);
	for (const leg of output) if (!all.has(leg)) throw new DomainError(`contraction: output leg '${leg}' lies on no tensor`);
}
/**
* The graph of a network. A leg on one tensor that is not in the output is summed over beforehand, at no cost.
*
* @throws {DomainError} as `checkLegs`
*/
function contractionGraph(legs, dimensions, output) {
	checkLegs(legs, dimensions, output);
	const index = /* @__PURE__ */ new Map();
	const totals = [];
	for (const own of legs) for (const leg of own) {
		const at = index.get(leg) ?? index.size;
		index.set(leg, at);
		totals[at] = (totals[at] ?? 0) + 1;
	}
	for (const leg of output) {
		const at = index.get(leg);
		totals[at] = totals[at] + 1;
	}
	const sizes = [...index.keys()].map((leg) => dimensions[leg]);
	return {
		tensors: legs.map((own) => {
			const open = own.map((leg) => index.get(leg)).filter((leg) => totals[leg] > 1).sort((a, b) => a - b);
			return {
				legs: open,
				counts: open.map(() => 1),
				size: open.reduce((size, leg) => size * sizes[leg], 1),
				volume: 0
			};
		}),
		dimensions: sizes,
		totals,
		plain: totals.every((total) => total <= 2)
	};
}
/** The product of two disjoint parts. O(legs). */
function join(graph, a, b) {
	const { dimensions, totals } = graph;
	const legs = [];
	const counts = [];
	let size = 1;
	let volume = 1;
	for (let i = 0, j = 0; i < a.legs.length || j < b.legs.length;) {
		const x = i < a.legs.length ? a.legs[i] : Number.POSITIVE_INFINITY;
		const y = j < b.legs.length ? b.legs[j] : Number.POSITIVE_INFINITY;
		const leg = Math.min(x, y);
		let count = 0;
		if (x === leg) count += a.counts[i++];
		if (y === leg) count += b.counts[j++];
		const dimension = dimensions[leg];
		volume *= dimension;
		if (count === totals[leg]) continue;
		size *= dimension;
		legs.push(leg);
		counts.push(count);
	}
	return {
		legs,
		counts,
		size,
		volume
	};
}
// src/contraction/contraction-optimal.ts
/**
* The path with the fewest operations among all pairwise paths, outer products included:
*
*     cost(S) = min over S = A ∪ B of  cost(A) + cost(B) + Π dimensions of the legs of A and B.
*
* @param parts - at most 20 tensors, disjoint parts of the graph
* @returns the path, parts numbered as given, and its complex multiply-adds
*
* O(3ᴺ) time, O(2ᴺ) memory: a millisecond for N = 10, a second for N = 17.
*/
function optimalPath(graph, parts) {
	const all = 2 ** parts.length;
	const subsets = new Array(all);
	const roots = new Float64Array(all);
	const cost = new Float64Array(all).fill(Number.POSITIVE_INFINITY);
	const split = new Int32Array(all);
	for (let set = 1; set < all; set++) {
		const lowest = set & -set;
		const first = parts[31 - Math.clz32(lowest)];
		subsets[set] = set === lowest ? first : join(graph, first, subsets[set ^ lowest]);
		roots[set] = Math.sqrt(subsets[set].size);
		if (set === lowest) {
			cost[set] = 0;
			continue;
		}
		const rest = set ^ lowest;
		let least = Number.POSITIVE_INFINITY;
		for (let b = rest; b > 0; b = b - 1 & rest) {
			const a = set ^ b;
			let total = cost[a] + cost[b];
			if (total >= least) continue;
			total += graph.plain ? roots[a] * roots[b] * roots[set] : join(graph, subsets[a], subsets[b]).volume;
			if (total >= least) continue;
			least = total;
			split[set] = b;
		}
		cost[set] = least;
	}
	const path = [];
	const build = (set) => {
		const b = split[set];
		if (b === 0) return 31 - Math.clz32(set);
		path.push([build(set ^ b), build(b)]);
		return parts.length + path.length - 1;
	};
	if (parts.length > 0) build(all - 1);
	return {
		path,
		volume: parts.length > 0 ? cost[all - 1] : 0
	};
}
// src/contraction/contraction-bisection.ts
/** Largest set of tensors that is contracted optimally. */
const FEW = 7;
const PASSES = 6;
/**
* The path of recursive bisection: each set of tensors is divided into two of similar weight such that the logarithm
* of the dimension of the legs between them is small, by local moves from a random start; the last few tensors of a
* branch are contracted optimally. O(passes · legs · depth).
*
* @see Fiduccia & Mattheyses, Design Automation Conference, 175 (1982)
*/
function bisectionPath(graph, stream) {
	const path = [];
	const count = graph.tensors.length;
	const balance = .2 + .3 * stream.uniform();
	const contractAll = (members) => {
		if (members.length <= FEW) {
			const local = optimalPath(graph, members.map((index) => graph.tensors[index]));
			const names = [...members];
			for (const [a, b] of local.path) {
				path.push([names[a], names[b]]);
				names.push(count + path.length - 1);
			}
			return names[names.length - 1];
		}
		const [one, other] = bisection(graph, members, balance, stream);
		path.push([contractAll(one), contractAll(other)]);
		return count + path.length - 1;
	};
	if (count > 0) contractAll([...graph.tensors.keys()]);
	return path;
}
/** Two halves with few legs between them, neither smaller than the fraction `balance` of the whole. */
function bisection(graph, members, balance, stream) {
	const side = grownHalf(graph, members, stream);
	const smallest = Math.max(1, Math.floor(balance * members.length));
	const onSide = /* @__PURE__ */ new Map();
	for (const index of members) for (const leg of graph.tensors[index].legs) {
		const counts = onSide.get(leg) ?? [0, 0];
		counts[side.get(index)]++;
		onSide.set(leg, counts);
	}
	const sizes = [0, 0];
	for (const index of members) sizes[side.get(index)]++;
	for (let pass = 0, moved = true; moved && pass < PASSES; pass++) {
		moved = false;
		for (const index of members) {
			const from = side.get(index);
			if (sizes[from] <= smallest) continue;
			let gain = 0;
			for (const leg of graph.tensors[index].legs) {
				const counts = onSide.get(leg);
				const weight = Math.log(graph.dimensions[leg]);
				if (counts[from] === 1 && counts[1 - from] > 0) gain += weight;
				if (counts[from] > 1 && counts[1 - from] === 0) gain -= weight;
			}
			if (gain < 0 || gain === 0 && stream.uniform() < .5) continue;
			moved ||= gain > 0;
			side.set(index, 1 - from);
			sizes[from]--;
			sizes[1 - from]++;
			for (const leg of graph.tensors[index].legs) {
				const counts = onSide.get(leg);
				counts[from]--;
				counts[1 - from]++;
			}
		}
	}
	return [members.filter((index) => side.get(index) === 0), members.filter((index) => side.get(index) === 1)];
}
/** A start: half of the members, grown from a random one along the legs, is side 1. */
function grownHalf(graph, members, stream) {
	const side = new Map(members.map((index) => [index, 0]));
	const holders = /* @__PURE__ */ new Map();
	for (const index of members) for (const leg of graph.tensors[index].legs) holders.set(leg, [...holders.get(leg) ?? [], index]);
	const queue = [];
	for (let grown = 0; grown < members.length >> 1;) {
		const index = queue.shift() ?? members[stream.integer(members.length)];
		if (side.get(index) === 1) continue;
		side.set(index, 1);
		grown++;
		for (const leg of graph.tensors[index].legs) queue.push(...holders.get(leg).filter((k) => side.get(k) === 0));
	}
	return side;
}
// src/contraction/contraction-greedy.ts
/**
* The greedy path: the pair of neighbours for which size(ab) − size(a) − size(b) is least, until none is left; then
* outer products, smallest tensors first. O(E log E) candidates for bounded numbers of neighbours.
*
* @see Gray & Kourtis, Quantum 5, 410 (2021)
*/
function greedyPath(graph, noise) {
	const parts = new Map(graph.tensors.entries());
	const holders = graph.totals.map(() => /* @__PURE__ */ new Set());
	for (const [index, { legs }] of parts) for (const leg of legs) holders[leg].add(index);
	const heap = [];
	const rate = (a, b) => {
		const [x, y] = [parts.get(a), parts.get(b)];
		const bias = noise?.bias ?? 1;
		let cost = join(graph, x, y).size / bias - bias * (x.size + y.size);
		if (noise !== void 0) {
			const gumbel = -Math.log(-Math.log(noise.stream.uniform() || Number.MIN_VALUE));
			cost = Math.sign(cost) * Math.log1p(Math.abs(cost)) - noise.temperature * gumbel;
		}
		push(heap, {
			cost,
			a,
			b
		});
	};
	const neighbours = (index) => new Set(parts.get(index).legs.flatMap((leg) => [...holders[leg]].filter((other) => other !== index)));
	for (const index of parts.keys()) for (const other of neighbours(index)) if (index < other) rate(index, other);
	const path = [];
	for (let next = parts.size; parts.size > 1; next++) {
		const [a, b] = bestPair(heap, parts);
		path.push([a, b]);
		const part = join(graph, parts.get(a), parts.get(b));
		for (const index of [a, b]) {
			for (const leg of parts.get(index).legs) holders[leg].delete(index);
			parts.delete(index);
		}
		parts.set(next, part);
		for (const leg of part.legs) holders[leg].add(next);
		for (const other of neighbours(next)) rate(other, next);
	}
	return path;
}
/** The cheapest candidate whose tensors still exist; if nothing is connected any more, the two smallest tensors. */
function bestPair(heap, parts) {
	while (heap.length > 0) {
		const { a, b } = pop(heap);
		if (parts.has(a) && parts.has(b)) return [a, b];
	}
	const [a, b] = [...parts].sort(([, x], [, y]) => x.size - y.size).map(([index]) => index);
	return [Math.min(a, b), Math.max(a, b)];
}
/** A binary heap; equal costs in the order of their tensors. */
const before = (x, y) => x.cost < y.cost || x.cost === y.cost && (x.b < y.b || x.b === y.b && x.a < y.a);
function push(heap, item) {
	let at = heap.length;
	for (; at > 0; at = at - 1 >> 1) {
		const above = heap[at - 1 >> 1];
		if (!before(item, above)) break;
		heap[at] = above;
	}
	heap[at] = item;
}
function pop(heap) {
	const top = heap[0];
	const item = heap.pop();
	if (heap.length === 0) return top;
	let at = 0;
	for (let child = 1; child < heap.length; child = 2 * at + 1) {
		if (child + 1 < heap.length && before(heap[child + 1], heap[child])) child++;
		if (!before(heap[child], item)) break;
		heap[at] = heap[child];
		at = child;
	}
	heap[at] = item;
	return top;
}
// src/contraction/contraction-tree.ts
function treeOf(graph, path) {
	const tensors = graph.tensors.length;
	const parts = [...graph.tensors];
	const left = new Int32Array(tensors + path.length).fill(-1);
	const right = left.slice();
	path.forEach(([a, b], k) => {
		left[tensors + k] = a;
		right[tensors + k] = b;
		parts.push(join(graph, parts[a], parts[b]));
	});
	return {
		parts,
		left,
		right
	};
}
/** The tree's path, children before their parents; without recursion, as trees can be deep. */
function pathOf({ left, right }) {
	const tensors = (left.length + 1) / 2;
	const name = Int32Array.from(left, (_, node) => node < tensors ? node : -1);
	const path = [];
	const stack = left.length > tensors ? [left.length - 1] : [];
	while (stack.length > 0) {
		const node = stack[stack.length - 1];
		const [a, b] = [left[node], right[node]];
		if (name[a] === -1 || name[b] === -1) {
			if (name[b] === -1) stack.push(b);
			if (name[a] === -1) stack.push(a);
			continue;
		}
		stack.pop();
		path.push([Math.min(name[a], name[b]), Math.max(name[a], name[b])]);
		name[node] = tensors + path.length - 1;
	}
	return path;
}
/** Complex multiply-adds of the whole tree. */
function treeVolume({ parts }) {
	let total = 0;
	for (const { volume } of parts) total += volume;
	return total;
}
function copyTree({ parts, left, right }) {
	return {
		parts: [...parts],
		left: left.slice(),
		right: right.slice()
	};
}
// src/contraction/contraction-refine.ts
/** Temperatures of the annealing, in units of log operations. */
const HOT = 1;
const COLD = .02;
/** Most leaves of a subtree that is rearranged. */
const LEAVES = 8;
/**
* Simulated annealing. A move exchanges a tensor with its aunt,
*
*     ((A B) C) → ((A C) B),
*
* and is accepted with probability min(1, exp(−Δ/T)), Δ the change of the logarithm of both products' operations.
*
* @param steps - number of moves that are tried
* @returns the best tree met at the end of a sweep; the given one if none is better
* @see Kalachev, Panteleev & Yung, arXiv:2108.05665 (2021)
*/
function annealed(graph, tree, steps, stream) {
	const tensors = graph.tensors.length;
	const products = tensors - 1;
	if (products < 2) return tree;
	let best = tree;
	let bestVolume = treeVolume(tree);
	const current = copyTree(tree);
	const { parts, left, right } = current;
	for (let step = 0; step < steps; step++) {
		const temperature = HOT * (COLD / HOT) ** (step / steps);
		const parent = tensors + stream.integer(products);
		let [child, aunt] = [left[parent], right[parent]];
		if (child < tensors || aunt >= tensors && stream.uniform() < .5) [child, aunt] = [aunt, child];
		if (child < tensors) continue;
		const [stays, leaves] = stream.uniform() < .5 ? [left[child], right[child]] : [right[child], left[child]];
		const lower = join(graph, parts[stays], parts[aunt]);
		const upper = join(graph, lower, parts[leaves]);
		const rise = Math.log((lower.volume + upper.volume) / (parts[child].volume + parts[parent].volume));
		if (rise <= 0 || stream.uniform() < Math.exp(-rise / temperature)) {
			[left[child], right[child], parts[child]] = [
				stays,
				aunt,
				lower
			];
			[left[parent], right[parent], parts[parent]] = [
				child,
				leaves,
				upper
			];
		}
		if (step % products === 0 || step === steps - 1) {
			const volume = treeVolume(current);
			if (volume < bestVolume) [best, bestVolume] = [copyTree(current), volume];
		}
	}
	return best;
}
/**
* Every subtree of a few leaves (the largest tensors below its root) is replaced by the optimal one, until nothing
* changes or time is up. Never makes a tree worse.
*
* @param over - called between subtrees; true means stop
*/
function reconfigured(graph, tree, over = () => false) {
	const current = copyTree(tree);
	const { parts, left, right } = current;
	const tensors = graph.tensors.length;
	for (let changed = true; changed;) {
		changed = false;
		for (let root = tensors; root < parts.length; root++) {
			if (over()) return current;
			const { leaves, products } = subtree(current, root, tensors);
			if (products.length < 2) continue;
			const before = products.reduce((sum, node) => sum + parts[node].volume, 0);
			const { path, volume } = optimalPath(graph, leaves.map((node) => parts[node]));
			if (!(volume < before * (1 - 1e-9))) continue;
			changed = true;
			const free = products.reverse();
			const names = [...leaves];
			path.forEach(([a, b], k) => {
				const node = free[k];
				[left[node], right[node]] = [names[a], names[b]];
				parts[node] = join(graph, parts[names[a]], parts[names[b]]);
				names.push(node);
			});
		}
	}
	return current;
}
/** The nodes below `root`: the largest are opened until there are enough leaves. */
function subtree({ parts, left, right }, root, tensors) {
	const products = [root];
	const leaves = [left[root], right[root]];
	while (leaves.length < LEAVES) {
		let largest = -1;
		leaves.forEach((node, at) => {
			if (node >= tensors && (largest < 0 || parts[node].size > parts[leaves[largest]].size)) largest = at;
		});
		if (largest < 0) break;
		const node = leaves[largest];
		products.push(node);
		leaves.splice(largest, 1, left[node], right[node]);
	}
	return {
		products,
		leaves
	};
}
// src/contraction/contraction-path.ts
/** @file In which order should a network's tensors be contracted? One function that looks for a good path. */
const LARGE = 160;
const MOST_OPTIMAL = 18;
/** Multiply-adds per annealing move by default, and the most moves: planning must pay. */
const VOLUME_PER_STEP = 1e3;
const MOST_STEPS = 2e4;
/**
* A good contraction path: the optimal one for a few tensors, else the cheapest in operations among
*
* - the tensors one after the other, in the given order (optimal for a chain, or two chains interleaved);
* - greedy, and greedy with noise;
* - rounds of simulated annealing and subtree rearrangement, started from the best so far, noisy greedy and
*   recursive bisection in turn.
*
* Never worse than greedy. Paths are remembered by structure and options.
*
* @param legs - legs of each tensor; any number of tensors may share a leg
* @param dimensions - dimension of every leg
* @param output - legs of the result; default the legs on one tensor only
* @throws {DomainError} legs that do not fit together, or options out of range
* @see Gray & Kourtis, Quantum 5, 410 (2021)
*/
function contractionPath(legs, dimensions, output = danglingLegs(legs), options = {}) {
	const graph = contractionGraph(legs, dimensions, output);
	const { tensors, dimensions: sizes, totals } = graph;
	const key = JSON.stringify([
		tensors.map((tensor) => tensor.legs),
		sizes,
		totals,
		options
	]);
	const known = paths.get(key);
	if (known !== void 0) return known;
	const path = search(graph, options);
	if (paths.size >= REMEMBERED) paths.delete(paths.keys().next().value);
	paths.set(key, path);
	return path;
}
/** The most recent paths, by structure: planning costs more than a small contraction. */
const REMEMBERED = 256;
const paths = /* @__PURE__ */ new Map();
/** One tensor after the other, in node order: ((0·1)·2)·3 … */
function sequentialPath(tensors) {
	return Array.from({ length: Math.max(0, tensors - 1) }, (_, k) => [k === 0 ? 0 : tensors + k - 1, k + 1]);
}
function search(graph, options) {
	const count = graph.tensors.length;
	const { optimal = 9, restarts = count > LARGE ? 0 : 6, steps, milliseconds, seed = 0 } = options;
	if (!(optimal <= MOST_OPTIMAL)) throw new DomainError(`contractionPath: optimal ≤ ${MOST_OPTIMAL}, got ${optimal}`);
	if (count <= optimal) return optimalPath(graph, graph.tensors).path;
	const stream = randomStream(seed, "contraction path");
	let best = sequentialPath(count);
	let least = volumeOf(graph, best);
	const offer = (path) => {
		const volume = volumeOf(graph, path);
		if (volume < least) [best, least] = [path, volume];
	};
	const noisy = () => greedyPath(graph, {
		stream,
		temperature: 10 ** (-2.5 * stream.uniform()),
		bias: .6 + .9 * stream.uniform()
	});
	offer(greedyPath(graph));
	for (let restart = 0; restart < restarts; restart++) offer(noisy());
	const automatic = Math.min(MOST_STEPS, Math.floor(least / VOLUME_PER_STEP));
	const budget = milliseconds !== void 0 ? Number.POSITIVE_INFINITY : steps ?? (automatic < 1e3 ? 0 : automatic);
	const end = performance.now() + (milliseconds ?? Number.POSITIVE_INFINITY);
	const over = () => milliseconds !== void 0 && performance.now() > end;
	for (let [round, used] = [0, 0]; used < budget && !over(); round++) {
		const start = round % 3 === 0 ? best : round % 3 === 1 ? bisectionPath(graph, stream) : noisy();
		const moves = Math.min(budget - used, 60 * count * (1 + Math.floor(round / 3)));
		used += moves;
		offer(pathOf(reconfigured(graph, annealed(graph, treeOf(graph, start), moves, stream), over)));
	}
	return best;
}
/** Complex multiply-adds of a path. */
function volumeOf(graph, path) {
	const parts = [...graph.tensors];
	let total = 0;
	for (const [a, b] of path) {
		const part = join(graph, parts[a], parts[b]);
		total += part.volume;
		parts.push(part);
	}
	return total;
}
// src/contraction/contract.ts
/**
* @file Contraction of tensors along a pairwise path, and its reverse mode. Each step is a permutation of axes and
* one matrix product in the engine.
*/
/** Tensors and intermediates are rescaled only outside this range of binary exponents. */
const ORDINARY = 64;
/** The lowest power of two that is divided out: the inverse of a lower one would overflow. */
const LOWEST = -1022;
/**
* Compiles a contraction: Σ over all legs that are not in the output of the product of all tensors. A leg may lie on
* any number of tensors, as if a copy tensor joined them, and may be kept or summed in every case.
*
* @param legs - legs of each tensor, at least one tensor
* @param dimensions - dimension of every leg
* @param output - legs of the result, in order
* @param path - default `contractionPath(legs, dimensions, output)`
* @throws {DomainError} legs that do not fit together, a dimension that is not a positive integer, or a path that does
*   not contract every tensor once
*/
function contractionPlan(legs, dimensions, output, path = contractionPath(legs, dimensions, output)) {
	checkLegs(legs, dimensions, output);
	checkPath(path, legs.length);
	const carriers = /* @__PURE__ */ new Map();
	for (const leg of [...legs.flat(), ...output]) carriers.set(leg, (carriers.get(leg) ?? 0) + 1);
	const size = (list) => sizeOf(list.map((leg) => dimensions[leg]));
	const lonely = legs.map((own) => own.filter((leg) => carriers.get(leg) === 1));
	const summed = lonely.flatMap((own, tensor) => own.length > 0 ? [tensor] : []);
	const all = [...legs, ...summed.map((tensor) => lonely[tensor])];
	for (const leg of lonely.flat()) carriers.set(leg, 2);
	const layout = (tensor, order) => {
		const own = all[tensor];
		const axes = order.map((leg) => own.indexOf(leg));
		const moves = axes.some((axis, place) => axis !== place);
		return {
			tensor,
			shape: own.map((leg) => dimensions[leg]),
			axes: moves ? axes : void 0
		};
	};
	const steps = [];
	const contractPair = (pair) => {
		let best;
		for (const [a, b] of [pair, [pair[1], pair[0]]]) {
			const [x, y] = [all[a], all[b]];
			const [rows, columns] = [x.filter((leg) => !y.includes(leg)), y.filter((leg) => !x.includes(leg))];
			for (const shared of [x.filter((leg) => y.includes(leg)), y.filter((leg) => x.includes(leg))]) {
				const [batch, inner] = [shared.filter((leg) => carriers.get(leg) > 2), shared.filter((leg) => carriers.get(leg) === 2)];
				const [left, right] = [layout(a, [
					...batch,
					...rows,
					...inner
				]), layout(b, [
					...batch,
					...inner,
					...columns
				])];
				const moved = (left.axes ? size(x) : 0) + (right.axes ? size(y) : 0);
				if (best !== void 0 && best.moved <= moved) continue;
				best = {
					step: {
						left,
						right,
						batch: size(batch),
						rows: size(rows),
						inner: size(inner),
						columns: size(columns)
					},
					legs: [
						...batch,
						...rows,
						...columns
					],
					moved
				};
			}
		}
		for (const leg of all[pair[0]]) if (all[pair[1]].includes(leg)) carriers.set(leg, carriers.get(leg) - 1);
		steps.push(best.step);
		return all.push(best.legs) - 1;
	};
	const names = legs.map((_, tensor) => tensor);
	summed.forEach((tensor, k) => {
		names[tensor] = contractPair([tensor, legs.length + k]);
	});
	for (const [a, b] of path) names.push(contractPair([names[a], names[b]]));
	return {
		tensors: legs.length,
		sizes: legs.map(size),
		ones: summed.map((tensor) => size(lonely[tensor])),
		steps,
		output: layout(names[names.length - 1], output),
		outputShape: output.map((leg) => dimensions[leg])
	};
}
function checkPath(path, tensors) {
	const used = new Set(path.flat());
	if (!(path.length === tensors - 1 && used.size === 2 * path.length && path.every(([a, b], k) => [a, b].every((index) => Number.isInteger(index) && index >= 0 && index < tensors + k)))) throw new DomainError(`contractionPlan: a path that contracts each of ${tensors} tensors once required`);
}
/**
* Contracts the tensors along the plan.
*
* @param tensors - in the order of the plan's legs; only their entries are read
* @throws {ShapeError} another number of tensors or of entries than planned
*/
function contract(plan, tensors) {
	const lengths = tensors.map(({ interleaved }) => interleaved.length / 2);
	if (lengths.length !== plan.tensors || lengths.some((length, k) => length !== plan.sizes[k])) throw new ShapeError(`contract: tensors of ${plan.sizes} entries required, got ${lengths}`);
	const shifts = tensors.map(({ interleaved }) => excess(interleaved));
	const all = [...tensors.map(({ interleaved }, k) => shifted(interleaved, shifts[k])), ...plan.ones.map(realOnes)];
	const tape = [];
	let exponent = shifts.reduce((sum, shift) => sum + shift, 0);
	for (const step of plan.steps) {
		const a = arranged(all[step.left.tensor], step.left);
		const b = arranged(all[step.right.tensor], step.right);
		const product = forward(a, b, step);
		const shift = excess(product);
		if (shift !== 0) scale(product, 2 ** -shift);
		exponent += shift;
		tape.push({
			left: a,
			right: b,
			shift
		});
		all.push(product);
	}
	const interleaved = arranged(all[plan.output.tensor], plan.output);
	return {
		value: {
			shape: plan.outputShape,
			interleaved
		},
		exponent,
		shifts,
		tape
	};
}
/**
* Reverse mode. A cotangent λ of z means dL = Re⟨λ|dz⟩, λ = ∂L/∂Re z + i ∂L/∂Im z; so for c = a·b the cotangent of a
* is λ b† and that of b is a† λ.
*
* @param cotangent - of the contraction's value, its exponent held fixed; interleaved
* @param needed - which tensors' cotangents are wanted; default all
* @returns cotangents in tensor order; undefined where not wanted
*
* Cost at most twice the contraction.
*/
function contractPullback(plan, { shifts, tape }, cotangent, needed = new Array(plan.tensors).fill(true)) {
	const wanted = [...needed, ...plan.ones.map(() => false)];
	for (const { left, right } of plan.steps) wanted.push(wanted[left.tensor] || wanted[right.tensor]);
	const all = new Array(wanted.length).fill(void 0);
	if (wanted[plan.output.tensor]) all[plan.output.tensor] = restored(cotangent.slice(), plan.output);
	for (let k = plan.steps.length - 1; k >= 0; k--) {
		const product = plan.tensors + plan.ones.length + k;
		const lambda = all[product];
		if (lambda === void 0) continue;
		const step = plan.steps[k];
		const { left, right } = step;
		const { left: a, right: b, shift } = tape[k];
		if (shift !== 0) scale(lambda, 2 ** -shift);
		if (wanted[left.tensor]) all[left.tensor] = restored(towardsLeft(lambda, b, step), left);
		if (wanted[right.tensor]) all[right.tensor] = restored(towardsRight(a, lambda, step), right);
		all[product] = void 0;
	}
	return shifts.map((shift, k) => all[k] && shifted(all[k], shift));
}
const realOnes = (length) => Float64Array.from({ length: 2 * length }, (_, k) => 1 - k % 2);
/** The power of two by which an array is to be divided: 0 if its largest entry is not far from 1. */
function excess(array) {
	let largest = 0;
	for (let k = 0; k < array.length; k++) {
		const x = Math.abs(array[k]);
		if (x > largest) largest = x;
	}
	if (largest === 0 || !Number.isFinite(largest)) return 0;
	const shift = Math.max(LOWEST, Math.floor(Math.log2(largest)));
	return Math.abs(shift) <= ORDINARY ? 0 : shift;
}
/** The array divided by 2^shift; the same one if the shift is 0. */
function shifted(array, shift) {
	return shift === 0 ? array : array.map((x) => x * 2 ** -shift);
}
// src/by-kind.ts
/** @file Functions by cases. Whoever adds a kind is told by the compiler what it still lacks. */
/**
* The function that is given by its cases,
*
*     f(x, …) = cases[kind of x](x, …);
*
* a kind without its case does not compile.
*
* @throws {DomainError} the function, of a record with another kind, which only JSON can have
*/
function byKind(cases) {
	return (record, ...rest) => {
		const own = cases[record.kind];
		if (own === void 0) throw new DomainError(`kind: one of ${Object.keys(cases).join(", ")} required, got ${record.kind}`);
		return own(record, ...rest);
	};
}
// src/stabiliser/canonical-form.ts
/** @file When are two stabiliser groups the same? Their reduced generators tell. */
/**
* The group by its canonical generators: the reduced echelon form in the columns x₁ … x_n z₁ … z_n, unique for the
* group. The last generators are powers of Z alone; they fix the basis states that occur.
*
* O(n r²), 32 times less for qubits.
*/
function canonicalForm(group) {
	const tableau = tableauOf(group);
	const { pivots } = reducedRowEchelon(tableauRows(tableau));
	return groupOfTableau(tableau, pivots.map(({ row }) => row));
}
// src/stabiliser/stabiliser-group.ts
/**
* @file Stabiliser groups: states and codes that are given by the operators that leave them fixed.
*
* On a qudit of prime dimension p, X|j⟩ = |j + 1⟩ and Z|j⟩ = ωʲ|j⟩ with ω = e^{2πi/p}, so that ZX = ωXZ. The words are
*
*     T(x, z) = ⨂_q ω^{x_q z_q / 2} X^{x_q} Z^{z_q},
*
* where ½ is the inverse of 2 modulo an odd p, and ω^{½} = i for qubits: 1, X, Z and Y = iXZ. Two words obey
* T(v)T(w) = ω^{z·x′ − x·z′} T(w)T(v), and T(v)T(w) = ω^{(z·x′ − x·z′)/2} T(v + w): words that commute multiply without
* a phase for odd p, and with a sign for qubits.
*/
/** Whether the group has as many generators as qudits, so that its state is pure. */
function isPureGroup({ qudits, phases }) {
	return phases.length === qudits;
}
/** The generators as numbers x₁ … x_n z₁ … z_n, and their phases: what `stabiliserGroup` and a network's tensor take. */
function generatorRows({ qudits, x, z, phases }) {
	return {
		generators: Array.from(phases, (_, row) => Array.from({ length: 2 * qudits }, (_, k) => k < qudits ? digitAt(x, row, k) : digitAt(z, row, k - qudits))),
		phases: [...phases]
	};
}
// src/stabiliser/stabiliser-vector.ts
/** @file The amplitudes of a small stabiliser state, and its density matrix. */
/** Most amplitudes. */
const LARGEST = 2 ** 20;
/** Most products of a group element with a basis state, for a density matrix. */
const LARGEST_SUM = 2 ** 24;
/**
* The state vector of a pure group, of norm 1; the first amplitude that is not zero is positive. All its amplitudes
* have the same modulus.
*
* @returns shape (pⁿ,), qudit 0 most significant
* @throws {DomainError} the group has fewer generators than qudits
* @throws {ShapeError} more than 2²⁰ amplitudes
*/
function stabiliserVector(group) {
	const { prime, qudits } = group;
	if (!isPureGroup(group)) throw new DomainError(`stabiliserVector: ${qudits} generators required, got ${group.phases.length}`);
	const size = prime ** qudits;
	if (size > LARGEST) throw new ShapeError(`stabiliserVector: at most ${LARGEST} amplitudes possible, got ${size}`);
	const { index, turns } = termsOf(group);
	const psi = zeroVector(size);
	const first = turns[index.indexOf(index.reduce((least, k) => Math.min(least, k)))];
	const modulus = Math.sqrt(1 / index.length);
	index.forEach((at, k) => {
		place(psi.interleaved, 2 * at, modulus, turns[k] - first, prime);
	});
	return psi;
}
/** All terms of a pure state: X-type generators on a basis state that the Z-type ones leave fixed. */
function termsOf(group) {
	const { prime, qudits } = group;
	const reduced = canonicalForm(group);
	const isFlip = (row) => wordAt(reduced, row).x.some((digit) => digit !== 0);
	const start = new Array(qudits).fill(0);
	let terms = {
		index: /* @__PURE__ */ new Uint32Array(1),
		turns: /* @__PURE__ */ new Uint16Array(1)
	};
	for (const row of reduced.phases.keys()) {
		if (isFlip(row)) continue;
		const pivot = wordAt(reduced, row).z.findIndex((digit) => digit !== 0);
		start[pivot] = (prime - reduced.phases[row]) % prime;
	}
	terms.index[0] = start.reduce((sum, digit) => sum * prime + digit, 0);
	for (const row of reduced.phases.keys()) if (isFlip(row)) terms = withPowers(reduced, row, terms);
	return terms;
}
/**
* The density matrix p^{−n} Σ_{g ∈ G} g.
*
* @returns shape (pⁿ, pⁿ)
* @throws {ShapeError} p^{n + r} above 2²⁴, or p²ⁿ above 2²⁴
*/
function stabiliserDensity(group) {
	const { prime, qudits, phases } = group;
	const size = prime ** qudits;
	const elements = prime ** phases.length;
	if (size * Math.max(size, elements) > LARGEST_SUM) throw new ShapeError(`stabiliserDensity: at most ${LARGEST_SUM} terms possible, got ${size} × ${elements}`);
	const rho = zeroMatrix(size, size);
	for (let column = 0; column < size; column++) {
		let terms = {
			index: Uint32Array.of(column),
			turns: /* @__PURE__ */ new Uint16Array(1)
		};
		for (const row of phases.keys()) terms = withPowers(group, row, terms);
		terms.index.forEach((row, k) => {
			place(rho.interleaved, 2 * (row * size + column), 1 / size, terms.turns[k], prime);
		});
	}
	return rho;
}
/** Adds modulus · e^{2πi·turns/order} to an entry. */
function place(interleaved, at, modulus, turns, prime) {
	const order = prime === 2 ? 4 : prime;
	const rest = (turns % order + order) % order;
	const angle = 2 * Math.PI * rest / order;
	const [re, im] = prime === 2 ? QUARTERS[rest] : [Math.cos(angle), Math.sin(angle)];
	interleaved[at] = interleaved[at] + modulus * re;
	interleaved[at + 1] = interleaved[at + 1] + modulus * im;
}
const QUARTERS = [
	[1, 0],
	[0, 1],
	[-1, 0],
	[0, -1]
];
/** The terms and what the powers g, …, g^{p−1} of a generator make of them: ω^{phase} T(x, z)|b⟩ = ω^{phase + x·z/2 + z·b}|b + x⟩. */
function withPowers(group, row, terms) {
	const { prime, qudits } = group;
	const { x, z } = wordAt(group, row);
	const [unit, half, order] = prime === 2 ? [
		2,
		1,
		4
	] : [
		1,
		(prime + 1) / 2,
		prime
	];
	const constant = unit * group.phases[row] + half * x.reduce((sum, digit, q) => sum + digit * z[q], 0);
	const touched = [...x.keys()].filter((q) => x[q] !== 0 || z[q] !== 0);
	const places = touched.map((q) => prime ** (qudits - 1 - q));
	const [xs, zs] = [touched.map((q) => x[q]), touched.map((q) => z[q])];
	const count = terms.index.length;
	const [index, turns] = [new Uint32Array(prime * count), new Uint16Array(prime * count)];
	index.set(terms.index);
	turns.set(terms.turns);
	for (let to = count; to < index.length; to++) {
		const before = index[to - count];
		let [moved, phase] = [before, turns[to - count] + constant];
		for (let t = 0; t < places.length; t++) {
			const digit = Math.floor(before / places[t]) % prime;
			phase += unit * zs[t] * digit;
			moved += ((digit + xs[t]) % prime - digit) * places[t];
		}
		index[to] = moved;
		turns[to] = phase % order;
	}
	return {
		index,
		turns
	};
}
function wordAt({ qudits, x, z }, row) {
	const all = [...Array(qudits).keys()];
	return {
		x: all.map((q) => digitAt(x, row, q)),
		z: all.map((q) => digitAt(z, row, q))
	};
}
// src/network/stabiliser-source.ts
/** @file Tensors that are stabiliser states: the group behind the record, and the qudits of each leg. */
/**
* The group of a tensor.
*
* @throws {ShapeError | DomainError} generators that are no group, see `stabiliserGroup`, or fewer than qudits
*/
function groupOfSource({ prime, generators, phases }) {
	const qudits = (generators[0]?.length ?? 0) / 2;
	const group = stabiliserGroup(prime, qudits, generators, phases);
	if (isPureGroup(group)) return group;
	throw new ShapeError(`stabiliser tensor: ${qudits} generators required, got ${generators.length}`);
}
/**
* The tensor of a pure group, for a node of a network.
*
* @throws {ShapeError} fewer generators than qudits
*/
function sourceOfGroup(group) {
	if (!isPureGroup(group)) throw new ShapeError(`sourceOfGroup: ${group.qudits} generators required, got ${group.phases.length}`);
	const { generators, phases } = generatorRows(group);
	const signs = phases.some((phase) => phase !== 0) ? { phases } : {};
	return {
		kind: "stabiliser",
		prime: group.prime,
		generators,
		...signs
	};
}
/** What is wrong with the generators of a tensor, in words; null if nothing is. */
function sourceMistake(source) {
	try {
		groupOfSource(source);
		return null;
	} catch (error) {
		if (error instanceof DomainError || error instanceof ShapeError) return error.message;
		throw error;
	}
}
/** How many qudits of prime dimension p make up a leg; null if its dimension is not a power of p. */
function quditsOfLeg(dimension, prime) {
	let [rest, count] = [dimension, 0];
	while (rest > 1 && rest % prime === 0) {
		rest /= prime;
		count++;
	}
	return rest === 1 ? count : null;
}
// src/network/tensor-sources.ts
/**
* @file Where the entries of a tensor come from, by the kind of its source: whether they are parameters, and which.
*/
/** The range of parameters on which a tensor of this many entries depends; null if it is constant. */
const parameterRange = byKind({
	constant: () => null,
	free: ({ offset }, size) => ({
		offset,
		length: 2 * size
	}),
	isometry: ({ offset }, size) => ({
		offset,
		length: 2 * size
	}),
	rotation: ({ angle }) => typeof angle === "number" ? null : {
		offset: angle.parameter,
		length: 1
	},
	stabiliser: () => null
});
/** The place in θ of a tensor whose entries are parameters; null for all others. */
const entriesOffset = byKind({
	constant: () => null,
	free: ({ offset }) => offset,
	isometry: ({ offset }) => offset,
	rotation: () => null,
	stabiliser: () => null
});
/** The place in θ of a free tensor, whose entries obey no condition; null for all others. */
const freeOffset = byKind({
	constant: () => null,
	free: ({ offset }) => offset,
	isometry: () => null,
	rotation: () => null,
	stabiliser: () => null
});
/** Rows and columns of an isometry that is a parameter; null for all others. */
const isometryShape = byKind({
	constant: () => null,
	free: () => null,
	isometry: (source) => source,
	rotation: () => null,
	stabiliser: () => null
});
/** Whether the node is an isometry that is a parameter. */
const isIsometry = ({ tensor }) => isometryShape(tensor) !== null;
/** Whether all tensors are isometries that are parameters. */
const isIsometric = ({ nodes }) => nodes.every(isIsometry);
// src/network/node-tensor.ts
/** @file From the record to numbers and back: the tensor of a node at θ, and the pullback of its cotangent into θ. */
/** Dimensions of the node's legs, in order. */
function shapeOf(node, dimensions) {
	return node.legs.map((leg) => dimensions[leg]);
}
/**
* The tensors of all nodes at θ, in node order.
*
* @param theta - parameters, shape (P,)
* @throws {ShapeError} theta does not have the network's number of parameters
* @throws {DomainError} a parameter is not finite
*/
function networkTensors(network, theta) {
	if (theta.length !== network.parameters) throw new ShapeError(`network: ${network.parameters} parameters required, got ${theta.length}`);
	const wrong = theta.findIndex((x) => !Number.isFinite(x));
	if (wrong >= 0) throw new DomainError(`network: finite parameters required, got ${theta[wrong]} at parameter ${wrong}`);
	return network.nodes.map((node) => nodeTensor(node, shapeOf(node, network.dimensions), theta));
}
/** The tensor of one node at θ, row-major in the order of its legs. */
function nodeTensor(node, shape, theta) {
	return {
		shape,
		interleaved: entriesOf(node.tensor, sizeOf(shape), theta)
	};
}
const entriesOf = byKind({
	constant: ({ interleaved }) => Float64Array.from(interleaved),
	free: ({ offset }, size, theta) => theta.slice(offset, offset + 2 * size),
	isometry: ({ offset }, size, theta) => theta.slice(offset, offset + 2 * size),
	rotation: ({ word, angle }, _, theta) => {
		const half = angleAt(angle, theta) / 2;
		return combination(word, Math.cos(half), Math.sin(half));
	},
	stabiliser: (source) => stabiliserVector(groupOfSource(source)).interleaved
});
/** Derivative of a rotation's tensor with respect to its parameter; undefined for other sources and constant angles. */
function rotationDerivative(node, theta) {
	return rotationSlope(node.tensor, theta);
}
const rotationSlope = byKind({
	constant: () => void 0,
	free: () => void 0,
	isometry: () => void 0,
	rotation: ({ word, angle }, theta) => {
		if (typeof angle === "number") return void 0;
		const half = angleAt(angle, theta) / 2;
		const scale = (angle.scale ?? 1) / 2;
		const interleaved = combination(word, -scale * Math.sin(half), scale * Math.cos(half));
		return {
			parameter: angle.parameter,
			interleaved
		};
	},
	stabiliser: () => void 0
});
/**
* Pullback of the nodes' cotangents into θ: with dL = Σ_nodes Re⟨λ|dT⟩ it returns ∂L/∂θ.
*
* @param cotangents - λ of every node, interleaved, in node order; undefined counts as zero
* @returns shape (P,)
*/
function pullbackTensors(network, theta, cotangents) {
	const gradient = new Float64Array(network.parameters);
	network.nodes.forEach((node, index) => {
		const cotangent = cotangents[index];
		if (cotangent === void 0) return;
		const offset = entriesOffset(node.tensor);
		if (offset !== null) for (let k = 0; k < cotangent.length; k++) gradient[offset + k] = gradient[offset + k] + cotangent[k];
		const derivative = rotationDerivative(node, theta);
		if (derivative === void 0) return;
		let sum = 0;
		for (let k = 0; k < cotangent.length; k++) sum += cotangent[k] * derivative.interleaved[k];
		gradient[derivative.parameter] = gradient[derivative.parameter] + sum;
	});
	return gradient;
}
/** Indices of the parameters on which a node's tensor depends. */
function parametersOf(node, { dimensions }) {
	const range = parameterRange(node.tensor, sizeOf(shapeOf(node, dimensions)));
	return range === null ? [] : Array.from({ length: range.length }, (_, k) => range.offset + k);
}
/** Whether the node's tensor depends on θ. */
function isTrainable({ tensor }) {
	return parameterRange(tensor, 1) !== null;
}
/** The matrix cosine·1 − i·sine·P on the word's own qubits, row-major. */
function combination(word, cosine, sine) {
	const { flip, sign, quarterTurns } = bitOperator(word);
	const size = 2 ** word.length;
	const matrix = new Float64Array(2 * size * size);
	const [re, im] = [
		[0, -1],
		[1, 0],
		[0, 1],
		[-1, 0]
	][quarterTurns % 4];
	for (let b = 0; b < size; b++) {
		const s = parity(b & sign) === 0 ? sine : -sine;
		const diagonal = 2 * b * (size + 1);
		matrix[diagonal] = matrix[diagonal] + cosine;
		const at = 2 * ((b ^ flip) * size + b);
		matrix[at] = matrix[at] + s * re;
		matrix[at + 1] = matrix[at + 1] + s * im;
	}
	return matrix;
}
export { join as A, reducedRowEchelon as B, contract as C, checkLegs as D, contractionPath as E, partOfTableau as F, addRow as G, checkPrime as H, tableauOf as I, firstDigit as J, copyColumns as K, tableauRows as L, stabiliserGroup as M, groupOfTableau as N, contractionGraph as O, multiplyRow as P, zeroDigits as Q, matrixRows as R, byKind as S, contractionPlan as T, inverseModulo as U, rowEchelon as V, modulo as W, setDigit as X, onesIn as Y, transposedBits as Z, stabiliserDensity as _, pullbackTensors as a, isPureGroup as b, entriesOffset as c, isometryShape as d, parameterRange as f, sourceOfGroup as g, sourceMistake as h, parametersOf as i, scale as j, danglingLegs as k, freeOffset as l, quditsOfLeg as m, networkTensors as n, rotationDerivative as o, groupOfSource as p, digitAt as q, nodeTensor as r, shapeOf as s, isTrainable as t, isIsometric as u, stabiliserVector as v, contractPullback as w, canonicalForm as x, generatorRows as y, rankOfDigits as z };
