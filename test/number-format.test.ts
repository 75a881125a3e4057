import { expect, test } from 'vitest';
import {
  angleText,
  brief,
  counted,
  duration,
  infidelityText,
  settledTo,
  significant,
  subscript,
  superscript,
} from '../src/number-format.ts';

test.each([
  [3.2e-7, '3.20\u00A0×\u00A010⁻⁷'],
  [0.99951, '1.00'], // rounding carries into the next power
  [0.0123456, '0.0123'],
  [123456, '1.23\u00A0×\u00A010⁵'],
  [12345, '12345'],
  [-1.5, '−1.50'],
  [0, '0'],
  [Number.NaN, '—'],
  [null, '—'],
  [Infinity, '∞'],
])('three significant digits of %s', (value, text) => {
  expect(significant(value)).toBe(text);
});

test.each([
  [0.9, '0.9 s'],
  [42.4, '42 s'],
  [59.7, '1 min 0 s'],
  [72, '1 min 12 s'],
  [3599.6, '1 h 0 min'],
  [11100, '3 h 5 min'],
])('a duration of %d seconds', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

test('an infidelity below rounding is only bounded', () => {
  expect([1.46e-241, 0, 2e-14, null].map((value) => infidelityText(value))).toEqual([
    '< 10⁻³⁰',
    '< 10⁻³⁰',
    '2.00\u00A0×\u00A010⁻¹⁴',
    '—',
  ]);
});

test('powers, indices, ticks, angles and counts', () => {
  expect(superscript(-17)).toBe('⁻¹⁷');
  expect(subscript(203)).toBe('₂₀₃');
  expect([0.2, -1, 1e6, 2e-5, 0].map(brief)).toEqual(['0.2', '−1', '10⁶', '2 × 10⁻⁵', '0']);
  expect(angleText(Math.PI / 4)).toBe('0.78540 rad (0.2500 π)');
  expect([counted(1, 'gate'), counted(3, 'gate')]).toEqual(['1 gate', '3 gates']);
});

test('what is smaller than rounding is 0, of either sign; NaN stays what it is', () => {
  expect([2e-6, -2e-6, 1e-7, -1e-7, 0].map(settledTo(1e-6))).toEqual([2e-6, -2e-6, 0, 0, 0]);
  expect(settledTo(1e-6)(NaN)).toBeNaN();
});
