import { expect, test } from 'vitest';
import type { CapacityGraph } from '../../../src/geometry/capacity-graph.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { checkGradient } from '../../../src/optimise/check-gradient.ts';
import { annealedEntropies, annealedResponse } from '../../../src/systems/random-network/annealed-entropies.ts';
import {
  type EntropyDatum,
  fittedGeometry,
  squaredDeviation,
} from '../../../src/systems/random-network/fitted-geometry.ts';
import { permutationSum } from '../../../src/systems/random-network/permutation-sum.ts';
import { graphOf, regionOf, triangle } from './small-graphs.ts';

/** Entropies of all regions that are not complements of each other. */
function tableOf(graph: CapacityGraph): readonly EntropyDatum[] {
  const sites = graph.boundary.length;
  const entropies = annealedEntropies(graph);
  return Array.from({ length: 2 ** (sites - 1) - 1 }, (_, k) => regionOf(k + 1, sites)).map((region) => ({
    region,
    entropy: entropies.entropy(region),
  }));
}

const withBonds = (graph: CapacityGraph, capacity: (k: number) => number): CapacityGraph => ({
  ...graph,
  edges: graph.edges.map((edge, k) => (edge.to === null ? edge : { ...edge, capacity: capacity(k) })),
});

/** A hub with five tensors around it, which also form a ring. */
const wheel = graphOf(
  6,
  [0, 1, 2, 3, 4].flatMap((k) => [[k, (k + 1) % 5, 2] as const, [k, 5, 2] as const]),
  [0, 1, 2, 3, 4].map((k) => [k, 8] as const),
);

test('a planted geometry is found again from its entropies', () => {
  const stream = randomStream(1, 'planted');
  const planted = withBonds(wheel, () => 0.3 + stream.uniform());
  const { value, result } = fittedGeometry(
    withBonds(wheel, () => 0.8),
    tableOf(planted),
  );
  expect(result).toBe('converged');
  expect(value.residual).toBeLessThan(1e-8);
  expect(value.rank).toBe(10);
  for (const { leg, capacity, determined, uncertainty } of value.edges) {
    expect(determined).toBe(true);
    expect(uncertainty).toBeGreaterThan(0);
    expect(capacity).toBeCloseTo(planted.edges.find((edge) => edge.leg === leg)!.capacity, 5);
  }
});

test('a bond that the planted geometry lacks is fitted to 0', () => {
  const planted = withBonds(triangle, (k) => (k === 2 ? 0 : 0.7));
  const { value } = fittedGeometry(triangle, tableOf(planted));
  expect(value.residual).toBeLessThan(1e-6);
  value.edges.forEach(({ capacity }, k) => {
    expect(capacity).toBeCloseTo(k === 2 ? 0 : 0.7, 4);
  });
});

test('bonds in a row and parallel bonds are not determined each, and it is said', () => {
  const graph = graphOf(
    4,
    [
      [0, 1, 4],
      [1, 2, 3],
      [2, 3, 2],
      [2, 3, 2],
    ],
    [
      [0, 3],
      [0, 2],
      [2, 3],
      [3, 4],
    ],
  );
  const { value } = fittedGeometry(graph, tableOf(withBonds(graph, () => 0.9)));
  expect(value.residual).toBeLessThan(1e-6);
  expect(value.rank).toBe(2); // 0–1–2 as a whole, and the sum of both 2–3
  expect(value.edges.map(({ determined }) => determined)).toEqual([false, false, false, false]);
  expect(value.edges.every(({ uncertainty }) => uncertainty === Infinity)).toBe(true);
});

test('what no geometry explains has a residual', () => {
  // Four sites, each pair maximally entangled with the other pair, but no site with another: S(ab) too large for a tree.
  const graph = graphOf(
    2,
    [[0, 1, 2]],
    [
      [0, 2],
      [0, 2],
      [1, 2],
      [1, 2],
    ],
  );
  const table = [
    { region: [0], entropy: 0 },
    { region: [0, 1], entropy: 2 * Math.LN2 },
  ];
  const { value, result } = fittedGeometry(graph, table);
  expect(result).not.toBe('diverged');
  expect(value.residual).toBeGreaterThan(0.3);
  expect(value.greatest).toBeGreaterThanOrEqual(value.residual);
});

test('a fit without data or freedom is refused', () => {
  expect(() => fittedGeometry(wheel, [])).toThrow(/at least one entropy/);
  expect(() => fittedGeometry(wheel, [{ region: [0], entropy: NaN }])).toThrow(/finite entropies/);
  expect(() => fittedGeometry(graphOf(1, [], [[0, 2]]), [{ region: [0], entropy: 0 }])).toThrow(/not fixed/);
});

test('the squared deviation has the gradient that differences give', () => {
  const table = [
    { region: [0], entropy: 0.4 },
    { region: [2], entropy: 0.9 },
  ];
  const squares = (x: Float64Array): Float64Array =>
    Float64Array.from(triangle.edges, ({ capacity }, k) => (k < 3 ? x[k]! ** 2 : capacity));
  const objective = squaredDeviation(permutationSum(triangle), table, [0, 1, 2], squares);
  expect(checkGradient(objective, Float64Array.of(0.8, 1.1, 0.6)).relativeError).toBeLessThan(1e-8);
});

test('the uncertainty of a single bond is the inverse of its response', () => {
  const graph = graphOf(
    2,
    [[0, 1, 2]],
    [
      [0, 4],
      [1, 4],
    ],
  );
  const entropy = annealedEntropies(graph).entropy([0]);
  const { value } = fittedGeometry(
    withBonds(graph, () => 0.5),
    [{ region: [0], entropy }],
  );
  expect(value.edges[0]!.capacity).toBeCloseTo(Math.LN2, 6);
  expect(value.edges[0]!.uncertainty).toBeCloseTo(1 / annealedResponse(graph, [0]).gradient[0]!, 5);
});
