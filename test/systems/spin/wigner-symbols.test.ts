import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intertwinerDimension } from '../../../src/systems/spin/intertwiners.ts';
import { quantumRecoupling } from '../../../src/systems/spin/quantum-six-j.ts';
import { sixJFamily } from '../../../src/systems/spin/six-j-family.ts';
import { isTriad, type Spin } from '../../../src/systems/spin/spins.ts';
import { clebschGordan, exactSixJ, nineJ, sixJ, threeJ } from '../../../src/systems/spin/wigner-symbols.ts';

const spin = (most: number): fc.Arbitrary<Spin> => fc.integer({ min: 0, max: 2 * most }).map((n) => n / 2);
const six = (most: number) => fc.tuple(spin(most), spin(most), spin(most), spin(most), spin(most), spin(most));
const components = (j: Spin): readonly number[] => Array.from({ length: 2 * j + 1 }, (_, k) => j - k);
const sign = (k: number): number => (Math.abs(k) % 2 === 0 ? 1 : -1);

describe('3j symbols', () => {
  test('of small spins are the tabulated ones', () => {
    expect(threeJ(1, 1, 2, 1, -1, 0)).toBeCloseTo(Math.sqrt(1 / 30), 15);
    expect(threeJ(1, 0.5, 0.5, 1, -0.5, -0.5)).toBeCloseTo(-Math.sqrt(1 / 3), 15);
    expect(threeJ(2, 2, 2, 0, 0, 0)).toBeCloseTo(-Math.sqrt(2 / 35), 15);
    expect(threeJ(3, 2, 1, 0, 0, 0)).toBeCloseTo(-Math.sqrt(3 / 35), 15);
    expect(threeJ(1, 1, 1, 0, 0, 0)).toBe(0);
  });

  test('are orthonormal', () => {
    fc.assert(
      fc.property(spin(5), spin(5), (a, b) => {
        for (let c = Math.abs(a - b); c <= a + b; c++) {
          let sum = 0;
          for (const m of components(a)) {
            for (const n of components(b)) if (Math.abs(m + n) <= c) sum += threeJ(a, b, c, m, n, -m - n) ** 2;
          }
          expect(sum).toBeCloseTo(1, 13);
        }
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  test('two spins of one half make singlet and triplet', () => {
    expect(clebschGordan(0.5, 0.5, 0.5, -0.5, 0, 0)).toBeCloseTo(Math.SQRT1_2, 15);
    expect(clebschGordan(0.5, -0.5, 0.5, 0.5, 0, 0)).toBeCloseTo(-Math.SQRT1_2, 15);
    expect(clebschGordan(0.5, 0.5, 0.5, 0.5, 1, 1)).toBeCloseTo(1, 15);
    expect(clebschGordan(1, 0, 1, 0, 2, 0)).toBeCloseTo(Math.sqrt(2 / 3), 15);
    expect(clebschGordan(0.5, 0.5, 0.5, 0.5, 0.5, 0.5)).toBe(0);
  });

  test('numbers that are no spins or components are named', () => {
    expect(() => threeJ(0.3, 1, 1, 0, 0, 0)).toThrow('spins 0, 1/2, 1, … up to 1000 required, got 0.3');
    expect(() => threeJ(1, 1, 1, 2, 0, 0)).toThrow('m of −1, …, 1 required, got 2');
  });
});

describe('6j symbols', () => {
  test('{1 2 3; 2 1 2} is 1/√525, exactly', () => {
    expect(exactSixJ(1, 2, 3, 2, 1, 2)).toEqual({ sign: 1, square: { numerator: 1n, denominator: 525n } });
    expect(exactSixJ(1, 2, 4, 2, 1, 2)).toMatchObject({ sign: 0 });
  });

  test('with one spin 0 have a closed form', () => {
    fc.assert(
      fc.property(spin(40), spin(40), spin(40), (a, b, c) => {
        fc.pre(isTriad(a, b, c));
        expect(sixJ(a, b, c, 0, c, b)).toBeCloseTo(sign(a + b + c) / Math.sqrt((2 * b + 1) * (2 * c + 1)), 15);
      }),
      { seed: 2 },
    );
  });

  test('have the symmetries of the tetrahedron and that of Regge', () => {
    fc.assert(
      fc.property(six(12), ([a, b, c, d, e, f]) => {
        fc.pre(isTriad(a, b, c) && isTriad(a, e, f) && isTriad(d, b, f) && isTriad(d, e, c));
        const value = sixJ(a, b, c, d, e, f);
        expect(sixJ(b, a, c, e, d, f)).toBe(value);
        expect(sixJ(c, a, b, f, d, e)).toBe(value);
        expect(sixJ(d, e, c, a, b, f)).toBe(value);
        const s = (b + c + e + f) / 2;
        expect(sixJ(a, s - b, s - c, d, s - e, s - f)).toBeCloseTo(value, 15);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  test('are orthogonal', () => {
    fc.assert(
      fc.property(spin(6), spin(6), spin(6), spin(6), (a, b, d, e) => {
        for (let c = Math.abs(a - b); c <= a + b; c++) {
          for (let other = c; other <= a + b; other++) {
            if (!isTriad(d, e, c) || !isTriad(d, e, other)) continue;
            let sum = 0;
            for (let x = Math.abs(a - e); x <= a + e; x++) {
              if (isTriad(d, b, x))
                sum += (2 * x + 1) * (2 * c + 1) * sixJ(a, b, c, d, e, x) * sixJ(a, b, other, d, e, x);
            }
            expect(sum).toBeCloseTo(c === other ? 1 : 0, 13);
          }
        }
      }),
      { seed: 4, numRuns: 20 },
    );
  });

  test('obey the pentagon of Biedenharn and Elliott', () => {
    // Σ_x (−1)^{S+x} (2x + 1) {a b x; c d g} {c d x; e f h} {e f x; b a j} = {g h j; e a d} {g h j; f b c}.
    const [a, b, c, d, e, f, g, h, j] = [2, 1.5, 1.5, 1, 2, 2.5, 1, 2, 1] as const;
    const left = sixJ(g, h, j, e, a, d) * sixJ(g, h, j, f, b, c);
    let right = 0;
    for (let x = 0.5; x <= 4; x++) {
      const phase = sign(a + b + c + d + e + f + g + h + j + x);
      right += phase * (2 * x + 1) * sixJ(a, b, x, c, d, g) * sixJ(c, d, x, e, f, h) * sixJ(e, f, x, b, a, j);
    }
    expect(Math.abs(left)).toBeGreaterThan(1e-4);
    expect(right).toBeCloseTo(left, 14);
  });

  test('come exactly and by recursion to 1e-15 up to spin 200', () => {
    const families: readonly (readonly [Spin, Spin, Spin, Spin, Spin])[] = [
      [200, 150, 180, 120, 130],
      [100, 100, 100, 100, 100],
      [80, 80.5, 77.5, 60, 60.5],
      [5, 3, 4, 2, 6],
      [200, 200, 200, 200, 200],
    ];
    for (const given of families) {
      const { first, values } = sixJFamily(...given);
      expect(values.length).toBeGreaterThan(4);
      const step = Math.ceil(values.length / 25);
      for (let k = 0; k < values.length; k += step) {
        expect(Math.abs(values[k]! - sixJ(first + k, ...given))).toBeLessThan(1e-15);
      }
    }
  });

  test('of nine spins with a 0 are 6j symbols', () => {
    const [a, b, c, d, e, f] = [2, 1.5, 2.5, 2, 1.5, 1] as const;
    const value = (sign(b + c + d + f) * sixJ(a, b, c, e, d, f)) / Math.sqrt((2 * c + 1) * (2 * f + 1));
    expect(Math.abs(value)).toBeGreaterThan(1e-3);
    expect(
      nineJ([
        [a, b, c],
        [d, e, c],
        [f, f, 0],
      ]),
    ).toBeCloseTo(value, 15);
  });
});

describe('dimensions of spaces of invariant tensors', () => {
  test('are integrals of characters over SU(2)', () => {
    fc.assert(
      fc.property(fc.array(spin(4), { minLength: 1, maxLength: 6 }), (spins) => {
        const n = 64;
        let sum = 0;
        for (let k = 1; k < n; k++) {
          const theta = (k * Math.PI) / n;
          const product = spins.reduce((all, j) => (all * Math.sin((2 * j + 1) * theta)) / Math.sin(theta), 1);
          sum += (2 / n) * Math.sin(theta) ** 2 * product;
        }
        expect(intertwinerDimension(spins)).toBeCloseTo(sum, 8);
      }),
      { seed: 5, numRuns: 50 },
    );
    expect(intertwinerDimension([7, 7, 7, 7])).toBe(15);
  });
});

describe('quantum 6j symbols', () => {
  test('tend to those of SU(2) as 1/r²', () => {
    const exact = sixJ(1, 1, 1, 1, 1, 1);
    const [error, smaller] = [24, 48].map((r) => Math.abs(quantumRecoupling(r).sixJ(1, 1, 1, 1, 1, 1) - exact));
    expect(error! / smaller!).toBeGreaterThan(3.8);
    expect(error! / smaller!).toBeLessThan(4.4);
  });

  test('are orthogonal, and the squares of all dimensions add up to D²', () => {
    for (const r of [3, 5, 8, 12]) {
      const { spins, number, isAdmissible, sixJ: symbol, totalDimensionSquared } = quantumRecoupling(r);
      expect(spins.reduce((sum, j) => sum + number(2 * j + 1) ** 2, 0)).toBeCloseTo(totalDimensionSquared, 10);
      const [a, b, d, e] = [(r - 2) / 4, 0.5, 0.5, (r - 2) / 4].map((j) => Math.floor(2 * j) / 2) as [
        Spin,
        Spin,
        Spin,
        Spin,
      ];
      const pairs = spins.filter((c) => isAdmissible(a, b, c) && isAdmissible(d, e, c));
      for (const c of pairs) {
        for (const other of pairs) {
          let sum = 0;
          for (const x of spins) {
            if (!isAdmissible(a, e, x) || !isAdmissible(d, b, x)) continue;
            sum += number(2 * x + 1) * number(2 * c + 1) * symbol(a, b, c, d, e, x) * symbol(a, b, other, d, e, x);
          }
          expect(sum).toBeCloseTo(c === other ? 1 : 0, 12);
        }
      }
    }
  });

  test('a level out of range is named', () => {
    expect(() => quantumRecoupling(2)).toThrow('a level r from 3 to 48 required, got 2');
    expect(() => quantumRecoupling(49)).toThrow('got 49');
  });
});
