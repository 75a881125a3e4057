/** @file Spheres as boundaries of regular polytopes, all of whose edges are equal. */

import { DomainError } from '../errors.ts';
import { type SimplicialComplex, simplicialComplex, subsets } from './simplicial-complex.ts';

/**
 * The boundary of the simplex of dimension d + 1: the sphere S^d of d + 2 simplices, the fewest that it takes.
 *
 * @throws {DomainError} a dimension other than 2, 3, 4
 */
export function simplexBoundary(dimension: number): SimplicialComplex {
  checkDimension('simplexBoundary', dimension);
  const vertices = Array.from({ length: dimension + 2 }, (_, k) => k);
  return simplicialComplex(subsets(vertices, dimension + 1));
}

/**
 * The boundary of the cross-polytope, of 2^{d+1} simplices: octahedron, 16-cell, 5-orthoplex. Vertices 2k and 2k + 1 are
 * opposite.
 *
 * @throws {DomainError} a dimension other than 2, 3, 4
 */
export function crossPolytope(dimension: number): SimplicialComplex {
  checkDimension('crossPolytope', dimension);
  return simplicialComplex(
    Array.from({ length: 2 ** (dimension + 1) }, (_, signs) =>
      Array.from({ length: dimension + 1 }, (_, k) => 2 * k + ((signs >> k) & 1)),
    ),
  );
}

function checkDimension(caller: string, dimension: number): void {
  if (![2, 3, 4].includes(dimension))
    throw new DomainError(`${caller}: dimension 2, 3 or 4 required, got ${dimension}`);
}

const EVEN_PERMUTATIONS = [0, 1, 2, 3].flatMap((a) =>
  [0, 1, 2, 3].flatMap((b) =>
    [0, 1, 2, 3].flatMap((c) => {
      const order = [a, b, c, 6 - a - b - c];
      return new Set(order).size === 4 && inversions(order) % 2 === 0 ? [order] : [];
    }),
  ),
);

function inversions(order: readonly number[]): number {
  return order.reduce((sum, x, k) => sum + order.slice(k + 1).filter((later) => later < x).length, 0);
}

/** The 600-cell: S³ of 600 tetrahedra, five at each of its 720 edges, with the 120 icosians as vertices. */
export function sixHundredCell(): SimplicialComplex {
  const golden = (1 + Math.sqrt(5)) / 2;
  const signs = (values: readonly number[]): readonly number[][] =>
    values.reduce<number[][]>(
      (all, x) =>
        all.flatMap((row) =>
          x === 0
            ? [[...row, 0]]
            : [
                [...row, x],
                [...row, -x],
              ],
        ),
      [[]],
    );
  const vertices = [
    ...[0, 1, 2, 3].flatMap((axis) => [1, -1].map((sign) => [0, 1, 2, 3].map((k) => (k === axis ? sign : 0)))),
    ...signs([0.5, 0.5, 0.5, 0.5]),
    ...signs([golden / 2, 0.5, 1 / (2 * golden), 0]).flatMap((row) =>
      EVEN_PERMUTATIONS.map((order) => order.map((k) => row[k]!)),
    ),
  ];
  const areNear = (a: number, b: number): boolean =>
    Math.abs(vertices[a]!.reduce((sum, x, k) => sum + x * vertices[b]![k]!, 0) - golden / 2) < 1e-9;
  const after = vertices.map((_, a) => vertices.flatMap((_, b) => (b > a && areNear(a, b) ? [b] : [])));
  const tetrahedra = vertices.flatMap((_, a) =>
    after[a]!.flatMap((b) =>
      after[b]!.filter((c) => areNear(a, c)).flatMap((c) =>
        after[c]!.filter((d) => areNear(a, d) && areNear(b, d)).map((d) => [a, b, c, d]),
      ),
    ),
  );
  return simplicialComplex(tetrahedra);
}
