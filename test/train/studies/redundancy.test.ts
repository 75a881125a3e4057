import { expect, test } from 'vitest';
import { determinedShare } from '../../../train/studies/redundancy/observability.ts';
import { failures, findingsOf } from './found.ts';

test('what is lost of a geodesic is told by the rest, of a random path it is not', async () => {
  const findings = await findingsOf('redundancy', { qubits: 2, samples: 17, slices: 4, starts: 1, noise: 1e-4 });
  expect(failures(findings)).toEqual([]);
  const [table] = findings.sections[0]!.exhibits;
  if (table?.kind !== 'table') throw new Error('a table');
  const half = table.rows.find(([lost]) => lost === 'the middle 50 %')!;
  expect(half[1]).toBe('6 of 6');
  expect(half[3]).toBeLessThan(1e-8);
  expect(half[5]).toBeGreaterThan(0.2);
});

test('independent rows without noise determine as many unknowns as there are rows', async () => {
  expect(determinedShare([1, 1, 0], 6, 1e-9)).toBeCloseTo(1 / 3, 9);
  expect(determinedShare([2], 1, 2)).toBeCloseTo(0.5, 12);
});
