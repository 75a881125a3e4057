import { u as strictObject } from "./schemas-4uHuBYz8.js";
import { Z as zeroVector } from "./study-record-DTuekta5.js";
import { r as sizeUpTo, t as checkSize } from "./register-size-DLjME0wp.js";
// datasets/ghz.ts
/** @file Greenberger–Horne–Zeilinger states: all or nothing. */
const ghzOptions = strictObject({ qubits: sizeUpTo(24).describe("number of qubits") });
/**
* Greenberger–Horne–Zeilinger state,
*
*     (|0…0⟩ + |1…1⟩) / √2.
*
* Every proper region has entropy log 2.
*
* @param qubits - number of qubits, at most 24
* @throws {DomainError} the number of qubits is out of range
*
* @see Greenberger, Horne & Zeilinger, arXiv:0712.0921 (1989)
*/
function ghz(qubits) {
	checkSize("ghz", qubits, 24);
	const amplitudes = zeroVector(2 ** qubits);
	amplitudes.interleaved[0] = Math.SQRT1_2;
	amplitudes.interleaved[2 * (2 ** qubits - 1)] = Math.SQRT1_2;
	return {
		kind: "pure",
		name: `ghz(${qubits})`,
		dimensions: new Array(qubits).fill(2),
		amplitudes
	};
}
export { ghzOptions as n, ghz as t };
