import { B as addScaled, U as normSquared, W as normalised, Z as zeroVector, dt as ShapeError } from "./study-record-DTuekta5.js";
import { a as place, n as checkWord } from "./pauli-uGOqdxwH.js";
import { a as applyPauliSum } from "./minimise-BEDXc41D.js";
// src/circuit/measure-word.ts
/** @file Measuring a Pauli word: both outcomes, with their probabilities and the states that they leave. */
/** An outcome of lower probability is rounding. */
const IMPOSSIBLE = 1e-14;
/**
* The outcomes +1 and −1 of measuring a Pauli word P on ψ,
*
*     ψ± = (1 ± P)ψ / 2,    p± = ‖ψ±‖²    (Lüders).
*
* Z on one qubit is the computational basis, X the basis |0⟩ ± |1⟩; XX and ZZ together are the Bell measurement.
*
* @param psi - shape (2ⁿ,), norm 1
* @throws {ShapeError | DomainError} the word does not fit the state
*/
function measureWord(psi, word) {
	const qubits = Math.log2(psi.length);
	if (!Number.isInteger(qubits)) throw new ShapeError(`measureWord: 2ⁿ amplitudes required, got ${psi.length}`);
	checkWord(word, qubits);
	const turned = applyPauliSum({
		qubits,
		terms: [{
			word,
			coefficient: 1
		}]
	}, psi);
	const outcome = (value) => {
		const sum = addScaled(psi, [value, 0], turned);
		const probability = normSquared(sum) / 4;
		return {
			value,
			probability,
			state: probability > IMPOSSIBLE ? normalised(sum) : zeroVector(psi.length)
		};
	};
	return [outcome(1), outcome(-1)];
}
// src/circuit/named-gates.ts
/** @file Gates with names, as rotations, up to their global phase. */
/** Hadamard: |0⟩ ↦ |+⟩, |1⟩ ↦ |−⟩, as X · R_Y(π/2). */
function hadamardGate(qubits, at) {
	return [{
		word: place(qubits, { [at]: "Y" }),
		angle: Math.PI / 2
	}, {
		word: place(qubits, { [at]: "X" }),
		angle: Math.PI
	}];
}
/** Controlled-NOT, exp(−iπ/4·(Z_c + X_t − Z_c X_t)); its three words commute. */
function controlledNotGate(qubits, control, target) {
	return [
		{
			word: place(qubits, { [control]: "Z" }),
			angle: Math.PI / 2
		},
		{
			word: place(qubits, { [target]: "X" }),
			angle: Math.PI / 2
		},
		{
			word: place(qubits, {
				[control]: "Z",
				[target]: "X"
			}),
			angle: -Math.PI / 2
		}
	];
}
/** A Pauli word as a gate: the rotation by π. */
function pauliGate(word) {
	return [{
		word,
		angle: Math.PI
	}];
}
export { measureWord as i, hadamardGate as n, pauliGate as r, controlledNotGate as t };
