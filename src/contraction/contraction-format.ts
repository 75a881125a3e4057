/** @file Paths to and from opt_einsum's linear format. */

import { DomainError } from '../errors.ts';
import type { ContractionPath } from './contraction-graph.ts';

/**
 * The path in opt_einsum's linear format: each step names positions in the current list of tensors; they are removed
 * and their product is put at the end.
 *
 * @param tensors - number of tensors of the network
 */
export function linearPath(path: ContractionPath, tensors: number): readonly (readonly [number, number])[] {
  const list = Array.from({ length: tensors }, (_, index) => index);
  return path.map(([a, b], k) => {
    const places = [list.indexOf(a), list.indexOf(b)].sort((x, y) => x - y) as [number, number];
    list.splice(places[1], 1);
    list.splice(places[0], 1);
    list.push(tensors + k);
    return places;
  });
}

/**
 * The path that a linear path stands for. A step of more than two tensors contracts them in the order named, a step of
 * one moves it to the end; what remains at the end is contracted in the order of the list.
 *
 * @throws {DomainError} a step names a position twice, or one that does not exist
 */
export function fromLinearPath(linear: readonly (readonly number[])[], tensors: number): ContractionPath {
  const list = Array.from({ length: tensors }, (_, index) => index);
  const path: (readonly [number, number])[] = [];
  const merge = (indices: readonly number[]): void => {
    let product = indices[0]!;
    for (const next of indices.slice(1)) {
      path.push([product, next]);
      product = tensors + path.length - 1;
    }
    list.push(product);
  };
  for (const step of linear) {
    const fine = step.length > 0 && new Set(step).size === step.length && step.every((place) => place in list);
    if (!fine)
      throw new DomainError(`fromLinearPath: different positions below ${list.length} required, got [${step}]`);
    const indices = step.map((place) => list[place]!);
    for (const place of [...step].sort((x, y) => y - x)) list.splice(place, 1);
    merge(indices);
  }
  if (list.length > 1) merge(list.splice(0));
  return path;
}
