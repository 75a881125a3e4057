/** @file What a Hamiltonian says of a state beyond its energy: variance, correlation length, the levels above the lowest. */

import { chainMoments } from '../../src/chain/chain-correlations.ts';
import { chainFigures } from '../../src/chain/chain-figures.ts';
import { matrixProductOperator } from '../../src/chain/matrix-product-operator.ts';
import { type Chain, chainOfVector } from '../../src/chain/matrix-product-state.ts';
import type { ComplexMatrix, ComplexVector } from '../../src/linalg/complex.ts';
import { lanczos } from '../../src/linalg/lanczos.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { innerProduct, normSquared } from '../../src/linalg/vector.ts';
import { type PauliSum, pauliSumMatrix, pauliSumOperator } from '../../src/operator/pauli-sum.ts';
import { spinOperators } from '../../src/operator/spin-models.ts';
import { type LowestLevels, sweptLevels } from './swept-levels.ts';

/** A state as the columns of a purification, ρ = Σ |c⟩⟨c|, of trace 1; or as a matrix-product state; or neither. */
export interface StateHandle {
  readonly columns: readonly ComplexVector[] | null;
  readonly chain: Chain | null;
}

/** Most sites and bonds of a chain whose variance and correlations are a matter of seconds. */
const MOST_SITES = 128;
const MOST_BOND = 64;

export const isShort = (chain: Chain): boolean =>
  chain.length <= MOST_SITES && chain.every(({ shape }) => shape[2]! <= MOST_BOND);

/** X, Y, Z of a qubit, or S_x, S_y, S_z of a spin with d levels. */
export function letterOperators(d: number): readonly ComplexMatrix[] {
  if (d !== 2) return Object.values(spinOperators((d - 1) / 2));
  return ['X', 'Y', 'Z'].map((word) => pauliSumMatrix({ qubits: 1, terms: [{ word, coefficient: 1 }] }));
}

/** The state as a chain; null of mixed states, and where neither amplitudes nor matrices are known. */
export function chainOfHandle({ columns, chain }: StateHandle, dimensions: readonly number[]): Chain | null {
  return chain ?? (columns?.length === 1 ? chainOfVector(columns[0]!, dimensions) : null);
}

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
export function correlationLengthOf(state: StateHandle, dimensions: readonly number[]): number | null {
  const own = chainOfHandle(state, dimensions);
  if (own === null || own.length < 4 || !isShort(own)) return null;
  const found = letterOperators(dimensions[0]!).map((letter) => chainFigures(own, letter));
  const peak = (factor: Float64Array): number => factor.reduce((most, s) => Math.max(most, s), 0);
  const [strongest] = found.toSorted((a, b) => peak(b.structureFactor) - peak(a.structureFactor));
  return strongest!.correlationLength;
}

/** Most amplitudes of a state whose levels are computed from them. */
const LARGEST = 2 ** 12;
/** Most levels that are looked at. */
const MOST_LEVELS = 6;
/** Levels nearer than this, relative to the lowest energy, coincide. */
const SAME = 1e-8;

/** The lowest energy, the next level counted with its multiplicity, and how often the lowest occurs: exact up to 12 qubits. */
export function lowestLevels(sum: PauliSum): LowestLevels {
  const size = 2 ** sum.qubits;
  if (size > LARGEST) return sweptLevels(sum);
  if (size < 2) return { ground: null, gap: null, degeneracy: null };
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
