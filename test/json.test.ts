import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonMistake, parseJson } from '../src/json.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test.each([
  ['{\n  "a": 1,\n}', 3, 1, "'}'"],
  ['{"a" 1}', 1, 6, "'1'"],
  ['[1 2]', 1, 4, "'2'"],
  ['{"a": tru}', 1, 7, "'t'"],
  ["{'a': 1}", 1, 2, "'''"],
  ['{"a": [1, 2', 1, 12, 'the end of the file'],
  ['{"a": "b', 1, 9, 'the end of the file'],
  ['', 1, 1, 'the end of the file'],
  ['{} x', 1, 4, "'x'"],
  ['[01]', 1, 2, "'0'"],
  ['["\\x"]', 1, 4, "'x'"],
  ['// note\n{}', 1, 1, "'/'"],
])('%j is wrong in line %d, column %d', (text, line, column, received) => {
  expect(jsonMistake(text)).toMatchObject({ line, column, received });
});

test.each([
  [
    'a key twice',
    '{\n  "re": [1],\n  "re": [2]\n}',
    'a.json:3:3: not JSON: a key that has not occurred before required, got "re" again',
  ],
  [
    'a key twice, once in an escape',
    '{"a": 1, "\\u0061": 2}',
    'a.json:1:10: not JSON: a key that has not occurred before',
  ],
  ['depth', '['.repeat(3000), 'a.json:1:101: not JSON: at most 100 lists and objects within each other required'],
  ['a character that is not printed', '\u001b[31m', "a.json:1:1: not JSON: a JSON value required, got '\\u001b'"],
])('%s is refused at its place', (_, text, message) => {
  expect(() => parseJson(text, 'a.json')).toThrow(message);
});

test('equal keys of different objects, depth up to the limit and a byte-order mark are fine', () => {
  expect(parseJson('[{"a": {"a": 1}}, {"a": 2}]', 'a.json')).toEqual([{ a: { a: 1 } }, { a: 2 }]);
  expect(parseJson(`${'['.repeat(100)}${']'.repeat(100)}`, 'a.json')).toHaveLength(1);
  expect(parseJson(Uint8Array.of(0xef, 0xbb, 0xbf, 0x31), 'a.json')).toBe(1);
});

describe('agreement with JSON.parse', () => {
  test('on JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2, '\t'), (json, indent) => {
        expect(jsonMistake(JSON.stringify(JSON.parse(json), null, indent))).toBeNull();
      }),
      { seed: 11 },
    );
  });

  test('on damaged JSON', () => {
    const damage = fc.tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '}', '"', '1', ' ', 'x', '\\', '\n', '-', '.'),
    );
    fc.assert(
      fc.property(damage, ([json, place, inserted]) => {
        const at = place % (json.length + 1);
        const text = json.slice(0, at) + inserted + json.slice(at + 1);
        expect(jsonMistake(text) === null).toBe(isJson(text));
      }),
      { seed: 12, numRuns: 2000 },
    );
  });
});
