import { Z as controlWords } from "./geodesic-family-QE5OLW-7.js";
import { t as fittedCostate } from "./generator-readout-Cu73qvZZ.js";
import { i as generatorGeodesic, o as wordGenerators, r as zeroState } from "./state-geodesic-Dy6ANVA2.js";
import { s as shortestPath } from "./shortest-path-D_M5NEpA.js";
// train/studies/exact-geodesic.ts
/**
* @file A geodesic of states to rounding accuracy, from the direct method and shooting, for the studies of response and
* redundancy.
*/
/** The words of a metric as generators. */
const generatorsOf = (metric, qubits) => wordGenerators(controlWords(metric, qubits));
/** Searches for sliced paths from |0…0⟩, fits a costate to the shortest and polishes it. */
function* exactGeodesic(metric, target, options) {
	const qubits = Math.log2(target.length);
	const path = yield* shortestPath(metric, target, options);
	const generators = generatorsOf(metric, qubits);
	const state = zeroState(qubits).interleaved;
	const costate = fittedCostate(generators, state, path.velocity.map((h) => Float64Array.from(h)));
	yield {
		message: "shooting",
		progress: .95
	};
	return {
		geodesic: generatorGeodesic(generators, {
			state,
			costate
		}, target),
		target,
		slicedLength: path.length
	};
}
export { generatorsOf as n, exactGeodesic as t };
