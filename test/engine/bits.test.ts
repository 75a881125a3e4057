import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitCount, bitsOf, parity } from '../../src/engine/bits.ts';
import { walshHadamard } from '../../src/engine/walsh-hadamard.ts';

test('the bits of a number are the ones of its binary digits', () => {
  const check = (x: number): void => {
    const digits = [...x.toString(2)].reverse();
    expect(bitsOf(x)).toEqual(digits.flatMap((digit, bit) => (digit === '1' ? [bit] : [])));
    expect(bitCount(x)).toBe(bitsOf(x).length);
    expect(parity(x)).toBe(bitCount(x) % 2);
  };
  for (const x of [0, 1, 2 ** 16 - 1, 2 ** 16, 2 ** 31 - 1]) check(x);
  fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), check), { seed: 1, numRuns: 200 });
});

test('the Walsh–Hadamard transform is its sum of signs, on a part of an array and for blocks of any length', () => {
  for (const [block, begin] of [
    [1, 0],
    [2, 0],
    [3, 5],
  ] as const) {
    const values = Float64Array.from({ length: begin + 8 * block + 2 }, (_, k) => Math.sin(k + 1));
    const expected = values.slice();
    for (let c = 0; c < 8; c++) {
      for (let k = 0; k < block; k++) {
        expected[begin + c * block + k] = Array.from({ length: 8 }, (_, s) => s).reduce(
          (sum, s) => sum + (parity(c & s) === 1 ? -1 : 1) * values[begin + s * block + k]!,
          0,
        );
      }
    }
    walshHadamard(values, block, begin, begin + 8 * block);
    values.forEach((x, k) => {
      expect(x).toBeCloseTo(expected[k]!, 14);
    });
  }
});
