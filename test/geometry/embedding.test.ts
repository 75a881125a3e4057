import { describe, expect, test } from 'vitest';
import { gaussianDistances } from '../../src/bulk/information-distances.ts';
import { hyperbolicity } from '../../src/geometry/hyperbolicity.ts';
import { modelFit } from '../../src/geometry/model-fit.ts';
import { embeddingDimension, multidimensionalScaling } from '../../src/geometry/multidimensional-scaling.ts';
import { randomStream } from '../../src/linalg/random.ts';

type Point = readonly number[];
const POINTS = 24;
const stream = (seed: number) => randomStream(seed, 'points of a space');
const table = (points: readonly Point[], distance: (a: Point, b: Point) => number) =>
  points.map((a, i) => points.map((b, j) => (i === j ? 0 : distance(a, b))));
const dot = (a: Point, b: Point): number => a.reduce((sum, x, k) => sum + x * b[k]!, 0);

const flat = (dimension: number, seed = 1) => {
  const { normal } = stream(seed);
  const points = Array.from({ length: POINTS }, () => Array.from({ length: dimension }, () => normal()));
  return table(points, (a, b) => Math.hypot(...a.map((x, k) => x - b[k]!)));
};
const sphere = (radius: number, seed = 2) => {
  const { normal } = stream(seed);
  const points = Array.from({ length: POINTS }, () => {
    const p = [normal(), normal(), normal()];
    return p.map((x) => x / Math.hypot(...p));
  });
  return table(points, (a, b) => radius * Math.acos(Math.max(-1, Math.min(1, dot(a, b)))));
};
const hyperbolic = (radius: number, reach: number, seed = 3) => {
  const { uniform } = stream(seed);
  const points = Array.from({ length: POINTS }, () => {
    const [r, phi] = [reach * Math.sqrt(uniform()), 2 * Math.PI * uniform()];
    return [Math.cosh(r), Math.sinh(r) * Math.cos(phi), Math.sinh(r) * Math.sin(phi)];
  });
  return table(points, (a, b) => radius * Math.acosh(Math.max(1, a[0]! * b[0]! - a[1]! * b[1]! - a[2]! * b[2]!)));
};
/** What a state would tell: mutual information that decays as a Gaussian of the distance, times a factor near one. */
const throughInformation = (distances: readonly (readonly number[])[], length: number, noise: number) => {
  const { normal } = stream(9);
  const greatest = 2 * Math.log(2);
  const information = distances.map((row) => row.map((d) => greatest * Math.exp(-((d / length) ** 2))));
  distances.forEach((_, i) => {
    for (let j = 0; j < i; j++) {
      information[i]![j] = information[i]![j]! * Math.exp(noise * normal());
      information[j]![i] = information[i]![j]!;
    }
  });
  return gaussianDistances(information, new Array(distances.length).fill(2), length).map((row) => row.map((d) => d!));
};

describe('multidimensional scaling', () => {
  test.each([1, 2, 3, 4])('finds %d dimensions and the distances exactly in Euclidean space', (dimension) => {
    const distances = flat(dimension);
    const embedding = multidimensionalScaling(distances, dimension);
    expect(embeddingDimension(embedding)).toBe(dimension);
    expect(embedding.stress).toBeLessThan(1e-7);
    expect(embedding.negativeShare).toBeLessThan(1e-12);
  });

  test('embeds a square in two dimensions with equal eigenvalues, a tripod not isometrically', () => {
    const side = Math.SQRT2;
    const square = [
      [0, 1, side, 1],
      [1, 0, 1, side],
      [side, 1, 0, 1],
      [1, side, 1, 0],
    ];
    const { eigenvalues, participation, points } = multidimensionalScaling(square);
    expect(eigenvalues[0]).toBeCloseTo(1, 12);
    expect(eigenvalues[1]).toBeCloseTo(1, 12);
    expect(participation).toBeCloseTo(2, 10);
    expect(Math.hypot(...points[0]!.map((x, k) => x - points[2]![k]!))).toBeCloseTo(side, 12);
    const tripod = [
      [0, 1, 1, 1],
      [1, 0, 2, 2],
      [1, 2, 0, 2],
      [1, 2, 2, 0],
    ];
    expect(multidimensionalScaling(tripod).negativeShare).toBeGreaterThan(0.01);
  });

  test('needs a table of distances', () => {
    expect(() =>
      multidimensionalScaling([
        [0, 1],
        [2, 0],
      ]),
    ).toThrow(/symmetric/);
    expect(() =>
      multidimensionalScaling([
        [0, Infinity],
        [Infinity, 0],
      ]),
    ).toThrow(/finite/);
  });
});

describe('the best space', () => {
  test('has the right curvature and radius for exact distances', () => {
    expect(modelFit(flat(2)).best).toMatchObject({ kind: 'euclidean', radius: Infinity });
    const round = modelFit(sphere(1.7)).best;
    expect(round.kind).toBe('spherical');
    expect(round.radius).toBeCloseTo(1.7, 3);
    expect(round.goodness).toBeGreaterThan(0.999999);
    const saddle = modelFit(hyperbolic(0.8, 2)).best;
    expect(saddle.kind).toBe('hyperbolic');
    expect(saddle.radius).toBeCloseTo(0.8, 3);
    expect(saddle.stress).toBeLessThan(1e-4);
  });

  test.each([
    ['euclidean', flat(2), 1.5],
    ['spherical', sphere(1), 1],
    ['hyperbolic', hyperbolic(1, 2), 1.5],
  ] as const)('comes back %s, in two dimensions, from noisy mutual information', (kind, distances, length) => {
    const recovered = throughInformation(distances, length, 0.03);
    const { best, fits } = modelFit(recovered);
    expect(best.kind).toBe(kind);
    expect(best.goodness).toBeGreaterThan(0.98);
    if (kind !== 'euclidean') expect(Math.abs(best.radius - 1)).toBeLessThan(0.15);
    expect(fits.map(({ stress }) => stress)).toEqual([...fits.map(({ stress }) => stress)].sort((a, b) => a - b));
    // Dimension: the fit improves greatly from one to two dimensions, little from two to three.
    const stress = [1, 2, 3].map(
      (dimension) => modelFit(recovered, dimension).fits.find((fit) => fit.kind === kind)!.stress,
    );
    expect(stress[1]).toBeLessThan(stress[0]! / 3);
    expect(stress[2]).toBeGreaterThan(stress[1]! / 3);
  });
});

describe('Gromov hyperbolicity', () => {
  test('is at most log 2 in the hyperbolic plane, more for flat points of the same diameter', () => {
    const saddle = hyperbolic(1, 5);
    const own = hyperbolicity(saddle);
    expect(own.delta).toBeLessThanOrEqual(Math.LN2);
    const plane = flat(2);
    const scale = Math.max(...saddle.flat()) / Math.max(...plane.flat());
    expect(hyperbolicity(plane.map((row) => row.map((d) => scale * d))).relative).toBeGreaterThan(own.relative);
  });
});
