/** @file What falls into the bulk of a network at a bond: from which region of the boundary can it be recovered? */

import { type Recoverability, regionRecoverability } from '../../bulk/recoverability.ts';
import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError } from '../../errors.ts';
import { generatedEntropies } from '../../generative/generated-entropies.ts';
import { withCopyTensors } from '../../network/copy-tensors.ts';
import { directedOutputs } from '../../network/node-outputs.ts';
import type { NetworkNode, TensorNetwork } from '../../network/tensor-network.ts';
import { isometricGauge } from '../../network/tree-gauge.ts';
import type { NetworkPoint } from '../../network-point.ts';
import type { RegionEntropies } from '../../state/region-entropies.ts';

/**
 * A network whose legs are cut: what enters there from outside is maximally entangled with references, one for each
 * leg, and what was there before is lost.
 */
export interface CutNetwork extends NetworkPoint<TensorNetwork> {
  /** The legs that are cut, in the order of their references, the last ones of `network.bulk`. */
  readonly cut: readonly Leg[];
}

/** How a network without cycles is directed. */
export interface CutOptions {
  /** The node at the top of a network of free tensors; default the last one. */
  readonly root?: string;
}

/**
 * The network with legs cut. The end towards the boundary, an input of a gate or isometry or a site itself, takes half
 * of a maximally entangled pair, whose other half is a new logical input; the end from which the leg came joins the
 * environment:
 *
 *     ──V──        ──V── lost        V: the tensor that makes the leg
 *       │     ↦
 *       W            W ──── pair     W: one that takes it, or the boundary
 *
 * A logical input that is cut is what it was. A network of free tensors must have no cycles, and is brought into
 * isometric gauge first: time runs from its root, which `root` can choose.
 *
 * @param legs - bonds, sites, or logical inputs, each once
 * @throws {DomainError} no leg, a leg that does not exist, occurs twice, is environment, or has no direction
 */
export function cutNetwork(
  given: TensorNetwork,
  point: Float64Array,
  legs: readonly Leg[],
  { root }: CutOptions = {},
): CutNetwork {
  const { network, theta } = directed(given, point, root);
  if (legs.length === 0) throw new DomainError('cutNetwork: at least one leg required, got none');
  if (new Set(legs).size < legs.length) throw new DomainError(`cutNetwork: different legs required, got ${legs}`);
  const dimensions = { ...network.dimensions };
  const nodes = [...network.nodes];
  const environment = [...network.environment];
  const fresh = (name: Leg): Leg => (name in dimensions ? fresh(`${name}'`) : name);
  const references = legs.map((leg) => {
    if (network.bulk.includes(leg)) return leg;
    const inner = fresh(`into ${leg}`);
    dimensions[inner] = dimensions[leg]!;
    const place = takerOf(network, leg);
    if (place === 'boundary') {
      // The site keeps its name; the leg of its maker gets another, and is lost.
      const maker = nodes.findIndex((node) => node.legs.includes(leg));
      const lost = fresh(`lost ${leg}`);
      dimensions[lost] = dimensions[leg]!;
      nodes[maker] = renamed(nodes[maker]!, leg, lost);
      nodes.push(wire(fresh(`wire ${leg}`), leg, inner, dimensions[leg]!));
      environment.push(lost);
    } else {
      nodes[place] = renamed(nodes[place]!, leg, inner);
      environment.push(leg);
    }
    return inner;
  });
  const bulk = [...network.bulk.filter((leg) => !references.includes(leg)), ...references];
  return { network: { ...network, dimensions, nodes, environment, bulk }, theta, cut: legs };
}

/**
 * Recoverability of what enters a network at some of its legs from a region of the boundary; see `cutNetwork` and
 * `recoverability`, with which it agrees on the network of a circuit.
 *
 * @param theta - parameters, shape (P,)
 * @param legs - bonds, sites or logical inputs: what enters there, all together
 * @param region - A, sites of the boundary
 * @throws {DomainError} legs that cannot be cut, sites that do not exist or occur twice, or a region that is out of
 *   reach of `entropiesOfNetwork`
 *
 * Cost two contractions of causal cones. Of the region and its complement the smaller counts: a region of all sites but
 * four, or of four, is within reach for a MERA of 64 sites and bond dimension 4.
 */
export function networkRecoverability(
  network: TensorNetwork,
  theta: Float64Array,
  legs: readonly Leg[],
  region: readonly number[],
  options: CutOptions = {},
): Recoverability {
  const cut = cutNetwork(network, theta, legs, options);
  const { entropies, references } = cutEntropies(cut);
  return regionRecoverability(entropies, references, region);
}

/**
 * Entropies of a cut network, of its amplitudes if they are few, and the sites of the references that belong to its cut
 * legs.
 */
export function cutEntropies({ network, theta, cut }: CutNetwork): {
  readonly entropies: RegionEntropies;
  readonly references: readonly number[];
} {
  const entropies = generatedEntropies(network, theta);
  const first = entropies.boundary + entropies.references - cut.length;
  return { entropies, references: cut.map((_, k) => first + k) };
}

/** The same state with a direction of time. */
function directed(given: TensorNetwork, theta: Float64Array, root: string | undefined): NetworkPoint<TensorNetwork> {
  const network = withCopyTensors(given);
  const isFree = network.nodes.some((node) => directedOutputs(node, network) === null);
  if (!isFree) return { network, theta };
  const index = root === undefined ? undefined : network.nodes.findIndex(({ id }) => id === root);
  if (index === -1) throw new DomainError(`cutNetwork: the id of a node as root required, got '${root}'`);
  return isometricGauge(network, theta, index);
}

/** The node that has the leg as an input, or the boundary. */
function takerOf(network: TensorNetwork, leg: Leg): number | 'boundary' {
  if (network.boundary.includes(leg)) return 'boundary';
  const takers = network.nodes.flatMap((node, index) =>
    node.legs.includes(leg) && !directedOutputs(node, network)!.includes(leg) ? [index] : [],
  );
  if (takers.length === 1 && !network.environment.includes(leg)) return takers[0]!;
  throw new DomainError(`cutNetwork: a bond with a direction, a site or a logical input required, got leg '${leg}'`);
}

function renamed(node: NetworkNode, leg: Leg, name: Leg): NetworkNode {
  return { ...node, legs: node.legs.map((own) => (own === leg ? name : own)) };
}

/** The unit matrix between two legs. */
function wire(id: string, output: Leg, input: Leg, size: number): NetworkNode {
  const interleaved = new Array<number>(2 * size * size).fill(0);
  for (let k = 0; k < size; k++) interleaved[2 * k * (size + 1)] = 1;
  return { id, legs: [output, input], tensor: { kind: 'constant', interleaved } };
}
