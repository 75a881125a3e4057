import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('one ring of hexagons: two gauge conditions for each link, and distances that grow inwards', async () => {
  const findings = await findingsOf('pluperfect', { layers: 1 });
  expect(failures(findings)).toEqual([]);
  const [table] = findings.sections.at(-1)!.exhibits;
  if (table?.kind !== 'table') throw new Error('a table');
  expect(table.rows.map((row) => row.slice(2, 5))).toEqual([
    [6, 4500, 6],
    [2, 30, 2],
  ]);
});
