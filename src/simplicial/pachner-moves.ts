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
  type Gluing,
  type Permutation,
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
  { tetrahedra }: Triangulation,
  before: readonly Labelled[],
  after: readonly (readonly string[])[],
): Triangulation | null {
  const members = new Map(before.map(({ tetrahedron, labels }) => [tetrahedron, labels]));
  if (members.size !== before.length) return null;
  const kept = tetrahedra.flatMap((_, t) => (members.has(t) ? [] : [t]));
  const numbers = new Map(kept.map((t, k) => [t, k]));
  const triples = (labels: readonly string[], face: number): string =>
    labels
      .filter((_, v) => v !== face)
      .sort()
      .join();
  const [inside, outside] = [new Map<string, [number, number][]>(), new Map<string, [number, number]>()];
  after.forEach((labels, k) => {
    for (let face = 0; face < 4; face++) {
      const key = triples(labels, face);
      inside.set(key, [...(inside.get(key) ?? []), [k, face]]);
    }
  });
  before.forEach(({ tetrahedron, labels }) => {
    for (let face = 0; face < 4; face++) outside.set(triples(labels, face), [tetrahedron, face]);
  });
  const result = [
    ...kept.map((t) => [...tetrahedra[t]!]),
    ...after.map(() => [null, null, null, null] as (Gluing | null)[]),
  ];
  /** Glues face `face` of the result's tetrahedron t to another place, by vertices that correspond. */
  const glue = (t: number, face: number, to: number, images: ReadonlyMap<number, number>): void => {
    const permutation = [0, 1, 2, 3].map((v) => images.get(v) ?? -1);
    permutation[face] = 6 - permutation.reduce((sum, image) => sum + Math.max(image, 0), 0);
    result[t]![face] = { tetrahedron: to, permutation: permutation as unknown as Permutation };
  };
  after.forEach((labels, k) => {
    for (let face = 0; face < 4; face++) {
      const key = triples(labels, face);
      const own = kept.length + k;
      const vertices = FACE_VERTICES[face]!;
      const partner = inside.get(key)!.find(([other]) => other !== k);
      if (partner !== undefined) {
        const there = after[partner[0]]!;
        glue(own, face, kept.length + partner[0], new Map(vertices.map((v) => [v, there.indexOf(labels[v]!)])));
        continue;
      }
      const [old, oldFace] = outside.get(key)!;
      const gluing = tetrahedra[old]![oldFace];
      if (gluing === null || gluing === undefined) continue;
      const oldLabels = members.get(old)!;
      const target = (v: number): number => gluing.permutation[oldLabels.indexOf(labels[v]!)]!;
      const neighbour = members.get(gluing.tetrahedron);
      if (neighbour === undefined) {
        const to = numbers.get(gluing.tetrahedron)!;
        glue(own, face, to, new Map(vertices.map((v) => [v, target(v)])));
        glue(to, gluing.permutation[oldFace]!, own, new Map(vertices.map((v) => [target(v), v])));
      } else {
        const far = triples(neighbour, gluing.permutation[oldFace]!);
        const [[to]] = inside.get(far) as [[number, number]];
        glue(own, face, kept.length + to, new Map(vertices.map((v) => [v, after[to]!.indexOf(neighbour[target(v)]!)])));
      }
    }
  });
  // What stays refers to the others by their new numbers; gluings to the ball have been written above.
  kept.forEach((t, k) => {
    tetrahedra[t]!.forEach((gluing, face) => {
      if (gluing !== null && numbers.has(gluing.tetrahedron)) {
        result[k]![face] = { ...gluing, tetrahedron: numbers.get(gluing.tetrahedron)! };
      }
    });
  });
  return { tetrahedra: result as unknown as Triangulation['tetrahedra'] };
}
