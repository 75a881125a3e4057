/**
 * @file What the playground weighs, when its first training step is on the page, and how many frames a second it draws:
 * `npm run bench -- playground`. It builds the page, serves it on this machine and opens it in Chromium.
 */

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { preview } from 'vite';
import { bench, describe } from 'vitest';
import { writtenAddress } from '../web/page/address.ts';
import { FIRST_STATE, type PlayState } from '../web/play/play-state.ts';
import { printRow } from './measure.ts';

const configFile = join('web', 'vite.config.ts');
const outDir = join(import.meta.dirname, 'playground.tmp');
const ROUNDS = 7;
/** Milliseconds for which frames are counted. */
const COUNTED = 5000;

const ising = { kind: 'hamiltonian', name: 'transverse-field-ising', coupling: 1, anisotropy: 1, field: 1 } as const;
const eight: PlayState = { ...FIRST_STATE, source: { ...ising, qubits: 8, periodic: false }, pace: 60 };
const NETWORKS: readonly (readonly [string, PlayState['model']])[] = [
  ['circuit of blocks, 4 layers', { name: 'block-circuit', depth: 4 }],
  ['brickwall, 4 layers', { name: 'brickwall', depth: 4 }],
];

/** Milliseconds from the request of the page to its first training step. */
async function firstStep(page: Page): Promise<number> {
  await page.waitForFunction(() => performance.getEntriesByName('first-step').length > 0);
  return page.evaluate(() => performance.getEntriesByName('first-step')[0]!.startTime);
}

/** Frames a second, and milliseconds of processor time that the thread of the page spends on each. */
async function frames(page: Page): Promise<{ readonly rate: number; readonly processor: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (): Promise<number> =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value;
  const before = await spent();
  const count = await page.evaluate(
    (milliseconds) =>
      new Promise<number>((resolve) => {
        let changes = 0;
        const seen = new MutationObserver(() => {
          changes += 1;
        });
        seen.observe(document.querySelector('[data-part=facts]')!, { childList: true });
        setTimeout(() => resolve(changes), milliseconds);
      }),
    COUNTED,
  );
  return { rate: (1000 * count) / COUNTED, processor: (1000 * ((await spent()) - before)) / count };
}

function weights(): { readonly all: number; readonly first: number } {
  const sizes = readdirSync(outDir, { recursive: true })
    .map((file) => join(outDir, String(file)))
    .filter((file) => statSync(file).isFile())
    .map((file) => ({ file, bytes: gzipSync(readFileSync(file)).length }));
  const sum = (list: typeof sizes): number => list.reduce((total, { bytes }) => total + bytes, 0);
  return {
    all: sum(sizes),
    first: sum(sizes.filter(({ file }) => /(index|worker|style)[\w-]*\.(html|js|css)$/.test(file))),
  };
}

describe('playground', () => {
  const once = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 };
  bench(
    'playground',
    async () => {
      const vite = [
        'vite',
        'build',
        '--config',
        configFile,
        '--outDir',
        outDir,
        '--emptyOutDir',
        '--logLevel',
        'error',
      ];
      execFileSync('npx', vite, { env: { ...process.env, NODE_ENV: 'production' } });
      const { all, first } = weights();
      printRow('all files, gzip', [all / 1e6, 'MB']);
      printRow('of these loaded before the first step', [first / 1e6, 'MB']);
      const server = await preview({ configFile, logLevel: 'error', build: { outDir }, preview: { port: 0 } });
      const url = server.resolvedUrls!.local[0]!;
      const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
      const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', ...sandbox] });
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const page = await browser.newPage();
        await page.goto(url);
        times.push(await firstStep(page));
        await page.close();
      }
      const sorted = times.toSorted((a, b) => a - b);
      printRow(
        'first training step after the request',
        [sorted[0]!, 'ms, least', 0],
        [sorted[ROUNDS >> 1]!, 'ms, median', 0],
      );
      for (const [name, model] of NETWORKS) {
        const page = await browser.newPage();
        await page.goto(url + writtenAddress('play', { ...eight, model }));
        await firstStep(page);
        const { rate, processor } = await frames(page);
        printRow(`n = 8, ${name}`, [rate, 'frames/s', 1], [processor, 'ms of processor time for each', 1]);
        await page.close();
      }
      await browser.close();
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
    once,
  );
});
