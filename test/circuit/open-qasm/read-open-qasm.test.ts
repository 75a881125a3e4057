import { describe, expect, test } from 'vitest';
import { anglesAt, type Circuit, type Rotation } from '../../../src/circuit/circuit.ts';
import { globalPhaseGate } from '../../../src/circuit/global-phase.ts';
import { type OpenQasmReading, readOpenQasm } from '../../../src/circuit/open-qasm/read-open-qasm.ts';
import { runCircuit } from '../../../src/circuit/run-circuit.ts';
import { DomainError } from '../../../src/errors.ts';
import { identityMatrix } from '../../../src/linalg/complex.ts';
import { greatestDifference } from '../../oracle/read-oracle.ts';

const none = new Float64Array(0);
const two = (gates: string, qubits = 2) =>
  readOpenQasm(`OPENQASM 2.0;\ninclude "qelib1.inc";\nqreg q[${qubits}];\n${gates}`);
const three = (gates: string, qubits = 2, reading: OpenQasmReading = {}) =>
  readOpenQasm(`OPENQASM 3.0;\ninclude "stdgates.inc";\nqubit[${qubits}] q;\n${gates}`, reading);
const words = ({ gates }: Circuit): readonly string[] => gates.map(({ word }) => word);

/** The unitary of a program with its phase, row by row. */
function unitaryOf({ value: { circuit, phase } }: ReturnType<typeof readOpenQasm>, theta = none): Float64Array {
  const size = 2 ** circuit.qubits;
  const gates = [...circuit.gates, ...phase.flatMap(phaseGate(circuit.qubits))];
  const identity = { length: size * size, interleaved: identityMatrix(size).interleaved };
  return runCircuit({ ...circuit, gates }, theta, identity).interleaved;
}
const phaseGate =
  (qubits: number) =>
  (angle: Rotation['angle']): readonly Rotation[] => {
    if (typeof angle === 'number') return globalPhaseGate(qubits, angle);
    return [{ word: 'I'.repeat(qubits), angle: { ...angle, scale: -2 * (angle.scale ?? 1) } }];
  };
const expectSame = (a: ReturnType<typeof readOpenQasm>, b: ReturnType<typeof readOpenQasm>): void =>
  expect(greatestDifference(unitaryOf(a), unitaryOf(b))).toBeLessThan(1e-13);

describe('gates', () => {
  test('have as few words as their controls need', () => {
    const counts = { ccx: 7, cswap: 7, 'cu1(0.3)': 3, 'crx(0.3)': 2, swap: 3, c3x: 15, 'cu3(0.1,0.2,0.3)': 7, rccx: 7 };
    for (const [name, count] of Object.entries(counts)) {
      const qubits = { ccx: 3, cswap: 3, c3x: 4, rccx: 3 }[name] ?? 2;
      const operands = Array.from({ length: qubits }, (_, k) => `q[${k}]`).join(',');
      expect(two(`${name} ${operands};`, qubits).value.circuit.gates).toHaveLength(count);
    }
    expect(words(three('ctrl(2) @ z q[0], q[1], q[2];', 3).value.circuit).join(' ')).toBe(
      'ZII IZI ZZI IIZ ZIZ IZZ ZZZ',
    );
  });

  test('with controls of either kind are the gate where the controls say so', () => {
    // negctrl @ ctrl @ x: |01⟩ of the controls exchanges |0⟩ and |1⟩ of the target
    const matrix = unitaryOf(three('negctrl @ ctrl @ x q[0], q[1], q[2];', 3));
    for (let row = 0; row < 8; row++) {
      for (let column = 0; column < 8; column++) {
        const image = column === 2 ? 3 : column === 3 ? 2 : column;
        expect(matrix[2 * (8 * row + column)]).toBeCloseTo(row === image ? 1 : 0, 14);
      }
    }
  });

  test('of version 3 have the phases of its specification', () => {
    // U(θ, φ, λ) is 2π-periodic: with a control, U(2π, 0, 0) does nothing, while rx(2π) = −1
    expect(greatestDifference(unitaryOf(three('ctrl @ U(2*pi, 0, 0) q[0], q[1];')), unitaryOf(three('')))).toBeLessThan(
      1e-14,
    );
    expectSame(three('ctrl @ rx(2*pi) q[0], q[1];'), three('z q[0];'));
    expectSame(three('ctrl @ gphase(0.3) q[0];'), three('p(0.3) q[0];'));
    expectSame(
      three('U(0.4, 0.2, 0.1) q[0];'),
      two('u3(0.4, 0.2, 0.1) q[0];').value && three('u3(0.4,0.2,0.1) q[0]; gphase(0.35);'),
    );
    expectSame(three('cu(0.4, 0.2, 0.1, 0.7) q[0], q[1];'), two('cu(0.4, 0.2, 0.1, 0.7) q[0], q[1];'));
  });

  test('to a power are principal: of π, not of −π; their whole powers are the gate again', () => {
    expectSame(three('pow(1/2.0) @ x q[0];'), three('sx q[0];'));
    expectSame(three('pow(0.5) @ z q[0];'), three('s q[0];'));
    expectSame(three('pow(0.25) @ cz q[0], q[1];'), three('cp(pi/4) q[0], q[1];'));
    expectSame(three('pow(-0.5) @ cx q[0], q[1];'), three('ctrl @ inv @ sx q[0], q[1];'));
    expectSame(three('pow(2) @ pow(0.5) @ swap q[0], q[1];'), three('swap q[0], q[1];'));
    expect(three('pow(0.5) @ swap q[0], q[1];').value.circuit.gates).toHaveLength(3);
    expectSame(three('pow(0.5) @ inv @ swap q[0], q[1];'), three('pow(0.5) @ swap q[0], q[1];'));
    expectSame(three('pow(3) @ pow(1/3.0) @ h q[0];'), three('h q[0];'));
    const mixed = 'gate g a, b { h a; cp(0.7) a, b; ry(1.1) b; gphase(2.9); }';
    expectSame(three(`${mixed} pow(4) @ pow(0.25) @ g q[0], q[1];`), three(`${mixed} g q[0], q[1];`));
    expectSame(three(`${mixed} pow(-2) @ g q[0], q[1];`), three(`${mixed} inv @ g q[0], q[1]; inv @ g q[0], q[1];`));
    expectSame(three('pow(0) @ h q[0];'), three(''));
    expectSame(three('pow(3) @ t q[0];'), three('t q[0]; s q[0];'));
  });
});

describe('a program', () => {
  test('has registers, definitions, comments, broadcasts, and its own parameters of gates', () => {
    const { value, notes } = readOpenQasm(`
      // a comment; with a semicolon
      OPENQASM 2.0;
      include "qelib1.inc";
      qreg a[2]; qreg b[2]; creg c[2];
      gate turn(u, v) x, y { rz(-(u/2 + v)*2e0 - .5^2) x; barrier x, y; cx x,y; }
      turn(pi, ln(exp(1))) a[1], b[0];
      cx a,b; barrier a;
      measure a[0] -> c[0]; measure a[1] -> c[1];
    `);
    expect(value.circuit.qubits).toBe(4);
    expect(value.circuit.gates[0]).toEqual({ word: 'IZII', angle: -(Math.PI / 2 + 1) * 2 - 0.25 });
    expect(words(value.circuit).slice(1)).toEqual('IZII IIXI IZXI ZIII IIXI ZIXI IZII IIIX IZIX'.split(' '));
    expect(notes).toEqual(['measurements at the end left out, of 2 qubits']);
  });

  test('of version 3 has loops, conditions, constants, aliases, slices, and integers', () => {
    const { value } = three(
      `const int n = 3; const float step = pi / 2**n; uint[8] k = 7 % n; bool flag = n > 2 && !(k == 0);
       let ends = q[{0, -1}]; let all = q[1:2] ++ ends;
       for int i in [0:n - 1] { if (i % 2 == 0) rx(i * step) all[i]; else { ry(7 / 2) all[i]; } }
       for uint i in {3, 1} rz(i) q[i];
       for int i in [3:-2:0] p(1.5) q[i];
       if (flag) x ends; else y ends;
       box { z q[:1]; } nop q[0];`,
      4,
    );
    expect(value.circuit.gates.slice(0, 4)).toEqual([
      { word: 'IIYI', angle: 3 },
      { word: 'XIII', angle: Math.PI / 4 },
      { word: 'IIIZ', angle: 3 },
      { word: 'IZII', angle: 1 },
    ]);
    expect(words(value.circuit).slice(4)).toEqual('IIIZ IZII XIII IIIX ZIII IZII'.split(' '));
  });

  test('in the order of another convention is read backwards', () => {
    const gates = 'x q[0]; rz(0.3) q[1];';
    expect(words(three(gates, 3).value.circuit)).toEqual(['XII', 'IZI']);
    expect(words(three(gates, 3, { endian: 'little' }).value.circuit)).toEqual(['IIX', 'IZI']);
  });

  test('without a version is of version 3, or of 2 with its library', () => {
    expect(readOpenQasm('qubit q; U(0, 0, 1) q;').value.version).toBe(3);
    expect(readOpenQasm('include "qelib1.inc";\nqreg q[1];').value.version).toBe(2);
  });

  test('may define what the first library did not have, and nothing else again', () => {
    const mine = 'gate rzz(a) x, y { cx x, y; rz(a) y; cx x, y; } rzz(0.3) q[0], q[1];';
    expect(two(mine).value.circuit.gates).toHaveLength(7);
    expect(() => two('gate h a { x a; }')).toThrow("a new name required, got 'h' again");
  });
});

describe('parameters', () => {
  test('are inputs, in sums and multiples', () => {
    const text = 'input float a; input angle b; rx(2*a - b/4 + pi) q[0]; ctrl @ p(a) q[0], q[1]; gphase(b);';
    const { circuit, phase, parameters } = three(text).value;
    expect(parameters).toEqual([
      { name: 'a', value: null },
      { name: 'b', value: null },
    ]);
    expect(circuit.gates.slice(0, 3)).toEqual([
      { word: 'XI', angle: Math.PI },
      { word: 'XI', angle: { parameter: 0, scale: 2 } },
      { word: 'XI', angle: { parameter: 1, scale: -0.25 } },
    ]);
    expect(phase).toEqual([{ parameter: 0, scale: 0.25 }, { parameter: 1 }]);
    const values = { a: 0.7, b: -1.3 };
    const theta = Float64Array.of(values.a, values.b);
    const bound = three(text, 2, { values });
    expect(greatestDifference(unitaryOf(three(text), theta), unitaryOf(bound))).toBeLessThan(1e-14);
  });

  test('with values are numbers, of which every function may be taken, or a start', () => {
    const text = 'input float a; input int n; rx(sin(a)**2) q[n];';
    expect(three(text, 2, { values: { a: 0.3, n: 1 } }).value.circuit.gates).toEqual([
      { word: 'IX', angle: Math.sin(0.3) ** 2 },
    ]);
    expect(() => three(text, 2, { values: { n: 1 } })).toThrow('sums and multiples of parameters');
    expect(() => three('input int n;')).toThrow("a value for the int 'n' required");
    expect(() => three('', 2, { values: { z: 1 } })).toThrow("an input of the program required for a value, got 'z'");
    const started = three('input float a; rx(a) q[0];', 2, { values: { a: 0.3 }, free: 'inputs' }).value;
    expect(started.parameters).toEqual([{ name: 'a', value: 0.3 }]);
  });

  test('may be all numbers handed to gates', () => {
    const text = 'gate g(a) x { rx(a) x; ry(0.1) x; } g(0.4) q; cp(pi) q[0], q[1]; h q[0];';
    const { circuit, parameters } = three(text, 2, { free: 'arguments' }).value;
    expect(parameters.map(({ name, value }) => [name, value])).toEqual([
      ['4:39', 0.4],
      ['4:50', Math.PI],
    ]);
    const fixed = three(text).value.circuit;
    const theta = Float64Array.from(parameters, ({ value }) => value!);
    expect(anglesAt(circuit, theta)).toEqual(anglesAt(fixed, none));
  });
});

/** What a program is refused with, behind its name. */
function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof DomainError) return error.message.replaceAll('readOpenQasm:', '');
    throw error;
  }
  return 'read';
}

describe('what cannot be read is named with line and column', () => {
  test.each([
    ['h q[0]; h q[2];', "4:11: an index below 2 required, got 'q' at 2"],
    ['if (c==1) x q[0];', "4:1: gates without conditions on measurements required, got 'if'"],
    ['reset q;', "4:1: gates required, got 'reset'"],
    ['opaque g a;', "4:1: a gate with a definition required, got 'opaque'"],
    ['h r;', "4:3: qubits of a register that is declared required, got 'r'"],
    ['cx q[0],q[0];', '4:1: different qubits required, got one of them twice'],
    ['rx q[0];', "4:1: 1 values and 1 qubits of 'rx' required, got 0 and 1"],
    ['rx(1/0) q[0];', '4:4: a finite number required, got Infinity'],
    ['rx(1e9) q[0];', '4:1: numbers of at most 1048576 handed to a gate required, got 1000000000'],
    ['rx(2 pi) q[0];', "4:6: ',' or ')' required, got 'pi'"],
    ['rx(theta) q[0];', "4:4: a number or the name of one required, got 'theta'"],
    ['measure q -> c; h q[0];', "4:17: gates before measurements required, got 'h' on a qubit that was measured"],
    ['gate g a { g a; }', "4:12: a gate that is included or defined before required, got 'g'"],
    ['gate g a { x b; }', "4:14: qubits of the gate (a) without an index required, got 'b'"],
    ['x q[0]', "4:7: ';' required, got the end of the program"],
    ['include "other.inc";', "4:1: the library 'qelib1.inc' of OpenQASM 2 required, got 'other.inc'"],
    ['qreg big[5000000000];', '4:1: registers of 1 to 1024 qubits or bits together required, got 5000000000'],
    ['qreg r[3]; cx q, r;', '4:12: registers of the same size required, got sizes 2 and 3'],
    ['x q[0]; % y q[1];', "4:9: a statement required, got '%'"],
    ['x q[0]; \u001b', "4:9: a word of OpenQASM required, got '\\u001b'"],
  ])('in version 2: %s', (gates, message) => {
    expect(refusal(() => two(gates))).toBe(message);
  });

  test.each([
    ['while (true) x q[0];', "4:1: a loop over constants required, got 'while'"],
    ['bit c = measure q[0]; if (c) x q[1];', "4:27: a value known before the run required, got the bits 'c'"],
    ['def f() {}', "4:1: gates in place of subroutines required, got 'def'"],
    ['int i = 1; i += 1;', "4:14: values that do not change required, got '+='"],
    ['int i = 1; i = 2;', "4:16: a measurement (bits take no other values) required, got '2'"],
    ['x $0;', "4:3: a declared qubit required, got '$'"],
    ['gate g a { for int i in [0:1] { measure a; } }', "4:33: gates in the body of a gate required, got 'measurement'"],
    ['pow(0.5) @ u3(0.1, 0.2, 0.3) q[7];', "4:30: an index below 2 required, got 'q' at 7"],
    [
      'input float a; pow(0.5) @ rx(a) q[0];',
      '4:27: a whole power, or a gate without parameters, required, got a fractional power',
    ],
    ['ctrl(25) @ x q[0];', '4:12: at most 20 controls required, got 25'],
    ['for int i in [0:1:2000000000] { }', '4:1: a program of at most 1048576 steps required, got more'],
    ['rx(10ns) q[0];', '4:4: a number without a unit of time required, got a duration'],
    ['rx(3 % 0) q[0];', '4:4: an integer below 2⁵³ required, got NaN'],
    ['rx((1 == 1) / 2) q[0];', '4:4: numbers required, got the truth value true'],
    ['@note\nx q[0];', "4:1: a statement without annotations required, got '@'"],
    ['let a = q[2:1];', '4:9: a slice with qubits in it required, got an empty one'],
  ])('in version 3: %s', (gates, message) => {
    expect(refusal(() => three(gates))).toBe(message);
  });

  test('all at once', () => {
    expect(refusal(() => three('reset q; x q[5]; def f() { x q[0]; } y q;')).split('\n')).toHaveLength(2);
    expect(refusal(() => three('x q[5]; y r; z q[9];')).split('\n')).toHaveLength(3);
  });

  test('before memory is taken', () => {
    const doubled = Array.from({ length: 40 }, (_, k) => `gate g${k + 1} a { g${k} a; g${k} a; }`).join('\n');
    expect(refusal(() => two(`gate g0 a { x a; } ${doubled} g40 q[0];`))).toMatch(/at most \d+ (?:steps|rotations)/);
    expect(refusal(() => three('pow(1000000) @ h q[0];'))).toMatch('a gate of at most 524288 rotations required');
    expect(refusal(() => two(`rx(${'('.repeat(5000)}1${')'.repeat(5000)}) q[0];`))).toMatch('levels of brackets');
    expect(refusal(() => three(`${'{'.repeat(5000)}`))).toMatch('levels of brackets');
    expect(refusal(() => three('ctrl(20) @ x q;', 21))).toMatch(/2097152|20 controls|1 qubits|21 qubits/);
  });

  test('measurements, where none are wanted', () => {
    expect(() => three('bit[2] c; c = measure q;', 2, { measurements: 'none' })).toThrow(
      "gates required, got 'measure'",
    );
    expect(three('bit[2] c; c = measure q; c[0] = measure q[0]; measure q;').notes).toHaveLength(1);
  });
});
