import { expect, test } from 'vitest';
import { circuitProgram } from '../../cli/circuit-program.ts';
import { circuitOfBlocks } from '../../src/circuit/block-circuit.ts';
import { readOpenQasm } from '../../src/circuit/open-qasm/read-open-qasm.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import type { RunRecord } from '../../src/record/run-record.ts';

const record = (network: unknown, theta: readonly number[], points = 1): RunRecord =>
  ({
    schema: 'bulkweave/run-record/1',
    points: Array(points).fill({ target: { name: 'plus\nminus' }, training: { network, theta, infidelity: 1e-9 } }),
  }) as unknown as RunRecord;

const blocks = circuitOfBlocks(2, [
  { sites: [0, 1], words: ['YI', 'ZZ'] },
  { sites: [1], words: ['Y'] },
]);

test('a learned circuit is written as a program that can be read back', () => {
  const program = circuitProgram(record(circuitOfBlocks(1, [{ sites: [0], words: ['Y'] }]), [Math.PI / 4]))!;
  expect(program).toMatch(/^\/\/ plus minus from \|0\.\.\.0>, infidelity 1e-9\nOPENQASM 2\.0;\n/);
  const { interleaved } = runCircuit(readOpenQasm(program).value.circuit, new Float64Array(0));
  expect(Math.hypot(interleaved[0]!, interleaved[1]!)).toBeCloseTo(Math.SQRT1_2, 12);
  const turns = { kind: 'circuit', qubits: 1, parameters: 1, gates: [{ word: 'Y', angle: { parameter: 0 } }] };
  expect(circuitProgram(record(turns, [0.5]))).toContain('ry(0.5) q[0];');
});

test('there is none of a curve, a tensor network, a mixed state, or a training that diverged', () => {
  expect(circuitProgram(record(blocks, [1, 1, 1], 2))).toBeNull();
  expect(circuitProgram(record({ kind: 'network' }, []))).toBeNull();
  expect(circuitProgram(record({ ...blocks, reference: { spectrum: [0.5, 0.5, 0, 0] } }, [1, 1, 1]))).toBeNull();
  expect(circuitProgram(record(blocks, [1, Number.NaN, 1]))).toBeNull();
});
