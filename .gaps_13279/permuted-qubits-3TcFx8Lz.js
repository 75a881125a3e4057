import { Q as currentEngine, dt as ShapeError } from "./study-record-DTuekta5.js";
import { n as complementOf } from "./reduced-density-matrix-Bg02QxO0.js";
// src/state/permuted-qubits.ts
/** @file Qubits in another order. */
/**
* The state whose qubit k is qubit order[k] of ψ.
*
* @param psi - shape (2ⁿ,)
* @param order - every qubit once
* @throws {ShapeError | DomainError} the order is not a permutation of the qubits
*/
function permutedQubits(psi, order) {
	if (2 ** order.length !== psi.length) throw new ShapeError(`permutedQubits: ${Math.log2(psi.length)} qubits required, got [${order}]`);
	complementOf(order, order.length);
	const dimensions = new Array(order.length).fill(2);
	return {
		length: psi.length,
		interleaved: currentEngine().permute(psi.interleaved, dimensions, order)
	};
}
/** All orders of 0 … count − 1, the identity first. */
function permutations(count) {
	const all = [];
	const extend = (begun) => {
		if (begun.length === count) all.push([...begun]);
		for (let next = 0; next < count; next++) if (!begun.includes(next)) extend([...begun, next]);
	};
	extend([]);
	return all;
}
export { permutedQubits as n, permutations as t };
