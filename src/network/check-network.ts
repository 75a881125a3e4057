/** @file Is a user-drawn network a network? All its mistakes at once, in words. */

import { byKind } from '../by-kind.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { DomainError } from '../errors.ts';
import { sizeOf } from '../linalg/complex.ts';
import { shapeOf } from './node-tensor.ts';
import { quditsOfLeg, sourceMistake } from './stabiliser-source.ts';
import type { NetworkNode, TensorNetwork, TensorSource } from './tensor-network.ts';
import { parameterRange } from './tensor-sources.ts';

/**
 * Checks a network.
 *
 * @throws {DomainError} listing every mistake, see `networkMistakes`
 */
export function checkNetwork(network: TensorNetwork): void {
  const mistakes = networkMistakes(network);
  if (mistakes.length > 0) throw new DomainError(`network: ${mistakes.join('; ')}`);
}

/**
 * Everything that is wrong with a network, one sentence each; [] if nothing is. Every leg has a dimension and lies on
 * one node (dangling: it must be declared as boundary, bulk or environment) or on two (a bond). A leg on three or more,
 * or on two and declared, is a hyper-index: a copy tensor joins its ends, see `withCopyTensors`. Constants have as many
 * entries as their legs say, isometries rows ≥ columns and leading legs that make up the rows, and the parameter ranges
 * cover θ. Two nodes may share one whole range (translation invariance), not part of one.
 */
export function networkMistakes(network: TensorNetwork): readonly string[] {
  return [
    ...legMistakes(network),
    ...network.nodes.flatMap((node) => nodeMistakes(network, node)),
    ...parameterMistakes(network),
  ];
}

function legMistakes({ nodes, dimensions, boundary, bulk, environment }: TensorNetwork): string[] {
  const mistakes: string[] = [];
  const carriers = new Map<Leg, string[]>();
  for (const { id, legs } of nodes) for (const leg of legs) carriers.set(leg, [...(carriers.get(leg) ?? []), id]);
  const ids = nodes.map(({ id }) => id);
  for (const id of repeated(ids)) mistakes.push(`node '${id}' occurs twice`);
  for (const [leg, on] of carriers) {
    const dimension = dimensions[leg];
    if (dimension === undefined) mistakes.push(`leg '${leg}' of node '${on[0]}' has no dimension`);
    else if (!(Number.isInteger(dimension) && dimension > 0)) {
      mistakes.push(`leg '${leg}' needs a positive whole dimension, got ${dimension}`);
    }
    for (const id of repeated(on)) mistakes.push(`leg '${leg}' lies on node '${id}' twice`);
  }
  for (const leg of Object.keys(dimensions)) {
    if (!carriers.has(leg)) mistakes.push(`leg '${leg}' has a dimension but lies on no node`);
  }
  const declared = { boundary, bulk, environment };
  for (const [role, legs] of Object.entries(declared)) {
    for (const leg of legs) {
      if (!carriers.has(leg)) mistakes.push(`${role} leg '${leg}' lies on no node`);
    }
  }
  const listed = [...boundary, ...bulk, ...environment];
  const open = new Set(listed);
  for (const leg of repeated(listed)) mistakes.push(`leg '${leg}' is declared twice as boundary, bulk or environment`);
  for (const [leg, on] of carriers) {
    if (on.length === 1 && !open.has(leg)) {
      mistakes.push(`leg '${leg}' of node '${on[0]}' dangles, but is not declared as boundary, bulk or environment`);
    }
  }
  return mistakes;
}

function nodeMistakes({ dimensions }: TensorNetwork, node: NetworkNode): string[] {
  const shape = shapeOf(node, dimensions);
  if (shape.some((dimension) => !(Number.isInteger(dimension) && dimension > 0))) return []; // already said
  const mistakes: string[] = [];
  const demand = (fine: boolean, text: string): void => {
    if (!fine) mistakes.push(`node '${node.id}' ${text}`);
  };
  demandsOf(node.tensor, shape, demand);
  return mistakes;
}

type Demand = (fine: boolean, text: string) => void;

/** What a tensor of this shape must fulfil. */
const demandsOf = byKind<TensorSource, [shape: readonly number[], demand: Demand], void>({
  constant: ({ interleaved }, shape, demand) => {
    const size = sizeOf(shape);
    demand(
      interleaved.length === 2 * size,
      `of shape [${shape}] needs ${2 * size} numbers (re, im), got ${interleaved.length}`,
    );
    demand(interleaved.every(Number.isFinite), 'has entries that are not finite numbers');
  },
  free: () => {},
  isometry: ({ rows, columns }, shape, demand) => {
    const size = sizeOf(shape);
    demand(rows * columns === size, `of shape [${shape}] cannot be an isometry of ${rows} × ${columns} entries`);
    demand(rows >= columns, `is an isometry and needs rows ≥ columns, got ${rows} × ${columns}`);
    demand(
      rows * columns !== size || shape.some((_, legs) => sizeOf(shape.slice(0, legs + 1)) === rows) || rows === 1,
      `of shape [${shape}] has no leading legs that make up ${rows} rows`,
    );
  },
  rotation: ({ word }, shape, demand) => {
    demand(/^[IXYZ]*$/.test(word), `needs a word of the letters I, X, Y, Z, got '${word}'`);
    demand(
      shape.length === 2 * word.length && shape.every((dimension) => dimension === 2),
      `needs ${2 * word.length} legs of dimension 2 for the word '${word}', got shape [${shape}]`,
    );
  },
  block: ({ words }, shape, demand) => {
    const sites = shape.length / 2;
    demand(
      shape.length % 2 === 0 && shape.every((dimension) => dimension === 2),
      `needs as many outputs as inputs, all of dimension 2, got shape [${shape}]`,
    );
    demand(
      words.every((word) => /^[IXYZ]*[XYZ][IXYZ]*$/.test(word) && word.length === sites),
      `needs words of ${sites} letters I, X, Y, Z, none the identity, got [${words}]`,
    );
    demand(new Set(words).size === words.length, `needs different words, got [${words}]`);
  },
  stabiliser: (source, shape, demand) => {
    const mistake = sourceMistake(source);
    demand(mistake === null, `needs generators of a pure state: ${mistake}`);
    if (mistake !== null) return;
    const qudits = shape.map((dimension) => quditsOfLeg(dimension, source.prime) ?? Number.NaN);
    demand(!qudits.includes(Number.NaN), `needs legs whose dimensions are powers of ${source.prime}, got [${shape}]`);
    const total = qudits.reduce((sum, count) => sum + count, 0);
    demand(
      Number.isNaN(total) || source.generators.length === total,
      `of shape [${shape}] needs ${total} generators, got ${source.generators.length}`,
    );
  },
});

function parameterMistakes({ parameters, nodes, dimensions }: TensorNetwork): string[] {
  if (!(Number.isInteger(parameters) && parameters >= 0))
    return [`parameters must be a whole number, got ${parameters}`];
  const mistakes: string[] = [];
  const ranges: { readonly id: string; readonly from: number; readonly end: number }[] = [];
  for (const { id, legs, tensor } of nodes) {
    const range = parameterRange(tensor, sizeOf(legs.map((leg) => dimensions[leg]!)));
    if (range === null) continue;
    const { offset: from, length } = range;
    if (Number.isNaN(length)) continue;
    const end = from + length;
    if (Number.isInteger(from) && from >= 0 && end <= parameters) ranges.push({ id, from, end });
    else mistakes.push(`node '${id}' uses parameters ${from} to ${end - 1} of ${parameters}`);
  }
  ranges.sort((a, b) => a.from - b.from || a.end - b.end);
  let furthest = { id: '', from: 0, end: 0 };
  let unused: number | undefined;
  for (const range of ranges) {
    const isShared = range.from === furthest.from && range.end === furthest.end;
    if (range.from < furthest.end && !isShared) {
      mistakes.push(`nodes '${furthest.id}' and '${range.id}' have overlapping parameter ranges`);
    }
    if (range.from > furthest.end) unused ??= furthest.end;
    if (range.end > furthest.end) furthest = range;
  }
  if (furthest.end < parameters) unused ??= furthest.end;
  if (unused !== undefined) mistakes.push(`parameter ${unused} belongs to no node`);
  return mistakes;
}

const repeated = (names: readonly string[]): string[] => {
  const [seen, twice] = [new Set<string>(), new Set<string>()];
  for (const name of names) (seen.has(name) ? twice : seen).add(name);
  return [...twice];
};
