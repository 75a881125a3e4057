import { expect, test } from 'vitest';
import { bangOffBang, turningFieldTime } from '../../../train/studies/time-optimal-control/closed-forms.ts';
import { failures, findingsOf } from './found.ts';

test('least times meet their closed forms', async () => {
  const findings = await findingsOf('time-optimal-control', {
    bounds: [2],
    fields: [1],
    coupling: 2,
    arcs: 4,
    starts: 2,
  });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.length).toBe(8);
  expect(findings.answer).toContain('CNOT takes 0.2500, iSWAP takes 0.5000, SWAP takes 0.7500');
  const [table] = findings.sections[1]!.exhibits;
  expect(table).toMatchObject({ kind: 'table', rows: [[1, ...[1, 1, 1, 1].map(() => expect.anything())]] });
  if (table?.kind !== 'table') throw new Error('a table is first');
  expect(table.rows[0]![2]).toBeCloseTo(1.8239155587, 8);
});

test('bang, off, bang is a quarter turn of bangs where the field is weak, and no bang at all where it is strong', () => {
  // From the plane of Y and Z itself: nothing to bang for.
  const [bang, off] = bangOffBang({ angle: 0, bound: 3 })!;
  expect(bang).toBeCloseTo(0, 12);
  expect(off).toBeCloseTo(Math.PI / 4, 12);
  const strong = bangOffBang({ angle: 0.2, bound: 1e6 })!;
  expect(strong[0] + strong[1]).toBeCloseTo(Math.PI / 4 - 0.1, 5);
});

test('a strong transverse field turns a qubit as if there were no drift', () => {
  expect(turningFieldTime({ field: 1000, rotation: 0.7 })).toBeCloseTo(0.7 / 1000, 6);
});
