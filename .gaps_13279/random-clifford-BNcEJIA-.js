import { dt as ShapeError, ut as DomainError } from "./study-record-DTuekta5.js";
import { Q as zeroDigits, X as setDigit, Z as transposedBits, q as digitAt } from "./node-tensor-YhHVVG2I.js";
import { a as place, o as support } from "./pauli-uGOqdxwH.js";
import { n as anglesAt } from "./circuit-BgtrOOeH.js";
import { t as graphForm } from "./graph-form-BcxG7ggA.js";
import { t as randomDigit } from "./random-digit-CPSJmcmY.js";
// src/circuit/clifford-circuit.ts
/** @file Clifford circuits on thousands of qubits: what they make of a stabiliser group, and how a group is prepared. */
/** An angle that is further from a multiple of π/2 is not one. */
const ROUNDING = 1e-9;
/**
* The stabiliser group of the state that a circuit makes, if every angle is a multiple of π/2. A quarter turn about P
* leaves the words that commute with P alone and makes −iPg of the others; all generators are turned at once, 32 in a
* word.
*
* @param theta - parameters, shape (P,)
* @throws {ShapeError} theta does not have the circuit's number of parameters
* @throws {DomainError} an angle that is no multiple of π/2, or a reference that is no product of eigenstates of X, Y, Z
*
* O(gates · n): 10⁵ gates on 2000 qubits in 1.5 s.
*
* @see Gottesman, arXiv:quant-ph/9807006
*/
function stabiliserGroupOfCircuit(circuit, theta) {
	const quarters = Array.from(anglesAt(circuit, theta), (angle, gate) => {
		const turns = Math.round(angle / (Math.PI / 2));
		if (Math.abs(angle - turns * Math.PI / 2) <= ROUNDING) return (turns % 4 + 4) % 4;
		const { word } = circuit.gates[gate];
		throw new DomainError(`stabiliserGroupOfCircuit: angles that are multiples of π/2 required, got ${angle} at gate ${gate} (${word})`);
	});
	return rotatedStabilisers(referenceStabilisers(circuit), circuit.gates.map(({ word }) => word), quarters);
}
/**
* The group after rotations by quarter turns, exp(−i·quarters·π/4·P) one after the other.
*
* @param quarters - angle of each rotation in units of π/2
* @throws {DomainError} qudits that are not qubits
*/
function rotatedStabilisers(group, words, quarters) {
	if (group.prime !== 2) throw new DomainError(`rotatedStabilisers: qubits required, got qudits of ${group.prime}`);
	const [x, z] = [transposedBits(group.x), transposedBits(group.z)];
	const signs = zeroDigits(2, 1, group.phases.length);
	for (const [row, sign] of group.phases.entries()) setDigit(signs, 0, row, sign);
	for (const [gate, word] of words.entries()) turn(x, z, signs, word, (quarters[gate] % 4 + 4) % 4);
	const phases = Uint16Array.from(group.phases, (_, row) => digitAt(signs, 0, row));
	return {
		...group,
		x: transposedBits(x),
		z: transposedBits(z),
		phases
	};
}
/**
* One rotation of all generators, which are the columns. Of a word g that does not commute with P, the product
* P·g = ±i·(word) has the sign of the letters: XY, YZ, ZX are i times the third, the others −i times it.
*/
function turn(x, z, signs, word, quarters) {
	if (quarters === 0) return;
	const letters = support(word).map((q) => ({
		q,
		hasX: word[q] !== "Z",
		hasZ: word[q] !== "X"
	}));
	for (let k = 0; k < x.stride; k++) {
		let [clash, low, high] = [
			0,
			0,
			0
		];
		for (const { q, hasX, hasZ } of letters) {
			const [a, b] = [x.digits[q * x.stride + k], z.digits[q * z.stride + k]];
			const forward = hasX ? hasZ ? ~a & b : a & b : a & ~b;
			const backward = hasX ? hasZ ? a & ~b : ~a & b : a & b;
			const either = forward | backward;
			clash ^= either;
			high ^= low & forward ^ ~low & backward;
			low ^= either;
		}
		if (clash === 0) continue;
		const minus = quarters === 1 ? high : quarters === 3 ? ~high : -1;
		signs.digits[k] = signs.digits[k] ^ clash & minus;
		if (quarters === 2) continue;
		for (const { q, hasX, hasZ } of letters) {
			if (hasX) x.digits[q * x.stride + k] = x.digits[q * x.stride + k] ^ clash;
			if (hasZ) z.digits[q * z.stride + k] = z.digits[q * z.stride + k] ^ clash;
		}
	}
}
/** The group of the state on which the circuit acts. */
function referenceStabilisers({ qubits, reference }) {
	if (reference !== void 0 && "spectrum" in reference) throw new DomainError("stabiliserGroupOfCircuit: a pure reference required, got a spectrum");
	const [x, z] = [zeroDigits(2, qubits, qubits), zeroDigits(2, qubits, qubits)];
	const phases = new Uint16Array(qubits);
	for (let q = 0; q < qubits; q++) {
		const axis = axisOf(reference?.[q] ?? {
			polar: 0,
			azimuth: 0
		});
		if (axis === null) throw new DomainError(`stabiliserGroupOfCircuit: an eigenstate of X, Y or Z as reference required at qubit ${q}`);
		setDigit(x, q, q, axis.letter === "Z" ? 0 : 1);
		setDigit(z, q, q, axis.letter === "X" ? 0 : 1);
		phases[q] = axis.sign;
	}
	return {
		kind: "stabiliser",
		prime: 2,
		qudits: qubits,
		x,
		z,
		phases
	};
}
/** The Pauli matrix of which a point of the Bloch sphere is an eigenstate; null if there is none. */
function axisOf({ polar, azimuth }) {
	const vector = [
		Math.sin(polar) * Math.cos(azimuth),
		Math.sin(polar) * Math.sin(azimuth),
		Math.cos(polar)
	];
	const at = vector.findIndex((component) => Math.abs(component) > .999999999);
	return at < 0 ? null : {
		letter: "XYZ"[at],
		sign: vector[at] > 0 ? 0 : 1
	};
}
/**
* A circuit that prepares a pure state of qubits from |0…0⟩, exactly up to its global phase: of the graph state behind
* it (`graphForm`) one rotation by π/2 about Y for each qubit, one about ZZ for each edge, one about Z, and another about
* Y for each qubit that is turned.
*
* @throws {ShapeError} fewer generators than qubits
* @throws {DomainError} qudits that are not qubits
*/
function circuitOfStabilisers(group) {
	if (group.prime !== 2) throw new DomainError(`circuitOfStabilisers: qubits required, got qudits of ${group.prime}`);
	if (group.phases.length !== group.qudits) throw new ShapeError(`circuitOfStabilisers: ${group.qudits} generators required, got ${group.phases.length}`);
	const qubits = group.qudits;
	const { adjacency, phases, turned } = graphForm(group);
	const all = [...Array(qubits).keys()];
	const word = (letters) => place(qubits, letters);
	const quarter = Math.PI / 2;
	const turns = all.map((q) => {
		return (all.filter((other) => digitAt(adjacency, q, other) !== 0).length + 2 * phases[q] + (turned.includes(q) ? 2 : 0)) % 4;
	});
	const gates = all.map((q) => ({
		word: word({ [q]: "Y" }),
		angle: quarter
	}));
	for (const a of all) for (let b = a + 1; b < qubits; b++) if (digitAt(adjacency, a, b) !== 0) gates.push({
		word: word({
			[a]: "Z",
			[b]: "Z"
		}),
		angle: -quarter
	});
	for (const q of all) {
		const angle = turns[q] === 3 ? -quarter : turns[q] * quarter;
		if (angle !== 0) gates.push({
			word: word({ [q]: "Z" }),
			angle
		});
	}
	for (const q of turned) gates.push({
		word: word({ [q]: "Y" }),
		angle: quarter
	});
	return {
		kind: "circuit",
		qubits,
		parameters: 0,
		gates
	};
}
// src/circuit/random-clifford.ts
/** @file Random Clifford gates and circuits. */
/**
* A uniformly random Clifford gate on two qubits, one of 11520 up to phases. By its class it is a pair of one-qubit gates
* (1 in 20), with a controlled phase (9), an iSWAP (9) or a SWAP (1), written with quarter turns about ZZ, XX and YY; to
* the classes in the middle belong another cyclic change of axes on each side.
*
* @param qubits - letters of the words; default 2
* @param first - the qubit of the first letter
* @param second - that of the second
*
* @see Barends et al., arXiv:1402.4848, supplement, for the classes
*/
function randomCliffordGate(stream, qubits = 2, first = 0, second = 1) {
	const pair = (letter) => ({
		word: place(qubits, {
			[first]: letter,
			[second]: letter
		}),
		angle: Math.PI / 2
	});
	const both = (gate) => [...gate(first), ...gate(second)];
	const kind = randomDigit(stream, 20);
	const local = both((qubit) => randomOneQubitClifford(stream, qubits, qubit));
	if (kind === 0) return local;
	const letters = kind < 10 ? ["Z"] : kind < 19 ? ["X", "Y"] : [
		"X",
		"Y",
		"Z"
	];
	return [
		...kind < 19 ? both((qubit) => axisCycle(qubits, qubit, randomDigit(stream, 3))) : [],
		...letters.map(pair),
		...local
	];
}
/** One of the 24 Clifford gates on one qubit: a cycle of the axes, whether two of them change places, and a half turn. */
function randomOneQubitClifford(stream, qubits, qubit) {
	const exchange = randomDigit(stream, 2) === 1 ? [{
		word: place(qubits, { [qubit]: "Z" }),
		angle: Math.PI / 2
	}] : [];
	const letter = "IXYZ"[randomDigit(stream, 4)];
	const half = letter === "I" ? [] : [{
		word: place(qubits, { [qubit]: letter }),
		angle: Math.PI
	}];
	return [
		...axisCycle(qubits, qubit, randomDigit(stream, 3)),
		...exchange,
		...half
	];
}
/** A rotation of X to Y to Z to X or back, as quarter turns: 0, 1 or 2 times. */
function axisCycle(qubits, qubit, times) {
	const turn = (letter, angle) => ({
		word: place(qubits, { [qubit]: letter }),
		angle
	});
	if (times === 0) return [];
	return times === 1 ? [turn("X", Math.PI / 2), turn("Z", Math.PI / 2)] : [turn("Z", -Math.PI / 2), turn("X", -Math.PI / 2)];
}
/**
* A brickwall of random two-qubit Clifford gates on an open chain, without parameters.
*
* @param depth - number of layers; even ones begin at qubit 0, odd ones at qubit 1
* @throws {DomainError} fewer than two qubits, or a depth that is negative or not whole
*/
function randomCliffordCircuit(stream, qubits, depth) {
	if (!(Number.isInteger(qubits) && qubits >= 2 && Number.isInteger(depth) && depth >= 0)) throw new DomainError(`randomCliffordCircuit: two qubits and a whole depth required, got ${qubits} and ${depth}`);
	const gates = [];
	for (let layer = 0; layer < depth; layer++) for (let q = layer % 2; q + 1 < qubits; q += 2) gates.push(...randomCliffordGate(stream, qubits, q, q + 1));
	return {
		kind: "circuit",
		qubits,
		parameters: 0,
		gates
	};
}
export { stabiliserGroupOfCircuit as a, rotatedStabilisers as i, randomCliffordGate as n, circuitOfStabilisers as r, randomCliffordCircuit as t };
