import { expect, test } from 'vitest';
import { logSlope } from '../../web/learn/log-slope.ts';

test('a line over log x is found again', () => {
  const points = [1, 2, 5, 9].map((x) => ({ x, y: 0.3 + 0.25 * Math.log(x) }));
  expect(logSlope(points).slope).toBeCloseTo(0.25, 12);
  expect(logSlope(points).offset).toBeCloseTo(0.3, 12);
  expect(logSlope([{ x: 2, y: 1 }])).toEqual({ slope: 0, offset: 1 });
});
