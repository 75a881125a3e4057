import { expect, test } from 'vitest';
import { shortestPaths } from '../../src/geometry/shortest-paths.ts';

test('a detour may be shorter than the direct way; null stays where no path leads', () => {
  expect(
    shortestPaths([
      [0, 1, 9, null],
      [1, 0, 2, null],
      [9, 2, 0, null],
      [null, null, null, 0],
    ]),
  ).toEqual([
    [0, 1, 3, null],
    [1, 0, 2, null],
    [3, 2, 0, null],
    [null, null, null, 0],
  ]);
});
