import { expect, test } from 'vitest';
import type { RunPoint } from '../../src/record/run-record.ts';
import { curveFrames } from '../../src/report/curve-frames.ts';
import { elementsOf } from '../drawing/well-formed.ts';

const at = (time: number, information: number, entropies = [0.1, 0.2, 0.1]): RunPoint =>
  ({
    time,
    bulk: {
      boundary: ['a', 'b', 'c', 'd'],
      cuts: entropies.map((entropy, k) => ({ start: 0, length: k + 1, entropy, cut: 1, legs: [] })),
      mutualInformation: [
        [1, information],
        [information, 1],
      ],
    },
  }) as unknown as RunPoint;
const titles = (page: string) => elementsOf(page).flatMap(({ attributes }) => attributes['aria-label'] ?? []);

test('mutual information and entropies move together, and all frames are folded below on one scale', () => {
  const page = curveFrames([at(0, 0.1), at(1, 0.4)]);
  expect(titles(page).slice(0, 2)).toEqual([
    'Mutual information along the curve',
    'Mutual information of two sites at τ = 0',
  ]);
  expect(page).toContain('<summary>All frames</summary>');
  expect(page.match(/<animate /g)).toHaveLength(4);
  const fill = (information: string) =>
    new RegExp(`fill="([^"]*)"><title>site a 0, site b 1: ${information}`).exec(page)![1];
  expect(fill('0.1000')).not.toBe(fill('0.4000'));
  expect(page).toContain(encodeURI('τ,site a,site b'));
});

test('what no state has is left out, and a single state or none with a geometry does not move', () => {
  const bare = curveFrames([at(0, 0), at(1, 1e-9)]);
  expect(titles(bare)[0]).toBe('Entropies along the curve');
  expect(curveFrames([at(0, 0, [0, 0, 0]), at(1, 0, [0, 0, 0])])).toBe('');
  expect(curveFrames([at(0, 1)])).toBe('');
  expect(
    curveFrames([
      { ...at(0, 1), bulk: null },
      { ...at(1, 1), bulk: null },
    ]),
  ).toBe('');
});

test('long curves are thinned, first and last state kept', () => {
  const page = curveFrames(Array.from({ length: 200 }, (_, k) => at(k, 0.1 + k / 1000)));
  expect(page.match(/<animate /g)).toHaveLength(80);
  expect(page).toContain('at τ = 0.');
  expect(page).toContain('at τ = 199.');
});
