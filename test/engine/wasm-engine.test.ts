import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bitCount } from '../../src/engine/bits.ts';
import type { BitOperator } from '../../src/engine/kernels.ts';
import type { RotationProgram } from '../../src/engine/rotation-program.ts';
import { typescriptEngine as twin } from '../../src/engine/typescript-engine.ts';
import { createWasmEngine } from '../../src/engine/wasm-engine.ts';
import { wordTable } from '../../src/path/word-table.ts';
import { HEAPS } from './kernel-heaps.ts';
import { gaussian, largestDifference, programOf, randomProgram, randomWord } from './random-program.ts';

const wordText = (n: number, s: number): string =>
  Array.from({ length: n }, (_, k) => 'IXYZ'[Math.floor(Math.abs(Math.sin(s * (k + 1)) * 1e4)) % 4]).join('');
const run = { seed: 11, numRuns: 60 };
const angle = fc.double({ min: -7, max: 7, noNaN: true });
const qubits = fc.integer({ min: 0, max: 9 });
const seed = fc.integer({ min: 1, max: 1e6 });

describe.each(HEAPS)('%s', (_name, makeHeap) => {
  const heap = makeHeap();
  const engine = createWasmEngine(heap);

  describe('every kernel agrees with its twin', () => {
    test('rotate, rotateBackward, accumulate and sandwich, for words of any weight on up to 9 bits', () => {
      fc.assert(
        fc.property(qubits, seed, angle, (n, s, a) => {
          const operator = randomWord(n, s);
          const [psi, lambda] = [gaussian(2 ** n, s), gaussian(2 ** n, s + 1)];
          const [ours, theirs] = [psi.slice(), psi.slice()];
          engine.rotate(ours, operator, a);
          twin.rotate(theirs, operator, a);
          expect(largestDifference(ours, theirs)).toBeLessThan(1e-14);
          const [left, right] = [lambda.slice(), lambda.slice()];
          const difference =
            engine.rotateBackward(ours, left, operator, a) - twin.rotateBackward(theirs, right, operator, a);
          expect(Math.abs(difference)).toBeLessThan(1e-12);
          expect(largestDifference(ours, psi)).toBeLessThan(1e-14);
          expect(largestDifference(left, right)).toBeLessThan(1e-14);
          engine.accumulate(left, psi, operator, a, 1 - a);
          twin.accumulate(right, psi, operator, a, 1 - a);
          expect(largestDifference(left, right)).toBeLessThan(1e-13);
          const [x, y] = [engine.sandwich(lambda, operator, psi), twin.sandwich(lambda, operator, psi)];
          expect(Math.hypot(x[0] - y[0], x[1] - y[1])).toBeLessThan(1e-12);
        }),
        run,
      );
    });

    test('multiply, for all shapes and flags', () => {
      const size = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 60 }), fc.constantFrom(97, 193));
      fc.assert(
        fc.property(size, size, size, fc.boolean(), fc.boolean(), (m, n, k, adjointA, adjointB) => {
          const [a, b] = [gaussian(m * k, 1), gaussian(k * n, 2)];
          const ours = engine.multiply(a, b, m, n, k, adjointA, adjointB);
          expect(ours.length).toBe(2 * m * n);
          expect(largestDifference(ours, twin.multiply(a, b, m, n, k, adjointA, adjointB))).toBeLessThan(1e-12);
        }),
        run,
      );
    });

    test('multiplyReal, for all shapes and flags: the real part of the complex product', () => {
      const size = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 60 }), fc.constantFrom(97, 193));
      const complex = (real: Float64Array) =>
        Float64Array.from({ length: 2 * real.length }, (_, i) => (i % 2 ? 0 : real[i / 2]!));
      fc.assert(
        fc.property(size, size, size, fc.boolean(), fc.boolean(), (m, n, k, transposeA, transposeB) => {
          const [a, b] = [gaussian(m * k, 1).subarray(0, m * k), gaussian(k * n, 2).subarray(0, k * n)];
          const ours = engine.multiplyReal(a, b, m, n, k, transposeA, transposeB);
          expect(ours.length).toBe(m * n);
          const product = twin.multiply(complex(a), complex(b), m, n, k, transposeA, transposeB);
          expect(largestDifference(complex(ours), product)).toBeLessThan(1e-12);
          expect(largestDifference(ours, twin.multiplyReal(a, b, m, n, k, transposeA, transposeB))).toBeLessThan(1e-12);
        }),
        run,
      );
    });

    test('gram is Hermitian to the bit, and the product of the rows with their adjoints', () => {
      for (const [count, length] of [
        [1, 700],
        [7, 33],
        [50, 12],
        [101, 200],
        [13, 0],
        [0, 0],
      ] as const) {
        const rows = gaussian(count * length, count);
        const ours = engine.gram(rows, count);
        expect(largestDifference(ours, twin.gram(rows, count))).toBeLessThan(1e-14 * (1 + length));
        for (let i = 0; i < count; i++) {
          for (let j = 0; j <= i; j++) {
            expect(ours[2 * (i * count + j)]).toBe(ours[2 * (j * count + i)]);
            expect(Math.abs(ours[2 * (i * count + j) + 1]! + ours[2 * (j * count + i) + 1]!)).toBe(0);
          }
        }
      }
    });

    test('sums of flips with diagonals, and the Walsh–Hadamard transform of these', () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 12 }), seed, angle, (n, words, s, a) => {
          const names = Array.from({ length: words }, (_, k) => wordText(n, s + k));
          const table = wordTable([...new Set(names)], n);
          const listed = 2 * table.offsets[table.flips.length]!;
          const [list, psi, phi] = [gaussian(listed / 2, s), gaussian(2 ** n, s + 1), gaussian(2 ** n, s + 2)];
          const results = [engine, twin].map((kernels) =>
            kernels.withFlips(table, (space) => {
              const [diagonals, scales] = [space.put(list), space.put(list.map(Math.cos))];
              const [state, bra, out] = [space.put(psi), space.put(phi), space.put(psi)];
              space.act(out, diagonals, bra, a);
              space.collect(diagonals, bra, state, a);
              const both = space.put(Float64Array.of(...psi, ...phi));
              const moved = space.zeros(2 * psi.length);
              space.move(moved, diagonals, both, scales, both);
              space.collectBoth(diagonals, bra, state, state, out);
              const exchanged = space.zeros(listed);
              space.exchange(exchanged, diagonals, scales);
              space.transform(diagonals);
              const places = Int32Array.of(0, listed - 1);
              space.scatter(diagonals, places, Float64Array.of(a, 1));
              const norm = space.bound(diagonals);
              const terms = space.room(30 * psi.length);
              space.copy(terms, state, psi.length);
              const limits = { norm: 1.5, tolerance: 1e-10, most: 30 };
              const norms = space.series(terms, diagonals, 1.5 / norm, limits);
              space.add(state, out, psi.length, a);
              space.copy(bra, state, 2);
              space.clear(out, 1);
              const at = [out, state, bra].map((v) => space.get(v, psi.length));
              return [
                ...at,
                space.get(moved, 2 * psi.length),
                space.get(diagonals, listed),
                space.get(exchanged, listed),
                Float64Array.of(norm, norms.length, ...norms, ...space.gather(diagonals, places)),
                space.get(terms, norms.length * psi.length),
              ];
            }),
          );
          results[0]!.forEach((ours, k) => {
            expect(largestDifference(ours, results[1]![k]!)).toBeLessThan(1e-11);
          });
        }),
        run,
      );
    });

    test('memory for sums of flips is free again, also after an error', () => {
      const table = wordTable(['XX', 'ZI'], 2);
      const before = heap.used();
      expect(() =>
        engine.withFlips(table, (space) => {
          space.zeros(4096);
          throw new Error('stop');
        }),
      ).toThrow('stop');
      expect(heap.used()).toBe(before);
    });

    test('permute, for any shape', () => {
      const shapes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 0, maxLength: 6 });
      const cases = shapes.chain((shape) =>
        fc.tuple(fc.constant(shape), fc.shuffledSubarray([...shape.keys()], { minLength: shape.length })),
      );
      fc.assert(
        fc.property(cases, ([shape, axes]) => {
          const array = gaussian(
            shape.reduce((product, d) => product * d, 1),
            3,
          );
          expect(engine.permute(array, shape, axes)).toEqual(twin.permute(array, shape, axes));
        }),
        { ...run, numRuns: 200 },
      );
    });
  });

  describe('whole programs agree with the twin, which fuses nothing', () => {
    function compare(n: number, count: number, s: number, widest = n): void {
      const program = randomProgram(n, count, s, widest);
      const [initial, lambda] = [gaussian(2 ** n, s), gaussian(2 ** n, s + 1)];
      const [before, after] = [initial.slice(), engine.runRotations(program, initial)];
      expect(initial).toEqual(before);
      expect(largestDifference(after, twin.runRotations(program, initial))).toBeLessThan(1e-12);
      const ours = engine.pullbackRotations(program, after, lambda);
      const scale = 2 ** (n / 2);
      expect(largestDifference(ours, twin.pullbackRotations(program, after, lambda)) / scale).toBeLessThan(1e-12);
    }

    test('on 0 to 9 bits, with words of any weight', () => {
      fc.assert(
        fc.property(qubits, fc.integer({ min: 0, max: 60 }), seed, (n, count, s) => compare(n, count, s)),
        run,
      );
    });

    test('on 0 to 9 bits, with words on one and two bits, which are fused', () => {
      fc.assert(
        fc.property(qubits, fc.integer({ min: 0, max: 120 }), seed, (n, count, s) => compare(n, count, s, 2)),
        run,
      );
    });

    test.each([
      [15, 60, 2],
      [15, 12, 15],
      [16, 80, 2],
      [16, 30, 3],
      [17, 60, 2],
    ])('on %i bits in blocks: %i words on at most %i bits', (n, count, widest) => compare(n, count, n, widest));

    test.each([
      [1, 4],
      [6, 60],
      [15, 50],
    ])('overlap with a target on %i bits, from a state and from |0…0⟩', (n, count) => {
      const program = randomProgram(n, count, n, 2);
      const unit = (s: number): Float64Array => {
        const vector = gaussian(2 ** n, s);
        const norm = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
        return vector.map((x) => x / norm);
      };
      for (const initial of [unit(1), undefined]) {
        const [ours, theirs] = [engine, twin].map((e) => e.overlapRotations(program, initial, unit(2)));
        expect(ours!.overlap[0]).toBeCloseTo(theirs!.overlap[0], 13);
        expect(ours!.overlap[1]).toBeCloseTo(theirs!.overlap[1], 13);
        expect(largestDifference(ours!.derivatives, theirs!.derivatives)).toBeLessThan(1e-14);
        expect(ours!.distanceSquared).toBeCloseTo(1 - Math.hypot(...ours!.overlap) ** 2, 13);
      }
    });

    test('a target that is reached is at distance zero, far below the rounding of 1 − |z|²', () => {
      const program = randomProgram(10, 200, 8, 2);
      const target = engine.runRotations(program, new Float64Array(2048).fill(1, 0, 1));
      const { distanceSquared, derivatives } = engine.overlapRotations(program, undefined, target);
      expect(distanceSquared).toBeLessThan(1e-28);
      expect(Math.max(...derivatives.map(Math.abs))).toBeLessThan(1e-14);
    });

    test('tangents, some of which gather several rotations and some none', () => {
      for (const [n, count, widest] of [
        [1, 5, 1],
        [4, 60, 2],
        [6, 40, 6],
        [7, 80, 3],
      ] as const) {
        const program = randomProgram(n, count, n, widest);
        const column = Int32Array.from({ length: count }, (_, g) => (g % 5 === 4 ? -1 : g % 11));
        const columns = { column, weight: Float64Array.from(column, (_, g) => 1 + g / 10), count: 12 };
        const initial = gaussian(2 ** n, 5);
        const ours = engine.tangentRotations(program, initial, columns);
        twin.tangentRotations(program, initial, columns).forEach((tangent, c) => {
          expect(largestDifference(ours[c]!, tangent)).toBeLessThan(1e-11);
        });
        expect(ours[11]).toEqual(new Float64Array(2 ** (n + 1)));
      }
    });
  });

  describe('the derivative', () => {
    test('is the difference quotient of Re⟨λ|ψ⟩, exactly, at ±π', () => {
      const n = 5;
      const program = randomProgram(n, 25, 3, 2);
      const [initial, lambda] = [gaussian(2 ** n, 1), gaussian(2 ** n, 2)];
      const gradient = engine.pullbackRotations(program, engine.runRotations(program, initial), lambda);
      const overlap = (g: number, shift: number): number => {
        const angles = program.angles.map((a, k) => (k === g ? a + shift : a));
        const psi = engine.runRotations({ ...program, angles }, initial);
        return psi.reduce((sum, x, i) => sum + x * lambda[i]!, 0);
      };
      gradient.forEach((derivative, g) => {
        // A sinusoid of period 4π: its derivative is a difference over half a period.
        expect(derivative).toBeCloseTo((overlap(g, Math.PI) - overlap(g, -Math.PI)) / 4, 11);
      });
    });
  });

  describe('numbers at the limits', () => {
    test.each([1e-300, 1e-150, 1e150, 1e300])('a state of size %g is rotated to full relative precision', (size) => {
      const program = randomProgram(8, 50, 4, 3);
      const initial = gaussian(256, 1);
      const large = engine.runRotations(
        program,
        initial.map((x) => size * x),
      );
      expect(
        largestDifference(
          large.map((x) => x / size),
          engine.runRotations(program, initial),
        ),
      ).toBeLessThan(1e-13);
    });

    test('NaN in a factor reaches its row or column of the product and nothing else', () => {
      for (const n of [9, 31]) {
        const a = gaussian(n * n, 1);
        a[2 * (3 * n + 2)] = Number.NaN;
        const b = gaussian(n * n, 2);
        const product = engine.multiply(a, b, n, n, n, false, false);
        const lines = Array.from({ length: n }, (_, i) => product.slice(2 * i * n, 2 * (i + 1) * n));
        lines.forEach((line, i) => {
          expect(line.some(Number.isNaN)).toBe(i === 3);
        });
        const gram = engine.gram(a, n);
        for (let j = 0; j < n; j++) expect(Number.isNaN(gram[2 * (3 * n + j)])).toBe(true);
      }
    });

    test('NaN in a state is not lost', () => {
      const program = randomProgram(7, 40, 4, 2);
      const initial = gaussian(128, 1);
      initial[77] = Number.NaN;
      const psi = engine.runRotations(program, initial);
      expect(psi.some(Number.isNaN)).toBe(true);
      expect(engine.pullbackRotations(program, psi, gaussian(128, 2)).some(Number.isNaN)).toBe(true);
    });
  });

  describe('memory', () => {
    test('nothing stays reserved, also after an error', () => {
      const used = heap.used();
      engine.runRotations(randomProgram(6, 20, 1, 2), gaussian(64, 1));
      engine.multiply(gaussian(900, 1), gaussian(900, 2), 30, 30, 30, false, false);
      expect(() => heap.scoped(() => heap.reserve(2 ** 33))).toThrow('at most');
      expect(heap.used()).toBe(used);
    });

    test('a hundred equal calls do not make it grow', () => {
      const call = (): Float64Array => engine.runRotations(randomProgram(12, 20, 1, 2), gaussian(4096, 1));
      call();
      const bytes = heap.memory.buffer.byteLength;
      for (let k = 0; k < 100; k++) call();
      expect(heap.memory.buffer.byteLength).toBe(bytes);
    });

    test('past the limit it says so before it starts', () => {
      const small = createWasmEngine(makeHeap(2 ** 20));
      const program = randomProgram(16, 4, 1, 2);
      expect(() => small.runRotations(program, gaussian(2 ** 16, 1))).toThrow(
        /^engine: at most 1047552 bytes of memory possible, got 13\d{5}$/,
      );
      const state = gaussian(2 ** 15, 1);
      expect(() => small.pullbackRotations(randomProgram(15, 4, 1, 2), state, state)).toThrow('at most');
    });
  });

  test('a rotation that changes more high bits than a block holds is executed on the whole register', () => {
    const word: BitOperator = { flip: 2 ** 16 - 1, sign: 1, quarterTurns: 1 };
    expect(bitCount(word.flip)).toBe(16);
    const program: RotationProgram = programOf([word, randomWord(16, 3), word], [0.3, 0.4, 0.5]);
    const initial = gaussian(2 ** 16, 1);
    const psi = engine.runRotations(program, initial);
    expect(largestDifference(psi, twin.runRotations(program, initial))).toBeLessThan(1e-13);
  });

  describe('Jacobi rotations', () => {
    test.each([
      [1, 3, 3],
      [5, 4, 9],
      [40, 40, 80],
      [33, 17, 17],
    ])('of %i rows make their first %i of %i numbers orthogonal and agree with the twin', (count, length, width) => {
      const rows = gaussian(count * width, 7);
      const [ours, theirs] = [rows.slice(), rows.slice()];
      engine.jacobi(ours, count, length, 1e-14, 60);
      twin.jacobi(theirs, count, length, 1e-14, 60);
      // Rotations are unitary on the whole rows: ΣX_jX_j† of the leading parts stays what it was.
      const leading = (array: Float64Array): Float64Array =>
        Float64Array.from({ length: 2 * count * length }, (_, k) => {
          const row = Math.floor(k / 2 / length);
          return array[2 * (row * width) + (k - 2 * row * length)]!;
        });
      const gramOf = (array: Float64Array): Float64Array =>
        twin.multiply(leading(array), leading(array), length, length, count, true, false);
      expect(largestDifference(gramOf(ours), gramOf(rows))).toBeLessThan(1e-11);
      const overlaps = twin.gram(leading(ours), count);
      overlaps.forEach((x, k) => {
        const [i, j] = [Math.floor(k / 2 / count), (k >> 1) % count];
        if (i !== j) expect(Math.abs(x)).toBeLessThan(1e-11);
      });
      const lengths = (array: Float64Array): Float64Array =>
        twin
          .gram(leading(array), count)
          .filter((_, k) => k % (2 * count + 2) === 0)
          .sort();
      expect(largestDifference(lengths(ours), lengths(theirs))).toBeLessThan(1e-10);
    });

    test('keep numbers that are not finite', () => {
      const rows = gaussian(40 * 40, 8);
      rows[5] = Number.NaN;
      engine.jacobi(rows, 40, 40, 1e-14, 2);
      expect(rows.some(Number.isNaN)).toBe(true);
    });
  });

  test.each([
    [3, 15],
    [5, 16],
    [4, 33],
  ])('rotations of %i rows of %i real numbers agree with the twin, in their order', (count, width) => {
    const rows = gaussian(count * width, 9).subarray(0, count * width);
    const rotations = Float64Array.from([0, 0.6, 0.8, 1, -0.8, 0.6, 0, 1, 0, 1, 0.28, -0.96]);
    const [ours, theirs] = [rows.slice(), rows.slice()];
    engine.rotateRows(ours, count, rotations);
    twin.rotateRows(theirs, count, rotations);
    expect(largestDifference(ours, theirs)).toBeLessThan(1e-15);
    const norm = (x: Float64Array): number => x.reduce((sum, y) => sum + y * y, 0);
    expect(norm(ours)).toBeCloseTo(norm(rows), 12);
  });
});
