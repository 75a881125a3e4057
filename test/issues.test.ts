import { expect, test } from 'vitest';
import { worded } from '../src/issues.ts';

test.each([
  ['Too small: expected number to be >=0', 'number to be ≥ 0'],
  ['Too big: expected number to be <24', 'number to be < 24'],
  ['Invalid input: expected number, received string', 'number'],
  ['Invalid input: expected number, received string, or Invalid input: expected "infinite"', 'number, or "infinite"'],
  ["Invalid discriminator value. Expected 'ghz' | 'w' (ghz, w)", "'ghz' | 'w'"],
  ['Invalid string: must match pattern /^[\\w.-]+$/', 'must match pattern /^[\\w.-]+$/'],
  ['1 to 24 required, got 40, whose state needs 16 TB', '1 to 24 required, got 40, whose state needs 16 TB'],
])('%j is worded as %j', (expected, words) => {
  expect(worded(expected)).toBe(words);
});
