import { describe, expect, test } from 'vitest';
import { coarseToFinePath } from '../../src/gaussian/coarse-to-fine-path.ts';
import { pairFields, vectorsOfAngles, xyPairAngles } from '../../src/gaussian/pair-space.ts';
import { straightPath } from '../../src/gaussian/straight-path.ts';
import { turned } from '../helpers/ring-words.ts';

const weights = [0, 1, 2].map((power) => (r: number) => r ** power);

describe('the path of a continuous MERA on a ring', () => {
  test.each([0, 1])('ends at the target of any chain: gates ∝ k^%d', (gate) => {
    const angles = xyPairAngles(12, { field: 0.6, anisotropy: 0.3 });
    const { rates, length, lengths } = coarseToFinePath(12, angles, () => 1, { gate });
    const none = new Float64Array(6);
    const end = rates.reduce(
      (vectors, D) => turned(vectors, pairFields(12, { g: 0, A: none, B: none, D })),
      vectorsOfAngles(none),
    );
    vectorsOfAngles(angles).forEach((value, i) => {
      expect(end[i]).toBeCloseTo(value, 12);
    });
    expect(lengths.at(-1)).toBe(length);
    expect(rates.length).toBe(6);
  });

  test.each([
    [0, 2 / Math.sqrt(3)],
    [1, 2],
  ])('at criticality and weights 1 is longer than the straight one by a closed form: gates ∝ k^%d', (gate, ratio) => {
    const ratioAt = (sites: number): number => {
      const angles = xyPairAngles(sites);
      return (
        coarseToFinePath(sites, angles, weights[0]!, { gate }).length / straightPath(sites, angles, weights[0]!).length
      );
    };
    expect(2 * ratioAt(256) - ratioAt(64)).toBeCloseTo(ratio, 2); // errors fall at least as 1/√N
  });

  test('is never shorter than the straight one of the same commuting words, whatever the weights', () => {
    for (const field of [0.5, 1, 2]) {
      const angles = xyPairAngles(16, { field });
      for (const weightOf of weights) {
        for (const gate of [0, 1, 2]) {
          const { length } = coarseToFinePath(16, angles, weightOf, { gate });
          expect(length).toBeGreaterThan(straightPath(16, angles, weightOf).length);
        }
      }
    }
  });

  test('is refused a gate that is none', () => {
    expect(() => coarseToFinePath(4, [1, 1], weights[0]!, { gate: -1 })).toThrow('a gate ≥ 0 required, got -1');
  });
});
