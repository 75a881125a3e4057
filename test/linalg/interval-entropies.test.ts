import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { intervalEntropies } from '../../src/linalg/interval-entropies.ts';
import { intervalSpectra } from '../../src/linalg/interval-spectra.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { symmetricEigen, symmetricFunction } from '../../src/linalg/symmetric-eigen.ts';
import { symmetricEigenvalues } from '../../src/linalg/symmetric-eigenvalues.ts';

const binaryEntropy = (x: number): number => (x <= 0 || x >= 1 ? 0 : -x * Math.log(x) - (1 - x) * Math.log1p(-x));

/** A matrix with entries f(i, j). */
const matrixOf = (n: number, f: (i: number, j: number) => number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, k) => f(Math.floor(k / n), k % n));

/** Occupations in a random orthonormal basis. */
function occupied(occupations: readonly number[], seed: number): Float64Array {
  const n = occupations.length;
  const stream = randomStream(seed, 'basis');
  const gaussian = matrixOf(n, () => stream.normal());
  const eigen = symmetricEigen({
    rows: n,
    cols: n,
    data: matrixOf(n, (i, j) => gaussian[i * n + j]! + gaussian[j * n + i]!),
  });
  return symmetricFunction({ ...eigen, values: Float64Array.from(occupations) }, (p) => p).data;
}

/** Half filling of the open chain with nearest-neighbour hopping. */
function halfFilled(n: number): Float64Array {
  const eigen = symmetricEigen({ rows: n, cols: n, data: matrixOf(n, (i, j) => (Math.abs(i - j) === 1 ? -1 : 0)) });
  return symmetricFunction(eigen, (energy) => (energy < 0 ? 1 : 0)).data;
}

/** Largest difference from the entropies of the spectra, interval by interval. */
function differenceFromSpectra(C: Float64Array, n: number): number {
  const entropies = intervalEntropies(C, n);
  let worst = 0;
  for (const { start, length, values } of intervalSpectra(C, n)) {
    const expected = values.reduce((sum, x) => sum + binaryEntropy(x), 0);
    worst = Math.max(worst, Math.abs(entropies[start * n + start + length - 1]! - expected));
  }
  return worst;
}

describe('closed forms', () => {
  test('a diagonal matrix has the sums of its binary entropies', () => {
    const p = [0.5, 1e-12, 0.3, 0, 1, 0.999, 0.25];
    const n = p.length;
    const entropies = intervalEntropies(
      matrixOf(n, (i, j) => (i === j ? p[i]! : 0)),
      n,
    );
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) {
        const expected = b < a ? 0 : p.slice(a, b + 1).reduce((sum, x) => sum + binaryEntropy(x), 0);
        expect(Math.abs(entropies[a * n + b]! - expected)).toBeLessThan(1e-13);
      }
    }
  });

  test('pairs of sites with one particle each have log 2 wherever an interval cuts them', () => {
    const partner = [1, 0, 5, 4, 3, 2]; // neighbours, and two nested pairs
    const C = matrixOf(6, (i, j) => (i === j || partner[i] === j ? 0.5 : 0));
    const entropies = intervalEntropies(C, 6);
    for (let a = 0; a < 6; a++) {
      for (let b = a; b < 6; b++) {
        const cut = partner.filter((to, from) => from >= a && from <= b && !(to >= a && to <= b)).length;
        expect(Math.abs(entropies[a * 6 + b]! - cut * Math.log(2))).toBeLessThan(1e-13);
      }
    }
  });

  test('matrices without entries and with one', () => {
    expect(intervalEntropies(new Float64Array(0), 0)).toEqual(new Float64Array(0));
    expect(intervalEntropies(Float64Array.of(0.3), 1)[0]).toBeCloseTo(binaryEntropy(0.3), 13);
  });

  // Jin & Korepin, J. Stat. Phys. 116, 79 (2004): S = (1/3) log(2L sin k_F) + 0.4950…; at half filling the constant with
  // log L alone is 0.726067.
  test('the infinite hopping chain has (1/3) log L + 0.726067', () => {
    const n = 100;
    const C = matrixOf(n, (i, j) => (i === j ? 0.5 : Math.sin((Math.PI / 2) * (i - j)) / (Math.PI * (i - j))));
    const entropies = intervalEntropies(C, n);
    expect(Math.abs(entropies[n - 1]! - Math.log(n) / 3 - 0.726067)).toBeLessThan(1e-5);
    expect(Math.abs(entropies[20 * n + 69]! - Math.log(50) / 3 - 0.726067)).toBeLessThan(4e-5);
  });
});

describe('against spectra', () => {
  test('of every matrix between 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), fc.nat(1000), (n, seed) => {
        const stream = randomStream(seed, 'occupations');
        const C = occupied(
          Array.from({ length: n }, () => stream.uniform()),
          seed,
        );
        expect(differenceFromSpectra(C, n)).toBeLessThan(2e-13);
      }),
      { seed: 2, numRuns: 25 },
    );
  });

  test('of occupations over fourteen decades, and of a random pure state', () => {
    const graded = Array.from({ length: 30 }, (_, k) => (k % 2 === 0 ? 10 ** (-k / 2) : 1 - 10 ** (-k / 2)));
    expect(differenceFromSpectra(occupied(graded, 1), 30)).toBeLessThan(1e-12);
    const pure = Array.from({ length: 30 }, (_, k) => (k < 13 ? 1 : 0));
    expect(differenceFromSpectra(occupied(pure, 2), 30)).toBeLessThan(1e-12);
  });

  test('of a matrix that joins even to odd sites, whose spectra are symmetric', () => {
    const bipartite = halfFilled(20).map((x, k) => {
      const [i, j] = [Math.floor(k / 20), k % 20];
      return i === j ? 0.5 : (i + j) % 2 === 1 ? 0.9 * x : 0;
    });
    expect(differenceFromSpectra(bipartite, 20)).toBeLessThan(2e-13);
  });

  test('of a critical chain, whose intervals have most of their eigenvalues next to 0 and 1', () => {
    expect(differenceFromSpectra(halfFilled(48), 48)).toBeLessThan(3e-12);
  });
});

describe('laws', () => {
  const n = 120;
  const entropies = intervalEntropies(halfFilled(n), n);
  const at = (a: number, b: number): number => entropies[a * n + b]!;

  test('a pure state has S(A) = S of the rest, and mirror images have equal entropies', () => {
    expect(Math.abs(at(0, n - 1))).toBeLessThan(1e-11);
    for (let b = 0; b + 1 < n; b++) expect(Math.abs(at(0, b) - at(b + 1, n - 1))).toBeLessThan(1e-11);
    for (let b = 20; b < 60; b++) expect(Math.abs(at(20, b) - at(n - 1 - b, n - 21))).toBeLessThan(1e-11);
  });

  test('strong subadditivity holds for neighbours at both ends of an interval', () => {
    for (let a = 0; a < n; a++) {
      for (let b = a + 2; b < n; b++) {
        expect(at(a, b - 1) + at(a + 1, b) - at(a + 1, b - 1) - at(a, b)).toBeGreaterThan(-1e-11);
      }
    }
  });
});

describe('the spectrum', () => {
  test('may be out of [0, 1] by rounding, and such eigenvalues count as 0 or 1', () => {
    const exact = occupied([0, 0, 1, 1, 0.4, 1], 3);
    const noisy = occupied([-1e-11, -1e-13, 1 + 1e-12, 1 + 1e-11, 0.4, 1], 3);
    const [x, y] = [intervalEntropies(exact, 6), intervalEntropies(noisy, 6)];
    x.forEach((s, k) => {
      expect(Math.abs(s - y[k]!)).toBeLessThan(1e-12);
    });
  });

  test('is refused farther out, and so are other shapes and numbers that are not finite', () => {
    expect(() => intervalEntropies(occupied([-1e-6, 0.5, 1], 1), 3)).toThrow(DomainError);
    expect(() => intervalEntropies(occupied([0, 0.5, 1.1], 1), 3)).toThrow(/between 0 and 1/);
    expect(() => intervalEntropies(new Float64Array(3), 2)).toThrow(ShapeError);
    expect(() => intervalEntropies(Float64Array.of(Number.NaN), 1)).toThrow(DomainError);
  });
});

test('spectra come by start and length, up to the longest, and each is that of its block', () => {
  const C = occupied([0.1, 0.2, 0.3, 0.4, 0.5], 4);
  const all = [...intervalSpectra(C, 5, 2)];
  const places = [0, 0, 1, 1, 2, 2, 3, 3, 4];
  expect(all.map(({ start }) => start)).toEqual(places);
  expect(all.map(({ length }) => length)).toEqual([1, 2, 1, 2, 1, 2, 1, 2, 1]);
  expect(all[5]!.values).toEqual(symmetricEigenvalues(Float64Array.of(C[12]!, C[13]!, C[17]!, C[18]!), 2));
  expect(() => [...intervalSpectra(C, 5, -1)]).toThrow(DomainError);
  expect([...intervalSpectra(C, 5)]).toHaveLength(15);
});
