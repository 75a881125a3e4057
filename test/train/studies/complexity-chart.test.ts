import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('on two qubits every state lies at its bi-invariant distance, on three W and GHZ come apart', async () => {
  const findings = await findingsOf('complexity-chart', { qubits: [2, 3], slices: 4, starts: 1 });
  expect(failures(findings)).toEqual([]);
  const [, table] = findings.sections[0]!.exhibits;
  if (table?.kind !== 'table') throw new Error('a table');
  const length = (state: string, n: number): number =>
    table.rows.find((row) => row[0] === state && row[1] === n)![2] as number;
  expect(length('GHZ', 2)).toBeCloseTo(Math.PI / (4 * Math.SQRT2), 6);
  expect(length('product', 2)).toBeCloseTo((Math.SQRT1_2 * Math.PI) / 3, 6); // overlap ½
  expect(length('GHZ', 3)).toBeGreaterThan(length('W', 3) + 0.1);
});
