import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('fewest gates of GHZ, W and SWAP, on all pairs and on a chain', async () => {
  const targets = [
    { state: { name: 'ghz', qubits: 3 } },
    { state: { name: 'w', qubits: 3 } },
    { unitary: { name: 'controlled-swap', qubits: 2 } },
  ];
  for (const maxRange of ['infinite', 1]) {
    const findings = await findingsOf('gate-counts', { targets, mostGates: 4, metric: { maxRange } });
    expect(failures(findings)).toEqual([]);
    const [table] = findings.sections[0]!.exhibits;
    if (table?.kind !== 'table') throw new Error('a table');
    expect(table.rows.map((row) => row[2])).toEqual([2, 2, 3, 2, 3, 1]);
    expect(findings.sections[2]!.exhibits.length).toBe(6);
  }
});

test('Toffoli needs five gates of any kind, as published', async () => {
  const findings = await findingsOf('gate-counts', {
    targets: [{ unitary: { name: 'controlled-not', qubits: 3 } }],
    families: ['su4'],
    starts: 3,
  });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.filter(({ basis }) => basis === 'published value').length).toBe(1);
});

test('what the metric does not connect is said to be out of reach', async () => {
  const findings = await findingsOf('gate-counts', {
    targets: [{ state: { name: 'ghz', qubits: 3 } }],
    metric: { maxSize: 1 },
  });
  expect(JSON.stringify(findings.sections[0])).toContain('unreachable');
  expect(findings.answer).toContain('No target');
});
