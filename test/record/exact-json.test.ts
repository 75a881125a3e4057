import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactJson, parseExactJson } from '../../src/record/exact-json.ts';

test('every number comes back, bit for bit', () => {
  fc.assert(
    fc.property(fc.double(), fc.float32Array(), fc.float64Array(), (number, floats, doubles) => {
      const value = { number, list: [number, { floats, doubles }], nothing: null, text: 'ψ' };
      expect(parseExactJson(exactJson(value))).toStrictEqual(value);
    }),
    { seed: 4 },
  );
});

test('a view into a larger buffer comes back as its part', () => {
  const part = Float64Array.of(1, -0, Number.NaN, Infinity).subarray(1, 3);
  const back = parseExactJson(exactJson(part)) as Float64Array;
  expect([...back]).toStrictEqual([-0, Number.NaN]);
  expect(back.buffer.byteLength).toBe(16);
});

test('an array of unknown kind is refused', () => {
  expect(() => parseExactJson('{"$array":"Function","base64":""}')).toThrow('a typed array required, got Function');
});
