import { z } from 'zod';
import { type Circuit, parametrised } from '../src/circuit/circuit.ts';
import { place } from '../src/operator/pauli.ts';

export const emptyCircuitOptions = z.strictObject({
  rotations: z.boolean().default(false).describe('whether each qubit begins with a rotation about Y and one about Z'),
});

/**
 * A circuit without gates, or with one-qubit rotations only: what a growing circuit begins with.
 *
 * @param qubits - n ≥ 1
 */
export function emptyCircuit(qubits: number, options: z.input<typeof emptyCircuitOptions> = {}): Circuit {
  const { rotations } = emptyCircuitOptions.parse(options);
  const words = ['Y', 'Z'].flatMap((letter) =>
    Array.from({ length: qubits }, (_, q) => place(qubits, { [q]: letter })),
  );
  return parametrised(qubits, rotations ? words : []);
}
