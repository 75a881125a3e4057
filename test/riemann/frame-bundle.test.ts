import { describe, expect, test } from 'vitest';
import type { RealMatrix } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { multiplyReal, realIdentity, transposeReal } from '../../src/linalg/real-product.ts';
import {
  boost,
  frameJacobian,
  frameOfMetric,
  lorentzBetween,
  metricOfFrame,
  splitFrameChange,
  wignerRotation,
} from '../../src/riemann/frame-bundle.ts';

const stream = randomStream(3, 'frames');
/** Near the identity: its axes are well apart, so that nothing cancels. */
const random = (): RealMatrix => ({
  rows: 4,
  cols: 4,
  data: Float64Array.from({ length: 16 }, (_, at) => Number(at % 5 === 0) + 0.25 * stream.normal()),
});
const close = (a: RealMatrix, b: RealMatrix, digits: number): void =>
  a.data.forEach((x, k) => {
    expect(x).toBeCloseTo(b.data[k]!, digits);
  });
const diagonal = (...values: readonly number[]): RealMatrix => ({
  rows: 4,
  cols: 4,
  data: Float64Array.from({ length: 16 }, (_, at) => (at % 5 === 0 ? values[at / 5]! : 0)),
});

describe('frames', () => {
  const frames = [random(), random(), random()];

  test('of Minkowski space are the identity, up to the order of axes', () => {
    expect([...metricOfFrame(realIdentity(4)).data]).toEqual([...diagonal(-1, 1, 1, 1).data]);
    close(metricOfFrame(frameOfMetric(diagonal(-4, 1, 9, 2))), diagonal(-4, 1, 9, 2), 14);
  });

  test('of one metric differ by a Lorentz transformation', () => {
    for (const W of frames) {
      const other = frameOfMetric(metricOfFrame(W));
      close(metricOfFrame(other), metricOfFrame(W), 13);
      const { transformation, defect } = lorentzBetween(W, other);
      expect(defect).toBeLessThan(1e-13);
      close(multiplyReal(W, transformation), other, 12);
    }
    expect(lorentzBetween(frames[0]!, frames[1]!).defect).toBeGreaterThan(0.1);
  });

  test('have ten directions of the metric and six of Lorentz transformations', () => {
    for (const W of frames) {
      const { matrix, rank } = frameJacobian(W);
      expect(rank).toBe(10);
      const change = random();
      const { fibre, base } = splitFrameChange(W, change);
      const along = (part: RealMatrix): Float64Array =>
        multiplyReal(matrix, { rows: 16, cols: 1, data: multiplyReal(W, part).data }).data;
      along(fibre).forEach((x) => {
        expect(x).toBeCloseTo(0, 12);
      });
      // δg by a difference, row by row of the upper triangle
      const h = 1e-6;
      const at = (s: number) => metricOfFrame({ ...W, data: W.data.map((x, k) => x + s * change.data[k]!) }).data;
      const [ahead, behind] = [at(h), at(-h)];
      const upper = [0, 1, 2, 3, 5, 6, 7, 10, 11, 15].map((k) => (ahead[k]! - behind[k]!) / (2 * h));
      along(base).forEach((x, k) => {
        expect(x).toBeCloseTo(upper[k]!, 6);
      });
    }
  });

  test('of other signatures do not exist, singular ones are refused', () => {
    expect(() => frameOfMetric(diagonal(1, 1, 1, 1))).toThrow('signature (−+++) required, got (++++)');
    expect(() => frameOfMetric(diagonal(-1, -1, 1, 1))).toThrow('got (−−++)');
    expect(() => frameOfMetric(diagonal(-1, 0, 1, 1))).toThrow('got (−0++)');
    expect(() => lorentzBetween(diagonal(1, 1, 1, 0), realIdentity(4))).toThrow('got a singular one');
    expect(() => metricOfFrame({ rows: 3, cols: 3, data: new Float64Array(9) })).toThrow('a 4 × 4 matrix required');
  });
});

describe('boosts', () => {
  test('that are perpendicular turn by cos angle = (cosh a + cosh b)/(1 + cosh a cosh b)', () => {
    for (const [a, b] of [
      [0.3, 0.7],
      [1.2, 2.1],
      [3, 2.5],
    ] as const) {
      const product = multiplyReal(boost([a, 0, 0]), boost([0, b, 0]));
      const { angle, rotation, boost: rest } = wignerRotation(product);
      expect(Math.cos(angle)).toBeCloseTo((Math.cosh(a) + Math.cosh(b)) / (1 + Math.cosh(a) * Math.cosh(b)), 10);
      close(multiplyReal(rotation, rest), product, 8);
      close(multiplyReal(rotation, transposeReal(rotation)), realIdentity(4), 10);
    }
  });

  test('along one line add their rapidities and turn nothing', () => {
    const product = multiplyReal(boost([0.4, 0.8, 0]), boost([0.2, 0.4, 0]));
    close(product, boost([0.6, 1.2, 0]), 13);
    expect(wignerRotation(product).angle).toBeLessThan(1e-7);
  });

  test('what reverses time or is no transformation is refused', () => {
    expect(() => wignerRotation(diagonal(-1, 1, 1, 1))).toThrow('reverses neither time nor space');
    expect(() => wignerRotation(diagonal(1, 1, 1, -1))).toThrow('reverses neither time nor space');
    expect(() => wignerRotation(diagonal(2, 1, 1, 1))).toThrow('got a defect of 3');
  });
});
