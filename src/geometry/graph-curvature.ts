/** @file Curvature of graphs: Ollivier's, from how neighbourhoods are transported, and Regge's, from missing angles. */

import { DomainError } from '../errors.ts';
import { shortestPaths } from './shortest-paths.ts';

/** An undirected graph on the nodes 0 … nodes − 1 with lengths of its edges. */
export interface WeightedGraph {
  readonly nodes: number;
  readonly edges: readonly (readonly [from: number, to: number, length: number])[];
}

/** Shortest distances between the nodes; Infinity where no path leads. */
export function graphDistances({ nodes, edges }: WeightedGraph): readonly (readonly number[])[] {
  const direct = Array.from({ length: nodes }, (_, a) =>
    Array.from({ length: nodes }, (_, b): number | null => (a === b ? 0 : null)),
  );
  for (const [a, b, length] of edges) {
    if (!(length > 0)) throw new DomainError(`graph: edges of positive length required, got ${length}`);
    direct[a]![b] = Math.min(direct[a]![b] ?? Infinity, length);
    direct[b]![a] = direct[a]![b]!;
  }
  return shortestPaths(direct).map((row) => row.map((value) => value ?? Infinity));
}

/**
 * Ollivier–Ricci curvature of every edge,
 *
 *     κ(x, y) = 1 − W₁(μ_x, μ_y)/d(x, y),
 *
 * with μ_x the walk that stays with probability `idleness` and else steps to a neighbour, all alike, and W₁ the exact
 * cost of transport between the two. Positive where neighbourhoods are nearer to each other than their centres.
 *
 * @param idleness - in [0, 1); default 0. κ/(1 − idleness) is that of Lin, Lu & Yau once idleness ≥ 1/(1 + degree).
 * @returns κ in the order of the edges
 *
 * Cost O(nodes³) for distances and O(degree⁴) for each edge at worst.
 *
 * @see Ollivier, J. Funct. Anal. 256, 810 (2009); Lin, Lu & Yau, Tohoku Math. J. 63, 605 (2011)
 */
export function ollivierRicci(graph: WeightedGraph, idleness = 0): readonly number[] {
  if (!(idleness >= 0 && idleness < 1)) {
    throw new DomainError(`ollivierRicci: an idleness between 0 and 1 required, got ${idleness}`);
  }
  const distances = graphDistances(graph);
  const neighbours = Array.from({ length: graph.nodes }, () => new Set<number>());
  for (const [a, b] of graph.edges) {
    neighbours[a]!.add(b);
    neighbours[b]!.add(a);
  }
  const walk = (x: number): ReadonlyMap<number, number> => {
    const around = neighbours[x]!;
    const mass = new Map([...around].map((y) => [y, (1 - idleness) / around.size] as const));
    if (idleness > 0) mass.set(x, idleness);
    return mass;
  };
  return graph.edges.map(([x, y]) => 1 - transportCost(walk(x), walk(y), distances) / distances[x]![y]!);
}

/**
 * Wasserstein distance W₁ of two distributions of mass one on the nodes: the least Σ flow·distance, by successive
 * shortest paths in the residual graph; exact.
 *
 * @see Ford & Fulkerson, Flows in Networks (1962)
 */
export function transportCost(
  from: ReadonlyMap<number, number>,
  to: ReadonlyMap<number, number>,
  distances: readonly (readonly number[])[],
): number {
  const sources = [...from.keys()];
  const sinks = [...to.keys()];
  const supply = sources.map((x) => from.get(x)!);
  const demand = sinks.map((y) => to.get(y)!);
  const flow = sources.map(() => new Float64Array(sinks.length));
  const cost = sources.map((x) => sinks.map((y) => distances[x]![y]!));
  for (;;) {
    const path = cheapestPath(supply, demand, flow, cost);
    if (path === undefined) break;
    const [first] = path[0]!;
    const last = path[path.length - 1]![1];
    let amount = Math.min(supply[first]!, demand[last]!);
    path.forEach(([i, j], k) => {
      if (k % 2 === 1) amount = Math.min(amount, flow[i]![j]!); // taken back
    });
    path.forEach(([i, j], k) => {
      flow[i]![j] = flow[i]![j]! + (k % 2 === 0 ? amount : -amount);
    });
    supply[first] = supply[first]! - amount;
    demand[last] = demand[last]! - amount;
  }
  return flow.reduce((sum, row, i) => sum + row.reduce((part, amount, j) => part + amount * cost[i]![j]!, 0), 0);
}

/** Masses below this are rounding. */
const ROUNDING = 1e-14;

/**
 * The cheapest way from a source with supply left to a sink with demand left, as pairs (source, sink), alternately sent
 * forwards and taken back. By Bellman and Ford, since taking back has negative cost.
 */
function cheapestPath(
  supply: readonly number[],
  demand: readonly number[],
  flow: readonly Float64Array[],
  cost: readonly (readonly number[])[],
): readonly (readonly [number, number])[] | undefined {
  const atSource = supply.map((left) => (left > ROUNDING ? 0 : Infinity));
  const atSink = demand.map(() => Infinity);
  const intoSink = demand.map(() => -1);
  const intoSource = supply.map(() => -1);
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 0; i < supply.length; i++) {
      for (let j = 0; j < demand.length; j++) {
        if (atSource[i]! + cost[i]![j]! < atSink[j]! - 1e-12) {
          atSink[j] = atSource[i]! + cost[i]![j]!;
          intoSink[j] = i;
          changed = true;
        }
        if (flow[i]![j]! > ROUNDING && atSink[j]! - cost[i]![j]! < atSource[i]! - 1e-12) {
          atSource[i] = atSink[j]! - cost[i]![j]!;
          intoSource[i] = j;
          changed = true;
        }
      }
    }
  }
  let sink = -1;
  demand.forEach((left, j) => {
    if (left > ROUNDING && atSink[j]! < (sink < 0 ? Infinity : atSink[sink]!)) sink = j;
  });
  if (sink < 0) return undefined;
  const path: (readonly [number, number])[] = [];
  for (let j = sink; ; ) {
    const i = intoSink[j]!;
    path.unshift([i, j]);
    if (intoSource[i]! < 0) return path;
    j = intoSource[i]!;
    path.unshift([i, j]);
  }
}

/** Curvature at a vertex of a surface of flat triangles. */
export interface AngleDeficit {
  readonly vertex: number;
  /** 2π − Σ angles inside, π − Σ angles on the edge of the surface. */
  readonly deficit: number;
  readonly onEdge: boolean;
}

/**
 * Angle deficits of a triangulated surface (Regge). Their sum is 2π times the Euler characteristic (Gauss–Bonnet).
 *
 * @param triangles - triples of vertices
 * @param lengthOf - length of the edge between two vertices
 * @throws {DomainError} lengths that break the triangle inequality
 *
 * @see Regge, Nuovo Cimento 19, 558 (1961)
 */
export function angleDeficits(
  triangles: readonly (readonly [number, number, number])[],
  lengthOf: (a: number, b: number) => number,
): readonly AngleDeficit[] {
  const angles = new Map<number, number>();
  const uses = new Map<string, number>();
  for (const [a, b, c] of triangles) {
    for (const [corner, left, right] of [
      [a, b, c],
      [b, c, a],
      [c, a, b],
    ] as const) {
      const [x, y, z] = [lengthOf(corner, left), lengthOf(corner, right), lengthOf(left, right)];
      const cosine = (x * x + y * y - z * z) / (2 * x * y);
      if (!(Math.abs(cosine) <= 1 + 1e-12)) {
        throw new DomainError(`angleDeficits: lengths of a triangle required, got ${x}, ${y}, ${z}`);
      }
      angles.set(corner, (angles.get(corner) ?? 0) + Math.acos(Math.max(-1, Math.min(1, cosine))));
      const edge = [corner, left].sort((p, q) => p - q).join();
      uses.set(edge, (uses.get(edge) ?? 0) + 1);
    }
  }
  const edgeOfSurface = new Set(
    [...uses].filter(([, count]) => count === 1).flatMap(([edge]) => edge.split(',').map(Number)),
  );
  return [...angles].map(([vertex, sum]) => {
    const onEdge = edgeOfSurface.has(vertex);
    return { vertex, deficit: (onEdge ? Math.PI : 2 * Math.PI) - sum, onEdge };
  });
}
