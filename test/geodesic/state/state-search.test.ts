import { describe, expect, test } from 'vitest';
import { controlWords } from '../../../src/complexity/controls.ts';
import { bitCount } from '../../../src/engine/bits.ts';
import type { FoundPath } from '../../../src/geodesic/state/found-path.ts';
import { searched } from '../../../src/geodesic/state/state-search.ts';
import { complexVector } from '../../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { missedBy, pathLength } from '../../../src/path/state-path.ts';

const TOLERANCE = 1e-8;

/** From one random start to a random state, by words of neighbours, without an end-point Jacobian. */
function found(qubits: number, seed: number, slices: number, maxSteps: number): FoundPath {
  const amplitudes = Array.from({ length: 2 ** qubits }, (_, b) => b);
  const coarse = {
    controls: controlWords({ maxSize: 2, maxRange: 1, penalty: Infinity }, qubits),
    slices: slices / 2,
    from: randomVector(2 ** qubits, randomStream(seed, 'target')),
    to: complexVector(amplitudes.map((b) => (b === 0 ? 1 : 0))),
    amplitudeWeights: Float64Array.from(amplitudes, (b) => Math.max(1, bitCount(b))),
  };
  const plain = { paths: [], polished: 0, counted: false, dense: false, large: false };
  return solution(searched({ coarse, starts: 1, seed, maxSteps, tolerance: TOLERANCE, ...plain }));
}

describe('a search without an end-point Jacobian', () => {
  test.each([1, 2, 3, 4])('cut short, finds nothing longer in K slices than in K/2: seed %d', (seed) => {
    const { problem, x, coarseLength } = found(4, seed, 8, 1);
    expect(problem.slices).toBe(8);
    expect(missedBy(problem, x)).toBeLessThan(TOLERANCE);
    expect(coarseLength).toBeLessThan(Infinity);
    expect(pathLength(problem, x)).toBeLessThan(coarseLength * (1 + 1e-12));
  });

  test('has no length in K/2 slices where these have too few coefficients to meet the target', () => {
    const { problem, x, coarseLength } = found(5, 1, 2, 10); // 51 coefficients for 62 conditions
    expect(missedBy(problem, x)).toBeLessThan(TOLERANCE);
    expect(coarseLength).toBe(Infinity);
  });
});
