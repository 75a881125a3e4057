import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BitOperator } from '../../src/engine/kernels.ts';
import { typescriptEngine as engine } from '../../src/engine/typescript-engine.ts';
import { type ComplexMatrix, complexMatrix, identityMatrix } from '../../src/linalg/complex.ts';
import { addScaledMatrix, adjoint, kronecker, scaledMatrix } from '../../src/linalg/matrix.ts';
import { distance, gaussianMatrix, naiveProduct } from '../linalg/compare.ts';

const LETTERS: Readonly<Record<string, ComplexMatrix>> = {
  I: identityMatrix(2),
  X: complexMatrix([
    [0, 1],
    [1, 0],
  ]),
  Y: complexMatrix(
    [
      [0, 0],
      [0, 0],
    ],
    [
      [0, -1],
      [1, 0],
    ],
  ),
  Z: complexMatrix([
    [1, 0],
    [0, -1],
  ]),
};

/** The word as a dense matrix, its first letter the leftmost factor. */
const dense = (word: string): ComplexMatrix => [...word].map((letter) => LETTERS[letter]!).reduce(kronecker);

/** The word as a bit permutation, its first letter the most significant bit. */
function bits(word: string): BitOperator {
  const mask = (letters: string): number => [...word].reduce((sum, c) => 2 * sum + (letters.includes(c) ? 1 : 0), 0);
  return { flip: mask('XY'), sign: mask('YZ'), quarterTurns: [...word].filter((letter) => letter === 'Y').length };
}

/** exp(−i·angle·P/2) = cos(angle/2) − i·sin(angle/2)·P. */
const rotation = (word: string, angle: number): ComplexMatrix =>
  addScaledMatrix(
    scaledMatrix([Math.cos(angle / 2), 0], identityMatrix(2 ** word.length)),
    [0, -Math.sin(angle / 2)],
    dense(word),
  );

const column = (word: string, seed: number): ComplexMatrix => gaussianMatrix(2 ** word.length, 1, seed);
const word = fc.array(fc.constantFrom('I', 'X', 'Y', 'Z'), { minLength: 1, maxLength: 5 }).map((c) => c.join(''));
const angle = fc.double({ min: -7, max: 7, noNaN: true });
const run = { seed: 5, numRuns: 150 };

describe('against dense matrices, for every Pauli word', () => {
  test('rotate applies exp(−i·angle·P/2)', () => {
    fc.assert(
      fc.property(word, angle, (w, a) => {
        const state = column(w, 1);
        const turned = { ...state, interleaved: state.interleaved.slice() };
        engine.rotate(turned.interleaved, bits(w), a);
        expect(distance(turned, naiveProduct(rotation(w, a), state))).toBeLessThan(1e-13);
      }),
      run,
    );
  });

  test('accumulate adds a multiple of P·state', () => {
    fc.assert(
      fc.property(word, angle, angle, (w, re, im) => {
        const [state, before] = [column(w, 1), column(w, 2)];
        const out = { ...before, interleaved: before.interleaved.slice() };
        engine.accumulate(out.interleaved, state.interleaved, bits(w), re, im);
        const expected = addScaledMatrix(before, [re, im], naiveProduct(dense(w), state));
        expect(distance(out, expected)).toBeLessThan(1e-13 * (1 + Math.abs(re) + Math.abs(im)));
      }),
      run,
    );
  });

  test('sandwich is ⟨bra|P ket⟩, conjugate in the bra', () => {
    fc.assert(
      fc.property(word, (w) => {
        const [bra, ket] = [column(w, 1), column(w, 2)];
        const [re, im] = engine.sandwich(bra.interleaved, bits(w), ket.interleaved);
        const expected = naiveProduct(adjoint(bra), naiveProduct(dense(w), ket)).interleaved;
        expect(Math.hypot(re - expected[0]!, im - expected[1]!)).toBeLessThan(1e-12);
      }),
      run,
    );
  });

  test('rotateBackward undoes the rotation and differentiates Re⟨cotangent|rotated state⟩', () => {
    fc.assert(
      fc.property(word, angle, (w, a) => {
        const [state, cotangent] = [column(w, 1), column(w, 2)];
        const overlap = (turn: number): number =>
          naiveProduct(adjoint(cotangent), naiveProduct(rotation(w, turn), state)).interleaved[0]!;
        const forward = state.interleaved.slice();
        const back = cotangent.interleaved.slice();
        engine.rotate(forward, bits(w), a);
        const derivative = engine.rotateBackward(forward, back, bits(w), a);
        // The overlap is a sinusoid of period 4π: its derivative is a difference over π, exactly.
        expect(Math.abs(derivative - (overlap(a + Math.PI) - overlap(a - Math.PI)) / 4)).toBeLessThan(1e-12);
        expect(distance({ ...state, interleaved: forward }, state)).toBeLessThan(1e-13);
        const expected = naiveProduct(rotation(w, -a), cotangent);
        expect(distance({ ...state, interleaved: back }, expected)).toBeLessThan(1e-13);
      }),
      run,
    );
  });
});

describe('written out', () => {
  test('Y|0⟩ = i|1⟩ and Y|1⟩ = −i|0⟩', () => {
    const y = bits('Y');
    const out = new Float64Array(4);
    engine.accumulate(out, Float64Array.of(1, 0, 0, 0), y, 1, 0);
    expect([...out]).toEqual([0, 0, 0, 1]);
    out.fill(0);
    engine.accumulate(out, Float64Array.of(0, 0, 1, 0), y, 1, 0);
    expect([...out].map((x) => x + 0)).toEqual([0, -1, 0, 0]);
  });

  test('the first letter acts on the most significant bit: XI|00⟩ = |10⟩', () => {
    const out = new Float64Array(8);
    engine.accumulate(out, Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0), bits('XI'), 1, 0);
    expect(out[4]).toBe(1);
  });

  test('the rotation by 2π about any word is −1', () => {
    for (const w of ['Z', 'XY', 'ZIX']) {
      const state = column(w, 3).interleaved;
      const turned = state.slice();
      engine.rotate(turned, bits(w), 2 * Math.PI);
      turned.forEach((x, k) => {
        expect(x).toBeCloseTo(-state[k]!, 14);
      });
    }
  });
});

describe('matrices and arrays', () => {
  const size = fc.integer({ min: 1, max: 8 });

  test('multiply agrees with the definition for all adjoints, and leaves its factors alone', () => {
    fc.assert(
      fc.property(size, size, size, fc.boolean(), fc.boolean(), (m, n, k, adjointA, adjointB) => {
        const a = gaussianMatrix(adjointA ? k : m, adjointA ? m : k, 1);
        const b = gaussianMatrix(adjointB ? n : k, adjointB ? k : n, 2);
        const [a0, b0] = [a.interleaved.slice(), b.interleaved.slice()];
        const interleaved = engine.multiply(a.interleaved, b.interleaved, m, n, k, adjointA, adjointB);
        const expected = naiveProduct(adjointA ? adjoint(a) : a, adjointB ? adjoint(b) : b);
        expect(distance({ rows: m, cols: n, interleaved }, expected)).toBeLessThan(1e-13);
        expect([a.interleaved, b.interleaved]).toEqual([a0, b0]);
      }),
      run,
    );
  });

  test('permute moves every entry to its permuted index', () => {
    const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        shapes.chain((shape) =>
          fc.tuple(fc.constant(shape), fc.shuffledSubarray([...shape.keys()], { minLength: shape.length })),
        ),
        ([shape, axes]) => {
          const count = shape.reduce((product, d) => product * d, 1);
          const array = Float64Array.from({ length: 2 * count }, (_, k) => k);
          const out = engine.permute(array, shape, axes);
          const moved = axes.map((axis) => shape[axis]!);
          for (let to = 0; to < count; to++) {
            // Index of the output, axis by axis; then the same index in the order of the input.
            const index = new Array<number>(shape.length);
            let rest = to;
            for (let j = axes.length - 1; j >= 0; j--) {
              index[axes[j]!] = rest % moved[j]!;
              rest = Math.floor(rest / moved[j]!);
            }
            const from = index.reduce((flat, i, axis) => flat * shape[axis]! + i, 0);
            expect([out[2 * to], out[2 * to + 1]]).toEqual([2 * from, 2 * from + 1]);
          }
        },
      ),
      run,
    );
  });

  test('permute of a number, and of an empty array, is itself', () => {
    expect([...engine.permute(Float64Array.of(3, 4), [], [])]).toEqual([3, 4]);
    expect(engine.permute(new Float64Array(0), [0, 2], [1, 0]).length).toBe(0);
  });
});
