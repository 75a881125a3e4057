import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { pages } from './helpers/pages.ts';

const roots = new Set(
  'src datasets models train cli web test docs bench examples scripts assembly bin python'.split(' '),
);

/** The words between backticks on a page, outside of programs. */
function wordsOf(page: string): readonly string[] {
  const prose = readFileSync(page, 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '');
  const code = [...prose.matchAll(/`([^`\n]+)`/g)].flatMap(([, text]) => text!.split(/[\s,]+/));
  return code.filter((word) => !/[<>*…{}[\]]|NAME/.test(word)); // without what stands for any name
}

/** The paths from the root that a page names. */
const named = (page: string): readonly string[] => wordsOf(page).filter((word) => roots.has(word.split('/')[0]!));

/** The files that a page names without their folder, which is the root or that of a path on the page. */
const shortened = (page: string): readonly string[] =>
  wordsOf(page).filter((word) => /^[\w./-]+\.ts$/.test(word) && !roots.has(word.split('/')[0]!));

/** The files that a page links to, as paths from the root. */
function linked(page: string): readonly string[] {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!\w+:|#)([^)#]+)/g)];
  return links.map(([, path]) => normalize(join(dirname(page), path!)));
}

test.each(pages)('%s names and links to files and folders that exist', (page) => {
  const paths = [...named(page), ...linked(page)];
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  const folders = ['.', ...paths.map((path) => (statSync(path).isDirectory() ? path : dirname(path)))];
  const lost = shortened(page).filter((file) => !folders.some((folder) => existsSync(join(folder, file))));
  expect(lost, 'files in no folder of the page').toEqual([]);
});

test('paths are found in backticks and in links', () => {
  expect(named('docs/architecture.md').length).toBeGreaterThan(20);
  expect(shortened('docs/contraction.md').length).toBeGreaterThan(5);
  expect(linked('README.md').length).toBeGreaterThan(3);
});
