/**
 * @file How a local operator climbs through a network of isometries. Nodes whose outputs it does not touch cancel
 * against their conjugates; what it becomes above a layer acts on fewer, coarser legs, where the operators of many
 * terms meet and are added.
 */

import { type ContractionPlan, contractionPlan } from '../contraction/contract.ts';
import { pathCost } from '../contraction/contraction-cost.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { contractionPath } from '../contraction/contraction-path.ts';
import { DomainError } from '../errors.ts';
import { outputsOf } from './node-outputs.ts';
import type { TensorNetwork } from './tensor-network.ts';

/** One operator on its way up: plan over (operator, nodes, their conjugates) to (bra legs, ket legs) of `legs`. */
export interface Ascent {
  /** Place of the operator in the level below. */
  readonly source: number;
  /** Indices of the nodes that it meets; none if it stays as it is. */
  readonly nodes: readonly number[];
  readonly plan: ContractionPlan | undefined;
  /** Legs of what it becomes. */
  readonly legs: readonly Leg[];
  /** Place in the level above of the operator that it is added to. */
  readonly target: number;
}

/** All operators of one level climb; `supports` are the legs of those of the level above. */
export interface Level {
  readonly ascents: readonly Ascent[];
  readonly supports: readonly (readonly Leg[])[];
}

/** The way from the operators on the boundary, with these legs, to one number. */
export interface EnergyPlan {
  readonly supports: readonly (readonly Leg[])[];
  readonly levels: readonly Level[];
  /** Real floating-point operations of the way up. */
  readonly flops: number;
}

/** Most layers one ascent may skip. */
const MOST_LEAPS = 10;

/**
 * Plans the expectation value of operators with these supports. After some layer all of them leap to the top, through
 * everything above at once; the layer is chosen by cost.
 *
 * @param supports - boundary legs of every term
 * @throws {DomainError} a free tensor, or legs that are used before they are made
 */
export function energyPlan(network: TensorNetwork, supports: readonly (readonly Leg[])[]): EnergyPlan {
  const layers = layersOf(network);
  if (layers.length === 0) throw new DomainError('energyPlan: a network with nodes required');
  const start = maximal(supports.map((legs) => sorted(network, legs)));
  // Layer by layer first; the cost of a level bounds that of a leap over it.
  const steps: { readonly below: readonly (readonly Leg[])[]; readonly climbs: readonly Climb[] }[] = [];
  let below = start;
  for (const layer of layers) {
    const climbs = climbsOf(network, below, layer, Infinity)!;
    steps.push({ below, climbs });
    below = maximal(climbs.map(({ legs }) => legs));
  }
  const costs = steps.map(({ climbs }) => climbs.reduce((sum, { flops }) => sum + flops, 0));
  let best = { flops: costs.reduce((sum, x) => sum + x), climbs: steps.map(({ climbs }) => climbs) };
  for (let k = layers.length - 2; k >= Math.max(0, layers.length - MOST_LEAPS); k--) {
    const climbed = costs.slice(0, k).reduce((sum, x) => sum + x, 0);
    const leap = climbsOf(network, steps[k]!.below, layers.slice(k).flat(), best.flops - climbed);
    if (leap === undefined) continue;
    const flops = climbed + leap.reduce((sum, climb) => sum + climb.flops, 0);
    best = { flops, climbs: [...steps.slice(0, k).map(({ climbs }) => climbs), leap] };
  }
  return { supports: start, levels: best.climbs.map(levelOf), flops: best.flops };
}

/** The place where an operator with these legs is added: the first support that contains all of them. */
export function homeOf(legs: readonly Leg[], supports: readonly (readonly Leg[])[]): number {
  return supports.findIndex((support) => legs.every((leg) => support.includes(leg)));
}

/**
 * The way of one operator up through all nodes that it meets, to the network's upper legs.
 *
 * @param support - boundary legs of the operator
 */
export function ascentOf(network: TensorNetwork, support: readonly Leg[]): Ascent {
  const { source, nodes, legs, contraction } = climbOf(network, 0, support, layersOf(network).flat());
  return { source, nodes, plan: contraction && contractionPlan(...contraction), legs, target: 0 };
}

/**
 * The contraction of `ascentOf`: the operator on (bra legs, ket legs), the nodes that it meets, their conjugates. Legs of the bra have an
 * apostrophe, but for those that nodes and conjugates share.
 *
 * @returns `contraction` is undefined for an operator that meets no node
 */
export function ascentContraction(
  network: TensorNetwork,
  support: readonly Leg[],
): Pick<Climb, 'nodes' | 'legs' | 'contraction'> {
  return climbOf(network, 0, support, layersOf(network).flat());
}

/** An operator on its way up, with the contraction that takes it there. */
interface Climb {
  readonly source: number;
  readonly nodes: readonly number[];
  readonly legs: readonly Leg[];
  readonly contraction: Parameters<typeof contractionPlan> | undefined;
  readonly flops: number;
}

/**
 * All operators climb through the given nodes, which are in the order of depth.
 *
 * @returns undefined if that takes `limit` operations or more
 */
function climbsOf(
  network: TensorNetwork,
  operators: readonly (readonly Leg[])[],
  nodes: readonly number[],
  limit: number,
): readonly Climb[] | undefined {
  const climbs: Climb[] = [];
  let flops = 0;
  for (const [source, support] of operators.entries()) {
    const climb = climbOf(network, source, support, nodes);
    climbs.push(climb);
    flops += climb.flops;
    if (flops >= limit) return undefined;
  }
  return climbs;
}

function climbOf(network: TensorNetwork, source: number, support: readonly Leg[], nodes: readonly number[]): Climb {
  const open = new Set(support);
  const made = new Set<Leg>();
  const met = nodes.filter((index) => {
    const node = network.nodes[index]!;
    const outputs = outputsOf(node, network);
    if (!outputs.some((leg) => open.has(leg))) return false;
    for (const leg of node.legs) (outputs.includes(leg) ? made : open).add(leg);
    return true;
  });
  const legs = sorted(
    network,
    [...open].filter((leg) => !made.has(leg)),
  );
  if (met.length === 0) return { source, nodes: met, legs, contraction: undefined, flops: 0 };
  const bra = (leg: Leg): Leg => (open.has(leg) ? `${leg}'` : leg);
  const kets = met.map((index) => network.nodes[index]!.legs);
  const all = [[...support.map(bra), ...support], ...kets, ...kets.map((own) => own.map(bra))];
  const output = [...legs.map(bra), ...legs];
  const dimensions: Record<Leg, number> = {};
  for (const leg of [...support, ...kets.flat()]) {
    dimensions[leg] = network.dimensions[leg]!;
    dimensions[bra(leg)] = network.dimensions[leg]!;
  }
  const path = contractionPath(all, dimensions, output);
  const { flops } = pathCost(all, dimensions, path, output);
  return { source, nodes: met, legs, contraction: [all, dimensions, output, path], flops };
}

function levelOf(climbs: readonly Climb[]): Level {
  const supports = maximal(climbs.map(({ legs }) => legs));
  const ascents = climbs.map(({ source, nodes, legs, contraction }): Ascent => {
    const plan = contraction && contractionPlan(...contraction);
    return { source, nodes, plan, legs, target: homeOf(legs, supports) };
  });
  return { ascents, supports };
}

/** The sets that are contained in no other, each once. */
function maximal(sets: readonly (readonly Leg[])[]): readonly (readonly Leg[])[] {
  const unique = [...new Map(sets.map((set) => [set.join('\n'), set])).values()];
  return unique.filter(
    (set) => !unique.some((other) => other.length > set.length && set.every((leg) => other.includes(leg))),
  );
}

/** Legs in the order in which the network names them. */
function sorted({ dimensions }: TensorNetwork, legs: readonly Leg[]): readonly Leg[] {
  const place = placesOf(dimensions);
  return legs.toSorted((a, b) => place.get(a)! - place.get(b)!);
}

const places = new WeakMap<object, Map<Leg, number>>();

function placesOf(dimensions: Readonly<Record<Leg, number>>): Map<Leg, number> {
  const known = places.get(dimensions) ?? new Map(Object.keys(dimensions).map((leg, k) => [leg, k]));
  places.set(dimensions, known);
  return known;
}

/**
 * Nodes by depth below the boundary, a node after all that use its outputs; unitaries are joined with the layer of
 * isometries on the other side of their inputs, since together they are cheaper.
 */
function layersOf(network: TensorNetwork): readonly (readonly number[])[] {
  const users = new Map<Leg, number>();
  const outputs = network.nodes.map((node) => outputsOf(node, network));
  network.nodes.forEach(({ legs }, index) => {
    for (const leg of legs) if (!outputs[index]!.includes(leg)) users.set(leg, index);
  });
  const depths = new Map<number, number>();
  const depthOf = (index: number, path: ReadonlySet<number>): number => {
    const known = depths.get(index);
    if (known !== undefined) return known;
    if (path.has(index)) throw new DomainError('energyPlan: legs that are made before they are used required');
    const on = new Set(path).add(index);
    const depth = 1 + Math.max(0, ...outputs[index]!.map((leg) => (users.has(leg) ? depthOf(users.get(leg)!, on) : 0)));
    depths.set(index, depth);
    return depth;
  };
  const byDepth: number[][] = [];
  network.nodes.forEach((_, index) => {
    const depth = depthOf(index, new Set());
    byDepth[depth - 1] = [...(byDepth[depth - 1] ?? []), index];
  });
  const coarsens = (index: number): boolean => outputs[index]!.length * 2 > network.nodes[index]!.legs.length;
  const layers: number[][] = [];
  byDepth.forEach((nodes, k) => {
    const joins = k > 0 && nodes.some(coarsens) && !byDepth[k - 1]!.some(coarsens);
    if (joins) layers[layers.length - 1]!.push(...nodes);
    else layers.push([...nodes]);
  });
  return layers;
}
