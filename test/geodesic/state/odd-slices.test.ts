import { expect, test } from 'vitest';
import { ghz } from '../../../datasets/ghz.ts';
import { w } from '../../../datasets/w.ts';
import { mixedGeodesic } from '../../../src/geodesic/mixed/mixed-geodesic.ts';
import { stateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { projector } from '../../../src/state/reduced-density-matrix.ts';

const pairs = { maxSize: 2, penalty: Infinity };

test('a single Hamiltonian makes the Bell state, π/√32 away', () => {
  const { value, result } = solution(stateGeodesic(pairs, ghz(2).amplitudes, { slices: 1, starts: 1, polished: 0 }));
  expect(result).toBe('converged');
  expect(value.velocity.length).toBe(1);
  expect(value.slices).toBe(1);
  expect(Math.abs(value.length - Math.PI / Math.sqrt(32))).toBeLessThan(1e-8);
});

test('lengths in odd numbers of slices lie on the curve of the even ones, which falls with 1/K²', () => {
  const lengths = [4, 5, 6].map((slices) => {
    const found = solution(stateGeodesic(pairs, w(3).amplitudes, { slices, starts: 1, polished: 0 }));
    expect(found.result).toBe('converged');
    expect(found.value.velocity.length).toBe(slices);
    return found.value.length;
  }) as [number, number, number];
  expect(lengths[0]).toBeGreaterThan(lengths[1]);
  expect(lengths[1]).toBeGreaterThan(lengths[2]);
  // Straight in 1/K², as far as the next order lets it be.
  const share = (lengths[1] - lengths[2]) / (lengths[0] - lengths[2]);
  expect(Math.abs(share - (1 / 25 - 1 / 36) / (1 / 16 - 1 / 36))).toBeLessThan(0.05);
});

test.each([1, 3])('a mixed state is reached in %d slices, too', (slices) => {
  const noisy = projector(ghz(2).amplitudes);
  noisy.interleaved.forEach((x, k) => {
    noisy.interleaved[k] = 0.7 * x + (k % 10 === 0 ? 0.075 : 0);
  });
  const { value, result } = solution(mixedGeodesic({ penalty: 1 }, noisy, { slices, starts: 1 }));
  expect(result).toBe('converged');
  expect(value.velocity.length).toBe(slices);
  expect(Math.abs(value.length - Math.PI / Math.sqrt(32))).toBeLessThan(1e-6);
});
