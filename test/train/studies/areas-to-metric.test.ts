import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('14 × 14 sites: a planted metric, and a change of a state, are found by lengths alone', async () => {
  const findings = await findingsOf('areas-to-metric', { side: 14, angles: 12 });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks).toHaveLength(7);
  expect(findings.sections[0]!.exhibits.map(({ kind }) => kind)).toEqual(['map', 'map', 'map', 'table']);
});
