import { expect, test } from 'vitest';
import { acceptedInfidelity, goalOf, goalPhrase } from '../../src/report/accepted-infidelity.ts';

test.each([
  [{}, 1e-6],
  [{ training: { targetInfidelity: 1e-10, prune: false } }, 1e-10],
  [{ training: { targetInfidelity: 1e-10, prune: { tolerance: 10 } } }, 1e-9],
  [{ training: { targetInfidelity: 1e-10, prune: { tolerance: 0.1 } } }, 1e-10],
  [{ training: null }, 1e-6],
])('%j accepts %d', (given, accepted) => {
  expect(acceptedInfidelity({ name: 'x', seed: 1, ...given })).toBeCloseTo(accepted, 18);
});

test('the infidelity that was asked for is told apart from the one that pruning may leave', () => {
  const goal = goalOf({ name: 'x', seed: 1, training: { targetInfidelity: 1e-3, prune: { tolerance: 10 } } });
  expect(goalPhrase(goal)).toBe('infidelity 0.001 asked for, up to 0.01 accepted after pruning');
  expect(goalPhrase({ asked: 1e-6, accepted: 1e-6 })).toBe('infidelity 1\u00A0×\u00A010⁻⁶ asked for');
});
