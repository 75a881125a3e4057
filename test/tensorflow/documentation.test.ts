import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { entryPoints } from '../../scripts/entry-points.mjs';
import { docstringExamples, expectPromised, numbersOf } from '../helpers/docstring-examples.ts';

const modules = entryPoints();
/** The package's names resolved to its sources. */
const resolved = (code: string): string =>
  code
    .replaceAll(/'bulkweave(?:\/([\w/-]+))?'/g, (_, entry) => `'../../../${modules[entry ?? 'index']}.ts'`)
    .replaceAll("'runs/", "'test/tensorflow/documentation.tmp/");

/** The programs of the page, in order. */
const programs = [...(await readFile('docs/tensorflow.md', 'utf8')).matchAll(/```ts\n([\s\S]*?)```/g)].map(
  ([, code]) => code!,
);
const folder = join('test', 'tensorflow', 'documentation.tmp');
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a program of the page and returns what it printed. */
const run = (index: number): Promise<unknown[]> => printedBy(`program-${index}.ts`, programs[index]!);

async function printedBy(name: string, code: string): Promise<unknown[]> {
  const file = join(folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(file, resolved(code));
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    await import(/* @vite-ignore */ resolve(file));
    return log.mock.calls.flat();
  } finally {
    log.mockRestore();
  }
}

test('the page has six programs, and one for browsers, which test/browser runs', () => {
  expect(programs.length).toBe(7);
  expect(programs[6]).toContain('wasmPaths');
});

test('the first learns a GHZ state to an infidelity below 1e-6', async () => {
  expect((await run(0))[0]).toBeLessThan(1e-6);
});

test('the second leaves a probability below 1e-3 outside of |11⟩', async () => {
  expect(Math.abs((await run(1))[0] as number)).toBeLessThan(1e-3);
});

test('the third learns a family of states to an infidelity below 1e-3 and reads it back', async () => {
  const [loss, same] = await run(2);
  expect(loss).toBeLessThan(1e-3);
  expect(same).toBe(true);
});

test('the fourth trains five starts at once, the best below 1e-6, where the curvature is not negative', async () => {
  const [least, curvature] = await run(3);
  expect(least).toBeLessThan(1e-6);
  expect(curvature).toBeGreaterThan(-1e-4);
});

test('the fifth learns bars and stripes to their entropy, and completes a first row to the only bar that has it', async () => {
  const [nats, entropy, samples] = await run(4);
  expect(Number(nats) - Number(entropy)).toBeLessThan(0.01);
  expect(samples).toEqual([
    [1, 0, 0, 1, 0, 0, 1, 0, 0],
    [1, 0, 0, 1, 0, 0, 1, 0, 0],
  ]);
});

test('the sixth tells more than nine of ten held-out digits', async () => {
  expect((await run(5))[0]).toBeGreaterThan(0.9);
});

test.each(docstringExamples(['src/tensorflow']))('$name prints what it says', async ({ name, code }) => {
  const numbers = numbersOf(await printedBy(`${name.replaceAll(/\W+/g, '-')}.ts`, code));
  expect(numbers.length).toBeGreaterThan(0);
  expectPromised(code, numbers);
});
