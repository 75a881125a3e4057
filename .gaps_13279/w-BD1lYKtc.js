import { s as number, u as strictObject } from "./schemas-4uHuBYz8.js";
import { Z as zeroVector, st as bitCount, ut as DomainError } from "./study-record-DTuekta5.js";
import { r as sizeUpTo, t as checkSize } from "./register-size-DLjME0wp.js";
// datasets/superposition.ts
/** The state N^{−1/2} Σ_b |b⟩ over the N basis states that are chosen, on the given number of qubits. */
function superposition(name, qubits, isChosen) {
	const amplitudes = zeroVector(2 ** qubits);
	let count = 0;
	for (let b = 0; b < amplitudes.length; b++) if (isChosen(b)) count++;
	for (let b = 0; b < amplitudes.length; b++) if (isChosen(b)) amplitudes.interleaved[2 * b] = 1 / Math.sqrt(count);
	return {
		kind: "pure",
		name,
		dimensions: new Array(qubits).fill(2),
		amplitudes
	};
}
// datasets/dicke.ts
/** @file Dicke states: a fixed number of excitations, shared equally. W is the one with one. */
const dickeOptions = strictObject({
	qubits: sizeUpTo(24).describe("number n of qubits"),
	excitations: number().int().min(0).describe("number k of ones, at most n")
});
/**
* Dicke state with k excitations,
*
*     C(n, k)^{−1/2} Σ_{|b| = k} |b⟩.
*
* The entropy of m qubits is that of the hypergeometric distribution C(m, j) C(n−m, k−j) / C(n, k).
*
* @param qubits - n, at most 24
* @param excitations - k, from 0 to n
* @throws {DomainError} n or k out of range
*
* @see Dicke, Phys. Rev. 93, 99 (1954)
*/
function dicke(qubits, excitations) {
	checkSize("dicke", qubits, 24);
	if (!(Number.isInteger(excitations) && excitations >= 0 && excitations <= qubits)) throw new DomainError(`dicke: 0 to ${qubits} excitations required, got ${excitations}`);
	return superposition(`dicke(${qubits}, ${excitations})`, qubits, (b) => bitCount(b) === excitations);
}
// datasets/w.ts
/** @file W states: one excitation, shared by all. */
const wOptions = strictObject({ qubits: sizeUpTo(24).describe("number n of qubits") });
/**
* W state,
*
*     n^{−1/2} (|10…0⟩ + |01…0⟩ + … + |0…01⟩).
*
* A region of m qubits has the entropy of the distribution (m/n, 1 − m/n).
*
* @param qubits - n, at most 24
* @throws {DomainError} the number of qubits is out of range
*
* @see Dür, Vidal & Cirac, Phys. Rev. A 62, 062314 (2000)
*/
function w(qubits) {
	checkSize("w", qubits, 24);
	return {
		...dicke(qubits, 1),
		name: `w(${qubits})`
	};
}
export { superposition as a, dickeOptions as i, wOptions as n, dicke as r, w as t };
