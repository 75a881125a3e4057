/**
 * @file How a local operator climbs through a network of isometries. Nodes whose outputs it does not touch cancel against
 * their conjugates; what it becomes above a layer acts on fewer, coarser legs, where the operators of many terms meet
 * and are added.
 */

import { DomainError } from '../errors.ts';
import { type ContractionPlan, contractionPlan } from './contract.ts';
import { pathCost } from './contraction-cost.ts';
import { contractionPath } from './contraction-path.ts';
import { outputsOf } from './node-outputs.ts';
import type { Leg, TensorNetwork } from './tensor-network.ts';

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

/** From the operators on the boundary, with these legs, to one number. */
export interface EnergyPlan {
  readonly supports: readonly (readonly Leg[])[];
  readonly levels: readonly Level[];
  /** Real floating-point operations of the way up. */
  readonly flops: number;
}

/** With more layers than this operators climb layer by layer, and no leap to the top is considered. */
const MOST_LEAPS = 10;

/**
 * Plans the expectation value of operators with these supports. After some layer all of them leap to the top, through
 * everything above at once; which layer is chosen by cost.
 *
 * @param supports - boundary legs of every term
 * @throws {DomainError} a free tensor, or legs that are used before they are made
 */
export function energyPlan(network: TensorNetwork, supports: readonly (readonly Leg[])[]): EnergyPlan {
  const layers = layersOf(network);
  const start = maximal(supports.map((legs) => sorted(network, legs)));
  let below: readonly (readonly Leg[])[] = start;
  let climbed = 0;
  const levels: Level[] = [];
  let best: EnergyPlan | undefined;
  layers.forEach((layer, k) => {
    const rest = layers.slice(k).flat();
    if (layers.length <= MOST_LEAPS || k === layers.length - 1) {
      const { level, flops } = levelOf(network, below, rest);
      const total = climbed + flops;
      if (best === undefined || total < best.flops) {
        best = { supports: start, levels: [...levels, level], flops: total };
      }
    }
    if (k === layers.length - 1) return;
    const { level, flops } = levelOf(network, below, layer);
    levels.push(level);
    climbed += flops;
    below = level.supports;
  });
  if (best === undefined) throw new DomainError('energyPlan: a network with nodes required');
  return best;
}

/** Where an operator with these legs is added: the first support that contains all of them. */
export function homeOf(legs: readonly Leg[], supports: readonly (readonly Leg[])[]): number {
  return supports.findIndex((support) => legs.every((leg) => support.includes(leg)));
}

/** All operators climb through the given nodes, which are in the order of depth. */
function levelOf(
  network: TensorNetwork,
  operators: readonly (readonly Leg[])[],
  nodes: readonly number[],
): { readonly level: Level; readonly flops: number } {
  let flops = 0;
  const climbs = operators.map((support, source) => {
    const open = new Set(support);
    const met = nodes.filter((index) => {
      const node = network.nodes[index]!;
      const outputs = outputsOf(node, network);
      if (!outputs.some((leg) => open.has(leg))) return false;
      for (const leg of node.legs) if (!outputs.includes(leg)) open.add(leg);
      return true;
    });
    const made = new Set(met.flatMap((index) => outputsOf(network.nodes[index]!, network)));
    const legs = sorted(
      network,
      [...open].filter((leg) => !made.has(leg)),
    );
    if (met.length === 0) return { source, nodes: met, plan: undefined, legs };
    const bra = (leg: Leg): Leg => (open.has(leg) ? `${leg}'` : leg);
    const kets = met.map((index) => network.nodes[index]!.legs);
    const all = [[...support.map(bra), ...support], ...kets, ...kets.map((own) => own.map(bra))];
    const output = [...legs.map(bra), ...legs];
    const dimensions: Record<Leg, number> = {};
    for (const leg of all.flat())
      dimensions[leg] = network.dimensions[leg.replace(/'$/, '')] ?? network.dimensions[leg]!;
    const path = contractionPath(all, dimensions, output);
    flops += pathCost(all, dimensions, path, output).flops;
    return { source, nodes: met, plan: contractionPlan(all, dimensions, output, path), legs };
  });
  const supports = maximal(climbs.map(({ legs }) => legs));
  return {
    level: { ascents: climbs.map((climb) => ({ ...climb, target: homeOf(climb.legs, supports) })), supports },
    flops,
  };
}

/** The sets that lie in no other, each once. */
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
