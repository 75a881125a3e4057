import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { printedInNode, programsOf, type Site, siteOf } from './site.ts';

const folder = join('test', 'browser', 'site.tmp');
/** Chromium without its own connections to the network; without a sandbox where it would need another user than root. */
const FLAGS = [
  '--use-angle=swiftshader', // WebGL by software
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const [beginning] = await programsOf('docs/index.md');
const documented = await programsOf('docs/tensorflow.md');
const wasm = documented.find((code) => code.includes('wasmPaths'))!;
const inBrowser = documented
  .filter((code) => code !== wasm)
  .map((code) => code.replaceAll("directoryHandler('runs/family')", "'indexeddb://family'"));

/** Everything that the page of data files promises, read in a browser. */
const files = `
import { encode } from 'fast-png';
import { readNpy, readNpz, readPng, stateOfFile, writeNpy, writeNpz } from 'bulkweave/datasets';
const array = { shape: [2], interleaved: Float64Array.of(0.6, 0, 0, 0.8) };
console.log([...readNpy(writeNpy(array)).interleaved], [...readNpz(writeNpz({ psi: array })).interleaved]);
console.log([...readPng(encode({ width: 2, height: 1, channels: 1, data: Uint8Array.of(0, 255) })).pixels]);
console.log(stateOfFile(new TextEncoder().encode('{"re": [1, 0]}'), 'psi.json').kind);
`;

const unaided = `
import { initBackend } from 'bulkweave/tensorflow';
console.log(await initBackend());
`;
const current = `
import * as tf from '@tensorflow/tfjs';
console.log(tf.getBackend());
`;

/** What is trained on these two pages, told which backend to use: the same programs in the browser and in Node.js. */
const trainings = {
  objective: documented[0]!,
  state: documented[1]!,
  batches: documented[3]!,
  'born-machine': documented[4]!,
  classifier: documented[5]!,
  ...named(await programsOf('docs/neural-generators.md'), {
    'adversarial-pair': 'adversarialTraining',
    'deep-image-prior': 'deepImagePrior',
    'layer-paths': 'layerPath',
  }),
};
const on = (backend: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(trainings).map(([name, code]) => [
      `${name}-${backend}`,
      code.replace('await initBackend()', `await initBackend({ prefer: '${backend}' })`),
    ]),
  );
const onWebgl = `import { setBackend } from '@tensorflow/tfjs';
${documented[4]!.replace('await initBackend()', "await setBackend('webgl')")}`;

/** Of the programs those that call a function, by the names they shall have. */
function named(programs: readonly string[], calls: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [name, programs.find((code) => code.includes(`${call}(`))!]),
  );
}

let site: Site;
let browser: Browser;
let page: Page;
let errors: string[];

beforeAll(async () => {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
  const programs = Object.fromEntries(inBrowser.map((code, k) => [`tensorflow-${k + 1}`, code]));
  const trained = { ...on('cpu'), ...on('wasm'), webgl: onWebgl };
  site = await siteOf({ beginning: beginning!, wasm, files, unaided, current, ...programs, ...trained }, folder);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  page = await browser.newPage();
  errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(site.url);
});

afterEach(async () => {
  expect(errors).toEqual([]);
  await page.close();
});

/** What a program prints in the page. */
const run = (name: string): Promise<unknown[]> =>
  page.evaluate(
    (program) => (globalThis as unknown as { run: (name: string) => Promise<unknown[]> }).run(program),
    name,
  );

describe('a bundle made by Vite, in Chromium', () => {
  test('the program of the start page learns its state', async () => {
    expect((await run('beginning')).at(-1)).toBeLessThan(1e-10);
  });

  test('files of numbers and pictures are read', async () => {
    expect(await run('files')).toEqual([[0.6, 0, 0, 0.8], [0.6, 0, 0, 0.8], [0, 1], 'pure']);
  });

  const noNode = { name: 'tensorflow', reason: 'it needs Node.js' };

  test('the WebAssembly backend starts with the paths of its files, and trains', async () => {
    expect(await run('wasm')).toEqual([{ name: 'wasm', version: '4.22.0', skipped: [noNode] }]);
    expect((await run('tensorflow-1'))[0]).toBeLessThan(1e-6);
    expect(await run('current')).toEqual(['wasm']);
  });

  test('without the paths it is passed over, with the reason', async () => {
    const reason = expect.stringContaining('wasmPaths');
    const skipped = [noNode, { name: 'wasm', reason }];
    expect(await run('unaided')).toEqual([{ name: 'cpu', version: '4.22.0', skipped }]);
  });

  test('an objective is minimised by an optimiser of TensorFlow.js', async () => {
    expect((await run('tensorflow-1'))[0]).toBeLessThan(1e-6);
  });

  test('a state under a loss of stock operations is learned', async () => {
    expect(Math.abs((await run('tensorflow-2'))[0] as number)).toBeLessThan(1e-3);
  });

  test('a layer is trained by fit, saved in the browser and read back', async () => {
    const [loss, same] = await run('tensorflow-3');
    expect(loss).toBeLessThan(1e-3);
    expect(same).toBe(true);
  });

  test('a Born machine learns bars and stripes, and completes a row of them', async () => {
    const [nats, entropy, samples] = await run('tensorflow-5');
    expect(Number(nats) - Number(entropy)).toBeLessThan(0.01);
    expect(samples).toEqual([
      [1, 0, 0, 1, 0, 0, 1, 0, 0],
      [1, 0, 0, 1, 0, 0, 1, 0, 0],
    ]);
  });

  test('a batch of starts is trained, and curvature asked for', async () => {
    const [least, curvature] = await run('tensorflow-4');
    expect(least).toBeLessThan(1e-6);
    expect(curvature).toBeGreaterThan(-1e-4);
  });
});

describe.each(['cpu', 'wasm'] as const)('trained on %s, in Chromium and in Node.js', (backend) => {
  let inNode: Readonly<Record<string, unknown[]>>;

  beforeAll(async () => {
    inNode = await printedInNode(on(backend), folder);
  });

  beforeEach(async () => {
    if (backend === 'wasm') await run('wasm'); // with the paths of its files
  });

  test.each(Object.keys(trainings))('%s: the same numbers', async (name) => {
    const [here, there] = [await run(`${name}-${backend}`), inNode[`${name}-${backend}`]!];
    expect(here).toEqual(sameNumbers(there));
    expect(await run('current')).toEqual([backend]);
  });
});

/** Numbers to ten digits, so that those of float32 are the same bits; elementary functions of two versions of V8 differ in the last digits of float64. */
const sameNumbers = (printed: readonly unknown[]): unknown[] =>
  printed.map((x) => (typeof x === 'number' ? expect.closeTo(x, 10) : x));

test('a Born machine is trained on webgl, too, to the rounding of the renderer', async () => {
  const [nats, entropy, samples] = await run('webgl');
  expect(await run('current')).toEqual(['webgl']);
  expect(Number(nats) - Number(entropy)).toBeLessThan(0.01);
  expect(samples).toEqual([
    [1, 0, 0, 1, 0, 0, 1, 0, 0],
    [1, 0, 0, 1, 0, 0, 1, 0, 0],
  ]);
});
