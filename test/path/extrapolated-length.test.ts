import { describe, expect, test } from 'vitest';
import { extrapolatedLength, onOneSheet } from '../../src/path/extrapolated-length.ts';

const halved = (x: Float64Array): Float64Array =>
  Float64Array.from({ length: 2 * x.length }, (_, i) => x[Math.floor(i / 2)]! * Math.SQRT1_2);
/** A path of one control h(t) = 1 + t/5 + shift in K slices, of length 2 + 3/K² + 5/K⁴. */
const path = (slices: number, shift = 0) => ({
  slices,
  length: 2 + 3 / slices ** 2 + 5 / slices ** 4,
  x: Float64Array.from({ length: slices }, (_, k) => (1 + (k + 0.5) / slices / 5 + shift) / Math.sqrt(slices)),
});

describe('the limit of the lengths of sliced paths', () => {
  test('leaves no error in 1/K², and is within its uncertainty', () => {
    const limit = extrapolatedLength([path(8), path(16)], halved)!;
    expect(limit.length).toBeCloseTo(2 - (5 / 8 ** 4) * (1 / 4), 12);
    expect(limit.uncertainty).toBeCloseTo(path(16).length - limit.length, 12);
    expect(Math.abs(limit.length - 2)).toBeLessThan(limit.uncertainty);
  });

  test('of three is as uncertain as it differs from that of the first two', () => {
    const limit = extrapolatedLength([path(8), path(16), path(32)], halved)!;
    const before = extrapolatedLength([path(8), path(16)], halved)!;
    expect(limit.uncertainty).toBeCloseTo(limit.length - before.length, 12);
    expect(Math.abs(limit.length - 2)).toBeLessThan(limit.uncertainty);
  });

  test('is as uncertain as the ends that are missed, besides', () => {
    const exact = extrapolatedLength([path(8), path(16)], halved)!;
    const missed = { ...path(8), uncertainty: 0.03 };
    const limit = extrapolatedLength([missed, { ...path(16), uncertainty: 0.06 }], halved)!;
    expect(limit.uncertainty - exact.uncertainty).toBeCloseTo(0.09, 12);
    expect(extrapolatedLength([missed, { ...path(16), uncertainty: 0.6 }], halved)).toBeNull();
  });

  test('is none for a single path, or on two sheets', () => {
    expect(extrapolatedLength([path(8)], halved)).toBeNull();
    expect(extrapolatedLength([path(8), path(16, 0.5)], halved)).toBeNull();
    const limit = extrapolatedLength([path(8, 0.5), path(16), path(32)], halved)!;
    expect(limit.uncertainty).toBeCloseTo(path(32).length - limit.length, 12);
  });
});

test('one sheet demands more where slices are finer', () => {
  const apart = 0.12;
  expect(onOneSheet(halved(path(8).x), path(16, apart))).toBe(true);
  expect(onOneSheet(halved(path(32).x), path(64, apart))).toBe(false);
});
