/** @file Graphs in GraphML, the XML that NetworkX, igraph, Gephi and yEd write. */

import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';
import { DomainError } from '../../src/errors.ts';
import { printable } from '../../src/printable.ts';

/** An edge between two nodes, with a number on it if the file has one. */
export type WrittenEdge = readonly [from: string, to: string] | readonly [from: string, to: string, number: number];

/** Most characters of a file, and most mistakes that are told at once. */
const [LONGEST, LISTED] = [2 ** 25, 20];

const elementsIn = (parent: XmlElement, name: string): readonly XmlElement[] =>
  parent.children.filter((child): child is XmlElement => child instanceof XmlElement && localName(child) === name);

/** The name without the prefix of a namespace. */
const localName = ({ name }: XmlElement): string => name.replace(/^.*:/, '');

/**
 * The edges of the graph in a GraphML file. The number on an edge is its attribute `weight`, `<data key="d0">2.5</data>` with
 * `<key id="d0" for="edge" attr.name="weight" …/>`, or the attribute that is named; a default of the key holds for edges without.
 *
 * @param weight - name of the attribute; by default 'weight', where there is one
 * @throws {DomainError} not XML, with line and column; not GraphML; directed edges, hyperedges, graphs within nodes; ends that
 *         are no nodes; numbers that are none or negative; no such attribute: all mistakes at once
 *
 * @see Brandes, Eiglsperger, Herman, Himsolt & Marshall, Graph Drawing 2001, LNCS 2265, 501
 */
export function readGraphml(text: string, name: string, weight?: string): readonly WrittenEdge[] {
  const graph = graphIn(rootOf(text, name), name);
  const root = graph.parent as XmlElement;
  const keys = elementsIn(root, 'key').filter(({ attributes }) => ['edge', 'all', undefined].includes(attributes.for));
  const key = keys.find(({ attributes }) => (attributes['attr.name'] ?? attributes.id) === (weight ?? 'weight'));
  if (weight !== undefined && key === undefined) {
    const known = keys.map(({ attributes }) => `'${attributes['attr.name'] ?? attributes.id}'`).join(', ');
    throw new DomainError(
      `${name}: one of the attributes ${known || '(there are none)'} of edges required, got '${printable(weight, 40)}'`,
    );
  }
  const usual = key && elementsIn(key, 'default')[0]?.text;
  const nodes = new Set(elementsIn(graph, 'node').map(({ attributes }) => attributes.id));
  const isDirected = graph.attributes.edgedefault === 'directed';
  const mistakes: string[] = [];
  if (elementsIn(graph, 'hyperedge').length > 0) mistakes.push('edges between two nodes required, got hyperedges');
  if (elementsIn(graph, 'node').some((node) => elementsIn(node, 'graph').length > 0)) {
    mistakes.push('a flat graph required, got a graph within a node');
  }
  const edges = elementsIn(graph, 'edge').map((edge, k): WrittenEdge => {
    const { source = '', target = '', directed } = edge.attributes;
    const wrong = [source, target].find((end) => !nodes.has(end));
    if (wrong !== undefined) mistakes.push(`edge ${k + 1}: nodes of the graph required, got '${printable(wrong, 40)}'`);
    if (directed === undefined ? isDirected : directed === 'true') {
      mistakes.push(`edge ${k + 1}: an undirected edge required, got a directed one`);
    }
    const written =
      elementsIn(edge, 'data').find(({ attributes }) => attributes.key === key?.attributes.id)?.text ?? usual;
    if (key === undefined || written === undefined) return [source, target];
    const value = written.trim() === '' ? Number.NaN : Number(written);
    if (!(value >= 0 && value < Infinity)) {
      mistakes.push(`edge ${k + 1}: a number ≥ 0 required, got '${printable(written.trim(), 40)}'`);
    }
    return [source, target, value];
  });
  if (edges.length === 0) mistakes.push('at least one edge required, got none');
  if (mistakes.length > 0)
    throw new DomainError(
      mistakes
        .slice(0, LISTED)
        .map((one) => `${name}: ${one}`)
        .join('\n'),
    );
  return edges;
}

function rootOf(text: string, name: string): XmlElement {
  if (text.length > LONGEST) {
    throw new DomainError(`${name}: at most ${LONGEST} characters required, got ${text.length}`);
  }
  try {
    return parseXml(text).root!;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const [reason = ''] = error.message.split('\n');
    const entity = /^Named entity isn't defined: (&[^;]*;)/.exec(reason)?.[1];
    if (entity !== undefined) {
      throw new DomainError(
        `${name}:${error.line}:${error.column}: text or one of &lt; &gt; &amp; &quot; &apos; required, got the entity ${printable(entity, 40)}; entities that a file declares are not read`,
      );
    }
    throw new DomainError(
      `${name}:${error.line}:${error.column}: XML required, got a mistake: ${printable(reason, 120)}`,
    );
  }
}

function graphIn(root: XmlElement, name: string): XmlElement {
  const graphs = localName(root) === 'graphml' ? elementsIn(root, 'graph') : [];
  if (graphs.length === 1) return graphs[0]!;
  const got = localName(root) === 'graphml' ? `${graphs.length} graphs` : `<${printable(root.name, 40)}>`;
  throw new DomainError(`${name}: one <graph> in <graphml> required, got ${got}`);
}
