import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('complexity grows as the evolution at first and saturates below it; levels tell chaos', async () => {
  const findings = await findingsOf('evolution-complexity', {
    qubits: 2,
    until: 3,
    times: 5,
    levels: 8,
    haarStates: 1,
    slices: 4,
    starts: 1,
  });
  expect(failures(findings)).toEqual([]);
  const [growth] = findings.sections[0]!.exhibits;
  if (growth?.kind !== 'chart') throw new Error('a chart');
  const [complexity, evolution] = growth.series;
  expect(complexity!.points[0]![1]).toBeCloseTo(0, 6);
  expect(complexity!.points.at(-1)![1]).toBeLessThan(Math.PI / (2 * Math.SQRT2) + 1e-6); // two qubits: bi-invariant
  expect(evolution!.points[1]![1]).toBeCloseTo(0.75 * Math.hypot(1, 1.05, 1.05), 9);
  const [levels] = findings.sections[1]!.exhibits;
  if (levels?.kind !== 'table') throw new Error('a table');
  const [integrable, chaotic] = levels.rows.map((row) => row[1] as number) as [number, number];
  expect(chaotic).toBeGreaterThan(0.49);
  expect(integrable).toBeLessThan(0.45);
});
