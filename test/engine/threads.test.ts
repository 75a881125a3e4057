import { describe, expect, test } from 'vitest';
import type { ProductProgram } from '../../src/engine/product-program.ts';
import { threadedExecutor } from '../../src/engine/threads.ts';
import { typescriptEngine as twin } from '../../src/engine/typescript-engine.ts';
import { createWasmEngine } from '../../src/engine/wasm-engine.ts';
import { HEAPS } from './kernel-heaps.ts';
import { gaussian, largestDifference, randomProgram } from './random-program.ts';

describe.each(HEAPS)('%s', (_name, makeHeap) => {
  const engineOf = (threads: number) => {
    const heap = makeHeap();
    return createWasmEngine(heap, threadedExecutor(heap, threads));
  };

  test('states and gradients are the same to the bit for any number of threads', async () => {
    const n = 17;
    const program = randomProgram(n, 40, 1, 2);
    const [initial, lambda] = [gaussian(2 ** n, 1), gaussian(2 ** n, 2)];
    const single = engineOf(1);
    const state = single.runRotations(program, initial);
    const gradient = single.pullbackRotations(program, state, lambda);
    for (const threads of [2, 3]) {
      const engine = engineOf(threads);
      // The first calls start the workers; the later ones find them at work.
      for (let call = 0; call < 4; call++) {
        expect(largestDifference(engine.runRotations(program, initial), state)).toBe(0);
        expect(largestDifference(engine.pullbackRotations(program, state, lambda), gradient)).toBe(0);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  });

  test('large matrix products and Gram matrices are the same to the bit for any number of threads', async () => {
    const single = engineOf(1);
    const shapes = [
      [150, 140, 130, false, false],
      [147, 211, 97, true, false],
      [131, 35, 701, false, true],
      [49, 520, 193, true, true],
    ] as const;
    for (const threads of [2, 3]) {
      const engine = engineOf(threads);
      for (let call = 0; call < 2; call++) {
        for (const [m, n, k, adjointA, adjointB] of shapes) {
          const [a, b] = [gaussian(m * k, 1), gaussian(k * n, 2)];
          const expected = twin.multiply(a, b, m, n, k, adjointA, adjointB);
          const one = single.multiply(a, b, m, n, k, adjointA, adjointB);
          expect(largestDifference(one, expected)).toBeLessThan(1e-11);
          expect(largestDifference(engine.multiply(a, b, m, n, k, adjointA, adjointB), one)).toBe(0);
          const wide = [a, b, m, n, 2 * k, adjointA, adjointB] as const; // of as many real numbers
          const real = single.multiplyReal(...wide);
          expect(largestDifference(real, twin.multiplyReal(...wide))).toBeLessThan(1e-11);
          expect(largestDifference(engine.multiplyReal(...wide), real)).toBe(0);
        }
        const rows = gaussian(151 * 130, 3);
        const gram = engine.gram(rows, 151);
        expect(largestDifference(gram, single.gram(rows, 151))).toBe(0);
        expect(largestDifference(gram, twin.gram(rows, 151))).toBeLessThan(1e-11);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  });

  test.each([
    [233, 150, 160],
    [99, 335, 170],
  ])('so are large products of real numbers, %i × %i summed over %i', async (rows, columns, inner) => {
    const product = {
      kind: 'product',
      batch: 1,
      rows,
      columns,
      inner,
      adjointLeft: true,
      adjointRight: false,
    } as const;
    const run: ProductProgram = {
      inputs: 2,
      sizes: [rows * inner, inner * columns, rows * columns],
      instructions: [{ ...product, to: 2, left: 0, right: 1 }],
      outputs: [2],
    };
    const inputs = [rows * inner, inner * columns].map((size, k) =>
      gaussian(size, k).map((x, i) => (i % 2 === 0 ? x : 0)),
    );
    const [one] = engineOf(1).runProducts(run, inputs);
    expect(largestDifference(one!, twin.runProducts(run, inputs)[0]!)).toBeLessThan(1e-11);
    for (const threads of [2, 3]) {
      const engine = engineOf(threads);
      for (let call = 0; call < 2; call++) {
        expect(largestDifference(engine.runProducts(run, inputs)[0]!, one!)).toBe(0);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  });

  test('a worker can do all of the work, also after the memory has grown', () => {
    const heap = makeHeap();
    /** This thread takes no unit, but waits until others have taken all: see the record of a stage. */
    const runStage = (stage: number): void => {
      const units = heap.words()[stage / 4 + 10]!;
      for (const end = Date.now() + 20_000; Atomics.load(heap.words(), stage / 4 + 12) <= units; ) {
        if (Date.now() > end) throw new Error('no worker came');
      }
    };
    const idle = { ...heap, kernels: { ...heap.kernels, runStage } };
    const engine = createWasmEngine(idle, threadedExecutor(idle, 2));
    for (const n of [17, 18]) {
      const program = randomProgram(n, 20, n, 2);
      const initial = gaussian(2 ** n, n);
      const expected = engineOf(1).runRotations(program, initial);
      expect(largestDifference(engine.runRotations(program, initial), expected)).toBe(0);
    }
  });
});
