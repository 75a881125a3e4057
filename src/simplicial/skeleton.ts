/** @file Vertices, edges and triangles of a triangulation after gluing. */

import { checkTriangulation, EDGE_ENDS, edgeBetween, FACE_VERTICES, type Triangulation } from './triangulation.ts';

/** What is left of the vertices, edges and triangles of the tetrahedra when faces are glued. */
export interface Skeleton {
  readonly vertices: number;
  readonly edges: number;
  readonly triangles: number;
  /** Of each tetrahedron, by its vertices 0 … 3. */
  readonly vertexOf: readonly (readonly number[])[];
  /** Of each tetrahedron, by its edges 01, 02, 03, 12, 13, 23. */
  readonly edgeOf: readonly (readonly number[])[];
  /** Both vertices of every edge. */
  readonly endsOf: readonly (readonly [number, number])[];
  readonly boundary: {
    readonly vertices: readonly number[];
    readonly edges: readonly number[];
    /** Edges of each triangle of the boundary, those opposite to its first, second and third vertex. */
    readonly triangles: readonly (readonly [number, number, number])[];
  };
  /** V − E + F − T; 0 for closed manifolds. */
  readonly eulerCharacteristic: number;
  /** Whether the tetrahedra can be oriented so that all gluings reverse the orientation. */
  readonly isOrientable: boolean;
}

/**
 * The skeleton of a triangulation.
 *
 * @throws {DomainError} gluings that do not fit together
 *
 * Cost O(tetrahedra).
 */
export function skeleton(triangulation: Triangulation): Skeleton {
  checkTriangulation('skeleton', triangulation);
  const { tetrahedra } = triangulation;
  const [vertices, edges] = [classes(4 * tetrahedra.length), classes(6 * tetrahedra.length)];
  let open = 0;
  tetrahedra.forEach((gluings, t) => {
    gluings.forEach((gluing, face) => {
      if (gluing === null) {
        open++;
        return;
      }
      const { tetrahedron, permutation } = gluing;
      for (const v of FACE_VERTICES[face]!) {
        vertices.join(4 * t + v, 4 * tetrahedron + permutation[v]!);
        for (const w of FACE_VERTICES[face]!) {
          if (v < w) {
            edges.join(6 * t + edgeBetween(v, w), 6 * tetrahedron + edgeBetween(permutation[v]!, permutation[w]!));
          }
        }
      }
    });
  });
  const [vertexClass, edgeClass] = [vertices.numbered(), edges.numbered()];
  const triangles = (4 * tetrahedra.length + open) / 2;
  const endsOf: (readonly [number, number])[] = Array.from({ length: edgeClass.count });
  tetrahedra.forEach((_, t) => {
    EDGE_ENDS.forEach(([a, b], e) => {
      endsOf[edgeClass.of(6 * t + e)] ??= [vertexClass.of(4 * t + a), vertexClass.of(4 * t + b)];
    });
  });
  return {
    vertices: vertexClass.count,
    edges: edgeClass.count,
    triangles,
    vertexOf: tetrahedra.map((_, t) => [0, 1, 2, 3].map((v) => vertexClass.of(4 * t + v))),
    edgeOf: tetrahedra.map((_, t) => EDGE_ENDS.map((_, e) => edgeClass.of(6 * t + e))),
    endsOf,
    boundary: boundaryOf(
      triangulation,
      (t, v) => vertexClass.of(4 * t + v),
      (t, e) => edgeClass.of(6 * t + e),
    ),
    eulerCharacteristic: vertexClass.count - edgeClass.count + triangles - tetrahedra.length,
    isOrientable: isOrientable(triangulation),
  };
}

function boundaryOf(
  { tetrahedra }: Triangulation,
  vertexOf: (t: number, v: number) => number,
  edgeOf: (t: number, e: number) => number,
): Skeleton['boundary'] {
  const [vertices, edges] = [new Set<number>(), new Set<number>()];
  const triangles = tetrahedra.flatMap((gluings, t) =>
    gluings.flatMap((gluing, face): readonly (readonly [number, number, number])[] => {
      if (gluing !== null) return [];
      const [a, b, c] = FACE_VERTICES[face]!;
      const own = [edgeBetween(b, c), edgeBetween(a, c), edgeBetween(a, b)].map((e) => edgeOf(t, e));
      for (const v of [a, b, c]) vertices.add(vertexOf(t, v));
      for (const e of own) edges.add(e);
      return [own as [number, number, number]];
    }),
  );
  const ascending = (numbers: ReadonlySet<number>): readonly number[] => [...numbers].sort((a, b) => a - b);
  return { vertices: ascending(vertices), edges: ascending(edges), triangles };
}

function isOrientable({ tetrahedra }: Triangulation): boolean {
  const signs = new Map<number, number>();
  for (let start = 0; start < tetrahedra.length; start++) {
    if (signs.has(start)) continue;
    signs.set(start, 1);
    const stack = [start];
    while (stack.length > 0) {
      const t = stack.pop()!;
      for (const gluing of tetrahedra[t]!) {
        if (gluing === null) continue;
        const sign = -signs.get(t)! * signOf(gluing.permutation);
        const known = signs.get(gluing.tetrahedron);
        if (known === undefined) {
          signs.set(gluing.tetrahedron, sign);
          stack.push(gluing.tetrahedron);
        } else if (known !== sign) return false;
      }
    }
  }
  return true;
}

const signOf = (permutation: readonly number[]): number =>
  permutation.reduce(
    (sign, image, k) => permutation.slice(k + 1).reduce((s, later) => (later < image ? -s : s), sign),
    1,
  );

/** Classes of numbers below `count`, joined pair by pair. */
function classes(count: number) {
  const parent = Int32Array.from({ length: count }, (_, k) => k);
  const root = (k: number): number => {
    let at = k;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  return {
    join: (a: number, b: number): void => {
      parent[root(a)] = root(b);
    },
    /** The classes numbered in the order of their first members. */
    numbered: () => {
      const numbers = new Map<number, number>();
      for (let k = 0; k < count; k++) if (!numbers.has(root(k))) numbers.set(root(k), numbers.size);
      return { count: numbers.size, of: (k: number): number => numbers.get(root(k))! };
    },
  };
}
