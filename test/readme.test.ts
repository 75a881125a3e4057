import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { entryPoints } from '../scripts/entry-points.mjs';
import { parseExperiment } from '../train/run/experiment.ts';
import { docstringExamples, expectPromised, numbersOf } from './helpers/docstring-examples.ts';
import { pages } from './helpers/pages.ts';

const folder = join('test', 'readme.tmp');
const blocksOf = async (page: string, language: string): Promise<readonly string[]> =>
  [...(await readFile(page, 'utf8')).matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, code]) => code!,
  );

const programsOfPages = (
  await Promise.all(
    pages.map(async (page) =>
      (await blocksOf(page, 'ts')).map((code, k) => ({ name: `${page} ${k + 1}`, page, code })),
    ),
  )
).flat();
/** The programs of all pages and docstrings: where each stands, and its text. */
const programs = [...programsOfPages, ...docstringExamples(['src', 'models', 'datasets', 'train'])];
const fileOf = (name: string): string => `${name.replaceAll(/\W+/g, '-')}.ts`;

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the experiment in the README is one', async () => {
  const experiments = await blocksOf('README.md', 'json');
  for (const json of experiments) expect(parseExperiment(JSON.parse(json))).toHaveProperty('experiment');
  expect(experiments.length).toBeGreaterThan(0);
});

test('the programs of all pages and docstrings are checked by the compiler, with the names that the package exports', async () => {
  const checked = join(folder, 'checked');
  await mkdir(checked, { recursive: true });
  for (const { name, code } of programs) await writeFile(join(checked, fileOf(name)), code);
  const url = 'const url: string; export default url;'; // what Vite makes of a file's name
  await writeFile(join(checked, 'url.d.ts'), `declare module '*?url' { ${url} }\n`);
  await writeFile(
    join(checked, 'tsconfig.json'),
    JSON.stringify({ extends: '../../../tsconfig.json', include: ['*.ts'] }),
  );
  const tsc = ['node_modules/typescript/bin/tsc', '--pretty', 'false', '-p', checked];
  expect(spawnSync(process.execPath, tsc, { encoding: 'utf8' }).stdout).toBe('');
  expect(programs.length).toBeGreaterThan(12);
}, 180_000);

describe('the programs', () => {
  const modules = entryPoints();
  const printed = new Map<string, readonly unknown[]>();
  /** Those of docs/tensorflow.md and src/tensorflow are run by a test of their own. */
  const own = programs.filter(({ page }) => !page.includes('tensorflow'));

  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    for (const { name, code } of own) {
      const local = code.replaceAll(
        /'bulkweave(?:\/([\w/-]+))?'/g,
        (_, entry) => `'../../${modules[entry ?? 'index']}.ts'`,
      );
      await writeFile(join(folder, fileOf(name)), local);
    }
  });

  test.each(own)('$name runs, and prints finite numbers', async ({ name, code }) => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    await import(/* @vite-ignore */ resolve(folder, fileOf(name)));
    printed.set(name, log.mock.calls.at(-1)!);
    log.mockRestore();
    const numbers = numbersOf(printed.get(name)!);
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.every(Number.isFinite)).toBe(true);
    expectPromised(code, numbers);
  });

  test('the one on the start page learns its state', () => {
    expect(printed.get(`${join('docs', 'index.md')} 1`)![1]).toBeLessThan(1e-10);
  });
});
