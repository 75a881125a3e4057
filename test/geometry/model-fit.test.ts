import { describe, expect, test } from 'vitest';
import { modelFit } from '../../src/geometry/model-fit.ts';

/** Three leaves at distance 1 from a centre; in the plane a triangle of side 2, its corners 2/√3 from the centre. */
const TRIPOD = [
  [0, 1, 1, 1],
  [1, 0, 2, 2],
  [1, 2, 0, 2],
  [1, 2, 2, 0],
];
const MISFIT = 3 * (2 / Math.sqrt(3) - 1) ** 2;

describe('the best space in closed form', () => {
  test('a tripod is hyperbolic; the plane misses it by 2/√3 − 1 at every leaf', () => {
    const { best, fits } = modelFit(TRIPOD);
    const flat = fits.find(({ kind }) => kind === 'euclidean')!;
    expect(flat.stress).toBeCloseTo(Math.sqrt(MISFIT / 15), 12);
    expect(flat.goodness).toBeCloseTo(1 - MISFIT / 1.5, 12); // six distances with the mean 3/2
    expect(best.kind).toBe('hyperbolic');
    expect(best.dimension).toBe(2);
  });

  test('a circle of eight unit arcs has the radius 8/2π, the least that its diameter allows', () => {
    const arcs = Array.from({ length: 8 }, (_, i) =>
      Array.from({ length: 8 }, (_, j) => Math.min(Math.abs(i - j), 8 - Math.abs(i - j))),
    );
    const { best } = modelFit(arcs, 1);
    expect(best).toMatchObject({ kind: 'spherical', dimension: 1 });
    expect(best.radius).toBeCloseTo(8 / (2 * Math.PI), 6);
    expect(best.stress).toBeLessThan(1e-6);
    expect(best.goodness).toBeCloseTo(1, 10);
  });

  test('a straight line is flat in one dimension', () => {
    const line = Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (_, j) => Math.abs(i - j)));
    const { best } = modelFit(line, 1);
    expect(best).toMatchObject({ kind: 'euclidean', radius: Infinity });
    expect(best.stress).toBeLessThan(1e-7);
  });
});
