import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { parseExperiment } from '../train/run/experiment.ts';

const readme = await readFile('README.md', 'utf8');
const blocks = (language: string): readonly string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code]) => code!);
const folder = join('test', 'readme.tmp');
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the experiment in the README is one', () => {
  for (const json of blocks('json')) expect(parseExperiment(JSON.parse(json))).toHaveProperty('experiment');
  expect(blocks('json').length).toBeGreaterThan(0);
});

test('the program in the README learns its state', async () => {
  const [program] = blocks('ts');
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'program.ts');
  const local = program!
    .replaceAll("'bulkweave'", "'../../src/index.ts'")
    .replaceAll(/'bulkweave\/(\w+)'/g, "'../../$1/index.ts'");
  await writeFile(file, local);
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import(/* @vite-ignore */ resolve(file));
  const [, last] = log.mock.calls.at(-1)!;
  log.mockRestore();
  expect(last).toBeLessThan(1e-10);
});
