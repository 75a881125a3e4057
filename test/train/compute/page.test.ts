import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REQUESTS } from '../../../train/compute/catalogue.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

test('the page lists every request with what it takes and its formula', async () => {
  const rows = await Promise.all(
    Object.entries(REQUESTS).map(async ([name, { summary, load }]) => {
      const { formula, places, options } = (await load()).request;
      const others = Object.keys(options.shape).filter((key) => !places.includes(key));
      const takes = [...places.map((key) => `**${key}**`), ...others].join(', ');
      return `| \`${name}\` | ${cell(summary)} | ${takes} | ${cell(formula)} |`;
    }),
  );
  const page = readFileSync('docs/compute.md', 'utf8');
  expect(page.match(/^\| `[\w-]+` \|.*$/gm)).toEqual(rows);
});
