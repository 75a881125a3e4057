/**
 * @file The toric code with a tension of its loops: how long does topological order live?
 *
 * A product of vertex operators is a configuration θ = ±1 of the vertices, up to a common sign, and turns over the edges
 * between unlike neighbours. With a weight for each such edge the norm of the state is a partition function of the
 * two-dimensional Ising model, and the spectra of all its reduced states are probabilities of that model.
 */

import { contract, contractionPlan } from '../../contraction/contract.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import type { ComplexVector } from '../../linalg/complex.ts';
import { distributionEntropy, type EntropyOptions } from '../../state/entropy.ts';
import { complementOf } from '../../state/reduced-density-matrix.ts';
import { type RegionEntropies, rememberedEntropy } from '../../state/region-entropies.ts';
import { edgeBelow, edgeToTheRight } from './toric-code.ts';

/** Largest torus whose amplitudes are written out, and with 2^{2L} entries of an intermediate tensor. */
const LARGEST_DENSE = 3;
const LARGEST = 10;
/** Most vertices that touch a region and the rest: 2^18 probabilities. */
const MOST_SHARED = 18;

/** The Ising coupling at which topological order ends, ½ ln(1 + √2). */
export const CRITICAL_TENSION: number = Math.log(1 + Math.SQRT2) / 2;

/**
 * The amplitudes of the deformed toric code on the L × L torus,
 *
 *     |β⟩ ∝ Π_edges e^{βZ/2} |toric code, Z = 1 along both loops⟩,
 *
 * for L ≤ 3, 18 qubits. β = 0 is the toric code, β → ∞ a product state.
 *
 * @throws {ShapeError} a size out of range
 * @throws {DomainError} a tension that is no finite number
 *
 * @see Castelnovo & Chamon, Phys. Rev. B 77, 054433 (2008), arXiv:0707.2084
 */
export function deformedToricState(size: number, tension: number): ComplexVector {
  checkDeformed('deformedToricState', size, tension, LARGEST_DENSE);
  const edges = endsOfEdges(size);
  const interleaved = new Float64Array(2 ** (edges.length + 1));
  for (let spins = 0; spins < 2 ** (size * size - 1); spins++) {
    let [word, turned] = [0, 0];
    for (const [a, b] of edges) {
      const unlike = ((spins >> a) ^ (spins >> b)) & 1;
      word = 2 * word + unlike;
      turned += unlike;
    }
    interleaved[2 * word] = Math.exp(-tension * turned);
  }
  const length = Math.hypot(...interleaved.filter((x) => x !== 0));
  return { length: interleaved.length / 2, interleaved: interleaved.map((x) => x / length) };
}

/**
 * Entropies of the deformed toric code, exact for any region of edges. With σ the spins of the vertices that both the
 * region and the rest touch,
 *
 *     ρ_A has the eigenvalues  p(class of σ),    p(σ) = Z_A(σ) Z_B(σ) / Z,
 *
 * where Z_A(σ) is the Ising sum over the edges of A with these spins fixed, and σ counts up to turning over all spins of
 * a connected piece of A, or of B.
 *
 * @param size - L, at most 10
 * @param tension - β, of either sign
 * @param options.order - Rényi order, default 1
 * @throws {ShapeError} a size out of range
 * @throws {DomainError} a tension that is no finite number; by `entropy`: a region that shares more than 18 vertices with
 *   the rest
 *
 * Cost of a region of r shared vertices: two contractions with r open legs. A disk of 4 × 4 plaquettes on a torus of
 * size 8: 0.1 s.
 *
 * @see Castelnovo & Chamon, arXiv:0707.2084
 */
export function entropiesOfDeformedToricCode(
  size: number,
  tension: number,
  options: EntropyOptions = {},
): RegionEntropies {
  checkDeformed('entropiesOfDeformedToricCode', size, tension, LARGEST);
  const edges = endsOfEdges(size);
  const unit = Math.log(options.base ?? Math.E);
  return {
    boundary: edges.length,
    references: 0,
    capacities: edges.map(() => Math.LN2 / unit),
    kind: 'exact',
    entropy: rememberedEntropy(edges.length, (region) => {
      const spectrum = spectrumOf(edges, region, tension);
      return distributionEntropy(spectrum, options);
    }),
  };
}

/** The vertices at both ends of every edge. */
function endsOfEdges(size: number): readonly (readonly [number, number])[] {
  const ends: [number, number][] = [];
  for (let vertex = 0; vertex < size * size; vertex++) {
    const [row, column] = [Math.floor(vertex / size), vertex % size];
    ends[edgeToTheRight(size, row, column)] = [vertex, row * size + ((column + 1) % size)];
    ends[edgeBelow(size, row, column)] = [vertex, ((row + 1) % size) * size + column];
  }
  return ends;
}

type Edge = readonly [number, number];

/** Eigenvalues of the reduced state, of sum 1. */
function spectrumOf(edges: readonly Edge[], region: readonly number[], tension: number): Float64Array {
  const inside = region.map((edge) => edges[edge]!);
  const outside = complementOf(region, edges.length).map((edge) => edges[edge]!);
  const within = new Set(inside.flat());
  const shared = [...new Set(outside.flat())].filter((vertex) => within.has(vertex)).sort((a, b) => a - b);
  if (shared.length > MOST_SHARED) {
    throw new DomainError(
      `entropiesOfDeformedToricCode: a region that shares at most ${MOST_SHARED} vertices with the rest required, got ${shared.length}`,
    );
  }
  if (shared.length === 0) return Float64Array.of(1);
  const [ofRegion, ofRest] = [fixedSums(inside, shared, tension), fixedSums(outside, shared, tension)];
  const turns = reducedTurns([...turnsOf(inside, shared), ...turnsOf(outside, shared)]);
  const classes = new Float64Array(ofRegion.length); // by the member without pivots, 0 for the others
  let total = 0;
  for (let spins = 0; spins < ofRegion.length; spins++) {
    const probability = ofRegion[spins]! * ofRest[spins]!;
    let representative = spins;
    for (const [pivot, turn] of turns) if (representative & pivot) representative ^= turn;
    classes[representative] = classes[representative]! + probability;
    total += probability;
  }
  return classes.filter((probability) => probability > 0).map((probability) => probability / total);
}

/** The Ising sum over edges for all spins of the shared vertices, the first of which is the highest bit; up to a factor. */
function fixedSums(edges: readonly Edge[], shared: readonly number[], tension: number): Float64Array {
  const unlike = Math.exp(-2 * Math.abs(tension));
  const [same, other] = tension >= 0 ? [1, unlike] : [unlike, 1];
  const matrix = Float64Array.of(same, 0, other, 0, other, 0, same, 0);
  const legs = edges.map((ends) => ends.map((vertex) => `${vertex}`));
  const dimensions = Object.fromEntries(legs.flat().map((leg) => [leg, 2]));
  const output = shared.map((vertex) => `${vertex}`);
  const plan = contractionPlan(legs, dimensions, output);
  const tensors = edges.map(() => ({ shape: [2, 2], interleaved: matrix }));
  const { interleaved } = contract(plan, tensors).value;
  return Float64Array.from({ length: interleaved.length / 2 }, (_, k) => interleaved[2 * k]!);
}

/** For each connected piece of a graph, its shared vertices as bits. */
function turnsOf(edges: readonly Edge[], shared: readonly number[]): readonly number[] {
  const root = new Map<number, number>(edges.flat().map((vertex) => [vertex, vertex]));
  const rootOf = (vertex: number): number => {
    const above = root.get(vertex)!;
    return above === vertex ? vertex : rootOf(above);
  };
  for (const [a, b] of edges) root.set(rootOf(a), rootOf(b));
  const turns = new Map<number, number>();
  shared.forEach((vertex, k) => {
    const piece = rootOf(vertex);
    turns.set(piece, (turns.get(piece) ?? 0) | (1 << (shared.length - 1 - k)));
  });
  return [...turns.values()];
}

/** Independent turns, each with a bit that no later one has. */
function reducedTurns(turns: readonly number[]): readonly (readonly [pivot: number, turn: number])[] {
  const reduced: (readonly [number, number])[] = [];
  for (const given of turns) {
    const turn = reduced.reduce((left, [pivot, other]) => (left & pivot ? left ^ other : left), given);
    if (turn !== 0) reduced.push([turn & -turn, turn]);
  }
  return reduced;
}

function checkDeformed(name: string, size: number, tension: number, largest: number): void {
  if (!(Number.isInteger(size) && size >= 2 && size <= largest)) {
    throw new ShapeError(`${name}: a size from 2 to ${largest} required, got ${size}`);
  }
  if (!Number.isFinite(tension)) throw new DomainError(`${name}: a finite tension required, got ${tension}`);
}
