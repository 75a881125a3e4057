import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('on two qubits, where all words are controls, the precursor stays as long as X₀ while the evolution grows', async () => {
  const findings = await findingsOf('switchback', { qubits: 2, until: 0.6, times: 4, slices: 4, starts: 1 });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.length).toBe(4);
  expect(findings.answer).toContain('never grows');
  const [chart] = findings.sections[0]!.exhibits;
  if (chart?.kind !== 'chart') throw new Error('a chart is first');
  const [there, andBack, sum] = chart.series.map(({ points }) => points.map(([, y]) => y!));
  expect(andBack).toEqual(andBack!.map(() => expect.closeTo(Math.PI / 2, 6)));
  const speed = Math.hypot(1, 1.05, 1.05, 0.5, 0.5);
  expect(there).toEqual([0, 0.2, 0.4, 0.6].map((time) => expect.closeTo(speed * time, 5)));
  expect(sum).toEqual(there!.map((length) => expect.closeTo(2 * length + Math.PI / 2, 6)));
});
