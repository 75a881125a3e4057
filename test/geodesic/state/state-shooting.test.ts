import { describe, expect, test } from 'vitest';
import { horizontalFrame } from '../../../src/geodesic/state/horizontal-frame.ts';
import { exactFlow, speedAt } from '../../../src/geodesic/state/state-flow.ts';
import { polishedStateShot } from '../../../src/geodesic/state/state-shooting.ts';
import { complexVector } from '../../../src/linalg/complex.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { plus, times } from '../../../src/linalg/real-vector.ts';
import { stateMetric } from './state-metrics.ts';

const from = complexVector([1, 0, 0, 0, 0, 0, 0, 0]);
const metric = stateMetric({ maxSize: 2, maxRange: 1, penalty: Infinity }, 3);

/** A random costate of a geodesic of this length, and its end. */
function geodesic(seed: number, long: number) {
  const stream = randomStream(seed, 'costate');
  const direction = horizontalFrame(from.interleaved).vectorOf(
    Float64Array.from({ length: 14 }, () => stream.normal()),
  );
  const costate = times(long / speedAt(metric, { state: from.interleaved, costate: direction }), direction);
  const { state } = exactFlow(metric, { state: from.interleaved, costate }, 1).points.at(-1)!;
  return { costate, to: { length: 8, interleaved: state } };
}

const away = (costate: Float64Array, by: number): Float64Array => {
  const stream = randomStream(9, 'away');
  const noise = horizontalFrame(from.interleaved).vectorOf(Float64Array.from({ length: 14 }, () => stream.normal()));
  return plus(costate, by, noise);
};

describe('a costate near that of a geodesic is corrected', () => {
  test.each([1, 2, 3, 4])('geodesic %d', (seed) => {
    const { costate, to } = geodesic(seed, 0.8);
    const shot = polishedStateShot(metric, { from, to }, away(costate, 0.01), { tolerance: 1e-11, maxSteps: 20 });
    expect(shot.residual).toBeLessThan(1e-11);
    shot.costate.forEach((p, i) => {
      expect(p).toBeCloseTo(costate[i]!, 8);
    });
  });

  test('from farther away to a geodesic that ends at the target, if to another one', () => {
    const { costate, to } = geodesic(5, 0.8);
    const shot = polishedStateShot(metric, { from, to }, away(costate, 0.08), { tolerance: 1e-10, maxSteps: 40 });
    expect(shot.residual).toBeLessThan(1e-10);
  });

  test('not at all where no effort is allowed', () => {
    const { costate, to } = geodesic(1, 0.8);
    const start = away(costate, 0.01);
    const shot = polishedStateShot(metric, { from, to }, start, { tolerance: 1e-11, maxSteps: 20, effort: 0 });
    expect(shot).toMatchObject({ costate: start, steps: 0 });
    expect(shot.residual).toBeGreaterThan(1e-4);
  });
});
