/**
 * @file The Turaev–Viro state sum: quantum gravity in three dimensions with a positive cosmological constant, as the
 * contraction of a tensor network. Every tetrahedron is a tensor, every edge an index.
 */

import { contractSliced, slicedPlan } from '../../contraction/contract-sliced.ts';
import type { Leg } from '../../contraction/contraction-graph.ts';
import { withDistinctLegs } from '../../contraction/repeated-legs.ts';
import { DomainError } from '../../errors.ts';
import type { ComplexArray } from '../../linalg/complex.ts';
import { type Skeleton, skeleton } from '../../simplicial/skeleton.ts';
import { edgeBetween, type Triangulation } from '../../simplicial/triangulation.ts';
import { type QuantumRecoupling, quantumRecoupling } from './quantum-six-j.ts';

/** A state sum as tensors to be contracted; edges are indices that any number of tensors share. */
export interface StateSum {
  readonly level: number;
  readonly skeleton: Skeleton;
  /** Legs e0, e1, … stand for the edges, each of dimension r − 1: twice the spin. */
  readonly legs: readonly (readonly Leg[])[];
  readonly dimensions: Readonly<Record<Leg, number>>;
  readonly tensors: readonly ComplexArray[];
  /** D^{−2V}, with half of it for vertices of the boundary, by which the contraction is to be multiplied. */
  readonly factor: number;
}

/** The leg of an edge. */
export const legOfEdge = (edge: number): Leg => `e${edge}`;

/** Entries of the largest intermediate tensor. */
const MOST_ENTRIES = 2 ** 22;
const MOST_OPERATIONS = 1e11;

/**
 * The sum over all colours j = 0, ½, …, (r − 2)/2 of the edges,
 *
 *     TV_r = D^{−2V} Σ Π_edges (−1)^{2j} [2j + 1] Π_tetrahedra i^{−2Σj} {j₀₁ j₀₂ j₁₂; j₂₃ j₁₃ j₀₃}_q,   q = e^{iπ/r},
 *
 * with the root of its weight on an edge of the boundary and D^{−1} on a vertex there, so that amplitudes of pieces
 * multiply when these are glued.
 *
 * @param r - level, 3 to 48
 * @throws {DomainError} gluings that do not fit, a manifold that is not orientable, or a level out of range
 */
export function stateSum(triangulation: Triangulation, r: number): StateSum {
  const recoupling = quantumRecoupling(r);
  const own = skeleton(triangulation);
  if (!own.isOrientable) throw new DomainError('stateSum: an orientable manifold required');
  const boundary = new Set(own.boundary.edges);
  const symbols = tetrahedronTensor(recoupling);
  const weights = [edgeTensor(recoupling, 1), edgeTensor(recoupling, 0.5)] as const;
  const D2 = recoupling.totalDimensionSquared;
  const edges = Array.from({ length: own.edges }, (_, edge) => edge);
  return {
    level: r,
    skeleton: own,
    legs: [...own.edgeOf.map((six) => six.map(legOfEdge)), ...edges.map((edge) => [legOfEdge(edge)])],
    dimensions: Object.fromEntries(edges.map((edge) => [legOfEdge(edge), r - 1])),
    tensors: [...own.edgeOf.map(() => symbols), ...edges.map((edge) => weights[boundary.has(edge) ? 1 : 0])],
    factor: D2 ** (own.boundary.vertices.length / 2 - own.vertices),
  };
}

/** i^{−2Σj} {j₀₁ j₀₂ j₁₂; j₂₃ j₁₃ j₀₃}_q with legs in the order 01, 02, 03, 12, 13, 23: opposite edges stand above each other. */
export function tetrahedronTensor({ level, spins, isAdmissible, sixJ }: QuantumRecoupling): ComplexArray {
  const n = level - 1;
  const interleaved = new Float64Array(2 * n ** 6);
  const powers = [
    [1, 0],
    [0, -1],
    [-1, 0],
    [0, 1],
  ] as const;
  // Loops over the faces 012, 013 and 023 before the last edge, so that most terms are never reached.
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      for (let c = 0; c < n; c++) {
        for (let d = 0; d < n; d++) {
          if (!isAdmissible(spins[a]!, spins[b]!, spins[d]!)) continue;
          for (let e = 0; e < n; e++) {
            if (!isAdmissible(spins[a]!, spins[c]!, spins[e]!)) continue;
            for (let f = 0; f < n; f++) {
              const value = sixJ(spins[a]!, spins[b]!, spins[d]!, spins[f]!, spins[e]!, spins[c]!);
              if (value === 0) continue;
              const [re, im] = powers[(a + b + c + d + e + f) % 4]!;
              const place = ((((a * n + b) * n + c) * n + d) * n + e) * n + f;
              interleaved[2 * place] = re * value;
              interleaved[2 * place + 1] = im * value;
            }
          }
        }
      }
    }
  }
  return { shape: [n, n, n, n, n, n], interleaved };
}

/** ((−1)^{2j} [2j + 1])^power; the root of a negative weight is imaginary. */
export function edgeTensor({ spins, number }: QuantumRecoupling, power: 1 | 0.5): ComplexArray {
  const interleaved = new Float64Array(2 * spins.length);
  spins.forEach((j, k) => {
    const size = number(2 * j + 1) ** power;
    if (power === 1) interleaved[2 * k] = k % 2 === 0 ? size : -size;
    else interleaved[2 * k + (k % 2)] = size;
  });
  return { shape: [spins.length], interleaved };
}

/**
 * The sum contracted, with the colours of some edges left open.
 *
 * @param open - edges of the skeleton; default none, which gives a number
 * @throws {DomainError} a triangulation whose contraction is out of reach
 *
 * Cost (r − 1)^(treewidth + 1), not (r − 1)^edges.
 */
export function contractStateSum(sum: StateSum, open: readonly number[] = []): ComplexArray {
  const { legs, dimensions, deltas } = withDistinctLegs(sum.legs, sum.dimensions);
  const plan = slicedPlan(legs, dimensions, open.map(legOfEdge), MOST_ENTRIES);
  const { flops } = plan.slicing.cost;
  if (!(flops <= MOST_OPERATIONS)) {
    throw new DomainError(
      `contractStateSum: at most ${MOST_OPERATIONS} operations required, got ${flops} for ${sum.skeleton.edges} edges at r = ${sum.level}`,
    );
  }
  const { value, exponent } = contractSliced(plan, [...sum.tensors, ...deltas]);
  return { ...value, interleaved: value.interleaved.map((x) => x * sum.factor * 2 ** exponent) };
}

/**
 * The invariant of Turaev and Viro of a closed manifold: the same number for all of its triangulations. Among closed forms:
 *
 *     TV_r(S³) = (2/r) sin²(π/r),   TV_r(S² × S¹) = 1,   TV_r(L(p, 1)) = |Σ_j S₀ⱼ² e^{2πi p h_j}|².
 *
 * @throws {DomainError} a triangulation with boundary, or what `stateSum` and `contractStateSum` refuse
 * @see Turaev & Viro, Topology 31, 865 (1992); Roberts, Topology 34, 771 (1995)
 */
export function turaevViro(triangulation: Triangulation, r: number): number {
  const sum = stateSum(triangulation, r);
  const open = sum.skeleton.boundary.triangles.length;
  if (open > 0)
    throw new DomainError(`turaevViro: a closed manifold required, got one with ${open} triangles of boundary`);
  return contractStateSum(sum).interleaved[0]!;
}

/** Number of the edge of the skeleton at a place. */
export const edgeAt = ({ edgeOf }: Skeleton, tetrahedron: number, [a, b]: readonly [number, number]): number =>
  edgeOf[tetrahedron]![edgeBetween(a, b)]!;
