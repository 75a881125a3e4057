import { A as join, O as contractionGraph, k as danglingLegs } from "./node-tensor-YhHVVG2I.js";
// src/contraction/contraction-cost.ts
/**
* The cost of a path. The last tensor, which is the result, counts as an intermediate too.
*
* @param legs - legs of each tensor
* @param dimensions - dimension of every leg
* @param output - legs of the result; default the legs on one tensor only
* @throws {DomainError} legs that do not fit together, see `contractionGraph`
*/
function pathCost(legs, dimensions, path, output = danglingLegs(legs)) {
	const graph = contractionGraph(legs, dimensions, output);
	const all = [...graph.tensors];
	let [flops, peak, writes] = [
		0,
		0,
		0
	];
	for (const [a, b] of path) {
		const part = join(graph, all[a], all[b]);
		flops += 8 * part.volume;
		peak = Math.max(peak, part.size);
		writes += part.size;
		all.push(part);
	}
	return {
		flops,
		peak,
		writes
	};
}
export { pathCost as t };
