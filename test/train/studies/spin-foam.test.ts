import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('invariants to level 5, a short walk, projectors and two scales of spins', async () => {
  const findings = await findingsOf('spin-foam', { level: 5, moves: 8, scales: 3 });
  expect(failures(findings)).toEqual([]);
  expect(findings.answer).toContain('the state sums of 11 closed manifolds');
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['holds', 'holds in part', 'analogy']);
  const kinds = findings.sections.map(({ exhibits }) => exhibits.map(({ kind }) => kind));
  expect(kinds).toEqual([['table'], ['chart', 'chart'], ['heat-map', 'table'], ['chart', 'table']]);
});
