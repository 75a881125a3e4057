/** @file Few steps of the midpoint rule with their exact derivatives: what a search evaluates many times. */

import { plus } from '../linalg/real-vector.ts';
import type { PhasePoint, ShootingSpace } from './shooting-space.ts';

/** The end of a shot by midpoint steps, and its derivatives: those of the computed end, not of the exact one. */
export interface MidpointShot {
  readonly energy: number;
  readonly end: PhasePoint;
  /** δp ↦ δq(1), at a fixed start. Two variations a step. */
  readonly tangent: (dp: Float64Array) => Float64Array;
  /** λ ↦ Σ_k λ_k ∂q_k(1)/∂p, the transpose of `tangent`. Two variations a step. */
  readonly pullback: (cotangent: Float64Array) => Float64Array;
}

/** The shot of time 1: y ← y + h f(y + h f(y)/2), `steps` times. Cost 2·steps flows. */
export function midpointShot(space: ShootingSpace, start: PhasePoint, steps: number): MidpointShot {
  const h = 1 / steps;
  const stages: { readonly at: PhasePoint; readonly middle: PhasePoint }[] = [];
  let at = start;
  for (let step = 0; step < steps; step++) {
    const middle = moved(at, h / 2, space.flow(at));
    stages.push({ at, middle });
    at = moved(at, h, space.flow(middle));
  }
  const zeros = new Float64Array(space.dimension);
  return {
    energy: space.flow(start).energy,
    end: at,
    tangent: (dp) => {
      let change: PhasePoint = { q: zeros, p: dp };
      for (const stage of stages) {
        const middle = moved(change, h / 2, space.variation(stage.at, change));
        change = moved(change, h, space.variation(stage.middle, middle));
      }
      return change.q;
    },
    pullback: (cotangent) => {
      let lambda: PhasePoint = { q: cotangent, p: zeros };
      for (const stage of stages.toReversed()) {
        const middle = transposed(space, stage.middle, lambda); // times h
        const first = transposed(space, stage.at, middle); // times h²/2
        lambda = moved(moved(lambda, h, middle), (h * h) / 2, first);
      }
      return lambda.p;
    },
  };
}

const moved = ({ q, p }: PhasePoint, h: number, slope: PhasePoint): PhasePoint => ({
  q: plus(q, h, slope.q),
  p: plus(p, h, slope.p),
});

/** The transpose of the variation: f = Ω∇H has the derivative Ω∇²H, whose transpose is ∇²H Ωᵀ. */
function transposed(space: ShootingSpace, at: PhasePoint, { q, p }: PhasePoint): PhasePoint {
  const { q: a, p: b } = space.variation(at, { q: p.map((x) => -x), p: q });
  return { q: b.map((x) => -x), p: a };
}
