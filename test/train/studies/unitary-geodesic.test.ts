import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('the complexity of CNOT grows from the bi-invariant distance to the Cartan length', async () => {
  const unitary = { name: 'controlled-not', qubits: 2 };
  const metric = { sizeWeights: [1], maxSize: 1, maxRange: 'infinite' };
  const findings = await findingsOf('toffoli', { unitary, metric, penalties: [1, 4], starts: 2 });
  expect(failures(findings)).toEqual([]);
  const [table] = findings.sections[0]!.exhibits;
  if (table?.kind !== 'table') throw new Error('a table');
  const lengths = table.rows.map((row) => row[1] as number);
  expect(lengths[0]).toBeCloseTo((Math.PI * Math.sqrt(3)) / 4, 9);
  expect(lengths[1]).toBeGreaterThan(lengths[0]!);
  expect(lengths[1]).toBeLessThanOrEqual(2 * lengths[0]! + 1e-9); // √q times the bi-invariant length
});

test('an unreachable gate is told so', async () => {
  const findings = await findingsOf('toffoli', {
    unitary: { name: 'controlled-z', qubits: 2 },
    metric: { maxSize: 1 },
    penalties: ['infinite'],
  });
  expect(JSON.stringify(findings.sections[0])).toContain('unreachable');
  expect(findings.answer).toContain('No geodesic');
});
