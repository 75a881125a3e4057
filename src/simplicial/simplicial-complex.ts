/** @file Simplicial complexes of dimension two to four: simplices, their edges, and the hinges at which they meet. */

import { DomainError } from '../errors.ts';

/** A face of codimension two, around which simplices meet. */
export interface Hinge {
  /** Ascending. */
  readonly vertices: readonly number[];
  /** Simplices that have it, by their numbers. */
  readonly simplices: readonly number[];
  /** Whether it lies on the boundary. */
  readonly isOuter: boolean;
}

/** Simplices by their vertices, and what they share. */
export interface SimplicialComplex {
  /** 2, 3 or 4. */
  readonly dimension: number;
  readonly vertices: number;
  /** Of dimension + 1 vertices each, ascending. */
  readonly simplices: readonly (readonly number[])[];
  /** Pairs of vertices, the smaller first, in lexicographic order. */
  readonly edges: readonly (readonly [number, number])[];
  readonly hinges: readonly Hinge[];
}

/** All subsets of a size, in lexicographic order. */
export function subsets<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return list.flatMap((first, k) => subsets(list.slice(k + 1), size - 1).map((rest) => [first, ...rest]));
}

/**
 * The complex of a list of simplices.
 *
 * @param simplices - vertices 0, 1, … of each
 * @throws {DomainError} simplices of different or other dimensions, a vertex twice in one, a number that is no vertex,
 *   the same simplex twice, or a face of more than two; all at once
 *
 * Cost O(simplices).
 */
export function simplicialComplex(simplices: readonly (readonly number[])[]): SimplicialComplex {
  const sorted = simplices.map((simplex) => [...simplex].sort((a, b) => a - b));
  const size = sorted[0]?.length ?? 0;
  const facets = new Map<string, number>();
  for (const simplex of sorted) {
    for (const facet of subsets(simplex, size - 1)) facets.set(facet.join(), (facets.get(facet.join()) ?? 0) + 1);
  }
  checkSimplices(sorted, size, facets);
  const outer = new Set<string>();
  for (const [facet, count] of facets) {
    if (count === 1) for (const hinge of subsets(facet.split(',').map(Number), size - 2)) outer.add(hinge.join());
  }
  const [edges, hinges] = [new Map<string, readonly [number, number]>(), new Map<string, number[]>()];
  sorted.forEach((simplex, k) => {
    for (const edge of subsets(simplex, 2)) edges.set(edge.join(), edge as unknown as readonly [number, number]);
    for (const hinge of subsets(simplex, size - 2)) hinges.set(hinge.join(), [...(hinges.get(hinge.join()) ?? []), k]);
  });
  return {
    dimension: size - 1,
    vertices: 1 + sorted.reduce((most, simplex) => Math.max(most, simplex[size - 1]!), 0),
    simplices: sorted,
    edges: [...edges.values()].sort(([a, b], [c, d]) => a - c || b - d),
    hinges: [...hinges].map(([name, own]) => ({
      vertices: name.split(',').map(Number),
      simplices: own,
      isOuter: outer.has(name),
    })),
  };
}

function checkSimplices(
  simplices: readonly (readonly number[])[],
  size: number,
  facets: ReadonlyMap<string, number>,
): void {
  const mistakes = simplices.flatMap((simplex, k) => [
    ...(simplex.length === size ? [] : [`simplex ${k} with ${simplex.length} vertices instead of ${size}`]),
    ...(new Set(simplex).size === simplex.length ? [] : [`a vertex twice in simplex ${k}`]),
    ...(simplex.every((v) => Number.isInteger(v) && v >= 0) ? [] : [`no vertex numbers in simplex ${k}`]),
  ]);
  if (![3, 4, 5].includes(size)) mistakes.push(`simplices of ${size} vertices`);
  const names = simplices.map((simplex) => simplex.join());
  if (new Set(names).size !== names.length) mistakes.push('a simplex twice');
  const crowded = [...facets]
    .filter(([, count]) => count > 2)
    .map(([facet]) => `more than two simplices at [${facet}]`);
  if (mistakes.length + crowded.length > 0) {
    throw new DomainError(
      `simplicialComplex: simplices of dimension 2, 3 or 4 that meet two at a face required, got ${[...mistakes, ...crowded].join('; ')}`,
    );
  }
}
