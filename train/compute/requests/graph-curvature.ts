/** @file The Ollivier–Ricci curvature of the edges of a graph, and how hyperbolic it is. */

import { z } from 'zod';
import { DomainError } from '../../../src/errors.ts';
import { graphDistances, ollivierRicci } from '../../../src/geometry/graph-curvature.ts';
import { hyperbolicity } from '../../../src/geometry/hyperbolicity.ts';
import { significant } from '../../../src/number-format.ts';
import { graphNode, graphOf, graphSpec, nodeKey, nodesOf, writtenGraph } from '../graph-source.ts';
import { atOnce, registered } from '../request.ts';
import { number } from '../result-schema.ts';

const options = z.strictObject({
  graph: graphSpec.describe(
    'connected undirected graph, {"edges": [[from, to, length], …]}, or a file of it (JSON, GraphML, a list of edges); a length that is left out is 1',
  ),
  idleness: z.number().min(0).lt(1).default(0.5).describe('probability with which the walk stays where it is'),
});

const result = z.strictObject({
  edges: z.array(z.strictObject({ from: graphNode, to: graphNode, curvature: number() })),
  mean: number(),
  diameter: number(),
  hyperbolicity: number().describe("Gromov's δ, 0 for trees"),
});

type Result = z.output<typeof result>;

/** Most nodes: δ takes all sets of four. */
const MOST_NODES = 100;

export const request = registered({
  formula: 'κ(x,y) = (1 − W₁(μ_x, μ_y)/d(x,y))/(1 − idleness)',
  options,
  result,
  places: ['graph'],
  texts: { graph: writtenGraph },
  example: {
    graph: {
      edges: [
        ['a', 'b'],
        ['b', 'c'],
        ['a', 'c'],
      ],
    },
  },
  commands: ['graph-curvature graph.json'],
  answer: ({ graph: spec, idleness }, context) => {
    const graph = graphOf(spec, context);
    const place = new Map([...nodesOf(graph).keys()].map((name, k) => [name, k]));
    if (place.size > MOST_NODES)
      throw new DomainError(`graph: at most ${MOST_NODES} nodes required, got ${place.size}`);
    const weighted = {
      nodes: place.size,
      edges: graph.edges.map(([a, b, length = 1]) => [place.get(nodeKey(a))!, place.get(nodeKey(b))!, length] as const),
    };
    const distances = graphDistances(weighted);
    if (distances.some((row) => row.includes(Infinity))) throw new DomainError('graph: a connected graph required');
    const curvatures = ollivierRicci(weighted, idleness).map((kappa) => kappa / (1 - idleness));
    const value: Result = {
      edges: graph.edges.map(([from, to], k) => ({ from, to, curvature: curvatures[k]! })),
      mean: curvatures.reduce((sum, kappa) => sum + kappa, 0) / curvatures.length,
      diameter: Math.max(...distances.flat()),
      hyperbolicity: place.size < 4 ? 0 : hyperbolicity(distances).delta,
    };
    return atOnce(value);
  },
  text: ({ edges, mean, diameter, hyperbolicity: delta }) => [
    `mean curvature ${significant(mean, 6)}, diameter ${significant(diameter, 6)}, hyperbolicity δ ${significant(delta, 4)}`,
    ...edges.slice(0, 16).map(({ from, to, curvature }) => `  ${from} – ${to}  ${significant(curvature, 6)}`),
    ...(edges.length > 16 ? [`  … ${edges.length} edges, --json for all`] : []),
  ],
});
