import { expect, test } from 'vitest';
import { meanTimes } from '../../../train/studies/critical-scaling/chain-section.ts';
import { centres } from '../../../train/studies/critical-scaling/findings.ts';
import { failures, findingsOf } from './found.ts';

test('the length of critical rings has the scaling of MERA, and all ranges act at once', async () => {
  const sites = [64, 128, 256, 1200, 1600, 2048];
  const findings = await findingsOf('critical-scaling', { sites, searched: 6, chains: [], starts: 1 });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.length).toBe(12);
  expect(findings.sections).toHaveLength(3);
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['fails', 'holds in part']);
  const [, table] = findings.sections[0]!.exhibits;
  if (table?.kind !== 'table') throw new Error('a table is second');
  const critical = table.rows.filter(([field]) => field === 1);
  const [, mera] = findings.sections[1]!.exhibits;
  if (mera?.kind !== 'table') throw new Error('a table is second');
  expect(mera.rows.filter(([field, , weights]) => field === 1 && weights === 'r').map((row) => row.slice(3))).toEqual([
    [expect.closeTo(1.2101, 3), expect.any(Number), expect.closeTo(1.2176, 3)],
    [expect.closeTo(2.5904, 3), expect.any(Number), expect.closeTo(3.2598, 3)],
  ]);
  expect(critical.map((row) => row.at(-1))).toEqual([
    expect.closeTo(Math.PI / Math.sqrt(192), 6),
    expect.any(Number),
    expect.closeTo(Math.sqrt((2048 * Math.LN2) / 32), 2),
  ]);
});

test('where only neighbours interact a wave leaves the middle of a chain, and its length grows faster than the root of its size', async () => {
  const sites = [64, 128, 1024, 2048];
  const findings = await findingsOf('critical-scaling', { sites, searched: 6, chains: [13, 16], starts: 1 });
  expect(failures(findings)).toEqual([]);
  const { exhibits } = findings.sections.at(-1)!;
  const table = exhibits.find(({ kind }) => kind === 'table');
  if (table?.kind !== 'table') throw new Error('a table is among them');
  const [[, short], [, long, , , bound, exponent]] = table.rows as [number[], number[]];
  expect(short).toBeLessThan(long!);
  expect(exponent).toBeCloseTo(Math.log(long! / short!) / Math.log(16 / 13), 12);
  expect(exponent).toBeGreaterThan(0.5);
  expect(long).toBeGreaterThan(bound!);
});

test('the mean time of a bond is where it acts, of both at the same distance from the middle', () => {
  expect(
    meanTimes([
      [0, 0, 1, 0, 0],
      [0, 2, 0, 1, 0],
      [0, 1, 0, 2, 0],
      [3, 0, 0, 0, 3],
    ]),
  ).toEqual([0.125, 0.5, 0.875]);
});

test('the mean time of a range is where it acts', () => {
  expect(
    centres([
      [1, 0, 0],
      [0, 0, 2],
      [0, 0, 2],
      [1, 0, 0],
    ]),
  ).toEqual([0.5, 0.5]);
  expect(
    centres([
      [4, 0],
      [0, 0],
      [0, 0],
      [0, 1],
    ]),
  ).toEqual([0.125, 0.875]);
});
