import { dt as ShapeError, ut as DomainError } from "./study-record-DTuekta5.js";
// src/operator/pauli.ts
/** Qubits on which the word is not the identity, ascending. */
function support(word) {
	const qubits = [];
	for (let q = 0; q < word.length; q++) if (word[q] !== "I") qubits.push(q);
	return qubits;
}
/** Number of qubits on which the word acts; Nielsen's "size" of an operator. */
function wordSize(word) {
	return support(word).length;
}
/**
* The word with the given letters at the given qubits and I elsewhere: place(3, {0: 'X', 2: 'Z'}) = 'XIZ'.
*
* @throws {ShapeError} a qubit outside 0 … qubits − 1
*/
function place(qubits, letters) {
	let word = "";
	for (const [qubit, letter] of Object.entries(letters)) {
		if (!(Number(qubit) < qubits)) throw new ShapeError(`place: a qubit below ${qubits} required, got ${qubit}`);
		word += "I".repeat(Number(qubit) - word.length) + letter;
	}
	return word + "I".repeat(qubits - word.length);
}
/**
* Checks that a word has one letter of I, X, Y, Z for each qubit.
*
* @throws {ShapeError} wrong length
* @throws {DomainError} another letter
*/
function checkWord(word, qubits) {
	if (!/^[IXYZ]*$/.test(word)) throw new DomainError(`Pauli word: letters I, X, Y, Z required, got '${word}'`);
	if (word.length !== qubits) throw new ShapeError(`Pauli word: ${qubits} letters required, got '${word}' with ${word.length}`);
}
/** The word as a signed bit permutation, P|b⟩ = i^{#Y} (−1)^{|b ∧ sign|} |b ⊕ flip⟩; at most 31 qubits. */
function bitOperator(word) {
	let flip = 0;
	let sign = 0;
	let quarterTurns = 0;
	for (const letter of word) {
		flip = flip << 1 | (letter === "X" || letter === "Y" ? 1 : 0);
		sign = sign << 1 | (letter === "Z" || letter === "Y" ? 1 : 0);
		if (letter === "Y") quarterTurns++;
	}
	return {
		flip,
		sign,
		quarterTurns
	};
}
/** The word of n letters with these bits: X where flip has one, Z where sign has one, Y where both have. */
function wordOf(flip, sign, qubits) {
	return Array.from({ length: qubits }, (_, q) => {
		const shift = qubits - 1 - q;
		return "IXZY"[flip >> shift & 1 | (sign >> shift & 1) << 1];
	}).join("");
}
/** Whether two words commute: they differ, both non-trivially, at an even number of qubits. */
function commute(a, b) {
	let clashes = 0;
	for (let q = 0; q < a.length; q++) if (a[q] !== "I" && b[q] !== "I" && a[q] !== b[q]) clashes++;
	return clashes % 2 === 0;
}
/** Product of two words, a·b = i^quarterTurns · word. */
function multiplyWords(a, b) {
	const cyclic = "XYZ";
	let quarterTurns = 0;
	let word = "";
	for (let q = 0; q < a.length; q++) {
		const x = a[q];
		const y = b[q];
		if (x === "I" || y === "I" || x === y) word += x === y ? "I" : x === "I" ? y : x;
		else {
			word += [...cyclic].find((letter) => letter !== x && letter !== y);
			quarterTurns += (cyclic.indexOf(y) - cyclic.indexOf(x) + 3) % 3 === 1 ? 1 : 3;
		}
	}
	return {
		word,
		quarterTurns: quarterTurns % 4
	};
}
export { place as a, wordSize as c, multiplyWords as i, checkWord as n, support as o, commute as r, wordOf as s, bitOperator as t };
