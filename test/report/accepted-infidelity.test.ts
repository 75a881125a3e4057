import { expect, test } from 'vitest';
import { acceptedInfidelity } from '../../src/report/accepted-infidelity.ts';

test.each([
  [{}, 1e-6],
  [{ training: { targetInfidelity: 1e-10, prune: false } }, 1e-10],
  [{ training: { targetInfidelity: 1e-10, prune: { tolerance: 10 } } }, 1e-9],
  [{ training: { targetInfidelity: 1e-10, prune: { tolerance: 0.1 } } }, 1e-10],
  [{ training: null }, 1e-6],
])('%j accepts %d', (given, accepted) => {
  expect(acceptedInfidelity({ name: 'x', seed: 1, ...given })).toBeCloseTo(accepted, 18);
});
