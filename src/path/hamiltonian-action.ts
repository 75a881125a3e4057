/**
 * @file H = Σ_P h_P P acting on states without a matrix. Words that flip the same bits share one complex diagonal,
 * so H costs one pass over the state for each distinct flip, however many words there are.
 */

import { currentEngine } from '../engine/engine.ts';
import type { WordTable } from './word-table.ts';

/**
 * H(h) on a word table: (Hψ)_c = Σ_f D_f[c] ψ[c xor f], with D_f[c] = Σ_{P flips f} h_P (−i)^{#Y} (−1)^{|c ∧ sign|}.
 */
export interface Hamiltonian {
  readonly table: WordTable;
  /** The entries of all D_f, interleaved complex. */
  readonly diagonals: Float64Array;
  /** Σ_f max_c |D_f[c]|, an upper bound of the operator norm. */
  readonly bound: number;
}

/** Numbers in the diagonals of all flips. */
export const listLength = ({ offsets, flips }: WordTable): number => 2 * offsets[flips.length]!;

/**
 * H = Σ_P h_P P, ready to act. The sum over signs is a Walsh–Hadamard transform: O(n · 2ⁿ) at most for each flip.
 *
 * @param coefficients - h, shape (#words,)
 */
export function hamiltonian(table: WordTable, coefficients: Float64Array): Hamiltonian {
  const { offsets } = table;
  const diagonals = currentEngine().withFlips(table, (space) => {
    const at = space.put(placed(table, coefficients));
    space.transform(at);
    return space.get(at, listLength(table));
  });
  let bound = 0;
  for (let f = 1; f < offsets.length; f++) {
    let greatest = 0;
    for (let at = 2 * offsets[f - 1]!; at < 2 * offsets[f]!; at += 2) {
      greatest = Math.max(greatest, diagonals[at]! * diagonals[at]! + diagonals[at + 1]! * diagonals[at + 1]!);
    }
    bound += Math.sqrt(greatest);
  }
  return { table, diagonals, bound };
}

/** The coefficients where their words stand in the list of diagonals, times (−i)^{#Y}: its transform is that list. */
export function placed(table: WordTable, coefficients: Float64Array): Float64Array {
  const { places, quarterTurns } = table;
  const list = new Float64Array(listLength(table));
  for (let p = 0; p < coefficients.length; p++) {
    const turns = quarterTurns[p]!;
    const part = 2 * places[p]! + (turns % 2);
    list[part] = list[part]! + (turns === 1 || turns === 2 ? -coefficients[p]! : coefficients[p]!);
  }
  return list;
}

/** Im⟨bra|P ket⟩ for every word, shape (#words,), from the transform of what `collect` forms from bra and ket. */
export function expectations({ places, quarterTurns }: WordTable, products: Float64Array): Float64Array {
  const values = new Float64Array(places.length);
  for (let p = 0; p < values.length; p++) {
    const turns = quarterTurns[p]!; // Im((−i)^turns · product)
    const part = products[2 * places[p]! + (turns % 2 === 0 ? 1 : 0)]!;
    values[p] = turns === 1 || turns === 2 ? -part : part;
  }
  return values;
}

/** i·Hψ. O(flips · 2ⁿ). */
export function timesIH({ table, diagonals }: Hamiltonian, psi: Float64Array): Float64Array {
  return currentEngine().withFlips(table, (space) => {
    const out = space.zeros(psi.length);
    space.act(out, space.put(diagonals), space.put(psi), 1);
    return space.get(out, psi.length);
  });
}
