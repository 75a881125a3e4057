import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('words of swaps and of CNOTs on 3 qubits, and heat kernels of two gates', async () => {
  const findings = await findingsOf('path-sum', { qubits: 3, angles: [0.3, 2.5], starts: 3 });
  expect(failures(findings)).toEqual([]);
  expect(findings.answer).toContain('half of the weight where a gate weighs 0.662');
  expect(findings.answer).toContain('the mean length is 103 in place of 4');
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['holds in part', 'analogy']);
  const kinds = findings.sections.map(({ exhibits }) => exhibits.map(({ kind }) => kind));
  expect(kinds).toEqual([['chart', 'chart', 'table', 'table'], ['chart'], ['chart', 'table', 'table']]);
});
