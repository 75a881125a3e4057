import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { circuitFile } from '../../models/circuit-file.ts';
import { MODELS, startOf } from '../../models/index.ts';
import { checkCircuit } from '../../src/circuit/circuit.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { greatestDifference } from '../oracle/read-oracle.ts';

const PROGRAM = `OPENQASM 3; include "stdgates.inc"; input float a; qubit[2] q;
h q[0]; crz(0.3) q[0], q[1]; rx(2*a) q[1]; ry(-0.7) q;`;

describe('a circuit from a file', () => {
  test('has its inputs, the numbers of its gates, or every rotation free, and starts at the values in the file', () => {
    const values = { a: 0.4 };
    const points = (['inputs', 'arguments', 'rotations'] as const).map((free) =>
      circuitFile(PROGRAM, { free, values }),
    );
    expect(points.map(({ network }) => network.parameters)).toEqual([1, 3, 7]);
    const [first, ...others] = points.map(({ network, theta }) => {
      checkCircuit(network);
      return runCircuit(network, theta!).interleaved;
    });
    for (const other of others) expect(greatestDifference(other, first!)).toBeLessThan(1e-15);
    expect(points[1]!.theta).toEqual(Float64Array.of(0.4, 0.3, -0.7));
  });

  test('starts anywhere if its inputs have no values and nothing else is free', () => {
    expect(circuitFile(PROGRAM, { free: 'inputs' })).toMatchObject({ network: { parameters: 1 } });
    expect(circuitFile(PROGRAM, { free: 'inputs' }).theta).toBeUndefined();
    expect(() => circuitFile(PROGRAM, {}, 'c.qasm')).toThrow(
      "c.qasm: values of all inputs required for the start of a training, got none of 'a'",
    );
    expect(() => circuitFile(PROGRAM, { free: 'rotations' })).toThrow('values of the inputs required');
  });

  test('is a model for a target of as many qubits', () => {
    const metric = { penalty: 1 };
    const context = (qubits: number) => ({
      dimensions: new Array<number>(qubits).fill(2),
      metric,
      read: () => strToU8(PROGRAM),
    });
    const options = { path: 'c.qasm', free: 'arguments', values: { a: 1 }, endian: 'little' } as const;
    expect(MODELS['circuit-file'].build(options, context(2))).toMatchObject({
      kind: 'circuit',
      qubits: 2,
      parameters: 3,
    });
    expect(startOf({ name: 'circuit-file', ...options }, context(2))).toEqual(Float64Array.of(1, 0.3, -0.7));
    expect(() => MODELS['circuit-file'].build(options, context(3))).toThrow(
      "c.qasm: a circuit of the target's 3 qubits required, got 2",
    );
  });
});
