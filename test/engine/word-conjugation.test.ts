import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkedEngine } from '../../src/engine/checked-engine.ts';
import { typescriptEngine as twin } from '../../src/engine/typescript-engine.ts';
import { createWasmEngine } from '../../src/engine/wasm-engine.ts';
import { ShapeError } from '../../src/errors.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { HEAPS } from './kernel-heaps.ts';

/** Rows of random bits of some qubits for words in whole words of 32 bits, and random gates of all kinds. */
function problem(qubits: number, stride: number, count: number, seed: number) {
  const stream = randomStream(seed, 'word conjugation');
  const below = (limit: number): number => Math.floor(limit * stream.uniform());
  const bits = (length: number): Uint32Array => Uint32Array.from({ length }, () => below(2 ** 32));
  const gates = Array.from({ length: count }, () => {
    const [kind, qubit] = [below(5), below(qubits)];
    return [kind, qubit, (qubit + 1 + below(qubits - 1)) % qubits];
  });
  return {
    gates: Int32Array.from(gates.flat()),
    x: bits(qubits * stride),
    z: bits(qubits * stride),
    signs: bits(stride),
  };
}

describe.each(HEAPS)('%s', (_name, makeHeap) => {
  const engine = checkedEngine(createWasmEngine(makeHeap()));

  test('bits are those of the plain interpreter, in long lists of gates and in short ones', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(1, 300),
        fc.nat(),
        (qubits, stride, count, seed) => {
          const [ours, theirs] = [problem(qubits, stride, count, seed), problem(qubits, stride, count, seed)];
          engine.conjugateWords(ours.gates, ours.x, ours.z, ours.signs);
          twin.conjugateWords(theirs.gates, theirs.x, theirs.z, theirs.signs);
          expect(ours).toEqual(theirs);
        },
      ),
      { seed: 4, numRuns: 60 },
    );
  });

  test.each([
    ['a kind that is none', [5, 0, 0]],
    ['a qubit that does not exist', [0, 3, 0]],
    ['a target that does not exist', [2, 0, 3]],
    ['no triples', [0, 0]],
  ])('%s is refused', (_, gates) => {
    const { x, z, signs } = problem(3, 2, 1, 1);
    expect(() => engine.conjugateWords(Int32Array.from(gates), x, z, signs)).toThrow(ShapeError);
  });
});
