import { expect, test } from 'vitest';
import { type DiskPoint, diskDistance } from '../../src/geometry/hyperbolic-disk.ts';
import { modelFit, type SpaceFit } from '../../src/geometry/model-fit.ts';
import { diskFigure } from '../../src/report/disk-figure.ts';
import { brokenNumbers, elementsOf } from '../drawing/well-formed.ts';

/** Eight points of a spiral on the disk. */
const spiral = Array.from({ length: 8 }, (_, k): DiskPoint => {
  const r = 0.3 + 0.08 * k;
  return [r * Math.cos(0.8 * k), r * Math.sin(0.8 * k)];
});
const distances = spiral.map((a) => spiral.map((b) => 2 * diskDistance(a, b)));

test('the sites of a hyperbolic fit are on the disk, with its radius in the caption', () => {
  const fit = modelFit(distances);
  expect(fit.best.kind).toBe('hyperbolic');
  const figure = diskFigure(fit)!;
  expect(brokenNumbers(figure)).toEqual([]);
  expect(figure).toContain(`curvature radius 2.00,`);
  const circles = elementsOf(figure).filter(({ name, attributes }) => name === 'circle' && attributes.r === '11');
  expect(circles.length).toBe(8);
  // The path of neighbours begins at site 0, which lies where the fit has it.
  const [x, y] = fit.best.points![0]!;
  const centre = circles[0]!.attributes;
  expect(Number(centre.cx)).toBeCloseTo(205 + 186 * x!, 1);
  expect(Number(centre.cy)).toBeCloseTo(208 - 186 * y!, 1);
});

test('without a preference for the hyperbolic plane, without points or with points outside there is no disk', () => {
  const { best, fits } = modelFit(distances);
  const { points, ...bare } = best;
  expect(points!.length).toBe(8);
  for (const one of [
    bare,
    { ...best, kind: 'spherical' },
    { ...best, stress: 0.5 },
    { ...best, points: [[1, 1]] },
    { ...best, radius: Number.NaN },
  ]) {
    expect(diskFigure({ best: one as SpaceFit, fits })).toBeNull();
  }
});
