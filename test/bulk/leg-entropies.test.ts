import { expect, test } from 'vitest';
import { legEntropies } from '../../src/bulk/leg-entropies.ts';
import { type Circuit, parametrised } from '../../src/circuit/circuit.ts';
import { networkOf } from '../../src/network/from-circuit.ts';

/** The circuit with further qubits, which nothing touches. */
const widened = (circuit: Circuit, qubits: number): Circuit => ({
  ...circuit,
  qubits,
  gates: circuit.gates.map(({ word, angle }) => ({ word: word.padEnd(qubits, 'I'), angle })),
});

test('wires of long circuits of free fermions have the entropies of the state', () => {
  const words = ['XXII', 'IYXI', 'ZIII', 'IIXY', 'YZXI', 'IYYI', 'XXII'];
  const theta = Float64Array.of(0.7, 1.1, 0.4, -0.6, 0.9, 0.5, -1.3);
  const small = parametrised(4, words);
  const large = widened(small, 15);
  const dense = Object.values(legEntropies(small, networkOf(small), theta));
  const found = Object.values(legEntropies(large, networkOf(large), theta));
  expect(found.slice(0, 15)).toEqual(new Array(15).fill(0));
  const gates = found.slice(15);
  expect(gates.length).toBe(dense.length - 4);
  gates.forEach((value, k) => {
    expect(value).toBeCloseTo(dense[k + 4]!, 12);
  });
  expect(Math.max(...gates)).toBeGreaterThan(0.3);
});
