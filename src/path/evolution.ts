/** @file Evolution exp(−iHt)ψ under sums of words by Taylor series, and its derivatives in forward and reverse mode. */

import { currentEngine } from '../engine/engine.ts';
import type { Address, FlipSpace } from '../engine/kernels.ts';
import { expectations, type Hamiltonian, listLength } from './hamiltonian-action.ts';
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
export function evolve(H: Hamiltonian, psi: Float64Array, time: number): Evolution {
  const subSteps = Math.max(1, Math.ceil((H.bound * Math.abs(time)) / LARGEST_STEP));
  const step = time / subSteps;
  const { length } = psi;
  return currentEngine().withFlips(H.table, (space) => {
    const diagonals = space.put(H.diagonals);
    const sum = space.put(psi);
    const series = seriesIn(space, length, diagonals, -step, H.bound * Math.abs(step));
    const sizes: (readonly number[])[] = [];
    const terms = Array.from({ length: subSteps }, (_, s) => {
      sizes[s] = series.fill(sum);
      space.evaluate(sum, series.at, sizes[s]!.length, length, [1]);
      return space.get(series.at, sizes[s]!.length * length);
    });
    return { time, state: space.get(sum, length), terms, sizes };
  });
}

/** Memory for the terms (iHs)^m v / m! of a series, one after the other. */
interface Series {
  readonly at: Address;
  /** Writes the terms for the vector at an address, and returns their norms. */
  readonly fill: (vector: Address) => readonly number[];
}

/** Series for the Hamiltonian with these diagonals and times s, where ‖H‖|s| is at most `norm`. */
function seriesIn(space: FlipSpace, length: number, diagonals: Address, step: number, norm: number): Series {
  const most = mostTerms(norm);
  const at = space.zeros(most * length);
  let used = 1;
  const fill = (vector: Address): readonly number[] => {
    space.copy(at, vector, length);
    const sizes = [Math.sqrt(space.square(at, length))];
    const open = (m: number): boolean => m < 2 * norm || (sizes[m - 1]! * norm) / m > SMALLEST_TERM * sizes[0]!;
    for (let m = 1; m < most && open(m); m++) {
      const term = at + m * length;
      if (m < used) space.clear(term, length);
      space.act(term, diagonals, term - length, step / m);
      sizes.push(Math.sqrt(space.square(term, length)));
    }
    used = Math.max(used, sizes.length);
    return sizes;
  };
  return { at, fill };
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
  const { table } = H;
  const step = time / terms.length;
  const length = 2 * table.size;
  return currentEngine().withFlips(table, (space) => {
    const diagonals = space.put(H.diagonals);
    const kept = terms.map((all) => space.put(all));
    const lambda = space.zeros(length);
    const products = space.zeros(listLength(table));
    const [bras, kets] = [pointsIn(space, length), pointsIn(space, length)];
    const series = seriesIn(space, length, diagonals, step, H.bound * Math.abs(step));
    return cotangents.map((cotangent) => {
      space.set(lambda, cotangent);
      space.clear(products, listLength(table));
      for (let s = terms.length - 1; s >= 0; s--) {
        const adjoint = series.fill(lambda);
        const { points, weights } = productQuadrature(adjoint, sizes[s]!);
        const [bra, ket] = [bras(points.length), kets(points.length)];
        space.evaluate(ket, kept[s]!, sizes[s]!.length, length, points);
        space.evaluate(
          bra,
          series.at,
          adjoint.length,
          length,
          points.map((x) => 1 - x),
        );
        weights.forEach((weight, k) => {
          space.collect(products, bra + k * length, ket + k * length, step * weight);
        });
        space.evaluate(lambda, series.at, adjoint.length, length, [1]);
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
      for (let m = 1; m <= all.length / length; m++) {
        // One term more than the series of ψ has: its derivative is as large as the term before.
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

/** Memory for vectors, one after the other, that grows as more are asked for. */
function pointsIn(space: FlipSpace, length: number): (count: number) => Address {
  let [at, reserved] = [0, 0];
  return (count) => {
    if (count > reserved) [at, reserved] = [space.zeros(count * length), count];
    return at;
  };
}
