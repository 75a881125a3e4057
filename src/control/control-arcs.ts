/** @file The arcs of controls with their names: bang, boundary, singular, mixed; impulse and drift. */

import { type ArcProblem, arcsAt } from './arc-path.ts';
import type { DriftSystem } from './drift-system.ts';

/**
 * What a piece of the path is:
 *
 * - `bang`: each control at its bound; `boundary`: on the surface of the ball of `sum` or `norm`;
 * - `singular`: no control at its bound, as switching functions vanish there or do not matter; `mixed`: some;
 * - `impulse`: unlimited controls, in no time; `drift`: between impulses.
 */
export interface ControlArc {
  readonly kind: 'bang' | 'boundary' | 'singular' | 'mixed' | 'impulse' | 'drift';
  /** 0 for an impulse. */
  readonly duration: number;
  /** u; for an impulse its integral, exp(−i Σ_a u_a H_a). */
  readonly controls: readonly number[];
}

/** A control nearer to its bound than this share of it is at its bound. */
const AT_BOUND = 1e-6;
/** Arcs with controls that differ by less are one; arcs shorter than this share of the time are none. */
const [SAME, NONE] = [1e-5, 1e-9];

/** The arcs at x, without those that take no time; neighbours with equal controls are one. */
export function controlArcs({ bound }: DriftSystem, problem: ArcProblem, x: Float64Array): readonly ControlArc[] {
  const all = arcsAt(problem, x);
  const total = all.reduce((sum, { duration }) => sum + duration, 0);
  const joined: ControlArc[] = [];
  for (const arc of all) {
    if (arc.kind.timed && arc.duration <= NONE * total) continue;
    const controls = Array.from(arc.controls);
    const last = joined[joined.length - 1];
    const same = last?.controls.every((u, a) => Math.abs(u - controls[a]!) <= SAME * (1 + Math.abs(u)));
    if (arc.kind.timed && last !== undefined && last.kind !== 'impulse' && same) {
      joined[joined.length - 1] = { ...last, duration: last.duration + arc.duration };
      continue;
    }
    joined.push({ kind: kindOf(), duration: arc.duration, controls });

    function kindOf(): ControlArc['kind'] {
      if (!arc.kind.timed) return 'impulse';
      if (!arc.kind.controlled) return 'drift';
      const strain = problem.set.strain(arc.controls);
      const held = strain.filter((share) => share > 1 - AT_BOUND).length;
      if (held === 0) return 'singular';
      if (bound.kind !== 'each') return 'boundary';
      return held === strain.length ? 'bang' : 'mixed';
    }
  }
  return joined;
}
