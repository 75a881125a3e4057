/** @file The state of a closed surface in the bulk: what the network inside generates on the legs that are cut. */

import { bulkGraph } from '../../bulk/bulk-graph.ts';
import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError } from '../../errors.ts';
import { stateFamilyMetric } from '../../fisher/state-family-metric.ts';
import { generatedEntropies } from '../../generative/generated-entropies.ts';
import { maximalFlow } from '../../geometry/maximal-flow.ts';
import { connectedParts } from '../../network/connected-parts.ts';
import { networkState } from '../../network/network-state.ts';
import { parametersOfPart, type Subnetwork, subnetwork } from '../../network/subnetwork.ts';
import type { NetworkNode, TensorNetwork } from '../../network/tensor-network.ts';
import type { MetricField } from '../../riemann/metric-field.ts';
import { sha256 } from '../../sha-256.ts';
import type { RegionEntropies } from '../../state/region-entropies.ts';
import type { Nats } from '../../units.ts';

/**
 * A network cut in two by a closed surface. The state belongs to the surface *of this network*: without the network it
 * is undefined, and the same state may lie on surfaces of many.
 */
export interface SurfaceState {
  /** SHA-256 of the network that is cut. */
  readonly background: string;
  readonly surface: readonly Leg[];
  /** Its boundary is the surface, in order. */
  readonly inside: Subnetwork;
  /** A map from the surface to the boundary: the surface is its logical inputs, before those that it has itself. */
  readonly outside: Subnetwork;
}

/**
 * Cuts a network along a closed surface. The inside has no site of the boundary but those that are part of the surface;
 * the outside has all others. So a surface may lie wholly in the bulk, be the boundary, or be a region of it closed by a
 * cut. Parts of the network that the surface does not touch are outside.
 *
 *     outside        ─■─■─■─          inside ∪ outside = network;
 *     surface         │   │           for a circuit cut at a time, inside is what came before,
 *     inside          ■───■           outside what comes after
 *
 * @param surface - bonds and sites, in the order of the surface's sites
 * @throws {DomainError} no leg, a leg that is neither, or occurs twice, or a surface that is not closed: inside and
 *   outside are still connected
 *
 * @see Miyaji & Takayanagi, arXiv:1503.03542
 */
export function surfaceState(network: TensorNetwork, surface: readonly Leg[]): SurfaceState {
  checkSurface(network, surface);
  const cut = new Set(surface);
  // Without the legs of the surface, what hangs together is on one side.
  const bare = network.nodes.map((node) => ({ ...node, legs: node.legs.filter((leg) => !cut.has(leg)) }));
  const within = new Set<string>();
  for (const part of connectedParts(bare)) {
    const ids = part.map(({ id }) => id);
    const legs = network.nodes.filter(({ id }) => ids.includes(id)).flatMap((node) => node.legs);
    const touches = legs.some((leg) => cut.has(leg));
    const hasSite = legs.some((leg) => network.boundary.includes(leg) && !cut.has(leg));
    if (touches && !hasSite) for (const id of ids) within.add(id);
  }
  const isInside = ({ id }: NetworkNode): boolean => within.has(id);
  for (const leg of surface) checkClosed(network, leg, isInside);
  const inside = network.nodes.filter(isInside);
  const outside = network.nodes.filter((node) => !isInside(node));
  return {
    background: hashOf(network),
    surface,
    inside: subnetwork(network, inside, { ...openLegs(network, inside, cut), boundary: surface }),
    outside: outerNetwork(network, outside, surface),
  };
}

/** Entropies of open pieces of a surface, whose sites are its legs: the effective entropies of the correspondence. */
export function surfaceEntropies({ inside }: SurfaceState, theta: Float64Array): RegionEntropies {
  return generatedEntropies(inside.network, parametersOfPart(inside, theta));
}

/** Whether a surface bulges outwards only. */
export interface Convexity {
  readonly convex: boolean;
  /** Area of the surface, Σ log(dimension), and of the least surface around it. */
  readonly area: Nats;
  readonly least: Nats;
  /** The part of the surface that can be made smaller, and what would take its place; both [] if it is convex. */
  readonly piece: readonly Leg[];
  readonly shortcut: readonly Leg[];
}

/** Areas that differ by less are equal. */
const ROUNDING = 1e-9;

/**
 * A surface is convex if no piece has a smaller cut than itself on its outer side: if it is the least of all surfaces
 * that enclose it. By maximal flow and minimal cut this is so if and only if as much can flow from every piece to the
 * boundary as it can carry, which the map from the surface to the boundary needs to be an isometry.
 *
 * Cost one maximal flow.
 */
export function surfaceConvexity({ surface, outside }: SurfaceState): Convexity {
  const inputs = outside.network.bulk;
  const own = new Set(inputs.slice(surface.length));
  const graph = bulkGraph(outside.network);
  const edges = graph.edges.filter(({ leg }) => !own.has(leg));
  const { crossed } = maximalFlow({ ...graph, edges }, new Set(inputs.slice(0, surface.length)));
  const cut = edges.filter((_, edge) => crossed[edge]);
  const areaOf = (list: typeof edges): Nats => list.reduce((sum, { capacity }) => sum + capacity, 0);
  const area = areaOf(edges.filter(({ leg }) => inputs.includes(leg)));
  const least = areaOf(cut);
  if (least >= area - ROUNDING) return { convex: true, area, least, piece: [], shortcut: [] };
  const kept = new Set(cut.map(({ leg }) => leg));
  return {
    convex: false,
    area,
    least,
    piece: surface.filter((_, k) => !kept.has(inputs[k]!)),
    shortcut: [...kept].filter((leg) => !inputs.includes(leg)),
  };
}

/**
 * The information metric on a surface: the Fubini–Study metric of a family of states on it, x ↦ θ(x). States of different
 * surfaces have no fidelity, since they have no space in common.
 *
 * @param family - coordinates x to the parameters θ of the whole network
 * @throws {DomainError} when evaluated: the inside has logical inputs
 *
 * Cost of a point that of `stateFamilyMetric`, with the amplitudes of the surface.
 */
export function surfaceMetric({ inside }: SurfaceState, family: (x: Float64Array) => Float64Array): MetricField {
  return stateFamilyMetric((x) => networkState(inside.network, parametersOfPart(inside, family(x))));
}

function checkSurface({ nodes, bulk, environment }: TensorNetwork, surface: readonly Leg[]): void {
  if (surface.length === 0) throw new DomainError('surfaceState: at least one leg required, got none');
  if (new Set(surface).size < surface.length) {
    throw new DomainError(`surfaceState: different legs required, got ${surface}`);
  }
  const legs = new Set(nodes.flatMap((node) => node.legs));
  const wrong = surface.find((leg) => !legs.has(leg) || bulk.includes(leg) || environment.includes(leg));
  if (wrong !== undefined) throw new DomainError(`surfaceState: bonds and sites required, got leg '${wrong}'`);
}

/** @throws {DomainError} the two ends of a leg of the surface are on one side of it */
function checkClosed(network: TensorNetwork, leg: Leg, isInside: (node: NetworkNode) => boolean): void {
  const ends = network.nodes.filter(({ legs }) => legs.includes(leg)).map(isInside);
  const outer = network.boundary.includes(leg) ? [...ends, false] : ends;
  if (outer.length === 2 && outer[0] !== outer[1]) return;
  throw new DomainError(
    `surfaceState: a closed surface required, got one with both ends of leg '${leg}' ${outer[0] ? 'inside' : 'outside'}`,
  );
}

/** The open legs of some nodes that were open before the cut. */
function openLegs(
  { boundary, bulk, environment }: TensorNetwork,
  nodes: readonly NetworkNode[],
  cut: ReadonlySet<Leg>,
): Pick<TensorNetwork, 'boundary' | 'bulk' | 'environment'> {
  const own = new Set(nodes.flatMap(({ legs }) => legs));
  const kept = (legs: readonly Leg[]): readonly Leg[] => legs.filter((leg) => own.has(leg) && !cut.has(leg));
  return { boundary: kept(boundary), bulk: kept(bulk), environment: kept(environment) };
}

/** The outside, with a wire for each site that is part of the surface. */
function outerNetwork(network: TensorNetwork, nodes: readonly NetworkNode[], surface: readonly Leg[]): Subnetwork {
  const dimensions = { ...network.dimensions };
  const fresh = (name: Leg): Leg => (name in dimensions ? fresh(`${name}'`) : name);
  const wires: NetworkNode[] = [];
  const inputs = surface.map((leg) => {
    if (!network.boundary.includes(leg)) return leg;
    const input = fresh(`surface ${leg}`);
    const size = dimensions[leg]!;
    dimensions[input] = size;
    const interleaved = Array.from({ length: 2 * size * size }, (_, k) => (k % (2 * size + 2) === 0 ? 1 : 0));
    wires.push({ id: `wire ${leg}`, legs: [leg, input], tensor: { kind: 'constant', interleaved } });
    return input;
  });
  const open = openLegs(network, nodes, new Set(surface));
  const boundary = network.boundary.filter((leg) => open.boundary.includes(leg) || surface.includes(leg));
  return subnetwork(network, [...nodes, ...wires], { ...open, boundary, bulk: [...inputs, ...open.bulk] }, dimensions);
}

/** SHA-256 of a record, whatever the order of its fields. */
function hashOf(network: TensorNetwork): string {
  const sorted = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return sha256(JSON.stringify(network, sorted));
}
