import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commutingLayers, layerCount } from '../../src/circuit/layers.ts';
import { commute } from '../../src/operator/pauli.ts';

const letters = (qubits: number) =>
  fc.array(fc.constantFrom('I', 'I', 'X', 'Y', 'Z'), { minLength: qubits, maxLength: qubits });
const circuits = fc
  .integer({ min: 1, max: 6 })
  .chain((qubits) => fc.tuple(fc.constant(qubits), fc.array(letters(qubits), { maxLength: 20 })))
  .map(([qubits, words]) => ({
    kind: 'circuit' as const,
    qubits,
    parameters: 0,
    gates: words.map((word) => ({ word: word.join(''), angle: 1 })),
  }));

test('a gate is in the first layer after every earlier gate with which it does not commute', () => {
  fc.assert(
    fc.property(circuits, (circuit) => {
      const layers = commutingLayers(circuit);
      circuit.gates.forEach(({ word }, g) => {
        const blocked = circuit.gates.slice(0, g).flatMap((gate, k) => (commute(word, gate.word) ? [] : [layers[k]!]));
        expect(layers[g]).toBe(Math.max(-1, ...blocked) + 1);
      });
      expect(layerCount(circuit)).toBe(Math.max(-1, ...layers) + 1);
    }),
    { seed: 2, numRuns: 300 },
  );
});
