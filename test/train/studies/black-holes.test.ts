import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('small rings and chains: one interval as around a black hole, two not, growth of a double, what hot states hide', async () => {
  const options = { sites: 144, beta: 8, interval: 60, pairBeta: 24, pair: 12, qubits: 4, chain: 24 };
  const findings = await findingsOf('black-holes', options);
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.length).toBe(14);
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['holds in part', 'analogy', 'holds']);
  expect(findings.sections.filter(({ label }) => label === 'analogy').length).toBe(3);
});

test('intervals that do not fit on the ring are refused', async () => {
  await expect(findingsOf('black-holes', { sites: 48, interval: 30 })).rejects.toThrow('at most 24 sites');
});
