/** @file The protocol of teleportation: gates, measurement, correction. */

import type { Rotation } from '../../src/circuit/circuit.ts';
import { measureWord } from '../../src/circuit/measure-word.ts';
import { controlledNotGate, hadamardGate, pauliGate } from '../../src/circuit/named-gates.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { place } from '../../src/operator/pauli.ts';

/** U_AB on n qubits: Alice and Bob, the next qubit, share a pair. */
export const entangle = (n: number, alice: number): readonly Rotation[] => [
  ...hadamardGate(n, alice),
  ...controlledNotGate(n, alice, alice + 1),
];
/** U_AT: rotates the Bell basis of Tod and Alice, the next qubit, into the Z basis. */
export const scramble = (n: number, tod: number): readonly Rotation[] => [
  ...controlledNotGate(n, tod, tod + 1),
  ...hadamardGate(n, tod),
];

/** The state after the gates. */
export const applied = (gates: readonly Rotation[], psi: ComplexVector): ComplexVector =>
  runCircuit({ kind: 'circuit', qubits: Math.log2(psi.length), parameters: 0, gates }, new Float64Array(), psi);

/** The four outcomes of measuring Z on Tod and on Alice, with Bob's correction and both measured qubits set to |0⟩. */
export interface Branch {
  readonly tod: 1 | -1;
  readonly alice: 1 | -1;
  readonly probability: number;
  readonly measured: ComplexVector;
  readonly corrected: ComplexVector;
}

/** All branches; Alice's qubit follows Tod's, and Bob's follows hers. */
export function branches(psi: ComplexVector, tod: number): readonly Branch[] {
  const n = Math.log2(psi.length);
  const [alice, bob] = [tod + 1, tod + 2];
  return measureWord(psi, place(n, { [tod]: 'Z' })).flatMap((first) =>
    measureWord(first.state, place(n, { [alice]: 'Z' })).map((second): Branch => {
      const gates = [
        ...(second.value === -1
          ? [...pauliGate(place(n, { [bob]: 'X' })), ...pauliGate(place(n, { [alice]: 'X' }))]
          : []),
        ...(first.value === -1 ? [...pauliGate(place(n, { [bob]: 'Z' })), ...pauliGate(place(n, { [tod]: 'X' }))] : []),
      ];
      return {
        tod: first.value,
        alice: second.value,
        probability: first.probability * second.probability,
        measured: second.state,
        corrected: applied(gates, second.state),
      };
    }),
  );
}
