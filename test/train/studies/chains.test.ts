import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('chains have the central charges, lengths, times, temperatures and spins of closed forms, and controls have not', async () => {
  const options = {
    sites: 48,
    bond: 24,
    isingBonds: [4, 5, 6, 8, 10, 12],
    xxBonds: [4, 5, 7, 9, 10, 14],
    fields: [4],
    quenchSites: 12,
    quenchTime: 0.32,
    thermalSites: 5,
    spinBond: 24,
  };
  const findings = await findingsOf('chains', options);
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.length).toBeGreaterThan(25);
  expect(findings.sections).toHaveLength(5);
});
