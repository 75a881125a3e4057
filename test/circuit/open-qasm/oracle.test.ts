import { describe, expect, test } from 'vitest';
import { angleAt } from '../../../src/circuit/circuit.ts';
import { type OpenQasmProgram, readOpenQasm } from '../../../src/circuit/open-qasm/read-open-qasm.ts';
import { openQasm } from '../../../src/circuit/open-qasm/write-open-qasm.ts';
import { runCircuit } from '../../../src/circuit/run-circuit.ts';
import { type ComplexVector, identityMatrix } from '../../../src/linalg/complex.ts';
import { innerProduct, scaledVector } from '../../../src/linalg/vector.ts';
import { greatestDifference, oracleFile } from '../../oracle/read-oracle.ts';

/** Programs with their unitaries, as scripts/oracle-open-qasm.py writes them. */
const { programs } = JSON.parse(new TextDecoder().decode(oracleFile('open-qasm.json'))) as {
  readonly programs: readonly {
    readonly by: 'Qiskit' | 'NumPy' | 'PennyLane, up to a phase';
    readonly name: string;
    readonly text: string;
    readonly re: readonly number[];
    readonly im: readonly number[];
  }[];
};
const none = new Float64Array(0);

/** The unitary with its phase, row after row. */
function unitaryOf({ circuit, phase }: OpenQasmProgram): ComplexVector {
  const size = 2 ** circuit.qubits;
  const identity = { length: size * size, interleaved: identityMatrix(size).interleaved };
  const sum = phase.reduce<number>((total, angle) => total + angleAt(angle, none), 0);
  return scaledVector([Math.cos(sum), Math.sin(sum)], runCircuit(circuit, none, identity));
}

describe('a program has the unitary that others compute', () => {
  test.each(programs.map((program) => [`${program.name} (${program.by})`, program] as const))('%s', (_, program) => {
    const { value } = readOpenQasm(program.text);
    const interleaved = Float64Array.from({ length: 2 * program.re.length }, (_, k) =>
      k % 2 === 0 ? program.re[k >> 1]! : program.im[k >> 1]!,
    );
    const expected = { length: program.re.length, interleaved };
    const ours = unitaryOf(value);
    const [re, im] = innerProduct(ours, expected);
    const size = Math.hypot(re, im);
    const upToPhase = scaledVector([re / size, im / size], ours);
    const compared = program.by.startsWith('PennyLane') ? upToPhase : ours;
    expect(greatestDifference(compared.interleaved, interleaved)).toBeLessThan(1e-13);
    const again = readOpenQasm(openQasm(value.circuit, none, { version: 3, phase: value.phase })).value;
    expect(greatestDifference(unitaryOf(again).interleaved, ours.interleaved)).toBeLessThan(1e-12);
  });
});
