import { expect, test } from 'vitest';
import { z } from 'zod';
import { issuesText, knownKeys, worded } from '../src/issues.ts';

test('of an unknown key the known ones are told, at any depth and in unions', () => {
  const leaf = z.strictObject({ a: z.number().optional(), b: z.number().optional() });
  const schema = z.strictObject({
    leaf,
    other: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('x') })]),
  });
  const json = { leaf: { c: 1 }, other: { kind: 'x', d: 1 } };
  expect(issuesText(schema.safeParse(json, knownKeys).error!, json)).toBe(
    "leaf.c: no such key (there are a, b), got 'c'; other.d: no such key (there are kind), got 'd'",
  );
  expect(issuesText(schema.safeParse(json).error!, json)).toContain("leaf.c: no such key, got 'c'");
});

test('of very many mistakes the first are told, and how many more there are', () => {
  const json = Object.fromEntries(Array.from({ length: 40 }, (_, k) => [`key${k}`, k]));
  const text = issuesText(z.strictObject({}).safeParse(json).error!, json);
  expect(text.match(/no such key/g)).toHaveLength(12);
  expect(text).toMatch(/; and 28 more$/);
});

test.each([
  ['Too small: expected number to be >=0', 'number to be ≥ 0'],
  ['Too small: expected array to have >=2 items', 'a list to have ≥ 2 items'],
  ['Invalid input: expected array, received number', 'a list'],
  ['Too big: expected number to be <24', 'number to be < 24'],
  ['Invalid input: expected number, received string', 'number'],
  ['Invalid input: expected number, received string, or Invalid input: expected "infinite"', 'number, or "infinite"'],
  ["Invalid discriminator value. Expected 'ghz' | 'w' (ghz, w)", "'ghz' | 'w'"],
  ['Invalid string: must match pattern /^[\\w.-]+$/', 'must match pattern /^[\\w.-]+$/'],
  ['1 to 24 required, got 40, whose state needs 16 TB', '1 to 24 required, got 40, whose state needs 16 TB'],
])('%j is worded as %j', (expected, words) => {
  expect(worded(expected)).toBe(words);
});
