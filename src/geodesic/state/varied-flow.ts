/** @file How geodesics of states move with their costates, and what they carry along. */

import { listLength } from '../../path/hamiltonian-action.ts';
import { inSpace, type MetricSpace, type StateMetric, stepperIn } from './metric-space.ts';
import { flowIn, joined, parted, type Stage, type StateFlow, type StatePoint, stepsOf } from './state-flow.ts';

/** How a flow moves. */
export interface VariedFlow {
  /** (δψ, δp) at the times k·stride·time/steps, k = 0, 1 …, as far as they are before the end, and at the end. */
  readonly points: readonly StatePoint[];
  /** δh at the same times before the end, shape (#generators,) each. */
  readonly controls: readonly Float64Array[];
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
