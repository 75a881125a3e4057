import { describe, expect, test } from 'vitest';
import { checkGradient } from '../../src/optimise/check-gradient.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { endAt, squaredDistance } from '../../src/shooting/end-at.ts';
import { imageMismatch, type Picture, pixelGrid, pulledBack, sampled } from '../../src/shooting/image-mismatch.ts';
import { gaussianKernel } from '../../src/shooting/kernels.ts';
import { match } from '../../src/shooting/match.ts';
import { matchExactly } from '../../src/shooting/match-exactly.ts';
import { controlPoints, matchingImages } from '../../src/shooting/match-images.ts';
import { landmarkSpace } from '../../src/shooting/point-space.ts';
import { numbers } from './spaces.ts';

/** An ellipse with a soft edge in a square of pixels. */
const ellipse = (size: number, a: number, b: number): Picture => ({
  rows: size,
  columns: size,
  pixels: Float64Array.from(
    pixelGrid({ rows: size, columns: size }).filter((_, k) => k % 2 === 0),
    (x, k) => {
      const y = (Math.floor(k / size) + 0.5) / size;
      return 1 / (1 + Math.exp(2 * size * Math.sqrt(a * b) * (Math.hypot((x - 0.5) / a, (y - 0.5) / b) - 1)));
    },
  ),
});

describe('pictures', () => {
  const slope: Picture = { rows: 2, columns: 3, pixels: Float64Array.of(0, 1, 2, 10, 11, 12) };

  test('are bilinear between the centres of pixels and constant beyond them', () => {
    expect(sampled(slope, 0.5, 1 / 3)).toEqual({ value: 6, dx: 3, dy: 30 }); // a pixel is a third
    expect(sampled(slope, -1, 1 / 6).value).toBe(0);
    expect(sampled(slope, 2, 5 / 6)).toMatchObject({ value: 12, dx: 0 });
    expect([...pulledBack(slope, pixelGrid(slope), slope).pixels]).toEqual([...slope.pixels]);
  });

  test('differ by an integral with the gradient that it says, and the curvature of a sum of squares', () => {
    const picture: Picture = { rows: 4, columns: 4, pixels: numbers(16, 1) };
    const { objective, curvature } = imageMismatch(picture, { ...picture, pixels: numbers(16, 2) }, 1);
    const q = numbers(34, 3).map((x, k) => (k < 2 ? 0 : 0.5 + 0.3 * x));
    expect(checkGradient(objective, q, { step: 1e-6 }).relativeError).toBeLessThan(1e-6);
    const [u, v] = [numbers(34, 4), numbers(34, 5)];
    const bent = curvature!(q);
    const inner = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
    expect(inner(u, bent(v))).toBeCloseTo(inner(v, bent(u)), 12);
  });

  test('of different size, without pixels or with values that are none are refused', () => {
    const none: Picture = { rows: 0, columns: 0, pixels: new Float64Array() };
    expect(() => imageMismatch(slope, ellipse(4, 0.2, 0.2), 1)).toThrow(
      'pictures of one size required, got 2 × 3 and 4 × 4',
    );
    expect(() => imageMismatch(none, none, 1)).toThrow('at least one, got 0');
    const wrong = { ...slope, pixels: slope.pixels.map(() => NaN) };
    expect(() => imageMismatch(slope, wrong, 1)).toThrow('finite grey values required, got NaN');
  });

  test('a disc becomes an ellipse without folds', () => {
    const [disc, target] = [ellipse(12, 0.25, 0.25), ellipse(12, 0.32, 0.2)];
    const options = { pointsAcross: 4, weight: 500, valueTolerance: 1e-5, steps: 5, maxSteps: 12 };
    const { value } = solution(matchingImages(disc, target, options));
    expect(value.mismatch / value.before).toBeLessThan(0.01);
    expect(value.certificate.leastJacobian).toBeGreaterThan(0.5);
    expect(value.certificate.coadjointResidual).toBeLessThan(1e-12);
    // The motion begins at the first picture and ends at the match; a point of it goes where the picture goes.
    expect(value.pictureAt(0).pixels).toEqual(pulledBack(disc, pixelGrid(disc), disc).pixels);
    const { objective } = imageMismatch(disc, target, 0);
    const missed = value.pictureAt(1).pixels.reduce((sum, x, k) => sum + (x - target.pixels[k]!) ** 2 / 288, 0);
    expect(missed).toBeCloseTo(value.mismatch, 8);
    expect(objective(pixelGrid(disc)).value).toBeCloseTo(value.before, 12);
    const [x] = value.movedAt(1, Float64Array.of(0.74, 0.5));
    expect(x).toBeGreaterThan(0.77); // the end of the long axis
    expect(controlPoints(disc, 4)).toHaveLength(32);
  });
});

test('a match at a price tends to the exact one, by Newton’s steps as by L-BFGS', () => {
  const space = landmarkSpace(gaussianKernel(0.8), 3);
  const [from, to] = [Float64Array.of(0, 0, 1, 0, 0, 1), Float64Array.of(0.2, 0.1, 1.5, 0.3, -0.2, 1.4)];
  const exact = matchExactly(space, from, endAt(to)).value;
  const newton = match(space, from, squaredDistance(to), { weight: 1e5 });
  const { objective } = squaredDistance(to);
  const plain = match(space, from, { objective }, { weight: 1e5 });
  expect(newton.value.length).toBeCloseTo(exact.length, 4);
  expect(plain.value.length).toBeCloseTo(newton.value.length, 5);
  expect(newton.value.length).toBeLessThan(exact.length);
  expect(newton.steps).toBeLessThan(plain.steps);
});
