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

/** One path from ψ to exp(−iHt)ψ: the state reached, and the Taylor terms of each sub-step, kept for the pullback. */
export interface Evolution {
  readonly time: number;
  readonly state: Float64Array;
  /** The terms (−iHτ)^m ψ_s / m! of sub-step s, one after the other, with τ = t / number of sub-steps. */
  readonly terms: readonly Float64Array[];
}

/** Largest norm bound ‖Hτ‖ of a sub-step: its Taylor terms stay small enough to lose no more than a digit. */
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
  const { length } = psi;
  return currentEngine().withFlips(H.table, (space) => {
    const diagonals = space.put(H.diagonals);
    const sum = space.put(psi);
    const [even, odd] = [space.zeros(length), space.zeros(length)];
    const terms: Float64Array[] = [];
    for (let s = 0; s < subSteps; s++) {
      const series = [space.get(sum, length)];
      let [term, next] = [even, odd];
      space.copy(term, sum, length);
      let size = 1;
      for (let m = 1; m < 2 * norm || size > SMALLEST_TERM; m++) {
        space.clear(next, length);
        space.act(next, diagonals, term, -step / m);
        space.add(sum, next, length, 1);
        series.push(space.get(next, length));
        size = lengthOf(series[m]!);
        [term, next] = [next, term];
      }
      terms.push(joined(series));
    }
    return { time, state: space.get(sum, length), terms };
  });
}

function lengthOf(v: Float64Array): number {
  let square = 0;
  for (let i = 0; i < v.length; i++) square += v[i]! * v[i]!;
  return Math.sqrt(square);
}

/** The vectors of equal length, one after the other. */
function joined(vectors: readonly Float64Array[]): Float64Array {
  const { length } = vectors[0]!;
  const all = new Float64Array(vectors.length * length);
  vectors.forEach((vector, k) => {
    all.set(vector, k * length);
  });
  return all;
}

/** The pullback of a cotangent of the state reached. */
export interface EvolutionPullback {
  /** ∂L/∂h, shape (#words,). */
  readonly coefficients: Float64Array;
  /** The cotangent at the state started from, interleaved, shape (2ⁿ,). */
  readonly cotangent: Float64Array;
}

/**
 * Reverse mode through `evolve`: for real functions with dL = Re⟨λ|dψ'⟩ at the state ψ' reached, the derivatives with
 * respect to the coefficients and the cotangents at the state started from. It differentiates the truncated series
 * term by term, so it is exact for what `evolve` computes.
 *
 * @param cotangents - one λ for each function, interleaved, shape (2ⁿ,)
 *
 * Cost of each twice that of `evolve`, and one Walsh–Hadamard transform for each flip.
 */
export function pullbackEvolution(
  H: Hamiltonian,
  { time, terms }: Evolution,
  cotangents: readonly Float64Array[],
): readonly EvolutionPullback[] {
  const { table } = H;
  const step = time / terms.length;
  const length = 2 * table.size;
  return currentEngine().withFlips(table, (space) => {
    const diagonals = space.put(H.diagonals);
    const series = terms.map((all) => space.put(all));
    const [lambda, adjoint, next] = [space.zeros(length), space.zeros(length), space.zeros(length)];
    const products = space.zeros(listLength(table));
    return cotangents.map((cotangent) => {
      space.set(lambda, cotangent);
      space.clear(products, listLength(table));
      for (let s = terms.length - 1; s >= 0; s--) {
        let [at, free] = [adjoint, next];
        space.copy(at, lambda, length); // cotangent of term m
        for (let m = terms[s]!.length / length - 1; m >= 1; m--) {
          space.collect(products, at, series[s]! + (m - 1) * length, step / m);
          space.copy(free, lambda, length);
          space.act(free, diagonals, at, step / m);
          [at, free] = [free, at];
        }
        space.copy(lambda, at, length);
      }
      space.transform(products);
      return {
        coefficients: expectations(table, space.get(products, listLength(table))),
        cotangent: space.get(lambda, length),
      };
    });
  });
}

/**
 * Forward mode through `evolve`: the change of the state reached when H changes by dH and the state started from by dψ.
 *
 * @param direction - dH, on the same word table
 * @returns the derivative of the state reached, interleaved, shape (2ⁿ,)
 *
 * Cost twice that of `evolve`.
 */
export function pushforwardEvolution(
  H: Hamiltonian,
  direction: Hamiltonian,
  { time, terms }: Evolution,
  tangent: Float64Array,
): Float64Array {
  const step = time / terms.length;
  const { length } = tangent;
  return currentEngine().withFlips(H.table, (space) => {
    const [diagonals, moving] = [space.put(H.diagonals), space.put(direction.diagonals)];
    const sum = space.put(tangent);
    const [even, odd] = [space.zeros(length), space.zeros(length)];
    for (const all of terms) {
      const series = space.put(all);
      let [term, next] = [even, odd];
      space.copy(term, sum, length);
      for (let m = 1; m < all.length / length; m++) {
        space.clear(next, length);
        space.act(next, diagonals, term, -step / m);
        space.act(next, moving, series + (m - 1) * length, -step / m);
        space.add(sum, next, length, 1);
        [term, next] = [next, term];
      }
    }
    return space.get(sum, length);
  });
}
