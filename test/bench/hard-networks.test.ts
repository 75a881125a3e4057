import { expect, test } from 'vitest';
import { sycamoreAmplitude, sycamoreGates } from '../../bench/peers/hard-networks.ts';

test('the supremacy circuit has 53 qubits and 430 two-qubit gates in 20 cycles, as published', () => {
  const { qubits, gates } = sycamoreGates(20);
  expect(qubits).toHaveLength(53);
  expect(gates).toHaveLength(430);
});

test('no qubit is in two gates of a cycle, and the couplers of all four patterns are different', () => {
  const until = (cycles: number) => sycamoreGates(cycles).gates;
  for (let cycle = 0; cycle < 8; cycle++) {
    const wires = until(cycle + 1)
      .slice(until(cycle).length)
      .flat();
    expect(new Set(wires).size).toBe(wires.length);
  }
  const couplers = until(4).map((pair) => pair.join(' '));
  expect(new Set(couplers).size).toBe(couplers.length);
});

test('every leg of its amplitude is on two tensors, of more than two legs each', () => {
  const legs = sycamoreAmplitude(20);
  const ends = new Map<string, number>();
  for (const leg of legs.flat()) ends.set(leg, (ends.get(leg) ?? 0) + 1);
  expect([...ends.values()].every((count) => count === 2)).toBe(true);
  expect(legs.every(({ length }) => length > 2)).toBe(true);
});
