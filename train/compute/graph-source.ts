/** @file Graphs as they are named in a request: edges with numbers, or a file of them. */

import { z } from 'zod';
import { readEdgeList } from '../../datasets/formats/edge-list.ts';
import { readGraphml } from '../../datasets/formats/graphml.ts';
import { DomainError } from '../../src/errors.ts';
import { issuesText, knownKeys } from '../../src/issues.ts';
import { parseJson } from '../../src/json.ts';
import type { ComputeContext } from './request.ts';

/** A node: 1 and '1' are the same. */
export const graphNode = z.string().or(z.int());

export type GraphNodeName = z.output<typeof graphNode>;

const graphSchema = z.strictObject({
  edges: z
    .array(z.union([z.tuple([graphNode, graphNode]), z.tuple([graphNode, graphNode, z.number().nonnegative()])]))
    .min(1)
    .describe('[from, to] or [from, to, number]; default 1'),
});

/** An undirected graph with a number on every edge. */
export type Graph = z.output<typeof graphSchema>;

/** Schema of a graph, {edges: [['a', 'b', 2], …]} or {file: path}. */
export const graphSpec = z.union(
  [
    z.strictObject({
      file: z
        .string()
        .min(1)
        .describe(
          'JSON {"edges": …}, .graphml, or a line \'from to number\' for each edge (.txt, .csv, .tsv, .edges, .edgelist)',
        ),
      weight: z
        .string()
        .optional()
        .describe("GraphML: the attribute of edges that is their number; default 'weight', where there is one"),
    }),
    graphSchema,
  ],
  { error: '{"edges": [[from, to, number], …]} or {"file": path}' },
);

/** The graph that a text means: JSON, or a file. */
export const writtenGraph = (text: string): unknown =>
  text.trim().startsWith('{') ? parseJson(text, 'graph') : { file: text };

/** @throws {DomainError} the file holds no graph, with every mistake in it */
export function graphOf(spec: z.output<typeof graphSpec>, { read }: ComputeContext): Graph {
  if ('edges' in spec) return spec;
  const { file, weight } = spec;
  const text = new TextDecoder().decode(read(file));
  const isXml = /\.(graphml|xml)$/i.test(file) || /^\s*</.test(text);
  if (weight !== undefined && !isXml) throw new DomainError(`${file}: a .graphml file required for the key weight`);
  if (isXml) return { edges: readGraphml(text, file, weight).map((edge) => [...edge]) };
  if (/\.(txt|csv|tsv|edges|edgelist)$/i.test(file)) {
    return { edges: readEdgeList(text, file).map((edge) => [...edge]) };
  }
  const json = parseJson(text, file);
  const parsed = graphSchema.safeParse(json, knownKeys);
  if (parsed.success) return parsed.data;
  throw new DomainError(`${file}: ${issuesText(parsed.error, json)}`);
}

/** A node as a key. */
export const nodeKey = (name: GraphNodeName): string => String(name);

/** All nodes by their keys, in the order in which edges name them. */
export const nodesOf = ({ edges }: Graph): ReadonlyMap<string, GraphNodeName> =>
  new Map(edges.flatMap(([from, to]) => [from, to].map((name) => [nodeKey(name), name] as const)));
