import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { openQasm } from '../../src/circuit/open-qasm.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { trotterCircuit } from '../../src/comparison/trotter.ts';
import { type ComplexMatrix, type ComplexVector, complexMatrix, zeroVector } from '../../src/linalg/complex.ts';
import { fubiniStudyDistance } from '../../src/state/fidelity.ts';
import { randomSum } from '../geodesic/unitary/unitaries.ts';

const none = new Float64Array(0);

/** Gates of qelib1 by their matrices. */
const GATES: Readonly<Record<string, (angle: number) => ComplexMatrix>> = {
  h: () =>
    complexMatrix(
      [
        [1, 1],
        [1, -1],
      ].map((row) => row.map((x) => x * Math.SQRT1_2)),
    ),
  s: () =>
    complexMatrix(
      [
        [1, 0],
        [0, 0],
      ],
      [
        [0, 0],
        [0, 1],
      ],
    ),
  sdg: () =>
    complexMatrix(
      [
        [1, 0],
        [0, 0],
      ],
      [
        [0, 0],
        [0, -1],
      ],
    ),
  rx: (a) =>
    complexMatrix(
      [
        [Math.cos(a / 2), 0],
        [0, Math.cos(a / 2)],
      ],
      [
        [0, -Math.sin(a / 2)],
        [-Math.sin(a / 2), 0],
      ],
    ),
  ry: (a) =>
    complexMatrix([
      [Math.cos(a / 2), -Math.sin(a / 2)],
      [Math.sin(a / 2), Math.cos(a / 2)],
    ]),
  rz: (a) =>
    complexMatrix(
      [
        [Math.cos(a / 2), 0],
        [0, Math.cos(a / 2)],
      ],
      [
        [-Math.sin(a / 2), 0],
        [0, Math.sin(a / 2)],
      ],
    ),
};

/** Runs a program line by line, amplitude by amplitude; qubit 0 is the most significant bit. */
function interpreted(program: string): ComplexVector {
  const [version, include, register, ...lines] = program.trim().split('\n');
  expect([version, include]).toEqual(['OPENQASM 2.0;', 'include "qelib1.inc";']);
  const qubits = Number(/^qreg q\[(\d+)\];$/.exec(register!)![1]);
  let psi = zeroVector(2 ** qubits);
  psi.interleaved[0] = 1;
  for (const line of lines) {
    const [, name, , angle, operands] = /^(\w+)(\((.*)\))? (.*);$/.exec(line)!;
    const sites = [...operands!.matchAll(/q\[(\d+)\]/g)].map(([, q]) => qubits - 1 - Number(q));
    const next = zeroVector(psi.length);
    for (let b = 0; b < psi.length; b++) {
      if (name === 'cx') {
        const to = (b >> sites[0]!) & 1 ? b ^ (1 << sites[1]!) : b;
        next.interleaved.set(psi.interleaved.subarray(2 * b, 2 * b + 2), 2 * to);
        continue;
      }
      const { interleaved: u } = GATES[name!]!(Number(angle));
      const column = (b >> sites[0]!) & 1;
      for (const row of [0, 1]) {
        const to = row === column ? b : b ^ (1 << sites[0]!);
        const [x, y] = [u[2 * (2 * row + column)]!, u[2 * (2 * row + column) + 1]!];
        const [re, im] = [psi.interleaved[2 * b]!, psi.interleaved[2 * b + 1]!];
        next.interleaved[2 * to]! += x * re - y * im;
        next.interleaved[2 * to + 1]! += x * im + y * re;
      }
    }
    psi = next;
  }
  return psi;
}

describe('a program', () => {
  test('makes the state of the circuit, whatever its words', () => {
    const word = fc.string({ unit: fc.constantFrom('I', 'X', 'Y', 'Z'), minLength: 3, maxLength: 3 });
    const gates = fc.array(fc.record({ word, angle: fc.double({ min: -4, max: 4, noNaN: true }) }), { maxLength: 8 });
    fc.assert(
      fc.property(gates, (list) => {
        const circuit: Circuit = { kind: 'circuit', qubits: 3, parameters: 0, gates: list };
        expect(fubiniStudyDistance(interpreted(openQasm(circuit, none)), runCircuit(circuit, none))).toBeLessThan(
          1e-12,
        );
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  test('begins with the product state that the circuit begins with, and takes its parameters', () => {
    const circuit: Circuit = {
      kind: 'circuit',
      qubits: 2,
      parameters: 1,
      gates: [{ word: 'XY', angle: { parameter: 0, scale: 0.5 } }],
      reference: [
        { polar: 1, azimuth: 0.3 },
        { polar: 0, azimuth: 0 },
      ],
    };
    const theta = Float64Array.of(1.4);
    expect(fubiniStudyDistance(interpreted(openQasm(circuit, theta)), runCircuit(circuit, theta))).toBeLessThan(1e-12);
  });

  test('of a path as a circuit: two cx for each pair rotation', () => {
    const circuit = trotterCircuit([randomSum(2, 3, 0.3)], { order: 2, steps: 2 });
    const program = openQasm(circuit, none);
    const pairs = circuit.gates.filter(({ word }) => !word.includes('I')).length;
    expect(program.match(/^cx /gm)!.length).toBe(2 * pairs);
    expect(fubiniStudyDistance(interpreted(program), runCircuit(circuit, none))).toBeLessThan(1e-12);
  });

  test('of a mixed state there is none', () => {
    const circuit: Circuit = {
      kind: 'circuit',
      qubits: 1,
      parameters: 0,
      gates: [],
      reference: { spectrum: [0.5, 0.5] },
    };
    expect(() => openQasm(circuit, none)).toThrow(/pure state required/);
  });
});
