/** @file What a Hamiltonian says of a state beyond its energy: variance, correlation length, the levels above the lowest. */

import { chainMoments } from '../../src/chain/chain-correlations.ts';
import { chainFigures } from '../../src/chain/chain-figures.ts';
import { matrixProductOperator } from '../../src/chain/matrix-product-operator.ts';
import { type Chain, chainOfVector } from '../../src/chain/matrix-product-state.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { lanczos } from '../../src/linalg/lanczos.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { innerProduct, normSquared } from '../../src/linalg/vector.ts';
import { type PauliSum, pauliSumMatrix, pauliSumOperator } from '../../src/operator/pauli-sum.ts';

/** A state as the columns of a purification, ρ = Σ |c⟩⟨c|, of trace 1; or as a matrix-product state; or neither. */
export interface StateHandle {
  readonly columns: readonly ComplexVector[] | null;
  readonly chain: Chain | null;
}

/** Most sites and bonds of a chain whose variance and correlations are a matter of seconds. */
const MOST_SITES = 128;
const MOST_BOND = 64;

const isShort = (chain: Chain): boolean =>
  chain.length <= MOST_SITES && chain.every(({ shape }) => shape[2]! <= MOST_BOND);

/** ⟨H²⟩ − ⟨H⟩²; null where the state is too large. */
export function varianceOf(sum: PauliSum, { columns, chain }: StateHandle): number | null {
  if (columns !== null) {
    const apply = pauliSumOperator(sum);
    let [mean, square] = [0, 0];
    for (const column of columns) {
      const moved = apply(column);
      mean += innerProduct(column, moved)[0];
      square += normSquared(moved);
    }
    return Math.max(0, square - mean * mean);
  }
  return chain !== null && isShort(chain) ? chainMoments(matrixProductOperator(sum), chain).variance : null;
}

/**
 * Second-moment correlation length of the letter whose structure factor has the greatest peak; null of mixed states, where the state
 * is too large, or where nothing is correlated.
 */
export function correlationLengthOf({ columns, chain }: StateHandle): number | null {
  const own =
    chain ??
    (columns?.length === 1 ? chainOfVector(columns[0]!, new Array(Math.log2(columns[0]!.length)).fill(2)) : null);
  if (own === null || own.length < 4 || !isShort(own)) return null;
  const found = ['X', 'Y', 'Z'].map((word) =>
    chainFigures(own, pauliSumMatrix({ qubits: 1, terms: [{ word, coefficient: 1 }] })),
  );
  const peak = (factor: Float64Array): number => factor.reduce((most, s) => Math.max(most, s), 0);
  const [strongest] = found.toSorted((a, b) => peak(b.structureFactor) - peak(a.structureFactor));
  return strongest!.correlationLength;
}

/** The lowest levels of a Hamiltonian, null where they are not known. */
export interface LowestLevels {
  readonly ground: number | null;
  readonly gap: number | null;
  /** How many levels coincide with the lowest, up to `MOST_LEVELS`. */
  readonly degeneracy: number | null;
}

/** Most amplitudes of a state whose levels are computed from them. */
const LARGEST = 2 ** 12;
/** Most levels that are looked at. */
const MOST_LEVELS = 6;
/** Levels nearer than this, relative to the lowest energy, coincide. */
const SAME = 1e-8;

/** The lowest energy, the next level counted with its multiplicity, and how often the lowest occurs. */
export function lowestLevels(sum: PauliSum): LowestLevels {
  const size = 2 ** sum.qubits;
  if (size > LARGEST || size < 2) return { ground: null, gap: null, degeneracy: null };
  const start = randomVector(size, randomStream(1, 'lowest levels'));
  const { value, result } = lanczos(pauliSumOperator(sum), start, {
    count: Math.min(MOST_LEVELS, size),
    tolerance: 1e-10,
  });
  if (result === 'max-steps' || result === 'diverged') return { ground: null, gap: null, degeneracy: null };
  const [ground, next] = value.values as unknown as [number, number];
  const near = SAME * Math.max(1, Math.abs(ground));
  return { ground, gap: next - ground, degeneracy: value.values.filter((level) => level - ground <= near).length };
}
