/** @file Triangulations of a domain with linear elements: edges, their weights, areas of nodes, and refinement. */

import { arcOf, type DomainSide, type PlanarDomain } from './planar-domain.ts';

/** A triangulation with what linear elements make of it. */
export interface PlanarMesh {
  /** (x, y) of the nodes, shape (2N,). */
  readonly points: Float64Array;
  /** Corners of the triangles, counter-clockwise, shape (3T,). */
  readonly triangles: Int32Array;
  /** Edges of each triangle, shape (3T,): the k-th leads from its k-th corner to the next. */
  readonly triangleEdges: Int32Array;
  /** Two ends of each edge, shape (2E,). */
  readonly edges: Int32Array;
  /** Side of the domain on which an edge lies, −1 inside, shape (E,). */
  readonly edgeSides: Int32Array;
  /** w with ∫|∇φ|² = Σ w (φ_a − φ_b)², half the sum of the cotangents of the opposite angles, shape (E,). */
  readonly weights: Float64Array;
  /** A third of the area of the triangles around each node, shape (N,). */
  readonly areas: Float64Array;
  /** ∫K₀ ds around each node of the boundary: the angle by which it turns there to the left, shape (N,); 0 inside. */
  readonly turning: Float64Array;
  readonly sides: readonly DomainSide[];
}

/** The mesh of the domain before refinement. */
export function coarseMesh({ points, triangles, border, sides }: PlanarDomain): PlanarMesh {
  const keys = new Map(border.map(([from, to, side]) => [`${from} ${to}`, side]));
  const sideOf = (a: number, b: number): number => keys.get(`${a} ${b}`) ?? -1;
  return meshOf(points, triangles, sides, sideOf);
}

/**
 * The mesh with every triangle divided into four by the middles of its edges. Nodes keep their numbers; the node on edge e has
 * the number N + e, and lies on the arc if the edge is one of an arc.
 */
export function refinedMesh(mesh: PlanarMesh): PlanarMesh {
  const { points: old, triangles, triangleEdges, edges, edgeSides, sides } = mesh;
  const nodes = old.length / 2;
  const points = new Float64Array(old.length + edges.length);
  points.set(old);
  const arcs = sides.map((_, side) => arcOf(sides, side));
  for (let e = 0; e < edgeSides.length; e++) {
    const [a, b] = [2 * edges[2 * e]!, 2 * edges[2 * e + 1]!];
    let [x, y] = [(old[a]! + old[b]!) / 2, (old[a + 1]! + old[b + 1]!) / 2];
    const arc = edgeSides[e]! < 0 ? undefined : arcs[edgeSides[e]!];
    if (arc !== undefined) {
      const [dx, dy] = [x - arc.centre[0], y - arc.centre[1]];
      const scale = arc.radius / Math.hypot(dx, dy);
      [x, y] = [arc.centre[0] + scale * dx, arc.centre[1] + scale * dy];
    }
    points[2 * (nodes + e)] = x;
    points[2 * (nodes + e) + 1] = y;
  }
  const finer = new Int32Array(4 * triangles.length);
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t]!, triangles[t + 1]!, triangles[t + 2]!];
    const ab = nodes + triangleEdges[t]!;
    const bc = nodes + triangleEdges[t + 1]!;
    const ca = nodes + triangleEdges[t + 2]!;
    finer.set([a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca], 4 * t);
  }
  // An edge on the boundary joins an old node to the middle of an edge there.
  const sideOf = (a: number, b: number): number => {
    const [from, middle] = a < b ? [a, b] : [b, a];
    if (from >= nodes || middle < nodes) return -1;
    const e = middle - nodes;
    return edges[2 * e] === from || edges[2 * e + 1] === from ? edgeSides[e]! : -1;
  };
  return meshOf(points, finer, sides, sideOf);
}

/** Number of nodes after refinements, without making them: each time the edges are added, and E ↦ 2E + 3T, T ↦ 4T. */
export function refinedSize({ triangles, border, refinements }: PlanarDomain): number {
  let count = triangles.length / 3;
  let edges = (3 * count + border.length) / 2;
  let nodes = edges - count + 1; // Euler
  for (let k = 0; k < refinements; k++) {
    nodes += edges;
    edges = 2 * edges + 3 * count;
    count *= 4;
  }
  return nodes;
}

function meshOf(
  points: Float64Array,
  triangles: Int32Array,
  sides: readonly DomainSide[],
  sideOf: (a: number, b: number) => number,
): PlanarMesh {
  const { edges, triangleEdges } = edgesOf(points.length / 2, triangles);
  const edgeSides = new Int32Array(edges.length / 2).fill(-1);
  const [weights, areas] = [new Float64Array(edges.length / 2), new Float64Array(points.length / 2)];
  for (let t = 0; t < triangles.length; t += 3) {
    for (let k = 0; k < 3; k++) {
      const [a, b, c] = [triangles[t + k]!, triangles[t + ((k + 1) % 3)]!, triangles[t + ((k + 2) % 3)]!];
      const [ax, ay] = [points[2 * a]! - points[2 * c]!, points[2 * a + 1]! - points[2 * c + 1]!];
      const [bx, by] = [points[2 * b]! - points[2 * c]!, points[2 * b + 1]! - points[2 * c + 1]!];
      const area = ax * by - ay * bx; // twice
      const e = triangleEdges[t + k]!;
      weights[e] = weights[e]! + (ax * bx + ay * by) / (2 * area);
      areas[c] = areas[c]! + area / 6;
      const side = sideOf(a, b);
      if (side >= 0) edgeSides[e] = side;
    }
  }
  const turning = turningOf(points, triangles, triangleEdges, edgeSides);
  return { points, triangles, triangleEdges, edges, edgeSides, weights, areas, turning, sides };
}

/** The edges of a triangulation, numbered as they are met. */
function edgesOf(nodes: number, triangles: Int32Array): Pick<PlanarMesh, 'edges' | 'triangleEdges'> {
  const triangleEdges = new Int32Array(triangles.length);
  const ends = new Int32Array(2 * triangles.length);
  const first = new Int32Array(nodes).fill(-1); // list of the edges that begin at a node, which is the lesser of their ends
  const next = new Int32Array(triangles.length);
  let count = 0;
  for (let t = 0; t < triangles.length; t++) {
    const [p, q] = [triangles[t]!, triangles[t % 3 === 2 ? t - 2 : t + 1]!];
    const [a, b] = p < q ? [p, q] : [q, p];
    let e = first[a]!;
    while (e >= 0 && ends[2 * e + 1] !== b) e = next[e]!;
    if (e < 0) {
      e = count++;
      ends[2 * e] = a;
      ends[2 * e + 1] = b;
      next[e] = first[a]!;
      first[a] = e;
    }
    triangleEdges[t] = e;
  }
  return { edges: ends.slice(0, 2 * count), triangleEdges };
}

/** The angles by which the boundary turns at its nodes. */
function turningOf(
  points: Float64Array,
  triangles: Int32Array,
  triangleEdges: Int32Array,
  edgeSides: Int32Array,
): Float64Array {
  const turning = new Float64Array(points.length / 2);
  const before = new Map<number, number>(); // the node before each node of the boundary
  for (let t = 0; t < triangles.length; t++) {
    if (edgeSides[triangleEdges[t]!]! >= 0) before.set(triangles[t % 3 === 2 ? t - 2 : t + 1]!, triangles[t]!);
  }
  const step = (from: number, to: number): readonly [number, number] => [
    points[2 * to]! - points[2 * from]!,
    points[2 * to + 1]! - points[2 * from + 1]!,
  ];
  for (const [to, from] of before) {
    const [ux, uy] = step(before.get(from)!, from);
    const [vx, vy] = step(from, to);
    turning[from] = Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy);
  }
  return turning;
}
