import { C as contract, T as contractionPlan, a as pullbackTensors, c as entriesOffset, n as networkTensors, o as rotationDerivative, s as shapeOf, t as isTrainable, w as contractPullback } from "./node-tensor-YhHVVG2I.js";
import { Y as sizeOf, dt as ShapeError, ut as DomainError } from "./study-record-DTuekta5.js";
// src/network/network-state.ts
/**
* @file The state that a network generates, by dense contraction: amplitudes, pullback and tangents, in float64.
* The state is not normalised; only circuits and networks of isometries have norm 1 by themselves.
*/
/** The network's open legs: boundary, then environment (least significant). */
function openLegs({ boundary, environment }) {
	return [...boundary, ...environment];
}
/**
* The state Σ_s ψ_s |s⟩ that the network generates at θ, not normalised.
*
* @param theta - parameters, shape (P,)
* @returns shape (Π boundary dimensions · Π environment dimensions,), environment least significant
* @throws {ShapeError} theta has the wrong length
* @throws {DomainError} the network has logical inputs
*/
function networkState(network, theta) {
	return amplitudes(contract(statePlan(network), networkTensors(network, theta)));
}
/**
* Pullback of a cotangent λ of the (not normalised) state: with dL = Re⟨λ|dψ⟩ it returns ∂L/∂θ.
*
* @param cotangent - shape as `networkState`
* @returns shape (P,)
* @throws {ShapeError} the cotangent has the wrong length
*
* Cost about three contractions.
*/
function networkPullback(network, theta, cotangent) {
	const plan = statePlan(network);
	if (cotangent.length !== sizeOf(plan.outputShape)) throw new ShapeError(`networkPullback: ${sizeOf(plan.outputShape)} amplitudes required, got ${cotangent.length}`);
	const contraction = contract(plan, networkTensors(network, theta));
	const factor = 2 ** contraction.exponent;
	const lambda = cotangent.interleaved.map((x) => x * factor);
	const wanted = network.nodes.map(isTrainable);
	return pullbackTensors(network, theta, contractPullback(plan, contraction, lambda, wanted));
}
/**
* Derivatives ∂_kψ of the not normalised state with respect to every real parameter.
*
* @returns P vectors of the shape of `networkState`
*
* Each trainable node is taken out of the network and the rest is contracted once: the legs of the node then enumerate
* its tangents. Memory P states.
*/
function networkTangents(network, theta) {
	const tensors = networkTensors(network, theta);
	const length = sizeOf(statePlan(network).outputShape);
	const tangents = Array.from({ length: network.parameters }, () => new Float64Array(2 * length));
	network.nodes.forEach((node, index) => {
		if (!isTrainable(node)) return;
		const derivative = rotationDerivative(node, theta);
		if (derivative !== void 0) {
			const changed = tensors.with(index, {
				shape: [],
				interleaved: derivative.interleaved
			});
			add(tangents[derivative.parameter], amplitudes(contract(statePlan(network), changed)).interleaved);
			return;
		}
		const offset = entriesOffset(node.tensor);
		if (offset === null) return;
		const entries = sizeOf(shapeOf(node, network.dimensions));
		const around = environmentOf(network, tensors, index);
		for (let e = 0; e < entries; e++) {
			const column = around.subarray(2 * e * length, 2 * (e + 1) * length);
			const [real, imaginary] = [tangents[offset + 2 * e], tangents[offset + 2 * e + 1]];
			add(real, column);
			for (let k = 0; k < 2 * length; k += 2) {
				imaginary[k] = imaginary[k] - column[k + 1];
				imaginary[k + 1] = imaginary[k + 1] + column[k];
			}
		}
	});
	return tangents.map((interleaved) => ({
		length,
		interleaved
	}));
}
/** Plans depend on the record alone and cost more than a small contraction: they are remembered per network. */
const plans = /* @__PURE__ */ new WeakMap();
/** The compiled contraction of the network to its state. */
function statePlan(network) {
	const known = plans.get(network);
	if (known !== void 0) return known;
	if (network.bulk.length > 0) throw new DomainError(`networkState: a network without logical inputs required, got bulk legs ${network.bulk}`);
	const legs = network.nodes.map((node) => node.legs);
	const plan = contractionPlan(legs, network.dimensions, openLegs(network));
	plans.set(network, plan);
	return plan;
}
/** The contraction of all nodes but one: legs of the missing node (row-major), then the state's. */
function environmentOf(network, tensors, missing) {
	const others = network.nodes.filter((_, index) => index !== missing);
	const { legs } = network.nodes[missing];
	const open = openLegs(network);
	const through = legs.filter((leg) => open.includes(leg));
	const dimensions = { ...network.dimensions };
	for (const leg of through) dimensions[entryLeg(leg)] = network.dimensions[leg];
	const units = through.map((leg) => ({ interleaved: identity(network.dimensions[leg]) }));
	const plan = contractionPlan([...others.map((node) => node.legs), ...through.map((leg) => [entryLeg(leg), leg])], dimensions, [...legs.map((leg) => open.includes(leg) ? entryLeg(leg) : leg), ...open]);
	const list = [...tensors.filter((_, index) => index !== missing), ...units];
	return amplitudes(contract(plan, list)).interleaved;
}
const entryLeg = (leg) => `${leg} of the missing node`;
function identity(size) {
	const matrix = new Float64Array(2 * size * size);
	for (let i = 0; i < size; i++) matrix[2 * i * (size + 1)] = 1;
	return matrix;
}
function amplitudes({ value, exponent }) {
	const factor = 2 ** exponent;
	const interleaved = exponent === 0 ? value.interleaved : value.interleaved.map((x) => x * factor);
	return {
		length: interleaved.length / 2,
		interleaved
	};
}
function add(sum, term) {
	for (let k = 0; k < sum.length; k++) sum[k] = sum[k] + term[k];
}
export { networkState as n, networkTangents as r, networkPullback as t };
