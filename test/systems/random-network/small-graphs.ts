/** @file Small graphs, and their moments summed over all permutations one by one. */

import fc from 'fast-check';
import type { CapacityGraph } from '../../../src/geometry/capacity-graph.ts';

/** A graph from bonds [from, to, dimension] and legs [tensor, dimension], all of which are the boundary. */
export function graphOf(
  tensors: number,
  bonds: readonly (readonly [number, number, number])[],
  legs: readonly (readonly [number, number])[],
): CapacityGraph {
  const inner = bonds.map(([a, b, D], k) => ({ leg: `b${k}`, from: `n${a}`, to: `n${b}`, capacity: Math.log(D) }));
  const outer = legs.map(([a, d], k) => ({ leg: `s${k}`, from: `n${a}`, to: null, capacity: Math.log(d) }));
  return {
    nodes: Array.from({ length: tensors }, (_, k) => ({ id: `n${k}`, site: k, depth: 1 })),
    edges: [...inner, ...outer],
    boundary: outer.map(({ leg }) => leg),
  };
}

/** Bonds 4, 2, 2 around a triangle, legs 4, 4, 2. */
export const triangle = graphOf(
  3,
  [
    [0, 1, 4],
    [1, 2, 2],
    [0, 2, 2],
  ],
  [
    [0, 4],
    [1, 4],
    [2, 2],
  ],
);

/** A random graph of up to four tensors, loops and parallel bonds included, with real dimensions and four legs. */
export const graphs = fc
  .record({
    tensors: fc.integer({ min: 1, max: 4 }),
    bonds: fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.double({ min: 1, max: 5, noNaN: true })), { maxLength: 6 }),
    legs: fc.array(fc.tuple(fc.nat(3), fc.double({ min: 1, max: 5, noNaN: true })), { minLength: 4, maxLength: 4 }),
  })
  .map(({ tensors, bonds, legs }) =>
    graphOf(
      tensors,
      bonds.map(([a, b, D]) => [a % tensors, b % tensors, D] as const),
      legs.map(([a, d]) => [a % tensors, d] as const),
    ),
  );

export const regionOf = (mask: number, sites: number): readonly number[] =>
  [...Array(sites).keys()].filter((site) => (mask >> site) & 1);

/** All arrangements of 0 … n − 1. */
function arrangements(n: number): readonly (readonly number[])[] {
  if (n === 0) return [[]];
  return arrangements(n - 1).flatMap((rest) =>
    Array.from({ length: n }, (_, at) => [...rest.slice(0, at), n - 1, ...rest.slice(at)]),
  );
}

/** Lengths of the cycles of a⁻¹b. */
function cyclesBetween(a: readonly number[], b: readonly number[]): readonly number[] {
  const left = new Set(a.keys());
  const lengths: number[] = [];
  for (const start of a.keys()) {
    let length = 0;
    for (let k = start; left.delete(k); k = a.indexOf(b[k]!)) length++;
    if (length > 0) lengths.push(length);
  }
  return lengths;
}

/** Σ over all g of Π D^{cycles − n}, and for every edge the same with (n − cycles) as a further factor. */
export function momentByHand(
  { nodes, edges }: CapacityGraph,
  region: ReadonlySet<string>,
  order: number,
  spectra: Readonly<Record<string, readonly number[]>> = {},
): { readonly sum: number; readonly walls: readonly number[] } {
  const group = arrangements(order);
  const identity = [...Array(order).keys()];
  const rotation = identity.map((k) => (k + 1) % order);
  const number = new Map(nodes.map(({ id }, k) => [id, k]));
  const walls = edges.map(() => 0);
  let sum = 0;
  for (let index = 0; index < group.length ** nodes.length; index++) {
    const spins = nodes.map((_, k) => group[Math.floor(index / group.length ** k) % group.length]!);
    let weight = 1;
    const lengths = edges.map(({ leg, from, to, capacity }) => {
      const outside = region.has(leg) ? rotation : identity;
      const cycles = cyclesBetween(spins[number.get(from)!]!, to === null ? outside : spins[number.get(to)!]!);
      const spectrum = spectra[leg];
      weight *=
        spectrum === undefined
          ? Math.exp(capacity) ** (cycles.length - order)
          : cycles.reduce((product, power) => product * spectrum.reduce((trace, p) => trace + p ** power, 0), 1);
      return order - cycles.length;
    });
    sum += weight;
    lengths.forEach((length, edge) => {
      walls[edge] = walls[edge]! + weight * length;
    });
  }
  return { sum, walls: walls.map((wall) => wall / sum) };
}
