import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathCost } from '../../src/contraction/contraction-cost.ts';
import type { ContractionPath } from '../../src/contraction/contraction-graph.ts';
import { contractionGraph, danglingLegs } from '../../src/contraction/contraction-graph.ts';
import { greedyPath } from '../../src/contraction/contraction-greedy.ts';
import { contractionPath, sequentialPath } from '../../src/contraction/contraction-path.ts';
import { arbitraryHypernetwork } from '../network/random-network.ts';

/** Legs of ⟨a|b⟩ for two chains of n sites, node by node in turn. */
function zipped(n: number): string[][] {
  return Array.from({ length: n }, (_, k) =>
    ['a', 'b'].map((side) => [...(k > 0 ? [`${side}${k}`] : []), `s${k}`, ...(k + 1 < n ? [`${side}${k + 1}`] : [])]),
  ).flat();
}
const chainDimensions = (n: number, bond: number) =>
  Object.fromEntries(
    zipped(n)
      .flat()
      .map((leg) => [leg, leg.startsWith('s') ? 2 : bond]),
  );

test('the cost of a matrix product is eight operations for each of its mnk multiplications', () => {
  const cost = pathCost(
    [
      ['i', 'k'],
      ['k', 'j'],
    ],
    { i: 3, k: 5, j: 7 },
    [[0, 1]],
  );
  expect(cost).toEqual({ flops: 8 * 3 * 5 * 7, peak: 21, writes: 21 });
});

test('a product of three matrices starts with the cheaper pair', () => {
  const dimensions = { a: 2, b: 100, c: 2, d: 100 };
  expect(
    contractionPath(
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
      ],
      dimensions,
    )[0],
  ).toEqual([0, 1]);
  const other = { a: 100, b: 2, c: 100, d: 2 };
  expect(
    contractionPath(
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
      ],
      other,
    )[0],
  ).toEqual([1, 2]);
});

test('the overlap of two matrix-product states costs O(n d χ³), without exponential intermediates', () => {
  for (const n of [16, 64]) {
    const bond = 8;
    const path = contractionPath(zipped(n), chainDimensions(n, bond));
    const { flops, peak } = pathCost(zipped(n), chainDimensions(n, bond), path);
    expect(flops).toBeLessThanOrEqual(8 * n * 2 * 2 * bond ** 3);
    expect(peak).toBeLessThanOrEqual(2 * bond ** 2);
  }
});

test('greedy is never worse than the order of the nodes on a tree whose order is bad', () => {
  // A star of matrices around a centre, leaves listed first: in order, the open centre legs multiply up.
  const legs = [
    ['a', 'x'],
    ['b', 'y'],
    ['c', 'z'],
    ['x', 'y', 'z'],
  ];
  const dimensions = { a: 2, b: 2, c: 2, x: 50, y: 50, z: 50 };
  const greedy = pathCost(legs, dimensions, greedyPath(contractionGraph(legs, dimensions, danglingLegs(legs))));
  expect(greedy.flops).toBeLessThan(pathCost(legs, dimensions, sequentialPath(4)).flops);
  expect(pathCost(legs, dimensions, contractionPath(legs, dimensions)).flops).toBeLessThanOrEqual(greedy.flops);
});

test('the same network gives the same path, and every tensor is used once', () => {
  const n = 9;
  const path = contractionPath(zipped(n), chainDimensions(n, 3));
  expect(contractionPath(zipped(n), chainDimensions(n, 3))).toEqual(path);
  const used = path.flat().sort((a, b) => a - b);
  expect(used).toEqual(Array.from({ length: 4 * n - 2 }, (_, k) => k));
});

/** The least operations of any pairwise path, by trying them all, straight from the definition of a step's cost. */
function bruteForce(
  legs: readonly (readonly string[])[],
  dimensions: Record<string, number>,
  output: readonly string[],
) {
  let best = Number.POSITIVE_INFINITY;
  for (let a = 0; a < legs.length; a++) {
    for (let b = a + 1; b < legs.length; b++) {
      const rest = legs.filter((_, index) => index !== a && index !== b);
      const union = [...new Set([...legs[a]!, ...legs[b]!])];
      const kept = union.filter((leg) => output.includes(leg) || rest.some((other) => other.includes(leg)));
      const flops = 8 * union.reduce((volume, leg) => volume * dimensions[leg]!, 1);
      best = Math.min(best, flops + bruteForce([...rest, kept], dimensions, output));
    }
  }
  return legs.length < 2 ? 0 : best;
}

test('a path of up to nine tensors is optimal: no sequence of pairs needs fewer operations', () => {
  fc.assert(
    fc.property(arbitraryHypernetwork(6), ({ legs, dimensions, output }) => {
      // A leg on one tensor only that is not kept is summed over beforehand.
      const reduced = legs.map((own) =>
        own.filter((leg) => output.includes(leg) || legs.filter((other) => other.includes(leg)).length > 1),
      );
      const path = contractionPath(legs, dimensions, output, { minimise: 'operations' });
      const { flops } = pathCost(legs, dimensions, path, output);
      expect(flops).toBeCloseTo(bruteForce(reduced, dimensions, output), 6);
    }),
    { seed: 21, numRuns: 60 },
  );
});

/** A random connected multigraph: a tree with more edges. */
const arbitraryGraph = fc
  .record({
    parents: fc.array(fc.nat(1000), { minLength: 9, maxLength: 40 }),
    extra: fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 3, maxLength: 30 }),
    sizes: fc.infiniteStream(fc.integer({ min: 2, max: 5 })),
  })
  .map(({ parents, extra, sizes }) => {
    const count = parents.length + 1;
    const edges = [
      ...parents.map((parent, k) => [k + 1, parent % (k + 1)] as const),
      ...extra.map(([a, b]) => [a % count, b % count] as const).filter(([a, b]) => a !== b),
    ];
    const legs: string[][] = Array.from({ length: count }, () => []);
    edges.forEach(([a, b], k) => {
      legs[a]!.push(`e${k}`);
      legs[b]!.push(`e${k}`);
    });
    return { legs, dimensions: Object.fromEntries(edges.map((_, k) => [`e${k}`, sizes.next().value as number])) };
  });

test('no search is worse than greedy, and refinement is not worse than the search without it', () => {
  fc.assert(
    fc.property(arbitraryGraph, fc.nat(5), ({ legs, dimensions }, seed) => {
      const cost = (path: ContractionPath) => pathCost(legs, dimensions, path).flops;
      const greedy = cost(greedyPath(contractionGraph(legs, dimensions, [])));
      const searched = cost(contractionPath(legs, dimensions, [], { seed, steps: 0, minimise: 'operations' }));
      const refinedPath = contractionPath(legs, dimensions, [], { seed, steps: 300, minimise: 'operations' });
      // Every tensor and every product but the last is used exactly once.
      const used = refinedPath.flat().sort((x, y) => x - y);
      expect(used).toEqual(Array.from({ length: 2 * legs.length - 2 }, (_, k) => k));
      const refined = cost(refinedPath);
      expect(searched).toBeLessThanOrEqual(greedy);
      expect(refined).toBeLessThanOrEqual(searched);
    }),
    { seed: 22, numRuns: 40 },
  );
});

/** A grid of side × side tensors. */
function grid(side: number): string[][] {
  const legs: string[][] = Array.from({ length: side * side }, () => []);
  for (let i = 0; i < side * side; i++) {
    for (const [name, j, inside] of [
      ['h', i + 1, (i + 1) % side > 0],
      ['v', i + side, i + side < side * side],
    ] as const) {
      if (!inside) continue;
      legs[i]!.push(`${name}${i}`);
      legs[j]!.push(`${name}${i}`);
    }
  }
  return legs;
}

test('annealing with subtree rearrangement finds the optimum of a 4 × 4 grid, which dynamic programming knows', () => {
  const legs = grid(4);
  const dimensions = Object.fromEntries(legs.flat().map((leg) => [leg, 4]));
  const optimal = pathCost(
    legs,
    dimensions,
    contractionPath(legs, dimensions, [], { optimal: 16, minimise: 'operations' }),
  );
  const annealed = pathCost(
    legs,
    dimensions,
    contractionPath(legs, dimensions, [], { steps: 20_000, minimise: 'operations' }),
  );
  expect(annealed.flops).toBe(optimal.flops);
});

test('a budget of steps and a seed fix the path; a budget of time is kept', () => {
  const legs = grid(7);
  const dimensions = Object.fromEntries(legs.flat().map((leg) => [leg, 2]));
  const renamed = legs.map((own) => own.map((leg) => `other ${leg}`)); // the same structure: also the same memory
  const options = { steps: 3000, seed: 5 };
  const path = contractionPath(legs, dimensions, [], options);
  expect(contractionPath(renamed, Object.fromEntries(renamed.flat().map((leg) => [leg, 2])), [], options)).toBe(path);
  expect(contractionPath(legs, dimensions, [], { ...options, restarts: 6 })).toEqual(path); // searched anew
  const start = performance.now();
  contractionPath(legs, dimensions, [], { milliseconds: 100 });
  expect(performance.now() - start).toBeLessThan(1000);
});

test('misuse of the search is named', () => {
  const dimensions = { a: 2 };
  expect(() => contractionPath([['a'], ['a']], {})).toThrow(/leg 'a' needs a dimension/);
  expect(() => contractionPath([['a', 'a']], dimensions)).toThrow(/a leg once on a tensor/);
  expect(() => contractionPath([['a']], dimensions, ['b'])).toThrow(/output leg 'b' lies on no tensor/);
  expect(() => contractionPath([['a']], dimensions, ['a', 'a'])).toThrow(/a leg once in/);
  expect(() => contractionPath([['a'], ['a']], dimensions, [], { optimal: 30 })).toThrow(/optimal ≤ 18, got 30/);
});
