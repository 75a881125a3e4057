import { expect, test } from 'vitest';
import { parametrised } from '../../src/circuit/circuit.ts';
import { circuitTangents, referenceState, runCircuit } from '../../src/circuit/run-circuit.ts';
import { DomainError } from '../../src/errors.ts';

test('a circuit whose state does not fit is an error before anything is made', () => {
  const circuit = parametrised(28, ['Y'.padEnd(28, 'I')]);
  expect(() => runCircuit(circuit, Float64Array.of(1))).toThrow(DomainError);
  expect(() => referenceState({ ...parametrised(14, []), reference: { spectrum: [1] } })).toThrow(
    'at most 27 qubits possible for amplitudes, got 28',
  );
});

test('so are tangents that do not fit together', () => {
  const words = Array.from({ length: 3000 }, (_, k) => 'XYZ'[k % 3]!.padStart(1 + (k % 18), 'I').padEnd(18, 'I'));
  const circuit = parametrised(18, words);
  expect(() => circuitTangents(circuit, new Float64Array(3000))).toThrow(DomainError);
});
