import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { pages } from './helpers/pages.ts';

const npm = ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline', '--loglevel=error'];
const options = { encoding: 'utf8', shell: process.platform === 'win32' } as const; // npm is a script there
const [{ files }] = JSON.parse(execFileSync('npm', npm, options)) as [{ files: readonly { readonly path: string }[] }];
const packed = new Set(files.map(({ path }) => normalize(path)));

/** Where the links and pictures of a page lead that are no addresses, without the part behind #. */
function linksOf(page: string): readonly string[] {
  const found = readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)[^)]*\)|\b(?:src|href)="([^"]+)"/g);
  return [...found]
    .map(([, link, attribute]) => (link ?? attribute)!.split('#')[0]!)
    .filter((path) => path !== '' && !/^[a-z]+:/.test(path))
    .map((path) => normalize(join(page, '..', path)));
}

test.each([...pages, 'CHANGELOG.md'])('%s is in the package, and so is every file that it links to', (page) => {
  expect(packed).toContain(page);
  for (const path of linksOf(page)) expect(packed).toContain(path);
});

test('links are found in every form', () => {
  expect(linksOf('README.md')).toContain(join('docs', 'experiments.md'));
  expect(linksOf(join('docs', 'gravity.md'))).toContain(join('docs', 'fisher.md'));
});

test('the package for Python is not in it, which is one of its own', () => {
  expect([...packed].filter((path) => path.split(/[\\/]/)[0] === 'python')).toEqual([]);
});

test('files that the experiments read are in the package', () => {
  const folder = join('train', 'experiments');
  const read = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/"(?:path|file)": *"([^"]+)"/g)].map(([, path]) =>
      normalize(join(folder, path!)),
    ),
  );
  expect(read).toContain(join('examples', 'saturn.png'));
  for (const path of read) expect(packed).toContain(path);
});
