/** @file Which legs must be sliced so that a contraction fits into memory? */

import { DomainError } from '../errors.ts';
import { sizeOf } from '../linalg/complex.ts';
import { type ContractionCost, pathCost } from './contraction-cost.ts';
import type { ContractionPath, Leg } from './contraction-graph.ts';
import { type ContractionGraph, checkLegs, contractionGraph, join } from './contraction-graph.ts';
import { contractionPath, type PathOptions } from './contraction-path.ts';

/** Legs whose values are run through one after the other, the path for one slice, and the cost of all slices. */
export interface Slicing {
  readonly legs: readonly Leg[];
  /** Number of slices: the product of the legs' dimensions. */
  readonly slices: number;
  readonly path: ContractionPath;
  /** Operations and writes of all slices together; peak of one. */
  readonly cost: ContractionCost;
}

/**
 * Chooses legs to slice such that no intermediate tensor has more than `maxSize` entries. Each time, the leg of the
 * largest intermediate is taken for which the operations of all slices grow least; legs that turn out unnecessary are
 * dropped, and the path is searched anew for the slices.
 *
 * @param maxSize - complex entries of the largest intermediate tensor, the result included
 * @param options - of the path search
 * @throws {DomainError} the result itself is larger than `maxSize`: legs of the output are not sliced
 */
export function slicing(
  legs: readonly (readonly Leg[])[],
  dimensions: Readonly<Record<Leg, number>>,
  output: readonly Leg[],
  maxSize: number,
  options: PathOptions = {},
): Slicing {
  checkLegs(legs, dimensions, output);
  const result = sizeOf(output.map((leg) => dimensions[leg]!));
  if (!(result <= maxSize)) {
    throw new DomainError(`slicing: maxSize of at least the result's ${result} entries required, got ${maxSize}`);
  }
  const path = contractionPath(legs, dimensions, output, options);
  const names = [...new Set(legs.flat())];
  const graph = contractionGraph(legs, dimensions, output);
  const isOpen = names.map((leg) => output.includes(leg));
  const sliced = new Set<number>();
  for (;;) {
    const { peak, largest } = sizes(graph, path, sliced);
    if (peak <= maxSize) break;
    const candidates = largest.filter((leg) => !isOpen[leg] && graph.dimensions[leg]! > 1);
    const growth = candidates.map((leg) => sizes(graph, path, new Set(sliced).add(leg)).volume);
    sliced.add(candidates[growth.indexOf(Math.min(...growth))]!);
  }
  for (const leg of [...sliced]) {
    sliced.delete(leg);
    if (sizes(graph, path, sliced).peak > maxSize) sliced.add(leg);
  }
  const chosen = [...sliced].map((leg) => names[leg]!);
  const slices = sizeOf(chosen.map((leg) => dimensions[leg]!));
  const one = sliceDimensions(dimensions, chosen);
  const cost = pathCost(legs, one, path, output);
  const other = contractionPath(legs, one, output, options);
  const otherCost = pathCost(legs, one, other, output);
  const better = otherCost.peak <= maxSize && otherCost.flops < cost.flops;
  const { flops, peak, writes } = better ? otherCost : cost;
  return {
    legs: chosen,
    slices,
    path: better ? other : path,
    cost: { flops: flops * slices, peak, writes: writes * slices },
  };
}

/** Dimensions within one slice. */
export function sliceDimensions(
  dimensions: Readonly<Record<Leg, number>>,
  legs: readonly Leg[],
): Readonly<Record<Leg, number>> {
  return { ...dimensions, ...Object.fromEntries(legs.map((leg) => [leg, 1])) };
}

/** Largest intermediate and its legs within one slice; multiply-adds of all slices. */
function sizes(graph: ContractionGraph, path: ContractionPath, sliced: ReadonlySet<number>) {
  const dimensions = graph.dimensions.map((dimension, leg) => (sliced.has(leg) ? 1 : dimension));
  const inner = { ...graph, dimensions };
  const all = [...graph.tensors];
  let [peak, volume] = [0, 0];
  let largest: readonly number[] = [];
  for (const [a, b] of path) {
    const part = join(inner, all[a]!, all[b]!);
    if (part.size > peak) [peak, largest] = [part.size, part.legs.filter((leg) => !sliced.has(leg))];
    volume += part.volume;
    all.push(part);
  }
  return { peak, largest, volume: volume * [...sliced].reduce((slices, leg) => slices * graph.dimensions[leg]!, 1) };
}
