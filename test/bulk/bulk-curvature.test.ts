import { expect, test } from 'vitest';
import { bulkCurvature } from '../../src/bulk/bulk-curvature.ts';

const graph = (nodes: number, pairs: readonly (readonly [number, number | null])[]) => ({
  nodes: Array.from({ length: nodes }, (_, k) => ({ id: `n${k}`, site: k, depth: k, information: 0 })),
  edges: pairs.map(([a, b], k) => ({
    leg: `l${k}`,
    from: `n${a}`,
    to: b === null ? null : `n${b}`,
    capacity: Math.LN2,
    entropy: 0,
  })),
});

const curvatures = (nodes: number, pairs: readonly (readonly [number, number | null])[]) =>
  bulkCurvature(graph(nodes, pairs)).value!.map(({ curvature }) => curvature);

test('a complete graph of n nodes has the curvature n/(n − 1) of Lin, Lu & Yau on every bond', () => {
  const pairs = [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].filter((b) => b > a).map((b) => [a, b] as const));
  for (const value of curvatures(4, pairs)) expect(value).toBeCloseTo(4 / 3, 12);
});

test('a tree has 2/d + 2/d′ − 2, so branching is negative', () => {
  const [middle, ...ends] = curvatures(6, [
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 4],
    [1, 5],
  ]);
  expect(middle).toBeCloseTo(2 / 3 + 2 / 3 - 2, 12);
  for (const value of ends) expect(value).toBeCloseTo(2 + 2 / 3 - 2, 12);
});

test('long cycles are flat; open legs and second legs between the same tensors do not count', () => {
  const cycle = Array.from({ length: 6 }, (_, k) => [k, (k + 1) % 6] as const);
  const values = curvatures(6, [...cycle, [1, 0], [2, 3], [4, null]]);
  expect(values.length).toBe(6);
  for (const value of values) expect(value).toBeCloseTo(0, 12);
});

test('bonds lie at the mean depth of their ends', () => {
  expect(bulkCurvature(graph(2, [[1, 0]])).value).toEqual([
    { from: 'n0', to: 'n1', depth: 0.5, curvature: expect.closeTo(2, 12) },
  ]);
});

test('large networks are left out, with the reason', () => {
  const { value, notes } = bulkCurvature(graph(301, []));
  expect(value).toBeNull();
  expect(notes.join()).toMatch(/301 tensors/);
});
