import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('the corrected generators obey their relations, penalties keep the end, turns are not compensated locally', async () => {
  const findings = await findingsOf('lorentz-generators', {
    steps: 2,
    penalty: 1.5,
    combinations: ['XX', 'XZ − ZX'],
    localWeights: [1, 0.1],
  });
  expect(failures(findings)).toEqual([]);
  const [lists] = findings.sections[0]!.exhibits;
  if (lists?.kind !== 'table') throw new Error('a table');
  const row = (name: string) => lists.rows.find(([list]) => list === name)!;
  expect(row('ten, as printed').slice(2, 4)).toEqual([10, 8]);
  expect(row('ten, corrected').slice(2, 4)).toEqual([10, 10]);
  expect(row('six with IZ − ZI, exp(−itG)').slice(4)).toEqual([6, 6, 6, '3 / 3']);
  expect(row('one-qubit Hamiltonians, exp(−itH)')[7]).toBe('6 / 0');
});
