import { ut as DomainError } from "./study-record-DTuekta5.js";
import { i as checkCircuit } from "./circuit-BgtrOOeH.js";
import { n as complementOf } from "./reduced-density-matrix-Bg02QxO0.js";
import { t as entropiesOfState } from "./region-entropies-C3COF-g3.js";
import { a as outputsOf } from "./network-rules-D3mpnp7F.js";
import { c as runCircuit } from "./run-circuit-DgW8JgHr.js";
import { c as tensorNetworkOf, t as bulkGraph } from "./bulk-graph-z7Wia2ld.js";
// src/bulk/recoverability.ts
/** @file What falls into the bulk at some place: from which region of the boundary can it be recovered? */
/** Most amplitudes for which the state with its reference is made. */
const LARGEST_STATE = 2 ** 22;
/**
* Recoverability of fresh qubits, inserted into the circuit at places of the bulk, from a region of the boundary. The
* fresh qubits are halves of maximally entangled pairs; the other halves, the reference R, stay outside. The pairs
* replace what was on the wires, which is lost: it belongs with the erased sites and the environment to the rest E of
* the world. The whole is pure, so that
*
*     I(R:A) + I(R:E) = 2 S(R),
*
* and the region A recovers the qubits, all of them together, if and only if R and E are decoupled, I(R:E) = 0.
* Otherwise the best recovery has the fidelity max_σ F(ρ_RE, ρ_R ⊗ σ) ≥ exp(−I(R:E)), by Uhlmann's theorem and −log
* F ≤ relative entropy. What enters at an early place may be lost at a later one that lies in its way.
*
* @param theta - parameters of the circuit, shape (P,)
* @param bulk - a place, or a region of the bulk: places, in any order
* @param region - A, sites of the boundary
* @throws {DomainError} wires or sites that do not exist or occur twice at once, no wire, no such gate, or more than
*   2²² amplitudes
*
* Cost O(gates·D·4^wires) and that of two entropies, with D amplitudes of the circuit's state.
*
* @see Schumacher & Nielsen, Phys. Rev. A 54, 2629 (1996); Almheiri, Dong & Harlow, JHEP 04 (2015) 163
*/
function recoverability(circuit, theta, bulk, region) {
	checkCircuit(circuit);
	complementOf(region, circuit.qubits);
	const { gates, qubits } = circuit;
	const entries = entriesOf("wires" in bulk ? [bulk] : bulk, circuit);
	const fresh = entries.reduce((sum, { wires }) => sum + wires.length, 0);
	let [state, done] = [runCircuit({
		...circuit,
		gates: []
	}, theta), 0];
	const amplitudes = state.length * 4 ** fresh;
	if (amplitudes > LARGEST_STATE) throw new DomainError(`recoverability: at most ${LARGEST_STATE} amplitudes required, got ${amplitudes}`);
	const dimensions = [...new Array(qubits).fill(2), state.length / 2 ** qubits];
	const references = [];
	for (const { wires, before } of entries) {
		state = runCircuit({
			...circuit,
			gates: gates.slice(done, before)
		}, theta, state);
		state = withFreshWires(state, qubits, wires);
		done = before;
		references.push(dimensions.push(2 ** wires.length, 2 ** wires.length) - 1);
	}
	state = runCircuit({
		...circuit,
		gates: gates.slice(done)
	}, theta, state);
	const maximallyMixed = fresh * Math.LN2;
	return regionRecoverability(entropiesOfState(state, dimensions), references, region, maximallyMixed);
}
/**
* Recoverability, from a region, of what is maximally entangled with references: of logical inputs of a network from a
* region of its boundary, say. The state of all sites and references must be pure but for an environment that counts as
* lost.
*
* @param references - sites of R
* @param region - sites of A
* @param whole - S(R), if it is known exactly
* @throws {DomainError} sites that do not exist or occur twice, or a reference without entropy, which nothing enters
*/
function regionRecoverability({ entropy }, references, region, whole = entropy(references)) {
	if (!(whole > 0)) throw new DomainError("regionRecoverability: references with entropy required");
	const learned = whole + entropy(region) - entropy([...region, ...references]);
	const leaked = Math.max(0, 2 * whole - learned);
	return {
		leaked,
		share: Math.min(1, Math.max(0, learned / (2 * whole))),
		fidelityBound: Math.exp(-leaked)
	};
}
/** Wires by the gate before which they are inserted, in order of time; places at the same gate are one. */
function entriesOf(bulk, { gates, qubits }) {
	const byGate = /* @__PURE__ */ new Map();
	for (const { wires, before = 0 } of bulk) {
		if (!Number.isInteger(before) || before < 0 || before > gates.length) throw new DomainError(`recoverability: a gate from 0 to ${gates.length} required, got ${before}`);
		byGate.set(before, [...byGate.get(before) ?? [], ...wires]);
	}
	const entries = [...byGate].map(([before, wires]) => ({
		before,
		wires
	})).filter(({ wires }) => wires.length > 0);
	if (entries.length === 0) throw new DomainError("recoverability: at least one wire required, got none");
	for (const { wires } of entries) complementOf(wires, qubits);
	return entries.sort((a, b) => a.before - b.before);
}
/**
* The state with its wires moved into the environment and halves of pairs in their place,
*
*     |x⟩_wires|…⟩ ↦ 2^{−k/2} Σ_y |y⟩_wires |…⟩ ⊗ |x⟩_lost |y⟩_reference.
*/
function withFreshWires(state, qubits, wires) {
	const fresh = 2 ** wires.length;
	const environment = state.length / 2 ** qubits;
	const bits = wires.map((wire) => environment * 2 ** (qubits - 1 - wire));
	const offset = (value) => bits.reduce((sum, bit, k) => sum + (value >> wires.length - 1 - k & 1) * bit, 0);
	const offsets = Array.from({ length: fresh }, (_, value) => offset(value));
	const scale = 1 / Math.sqrt(fresh);
	const interleaved = new Float64Array(2 * state.length * fresh * fresh);
	for (let index = 0; index < state.length; index++) {
		const old = bits.reduce((value, bit) => 2 * value + (Math.floor(index / bit) & 1), 0);
		const rest = index - offsets[old];
		for (let y = 0; y < fresh; y++) {
			const at = ((rest + offsets[y]) * fresh + old) * fresh + y;
			interleaved[2 * at] = scale * state.interleaved[2 * index];
			interleaved[2 * at + 1] = scale * state.interleaved[2 * index + 1];
		}
	}
	return {
		length: state.length * fresh * fresh,
		interleaved
	};
}
// src/bulk/causal-cones.ts
/**
* Past causal cone of a region of the boundary: starting from the region's legs, every node one of whose outputs is in
* the cone belongs to it with all its inputs. Gates and isometries outside obey W†W = 1 and leave the region's state
* unchanged.
*
* @param region - sites of the boundary
* @throws {DomainError} a site that does not exist or occurs twice, or a free tensor: it has no direction in time
*
* Cost O(legs).
*
* @see Evenbly & Vidal, Phys. Rev. B 79, 144108 (2009)
*/
function causalCone(network, region) {
	const tensors = tensorNetworkOf(network);
	complementOf(region, tensors.boundary.length);
	const makers = /* @__PURE__ */ new Map();
	for (const node of tensors.nodes) for (const leg of outputsOf(node, tensors)) makers.set(leg, node);
	const inside = /* @__PURE__ */ new Set();
	const legs = region.map((site) => tensors.boundary[site]);
	for (const leg of legs) {
		const node = makers.get(leg);
		if (node === void 0 || inside.has(node.id)) continue;
		inside.add(node.id);
		const outputs = new Set(outputsOf(node, tensors));
		legs.push(...node.legs.filter((own) => !outputs.has(own)));
	}
	const depth = new Map(bulkGraph(network).nodes.map((node) => [node.id, node.depth]));
	const deepest = Math.max(0, ...depth.values());
	const wanted = new Set(legs);
	const users = new Map(tensors.boundary.map((leg) => [leg, 0]));
	for (const node of tensors.nodes) {
		const outputs = new Set(outputsOf(node, tensors));
		for (const leg of node.legs) if (!outputs.has(leg)) users.set(leg, depth.get(node.id));
	}
	const widths = Array.from({ length: deepest }, (_, d) => {
		return [...wanted].filter((leg) => {
			const made = makers.get(leg);
			return users.get(leg) <= d && (made === void 0 ? deepest + 1 : depth.get(made.id)) > d;
		}).length;
	});
	return {
		nodes: [...inside],
		widths
	};
}
/**
* Causal wedge of a region: the nodes that act on nothing else, outside the past of the rest of the boundary. What
* happens there can be undone from the region alone.
*/
function causalWedge(network, region) {
	const tensors = tensorNetworkOf(network);
	const rest = complementOf(region, tensors.boundary.length);
	const seen = new Set(causalCone(network, rest).nodes);
	return tensors.nodes.map(({ id }) => id).filter((id) => !seen.has(id));
}
export { regionRecoverability as i, causalWedge as n, recoverability as r, causalCone as t };
