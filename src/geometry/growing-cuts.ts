/** @file The minimal cuts of a region that grows site by site: each flow begins with the one before. */

import { DomainError } from '../errors.ts';
import { type CapacityGraph, checkCapacityGraph } from './capacity-graph.ts';
import { ROUNDING } from './maximal-flow.ts';
import type { Cut } from './minimal-cut.ts';

/**
 * The minimal cuts of the regions {s₁}, {s₁, s₂}, …, {s₁, …, sₖ} of boundary legs, those of `minimalCut`, without their
 * wedges.
 *
 * When a site joins the region, the flow through its leg comes back to the source, and stays a flow. What was reached
 * from the source has no way out but through the new leg, so the search for more flow begins there; what it reaches
 * once there is no more is added to the wedge, for wedges of growing regions are nested.
 *
 * @param sites - indices of boundary legs, in the order in which they join
 * @throws {DomainError} a site does not exist, or a graph that is none, see `checkCapacityGraph`
 *
 * Cost per site that of a few searches of the bonds between old and new cut, instead of the whole graph.
 *
 * @see Gallo, Grigoriadis & Tarjan, SIAM J. Comput. 18, 30 (1989), for flows of growing capacities
 */
export function growingCuts(graph: CapacityGraph, sites: readonly number[]): readonly Omit<Cut, 'wedge'>[] {
  checkCapacityGraph(graph, 'growingCuts');
  const wrong = sites.find((site) => graph.boundary[site] === undefined);
  if (wrong !== undefined) {
    throw new DomainError(`growingCuts: sites below ${graph.boundary.length} required, got ${wrong}`);
  }
  const flow = flowOf(graph);
  return sites.map((site) => {
    for (const edge of flow.openEdges.get(graph.boundary[site]!) ?? []) join(flow, edge);
    const crossed = [...flow.crossed].sort((a, b) => a - b).map((edge) => graph.edges[edge]!);
    return { area: crossed.reduce((sum, { capacity }) => sum + capacity, 0), legs: crossed.map(({ leg }) => leg) };
  });
}

/** A flow, what it leaves, and what is reached by that from the region. Step 2k goes along edge k, 2k + 1 back. */
interface Flow {
  /** Steps from each node; the last two nodes stand for the region and for the rest. */
  readonly stepsAt: readonly (readonly number[])[];
  readonly target: Int32Array;
  readonly residual: Float64Array;
  readonly openEdges: ReadonlyMap<string, readonly number[]>;
  readonly region: number;
  readonly rest: number;
  readonly near: Uint8Array;
  /** Edges between what is near and what is not. */
  readonly crossed: Set<number>;
  /** The step by which a search came to each node, −1 where it did not. */
  readonly cameBy: Int32Array;
}

function flowOf({ nodes, edges }: CapacityGraph): Flow {
  const index = new Map(nodes.map(({ id }, k) => [id, k]));
  const [region, rest] = [nodes.length, nodes.length + 1];
  const stepsAt = Array.from({ length: rest + 1 }, (): number[] => []);
  const target = new Int32Array(2 * edges.length);
  const residual = new Float64Array(2 * edges.length);
  const openEdges = new Map<string, number[]>();
  edges.forEach(({ leg, from, to, capacity }, k) => {
    const [a, b] = [index.get(from)!, to === null ? rest : index.get(to)!];
    target.set([b, a], 2 * k);
    residual.fill(capacity, 2 * k, 2 * k + 2);
    stepsAt[a]!.push(2 * k);
    stepsAt[b]!.push(2 * k + 1);
    if (to === null) openEdges.set(leg, [...(openEdges.get(leg) ?? []), k]);
  });
  const near = new Uint8Array(rest + 1);
  near[region] = 1;
  const cameBy = new Int32Array(rest + 1).fill(-1);
  return { stepsAt, target, residual, openEdges, region, rest, near, crossed: new Set(), cameBy };
}

/** Moves an open edge from the rest to the region, and makes the flow maximal again. */
function join(flow: Flow, edge: number): void {
  const { target, residual, near, crossed, region, rest } = flow;
  if (target[2 * edge] === region) return;
  target[2 * edge] = region;
  const owner = target[2 * edge + 1]!;
  if (near[owner] === 1) {
    crossed.delete(edge);
    return;
  }
  crossed.add(edge);
  const first = 2 * edge + 1;
  while (residual[first]! > ROUNDING) {
    const reached = searched(flow, first);
    if (reached[reached.length - 1] === rest) augment(flow, first);
    else for (const node of reached) draw(flow, node);
    for (const node of reached) flow.cameBy[node] = -1;
    if (near[owner] === 1) return;
  }
}

/** The nodes that are not near yet and are reached after the first step, up to the rest if that is reached. */
function searched({ stepsAt, target, residual, near, cameBy, rest }: Flow, first: number): readonly number[] {
  const owner = target[first]!;
  const reached = [owner];
  cameBy[owner] = first;
  for (const node of reached) {
    for (const step of stepsAt[node]!) {
      const next = target[step]!;
      if (near[next] === 1 || cameBy[next] !== -1 || residual[step]! <= ROUNDING) continue;
      cameBy[next] = step;
      reached.push(next);
      if (next === rest) return reached;
    }
  }
  return reached;
}

/** Sends as much as fits along the path that was found from the first step to the rest. */
function augment({ target, residual, cameBy, rest }: Flow, first: number): void {
  const path: number[] = [];
  for (let node = rest, step = -1; step !== first; node = target[step ^ 1]!) {
    step = cameBy[node]!;
    path.push(step);
  }
  const amount = path.reduce((least, step) => Math.min(least, residual[step]!), Infinity);
  for (const step of path) {
    residual[step] = residual[step]! - amount;
    residual[step ^ 1] = residual[step ^ 1]! + amount;
  }
}

/** Adds a node to what is near. */
function draw({ stepsAt, target, near, crossed }: Flow, node: number): void {
  near[node] = 1;
  for (const step of stepsAt[node]!) {
    if (near[target[step]!] === 1) crossed.delete(step >> 1);
    else crossed.add(step >> 1);
  }
}
