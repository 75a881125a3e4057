import { expect, test } from 'vitest';
import { solution } from '../../src/optimise/minimise.ts';
import { endAt, squaredDistance } from '../../src/shooting/end-at.ts';
import { type Picture, pixelGrid } from '../../src/shooting/image-mismatch.ts';
import { gaussianKernel } from '../../src/shooting/kernels.ts';
import { match } from '../../src/shooting/match.ts';
import { matchExactly } from '../../src/shooting/match-exactly.ts';
import { matchingImages } from '../../src/shooting/match-images.ts';
import { landmarkSpace } from '../../src/shooting/point-space.ts';
import { scaleCentroid } from '../../src/shooting/scale-centroid.ts';
import { endOf } from '../../src/shooting/shoot.ts';

const circle = (count: number) => {
  const angles = Array.from({ length: count }, (_, k) => (2 * Math.PI * k) / count);
  return {
    from: Float64Array.from(angles.flatMap((t) => [Math.cos(t), Math.sin(t)])),
    to: Float64Array.from(angles.flatMap((t) => [1.4 * Math.cos(t) + 0.3, 0.6 * Math.sin(t) + 0.2 * Math.cos(2 * t)])),
  };
};

/** An ellipse with an edge as wide as the pixels say. */
const ellipse = (size: number, a: number, b: number, edge: number): Picture => {
  const grid = pixelGrid({ rows: size, columns: size });
  const pixels = Float64Array.from({ length: size * size }, (_, k) => {
    const r = Math.hypot((grid[2 * k]! - 0.5) / a, (grid[2 * k + 1]! - 0.5) / b);
    return 1 / (1 + Math.exp((2 * size * Math.sqrt(a * b) * (r - 1)) / edge));
  });
  return { rows: size, columns: size, pixels };
};

test('circles of 8 and 20 landmarks: lengths 1.19058 and 1.22111, drifts of the mean wave number +4.0 % and −0.7 %', () => {
  for (const [count, length, drift] of [
    [8, 1.19058, 0.04],
    [20, 1.22111, -0.007],
  ] as const) {
    const { from, to } = circle(count);
    const space = landmarkSpace(gaussianKernel(0.7), count);
    const { value } = matchExactly(space, from, endAt(to), { steps: 20 });
    expect(value.length).toBeCloseTo(length, 5);
    expect(value.mismatch).toBeLessThan(1e-12);
    const [first, last] = [value.shot.points[0]!, endOf(value.shot)].map((at) => scaleCentroid(space.scales(at)));
    expect(last! / first! - 1).toBeCloseTo(drift, 3);
  }
});

test('300 landmarks at a price come within a hundredth of their targets without folds', () => {
  const { from, to } = circle(300);
  const space = landmarkSpace(gaussianKernel(0.2), 300);
  const { value } = match(space, from, squaredDistance(to), { maxSteps: 10, valueTolerance: 1e-5 });
  endOf(value.shot).q.forEach((x, k) => {
    expect(Math.abs(x - to[k]!)).toBeLessThan(0.01);
  });
  expect(value.certificate.leastJacobian).toBeGreaterThan(0);
});

test('64 × 64 pixels with 64 control points: less than a hundredth of the mismatch is left, nothing folds', () => {
  const options = {
    pointsAcross: 8,
    kernel: gaussianKernel(0.15),
    weight: 2000,
    valueTolerance: 1e-4,
    maxSteps: 12,
  };
  const { value } = solution(matchingImages(ellipse(64, 0.25, 0.25, 2), ellipse(64, 0.33, 0.19, 2), options));
  expect(value.mismatch / value.before).toBeLessThan(0.01);
  expect(value.certificate.leastJacobian).toBeGreaterThan(0);
  expect(value.certificate.energyDrift).toBeLessThan(1e-10);
});
