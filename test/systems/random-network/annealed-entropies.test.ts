import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CapacityGraph } from '../../../src/geometry/capacity-graph.ts';
import { minimalCut } from '../../../src/geometry/minimal-cut.ts';
import { checkGradient } from '../../../src/optimise/check-gradient.ts';
import {
  annealedEntropies,
  annealedResponse,
  annealedResponses,
} from '../../../src/systems/random-network/annealed-entropies.ts';
import { permutationSum } from '../../../src/systems/random-network/permutation-sum.ts';
import { graphOf, graphs, momentByHand, regionOf, triangle } from './small-graphs.ts';

const namesOf = (graph: CapacityGraph, region: readonly number[]): ReadonlySet<string> =>
  new Set(region.map((site) => graph.boundary[site]!));

describe('annealed entropies', () => {
  test('of a triangle with bonds 4, 2, 2 and legs 4, 4, 2: the purity of the first leg is 19/36', () => {
    expect(Math.exp(-annealedEntropies(triangle).entropy([0]))).toBeCloseTo(19 / 36, 14);
  });

  test('of two tensors with bond 3 and legs 3 and 4: the third moment is 0.636914', () => {
    const graph = graphOf(
      2,
      [[0, 1, 3]],
      [
        [0, 3],
        [1, 4],
      ],
    );
    expect(Math.exp(-2 * annealedEntropies(graph, { order: 3 }).entropy([0]))).toBeCloseTo(0.636914, 6);
  });

  test('of one tensor are those of Lubkin, and its third moment has a closed form', () => {
    for (const [a, b] of [
      [2, 2],
      [2, 3],
      [5, 4],
      [17, 1],
    ] as const) {
      const graph = graphOf(
        1,
        [],
        [
          [0, a],
          [0, b],
        ],
      );
      expect(Math.exp(-annealedEntropies(graph).entropy([0]))).toBeCloseTo((a + b) / (a * b + 1), 14);
      const third = (a * a + 3 * a * b + b * b + 1) / ((a * b + 1) * (a * b + 2));
      expect(Math.exp(-2 * annealedEntropies(graph, { order: 3 }).entropy([0]))).toBeCloseTo(third, 14);
    }
  });

  test.each([
    [2, 20],
    [3, 6],
    [4, 1],
  ])('of order %i are the sum over all permutations of all tensors', (order, numRuns) => {
    fc.assert(
      fc.property(graphs, fc.nat(15), (graph, mask) => {
        fc.pre(order < 4 || graph.nodes.length < 3);
        const region = regionOf(mask, 4);
        const [above, below] = [namesOf(graph, region), new Set<string>()].map((set) =>
          momentByHand(graph, set, order),
        );
        const { entropy, gradient } = annealedResponse(graph, region, { order });
        expect(entropy).toBeCloseTo(Math.log(above!.sum / below!.sum) / (1 - order), 10);
        expect(annealedEntropies(graph, { order }).entropy(region)).toBeCloseTo(entropy, 10);
        graph.edges.forEach((_, edge) => {
          expect(gradient[edge]).toBeCloseTo((above!.walls[edge]! - below!.walls[edge]!) / (order - 1), 10);
        });
      }),
      { seed: 1, numRuns },
    );
  });

  test.each([2, 3])(
    'with states that enter the network are the sum over permutations with traces by cycles, n = %i',
    (order) => {
      fc.assert(
        fc.property(graphs, fc.nat(3), fc.double({ min: 0, max: 1, noNaN: true }), (graph, mask, p) => {
          const open: CapacityGraph = { ...graph, boundary: ['s0', 's1'] };
          const options = { order, inputs: { s2: [p, 1 - p] }, references: ['s3'] };
          const region = [...regionOf(mask, 2), 2]; // the reference, too
          const names = new Set([...region.slice(0, -1).map((site) => open.boundary[site]!), 's3']);
          const byHand =
            momentByHand(open, names, order, options.inputs).sum /
            momentByHand(open, new Set(), order, options.inputs).sum;
          expect(annealedEntropies(open, options).entropy(region)).toBeCloseTo(Math.log(byHand) / (1 - order), 10);
        }),
        { seed: 2, numRuns: 8 },
      );
    },
  );

  test('a leg that is not named is traced out: the same as a maximally mixed input', () => {
    const open: CapacityGraph = { ...triangle, boundary: ['s0', 's1'] };
    const mixed = annealedEntropies(open, { inputs: { s2: [0.5, 0.5] } });
    for (const region of [[0], [1], [0, 1]]) {
      expect(annealedEntropies(open).entropy(region)).toBeCloseTo(mixed.entropy(region), 14);
    }
    expect(mixed.entropy([0, 1])).toBeGreaterThan(0.1);
    const inputs = { s2: [0.5, 0.5] };
    expect(annealedResponse(open, [0], { inputs }).gradient.at(-1)).toBe(0); // its spectrum is given
    expect(annealedEntropies(open, { inputs: { s2: [1] } }).entropy([0, 1])).toBeCloseTo(0, 14); // pure
  });

  test('have the gradient that differences give', () => {
    const sum = permutationSum(triangle, { order: 3 });
    const start = Float64Array.from(triangle.edges, ({ capacity }) => capacity);
    const objective = (x: Float64Array) => {
      const { entropy, gradient } = annealedResponses(sum, [[0]], x)[0]!;
      return { value: entropy, gradient };
    };
    const { relativeError, taylorOrder } = checkGradient(objective, start);
    expect(relativeError).toBeLessThan(1e-9);
    expect(taylorOrder).toBeGreaterThan(1.9);
  });

  test('lie between 0 and the minimal cut, are those of the complement, and grow with every bond', () => {
    fc.assert(
      fc.property(graphs, fc.nat(15), (graph, mask) => {
        const region = regionOf(mask, 4);
        const { entropy, gradient } = annealedResponse(graph, region);
        expect(entropy).toBeGreaterThanOrEqual(-1e-12);
        expect(entropy).toBeLessThanOrEqual(minimalCut(graph, region).area + 1e-12);
        expect(annealedEntropies(graph).entropy(regionOf(15 - mask, 4))).toBeCloseTo(entropy, 10);
        for (const slope of gradient) expect(slope).toBeGreaterThan(-1e-12); // Griffiths' second inequality
      }),
      { seed: 4, numRuns: 30 },
    );
  });

  test('do not underflow: bonds of dimension e^1000 give the minimal cut less ln of the number of cuts', () => {
    const chain: CapacityGraph = graphOf(
      60,
      Array.from({ length: 59 }, (_, k) => [k, k + 1, 2] as const),
      Array.from({ length: 60 }, (_, k) => [k, 2] as const),
    );
    const huge = { ...chain, edges: chain.edges.map((edge) => ({ ...edge, capacity: 1000 })) };
    const every = (step: number) => huge.boundary.map((_, k) => k).filter((k) => k % step === 0);
    // Legs 0, 3, 6, …: each alone is cut off at its own leg, the first at the leg or at the bond.
    expect(annealedEntropies(huge).entropy(every(3))).toBeCloseTo(20_000 - Math.LN2, 8);
    expect(annealedEntropies(huge, { order: 3 }).entropy([30])).toBeCloseTo(1000, 9);
  });

  test('are labelled by their order, and remember the dimensions of boundary and references', () => {
    const open: CapacityGraph = { ...triangle, boundary: ['s0', 's1'] };
    const entropies = annealedEntropies(open, { order: 3, references: ['s2'] });
    expect(entropies).toMatchObject({ boundary: 2, references: 1, kind: 'annealed-Rényi-3' });
    expect(entropies.capacities.map(Math.exp).map(Math.round)).toEqual([4, 4, 2]);
    expect(annealedEntropies(open).kind).toBe('annealed-Rényi-2');
  });

  test('of graphs too wide are refused before memory is taken, and what is wrong is named', () => {
    const complete = Array.from({ length: 12 }, (_, a) =>
      Array.from({ length: a }, (_, b) => [a, b, 2] as const),
    ).flat();
    expect(() => annealedEntropies(graphOf(12, complete, [[0, 2]]), { order: 4 })).toThrow(/near enough to a tree/);
    expect(() => annealedEntropies(triangle, { order: 6 })).toThrow(/degree from 2 to 5/);
    expect(() => annealedEntropies(triangle, { references: ['b0'] })).toThrow(/'b0'/);
    expect(() => annealedEntropies(triangle, { inputs: { s0: [1] } })).toThrow(/'s0'/);
    const open: CapacityGraph = { ...triangle, boundary: ['s0'] };
    expect(() => annealedEntropies(open, { inputs: { s1: [0.5, 0.4] } })).toThrow(/sum 1/);
    expect(() => annealedEntropies(triangle).entropy([3])).toThrow(/3/);
    expect(() => annealedResponse(triangle, [3])).toThrow(/sites below 3/);
    const edges = triangle.edges.map((edge) => ({ ...edge, capacity: -1 }));
    expect(() => annealedEntropies({ ...triangle, edges })).toThrow(/capacities ≥ 0/);
  });
});
