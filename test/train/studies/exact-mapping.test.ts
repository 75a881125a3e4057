import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('256 sites: exponents by wavelet, three states, a throat that moves with the temperature', async () => {
  const findings = await findingsOf('exact-mapping', { levels: 8, side: 3 });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.length).toBe(23);
  const kinds = findings.sections.flatMap(({ exhibits }) => exhibits.map(({ kind }) => kind));
  expect(kinds.filter((kind) => kind === 'map').length).toBe(4);
  const decays = findings.sections[1]!.exhibits.find((exhibit) => exhibit.kind === 'table')!;
  expect(decays.rows.map(([state, law]) => `${state}: ${law}`)).toEqual([
    'critical: power',
    'massive: exponential',
    'thermal: exponential',
  ]);
});
