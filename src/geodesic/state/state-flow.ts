/**
 * @file Geodesics of states as a flow. By Pontryagin's principle a shortest path carries a costate p, ⟨p|ψ⟩ = 0, and
 *
 *     h_P = Im⟨p|Pψ⟩ / w_P,      ψ' = −iHψ,      p' = −iHp:
 *
 * the momentum has rank two, L = (i/2)(|p⟩⟨ψ| − |ψ⟩⟨p|) up to a factor, and moves with the path, L(t) = U L(0) U†.
 * Where the cost is diagonal in other generators than Pauli words, B_a = Σ_P S_aP P takes the place of P.
 */

import { dot, length, plus } from '../../linalg/real-vector.ts';
import { rungeKuttaStep } from '../../linalg/runge-kutta.ts';
import {
  addProducts,
  addTimesI,
  diagonalsOf,
  expectations,
  type Hamiltonian,
  productsOf,
} from '../../path/hamiltonian-action.ts';
import type { WordTable } from '../../path/word-table.ts';

/** A metric by its inverse, which is finite for every penalty: 1/w_a for each generator, 0 for one that is no control. */
export interface StateMetric {
  readonly table: WordTable;
  readonly inverseWeights: Float64Array;
  /** S: generator a is Σ_P shares[a][P]·P. Absent where the generators are the words of the table. */
  readonly shares?: readonly Float64Array[];
}

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
  /** Where the slopes of each step were taken, and the Hamiltonian there. */
  readonly stages: readonly (readonly Stage[])[];
}

/** How a flow moves. */
export interface VariedFlow {
  /** (δψ, δp) at the times k·time/steps, k = 0…steps. */
  readonly points: readonly StatePoint[];
  /** δh at the times k·time/steps, k = 0…steps − 1, shape (#generators,) each. */
  readonly controls: readonly Float64Array[];
}

type Action = Pick<Hamiltonian, 'table' | 'diagonals'>;

interface Stage extends StatePoint {
  readonly H: Action;
}

/** h_a = Im⟨p|B_a ψ⟩/w_a, shape (#generators,). */
export function controlsAt(metric: StateMetric, { state, costate }: StatePoint): Float64Array {
  const products = productsOf(metric.table);
  addProducts(products, metric.table, costate, state, 1);
  return raised(metric, expectations(metric.table, products));
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

const actionOf = (metric: StateMetric, h: Float64Array): Action => ({
  table: metric.table,
  diagonals: diagonalsOf(metric.table, coefficientsOf(metric, h)),
});

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
  const points = [start];
  const stages: Stage[][] = [];
  for (let step = 0; step < steps; step++) {
    const taken: Stage[] = [];
    const next = rungeKuttaStep(joined(points[step]!), time / steps, (y) => {
      const point = parted(y);
      const H = actionOf(metric, controlsAt(metric, point));
      taken.push({ ...point, H });
      const slope = new Float64Array(y.length);
      addTimesI(slope.subarray(0, y.length / 2), H, point.state, -1);
      addTimesI(slope.subarray(y.length / 2), H, point.costate, -1);
      return slope;
    });
    points.push(parted(next));
    stages.push(taken);
  }
  return { time, points, stages };
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

/**
 * How the flow moves with its costate: the linearised equations
 *
 *     δψ' = −iHδψ − iδHψ,      δp' = −iHδp − iδHp,      δh_a = (Im⟨δp|B_a ψ⟩ + Im⟨p|B_a δψ⟩)/w_a,
 *
 * from δψ(0) = 0, at the steps of the flow: the derivative of what `stateFlow` computes.
 */
export function variedFlow(metric: StateMetric, flow: StateFlow, costate: Float64Array): VariedFlow {
  const { table } = metric;
  const steps = flow.stages.length;
  const points: StatePoint[] = [{ state: new Float64Array(costate.length), costate }];
  const controls: Float64Array[] = [];
  for (let step = 0; step < steps; step++) {
    const next = rungeKuttaStep(joined(points[step]!), flow.time / steps, (y, s) => {
      const varied = parted(y);
      const { state, costate: p, H } = flow.stages[step]![s]!;
      const products = productsOf(table);
      addProducts(products, table, varied.costate, state, 1);
      addProducts(products, table, p, varied.state, 1);
      const dh = raised(metric, expectations(table, products));
      const moved = actionOf(metric, dh);
      if (s === 0) controls.push(dh);
      const slope = new Float64Array(y.length);
      const [first, second] = [slope.subarray(0, y.length / 2), slope.subarray(y.length / 2)];
      addTimesI(first, H, varied.state, -1);
      addTimesI(first, moved, state, -1);
      addTimesI(second, H, varied.costate, -1);
      addTimesI(second, moved, p, -1);
      return slope;
    });
    points.push(parted(next));
  }
  return { points, controls };
}

function joined({ state, costate }: StatePoint): Float64Array {
  const both = new Float64Array(2 * state.length);
  both.set(state);
  both.set(costate, state.length);
  return both;
}

const parted = (both: Float64Array): StatePoint => ({
  state: both.subarray(0, both.length / 2),
  costate: both.subarray(both.length / 2),
});

/** U(t)|v⟩ at the steps of a flow. */
export function carriedAlong({ time, stages }: StateFlow, vector: Float64Array): readonly Float64Array[] {
  const vectors = [vector];
  stages.forEach((taken, step) => {
    vectors.push(
      rungeKuttaStep(vectors[step]!, time / stages.length, (y, s) => {
        const slope = new Float64Array(y.length);
        addTimesI(slope, taken[s]!.H, y, -1);
        return slope;
      }),
    );
  });
  return vectors;
}
