import { expect, test } from 'vitest';
import { animation } from '../../src/drawing/animation.ts';
import { drawing } from '../../src/drawing/markup.ts';
import { brokenNumbers, elementsOf } from './well-formed.ts';

const frames = ['a', 'b', 'c'].map((name) => ({ name, svg: drawing(name, 100, 50, []) }));

test('each frame is visible for its share of the time, and the first alone where nothing moves', () => {
  const svg = animation('Moving', frames, { width: 100, height: 50 });
  expect(brokenNumbers(svg)).toEqual([]);
  const elements = elementsOf(svg);
  const moving = elements.filter(({ name }) => name === 'animate').map(({ attributes }) => attributes);
  expect(moving.map(({ values, keyTimes }) => [values, keyTimes])).toEqual([
    ['visible;hidden', '0;0.33333'],
    ['hidden;visible;hidden', '0;0.33333;0.66667'],
    ['hidden;visible', '0;0.66667'],
  ]);
  for (const { dur, calcMode } of moving) expect([dur, calcMode]).toEqual(['2.7s', 'discrete']);
  const groups = elements.filter(({ attributes }) => attributes.visibility !== undefined);
  expect(groups.map(({ attributes }) => attributes.visibility)).toEqual(['visible', 'hidden', 'hidden']);
  expect(elements.filter(({ name }) => name === 'svg')).toHaveLength(4);
});

test('a single frame stands still', () => {
  expect(animation('Still', frames.slice(0, 1), { width: 100, height: 50 })).not.toContain('<animate');
});
