import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlochPoint } from '../../src/circuit/circuit.ts';
import { blochPoints, inProductFrame, productState, productWord } from '../../src/circuit/product-state.ts';
import { productVector } from '../../src/circuit/run-circuit.ts';
import { type ComplexVector, complexVector } from '../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { innerProduct } from '../../src/linalg/vector.ts';

const { SQRT1_2 } = Math;
const amplitudes = (word: string): readonly number[] =>
  Array.from(productVector(productState(word, word.length)).interleaved, (x) => Math.round(x * 1e12) / 1e12 + 0);
const overlap = (a: ComplexVector, b: ComplexVector): number => Math.hypot(...innerProduct(a, b));

describe('a product state', () => {
  test('is a word with a letter for each qubit, or a name', () => {
    expect(amplitudes('0')).toEqual([1, 0, 0, 0]);
    expect(amplitudes('1')).toEqual([0, 0, 1, 0]);
    const half = Math.round(SQRT1_2 * 1e12) / 1e12;
    expect(amplitudes('+')).toEqual([half, 0, half, 0]);
    expect(amplitudes('-')).toEqual([half, 0, -half, 0]);
    expect(amplitudes('r')).toEqual([half, 0, 0, half]);
    expect(amplitudes('l')).toEqual([half, 0, 0, -half]);
    expect(amplitudes('10')).toEqual([0, 0, 0, 0, 1, 0, 0, 0]);
    expect(productState('plus', 2)).toEqual(productState('++', 2));
    expect(productState('zero', 2)).toEqual(productState('00', 2));
  });

  test('is amplitudes, up to a phase', () => {
    const [point] = productState(
      [
        [
          [0, 0.6],
          [0.8, 0],
        ],
      ],
      1,
    );
    const known = complexVector([0, 0.8], [0.6, 0]);
    expect(overlap(productVector([point!]), known)).toBeCloseTo(1, 12);
  });

  test.each([
    ['012', 3, "productState: letters 0, 1, +, -, r, l required, got '2'"],
    ['01', 3, 'productState: 3 qubits required, got 2'],
    [
      [{ polar: Number.NaN, azimuth: 0 }],
      1,
      /finite angles, or amplitudes of norm 1 required, got \[NaN,0\] at qubit 0/,
    ],
    [[[[1, 0], [1, 0]]], 1, /amplitudes of norm 1 required, got \[1,0,1,0\] at qubit 0/], // biome-ignore format: a row
  ] as const)('%j of %d qubits is refused', (state, qubits, message) => {
    expect(() => productState(state as never, qubits)).toThrow(message);
  });

  test('has a word again where every qubit has a letter', () => {
    expect(productWord(productState('01+-rl', 6))).toBe('01+-rl');
    expect(productWord([{ polar: Math.PI / 2, azimuth: 2 * Math.PI }])).toBe('+');
    expect(productWord([{ polar: 1, azimuth: 0 }])).toBeNull();
  });

  test('is found again in its amplitudes, and in no entangled state', () => {
    const angle = fc.double({ min: 0, max: Math.PI, noNaN: true });
    const point = fc.record({ polar: angle, azimuth: angle });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 4 }), (points) => {
        const found = blochPoints(productVector(points));
        expect(overlap(productVector(found!), productVector(points))).toBeCloseTo(1, 10);
      }),
      { seed: 3, numRuns: 50 },
    );
    expect(blochPoints(complexVector([SQRT1_2, 0, 0, SQRT1_2]))).toBeNull();
    expect(blochPoints(randomVector(8, randomStream(1, 'state')))).toBeNull();
  });

  test('is |0…0⟩ in its own frame, which is unitary', () => {
    const points: readonly BlochPoint[] = [
      { polar: 0.7, azimuth: 1.1 },
      { polar: 2.1, azimuth: -0.4 },
      { polar: 1.3, azimuth: 2.9 },
    ];
    const own = inProductFrame(points, productVector(points).interleaved, 'into');
    own.forEach((x, i) => {
      expect(x).toBeCloseTo(i === 0 ? 1 : 0, 12);
    });
    const [a, b] = ['a', 'b'].map((name) => randomVector(8, randomStream(2, name)));
    const turned = (v: ComplexVector): ComplexVector => ({
      length: 8,
      interleaved: inProductFrame(points, v.interleaved, 'into'),
    });
    const [before, after] = [innerProduct(a!, b!), innerProduct(turned(a!), turned(b!))];
    expect(after[0]).toBeCloseTo(before[0], 12);
    expect(after[1]).toBeCloseTo(before[1], 12);
    inProductFrame(points, turned(a!).interleaved, 'out of').forEach((x, i) => {
      expect(x).toBeCloseTo(a!.interleaved[i]!, 12);
    });
  });
});
