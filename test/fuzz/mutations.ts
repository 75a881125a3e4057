/** @file Good files made bad: bytes changed, values of JSON replaced. */

import fc from 'fast-check';

const CHANGES = fc.array(
  fc.record({
    place: fc.nat(),
    removed: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(40)),
    inserted: fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc.constantFrom(...['{', '[', '"', '-1', '1e999', '\\u'].map(bytesOf)),
    ),
  }),
  { maxLength: 3 },
);

/** The file with up to three changes: bytes replaced, removed, inserted, or everything behind a place cut off. */
export function changedBytes(files: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const cut = fc.option(fc.nat(), { freq: 5 });
  return fc.tuple(files, CHANGES, cut).map(([file, changes, end]) => {
    const bytes = [...file];
    for (const { place, removed, inserted } of changes) bytes.splice(place % (bytes.length + 1), removed, ...inserted);
    return Uint8Array.from(end === null ? bytes : bytes.slice(0, end % (bytes.length + 1)));
  });
}

/** What no reader expects. */
const STRANGE: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    0,
    -1,
    0.5,
    2,
    1e9,
    1e15,
    1e308,
    -1e308,
    2 ** 53,
    5e-324,
    '',
    'X',
    '\u001b[31m',
    '\u0000',
    'é',
  ),
  fc.constantFrom<unknown>(
    'x'.repeat(5000),
    [[[[]]]],
    [1, 'a'],
    { $number: 'NaN' },
    { $array: 'Float64Array', base64: '?' },
    { $entries: 1 },
  ),
  fc.constant(JSON.parse('{"__proto__": 1, "constructor": 2, "toString": 3}')),
  fc.constant(JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`)),
);

/** The value with one part, at any depth, replaced, left out or given a strange neighbour. */
export function changedJson(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const change = fc.record({
    path: fc.array(fc.nat(), { maxLength: 6 }),
    how: fc.constantFrom('replaced' as const, 'left out' as const, 'joined' as const),
    key: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('$number', '__proto__', 'name', '\u0007')),
    strange: STRANGE,
  });
  return fc.tuple(values, fc.array(change, { maxLength: 2 })).map(([value, changes]) =>
    changes.reduce((json, { path, how, key, strange }) => {
      const alter = (part: unknown, depth: number): unknown => {
        if (typeof part !== 'object' || part === null || depth === path.length) {
          return how === 'joined' && part !== null && typeof part === 'object' ? joined(part, key, strange) : strange;
        }
        const entries = Object.entries(part);
        if (entries.length === 0) return strange;
        const chosen = path[depth]! % entries.length;
        const next =
          how === 'left out' && depth === path.length - 1
            ? entries.filter((_, k) => k !== chosen)
            : entries.map(([name, child], k) => [name, k === chosen ? alter(child, depth + 1) : child] as const);
        return Array.isArray(part) ? next.map(([, child]) => child) : Object.fromEntries(next);
      };
      return alter(json, 0);
    }, value),
  );
}

/** The text of a changed value, most of the time; else with changed bytes too. */
export function changedJsonText(values: fc.Arbitrary<unknown>): fc.Arbitrary<Uint8Array> {
  const texts = changedJson(values).map((json) => bytesOf(JSON.stringify(json)));
  return fc.oneof({ weight: 3, arbitrary: texts }, { weight: 1, arbitrary: changedBytes(texts) });
}

const joined = (part: object, key: string, strange: unknown): unknown =>
  Array.isArray(part) ? [...part, strange] : Object.fromEntries([...Object.entries(part), [key, strange]]);

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
