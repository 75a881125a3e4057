/** @file Graphs as lists of edges, a line each. */

import { DomainError } from '../../src/errors.ts';
import { printable } from '../../src/printable.ts';
import type { WrittenEdge } from './graphml.ts';

/** Most edges, and most mistakes that are told at once. */
const [MOST, LISTED] = [2 ** 20, 20];

/**
 * The edges in a text with one on each line, its nodes and a number (default 1) separated by blanks, tabs, commas or semicolons:
 *
 *     # from to capacity
 *     a b 2.5
 *     b c
 *     c d {'weight': 0.5}
 *
 * From # on a line is passed over, and so is a first line that names the columns (source, target, …). The last form is that of
 * NetworkX, whose other attributes are passed over.
 *
 * @throws {DomainError} with all mistakes by line: fewer than two nodes, more than three columns, a number that is none or negative
 */
export function readEdgeList(text: string, name: string): readonly WrittenEdge[] {
  const edges: WrittenEdge[] = [];
  const mistakes: string[] = [];
  for (const [k, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const content = line.replace(/#.*/, '').trim();
    if (content === '' || (edges.length === 0 && HEADER.test(content))) continue;
    const edge = edgeIn(content);
    if (typeof edge === 'string') mistakes.push(`${name}:${k + 1}: ${edge}`);
    else edges.push(edge);
    if (edges.length > MOST) throw new DomainError(`${name}: at most ${MOST} edges required, got more`);
  }
  if (edges.length + mistakes.length === 0)
    mistakes.push(`${name}: a line 'from to number' for each edge required, got none`);
  if (mistakes.length > 0) throw new DomainError(mistakes.slice(0, LISTED).join('\n'));
  return edges;
}

const HEADER = /^(?:source|from|node1)[\s,;]+(?:target|to|node2)\b/i;

/** The edge on a line, or what is wrong. */
function edgeIn(line: string): WrittenEdge | string {
  const [, plain = line, attributes] = /^(.*?)\s*\{(.*)\}$/.exec(line) ?? [];
  const columns = plain.split(/\s*[,;]\s*|\s+/).filter((column) => column !== '');
  const [from, to, number, ...more] = columns;
  if (from === undefined || to === undefined || more.length > 0) {
    return `two nodes and at most a number required, got '${printable(line, 60)}'`;
  }
  const weight = number ?? /['"]weight['"]\s*:\s*([^,]+)/.exec(attributes ?? '')?.[1]?.trim();
  if (weight === undefined) return [from, to];
  const value = Number(weight);
  return value >= 0 && value < Infinity ? [from, to, value] : `a number ≥ 0 required, got '${printable(weight, 40)}'`;
}
