/** @file Metrics on states by their generators, and memory of the engine in which momenta become Hamiltonians. */

import { currentEngine } from '../../engine/engine.ts';
import type { Address, FlipSpace } from '../../engine/kernels.ts';
import { dot, plus } from '../../linalg/real-vector.ts';
import { rungeKutta, type Stepper } from '../../linalg/runge-kutta.ts';
import { expectations, listLength, writeDiagonals } from '../../path/hamiltonian-action.ts';
import type { WordTable } from '../../path/word-table.ts';

/** A metric by its inverse, which is finite for every penalty: 1/w_a for each generator, 0 for one that is no control. */
export interface StateMetric {
  readonly table: WordTable;
  readonly inverseWeights: Float64Array;
  /** S: generator a is Σ_P shares[a][P]·P. Absent where the generators are the words of the table. */
  readonly shares?: readonly Float64Array[];
}

/** W⁻¹S l: the controls of the momenta l_P. */
function raised({ inverseWeights, shares }: StateMetric, momenta: Float64Array): Float64Array {
  return inverseWeights.map((inverse, a) => inverse * (shares === undefined ? momenta[a]! : dot(shares[a]!, momenta)));
}

/** Sᵀh: the coefficients of H = Σ_a h_a B_a, shape (#words,). */
export function coefficientsOf({ table, shares }: StateMetric, h: Float64Array): Float64Array {
  const none: Float64Array = new Float64Array(table.words.length);
  return shares === undefined ? h : shares.reduce((sum, row, a) => plus(sum, h[a]!, row), none);
}

/** Memory of the engine in which momenta become Hamiltonians. */
export interface MetricSpace extends FlipSpace {
  /** A list of products ⟨p|P ψ⟩, as `collect` makes it. */
  readonly products: Address;
  /** A list of diagonals, to use at will. */
  readonly diagonals: Address;
  /** Writes the diagonals of H from `products`; overwrites them. */
  raise(diagonals: Address): { readonly controls: () => Float64Array };
}

/** Steppers for states of `numbers` numbers in the engine's memory. */
export const stepperIn = (space: FlipSpace, numbers: number): Stepper<Address> =>
  rungeKutta({
    make: () => space.zeros(numbers),
    copy: (to, from) => space.copy(to, from, numbers),
    add: (to, from, factor) => space.add(to, from, numbers, factor),
  });

/** Where generators are words, a momentum is raised in its place: a word that reads the real part writes the imaginary one. */
export function inSpace<Result>(metric: StateMetric, work: (space: MetricSpace) => Result): Result {
  const { table, shares, inverseWeights } = metric;
  const listed = listLength(table);
  return currentEngine().withFlips(table, (space) => {
    const [products, diagonals] = [space.zeros(listed), space.zeros(listed)];
    const scales = space.put(shares === undefined ? placedWeights() : new Float64Array(0));
    return work({
      ...space,
      products,
      diagonals,
      raise(to) {
        space.transform(products);
        if (shares === undefined) {
          space.exchange(to, products, scales);
          space.transform(to);
          return { controls: () => raised(metric, expectations(space, products, table)) };
        }
        const h = raised(metric, expectations(space, products, table));
        writeDiagonals(space, to, table, coefficientsOf(metric, h));
        return { controls: () => h };
      },
    });
  });

  /** 1/w_P, where word P writes its coefficient. */
  function placedWeights(): Float64Array {
    const list = new Float64Array(listed);
    inverseWeights.forEach((inverse, p) => {
      list[2 * table.places[p]! + (table.quarterTurns[p]! % 2)] = inverse;
    });
    return list;
  }
}
