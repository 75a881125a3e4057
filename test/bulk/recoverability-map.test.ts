import { expect, test } from 'vitest';
import { recoverabilityMap } from '../../src/bulk/recoverability-map.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';

const NONE = new Float64Array(0);
const staircase: Circuit = {
  kind: 'circuit',
  qubits: 3,
  parameters: 0,
  gates: ['XXI', 'IYY'].map((word) => ({ word, angle: Math.PI / 2 })),
};

test('each gate has the share of its own place: XX below, YY above, read from the sites of YY', () => {
  const map = recoverabilityMap(staircase, NONE, [1, 2]);
  expect(map.map((row) => row.filter((share) => share !== null).length)).toEqual([1, 1, ...map.slice(2).map(() => 0)]);
  expect(map[0]!.find((share) => share !== null)).toBeCloseTo(1, 12); // YY acts within the region
  // Of the two wires of XX the region keeps one, whatever unitary acts on them: I(R:A) = 2 log 2 of 4 log 2.
  expect(map[1]!.find((share) => share !== null)).toBeCloseTo(1 / 2, 12);
});

test('what a region and the rest recover adds up to at most everything, the whole recovers all, nothing none', () => {
  const [one, rest, whole, none] = [[0], [1, 2], [0, 1, 2], []].map((region) =>
    recoverabilityMap(staircase, NONE, region).flat(),
  );
  one!.forEach((share, k) => {
    if (share === null) return;
    expect(share + rest![k]!).toBeLessThanOrEqual(1 + 1e-10);
    expect(whole![k]).toBeCloseTo(1, 10);
    expect(none![k]).toBeCloseTo(0, 10);
  });
});
