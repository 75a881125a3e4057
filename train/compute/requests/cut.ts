/** @file The minimal cut between two sets of nodes of a graph. */

import { z } from 'zod';
import { DomainError } from '../../../src/errors.ts';
import type { CapacityGraph } from '../../../src/geometry/capacity-graph.ts';
import { minimalCuts } from '../../../src/geometry/minimal-cuts.ts';
import { issuesText } from '../../../src/issues.ts';
import { parseJson } from '../../../src/json.ts';
import { counted, significant } from '../../../src/number-format.ts';
import { atOnce, type ComputeContext, registered } from '../request.ts';
import { number } from '../result-schema.ts';

const node = z.string().or(z.int());
const capacity = z.number().nonnegative();

const graphSchema = z.strictObject({
  edges: z
    .array(z.union([z.tuple([node, node]), z.tuple([node, node, capacity])]))
    .min(1)
    .describe('[from, to] or [from, to, capacity]; default capacity 1'),
});

const nodes = node.or(z.array(node).min(1)).describe('a node, or a list of nodes');

const options = z.strictObject({
  graph: z
    .union([z.strictObject({ file: z.string().min(1).describe('JSON file {"edges": …}') }), graphSchema], {
      error: '{"edges": [[from, to, capacity], …]} or {"file": path}',
    })
    .describe('undirected graph with capacities'),
  between: z.tuple([nodes, nodes]).describe('the two sides'),
});

type Graph = z.output<typeof graphSchema>;

const edge = z.strictObject({ from: node, to: node, capacity: number() });

const result = z.strictObject({
  area: number().describe('total capacity of the cut, equal to the maximal flow'),
  edges: z.array(edge).describe('of the minimal cut that is nearest to the first side'),
  side: z.array(node).describe('nodes on its first side'),
  farthest: z.array(node).describe('nodes on the first side of the minimal cut that is nearest to the second'),
  count: number().nullable().describe('number of minimal cuts; null where there are too many to count'),
});

type Result = z.output<typeof result>;

type Node = z.output<typeof node>;

/** A node as a key; 1 and '1' are the same. */
const key = (name: Node): string => String(name);

const listOf = (side: z.output<typeof nodes>): readonly Node[] => (Array.isArray(side) ? side : [side]);

function graphOf(spec: z.output<typeof options>['graph'], { read }: ComputeContext): Graph {
  if ('edges' in spec) return spec;
  const json = parseJson(read(spec.file), spec.file);
  const parsed = graphSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new DomainError(`${spec.file}: ${issuesText(parsed.error, json)}`);
}

/** The graph with legs that cannot be cut at both sides. */
function opened({ edges }: Graph, sides: readonly (readonly Node[])[]): CapacityGraph {
  const uncut = 1 + edges.reduce((sum, [, , width = 1]) => sum + width, 0);
  const ids = [...new Set(edges.flatMap(([from, to]) => [key(from), key(to)]))];
  const legs = sides.flatMap((side, k) =>
    side.map((name) => ({ leg: `side ${k} ${key(name)}`, from: key(name), to: null, capacity: uncut })),
  );
  return {
    nodes: ids.map((id) => ({ id, site: 0, depth: 0 })),
    edges: [
      ...edges.map(([from, to, width = 1], k) => ({ leg: `edge ${k}`, from: key(from), to: key(to), capacity: width })),
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
  texts: {
    graph: (text) => (text.trim().startsWith('{') ? parseJson(text, 'graph') : { file: text }),
  },
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
    const names = new Map(
      [...graph.edges.map(([from]) => from), ...graph.edges.map(([, to]) => to)].map((name) => [key(name), name]),
    );
    const unknown = sides.flat().find((name) => !names.has(key(name)));
    if (unknown !== undefined) throw new DomainError(`between: nodes of the graph required, got '${unknown}'`);
    const both = sides[0]!.find((name) => sides[1]!.some((other) => key(other) === key(name)));
    if (both !== undefined)
      throw new DomainError(`between: two sides without common nodes required, got '${both}' in both`);
    const region = sides[0]!.map((_, k) => k);
    const { area, nearest, farthest, count } = minimalCuts(opened(graph, sides), region);
    const nodesOf = (wedge: readonly string[]): Node[] => wedge.map((id) => names.get(id)!);
    const within = new Set(nearest.wedge);
    const value: Result = {
      area,
      edges: graph.edges
        .filter(([from, to]) => within.has(key(from)) !== within.has(key(to)))
        .map(([from, to, width = 1]) => ({ from, to, capacity: width })),
      side: nodesOf(nearest.wedge),
      farthest: nodesOf(farthest.wedge),
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
