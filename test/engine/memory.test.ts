import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import { createHeap } from '../../src/engine/heap.ts';
import type { RotationProgram } from '../../src/engine/rotation-program.ts';
import { createWasmEngine } from '../../src/engine/wasm-engine.ts';
import { DomainError } from '../../src/errors.ts';
import { gaussian, programOf, randomProgram } from './random-program.ts';

const MEBIBYTE = 2 ** 20;

/** The heap of an engine with so many mebibytes, and the engine; whether a kernel was run. */
function limited(mebibytes: number, precision: 'float64' | 'float32' = 'float64') {
  const heap = createHeap(mebibytes * MEBIBYTE);
  const seen = { runs: 0 };
  const counting =
    <Where extends unknown[]>(kernel: (...where: Where) => void) =>
    (...where: Where): void => {
      seen.runs++;
      kernel(...where);
    };
  const { runStage, runStage32, applyTwo } = heap.kernels;
  const kernels = { ...heap.kernels, runStage: counting(runStage), runStage32: counting(runStage32) };
  const counted = { ...heap, kernels: { ...kernels, applyTwo: counting(applyTwo) } };
  return { heap, seen, engine: createWasmEngine(counted, undefined, precision) };
}

/** An array that says how long it is and holds nothing: an engine that starts to work on it fails. */
const phantom = (bits: number): Float64Array =>
  Object.defineProperty(new Float64Array(0), 'length', { value: 2 ** (bits + 1) });

const pairs = (n: number): RotationProgram =>
  programOf(
    Array.from({ length: n - 1 }, (_, q) => ({ flip: 3 * 2 ** q, sign: 0, quarterTurns: 0 })),
    Array.from({ length: n - 1 }, () => 1),
  );

describe('past the limit an engine says so before it starts', () => {
  test.each([
    [16, 'float64', 1.9],
    [16, 'float32', 0.9],
    [17, 'float64', 3.9],
  ] as const)('a gradient on %i bits in %s with %d MiB', (n, precision, mebibytes) => {
    const { engine, heap, seen } = limited(mebibytes, precision);
    const state = new Float64Array(2 ** (n + 1));
    const bytes = heap.memory.buffer.byteLength;
    expect(() => engine.overlapRotations(pairs(n), undefined, state)).toThrow(DomainError);
    expect(() => engine.pullbackRotations(pairs(n), state, state)).toThrow('of memory possible');
    expect(seen.runs).toBe(0);
    expect(heap.memory.buffer.byteLength).toBe(bytes);
  });

  test('the tables of a long program count', () => {
    const program = randomProgram(12, 600, 1, 2); // in one stage, on bits that every block has
    const { engine, seen } = limited(2.6);
    expect(() => engine.overlapRotations(pairs(16), undefined, gaussian(2 ** 16, 1))).not.toThrow();
    const before = seen.runs;
    expect(() => engine.overlapRotations(program, undefined, gaussian(2 ** 16, 1))).toThrow(DomainError);
    expect(seen.runs).toBe(before);
  });

  test('as many tangents as do not fit', () => {
    const { engine, seen } = limited(16);
    const columns = { column: new Int32Array(15).map((_, g) => g), weight: new Float64Array(15).fill(1), count: 15 };
    expect(() => engine.tangentRotations(pairs(16), gaussian(2 ** 16, 1), columns)).toThrow(DomainError);
    expect(seen.runs).toBe(0);
  });

  test('gradients on 27 bits and states on 28, with the greatest memory that there is', () => {
    const engine = createEngine({ threads: 1 });
    expect(() => engine.overlapRotations(pairs(27), undefined, phantom(27))).toThrow(DomainError);
    expect(() => engine.runRotations(pairs(28), phantom(28))).toThrow(DomainError);
  });
});

test('nothing stays reserved after programs in either precision, with and without gradients', () => {
  for (const precision of ['float64', 'float32'] as const) {
    const { engine, heap } = limited(64, precision);
    const used = heap.used();
    const target = gaussian(2 ** 15, 1);
    engine.overlapRotations(randomProgram(15, 60, 1, 3), target, target);
    engine.pullbackRotations(randomProgram(15, 60, 1, 3), target, gaussian(2 ** 15, 2));
    expect(heap.used()).toBe(used);
  }
});
