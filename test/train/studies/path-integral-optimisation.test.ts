import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('on coarse meshes: shapes, wedge, entropies, sources and balls pass their checks, and controls fail', async () => {
  const findings = await findingsOf('path-integral-optimisation', {
    cells: 64,
    lengths: [4, 8, 32],
    strengths: [0.4, 0.2, 0.1],
    ratios: [10, 50],
  });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.length).toBe(23);
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['holds', 'holds', 'holds in part', 'analogy']);
  const scores = findings.sections[2]!.exhibits[2]!;
  if (scores.kind !== 'table') throw new Error('a table');
  const controls = scores.rows.filter(([, areas]) => String(areas).startsWith('control'));
  expect(controls).toHaveLength(9);
  for (const row of controls.slice(0, -1)) expect(row[3]).toBeGreaterThan(1);
  const maps = findings.sections.flatMap(({ exhibits }) => exhibits.filter(({ kind }) => kind === 'heat-map'));
  expect(maps).toHaveLength(4);
});
