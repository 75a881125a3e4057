import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extent, linearScale, logScale, logTicks, niceStep, niceTicks } from '../../src/drawing/scale.ts';

describe('round ticks', () => {
  test.each([
    [1, 5, 0.2],
    [10, 4, 2],
    [7, 5, 1],
    [100, 3, 50],
    [0.3, 6, 0.05],
  ])('a span of %d in about %d parts has step %d', (span, count, step) => {
    expect(niceStep(span, count)).toBeCloseTo(step, 12);
  });

  test('are multiples of the step without rounding noise', () => {
    expect(niceTicks([0, 1], 0.1)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(niceTicks([-3, 3], 2)).toEqual([-2, 0, 2]);
  });

  test('of a logarithmic axis are powers of ten, thinned when many, with 2 and 5 when few', () => {
    expect(logTicks([1e-3, 1], 6)).toEqual([1e-3, 1e-2, 1e-1, 1]);
    expect(logTicks([1e-16, 1], 6)).toEqual([1e-15, 1e-12, 1e-9, 1e-6, 1e-3, 1]);
    expect(logTicks([0.1, 1], 6)).toEqual([0.1, 0.2, 0.5, 1]);
  });
});

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });

test('a linear scale covers all values, keeps their order, and ends at ticks', () => {
  fc.assert(
    fc.property(fc.array(finite, { minLength: 1, maxLength: 20 }), (values) => {
      const { at, domain, ticks } = linearScale(values, [0, 100]);
      const slack = 1e-6;
      for (const value of values) {
        expect(at(value)).toBeGreaterThanOrEqual(-slack);
        expect(at(value)).toBeLessThanOrEqual(100 + slack);
      }
      expect(at(domain[1])).toBeGreaterThan(at(domain[0]));
      expect(at(ticks[0]!.value)).toBeCloseTo(0, 5);
      expect(at(ticks[ticks.length - 1]!.value)).toBeCloseTo(100, 5);
    }),
    { seed: 5 },
  );
});

test('a logarithmic scale gives every decade the same length and leaves out what is not positive', () => {
  const { at, domain } = logScale([0, -1, 3e-7, 0.5, Number.NaN], [0, 700]);
  expect(domain).toEqual([1e-7, 1]);
  expect(at(1e-7)).toBeCloseTo(0, 9);
  expect(at(1e-3) - at(1e-4)).toBeCloseTo(100, 9);
});

test('a logarithmic axis has decimal numbers if all are short, and powers of ten throughout if not', () => {
  const labels = (low: number, high: number) => logScale([low, high], [0, 700]).ticks.map(({ label }) => label);
  expect(labels(1, 800)).toEqual(['1', '10', '100', '1000']);
  expect(labels(0.1, 1)).toEqual(['0.1', '0.2', '0.5', '1']);
  expect(labels(1, 1e8)).toEqual(['1', '10²', '10⁴', '10⁶', '10⁸']);
  expect(labels(1e-4, 1)).toEqual(['10⁻⁴', '10⁻³', '10⁻²', '10⁻¹', '1']);
});

test('without values there still is an axis', () => {
  expect(linearScale([], [0, 10]).domain).toEqual([0, 1]);
  expect(logScale([], [0, 10]).domain).toEqual([0.1, 1]);
  expect(linearScale([4, 4], [0, 10]).at(4)).toBeCloseTo(5, 9);
  expect(extent([Number.NaN, Infinity])).toBeNull();
});
