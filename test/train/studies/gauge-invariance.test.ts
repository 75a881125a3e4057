import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('local unitaries cost less as one-qubit words become cheap; permutations cost nothing where all pairs act', async () => {
  const findings = await findingsOf('gauge-invariance', { qubits: 2, localWeights: [1, 0.1, 0], slices: 4, starts: 1 });
  expect(failures(findings)).toEqual([]);
  const [table] = findings.sections[0]!.exhibits;
  if (table?.kind !== 'table') throw new Error('a table');
  const change = (state: string, weight: number): number =>
    table.rows.find((row) => row[0] === state && row[1] === weight)![4] as number;
  expect(change('Haar-random', 1)).toBeGreaterThan(0.05);
  expect(change('Haar-random', 0.1)).toBeLessThan(change('Haar-random', 1));
  expect(change('GHZ', 0)).toBeLessThan(1e-6);
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['holds in part', 'holds in part']);
});
