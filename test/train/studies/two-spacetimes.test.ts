import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('32 sites: causality in every circuit, dual-unitary gates tight, speeds of sin θ', async () => {
  const findings = await findingsOf('two-spacetimes', { sites: 32, layers: 100, qubits: 24, learned: 4 });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks).toHaveLength(11);
  expect(findings.sections[1]!.exhibits.map(({ kind }) => kind)).toEqual(['heat-map', 'heat-map', 'heat-map']);
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['holds in part', 'holds', 'fails', 'analogy']);
});
