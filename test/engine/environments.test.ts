import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkedEngine } from '../../src/engine/checked-engine.ts';
import type { Instruction, ProductProgram } from '../../src/engine/product-program.ts';
import { programBytes } from '../../src/engine/run-products.ts';
import { threadedExecutor } from '../../src/engine/threads.ts';
import { typescriptEngine as twin } from '../../src/engine/typescript-engine.ts';
import { createWasmEngine } from '../../src/engine/wasm-engine.ts';
import { HEAPS } from './kernel-heaps.ts';
import { gaussian, largestDifference } from './random-program.ts';

/** Both environments of input 0 with L and S, inputs 1 and 2; with `more`, a product of input 0, too. */
function environments(rows: number, columns: number, bond: number, more = false): ProductProgram {
  const product: Instruction = {
    kind: 'product',
    ...{ to: 5, left: 0, right: 2, batch: 1, rows, columns: bond, inner: columns },
    ...{ adjointLeft: false, adjointRight: false },
  };
  const both: Instruction = {
    kind: 'environments',
    ...{ to: 3, toRight: 4, matrix: 0, left: 1, right: 2 },
    ...{ rows, columns, bond },
  };
  const sizes = [rows * columns, rows * bond, columns * bond, rows * bond, columns * bond, rows * bond];
  const program = { inputs: 3, sizes, instructions: more ? [both, product] : [both] };
  return { ...program, outputs: more ? [3, 4, 5] : [3, 4] };
}

const inputsOf = ({ inputs, sizes }: ProductProgram): readonly Float64Array[] =>
  sizes.slice(0, inputs).map((size, k) => gaussian(size, k + 1));

const conjugate = (array: Float64Array): Float64Array => array.map((x, k) => (k % 2 === 0 ? x : -x));

const transposed = (array: Float64Array, rows: number, columns: number): Float64Array =>
  array.map((_, at) => {
    const [entry, part] = [Math.floor(at / 2), at % 2];
    return array[2 * ((entry % rows) * columns + Math.floor(entry / rows)) + part]!;
  });

const shape = [
  fc.integer({ min: 1, max: 70 }),
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 17 }),
] as const;

test('the plain interpreter multiplies with the conjugates of both factors', () => {
  fc.assert(
    fc.property(...shape, (rows, columns, bond) => {
      const program = environments(rows, columns, bond);
      const [m, l, s] = inputsOf(program) as [Float64Array, Float64Array, Float64Array];
      const [left, right] = twin.runProducts(program, [m, l, s]);
      const expected = twin.multiply(m, conjugate(s), rows, bond, columns, false, false);
      expect(largestDifference(left!, expected)).toBeLessThan(1e-13);
      const turned = transposed(m, rows, columns);
      expect(
        largestDifference(right!, twin.multiply(turned, conjugate(l), columns, bond, rows, false, false)),
      ).toBeLessThan(1e-13);
    }),
    { seed: 1, numRuns: 20 },
  );
});

test('a matrix of which only environments are asked for takes no memory of the engine', () => {
  const bytes = programBytes(environments(100, 100, 4));
  expect(bytes).toBeLessThan(4 * 16 * 100 * 4 + 4 * 64);
  expect(programBytes(environments(100, 100, 4, true))).toBeGreaterThan(16 * 100 * 100);
});

describe.each(HEAPS)('%s', (_name, makeHeap) => {
  const engine = checkedEngine(createWasmEngine(makeHeap()));

  test.each([
    ['alone', false],
    ['beside a product of the same matrix', true],
  ])('environments %s agree with the plain interpreter, for all shapes', (_, more) => {
    fc.assert(
      fc.property(...shape, (rows, columns, bond) => {
        const program = environments(rows, columns, bond, more);
        const inputs = inputsOf(program);
        const [ours, theirs] = [engine.runProducts(program, inputs), twin.runProducts(program, inputs)];
        ours.forEach((array, k) => {
          expect(largestDifference(array, theirs[k]!)).toBeLessThan(1e-13);
        });
      }),
      { seed: 2, numRuns: 60 },
    );
  });

  test('environments of real numbers are real', () => {
    const program = environments(37, 23, 5);
    const inputs = inputsOf(program).map((array) => array.map((x, k) => (k % 2 === 0 ? x : 0)));
    const theirs = twin.runProducts(program, inputs);
    engine.runProducts(program, inputs).forEach((array, k) => {
      expect(largestDifference(array, theirs[k]!)).toBeLessThan(1e-13);
    });
  });

  test('a program that runs again has its matrix in the engine', () => {
    const program = environments(30, 20, 4);
    const inputs = inputsOf(program);
    const other = gaussian(600, 9);
    const expected = twin.runProducts(program, [other, ...inputs.slice(1)]);
    engine.repeatProducts(program, inputs, ({ apply }) => {
      expect(largestDifference(apply(other), expected[0]!)).toBeLessThan(1e-13);
    });
  });

  test('a large matrix gives the same bits for any number of threads', async () => {
    const program = environments(203, 1100, 6);
    const inputs = inputsOf(program);
    const engineOf = (threads: number) => {
      const heap = makeHeap();
      return createWasmEngine(heap, threadedExecutor(heap, threads));
    };
    const single = engineOf(1).runProducts(program, inputs);
    const theirs = twin.runProducts(program, inputs);
    single.forEach((array, k) => {
      expect(largestDifference(array, theirs[k]!)).toBeLessThan(1e-12);
    });
    for (const threads of [2, 3]) {
      const several = engineOf(threads);
      for (let call = 0; call < 4; call++) {
        several.runProducts(program, inputs).forEach((array, k) => {
          expect(array).toEqual(single[k]);
        });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  });
});
