import { expect, test } from 'vitest';
import { youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { pairShare, pulsesOf, shareOf } from '../../../train/studies/hub/pulses.ts';
import { failures, findingsOf } from './found.ts';

test('the hub of W₄ takes more of the pair time than half, its share among equals', async () => {
  const findings = await findingsOf('hub', { w: [3, 4], ghz: [], slices: 6, starts: 1 });
  expect(failures(findings)).toEqual([]);
  const [who, when] = findings.sections;
  const table = who!.exhibits[0]!;
  if (table.kind !== 'table') throw new Error(table.kind);
  const [, four] = table.rows;
  expect(four![7]).toBeCloseTo(0.5, 12);
  expect(four![5]).toBeGreaterThan(0.6);
  expect((four![4] as number) + (four![5] as number) + (four![6] as number)).toBeCloseTo(1, 12);
  const chart = when!.exhibits[0]!;
  if (chart.kind !== 'chart') throw new Error(chart.kind);
  const sums = chart.series[0]!.points.map((_, k) => chart.series.reduce((sum, { points }) => sum + points[k]![1]!, 0));
  sums.forEach((sum) => {
    expect(sum).toBeCloseTo(1, 12);
  });
  expect(findings.verdicts[0]!.verdict).toBe('fails');
}, 180_000);

test('a pulse of one orbit takes as long as its words together', () => {
  const sector = youngSector([1, 3], { sizeWeights: [1, 1] });
  const exchange = sector.letters.findIndex((letters) => letters.join(';') === '1,0,0;1,0,0');
  const controls = sector.inverseWeights.length;
  // X on the hub and each of three leaves at h = 0.2 for the second half of the way: backwards, with the opposite sign, the first.
  const coordinates = new Float64Array(2 * controls);
  coordinates[exchange] = -0.2 * Math.sqrt(3 / 2);
  const path = { slices: 2, coordinates, length: 0, infidelity: 0, costate: new Float64Array() };
  const geodesic = { sliced: [path] } as unknown as Parameters<typeof pulsesOf>[1]['geodesic'];
  const pulses = pulsesOf(sector, { blocks: [1, 3], geodesic, lengths: [], origin: 'random start' });
  const pulse = pulses[exchange]!;
  expect(pulse).toMatchObject({ name: 'X·X', kind: 'across' });
  expect(pulse.strength[0]! + 0).toBeCloseTo(0, 14);
  expect(pulse.strength[1]).toBeCloseTo(0.2 * Math.sqrt(3), 12);
  expect(pulse.time).toBeCloseTo((3 * 0.2) / 2, 12);
  expect(pairShare(pulses, 'across')).toBe(1);
  expect(shareOf(pulses, 'across')[1]).toBe(1);
});
