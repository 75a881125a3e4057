import { describe, expect, test } from 'vitest';
import { bitCount } from '../../src/engine/bits.ts';
import type { BitOperator } from '../../src/engine/kernels.ts';
import { createWasmEngine } from '../../src/engine/wasm-engine.ts';
import { HEAPS } from './kernel-heaps.ts';
import { gaussian, largestDifference, programOf, randomProgram } from './random-program.ts';

const PRECISIONS = ['float64', 'float32'] as const;
const N = 5;
const SIZE = 2 ** N;

const word = (flip: number, sign: number): BitOperator => ({ flip, sign, quarterTurns: bitCount(flip & sign) });
/** Enough rotations on the given bits that they are fused into one dense gate without a zero entry. */
const dense = (bits: readonly number[]): readonly BitOperator[] => {
  const singles = bits.flatMap((bit) => [word(1 << bit, 0), word(0, 1 << bit), word(1 << bit, 1 << bit)]);
  const mask = bits.reduce((sum, bit) => sum | (1 << bit), 0);
  return bits.length === 1 ? singles : [...singles, word(mask, 0), word(0, mask), ...singles];
};

/** Every kind of gate on every place, and the bits by which amplitudes differ that it mixes. */
const GATES: readonly (readonly [string, readonly BitOperator[], number])[] = [
  ...Array.from({ length: N }, (_, p) => [`a dense gate on bit ${p}`, dense([p]), 1 << p] as const),
  ...Array.from({ length: N }, (_, p) => p).flatMap((p) =>
    Array.from({ length: N - 1 - p }, (_, k) => p + 1 + k).map(
      (q) => [`a dense gate on bits ${p} and ${q}`, dense([p, q]), (1 << p) | (1 << q)] as const,
    ),
  ),
  ...[0, 1, 2, 3, 7, 12, 31].flatMap((flip) =>
    [0, 1, 2, 5, 31].map(
      (sign) => [`a rotation that flips ${flip} with signs ${sign}`, [word(flip, sign)], flip] as const,
    ),
  ),
];

/** Whether two amplitudes are mixed: a dense gate mixes all within its bits, a rotation only pairs. */
const mixes = (operators: readonly BitOperator[], mask: number, a: number, b: number): boolean =>
  operators.length === 1 ? a === b || (a ^ b) === mask : ((a ^ b) & ~mask) === 0;

describe.each(HEAPS)('%s', (_name, makeHeap) => {
  const engines = {
    float64: createWasmEngine(makeHeap(), undefined, 'float64'),
    float32: createWasmEngine(makeHeap(), undefined, 'float32'),
  };

  describe.each(PRECISIONS)('NaN in %s', (precision) => {
    const engine = engines[precision];

    test.each(GATES)('reaches what %s mixes and nothing else', (_name, operators, mask) => {
      const program = programOf(
        operators,
        operators.map((_, g) => 0.7 + g / 3),
      );
      for (const place of [0, 1, 6, 21, 31]) {
        for (const part of [0, 1]) {
          const state = gaussian(SIZE, 1);
          state[2 * place + part] = Number.NaN;
          const psi = engine.runRotations(program, state);
          for (let b = 0; b < SIZE; b++) {
            const lost = Number.isNaN(psi[2 * b]!) || Number.isNaN(psi[2 * b + 1]!);
            expect(lost).toBe(mixes(operators, mask, place, b));
          }
          for (const [ket, bra] of [
            [state, gaussian(SIZE, 2)],
            [gaussian(SIZE, 2), state],
          ] as const) {
            expect(engine.pullbackRotations(program, ket, bra).some(Number.isNaN)).toBe(true);
            const { overlap, distanceSquared, derivatives } = engine.overlapRotations(program, ket, bra);
            expect([...overlap, distanceSquared, derivatives[0]].every(Number.isNaN)).toBe(true);
          }
        }
      }
    });

    test('an angle that is NaN spoils the state and its derivatives', () => {
      for (const [, operators] of GATES) {
        const program = programOf(
          operators,
          operators.map((_, g) => (g === 0 ? Number.NaN : 1)),
        );
        expect(engine.runRotations(program, gaussian(SIZE, 1)).some(Number.isNaN)).toBe(true);
        expect(engine.overlapRotations(program, undefined, gaussian(SIZE, 1)).derivatives.some(Number.isNaN)).toBe(
          true,
        );
      }
    });
  });

  describe.each([
    ['float64', [1e-300, 1e-140, 1e140, 1e300], 1e-12],
    ['float32', [1e-30, 1e-10, 1e10, 1e30], 1e-4],
  ] as const)('the scale of a state in %s', (precision, scales, tolerance) => {
    test.each(scales)('%d leaves the relative precision of states and derivatives alone', (scale) => {
      const engine = engines[precision];
      const program = randomProgram(N, 60, 4, 3);
      const [state, cotangent] = [gaussian(SIZE, 1), gaussian(SIZE, 2)];
      const large = engine.runRotations(
        program,
        state.map((x) => scale * x),
      );
      const psi = engine.runRotations(program, state);
      expect(
        largestDifference(
          large.map((x) => x / scale),
          psi,
        ),
      ).toBeLessThan(tolerance);
      const derivatives = engine.pullbackRotations(program, large, cotangent);
      expect(
        largestDifference(
          derivatives.map((x) => x / scale),
          engine.pullbackRotations(program, psi, cotangent),
        ),
      ).toBeLessThan(50 * tolerance);
    });
  });

  test('angles of any size are those modulo 4π', () => {
    for (const precision of PRECISIONS) {
      const program = randomProgram(N, 30, 5, 2);
      const turned = { ...program, angles: program.angles.map((a, g) => a + 4 * Math.PI * ((g % 7) - 3) * 1000) };
      const [a, b] = [program, turned].map((p) => engines[precision].runRotations(p, gaussian(SIZE, 1)));
      expect(largestDifference(a!, b!)).toBeLessThan(precision === 'float64' ? 1e-9 : 1e-4);
    }
  });
});
