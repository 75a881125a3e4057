import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type PreviewServer, preview } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseRecord, recordJson } from '../../src/record/record-json.ts';
import { writtenAddress } from '../../web/page/address.ts';
import { FIRST_STATE, type PlayState } from '../../web/play/play-state.ts';

const configFile = join('web', 'vite.config.ts');
const outDir = join(import.meta.dirname, 'playground.tmp');
const flags = ['--disable-gpu', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
let server: PreviewServer;
let url: string;
let browser: Browser;
let page: Page;
let errors: string[];
let foreign: string[];

beforeAll(async () => {
  const vite = ['vite', 'build', '--config', configFile, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'];
  execFileSync('npx', vite, { env: { ...process.env, NODE_ENV: 'production' }, stdio: 'inherit' });
  server = await preview({ configFile, logLevel: 'error', build: { outDir }, preview: { port: 0, strictPort: false } });
  url = server.resolvedUrls!.local[0]!;
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(outDir, { recursive: true, force: true });
});

beforeEach(async () => {
  page = await browser.newPage();
  page.setDefaultTimeout(110_000);
  [errors, foreign] = [[], []];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && hostname !== '127.0.0.1') foreign.push(request.url());
  });
});

afterEach(async () => {
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
  await page.close();
});

const text = (selector: string): Promise<string | null> => page.locator(selector).first().textContent();
const stateOfAddress = (): Promise<unknown> =>
  page.evaluate(() => {
    const code = location.hash.split(':')[1]!.replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0))));
  });
/** Waits for a training to be finished, and for its record. */
const finish = () => page.waitForFunction(() => document.querySelector('.facts')?.textContent?.includes('finished'));

const small: PlayState = {
  ...FIRST_STATE,
  source: { kind: 'named', name: 'w', qubits: 3, seed: 1 },
  model: { name: 'matrix-product-state', depth: 2 },
  pace: 0,
};

/** The record of a training of the small state. */
async function savedRecord(): Promise<string> {
  await page.goto(url + writtenAddress('play', small));
  await finish();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save record' }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

test('on a telephone the graph of the bulk of four qubits is whole, with letters of 10 pixels at least', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(url);
  const drawn = await page.waitForFunction(() => {
    const svg = document.querySelector<SVGSVGElement>('[data-part=geometry] figure.fit svg');
    const canvas = svg?.closest('.canvas');
    if (svg == null || canvas == null || svg.getBoundingClientRect().width === 0) return null;
    const letters = [...svg.querySelectorAll('text')].map(
      (text) => Number.parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM()!.a,
    );
    return { hidden: canvas.scrollWidth - canvas.clientWidth, least: Math.min(...letters) };
  });
  const { hidden, least } = (await drawn.jsonValue())!;
  expect(hidden).toBeLessThanOrEqual(0);
  expect(least).toBeGreaterThanOrEqual(10);
});

describe('the page of play', () => {
  test('trains as it is opened, and shows loss, circuit, geodesic and geometry', async () => {
    await page.goto(url);
    await page.waitForFunction(() => performance.getEntriesByName('first-step').length > 0);
    const first = await page.evaluate(() => performance.getEntriesByName('first-step')[0]!.startTime);
    process.stdout.write(`first training step on the page after ${first.toFixed(0)} ms\n`);
    for (const part of ['loss', 'length', 'network', 'target', 'geodesic', 'geometry']) {
      await page.locator(`[data-part=${part}] svg`).first().waitFor();
    }
  });

  test('pauses and goes on', async () => {
    await page.goto(url);
    await page.locator('[data-part=loss] svg').waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.waitForTimeout(300);
    const step = await text('.facts dd');
    await page.waitForTimeout(300);
    expect(await text('.facts dd')).toBe(step);
    await page.getByRole('button', { name: 'Train' }).click();
    await page.waitForFunction((before) => document.querySelector('.facts dd')?.textContent !== before, step);
  });

  test('the address has the whole state: opened elsewhere it is the same', async () => {
    await page.goto(url + writtenAddress('play', small));
    expect(await page.locator('select[name=name]').inputValue()).toBe('w');
    expect(await page.locator('select[name=model]').inputValue()).toBe('matrix-product-state');
    await page.locator('select[name=name]').selectOption('graph');
    expect(await stateOfAddress()).toEqual({ ...small, source: { ...small.source, name: 'graph' } });
    await page.reload();
    expect(await page.locator('select[name=name]').inputValue()).toBe('graph');
  });

  test('what was learned is a record that the other page opens as a report', async () => {
    const saved = await savedRecord();
    const { points } = JSON.parse(saved);
    expect(points[0].training.infidelity).toBeLessThan(1e-9);
    await page.getByRole('button', { name: 'Report' }).click();
    await page.locator('.report section').first().waitFor();
    await page.goto(`${url}#open`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'record.json', mimeType: 'application/json', buffer: Buffer.from(saved) });
    await page.locator('.report section').first().waitFor();
    expect(await page.locator('.report h1').textContent()).toContain('playground');
  });

  test('amplitudes are drawn by dragging bars, and typed', async () => {
    const source = { kind: 'amplitudes', values: [[1, 0], [0, 0], [0, 0], [0, 0]] } as const; // biome-ignore format: one line
    await page.goto(url + writtenAddress('play', { ...small, source }));
    const box = (await page.locator('[data-bar="3"]').boundingBox())!;
    const x = box.x + box.width / 2;
    await page.mouse.move(x, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(x, box.y + 2);
    await page.mouse.up();
    const { source: drawn } = (await stateOfAddress()) as { source: { values: readonly (readonly number[])[] } };
    expect(drawn.values[3]![0]).toBeGreaterThan(0.9);
    await page.locator('textarea').fill('0, 1, i, 0');
    await page.locator('textarea').blur();
    expect(await stateOfAddress()).toMatchObject({ source: { values: [[0, 0], [1, 0], [0, 1], [0, 0]] } }); // biome-ignore format: one line
    await finish();
  });

  test('a picture is painted', async () => {
    const source = { kind: 'picture', pixels: `1${'0'.repeat(63)}` } as const;
    await page.goto(url + writtenAddress('play', { ...small, source }));
    const box = (await page.locator('.picture svg').boundingBox())!;
    const pixel = box.width / 8;
    await page.mouse.move(box.x + 1.5 * pixel, box.y + pixel / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 2.5 * pixel, box.y + pixel / 2);
    await page.mouse.up();
    expect(await stateOfAddress()).toMatchObject({ source: { pixels: `111${'0'.repeat(61)}` } });
    await finish();
  });

  test('the link of a page leads back to where it was left', async () => {
    await page.goto(url + writtenAddress('play', small));
    await page.locator('[data-part=loss] svg').waitFor();
    await page.getByRole('link', { name: 'Open a record' }).click();
    await page.locator('.drop').waitFor();
    await page.getByRole('link', { name: 'Play' }).click();
    expect(await page.locator('select[name=name]').inputValue()).toBe('w');
  });

  test('a circuit is drawn by clicks', async () => {
    await page.goto(url + writtenAddress('play', { ...small, source: { kind: 'circuit', qubits: 2, gates: [] } }));
    await page.locator('[data-qubit="0"] line').click({ force: true });
    await page.locator('[data-gate=cx]').click();
    await page.locator('[data-qubit="0"] line').click({ force: true });
    await page.locator('[data-qubit="1"] line').click({ force: true });
    const { source } = (await stateOfAddress()) as PlayState;
    expect(source).toMatchObject({
      gates: [
        { gate: 'h', on: [0] },
        { gate: 'cx', on: [0, 1] },
      ],
    });
    await finish();
    await page.locator('[data-index="0"] rect').click();
    expect(((await stateOfAddress()) as PlayState).source).toMatchObject({ gates: [{ gate: 'cx' }] });
  });
});

describe('the guided pages', () => {
  const facts = () => page.locator('.facts').first().textContent();

  test('one qubit: the engine finds the length that the formula gives', async () => {
    await page.goto(url + writtenAddress('learn-1', { lambda: 40, turn: 12 }));
    await page.locator('[data-part=figures] svg').nth(1).waitFor();
    const { words, length } = { words: await facts(), length: Math.PI / 2 }; // √4 · (π/2)/2: both ways, at λ = 2π/φ
    expect(words).toContain(`Straight${length.toFixed(4)}`);
    expect(words).toContain(`Found by the engine${length.toFixed(4)}`);
  });

  test.each([2, 3, 4, 5])('page %i computes its figures to the end', async (number) => {
    await page.goto(`${url}#learn-${number}`);
    await page.locator('[data-part=figures] svg').first().waitFor();
    await page.waitForFunction(() => !document.querySelector('[data-part=figures]')!.hasAttribute('aria-busy'));
    expect(await page.locator('[data-part=said]').textContent()).toBe('');
    const next = page.locator(`a[href="#learn-${number + 1}"]`).last();
    if (number < 5) await next.click();
  });

  test('a slider computes anew, and the address has its value', async () => {
    await page.goto(`${url}#learn-4`);
    await page.locator('[data-part=figures] svg').first().waitFor();
    const before = await facts();
    await page.locator('input[name=length]').focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction((words) => document.querySelector('.facts')?.textContent !== words, before);
    expect(await stateOfAddress()).toMatchObject({ length: 3 });
  });

  test('a state that is wrong is told', async () => {
    await page.goto(url + writtenAddress('learn-5', { field: 1e9, sites: 16 }));
    await page.locator('.warning', { hasText: 'field' }).waitFor();
  });
});

test('all files together are at most 1.5 MB when compressed', () => {
  const files = readdirSync(outDir, { recursive: true })
    .map((file) => join(outDir, String(file)))
    .filter((file) => statSync(file).isFile());
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  process.stdout.write(`${(bytes / 1e6).toFixed(2)} MB of files, compressed\n`);
  expect(bytes).toBeLessThan(1.5e6);
});

const HOSTILE = '<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>';
const isHacked = () => page.evaluate(() => 'hacked' in globalThis);

describe('hostile input', () => {
  test.each([
    ['text that is no state', `#play:${HOSTILE}`],
    ['a page that is none', `#${HOSTILE}`],
    ['a state with keys of its own', writtenAddress('play', { ...FIRST_STATE, [HOSTILE]: HOSTILE })],
    [
      'a state out of range',
      writtenAddress('play', { ...FIRST_STATE, source: { kind: 'named', name: 'ghz', qubits: 30 } }),
    ],
    ['a name with markup', writtenAddress('play', { ...FIRST_STATE, model: { name: HOSTILE, depth: 1 } })],
    ['an address that is far too long', `#play:${'A'.repeat(100_000)}`],
  ])('%s in the address is told, and nothing of it is run', async (_, fragment) => {
    await page.goto(url + fragment);
    await page.locator('.warning', { hasText: 'address' }).waitFor();
    expect(await isHacked()).toBe(false);
    await page.locator('[data-part=loss] svg').waitFor(); // the page works
  });

  const open = async (name: string, content: string | Buffer) => {
    await page.goto(`${url}#open`);
    const buffer = Buffer.from(content as string);
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer });
  };

  test.each([
    ['no JSON', HOSTILE],
    ['another object', JSON.stringify({ schema: HOSTILE })],
    ['a record without its parts', JSON.stringify({ schema: 'bulkweave/run-record/1', [HOSTILE]: 1 })],
    ['a list within lists', '['.repeat(50_000)],
  ])('%s in place of a record is told', async (_, content) => {
    await open('record.json', content);
    await page.locator('.drop .warning').waitFor();
    expect(await isHacked()).toBe(false);
  });

  test('markup in the texts of a record is shown as text', async () => {
    const read = parseRecord(await savedRecord());
    if ('issues' in read || !('points' in read.record)) throw new Error('no record of a run');
    const { record } = read;
    const points = record.points.map((point) => ({
      ...point,
      target: { ...point.target, name: HOSTILE },
      notes: [HOSTILE],
    }));
    const experiment = { ...record.experiment, name: HOSTILE, [HOSTILE]: HOSTILE };
    const versions = { bulkweave: HOSTILE, [HOSTILE]: HOSTILE };
    await open('record.json', recordJson({ ...record, points, experiment, versions, backend: HOSTILE }));
    await page.locator('.report h1').waitFor();
    expect(await page.locator('.report').textContent()).toContain('onerror=');
    expect(await page.locator('.report img[src=x], .report script').count()).toBe(0);
    expect(await isHacked()).toBe(false);
  });

  test('the policy of the page lets no script in, even past the door', async () => {
    await page.goto(`${url}#open`);
    await page.locator('.drop').waitFor();
    const blocked = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<b>markup that has not passed the door</b>';
        return false;
      } catch {
        return true;
      }
    });
    expect(blocked).toBe(true);
    errors = errors.filter((one) => !one.includes('TrustedHTML')); // it says so in the console, too
  });
});
