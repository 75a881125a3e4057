/** @file A simplicial complex with lengths: the volumes and angles of all its simplices with their derivatives. */

import { DomainError, ShapeError } from '../errors.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { type AngleJet, angleJets, pairsBelow, type VolumeJet, volumeJet } from './simplex-jet.ts';
import type { SimplicialComplex } from './simplicial-complex.ts';

/** A complex with the squared lengths of its edges, negative ones timelike. */
export interface SimplicialGeometry {
  readonly complex: SimplicialComplex;
  /** In the order of `complex.edges`. */
  readonly squaredLengths: Float64Array;
}

/** Jets of all angles, and of the volumes of hinges and simplices where they are needed. */
export interface GeometryJets {
  /** Numbers of the edges of each simplex, in the order 01, 02, …. */
  readonly edges: readonly (readonly number[])[];
  /** Of each hinge, by the simplices around it. */
  readonly angles: readonly (readonly { readonly simplex: number; readonly jet: AngleJet }[])[];
  readonly volumes: () => readonly VolumeJet[];
  readonly hinges: () => readonly { readonly volume: VolumeJet; readonly edges: readonly number[] }[];
}

/** Where the edges of simplices and hinges stand in the complex. */
interface Incidence {
  readonly simplexEdges: readonly (readonly number[])[];
  readonly hingeEdges: readonly (readonly number[])[];
  /** Of each hinge, for the simplices around it: the number of its angle in the order 01, 02, … of opposite vertices. */
  readonly anglePlaces: readonly (readonly number[])[];
}

const known = new WeakMap<SimplicialComplex, Incidence>();

function incidenceOf(complex: SimplicialComplex): Incidence {
  const found = known.get(complex);
  if (found !== undefined) return found;
  const { simplices, hinges, edges, dimension } = complex;
  const numbers = new Map(edges.map((edge, k) => [edge.join(), k]));
  const edgesOf = (vertices: readonly number[]): readonly number[] =>
    pairsBelow(vertices.length).map(([a, b]) => numbers.get(`${vertices[a]},${vertices[b]}`)!);
  const pairs = pairsBelow(dimension + 1);
  const incidence = {
    simplexEdges: simplices.map(edgesOf),
    hingeEdges: hinges.map(({ vertices }) => edgesOf(vertices)),
    anglePlaces: hinges.map(({ vertices, simplices: around }) =>
      around.map((simplex) => {
        const own = simplices[simplex]!;
        return pairs.findIndex(([p, q]) => !vertices.includes(own[p]!) && !vertices.includes(own[q]!));
      }),
    ),
  };
  known.set(complex, incidence);
  return incidence;
}

/** s_ij between n vertices from the squared lengths of their edges 01, 02, …. */
export function lengthTable(n: number, edges: readonly number[], squaredLengths: Float64Array): RealMatrix {
  const data = new Float64Array(n * n);
  let k = 0;
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) data[a * n + b] = data[b * n + a] = squaredLengths[edges[k++]!]!;
  }
  return { rows: n, cols: n, data };
}

/**
 * The tables of squared lengths of all simplices.
 *
 * @throws {ShapeError} another number of squared lengths than edges
 */
export function simplexTables({ complex, squaredLengths }: SimplicialGeometry): readonly RealMatrix[] {
  if (squaredLengths.length !== complex.edges.length) {
    throw new ShapeError(`regge: ${complex.edges.length} squared lengths required, got ${squaredLengths.length}`);
  }
  const { simplexEdges } = incidenceOf(complex);
  return simplexEdges.map((own) => lengthTable(complex.dimension + 1, own, squaredLengths));
}

/**
 * The jets of a geometry.
 *
 * @throws {ShapeError} another number of squared lengths than edges
 * @throws {DomainError} a null hinge, or a null direction orthogonal to one
 */
export function geometryJets(geometry: SimplicialGeometry): GeometryJets {
  const { complex, squaredLengths } = geometry;
  const { simplices, hinges, dimension } = complex;
  const { simplexEdges, hingeEdges, anglePlaces } = incidenceOf(complex);
  const tables = simplexTables(geometry);
  const all = tables.map((table, k) => anglesAt(table, simplices[k]!));
  return {
    edges: simplexEdges,
    angles: hinges.map(({ simplices: around }, h) =>
      around.map((simplex, k) => ({ simplex, jet: all[simplex]![anglePlaces[h]![k]!]! })),
    ),
    volumes: () => tables.map(volumeJet),
    hinges: () =>
      hingeEdges.map((own) => ({ volume: volumeJet(lengthTable(dimension - 1, own, squaredLengths)), edges: own })),
  };
}

function anglesAt(lengths: RealMatrix, vertices: readonly number[]): readonly AngleJet[] {
  try {
    return angleJets(lengths);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(`regge: simplices without infinite boosts required, got [${vertices}]: ${error.message}`);
  }
}
