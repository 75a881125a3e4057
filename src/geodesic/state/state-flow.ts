/**
 * @file Geodesics of states as a flow. By Pontryagin's principle a shortest path carries a costate p, ⟨p|ψ⟩ = 0, and
 *
 *     h_P = Im⟨p|Pψ⟩ / w_P,      ψ' = −iHψ,      p' = −iHp:
 *
 * the momentum has rank two, L = (i/2)(|p⟩⟨ψ| − |ψ⟩⟨p|) up to a factor, and moves with the path, L(t) = U L(0) U†.
 * Where the cost is diagonal in other generators than Pauli words, B_a = Σ_P S_aP P takes the place of P.
 */

import type { Address } from '../../engine/kernels.ts';
import { length, plus } from '../../linalg/real-vector.ts';
import { listLength } from '../../path/hamiltonian-action.ts';
import { inSpace, type MetricSpace, type StateMetric, stepperIn } from './metric-space.ts';

/** A state and its costate, interleaved, shape (2ⁿ,) each. */
export interface StatePoint {
  readonly state: Float64Array;
  readonly costate: Float64Array;
}

/** A geodesic of states, sampled at equal steps. */
export interface StateFlow {
  readonly time: number;
  /** At the times k·time/steps, k = 0…steps. */
  readonly points: readonly StatePoint[];
}

/** How many steps it was taken in. */
export const stepsOf = ({ points }: StateFlow): number => points.length - 1;

/** h_a = Im⟨p|B_a ψ⟩/w_a, shape (#generators,). */
export function controlsAt(metric: StateMetric, { state, costate }: StatePoint): Float64Array {
  return inSpace(metric, (space) => {
    space.clear(space.products, listLength(metric.table));
    space.collect(space.products, space.put(costate), space.put(state), 1);
    return space.raise(space.diagonals).controls();
  });
}

/** F(H) = √Σ_a w_a h_a², a constant of the motion. */
export function speedAt(metric: StateMetric, point: StatePoint): number {
  const { inverseWeights } = metric;
  const square = controlsAt(metric, point).reduce(
    (sum, h, p) => (h === 0 ? sum : sum + (h * h) / inverseWeights[p]!),
    0,
  );
  return Math.sqrt(square);
}

/**
 * The geodesic from a state with a costate, integrated by the Runge–Kutta method of order 8.
 *
 * @param time - may be negative: the flow is run backwards
 *
 * Cost O(steps · flips · 2ⁿ): every word is applied without a matrix.
 */
export function stateFlow(metric: StateMetric, start: StatePoint, steps: number, time = 1): StateFlow {
  return inSpace(metric, (space) => {
    const at = space.put(joined(start));
    const advance = flowIn(metric, space);
    const points = [start];
    for (let step = 0; step < steps; step++) {
      advance(at, time / steps);
      points.push(parted(space.get(at, 4 * metric.table.size)));
    }
    return { time, points };
  });
}

/** Where the slopes of a step are taken, and the diagonals of the Hamiltonian there. */
export interface Stage {
  readonly point: Address;
  readonly diagonals: Address;
}

/** Steps of the flow in the engine's memory; `visit` sees every stage. */
export function flowIn(
  { table }: StateMetric,
  space: MetricSpace,
  visit: (stage: Stage) => void = () => {},
): (at: Address, h: number) => void {
  const numbers = 2 * table.size;
  const { products, diagonals } = space;
  const advance = stepperIn(space, 2 * numbers);
  return (at, h) =>
    advance(at, h, (slope, point) => {
      space.clear(products, listLength(table));
      space.collect(products, point + numbers, point, 1);
      space.raise(diagonals);
      visit({ point, diagonals });
      space.clear(slope, 2 * numbers);
      space.act(slope, diagonals, point, -1);
      space.act(slope + numbers, diagonals, point + numbers, -1);
    });
}

/** Distance of the ends at which the steps are fine enough: the finer flow is about 4⁻⁴ of it away from the geodesic. */
const ENDS_AGREE = 1e-11;
const MOST_STEPS = 4096;

/** The flow to rounding accuracy: the steps are doubled until the end stays where it is. */
export function exactFlow(metric: StateMetric, start: StatePoint, time: number): StateFlow {
  let flow = stateFlow(metric, start, 2, time);
  for (let steps = 4; ; steps *= 2) {
    const finer = stateFlow(metric, start, steps, time);
    const end = joined(finer.points[steps]!);
    const moved = length(plus(end, -1, joined(flow.points[steps / 2]!)));
    flow = finer;
    if (moved <= ENDS_AGREE * length(end) || steps >= MOST_STEPS) return flow;
  }
}

/** The geodesic after some time, to rounding accuracy. */
export const pointAfter = (metric: StateMetric, start: StatePoint, time: number): StatePoint =>
  time === 0 ? start : exactFlow(metric, start, time).points.at(-1)!;

export function joined({ state, costate }: StatePoint): Float64Array {
  const both = new Float64Array(2 * state.length);
  both.set(state);
  both.set(costate, state.length);
  return both;
}

export const parted = (both: Float64Array): StatePoint => ({
  state: both.subarray(0, both.length / 2),
  costate: both.subarray(both.length / 2),
});
