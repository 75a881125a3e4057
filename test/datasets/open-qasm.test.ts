import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { stateOfProgram, unitaryOfProgram } from '../../datasets/open-qasm.ts';
import { targetOfSpec, targetSpec } from '../../datasets/targets.ts';
import { unitaryOfSpec, unitarySpec } from '../../datasets/unitaries.ts';
import { greatestDifference } from '../oracle/read-oracle.ts';

const PROGRAM = `OPENQASM 3; include "stdgates.inc"; input float a; qubit[2] q; bit[2] c;
h q[0]; cx q[0], q[1]; p(a) q[0]; gphase(0.5); c = measure q;`;
const context = { read: () => strToU8(PROGRAM) };
const target = (options: object) =>
  targetOfSpec(targetSpec.parse({ name: 'file', path: 'bell.qasm', ...options }), context);

describe('a program as a target', () => {
  test('is the state that it makes of |0…0⟩, with its phase, in the order that is asked for', () => {
    const { amplitudes } = stateOfProgram(strToU8(PROGRAM), 'bell.qasm', { values: { a: 0.3 } });
    const [c, s] = [Math.cos, Math.sin].map((f) => (angle: number) => f(angle) * Math.SQRT1_2) as [
      typeof Math.cos,
      typeof Math.sin,
    ];
    expect(greatestDifference(amplitudes.interleaved, [c(0.5), s(0.5), 0, 0, 0, 0, c(0.8), s(0.8)])).toBeLessThan(
      1e-15,
    );
    const flipped = strToU8('qubit[2] q; U(pi, 0, 0) q[1];');
    const index = (endian: 'big' | 'little') =>
      stateOfProgram(flipped, 'x.qasm', { endian }).amplitudes.interleaved.findIndex((x) => Math.abs(x) > 0.5) >> 1;
    expect([index('big'), index('little')]).toEqual([1, 2]);
  });

  test('is chosen by the ending of its file', () => {
    const state = target({ values: { a: 0 } });
    expect(state).toMatchObject({ kind: 'pure', name: 'bell.qasm', dimensions: [2, 2] });
    expect(() => target({})).toThrow("bell.qasm: values of all inputs required, got none of 'a'");
    expect(() => target({ values: { a: 1 }, normalise: true })).toThrow('endian and values alone required');
    expect(() => target({ path: 'a.npy', values: { a: 1 } })).toThrow('a.npy: a .qasm file required for values');
  });

  test('is a unitary, too', () => {
    const spec = unitarySpec.parse({ name: 'file', path: 'bell.qasm', values: { a: 0 } });
    const { qubits, matrix } = unitaryOfSpec(spec, context);
    expect(qubits).toBe(2);
    // the last column is the image of |11⟩, e^{i/2}·(|01⟩ − |10⟩)/√2 up to the order of the cx
    const column = [0, 1, 2, 3].map((row) =>
      Math.hypot(...matrix.interleaved.slice(2 * (4 * row + 3), 2 * (4 * row + 3) + 2)),
    );
    expect(greatestDifference(column, [0, Math.SQRT1_2, Math.SQRT1_2, 0])).toBeLessThan(1e-15);
    expect(() => unitaryOfSpec({ name: 'file', path: 'u.npy', endian: 'little' }, context)).toThrow(
      'u.npy: a .qasm file',
    );
  });

  test('that is too large is refused before memory is taken', () => {
    const wide = (qubits: number) => strToU8(`qubit[${qubits}] q;`);
    expect(() => stateOfProgram(wide(40), 'wide.qasm')).toThrow('wide.qasm: 1 to 24 required, got 40');
    expect(() => unitaryOfProgram(wide(20), 'wide.qasm')).toThrow('wide.qasm: 1 to 10 required, got 20');
    const long = strToU8('qubit[24] q; for int i in [0:5000] { U(1, 0, 0) q[0]; }');
    expect(() => stateOfProgram(long, 'long.qasm')).toThrow(/changes of amplitudes required/);
    expect(() => stateOfProgram(strToU8('qubit[2] q;\nreset q;'), 'r.qasm')).toThrow(
      "r.qasm:2:1: gates required, got 'reset'",
    );
  });
});
