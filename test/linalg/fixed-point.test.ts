import { expect, test } from 'vitest';
import { fixedPoint } from '../../src/linalg/fixed-point.ts';

test('e^{−1} to 60 digits, e^{−50}, and numbers there and back', () => {
  const { one, of, number, decay, times, over } = fixedPoint(240);
  // 1/e = 0.367879441171442321595523770161460867445811131031767834507836…
  const digits = (decay(one) * 10n ** 60n) >> 240n;
  expect(digits).toBe(367879441171442321595523770161460867445811131031767834507836n);
  expect(number(decay(50n * one)) / Math.exp(-50)).toBeCloseTo(1, 13);
  expect(decay(0n)).toBe(one);
  expect(decay(1000n * one)).toBe(0n);
  for (const value of [0, 1, -0.1, 1e-30, 12345.678, -(2 ** -200)]) expect(number(of(value))).toBe(value);
  expect(number(times(of(0.3), of(-7)))).toBeCloseTo(-2.1, 14);
  expect(number(over(of(1), of(3)))).toBeCloseTo(1 / 3, 15);
  expect(() => fixedPoint(10)).toThrow(/from 64 to 100000 bits required, got 10/);
});
