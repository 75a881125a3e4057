/** @file Traces and diagonals: a second place of a leg on one tensor becomes a leg of its own. */

import { DomainError } from '../errors.ts';
import type { ComplexArray } from '../linalg/complex.ts';
import type { Leg } from './contraction-graph.ts';

/** A contraction in which no leg lies twice on a tensor, and the tensors to be appended to the given ones. */
export interface DistinctLegs {
  readonly legs: readonly (readonly Leg[])[];
  readonly dimensions: Readonly<Record<Leg, number>>;
  readonly deltas: readonly ComplexArray[];
}

/**
 * The same contraction without repeated legs: every further place of a leg on a tensor gets a name of its own, which a
 * unit matrix δ joins with the leg. With A_aa summed over a this gives the trace, with a kept the diagonal.
 *
 * @param legs - of each tensor, in any number of places
 * @throws {DomainError} a repeated leg without a positive whole dimension
 *
 * Cost of δ: that of one more tensor of dimension² entries for each repetition.
 */
export function withDistinctLegs(
  legs: readonly (readonly Leg[])[],
  dimensions: Readonly<Record<Leg, number>>,
): DistinctLegs {
  const all: Record<Leg, number> = { ...dimensions };
  const joints: (readonly [Leg, Leg])[] = [];
  const fresh = (leg: Leg): Leg => (leg in all ? fresh(`${leg}'`) : leg);
  const distinct = legs.map((own) =>
    own.map((leg, place) => {
      if (own.indexOf(leg) === place) return leg;
      const dimension = dimensions[leg];
      if (!(Number.isInteger(dimension) && dimension! > 0)) {
        throw new DomainError(
          `withDistinctLegs: a positive integer as dimension of leg '${leg}' required, got ${dimension}`,
        );
      }
      const name = fresh(`${leg}'`);
      all[name] = dimension!;
      joints.push([leg, name]);
      return name;
    }),
  );
  const deltas = joints.map(([leg]) => unitMatrix(dimensions[leg]!));
  return { legs: [...distinct, ...joints], dimensions: all, deltas };
}

function unitMatrix(size: number): ComplexArray {
  const interleaved = new Float64Array(2 * size * size);
  for (let i = 0; i < size; i++) interleaved[2 * i * (size + 1)] = 1;
  return { shape: [size, size], interleaved };
}
