import { expect, test } from 'vitest';
import { productVector } from '../../src/circuit/run-circuit.ts';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { fidelity } from '../../src/state/fidelity.ts';
import { permutations, permutedQubits } from '../../src/state/permuted-qubits.ts';

const points = [0.3, 1.1, 2.4].map((polar) => ({ polar, azimuth: 2 * polar }));

test('a product state permutes its factors', () => {
  for (const order of permutations(3)) {
    const expected = productVector(order.map((qubit) => points[qubit]!));
    expect(fidelity(permutedQubits(productVector(points), order), expected)).toBeCloseTo(1, 14);
  }
});

test('there are n! permutations, the identity first', () => {
  expect(new Set(permutations(4).map(String)).size).toBe(24);
  expect(permutations(3)[0]).toEqual([0, 1, 2]);
  expect(permutations(0)).toEqual([[]]);
});

test('an order that is none is refused', () => {
  expect(() => permutedQubits(productVector(points), [0, 1])).toThrow(
    new ShapeError('permutedQubits: 3 qubits required, got [0,1]'),
  );
  expect(() => permutedQubits(productVector(points), [0, 1, 1])).toThrow(DomainError);
});
