/** @file A brickwork of random gates: what of each gate's input is known to a few sites at the end. */

import { causalCone } from '../../../src/bulk/causal-cones.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { initialParameters } from '../../../src/network/initial-parameters.ts';
import { type NodeShape, networkOfShapes } from '../../../src/network/network-of-shapes.ts';
import type { TensorNetwork } from '../../../src/network/tensor-network.ts';
import { cutEntropies, cutNetwork } from '../../../src/systems/holography/network-recoverability.ts';
import type { PartStep } from '../../study.ts';

export interface LeakingGates {
  readonly sites: number;
  /** Where each gate stands: between its two sites, and layers above the end. */
  readonly places: readonly { readonly id: string; readonly site: number; readonly depth: number }[];
  /** Indices of gates that follow one another on a site; the last gate of each site. */
  readonly bonds: readonly (readonly [number, number])[];
  readonly legs: readonly (readonly [gate: number, site: number])[];
  readonly region: readonly number[];
  readonly cone: readonly string[];
  /** I(R : region)/(2 S(R)), R entangled with what enters the gate; by gate. */
  readonly known: Readonly<Record<string, number>>;
}

/** Legs between the gates are named by their site and how many gates have acted on it. */
function brickwork(sites: number, layers: number): TensorNetwork {
  const passed = new Array<number>(sites).fill(0);
  const leg = (site: number): string => `${site}.${passed[site]}`;
  const nodes: NodeShape[] = passed.map((_, site) => ({ id: `|${site}⟩`, outputs: [[leg(site), 2]], inputs: [] }));
  for (let layer = 0; layer < layers; layer++) {
    for (let site = layer % 2; site + 1 < sites; site += 2) {
      const pair = [site, site + 1];
      const inputs = pair.map((q) => [leg(q), 2] as const);
      for (const q of pair) passed[q] = passed[q]! + 1;
      nodes.push({ id: `gate ${layer}, ${site}`, outputs: pair.map((q) => [leg(q), 2] as const), inputs });
    }
  }
  return networkOfShapes(
    nodes,
    passed.map((_, site) => leg(site)),
    'isometric',
  );
}

export function* leakingGates(seed: number): Generator<PartStep, LeakingGates> {
  const [sites, layers] = [16, 6];
  const network = brickwork(sites, layers);
  const theta = initialParameters(network, randomStream(seed, 'brickwork'));
  const region = [7, 8];
  const gates = network.nodes.filter(({ id }) => id.startsWith('gate'));
  const known: Record<string, number> = {};
  for (const [k, { id, legs }] of gates.entries()) {
    yield { message: id, progress: k / gates.length };
    const { entropies, references } = cutEntropies(cutNetwork(network, theta, legs.slice(2)));
    const { entropy } = entropies;
    const information = entropy(references) + entropy(region) - entropy([...references, ...region]);
    known[id] = Math.abs(information) < 1e-11 ? 0 : information / (2 * entropy(references));
  }
  const places = gates.map(({ id }) => {
    const [layer, site] = id.match(/\d+/g)!.map(Number) as [number, number];
    return { id, site: site + 0.5, depth: layers - layer };
  });
  const bonds: (readonly [number, number])[] = [];
  const latest = new Map<number, number>();
  places.forEach(({ site }, k) => {
    for (const own of [site - 0.5, site + 0.5]) {
      const before = latest.get(own);
      if (before !== undefined) bonds.push([k, before]);
      latest.set(own, k);
    }
  });
  const ends = [...latest].map(([site, gate]) => [gate, site] as const);
  return { sites, places, bonds, legs: ends, region, cone: causalCone(network, region).nodes, known };
}
