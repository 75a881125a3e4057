/**
 * @file A spin foam as a circuit: tetrahedra glued one after the other onto a triangulated surface. Each changes the
 * spin network that is dual to the surface by a move, and multiplies its amplitude by a symbol of recoupling.
 */

import { contract, contractionPlan } from '../../contraction/contract.ts';
import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError } from '../../errors.ts';
import type { ComplexArray } from '../../linalg/complex.ts';
import { type QuantumRecoupling, quantumRecoupling } from './quantum-six-j.ts';
import type { Spin } from './spins.ts';
import { edgeTensor, tetrahedronTensor } from './state-sum.ts';

/** Triangles of a closed surface by their vertices. */
export type SurfaceTriangles = readonly (readonly [number, number, number])[];

/**
 * A move of a surface, by one tetrahedron: 2-2 exchanges an edge for the other diagonal, 1-3 puts a new vertex into a
 * triangle, 3-1 takes away a vertex of three triangles.
 */
export type FoamMove =
  | { readonly kind: '2-2'; readonly edge: readonly [number, number] }
  | { readonly kind: '1-3'; readonly triangle: readonly [number, number, number] }
  | { readonly kind: '3-1'; readonly vertex: number };

/** An edge by its vertices, the smaller first. */
export type SurfaceEdge = readonly [number, number];

/** A foam between two surfaces. */
export interface FoamHistory {
  /** The surface before the first move and after every move. */
  readonly surfaces: readonly SurfaceTriangles[];
  /** Edges of the first and of the last surface, in the order of the spins of `amplitude`. */
  readonly first: readonly SurfaceEdge[];
  readonly last: readonly SurfaceEdge[];
  /**
   * The amplitude from spins of the first surface to spins of the last one, with all spins in between summed over.
   *
   * @throws {DomainError} spins that do not belong to the level, or not one for each edge
   */
  readonly amplitude: (first: readonly Spin[], last: readonly Spin[]) => number;
}

/** What a sequence of moves has built so far. */
interface Building {
  readonly triangles: SurfaceTriangles;
  /** Number of the edge that is there now, by its vertices. */
  readonly edges: ReadonlyMap<string, number>;
  readonly tetrahedra: readonly (readonly number[])[];
  readonly count: number;
  /** Vertices that have come and gone. */
  readonly buried: number;
  readonly nextVertex: number;
}

const key = (a: number, b: number): string => (a < b ? `${a},${b}` : `${b},${a}`);
const endsOfKey = (name: string): SurfaceEdge => name.split(',').map(Number) as unknown as SurfaceEdge;

/**
 * The foam of a sequence of moves, with the weights of Turaev and Viro: an edge that comes and goes weighs (−1)^{2j}[2j + 1],
 * one of the first or last surface its root, a vertex D^{−2} or D^{−1}. A 2-2 move is then the matrix of recoupling,
 * five around a pentagon are the identity (Biedenharn & Elliott), and the amplitude depends on the two surfaces alone as far as the moves are
 * related by Pachner's.
 *
 * @param surface - triangles of a closed surface; no two edges may have the same ends
 * @param r - level
 * @throws {DomainError} a surface that is not closed, or a move that cannot be made; the message says which
 */
export function foamHistory(surface: SurfaceTriangles, moves: readonly FoamMove[], r: number): FoamHistory {
  const recoupling = quantumRecoupling(r);
  const start = begun(surface);
  const surfaces = [surface];
  let state = start;
  moves.forEach((move, k) => {
    const next = afterMove(state, move);
    if (next === null)
      throw new DomainError(`foamHistory: a move that fits required, got move ${k}, ${JSON.stringify(move)}`);
    state = next;
    surfaces.push(next.triangles);
  });
  const [before, after] = [[...start.edges], [...state.edges]];
  return {
    surfaces,
    first: before.map(([name]) => endsOfKey(name)),
    last: after.map(([name]) => endsOfKey(name)),
    amplitude: amplitudeOf(recoupling, start, state),
  };
}

function begun(surface: SurfaceTriangles): Building {
  const names = surface.flatMap(([a, b, c]) => [key(a, b), key(b, c), key(a, c)]);
  const open = names.find((name) => names.filter((other) => other === name).length !== 2);
  if (open !== undefined || surface.some((triangle) => new Set(triangle).size !== 3)) {
    throw new DomainError(`foamHistory: a closed surface with two triangles at every edge required, got edge ${open}`);
  }
  const edges = new Map([...new Set(names)].map((name, k) => [name, k] as const));
  return {
    triangles: surface,
    edges,
    tetrahedra: [],
    count: edges.size,
    buried: 0,
    nextVertex: 1 + Math.max(...surface.flat()),
  };
}

function afterMove(state: Building, move: FoamMove): Building | null {
  if (move.kind === '2-2') {
    const [a, b] = move.edge;
    const sides = state.triangles.filter((triangle) => triangle.includes(a) && triangle.includes(b));
    const [c, d] = sides.map((triangle) => triangle.find((v) => v !== a && v !== b)!);
    if (sides.length !== 2 || c === d || state.edges.has(key(c!, d!))) return null;
    return glued(
      state,
      [a, b, c!, d!],
      sides,
      [
        [a, c!, d!],
        [b, c!, d!],
      ],
      [key(c!, d!)],
      [key(a, b)],
    );
  }
  if (move.kind === '1-3') {
    const [a, b, c] = move.triangle;
    const sides = state.triangles.filter((triangle) => [a, b, c].every((v) => triangle.includes(v)));
    if (sides.length !== 1) return null;
    const v = state.nextVertex;
    const fresh = [
      [a, b, v],
      [b, c, v],
      [a, c, v],
    ] as const;
    return { ...glued(state, [a, b, c, v], sides, fresh, [key(a, v), key(b, v), key(c, v)], []), nextVertex: v + 1 };
  }
  const v = move.vertex;
  const sides = state.triangles.filter((triangle) => triangle.includes(v));
  const rim = [...new Set(sides.flat())].filter((other) => other !== v);
  if (sides.length !== 3 || rim.length !== 3) return null;
  const [a, b, c] = rim as [number, number, number];
  const gone = rim.map((other) => key(other, v));
  return { ...glued(state, [a, b, c, v], sides, [[a, b, c]], [], gone), buried: state.buried + 1 };
}

/** A tetrahedron on some triangles, which others take the place of. */
function glued(
  state: Building,
  [a, b, c, d]: readonly [number, number, number, number],
  covered: SurfaceTriangles,
  uncovered: SurfaceTriangles,
  fresh: readonly string[],
  gone: readonly string[],
): Building {
  const edges = new Map(state.edges);
  for (const [k, name] of fresh.entries()) edges.set(name, state.count + k);
  const six = [key(a, b), key(a, c), key(a, d), key(b, c), key(b, d), key(c, d)].map((name) => edges.get(name)!);
  for (const name of gone) edges.delete(name);
  return {
    ...state,
    triangles: [...state.triangles.filter((triangle) => !covered.includes(triangle)), ...uncovered],
    edges,
    tetrahedra: [...state.tetrahedra, six],
    count: state.count + fresh.length,
  };
}

function amplitudeOf(recoupling: QuantumRecoupling, start: Building, end: Building): FoamHistory['amplitude'] {
  const { level, spins, totalDimensionSquared } = recoupling;
  const [before, after] = [[...start.edges.values()], [...end.edges.values()]];
  const leg = (edge: number): Leg => `e${edge}`;
  // An edge of both surfaces has not changed: both of its roots are those of one and the same edge, which weigh nothing.
  const moved = Array.from({ length: end.count }, (_, k) => k).filter(
    (k) => !(before.includes(k) && after.includes(k)),
  );
  const weighed = moved.map((edge) => ({
    edge,
    tensor: edgeTensor(recoupling, before.includes(edge) || after.includes(edge) ? 0.5 : 1),
  }));
  const pinned = [...new Set([...before, ...after])];
  const legs = [
    ...end.tetrahedra.map((six) => six.map(leg)),
    ...weighed.map(({ edge }) => [leg(edge)]),
    ...pinned.map((edge) => [leg(edge)]),
  ];
  const dimensions = Object.fromEntries(Array.from({ length: end.count }, (_, k) => [leg(k), level - 1]));
  const symbols = tetrahedronTensor(recoupling);
  const plan = contractionPlan(legs, dimensions, []);
  // D^{−1} for every vertex that comes, and for every one that goes.
  const factor = totalDimensionSquared ** (-(end.nextVertex - start.nextVertex + end.buried) / 2);
  return (first, last) => {
    const colours = new Map<number, Spin>();
    const fixed = (edges: readonly number[], given: readonly Spin[]): boolean =>
      edges.every((edge, k) => {
        const known = colours.get(edge) ?? given[k]!;
        colours.set(edge, known);
        return known === given[k];
      });
    const wrong = [...first, ...last].filter((j) => !spins.includes(j));
    if (wrong.length > 0 || first.length !== before.length || last.length !== after.length) {
      throw new DomainError(
        `amplitude: ${before.length} and ${after.length} spins up to ${(level - 2) / 2} required, got ${first.length} and ${last.length}, among them [${wrong}]`,
      );
    }
    if (!(fixed(before, first) && fixed(after, last))) return 0;
    const basis = pinned.map((edge) => basisVector(level - 1, 2 * colours.get(edge)!));
    const { value, exponent } = contract(plan, [
      ...end.tetrahedra.map(() => symbols),
      ...weighed.map(({ tensor }) => tensor),
      ...basis,
    ]);
    return value.interleaved[0]! * 2 ** exponent * factor;
  };
}

function basisVector(length: number, k: number): ComplexArray {
  const interleaved = new Float64Array(2 * length);
  interleaved[2 * k] = 1;
  return { shape: [length], interleaved };
}
