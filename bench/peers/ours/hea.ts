/** @file Energy Σ ZZ + Σ X of the hardware-efficient circuit and its gradient, or its Fisher information. */

import {
  type Circuit,
  differentiableState,
  innerProduct,
  type PauliWord,
  pauliSumOperator,
  quantumFisherInformation,
  type Rotation,
} from 'bulkweave';
import { given, input, measure, norm, range } from './measure.ts';

const { qubits = 2, depth = 1, fisher = 0 } = given();
/** The word with these letters from the given qubit on. */
const word = (first: number, letters: string): PauliWord =>
  'I'.repeat(first) + letters + 'I'.repeat(qubits - first - letters.length);

/** CNOT up to its phase: Z(π/2) of the control, X(π/2) of the target, ZX(−π/2). */
const cnot = (control: number): Rotation[] => [
  { word: word(control, 'Z'), angle: Math.PI / 2 },
  { word: word(control + 1, 'X'), angle: Math.PI / 2 },
  { word: word(control, 'ZX'), angle: -Math.PI / 2 },
];

/** Layers of RY and RZ on every qubit, then CNOTs on alternating pairs of neighbours. */
function circuit(): Circuit {
  const gates = range(depth).flatMap((layer): Rotation[] => [
    ...range(qubits).map((q) => ({ word: word(q, 'Y'), angle: { parameter: 2 * qubits * layer + q } })),
    ...range(qubits).map((q) => ({ word: word(q, 'Z'), angle: { parameter: (2 * layer + 1) * qubits + q } })),
    ...range(Math.floor((qubits - (layer % 2)) / 2)).flatMap((k) => cnot(2 * k + (layer % 2))),
  ]);
  return { kind: 'circuit', qubits, parameters: 2 * qubits * depth, gates };
}

const theta = input('theta');
const ansatz = circuit();

function energy(): (theta: Float64Array) => { value: number; gradient: Float64Array } {
  const bonds = range(qubits - 1).map((q) => ({ word: word(q, 'ZZ'), coefficient: 1 }));
  const fields = range(qubits).map((q) => ({ word: word(q, 'X'), coefficient: 1 }));
  const hamiltonian = pauliSumOperator({ qubits, terms: [...bonds, ...fields] });
  return (at) => {
    const { state, pullback } = differentiableState(ansatz, at);
    const applied = hamiltonian(state); // d⟨ψ|H|ψ⟩ = Re⟨2Hψ|dψ⟩
    return { value: innerProduct(state, applied)[0], gradient: pullback(applied).map((x) => 2 * x) };
  };
}

if (fisher > 0) {
  measure(
    () => quantumFisherInformation(ansatz, theta),
    ({ rows, data }) => ({
      trace: range(rows).reduce((sum, k) => sum + data[k * (rows + 1)]!, 0),
      norm: norm(data),
    }),
  );
} else {
  const objective = energy();
  measure(
    () => objective(theta),
    ({ value, gradient }) => ({ energy: value, gradient: norm(gradient) }),
  );
}
