import { s as number, u as strictObject } from "./schemas-4uHuBYz8.js";
import { i as productVector } from "./run-circuit-DgW8JgHr.js";
import { r as sizeUpTo, t as checkSize } from "./register-size-DLjME0wp.js";
// datasets/product.ts
/** @file Product states: no entanglement at all. */
const productOptions = strictObject({
	qubits: sizeUpTo(24).describe("number of qubits"),
	polar: number().default(Math.PI / 2).describe("polar angle of every qubit on the Bloch sphere, radians; π/2 is |+⟩"),
	azimuth: number().default(0).describe("azimuth of every qubit, radians")
});
/**
* Product state with every qubit at the same point of the Bloch sphere,
*
*     ⊗_q (cos(polar/2)|0⟩ + e^{i·azimuth} sin(polar/2)|1⟩).
*
* @param qubits - number of qubits, at most 24
* @throws {DomainError} the number of qubits is out of range
*/
function product(qubits, { polar = Math.PI / 2, azimuth = 0 } = {}) {
	checkSize("product", qubits, 24);
	const amplitudes = productVector(Array.from({ length: qubits }, () => ({
		polar,
		azimuth
	})));
	return {
		kind: "pure",
		name: `product(${qubits})`,
		dimensions: new Array(qubits).fill(2),
		amplitudes
	};
}
export { productOptions as n, product as t };
