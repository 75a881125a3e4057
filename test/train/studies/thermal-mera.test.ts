import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('a thermal MERA is above the exact free energy, and its layers end where the temperature ends correlations', async () => {
  const findings = await findingsOf('thermal-mera', { betas: [0.5, 2], depths: [1, 2], maxSteps: 60 });
  expect(failures(findings)).toEqual([]);
  const table = findings.sections[0]!.exhibits.find(({ kind }) => kind === 'table');
  if (table?.kind !== 'table') throw new Error('free energies are in a table');
  expect(table.rows.length).toBe(4);
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['analogy']);
});
