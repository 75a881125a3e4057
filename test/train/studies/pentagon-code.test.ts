import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('one ring of pentagons: cuts, wedges, distances and erasures', async () => {
  const findings = await findingsOf('pentagon-code', { layers: 1, regions: 16, samples: 40 });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.length).toBeGreaterThan(15);
  expect(findings.answer).toContain('of 6 tiles is [[20, 6, 3]]');
  const layers = findings.sections.find(({ heading }) => heading.startsWith('Distance'))!.exhibits[0]!;
  if (layers.kind !== 'table') throw new Error('a table');
  expect(layers.rows.map((row) => [row[3], row[7]])).toEqual([
    [3, 3],
    [6, 9],
  ]);
});

test('a code of the user in a file: its distance, with sites of several qudits', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'code-'));
  const path = join(folder, 'steane.stab');
  writeFileSync(path, 'IIIXXXX\nIXXIIXX\nXIXIXIX\nIIIZZZZ\nIZZIIZZ\nZIZIZIZ # Steane\n');
  const findings = await findingsOf('pentagon-code', { path, samples: 30 });
  expect(failures(findings)).toEqual([]);
  expect(findings.answer).toContain('[[7, 1, 3]]');
  const json = join(folder, 'blocks.json');
  writeFileSync(json, JSON.stringify({ generators: ['XXXX', 'ZZZZ'], sites: [2, 2] }));
  expect((await findingsOf('pentagon-code', { path: json, samples: 20 })).answer).toContain('[[4, 2, 1]]');
});
