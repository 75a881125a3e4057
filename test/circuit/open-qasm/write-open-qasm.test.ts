import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Angle, angleAt, type Circuit, type Rotation } from '../../../src/circuit/circuit.ts';
import { controlledNotGate, hadamardGate } from '../../../src/circuit/named-gates.ts';
import { readOpenQasm } from '../../../src/circuit/open-qasm/read-open-qasm.ts';
import { openQasm, openQasmWithInputs } from '../../../src/circuit/open-qasm/write-open-qasm.ts';
import { runCircuit } from '../../../src/circuit/run-circuit.ts';
import { trotterCircuit } from '../../../src/comparison/trotter.ts';
import {
  type ComplexMatrix,
  type ComplexVector,
  complexMatrix,
  identityMatrix,
  zeroVector,
} from '../../../src/linalg/complex.ts';
import { scaledVector } from '../../../src/linalg/vector.ts';
import { randomSum } from '../../geodesic/unitary/unitaries.ts';
import { greatestDifference } from '../../oracle/read-oracle.ts';

const none = new Float64Array(0);

const phase = (angle: number): ComplexMatrix =>
  complexMatrix(
    [
      [1, 0],
      [0, Math.cos(angle)],
    ],
    [
      [0, 0],
      [0, Math.sin(angle)],
    ],
  );
const X = complexMatrix([
  [0, 1],
  [1, 0],
]);
const Y = complexMatrix(
  [
    [0, 0],
    [0, 0],
  ],
  [
    [0, -1],
    [1, 0],
  ],
);

/** Gates of qelib1 by their matrices; the target's, of controlled ones. */
const GATES: Readonly<Record<string, (angle: number) => ComplexMatrix>> = {
  h: () =>
    complexMatrix(
      [
        [1, 1],
        [1, -1],
      ].map((row) => row.map((x) => x * Math.SQRT1_2)),
    ),
  s: () => phase(Math.PI / 2),
  sdg: () => phase(-Math.PI / 2),
  t: () => phase(Math.PI / 4),
  tdg: () => phase(-Math.PI / 4),
  x: () => X,
  y: () => Y,
  z: () => phase(Math.PI),
  cx: () => X,
  cy: () => Y,
  cz: () => phase(Math.PI),
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

/** Runs a program line by line, amplitude by amplitude, with the phase in its last line; qubit 0 is the most significant bit. */
function interpreted(program: string): ComplexVector {
  const [version, include, register, ...lines] = program.trim().split('\n');
  expect([version, include]).toEqual(['OPENQASM 2.0;', 'include "qelib1.inc";']);
  const qubits = Number(/^qreg q\[(\d+)\];$/.exec(register!)![1]);
  let psi = zeroVector(2 ** qubits);
  psi.interleaved[0] = 1;
  for (const line of lines) {
    const phase = /^\/\/ global phase (.*)$/.exec(line);
    if (phase !== null) {
      const angle = Number(phase[1]);
      return scaledVector([Math.cos(angle), Math.sin(angle)], psi);
    }
    const [, name, , angle, operands] = /^(\w+)(\((.*)\))? (.*);$/.exec(line)!;
    const sites = [...operands!.matchAll(/q\[(\d+)\]/g)].map(([, q]) => qubits - 1 - Number(q));
    const next = zeroVector(psi.length);
    for (let b = 0; b < psi.length; b++) {
      const [target, control] = sites.toReversed();
      if (control !== undefined && ((b >> control) & 1) === 0) {
        next.interleaved[2 * b]! += psi.interleaved[2 * b]!;
        next.interleaved[2 * b + 1]! += psi.interleaved[2 * b + 1]!;
        continue;
      }
      const { interleaved: u } = GATES[name!]!(Number(angle));
      const column = (b >> target!) & 1;
      for (const row of [0, 1]) {
        const to = row === column ? b : b ^ (1 << target!);
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

const words = (qubits: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom('I', 'X', 'Y', 'Z'), minLength: qubits, maxLength: qubits });
const expectSame = (a: ComplexVector, b: ComplexVector): void =>
  expect(greatestDifference(a.interleaved, b.interleaved)).toBeLessThan(1e-12);

describe('a program', () => {
  test('makes the state of the circuit, whatever its words', () => {
    const word = words(3);
    const gates = fc.array(fc.record({ word, angle: fc.double({ min: -4, max: 4, noNaN: true }) }), { maxLength: 8 });
    fc.assert(
      fc.property(gates, (list) => {
        const circuit: Circuit = { kind: 'circuit', qubits: 3, parameters: 0, gates: list };
        expectSame(interpreted(openQasm(circuit, none)), runCircuit(circuit, none));
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
    expectSame(interpreted(openQasm(circuit, theta)), runCircuit(circuit, theta));
  });

  test('of a path as a circuit: two cx for each pair rotation', () => {
    const circuit = trotterCircuit([randomSum(2, 3, 0.3)], { order: 2, steps: 2 });
    const program = openQasm(circuit, none);
    const pairs = circuit.gates.filter(({ word }) => !word.includes('I')).length;
    expect(program.match(/^cx /gm)!.length).toBe(2 * pairs);
    expectSame(interpreted(program), runCircuit(circuit, none));
  });

  const quarters = (words: readonly string[], signs: readonly number[]): readonly Rotation[] =>
    words.map((word, k) => ({ word, angle: (signs[k]! * Math.PI) / 2 }));
  const sameUnitary = (gates: readonly Rotation[], qubits: number): string => {
    // halves of Bell pairs: a state that tells the unitary, up to its phase
    const pairs = Array.from({ length: qubits }, (_, q) => [
      ...hadamardGate(2 * qubits, q),
      ...controlledNotGate(2 * qubits, q, qubits + q),
    ]).flat();
    const wide = gates.map(({ word, angle }) => ({ word: word + 'I'.repeat(qubits), angle }));
    const whole: Circuit = { kind: 'circuit', qubits: 2 * qubits, parameters: 0, gates: [...pairs, ...wide] };
    expectSame(interpreted(openQasm(whole, none)), runCircuit(whole, none));
    return openQasm({ kind: 'circuit', qubits, parameters: 0, gates }, none)
      .replace(/^\/\/.*\n/m, '')
      .split('\n')
      .slice(3, -1)
      .join(' ');
  };

  test('of Hadamard and controlled-NOT gates has their names and nothing else', () => {
    const gates = [...hadamardGate(3, 1), ...controlledNotGate(3, 1, 0), ...controlledNotGate(3, 0, 2)];
    expect(sameUnitary(gates, 3)).toBe('h q[1]; cx q[1],q[0]; cx q[0],q[2];');
    const five = [0, 1, 0, 1, 0].flatMap((control) => controlledNotGate(2, control, 1 - control));
    expect(sameUnitary(five, 2).match(/cx/g)).toHaveLength(5);
  });

  test('of three quarter turns about P, Q and PQ has one gate of two qubits, whatever signs, letters and order', () => {
    const letters = [...'XYZ'];
    for (const [P, Q] of letters.flatMap((a) => letters.map((b) => [a, b]))) {
      for (let signs = 0; signs < 8; signs++) {
        const gates = quarters(
          [`${P}I`, `${P}${Q}`, `I${Q}`],
          [0, 1, 2].map((k) => 1 - 2 * ((signs >> k) & 1)),
        );
        expect(sameUnitary(signs % 2 ? gates : gates.toReversed(), 2).match(/c[xyz] /g)).toHaveLength(1);
      }
    }
  });

  test('of quarter turns of m qubits has 2m − 3 gates of two qubits, of half turns none', () => {
    for (const [word, gates] of [
      ['YX', 1],
      ['XYZ', 3],
      ['ZYXY', 5],
    ] as const) {
      for (const sign of [1, -1]) {
        expect(sameUnitary(quarters([word], [sign]), word.length).match(/c[xyz] /g)).toHaveLength(gates);
      }
      expect(sameUnitary([{ word, angle: Math.PI }], word.length)).not.toMatch(/c[xyz] /);
    }
  });

  test('of phase gates has their names; a turn by 2π is none', () => {
    const gates = [1, -1, 2, -2, 4, -4, 8, 9].map((k) => ({ word: 'Z', angle: (k * Math.PI) / 4 }));
    const names = sameUnitary(gates, 1)
      .split(' q[0];')
      .map((name) => name.trim());
    expect(names).toEqual(['t', 'tdg', 's', 'sdg', 'z', 'z', 't', '']);
    expect(sameUnitary([{ word: 'X', angle: Math.PI / 2 }], 1)).toMatch(/^rx\(1\.57/);
  });

  test('of two turns that make a Hadamard gate has one, of others none', () => {
    for (const P of 'XYZ') {
      for (const Q of 'XYZ') {
        for (const [a, b] of [
          [1, 2],
          [2, 1],
          [-1, 2],
          [2, -1],
          [1, 1],
        ] as const) {
          const gates = [P, Q].map((word, k) => ({ word, angle: ([a, b][k]! * Math.PI) / 2 }));
          sameUnitary(gates, 1);
        }
      }
    }
    const names = (one: number): string =>
      sameUnitary(
        [
          { word: 'Y', angle: (one * Math.PI) / 2 },
          { word: 'Z', angle: Math.PI },
        ],
        1,
      );
    expect([names(-1), names(1).includes('h')]).toEqual(['h q[0];', false]);
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

  test('of version 2 or 3 is read as it was written, with its phase', () => {
    const angle = fc.oneof(
      fc.integer({ min: -8, max: 8 }).map((k) => (k * Math.PI) / 4),
      fc.double({ min: -9, max: 9, noNaN: true }),
    );
    const circuits = fc.array(fc.record({ word: words(3), angle }), { maxLength: 10 });
    fc.assert(
      fc.property(circuits, angle, (gates, phase) => {
        const circuit: Circuit = { kind: 'circuit', qubits: 3, parameters: 0, gates };
        const whole = exactUnitary(circuit, [phase]);
        const third = readOpenQasm(openQasm(circuit, none, { version: 3, phase: [phase] })).value;
        expect(greatestDifference(exactUnitary(third.circuit, third.phase), whole)).toBeLessThan(1e-12);
        const second = openQasm(circuit, none, { phase: [phase] });
        const written = Number(/^\/\/ global phase (.*)$/m.exec(second)?.[1] ?? 0);
        const read = readOpenQasm(second).value;
        expect(greatestDifference(exactUnitary(read.circuit, [...read.phase, written]), whole)).toBeLessThan(1e-12);
      }),
      { numRuns: 25, seed: 31 },
    );
  });

  test('keeps parameters as inputs of version 3', () => {
    const parameter = fc.record({ parameter: fc.nat(1), scale: fc.constantFrom(1, -0.5, 2) });
    const angle = fc.oneof(parameter, fc.constantFrom(Math.PI / 2, Math.PI, 0.3));
    fc.assert(
      fc.property(fc.array(fc.record({ word: words(3), angle }), { maxLength: 8 }), angle, (gates, phase) => {
        const circuit: Circuit = { kind: 'circuit', qubits: 3, parameters: 2, gates };
        const program = openQasmWithInputs(circuit, { names: ['alpha', 'β'], phase: [phase] });
        const { value } = readOpenQasm(program);
        expect(value.parameters.map(({ name }) => name)).toEqual(['alpha', 'β']);
        const theta = Float64Array.of(0.7, -1.9);
        const [a, b] = [exactUnitary(value.circuit, value.phase, theta), exactUnitary(circuit, [phase], theta)];
        expect(greatestDifference(a, b)).toBeLessThan(1e-12);
      }),
      { numRuns: 25, seed: 32 },
    );
    const one: Circuit = { kind: 'circuit', qubits: 1, parameters: 1, gates: [{ word: 'X', angle: { parameter: 0 } }] };
    expect(openQasmWithInputs(one)).toBe(
      'OPENQASM 3.0;\ninclude "stdgates.inc";\ninput float theta_0;\nqubit[1] q;\nrx(theta_0) q[0];\n',
    );
    expect(() => openQasmWithInputs(one, { names: ['x'] })).toThrow(
      "that the language does not have required, got 'x'",
    );
    expect(() => openQasmWithInputs(one, { names: [] })).toThrow('a name for each of 1 parameters required, got 0');
  });
});

/** e^{iφ} times the circuit's unitary, row by row. */
function exactUnitary(circuit: Circuit, phase: readonly Angle[], theta = none): Float64Array {
  const size = 2 ** circuit.qubits;
  const identity = { length: size * size, interleaved: identityMatrix(size).interleaved };
  const sum = phase.reduce<number>((total, angle) => total + angleAt(angle, theta), 0);
  return scaledVector([Math.cos(sum), Math.sin(sum)], runCircuit(circuit, theta, identity)).interleaved;
}
