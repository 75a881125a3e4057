import { describe, expect, test } from 'vitest';
import { speedOf, weightedMetric } from '../../src/complexity/right-invariant-metric.ts';
import { horizontalFrame } from '../../src/geodesic/state/horizontal-frame.ts';
import { exactFlow, speedAt } from '../../src/geodesic/state/state-flow.ts';
import { polishedStateShot } from '../../src/geodesic/state/state-shooting.ts';
import { unitaryFlow } from '../../src/geodesic/unitary/exponential-map.ts';
import { oneParameterGroup } from '../../src/geodesic/unitary/nested-geodesic.ts';
import { polishedShot } from '../../src/geodesic/unitary/shooting.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { multiply } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { dot, length, plus, times } from '../../src/linalg/real-vector.ts';
import { isCertain, lengthUncertainty } from '../../src/path/length-uncertainty.ts';
import { stateMetric } from '../geodesic/state/state-metrics.ts';

const MISS = 1e-5;

describe('a geodesic to a state that misses its target', () => {
  const from = complexVector([1, 0, 0, 0, 0, 0, 0, 0]);
  const metric = stateMetric({ maxSize: 2, maxRange: 1, sizeWeights: [1, 3], penalty: Infinity }, 3);
  const { vectorOf } = horizontalFrame(from.interleaved);
  const stream = randomStream(3, 'costate');
  const numbers = Float64Array.from({ length: 14 }, () => stream.normal());
  const rough = { state: from.interleaved, costate: vectorOf(numbers) };
  const costate = times(0.7 / speedAt(metric, rough), rough.costate);
  const end = exactFlow(metric, { state: from.interleaved, costate }, 1).points.at(-1)!;
  /** The change of the length when the target moves by MISS along a unit vector. */
  const change = (direction: Float64Array): number => {
    const to = { length: 8, interleaved: plus(end.state, MISS, direction) };
    const shot = polishedStateShot(metric, { from, to }, costate, { tolerance: 1e-12, maxSteps: 10 });
    return speedAt(metric, { state: from.interleaved, costate: shot.costate }) - 0.7;
  };
  const most = lengthUncertainty(length(costate), MISS, 0.7)!;

  test('is as much too short as stated, if the miss is along its costate', () => {
    const along = times(1 / length(end.costate), end.costate);
    expect(change(along) / most).toBeCloseTo(1, 3);
    expect(change(times(-1, along)) / most).toBeCloseTo(-1, 3);
  });

  test.each([1, 2, 3])('is wrong by less along others, by Re⟨p|c⟩/L (%d)', (seed) => {
    const other = randomStream(seed, 'direction');
    const frame = horizontalFrame(end.state);
    const vector = frame.vectorOf(Float64Array.from({ length: 14 }, () => other.normal()));
    const direction = times(1 / length(vector), vector);
    expect(change(direction)).toBeCloseTo((MISS * dot(end.costate, direction)) / 0.7, 8);
    expect(Math.abs(change(direction))).toBeLessThan(most);
  });
});

test('a geodesic to a unitary is as much too short as stated, if the miss is along its momentum', () => {
  const weights = weightedMetric(2, (word) => (word.includes('I') ? 1 : 4));
  const stream = randomStream(5, 'momentum');
  const momentum = Float64Array.from({ length: 16 }, (_, p) => (p === 0 ? 0 : 0.3 * stream.normal()));
  const flow = unitaryFlow(weights, momentum);
  const long = speedOf(weights, momentum);
  const along = times(1 / length(momentum), flow.momentumAt(1));
  const target = multiply(oneParameterGroup(along)(MISS), flow.unitaryAt(1));
  const shot = polishedShot(weights, target, momentum, { tolerance: 1e-12, maxSteps: 10 });
  const most = lengthUncertainty(length(momentum), MISS, long)!;
  expect((speedOf(weights, shot.momentum) - long) / most).toBeCloseTo(1, 3);
});

test('a path without length has no costate that tells', () => {
  expect(lengthUncertainty(0, 1e-9, 0)).toBeNull();
});

test('a length is certain to six decimals, or not at all', () => {
  expect(isCertain(1.9e-6, 2)).toBe(true);
  expect(isCertain(2.1e-6, 2)).toBe(false);
  expect(isCertain(null, 0)).toBe(true);
});
