import { expect, test } from 'vitest';
import { fieldAt, withField } from '../../../train/sweep/with-field.ts';

test('a field is set in a copy, in objects that are made for it and in lists', () => {
  const root = { a: { b: 1 }, c: [1, 2] };
  expect(withField(root, 'a.b', 2)).toEqual({ value: { a: { b: 2 }, c: [1, 2] } });
  expect(withField(root, 'x.y.z', 3)).toEqual({ value: { ...root, x: { y: { z: 3 } } } });
  expect(withField(root, 'c.1', 5)).toEqual({ value: { a: { b: 1 }, c: [1, 5] } });
  expect(root).toEqual({ a: { b: 1 }, c: [1, 2] });
  for (const [path, at] of [
    ['a.b.c', 'a.b'],
    ['c.2', 'c'],
    ['c.-1', 'c'],
  ] as const) {
    expect(withField(root, path, 0)).toMatchObject({ issue: { path: at } });
  }
});

test('a field is read, of all entries of a list at once', () => {
  const root = { points: [{ training: { infidelity: 1 } }, { training: { infidelity: 2 } }] };
  expect(fieldAt(root, 'points.1.training.infidelity')).toBe(2);
  expect(fieldAt(root, 'points.*.training.infidelity')).toEqual([1, 2]);
  expect(fieldAt(root, 'points.2.training')).toBeUndefined();
  expect(fieldAt(root, 'constructor')).toBeUndefined();
});
