/** @file The minimal cut between two sets of nodes of a graph. */

import { z } from 'zod';
import { DomainError } from '../../../src/errors.ts';
import type { CapacityGraph } from '../../../src/geometry/capacity-graph.ts';
import { minimalCuts } from '../../../src/geometry/minimal-cuts.ts';
import { counted, significant } from '../../../src/number-format.ts';
import {
  type Graph,
  type GraphNodeName,
  graphNode,
  graphOf,
  graphSpec,
  nodeKey,
  nodesOf,
  writtenGraph,
} from '../graph-source.ts';
import { atOnce, registered } from '../request.ts';
import { number } from '../result-schema.ts';

const nodes = graphNode.or(z.array(graphNode).min(1)).describe('a node, or a list of nodes');

const options = z.strictObject({
  graph: graphSpec.describe(
    'undirected graph, {"edges": [[from, to, capacity], …]}, or a file of it (JSON, GraphML, a list of edges); a capacity that is left out is 1',
  ),
  between: z.tuple([nodes, nodes]).describe('the two sides'),
});

const edge = z.strictObject({ from: graphNode, to: graphNode, capacity: number() });

const result = z.strictObject({
  area: number().describe('total capacity of the cut, equal to the maximal flow'),
  edges: z.array(edge).describe('of the minimal cut that is nearest to the first side'),
  side: z.array(graphNode).describe('nodes on its first side'),
  farthest: z.array(graphNode).describe('nodes on the first side of the minimal cut that is nearest to the second'),
  count: number().nullable().describe('number of minimal cuts; null where there are too many to count'),
});

type Result = z.output<typeof result>;

const listOf = (side: z.output<typeof nodes>): readonly GraphNodeName[] => (Array.isArray(side) ? side : [side]);

/** The graph with legs that cannot be cut at both sides. */
function opened({ edges }: Graph, sides: readonly (readonly GraphNodeName[])[]): CapacityGraph {
  const uncut = 1 + edges.reduce((sum, [, , width = 1]) => sum + width, 0);
  const ids = [...new Set(edges.flatMap(([from, to]) => [nodeKey(from), nodeKey(to)]))];
  const legs = sides.flatMap((side, k) =>
    side.map((name) => ({ leg: `side ${k} ${nodeKey(name)}`, from: nodeKey(name), to: null, capacity: uncut })),
  );
  return {
    nodes: ids.map((id) => ({ id, site: 0, depth: 0 })),
    edges: [
      ...edges.map(([from, to, width = 1], k) => ({
        leg: `edge ${k}`,
        from: nodeKey(from),
        to: nodeKey(to),
        capacity: width,
      })),
      ...legs,
    ],
    boundary: legs.map(({ leg }) => leg),
  };
}

export const request = registered({
  formula: 'min Σ capacity of the edges between S and the rest, over all S with A inside and B outside',
  options,
  result,
  places: ['graph'],
  texts: { graph: writtenGraph },
  example: {
    graph: {
      edges: [
        ['a', 'b', 2],
        ['b', 'c', 1],
        ['a', 'c', 3],
      ],
    },
    between: ['a', 'c'],
  },
  commands: ['cut graph.json --between a c', 'cut graph.json --between \'["a","b"]\' d'],
  answer: (asked, context) => {
    const graph = graphOf(asked.graph, context);
    const sides = asked.between.map(listOf);
    const names = nodesOf(graph);
    const unknown = sides.flat().find((name) => !names.has(nodeKey(name)));
    if (unknown !== undefined) throw new DomainError(`between: nodes of the graph required, got '${unknown}'`);
    const both = sides[0]!.find((name) => sides[1]!.some((other) => nodeKey(other) === nodeKey(name)));
    if (both !== undefined)
      throw new DomainError(`between: two sides without common nodes required, got '${both}' in both`);
    const region = sides[0]!.map((_, k) => k);
    const { area, nearest, farthest, count } = minimalCuts(opened(graph, sides), region);
    const namesOf = (wedge: readonly string[]): GraphNodeName[] => wedge.map((id) => names.get(id)!);
    const within = new Set(nearest.wedge);
    const value: Result = {
      area,
      edges: graph.edges
        .filter(([from, to]) => within.has(nodeKey(from)) !== within.has(nodeKey(to)))
        .map(([from, to, width = 1]) => ({ from, to, capacity: width })),
      side: namesOf(nearest.wedge),
      farthest: namesOf(farthest.wedge),
      count,
    };
    return atOnce(value);
  },
  text: ({ area, edges, side, count }) => [
    `minimal cut ${significant(area, 8)}, ${counted(edges.length, 'edge')}${count === null ? '' : `, ${counted(count, 'minimal cut')} in all`}`,
    ...edges.map((one) => `  ${one.from} – ${one.to}  ${significant(one.capacity, 6)}`),
    `  first side: ${side.join(' ')}`,
  ],
});
