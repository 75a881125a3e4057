/**
 * @file Geodesics of states as a flow. By Pontryagin's principle a shortest path carries a costate p, ⟨p|ψ⟩ = 0, and
 *
 *     h_P = Im⟨p|Pψ⟩ / w_P,      ψ' = −iHψ,      p' = −iHp:
 *
 * the momentum has rank two, L = (i/2)(|p⟩⟨ψ| − |ψ⟩⟨p|) up to a factor, and moves with the path, L(t) = U L(0) U†.
 * Where the cost is diagonal in other generators than Pauli words, B_a = Σ_P S_aP P takes the place of P.
 */

import { engine } from '../../engine/engine.ts';
import type { Address, FlipSpace } from '../../engine/kernels.ts';
import { dot, length, plus } from '../../linalg/real-vector.ts';
import { rungeKutta, type Stepper } from '../../linalg/runge-kutta.ts';
import { expectations, listLength, placed } from '../../path/hamiltonian-action.ts';
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
}

/** How many steps it was taken in. */
export const stepsOf = ({ points }: StateFlow): number => points.length - 1;

/** How a flow moves. */
export interface VariedFlow {
  /** (δψ, δp) at the times k·stride·time/steps, k = 0, 1 …, as far as they are before the end, and at the end. */
  readonly points: readonly StatePoint[];
  /** δh at the same times before the end, shape (#generators,) each. */
  readonly controls: readonly Float64Array[];
}

/** h_a = Im⟨p|B_a ψ⟩/w_a, shape (#generators,). */
export function controlsAt(metric: StateMetric, { state, costate }: StatePoint): Float64Array {
  return inSpace(metric, (space) => {
    space.clear(space.products, listLength(metric.table));
    space.collect(space.products, space.put(costate), space.put(state), 1);
    return space.raise(space.diagonals).controls();
  });
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
interface MetricSpace extends FlipSpace {
  /** A list of products ⟨p|P ψ⟩, as `collect` makes it. */
  readonly products: Address;
  /** A list of diagonals, to use at will. */
  readonly diagonals: Address;
  /** Writes the diagonals of H for the momenta that the products tell, which are used up. */
  raise(diagonals: Address): { readonly controls: () => Float64Array };
}

/** Steps of so many numbers in the engine's memory. */
const stepperIn = (space: FlipSpace, numbers: number): Stepper<Address> =>
  rungeKutta({
    make: () => space.zeros(numbers),
    copy: (to, from) => space.copy(to, from, numbers),
    add: (to, from, factor) => space.add(to, from, numbers, factor),
  });

/** Where generators are words, a momentum is raised in its place: a word that reads the real part writes the imaginary one. */
function inSpace<Result>(metric: StateMetric, work: (space: MetricSpace) => Result): Result {
  const { table, shares, inverseWeights } = metric;
  const listed = listLength(table);
  return engine.withFlips(table, (space) => {
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
          return { controls: () => raised(metric, expectations(table, space.get(products, listed))) };
        }
        const h = raised(metric, expectations(table, space.get(products, listed)));
        space.set(to, placed(table, coefficientsOf(metric, h)));
        space.transform(to);
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
interface Stage {
  readonly point: Address;
  readonly diagonals: Address;
}

/** Steps of the flow in the engine's memory; `visit` sees every stage. */
function flowIn(
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

/** The stages of every step of a flow, copied in the engine's memory. */
function stagesIn(metric: StateMetric, space: MetricSpace, flow: StateFlow): readonly (readonly Stage[])[] {
  const numbers = 4 * metric.table.size;
  const listed = listLength(metric.table);
  const at = space.zeros(numbers);
  let taken: Stage[] = [];
  const advance = flowIn(metric, space, ({ point, diagonals }) => {
    const stage = { point: space.zeros(numbers), diagonals: space.zeros(listed) };
    space.copy(stage.point, point, numbers);
    space.copy(stage.diagonals, diagonals, listed);
    taken.push(stage);
  });
  return flow.points.slice(0, -1).map((point) => {
    taken = [];
    space.set(at, joined(point));
    advance(at, flow.time / stepsOf(flow));
    return taken;
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

/**
 * How the flow moves with its costate: the linearised equations
 *
 *     δψ' = −iHδψ − iδHψ,      δp' = −iHδp − iδHp,      δh_a = (Im⟨δp|B_a ψ⟩ + Im⟨p|B_a δψ⟩)/w_a,
 *
 * from δψ(0) = 0, at the steps of the flow: the derivative of what `stateFlow` computes.
 *
 * @param costates - the δp(0), interleaved, shape (2ⁿ,) each
 * @param read - what is kept of each
 * @param stride - how many steps from one time that is told to the next
 *
 * Cost of each three times that of the flow.
 */
export function variedFlows<Kept>(
  metric: StateMetric,
  flow: StateFlow,
  costates: readonly Float64Array[],
  read: (varied: VariedFlow) => Kept,
  stride = 1,
): readonly Kept[] {
  const numbers = 2 * metric.table.size;
  const listed = listLength(metric.table);
  return inSpace(metric, (space) => {
    const stages = stagesIn(metric, space, flow);
    const at = space.zeros(2 * numbers);
    const advance = stepperIn(space, 2 * numbers);
    return costates.map((costate) => {
      space.clear(at, numbers);
      space.set(at + numbers, costate);
      const told = (): StatePoint => parted(space.get(at, 2 * numbers));
      const points: StatePoint[] = [];
      const controls: Float64Array[] = [];
      stages.forEach((taken, step) => {
        if (step % stride === 0) points.push(told());
        advance(at, flow.time / stages.length, (slope, varied, s) => {
          const { point, diagonals } = taken[s]!;
          space.clear(space.products, listed);
          space.collectBoth(space.products, varied + numbers, point, point + numbers, varied);
          const dh = space.raise(space.diagonals);
          if (s === 0 && step % stride === 0) controls.push(dh.controls());
          space.move(slope, diagonals, varied, space.diagonals, point);
        });
      });
      return read({ points: [...points, told()], controls });
    });
  });
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

/** U(t)|v⟩ at the steps of a flow, for every vector v given. */
export function carriedAlong(
  metric: StateMetric,
  flow: StateFlow,
  vectors: readonly Float64Array[],
): readonly (readonly Float64Array[])[] {
  const numbers = 2 * metric.table.size;
  return inSpace(metric, (space) => {
    const stages = stagesIn(metric, space, flow);
    const at = space.zeros(numbers);
    const advance = stepperIn(space, numbers);
    return vectors.map((vector) => {
      space.set(at, vector);
      const moved = stages.map((taken) => {
        advance(at, flow.time / stages.length, (slope, point, s) => {
          space.clear(slope, numbers);
          space.act(slope, taken[s]!.diagonals, point, -1);
        });
        return space.get(at, numbers);
      });
      return [vector, ...moved];
    });
  });
}
