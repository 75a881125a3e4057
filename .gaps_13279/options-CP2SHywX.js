import { a as int, n as array, s as number, t as _enum, u as strictObject } from "./schemas-4uHuBYz8.js";
import { n as starts, t as slices } from "./search-options-D5dx7ap5.js";
import { t as applied } from "./teleportation-protocol-po988Vc5.js";
// train/studies/back-reaction/options.ts
/** @file Options of the study 'back-reaction'. */
/** exp(−iεP). */
const excited = (word, interleaved, epsilon) => applied([{
	word,
	angle: 2 * epsilon
}], stateOf(interleaved)).interleaved;
const stateOf = (interleaved) => ({
	length: interleaved.length / 2,
	interleaved
});
const backReaction = {
	summary: "an excitation of the start or of the bulk moves the geodesic: linear response against new geodesics",
	options: strictObject({
		qubits: int().min(2).max(4).default(3).describe("number of qubits; the target is Haar-random"),
		metric: _enum(["all-to-all", "chain"]).default("chain").describe("which pairs may act"),
		site: int().nonnegative().default(0).describe("qubit that is excited, by exp(−iεX)"),
		insertion: number().gt(0).lt(1).default(.5).describe("when the excitation of the bulk acts"),
		strengths: array(number().positive()).min(2).default([
			.1,
			.05,
			.025,
			.0125
		]).describe("ε, descending"),
		samples: int().min(3).max(1e4).default(9).describe("times at which the path is compared"),
		slices: slices("K, slices of the direct method"),
		starts: starts(3, "random starts of the direct method")
	})
};
export { excited as n, stateOf as r, backReaction as t };
