import { expect, test } from 'vitest';
import { rungeKuttaStep, STAGE_COUNT } from '../../src/linalg/runge-kutta.ts';

/** A pendulum for the time 4, in so many steps. */
function pendulum(steps: number): Float64Array {
  let y: Float64Array = Float64Array.of(1.2, 0.5);
  for (let k = 0; k < steps; k++) y = rungeKuttaStep(y, 4 / steps, ([x, v]) => Float64Array.of(v!, -Math.sin(x!)));
  return y;
}

test('the error falls as the eighth power of the step', () => {
  const exact = pendulum(400);
  const [coarse, fine] = [16, 32].map((steps) => {
    const [x, v] = pendulum(steps);
    return Math.hypot(x! - exact[0]!, v! - exact[1]!);
  });
  const order = Math.log2(coarse! / fine!);
  expect(order).toBeGreaterThan(7.7);
  expect(order).toBeLessThan(9);
});

test('the slope is asked for once in each stage, at the times of the formula', () => {
  const stages: number[] = [];
  const times: number[] = [];
  rungeKuttaStep(Float64Array.of(0), 2, ([t], stage) => {
    stages.push(stage);
    times.push(t! / 2);
    return Float64Array.of(1);
  });
  expect(stages).toEqual(Array.from({ length: STAGE_COUNT }, (_, s) => s));
  const [low, high] = [(7 - Math.sqrt(21)) / 14, (7 + Math.sqrt(21)) / 14];
  const expected = [0, 0.5, 0.5, high, high, 0.5, low, low, 0.5, high, 1];
  times.forEach((time, s) => {
    expect(time).toBeCloseTo(expected[s]!, 13);
  });
});
