import { expect, test } from 'vitest';
import { productVector } from '../../../src/circuit/run-circuit.ts';
import { shortestPath } from '../../../src/geodesic/state/shortest-path.ts';

test('the shortest path to a qubit at a polar angle is half that angle long', () => {
  const { value, result } = shortestPath({ penalty: 1 }, productVector([{ polar: 1.7, azimuth: 2 }]), { slices: 4 });
  expect(result).toBe('converged');
  expect(value.complexity).toBeCloseTo(0.85, 8);
});
