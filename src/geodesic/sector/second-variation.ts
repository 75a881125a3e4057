/** @file Whether a geodesic of symmetric states is a minimum: the spectrum of the second variation, and the index among all paths. */

import { DomainError } from '../../errors.ts';
import { symmetricEigenvalues } from '../../linalg/symmetric-eigenvalues.ts';
import { refinedVector } from '../../state/symmetric-vector.ts';
import type { ControlSpace } from '../state/control-space.ts';
import type { StatePoint } from '../state/state-flow.ts';
import { isWithin, type Levels, levels, representationDimension, splitBlocks } from './refinement.ts';
import { secondVariationForm } from './second-variation-form.ts';
import { type YoungSector, youngSector } from './young-sector.ts';

/** The second variation in a sector. */
export interface SecondVariation {
  /** Directions in which the energy falls, and those that leave it. */
  readonly negative: number;
  readonly zero: number;
  /** Lowest eigenvalues, ascending, in units in which ∫ Σ g δh² has 1: the limit for an error in 1/nodes². */
  readonly lowest: Float64Array;
}

/** Eigenvalues nearer to 0 count as 0. */
const ZERO = 2e-3;
/** Eigenvalues that are extrapolated. */
const MOST_LOWEST = 64;

/**
 * Eigenvalues of Q with δh constant on each of `nodes` and of 2·`nodes` intervals, extrapolated: with all words on 2ⁿ amplitudes
 * (`wordControlSpace`) among all paths, for geodesics of any sector; `morseIndex` needs small matrices only for symmetric blocks.
 *
 * @param space - all controls, real and imaginary
 * @param start - where a geodesic begins, and its costate there, in this space
 * @param nodes - 16 resolve eigenvalues of a few 1e-3
 *
 * Cost O((#controls·nodes)³).
 */
export function secondVariation(space: ControlSpace, start: StatePoint, nodes = 16): SecondVariation {
  checkNodes(nodes);
  const [coarse, fine] = [spectrumAt(space, start, nodes), spectrumAt(space, start, 2 * nodes)];
  const lowest = coarse.slice(0, MOST_LOWEST).map((value, k) => (4 * fine[k]! - value) / 3);
  return {
    negative: lowest.filter((value) => value < -ZERO).length,
    zero: lowest.filter((value) => Math.abs(value) <= ZERO).length,
    lowest: lowest.sort(),
  };
}

function checkNodes(nodes: number): void {
  if (!(Number.isInteger(nodes) && nodes >= 2)) {
    throw new DomainError(`secondVariation: at least 2 nodes required, got ${nodes}`);
  }
}

/** Ascending eigenvalues of Q on the directions that keep the end. */
function spectrumAt(space: ControlSpace, start: StatePoint, nodes: number): Float64Array {
  const { matrix, size, held } = secondVariationForm(space, start, nodes);
  return symmetricEigenvalues(matrix, size).slice(0, size - held);
}

/** What the representations of the permutations contribute to the index. */
export interface IndexPart {
  /** The blocks of the sector in which it was found. */
  readonly blocks: readonly number[];
  /** The representation ⊗(n_i − κ_i, κ_i): κ. */
  readonly level: Levels;
  /** Dimension of the representation: how often each of its directions counts. */
  readonly dimension: number;
  /** Negative and zero directions of this representation, each counted once. */
  readonly negative: number;
  readonly zero: number;
  /** The lowest eigenvalue in that sector. */
  readonly lowest: number;
}

/** The second variation of the full problem of 2ⁿ amplitudes. */
export interface MorseIndex {
  /** Independent directions in which the energy falls: 0 at a local minimum. */
  readonly index: number;
  /** Directions that leave it: 0, or families of equally long geodesics. */
  readonly nullity: number;
  readonly parts: readonly IndexPart[];
}

/**
 * The Morse index of a geodesic of symmetric blocks among all paths of 2ⁿ amplitudes, from small matrices. Q commutes with the
 * permutations within blocks, and words of k letters join ψ and λ only with representations ⊗(n_i − κ_i, κ_i), Σκ_i ≤ k, each of
 * which is once in the sector of parts (κ_i, n_i − κ_i); in the others Q = ∫ Σ g δh². So for one block and words of two qubits
 *
 *     index = m₀ + (n − 1)·m₁ + n(n − 3)/2·m₂,
 *
 * with m₀, m₀ + m₁ and m₀ + m₁ + m₂ the counts in the sectors n, 1 + (n − 1) and 2 + (n − 2).
 *
 * @param sector - in which the geodesic was found
 * @param start - |0…0⟩ and its costate there
 */
export function morseIndex(sector: YoungSector, start: StatePoint, nodes = 16): MorseIndex {
  checkNodes(nodes);
  const { blocks, weights, locality, dimension } = sector;
  const all = levels(blocks, locality);
  const parts: IndexPart[] = [];
  for (const level of all) {
    const finer = youngSector(splitBlocks(blocks, level), weights);
    const moved = (interleaved: Float64Array): Float64Array =>
      refinedVector(sector, finer, { length: dimension, interleaved }).interleaved;
    const point = { state: moved(start.state), costate: moved(start.costate) };
    const { negative, zero, lowest } = secondVariation(finer, point, nodes);
    const within = parts.filter((_, i) => isWithin(all[i]!, level));
    parts.push({
      blocks: finer.blocks,
      level,
      dimension: representationDimension(blocks, level),
      negative: within.reduce((rest, part) => rest - part.negative, negative),
      zero: within.reduce((rest, part) => rest - part.zero, zero),
      lowest: lowest[0]!,
    });
  }
  return {
    index: parts.reduce((sum, part) => sum + part.dimension * part.negative, 0),
    nullity: parts.reduce((sum, part) => sum + part.dimension * part.zero, 0),
    parts,
  };
}
