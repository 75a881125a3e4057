import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('on two qubits the precursor waits, stays below there and back, and passes its checks', () => {
  const findings = findingsOf('switchback', { qubits: 2, until: 0.6, times: 4, slices: 4, starts: 1 });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.length).toBe(4);
  const [chart] = findings.sections[0]!.exhibits;
  if (chart?.kind !== 'chart') throw new Error('a chart is first');
  const [there, andBack, sum] = chart.series.map(({ points }) => points.map(([, y]) => y!));
  expect(there![0]).toBeLessThan(1e-6);
  expect(andBack![3]!).toBeLessThan(sum![3]! - 1);
  expect(andBack![1]! - andBack![0]!).toBeLessThan(0.1 * (there![1]! - there![0]!));
});
