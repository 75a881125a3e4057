import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { openQasm } from '../../src/circuit/open-qasm.ts';
import { readOpenQasm } from '../../src/circuit/read-open-qasm.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { projector } from '../../src/state/reduced-density-matrix.ts';
import { largestDifference } from '../helpers/largest-difference.ts';

const none = new Float64Array(0);
const stateOf = (circuit: Circuit) => projector(runCircuit(circuit, none)).interleaved;
const program = (gates: string, qubits = 2): Circuit =>
  readOpenQasm(`OPENQASM 2.0;\ninclude "qelib1.inc";\nqreg q[${qubits}];\n${gates}`);

describe('OpenQASM', () => {
  test('is read as it is written', () => {
    const rotation = fc.record({
      word: fc.string({ unit: fc.constantFrom('I', 'X', 'Y', 'Z'), minLength: 3, maxLength: 3 }),
      angle: fc.oneof(
        fc.integer({ min: -4, max: 4 }).map((k) => (k * Math.PI) / 4),
        fc.double({ min: -3, max: 3, noNaN: true }),
      ),
    });
    fc.assert(
      fc.property(fc.array(rotation, { maxLength: 8 }), (gates) => {
        const circuit: Circuit = { kind: 'circuit', qubits: 3, parameters: 0, gates };
        expect(largestDifference(stateOf(readOpenQasm(openQasm(circuit, none))), stateOf(circuit))).toBeLessThan(1e-12);
      }),
      { seed: 22, numRuns: 60 },
    );
  });

  test('has its gates of two qubits and of three angles', () => {
    const amplitudes = (gates: string) => runCircuit(program(gates), none);
    const same = (gates: string, re: readonly number[], im: readonly number[] = re.map(() => 0)): void => {
      const dense = projector(complexVector(re, im));
      expect(largestDifference(projector(amplitudes(gates)).interleaved, dense.interleaved)).toBeLessThan(1e-14);
    };
    const [c, s, r] = [Math.cos(0.2), Math.sin(0.2), Math.SQRT1_2];
    same('x q[0]; swap q[0], q[1];', [0, 1, 0, 0]);
    same('x q[0]; crx(0.4) q[0], q[1];', [0, 0, c, 0], [0, 0, 0, -s]);
    same('x q[0]; cry(0.4) q[0], q[1];', [0, 0, c, s]);
    same('h q; crz(0.4) q[0],q[1];', [0.5, 0.5, 0.5 * c, 0.5 * c], [0, 0, -0.5 * s, 0.5 * s]);
    same('h q; cp(pi/2) q[0],q[1];', [0.5, 0.5, 0.5, 0], [0, 0, 0, 0.5]);
    same('h q[0]; cy q[0],q[1];', [r, 0, 0, 0], [0, 0, 0, r]);
    same('u3(0.4, pi/2, 0.3) q[1];', [c, 0, 0, 0], [0, s, 0, 0]);
    same('u2(-pi/2, 1) q[1];', [r, 0, 0, 0], [0, -r, 0, 0]);
    same('rxx(0.4) q[0],q[1];', [c, 0, 0, 0], [0, 0, 0, -s]);
    same('sx q[1];', [r, 0, 0, 0], [0, -r, 0, 0]);
  });

  test('reads angles, registers, comments, measurements at the end', () => {
    const circuit = readOpenQasm(`
      OPENQASM 2.0; // a comment; with a semicolon
      include "qelib1.inc";
      qreg a[2]; qreg b[2]; creg c[2];
      rz(-(pi/2 + 1)*2e0 - .5) a[1];
      cx a,b; barrier a; measure a[0] -> c[0];
    `);
    expect(circuit.qubits).toBe(4);
    expect(circuit.gates[0]).toEqual({ word: 'IZII', angle: -(Math.PI / 2 + 1) * 2 - 0.5 });
    expect(circuit.gates.slice(1).map(({ word }) => word)).toEqual(['ZIII', 'IIXI', 'ZIXI', 'IZII', 'IIIX', 'IZIX']);
  });

  test('that cannot be read is named', () => {
    expect(() => program('ccx q[0],q[1],q[2];', 3)).toThrow("got 'ccx q[0],q[1],q[2]'");
    expect(() => program('gate mine a { h a; }')).toThrow("got 'gate mine a { h a'");
    expect(() => program('if (c==1) x q[0];')).toThrow('if (c==1) x q[0]');
    expect(() => program('h q[2];')).toThrow("got 'q[2]' in 'h q[2]'");
    expect(() => program('h r;')).toThrow("got 'r'");
    expect(() => program('cx q[0],q[0];')).toThrow('different qubits required');
    expect(() => program('rx q[0];')).toThrow('1 angles and 1 qubits required');
    expect(() => program('rx(1/0) q[0];')).toThrow("got '1/0'");
    expect(() => program('rx(2 pi) q[0];')).toThrow("got '2 pi'");
    expect(() => program('rx((1) q[0];')).toThrow();
    expect(() => program('rx(theta) q[0];')).toThrow("got 'theta'");
    expect(() => program('measure q -> c; h q[0];')).toThrow('gates before measurements');
    expect(() => readOpenQasm('OPENQASM 2.0;')).toThrow('a quantum register required');
  });
});
