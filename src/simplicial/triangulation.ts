/** @file Three-dimensional triangulations: tetrahedra and how their faces are glued. */

import { DomainError } from '../errors.ts';

/** Images of the vertices 0, 1, 2, 3. */
export type Permutation = readonly [number, number, number, number];

/**
 * To which tetrahedron a face is glued. The vertices of the face go to the images of the permutation, and so the image
 * of the vertex opposite to the face is opposite to the face there.
 */
export interface Gluing {
  readonly tetrahedron: number;
  readonly permutation: Permutation;
}

/** Tetrahedra with vertices 0 … 3; face f is opposite to vertex f, and null is a face of the boundary. */
export interface Triangulation {
  readonly tetrahedra: readonly (readonly [Gluing | null, Gluing | null, Gluing | null, Gluing | null])[];
}

/** The three vertices of each face, in ascending order. */
export const FACE_VERTICES = [
  [1, 2, 3],
  [0, 2, 3],
  [0, 1, 3],
  [0, 1, 2],
] as const;

/** The ends of the six edges, in the order 01, 02, 03, 12, 13, 23. */
export const EDGE_ENDS = [
  [0, 1],
  [0, 2],
  [0, 3],
  [1, 2],
  [1, 3],
  [2, 3],
] as const;

/** Number of the edge between two vertices. */
export const edgeBetween = (a: number, b: number): number =>
  EDGE_ENDS.findIndex(([x, y]) => (x === a && y === b) || (x === b && y === a));

/**
 * @throws {DomainError} a gluing to a tetrahedron that is not there, by no permutation, of a face to itself, or that is not
 *   undone by the one of the other side; all at once
 */
export function checkTriangulation(caller: string, { tetrahedra }: Triangulation): void {
  const mistakes = tetrahedra.flatMap((gluings, t) =>
    gluings.flatMap((gluing, face) => {
      if (gluing === null) return [];
      const { tetrahedron, permutation } = gluing;
      const at = `face ${face} of tetrahedron ${t}`;
      if ([...permutation].sort().join() !== '0,1,2,3') return [`${at} by [${permutation}], no permutation`];
      const back = tetrahedra[tetrahedron]?.[permutation[face]!];
      if (back === undefined) return [`${at} to tetrahedron ${tetrahedron} of ${tetrahedra.length}`];
      if (tetrahedron === t && permutation[face] === face) return [`${at} to itself`];
      const returns =
        back !== null && back.tetrahedron === t && permutation.every((image, v) => back.permutation[image] === v);
      return returns ? [] : [`${at}, which the other side does not glue back`];
    }),
  );
  if (tetrahedra.length === 0) mistakes.push('no tetrahedron');
  if (mistakes.length > 0) {
    throw new DomainError(`${caller}: a triangulation required, got gluings of ${mistakes.join('; ')}`);
  }
}

/** A face by a name and its vertices in the order in which both sides glue them. */
export interface NamedFace {
  readonly name: string;
  /** Vertices of the tetrahedron. */
  readonly vertices: readonly [number, number, number];
}

/**
 * The triangulation in which faces of one name are glued, vertex by vertex in the given order.
 *
 * @param faces - four of each tetrahedron; a name that occurs once is a face of the boundary
 * @throws {DomainError} a name that occurs more than twice
 */
export function gluedTriangulation(faces: readonly (readonly NamedFace[])[]): Triangulation {
  const places = new Map<string, { readonly tetrahedron: number; readonly vertices: NamedFace['vertices'] }[]>();
  faces.forEach((own, tetrahedron) => {
    for (const { name, vertices } of own) places.set(name, [...(places.get(name) ?? []), { tetrahedron, vertices }]);
  });
  const tetrahedra = faces.map(() => [null, null, null, null] as (Gluing | null)[]);
  for (const [name, sides] of places) {
    if (sides.length > 2)
      throw new DomainError(`gluedTriangulation: at most two faces '${name}' required, got ${sides.length}`);
    if (sides.length < 2) continue;
    for (const [here, there] of [sides, [...sides].reverse()]) {
      const permutation = [-1, -1, -1, -1];
      here!.vertices.forEach((vertex, k) => {
        permutation[vertex] = there!.vertices[k]!;
      });
      const [face, opposite] = [opposed(here!.vertices), opposed(there!.vertices)];
      permutation[face] = opposite;
      tetrahedra[here!.tetrahedron]![face] = {
        tetrahedron: there!.tetrahedron,
        permutation: permutation as unknown as Permutation,
      };
    }
  }
  return { tetrahedra: tetrahedra as unknown as Triangulation['tetrahedra'] };
}

/** The vertex that is not among three. */
const opposed = (vertices: readonly number[]): number => 6 - vertices[0]! - vertices[1]! - vertices[2]!;

/**
 * The triangulation of a list of tetrahedra by their vertices: tetrahedra that have three vertices in common share a face.
 *
 * @throws {DomainError} a tetrahedron without four different vertices, or a triangle of more than two tetrahedra
 */
export function triangulationOfSimplices(simplices: readonly (readonly number[])[]): Triangulation {
  const wrong = simplices.find((simplex) => new Set(simplex).size !== 4);
  if (wrong !== undefined || simplices.length === 0) {
    throw new DomainError(`triangulationOfSimplices: four different vertices required, got [${wrong ?? ''}]`);
  }
  return gluedTriangulation(
    simplices.map((simplex) =>
      FACE_VERTICES.map((face) => {
        const vertices = [...face].sort((a, b) => simplex[a]! - simplex[b]!) as [number, number, number];
        return { name: vertices.map((v) => simplex[v]!).join(), vertices };
      }),
    ),
  );
}
