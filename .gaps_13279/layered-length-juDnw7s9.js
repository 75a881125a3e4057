import { t as angleAt } from "./circuit-BgtrOOeH.js";
import { r as commute } from "./pauli-uGOqdxwH.js";
import { ut as DomainError } from "./study-record-DTuekta5.js";
import { X as checkMetric } from "./geodesic-family-QE5OLW-7.js";
import { n as penaltyWeight } from "./penalty-metric-Cuwf29xW.js";
// src/complexity/circuit-length.ts
/** @file The cost of a circuit: its length, energy and number of gates, as differentiable functions of its angles. */
/**
* Length of a circuit under a penalty metric,
*
*     L(θ) = Σ_g √w(P_g) · |a_g| / 2,
*
* for the rotation exp(−i·a·P/2) is a path of speed √w along P. An upper bound of the complexity of what the circuit
* makes. At a = 0 the derivative is taken to be 0.
*
* @throws {DomainError} a gate's word has infinite weight: the metric does not allow it
*/
function circuitLength(circuit, metric, options = {}) {
	const { smoothing = 0 } = options;
	const roots = gateWeights(circuit, metric).map(Math.sqrt);
	return sumOverGates(circuit, (angle, gate) => {
		const modulus = Math.hypot(angle, smoothing);
		const slope = modulus > 0 ? angle / modulus : 0;
		return [roots[gate] * (modulus - smoothing) / 2, roots[gate] * slope / 2];
	});
}
/**
* Energy ½∫F²dt of a circuit of G gates that takes the time 1/G for each,
*
*     E(θ) = (G/8) Σ_g w(P_g) · a_g²,        L² ≤ 2E, with equality if all gates are of one length.
*
* @throws {DomainError} a gate's word has infinite weight
*/
function circuitEnergy(circuit, metric) {
	const weights = gateWeights(circuit, metric);
	const factor = circuit.gates.length / 8;
	return sumOverGates(circuit, (angle, gate) => [factor * weights[gate] * angle * angle, 2 * factor * weights[gate] * angle]);
}
/**
* Smooth number of gates Σ_g a²/(a² + ε²): a gate counts 0 at angle 0, ½ at angle ε, and 1 far above. A rotation about the
* identity is a global phase, which no gate makes: it counts 0, as it has length 0.
*
* @param width - ε > 0, radians
*/
function gateCount(circuit, width) {
	if (!(width > 0)) throw new DomainError(`gateCount: a width above 0 required, got ${width}`);
	const isPhase = circuit.gates.map(({ word }) => !/[^I]/.test(word));
	return sumOverGates(circuit, (angle, gate) => {
		if (isPhase[gate]) return [0, 0];
		const sum = angle * angle + width * width;
		return [angle * angle / sum, 2 * angle * width * width / (sum * sum)];
	});
}
/** w(P_g) for each gate; 0 for the identity.
*
* @throws {DomainError} a word has infinite weight
*/
function gateWeights(circuit, metric) {
	checkMetric(metric, circuit.qubits, true);
	const known = /* @__PURE__ */ new Map();
	return circuit.gates.map(({ word }) => {
		const weight = known.get(word) ?? (/[^I]/.test(word) ? penaltyWeight(metric, word) : 0);
		if (weight === Infinity) throw new DomainError(`circuitLength: words of finite weight required, got ${word}, which the metric forbids`);
		known.set(word, weight);
		return weight;
	});
}
/** θ ↦ Σ_g f(a_g(θ), g), where f returns the value and its derivative with respect to the angle. */
function sumOverGates(circuit, cost) {
	return (theta) => {
		const gradient = new Float64Array(theta.length);
		let value = 0;
		circuit.gates.forEach(({ angle }, gate) => {
			const [term, slope] = cost(angleAt(angle, theta), gate);
			value += term;
			if (typeof angle !== "number") gradient[angle.parameter] = gradient[angle.parameter] + (angle.scale ?? 1) * slope;
		});
		return {
			value,
			gradient
		};
	};
}
// src/circuit/layers.ts
/**
* Layers of rotations that can act at the same time: a gate joins the first layer after every earlier gate with which
* it does not commute. All gates of a layer commute, so a layer is one exponential exp(−i Σ_g a_g P_g/2).
*
* @returns the layer of each gate, from 0, in the order of the gates
*
* Cost O(gates²) comparisons of words.
*/
function commutingLayers({ gates }) {
	const layers = [];
	gates.forEach(({ word }, g) => {
		let layer = 0;
		for (let earlier = 0; earlier < g; earlier++) if (layers[earlier] >= layer && !commute(word, gates[earlier].word)) layer = layers[earlier] + 1;
		layers.push(layer);
	});
	return layers;
}
// src/complexity/layered-length.ts
/** @file The length of a circuit whose commuting gates act at the same time. */
/**
* Length of the circuit as a path of layers, each one exponential of commuting words,
*
*     L(θ) = ½ Σ_layers √(Σ_P w(P) a_P²),
*
* with a_P the sum of the angles about P in the layer. It is a true path, so it bounds the complexity from above, and
* it is no longer than `circuitLength`, which takes the gates one after another. At a = 0 the derivative is taken to
* be 0.
*
* @throws {DomainError} a gate's word has infinite weight
*/
function layeredLength(circuit, metric, options = {}) {
	const { smoothing = 0 } = options;
	const weights = gateWeights(circuit, metric);
	const layers = commutingLayers(circuit);
	/** For each gate the first gate of its layer about the same word; the angles of such gates add. */
	const first = circuit.gates.map(({ word }, g) => circuit.gates.findIndex((other, k) => layers[k] === layers[g] && other.word === word));
	return (theta) => {
		const sums = new Float64Array(circuit.gates.length);
		circuit.gates.forEach(({ angle }, g) => {
			sums[first[g]] = sums[first[g]] + angleAt(angle, theta);
		});
		const squares = new Float64Array(Math.max(0, ...layers) + 1);
		sums.forEach((sum, g) => {
			if (first[g] === g) squares[layers[g]] = squares[layers[g]] + weights[g] * sum * sum;
		});
		const lengths = squares.map((square) => Math.sqrt(square + smoothing * smoothing));
		const gradient = new Float64Array(theta.length);
		circuit.gates.forEach(({ angle }, g) => {
			if (typeof angle === "number" || lengths[layers[g]] === 0) return;
			const slope = weights[g] * sums[first[g]] / (2 * lengths[layers[g]]);
			gradient[angle.parameter] = gradient[angle.parameter] + (angle.scale ?? 1) * slope;
		});
		return {
			value: lengths.reduce((sum, length) => sum + length - smoothing, 0) / 2,
			gradient
		};
	};
}
export { gateCount as i, circuitEnergy as n, circuitLength as r, layeredLength as t };
