import { expect, test } from 'vitest';
import { integrateFlow } from '../../src/riemann/dormand-prince.ts';
import { extrapolatedFlow } from '../../src/riemann/extrapolation.ts';

const rotation = (y: Float64Array): Float64Array => Float64Array.of(-y[1]!, y[0]!);
/** The rigid body, Euler's equations. */
const body = ([x, y, z]: Float64Array): Float64Array => Float64Array.of(y! * z!, -2 * z! * x!, x! * y!);

test('a rotation is exact to rounding, forwards and backwards, whatever the first step', () => {
  for (const [time, step] of [
    [7, 0.5],
    [-7, 0.5],
    [3, 30],
  ] as const) {
    const y = extrapolatedFlow(rotation, Float64Array.of(1, 0), time, step);
    expect(Math.hypot(y[0]! - Math.cos(time), y[1]! - Math.sin(time))).toBeLessThan(1e-12);
  }
});

test('a rigid body keeps its energy and turns as by the method of Dormand and Prince', () => {
  const start = Float64Array.of(0.4, 1, -0.7);
  const y = extrapolatedFlow(body, start, 10, 0.5);
  const energy = (v: Float64Array): number => v[0]! ** 2 + v[1]! ** 2 + v[2]! ** 2;
  expect(energy(y)).toBeCloseTo(energy(start), 12);
  const other = integrateFlow((_, v) => body(v), start, 10, 1e-12);
  expect(Math.hypot(...y.map((x, i) => x - other[i]!))).toBeLessThan(1e-9);
});
