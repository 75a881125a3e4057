import fc from 'fast-check';
import type { Circuit } from '../../src/circuit/circuit.ts';

/** Random circuits of up to `qubits` qubits in which parameters are shared, scaled and mixed with constants. */
export function arbitraryCircuit(
  qubits: number,
  gates: number,
): fc.Arbitrary<{ circuit: Circuit; theta: Float64Array }> {
  return fc.integer({ min: 1, max: qubits }).chain((n) => {
    const word = fc
      .array(fc.constantFrom('I', 'X', 'Y', 'Z'), { minLength: n, maxLength: n })
      .map((letters) => letters.join(''));
    const real = fc.double({ min: -3, max: 3, noNaN: true });
    const parameters = Math.max(1, Math.floor(gates / 2));
    const angle = fc.oneof(
      { weight: 1, arbitrary: real },
      { weight: 4, arbitrary: fc.record({ parameter: fc.nat(parameters - 1), scale: fc.constantFrom(1, 1, 0.5, -2) }) },
    );
    return fc.record({
      circuit: fc
        .array(fc.record({ word, angle }), { minLength: 1, maxLength: gates })
        .map((list): Circuit => ({ kind: 'circuit', qubits: n, parameters, gates: list })),
      theta: fc.array(real, { minLength: parameters, maxLength: parameters }).map((list) => Float64Array.from(list)),
    });
  });
}
