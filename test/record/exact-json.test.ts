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

test('objects whose keys are the marks of the format come back as they were', () => {
  const keys = fc.constantFrom('$number', '$array', 'base64', '$entries', '__proto__', 'leg');
  const values = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.double(),
      fc.constant('-0'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 3 }),
    ),
  })).value;
  fc.assert(
    fc.property(values, (value) => {
      expect(parseExactJson(exactJson(value))).toEqual(value);
    }),
    { seed: 7, numRuns: 500 },
  );
  expect(parseExactJson(exactJson({ $number: 2 }))).toEqual({ $number: 2 });
});

test('what was written before keys were kept apart is read as before', () => {
  const text = '{"theta":{"$array":"Float64Array","base64":"AAAAAAAA8D8="},"best":{"$number":"Infinity"},"$entries":3}';
  expect(parseExactJson(text)).toEqual({ theta: Float64Array.of(1), best: Infinity, $entries: 3 });
});

test('finite numbers are written as themselves, others by name', () => {
  expect(exactJson([1.5, 0, -3])).toBe('[1.5,0,-3]');
  expect(exactJson([-0, Infinity])).toBe('[{"$number":"-0"},{"$number":"Infinity"}]');
  const long = Float64Array.from({ length: 3000 }, (_, k) => Math.sin(k)); // more bytes than one piece of base64
  expect(parseExactJson(exactJson(long))).toEqual(long);
});

test.each([
  '{"$number":3}',
  '{"other":"3"}',
  '{"$array":"Float64Array"}',
  '{"base64":"AAAA"}',
  '{"$array":3,"base64":""}',
  '{"$entries":[["a",1],3]}',
  '{"$entries":[["a"]]}',
  '{"$entries":[["a",1,2]]}',
  '{"$entries":[[1,2]]}',
  '{"$entries":["ab"]}',
])('%s is no mark, and is read as it stands', (text) => {
  expect(parseExactJson(text)).toEqual(JSON.parse(text));
});

test('an array of unknown kind is refused', () => {
  expect(() => parseExactJson('{"$array":"Function","base64":""}')).toThrow('a typed array required, got Function');
  for (const base64 of ['?', 'AAAA']) {
    expect(() => parseExactJson(`{"$array":"Float64Array","base64":"${base64}"}`)).toThrow(
      'the bytes of a Float64Array',
    );
  }
});
