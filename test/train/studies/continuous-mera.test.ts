import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('a continuous MERA is shortest for f1, longer by √2 and 2 for Fubini–Study, on small rings', async () => {
  const findings = await findingsOf('continuous-mera', { sites: 60, ring: 16, thermal: 3 });
  expect(failures(findings)).toEqual([]);
  const [scale, order] = findings.sections;
  const ratios = scale!.exhibits[1]!;
  if (ratios.kind !== 'table') throw new Error('ratios are a table');
  expect(ratios.rows[0]![5]).toBeCloseTo(Math.SQRT2, 9);
  expect(ratios.rows.find(([field]) => field === 'Dirac, massless')![5]).toBeCloseTo(2, 9);
  const orders = order!.exhibits[0]!;
  if (orders.kind !== 'table') throw new Error('orders are a table');
  const lengths = orders.rows.map((row) => row[1] as number);
  expect(lengths[0]).toBe(1);
  expect(lengths[1]).toBeCloseTo(lengths[2]!, 10);
  expect(Math.max(...lengths)).toBe(lengths.at(-1));
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['holds in part', 'fails', 'holds', 'analogy']);
  expect(findings.sections.filter(({ label }) => label === 'analogy').length).toBe(1);
});
