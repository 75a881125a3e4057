import { expect, test } from 'vitest';
import { withSections } from '../../bench/peers/page.ts';

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
