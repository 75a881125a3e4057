/** @file All minimal cuts of a region at once: the extreme ones, and how many there are. */

import type { Nats } from '../units.ts';
import type { CapacityGraph } from './capacity-graph.ts';
import { maximalFlow, ROUNDING } from './maximal-flow.ts';
import { type Cut, minimalCut } from './minimal-cut.ts';

/** The minimal cuts of a region form a lattice: each lies between the nearest and the farthest. */
export interface MinimalCuts {
  readonly area: Nats;
  /** The least wedge, contained in that of every minimal cut. */
  readonly nearest: Cut;
  /** The greatest wedge, which contains that of every minimal cut; its complement is the nearest of the rest. */
  readonly farthest: Cut;
  /** Number of minimal cuts, rounded beyond 2⁵³; null if it takes more than 2·10⁴ steps to count them. */
  readonly count: number | null;
}

/** Most steps of counting. */
const MOST_STEPS = 2e4;

/**
 * The minimal cuts between the boundary legs of a region and all other open legs. All of them are
 * read from one maximal flow: a wedge is minimal if no edge that can carry more leads out of it. Such sets are the
 * down-sets of a partial order; they are counted by
 *
 *     #(P) = #(P without v and all below) + #(P without v and all above),    #(P ⊔ Q) = #(P)·#(Q).
 *
 * A tensor that is joined to no open leg is in no wedge.
 *
 * @param region - indices of boundary legs
 * @throws {DomainError} a site of the region does not exist
 *
 * Cost of the cuts that of `minimalCut`. Counting is exponential at worst, and cheap where the choices are apart.
 *
 * @see Picard & Queyranne, Math. Programming Study 13, 8 (1980)
 */
export function minimalCuts(graph: CapacityGraph, region: readonly number[]): MinimalCuts {
  const nearest = minimalCut(graph, region);
  const ways = residualWays(graph, new Set(region.map((site) => graph.boundary[site]!)));
  const inNearest = new Set(nearest.wedge);
  const near = graph.nodes.map(({ id }) => inNearest.has(id));
  const far = reached(ways.backwards, [ways.rest]);
  const joined = reached(ways.joined, [ways.region, ways.rest]);
  // What cannot reach the rest may be on the region's side.
  const free = near.flatMap((isNear, node) => (!isNear && !far.has(node) && joined.has(node) ? [node] : []));
  const wedge = graph.nodes.filter((_, node) => near[node] || free.includes(node)).map(({ id }) => id);
  const farthest = cutAround(graph, region, wedge);
  return { area: nearest.area, nearest, farthest, count: downSets(order(ways.forwards, free)) };
}

/** The cut between the tensors of a wedge, with the legs of the region, and everything else. */
function cutAround(graph: CapacityGraph, region: readonly number[], wedge: readonly string[]): Cut {
  const legs = new Set(region.map((site) => graph.boundary[site]!));
  const within = new Set(wedge);
  const cut = graph.edges.filter(
    ({ leg, from, to }) => within.has(from) !== (to === null ? legs.has(leg) : within.has(to)),
  );
  const area = cut.reduce((sum, { capacity }) => sum + capacity, 0);
  return { area, legs: cut.map(({ leg }) => leg), wedge };
}

/** For every node, those to which a step leads. */
type Ways = readonly (readonly number[])[];

/** Steps along edges that can carry more, back along them, and along any; two nodes more stand for what is open. */
interface ResidualWays {
  readonly region: number;
  readonly rest: number;
  readonly forwards: Ways;
  readonly backwards: Ways;
  readonly joined: Ways;
}

function residualWays(graph: CapacityGraph, inside: ReadonlySet<string>): ResidualWays {
  const { flows } = maximalFlow(graph, inside);
  const index = new Map(graph.nodes.map(({ id }, k) => [id, k]));
  const region = graph.nodes.length;
  const rest = region + 1;
  const empty = (): number[][] => Array.from({ length: rest + 1 }, () => []);
  const [forwards, backwards, joined] = [empty(), empty(), empty()];
  graph.edges.forEach(({ leg, from, to, capacity }, edge) => {
    const a = index.get(from)!;
    const b = to !== null ? index.get(to)! : inside.has(leg) ? region : rest;
    for (const [x, y, flow] of [[a, b, flows[edge]!] as const, [b, a, -flows[edge]!] as const]) {
      joined[x]!.push(y);
      if (capacity - flow <= ROUNDING) continue;
      forwards[x]!.push(y);
      backwards[y]!.push(x);
    }
  });
  return { region, rest, forwards, backwards, joined };
}

function reached(ways: Ways, from: readonly number[]): ReadonlySet<number> {
  const known = new Set(from);
  for (const node of known) for (const next of ways[node]!) known.add(next);
  return known;
}

/** For each of the nodes, those among them that it leads to; nodes that lead to each other are one. */
function order(ways: Ways, nodes: readonly number[]): readonly ReadonlySet<number>[] {
  const below = nodes.map((node) => {
    const known = reached(ways, [node]);
    return new Set(nodes.flatMap((other, k) => (known.has(other) ? [k] : [])));
  });
  const isFirst = (k: number): boolean => ![...below[k]!].some((other) => other < k && below[other]!.has(k));
  const kept = [...below.keys()].filter(isFirst);
  return kept.map((k) => new Set([...below[k]!].flatMap((other) => (isFirst(other) ? [kept.indexOf(other)] : []))));
}

/** Number of subsets that contain with each element all below it; null beyond the limit. */
function downSets(below: readonly ReadonlySet<number>[]): number | null {
  const related = (a: number, b: number): boolean => below[a]!.has(b) || below[b]!.has(a);
  const known = new Map<string, bigint | null>();
  let steps = 0;
  const count = (elements: readonly number[]): bigint | null => {
    if (elements.length === 0) return 1n;
    const key = elements.join();
    const found = known.get(key);
    if (found !== undefined) return found;
    if (++steps > MOST_STEPS) return null;
    const part = [elements[0]!];
    for (const a of part) part.push(...elements.filter((b) => !part.includes(b) && related(a, b)));
    const value =
      part.length < elements.length
        ? combined(count(part.sort((a, b) => a - b)), count(elements.filter((a) => !part.includes(a))), 'times')
        : split(elements);
    known.set(key, value);
    return value;
  };
  const split = (elements: readonly number[]): bigint | null => {
    const relations = elements.map((a) => elements.filter((b) => related(a, b)).length);
    const v = elements[relations.indexOf(Math.max(...relations))]!;
    const outside = count(elements.filter((a) => !below[a]!.has(v)));
    return combined(outside, count(elements.filter((a) => !below[v]!.has(a))), 'plus');
  };
  const total = count([...below.keys()]);
  return total === null ? null : Number(total);
}

function combined(a: bigint | null, b: bigint | null, how: 'plus' | 'times'): bigint | null {
  if (a === null || b === null) return null;
  return how === 'plus' ? a + b : a * b;
}
