import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../../src/errors.ts';
import { multiplyReal } from '../../../src/linalg/real-product.ts';
import {
  daubechiesFilter,
  type WaveletFilter,
  waveletCoefficients,
  waveletSynthesis,
  waveletTransform,
} from '../../../src/systems/renormalisation/index.ts';

const NAMES: readonly WaveletFilter[] = ['haar', 'd4', 'd6', 'd8', 'd10', 'd12', 'd14', 'd16', 'd18', 'd20'];

/** A filter of four taps that is orthogonal for every angle; one vanishing moment only at a single angle. */
const rotated = (angle: number): readonly number[] => {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [a, b] = [Math.cos(Math.PI / 4 - angle), Math.sin(Math.PI / 4 - angle)];
  return [c * a, s * a, -s * b, c * b];
};

const defect = (rows: number, data: Float64Array): number =>
  data.reduce((worst, x, at) => Math.max(worst, Math.abs(x - (at % (rows + 1) === 0 ? 1 : 0))), 0);

test('the filter with two vanishing moments is that of Daubechies in closed form', () => {
  const root = Math.sqrt(3);
  const closed = [1 + root, 3 + root, 3 - root, 1 - root].map((x) => x / (4 * Math.SQRT2));
  daubechiesFilter(2).forEach((tap, t) => {
    expect(Math.abs(tap - closed[t]!)).toBeLessThan(1e-15);
  });
  // Daubechies' table for three moments.
  const three = [0.3326705529500825, 0.8068915093110924, 0.4598775021184914];
  three.forEach((tap, t) => {
    expect(Math.abs(daubechiesFilter(3)[t]! - tap)).toBeLessThan(1e-14);
  });
});

test('all filters are orthogonal to their even shifts and have their vanishing moments', () => {
  for (let moments = 1; moments <= 10; moments++) {
    const h = daubechiesFilter(moments);
    expect(h.length).toBe(2 * moments);
    for (let s = 0; s < h.length; s += 2) {
      const product = h.reduce((sum, tap, t) => sum + tap * (h[t + s] ?? 0), 0);
      expect(Math.abs(product - Number(s === 0))).toBeLessThan(2e-15);
    }
    for (let k = 0; k < moments; k++) {
      const moment = h.reduce((sum, tap, t) => sum + (-1) ** t * (t / moments) ** k * tap, 0);
      expect(Math.abs(moment)).toBeLessThan(1e-13 * 2 ** k);
    }
    expect(h.reduce((sum, tap) => sum + tap, 0)).toBeCloseTo(Math.SQRT2, 14);
  }
});

test('transforms are orthogonal to 1e-14, on rings and tori, periodic or not, shorter than the filter or not', () => {
  for (const filter of [...NAMES, rotated(0.3)]) {
    for (const boundary of ['periodic', 'antiperiodic'] as const) {
      for (const sites of [2, 24, 64, [8, 8], [4, 2, 8]]) {
        const { matrix, labels } = waveletTransform(sites, filter, { boundary });
        expect(labels.length).toBe(matrix.rows);
        const gram = multiplyReal(matrix, matrix, { transposeB: true });
        expect(defect(matrix.rows, gram.data)).toBeLessThan(1e-14);
      }
    }
  }
});

test('numbers are reconstructed from their coefficients, which keep the norm and are those of the matrix', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<WaveletFilter>('haar', 'd4', 'd10', rotated(-0.7)),
      fc.constantFrom('periodic' as const, 'antiperiodic' as const),
      fc.constantFrom<number | readonly number[]>(16, 12, [4, 8], [4, 4, 4]),
      fc.infiniteStream(fc.double({ min: -1, max: 1, noNaN: true })),
      (filter, boundary, sites, stream) => {
        const { matrix } = waveletTransform(sites, filter, { boundary });
        const values = Float64Array.from({ length: matrix.rows }, () => stream.next().value!);
        const coefficients = waveletCoefficients(values, sites, filter, { boundary });
        const column = multiplyReal(matrix, { rows: matrix.rows, cols: 1, data: values }).data;
        const back = waveletSynthesis(coefficients, sites, filter, { boundary });
        coefficients.forEach((x, k) => {
          expect(Math.abs(x - column[k]!)).toBeLessThan(1e-13);
        });
        back.forEach((x, k) => {
          expect(Math.abs(x - values[k]!)).toBeLessThan(1e-13);
        });
      },
    ),
    { seed: 1, numRuns: 40 },
  );
});

test('with K vanishing moments the details of a polynomial of degree K − 1 vanish away from the ends', () => {
  for (const [moments, filter] of [
    [1, 'haar'],
    [2, 'd4'],
    [4, 'd8'],
  ] as const) {
    const values = Float64Array.from({ length: 64 }, (_, x) => (x / 64) ** (moments - 1));
    const details = waveletCoefficients(values, 64, filter, { layers: 1 }).subarray(0, 32);
    expect(Math.max(...details.subarray(4, 28).map(Math.abs))).toBeLessThan(1e-14);
    const next = waveletCoefficients(
      values.map((v, x) => v * (x / 64)),
      64,
      filter,
      { layers: 1 },
    );
    expect(Math.max(...next.subarray(4, 28).map(Math.abs))).toBeGreaterThan(1e-9);
  }
});

test("Haar's layers are differences of neighbours and of their means, in their places", () => {
  const { matrix, labels, layers } = waveletTransform(8, 'haar');
  expect(layers).toEqual([[4], [2], [1], [1]]);
  expect(labels.map(({ layer, place }) => `${layer}.${place}`).join(' ')).toBe('1.0 1.1 1.2 1.3 2.0 2.1 3.0 4.0');
  const row = (r: number) => [...matrix.data.subarray(8 * r, 8 * r + 8)].map((x) => Math.sign(x));
  expect(row(1)).toEqual([0, 0, 1, -1, 0, 0, 0, 0]);
  expect(row(5)).toEqual([0, 0, 0, 0, 1, 1, -1, -1]);
  expect(row(6)).toEqual([1, 1, 1, 1, -1, -1, -1, -1]);
  expect(row(7)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
});

test('longer filters lie where their place is: over the middle of the sites below it', () => {
  const n = 128;
  for (const filter of ['d4', 'd8', 'd12'] as const) {
    const { matrix, labels } = waveletTransform(n, filter, { layers: 3 });
    labels.forEach(({ layer, place }, r) => {
      if (layer !== 3 || place < 4 || place > 11) return;
      const weights = matrix.data.subarray(r * n, (r + 1) * n).map((x) => x * x);
      const centre = weights.reduce((sum, w, x) => sum + w * x, 0);
      expect(Math.abs(centre - (8 * place + 3.5))).toBeLessThan(8);
    });
  }
});

test('in two dimensions a place has three details, and what is left is smooth', () => {
  const { labels, layers, matrix } = waveletTransform([8, 4], 'd4', { layers: 2 });
  expect(layers).toEqual([
    [4, 2],
    [2, 1],
    [2, 1],
  ]);
  for (const [layer, count] of [
    [1, 24],
    [2, 6],
    [3, 2],
  ]) {
    expect(labels.filter((label) => label.layer === layer).length).toBe(count);
  }
  // The details of a place: low along the first direction and high along the second, the reverse, high along both.
  const [rows, columns] = [8, 4].map((n) => {
    const { resolution } = waveletTransform(n, 'd4', { layers: 1 });
    const taps = (filter: readonly number[]) =>
      Float64Array.from({ length: n }, (_, x) => filter[x + 1] ?? (x === n - 1 ? filter[0]! : 0));
    return { low: taps(resolution.low), high: taps(resolution.high) };
  });
  for (const [kind, first, second] of [
    [0, rows!.low, columns!.high],
    [1, rows!.high, columns!.low],
    [2, rows!.high, columns!.high],
  ] as const) {
    first.forEach((a, x) => {
      second.forEach((b, y) => {
        expect(matrix.data[kind * 32 + 4 * x + y]).toBeCloseTo(a * b, 14);
      });
    });
  }
  const constant = multiplyReal(matrix, { rows: 32, cols: 1, data: new Float64Array(32).fill(1) }).data;
  expect(Math.max(...constant.subarray(0, 30).map(Math.abs))).toBeLessThan(1e-14);
  expect(constant[30]).toBeCloseTo(4, 13);
});

test('what cannot be halved, is not orthogonal or does not exist is named', () => {
  expect(() => waveletTransform(7, 'haar')).toThrow(ShapeError);
  expect(() => waveletTransform(12, 'haar', { layers: 3 })).toThrow('halved for each of 3');
  expect(() => waveletTransform(8192, 'haar')).toThrow('at most 4096');
  expect(() => waveletTransform(8, [0.5, 0.5, 0.5, 0.5])).toThrow(DomainError);
  expect(() => waveletTransform(8, [1, 0, 0])).toThrow('even number of taps');
  expect(() => waveletTransform(8, 'd22' as 'd20')).toThrow('vanishing moments');
  expect(() => daubechiesFilter(1.5)).toThrow('got 1.5');
  expect(() => waveletCoefficients(new Float64Array(3), 4, 'haar')).toThrow('4 numbers');
});
