/** @file Pontryagin's maximum principle along a path of arcs: the costate, the switching functions, and what they demand. */

import { dot, times } from '../linalg/real-vector.ts';
import { endPointCondition } from '../path/constrained-path.ts';
import { evolve } from '../path/evolution.ts';
import { hamiltonian, timesIH } from '../path/hamiltonian-action.ts';
import { type ArcProblem, arcsAt, runArcs } from './arc-path.ts';
import type { TimedPath } from './time-search.ts';

/** How well a path obeys Pontryagin's principle, in units in which the Hamiltonian function is 1. */
export interface PontryaginCheck {
  /** Greatest |M − 1| with M = φ₀ + Σ_a u_a φ_a, which is constant and 1 where the time is stationary. */
  readonly hamiltonian: number;
  /** Greatest max_{u'} Σ_a u'_a φ_a − Σ_a u_a φ_a: how much another control would gain. Unlimited controls: greatest |φ_a| at an impulse. */
  readonly excess: number;
  /** Switching functions φ_a = Im⟨p|H_a ψ⟩ at points of time, the first of them φ₀ of the drift, shape (#times, 1 + #controls). */
  readonly switching: readonly { readonly time: number; readonly values: readonly number[] }[];
}

/** Parts of an arc at whose ends the principle is checked. */
const PARTS = 8;
/** An arc of less than this share of the time is passed over. */
const DEAD = 1e-9;

/** p at the start of the path, from the multiplier of its end: φ_a = Im⟨p|H_a ψ⟩. */
export function costateAtStart(
  problem: ArcProblem,
  { x, multiplier }: Pick<TimedPath, 'x' | 'multiplier'>,
): Float64Array {
  let costate: Float64Array = costateAtEnd(problem, { x, multiplier });
  const { hamiltonians } = runArcs(problem, x);
  const arcs = arcsAt(problem, x);
  for (let k = arcs.length - 1; k >= 0; k--) {
    costate = evolve(hamiltonians[k]!, costate, -(arcs[k]!.kind.timed ? arcs[k]!.duration : 1)).state;
  }
  return costate;
}

/** −∂(p·c)/∂ψ. */
function costateAtEnd(problem: ArcProblem, { x, multiplier }: Pick<TimedPath, 'x' | 'multiplier'>): Float64Array {
  let costate: Float64Array = multiplier;
  const run = runArcs(problem, x);
  endPointCondition(problem.to, {
    ...run,
    pullback: ({ interleaved }) => {
      costate = times(-1, interleaved);
      return x;
    },
  }).pullback(multiplier);
  return costate;
}

/** The principle along a path. O(arcs) flows of the state and of the costate. */
export function pontryaginCheck(problem: ArcProblem, path: Pick<TimedPath, 'x' | 'multiplier'>): PontryaginCheck {
  const { states, hamiltonians } = runArcs(problem, path.x);
  const arcs = arcsAt(problem, path.x);
  const total = arcs.reduce((sum, { duration }) => sum + duration, 0);
  const generators = [problem.drift, ...problem.controls].map((h) => hamiltonian(problem.table, h));
  let costate = costateAtStart(problem, path);
  let [start, worst, excess] = [0, 0, 0];
  const switching: { readonly time: number; readonly values: readonly number[] }[] = [];
  arcs.forEach(({ kind, duration, controls }, k) => {
    const H = hamiltonians[k]!;
    if (!kind.timed) {
      costate = evolve(H, costate, 1).state;
      return;
    }
    if (duration > DEAD * total) {
      for (let part = 0; part <= PARTS; part++) {
        const t = (part / PARTS) * duration;
        const [psi, p] = [evolve(H, states[k]!, t).state, evolve(H, costate, t).state];
        const [drift, ...phi] = generators.map((generator) => -dot(p, timesIH(generator, psi)));
        const values = Float64Array.from(phi);
        switching.push({ time: start + t, values: [drift!, ...phi] });
        worst = Math.max(worst, Math.abs(drift! + dot(controls, values) - 1));
        const isEnd = part === 0 || part === PARTS;
        const gain = kind.controlled
          ? problem.set.greatest(values) - dot(controls, values)
          : isEnd
            ? Math.max(...phi.map(Math.abs))
            : 0;
        excess = Math.max(excess, gain);
      }
    }
    start += duration;
    costate = evolve(H, costate, duration).state;
  });
  return { hamiltonian: worst, excess, switching };
}
