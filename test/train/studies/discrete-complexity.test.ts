import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('all circuits of CNOTs on 4 qubits, of Clifford gates on 3, of swaps on 6 sites', async () => {
  const findings = await findingsOf('discrete-complexity', { qubits: 4, sites: 6 });
  expect(failures(findings)).toEqual([]);
  expect(findings.answer).toContain('5.6850 and 9 (all pairs), 9.1185 and 15 (chain)');
  const [size, gauge] = findings.verdicts;
  expect(size?.verdict).toBe('holds');
  expect(gauge?.verdict).toBe('holds in part');
  expect(gauge?.because).toContain('all pairs: 100.0 %');
  const kinds = findings.sections.map(({ exhibits }) => exhibits.map(({ kind }) => kind));
  expect(kinds[0]).toEqual(['chart', 'table', 'heat-map', 'heat-map', 'heat-map']);
  expect(kinds[2]).toEqual(['table', 'chart', 'chart', 'graph']);
});

test('a topology of one’s own', async () => {
  const edges = [
    [0, 1],
    [1, 2],
    [0, 2],
    [2, 3],
  ];
  const findings = await findingsOf('discrete-complexity', { qubits: 4, sites: 3, couplings: [{ edges }] });
  expect(failures(findings)).toEqual([]);
  expect(findings.answer).toContain('(own edges)');
});
