import { expect, test } from 'vitest';
import { emptyCircuit } from '../../models/index.ts';
import { circuitOfBlocks } from '../../src/circuit/block-circuit.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
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

test('the angles of a circuit stand in a folded table, those of blocks word by word', () => {
  const circuit: Circuit = {
    kind: 'circuit',
    qubits: 2,
    parameters: 1,
    gates: [
      { word: 'YI', angle: { parameter: 0 } },
      { word: 'ZX', angle: Math.PI / 2 },
    ],
  };
  const page = networkSection({ network: circuit, theta: [0.25] } as unknown as TrainingRecord);
  const cells = (html: string) => [...html.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text]) => text);
  expect(page).toContain('<summary>Angles of all gates</summary>');
  expect(cells(page)).toEqual([
    '0',
    '1',
    'Y₀',
    '0.2500',
    '0.07958',
    'θ₀',
    '1',
    '2',
    'Z₀ X₁',
    '1.571',
    '0.5000',
    'constant',
  ]);
  const network = circuitOfBlocks(2, [{ sites: [1, 0], words: ['XY', 'IZ'] }]);
  const blocks = networkSection({ network, theta: [0.3, 0.4] } as unknown as TrainingRecord);
  expect(cells(blocks)).toEqual(['0', '1', '0.5000', 'Z₀\u00A00.400, X₁Y₀\u00A00.300']);
  expect(blocks).toContain(encodeURI('0,1,Z₀,0.4\n0,1,X₁Y₀,0.3'));
});
