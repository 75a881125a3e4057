import { expect, test } from 'vitest';
import { type BlockCircuit, blockCircuit, circuitOfBlocks } from '../../src/circuit/block-circuit.ts';
import { readOpenQasm } from '../../src/circuit/open-qasm/read-open-qasm.ts';
import { runBlockCircuit } from '../../src/circuit/run-block-circuit.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { blockOpenQasm } from '../../src/complexity/block-open-qasm.ts';
import { DomainError } from '../../src/errors.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { innerProduct } from '../../src/linalg/vector.ts';

const none = new Float64Array(0);
const controlledNots = (program: string): number => program.match(/^c[xz] /gm)?.length ?? 0;

/** Checks that the program does what the circuit does to every basis state, with one phase for all. */
function expectSame(circuit: BlockCircuit, h: Float64Array): string {
  const program = blockOpenQasm(circuit, h);
  const read = readOpenQasm(program).value.circuit;
  const size = 2 ** circuit.qubits;
  const phases = Array.from({ length: size }, (_, k) => {
    const interleaved = new Float64Array(2 * size);
    interleaved[2 * k] = 1;
    const basis = { length: size, interleaved };
    return innerProduct(runBlockCircuit(circuit, h, basis), runCircuit(read, none, basis));
  });
  for (const [re, im] of phases) {
    expect(re).toBeCloseTo(phases[0]![0], 11);
    expect(im).toBeCloseTo(phases[0]![1], 11);
    expect(Math.hypot(re, im)).toBeCloseTo(1, 12);
  }
  return program;
}

test('blocks on one, two and three qubits are the same unitary in named gates, two qubits with three cx', () => {
  const stream = randomStream(3, 'generators');
  const circuit = blockCircuit(3, [[0, 1], [2], [2, 1], [2, 0], [1]]);
  const h = Float64Array.from({ length: circuit.parameters }, () => 0.6 * stream.normal());
  expect(controlledNots(expectSame(circuit, h))).toBe(9);
  const wide = blockCircuit(3, [[1, 2, 0]]);
  expectSame(
    wide,
    Float64Array.from({ length: wide.parameters }, () => 0.3 * stream.normal()),
  );
});

test.each([
  [['XX'], [Math.PI / 4], 1],
  [['ZZ'], [-Math.PI / 4], 1],
  [['YX'], [0.3], 2],
  [['XX', 'YY'], [0.4, 0.2], 2],
  [['XX', 'YY', 'ZZ'], [Math.PI / 4, Math.PI / 4, Math.PI / 4], 3],
  [['XX', 'YY', 'ZZ'], [Math.PI / 4, Math.PI / 4, 0], 2],
  [['XI', 'IZ'], [0.3, Math.PI / 2], 0],
  [['XX'], [0], 0],
] as const)('exp(−i%s·%s) takes %i cx', (words, h, count) => {
  const circuit = circuitOfBlocks(2, [{ sites: [1, 0], words }]);
  expect(controlledNots(expectSame(circuit, Float64Array.from(h)))).toBe(count);
});

test('a product state is prepared first, a mixed one refused', () => {
  const gates = [{ sites: [0], words: ['Z'] }];
  const turned = circuitOfBlocks(1, gates, [{ polar: 1, azimuth: 0.5 }]);
  const read = readOpenQasm(blockOpenQasm(turned, Float64Array.of(0.2))).value.circuit;
  const overlap = innerProduct(runBlockCircuit(turned, Float64Array.of(0.2)), runCircuit(read, none));
  expect(Math.hypot(...overlap)).toBeCloseTo(1, 13);
  const mixed = circuitOfBlocks(1, gates, { spectrum: [0.6, 0.4] });
  expect(() => blockOpenQasm(mixed, Float64Array.of(0.2))).toThrow(DomainError);
});
