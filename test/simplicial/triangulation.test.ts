import { describe, expect, test } from 'vitest';
import { randomStream } from '../../src/linalg/random.ts';
import { moved, type PachnerMove } from '../../src/simplicial/pachner-moves.ts';
import { skeleton } from '../../src/simplicial/skeleton.ts';
import {
  cylinder,
  lensSpace,
  poincareSphere,
  SPHERE,
  sphereTimesCircle,
  TORUS,
  threeSphere,
  threeTorus,
} from '../../src/simplicial/standard-triangulations.ts';
import { EDGE_ENDS, type Triangulation, triangulationOfSimplices } from '../../src/simplicial/triangulation.ts';

const closed: readonly (readonly [string, Triangulation, tetrahedra: number, vertices: number])[] = [
  ['S³', threeSphere(), 5, 5],
  ['S² × S¹', sphereTimesCircle(), 6, 3],
  ['T³', threeTorus(), 6, 1],
  ['Poincaré sphere', poincareSphere(), 5, 1],
  ['L(1, 0)', lensSpace(1, 0), 1, 2],
  ['L(7, 2)', lensSpace(7, 2), 7, 2],
];

describe('triangulations', () => {
  test.each(closed)(
    '%s is closed, orientable and of Euler characteristic 0',
    (_, triangulation, tetrahedra, vertices) => {
      const found = skeleton(triangulation);
      expect(triangulation.tetrahedra).toHaveLength(tetrahedra);
      expect(found.vertices).toBe(vertices);
      expect(found.edges).toBe(vertices + tetrahedra);
      expect(found.eulerCharacteristic).toBe(0);
      expect(found.isOrientable).toBe(true);
      expect(found.boundary).toEqual({ vertices: [], edges: [], triangles: [] });
    },
  );

  test('the cylinder over a surface has it twice as boundary', () => {
    for (const [surface, vertices] of [
      [SPHERE, 3],
      [TORUS, 1],
    ] as const) {
      const { triangulation, ends } = cylinder(surface);
      const { boundary } = skeleton(triangulation);
      expect(boundary.triangles).toHaveLength(4);
      expect(boundary.edges).toHaveLength(6);
      expect(boundary.vertices).toHaveLength(2 * vertices);
      expect(ends.map(({ length }) => length)).toEqual([3, 3]);
    }
  });

  test('the solid Klein bottle is not orientable', () => {
    // One tetrahedron, face 0 glued to face 1 by an even permutation.
    const gluing = [1, 2, 0, 3] as const;
    const back = [2, 0, 1, 3] as const;
    const triangulation: Triangulation = {
      tetrahedra: [[{ tetrahedron: 0, permutation: gluing }, { tetrahedron: 0, permutation: back }, null, null]],
    };
    expect(skeleton(triangulation).isOrientable).toBe(false);
  });

  test('gluings that do not fit are named, all at once', () => {
    const triangulation: Triangulation = {
      tetrahedra: [
        [
          { tetrahedron: 1, permutation: [0, 1, 2, 3] },
          { tetrahedron: 0, permutation: [0, 1, 1, 3] },
          { tetrahedron: 0, permutation: [0, 1, 2, 3] },
          { tetrahedron: 0, permutation: [0, 1, 3, 2] },
        ],
      ],
    };
    expect(() => skeleton(triangulation)).toThrow(
      'face 0 of tetrahedron 0 to tetrahedron 1 of 1; face 1 of tetrahedron 0 by [0,1,1,3], no permutation; face 2 of tetrahedron 0 to itself; face 3 of tetrahedron 0, which the other side does not glue back',
    );
    expect(() => skeleton({ tetrahedra: [] })).toThrow('no tetrahedron');
    expect(() => triangulationOfSimplices([[0, 1, 1, 2]])).toThrow('four different vertices required, got [0,1,1,2]');
    expect(() => lensSpace(4, 2)).toThrow('q prime to it required, got p = 4, q = 2');
    expect(() => cylinder([[0, 1, 2]])).toThrow('edges 0, 1, … on two triangles each required');
  });
});

/** All moves of a triangulation that can be made. */
function possible(triangulation: Triangulation): readonly Triangulation[] {
  const moves = triangulation.tetrahedra.flatMap((_, at): readonly PachnerMove[] => [
    { kind: '1-4', at },
    ...[0, 1, 2, 3].flatMap((v): readonly PachnerMove[] => [
      { kind: '4-1', at, vertex: v },
      { kind: '2-3', at, face: v },
    ]),
    ...EDGE_ENDS.map((edge): PachnerMove => ({ kind: '3-2', at, edge })),
  ]);
  return moves.map((move) => moved(triangulation, move)).filter((found) => found !== null);
}

describe('Pachner moves', () => {
  test('keep Euler characteristic, orientability and closedness along a random walk', () => {
    const stream = randomStream(1, 'walk');
    let triangulation = lensSpace(3, 1);
    const sizes = new Set<number>();
    for (let k = 0; k < 60; k++) {
      const next = possible(triangulation).filter(({ tetrahedra }) => tetrahedra.length <= 12);
      triangulation = next[stream.integer(next.length)]!;
      sizes.add(triangulation.tetrahedra.length);
      const found = skeleton(triangulation);
      expect([found.eulerCharacteristic, found.isOrientable, found.boundary.triangles.length]).toEqual([0, true, 0]);
    }
    expect(sizes.size).toBeGreaterThan(4);
  });

  test('are undone by their inverses', () => {
    const start = threeSphere();
    const more = moved(start, { kind: '1-4', at: 2 })!;
    expect(skeleton(more)).toMatchObject({ vertices: 6, edges: 14 });
    expect(moved(more, { kind: '4-1', at: 4, vertex: 0 })!.tetrahedra).toHaveLength(5);
    const three = moved(start, { kind: '2-3', at: 0, face: 0 })!;
    expect(skeleton(three)).toMatchObject({ vertices: 5, edges: 11 });
    expect(moved(three, { kind: '3-2', at: 5, edge: [0, 1] })!.tetrahedra).toHaveLength(5);
  });

  test('that cannot be made give null, and those that name nothing are refused', () => {
    expect(moved(lensSpace(1, 0), { kind: '2-3', at: 0, face: 0 })).toBeNull();
    expect(moved(threeSphere(), { kind: '4-1', at: 0, vertex: 0 })).not.toBeNull();
    expect(moved(lensSpace(5, 1), { kind: '4-1', at: 0, vertex: 0 })).toBeNull();
    expect(() => moved(threeSphere(), { kind: '2-3', at: 9, face: 0 })).toThrow('a tetrahedron below 5');
    expect(() => moved(threeSphere(), { kind: '3-2', at: 0, edge: [1, 1] })).toThrow('got {"kind":"3-2"');
  });
});
