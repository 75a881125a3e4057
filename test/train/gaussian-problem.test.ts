import { expect, test } from 'vitest';
import { xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { fermionState } from '../../src/generative/fermion-rules.ts';
import { gaussianCase } from '../../train/gaussian-problem.ts';

test('a metric with free rotations, or without words of two Majorana operators, has no Gaussian path, and why', () => {
  const { state } = gaussianGroundState(xyChain(4, { field: 1.3 }, 'open'), { parity: 'even' });
  const target = fermionState('ising', state);
  const reasonFor = (metric: object) => gaussianCase(target, { penalty: Infinity, ...metric }, 50).reason;
  expect(reasonFor({ maxSize: 2, maxRange: 1 })).toBeNull();
  expect(reasonFor({ maxSize: 2, sizeWeights: [0, 1] })).toBe('rotations of one qubit are free');
  expect(reasonFor({ letters: { X: 1, ZZ: 4 } })).toBe('the metric allows no word of two Majorana operators');
});
