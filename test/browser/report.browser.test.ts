import fc from 'fast-check';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportPage } from '../../src/report/page.ts';
import { randomRecord } from '../report/random-record.ts';

const flags = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
});
afterAll(() => browser?.close());

/** Least height in pixels of the letters of drawings, and widest overhang of the page. */
const measure = () =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
    const sizes = [...document.querySelectorAll<SVGTextElement>('svg text')].flatMap((text) => {
      const matrix = text.getScreenCTM();
      if (matrix === null || text.getBoundingClientRect().width === 0) return [];
      return [Number.parseFloat(getComputedStyle(text).fontSize) * Math.hypot(matrix.a, matrix.b)];
    });
    return {
      least: Math.min(...sizes),
      overhang: document.documentElement.scrollWidth - innerWidth,
      count: sizes.length,
    };
  });

test('on a telephone letters in drawings have 10 pixels at least, and the page does not scroll sideways', async () => {
  for (const record of fc.sample(randomRecord, { seed: 5, numRuns: 6 })) {
    await page.setContent(reportPage(record));
    const { least, overhang, count } = await measure();
    if (count > 0) expect(least).toBeGreaterThanOrEqual(10);
    expect(overhang).toBeLessThanOrEqual(0);
  }
});
