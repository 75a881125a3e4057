import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('heavier words of two qubits make the length of GHZ grow faster', async () => {
  const findings = await findingsOf('extensive-weights', {
    states: ['GHZ'],
    qubits: [3, 4, 5, 6],
    exponents: [0, 2],
    slices: 4,
  });
  expect(failures(findings)).toEqual([]);
  const table = findings.sections[1]!.exhibits[0]!;
  if (table.kind !== 'table') throw new Error(table.kind);
  const [equal, heavy] = table.rows.filter(([state]) => state === 'GHZ');
  expect(heavy![2]).toBeGreaterThan(equal![2] as number);
}, 180_000);
