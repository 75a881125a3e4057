/**
 * @file Geodesics of states as a flow. By Pontryagin's principle a shortest path carries a costate p, ⟨p|ψ⟩ = 0, and
 *
 *     h_P = Im⟨p|Pψ⟩ / w_P,      ψ' = −iHψ,      p' = −iHp:
 *
 * the momentum has rank two, L = (i/2)(|p⟩⟨ψ| − |ψ⟩⟨p|) up to a factor, and moves with the path, L(t) = U L(0) U†.
 */

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

/** A metric by its inverse, which is finite for every penalty: 1/w_P for each word, 0 for one that is no control. */
export interface StateMetric {
  readonly table: WordTable;
  readonly inverseWeights: Float64Array;
}

/** A state and its costate, interleaved, shape (2ⁿ,) each. */
export interface StatePoint {
  readonly state: Float64Array;
  readonly costate: Float64Array;
}

/** A geodesic of states for the time 1, sampled at equal steps. */
export interface StateFlow {
  /** At the times k/steps, k = 0…steps. */
  readonly points: readonly StatePoint[];
  /** Where the slopes of each step were taken, and the Hamiltonian there. */
  readonly stages: readonly (readonly Stage[])[];
}

/** How a flow moves. */
export interface VariedFlow {
  /** (δψ, δp) at the times k/steps, k = 0…steps. */
  readonly points: readonly StatePoint[];
  /** δh at the times k/steps, k = 0…steps − 1, shape (#words,) each. */
  readonly controls: readonly Float64Array[];
}

type Action = Pick<Hamiltonian, 'table' | 'diagonals'>;

const actionOf = (table: WordTable, h: Float64Array): Action => ({ table, diagonals: diagonalsOf(table, h) });

interface Stage extends StatePoint {
  readonly H: Action;
}

/** h_P = Im⟨p|Pψ⟩/w_P, shape (#words,). */
export function controlsAt({ table, inverseWeights }: StateMetric, { state, costate }: StatePoint): Float64Array {
  const products = productsOf(table);
  addProducts(products, table, costate, state, 1);
  return scaledBy(inverseWeights, expectations(table, products));
}

/** In place, h_P = l_P/w_P. */
function scaledBy(inverseWeights: Float64Array, momenta: Float64Array): Float64Array {
  for (let p = 0; p < momenta.length; p++) momenta[p] = momenta[p]! * inverseWeights[p]!;
  return momenta;
}

/** F(H) = √Σ_P w_P h_P², a constant of the motion. */
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
 * Cost O(steps · flips · 2ⁿ): every word is applied without a matrix.
 */
export function stateFlow(metric: StateMetric, start: StatePoint, steps: number): StateFlow {
  const points = [start];
  const stages: Stage[][] = [];
  for (let step = 0; step < steps; step++) {
    const taken: Stage[] = [];
    const next = rungeKuttaStep(joined(points[step]!), 1 / steps, (y) => {
      const point = parted(y);
      const H = actionOf(metric.table, controlsAt(metric, point));
      taken.push({ ...point, H });
      const slope = new Float64Array(y.length);
      addTimesI(slope.subarray(0, y.length / 2), H, point.state, -1);
      addTimesI(slope.subarray(y.length / 2), H, point.costate, -1);
      return slope;
    });
    points.push(parted(next));
    stages.push(taken);
  }
  return { points, stages };
}

/**
 * How the flow moves with its costate: the linearised equations
 *
 *     δψ' = −iHδψ − iδHψ,      δp' = −iHδp − iδHp,      δh_P = (Im⟨δp|Pψ⟩ + Im⟨p|Pδψ⟩)/w_P,
 *
 * from δψ(0) = 0, at the steps of the flow: the derivative of what `stateFlow` computes.
 */
export function variedFlow(metric: StateMetric, flow: StateFlow, costate: Float64Array): VariedFlow {
  const { table, inverseWeights } = metric;
  const steps = flow.stages.length;
  const points: StatePoint[] = [{ state: new Float64Array(costate.length), costate }];
  const controls: Float64Array[] = [];
  for (let step = 0; step < steps; step++) {
    const next = rungeKuttaStep(joined(points[step]!), 1 / steps, (y, s) => {
      const varied = parted(y);
      const { state, costate: p, H } = flow.stages[step]![s]!;
      const products = productsOf(table);
      addProducts(products, table, varied.costate, state, 1);
      addProducts(products, table, p, varied.state, 1);
      const dh = scaledBy(inverseWeights, expectations(table, products));
      const moved = actionOf(table, dh);
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
export function carriedAlong({ stages }: StateFlow, vector: Float64Array): readonly Float64Array[] {
  const vectors = [vector];
  stages.forEach((taken, step) => {
    vectors.push(
      rungeKuttaStep(vectors[step]!, 1 / stages.length, (y, s) => {
        const slope = new Float64Array(y.length);
        addTimesI(slope, taken[s]!.H, y, -1);
        return slope;
      }),
    );
  });
  return vectors;
}
