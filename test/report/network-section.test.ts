import { expect, test } from 'vitest';
import { emptyCircuit } from '../../models/index.ts';
import type { TrainingRecord } from '../../src/record/run-record.ts';
import { networkSection } from '../../src/report/network-section.ts';

const sectionOf = (qubits: number): string =>
  networkSection({ network: emptyCircuit(qubits), theta: [] } as unknown as TrainingRecord);

test('circuits of up to 32 qubits are drawn on wires, larger ones as a map', () => {
  expect(sectionOf(32)).toContain('boxes joined by a line');
  expect(sectionOf(32)).not.toContain('as a map');
  expect(sectionOf(33)).toContain('Circuit of 33 qubits as a map.');
  expect(sectionOf(33)).not.toContain('boxes joined by a line');
});
