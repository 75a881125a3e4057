import { dt as ShapeError, ut as DomainError } from "./study-record-DTuekta5.js";
import { n as checkWord } from "./pauli-uGOqdxwH.js";
// src/circuit/circuit.ts
/** @file The circuit: an ordered list of Pauli rotations, as data. */
/** The angle's value at θ, in radians. */
function angleAt(angle, theta) {
	return typeof angle === "number" ? angle : (angle.scale ?? 1) * theta[angle.parameter];
}
/**
* The angles of all gates at θ, in radians, shape (gates,).
*
* @param theta - parameters, shape (P,)
* @throws {ShapeError} theta has the wrong length
* @throws {DomainError} an angle that is not finite
*/
function anglesAt({ gates, parameters }, theta) {
	if (theta.length !== parameters) throw new ShapeError(`circuit: ${parameters} parameters required, got ${theta.length}`);
	const angles = Float64Array.from(gates, ({ angle }) => angleAt(angle, theta));
	const wrong = angles.findIndex((angle) => !Number.isFinite(angle));
	if (wrong < 0) return angles;
	const { word, angle } = gates[wrong];
	const source = typeof angle === "number" ? "" : `, parameter ${angle.parameter}`;
	throw new DomainError(`circuit: finite angles required, got ${angles[wrong]} at gate ${wrong} (${word}${source})`);
}
/**
* Checks a circuit: every word has `qubits` letters, every parameter index lies below `parameters`.
*
* @throws {ShapeError | DomainError} naming the first gate that is wrong
*/
function checkCircuit(circuit) {
	for (const { word, angle } of circuit.gates) {
		checkWord(word, circuit.qubits);
		if (typeof angle !== "number" && !(angle.parameter >= 0 && angle.parameter < circuit.parameters)) throw new ShapeError(`circuit: a parameter below ${circuit.parameters} required, got ${angle.parameter} at ${word}`);
	}
	const { reference } = circuit;
	if (reference === void 0) return;
	const [required, got] = "spectrum" in reference ? [2 ** circuit.qubits, reference.spectrum.length] : [circuit.qubits, reference.length];
	if (got !== required) throw new ShapeError(`circuit: a reference of ${required} entries required, got ${got}`);
}
/** The circuit with its parameters replaced by their values at θ; it has no parameters. */
function bound(circuit, theta) {
	const gates = circuit.gates.map(({ word, angle }) => ({
		word,
		angle: angleAt(angle, theta)
	}));
	return {
		...circuit,
		parameters: 0,
		gates
	};
}
/** The circuit of the given rotations in order, each with a parameter of its own. */
function parametrised(qubits, words, reference) {
	const gates = words.map((word, parameter) => ({
		word,
		angle: { parameter }
	}));
	return {
		kind: "circuit",
		qubits,
		parameters: words.length,
		gates,
		...reference && { reference }
	};
}
export { parametrised as a, checkCircuit as i, anglesAt as n, bound as r, angleAt as t };
