import { expect, test } from 'vitest';
import { peersOf, withSections } from '../../bench/peers/page.ts';

const page = '# Speed\n\nIntroduction.\n\n## First\n\nold\n\n## Remarks\n\n### kept\n\nby hand\n';

test('a section that was run anew is replaced in its place, all others stay', () => {
  expect(withSections(page, [{ title: 'First', text: 'new' }])).toBe(page.replace('old', 'new'));
});

test('a new section follows the last', () => {
  expect(withSections(page, [{ title: 'Second', text: 'text' }])).toBe(`${page}\n## Second\n\ntext\n`);
});

test('a page is written from nothing', () => {
  expect(withSections('', [{ title: 'First', text: 'text' }])).toBe('## First\n\ntext\n');
});

test('writing the same twice changes nothing', () => {
  const once = withSections(page, [{ title: 'First', text: 'new' }]);
  expect(withSections(once, [{ title: 'First', text: 'new' }])).toBe(once);
});

test('peers of other workloads stay in the list, those of this run have their new versions', () => {
  const old = '## Conditions\n\n- Node 20\n- peers: numpy 1.26, stim 1.15\n\n## More';
  expect(peersOf(old, ['scipy 1.17', 'numpy 2.4'])).toEqual(['numpy 2.4', 'scipy 1.17', 'stim 1.15']);
  expect(peersOf('', ['numpy 2.4'])).toEqual(['numpy 2.4']);
});
