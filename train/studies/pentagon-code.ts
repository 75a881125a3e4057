/** @file The pentagon code in two records: as stabiliser tensors, and as isometries with a direction of time. */

import { currentEngine } from '../../src/engine/engine.ts';
import type { CapacityGraph } from '../../src/geometry/capacity-graph.ts';
import type { Tiling } from '../../src/geometry/tiling.ts';
import { tilingGraph } from '../../src/geometry/tiling-graph.ts';
import { networkTensors } from '../../src/network/node-tensor.ts';
import { entropiesOfStabiliserNetwork } from '../../src/network/stabiliser-network.ts';
import type { NetworkNode, TensorNetwork } from '../../src/network/tensor-network.ts';
import type { NetworkPoint } from '../../src/network-point.ts';
import type { RegionEntropies } from '../../src/state/region-entropies.ts';
import { holographicCode } from '../../src/systems/tiling/holographic-code.ts';

export interface PentagonCode {
  readonly tiling: Tiling;
  readonly graph: CapacityGraph;
  readonly entropies: RegionEntropies;
  /** The same state, the same names, each tile an isometry from its inner sides and its input to its outer sides. */
  readonly isometric: NetworkPoint<TensorNetwork>;
}

/** The code on the tiling {5, 4}, all inputs open. */
export function pentagonCode(layers: number): PentagonCode {
  const { tiling: plane, network } = holographicCode({ layers });
  const entropies = entropiesOfStabiliserNetwork(network);
  return { tiling: plane, graph: tilingGraph(plane, { bulk: 2 }), entropies, isometric: isometries(network) };
}

/**
 * A perfect tensor is √2^inputs times an isometry from any three legs or fewer to the others. In the rings of {5, 4} a
 * tile has one or two sides towards the centre.
 */
function isometries(network: TensorNetwork): NetworkPoint<TensorNetwork> {
  const tensors = networkTensors(network, new Float64Array(0));
  const earlier = new Set(network.bulk);
  const theta: Float64Array[] = [];
  const nodes = network.nodes.map(({ id, legs }, k): NetworkNode => {
    const inputs = legs.filter((leg) => earlier.has(leg));
    const outputs = legs.filter((leg) => !earlier.has(leg));
    for (const leg of outputs) earlier.add(leg);
    const ordered = [...outputs, ...inputs];
    const { shape, interleaved } = tensors[k]!;
    const axes = ordered.map((leg) => legs.indexOf(leg));
    const [rows, columns] = [2 ** outputs.length, 2 ** inputs.length];
    theta.push(
      currentEngine()
        .permute(interleaved, shape, axes)
        .map((x) => x * Math.sqrt(columns)),
    );
    return { id, legs: ordered, tensor: { kind: 'isometry', offset: 128 * k, rows, columns } };
  });
  const point = new Float64Array(128 * nodes.length);
  for (const [k, entries] of theta.entries()) point.set(entries, 128 * k);
  return { network: { ...network, nodes, parameters: point.length }, theta: point };
}
