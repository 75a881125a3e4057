/** @file Quantum gravity in three Euclidean dimensions without cosmological constant: Ponzano and Regge's state sum. */

import { contract, contractionPlan } from '../../contraction/contract.ts';
import { withDistinctLegs } from '../../contraction/repeated-legs.ts';
import { DomainError } from '../../errors.ts';
import type { ComplexArray } from '../../linalg/complex.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { dihedralAngle, squaredVolume } from '../../simplicial/simplex-angles.ts';
import { skeleton } from '../../simplicial/skeleton.ts';
import { EDGE_ENDS, edgeBetween, type Triangulation } from '../../simplicial/triangulation.ts';
import { checkSpins, type Spin } from './spins.ts';
import { legOfEdge } from './state-sum.ts';
import { sixJ } from './wigner-symbols.ts';

/** Most values of all spins of a tetrahedron together. */
const MOST_ENTRIES = 2 ** 22;

/**
 * Amplitude of the spins on the boundary of a triangulated ball,
 *
 *     Σ Π_inner edges (−1)^{2j} (2j + 1) Π_tetrahedra i^{−2Σj} {6j} Π_boundary edges i^{2j},
 *
 * over the spins of all inner edges. It does not change when the inside is triangulated anew.
 *
 * @param spins - by the edges of the skeleton; those of inner edges are not read
 * @throws {DomainError} inner vertices, where the sum diverges (take `turaevViro` at large r); an inner edge that no triangle
 *   bounds; numbers that are no spins; more than 2²² entries
 */
export function ponzanoRegge(triangulation: Triangulation, spins: readonly Spin[]): number {
  const { edgeOf, edges, vertices, boundary } = skeleton(triangulation);
  if (boundary.vertices.length < vertices) {
    throw new DomainError(
      'ponzanoRegge: all vertices on the boundary required, else the sum diverges; take turaevViro at large r',
    );
  }
  const outer = new Set(boundary.edges);
  checkSpins(
    'ponzanoRegge',
    boundary.edges.map((edge) => spins[edge] ?? Number.NaN),
  );
  const most = greatestSpins(edgeOf, edges, (edge) => (outer.has(edge) ? spins[edge]! : Infinity));
  // Edges of the boundary have one value, inner ones all of 0, ½, …, most.
  const values = most.map((j, edge) => (outer.has(edge) ? [j] : Array.from({ length: 2 * j + 1 }, (_, k) => k / 2)));
  const largest = Math.max(...edgeOf.map((six) => six.reduce((product, edge) => product * values[edge]!.length, 1)));
  if (!(largest <= MOST_ENTRIES)) {
    throw new DomainError(
      `ponzanoRegge: at most ${MOST_ENTRIES} values of the spins of a tetrahedron required, got ${largest}`,
    );
  }
  const weights = values.map((own, edge) => edgeWeights(own, outer.has(edge)));
  const given = [...edgeOf.map((six) => six.map(legOfEdge)), ...values.map((_, edge) => [legOfEdge(edge)])];
  const { legs, dimensions, deltas } = withDistinctLegs(
    given,
    Object.fromEntries(values.map((own, edge) => [legOfEdge(edge), own.length])),
  );
  const symbols = edgeOf.map((six) => symbolTensor(six.map((edge) => values[edge]!)));
  const { value, exponent } = contract(contractionPlan(legs, dimensions, []), [...symbols, ...weights, ...deltas]);
  return value.interleaved[0]! * 2 ** exponent;
}

/** Greatest spin that the triangles allow for every edge. */
function greatestSpins(
  edgeOf: readonly (readonly number[])[],
  edges: number,
  start: (edge: number) => Spin,
): readonly Spin[] {
  const most = Array.from({ length: edges }, (_, edge) => start(edge));
  for (let round = 0; round < edges; round++) {
    for (const six of edgeOf) {
      for (const [a, b, c] of [
        [0, 1, 2],
        [0, 1, 3],
        [0, 2, 3],
        [1, 2, 3],
      ] as const) {
        const sides = [edgeBetween(a, b), edgeBetween(b, c), edgeBetween(a, c)].map((e) => six[e]!);
        sides.forEach((edge, k) => {
          most[edge] = Math.min(most[edge]!, most[sides[(k + 1) % 3]!]! + most[sides[(k + 2) % 3]!]!);
        });
      }
    }
  }
  const unbounded = most.indexOf(Infinity);
  if (unbounded >= 0)
    throw new DomainError(
      `ponzanoRegge: inner edges in bounded triangles required, got edge ${unbounded}, where the sum diverges`,
    );
  return most;
}

const POWERS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** i^{2j} on the boundary, (−1)^{2j} (2j + 1) inside. */
function edgeWeights(spins: readonly Spin[], isOuter: boolean): ComplexArray {
  const entries = spins.flatMap((j) => {
    const [re, im] = POWERS[(isOuter ? 2 * j : 4 * j) % 4]!;
    return isOuter ? [re, im] : [re * (2 * j + 1), im];
  });
  return { shape: [spins.length], interleaved: Float64Array.from(entries) };
}

/** i^{−2Σj} {j₀₁ j₀₂ j₁₂; j₂₃ j₁₃ j₀₃} for all values of the spins of the edges 01, 02, 03, 12, 13, 23. */
function symbolTensor(values: readonly (readonly Spin[])[]): ComplexArray {
  const shape = values.map(({ length }) => length);
  const entries = shape.reduce((product, n) => product * n, 1);
  const interleaved = new Float64Array(2 * entries);
  for (let k = 0; k < entries; k++) {
    let rest = k;
    const j = [...values.keys()].reverse().reduce<Spin[]>((found, edge) => {
      found[edge] = values[edge]![rest % shape[edge]!]!;
      rest = Math.floor(rest / shape[edge]!);
      return found;
    }, []);
    const value = sixJ(j[0]!, j[1]!, j[3]!, j[5]!, j[4]!, j[2]!);
    const [re, im] = POWERS[(3 * 2 * j.reduce((sum, one) => sum + one, 0)) % 4]!;
    interleaved[2 * k] = re * value;
    interleaved[2 * k + 1] = im * value;
  }
  return { shape, interleaved };
}

/** The symbol {6j} for large spins as an integral over one geometry would have it. */
export interface PonzanoReggeAsymptotics {
  /** Squared volume of the tetrahedron with edges j + ½. */
  readonly squaredVolume: number;
  /** 1/√(12π|V|). */
  readonly amplitude: number;
  /** Real and imaginary part of Σ (j + ½) θ with exterior dihedral angles θ, the Regge action; real if V² > 0. */
  readonly action: number;
  readonly damping: number;
  /** amplitude·cos(action + π/4), or ½·amplitude·cos(Σ j Re θ)·e^{−|damping|} where V² < 0. */
  readonly value: number;
}

/**
 * What {j₀₁ j₀₂ j₁₂; j₂₃ j₁₃ j₀₃} tends to as all spins grow: the cosine of the Regge action of one tetrahedron.
 *
 * @param spins - of the edges 01, 02, 03, 12, 13, 23
 * @throws {DomainError} a number that is no spin, or a tetrahedron of volume 0, where there is no such claim
 * @see Ponzano & Regge (1968); Roberts, Geom. Topol. 3, 21 (1999)
 */
export function ponzanoReggeAsymptotics(spins: readonly [Spin, Spin, Spin, Spin, Spin, Spin]): PonzanoReggeAsymptotics {
  checkSpins('ponzanoReggeAsymptotics', spins, 1e6);
  const data = new Float64Array(16);
  EDGE_ENDS.forEach(([a, b], e) => {
    data[4 * a + b] = data[4 * b + a] = (spins[e]! + 0.5) ** 2;
  });
  const squaredLengths: RealMatrix = { rows: 4, cols: 4, data };
  const volume2 = squaredVolume(squaredLengths);
  if (!(Math.abs(volume2) > 1e-12 * Math.max(...data) ** 3)) {
    throw new DomainError(`ponzanoReggeAsymptotics: a tetrahedron of nonzero volume required, got spins ${spins}`);
  }
  let [action, damping, sign] = [0, 0, 0];
  EDGE_ENDS.forEach(([a, b], e) => {
    const [i, j] = [0, 1, 2, 3].filter((v) => v !== a && v !== b) as [number, number];
    const [re, im] = dihedralAngle(squaredLengths, i, j);
    action += (spins[e]! + 0.5) * (Math.PI - re);
    damping -= (spins[e]! + 0.5) * im;
    sign += spins[e]! * (Math.PI - re);
  });
  const amplitude = 1 / Math.sqrt(12 * Math.PI * Math.sqrt(Math.abs(volume2)));
  const value =
    volume2 > 0
      ? amplitude * Math.cos(action + Math.PI / 4)
      : (amplitude / 2) * Math.cos(sign) * Math.exp(-Math.abs(damping));
  return { squaredVolume: volume2, amplitude, action, damping, value };
}
