import type { Leg } from '../../../src/contraction/contraction-graph.ts';
import type { NetworkNode, TensorNetwork } from '../../../src/network/tensor-network.ts';

/**
 * Graph state of the wheel, a hub joined to all of a pentagon: every three of its six qubits are maximally entangled
 * with the others. With the hub as input it is the five-qubit code.
 */
const wheel: readonly number[] = Array.from({ length: 64 }, (_, index) => {
  const [hub, ...rim] = [...Array(6).keys()].map((k) => (index >> (5 - k)) & 1) as [number, ...number[]];
  const edges = rim.reduce((sum, bit, k) => sum + bit * hub + bit * rim[(k + 1) % 5]!, 0);
  return edges % 2 === 0 ? 1 / 8 : -1 / 8;
}).flatMap((re) => [re, 0]);

/**
 * A network of perfect tensors of six legs, the first of which is the hub.
 *
 * @param tiles - legs of each tile, a leg on two tiles is a bond, 'in …' a logical input, all others sites
 */
export function perfectNetwork(tiles: Readonly<Record<string, readonly Leg[]>>): TensorNetwork {
  const nodes = Object.entries(tiles).map(
    ([id, legs]): NetworkNode => ({ id, legs, tensor: { kind: 'constant', interleaved: wheel } }),
  );
  const all = nodes.flatMap(({ legs }) => legs);
  const open = all.filter((leg) => all.indexOf(leg) === all.lastIndexOf(leg));
  return {
    kind: 'network',
    parameters: 0,
    dimensions: Object.fromEntries(all.map((leg) => [leg, 2])),
    nodes,
    boundary: open.filter((leg) => !leg.startsWith('in ')),
    bulk: open.filter((leg) => leg.startsWith('in ')),
    environment: [],
  };
}

/** Three pentagon codes in a row: eleven sites, three inputs. */
export const pentagons = perfectNetwork({
  A: ['in A', 'a0', 'a1', 'ab', 'a2', 'a3'],
  B: ['in B', 'ab', 'b0', 'bc', 'b1', 'b2'],
  C: ['in C', 'bc', 'c0', 'c1', 'c2', 'c3'],
});

/** Three hexagons in a row: fourteen sites, no input. */
export const hexagons = perfectNetwork({
  A: ['a0', 'a1', 'ab', 'a2', 'a3', 'a4'],
  B: ['ab', 'b0', 'bc', 'b1', 'b2', 'b3'],
  C: ['bc', 'c0', 'c1', 'c2', 'c3', 'c4'],
});
