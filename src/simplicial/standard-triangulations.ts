/** @file Triangulations of well-known three-manifolds, and of the cylinder over a surface. */

import { DomainError } from '../errors.ts';
import {
  checkTriangulation,
  gluedTriangulation,
  type NamedFace,
  type Permutation,
  type Triangulation,
  triangulationOfSimplices,
} from './triangulation.ts';

/** The three-sphere, as the boundary of a simplex of dimension four: five tetrahedra. */
export const threeSphere = (): Triangulation =>
  triangulationOfSimplices([0, 1, 2, 3, 4].map((missing) => [0, 1, 2, 3, 4].filter((v) => v !== missing)));

/**
 * The lens space L(p, q): p tetrahedra around an axis, a double pyramid over a p-gon, whose upper faces are glued to the
 * lower ones after a turn by q corners. L(1, 0) is the three-sphere, L(2, 1) the projective space.
 *
 * @throws {DomainError} p is not a positive integer, or q is not prime to it
 */
export function lensSpace(p: number, q: number): Triangulation {
  if (!(Number.isInteger(p) && p >= 1 && Number.isInteger(q) && commonDivisor(p, q) === 1)) {
    throw new DomainError(`lensSpace: p ≥ 1 and q prime to it required, got p = ${p}, q = ${q}`);
  }
  const wrapped = (k: number): number => ((k % p) + p) % p;
  // Vertices: north 0, south 1, corner i 2, corner i + 1 3.
  return gluedTriangulation(
    Array.from({ length: p }, (_, i): readonly NamedFace[] => [
      { name: `axis${i}`, vertices: [0, 1, 2] },
      { name: `axis${wrapped(i + 1)}`, vertices: [0, 1, 3] },
      { name: `cap${wrapped(i + q)}`, vertices: [0, 2, 3] },
      { name: `cap${i}`, vertices: [1, 2, 3] },
    ]),
  );
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : commonDivisor(b, a % b));

/**
 * A closed surface of triangles whose edges have directions that go round no triangle, so that it has a first, a second and a
 * third vertex: by its edges 01, 12 and 02. Each edge lies on two triangles.
 */
export type DirectedSurface = readonly (readonly [number, number, number])[];

/** The sphere as two triangles that share all edges. */
export const SPHERE: DirectedSurface = [
  [0, 1, 2],
  [0, 1, 2],
];

/** The torus as a square with a diagonal: one vertex, three edges. */
export const TORUS: DirectedSurface = [
  [0, 1, 2],
  [1, 0, 2],
];

/** The cylinder over a surface, from t = 0 to t = 1. */
export interface Cylinder {
  readonly triangulation: Triangulation;
  /** For each edge of the surface a tetrahedron and the ends of that edge in it, at t = 0 and at t = 1. */
  readonly ends: readonly [first: readonly EdgePlace[], second: readonly EdgePlace[]];
}

/** An edge as two vertices of a tetrahedron. */
export interface EdgePlace {
  readonly tetrahedron: number;
  readonly vertices: readonly [number, number];
}

/**
 * The cylinder surface × [0, 1]: a prism over every triangle, cut into three tetrahedra along the directions of the edges.
 *
 * @param identified - whether t = 1 is glued to t = 0, which gives surface × S¹
 * @throws {DomainError} an edge that does not lie on two triangles
 */
export function cylinder(surface: DirectedSurface, identified = false): Cylinder {
  const edges = [...new Set(surface.flat())].sort((a, b) => a - b);
  const wrong = edges.filter((edge) => surface.flat().filter((other) => other === edge).length !== 2);
  if (wrong.length > 0 || edges.some((edge, k) => edge !== k)) {
    throw new DomainError(
      `cylinder: edges 0, 1, … on two triangles each required, got [${surface.map((t) => `[${t}]`)}]`,
    );
  }
  const ends: [EdgePlace[], EdgePlace[]] = [[], []];
  // Corners x, y, z at t = 0 and X, Y, Z at t = 1: tetrahedra xyzZ, xyYZ, xXYZ.
  const faces = surface.flatMap(([xy, yz, xz], k): readonly (readonly NamedFace[])[] => {
    const base = 3 * k;
    ends[0][xy] ??= { tetrahedron: base, vertices: [0, 1] };
    ends[0][yz] ??= { tetrahedron: base, vertices: [1, 2] };
    ends[0][xz] ??= { tetrahedron: base, vertices: [0, 2] };
    ends[1][xy] ??= { tetrahedron: base + 2, vertices: [1, 2] };
    ends[1][yz] ??= { tetrahedron: base + 2, vertices: [2, 3] };
    ends[1][xz] ??= { tetrahedron: base + 2, vertices: [1, 3] };
    return [
      [
        { name: `first${k}`, vertices: [0, 1, 2] },
        { name: `low${yz}`, vertices: [1, 2, 3] },
        { name: `low${xz}`, vertices: [0, 2, 3] },
        { name: `lower${k}`, vertices: [0, 1, 3] },
      ],
      [
        { name: `lower${k}`, vertices: [0, 1, 3] },
        { name: `low${xy}`, vertices: [0, 1, 2] },
        { name: `high${yz}`, vertices: [1, 2, 3] },
        { name: `upper${k}`, vertices: [0, 2, 3] },
      ],
      [
        { name: `upper${k}`, vertices: [0, 2, 3] },
        { name: `high${xy}`, vertices: [0, 1, 2] },
        { name: `high${xz}`, vertices: [0, 1, 3] },
        { name: identified ? `first${k}` : `second${k}`, vertices: [1, 2, 3] },
      ],
    ];
  });
  return { triangulation: gluedTriangulation(faces), ends };
}

/** The product of the two-sphere with a circle: six tetrahedra. */
export const sphereTimesCircle = (): Triangulation => cylinder(SPHERE, true).triangulation;

/** The three-torus: six tetrahedra, one vertex. */
export const threeTorus = (): Triangulation => cylinder(TORUS, true).triangulation;

/**
 * Poincaré's homology sphere, the dodecahedral space: five tetrahedra, one vertex.
 *
 * @see Burton, Budney, Pettersson et al., Regina (census of closed manifolds), regina-normal.github.io
 */
export function poincareSphere(): Triangulation {
  const gluings: readonly (readonly (readonly [number, Permutation])[])[] = [
    [
      [1, [0, 3, 2, 1]],
      [2, [3, 0, 1, 2]],
      [3, [3, 2, 0, 1]],
      [4, [3, 1, 2, 0]],
    ],
    [
      [0, [0, 3, 2, 1]],
      [2, [2, 1, 0, 3]],
      [4, [2, 3, 1, 0]],
      [3, [2, 0, 3, 1]],
    ],
    [
      [0, [1, 2, 3, 0]],
      [1, [2, 1, 0, 3]],
      [3, [1, 2, 3, 0]],
      [4, [3, 0, 1, 2]],
    ],
    [
      [0, [2, 3, 1, 0]],
      [1, [1, 3, 0, 2]],
      [4, [1, 2, 3, 0]],
      [2, [3, 0, 1, 2]],
    ],
    [
      [0, [3, 1, 2, 0]],
      [1, [3, 2, 0, 1]],
      [2, [1, 2, 3, 0]],
      [3, [3, 0, 1, 2]],
    ],
  ];
  const tetrahedra = gluings.map((own) => own.map(([tetrahedron, permutation]) => ({ tetrahedron, permutation })));
  const triangulation = { tetrahedra } as unknown as Triangulation;
  checkTriangulation('poincareSphere', triangulation);
  return triangulation;
}
