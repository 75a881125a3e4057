import { describe, expect, test } from 'vitest';
import { entanglementGeometry, procrustesDistance } from '../../src/bulk/entanglement-geometry.ts';
import { entropiesOfGaussian } from '../../src/gaussian/entropies.ts';
import { hopping } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { grid } from '../../src/operator/lattice.ts';

const informationOf = (
  points: readonly (readonly number[])[],
  distance: (a: readonly number[], b: readonly number[]) => number,
) => points.map((a) => points.map((b) => 2 * Math.LN2 * Math.exp(-distance(a, b))));

describe('the geometry of planted information', () => {
  const { uniform, normal } = randomStream(6, 'places');

  test('I = I₀ e^{−d} of points of a plane gives the plane back, flat, and the shuffled one does not', () => {
    const layout = Array.from({ length: 60 }, () => [4 * uniform(), 3 * uniform()]);
    const information = informationOf(layout, (a, b) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!));
    const capacities = new Array<number>(60).fill(Math.LN2);
    const { shape, regge, shuffled, components, infiniteShare } = entanglementGeometry(information, {
      capacities,
      layout,
    });
    expect(components).toHaveLength(1);
    expect(infiniteShare).toBe(0);
    expect(shape!.gapDimension).toBe(2);
    expect(shape!.procrustes).toBeLessThan(1e-6);
    expect(shape!.embedding.negativeShare).toBeLessThan(1e-10);
    expect(regge!.rms).toBeLessThan(1e-6);
    expect(shuffled!.procrustes).toBeGreaterThan(0.8);
    expect(shuffled!.embedding.stress).toBeGreaterThan(0.2);
  });

  test('points of a hyperbolic plane have the signature (1, 2) of cosh κd at their curvature alone', () => {
    const places = Array.from({ length: 50 }, () => {
      const direction = [normal(), normal()];
      const size = Math.sinh(1.2 * uniform()) / Math.hypot(...direction);
      return direction.map((x) => size * x);
    });
    const distance = (a: readonly number[], b: readonly number[]): number =>
      Math.acosh(Math.max(1, Math.hypot(1, ...a) * Math.hypot(1, ...b) - a.reduce((sum, x, k) => sum + x * b[k]!, 0)));
    const diameter = Math.max(...places.flatMap((a) => places.map((b) => distance(a, b))));
    const information = informationOf(places, distance);
    const { shape, regge } = entanglementGeometry(information, { capacities: places.map(() => Math.LN2) });
    const { hyperbolic } = shape!;
    expect(Math.abs(hyperbolic.best - diameter)).toBeLessThan(0.6);
    expect(hyperbolic.share).toBeLessThan(0.3 * hyperbolic.flat);
    expect(regge!.mean).toBeLessThan(0);
  });

  test('components are kept apart, and sites that share nothing are no rounding', () => {
    const far = 1e-13;
    const information = [
      [0, 1, far, 0],
      [1, 0, far, 0],
      [far, far, 0, 0.5],
      [0, 0, 0.5, 0],
    ];
    const { components, infiniteShare, distances, shape } = entanglementGeometry(information);
    expect(components).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(infiniteShare).toBeCloseTo(2 / 3, 12);
    expect(distances[0]![2]).toBeNull();
    expect(distances[0]![1]).toBe(0); // the greatest of all pairs
    expect(distances[2]![3]).toBeCloseTo(Math.LN2, 12);
    expect(shape).toBeNull();
  });
});

test('fermions on a square lattice, staggered potential 1.5: λ₂/λ₃ = 2.8, negative share 0.25, Procrustes 0.19', () => {
  const L = 22;
  const layout = Array.from({ length: L * L }, (_, k) => [k % L, Math.floor(k / L)]);
  const chemicalPotential = layout.map(([x, y]) => ((x! + y!) % 2 ? 1.5 : -1.5));
  const { state } = gaussianGroundState(hopping(grid(L, L), { chemicalPotential }));
  const { information, capacities } = entropiesOfGaussian(state);
  const { shape, shuffled } = entanglementGeometry(information!(), { capacities, layout });
  const { embedding, gapRatio, gapDimension, procrustes } = shape!;
  expect(gapRatio).toBeCloseTo(2.8, 1);
  expect(embedding.eigenvalues[0]! / embedding.eigenvalues[1]!).toBeCloseTo(1, 6);
  expect(embedding.negativeShare).toBeCloseTo(0.25, 2);
  expect(procrustes).toBeCloseTo(0.19, 2);
  expect(gapDimension).toBe(2);
  expect(shuffled!.procrustes).toBeGreaterThan(0.95);
});

test('the Procrustes distance ignores place, turn, reflection and scale, and is 1 for what is unrelated', () => {
  const { normal } = randomStream(1, 'cloud');
  const cloud = Array.from({ length: 40 }, () => [normal(), normal()]);
  expect(
    procrustesDistance(
      cloud.map(([x, y]) => [3 - 2 * y!, 1 + 2 * x!]),
      cloud,
    ),
  ).toBeLessThan(1e-7);
  const other = Array.from({ length: 40 }, () => [normal(), normal()]);
  expect(procrustesDistance(other, cloud)).toBeGreaterThan(0.7);
});

test('tables that are none are refused', () => {
  expect(() => entanglementGeometry([[0, 1], [1]])).toThrow('a square table of 2 rows');
  expect(() => entanglementGeometry([[0]], { capacities: [1, 2] })).toThrow('1 capacities required, got 2');
  expect(() => entanglementGeometry([[Number.NaN]])).toThrow('finite information');
  expect(() => entanglementGeometry([[0]], { dimension: 0 })).toThrow('positive number of dimensions');
});
