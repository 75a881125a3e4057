import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createHeap } from '../../src/engine/heap.ts';
import { threadedExecutor } from '../../src/engine/threads.ts';
import { createWasmEngine } from '../../src/engine/wasm-engine.ts';
import { gaussian, largestDifference, randomProgram } from './random-program.ts';

const exact = createWasmEngine(createHeap());
const engineOf = (threads: number) => {
  const heap = createHeap();
  return createWasmEngine(heap, threadedExecutor(heap, threads), 'float32');
};
const engine = engineOf(1);

const unit = (n: number, seed: number): Float64Array => {
  const vector = gaussian(2 ** n, seed);
  const norm = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
  return vector.map((x) => x / norm);
};
/** Rounding of a state in float32: amplitudes of a unit vector of 2ⁿ numbers, after some hundred gates. */
const ROUNDING = 2e-6;

/** State, pullback and overlap of a random program in float32 against float64. */
function compare(n: number, count: number, seed: number, widest: number): void {
  const program = randomProgram(n, count, seed, widest);
  const [initial, lambda] = [unit(n, seed), unit(n, seed + 1)];
  const [ours, theirs] = [engine, exact].map((e) => e.runRotations(program, initial));
  expect(largestDifference(ours!, theirs!)).toBeLessThan(ROUNDING);
  const [gradient, reference] = [engine, exact].map((e) => e.pullbackRotations(program, theirs!, lambda));
  expect(largestDifference(gradient!, reference!)).toBeLessThan(ROUNDING);
  const [a, b] = [engine, exact].map((e) => e.overlapRotations(program, initial, lambda));
  expect(Math.hypot(a!.overlap[0] - b!.overlap[0], a!.overlap[1] - b!.overlap[1])).toBeLessThan(ROUNDING);
  expect(Math.abs(a!.distanceSquared - b!.distanceSquared)).toBeLessThan(2 * ROUNDING);
  expect(largestDifference(a!.derivatives, b!.derivatives)).toBeLessThan(ROUNDING);
}

describe('states in float32 agree with float64', () => {
  const seed = fc.integer({ min: 1, max: 1e6 });
  const qubits = fc.integer({ min: 1, max: 9 });

  test('on 1 to 9 bits, words of any weight', () => {
    fc.assert(
      fc.property(qubits, fc.integer({ min: 0, max: 60 }), seed, (n, count, s) => compare(n, count, s, n)),
      { seed: 4, numRuns: 60 },
    );
  });

  test('on 1 to 9 bits, words on one and two bits, which are fused', () => {
    fc.assert(
      fc.property(qubits, fc.integer({ min: 0, max: 120 }), seed, (n, count, s) => compare(n, count, s, 2)),
      { seed: 5, numRuns: 60 },
    );
  });

  test.each([
    [15, 60, 2],
    [15, 12, 15],
    [16, 80, 2],
  ])('on %i bits in blocks: %i words on at most %i bits', (n, count, widest) => compare(n, count, n, widest));

  test('a state is rounded to float32, and no less exactly', () => {
    const initial = gaussian(64, 1);
    const identity = randomProgram(6, 0, 1, 1);
    expect(engine.runRotations(identity, initial)).toEqual(initial.map(Math.fround));
  });

  test('threads do not change a bit', async () => {
    const program = randomProgram(17, 40, 3, 2);
    const [initial, target] = [unit(17, 1), unit(17, 2)];
    const single = engine.overlapRotations(program, initial, target);
    const two = engineOf(2);
    for (let call = 0; call < 3; call++) {
      expect(two.overlapRotations(program, initial, target)).toEqual(single);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });

  test('sums are float64: half a million equal products add up without further rounding', () => {
    const amplitude = Math.fround(2 ** -9.5);
    const flat = new Float64Array(2 ** 20).map((_, i) => (i % 2 === 0 ? amplitude : 0));
    const { overlap } = engine.overlapRotations(randomProgram(19, 0, 1, 1), flat, Float32Array.from(flat));
    expect(overlap[0]).toBeCloseTo(2 ** 19 * Math.fround(amplitude * amplitude), 12);
  });
});
