/** @file Tensors that are stabiliser states: the group behind the record, and the qudits of each leg. */

import { DomainError, ShapeError } from '../errors.ts';
import { stabiliserGroup } from '../stabiliser/given-generators.ts';
import { generatorRows, isPureGroup, type StabiliserGroup } from '../stabiliser/stabiliser-group.ts';
import type { StabiliserSource } from './tensor-network.ts';

/**
 * The group of a tensor.
 *
 * @throws {ShapeError | DomainError} generators that are no group, see `stabiliserGroup`, or fewer than qudits
 */
export function groupOfSource({ prime, generators, phases }: StabiliserSource): StabiliserGroup {
  const qudits = (generators[0]?.length ?? 0) / 2;
  const group = stabiliserGroup(prime, qudits, generators, phases);
  if (isPureGroup(group)) return group;
  throw new ShapeError(`stabiliser tensor: ${qudits} generators required, got ${generators.length}`);
}

/**
 * The tensor of a pure group, for a node of a network.
 *
 * @throws {ShapeError} fewer generators than qudits
 */
export function sourceOfGroup(group: StabiliserGroup): StabiliserSource {
  if (!isPureGroup(group)) {
    throw new ShapeError(`sourceOfGroup: ${group.qudits} generators required, got ${group.phases.length}`);
  }
  const { generators, phases } = generatorRows(group);
  const signs = phases.some((phase) => phase !== 0) ? { phases } : {};
  return { kind: 'stabiliser', prime: group.prime, generators, ...signs };
}

/** What is wrong with the generators of a tensor, in words; null if nothing is. */
export function sourceMistake(source: StabiliserSource): string | null {
  try {
    groupOfSource(source);
    return null;
  } catch (error) {
    if (error instanceof DomainError || error instanceof ShapeError) return error.message;
    throw error;
  }
}

/** How many qudits of prime dimension p make up a leg; null if its dimension is not a power of p. */
export function quditsOfLeg(dimension: number, prime: number): number | null {
  let [rest, count] = [dimension, 0];
  while (rest > 1 && rest % prime === 0) {
    rest /= prime;
    count++;
  }
  return rest === 1 ? count : null;
}
