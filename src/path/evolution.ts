/** @file Evolution exp(−iHt)ψ under sums of words by Taylor series, and its derivatives in forward and reverse mode. */

import { currentEngine } from '../engine/engine.ts';
import type { Address, FlipSpace } from '../engine/kernels.ts';
import { type Hamiltonian, listLength, momenta, type ResidentHamiltonian } from './hamiltonian-action.ts';
import { productQuadrature } from './product-quadrature.ts';

/** One path from ψ to exp(−iHt)ψ: the state reached, and the Taylor terms of each sub-step, kept for derivatives. */
export interface Evolution {
  readonly time: number;
  readonly state: Float64Array;
  /** The terms (−iHτ)^m ψ_s / m! of sub-step s, one after the other, with τ = t / number of sub-steps. */
  readonly terms: readonly Float64Array[];
  /** Their norms. */
  readonly sizes: readonly (readonly number[])[];
}

/** The same in memory of the engine. */
export interface ResidentEvolution extends Pick<Evolution, 'time' | 'sizes'> {
  readonly terms: readonly Address[];
}

/** Largest norm bound ‖Hτ‖ of a sub-step: its Taylor terms stay small enough to lose no more than a digit. */
const LARGEST_STEP = 4;
/** Terms smaller than this fraction of the vector are left out. */
const SMALLEST_TERM = 1e-16;

/**
 * exp(−iHt)ψ by its Taylor series, to rounding accuracy. The time is split until ‖H‖τ ≤ 4 by the norm bound; a
 * series ends where by that bound the next term is below 10⁻¹⁶ of the vector, and later ones at least halve.
 *
 * Cost O(flips · degree · 2ⁿ), memory degree states.
 */
export const evolve = (H: Hamiltonian, psi: Float64Array, time: number): Evolution =>
  currentEngine().withFlips(H.table, (space) => {
    const state = space.put(psi);
    const { terms, sizes } = evolveIn(space, residentIn(space, H), state, time, seriesRoom(space));
    return {
      time,
      state: space.get(state, psi.length),
      terms: terms.map((at, s) => space.get(at, sizes[s]!.length * psi.length)),
      sizes,
    };
  });

const residentIn = (space: FlipSpace, { table, diagonals, bound }: Hamiltonian): ResidentHamiltonian => ({
  table,
  bound,
  diagonals: space.put(diagonals),
});

/** The same in memory of the engine: the state becomes the one reached; the terms are left in `room`. */
export function evolveIn(
  space: FlipSpace,
  { table, diagonals, bound }: ResidentHamiltonian,
  state: Address,
  time: number,
  room: SeriesRoom,
): ResidentEvolution {
  const subSteps = Math.max(1, Math.ceil((bound * Math.abs(time)) / LARGEST_STEP));
  const step = time / subSteps;
  const length = 2 * table.size;
  const norm = bound * Math.abs(step);
  const most = mostTerms(norm);
  const terms: Address[] = [];
  const sizes = Array.from({ length: subSteps }, () => {
    const at = room.ask(most * length);
    space.copy(at, state, length);
    const own = space.series(at, diagonals, -step, { norm, tolerance: SMALLEST_TERM, most });
    room.use(own.length * length);
    space.evaluate(state, at, own.length, length, [1]);
    terms.push(at);
    return own;
  });
  return { time, terms, sizes };
}

/** Memory for series one after the other: with what one does not use the next begins. */
export interface SeriesRoom {
  /** Room for so many numbers, behind those in use. */
  readonly ask: (numbers: number) => Address;
  /** So many of them are in use from now on. */
  readonly use: (numbers: number) => void;
}

export function seriesRoom(space: FlipSpace): SeriesRoom {
  let [free, end] = [0, 0];
  return {
    ask(numbers) {
      if (end - free >= numbers) return free;
      const more = space.room(numbers - (end - free));
      if (more !== end) free = space.room(numbers); // something else lies between
      end = free + numbers;
      return free;
    },
    use(numbers) {
      free += numbers;
    },
  };
}

/** The number of terms by the bound alone, norm^m / m!, and one for rounding. */
function mostTerms(norm: number): number {
  let m = 1;
  for (let size = norm; m < 2 * norm || size > SMALLEST_TERM; m++) size *= norm / (m + 1);
  return m + 1;
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
 * respect to the coefficients and the cotangents at the state started from, for each sub-step
 *
 *     ∂L/∂h_P = ∫₀^τ Im⟨λ(s)|P|ψ(s)⟩ ds,      λ(s) = exp(iH(τ − s))λ.
 *
 * Both states are polynomials in s, their Taylor series; the integral is a sum over Gauss's points, as many as the sizes of
 * the terms ask for (`productQuadrature`): five or six where the norm of Hτ is below one half.
 *
 * @param cotangents - one λ for each function, interleaved, shape (2ⁿ,)
 *
 * Cost of each about 1.5 times that of `evolve`, and one Walsh–Hadamard transform for each flip.
 */
export function pullbackEvolution(
  H: Hamiltonian,
  { time, terms, sizes }: Evolution,
  cotangents: readonly Float64Array[],
): readonly EvolutionPullback[] {
  const length = 2 * H.table.size;
  return currentEngine().withFlips(H.table, (space) => {
    const resident = residentIn(space, H);
    const evolution = { time, sizes, terms: terms.map((all) => space.put(all)) };
    const lambda = space.zeros(length);
    const work = pullbackRoom(space, length, listLength(H.table));
    return cotangents.map((cotangent) => {
      space.set(lambda, cotangent);
      const coefficients = pullbackIn(space, resident, evolution, lambda, work);
      return { coefficients, cotangent: space.get(lambda, length) };
    });
  });
}

/** Memory that a pullback works in. */
export interface PullbackRoom {
  readonly products: Address;
  readonly bras: (count: number) => Address;
  /** The series of ψ at these points, which are not evaluated again for the next cotangent. */
  readonly kets: (terms: Address, count: number, points: readonly number[]) => Address;
  readonly series: (numbers: number) => Address;
}

/** @param listed - numbers in the diagonals of all flips */
export const pullbackRoom = (space: FlipSpace, length: number, listed: number): PullbackRoom => ({
  products: space.room(listed),
  bras: rowsIn(space, length),
  kets: ketsIn(space, length),
  series: rowsIn(space, 1),
});

/** The same in memory of the engine: λ becomes the cotangent at the state started from. @returns ∂L/∂h */
export function pullbackIn(
  space: FlipSpace,
  { table, diagonals, bound }: ResidentHamiltonian,
  { time, terms, sizes }: ResidentEvolution,
  lambda: Address,
  { products, bras, kets, series }: PullbackRoom,
): Float64Array {
  const step = time / terms.length;
  const length = 2 * table.size;
  const norm = bound * Math.abs(step);
  const most = mostTerms(norm);
  const at = series(most * length);
  space.clear(products, listLength(table));
  for (let s = terms.length - 1; s >= 0; s--) {
    space.copy(at, lambda, length);
    const adjoint = space.series(at, diagonals, step, { norm, tolerance: SMALLEST_TERM, most });
    const { points, weights } = productQuadrature(adjoint, sizes[s]!);
    const [bra, ket] = [bras(points.length), kets(terms[s]!, sizes[s]!.length, points)];
    const mirrored = points.map((x) => 1 - x);
    space.evaluate(bra, at, adjoint.length, length, mirrored);
    weights.forEach((weight, k) => {
      space.collect(products, bra + k * length, ket + k * length, step * weight);
    });
    space.evaluate(lambda, at, adjoint.length, length, [1]);
  }
  return momenta(space, products, table);
}

/**
 * Forward mode through `evolve`: the change of the state reached when H changes by dH and the state started from by dψ.
 *
 * @param direction - dH, on the same word table
 * @returns the derivative of the state reached, interleaved, shape (2ⁿ,)
 *
 * Cost twice that of `evolve`.
 */
export const pushforwardEvolution = (
  H: Hamiltonian,
  direction: Hamiltonian,
  { time, terms, sizes }: Evolution,
  tangent: Float64Array,
): Float64Array =>
  currentEngine().withFlips(H.table, (space) => {
    const [resident, moving] = [residentIn(space, H), space.put(direction.diagonals)];
    const sum = space.put(tangent);
    const pair = [space.room(tangent.length), space.room(tangent.length)] as const;
    pushforwardIn(space, resident, moving, { time, sizes, terms: terms.map((all) => space.put(all)) }, sum, pair);
    return space.get(sum, tangent.length);
  });

/**
 * The same in memory of the engine: the change of the state started from becomes that of the state reached.
 *
 * @param moving - the diagonals of dH
 * @param pair - room for two states
 */
export function pushforwardIn(
  space: FlipSpace,
  { table, diagonals }: ResidentHamiltonian,
  moving: Address,
  { time, terms, sizes }: ResidentEvolution,
  tangent: Address,
  pair: readonly [Address, Address],
): void {
  const step = time / terms.length;
  const length = 2 * table.size;
  terms.forEach((series, s) => {
    let [term, next] = pair;
    space.copy(term, tangent, length);
    for (let m = 1; m <= sizes[s]!.length; m++) {
      // One term more than the series of ψ has: its derivative is as large as the term before.
      space.clear(next, length);
      space.act(next, diagonals, term, -step / m);
      space.act(next, moving, series + (m - 1) * length, -step / m);
      space.add(tangent, next, length, 1);
      [term, next] = [next, term];
    }
  });
}

/**
 * Another state in memory of the engine under the same H for the same time: it becomes the one reached.
 *
 * @param room - for its series, as many numbers as are asked for
 */
export function carryIn(
  space: FlipSpace,
  { table, diagonals, bound }: ResidentHamiltonian,
  { time, terms }: ResidentEvolution,
  state: Address,
  room: (numbers: number) => Address,
): void {
  const step = time / terms.length;
  const length = 2 * table.size;
  const norm = bound * Math.abs(step);
  const most = mostTerms(norm);
  const at = room(most * length);
  for (let s = 0; s < terms.length; s++) {
    space.copy(at, state, length);
    const { length: used } = space.series(at, diagonals, -step, { norm, tolerance: SMALLEST_TERM, most });
    space.evaluate(state, at, used, length, [1]);
  }
}

function ketsIn(space: FlipSpace, length: number): PullbackRoom['kets'] {
  const rows = rowsIn(space, length);
  let last: { readonly terms: Address; readonly points: readonly number[] } | undefined;
  return (terms, count, points) => {
    const at = rows(points.length);
    if (last?.terms !== terms || last.points !== points) space.evaluate(at, terms, count, length, points);
    last = { terms, points };
    return at;
  };
}

/** Memory for vectors, one after the other, that grows as more are asked for. */
export function rowsIn(space: FlipSpace, length: number): (count: number) => Address {
  let [at, reserved] = [0, 0];
  return (count) => {
    if (count > reserved) [at, reserved] = [space.room(count * length), count];
    return at;
  };
}
