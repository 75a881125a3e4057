import { expect, test } from 'vitest';
import { rungeKutta, STAGE_COUNT } from '../../src/linalg/runge-kutta.ts';

const stepper = (length: number) =>
  rungeKutta<Float64Array>({
    make: () => new Float64Array(length),
    copy: (to, from) => to.set(from),
    add(to, from, factor) {
      for (let i = 0; i < length; i++) to[i] = to[i]! + factor * from[i]!;
    },
  });

/** A pendulum for the time 4, in so many steps. */
function pendulum(steps: number): Float64Array {
  const y = Float64Array.of(1.2, 0.5);
  const step = stepper(2);
  for (let k = 0; k < steps; k++) {
    step(y, 4 / steps, (slope, [x, v]) => slope.set([v!, -Math.sin(x!)]));
  }
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
  stepper(1)(Float64Array.of(0), 2, (slope, [t], stage) => {
    stages.push(stage);
    times.push(t! / 2);
    slope.set([1]);
  });
  expect(stages).toEqual(Array.from({ length: STAGE_COUNT }, (_, s) => s));
  const [low, high] = [(7 - Math.sqrt(21)) / 14, (7 + Math.sqrt(21)) / 14];
  const expected = [0, 0.5, 0.5, high, high, 0.5, low, low, 0.5, high, 1];
  times.forEach((time, s) => {
    expect(time).toBeCloseTo(expected[s]!, 13);
  });
});
