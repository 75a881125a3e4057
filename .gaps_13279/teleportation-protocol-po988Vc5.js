import { i as measureWord, n as hadamardGate, r as pauliGate, t as controlledNotGate } from "./named-gates-Dmt1xkYz.js";
import { c as runCircuit } from "./run-circuit-DgW8JgHr.js";
import { a as place } from "./pauli-uGOqdxwH.js";
// train/studies/teleportation-protocol.ts
/** U_AB on n qubits: Alice and Bob, the next qubit, share a pair. */
const entangle = (n, alice) => [...hadamardGate(n, alice), ...controlledNotGate(n, alice, alice + 1)];
/** U_AT: rotates the Bell basis of Tod and Alice, the next qubit, into the Z basis. */
const scramble = (n, tod) => [...controlledNotGate(n, tod, tod + 1), ...hadamardGate(n, tod)];
/** The state after the gates. */
const applied = (gates, psi) => runCircuit({
	kind: "circuit",
	qubits: Math.log2(psi.length),
	parameters: 0,
	gates
}, /* @__PURE__ */ new Float64Array(), psi);
/** All branches; Alice's qubit follows Tod's, and Bob's follows hers. */
function branches(psi, tod) {
	const n = Math.log2(psi.length);
	const [alice, bob] = [tod + 1, tod + 2];
	return measureWord(psi, place(n, { [tod]: "Z" })).flatMap((first) => measureWord(first.state, place(n, { [alice]: "Z" })).map((second) => {
		const gates = [...second.value === -1 ? [...pauliGate(place(n, { [bob]: "X" })), ...pauliGate(place(n, { [alice]: "X" }))] : [], ...first.value === -1 ? [...pauliGate(place(n, { [bob]: "Z" })), ...pauliGate(place(n, { [tod]: "X" }))] : []];
		return {
			tod: first.value,
			alice: second.value,
			probability: first.probability * second.probability,
			measured: second.state,
			corrected: applied(gates, second.state)
		};
	}));
}
export { scramble as i, branches as n, entangle as r, applied as t };
