import { expect, test } from 'vitest';
import { ghz } from '../../../datasets/ghz.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import {
  lengthOfTurned,
  lighterWeights,
  turnedPath,
  withLocalWeight,
} from '../../../src/geodesic/state/light-rotations.ts';
import { type GeodesicOptions, stateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { length } from '../../../src/linalg/real-vector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { pathFrom } from '../../../src/path/given-path.ts';
import { missedBy } from '../../../src/path/state-path.ts';
import { zeroState } from '../../../src/state/zero-state.ts';

const metric = (local: number): PenaltyMetric => ({
  maxSize: 2,
  maxRange: 1,
  sizeWeights: [local, 1],
  penalty: Infinity,
});
const rough: GeodesicOptions = { polished: 0, conjugatePoints: false, observable: false, slices: 6, starts: 1 };
const shortest = (local: number, target: ComplexVector, options: GeodesicOptions = rough) =>
  solution(stateGeodesic(metric(local), target, options));

test('weights are light below a tenth of those of two-qubit words, and are followed down in steps of four', () => {
  expect(lighterWeights(metric(1))).toEqual([]);
  expect(lighterWeights(metric(0.1))).toEqual([]);
  expect(lighterWeights(metric(0))).toEqual([]);
  expect(lighterWeights({ penalty: 4 })).toEqual([]);
  expect(lighterWeights({ ...metric(0.01), maxSize: 1, sizeWeights: [0.01] })).toEqual([]);
  expect(lighterWeights(metric(0.01))).toEqual([0.1, 0.025]);
  expect(lighterWeights({ maxSize: 2, sizeWeights: [0.1, 4], penalty: Infinity })).toEqual([0.4]);
  expect(withLocalWeight({ maxSize: 2, penalty: 7 }, 0.5)).toEqual({ maxSize: 2, penalty: 7, sizeWeights: [0.5] });
});

test('a path for free rotations, turned, leads to the target in the limit of many slices, at the cost foretold', () => {
  const target = randomVector(8, randomStream(4, 'target'));
  const { value } = shortest(0, target, { ...rough, slices: 4 });
  // Every slice is the same path in more of them: the turning words are sampled more finely.
  const finer = (pieces: number) => ({ ...value, velocity: value.velocity.flatMap((h) => new Array(pieces).fill(h)) });
  const controls = controlWords(metric(0.01), 3);
  const misses = [16, 32].map((pieces) => {
    const problem = {
      controls,
      slices: 4 * pieces,
      from: target,
      to: zeroState(3),
      amplitudeWeights: new Float64Array(8).fill(1),
    };
    const x = pathFrom(problem, turnedPath(finer(pieces)));
    expect(length(x)).toBeCloseTo(lengthOfTurned(value, 0.01), 3);
    return missedBy(problem, x);
  });
  expect(misses[0]).toBeLessThan(1e-4);
  expect(misses[0]! / misses[1]!).toBeGreaterThan(12); // the miss falls as 1/K², its square as 1/K⁴
  expect(misses[0]! / misses[1]!).toBeLessThan(20);
});

test('GHZ on a chain of three: lengths fall to that of free rotations, by no more than the rotations cost', () => {
  const target = ghz(3).amplitudes;
  const few = { ...rough, slices: 4 };
  const free = shortest(0, target, few);
  const found = [5e-2, 1e-2].map((local) => ({ local, ...shortest(local, target, few) }));
  for (const { local, result, value } of found) {
    expect(result).toBe('converged');
    expect(value.complexity).toBeGreaterThan(free.value.length * (1 - 5e-3)); // which has fewer controls and an error in 1/K²
    expect(value.complexity).toBeLessThan(lengthOfTurned(free.value, local) * (1 + 5e-3));
  }
  expect(found[1]!.value.complexity).toBeLessThan(found[0]!.value.complexity);
}, 240_000);
