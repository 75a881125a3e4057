import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('the response of a geodesic to an excitation is linear up to the square of its strength', async () => {
  const findings = await findingsOf('back-reaction', {
    qubits: 2,
    strengths: [0.02, 0.01],
    samples: 3,
    slices: 4,
    starts: 1,
  });
  expect(failures(findings)).toEqual([]);
  for (const { exhibits } of findings.sections) {
    const table = exhibits.find((exhibit) => exhibit.kind === 'table');
    if (table?.kind !== 'table') throw new Error('a table');
    const [strong, weak] = table.rows as [readonly number[], readonly number[]];
    expect(strong[2]! / weak[2]!).toBeCloseTo(2, 1);
    expect(strong[3]! / weak[3]!).toBeCloseTo(4, 0);
  }
});
