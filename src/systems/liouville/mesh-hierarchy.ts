/** @file A domain at all its resolutions: meshes, boundary values, and −Δ + d as multigrid levels on the nodes that are free. */

import { DomainError, ShapeError } from '../../errors.ts';
import type { MultigridLevel, SparseSymmetricMatrix } from '../../linalg/multigrid.ts';
import { significant } from '../../number-format.ts';
import type { DomainSide, PlanarDomain } from './planar-domain.ts';
import { coarseMesh, type PlanarMesh, refinedMesh, refinedSize } from './planar-mesh.ts';

/** The domain at one resolution. */
export interface HierarchyLevel {
  readonly mesh: PlanarMesh;
  /** φ at nodes on sides where it is given, NaN at those that are free, shape (N,). */
  readonly given: Float64Array;
  /** Nodes that are free, and the place of each node among them or −1. */
  readonly free: Int32Array;
  readonly places: Int32Array;
  /** −Δ of linear elements on the free nodes, times areas. */
  readonly stiffness: SparseSymmetricMatrix;
  /** As in `MultigridLevel`. */
  readonly parents: Int32Array;
}

/** Most nodes of the finest mesh, and most of the coarsest that are free. */
export const MOST_NODES = 1.2e6;
/** The coarsest spacing that resolves a cutoff, in units of ε. */
const RESOLVED = 0.25;
/** Weights of edges below this count as zero: diagonals of squares. */
const NO_WEIGHT = 1e-12;

/**
 * The meshes of a domain from the coarsest to the finest.
 *
 * @throws {ShapeError} the finest mesh would have more than 1.2 million nodes
 * @throws {DomainError} no side has given values, a cutoff or a value is invalid, or the finest mesh does not resolve the cutoff:
 *   triangles at the boundary are higher than ε/4, or e^{−φ}/4
 */
export function meshHierarchy(domain: PlanarDomain): readonly HierarchyLevel[] {
  const size = refinedSize(domain);
  if (!(size <= MOST_NODES)) {
    throw new ShapeError(`optimiseMetric: a mesh of at most ${MOST_NODES} nodes required, got ${size}`);
  }
  checkConditions(domain.sides);
  const first = coarseMesh(domain);
  checkResolution(first, domain);
  const levels: HierarchyLevel[] = [levelOf(first, undefined)];
  for (let k = 0; k < domain.refinements; k++) {
    const before = levels[k]!;
    levels.push(levelOf(refinedMesh(before.mesh), before));
  }
  return levels;
}

/** −Δ + d on the free nodes of the finest of these levels, and on coarser ones with sums of d. */
export function multigridLevels(levels: readonly HierarchyLevel[], d: Float64Array): readonly MultigridLevel[] {
  const result: MultigridLevel[] = [];
  let shares = d;
  for (let k = levels.length - 1; k >= 0; k--) {
    const { stiffness, parents } = levels[k]!;
    const diagonal = stiffness.diagonal.map((value, i) => value + shares[i]!);
    result.push({ matrix: { ...stiffness, diagonal }, parents });
    if (k === 0) break;
    const coarser = new Float64Array(levels[k - 1]!.free.length);
    for (let i = 0; i < shares.length; i++) {
      const [p, q] = [parents[2 * i]!, parents[2 * i + 1]!];
      if (p >= 0) coarser[p] = coarser[p]! + shares[i]! / 2;
      if (q >= 0) coarser[q] = coarser[q]! + shares[i]! / 2;
    }
    shares = coarser;
  }
  return result;
}

function checkConditions(sides: readonly DomainSide[]): void {
  if (sides.every(({ condition }) => condition.kind === 'geodesic')) {
    throw new DomainError(
      'optimiseMetric: a side with a cutoff or with values required, got geodesics alone, for which there is no minimum',
    );
  }
  for (const { condition } of sides) {
    if (condition.kind === 'cutoff' && !(condition.epsilon > 0 && condition.epsilon < Infinity)) {
      throw new DomainError(`optimiseMetric: a positive cutoff required, got ${condition.epsilon}`);
    }
  }
}

function checkResolution(mesh: PlanarMesh, { refinements }: PlanarDomain): void {
  const { points, triangles, triangleEdges, edgeSides } = mesh;
  const given = givenValues(mesh);
  const place = (node: number): readonly [number, number] => [points[2 * node]!, points[2 * node + 1]!];
  for (let t = 0; t < triangles.length; t++) {
    if (edgeSides[triangleEdges[t]!]! < 0) continue;
    const first = t - (t % 3);
    const [a, b, c] = [0, 1, 2].map((k) => triangles[first + ((t + k) % 3)]!) as [number, number, number];
    const most = Math.max(given[a]!, given[b]!);
    const [[ax, ay], [bx, by], [cx, cy]] = [place(a), place(b), place(c)];
    const height = ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / Math.hypot(bx - ax, by - ay) / 2 ** refinements;
    const resolved = RESOLVED * Math.exp(-most);
    if (Number.isNaN(most) || height <= resolved * (1 + 1e-9)) continue;
    throw new DomainError(
      `optimiseMetric: a mesh that resolves the cutoff, with triangles at the boundary no higher than ε/4 = ${significant(resolved)}, required, ` +
        `got ${significant(height)}: take a smaller step, or triangles that grow with the depth (halfPlaneDomain)`,
    );
  }
}

/** φ at the nodes on sides with given values, NaN elsewhere; where two such sides meet, that of the side which begins there. */
function givenValues({ points, triangles, triangleEdges, edgeSides, sides }: PlanarMesh): Float64Array {
  const given = new Float64Array(points.length / 2).fill(Number.NaN);
  const give = (node: number, side: number): void => {
    const { condition } = sides[side]!;
    const value =
      condition.kind === 'cutoff'
        ? -Math.log(condition.epsilon)
        : condition.kind === 'values'
          ? condition.phi(points[2 * node]!, points[2 * node + 1]!)
          : Number.NaN;
    if (condition.kind === 'values' && !Number.isFinite(value)) {
      const at = `(${points[2 * node]}, ${points[2 * node + 1]})`;
      throw new DomainError(`optimiseMetric: finite values of φ on the boundary required, got ${value} at ${at}`);
    }
    if (condition.kind !== 'geodesic') given[node] = value;
  };
  const border: number[] = [];
  for (let t = 0; t < triangles.length; t++) if (edgeSides[triangleEdges[t]!]! >= 0) border.push(t);
  const ends = (t: number): readonly [number, number] => [triangles[t]!, triangles[t % 3 === 2 ? t - 2 : t + 1]!];
  for (const t of border) give(ends(t)[1], edgeSides[triangleEdges[t]!]!);
  for (const t of border) give(ends(t)[0], edgeSides[triangleEdges[t]!]!);
  return given;
}

function levelOf(mesh: PlanarMesh, coarser: HierarchyLevel | undefined): HierarchyLevel {
  const given = givenValues(mesh);
  const places = new Int32Array(given.length).fill(-1);
  let count = 0;
  for (let i = 0; i < given.length; i++) if (Number.isNaN(given[i]!)) places[i] = count++;
  const free = new Int32Array(count);
  for (let i = 0; i < given.length; i++) if (places[i]! >= 0) free[places[i]!] = i;
  const parents = coarser === undefined ? new Int32Array(0) : parentsOf(free, coarser);
  return { mesh, given, free, places, stiffness: stiffnessOf(mesh, places, count), parents };
}

function parentsOf(free: Int32Array, { mesh, places }: HierarchyLevel): Int32Array {
  const parents = new Int32Array(2 * free.length);
  free.forEach((node, i) => {
    const [a, b] = node < places.length ? [node, node] : [0, 1].map((k) => mesh.edges[2 * (node - places.length) + k]!);
    parents[2 * i] = places[a!]!;
    parents[2 * i + 1] = places[b!]!;
  });
  return parents;
}

function stiffnessOf({ edges, weights }: PlanarMesh, places: Int32Array, count: number): SparseSymmetricMatrix {
  const diagonal = new Float64Array(count);
  const starts = new Int32Array(count + 1);
  const inner = (e: number): boolean => places[edges[2 * e]!]! >= 0 && places[edges[2 * e + 1]!]! >= 0;
  for (let e = 0; e < weights.length; e++) {
    if (Math.abs(weights[e]!) < NO_WEIGHT) continue;
    for (const end of [2 * e, 2 * e + 1]) {
      const i = places[edges[end]!]!;
      if (i < 0) continue;
      diagonal[i] = diagonal[i]! + weights[e]!;
      if (inner(e)) starts[i + 1] = starts[i + 1]! + 1;
    }
  }
  for (let i = 0; i < count; i++) starts[i + 1] = starts[i + 1]! + starts[i]!;
  const filled = starts.slice(0, count);
  const columns = new Int32Array(starts[count]!);
  const entries = new Float64Array(starts[count]!);
  for (let e = 0; e < weights.length; e++) {
    if (Math.abs(weights[e]!) < NO_WEIGHT || !inner(e)) continue;
    const [i, j] = [places[edges[2 * e]!]!, places[edges[2 * e + 1]!]!];
    columns[filled[i]!] = j;
    columns[filled[j]!] = i;
    entries[filled[i]!] = -weights[e]!;
    entries[filled[j]!] = -weights[e]!;
    filled[i] = filled[i]! + 1;
    filled[j] = filled[j]! + 1;
  }
  return { diagonal, starts, columns, entries };
}
