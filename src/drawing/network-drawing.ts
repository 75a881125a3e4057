/** @file A tensor network as it is drawn on a blackboard: tensors as dots, bonds as lines. */

import { bulkGraph } from '../bulk/bulk-graph.ts';
import type { NetworkNode, TensorNetwork } from '../network/tensor-network.ts';
import { counted } from '../number-format.ts';
import { bondLines, siteNumbers } from './bond-lines.ts';
import type { Place } from './clearance.ts';
import { BLUE, GREEN, INK, MUTED, OCHRE, PURPLE, VERMILION } from './colours.ts';
import { type GraphEdge, graphDrawing } from './graph-drawing.ts';
import { type GraphLayout, graphLayout } from './graph-layout.ts';

const COLOURS: Readonly<Record<NetworkNode['tensor']['kind'], string>> = {
  free: BLUE,
  isometry: GREEN,
  rotation: VERMILION,
  block: VERMILION,
  constant: PURPLE,
  stabiliser: OCHRE,
};

const MARGIN = { side: 34, top: 34, bottom: 26 } as const;

/** The layout of a tensor network, see `graphLayout`. */
export function networkLayout(network: TensorNetwork): GraphLayout {
  return graphLayout(bulkGraph(network));
}

/** The network as SVG; the width of a bond grows with the logarithm of its dimension. */
export function networkDrawing(network: TensorNetwork, layout: GraphLayout = networkLayout(network)): string {
  const { nodes, boundary, dimensions } = network;
  const graph = bulkGraph(network);
  const moved = ({ x, y }: Place): Place => ({ x: x + MARGIN.side, y: y + MARGIN.top });
  const sites = new Set(boundary);
  const edges = bondLines(layout, graph.edges, moved).map(
    ({ edge: { leg, to: second }, from, to, bend }): GraphEdge => {
      const dimension = dimensions[leg] ?? 1;
      const kind = second !== null ? 'bond' : sites.has(leg) ? 'boundary leg' : 'open leg';
      const width = Math.min(1 + 1.1 * Math.log2(Math.max(1, dimension)), 1.6 * layout.radius);
      return { from, to, bend, width, colour: MUTED, hint: `${kind} ${leg}, dimension ${dimension}` };
    },
  );
  return graphDrawing({
    title: `Tensor network of ${counted(nodes.length, 'tensor')} and ${counted(boundary.length, 'boundary site')}`,
    width: layout.width + 2 * MARGIN.side,
    height: layout.height + MARGIN.top + MARGIN.bottom,
    edges,
    nodes: nodes.map(({ id, legs, tensor }) => ({
      ...moved(layout.nodes.get(id)!),
      radius: layout.radius,
      colour: COLOURS[tensor.kind] ?? INK,
      hint: `${id}: ${tensor.kind} tensor, shape ${legs.map((leg) => dimensions[leg]).join(' × ')}`,
    })),
    underlay: [siteNumbers(layout, graph, moved)],
  });
}
