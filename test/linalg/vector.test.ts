import { describe, expect, test } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { norm, normalised } from '../../src/linalg/vector.ts';

const pythagorean = (scale: number) => complexVector([2 * scale, 4 * scale], [5 * scale, 6 * scale]); // 2² + 4² + 5² + 6² = 9²

describe('a vector of any size', () => {
  test.each([1, 1e-3, 1e140, 1e154, 1e200, 1e307, 1e-139, 1e-150, 1e-162, 1e-200, 1e-300])('%d', (scale) => {
    expect(norm(pythagorean(scale)) / scale).toBeCloseTo(9, 13);
    const { interleaved } = normalised(pythagorean(scale));
    [2, 5, 4, 6].forEach((x, k) => {
      expect(interleaved[k]).toBeCloseTo(x / 9, 15);
    });
  });

  test('the smallest and the largest numbers have a direction', () => {
    for (const x of [Number.MIN_VALUE, Number.MAX_VALUE]) {
      const { interleaved } = normalised(complexVector([x, x], [x, x]));
      for (const part of interleaved) expect(part).toBeCloseTo(1 / 2, 15);
    }
  });
});

test('zero has norm 0 and no direction; what is not finite has neither', () => {
  expect(norm(complexVector([0, 0]))).toBe(0);
  expect(norm(complexVector([1, Infinity]))).toBe(Infinity);
  expect(norm(complexVector([NaN, Infinity]))).toBeNaN();
  expect(norm(complexVector([1e300, NaN]))).toBeNaN();
  for (const vector of [[0, 0], [1, Infinity], [NaN, 1], []]) {
    expect(() => normalised(complexVector(vector))).toThrow(DomainError);
  }
});
