/** @file Geodesics of a control space as a flow of state and costate, and how they move with the costate. */

import { plus } from '../../linalg/real-vector.ts';
import { rungeKutta, type Stepper } from '../../linalg/runge-kutta.ts';
import type { ControlHamiltonian, ControlSpace } from '../state/control-space.ts';
import { joined, parted, type StateFlow, type StatePoint, stepsOf } from '../state/state-flow.ts';

/** h_a = Im⟨p|O_aψ⟩/w_a, shape (#controls,). */
export function spaceControlsAt({ inverseWeights, momenta }: ControlSpace, point: StatePoint): Float64Array {
  return momenta([point]).map((momentum, a) => momentum * inverseWeights[a]!);
}

/** F(H) = √Σ_a w_a h_a², a constant of the motion. */
export function spaceSpeedAt(space: ControlSpace, point: StatePoint): number {
  const { inverseWeights } = space;
  const momenta = space.momenta([point]);
  return Math.sqrt(momenta.reduce((sum, l, a) => sum + l * l * inverseWeights[a]!, 0));
}

/** Where the slopes of a step are taken, and the Hamiltonian there. */
interface Stage {
  readonly point: StatePoint;
  readonly H: ControlHamiltonian;
}

/** A flow with all its stages, from which neighbouring flows follow. */
export interface StagedFlow extends StateFlow {
  readonly stages: readonly (readonly Stage[])[];
}

const stepper = (numbers: number): Stepper<Float64Array> =>
  rungeKutta<Float64Array>({
    make: () => new Float64Array(numbers),
    copy: (to, from) => to.set(from),
    add: (to, from, factor) => {
      for (let i = 0; i < to.length; i++) to[i] = to[i]! + factor * from[i]!;
    },
  });

/**
 * The geodesic from a state with a costate, ψ' = −iHψ, p' = −iHp, h_a = Im⟨p|O_aψ⟩/w_a, by the Runge–Kutta method of order 8.
 *
 * @see stateFlow, the same on 2ⁿ amplitudes
 */
export function controlFlow(space: ControlSpace, start: StatePoint, steps: number, time = 1): StagedFlow {
  const advance = stepper(4 * space.dimension);
  const at = joined(start);
  const points = [start];
  const stages: Stage[][] = [];
  for (let step = 0; step < steps; step++) {
    const taken: Stage[] = [];
    advance(at, time / steps, (slope, point) => {
      const stage = parted(point.slice());
      const H = space.hamiltonian(spaceControlsAt(space, stage));
      taken.push({ point: stage, H });
      slope.set(H.velocity(stage.state));
      slope.set(H.velocity(stage.costate), 2 * space.dimension);
    });
    stages.push(taken);
    points.push(parted(at.slice()));
  }
  return { time, points, stages };
}

/**
 * (δψ, δp) at the end of a flow whose costate begins with δp(0): the derivative of what `controlFlow` computes,
 *
 *     δψ' = −iHδψ − iδHψ,      δp' = −iHδp − iδHp,      δh_a = (Im⟨δp|O_aψ⟩ + Im⟨p|O_aδψ⟩)/w_a.
 */
export function variedEnd(space: ControlSpace, flow: StagedFlow, costate: Float64Array): StatePoint {
  const numbers = 2 * space.dimension;
  const advance = stepper(2 * numbers);
  const at = new Float64Array(2 * numbers);
  at.set(costate, numbers);
  for (const taken of flow.stages) {
    advance(at, flow.time / stepsOf(flow), (slope, varied, s) => {
      const { point, H } = taken[s]!;
      const change = parted(varied);
      const momenta = space.momenta([
        { costate: change.costate, state: point.state },
        { costate: point.costate, state: change.state },
      ]);
      const dH = space.hamiltonian(momenta.map((l, a) => l * space.inverseWeights[a]!));
      slope.set(plus(H.velocity(change.state), 1, dH.velocity(point.state)));
      slope.set(plus(H.velocity(change.costate), 1, dH.velocity(point.costate)), numbers);
    });
  }
  return parted(at);
}

/** U(t)|v⟩ at the steps of a flow, from the start on. */
export function carriedBy(space: ControlSpace, flow: StagedFlow, vector: Float64Array): readonly Float64Array[] {
  const advance = stepper(2 * space.dimension);
  const at = vector.slice();
  const moved = flow.stages.map((taken) => {
    advance(at, flow.time / stepsOf(flow), (slope, point, s) => slope.set(taken[s]!.H.velocity(point)));
    return at.slice();
  });
  return [vector, ...moved];
}
