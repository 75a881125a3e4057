import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('bounds of size and range lengthen the path, and the unbounded metric is trivial', async () => {
  const findings = await findingsOf('size-and-range', {
    qubits: [3],
    states: ['W'],
    metrics: ['size 2, range ∞', 'size 2, ring', 'size 2, chain', 'size 3, range ∞'],
    slices: 4,
    starts: 1,
  });
  expect(failures(findings)).toEqual([]);
  const [table] = findings.sections[0]!.exhibits;
  if (table?.kind !== 'table') throw new Error('a table');
  const w = table.rows.find(([state]) => state === 'W_{3}')!;
  const of = (metric: string): number => w[table.columns.indexOf(metric)] as number;
  expect(of('size ∞, range ∞')).toBeCloseTo(Math.PI / 4, 12); // √(2/8)·π/2
  expect(of('size 2, range ∞')).toBeGreaterThan(of('size ∞, range ∞') + 0.05);
  expect(of('size 2, ring')).toBeCloseTo(of('size 2, range ∞'), 9); // a triangle: all pairs are neighbours
  expect(of('size 2, chain')).toBeGreaterThan(of('size 2, ring') + 0.05);
  expect(of('size 3, range ∞')).toBeCloseTo(Math.PI / 4, 6); // three qubits: every word is allowed
});
