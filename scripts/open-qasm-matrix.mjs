/**
 * @file The state or unitary of an OpenQASM file, with its phase, as float64 numbers re im re im … on the standard output;
 * or the file as the library writes it, in either version:
 *
 *     node scripts/open-qasm-matrix.mjs state|unitary|2|3 FILE
 *
 * Qubit 0 is most significant. A file that is refused ends with exit code 1 and the reasons. Needs `npm run build`.
 */

import { readFileSync } from 'node:fs';
import { globalPhaseGate, openQasm, readOpenQasm, runCircuit } from '../dist/bundle/circuit.js';

const [kind, path] = process.argv.slice(2);
try {
  const { value, notes } = readOpenQasm(readFileSync(path, 'utf8'), { name: path });
  const { circuit, phase } = value;
  const gates = [...circuit.gates, ...phase.flatMap((angle) => globalPhaseGate(circuit.qubits, angle))];
  if (kind === '2' || kind === '3') {
    process.stdout.write(openQasm(circuit, new Float64Array(0), { version: Number(kind), phase }));
    process.exit();
  }
  const size = 2 ** circuit.qubits;
  const identity = new Float64Array(2 * size * size * Number(kind === 'unitary'));
  for (let k = 0; k < identity.length; k += 2 * (size + 1)) identity[k] = 1;
  const input = kind === 'unitary' ? { length: size * size, interleaved: identity } : undefined;
  const { interleaved } = runCircuit({ ...circuit, gates }, new Float64Array(0), input);
  process.stderr.write(`${JSON.stringify({ qubits: circuit.qubits, rotations: circuit.gates.length, notes })}\n`);
  process.stdout.write(Buffer.from(interleaved.buffer, interleaved.byteOffset, interleaved.byteLength));
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
