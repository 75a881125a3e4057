/** @file What does a contraction cost? Known before it runs. */

import type { ContractionPath, Leg } from './contraction-graph.ts';
import { contractionGraph, danglingLegs, join } from './contraction-graph.ts';

/**
 * What a path costs: real floating-point operations in all (8 for a complex multiply-add), entries of the largest
 * intermediate tensor, and entries of all intermediate tensors together.
 */
export interface ContractionCost {
  readonly flops: number;
  readonly peak: number;
  readonly writes: number;
}

/**
 * The cost of a path. The last tensor, which is the result, counts as an intermediate too.
 *
 * @param legs - legs of each tensor
 * @param dimensions - dimension of every leg
 * @param output - legs of the result; default the legs on one tensor only
 * @throws {DomainError} legs that do not fit together, see `contractionGraph`
 */
export function pathCost(
  legs: readonly (readonly Leg[])[],
  dimensions: Readonly<Record<Leg, number>>,
  path: ContractionPath,
  output: readonly Leg[] = danglingLegs(legs),
): ContractionCost {
  const graph = contractionGraph(legs, dimensions, output);
  const all = [...graph.tensors];
  let [flops, peak, writes] = [0, 0, 0];
  for (const [a, b] of path) {
    const part = join(graph, all[a]!, all[b]!);
    flops += 8 * part.volume;
    peak = Math.max(peak, part.size);
    writes += part.size;
    all.push(part);
  }
  return { flops, peak, writes };
}
