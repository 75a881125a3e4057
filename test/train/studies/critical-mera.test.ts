import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('the critical Ising chain has its exponents and is a code with the least of them; a wrong fixed point is recognised', async () => {
  const findings = await findingsOf('critical-mera', {
    bonds: [4],
    potts: [3],
    xx: [3],
    layers: 12,
    scales: 4,
    rings: 2,
  });
  expect(failures(findings)).toEqual([]);
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['holds', 'holds in part', 'analogy']);
  const [spectrum, , code, , circuit] = findings.sections;
  const tower = spectrum!.exhibits[0]!;
  if (tower.kind !== 'tower') throw new Error('the spectrum is a tower');
  expect(tower.sectors.map(({ name }) => name)).toEqual(['local', 'twisted']);
  expect(code!.label).toBe('analogy');
  expect(circuit!.label).toBe('analogy');
  const [lengths, scales] = circuit!.exhibits;
  if (lengths?.kind !== 'table' || scales?.kind !== 'table') throw new Error('lengths and scales are tables');
  // Rings of 12 and 36 sites: the straight path at weight 1 is π√((N² − 1)/192N).
  expect(lengths.rows.map(([sites]) => sites)).toEqual([12, 36]);
  for (const [sites, , , , straight] of lengths.rows as number[][]) {
    expect(straight).toBeCloseTo(Math.PI * Math.sqrt((sites! ** 2 - 1) / (192 * sites!)), 10);
  }
  // Squares of the ranges add up to that of the straight path at weights r.
  const parts = scales.rows.map((row) => row[4] as number);
  expect(Math.hypot(...parts)).toBeCloseTo(lengths.rows.at(-1)![7] as number, 10);
  expect(code!.exhibits.map(({ kind }) => kind)).toEqual(['chart', 'table', 'scale']);
});
