import { s as number, u as strictObject } from "./schemas-4uHuBYz8.js";
import { i as randomStream, o as randomVector } from "./study-record-DTuekta5.js";
import { r as sizeUpTo, t as checkSize } from "./register-size-DLjME0wp.js";
// datasets/haar-random.ts
/** @file Haar-random states: a model of Page's black hole. */
const haarRandomOptions = strictObject({
	qubits: sizeUpTo(24).describe("number of qubits"),
	seed: number().int().default(1).describe("seed; the same seed gives the same state")
});
/**
* A state drawn uniformly from the unit sphere. The mean entropy of m of n qubits is nearly maximal, by Page's
* formula Σ_{k = N+1}^{MN} 1/k − (M − 1)/(2N) with M = 2^m ≤ N = 2^{n−m}.
*
* @param qubits - number of qubits, at most 24
* @param seed - the same seed gives the same state
* @throws {DomainError} the number of qubits is out of range
*
* @see Page, Phys. Rev. Lett. 71, 1291 (1993)
*/
function haarRandom(qubits, seed = 1) {
	checkSize("haarRandom", qubits, 24);
	const amplitudes = randomVector(2 ** qubits, randomStream(seed, "haar-random state"));
	return {
		kind: "pure",
		name: `haar-random(${qubits}, ${seed})`,
		dimensions: new Array(qubits).fill(2),
		amplitudes
	};
}
export { haarRandomOptions as n, haarRandom as t };
