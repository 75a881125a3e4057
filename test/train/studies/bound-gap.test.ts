import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('the Bell state has no gap, W of four qubits one, and no bound is above its length', async () => {
  const findings = await findingsOf('bound-gap', {
    ghz: [2],
    w: [4],
    random: [],
    cells: 2,
    observables: 1,
    starts: 1,
    transposed: 0,
    moving: 2,
  });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.length).toBe(10);
  const [exhibit] = findings.sections[0]!.exhibits;
  if (exhibit?.kind !== 'table') throw new Error('a table');
  const [bell, w] = exhibit.rows;
  expect(bell![1]).toBeCloseTo(Math.PI / 4 / Math.SQRT2, 6);
  expect(bell![8]).toBeGreaterThan(0.554);
  expect(bell![2]).toBe('0.0\u00a0%');
  expect(w!.slice(0, 2)).toEqual(['W_{4}', expect.closeTo(0.998496, 5)]);
  expect(w!.slice(3, 4)).toEqual(['one observable']);
  expect(w!.slice(9, 11)).toEqual(['1 + 3', 8]);
  const [chart] = findings.sections[1]!.exhibits;
  if (chart?.kind !== 'chart') throw new Error('a chart');
  expect(chart.series.map(({ name }) => name)).toEqual(['GHZ', 'W']);
  expect(chart.caption).toMatch(/W_\{4\}: 1 \+ 3, K = 8, residual .*, bound 0\.7/);
  expect(findings.verdicts[0]!.because).toContain('proved for GHZ_{2}');
});
