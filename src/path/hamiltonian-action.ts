/**
 * @file H = Σ_P h_P P acting on states without a matrix. Words that flip the same bits share one complex diagonal,
 * so H costs one pass over the state for each distinct flip, however many words there are.
 */

import { walshHadamard } from '../complexity/walsh-hadamard.ts';
import type { WordTable } from './word-table.ts';

/** H(h) on a word table: (Hψ)_c = Σ_f D_f[c] ψ[c xor f], with D_f[c] = Σ_{P flips f} h_P (−i)^{#Y} (−1)^{|c ∧ sign|}. */
export interface Hamiltonian {
  readonly table: WordTable;
  /** The entries of all D_f, interleaved complex. */
  readonly diagonals: Float64Array;
  /** Σ_f max_c |D_f[c]|, an upper bound of the operator norm. */
  readonly bound: number;
}

/**
 * H = Σ_P h_P P, ready to act. The sum over signs is a Walsh–Hadamard transform: O(n · 2ⁿ) at most for each flip.
 *
 * @param coefficients - h, shape (#words,)
 */
export function hamiltonian(table: WordTable, coefficients: Float64Array): Hamiltonian {
  const { offsets } = table;
  const diagonals = diagonalsOf(table, coefficients);
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

/** The entries of all D_f, interleaved complex. */
export function diagonalsOf(table: WordTable, coefficients: Float64Array): Float64Array {
  const { places, quarterTurns } = table;
  const diagonals = productsOf(table);
  for (let p = 0; p < coefficients.length; p++) {
    const turns = quarterTurns[p]!; // (−i)^turns
    const part = 2 * places[p]! + (turns % 2);
    diagonals[part] = diagonals[part]! + (turns === 1 || turns === 2 ? -coefficients[p]! : coefficients[p]!);
  }
  transform(table, diagonals);
  return diagonals;
}

/** In place, the Walsh–Hadamard transform of every diagonal. */
function transform({ offsets }: WordTable, diagonals: Float64Array): void {
  for (let f = 1; f < offsets.length; f++) walshHadamard(diagonals, 2, 2 * offsets[f - 1]!, 2 * offsets[f]!);
}

/** out ← out + factor·i·Hψ for real `factor`; arrays interleaved, shape (2ⁿ,). O(flips · 2ⁿ). */
export function addTimesI(
  out: Float64Array,
  H: Pick<Hamiltonian, 'table' | 'diagonals'>,
  psi: Float64Array,
  factor: number,
): void {
  const { flips, entries } = H.table;
  const { diagonals } = H;
  for (let c = 0, at = 0; c < out.length; c += 2) {
    let re = 0;
    let im = 0;
    for (let f = 0; f < flips.length; f++, at++) {
      const from = c ^ (2 * flips[f]!);
      const entry = 2 * entries[at]!;
      const x = psi[from]!;
      const y = psi[from + 1]!;
      const a = diagonals[entry]!;
      const b = diagonals[entry + 1]!;
      re += a * x - b * y;
      im += a * y + b * x;
    }
    out[c] = out[c]! - factor * im;
    out[c + 1] = out[c + 1]! + factor * re;
  }
}

/** One path from ψ to exp(−iHt)ψ: the state reached, and the Taylor terms of each sub-step, kept for the pullback. */
export interface Evolution {
  readonly time: number;
  readonly state: Float64Array;
  /** terms[s][m] = (−iHτ)^m ψ_s / m!, with τ = t / number of sub-steps. */
  readonly terms: readonly (readonly Float64Array[])[];
}

/** A sub-step may have this norm bound ‖Hτ‖: its Taylor terms stay small enough to lose no more than a digit. */
const LARGEST_STEP = 4;
const SMALLEST_TERM = 1e-16;

/**
 * exp(−iHt)ψ by its Taylor series, to rounding accuracy. The time is split until ‖H‖τ ≤ 4 by the norm bound; a
 * series ends with the first term below 10⁻¹⁶ after which the terms at least halve, for that bounds the error of the
 * derivative, too.
 *
 * Cost O(flips · degree · 2ⁿ), memory degree states.
 */
export function evolve(H: Hamiltonian, psi: Float64Array, time: number): Evolution {
  const subSteps = Math.max(1, Math.ceil((H.bound * Math.abs(time)) / LARGEST_STEP));
  const step = time / subSteps;
  const norm = H.bound * Math.abs(step);
  const terms: Float64Array[][] = [];
  let state = psi;
  for (let s = 0; s < subSteps; s++) {
    const series = [state];
    const sum = state.slice();
    let size = 1;
    for (let m = 1; m < 2 * norm || size > SMALLEST_TERM; m++) {
      const term = new Float64Array(psi.length);
      addTimesI(term, H, series[m - 1]!, -step / m);
      size = 0;
      for (let c = 0; c < term.length; c++) {
        sum[c] = sum[c]! + term[c]!;
        size += term[c]! * term[c]!;
      }
      size = Math.sqrt(size);
      series.push(term);
    }
    terms.push(series);
    state = sum;
  }
  return { time, state, terms };
}

/**
 * Reverse mode through `evolve`: for a real function with dL = Re⟨λ|dψ'⟩ at the state ψ' reached, the derivative with
 * respect to the coefficients and the cotangent at the state started from. It differentiates the truncated series
 * term by term, so it is exact for what `evolve` computes.
 *
 * @param cotangent - λ, interleaved, shape (2ⁿ,)
 * @returns ∂L/∂h, shape (#words,), and λ at the start
 *
 * Cost twice that of `evolve`, and one Walsh–Hadamard transform for each flip.
 */
export function pullbackEvolution(
  H: Hamiltonian,
  evolution: Evolution,
  cotangent: Float64Array,
): { readonly coefficients: Float64Array; readonly cotangent: Float64Array } {
  const { table } = H;
  const step = evolution.time / evolution.terms.length;
  const products = productsOf(table);
  let lambda = cotangent;
  for (let s = evolution.terms.length - 1; s >= 0; s--) {
    const series = evolution.terms[s]!;
    let adjoint = lambda; // cotangent of term m
    for (let m = series.length - 1; m >= 1; m--) {
      addProducts(products, table, adjoint, series[m - 1]!, step / m);
      const next = lambda.slice();
      addTimesI(next, H, adjoint, step / m);
      adjoint = next;
    }
    lambda = adjoint;
  }
  return { coefficients: expectations(table, products), cotangent: lambda };
}

/**
 * Forward mode through `evolve`: how the state reached moves when H moves by dH and the state started from by dψ.
 *
 * @param direction - dH, on the same word table
 * @returns the derivative of the state reached, interleaved, shape (2ⁿ,)
 *
 * Cost twice that of `evolve`.
 */
export function pushforwardEvolution(
  H: Hamiltonian,
  direction: Hamiltonian,
  evolution: Evolution,
  tangent: Float64Array,
): Float64Array {
  const step = evolution.time / evolution.terms.length;
  let moved = tangent;
  for (const series of evolution.terms) {
    const sum = moved.slice();
    let term = moved;
    for (let m = 1; m < series.length; m++) {
      const next = new Float64Array(term.length);
      addTimesI(next, H, term, -step / m);
      addTimesI(next, direction, series[m - 1]!, -step / m);
      for (let c = 0; c < sum.length; c++) sum[c] = sum[c]! + next[c]!;
      term = next;
    }
    moved = sum;
  }
  return moved;
}

/** Zeros to add products to. */
export const productsOf = ({ offsets }: WordTable): Float64Array => new Float64Array(2 * offsets[offsets.length - 1]!);

/** products ← products + weight · conj(bra[c]) · ket[c xor f] at the entry of c and f: what ⟨bra|P ket⟩ needs for every word P. */
export function addProducts(
  products: Float64Array,
  { flips, entries }: WordTable,
  bra: Float64Array,
  ket: Float64Array,
  weight: number,
): void {
  for (let c = 0, at = 0; c < bra.length; c += 2) {
    const re = weight * bra[c]!;
    const im = weight * bra[c + 1]!;
    for (let f = 0; f < flips.length; f++, at++) {
      const from = c ^ (2 * flips[f]!);
      const entry = 2 * entries[at]!;
      const x = ket[from]!;
      const y = ket[from + 1]!;
      products[entry] = products[entry]! + re * x + im * y;
      products[entry + 1] = products[entry + 1]! + re * y - im * x;
    }
  }
}

/** Im⟨bra|P ket⟩ for every word, shape (#words,), from the products of bra and ket, which are used up. */
export function expectations(table: WordTable, products: Float64Array): Float64Array {
  transform(table, products);
  const { places, quarterTurns } = table;
  const values = new Float64Array(places.length);
  for (let p = 0; p < values.length; p++) {
    const turns = quarterTurns[p]!; // Im((−i)^turns · product)
    const part = products[2 * places[p]! + (turns % 2 === 0 ? 1 : 0)]!;
    values[p] = turns === 1 || turns === 2 ? -part : part;
  }
  return values;
}
