import { expect, test } from 'vitest';
import { productVector } from '../../src/circuit/run-circuit.ts';
import { zeroState } from '../../src/state/zero-state.ts';

test('|0…0⟩ is the product of qubits at the north pole', () => {
  for (const qubits of [1, 3]) {
    const poles = new Array(qubits).fill({ polar: 0, azimuth: 0 });
    expect(zeroState(qubits)).toEqual(productVector(poles));
  }
});
