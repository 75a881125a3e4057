import { Q as currentEngine } from "./study-record-DTuekta5.js";
import { n as tilingGraph } from "./tiling-graph-hU3GRWDo.js";
import { n as networkTensors } from "./node-tensor-YhHVVG2I.js";
import { t as entropiesOfStabiliserNetwork } from "./stabiliser-network-CIApMtLY.js";
import { r as holographicCode } from "./holographic-code-CHGCx00r.js";
// train/studies/pentagon-code.ts
/** @file The pentagon code in two records: as stabiliser tensors, and as isometries with a direction of time. */
/** The code on the tiling {5, 4}, all inputs open. */
function pentagonCode(layers) {
	const { tiling: plane, network } = holographicCode({ layers });
	const entropies = entropiesOfStabiliserNetwork(network);
	return {
		tiling: plane,
		graph: tilingGraph(plane, { bulk: 2 }),
		entropies,
		isometric: isometries(network)
	};
}
/**
* A perfect tensor is √2^inputs times an isometry from any three legs or fewer to the others. In the rings of {5, 4} a
* tile has one or two sides towards the centre.
*/
function isometries(network) {
	const tensors = networkTensors(network, /* @__PURE__ */ new Float64Array(0));
	const earlier = new Set(network.bulk);
	const theta = [];
	const nodes = network.nodes.map(({ id, legs }, k) => {
		const inputs = legs.filter((leg) => earlier.has(leg));
		const outputs = legs.filter((leg) => !earlier.has(leg));
		for (const leg of outputs) earlier.add(leg);
		const ordered = [...outputs, ...inputs];
		const { shape, interleaved } = tensors[k];
		const axes = ordered.map((leg) => legs.indexOf(leg));
		const [rows, columns] = [2 ** outputs.length, 2 ** inputs.length];
		theta.push(currentEngine().permute(interleaved, shape, axes).map((x) => x * Math.sqrt(columns)));
		return {
			id,
			legs: ordered,
			tensor: {
				kind: "isometry",
				offset: 128 * k,
				rows,
				columns
			}
		};
	});
	const point = new Float64Array(128 * nodes.length);
	for (const [k, entries] of theta.entries()) point.set(entries, 128 * k);
	return {
		network: {
			...network,
			nodes,
			parameters: point.length
		},
		theta: point
	};
}
export { pentagonCode as t };
