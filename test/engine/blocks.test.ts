import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BlockProgram, blockMatrix } from '../../src/engine/block-program.ts';
import { checkedEngine } from '../../src/engine/checked-engine.ts';
import { createHeap } from '../../src/engine/heap.ts';
import type { Engine } from '../../src/engine/kernels.ts';
import { threadedExecutor } from '../../src/engine/threads.ts';
import { typescriptEngine as twin } from '../../src/engine/typescript-engine.ts';
import { createWasmEngine } from '../../src/engine/wasm-engine.ts';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { differentiableEvolution } from '../../src/linalg/differentiable-exponential.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { bitOperator } from '../../src/operator/pauli.ts';
import { matrixOf, wordAt } from '../../src/operator/pauli-coordinates.ts';
import { HEAPS } from './kernel-heaps.ts';
import { gaussian, largestDifference } from './random-program.ts';

/** Gates on one or two random bits of n, each with some of the words there. */
function randomBlocks(n: number, count: number, seed: number): BlockProgram {
  const stream = randomStream(seed, 'blocks');
  const bits = Array.from({ length: count }, () => {
    const [p, q] = [stream.integer(n), stream.integer(n)];
    return p === q ? [p] : [Math.min(p, q), Math.max(p, q)];
  });
  const operators = bits.map((own) => {
    const all = Array.from({ length: 4 ** own.length - 1 }, (_, k) => bitOperator(wordAt(k + 1, own.length)));
    return all.filter(() => stream.uniform() < 0.8);
  });
  const list = operators.flat();
  let end = 0;
  return {
    bits,
    ends: Int32Array.from(operators, ({ length }) => (end += length)),
    words: {
      flip: Int32Array.from(list, ({ flip }) => flip),
      sign: Int32Array.from(list, ({ sign }) => sign),
      quarterTurns: Uint8Array.from(list, ({ quarterTurns }) => quarterTurns),
    },
  };
}

const coefficientsOf = ({ words }: BlockProgram, seed: number, size = 1): Float64Array =>
  gaussian(words.flip.length, seed)
    .subarray(0, words.flip.length)
    .map((x) => size * x);

const run = { seed: 5, numRuns: 40 };
const seed = fc.integer({ min: 1, max: 1e6 });

describe.each([['plain TypeScript', null] as const, ...HEAPS])('%s', (_name, makeHeap) => {
  const engine = makeHeap === null ? twin : createWasmEngine(makeHeap());

  test('exponentials of generators are those of the eigenvalue decomposition, also where eigenvalues meet', () => {
    const all = Array.from({ length: 15 }, (_, k) => wordAt(k + 1, 2));
    const stream = randomStream(3, 'generators');
    const cases = [
      ...Array.from({ length: 20 }, () => all.map(() => 2 * stream.normal())),
      all.map(() => 0),
      all.map((word) => (word === 'ZZ' ? 1 : 0)), // two pairs of eigenvalues
      all.map((word) => (word === 'XX' || word === 'YY' || word === 'ZZ' ? Math.PI / 4 : 0)), // the swap
      all.map((word) => (word === 'ZZ' ? 12345.678 : 0)),
      all.map((word) => (word === 'XI' ? 1e-9 : word === 'IY' ? 1e-200 : 0)),
    ];
    const operators = all.map(bitOperator);
    const words = {
      flip: Int32Array.from(cases.flatMap(() => operators.map(({ flip }) => flip))),
      sign: Int32Array.from(cases.flatMap(() => operators.map(({ sign }) => sign))),
      quarterTurns: Uint8Array.from(cases.flatMap(() => operators.map(({ quarterTurns }) => quarterTurns))),
    };
    const blocks = { bits: cases.map(() => [0, 1]), ends: Int32Array.from(cases, (_, g) => 15 * (g + 1)), words };
    const unitaries = engine.exponentiate(blocks, Float64Array.from(cases.flat()));
    cases.forEach((coefficients, g) => {
      const expected = differentiableEvolution(matrixOf(Float64Array.of(0, ...coefficients))).value;
      expect(largestDifference(blockMatrix(blocks, unitaries, g).slice(), expected.interleaved)).toBeLessThan(3e-14);
    });
  });

  test('states and gradients agree with the twin on registers of up to nine bits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 12 }), seed, (n, count, s) => {
        const blocks = randomBlocks(n, count, s);
        const [h, psi, lambda] = [coefficientsOf(blocks, s), gaussian(2 ** n, s + 1), gaussian(2 ** n, s + 2)];
        const [own, others] = [engine, twin].map((kernels) => {
          const unitaries = kernels.exponentiate(blocks, h);
          const state = kernels.runBlocks(blocks, unitaries, psi);
          return [unitaries.matrices, state, kernels.pullbackBlocks(blocks, unitaries, state, lambda)];
        });
        own!.forEach((ours, k) => {
          expect(largestDifference(ours, others![k]!)).toBeLessThan(1e-12);
        });
      }),
      run,
    );
  });

  test('the gradient is the slope of the overlap, and nothing given is changed', () => {
    const blocks = randomBlocks(5, 8, 4);
    const [psi, lambda] = [gaussian(32, 1), gaussian(32, 2)];
    const copies = [psi.slice(), lambda.slice()];
    const overlap = (h: Float64Array): number =>
      engine.runBlocks(blocks, engine.exponentiate(blocks, h), psi).reduce((sum, x, i) => sum + x * lambda[i]!, 0);
    for (const size of [1, 0]) {
      const h = coefficientsOf(blocks, 3, size); // at 0 all eigenvalues are equal
      const unitaries = engine.exponentiate(blocks, h);
      const gradient = engine.pullbackBlocks(blocks, unitaries, engine.runBlocks(blocks, unitaries, psi), lambda);
      gradient.forEach((slope, p) => {
        const moved = (by: number): number => overlap(h.map((x, k) => (k === p ? x + by : x)));
        const difference = (8 * (moved(1e-3) - moved(-1e-3)) - (moved(2e-3) - moved(-2e-3))) / 12e-3;
        expect(Math.abs(slope - difference)).toBeLessThan(1e-9);
      });
    }
    expect([psi, lambda]).toEqual(copies);
  });
});

test('registers of several stages give the bits of any number of threads, and the numbers of the twin', () => {
  const engineOf = (threads: number): Engine => {
    const heap = createHeap();
    return createWasmEngine(heap, threadedExecutor(heap, threads));
  };
  const blocks = randomBlocks(16, 20, 6);
  const [h, psi, lambda] = [coefficientsOf(blocks, 1), gaussian(2 ** 16, 2), gaussian(2 ** 16, 3)];
  const [one, two, plain] = [engineOf(1), engineOf(2), twin].map((kernels) => {
    const unitaries = kernels.exponentiate(blocks, h);
    const state = kernels.runBlocks(blocks, unitaries, psi);
    return [state, kernels.pullbackBlocks(blocks, unitaries, state, lambda)];
  });
  expect(two).toEqual(one);
  expect(largestDifference(one![0]!, plain![0]!)).toBeLessThan(1e-12);
  expect(largestDifference(one![1]!, plain![1]!)).toBeLessThan(1e-9);
});

test('misuse is told with what is required', () => {
  const engine = checkedEngine(twin);
  const blocks = randomBlocks(3, 4, 1);
  const unitaries = engine.exponentiate(blocks, coefficientsOf(blocks, 1));
  expect(() => engine.exponentiate(blocks, new Float64Array(1))).toThrow('coefficients required, got 1');
  expect(() => engine.runBlocks(blocks, unitaries, new Float64Array(6))).toThrow('2ⁿ amplitudes required, got 3');
  expect(() => engine.runBlocks({ ...blocks, bits: blocks.bits.map(() => [5]) }, unitaries, gaussian(8, 1))).toThrow(
    'one or two bits of each gate, ascending, required, got [5]',
  );
  expect(() => engine.runBlocks({ ...blocks, ends: new Int32Array(4) }, unitaries, gaussian(8, 1))).toThrow(ShapeError);
  const { words } = blocks;
  const wrong = { ...words, quarterTurns: words.quarterTurns.map((turns) => turns + 1) };
  expect(() => engine.exponentiate({ ...blocks, words: wrong }, coefficientsOf(blocks, 1))).toThrow(DomainError);
  expect(() => engine.pullbackBlocks(blocks, unitaries, gaussian(8, 1), gaussian(4, 1))).toThrow(ShapeError);
});
