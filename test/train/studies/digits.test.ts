import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('small models of the digits: exact samples and marginals, pictures to look at', async () => {
  const options = { bonds: [2], tree: 3, purified: 2, steps: 20, samples: 200 };
  const findings = await findingsOf('digits', options);
  // Models of this size are not trained to the end: only the promise of the best one against the tree of pairs may fail.
  expect(failures(findings).filter((text) => !text.includes('best model'))).toEqual([]);
  expect(findings.checks.length).toBe(12);
  const [pictures] = findings.sections[0]!.exhibits;
  expect(pictures?.kind).toBe('pictures');
});

test('rows of a file of one’s own are learned', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'digits-'));
  const file = join(folder, 'copies.csv');
  // Two fair bits, each written three times, and their sum.
  const rows = Array.from({ length: 200 }, (_, k) => [
    k & 1,
    k & 1,
    k & 1,
    (k >> 1) & 1,
    (k >> 1) & 1,
    (k & 1) + ((k >> 1) & 1),
  ]);
  writeFileSync(file, `a,b,c,d,e,sum\n${rows.map((row) => row.join()).join('\n')}`);
  const findings = await findingsOf('digits', { file, bonds: [4], tree: 4, purified: 2, steps: 60, samples: 200 });
  rmSync(folder, { recursive: true });
  expect(failures(findings)).toEqual([]);
  const table = findings.sections[1]!.exhibits[0]!;
  const chain = table.kind === 'table' ? table.rows.find(([name]) => name === 'chain, bond 4') : undefined;
  expect(chain?.[4]).toBeCloseTo(Math.log(4), 2);
});
