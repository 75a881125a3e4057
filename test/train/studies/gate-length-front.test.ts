import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('the front of W of four qubits: three gates, 12 % above the geodesic', async () => {
  const findings = await findingsOf('gate-lengths', {
    targets: [{ name: 'w', qubits: 4 }],
    layers: [3],
    starts: 1,
    slices: 4,
  });
  expect(failures(findings)).toEqual([]);
  expect(findings.answer).toContain('w(4) by 3 gates of length 1.57');
  const [table] = findings.sections[0]!.exhibits;
  if (table?.kind !== 'table') throw new Error('a table');
  const ratio = table.rows.find((row) => row[1] === 3)![5] as number;
  expect(ratio).toBeGreaterThan(1.1);
  expect(ratio).toBeLessThan(1.13);
});

test('what is no pure state of few qubits is refused', async () => {
  await expect(findingsOf('gate-lengths', { targets: [{ name: 'werner', weight: 0.5 }] })).rejects.toThrow(
    'pure states',
  );
  await expect(findingsOf('gate-lengths', { targets: [{ name: 'w', qubits: 11 }] })).rejects.toThrow(
    'at most 10 qubits',
  );
});
