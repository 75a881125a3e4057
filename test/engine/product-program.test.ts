import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkedEngine } from '../../src/engine/checked-engine.ts';
import {
  type Instruction,
  joinedAxes,
  type ProductProgram,
  realParts,
  unpacked,
} from '../../src/engine/product-program.ts';
import { programBytes } from '../../src/engine/run-products.ts';
import { typescriptEngine as twin } from '../../src/engine/typescript-engine.ts';
import { createWasmEngine } from '../../src/engine/wasm-engine.ts';
import { ShapeError } from '../../src/errors.ts';
import { HEAPS } from './kernel-heaps.ts';
import { gaussian, largestDifference } from './random-program.ts';

/** C = A·B, D = permuted C, S = D added twice to zero, T = A†·A, its partial traces summed. */
function program(batch: number, rows: number, inner: number, columns: number): ProductProgram {
  const size = batch * rows * columns;
  const sizes = [batch * rows * inner, batch * inner * columns, size, size, size, batch * inner * inner, batch, 1];
  const product = { kind: 'product', adjointLeft: false, adjointRight: false } as const;
  const flipped = [
    { extent: columns, to: rows * batch, from: 1 },
    { extent: batch, to: rows, from: rows * columns },
    { extent: rows, to: 1, from: columns },
  ];
  const all = [{ extent: size, to: 1, from: 1 }];
  const diagonal = [
    { extent: batch, to: 1, from: inner * inner },
    { extent: inner, to: 0, from: inner + 1 },
  ];
  const instructions: Instruction[] = [
    { ...product, to: 2, left: 0, right: 1, batch, rows, columns, inner },
    { kind: 'copy', to: 3, from: 2, axes: flipped },
    { kind: 'clear', to: 4 },
    { kind: 'add', to: 4, from: 3, axes: all },
    { kind: 'add', to: 4, from: 3, axes: joinedAxes([{ extent: 1, to: 7, from: 7 }, ...all]) },
    { ...product, to: 5, left: 0, right: 0, batch, rows: inner, columns: inner, inner: rows, adjointLeft: true },
    { kind: 'clear', to: 6 },
    { kind: 'add', to: 6, from: 5, axes: diagonal },
  ];
  return { inputs: 2, sizes, instructions, outputs: [4, 6, 1] };
}

const extent = fc.integer({ min: 1, max: 9 });

describe.each(HEAPS)('%s', (_name, makeHeap) => {
  const heap = makeHeap();
  const engine = checkedEngine(createWasmEngine(heap));

  test('the compiled run agrees with the plain one, for all shapes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), extent, extent, extent, (batch, rows, inner, columns) => {
        const inputs = [gaussian(batch * rows * inner, 1), gaussian(batch * inner * columns, 2)];
        const run = program(batch, rows, inner, columns);
        const [ours, theirs] = [engine.runProducts(run, inputs), twin.runProducts(run, inputs)];
        for (let k = 0; k < 3; k++) expect(largestDifference(ours[k]!, theirs[k]!)).toBeLessThan(1e-13);
        const norm = inputs[0]!.reduce((sum, x) => sum + x * x, 0);
        const traces = ours[1]!.reduce((sum, x, k) => sum + (k % 2 === 0 ? x : 0), 0);
        expect(Math.abs(traces - norm)).toBeLessThan(1e-12 * norm); // Σ_batch Tr A†A = ‖A‖²
        expect(ours[2]).toEqual(inputs[1]);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  const realPart = (x: Float64Array): Float64Array => x.map((value, k) => (k % 2 === 0 ? value : 0));

  describe('real inputs', () => {
    // Relaxed SIMD knows vectors only: products of single real numbers are rounded before they are added.
    const tolerance = heap.name === 'wasm-relaxed' ? 1e-14 : 0;

    test('give the real parts, to the bit, of a run on complex numbers', () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 3 }), extent, extent, extent, (batch, rows, inner, columns) => {
          const inputs = [gaussian(batch * rows * inner, 1), gaussian(batch * inner * columns, 2)].map(realPart);
          // The third input is read by nobody, and not real.
          const { sizes, instructions, outputs, ...run } = program(batch, rows, inner, columns);
          const moved = (k: number): number => (k < 2 ? k : k + 1);
          const complex = {
            ...run,
            inputs: 3,
            sizes: [...sizes.slice(0, 2), 1, ...sizes.slice(2)],
            instructions: instructions.map((step): Instruction => {
              if (step.kind === 'clear') return { ...step, to: moved(step.to) };
              if (step.kind === 'product') {
                return { ...step, to: moved(step.to), left: moved(step.left), right: moved(step.right) };
              }
              if (step.kind === 'environments') throw new Error('there are none');
              return { ...step, to: moved(step.to), from: moved(step.from) };
            }),
            outputs: outputs.map(moved),
          };
          const real = engine.runProducts({ ...run, sizes, instructions, outputs }, inputs);
          const expected = engine.runProducts(complex, [...inputs, Float64Array.of(0, 1)]);
          real.forEach((array, k) => {
            expect(largestDifference(array, expected[k]!)).toBeLessThanOrEqual(tolerance);
          });
        }),
        { seed: 5, numRuns: 60 },
      );
    });

    test.each([
      [60, 500, 50],
      [7, 3, 400],
      [401, 390, 1],
    ])('a product of %i × %i by %i columns is that of the plain run', (rows, inner, columns) => {
      const product = {
        kind: 'product',
        batch: 1,
        rows,
        columns,
        inner,
        adjointLeft: true,
        adjointRight: true,
      } as const;
      const run: ProductProgram = {
        inputs: 2,
        sizes: [rows * inner, inner * columns, rows * columns],
        instructions: [{ ...product, to: 2, left: 0, right: 1 }],
        outputs: [2],
      };
      const inputs = [realPart(gaussian(rows * inner, 6)), realPart(gaussian(inner * columns, 7))];
      const [ours] = engine.runProducts(run, inputs);
      expect(largestDifference(ours!, twin.runProducts(run, inputs)[0]!)).toBeLessThan(1e-12);
    });
  });

  test('a program lent for many inputs gives what it gives once, its other inputs untouched between runs', () => {
    const { outputs, ...run } = program(2, 3, 4, 5);
    const [first, second] = [gaussian(24, 1), gaussian(40, 2)];
    const used = heap.used();
    for (const read of [(x: Float64Array) => x, realPart]) {
      const [start, fixed] = [read(first), read(second)];
      const once = { ...run, outputs: outputs.slice(0, 1) };
      const expected = [start, start.map((x) => 2 * x), start].map((x) => engine.runProducts(once, [x, fixed])[0]!);
      const isReal = read === realPart;
      for (const isComplex of [false, true]) {
        const got = engine.repeatProducts(
          once,
          [start, fixed],
          (space) => {
            expect(space.isReal).toBe(isReal && !isComplex);
            const own = space.isReal ? realParts(start) : start;
            engine.multiply(fixed, fixed, 8, 8, 5, false, true); // other work in between
            return [own, own.map((x) => 2 * x), own].map((x) => {
              const image = space.apply(x);
              return space.isReal ? unpacked(image) : image;
            });
          },
          isComplex,
        );
        got.forEach((image, k) => {
          expect(largestDifference(image, expected[k]!)).toBeLessThan(1e-14);
        });
      }
    }
    expect(heap.used()).toBe(used);
  });

  test('running leaves no memory behind, and arrays whose lives do not overlap share it', () => {
    const long: ProductProgram = {
      inputs: 1,
      sizes: new Array(101).fill(64),
      instructions: Array.from({ length: 100 }, (_, k) => ({
        kind: 'copy',
        to: k + 1,
        from: k,
        axes: [{ extent: 64, to: 1, from: 1 }],
      })),
      outputs: [100],
    };
    const used = heap.used();
    const input = gaussian(64, 4);
    expect(engine.runProducts(long, [input])[0]).toEqual(input);
    expect(heap.used()).toBe(used);
    expect(programBytes(long)).toBeLessThanOrEqual(3 * 64 * 16);
  });

  test('numbers that are not finite go where they belong', () => {
    const run = program(1, 2, 2, 2);
    const inputs = [Float64Array.of(Number.NaN, 0, 1, 0, 1, 0, 1, 0), gaussian(4, 5)];
    const [ours, theirs] = [engine.runProducts(run, inputs), twin.runProducts(run, inputs)];
    expect(Array.from(ours[0]!, Number.isNaN)).toEqual(Array.from(theirs[0]!, Number.isNaN));
  });

  describe('inputs that do not fit are refused', () => {
    test.each([
      ['too few', [gaussian(4, 1)]],
      ['of another size', [gaussian(4, 1), gaussian(5, 1)]],
    ])('%s', (_, inputs) => {
      expect(() => engine.runProducts(program(1, 2, 2, 2), inputs)).toThrow(ShapeError);
    });
  });
});
