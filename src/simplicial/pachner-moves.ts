/**
 * @file Pachner's moves: a ball of tetrahedra is exchanged for another with the same boundary. Any two triangulations of
 * a manifold are related by a sequence of them.
 *
 * @see Pachner, Eur. J. Combin. 12, 129 (1991)
 */

import { DomainError } from '../errors.ts';
import {
  checkTriangulation,
  FACE_VERTICES,
  gluedTriangulation,
  type NamedFace,
  type Triangulation,
} from './triangulation.ts';

/**
 * A move. 1 → 4 puts a vertex into a tetrahedron, and 4 → 1 takes away a vertex at which just four tetrahedra meet;
 * 2 → 3 puts an edge in the place of a face, and 3 → 2 takes away an edge at which just three tetrahedra meet.
 */
export type PachnerMove =
  | { readonly kind: '1-4'; readonly at: number }
  | { readonly kind: '4-1'; readonly at: number; readonly vertex: number }
  | { readonly kind: '2-3'; readonly at: number; readonly face: number }
  | { readonly kind: '3-2'; readonly at: number; readonly edge: readonly [number, number] };

/** A tetrahedron of the ball, by labels of its vertices. */
interface Labelled {
  readonly tetrahedron: number;
  readonly labels: readonly string[];
}

/**
 * The triangulation after a move; null where the move cannot be made, since the tetrahedra that it would exchange are
 * not different ones or not arranged as a ball.
 *
 * @throws {DomainError} a tetrahedron, face, vertex or edge that does not exist
 */
export function moved(triangulation: Triangulation, move: PachnerMove): Triangulation | null {
  checkTriangulation('moved', triangulation);
  const { tetrahedra } = triangulation;
  const own = 'vertex' in move ? [move.vertex] : 'face' in move ? [move.face] : 'edge' in move ? move.edge : [];
  if (
    tetrahedra[move.at] === undefined ||
    own.some((v) => ![0, 1, 2, 3].includes(v)) ||
    (own.length === 2 && own[0] === own[1])
  ) {
    throw new DomainError(
      `moved: a tetrahedron below ${tetrahedra.length} with vertices 0 … 3 required, got ${JSON.stringify(move)}`,
    );
  }
  const ball = ballOf(triangulation, move);
  return ball === null ? null : exchanged(triangulation, ball.before, ball.after);
}

interface Ball {
  readonly before: readonly Labelled[];
  readonly after: readonly (readonly string[])[];
}

function ballOf(triangulation: Triangulation, move: PachnerMove): Ball | null {
  const first: Labelled = { tetrahedron: move.at, labels: ['0', '1', '2', '3'] };
  if (move.kind === '1-4') {
    return {
      before: [first],
      after: first.labels.map((_, k) => first.labels.map((label, v) => (v === k ? 'new' : label))),
    };
  }
  if (move.kind === '2-3') {
    const second = across(triangulation, first, move.face, 'far');
    if (second === null) return null;
    const shared = first.labels.filter((_, v) => v !== move.face);
    const near = String(move.face);
    return {
      before: [first, second],
      after: shared.map((left) => [near, 'far', ...shared.filter((label) => label !== left)]),
    };
  }
  const inner = move.kind === '4-1' ? [move.vertex] : move.edge;
  const outer = [0, 1, 2, 3].filter((v) => !inner.includes(v));
  const others = outer.map((face) => across(triangulation, first, face, 'far'));
  // Three tetrahedra around an edge: those across both faces at it; four around a vertex: those across all three.
  if (others.includes(null)) return null;
  const before = [first, ...(others as readonly Labelled[])];
  if (!isClosedAround(triangulation, before, new Set(inner.map(String)))) return null;
  const rim = [...outer.map(String), 'far'];
  const after = move.kind === '4-1' ? [rim] : inner.map((v) => [String(v), ...rim]);
  return { before, after };
}

/** The tetrahedron across a face, with the labels of the face; null at the boundary. */
function across({ tetrahedra }: Triangulation, from: Labelled, face: number, far: string): Labelled | null {
  const gluing = tetrahedra[from.tetrahedron]![face];
  if (gluing === null || gluing === undefined) return null;
  const labels = ['', '', '', ''];
  gluing.permutation.forEach((image, v) => {
    labels[image] = v === face ? far : from.labels[v]!;
  });
  return { tetrahedron: gluing.tetrahedron, labels };
}

/** Whether different tetrahedra are glued, label by label, on all faces with all of the inner labels. */
function isClosedAround({ tetrahedra }: Triangulation, ball: readonly Labelled[], inner: ReadonlySet<string>): boolean {
  if (new Set(ball.map(({ tetrahedron }) => tetrahedron)).size !== ball.length) return false;
  return ball.every(({ tetrahedron, labels }) =>
    labels.every((label, face) => {
      if (inner.has(label)) return true;
      const gluing = tetrahedra[tetrahedron]![face];
      const other = gluing && ball.find((member) => member.tetrahedron === gluing.tetrahedron);
      return !!other && labels.every((own, v) => v === face || other.labels[gluing.permutation[v]!] === own);
    }),
  );
}

/** A ball exchanged for another; faces of its boundary keep their gluings, also to each other. */
function exchanged(
  triangulation: Triangulation,
  before: readonly Labelled[],
  after: readonly (readonly string[])[],
): Triangulation | null {
  const members = new Set(before.map(({ tetrahedron }) => tetrahedron));
  if (members.size !== before.length) return null;
  const triple = (labels: readonly string[], face: number): string =>
    FACE_VERTICES[face]!.map((v) => labels[v]!)
      .sort()
      .join();
  const outside = new Map(
    before.flatMap(({ tetrahedron, labels }) =>
      FACE_VERTICES.map((_, face) => {
        const { name, vertices } = namedFace(triangulation, tetrahedron, face);
        return [triple(labels, face), { name, labels: vertices.map((v) => labels[v]!) }] as const;
      }),
    ),
  );
  const kept = triangulation.tetrahedra.flatMap((_, t) =>
    members.has(t) ? [] : [FACE_VERTICES.map((_, face) => namedFace(triangulation, t, face))],
  );
  const fresh = after.map((labels) =>
    FACE_VERTICES.map((_, face): NamedFace => {
      const key = triple(labels, face);
      const old = outside.get(key) ?? { name: `inside ${key}`, labels: key.split(',') };
      const vertices = old.labels.map((label) => labels.indexOf(label));
      return { name: old.name, vertices: vertices as unknown as NamedFace['vertices'] };
    }),
  );
  return gluedTriangulation([...kept, ...fresh]);
}

/** A face under the name of that side of it which comes first, with its vertices in the order that they have there. */
function namedFace({ tetrahedra }: Triangulation, tetrahedron: number, face: number): NamedFace {
  const gluing = tetrahedra[tetrahedron]![face];
  const own = FACE_VERTICES[face]!;
  const there = gluing ? 4 * gluing.tetrahedron + gluing.permutation[face]! : Infinity;
  if (!gluing || 4 * tetrahedron + face < there) return { name: `${4 * tetrahedron + face}`, vertices: own };
  const order = FACE_VERTICES[gluing.permutation[face]!]!;
  const vertices = order.map((image) => own.find((v) => gluing.permutation[v] === image)!);
  return { name: `${there}`, vertices: vertices as unknown as NamedFace['vertices'] };
}
