/**
 * @file H = Σ_P h_P P acting on states without a matrix. Words that flip the same bits share one complex diagonal,
 * so H costs one pass over the state for each distinct flip, however many words there are.
 */

import { currentEngine } from '../engine/engine.ts';
import type { Address, FlipSpace } from '../engine/kernels.ts';
import type { SymmetricTable } from './symmetric-table.ts';
import type { WordTable } from './word-table.ts';

/** What a Hamiltonian is a sum of: words on all amplitudes, or controls on symmetric states. */
export type ActionTable = WordTable | SymmetricTable;

/**
 * H(h) on a word table: (Hψ)_c = Σ_f D_f[c] ψ[c xor f], with D_f[c] = Σ_{P flips f} h_P (−i)^{#Y} (−1)^{|c ∧ sign|}; on symmetric states
 * D_f[c] = Σ_a h_a ⟨c|O_a|c xor f⟩.
 */
export interface Hamiltonian {
  readonly table: ActionTable;
  /** The entries of all D_f, interleaved complex. */
  readonly diagonals: Float64Array;
  /** Σ_f max_c |D_f[c]|, an upper bound of the operator norm. */
  readonly bound: number;
}

/** Numbers in the diagonals of all flips. */
export const listLength = ({ offsets, flips }: ActionTable): number => 2 * offsets[flips.length]!;

/**
 * H = Σ_P h_P P, ready to act. The sum over signs is a Walsh–Hadamard transform: O(n · 2ⁿ) at most for each flip.
 *
 * @param coefficients - h, shape (#words,)
 */
export const hamiltonian = (table: ActionTable, coefficients: Float64Array): Hamiltonian =>
  currentEngine().withFlips(table, (space) => {
    const { diagonals, bound } = hamiltonianIn(space, table, coefficients);
    return { table, diagonals: space.get(diagonals, listLength(table)), bound };
  });

/** A Hamiltonian in memory of the engine. */
export interface ResidentHamiltonian {
  readonly table: ActionTable;
  readonly diagonals: Address;
  readonly bound: number;
}

/** The same in memory of the engine, which it reserves. */
export function hamiltonianIn(space: FlipSpace, table: ActionTable, coefficients: Float64Array): ResidentHamiltonian {
  const diagonals = space.zeros(listLength(table));
  writeDiagonals(space, diagonals, table, coefficients);
  return { table, diagonals, bound: space.bound(diagonals) };
}

/** Writes the diagonals of Σ_P h_P P, or of Σ_a h_a O_a. */
export function writeDiagonals(space: FlipSpace, at: Address, table: ActionTable, coefficients: Float64Array): void {
  if ('matrices' in table) {
    space.set(at, summedMatrices(table, coefficients));
    return;
  }
  space.clear(at, listLength(table));
  space.scatter(at, partsOf(table).own, signed(table, coefficients));
  space.transform(at);
}

/** Im⟨bra|P ket⟩ for every word, shape (#words,), from the transform of what `collect` forms from bra and ket. */
export const expectations = (space: FlipSpace, products: Address, table: WordTable): Float64Array =>
  signed(table, space.gather(products, partsOf(table).other));

/** The same for every word or control, from what `collect` forms, which it uses up. */
export function momenta(space: FlipSpace, products: Address, table: ActionTable): Float64Array {
  if ('matrices' in table) return alongMatrices(table, space.get(products, listLength(table)));
  space.transform(products);
  return expectations(space, products, table);
}

/** The entries of Σ_a h_a O_a. */
function summedMatrices(table: SymmetricTable, coefficients: Float64Array): Float64Array {
  const sum = new Float64Array(listLength(table));
  table.matrices.forEach(({ places, values }, a) => {
    const h = coefficients[a]!;
    for (let k = 0; k < places.length; k++) {
      const at = 2 * places[k]!;
      sum[at] = sum[at]! + h * values[2 * k]!;
      sum[at + 1] = sum[at + 1]! + h * values[2 * k + 1]!;
    }
  });
  return sum;
}

/** The imaginary part of the sum over entries of O_a times products, for every control. */
const alongMatrices = ({ matrices }: SymmetricTable, products: Float64Array): Float64Array =>
  Float64Array.from(matrices, ({ places, values }) => {
    let sum = 0;
    for (let k = 0; k < places.length; k++) {
      const at = 2 * places[k]!;
      sum += values[2 * k]! * products[at + 1]! + values[2 * k + 1]! * products[at]!;
    }
    return sum;
  });

/** Numbers of the list of diagonals that belong to the words. */
interface Parts {
  /** Where the coefficient times (−i)^{#Y} stands: its transform is that list. */
  readonly own: Int32Array;
  /** Where the imaginary part of (−i)^{#Y} times a product stands. */
  readonly other: Int32Array;
}

const known = new WeakMap<WordTable, Parts>();

function partsOf(table: WordTable): Parts {
  const found = known.get(table);
  if (found !== undefined) return found;
  const { places, quarterTurns } = table;
  const parts = {
    own: places.map((place, p) => 2 * place + (quarterTurns[p]! % 2)),
    other: places.map((place, p) => 2 * place + 1 - (quarterTurns[p]! % 2)),
  };
  known.set(table, parts);
  return parts;
}

/** The values with the signs of (−i)^{#Y}, 1, −i, −1 and i. */
const signed = ({ quarterTurns }: WordTable, values: Float64Array): Float64Array =>
  values.map((value, p) => (quarterTurns[p] === 1 || quarterTurns[p] === 2 ? -value : value));

/** i·Hψ. O(flips · 2ⁿ). */
export function timesIH({ table, diagonals }: Hamiltonian, psi: Float64Array): Float64Array {
  return currentEngine().withFlips(table, (space) => {
    const out = space.zeros(psi.length);
    space.act(out, space.put(diagonals), space.put(psi), 1);
    return space.get(out, psi.length);
  });
}
